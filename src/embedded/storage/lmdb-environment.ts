import { type Database, open, type RootDatabase, type Transaction } from 'lmdb';

export type LmdbTable = Database<Buffer, Buffer>;

export interface LmdbEnvironment {
  folder: string;
  root: RootDatabase<Buffer, Buffer>;
  /** Collections and indexes with their counts; each a BSON document. */
  catalogue: LmdbTable;
  /** Maps collection and record number to checksum and document. */
  documents: LmdbTable;
  /** Maps index, key and record number to checksum and record number. */
  entries: LmdbTable;
  /** Maps a session to the results of its last retryable write. */
  sessions: LmdbTable;
}

/** Maximum size of the data file, in bytes. */
const MAP_BYTES = 64 * 2 ** 30;

/** Codec for binary values. Copying to pooled memory is five times as fast as the allocation in LMDB's binding. */
const BYTES_CODEC = {
  encode: (value: Buffer): Buffer => value,
  decode(source: Buffer): Buffer {
    const value = Buffer.allocUnsafe(source.length);
    value.set(source.subarray(0, source.length)); // the underlying buffer is longer than `length`
    return value;
  },
};

const POOL_BYTES = 1 << 16;

/** Opens the tables of a locked folder. */
export function openEnvironment(dataDir: string): LmdbEnvironment {
  Buffer.poolSize = POOL_BYTES;
  const binaryOptions = { encoding: 'binary', encoder: BYTES_CODEC, keyEncoding: 'binary' } as const;
  const settings = { noSubdir: false, mapSize: MAP_BYTES, maxDbs: 8, permissionsMode: 0o600, ...binaryOptions };
  const root = open<Buffer, Buffer>({ path: dataDir, ...settings });
  const openTable = (name: string): LmdbTable => root.openDB<Buffer, Buffer>({ name, ...binaryOptions });
  return {
    folder: dataDir,
    root,
    catalogue: openTable('catalogue'),
    documents: openTable('documents'),
    entries: openTable('entries'),
    sessions: openTable('sessions'),
  };
}

/** Returns a snapshot of the tables. It must be released with `done`. */
export function takeSnapshot(root: RootDatabase<Buffer, Buffer>): Transaction {
  root.resetReadTxn();
  return root.useReadTransaction();
}
