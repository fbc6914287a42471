import type { Fallback, LinkedEntry } from '../../html/page-writer.js';
import { EXAMPLES } from '../../kinds/pages/search-examples.js';
import { NAME_FRAGMENT } from '../entry/entry-query.js';

export type { ExamplesAnswer } from '../../kinds/pages/search-examples.js';

/** Results of one page, and topics, countries and years that are named beside them, or may be picked. */
const PAGE = 20;
export const MOST_NAMED = 8;

/** How the address names a topic or a country, and what it is called. */
const NAMED = '{ value { slug title translation(inShort: true) { missing fellBackTo } ... on Area { code } } count }';

/**
 * The one query of the search: what was found of what was picked, and how much there is of each kind, topic, country and
 * year, picked or not. Its variables are `query`, `kinds`, `topics`, `countries`, `years` and `after`.
 */
export const SEARCH_QUERY =
  `query Search($query: String!, $kinds: [EntryKind!], $topics: [Slug!], $countries: [AreaCode!], $years: [Int!], $after: String) {
  found: search(query: $query, kinds: $kinds, topics: $topics, countries: $countries, years: $years, first: ${PAGE}, after: $after) {
    totalCount didYouMean pageInfo { endCursor hasNextPage }
    edges { node { path title summary entryKind translation(inShort: true) { missing fellBackTo } } highlights { field locale pieces { text isMatch } } }
    facets { kinds { value count } topics(first: ${MOST_NAMED}) ${NAMED} countries(first: ${MOST_NAMED}) ${NAMED} years(first: ${MOST_NAMED}) { value count } }
  }
}`.replace(/\s+/g, ' ');

/** What the page asks where nothing is searched for. */
export const EXAMPLES_QUERY = `query Examples { ${EXAMPLES} } ${NAME_FRAGMENT}`.replace(/\s+/g, ' ');

/** A text in pieces; those that answer the search are told apart. */
export interface Highlight {
  field: string;
  locale: string;
  pieces: readonly { text: string; isMatch: boolean }[];
}

/** An entry that was found, and where. */
export interface FoundEntry {
  node: LinkedEntry & { entryKind: string; translation: Fallback };
  highlights: readonly Highlight[];
}

/** The answer of the contract to a search. */
export interface SearchAnswer {
  found: {
    totalCount: number;
    didYouMean: string | null;
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
    edges: readonly FoundEntry[];
    facets: {
      kinds: readonly Counted<string>[];
      topics: readonly Counted<FoundSubject>[];
      countries: readonly Counted<FoundSubject>[];
      years: readonly Counted<number>[];
    };
  };
}

/** A value of what was found, and how often it is there. */
interface Counted<T> {
  value: T;
  count: number;
}

/** A topic, or a country with its code. */
export interface FoundSubject extends Omit<LinkedEntry, 'path'> {
  slug: string;
  code?: string;
}
