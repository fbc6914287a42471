import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asErrnoException } from '../errors.js';
import { readKey } from '../model/entry-key.js';
import type { BaseState, SyncState } from '../records/common-state.js';
import { findCommon } from '../records/common-state.js';
import type { RecordServices } from '../records/linked-entries.js';
import type { ChangeLog } from '../store/log.js';
import { removeStaleTempFiles } from '../stale-temp-files.js';
import { listCompletedSyncs } from './pending-sync.js';
import { writeFileAtomic } from './atomic-write.js';

/** The folder for Signpost's own files inside a content folder; ignored by git. */
export const STATE_FOLDER = '.signpost';
const BASE_FILE = 'base.json';
const VERSION = 3;
/** Files of version 2 have no contested fields. */
const READABLE_VERSIONS = [2, VERSION];

/** Maximum number of databases that a folder remembers. */
const MAX_DATABASES = 4;

/** The remembered states of a database. */
interface Remembered {
  database: string;
  entries: Record<string, BaseState>;
  /** States on their way into the database; see `recordPendingStates`. */
  coming?: Record<string, BaseState>;
}

/**
 * Identifies a database by the beginning of its log, so that a restored copy counts as the same; null for an empty one.
 */
export async function identifyDatabase(log: Pick<ChangeLog, 'changesAfter'>): Promise<string | null> {
  const [first] = await log.changesAfter(0, 1);
  if (!first) return null;
  const { at, author, message } = first;
  return createHash('sha256')
    .update(JSON.stringify([at, author, message]))
    .digest('base64url');
}

/**
 * Returns the remembered states of a database; none where the file is unreadable, since it is optional.
 *
 * @param database  see `identifyDatabase`
 */
export async function readSyncState(
  root: string,
  database: string | null,
  { store, model }: Pick<RecordServices, 'store' | 'model'>,
): Promise<SyncState> {
  const { entries = {}, coming = {} } = readAll(root).find((each) => each.database === database) ?? {};
  const base = new Map(Object.entries(entries));
  for (const [name, state] of Object.entries(coming)) {
    const key = readKey(model, name);
    const hasArrived = key !== null && (await findCommon(store.log, key.kind, key.slug, state)) !== null;
    // Times are set last. Until that is confirmed, the earlier ones hold.
    if (hasArrived) base.set(name, { ...state, publishAt: base.get(name)?.publishAt });
  }
  return base;
}

export function readAllSyncStates(root: string): SyncState[] {
  return readAll(root).map(({ entries, coming = {} }) => new Map(Object.entries({ ...entries, ...coming })));
}

/** The stored states, with those that unfinished exports brought into the files. */
function readAll(root: string): Remembered[] {
  const all = readStates(root);
  for (const { database, entries } of listCompletedSyncs(join(root, STATE_FOLDER))) {
    const kept = all.find((each) => each.database === database) ?? { database, entries: {} };
    if (!all.includes(kept)) all.unshift(kept);
    for (const [name, state] of Object.entries(entries)) {
      if (state.revision >= (kept.entries[name]?.revision ?? 0)) kept.entries[name] = state;
    }
  }
  return all;
}

function readStates(root: string): Remembered[] {
  try {
    const kept = JSON.parse(readFileSync(join(root, STATE_FOLDER, BASE_FILE), 'utf8')) as {
      version: number;
      databases: Remembered[];
    };
    return READABLE_VERSIONS.includes(kept.version) ? kept.databases : [];
  } catch {
    return [];
  }
}

/**
 * Stores the common states of a content folder and a database, replacing earlier ones. Drops the databases that were
 * used longest ago.
 *
 * @returns false where the folder is not writable: the history of the database then has to suffice
 */
export function writeSyncState(root: string, database: string | null, base: SyncState): boolean {
  return writeRemembered(root, database, () => ({ entries: inOrder(base) }));
}

/**
 * Notes the states that a content folder is about to bring into a database, in case the process ends before
 * `writeSyncState`.
 *
 * @returns as `writeSyncState`
 */
export function recordPendingStates(root: string, database: string | null, coming: SyncState): boolean {
  return writeRemembered(root, database, (entries) => ({ entries, coming: inOrder(coming) }));
}

function inOrder(base: SyncState): Record<string, BaseState> {
  return Object.fromEntries([...base].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function writeRemembered(
  root: string,
  database: string | null,
  next: (entries: Remembered['entries']) => Omit<Remembered, 'database'>,
): boolean {
  if (database === null) return true;
  const all = readAll(root);
  const before = all.find((each) => each.database === database);
  const others = all.filter((each) => each !== before);
  return keep(root, [{ database, ...next(before?.entries ?? {}) }, ...others]);
}

/**
 * Stores the states that unfinished exports brought into the files, so that their staged texts can be deleted.
 * @returns as `writeSyncState`
 */
export function commitCompletedSyncs(root: string): boolean {
  const all = readAll(root);
  return all.length === 0 || keep(root, all);
}

function keep(root: string, all: readonly Remembered[]): boolean {
  const databases = all.slice(0, MAX_DATABASES);
  const text = `${JSON.stringify({ version: VERSION, databases }, null, 1)}\n`;
  try {
    const path = join(ensureStateFolder(root), BASE_FILE);
    if (readOrNull(path) === text) return true;
    writeFileAtomic(path, text);
    return true;
  } catch (error) {
    if (asErrnoException(error).syscall === undefined) throw error;
    return false;
  }
}

/** Returns the folder for Signpost's own files, created if missing. */
export function ensureStateFolder(root: string): string {
  const folder = join(root, STATE_FOLDER);
  mkdirSync(folder, { recursive: true });
  removeStaleTempFiles(folder);
  const ignore = join(folder, '.gitignore');
  if (readOrNull(ignore) !== '*\n') writeFileAtomic(ignore, '*\n');
  return folder;
}

/** Reads a text file; null if it cannot be read. */
export function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
