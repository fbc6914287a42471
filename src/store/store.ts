import type { Role } from '../model/model.js';
import type { Editorial, Revision } from './editing/editorial.js';

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
  createdAt: Date;
  updatedAt: Date;
  publishedAt: Date | null;
  /** The slug that a retired entry was renamed to, or null. */
  movedTo: string | null;
  /** For each localised path (`title`, `sessions.0.title`) and locale, the revision at which the text last changed. */
  textRevisions: Record<string, Record<string, number>>;
  /** The record, or for a page that asked for some fields only, those. Computed fields worked out on writing included. */
  record: EntryRecord;
}

/** Which graph is read, and for whom. */
export interface View {
  role: Role;
  /** Drafts stand in place of what is published. Only ever true for editors. */
  preview: boolean;
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

/** What a batch does with one entry. */
export type Action = 'SAVE' | 'PUBLISH' | 'UNPUBLISH' | 'RETIRE' | 'RENAME' | 'RESTORE' | 'SEED';

/** One entry of a batch: the whole of what it is to be from now on. */
export interface EntryChange {
  action: Action;
  kind: string;
  slug: string;
  /** The revision that the change was made against; 0 for an entry that is new. */
  expectedRevision: number;
  status: Status;
  originalLocale: string;
  movedTo?: string | null;
  /**
   * The slug that the entry had until now. Its revisions go on here, and so do the dates and texts that it had; that the
   * old slug is retired is another entry of the same batch.
   */
  movedFrom?: string;
  record: EntryRecord;
}

/** Who changes what, and why. */
export interface Batch {
  author: string;
  message: string;
  /** Of one entry there may be several, each made against the one before. */
  entries: readonly EntryChange[];
  /** New editions of figures. Their points are written before the batch that makes them visible. */
  editions?: readonly SeriesEdition[];
}

/** All figures of one indicator, as one publisher's file gave them. */
export interface SeriesEdition {
  indicator: string;
  /** Of the figures alone, the same for the same figures in whatever order they came. */
  digest: string;
  series: readonly Omit<StoredSeries, 'vintage' | 'indicator'>[];
  /** Where the figures come from, for those that were imported. */
  provenance?: EditionProvenance;
  /** The date of their publisher's edition; the time of writing unless given. */
  date?: EditionDate;
}

/** The date of an edition, as exactly as it is known, and of what it is the date. */
export interface EditionDate {
  /** A partial date: 2024, 2024-06 or 2024-06-18. */
  date: string;
  /** NOT_BEFORE: neither the publisher's update nor the retrieval is known, only a date before which neither can lie. */
  dateOf: 'UPDATE' | 'RETRIEVAL' | 'NOT_BEFORE';
}

/** Where the figures of an edition come from. */
export interface EditionProvenance {
  files: readonly {
    name: string;
    sha256: string;
    /** How the file was read, in words. */
    layout: string;
    /** The sheet, or the member of an archive; null for a file that is one table. */
    table: string | null;
    /** When its publisher last changed it, as the file says; null where it does not. */
    updated: string | null;
  }[];
  /** The day on which the files were fetched, as YYYY-MM-DD. */
  retrievedOn: string;
  /** The terms of reuse, in words; null where they are not known. */
  licence: string | null;
  /** Whom to name, in words; null where nobody says. */
  attribution: string | null;
}

/** What came of a batch: its place in the log, or who was faster. */
export type CommitResult =
  | {
      committed: true;
      /** The last place in the log that it takes. */
      sequence: number;
      /** In how many parts a batch was written that is too large for one; each is there whole or not at all. */
      parts?: number;
    }
  | {
      committed: false;
      conflicts: readonly { kind: string; slug: string; expectedRevision: number; revision: number }[];
    };

/** What the change feed tells: a batch that is in the log and in the served collections. */
export interface ChangeNotice {
  sequence: number;
  entries: readonly { kind: string; slug: string; revision: number; action: Action; status: Status }[];
  /** Slugs of the indicators that have a new edition of figures. */
  editions?: readonly string[];
  /**
   * The log is another than it was, as after a restore: all is to be read anew. No entries are named; those of the log,
   * as far as they had to be served anew, follow.
   */
  isAnew?: true;
}

/** How far the log is applied to the served collections. */
export interface FeedState {
  /** The last batch that is served. */
  sequence: number;
  /** Whether all that the log held has been applied once since the store was opened. */
  isProjected: boolean;
  /** Whether the last attempt failed; the feed tries again by itself. */
  isFailing: boolean;
  /** How many attempts failed since the store was opened. */
  failures: number;
}

/** What some work asked of the database. */
export interface DatabaseUse {
  commands: number;
  /** What they took, added up; some ran beside others. */
  milliseconds: number;
}

/** Connections to the database. */
export interface PoolState {
  open: number;
  /** Of those, the ones that carry a command. */
  used: number;
  /** Commands that wait for one. */
  waiting: number;
}

/** A kind of which the database holds entries and the model has none. */
export interface StrangeKind {
  kind: string;
  folder: string;
  /** The kind that has its folder now, as where it was renamed; null where none has. */
  heldBy: string | null;
  /** How many entries of it are not retired. */
  entries: number;
}

/** What something made of the records has to take in: everything, or what changed since. */
export type News = 'EVERYTHING' | readonly ChangeNotice[];

/** Something that is kept current with the records. */
export interface Upkeep {
  /** Resolves once all that was told is taken in. */
  settled(): Promise<void>;
  /** Ends it; what is under way is finished first. */
  close(): Promise<void>;
}

/** One batch of the log, as history tells it. */
export interface LoggedChange extends ChangeNotice {
  author: string;
  message: string;
  at: Date;
}

/** One series of figures as it is stored: one document for an indicator, an area, a breakdown and an edition. */
export interface StoredSeries {
  indicator: string;
  /** Code of the area, exact. */
  area: string;
  /** Codes by dimension; empty for the total. */
  breakdown: Readonly<Record<string, string>>;
  /** The edition: when it was made visible. */
  vintage: Date;
  points: readonly StoredPoint[];
}

/** One cell of a series, oldest first in its list. */
export interface StoredPoint {
  period: string;
  value: number | null;
  state: 'REPORTED' | 'NOT_REPORTED' | 'SUPPRESSED' | 'NOT_APPLICABLE';
  flags: readonly string[];
  /** Slug of the source, or null. */
  source: string | null;
  note: string | null;
  /** The least and the most that the figure can be, where its publisher says so. */
  lower?: number | null;
  upper?: number | null;
}

/** What figures of an indicator there are in its newest edition. */
export interface FiguresCoverage {
  series: number;
  /** How many cells with a reported figure, and how many without one. */
  reported: number;
  missing: number;
  from: string | null;
  to: string | null;
  /** Codes, in the order of the alphabet. */
  areas: readonly string[];
}

/** One series in two editions; without points in the one that does not have it. */
export interface ChangedSeries {
  area: string;
  breakdown: Readonly<Record<string, string>>;
  before: readonly StoredPoint[];
  after: readonly StoredPoint[];
}

/** Asks in what two editions differ. */
export interface ChangedSeriesQuery {
  indicator: string;
  from: Date;
  to: Date;
  /** Null for all. */
  areas: readonly string[] | null;
}

/** One edition of the figures of an indicator. */
export interface Vintage {
  /** Counted from 1 for each indicator. */
  number: number;
  /** The moment from which it is current: the beginning of its date, and after the edition before. */
  at: Date;
  /** A partial date; the day on which it was written where `dateOf` says so. */
  date: string;
  dateOf: EditionDate['dateOf'] | 'WRITING';
  digest: string;
  /** Null for figures that were not imported. */
  provenance: EditionProvenance | null;
}

/**
 * The records in their database.
 *
 * Reading never sees drafts unless the view says so. An entry that is not there is null, never an error. Every method
 * rejects with AppError DATABASE_UNREACHABLE when the database does not answer in time.
 */
export interface Store extends Editorial {
  /**
   * Entries by slug, in the order asked for, whatever their status (a retired one is a stub); null where there is none.
   *
   * @param fields as in PageQuery
   */
  bySlug(
    kind: string,
    slugs: readonly string[],
    fields: readonly string[] | null,
    view: View,
  ): Promise<(StoredEntry | null)[]>;
  /** The slugs of entries of the kinds whose field at the path has one of the values; used to read natural keys. */
  slugsBy(kind: string, path: readonly string[], values: readonly unknown[], view: View): Promise<Map<unknown, string>>;
  /** A page of a kind. @throws BAD_CURSOR, BAD_FILTER, TOO_BROAD */
  page(kind: string, query: PageQuery, view: View): Promise<Page>;
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

