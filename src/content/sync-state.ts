import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asErrnoException } from '../errors.js';
import { parseFolderKey } from '../model/entry-key.js';
import { findMergeBase, type RecordedBase, type SyncState } from '../records/merge-base.js';
import type { RecordServices } from '../records/read-entries-for-validation.js';
import type { ChangeLog } from '../store/change-log.js';
import { parseFolderList } from './content-folders.js';
import { removeStaleTempFiles } from '../stale-temp-files.js';
import { listWrittenStates } from './export-journal.js';
import { writeFileAtomic } from './atomic-write.js';

/** Folder for Signpost's own files in a content folder. Ignored by git. */
export const STATE_FOLDER = '.signpost';
const STATE_FILE = 'base.json';
const STATE_VERSION = 3;
/** Supported versions. Files of version 2 have no contested fields. */
const READABLE_VERSIONS = [2, STATE_VERSION];

/** Maximum number of databases with stored states per folder. */
const MAX_DATABASES = 4;

interface DatabaseStates {
  database: string;
  entries: Record<string, RecordedBase>;
  /** States that are being written to the database. See `recordPendingStates`. */
  coming?: Record<string, RecordedBase>;
}

/** Identifies a database by a digest of its first change, which restored copies share. Null if it is empty. */
export async function databaseFingerprint(log: Pick<ChangeLog, 'changesAfter'>): Promise<string | null> {
  const [firstChange] = await log.changesAfter(0, 1);
  if (!firstChange) return null;
  const { at, author, message } = firstChange;
  return createHash('sha256')
    .update(JSON.stringify([at, author, message]))
    .digest('base64url');
}

/** Returns the merge bases for a database. Empty if the file cannot be read, because it is optional. */
export async function readSyncState(
  root: string,
  database: string | null,
  { store, model }: Pick<RecordServices, 'store' | 'model'>,
): Promise<SyncState> {
  const { entries = {}, coming = {} } = readAllStates(root).find((states) => states.database === database) ?? {};
  const base = new Map(Object.entries(entries));
  for (const [name, state] of Object.entries(coming)) {
    const key = parseFolderKey(model, name);
    const hasArrived = key !== null && (await findMergeBase(store.log, key.kind, key.slug, state)) !== null;
    // Schedules are written last, so the recorded publication time remains the base until the schedule is written.
    if (hasArrived) base.set(name, { ...state, publishAt: base.get(name)?.publishAt });
  }
  return base;
}

/** Returns the merge bases for each database, including those that are being written. */
export function readAllSyncStates(root: string): SyncState[] {
  return readAllStates(root).map(({ entries, coming = {} }) => new Map(Object.entries({ ...entries, ...coming })));
}

/** Returns the stored states, including those that unfinished exports have written to the files. */
function readAllStates(root: string): DatabaseStates[] {
  const allStates = readStateFile(root);
  for (const { database, entries } of listWrittenStates(join(parseFolderList(root)[0], STATE_FOLDER))) {
    const databaseStates = allStates.find((states) => states.database === database) ?? { database, entries: {} };
    if (!allStates.includes(databaseStates)) allStates.unshift(databaseStates);
    for (const [name, state] of Object.entries(entries)) {
      if (state.revision >= (databaseStates.entries[name]?.revision ?? 0)) databaseStates.entries[name] = state;
    }
  }
  return allStates;
}

function readStateFile(root: string): DatabaseStates[] {
  try {
    const storedFile = JSON.parse(readFileSync(join(parseFolderList(root)[0], STATE_FOLDER, STATE_FILE), 'utf8')) as {
      version: number;
      databases: DatabaseStates[];
    };
    return READABLE_VERSIONS.includes(storedFile.version) ? storedFile.databases : [];
  } catch {
    return [];
  }
}

/**
 * Stores the merge bases, and drops the least recently used databases. Returns false if the folder is not writable; the
 * merge bases are then searched in the history of the database.
 */
export function writeSyncState(root: string, database: string | null, base: SyncState): boolean {
  return writeDatabaseStates(root, database, () => ({ entries: sortedStates(base) }));
}

/**
 * Records the states that are about to be written, in case the process stops before `writeSyncState`.
 * @returns false if the folder is not writable
 */
export function recordPendingStates(root: string, database: string | null, newStates: SyncState): boolean {
  return writeDatabaseStates(root, database, (entries) => ({ entries, coming: sortedStates(newStates) }));
}

function sortedStates(base: SyncState): Record<string, RecordedBase> {
  return Object.fromEntries([...base].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function writeDatabaseStates(
  root: string,
  database: string | null,
  next: (entries: DatabaseStates['entries']) => Omit<DatabaseStates, 'database'>,
): boolean {
  if (database === null) return true;
  const allStates = readAllStates(root);
  const currentStates = allStates.find((states) => states.database === database);
  const otherStates = allStates.filter((states) => states !== currentStates);
  return writeStateFile(root, [{ database, ...next(currentStates?.entries ?? {}) }, ...otherStates]);
}

/** Stores the states that unfinished exports have written to the files. Returns false if it is not writable. */
export function storeWrittenStates(root: string): boolean {
  const allStates = readAllStates(root);
  return allStates.length === 0 || writeStateFile(root, allStates);
}

function writeStateFile(root: string, allStates: readonly DatabaseStates[]): boolean {
  const databases = allStates.slice(0, MAX_DATABASES);
  const text = `${JSON.stringify({ version: STATE_VERSION, databases }, null, 1)}\n`;
  try {
    const path = join(ensureStateFolder(root), STATE_FILE);
    if (readTextOrNull(path) === text) return true;
    writeFileAtomic(path, text);
    return true;
  } catch (error) {
    if (asErrnoException(error).syscall === undefined) throw error;
    return false;
  }
}

/** Returns the folder for Signpost's own files. Creates it if necessary. */
export function ensureStateFolder(root: string): string {
  const folder = join(parseFolderList(root)[0], STATE_FOLDER);
  mkdirSync(folder, { recursive: true });
  removeStaleTempFiles(folder);
  const ignoreFile = join(folder, '.gitignore');
  if (readTextOrNull(ignoreFile) !== '*\n') writeFileAtomic(ignoreFile, '*\n');
  return folder;
}

/** Reads a text file; null if it cannot be read. */
export function readTextOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
