import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import type { EntryChange } from '../../src/store/change-log.js';
import type { FilterInput, Page, PageQuery, StoredEntry } from '../../src/store/entries.js';
import type { Store } from '../../src/store/store.js';
import { batch, entry, ALL_ENTRIES_QUERY, nextChange, slugsOf, TestStores, topic } from './test-stores.js';
import { Random } from './random.js';

const bench = new TestStores();
afterAll(() => bench.close());

const LONG = Boolean(process.env.LONG);
const BY_TITLE: Partial<PageQuery> = { orderBy: [{ path: ['title'], direction: 'ASC' }] };

test('by default a list is sorted by title, then by slug', async () => {
  const store = await bench.open();
  const titled = (slug: string, title: string) => topic(slug, { title: { en: title } });
  await store.log.commit(
    batch(titled('c', 'Zebra'), titled('b', 'éclair'), titled('a', 'Eclair'), titled('d', 'apple')),
  );
  expect(await slugsOf(store, 'Topic', { orderBy: [] })).toEqual(['d', 'a', 'b', 'c']);
});

test('entries without a sort value come last in both directions, also across pages', async () => {
  const store = await bench.open();
  const event = (slug: string, startsOn: string | null) => entry('Event', slug, { startsOn });
  await store.log.commit(
    batch(event('a', null), event('b', '2024-06'), event('c', '2023'), event('d', null), event('e', '2024-06-18')),
  );
  for (const [direction, expected] of [
    ['ASC', ['c', 'b', 'e', 'a', 'd']],
    ['DESC', ['e', 'b', 'c', 'a', 'd']],
  ] as const) {
    const order = { orderBy: [{ path: ['startsOn'], direction }] };
    expect(await slugsOf(store, 'Event', order)).toEqual(expected);
    expect(await walkList(store, 'Event', { ...order, first: 1 })).toEqual(expected);
    expect(await walkList(store, 'Event', { ...order, first: null, last: 2 })).toEqual(expected);
  }
});

test('entries without a text to sort by come last, whatever the texts of the others are', async () => {
  const store = await bench.open();
  const organisation = (slug: string, acronym: string | null) => entry('Organisation', slug, { acronym });
  await store.log.commit(batch(organisation('a', null), organisation('b', 'ZZ'), organisation('c', 'AA')));
  for (const [direction, expected] of [
    ['ASC', ['c', 'b', 'a']],
    ['DESC', ['b', 'c', 'a']],
  ] as const) {
    const orderBy = [{ path: ['acronym'], direction }];
    expect(await slugsOf(store, 'Organisation', { orderBy })).toEqual(expected);
  }
});

test('a list can be sorted by a field of an embedded object', async () => {
  const store = await bench.open();
  const trend = (slug: string, from: string | null) =>
    entry('Trend', slug, { direction: 'RISING', period: from && { from, to: null } });
  await store.log.commit(batch(trend('a', '2023'), trend('b', null), trend('c', '2021-05')));
  const orderBy = [{ path: ['period', 'from'], direction: 'ASC' as const }];
  expect(await slugsOf(store, 'Trend', { orderBy })).toEqual(['c', 'a', 'b']);
});

test('a list of several kinds with equal slugs has a total order', async () => {
  const store = await bench.open();
  const titled = (title: string) => ({ title: { en: title } });
  await store.log.commit(
    batch(topic('a', titled('Zebra')), entry('Event', 'a', titled('apple')), topic('b', titled('apple'))),
  );
  const orderBy = [
    { path: ['slug'], direction: 'ASC' as const },
    { path: ['title'], direction: 'DESC' as const },
  ];
  for (const paging of [{ first: 1 }, { first: null, last: 1 }]) {
    const query = { ...ALL_ENTRIES_QUERY, orderBy, ...paging };
    const found = await walkedBy(query, (part) => store.entries.commonPage(['Event', 'Topic'], part, PUBLIC_VIEW));
    expect(found.map(({ kind, slug }) => `${kind}/${slug}`)).toEqual(['Topic/a', 'Event/a', 'Topic/b']);
  }
});

test('a page of size 0 states whether the list is empty', async () => {
  const store = await bench.open();
  const none = await store.entries.page('Topic', { ...ALL_ENTRIES_QUERY, first: 0 }, PUBLIC_VIEW);
  await store.log.commit(batch(topic('a')));
  const sample = await store.entries.page('Topic', { ...ALL_ENTRIES_QUERY, first: 0 }, PUBLIC_VIEW);
  expect([none.hasNextPage, none.totalCount, sample.hasNextPage, sample.totalCount]).toEqual([false, 0, true, 1]);
  expect(sample.edges).toEqual([]);
});

