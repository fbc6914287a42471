import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemFault } from '../errors.js';
import { readKey } from '../model/entry-key.js';
import type { BaseState, FolderBase } from '../records/common-state.js';
import { findCommon } from '../records/common-state.js';
import type { Services } from '../records/linked-entries.js';
import type { ChangeLog } from '../store/log.js';
import { clearLeftBehind } from '../left-behind.js';
import { listArrived } from './arriving.js';
import { writeWhole } from './whole-file.js';

/** The folder inside a content folder in which Signpost keeps what it remembers of it; git does not see it. */
export const OWN_FOLDER = '.signpost';
const BASE_FILE = 'base.json';
const VERSION = 3;
/** Files of version 2 have no contested fields. */
const READABLE_VERSIONS = [2, VERSION];

/** Of how many databases a folder remembers what it had in common with them. */
const MOST_DATABASES = 4;

/** What a folder remembers of one database, by the name of that. */
interface Remembered {
  database: string;
  entries: Record<string, BaseState>;
  /** What was on its way into the database when this was written; see noteComing. */
  coming?: Record<string, BaseState>;
}

/** Names a database by how its log begins: the same for one that is restored from it; null for an empty one. */
export async function nameDatabase(log: Pick<ChangeLog, 'changesAfter'>): Promise<string | null> {
  const [first] = await log.changesAfter(0, 1);
  if (!first) return null;
  const { at, author, message } = first;
  return createHash('sha256')
    .update(JSON.stringify([at, author, message]))
    .digest('base64url');
}

/**
 * Returns what a content folder remembers of a database; nothing where it cannot be read, for it is of help and no more.
 *
 * @param database  see nameDatabase
 */
export async function readBase(
  root: string,
  database: string | null,
  { store, model }: Pick<Services, 'store' | 'model'>,
): Promise<FolderBase> {
  const { entries = {}, coming = {} } = readAll(root).find((each) => each.database === database) ?? {};
  const base = new Map(Object.entries(entries));
  for (const [name, state] of Object.entries(coming)) {
    const key = readKey(model, name);
    const hasArrived = key !== null && (await findCommon(store.log, key.kind, key.slug, state)) !== null;
    // Times are set after the rest. Until it is known that they were, what was said before stands.
    if (hasArrived) base.set(name, { ...state, publishAt: base.get(name)?.publishAt });
  }
  return base;
}

/** Returns what a content folder remembers of every database. */
export function readBases(root: string): FolderBase[] {
  return readAll(root).map(({ entries, coming = {} }) => new Map(Object.entries({ ...entries, ...coming })));
}

/** What is kept, and what exports that did not end have brought into the files since. */
function readAll(root: string): Remembered[] {
  const all = readKept(root);
  for (const { database, entries } of listArrived(join(root, OWN_FOLDER))) {
    const kept = all.find((each) => each.database === database) ?? { database, entries: {} };
    if (!all.includes(kept)) all.unshift(kept);
    for (const [name, state] of Object.entries(entries)) {
      if (state.revision >= (kept.entries[name]?.revision ?? 0)) kept.entries[name] = state;
    }
  }
  return all;
}

function readKept(root: string): Remembered[] {
  try {
    const kept = JSON.parse(readFileSync(join(root, OWN_FOLDER, BASE_FILE), 'utf8')) as {
      version: number;
      databases: Remembered[];
    };
    return READABLE_VERSIONS.includes(kept.version) ? kept.databases : [];
  } catch {
    return [];
  }
}

/**
 * Remembers the states that a content folder and a database now have in common, in place of those before. What it
 * remembers of others stays, but for those that it had to do with longest ago.
 *
 * @returns false where the folder cannot be written: then the history of the database has to do
 */
export function writeBase(root: string, database: string | null, base: FolderBase): boolean {
  return writeRemembered(root, database, () => ({ entries: inOrder(base) }));
}

/**
 * Remembers what a content folder is about to bring into a database, so that it knows of it even if the process ends
 * before it calls `writeBase`: the database then tells what arrived.
 *
 * @returns see writeBase
 */
export function noteComing(root: string, database: string | null, coming: FolderBase): boolean {
  return writeRemembered(root, database, (entries) => ({ entries, coming: inOrder(coming) }));
}

function inOrder(base: FolderBase): Record<string, BaseState> {
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
 * Remembers what exports that did not end have brought into the files, so that what they kept aside may go.
 *
 * @returns see writeBase
 */
export function keepArrived(root: string): boolean {
  const all = readAll(root);
  return all.length === 0 || keep(root, all);
}

function keep(root: string, all: readonly Remembered[]): boolean {
  const databases = all.slice(0, MOST_DATABASES);
  const text = `${JSON.stringify({ version: VERSION, databases }, null, 1)}\n`;
  try {
    const path = join(ownFolder(root), BASE_FILE);
    if (readOrNull(path) === text) return true;
    writeWhole(path, text);
    return true;
  } catch (error) {
    if (systemFault(error).syscall === undefined) throw error;
    return false;
  }
}

/** The folder for what Signpost keeps inside a content folder, made where it is not there. */
export function ownFolder(root: string): string {
  const folder = join(root, OWN_FOLDER);
  mkdirSync(folder, { recursive: true });
  clearLeftBehind(folder);
  const ignore = join(folder, '.gitignore');
  if (readOrNull(ignore) !== '*\n') writeWhole(ignore, '*\n');
  return folder;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
