import { entryKindName } from '../../model/model.js';
import type { SelectedFacets } from '../../search/rank.js';
import type { SearchOutcome, Search } from '../../search/search.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { checkPageSize } from '../selection/page-query.js';
import { loadSearchHits } from './load-search-hits.js';
import { referenceTo } from './require-search-index.js';

interface SearchFacetSource {
  search: Search;
  found: SearchOutcome;
  selected: SelectedFacets;
}

interface FacetCount<T extends string | number = string> {
  value: T;
  count: number;
}

/** Sorted facet counts; the values are kinds, topics, countries (by entry key) and years. */
interface Facets {
  kinds: readonly FacetCount[];
  topics: readonly FacetCount[];
  countries: readonly FacetCount[];
  years: readonly FacetCount<number>[];
}

/** Selection path from a facet count to its entry. */
const VALUE_PATHS = [['value']];

/** Registers the resolvers for the facets of a search result. */
export function registerSearchFacets(registry: ResolverRegistry): void {
  const { model } = registry;
  registry.addResolver<SearchFacetSource, object>(
    'SearchConnection',
    'facets',
    ({ search, found, selected }): Facets => {
      // The target of a link may have been withdrawn since it was indexed.
      const hasEntry = ({ value }: FacetCount) => search.index.entryByKey(value) !== null;
      const sortedCounts = (facet: 'kinds' | 'topics' | 'countries') =>
        sortSelectedFirst(found[facet], selected[facet], (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      return {
        kinds: sortedCounts('kinds').map(({ value, count }) => ({ value: entryKindName(model.kind(value)), count })),
        topics: sortedCounts('topics').filter(hasEntry),
        countries: sortedCounts('countries').filter(hasEntry),
        years: sortSelectedFirst(found.years, selected.years, (a, b) => b.value - a.value),
      };
    },
  );
  for (const facet of ['topics', 'countries'] as const) {
    registry.addResolver<Facets, { first: number }>('SearchFacets', facet, async (facets, { first }, context, info) => {
      const counts = facets[facet].slice(0, checkPageSize('first', first));
      const toReference = ({ value }: FacetCount) => referenceTo(model, value);
      const hits = await loadSearchHits(counts, toReference, { registry, context, info, paths: VALUE_PATHS });
      return hits.map(({ result: { count }, entry }) => ({ value: entry, count }));
    });
  }
  registry.addResolver<Facets, { first: number }>('SearchFacets', 'years', ({ years }, { first }) =>
    years.slice(0, checkPageSize('first', first)),
  );
}

/** Returns the values of a facet with their counts: first the selected values, then the others, each sorted. */
function sortSelectedFirst<T extends string | number>(
  counts: ReadonlyMap<T, number>,
  selected: ReadonlySet<string | number> | undefined,
  compare: (a: FacetCount<T>, b: FacetCount<T>) => number,
): FacetCount<T>[] {
  const chosen = [...((selected ?? []) as Iterable<T>)].map((value) => ({ value, count: counts.get(value) ?? 0 }));
  const otherCounts = [...counts]
    .map(([value, count]) => ({ value, count }))
    .filter(({ value }) => !selected?.has(value));
  return [...chosen.sort(compare), ...otherCounts.sort(compare)];
}
