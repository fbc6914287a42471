import type { Dependencies } from './cache/dependencies.js';
import type { TaggedCache } from './cache/tagged-cache.js';
import type { EntryStore } from './entries.js';
import type { FigureStore } from './figures.js';
import type { ChangeLog } from './change-log.js';
import type { ScheduleStore } from './schedules.js';
import type { SecretStore } from './secrets.js';
import type { TokenStore } from './tokens.js';
import type { TrustedDocumentStore } from './trusted-documents.js';

/**
 * Access to the database. Absent entries are null, not errors. Every method rejects with AppError DATABASE_UNREACHABLE
 * if the database does not respond in time.
 */
export interface Store {
  readonly entries: EntryStore;
  readonly log: ChangeLog;
  readonly figures: FigureStore;
  readonly tokens: TokenStore;
  readonly secrets: SecretStore;
  readonly schedules: ScheduleStore;
  readonly trusted: TrustedDocumentStore;
  readonly connection: Connection;
  /** Returns a persistent cache of derived data. */
  persistentCache<T extends { key: string }>(name: string): PersistentCache<T>;
  /** Returns the kinds with entries in the database that the model does not contain, ordered by folder. */
  unknownKinds(): Promise<UnknownKind[]>;
  /** Returns a store for one request. Counts operations in `usage`, and batches the reads of one query level. */
  forRequest(usage: DatabaseUsage): Store;
  /** Returns a store for one public response that records the response's dependencies. */
  withDependencyTracking(dependencies: Dependencies): Store;
  /** Returns a store with a cache for public reads of entries and figures. Not for writers. */
  withCache(cache: TaggedCache<unknown>): Store;
  /** Returns a cache for values that are derived from published content. */
  createCache<T>(maxBytes: number): TaggedCache<T>;
  close(): Promise<void>;
}

export interface Connection {
  /** Checks that the database responds. Rejects with DATABASE_UNREACHABLE otherwise. */
  ping(): Promise<void>;
  pool(): PoolState;
}

/** Database commands of a request so far, and their duration. */
export interface DatabaseUsage {
  commands: number;
  /** Sum of the durations of all operations, which may overlap. */
  milliseconds: number;
  /** Whether the time limit of the request has passed. Long reads then stop. */
  isAborted?: boolean;
}

export interface PoolState {
  open: number;
  /** Number of open connections with a running command. */
  used: number;
  /** Number of commands that wait for a connection. */
  waiting: number;
}

/** A kind with entries in the database that the model does not contain. */
export interface UnknownKind {
  kind: string;
  folder: string;
  /** Kind of the model that has this folder; null if there is none. */
  folderOwner: string | null;
  /** Number of entries that are not retired. */
  entries: number;
}

/** Persistent cache of derived records, keyed by `key`. */
export interface PersistentCache<T extends { key: string }> {
  /** Returns the existing records, in no particular order. */
  get(keys: readonly string[]): Promise<T[]>;
  keys(): AsyncIterable<string>;
  put(records: readonly T[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}
