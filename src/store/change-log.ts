import type { Invalidations } from './cache/dependencies.js';
import type { EntryRecord, StatesBeforeWrite, Status, StoredEntry } from './entries.js';
import type { VintageToWrite } from './figures.js';
import type { ChangeConsumer } from './change-consumer.js';

export type Action = 'SAVE' | 'PUBLISH' | 'UNPUBLISH' | 'RETIRE' | 'RENAME' | 'REVERT' | 'SEED';

/** A change of one entry: its complete new state. */
export interface EntryChange {
  action: Action;
  kind: string;
  slug: string;
  /** Revision that the change is based on; 0 for a new entry. */
  expectedRevision: number;
  status: Status;
  originalLocale: string;
  movedTo?: string | null;
  /** Former slug of a renamed entry, which another change in the batch retires. */
  movedFrom?: string;
  /** Former slugs, as in `StoredEntry.formerly`. Default: unchanged. */
  formerly?: readonly string[];
  record: EntryRecord;
}

/** A move of figures to the new slug of a renamed indicator. */
export interface FiguresMove {
  from: string;
  to: string;
}

/** Changes that are appended to the log together. */
export interface Batch {
  author: string;
  message: string;
  /** Changes in order. A later change of the same entry is based on the one before. */
  entries: readonly EntryChange[];
  /** New vintages. Their points are written before the batch. */
  vintages?: readonly VintageToWrite[];
  figuresMoved?: readonly FiguresMove[];
  /** States that the changes are based on. Missing states are read. */
  basis?: CommitBasis;
}

/** Current states that a writer has read, keyed by `kind/slug`; null for an entry that does not exist. */
export interface CommitBasis extends Pick<StatesBeforeWrite, 'log'> {
  newestStates: ReadonlyMap<string, StoredEntry | null>;
  /** Published states, keyed by `kind/slug`; absent if they were not read. */
  publishedStates?: ReadonlyMap<string, StoredEntry | null>;
}

export type CommitResult =
  | {
      committed: true;
      /** Log position of the last part of the batch. */
      sequence: number;
      /** New states, in the order of the batch. */
      entries: readonly StoredEntry[];
      /** Number of parts; absent unless the batch was too large for one document. Each part is atomic. */
      parts?: number;
    }
  | {
      committed: false;
      conflicts: readonly { kind: string; slug: string; expectedRevision: number; revision: number }[];
    };

/** Data that is not part of entries. The log only announces that it has changed. */
export type AnnouncedData = 'TRUSTED' | 'TOKENS';

export interface ChangedEntry {
  kind: string;
  slug: string;
  revision: number;
  action: Action;
  status: Status;
  /** Whether the change affects public data. */
  isPublic: boolean;
}

/** A batch of the log that is projected to the collections, as reported to listeners. */
export interface ChangeEvent {
  sequence: number;
  entries: readonly ChangedEntry[];
  /** Slugs of indicators with a new vintage or moved figures. */
  changedIndicators?: readonly string[];
  /** Type of the changed data if it is not part of entries; absent for a change of entries. */
  about?: AnnouncedData;
  /**
   * Set if another log replaced this one, for example after a restore. All data must be read again. The event has no
   * entries; those of the new log follow.
   */
  isReset?: true;
}

/** Returns the new state, with computed fields, of the entry at an index of `ChangeEvent.entries`. */
export type ReadChangedState = (index: number) => StoredEntry;

export interface FeedState {
  /** Log position of the last projected change. */
  sequence: number;
  /** Whether the whole log was projected at least once since opening. */
  isProjected: boolean;
  /** Whether the last attempt failed. The feed retries. */
  isFailing: boolean;
  /** Number of failed attempts since opening. */
  failures: number;
  /** Time (`performance.now()`) up to which all changes of the log are projected here. */
  syncedAt: number;
}

/** Changes that a consumer has to process. */
export type PendingChanges = 'EVERYTHING' | readonly ChangeEvent[];

export interface LoggedChange extends ChangeEvent {
  author: string;
  message: string;
  at: Date;
}

export interface RevisionSummary {
  /** Slug at that revision. Differs from the current slug before a rename. */
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
  /** Slug of the first revision to visit. */
  slug: string;
  /** Newest revision to visit. */
  fromRevision: number;
  /** Expected number of revisions to visit; the first command reads as many. */
  expectedCount?: number;
  /** Called with each state, newest first. Returns whether to continue. */
  visit(state: RevisionSummary): boolean;
}

/** Identifies a revision. The slug is the one at that revision. */
export interface RevisionKey {
  kind: string;
  slug: string;
  revision: number;
}

export type Revision = StoredEntry & { at: Date; author: string; message: string; action: Action };

export interface ChangeLog {
  /**
   * Appends a batch to the log and projects it to the collections, atomically.
   * @throws AppError NOT_YET_SERVED if it is logged but not projected yet; CONFLICT (`details.figures`) for vintages
   */
  commit(batch: Batch): Promise<CommitResult>;
  /** Returns the last sequence number; 0 for an empty log. */
  head(): Promise<number>;
  /** Returns at most `limit` changes after a sequence number, oldest first; fewer if they are large. */
  changesAfter(sequence: number, limit: number): Promise<LoggedChange[]>;
  /** Returns changes before a sequence (null: all) and a time, newest first. `limit` is as in `changesAfter`. */
  changesBefore(sequence: number | null, limit: number, until?: Date | null): Promise<LoggedChange[]>;
  /** Walks back through the history of entries, across renames. Each command reads the next states of all walks. */
  walkBack(walks: readonly HistoryWalk[]): Promise<void>;
  /** Returns the revisions of an entry, newest first. */
  revisions(kind: string, slug: string, limit: number): Promise<Revision[]>;
  /** Returns revisions in one command; null for a revision that does not exist. */
  revisionsAt(keys: readonly RevisionKey[]): Promise<(Revision | null)[]>;
  feedState(): FeedState;
  /** Resolves when all changes made up to 500 ms before this call are projected. @throws DATABASE_UNREACHABLE */
  catchUp(): Promise<void>;
  /** Schedules a read of the log, because another process reported a change. */
  wake(): void;
  /**
   * Calls `listener` with the invalidations of each batch, before listeners of `follow`. Returns a function to
   * unsubscribe.
   */
  onInvalidations(listener: (invalidations: Invalidations) => void): () => void;
  /** Calls `listener` for each future batch, in order, after it is projected. Returns a function to unsubscribe. */
  follow(listener: (event: ChangeEvent, readState: ReadChangedState) => void): () => void;
  /**
   * Calls `onChanges` with EVERYTHING, then with changes, one call at a time. Repeats a failed call, with later
   * changes.
   * @param onError called with the first of consecutive errors, and with null on recovery
   */
  consume(onChanges: (changes: PendingChanges) => Promise<void>, onError: (error: unknown) => void): ChangeConsumer;
}
