import { beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType } from 'graphql';
import { knownValues } from '../graphql/random-selection.js';
import { RandomContent } from '../store/random-content.js';
import { commitFromRead, RandomWrites } from '../store/random-writes.js';
import { Random } from '../store/random.js';
import { fieldsOf, type Filter, type RootList } from './introspection.js';
import { FilterOracle } from './filter-oracle.js';
import { ExpectedEntries, type ExpectedEntry, keyOf } from './expected-entries.js';
import { isLong, startServers, seedOf } from './start-servers.js';
import { createEntryComparator, type OrderTerm, randomOrder, sortKeyPath, valuesAt } from './random-order.js';
import { RandomEditor } from './random-editor.js';
import { RandomFilter } from './random-filter.js';
import { shrinkFilter } from './shrink-filter.js';
import { printListQuery, type RequestVariant } from './request-variants.js';

const SEED = seedOf(3);
const [FILTERS, FACETS, WRITES] = isLong ? [2000, 200, 600] : [12, 4, 20];
/** Number of entries of each kind that are unpublished, unless others need them. */
const UNPUBLISHED = isLong ? 4 : 1;
const PAGE = 100;

const random = new Random(SEED);
const { variants, lists } = await startServers();

beforeAll(async () => {
  // Create states that the seed does not contain: unpublished entries, drafts of published entries, empty fields.
  const { services } = variants.withCaches;
  const base = new RandomContent(services.model, random, (await knownValues(services)).slugs);
  const writes = new RandomWrites(services.model, base, random, services.store);
  for (let step = 0; step < WRITES; step += 1) {
    const changes = await writes.next();
    // These commits skip the check of links, so they must not unpublish an entry that others need.
    if (changes.every(({ action }) => action !== 'UNPUBLISH')) await commitFromRead(services.store, changes);
  }
  const editors = variants.sendCached({ locale: 'en', preview: true });
  const editor = new RandomEditor(random, editors, lists);
  for (let step = 0; step < WRITES / 10; step += 1) await editor.step();
  // Unpublish some entries of each kind that no other entry needs, so that links lead to hidden entries.
  for (const { name } of lists) {
    const { list } = await editors(`{ list: ${name}(first: ${UNPUBLISHED}) { nodes { id revision } } }`);
    for (const { id, revision } of (list as { nodes: { id: string; revision: number }[] }).nodes)
      await editors(`mutation { entryUnpublish(id: "${id}", expectedRevision: ${revision}) { revision } }`);
  }
  await variants.waitUntilSynced();
});

