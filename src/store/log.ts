import type { Invalidations } from './cache/dependencies.js';
import type { EntryRecord, Reading, Status, StoredEntry } from './entries.js';
import type { SeriesVintage } from './figures.js';
import type { Upkeep } from './upkeep.js';

/** What a batch does with one entry. */
export type Action = 'SAVE' | 'PUBLISH' | 'UNPUBLISH' | 'RETIRE' | 'RENAME' | 'REVERT' | 'SEED';

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
  /** As in StoredEntry; what is known of it unless given. */
  formerly?: readonly string[];
  record: EntryRecord;
}

/** That figures are of the same indicator under another slug. */
export interface FiguresMove {
  from: string;
  to: string;
}

/** Who changes what, and why. */
export interface Batch {
  author: string;
  message: string;
  /** Of one entry there may be several, each made against the one before. */
  entries: readonly EntryChange[];
  /** New vintages of figures. Their points are written before the batch that makes them visible. */
  vintages?: readonly SeriesVintage[];
  /** Indicators that get another slug: their figures follow, with all vintages that there were. */
  figuresMoved?: readonly FiguresMove[];
  /** What the changes were made from, as it was read; what is missing is read again. */
  basis?: Basis;
}

/** The newest states that a writer has read, by `kind/slug`; null for an entry that was not there. */
export interface Basis extends Pick<Reading, 'log'> {
  newest: ReadonlyMap<string, StoredEntry | null>;
  /** What the public is shown of them, where that was read as well. */
  published?: ReadonlyMap<string, StoredEntry | null>;
}

/** What came of a batch: its place in the log, or who was faster. */
export type CommitResult =
  | {
      committed: true;
      /** The last place in the log that it takes. */
      sequence: number;
      /** The entries as they are now, in the order of the batch. */
      entries: readonly StoredEntry[];
      /** In how many parts a batch was written that is too large for one; each is there whole or not at all. */
      parts?: number;
    }
  | {
      committed: false;
      conflicts: readonly { kind: string; slug: string; expectedRevision: number; revision: number }[];
    };

/** What is kept beside the entries, and of which a batch can tell that it changed: trusted documents, tokens. */
export type Concern = 'TRUSTED' | 'TOKENS';

/** What is reported of an entry of a batch. */
export interface NoticedEntry {
  kind: string;
  slug: string;
  revision: number;
  action: Action;
  status: Status;
  /** Whether it changes what the public is, or was, shown. */
  isPublic: boolean;
}

/** What the change feed tells: a batch that is in the log and in the served collections. */
export interface ChangeNotice {
  sequence: number;
  entries: readonly NoticedEntry[];
  /** Slugs of the indicators that have a new vintage of figures, and of those whose figures moved. */
  vintages?: readonly string[];
  /** What changed beside the entries. */
  about?: Concern;
  /**
   * The log is another than it was, as after a restore: all is to be read again. No entries are named; those of the log,
   * as far as they had to be served again, follow.
   */
  isAnew?: true;
}

/** Gives the entry at a place of a notice as it is from now on, with what is computed from it. */
export type Written = (at: number) => StoredEntry;

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
  /** The moment (`performance.now()`) up to which every position of the log has been applied here. */
  syncedAt: number;
}

/** What something made of the records has to take in: everything, or what changed since. */
export type News = 'EVERYTHING' | readonly ChangeNotice[];

/** One batch of the log, as history tells it. */
export interface LoggedChange extends ChangeNotice {
  author: string;
  message: string;
  at: Date;
}

/** One state in the life of an entry, without what it held. */
export interface RevisionSummary {
  /** Another than that of the entry for what it was before it was renamed. */
  slug: string;
  revision: number;
  action: Action;
  status: Status;
  at: Date;
  author: string;
  message: string;
}

/** A walk back through the life of one entry. */
export interface HistoryWalk {
  kind: string;
  /** The slug under which the revision was written at which the walk begins. */
  slug: string;
  /** The newest revision to visit. */
  from: number;
  /** How many states the walk will probably visit, where that is known: they are read at once. */
  wanted?: number;
  /** Is given each state, newest first; returns whether the one before is wanted, too. */
  visit(state: RevisionSummary): boolean;
}

/** Names one state of an entry, by the slug under which it was written. */
export interface RevisionKey {
  kind: string;
  slug: string;
  revision: number;
}

/** One state in the life of an entry, whole, and who made it so. */
export type Revision = StoredEntry & { at: Date; author: string; message: string; action: Action };

/** The log of all changes: what is written to it, how far it is served, and what it tells of the past. */
export interface ChangeLog {
  /**
   * Appends a batch to the log and applies it to the served collections: there whole, or not at all.
   *
   * @throws AppError NOT_YET_SERVED when it is in the log and could not be applied; that is done later by itself;
   *   CONFLICT where somebody brought figures since those of the batch were made, as `details.figures` names them
   */
  commit(batch: Batch): Promise<CommitResult>;
  /** The last sequence number of the log; 0 when it is empty. */
  head(): Promise<number>;
  /** The log after a sequence number, oldest first, at most `limit`; fewer, but one, where changes have many entries. */
  changesAfter(sequence: number, limit: number): Promise<LoggedChange[]>;
  /** The log before a place, newest first; from its end where that is null. At most `limit`, as for `changesAfter`. */
  changesBefore(sequence: number | null, limit: number): Promise<LoggedChange[]>;
  /** Walks back through the life of entries, from before they were renamed as well. Walks share their commands. */
  walkBack(walks: readonly HistoryWalk[]): Promise<void>;
  /** The states of one entry through its life, newest first. */
  revisions(kind: string, slug: string, limit: number): Promise<Revision[]>;
  /** Revisions of entries, in one command; null in the place of one that is not there. */
  revisionsAt(keys: readonly RevisionKey[]): Promise<(Revision | null)[]>;
  /** How far the log is applied; asks nothing of the database. */
  feed(): FeedState;
  /**
   * Resolves once every change that was in the log half a second before this call has been applied here. Reads the position
   * of the log where the last read is older than that: one read for all callers.
   *
   * @throws AppError DATABASE_UNREACHABLE
   */
  catchUp(): Promise<void>;
  /** Looks at once for what was added to the log, where that is told. */
  wake(): void;
  /** Calls back for every batch with what it invalidates, before the listeners of `follow`; returns a function to stop. */
  watch(watcher: (invalidations: Invalidations) => void): () => void;
  /** Calls back for every batch from now on, in order, whoever wrote it; returns the function that ends it. */
  follow(listener: (notice: ChangeNotice, written: Written) => void): () => void;
  /**
   * Keeps something made of the records current: calls `take` for everything at once, then for what changed since, one
   * call at a time. A call that fails is repeated, with what came meanwhile, until it succeeds.
   *
   * @param onTrouble is told why a call failed, once for a row of failures, and null once one succeeded again
   */
  keepUp(take: (news: News) => Promise<void>, onTrouble: (error: unknown) => void): Upkeep;
}
