import type { Dependencies } from './cache/dependencies.js';
import type { TaggedCache } from './cache/tagged-cache.js';
import type { Entries } from './entries.js';
import type { Figures } from './figures.js';
import type { ChangeLog } from './log.js';
import type { Schedules } from './schedules.js';
import type { Secrets } from './secrets.js';
import type { TokenStore } from './tokens.js';
import type { TrustedDocuments } from './trusted.js';

/**
 * Access to the database, by concern.
 *
 * Absent entries are null, not errors. Every method rejects with AppError DATABASE_UNREACHABLE when the database does
 * not answer in time.
 */
export interface Store {
  readonly entries: Entries;
  readonly log: ChangeLog;
  readonly figures: Figures;
  readonly tokens: TokenStore;
  readonly secrets: Secrets;
  readonly schedules: Schedules;
  readonly trusted: TrustedDocuments;
  readonly connection: Connection;
  /** A persistent cache of derived data. */
  persistentCache<T extends { key: string }>(name: string): PersistentCache<T>;
  /** Kinds with entries in the database that the model lacks, ordered by folder. */
  unknownKinds(): Promise<UnknownKind[]>;
  /** The store for one request: counts its database operations in `use` and batches the reads of one query level. */
  forRequest(use: RequestMetrics): Store;
  /** The store for one public response: notes what it reads. */
  withDependencyTracking(into: Dependencies): Store;
  /** The store with a cache for public reads of entries and figures. Not for writers. */
  withCache(cache: TaggedCache<unknown>): Store;
  /** A cache of what is made from published content. */
  createCache<T>(maxBytes: number): TaggedCache<T>;
  close(): Promise<void>;
}

export interface Connection {
  /** Rejects with DATABASE_UNREACHABLE where the database does not answer. */
  ping(): Promise<void>;
  pool(): PoolState;
}

/** Database usage of a request. */
export interface RequestMetrics {
  commands: number;
  /** Sum of durations; operations may overlap. */
  milliseconds: number;
  /** Set when the request has ended: long reads stop. */
  isAborted?: boolean;
}

export interface PoolState {
  open: number;
  /** Open connections with a running command. */
  used: number;
  /** Commands that wait for a connection. */
  waiting: number;
}

/** A kind with entries in the database that the model lacks. */
export interface UnknownKind {
  kind: string;
  folder: string;
  /** The kind that has its folder now; null for none. */
  folderOwner: string | null;
  /** Entries that are not retired. */
  entries: number;
}

/** Derived records by key. */
export interface PersistentCache<T extends { key: string }> {
  /** The records that exist, in no order. */
  get(keys: readonly string[]): Promise<T[]>;
  keys(): AsyncIterable<string>;
  put(records: readonly T[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}