test('totals and facets that are not selected send no command', async () => {
  const commands: string[] = [];
  const store = await bench.open({ onCommand: (name) => commands.push(name) });
  await store.log.commit(batch(topic('a')));
  const sendQuery = async (selection: Partial<PageQuery['selection']>) => {
    commands.length = 0;
    await store.entries.page(
      'Topic',
      { ...ALL_ENTRIES_QUERY, selection: { ...ALL_ENTRIES_QUERY.selection, totalCount: false, ...selection } },
      PUBLIC_VIEW,
    );
    return [...commands];
  };
  expect(await sendQuery({})).toEqual(['find']);
  expect(await sendQuery({ totalCount: true })).toEqual(['aggregate']);
  expect(await sendQuery({ totalCount: true, facets: [{ path: ['scheme'], first: 5 }] })).toEqual([
    'aggregate',
    'aggregate',
  ]);
  expect(await sendQuery({ nodes: false })).toEqual([]);
  expect(await sendQuery({ nodes: false, totalCount: true })).toEqual(['aggregate']);
});

describe('a cursor of a list', () => {
  let store: Store;
  let after: string;

  beforeAll(async () => {
    store = await bench.open();
    await store.log.commit(batch(...['a', 'b', 'c', 'd'].map((slug) => topic(slug))));
    after = (await store.entries.page('Topic', { ...ALL_ENTRIES_QUERY, ...BY_TITLE, first: 2 }, PUBLIC_VIEW)).edges[1]!
      .cursor;
  });

  test('a cursor that is not selected is not computed, and the next page is still found', async () => {
    const selection = { ...ALL_ENTRIES_QUERY.selection, cursors: false };
    for (const [query, found] of [
      [{ after }, 'cd'],
      [{ before: after, first: null, last: 1 }, 'a'],
      [{}, 'abcd'],
    ] as const) {
      const { edges } = await store.entries.page(
        'Topic',
        { ...ALL_ENTRIES_QUERY, ...BY_TITLE, ...query, selection },
        PUBLIC_VIEW,
      );
      expect(edges.map(({ entry, cursor }) => entry.slug + cursor).join('')).toBe(found);
    }
  });

  test('a cursor can be used even after its entry is retired', async () => {
    expect(await slugsOf(store, 'Topic', { ...BY_TITLE, after })).toEqual(['c', 'd']);
    expect(await slugsOf(store, 'Topic', { ...BY_TITLE, before: after })).toEqual(['a']);
    await store.log.commit(batch(nextChange(topic('b'), 'RETIRE', 'RETIRED')));
    expect(await slugsOf(store, 'Topic', { ...BY_TITLE, after })).toEqual(['c', 'd']);
  });

  test('a page after or before a cursor states on which sides the list continues', async () => {
    const two = await bench.open();
    await two.log.commit(batch(...['a', 'b', 'c', 'd'].map((slug) => topic(slug))));
    const page = async (readPage: Partial<PageQuery>) => {
      const { edges, hasPreviousPage, hasNextPage } = await two.entries.page(
        'Topic',
        { ...ALL_ENTRIES_QUERY, ...readPage },
        PUBLIC_VIEW,
      );
      return [edges.map((edge) => edge.entry.slug).join(''), hasPreviousPage, hasNextPage];
    };
    const { edges } = await two.entries.page('Topic', ALL_ENTRIES_QUERY, PUBLIC_VIEW);
    const [b, c] = [edges[1]!.cursor, edges[2]!.cursor];
    expect(await page({ first: 2 })).toEqual(['ab', false, true]);
    expect(await page({ first: 4 })).toEqual(['abcd', false, false]);
    expect(await page({ first: 1, after: b })).toEqual(['c', true, true]);
    expect(await page({ first: 2, after: b })).toEqual(['cd', true, false]);
    expect(await page({ first: 1, before: c })).toEqual(['a', false, true]);
    expect(await page({ first: 2, before: c })).toEqual(['ab', false, false]);
    expect(await page({ first: null, last: 2 })).toEqual(['cd', true, false]);
    expect(await page({ first: null, last: 1, before: c })).toEqual(['b', true, true]);
    expect(await page({ first: null, last: 2, before: c })).toEqual(['ab', false, true]);
    expect(await page({ first: null, last: 1, after: b })).toEqual(['d', true, false]);
    expect(await page({ first: null, last: 2, after: b })).toEqual(['cd', false, false]);
  });

  test.each([
    ['another order', { orderBy: [{ path: ['title'], direction: 'DESC' }] }],
    ['another filter', { filter: { title: { eq: 'a' } } }],
    ['another language', { locales: ['fr', 'en'] }],
  ] as [string, Partial<PageQuery>][])('a cursor of a list with %s is rejected', async (_name, other) => {
    await expect(slugsOf(store, 'Topic', { ...BY_TITLE, after, ...other })).rejects.toMatchObject({
      code: 'BAD_CURSOR',
      message: expect.stringContaining('belongs to another list'),
    });
  });

  test('a cursor of another kind, or a forged one, is rejected', async () => {
    const inverse = store.entries.inversePages(
      'Topic',
      'narrower',
      ['a'],
      { ...ALL_ENTRIES_QUERY, ...BY_TITLE, after },
      PUBLIC_VIEW,
    );
    await expect(inverse).rejects.toMatchObject({ code: 'BAD_CURSOR' });
    const forged = Buffer.from(JSON.stringify([1, 'x'.repeat(11), { $gt: '' }])).toString('base64url');
    for (const other of ['', 'abc', '{}', 'x'.repeat(10_000), forged, Buffer.from('[1]').toString('base64url')]) {
      await expect(slugsOf(store, 'Topic', { after: other })).rejects.toMatchObject({ code: 'BAD_CURSOR' });
    }
    await expect(slugsOf(store, 'Event', { ...BY_TITLE, after })).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });
});

