import type { StoreCounts } from './counts.js';
import type { Dependencies } from './cache/dependencies.js';
import type { TaggedCache } from './cache/tagged-cache.js';
import type { Entries } from './entries.js';
import type { Figures } from './figures.js';
import type { ChangeLog } from './log.js';
import type { Schedules } from './schedules.js';
import type { Secrets } from './secrets.js';
import type { Tokens } from './tokens.js';
import type { TrustedDocuments } from './trusted.js';

/**
 * The records in their database, by what is asked of them. Who needs one part takes that part alone.
 *
 * An entry that is not there is null, never an error. Every method rejects with AppError DATABASE_UNREACHABLE when the
 * database does not answer in time.
 */
export interface Store {
  readonly entries: Entries;
  readonly log: ChangeLog;
  readonly figures: Figures;
  readonly tokens: Tokens;
  readonly secrets: Secrets;
  readonly schedules: Schedules;
  readonly trusted: TrustedDocuments;
  readonly connection: Connection;
  /** Records that outlive the process and can be computed again: never content. */
  cache<T extends { key: string }>(name: string): PersistentCache<T>;
  /** How much there is of everything, counted by reading all of it: seldom to be asked for. */
  counts(): Promise<StoreCounts>;
  /** The kinds that the database has entries of and the model has not, in the order of their folders. */
  unknownKinds(): Promise<UnknownKind[]>;
  /** The same store for one request: counts in `use` what is asked of the database, of which it reads one level at once. */
  measured(use: DatabaseUse): Store;
  /** The same store for one answer to the public: notes what it reads. */
  traced(into: Dependencies): Store;
  /** The same store, which caches the entries and figures that it reads for the public. Not for writers. */
  withCache(cache: TaggedCache<unknown>): Store;
  /** A cache for what is made from published content, invalidated by changes in the log. */
  newCache<T>(maxBytes: number): TaggedCache<T>;
  close(): Promise<void>;
}

/** The connection to the database, and what is asked of it. */
export interface Connection {
  /** Rejects with DATABASE_UNREACHABLE unless the database answers. */
  ping(): Promise<void>;
  /** How the connections to the database stand. */
  pool(): PoolState;
}

/** What a request asked of the database. */
export interface DatabaseUse {
  commands: number;
  /** What they took, added up; some ran beside others. */
  milliseconds: number;
  /** Set when nobody waits for it any more: what is read bit by bit is not read on. */
  isGivenUp?: boolean;
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
export interface UnknownKind {
  kind: string;
  folder: string;
  /** The kind that has its folder now, as where it was renamed; null where none has. */
  heldBy: string | null;
  /** How many entries of it are not retired. */
  entries: number;
}

/** Records computed before, by key, so that they need not be computed again. */
export interface PersistentCache<T extends { key: string }> {
  /** The records of these keys that are there, in no order. */
  get(keys: readonly string[]): Promise<T[]>;
  /** The keys of all records, in no order. */
  keys(): AsyncIterable<string>;
  /** Writes records, each in place of the one of its key. */
  put(records: readonly T[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}
