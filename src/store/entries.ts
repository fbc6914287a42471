import type { EntryKey } from '../model/entry-key.js';
import type { View } from '../model/visibility.js';
import type { Schedule } from './schedules.js';
import type { ChangeConsumer } from './change-consumer.js';

export type Status = 'DRAFT' | 'PUBLISHED' | 'RETIRED';

/** A stored record. Localised texts are objects keyed by locale, links are slugs, and absent lists are empty. */
export type EntryRecord = Record<string, unknown>;

export interface StoredEntry {
  /** Type name of the kind. */
  kind: string;
  slug: string;
  /** Revision number, 1-based. */
  revision: number;
  status: Status;
  originalLocale: string;
  /** Time of creation. Set only if all fields were read. */
  createdAt: Date;
  /** Time of the last revision. Set only if all fields or `revision` were read. */
  updatedAt: Date;
  /** Time of the first publication; null if never published. Set only if all fields or `publishedAt` were read. */
  publishedAt: Date | null;
  /** New slug of a renamed entry, whose old slug is retired; else null. */
  movedTo: string | null;
  /**
   * Former slugs, oldest first; includes the current slug if it was the first. Set only if all fields or `formerly`
   * were read.
   */
  formerly: readonly string[];
  /** Revision of the last change of each text, keyed by path (`title`, `sessions.0.title`) and locale. */
  textRevisions: Record<string, Record<string, number>>;
  /** Requested fields of the record, including stored computed fields. */
  record: EntryRecord;
}

/** A filter of the GraphQL schema, after coercion. */
export type FilterInput = Readonly<Record<string, unknown>>;

export interface OrderTerm {
  path: readonly string[];
  direction: 'ASC' | 'DESC';
}

export interface FacetRequest {
  path: readonly string[];
  first: number;
}

/** A list query. Exactly one of `first` and `last` is not null. */
export interface PageQuery {
  filter: FilterInput | null;
  orderBy: readonly OrderTerm[];
  first: number | null;
  after: string | null;
  last: number | null;
  before: string | null;
  /** Requested locales, in order of preference. The original locale of the entry is implicitly last. */
  locales: readonly string[];
  /** Requested parts of the page. */
  selection: {
    nodes: boolean;
    /** Fields of the record to read; null for all. `translations` also reads the revisions of texts. */
    fields: readonly string[] | null;
    totalCount: boolean;
    facets: readonly FacetRequest[];
    /** Whether to compute cursors. Default: true. Otherwise they are empty strings. */
    cursors?: boolean;
  };
}

/** An entry on a page of a list, with its cursor. */
export interface PageEdge {
  cursor: string;
  entry: StoredEntry;
  /** Embedded objects that link to the parent (see `inversePages`); empty unless the inverse link has `via`. */
  via: readonly EntryRecord[];
}

/** A facet value with its count. The value is a slug (`folder/slug` for an interface), an enum value or a scalar. */
export interface FacetCount {
  value: unknown;
  count: number;
}

export interface Page {
  edges: readonly PageEdge[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** Number of matching entries; null unless requested. */
  totalCount: number | null;
  /** Facet values, keyed by the joined path of the facet. */
  facets: ReadonlyMap<string, readonly FacetCount[]>;
}

export interface EntryStates {
  /** Published state; null if there is none. */
  published: StoredEntry | null;
  /** Current state, including drafts and retired entries; null if the entry does not exist. */
  newest: StoredEntry | null;
  schedule: Schedule | null;
}

/** The states of entries that a writer read before a change. */
export interface StatesBeforeWrite {
  /** Identifies the log. Changes when a restore replaces the log. */
  log: number;
  /** Entry states, in the order of the keys. */
  entries: readonly EntryStates[];
}

/** A link to an entry from another entry or from figures. */
export interface EntryUse extends EntryKey {
  /** Path of the field, as in `sessions.topics`; `figures` if the newest figures cite the entry. */
  path: string;
  /** Whether the published state contains the link; false if only a draft does. */
  published: boolean;
}

/** Reads entries of all kinds. The view determines whether drafts are visible. */
export interface EntryStore {
  /**
   * Returns an entry of any status for each slug, in this order: null if it does not exist, a tombstone if retired.
   * @param fields fields of the record to read; null for all
   */
  bySlug(
    kind: string,
    slugs: readonly string[],
    fields: readonly string[] | null,
    view: View,
  ): Promise<(StoredEntry | null)[]>;
  /** Whether an entry is visible in a view; undefined if only a read can decide this, as for renamed entries. */
  isVisible(key: EntryKey, view: View): boolean | undefined;
  /** Starts to keep the data of `isVisible` up to date. @param onError see `ChangeLog.consume` */
  trackVisibility(onError: (error: unknown) => void): ChangeConsumer;
  /** Returns the keys of entries with this value in any of these fields (at least one), unsorted. Sends one command. */
  keysBy(fields: readonly { kind: string; path: readonly string[] }[], value: unknown, view: View): Promise<EntryKey[]>;
  /** Returns a page of the entries of a kind. @throws BAD_CURSOR, BAD_FILTER, TOO_BROAD */
  page(kind: string, query: PageQuery, view: View): Promise<Page>;
  /** Returns a page of the entries of several kinds. The query may use only common fields. @throws as `page` */
  commonPage(kinds: readonly string[], query: PageQuery, view: View): Promise<Page>;
  /**
   * Returns a page of linking entries for each parent, keyed by parent slug. Sends one command. @param kind of parents
   */
  inversePages(
    kind: string,
    inverseName: string,
    parentSlugs: readonly string[],
    query: PageQuery,
    view: View,
  ): Promise<Map<string, Page>>;
  /** Returns the keys (`folder/slug`) of the entries that match a filter of their interface. Sends one command. */
  matchingKeys(
    kinds: readonly string[],
    filter: FilterInput,
    locales: readonly string[],
    view: View,
  ): Promise<ReadonlySet<string>>;
  /** Returns the current states, including drafts; null for an entry that does not exist. Sends one command. */
  currentStates(keys: readonly EntryKey[]): Promise<(StoredEntry | null)[]>;
  /** Returns the states of entries for a writer. Also verifies that the log was not replaced. Sends one command. */
  readStatesBeforeWrite(keys: readonly EntryKey[]): Promise<StatesBeforeWrite>;
  /** Yields the current state of each entry of a kind, including drafts and retired entries, ordered by slug. */
  all(kind: string, fields?: readonly string[] | null): AsyncIterable<StoredEntry>;
  /** Yields the published entries of a kind, ordered by slug. */
  published(kind: string, fields: readonly string[] | null): AsyncIterable<StoredEntry>;
  /**
   * Returns at most `limit` uses of an entry: links from other entries, and indicators whose newest figures cite it.
   * @param formerSlugs former slugs, which figures may still cite
   */
  usedBy(key: EntryKey, limit: number, formerSlugs?: readonly string[]): Promise<EntryUse[]>;
}
