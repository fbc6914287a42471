import type { Database, RootDatabase, Transaction } from 'lmdb';
import { open } from 'lmdb';

export type Table = Database<Buffer, Buffer>;

/** The LMDB environment and its tables. */
export interface Environment {
  folder: string;
  root: RootDatabase<Buffer, Buffer>;
  /** Collections, indexes and their figures, each a BSON document. */
  catalogue: Table;
  /** Collection and record number -> checksum and document. */
  documents: Table;
  /** Index, key and record number -> checksum and record number. */
  entries: Table;
  /** Session -> what its last retryable write did. */
  sessions: Table;
}

/** Address space set aside for the file; it grows to this and no further. */
const MAP_BYTES = 64 * 2 ** 30;

/**
 * Values are bytes. LMDB's binding reads each into one buffer of its own; a copy in pooled memory costs a fifth of
 * the allocation that the binding would make.
 */
const BYTES = {
  encode: (value: Buffer): Buffer => value,
  decode(read: Buffer): Buffer {
    const value = Buffer.allocUnsafe(read.length);
    value.set(read.subarray(0, read.length)); // the buffer behind it is longer than its length says
    return value;
  },
};

/** Memory that is set aside at once for small buffers; Node's own 8 kB hold a few documents only. */
const POOL_BYTES = 1 << 16;

/** Opens the tables in a folder that is there, is ours and is locked. */
export function openEnvironment(dataDir: string): Environment {
  Buffer.poolSize = POOL_BYTES;
  const binary = { encoding: 'binary', encoder: BYTES, keyEncoding: 'binary' } as const;
  const settings = { noSubdir: false, mapSize: MAP_BYTES, maxDbs: 8, permissionsMode: 0o600, ...binary };
  const root = open<Buffer, Buffer>({ path: dataDir, ...settings });
  const table = (name: string): Table => root.openDB<Buffer, Buffer>({ name, ...binary });
  return {
    folder: dataDir,
    root,
    catalogue: table('catalogue'),
    documents: table('documents'),
    entries: table('entries'),
    sessions: table('sessions'),
  };
}

/** Returns a view of the tables as they are now; to be ended with `done`. */
export function takeSnapshot(root: RootDatabase<Buffer, Buffer>): Transaction {
  root.resetReadTxn();
  return root.useReadTransaction();
}
