import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execute, parse } from 'graphql';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { createContext } from '../../src/graphql/request/context.js';
import { entryKindName } from '../../src/model/model.js';
import { AreaIndex } from '../../src/series/area-index.js';
import { startSearch } from '../search/start-search.js';
import { openStore } from '../../src/store/open-store.js';
import type { EntryChange } from '../../src/store/change-log.js';
import type { StoredEntry } from '../../src/store/entries.js';
import { becomesTrueWithin } from '../support/wait-for.js';
import type { Data } from './typed-response.js';
import { type Answer, type RequestOptions, type SeededApp, seededApp } from './seeded-app.js';

let server: SeededApp;

beforeAll(async () => {
  server = await seededApp({ own: true, withSearch: true });
});
afterAll(() => server.close());

async function data<Text extends string>(query: Text, variables = {}, more: RequestOptions = {}): Promise<Data<Text>> {
  const { data: answer, errors } = await server.execute(query, variables, more);
  expect(errors).toBeUndefined();
  return answer;
}

async function code(query: string): Promise<unknown> {
  const { errors } = await server.execute(query);
  return errors?.[0]?.extensions['code'];
}

const id = (key: string) => Buffer.from(key).toString('base64url');

/** Writes the next state of an entry with another title, published or unpublished. */
async function save(
  entry: StoredEntry,
  title: string,
  status: 'PUBLISHED' | 'RETIRED' = 'PUBLISHED',
): Promise<StoredEntry> {
  const { kind, slug, originalLocale, record } = entry;
  const [{ revision }] = (await server.services.store.entries.currentStates([{ kind, slug }])) as [StoredEntry];
  const change = { action: 'SAVE' as const, kind, slug, expectedRevision: revision, status, originalLocale };
  const changed = { ...change, record: { ...record, title: { ...(record['title'] as object), en: title } } };
  const result = await server.services.store.log.commit({ author: 'test', message: '', entries: [changed] });
  expect(result.committed).toBe(true);
  return entry;
}

/** Names of the fields that the facets topics, countries and years count, at any depth of a record. */
const TOPIC_FIELDS = ['topics', 'relatedTopics', 'broader', 'topic'];
const COUNTRY_FIELDS = ['countries', 'country', 'participantCountries', 'memberCountries', 'area', 'excluded'];
const YEAR_FIELDS = ['startsOn', 'inForce', 'appliesFrom', 'publishedOn', 'period'];

/** Returns the texts in the named fields at any depth. Of areas, it returns only the slugs of countries. */
function collectValues(value: unknown, names: readonly string[]): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((each) => collectValues(each, names));
  return Object.entries(value).flatMap(([name, value]: [string, unknown]) => {
    if (!names.includes(name)) return collectValues(value, names);
    return name === 'area' ? textsOf(value).flatMap((key) => /^countries\/(.+)/.exec(key)?.[1] ?? []) : textsOf(value);
  });
}

/** Returns a list with the year of the first date of a record; empty if it has none. */
function yearOf(record: Record<string, unknown>): string[] {
  const dates = YEAR_FIELDS.flatMap((name) => textsOf(record[name]));
  return dates.slice(0, 1).map((date) => date.slice(0, 4));
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(textsOf);
}

