import type { StoreCounts } from './counts.js';
import type { Dependencies } from './dependencies.js';
import type { Keepable, Kept } from './dependencies/kept.js';
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
  cache<T extends { key: string }>(name: string): Cache<T>;
  /** How much there is of everything, counted by reading all of it: seldom to be asked for. */
  counts(): Promise<StoreCounts>;
  /** The kinds that the database has entries of and the model has not, in the order of their folders. */
  unknownKinds(): Promise<UnknownKind[]>;
  /** The same store for one request: counts in `use` what is asked of the database, of which it reads one level at once. */
  measured(use: DatabaseUse): Store;
  /** The same store for one answer to the public: notes what it reads. */
  traced(into: Dependencies): Store;
  /** The same store, which keeps in so many bytes what the public is shown of entries and figures; not for what is to change them. */
  keeping(mostBytes: number): KeepingStore;
  /** A memory of so many bytes for what is made from what is published; changes take back what they alter. */
  memory<T extends Keepable>(mostBytes: number): Kept<T>;
  close(): Promise<void>;
}

/** A store that keeps what it reads, and how much that is. */
export interface KeepingStore {
  store: Store;
  /** How much is kept, and the bytes that it takes, about. */
  readonly held: { count: number; bytes: number };
  /** Ends the keeping, and leaves the store open. */
  close(): void;
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
export interface Cache<T extends { key: string }> {
  /** The records of these keys that are there, in no order. */
  get(keys: readonly string[]): Promise<T[]>;
  /** The keys of all records, in no order. */
  keys(): AsyncIterable<string>;
  /** Writes records, each in place of the one of its key. */
  put(records: readonly T[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}
