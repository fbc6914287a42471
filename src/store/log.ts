import type { Invalidations } from './cache/dependencies.js';
import type { EntryRecord, WriteSet, Status, StoredEntry } from './entries.js';
import type { SeriesVintage } from './figures.js';
import type { ChangeConsumer } from './change-consumer.js';

export type Action = 'SAVE' | 'PUBLISH' | 'UNPUBLISH' | 'RETIRE' | 'RENAME' | 'REVERT' | 'SEED';

/** One entry of a batch: its whole new state. */
export interface EntryChange {
  action: Action;
  kind: string;
  slug: string;
  /** The revision that the change is based on; 0 for a new entry. */
  expectedRevision: number;
  status: Status;
  originalLocale: string;
  movedTo?: string | null;
  /**
   * The former slug of a renamed entry. Its history continues here; another entry of the batch retires the former slug.
   */
  movedFrom?: string;
  /** As in StoredEntry; default: unchanged. */
  formerly?: readonly string[];
  record: EntryRecord;
}

/** Figures that follow a renamed indicator. */
export interface FiguresMove {
  from: string;
  to: string;
}

export interface Batch {
  author: string;
  message: string;
  /** An entry may occur several times, each time based on the one before. */
  entries: readonly EntryChange[];
  /** New vintages. Their points are written before the batch. */
  vintages?: readonly SeriesVintage[];
  figuresMoved?: readonly FiguresMove[];
  /** The states that the changes are based on; missing ones are read again. */
  basis?: CommitBasis;
}

/** The newest states that a writer has read, by `kind/slug`; null for an absent entry. */
export interface CommitBasis extends Pick<WriteSet, 'log'> {
  newest: ReadonlyMap<string, StoredEntry | null>;
  /** The published states, where they were read as well. */
  published?: ReadonlyMap<string, StoredEntry | null>;
}

export type CommitResult =
  | {
      committed: true;
      /** Position of the batch's last part in the log. */
      sequence: number;
      /** The new states, in the order of the batch. */
      entries: readonly StoredEntry[];
      /** Number of parts of a batch that is too large for one document. Parts are atomic. */
      parts?: number;
    }
  | {
      committed: false;
      conflicts: readonly { kind: string; slug: string; expectedRevision: number; revision: number }[];
    };

/** Data outside entries whose changes the log announces. */
export type Concern = 'TRUSTED' | 'TOKENS';

export interface ChangedEntry {
  kind: string;
  slug: string;
  revision: number;
  action: Action;
  status: Status;
  /** Whether it changes what the public sees or saw. */
  isPublic: boolean;
}

/** A change that is in the log and in the served collections. */
export interface ChangeEvent {
  sequence: number;
  entries: readonly ChangedEntry[];
  /** Slugs of indicators with a new vintage or moved figures. */
  vintages?: readonly string[];
  /** What changed outside entries. */
  about?: Concern;
  /**
   * Another log replaced this one, as after a restore: everything has to be read again. Names no entries; notices of
   * those that were applied again follow.
   */
  isReset?: true;
}

/** Returns the new state of an entry of a notice, with computed fields. */
export type ReadChangedState = (at: number) => StoredEntry;

export interface FeedState {
  /** Last applied batch. */
  sequence: number;
  /** Whether the whole log was applied once since opening. */
  isProjected: boolean;
  /** Whether the last attempt failed; the feed retries. */
  isFailing: boolean;
  /** Failed attempts since opening. */
  failures: number;
  /** The time (`performance.now()`) up to which all of the log is applied here. */
  syncedAt: number;
}

/** What a consumer has to process. */
export type PendingChanges = 'EVERYTHING' | readonly ChangeEvent[];

export interface LoggedChange extends ChangeEvent {
  author: string;
  message: string;
  at: Date;
}

export interface RevisionSummary {
  /** Differs from the entry's slug for states before a rename. */
  slug: string;
  revision: number;
  action: Action;
  status: Status;
  at: Date;
  author: string;
  message: string;
}

/** A walk back through the history of an entry. */
export interface HistoryWalk {
  kind: string;
  /** The slug of the first revision to visit. */
  slug: string;
  /** The newest revision to visit. */
  from: number;
  /** Expected number of states, which are read together. */
  requested?: number;
  /** Called with each state, newest first. Returns whether to continue. */
  visit(state: RevisionSummary): boolean;
}

/** Identifies a state by the slug under which it was written. */
export interface RevisionKey {
  kind: string;
  slug: string;
  revision: number;
}

export type Revision = StoredEntry & { at: Date; author: string; message: string; action: Action };

/** The log of all changes. */
export interface ChangeLog {
  /**
   * Appends a batch to the log and applies it to the served collections, atomically.
   *
   * @throws AppError NOT_YET_SERVED  it is in the log and will be applied later; CONFLICT  with `details.figures`,
   *   other figures came in between
   */
  commit(batch: Batch): Promise<CommitResult>;
  /** Last sequence number; 0 for an empty log. */
  head(): Promise<number>;
  /**
   * Changes after a sequence number, oldest first: at most `limit`, fewer (at least one) where they have many entries.
   */
  changesAfter(sequence: number, limit: number): Promise<LoggedChange[]>;
  /** Changes before a sequence number, newest first; null starts at the end. At most `limit`, as `changesAfter`. */
  changesBefore(sequence: number | null, limit: number): Promise<LoggedChange[]>;
  /** Walks back through the history of entries, across renames. All walks share commands. */
  walkBack(walks: readonly HistoryWalk[]): Promise<void>;
  /** The states of an entry, newest first. */
  revisions(kind: string, slug: string, limit: number): Promise<Revision[]>;
  /** Revisions of entries in one command; null for an absent one. */
  revisionsAt(keys: readonly RevisionKey[]): Promise<(Revision | null)[]>;
  feed(): FeedState;
  /**
   * Resolves once every change that was in the log 500 ms before this call is applied here. Concurrent callers share
   * one read of the log position.
   * @throws AppError DATABASE_UNREACHABLE
   */
  catchUp(): Promise<void>;
  /** Checks the log at once, where `isTold` is set. */
  wake(): void;
  /** Calls back for each batch with its invalidations, before the listeners of `follow`. Returns a function to stop. */
  watch(watcher: (invalidations: Invalidations) => void): () => void;
  /** Calls back for each future batch, in order. Returns a function to stop. */
  follow(listener: (notice: ChangeEvent, written: ReadChangedState) => void): () => void;
  /**
   * Keeps derived data up to date: calls `take` for everything, then for changes, one call at a time. Retries failed
   * calls with the changes since.
   *
   * @param onError receives the first error of consecutive ones, and null on recovery
   */
  consume(take: (news: PendingChanges) => Promise<void>, onError: (error: unknown) => void): ChangeConsumer;
}
