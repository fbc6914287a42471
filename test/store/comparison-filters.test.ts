import type { Store } from '../../src/store/store.js';
import { parsePartialDate } from '../../src/store/documents/partial-date-range.js';
import { foldText } from '../../src/model/fold-text.js';
import { batch, entry, nextChange, slugsOf, TestStores, topic } from './test-stores.js';

const bench = new TestStores();
afterAll(() => bench.close());

test.each([
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['1900-02', '1900-02-01', '1900-02-28'],
  ['2024-06-18', '2024-06-18', '2024-06-18'],
])('the partial date %s covers the days from %s to %s', (date, first, last) => {
  expect(parsePartialDate(date)).toEqual({ first, last });
});

test.each(['2023-02-29', '2024-13', '2024-00', '2024-6', '24', '2024-06-18T00:00', ''])(
  'the text "%s" is not a date',
  (date) => {
    expect(parsePartialDate(date)).toBeNull();
  },
);

test.each([
  ['Évian', 'evian'],
  ['ÎLE', 'ile'],
  ['Türkiye', 'turkiye'],
  ['İstanbul', 'istanbul'],
  ['ﬁn', 'fin'],
])('the text "%s" is compared as "%s"', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

describe('filters on dates', () => {
  let store: Store;
  beforeAll(async () => {
    store = await bench.open();
    const dates = ['2023', '2023-12', '2023-12-31', '2024-01', '2024', '2024-06-18'];
    await store.log.commit(
      batch(entry('Event', 'none'), ...dates.map((startsOn) => entry('Event', `on-${startsOn}`, { startsOn }))),
    );
  });

  test.each([
    [{ eq: '2023' }, ['on-2023', 'on-2023-12', 'on-2023-12-31']],
    [{ eq: '2023-12' }, ['on-2023-12', 'on-2023-12-31']],
    [{ eq: '2024-06-18' }, ['on-2024-06-18']],
    [{ lt: '2024-01-01' }, ['on-2023', 'on-2023-12', 'on-2023-12-31']],
    [{ lt: '2023-12' }, []],
    [{ lte: '2023-12-30' }, []],
    [{ lte: '2024-01' }, ['on-2023', 'on-2023-12', 'on-2023-12-31', 'on-2024-01']],
    [{ gt: '2023' }, ['on-2024', 'on-2024-01', 'on-2024-06-18']],
    [{ gte: '2023-12-31' }, ['on-2023-12-31', 'on-2024', 'on-2024-01', 'on-2024-06-18']],
    [{ gte: '2024-06' }, ['on-2024-06-18']],
    [{ in: ['2023-12', '2024-06'] }, ['on-2023-12', 'on-2023-12-31', 'on-2024-06-18']],
    [{ exists: false }, ['none']],
  ])('the date filter %j matches the entries %j', async (startsOn, expected) => {
    expect(await slugsOf(store, 'Event', { filter: { startsOn } })).toEqual(expected);
  });
});

describe('filters on texts', () => {
  let store: Store;
  beforeAll(async () => {
    store = await bench.open();
    const events = { a: 'Évian-les-Bains', b: 'evian', c: 'a.b*c', d: 'axbc', e: '50% (fifty)' };
    await store.log.commit(batch(...Object.entries(events).map(([slug, place]) => entry('Event', slug, { place }))));
  });

  test.each([
    [{ eq: 'EVIAN' }, ['b']],
    [{ startsWith: 'évi' }, ['a', 'b']],
    [{ contains: 'LES-b' }, ['a']],
    [{ contains: 'a.b*' }, ['c']],
    [{ contains: '(fif' }, ['e']],
    [{ startsWith: '^' }, []],
    [{ contains: '\0' }, []],
    [{ contains: '' }, ['a', 'b', 'c', 'd', 'e']],
  ])('the text filter %j matches the entries %j, ignoring case and accents', async (place, expected) => {
    expect(await slugsOf(store, 'Event', { filter: { place } })).toEqual(expected);
  });
});

describe('filters on localised texts', () => {
  let store: Store;
  beforeAll(async () => {
    store = await bench.open();
    const titled = (slug: string, title: Record<string, string>, originalLocale = 'en') =>
      topic(slug, { title }, { originalLocale });
    await store.log.commit(
      batch(
        titled('a', { en: 'Smuggling', fr: 'Trafic' }),
        titled('b', { en: 'Documents' }),
        titled('c', { it: 'Zattere', fr: 'Bateaux' }, 'it'),
        titled('d', { de: 'Boote' }, 'de'),
      ),
    );
  });

  test.each([
    [['en'], ['d', 'b', 'a', 'c'], 'the default, then the original'],
    [['fr', 'en'], ['c', 'd', 'b', 'a'], 'French, then the default, then the original'],
    [['de', 'fr'], ['c', 'd', 'b', 'a'], 'German, then French, then the original'],
    [[], ['d', 'a', 'c', 'b'].sort(), 'the original alone'],
  ] as [string[], string[], string][])('the locales %j sort topics as %s: %s', async (locales, expected) => {
    const found = await slugsOf(store, 'Topic', { locales, orderBy: [] });
    expect(locales.length > 0 ? found : [...found].sort()).toEqual(expected);
  });

  test.each([
    [['fr', 'en'], 'Trafic', ['a']],
    [['fr', 'en'], 'Smuggling', []],
    [['en'], 'Zattere', ['c']],
    [['fr'], 'Zattere', []],
    [['de', 'fr'], 'Bateaux', ['c']],
    [['es'], 'Boote', ['d']],
  ])('for the locales %j, a filter by "%s" tests the displayed text and matches %j', async (locales, eq, expected) => {
    expect(await slugsOf(store, 'Topic', { locales, filter: { title: { eq } } })).toEqual(expected);
  });
});

test('a condition that matches all listed entries does not match a retired entry', async () => {
  const store = await bench.open();
  const retired = topic('gone');
  await store.log.commit(batch(retired, topic('here'), entry('Event', 'to-gone', { topics: ['gone'] })));
  await store.log.commit(batch(entry('Event', 'to-here', { topics: ['here'] })));
  await store.log.commit(batch(nextChange(retired, 'RETIRE', 'RETIRED')));
  const slugsWith = (condition: object) => slugsOf(store, 'Event', { filter: { topics: condition } });
  expect(await slugsWith({ some: { citations: { every: { exists: true } } } })).toEqual(['to-here']);
  expect(await slugsWith({ every: { citations: { every: { exists: true } } } })).toEqual(['to-here']);
  expect(await slugsWith({ some: {} })).toEqual(['to-gone', 'to-here']);
});
