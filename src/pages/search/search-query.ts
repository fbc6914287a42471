import { type LinkedEntry, NAME_FRAGMENT, type TranslationFallback } from '../../html/page-writer.js';
import type { PageInfo } from '../../html/pager.js';
import { EXAMPLE_SEARCHES_SELECTION } from '../../kinds/pages/search-examples.js';
import type { Kind, Model } from '../../model/model.js';
import { memoiseByObject } from '../../memoise.js';
import { PAGE_LIMITS } from '../../model/result-limits.js';
import { rowFieldsSelection, summaryLocaleField } from '../entry/entry-query.js';
import type { EntryValues } from '../../kinds/pages/page-part.js';
import { rowFields } from '../entry/displayed-fields.js';

export type { ExampleSearchesResponse as ExamplesAnswer } from '../../kinds/pages/search-examples.js';

/** Maximum number of topics, countries and years per facet. */
export const MAX_FACET_VALUES = 8;

const FACET_SELECTION = '{ value { slug ...Name ... on Area { code } } count }';

/** GraphQL selection of the explorer to which the page of an entry redirects. */
const EXPLORER_PATH = 'explorer { path }';

/** Returns the query of a search: hits with row fields by kind, and counts by kind, topic, country and year. */
export const searchQuery = memoiseByObject((model: Model): string => {
  const rows = model.kinds.flatMap((kind) => {
    const fields = [
      summaryLocaleField(kind),
      kind.fields.some(({ name }) => name === 'explorer') ? EXPLORER_PATH : '',
      rowFieldsSelection(model, kind, aliasPrefix(kind)),
    ];
    const isShown = kind.audience === null && fields.some((field) => field !== '');
    return isShown ? [`... on ${kind.name} { ${fields.join(' ')} }`] : [];
  });
  return `query Search($query: String!, $kinds: [EntryKind!], $topics: [Slug!], $countries: [AreaCode!], $years: [Int!], $after: String, $withFigures: Boolean = false) {
  figures: figureAnswers(words: $query) @include(if: $withFigures) { title path unitLabel indicator { ...Name publisher { ...Name } } answer { value } unresolved { input omission sentence } }
  found: search(query: $query, kinds: $kinds, topics: $topics, countries: $countries, years: $years, first: ${PAGE_LIMITS.defaultSize}, after: $after) {
    totalCount didYouMean scope { kind language unscoped } pageInfo { endCursor hasNextPage }
    edges { node { ...Name summary entryKind ${rows.join(' ')} } highlights { field locale pieces { text isMatch } isTranslation } }
    facets { kinds { value count } topics(first: ${MAX_FACET_VALUES}) ${FACET_SELECTION} countries(first: ${MAX_FACET_VALUES}) ${FACET_SELECTION} years(first: ${MAX_FACET_VALUES}) { value count } }
  }
} ${NAME_FRAGMENT}`.replace(/\s+/g, ' ');
});

/** Returns the prefix of aliases for a kind. Fields of two kinds can have the same name but different types. */
function aliasPrefix(kind: Kind): string {
  return `${kind.singular}_`;
}

/** Returns the row fields of a hit, by field name. */
export function hitRowFields({ node }: EntryHit, model: Model, kind: Kind): EntryValues {
  return Object.fromEntries(rowFields(model, kind).map(({ name }) => [name, node[`${aliasPrefix(kind)}${name}`]]));
}

/** Query of the search page without search words. */
export const EXAMPLE_SEARCHES_QUERY = `query Examples { ${EXAMPLE_SEARCHES_SELECTION} } ${NAME_FRAGMENT}`.replace(
  /\s+/g,
  ' ',
);

/** A text, divided into pieces that match the search or not. */
export interface HighlightedText {
  field: string;
  /** Locale of the text; null if the language is unknown. */
  locale: string | null;
  pieces: readonly { text: string; isMatch: boolean }[];
  isTranslation: boolean;
}

/** An entry found by a search, with its matching texts. */
export interface EntryHit {
  node: LinkedEntry &
    EntryValues & { entryKind: string; translation: TranslationFallback; explorer?: { path: string } | null };
  highlights: readonly HighlightedText[];
}

export interface SearchResponse {
  /** Figures that the search words request; absent on further pages and with filters. */
  figures?: readonly FigureAnswer[];
  found: {
    totalCount: number;
    didYouMean: string | null;
    scope: { kind: string | null; language: string | null; unscoped: string } | null;
    pageInfo: PageInfo;
    edges: readonly EntryHit[];
    facets: {
      kinds: readonly FacetValue<string>[];
      topics: readonly FacetValue<FacetEntry>[];
      countries: readonly FacetValue<FacetEntry>[];
      years: readonly FacetValue<number>[];
    };
  };
}

/** A figure that the search words request. */
export interface FigureAnswer {
  title: string;
  path: string;
  unitLabel: string;
  indicator: LinkedEntry & { publisher: LinkedEntry };
  answer: { value: number | null } | null;
  unresolved: readonly { input: string; omission: string | null; sentence: string | null }[];
}

interface FacetValue<T> {
  value: T;
  count: number;
}

/** A topic or country as the value of a facet. */
export interface FacetEntry extends LinkedEntry {
  slug: string;
  code?: string;
}