/** Returns the number of lists that contain each value, most frequent first. */
function countValues(lists: readonly (readonly string[])[]): { value: string; count: number }[] {
  const values = [...new Set(lists.flat())];
  return values
    .map((value) => ({ value, count: lists.filter((list) => list.includes(value)).length }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

describe('the field search', () => {
  test('search finds entries of all kinds by their texts in any language, with reasons and highlights', async () => {
    const { search } = await data(
      `{ search(query: "trafic illicite de migrants", first: 3) {
      totalCount nodes { __typename title } edges { node { slug } why { field locale term likeness } highlights { field locale pieces { text isMatch } } }
      facets { kinds { value count } topics(first: 2) { value { slug } count } } } }`,
      {},
      { locale: 'fr' },
    );
    const titles = search.nodes.map(({ title }: { title: string }) => title);
    expect(titles.slice(0, 2)).toContain('Protocole contre le trafic illicite de migrants par terre, air et mer');
    const index = search.nodes.findIndex(({ __typename }: { __typename: string }) => __typename === 'Topic');
    expect(search.nodes[index]!.title).toBe('Trafic de migrants');
    expect(search.edges[index]!.why).toContainEqual({ field: 'title', locale: 'fr', term: 'Trafic', likeness: 'WORD' });
    const title = search.edges[index]!.highlights.find(({ field, locale }) => field === 'title' && locale === 'fr');
    expect(title!.pieces.map(({ text }: { text: string }) => text).join('')).toBe('Trafic de migrants');
    const kindTotal = search.facets.kinds.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
    expect(kindTotal).toBe(search.totalCount);
    expect(search.facets.topics[0]!.value.slug).toBe('migrant-smuggling');
  });

  test.each(['digital evidence', 'interprète', '"joint investigation team"', 'Italy', 'Western Balkans route'])(
    'the facets of search count all hits by kind, topic, country and year: %s',
    async (query) => {
      const { search } = await data(
        `query ($query: String!) { search(query: $query, first: 100) { totalCount nodes { entryKind slug }
          facets { kinds { value count } topics(first: 100) { value { slug } count }
            countries(first: 100) { value { slug } count } years(first: 100) { value count } } } }`,
        { query },
      );
      const { facets, nodes, totalCount } = search;
      expect(nodes.length).toBeGreaterThan(1);
      expect(totalCount).toBe(nodes.length);
      const { store, model } = server.services;
      const kinds = new Map(model.kinds.map((kind) => [entryKindName(kind), kind.name]));
      const keys = nodes.map(({ entryKind, slug }) => ({ kind: kinds.get(entryKind)!, slug }));
      const entries = (await store.entries.currentStates(keys)).map((entry) => entry!);
      // The hits for a topic or a country include the topic or country itself.
      const linkedTo = (names: readonly string[], own: string) =>
        countValues(
          entries.map(({ record, kind, slug }) => [...collectValues(record, names), ...(kind === own ? [slug] : [])]),
        );
      const slugs = (counts: readonly { value: { slug: string }; count: number }[]) =>
        counts.map(({ value, count }) => ({ value: value.slug, count }));
      expect(facets.kinds).toEqual(countValues(nodes.map(({ entryKind }) => [entryKind])));
      expect(slugs(facets.topics)).toEqual(linkedTo(TOPIC_FIELDS, 'Topic'));
      expect(slugs(facets.countries)).toEqual(linkedTo(COUNTRY_FIELDS, 'Country'));
      const years = countValues(entries.map(({ record }) => yearOf(record)));
      expect(facets.years).toEqual(
        years.map(({ value, count }) => ({ value: Number(value), count })).sort((a, b) => b.value - a.value),
      );
    },
  );

  /** Returns the hits of a filtered search as `folder/slug`, and its facets. */
  async function filteredSearch(args: string, query = 'smuggling') {
    const { search } = await data(
      `query ($query: String!) { search(query: $query, first: 100 ${args}) { totalCount nodes { entryKind slug } facets { kinds { value count } topics(first: 100) { value { slug } count }
        countries(first: 100) { value { slug ... on Area { code } } count } years(first: 100) { value count } } } }`,
      { query },
    );
    expect(search.nodes.length).toBe(Math.min(search.totalCount, 100));
    return search;
  }

  test.each([
    ['kinds', '[TREND]', 'TREND'],
    ['topics', '["advertising"]', 'advertising'],
    ['countries', '["de"]', 'de'],
    ['countries', '["DEU"]', 'de'],
    ['years', '[2023]', 2023],
  ] as const)(
    'a search filtered by %s: %s has the counted number of hits, and still counts the other values',
    async (facet, argument, value) => {
      const unfiltered = await filteredSearch('');
      const filtered = await filteredSearch(`${facet}: ${argument}`);
      const counts: readonly { value: string | number | { slug: string } }[] = unfiltered.facets[facet];
      const countedValue = counts.find(
        (each) => (typeof each.value === 'object' ? each.value.slug : each.value) === value,
      );
      expect(countedValue).toMatchObject({ count: filtered.totalCount });
      expect(filtered.totalCount).toBeGreaterThan(1);
      expect(unfiltered.totalCount).toBeGreaterThan(filtered.totalCount);
      // Selected values are first.
      expect(filtered.facets[facet][0]).toEqual(countedValue);
      expect(new Set(filtered.facets[facet])).toEqual(new Set(unfiltered.facets[facet]));
      const otherFacet = facet === 'kinds' ? 'years' : 'kinds';
      const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
      expect(sum(filtered.facets[otherFacet])).toBeLessThan(sum(unfiltered.facets[otherFacet]));
      expect(sum(filtered.facets.kinds)).toBe(facet === 'kinds' ? unfiltered.totalCount : filtered.totalCount);
    },
  );

  test('search combines values of one facet with OR, and different facets with AND', async () => {
    const keys = ({ nodes }: { nodes: readonly { entryKind: string; slug: string }[] }) =>
      nodes.map(({ entryKind, slug }) => `${entryKind}/${slug}`);
    const keysFor = async (args: string) => keys(await filteredSearch(args, 'Italy Greece'));
    const [italy, greece, bothCountries] = [
      await keysFor('countries: ["IT"]'),
      await keysFor('countries: ["EL"]'),
      await keysFor('countries: ["IT", "EL"]'),
    ];
    expect(new Set(bothCountries)).toEqual(new Set([...italy, ...greece]));
    expect(bothCountries).toContain('COUNTRY/it');
    const trends = await keysFor('kinds: [TREND]');
    expect(trends.length).toBeGreaterThan(0);
    expect(await keysFor('countries: ["IT"], kinds: [TREND]')).toEqual(italy.filter((key) => trends.includes(key)));
    const filtered = await keysFor('countries: ["IT"], filter: { slug: { eq: "it" } }');
    expect(filtered).toEqual(['COUNTRY/it']);
    // With two facets selected, each counts only the hits that match the selected values of the other.
    const countries = await filteredSearch('countries: ["DE"]');
    const year = countries.facets.years[0]!.value;
    const years = await filteredSearch(`years: [${year}]`);
    const { facets } = await filteredSearch(`countries: ["DE"], years: [${year}]`);
    expect(new Set(facets.countries)).toEqual(new Set(years.facets.countries));
    expect(new Set(facets.years)).toEqual(new Set(countries.facets.years));
  });

  test('search counts selected facet values without hits as 0, and rejects unknown countries and topics', async () => {
    const { search } = await data(
      '{ search(query: "eurojust", countries: ["IS"], years: [1931]) { totalCount facets { countries(first: 1) { value { slug } count } years(first: 1) { value count } } } }',
    );
    expect(search).toEqual({
      totalCount: 0,
      facets: { countries: [{ value: { slug: 'is' }, count: 0 }], years: [{ value: 1931, count: 0 }] },
    });
    expect(await code('{ search(query: "a", countries: ["atlantis"]) { totalCount } }')).toBe('BAD_USER_INPUT');
    const { errors } = await server.execute('{ search(query: "a", topics: ["osint", "advertizing"]) { totalCount } }');
    expect(errors).toMatchObject([
      {
        message: 'There is no topic "advertizing"; did you mean advertising?',
        locations: [{ line: 1 }],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    const page = async (search: string) => (await server.inject({ url: `/search?q=boats${search}` })).statusCode;
    expect([await page('&topic=no-such-topic'), await page('&country=atlantis')]).toEqual([200, 200]);
  });

  test('a filtered search continues after a cursor, and rejects the cursor of another filter', async () => {
    const page: string = 'totalCount pageInfo { endCursor hasNextPage } nodes { slug }';
    const { search: first } = await data(`{ search(query: "smuggling", countries: ["DE"], first: 2) { ${page} } }`);
    const { endCursor, hasNextPage } = first.pageInfo;
    expect(hasNextPage).toBe(true);
    const nextPage = await data(
      `{ search(query: "smuggling", countries: ["DE"], first: 100, after: "${endCursor}") { ${page} } }`,
    );
    expect(nextPage.search.nodes.length).toBe(first.totalCount - 2);
    const otherSearch = `{ search(query: "smuggling", countries: ["EL"], after: "${endCursor}") { totalCount } }`;
    expect(await code(otherSearch)).toBe('BAD_CURSOR');
  });

  test('the facets of search return at most the requested number of countries and years', async () => {
    const { search } = await data(
      `{ search(query: "smuggling", first: 0) { facets { countries(first: 2) { value { slug } count } years(first: 3) { value count } } } }`,
    );
    expect([search.facets.countries.length, search.facets.years.length]).toEqual([2, 3]);
    expect(await code(`{ search(query: "a") { facets { years(first: 101) { value } } } }`)).toBe('PAGE_TOO_LARGE');
  });

  test('search finds territories only if the query names them', async () => {
    const { named, others, territory } = await data(`{
      named: search(query: "Mexico", first: 1) { nodes { __typename slug } facets { kinds { value count } } }
      others: search(query: "united republic of islands", first: 100) { facets { kinds { value } } }
      territory(by: { slug: "mx" }) { title related { entry { slug } } } }`);
    expect(named.nodes).toEqual([{ __typename: 'Territory', slug: 'mx' }]);
    expect(named.facets.kinds).toContainEqual({ value: 'TERRITORY', count: 1 });
    expect(others.facets.kinds).not.toContainEqual(expect.objectContaining({ value: 'TERRITORY' }));
    expect(territory).toEqual({ title: 'Mexico', related: [] });
  });

  test('search filters by kinds and by the common fields of entries', async () => {
    const { search } = await data(
      `{ search(query: "smuggling", kinds: [TREND, LEAFLET], filter: { slug: { eq: "ai-concern" } }) { totalCount nodes { slug } } }`,
    );
    expect(search.nodes.every(({ slug }: { slug: string }) => slug === 'ai-concern')).toBe(true);
    const { all, leaflets } = await data(`{ all: search(query: "smuggling") { facets { kinds { value count } } }
      leaflets: search(query: "smuggling", kinds: [LEAFLET], first: 100) { totalCount nodes { __typename } } }`);
    const leafletCount = all.facets.kinds.find(({ value }: { value: string }) => value === 'LEAFLET')!.count;
    expect(leaflets.totalCount).toBe(leafletCount);
    expect(leaflets.nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual(
      Array(leafletCount).fill('Leaflet'),
    );
  });

  test('pages of search contain every hit once, and the cursor of another query is rejected', async () => {
    const pages: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { search }: Answer['data'] = await data(
        `query ($after: String) { search(query: "coordination meeting", first: 40, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      pages.push(...search.nodes.map((node: { id: string }) => node.id));
      total = search.totalCount;
      after = search.pageInfo.hasNextPage ? search.pageInfo.endCursor : null;
    } while (after);
    expect([new Set(pages).size, pages.length]).toEqual([total, total]);
    const { search } = await data(`{ search(query: "meeting", first: 1) { pageInfo { endCursor } } }`);
    expect(await code(`{ search(query: "hawala", after: "${search.pageInfo.endCursor}") { totalCount } }`)).toBe(
      'BAD_CURSOR',
    );
    expect(await code(`{ search(query: "hawala", after: "nonsense") { totalCount } }`)).toBe('BAD_CURSOR');
  });

  test('didYouMean suggests the correction of a misspelt word', async () => {
    const { search } = await data(`{ search(query: "crytpocurrency") { didYouMean totalCount } }`);
    expect(search.didYouMean).toBe('cryptocurrency');
    expect(search.totalCount).toBeGreaterThan(0);
  });

  test('a search for punctuation finds nothing', async () => {
    expect((await data(`{ search(query: "?!") { totalCount nodes { id } } }`)).search).toEqual({
      totalCount: 0,
      nodes: [],
    });
  });

  test('search accepts at most 200 characters and 100 hits per page', async () => {
    expect(await code(`{ search(query: "${'a'.repeat(201)}") { totalCount } }`)).toBe('BAD_USER_INPUT');
    expect(await code(`{ search(query: "a", first: 101) { totalCount } }`)).toBe('PAGE_TOO_LARGE');
  });

  test('search includes entries written to the store within a second, and omits retired ones', async () => {
    const { store } = server.services;
    const [entry] = (await store.entries.currentStates([{ kind: 'Trend', slug: 'ai-concern' }])) as [StoredEntry];
    const countHits = async (word: string) =>
      (await data(`{ search(query: "${word}") { nodes { slug } } }`)).search.nodes.length;
    const waitForCount = async (word: string, count: number) => {
      await becomesTrueWithin(1000, async () => (await countHits(word)) === count);
      return countHits(word);
    };
    await save(entry, 'Quaggabots write the adverts');
    expect(await waitForCount('quaggabots', 1)).toBe(1);
    await save(entry, 'Quaggabots write the adverts', 'RETIRED');
    expect(await waitForCount('quaggabots', 0)).toBe(0);
    await save(entry, (entry.record['title'] as { en: string }).en);
  });

  test.each(['UNPUBLISH', 'RETIRE'] as const)('search and facets omit a topic at once after %s', async (action) => {
    const { store } = server.services;
    const slug = `okapi-${action.toLowerCase()}`;
    const record = {
      title: { en: 'Okapilures' },
      scheme: 'SUBJECT',
      altLabels: ['okapitraps'],
      citations: [],
    };
    const topic = { kind: 'Topic', slug, originalLocale: 'en', record };
    const commit = (entry: Pick<EntryChange, 'action' | 'status' | 'expectedRevision'>) =>
      store.log.commit({ author: 'test', message: '', entries: [{ ...topic, ...entry }] });
    const query = `{ search(query: "okapilure okapitrap") { didYouMean nodes { slug }
      facets { topics(first: 5) { value { slug } } } } }`;
    await commit({ action: 'PUBLISH', status: 'PUBLISHED', expectedRevision: 0 });
    await server.services.search!.whenIdle();
    expect((await data(query)).search).toMatchObject({ didYouMean: null, nodes: [{ slug }] });
    const status = action === 'RETIRE' ? 'RETIRED' : 'DRAFT';
    await commit({ action, status, expectedRevision: 1 });
    const nothing = { didYouMean: null, nodes: [], facets: { topics: [] } };
    expect((await data(query)).search).toEqual(nothing);
  });

  test.each(['UNPUBLISH', 'RETIRE'] as const)(
    'search omits entries withdrawn by another server, even before this server receives the change: %s',
    async (action) => {
      const { store, model } = server.services;
      const slug = (name: string) => `quagga-${name}-${action.toLowerCase()}`;
      const word = `quaggas${action.toLowerCase()}`;
      const topic = { kind: 'Topic', slug: slug('topic'), record: { title: { en: word }, scheme: 'SUBJECT' } };
      const trends = ['kept', 'gone'].map((name) => ({
        kind: 'Trend',
        slug: slug(name),
        record: { title: { en: word }, topics: [topic.slug], countries: [], citations: [] },
      }));
      const each = { originalLocale: 'en', author: 'test', message: '' };
      const published = { action: 'PUBLISH', status: 'PUBLISHED', expectedRevision: 0, originalLocale: 'en' } as const;
      const entries = [topic, ...trends].map((entry) => ({ ...entry, ...published }));
      await store.log.commit({ ...each, entries });
      await server.services.search!.whenIdle();
      const query = `{ search(query: "${word}") { totalCount nodes { slug title } edges { cursor node { title } }
          pageInfo { hasNextPage endCursor } facets { topics(first: 5) { value { slug title } } } }
        trend(slug: "${slug('kept')}") { related { entry { slug title } reasons { link { to { slug } } } } } }`;
      const slugs = ({ search }: Answer['data']) => search.nodes.map((node: { slug: string }) => node.slug).sort();
      const before = await data(query);
      expect(slugs(before)).toEqual([slug('gone'), slug('kept'), slug('topic')]);
      expect(before.trend.related[0].entry.slug).toBe(slug('gone'));

      const otherStore = await openStore({ ...server.place, model, pollMs: 3_600_000 });
      const status = action === 'RETIRE' ? ('RETIRED' as const) : ('DRAFT' as const);
      const retirements = entries.flatMap((entry) =>
        entry.slug === slug('kept') ? [] : [{ ...entry, action, status, expectedRevision: 1 }],
      );
      await otherStore.log.commit({ ...each, entries: retirements });
      await otherStore.close();

      const after = await data(query);
      expect(slugs(after)).toEqual([slug('kept')]);
      expect(after.search.edges.map(({ node }: { node: object }) => node)).toEqual([{ title: word }]);
      expect(after.search.facets.topics).toEqual([]);
      // On a busy machine, this server may already have read the change from the log.
      if (after.search.totalCount !== 1) {
        expect(after.search.totalCount).toBe(3);
        expect(after.search.pageInfo).toEqual(before.search.pageInfo);
      } else {
        const [{ cursor: endCursor }] = after.search.edges;
        expect(after.search.pageInfo).toEqual({ hasNextPage: false, endCursor });
      }
      expect(after.trend.related).toEqual([]);

      // A mutation reads the earlier writes of others first.
      const ownTopic = entries.filter((entry) => entry.slug === slug('kept'));
      await store.log.commit({ ...each, entries: ownTopic.map((entry) => ({ ...entry, expectedRevision: 1 })) });
      await server.services.search!.whenIdle();
      expect((await data(query)).search.totalCount).toBe(1);
    },
  );

  test('the hits of all kinds take one database command, with or without reasons', async () => {
    const relatedTo = async (more: string) => {
      server.commands.length = 0;
      const { search } = await data(
        `query ($more: Boolean!) { search(query: "migrant smuggling", first: 20) {
          edges { node { entryKind title summary } highlights @include(if: $more) { field } why @include(if: $more) { term } } } }`,
        { more: more === 'with reasons' },
      );
      expect(search.edges).toHaveLength(20);
      return { commands: server.commands.length, kinds: new Set(search.edges.map(({ node }) => node.entryKind)).size };
    };
    for (const more of ['without reasons', 'with reasons']) {
      // On a busy machine a response can pause between two hits, which divides its batch of reads.
      const attempts = [await relatedTo(more), await relatedTo(more), await relatedTo(more)];
      const commands = Math.min(...attempts.map((attempt) => attempt.commands));
      expect([more, commands, attempts[0]!.kinds > 1]).toEqual([more, 1, true]);
    }
  });

  test('a restarted server loads the stored search index without analysing entries again', async () => {
    const { store, model } = server.services;
    await server.services.search!.whenIdle();
    const restarted = await startSearch(model, store, (error) => {
      throw error;
    });
    expect([restarted.index.size, restarted.analysedCount]).toEqual([server.services.search!.index.size, 0]);
    await restarted.close();
  });
});

test('shortestPath and related omit entries that another server retired, even before this server receives the change', async () => {
  const { store, model } = server.services;
  const each = { author: 'test', message: '' };
  const published = { action: 'PUBLISH', status: 'PUBLISHED', expectedRevision: 0, originalLocale: 'en' } as const;
  const topics = ['okapi-1', 'okapi-2'];
  const trends = ['okapi-left', 'okapi-right'];
  const record = { title: { en: 'Okapis' } };
  const entries = [
    ...topics.map((slug) => ({ kind: 'Topic', slug, record: { ...record, scheme: 'SUBJECT' }, ...published })),
    ...trends.map((slug) => ({ kind: 'Trend', slug, record: { ...record, topics, countries: [] }, ...published })),
  ];
  await store.log.commit({ ...each, entries });
  await server.services.search!.whenIdle();
  const ends = 'field from { slug title } to { slug title }';
  const query = `{ trend(slug: "okapi-left") { related { entry { slug }
      reasons { shared { slug title } link { ${ends} } otherLink { ${ends} } } } }
    shortestPath(from: "${id('trends/okapi-left')}", to: "${id('trends/okapi-right')}") {
      length steps { from { slug title } to { slug title } links { ${ends} citations { locator } } } } }`;
  const through = async () => {
    const { trend, shortestPath: path } = await data(query);
    const rightEntry = trend.related.find(({ entry }: Answer['data']) => entry.slug === 'okapi-right');
    const reasons = rightEntry?.reasons ?? [];
    return {
      reasons: reasons.map(({ shared }: Answer['data']) => shared.slug),
      path: path?.steps.map(({ to }: Answer['data']) => to.slug) ?? null,
    };
  };
  expect(await through()).toEqual({ reasons: topics, path: ['okapi-1', 'okapi-right'] });

  const otherStore = await openStore({ ...server.place, model, pollMs: 3_600_000 });
  const withdraw = (slug: string) => {
    const [entry] = entries.filter((entry) => entry.slug === slug);
    const retirement = { ...entry!, action: 'RETIRE', status: 'RETIRED', expectedRevision: 1 } as const;
    return otherStore.log.commit({ ...each, entries: [retirement] });
  };
  await withdraw('okapi-1');
  expect(await through()).toEqual({ reasons: ['okapi-2'], path: ['okapi-2', 'okapi-right'] });
  // Related entries are also correct if their reasons are not selected.
  const unexplained: string = '{ trend(slug: "okapi-left") { related(first: 3) { entry { slug title } } } }';
  const { trend } = await data(unexplained);
  expect(trend.related.map(({ entry }: Answer['data']) => entry.slug)).toEqual(['okapi-right', 'okapi-2']);
  await withdraw('okapi-2');
  expect(await through()).toEqual({ reasons: [], path: null });
  await otherStore.close();
});

describe('shortestPath', () => {
  test('each step of shortestPath lists its links with field and sources', async () => {
    const { shortestPath: path } =
      await data(`{ shortestPath(from: "${id('leaflets/leaflet-digital-domain-2024')}", to: "${id('groups/western-balkans')}") {
      length steps { from { slug } to { slug } links { from { slug } field citations { source { slug } } } } } }`);
    expect(path.length).toBe(2);
    expect(path.steps.map(({ to }: { to: { slug: string } }) => to.slug)).toEqual([
      'annual-meeting-2024',
      'western-balkans',
    ]);
    expect(path.steps[0].links).toContainEqual({
      from: { slug: 'leaflet-digital-domain-2024' },
      field: 'presentedAt',
      citations: [{ source: { slug: 'ej-news-2024-meeting' } }],
    });
  });

  test('shortestPath is null for unconnected entries, and rejects maxHops above the limit', async () => {
    const to = id('questions/first-of-all');
    expect(
      (await data(`{ shortestPath(from: "${id('trends/ai-concern')}", to: "${to}") { length } }`)).shortestPath,
    ).toBeNull();
    expect(await code(`{ shortestPath(from: "${to}", to: "${to}", maxHops: 7) { length } }`)).toBe('BAD_USER_INPUT');
    expect(await code(`{ shortestPath(from: "x", to: "${to}") { length } }`)).toBe('BAD_ID');
  });
});

describe('the field related', () => {
  test('related entries are sorted by score', async () => {
    const { trend } = await data(
      `{ trend(slug: "crypto-payments") { related(first: 5) { entry { __typename slug } score reasons { shared { slug } link { field } otherLink { field } } } } }`,
    );
    expect(trend!.related).toHaveLength(5);
    const scores = trend!.related.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const slugs = trend!.related.map(({ entry }: { entry: { slug: string } }) => entry.slug);
    expect(slugs).toContain('hawala-plus-crypto');
  });

  test('the related entries of thirty trends take one database command per kind', async () => {
    server.commands.length = 0;
    await data(`{ trends(first: 30) { nodes { related(first: 10) { entry { slug title } } } } }`);
    expect(server.commands.filter((name) => name !== 'getMore').length).toBeLessThanOrEqual(
      1 + server.services.model.kinds.length,
    );
  });
});

describe('sorting by a linked entry', () => {
  test('a sort by a linked entry uses its title, and entries without the link are last', async () => {
    const { organisations } = await data(
      `{ organisations(first: 100, orderBy: [{ parentTitle: ASC }, { slug: ASC }]) { nodes { slug parent { title } } } }`,
    );
    const parents = organisations.nodes.map(
      ({ parent }: { parent: { title: string } | null }) => parent?.title ?? null,
    );
    const titles = parents.filter((title: string | null) => title !== null);
    expect(titles).toEqual([...titles].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(parents.slice(titles.length).every((title: string | null) => title === null)).toBe(true);
  });
});

test('a search by a country that is retired during the search uses the areas at its start', async () => {
  const { services } = server;
  const viewer = { role: 'READER' as const, name: null, locales: ['en'], preview: false };
  const context = createContext(services, { requestId: '', viewer, deadlineMs: 5000 });
  let { areas } = context;
  const catchUp = async () => void (areas = { current: new AreaIndex([]) });
  const store = { ...context.store, log: { ...context.store.log, catchUp } };
  const { data: answer, errors } = await execute({
    schema: executableSchema(services.model, services.modules),
    document: parse('{ search(query: "eurojust", countries: ["IS"]) { totalCount } }'),
    contextValue: Object.defineProperty({ ...context, store }, 'areas', { get: () => areas }),
  });
  expect([errors, answer]).toEqual([undefined, { search: { totalCount: expect.any(Number) } }]);
});
