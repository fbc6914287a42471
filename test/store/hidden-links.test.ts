import { PREVIEW_VIEW, PUBLIC_VIEW } from '../../src/model/visibility.js';
import type { FilterInput } from '../../src/store/entries.js';
import type { Store } from '../../src/store/store.js';
import { batch, entry, nextChange, slugsOf, TestStores, topic } from './test-stores.js';

const bench = new TestStores();
afterAll(() => bench.close());

const membership = (...countries: string[]) => ({ members: countries.map((country) => ({ country })) });
const titled = (title: string) => ({ title: { eq: title } });

/** Entries that link to public, unpublished, never published and retired entries. */
let store: Store;
beforeAll(async () => {
  store = await bench.open();
  const withdrawn = topic('taken');
  const retired = topic('retired');
  const dropped = topic('dropped', {}, { status: 'DRAFT' });
  const it = entry('Country', 'it');
  await store.log.commit(
    batch(
      ...[topic('shown'), withdrawn, retired, dropped, topic('draft', {}, { status: 'DRAFT' })],
      ...[it, entry('Country', 'fr')],
      ...['shown', 'taken', 'retired', 'draft', 'dropped'].flatMap((slug) => [
        topic(`below-${slug}`, { broader: slug }),
        entry('Trend', `on-${slug}`, { topics: [slug], direction: 'RISING' }),
      ]),
      entry('Trend', 'on-two', { topics: ['shown', 'taken'], direction: 'RISING' }),
      entry('Trend', 'on-it', { topics: ['shown'], countries: ['it'], direction: 'RISING' }),
      entry('Trend', 'on-none', { topics: [], direction: 'RISING' }),
      entry('CountryGroup', 'of-two', membership('it', 'fr')),
      entry('CountryGroup', 'of-it', membership('it')),
    ),
  );
  await store.log.commit(
    batch(
      ...[withdrawn, it].map((each) => nextChange(each, 'UNPUBLISH', 'DRAFT')),
      ...[retired, dropped].map((each) => nextChange(each, 'RETIRE', 'RETIRED')),
    ),
  );
});

test.each<[FilterInput, string[]]>([
  [{ topics: { exists: true } }, ['on-it', 'on-retired', 'on-shown', 'on-two']],
  [{ topics: { exists: false } }, ['on-draft', 'on-dropped', 'on-none', 'on-taken']],
  [{ topics: { some: {} } }, ['on-it', 'on-retired', 'on-shown', 'on-two']],
  [{ topics: { none: {} } }, ['on-draft', 'on-dropped', 'on-none', 'on-taken']],
  [
    { topics: { every: titled('shown') } },
    ['on-draft', 'on-dropped', 'on-it', 'on-none', 'on-shown', 'on-taken', 'on-two'],
  ],
  [{ topics: { every: { exists: false } } }, ['on-draft', 'on-dropped', 'on-none', 'on-taken']],
  [{ topics: { every: titled('nowhere') } }, ['on-draft', 'on-dropped', 'on-none', 'on-taken']],
])('for a list of links, the filter %j ignores links to hidden entries', async (filter, expected) => {
  expect(await slugsOf(store, 'Trend', { filter })).toEqual(expected);
});

test.each<[FilterInput, string[]]>([
  [{ broader: { exists: true } }, ['below-retired', 'below-shown']],
  [{ broader: { exists: false } }, ['below-draft', 'below-dropped', 'below-taken', 'shown']],
  [{ broader: { not: { exists: false } } }, ['below-retired', 'below-shown']],
  [
    { broader: { or: [{ exists: false }, titled('shown')] } },
    ['below-draft', 'below-dropped', 'below-shown', 'below-taken', 'shown'],
  ],
])('for a single link, the filter %j ignores a link to a hidden entry', async (filter, expected) => {
  expect(await slugsOf(store, 'Topic', { filter })).toEqual(expected);
});

test('links in lists of objects are hidden like links of entries', async () => {
  const slugsWith = (filter: FilterInput) => slugsOf(store, 'CountryGroup', { filter: { members: filter } });
  expect(await slugsWith({ some: { country: { exists: true } } })).toEqual(['of-two']);
  expect(await slugsWith({ some: { country: { exists: false } } })).toEqual(['of-it', 'of-two']);
});

test('a hidden entry of one kind does not hide an entry of another kind', async () => {
  const filter = { topics: { exists: true }, countries: { every: { code: { eq: 'FR' } } } };
  expect(await slugsOf(store, 'Trend', { filter })).toEqual(['on-it', 'on-retired', 'on-shown', 'on-two']);
});

test('a preview shows drafts, and their links', async () => {
  const filter = { topics: { exists: true } };
  const on = ['on-draft', 'on-dropped', 'on-it', 'on-retired', 'on-shown', 'on-taken', 'on-two'];
  expect(await slugsOf(store, 'Trend', { filter }, PREVIEW_VIEW)).toEqual(on);
});

test('a cached list is invalidated when an entry that it links to is unpublished or published again', async () => {
  const ownStore = await bench.open();
  const cache = ownStore.createCache(1_000_000);
  const cached = ownStore.withCache(cache);
  const only = topic('only');
  const linked = { filter: { topics: { exists: true } } };
  await ownStore.log.commit(batch(only, entry('Trend', 'on-only', { topics: ['only'], direction: 'RISING' })));
  const listed = async () => {
    ownStore.log.wake();
    await ownStore.log.catchUp();
    return slugsOf(cached, 'Trend', linked);
  };
  try {
    expect(await listed()).toEqual(['on-only']);
    const unpublished = nextChange(only, 'UNPUBLISH', 'DRAFT');
    await ownStore.log.commit(batch(unpublished));
    expect(await listed()).toEqual([]);
    await ownStore.log.commit(batch(nextChange(unpublished, 'PUBLISH', 'PUBLISHED')));
    expect(await listed()).toEqual(['on-only']);
  } finally {
    cache.close();
  }
});

test('only public reads are cached, not previews', async () => {
  const ownStore = await bench.open();
  const cache = ownStore.createCache(1_000_000);
  const cached = ownStore.withCache(cache);
  const [first, linked] = [
    topic('first', { title: { en: 'First', fr: 'Premier' } }),
    entry('Trend', 'on-first', { topics: ['first'], direction: 'RISING' }),
  ];
  const draft = nextChange(first, 'SAVE', 'DRAFT', { title: { en: 'Drafted' } });
  await ownStore.log.commit(batch(first, linked));
  await ownStore.log.commit(batch(draft));
  ownStore.log.wake();
  await ownStore.log.catchUp();
  const filter = { topics: { some: { title: { eq: 'Drafted' } } } };
  const readView = async (view: typeof PREVIEW_VIEW) => {
    const [shownTopic] = await cached.entries.bySlug('Topic', ['first'], ['title'], view);
    return [shownTopic!.revision, await slugsOf(cached, 'Trend', { filter }, view)];
  };
  try {
    for (const _time of [1, 2]) {
      expect(await readView(PREVIEW_VIEW)).toEqual([2, ['on-first']]);
      expect(await readView(PUBLIC_VIEW)).toEqual([1, []]);
      // The number of topics with the French title in each locale.
      for (const [locale, count] of [
        ['fr', 1],
        ['en', 0],
      ] as const) {
        const inFrench = { title: { eq: 'Premier' } };
        expect((await cached.entries.matchingKeys(['Topic'], inFrench, [locale], PUBLIC_VIEW)).size).toBe(count);
      }
    }
  } finally {
    cache.close();
  }
});
