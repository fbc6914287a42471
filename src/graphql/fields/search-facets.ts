import { entryKindName } from '../../model/model.js';
import type { SelectedFacets } from '../../search/rank.js';
import type { SearchOutcome, Search } from '../../search/search.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { checkPageSize } from '../selection/page-query.js';
import { loadSearchHits } from './load-search-hits.js';
import { referenceTo } from './search-index.js';

interface Countable {
  search: Search;
  found: SearchOutcome;
  picked: SelectedFacets;
}

interface Count<T extends string | number = string> {
  value: T;
  count: number;
}

/** Sorted facet counts; the values are kinds, topics, countries (by entry key) and years. */
interface Facets {
  kinds: readonly Count[];
  topics: readonly Count[];
  countries: readonly Count[];
  years: readonly Count<number>[];
}

/** Path from a facet count to its entry. */
const COUNTED = [['value']];

/** Registers the facets of a search. */
export function attachSearchFacets(assembly: ResolverRegistry): void {
  const { model } = assembly;
  assembly.resolve<Countable, object>('SearchConnection', 'facets', ({ search, found, picked }): Facets => {
    // The target of a link may have been withdrawn since it was indexed.
    const exists = ({ value }: Count) => search.index.value(value) !== null;
    const counted = (facet: 'kinds' | 'topics' | 'countries') => withPicked(found[facet], picked[facet], byFrequency);
    return {
      kinds: counted('kinds').map(({ value, count }) => ({ value: entryKindName(model.kind(value)), count })),
      topics: counted('topics').filter(exists),
      countries: counted('countries').filter(exists),
      years: withPicked(found.years, picked.years, (a, b) => b.value - a.value),
    };
  });
  for (const facet of ['topics', 'countries'] as const) {
    assembly.resolve<Facets, { first: number }>('SearchFacets', facet, async (facets, { first }, context, info) => {
      const most = facets[facet].slice(0, checkPageSize('first', first));
      const toEntry = ({ value }: Count) => referenceTo(model, value);
      const shown = await loadSearchHits(most, toEntry, { assembly, context, info, paths: COUNTED });
      return shown.map(({ result: { count }, entry }) => ({ value: entry, count }));
    });
  }
  assembly.resolve<Facets, { first: number }>('SearchFacets', 'years', ({ years }, { first }) =>
    years.slice(0, checkPageSize('first', first)),
  );
}

/** Returns the values of a facet with their counts: selected values first, then the others, both sorted. */
function withPicked<T extends string | number>(
  counts: ReadonlyMap<T, number>,
  picked: ReadonlySet<string | number> | undefined,
  order: (one: Count<T>, other: Count<T>) => number,
): Count<T>[] {
  const first = [...((picked ?? []) as Iterable<T>)].map((value) => ({ value, count: counts.get(value) ?? 0 }));
  const others = [...counts].map(([value, count]) => ({ value, count })).filter(({ value }) => !picked?.has(value));
  return [...first.sort(order), ...others.sort(order)];
}

function byFrequency(a: Count, b: Count): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}
