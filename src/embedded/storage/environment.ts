import type { Database, RootDatabase, Transaction } from 'lmdb';
import { open } from 'lmdb';

export type LmdbTable = Database<Buffer, Buffer>;

export interface Environment {
  folder: string;
  root: RootDatabase<Buffer, Buffer>;
  /** Collections, indexes and their figures, each a BSON document. */
  catalogue: LmdbTable;
  /** Collection and record number -> checksum and document. */
  documents: LmdbTable;
  /** Index, key and record number -> checksum and record number. */
  entries: LmdbTable;
  /** Session -> what its last retryable write did. */
  sessions: LmdbTable;
}

/** The maximum size of the data file. */
const MAP_BYTES = 64 * 2 ** 30;

/** Values are bytes. A copy in pooled memory costs a fifth of the allocation that LMDB's binding would make. */
const BYTES = {
  encode: (value: Buffer): Buffer => value,
  decode(read: Buffer): Buffer {
    const value = Buffer.allocUnsafe(read.length);
    value.set(read.subarray(0, read.length)); // the buffer behind it is longer than its length says
    return value;
  },
};

const POOL_BYTES = 1 << 16;

/** Opens the tables in a locked folder. */
export function openEnvironment(dataDir: string): Environment {
  Buffer.poolSize = POOL_BYTES;
  const binary = { encoding: 'binary', encoder: BYTES, keyEncoding: 'binary' } as const;
  const settings = { noSubdir: false, mapSize: MAP_BYTES, maxDbs: 8, permissionsMode: 0o600, ...binary };
  const root = open<Buffer, Buffer>({ path: dataDir, ...settings });
  const table = (name: string): LmdbTable => root.openDB<Buffer, Buffer>({ name, ...binary });
  return {
    folder: dataDir,
    root,
    catalogue: table('catalogue'),
    documents: table('documents'),
    entries: table('entries'),
    sessions: table('sessions'),
  };
}

/** A snapshot of the tables; end it with `done`. */
export function takeSnapshot(root: RootDatabase<Buffer, Buffer>): Transaction {
  root.resetReadTxn();
  return root.useReadTransaction();
}
