import type { EntryKey } from '../model/entry-key.js';
import type { View } from '../model/view.js';
import type { Schedule } from './schedules.js';
import type { Upkeep } from './upkeep.js';

/** Where an entry stands in its life. */
export type Status = 'DRAFT' | 'PUBLISHED' | 'RETIRED';

/** A record as it is kept: localised texts as one text per locale, links as slugs, absent lists as empty lists. */
export type EntryRecord = Record<string, unknown>;

/** One entry as it is stored: its record and its bookkeeping. */
export interface StoredEntry {
  /** Type name of its kind. */
  kind: string;
  slug: string;
  /** Counted from 1. */
  revision: number;
  status: Status;
  originalLocale: string;
  /** Of an entry that is whole. */
  createdAt: Date;
  /** Of an entry that is whole, or was asked for with `revision` among its fields. */
  updatedAt: Date;
  /** Of an entry that is whole, or was asked for with `publishedAt` among its fields. */
  publishedAt: Date | null;
  /** The slug that a retired entry was renamed to, or null. */
  movedTo: string | null;
  /**
   * The slugs it had, the oldest first, which is that of its birth; the present one only where it stands first. Of an entry
   * that is whole, or was asked for with `formerly` among its fields.
   */
  formerly: readonly string[];
  /** For each localised path (`title`, `sessions.0.title`) and locale, the revision at which the text last changed. */
  textRevisions: Record<string, Record<string, number>>;
  /** The record, or for a page that asked for some fields only, those. Computed fields evaluated on writing included. */
  record: EntryRecord;
}

/** A filter as the contract's input type for the kind gives it, coerced by GraphQL. */
export type FilterInput = Readonly<Record<string, unknown>>;

/** One term of an order: the path of a sortable field and its direction. */
export interface OrderTerm {
  path: readonly string[];
  direction: 'ASC' | 'DESC';
}

/** One facet asked for: the path of a facet field and how many values at most. */
export interface FacetRequest {
  path: readonly string[];
  first: number;
}

/** What is asked of a list. Exactly one of `first` and `last` is given. */
export interface PageQuery {
  filter: FilterInput | null;
  orderBy: readonly OrderTerm[];
  first: number | null;
  after: string | null;
  last: number | null;
  before: string | null;
  /** The languages in which texts are served, filtered and ordered, best first; the entry's own comes last by itself. */
  locales: readonly string[];
  /** What is needed of the answer; what is not asked for costs nothing. */
  want: {
    nodes: boolean;
    /** Fields of the record that are needed, or null for all. Revisions of texts come with all, or with `translations`. */
    fields: readonly string[] | null;
    totalCount: boolean;
    facets: readonly FacetRequest[];
    /** False where none of the cursors is needed, which are empty then. */
    cursors?: boolean;
  };
}

/** One entry of a page with the cursor that points at it. */
export interface PageEdge {
  cursor: string;
  entry: StoredEntry;
  /** The embedded objects by which the entry links to the parent, where the inverse carries them. */
  via: readonly EntryRecord[];
}

/** One value of a facet: a slug (`folder/slug` for an interface), an enum value or a scalar, with its count. */
export interface FacetCount {
  value: unknown;
  count: number;
}

/** A page of a list. */
export interface Page {
  edges: readonly PageEdge[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** Null unless asked for. */
  totalCount: number | null;
  /** By the joined name of the facet's path. */
  facets: ReadonlyMap<string, readonly FacetCount[]>;
}

/** What there is of one entry. */
export interface EntryStates {
  /** What the public sees; null where nothing is published. */
  published: StoredEntry | null;
  /** Drafts and retired entries included; null where there is no such entry. */
  newest: StoredEntry | null;
  /** What is to be published of it later, or null. */
  schedule: Schedule | null;
}

/** What a writer has read. */
export interface Reading {
  /** Tells this log from another that takes its place, as after a restore. */
  log: number;
  /** In the order asked for. */
  entries: readonly EntryStates[];
}

/** One link to an entry. */
export interface Use extends EntryKey {
  /** Of the field, as in `sessions.topics`; `figures` where the newest figures were read in the entry. */
  path: string;
  /** Whether what the public sees links, and not only a draft. */
  published: boolean;
}

/** The entries of every kind, as they are served and as writers find them. Drafts are seen where the view says so. */
export interface Entries {
  /**
   * Entries by slug, in the order asked for, whatever their status (of a retired one, its tombstone); null where there is none.
   *
   * @param fields as in PageQuery
   */
  bySlug(
    kind: string,
    slugs: readonly string[],
    fields: readonly string[] | null,
    view: View,
  ): Promise<(StoredEntry | null)[]>;
  /** An entry as `bySlug` gives it, where it is in memory and need not be read; undefined else. */
  remembered(kind: string, slug: string, fields: readonly string[] | null, view: View): StoredEntry | null | undefined;
  /**
   * Whether an entry is shown to a view, under the slug that it was born with; undefined where that is not known without
   * reading.
   */
  isShown(key: EntryKey, view: View): boolean | undefined;
  /** Keeps in memory which entries are shown to readers; `onTrouble` is as of `ChangeLog.keepUp`. */
  keepShown(onTrouble: (error: unknown) => void): Upkeep;
  /** The entries that have a value in one of these fields, which are filtered by; in no order. One command. */
  keysBy(fields: readonly { kind: string; path: readonly string[] }[], value: unknown, view: View): Promise<EntryKey[]>;
  /** A page of a kind. @throws BAD_CURSOR, BAD_FILTER, TOO_BROAD */
  page(kind: string, query: PageQuery, view: View): Promise<Page>;
  /**
   * A page of entries of several kinds, by what every entry has; one command.
   *
   * @throws BAD_CURSOR, BAD_FILTER, TOO_BROAD
   */
  commonPage(kinds: readonly string[], query: PageQuery, view: View): Promise<Page>;
  /** For each parent, the page of entries that link to it by the inverse field; one command for all parents. */
  inversePages(
    kind: string,
    inverse: string,
    parents: readonly string[],
    query: PageQuery,
    view: View,
  ): Promise<Map<string, Page>>;
  /** The keys (`folder/slug`) of the entries of these kinds that a filter of their interface meets, in one command. */
  matching(
    kinds: readonly string[],
    filter: FilterInput,
    locales: readonly string[],
    view: View,
  ): Promise<ReadonlySet<string>>;
  /** The newest state of entries, drafts included; null where there is none. One command. */
  current(keys: readonly EntryKey[]): Promise<(StoredEntry | null)[]>;
  /** What a writer has to know of entries. One command, which looks whether the log still is the one that was applied. */
  reading(keys: readonly EntryKey[]): Promise<Reading>;
  /** The newest state of every entry of a kind, drafts and retired ones included, by slug; with the fields wanted, or all. */
  all(kind: string, fields?: readonly string[] | null): AsyncIterable<StoredEntry>;
  /** What is published of a kind, by slug; with the fields wanted, or all. */
  published(kind: string, fields: readonly string[] | null): AsyncIterable<StoredEntry>;
  /**
   * The entries that link to this one, by any field, in one command, and those whose newest figures were read in it; at
   * most `limit`.
   *
   * @param formerly  slugs that it had, by which figures may know it still
   */
  usedBy(key: EntryKey, limit: number, formerly?: readonly string[]): Promise<Use[]>;
}
