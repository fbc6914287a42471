import type { Database, RootDatabase } from 'lmdb';
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

/** Opens the tables in a folder that is there, is ours and is locked. */
export function openEnvironment(dataDir: string): Environment {
  const binary = { encoding: 'binary', keyEncoding: 'binary' } as const;
  const root = open<Buffer, Buffer>({ path: dataDir, noSubdir: false, mapSize: MAP_BYTES, maxDbs: 8, ...binary });
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