  /** The newest state of entries, drafts included, for writers; null where there is none. */
  current(keys: readonly { kind: string; slug: string }[]): Promise<(StoredEntry | null)[]>;
  /** The newest state of every entry of a kind, drafts and retired ones included, by slug. For plan and export. */
  all(kind: string): AsyncIterable<StoredEntry>;
  /** What is published of a kind, by slug; with the fields wanted, or all. */
  published(kind: string, fields: readonly string[] | null): AsyncIterable<StoredEntry>;
  /** Pages that outlive the process and can be worked out again: never content. */
  notebook<T extends { key: string }>(name: string): Notebook<T>;
  /**
   * Appends a batch to the log and applies it to the served collections: there whole, or not at all.
   *
   * @throws AppError NOT_YET_SERVED when it is in the log and could not be applied; that is done later by itself
   */
  commit(batch: Batch): Promise<CommitResult>;
  /**
   * The entries that link to this one, by any field, and those whose newest figures were read in it, by the path
   * `figures`; used before retiring. At most `limit`.
   */
  usedBy(key: { kind: string; slug: string }, limit: number): Promise<{ kind: string; slug: string; path: string }[]>;

  /** The last sequence number of the log; 0 when it is empty. */
  head(): Promise<number>;
  /** The log after a sequence number, oldest first, at most `limit`; fewer, but one, where changes have many entries. */
  changesAfter(sequence: number, limit: number): Promise<LoggedChange[]>;
  /** How far the log is applied; asks nothing of the database. */
  feed(): FeedState;
  /** Does some work, and counts in `use` what it asks of the database. */
  measured<T>(use: DatabaseUse, work: () => T): T;
  /** How the connections to the database stand. */
  pool(): PoolState;
  /** Calls back for every batch from now on, in order, whoever wrote it; returns the function that ends it. */
  follow(listener: (notice: ChangeNotice) => void): () => void;
  /**
   * Keeps something made of the records current: calls `take` for everything at once, then for what changed since, one
   * call at a time. A call that fails is repeated, with what came meanwhile, until it succeeds.
   *
   * @param onTrouble is told why a call failed, once for a row of failures, and null once one succeeded again
   */
  keepUp(take: (news: News) => Promise<void>, onTrouble: (error: unknown) => void): Upkeep;
  /** The states of one entry through its life, newest first. */
  revisions(kind: string, slug: string, limit: number): Promise<Revision[]>;

