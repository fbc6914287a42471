import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import type { PageQuery } from '../../src/store/entries.js';
import { batch, entry, ALL_ENTRIES_QUERY, TestStores, topic } from './test-stores.js';

const bench = new TestStores();
afterAll(() => bench.close());

test('an edge of an inverse page has the embedded objects of its links, and an entry that links twice appears once', async () => {
  const store = await bench.open();
  const members = [
    { country: 'it', from: '1957', to: null },
    { country: 'gb', from: '1973', to: '2020-01-31' },
    { country: 'it', from: '1990', to: null },
  ];
  const country = (slug: string) => entry('Country', slug, { alpha3: 'XXX' });
  await store.log.commit(batch(country('it'), country('gb'), entry('CountryGroup', 'eu', { code: 'EU', members })));
  const pages = await store.entries.inversePages(
    'Country',
    'memberOf',
    ['it', 'gb', 'no'],
    ALL_ENTRIES_QUERY,
    PUBLIC_VIEW,
  );
  expect(pages.get('it')!.edges.map(({ entry: { slug }, via }) => [slug, via])).toEqual([
    ['eu', [members[0], members[2]]],
  ]);
  expect(pages.get('gb')!.edges.map(({ via }) => via)).toEqual([[members[1]]]);
  expect(pages.get('no')).toMatchObject({ edges: [], totalCount: 0, hasNextPage: false });
});

test('inverse pages continue from a cursor, with one more command for facets', async () => {
  const commands: string[] = [];
  const store = await bench.open({ onCommand: (name) => commands.push(name) });
  const leaflet = (at: number) =>
    entry('Resource', `r-${at}`, { type: at % 2 ? 'GUIDE' : 'REPORT', topics: at < 4 ? ['x', 'y'] : ['x'] });
  await store.log.commit(batch(topic('x'), topic('y'), ...[0, 1, 2, 3, 4].map(leaflet)));
  const selection = { ...ALL_ENTRIES_QUERY.selection, facets: [{ path: ['resourceType'], first: 5 }] };
  const query: PageQuery = { ...ALL_ENTRIES_QUERY, filter: { resourceType: { eq: 'REPORT' } }, first: 1, selection };
  commands.length = 0;
  const first = await store.entries.inversePages('Topic', 'relevantResources', ['x', 'y'], query, PUBLIC_VIEW);
  expect(commands).toEqual(['aggregate', 'aggregate']);
  expect(first.get('x')).toMatchObject({ totalCount: 3, hasNextPage: true });
  expect(first.get('x')!.facets.get('resourceType')).toEqual([
    { value: 'REPORT', count: 3 },
    { value: 'GUIDE', count: 2 },
  ]);
  expect(first.get('y')!.facets.get('resourceType')).toEqual([
    { value: 'GUIDE', count: 2 },
    { value: 'REPORT', count: 2 },
  ]);
  commands.length = 0;
  const after = first.get('x')!.edges[0]!.cursor;
  const second = await store.entries.inversePages(
    'Topic',
    'relevantResources',
    ['x', 'y'],
    { ...query, first: 5, after, selection: ALL_ENTRIES_QUERY.selection },
    PUBLIC_VIEW,
  );
  expect(commands).toEqual(['aggregate']);
  expect(second.get('x')!.edges.map(({ entry: { slug } }) => slug)).toEqual(['r-2', 'r-4']);
  expect([second.get('x')!.totalCount, second.get('y')!.totalCount]).toEqual([3, 2]);
});

test('an inverse of several kinds is sorted by title, then by kind and slug, and can be filtered by kind', async () => {
  const commands: string[] = [];
  const store = await bench.open({ onCommand: (name) => commands.push(name) });
  const citations = [{ source: 's', locator: null }];
  const titled = (kind: string, slug: string, title: string, record = {}) =>
    entry(kind, slug, { title: { en: title }, citations, ...record });
  await store.log.commit(
    batch(
      entry('Source', 's', { publisherName: 'p' }),
      titled('Topic', 'b', 'Same', { scheme: 'SUBJECT' }),
      titled('Topic', 'a', 'Same', { scheme: 'SUBJECT' }),
      titled('Event', 'z', 'Same'),
      titled('Trend', 't', 'Älter', { direction: 'RISING' }),
    ),
  );
  commands.length = 0;
  const query: PageQuery = { ...ALL_ENTRIES_QUERY, orderBy: [], first: 3 };
  const first = (await store.entries.inversePages('Source', 'citedBy', ['s'], query, PUBLIC_VIEW)).get('s')!;
  expect(commands).toEqual(['aggregate']);
  expect(first.edges.map(({ entry: { kind, slug } }) => `${kind} ${slug}`)).toEqual(['Trend t', 'Event z', 'Topic a']);
  expect(first).toMatchObject({ totalCount: 4, hasNextPage: true });
  const after = first.edges[2]!.cursor;
  const second = (await store.entries.inversePages('Source', 'citedBy', ['s'], { ...query, after }, PUBLIC_VIEW)).get(
    's',
  )!;
  expect(second.edges.map(({ entry: { slug } }) => slug)).toEqual(['b']);
  expect(second.totalCount).toBe(4);
  const topics = { ...query, filter: { entryKind: { in: ['TOPIC'] } } };
  const narrowed = (await store.entries.inversePages('Source', 'citedBy', ['s'], topics, PUBLIC_VIEW)).get('s')!;
  expect(narrowed.totalCount).toBe(2);
});

test('a filter across a link takes one command for each link, however many parents', async () => {
  const commands: string[] = [];
  const store = await bench.open({ onCommand: (name) => commands.push(name) });
  await store.log.commit(
    batch(topic('a'), topic('b', { broader: 'a' }), entry('Resource', 'r', { resourceType: 'GUIDE', topics: ['b'] })),
  );
  commands.length = 0;
  const filter = { topics: { some: { broader: { title: { eq: 'A' } } } } };
  const pages = await store.entries.inversePages(
    'Topic',
    'relevantResources',
    ['a', 'b'],
    { ...ALL_ENTRIES_QUERY, filter },
    PUBLIC_VIEW,
  );
  expect(commands).toEqual(['aggregate', 'aggregate', 'aggregate']);
  expect([...pages.values()].map(({ totalCount }) => totalCount)).toEqual([0, 1]);
});
