import type { EntryKey } from '../model/entry-key.js';
import type { View } from '../model/view.js';
import type { Schedule } from './schedules.js';
import type { ChangeConsumer } from './change-consumer.js';

export type Status = 'DRAFT' | 'PUBLISHED' | 'RETIRED';

/** A stored record: localised texts by locale, links as slugs, absent lists as empty lists. */
export type EntryRecord = Record<string, unknown>;

export interface StoredEntry {
  /** Type name of its kind. */
  kind: string;
  slug: string;
  /** Counted from 1. */
  revision: number;
  status: Status;
  originalLocale: string;
  /** Only on a whole entry. */
  createdAt: Date;
  /** Only on a whole entry, or where `revision` was requested. */
  updatedAt: Date;
  /** Only on a whole entry, or where `publishedAt` was requested. */
  publishedAt: Date | null;
  /** The new slug of a renamed entry, which is retired under the old one. */
  movedTo: string | null;
  /**
   * Former slugs, oldest first; the present one only where it is also the first. Only on a whole entry, or where
   * requested.
   */
  formerly: readonly string[];
  /** For each localised path (`title`, `sessions.0.title`) and locale, the revision at which the text last changed. */
  textRevisions: Record<string, Record<string, number>>;
  /** The requested fields of the record, stored computed fields included. */
  record: EntryRecord;
}

/** A filter of the contract, coerced by GraphQL. */
export type FilterInput = Readonly<Record<string, unknown>>;

export interface OrderTerm {
  path: readonly string[];
  direction: 'ASC' | 'DESC';
}

export interface FacetRequest {
  path: readonly string[];
  first: number;
}

/** A list query. Exactly one of `first` and `last` is set. */
export interface PageQuery {
  filter: FilterInput | null;
  orderBy: readonly OrderTerm[];
  first: number | null;
  after: string | null;
  last: number | null;
  before: string | null;
  /** Requested locales, best first; the entry's own locale comes last implicitly. */
  locales: readonly string[];
  /** What to read. */
  want: {
    nodes: boolean;
    /** Fields of the record; null for all. Text revisions come with all or with `translations`. */
    fields: readonly string[] | null;
    totalCount: boolean;
    facets: readonly FacetRequest[];
    /** False to leave cursors empty. */
    cursors?: boolean;
  };
}

export interface PageEdge {
  cursor: string;
  entry: StoredEntry;
  /** Where the inverse has them: the embedded objects that link to the parent. */
  via: readonly EntryRecord[];
}

/** A facet value: a slug (`folder/slug` for an interface), an enum value or a scalar, with its count. */
export interface FacetCount {
  value: unknown;
  count: number;
}

export interface Page {
  edges: readonly PageEdge[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** Null unless requested. */
  totalCount: number | null;
  /** By the joined path of the facet. */
  facets: ReadonlyMap<string, readonly FacetCount[]>;
}

export interface EntryStates {
  /** Null where nothing is published. */
  published: StoredEntry | null;
  /** Drafts and retired entries included; null where there is no entry. */
  newest: StoredEntry | null;
  schedule: Schedule | null;
}

export interface WriteSet {
  /** Identifies this log; another value after a restore. */
  log: number;
  /** In the order of the keys. */
  entries: readonly EntryStates[];
}

export interface Use extends EntryKey {
  /** Path of the field, as in `sessions.topics`; `figures` where the newest figures cite the entry. */
  path: string;
  /** Whether the published state links, not only a draft. */
  published: boolean;
}

/** Reads entries of all kinds. A view decides whether drafts are visible. */
export interface Entries {
  /**
   * Entries by slug, in order, of any status (a tombstone for a retired one); null where there is none. `fields` as in
   * PageQuery.
   */
  bySlug(
    kind: string,
    slugs: readonly string[],
    fields: readonly string[] | null,
    view: View,
  ): Promise<(StoredEntry | null)[]>;
  /** The result of `bySlug` for an entry in memory; undefined where it has to be read. */
  peekBySlug(kind: string, slug: string, fields: readonly string[] | null, view: View): StoredEntry | null | undefined;
  /** Whether a view shows an entry under its first slug; undefined where that is unknown without a read. */
  isShown(key: EntryKey, view: View): boolean | undefined;
  /** Keeps `isShown` up to date; `onError` as in `ChangeLog.consume`. */
  keepShown(onError: (error: unknown) => void): ChangeConsumer;
  /** The entries that have a value in one of these filter fields, in no order. One command. */
  keysBy(fields: readonly { kind: string; path: readonly string[] }[], value: unknown, view: View): Promise<EntryKey[]>;
  /** A page of a kind. @throws BAD_CURSOR, BAD_FILTER, TOO_BROAD */
  page(kind: string, query: PageQuery, view: View): Promise<Page>;
  /**
   * A page of entries of several kinds, by their common fields; one command.
   * @throws BAD_CURSOR, BAD_FILTER, TOO_BROAD
   */
  commonPage(kinds: readonly string[], query: PageQuery, view: View): Promise<Page>;
  /** For each parent, the page of entries that link to it by the inverse field; one command. */
  inversePages(
    kind: string,
    inverse: string,
    parents: readonly string[],
    query: PageQuery,
    view: View,
  ): Promise<Map<string, Page>>;
  /** The keys (`folder/slug`) of entries of these kinds that match a filter of their interface; one command. */
  matching(
    kinds: readonly string[],
    filter: FilterInput,
    locales: readonly string[],
    view: View,
  ): Promise<ReadonlySet<string>>;
  /** The newest states, drafts included; null where there is none. One command. */
  current(keys: readonly EntryKey[]): Promise<(StoredEntry | null)[]>;
  /** The states of entries for a writer; also checks that the log was not replaced. One command. */
  reading(keys: readonly EntryKey[]): Promise<WriteSet>;
  /** The newest state of every entry of a kind, drafts and retired ones included, by slug. */
  all(kind: string, fields?: readonly string[] | null): AsyncIterable<StoredEntry>;
  /** The published entries of a kind, by slug. */
  published(kind: string, fields: readonly string[] | null): AsyncIterable<StoredEntry>;
  /**
   * The entries that link to this one, or whose newest figures cite it; at most `limit`.
   *
   * @param formerly  former slugs, which figures may still cite
   */
  usedBy(key: EntryKey, limit: number, formerly?: readonly string[]): Promise<Use[]>;
}