  /** Series of indicators, the newest edition of each not after `asOf`; all areas and breakdowns unless given. One command. */
  series(query: SeriesQuery): Promise<StoredSeries[]>;
  /**
   * The series in which the editions of an indicator that were served at two moments differ, by area and breakdown. What
   * stayed the same is not read.
   */
  changedSeries(query: ChangedSeriesQuery): AsyncIterable<ChangedSeries>;
  /** The newest edition of each of these indicators; an indicator without figures is absent. */
  editions(indicators: readonly string[]): Promise<Map<string, { vintage: Date; digest: string }>>;
  /** What there is in the newest edition of each of these indicators; one without figures is absent. One command. */
  coverage(indicators: readonly string[]): Promise<Map<string, FiguresCoverage>>;
  /** All editions of each of these indicators, oldest first; an indicator without figures is absent. */
  vintages(indicators: readonly string[]): Promise<Map<string, readonly Vintage[]>>;
  /** The slugs of all indicators that have figures, published or not, in the order of the alphabet. */
  indicatorsWithFigures(): Promise<string[]>;

  /** How much there is of everything, counted by reading all of it: seldom to be asked for. */
  counts(): Promise<StoreCounts>;

  /** The kinds that the database has entries of and the model has not, in the order of their folders. */
  strangeKinds(): Promise<StrangeKind[]>;

  /** Rejects with DATABASE_UNREACHABLE unless the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Pages of what was worked out before, by key, so that it need not be worked out again. */
export interface Notebook<T extends { key: string }> {
  /** The pages of these keys that are there, in no order. */
  get(keys: readonly string[]): Promise<T[]>;
  /** The keys of all pages, in no order. */
  keys(): AsyncIterable<string>;
  /** Writes pages, each in place of the one of its key. */
  put(pages: readonly T[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** How much there is: no answer holds more. */
export interface StoreCounts {
  /** What the public can see, with the names of what was withdrawn; by type name. */
  published: ReadonlyMap<string, KindCounts>;
  /** What editors see in a preview; by type name. */
  withDrafts: ReadonlyMap<string, KindCounts>;
  /** By the slug of the indicator; one without figures is absent. */
  figures: ReadonlyMap<string, FiguresCounts>;
}

/** How much there is of a kind. */
export interface KindCounts {
  entries: number;
  /** The highest revision of an entry. */
  revisions: number;
  /** By the path of a link or an embedded object, as in `sessions.topics`; a path that no record uses is absent. */
  paths: ReadonlyMap<string, PathCounts>;
}

/** How many values there are at a path of the records of a kind. */
export interface PathCounts {
  /** In one entry at most. */
  most: number;
  /** In all of them. */
  total: number;
  /** For a link: how many lead to one entry at most. */
  incoming: number;
  /** For a link: how many of one entry lead to one and the same at most. */
  again: number;
}

/** How much there is of the figures of an indicator, in any of its editions at most. */
export interface FiguresCounts {
  editions: number;
  /** Files from which one edition was imported. */
  files: number;
  series: number;
  /** The first and the last period. */
  from: string | null;
  to: string | null;
  /** Codes. */
  areas: ReadonlySet<string>;
}

/** Which series are wanted. */
export interface SeriesQuery {
  indicators: readonly string[];
  areas: readonly string[] | null;
  /** Each breakdown wanted, whole; null for all, an empty object for the total. */
  breakdowns: readonly Readonly<Record<string, string>>[] | null;
  asOf: Date | null;
}