describe.each<[string, RequestVariant]>([
  ['the public in Italian, or else in French', { locale: 'it,fr' }],
  ['editors in a preview in English', { locale: 'en', preview: true }],
])(`seed ${SEED}: filters for %s`, (_name, variant) => {
  let oracle: FilterOracle;
  let filters: RandomFilter;
  beforeAll(async () => {
    const known = await ExpectedEntries.read(variants.sendUncached(variant), lists);
    oracle = new FilterOracle(known);
    filters = new RandomFilter(random, (name) => known.valuesOf(name));
  });

  /** Returns a filter that matches some entries of a list and not all, in four of five attempts. */
  function distinguishingFilter(list: RootList): Filter {
    const totalCount = oracle.matching(list, null).length;
    const candidates = Array.from({ length: 5 }, () => filters.of(list.filter, random.below(4)));
    return candidates.find((each) => ![0, totalCount].includes(oracle.matching(list, each).length)) ?? candidates[0]!;
  }

  /** Returns a filter of a list by one of its fields. */
  function filterByField({ filter }: RootList, name: string): Filter {
    const candidates = Array.from({ length: 200 }, () => filters.of(filter, 1));
    return candidates.find((each) => Object.keys(each).join() === name) ?? {};
  }

  /** Describes how the response to a filter differs from the expected one; null if it is correct. */
  async function findFault(
    list: RootList,
    filter: Filter,
    orderBy: readonly OrderTerm[],
    variantIndex: number,
  ): Promise<string | null> {
    const expected = oracle
      .matching(list, filter)
      .sort(createEntryComparator(oracle, list.node, orderBy))
      .map(keyOf);
    const query = printListQuery(list, filter, orderBy, `first: ${PAGE}`, 'totalCount nodes { __typename slug }');
    const sendersByVariant = Object.entries(
      await variants.openVariants(variant, list, { filter, orderBy, first: PAGE }, query),
    );
    const [name, send] = sendersByVariant[variantIndex % sendersByVariant.length]!;
    const { totalCount, nodes } = (await send())['list'] as { totalCount: number; nodes: ExpectedEntry[] };
    const found = nodes.map(keyOf);
    const expectedPage = expected.slice(0, PAGE);
    if (totalCount === expected.length && found.join() === expectedPage.join()) return null;
    const difference = (one: string[], other: string[]) =>
      one.filter((key) => !other.includes(key)).join(' ') || 'none';
    const counts = `${totalCount} entries instead of ${expected.length}`;
    const index = found.findIndex((key, place) => key !== expectedPage[place]);
    const order = `from ${index}: ${found.slice(index, index + 2).join(' ')} instead of ${expectedPage.slice(index, index + 2).join(' ')}`;
    return `${query}\n  (${name}): ${counts}; ${order}; extra: ${difference(found, expectedPage)}; missing: ${difference(expectedPage, found)}`;
  }

  test(`${FILTERS} random filters and sort orders return the entries that FilterOracle expects, in every query variant`, async () => {
    const hits = await variants.hits();
    let countCalls = 0;
    for (let round = 0; round < FILTERS; round += 1) {
      const list = random.pick(lists);
      const orderBy = randomOrder(random, list);
      const filter = distinguishingFilter(list);
      if (![0, oracle.matching(list, null).length].includes(oracle.matching(list, filter).length)) countCalls += 1;
      if ((await findFault(list, filter, orderBy, round)) === null) continue;
      const smallest = await shrinkFilter(
        filter,
        async (each) => (await findFault(list, each, orderBy, round)) !== null,
      );
      throw new Error((await findFault(list, smallest, orderBy, round))!);
    }
    expect(countCalls).toBeGreaterThan(FILTERS / 2);
    // Responses to editors are not cached.
    const cacheHits = (await variants.hits()) - hits;
    expect(variant.preview ? cacheHits === 0 : cacheHits >= FILTERS / 5).toBe(true);
  });

  test('facet counts equal the lengths of the filtered lists', async () => {
    const counting = lists.filter(({ facets }) => facets);
    for (let round = 0; round < FACETS; round += 1) {
      const list = random.pick(counting);
      const name = random.pick(Object.keys(fieldsOf(list.facets!)));
      const { names, type } = sortKeyPath(list.node, name)!;
      const others = distinguishingFilter(list);
      if (JSON.stringify(others).includes(`"${names[0]}"`)) continue;
      // A facet ignores the filter on its own field.
      const filter =
        names.length === 1 && random.chance(0.5) ? { ...others, ...filterByField(list, names[0]!) } : others;
      const counts = new Map<string, number>();
      for (const entry of oracle.matching(list, others)) {
        const values = valuesAt(oracle, entry, names).flatMap((value) => {
          // Dates are counted by year.
          const text = type === 'PartialDate' ? String(value).slice(0, 4) : String(value);
          const key = typeof value === 'object' ? keyOf(value as ExpectedEntry) : text;
          return typeof value === 'object' && !oracle.linked(value) ? [] : [key];
        });
        for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const isOfEntries = getNamedType(fieldsOf(list.facets!)[name]!.type).name === 'EntryCount';
      const value = isOfEntries ? 'value { __typename slug }' : 'value';
      const query = printListQuery(
        list,
        filter,
        [],
        'first: 0',
        `facets(first: 100) { counted: ${name} { ${value} count } }`,
      );
      const data = await variants.sendUncached(variant)(query);
      const { facets } = data['list'] as { facets: { counted: { value: ExpectedEntry | string; count: number }[] } };
      const found = facets.counted.map(({ value: of, count }) => [typeof of === 'object' ? keyOf(of) : of, count]);
      // A facet returns at most its 100 most frequent values.
      const sortedCounts = [...counts].sort(([, a], [, b]) => b - a);
      expect([query, found.map(([, count]) => count)]).toEqual([
        query,
        sortedCounts.slice(0, PAGE).map(([, count]) => count),
      ]);
      expect([query, found]).toEqual([query, found.map(([key]) => [key, counts.get(key as string)])]);
    }
  });
});
