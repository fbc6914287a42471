import { isSlug } from '../../model/entry-key.js';
import { entryKindName, type Model } from '../../model/model.js';
import { MAX_FACET_VALUES } from './search-query.js';

export const SEARCH_PATH = '/search';

/** Selected values, by URL parameter. */
export interface SelectedFilters {
  kind: readonly string[];
  topic: readonly string[];
  country: readonly string[];
  year: readonly string[];
}

const YEAR = /^[12]\d{3}$/;

/**
 * Parses the filters in a URL. Skips invalid values.
 * @param lookups.codeOf  returns the code of an area by any of its names; null if unknown
 * @param lookups.hasTopic  whether there is a topic with a slug
 */
export function parseSearchFilters(
  model: Model,
  search: URLSearchParams,
  lookups: { codeOf: (text: string) => string | null; hasTopic: (slug: string) => boolean },
): SelectedFilters {
  const kinds = model.kinds.filter(({ audience }) => audience === null).map(entryKindName);
  const parseValues = (name: keyof SelectedFilters, parse: (text: string) => string | null) =>
    [...new Set(search.getAll(name).flatMap((text) => parse(text) ?? []))].slice(0, MAX_FACET_VALUES);
  return {
    kind: parseValues('kind', (text) => (kinds.includes(text) ? text : null)),
    topic: parseValues('topic', (text) => (isSlug(text) && lookups.hasTopic(text) ? text : null)),
    country: parseValues('country', lookups.codeOf),
    year: parseValues('year', (text) => (YEAR.test(text) ? text : null)),
  };
}

/** Returns the variables of `searchQuery`. Null means no filter. */
export function searchVariables(
  query: string,
  { kind, topic, country, year }: SelectedFilters,
  after: string | null,
): Record<string, unknown> {
  const nullIfEmpty = <T>(values: readonly T[]) => (values.length > 0 ? values : null);
  return {
    query,
    kinds: nullIfEmpty(kind),
    topics: nullIfEmpty(topic),
    countries: nullIfEmpty(country),
    years: nullIfEmpty(year.map(Number)),
    after,
    // Filters select entries, not figures, so figures are shown only without filters.
    withFigures: after === null && [kind, topic, country, year].every(({ length }) => length === 0),
  };
}

/** Returns the selected values as URL parameters. */
export function searchFilterParams({ kind, topic, country, year }: SelectedFilters): [name: string, value: string][] {
  const selectedLists = Object.entries({ kind, topic, country, year });
  return selectedLists.flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
}

/** Returns the URL parameters of a search, with its selected filters. */
export function searchUrlParams(
  query: string,
  picked: SelectedFilters | null,
  after: string | null = null,
): URLSearchParams {
  const search = new URLSearchParams([['q', query], ...(picked ? searchFilterParams(picked) : [])]);
  if (after !== null) search.set('after', after);
  return search;
}