test.each([
  ['forward', 'title'],
  ['backward', 'title'],
  ['forward', 'startsOn'],
  ['backward', 'startsOn'],
])('paging %s in the order of %s during writes returns each remaining entry once', async (variant, field) => {
  const random = new Random(11);
  const store = await bench.open();
  const written = new Map<string, EntryChange>();
  const event = (slug: string) =>
    entry('Event', slug, {
      title: { en: random.pick(['Alpha', 'beta', 'Gamma']) },
      startsOn: random.pick([null, '2022', '2023-05', '2023-05-04', '2024']),
    });
  const add = async (slug: string) => {
    written.set(slug, event(slug));
    await store.log.commit(batch(written.get(slug)!));
  };
  const first = Array.from({ length: LONG ? 60 : 25 }, (_none, index) => event(`first-${index}`));
  await store.log.commit(batch(...first));
  for (const each of first) written.set(each.slug, each);

  const query: PageQuery = {
    ...ALL_ENTRIES_QUERY,
    orderBy: [{ path: [field], direction: random.pick(['ASC', 'DESC']) }],
    first: variant === 'forward' ? 3 : null,
    last: variant === 'forward' ? null : 3,
  };
  const retired = new Set<string>();
  let added = 0;
  const seen = await walkList(store, 'Event', query, async () => {
    await add(`added-${added++}`);
    const gone = random.pick([...written.keys()].filter((slug) => !retired.has(slug)));
    retired.add(gone);
    await store.log.commit(batch(nextChange(written.get(gone)!, 'RETIRE', 'RETIRED')));
  });
  expect(new Set(seen).size).toBe(seen.length);
  const stayed = first.map(({ slug }) => slug).filter((slug) => !retired.has(slug));
  expect(stayed.filter((slug) => !seen.includes(slug))).toEqual([]);
  const allSlugs = await slugsOf(store, 'Event', { orderBy: query.orderBy });
  const both = seen.filter((slug) => allSlugs.includes(slug));
  expect(both).toEqual(allSlugs.filter((slug) => both.includes(slug)));
});

test('a filter across a link that matches more than 10 000 entries is rejected with the name of its field', async () => {
  const store = await bench.open();
  await store.log.commit(batch(...Array.from({ length: 10_001 }, (_none, index) => topic(`t-${index}`))));
  const sendQuery = (filter: FilterInput) => slugsOf(store, 'Topic', { filter });
  await expect(sendQuery({ broader: { title: { startsWith: 't' } } })).rejects.toMatchObject({
    code: 'TOO_BROAD',
    message: expect.stringContaining('"broader"'),
  });
  expect(await sendQuery({ broader: { title: { eq: 't-1' } } })).toEqual([]);
});

test.each([
  [{ nothing: { eq: 1 } }, 'no filter on "nothing"'],
  [{ title: { like: 'a' } }, 'has no operator "like"'],
  [{ title: { eq: { $ne: '' } } }, 'use a text'],
  [{ scheme: { eq: { $ne: '' } } }, 'use a value'],
  [{ updatedAt: { gt: 'yesterday' } }, 'use a date and time'],
])('the filter %j is rejected', async (filter, message) => {
  const store = await bench.open({ name: 'refusing' });
  await expect(slugsOf(store, 'Topic', { filter })).rejects.toMatchObject({
    code: 'BAD_FILTER',
    message: expect.stringContaining(message),
  });
});

/** Returns the slugs of a list in order, read page by page. Runs `between` after each page. */
async function walkList(
  store: Store,
  kind: string,
  query: Partial<PageQuery>,
  between?: () => Promise<void>,
): Promise<string[]> {
  const fullQuery = { ...ALL_ENTRIES_QUERY, ...query };
  const found = await walkedBy(fullQuery, (part) => store.entries.page(kind, part, PUBLIC_VIEW), between);
  return found.map(({ slug }) => slug);
}

async function walkedBy(
  query: PageQuery,
  read: (query: PageQuery) => Promise<Page>,
  between: () => Promise<void> = async () => {},
): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = [];
  let bound: Partial<PageQuery> = {};
  for (;;) {
    const page = await read({ ...query, ...bound });
    const found = page.edges.map(({ entry: each }) => each);
    if (query.last) entries.unshift(...found);
    else entries.push(...found);
    if (!(query.last ? page.hasPreviousPage : page.hasNextPage)) return entries;
    bound = query.last ? { before: page.edges[0]!.cursor } : { after: page.edges.at(-1)!.cursor };
    await between();
  }
}
