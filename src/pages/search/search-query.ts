import type { Fallback, LinkedEntry } from '../../html/page-writer.js';
import { EXAMPLES } from '../../kinds/pages/search-examples.js';
import { NAME_FRAGMENT } from '../entry/entry-query.js';

export type { ExamplesAnswer } from '../../kinds/pages/search-examples.js';

/** Results of one page, and topics, countries and years that are named beside them. */
const PAGE = 20;
const MOST_NAMED = 8;

const NAMED = '{ value { path title translation(inShort: true) { missing fellBackTo } } count }';

/**
 * The one query of the search: what was found of the kinds that were picked, and how much there is of each kind, picked
 * or not, of each country and of each year. Its variables are `query`, `kinds` and `after`.
 */
export const SEARCH_QUERY = `query Search($query: String!, $kinds: [EntryKind!], $after: String) {
  found: search(query: $query, kinds: $kinds, first: ${PAGE}, after: $after) {
    totalCount didYouMean pageInfo { endCursor hasNextPage }
    edges { node { path title summary entryKind translation(inShort: true) { missing fellBackTo } } highlights { field locale pieces { text isMatch } } }
  }
  counted: search(query: $query, first: 0) {
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
  };
  counted: {
    facets: {
      kinds: readonly { value: string; count: number }[];
      topics: readonly { value: LinkedEntry; count: number }[] | null;
      countries: readonly { value: LinkedEntry; count: number }[] | null;
      years: readonly { value: number; count: number }[] | null;
    };
  };
}
