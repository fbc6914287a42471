import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseState, FolderBase } from '../records/common-state.js';
import { systemFault } from '../errors.js';
import { clearLeftBehind } from './left-behind.js';
import { writeWhole } from './whole-file.js';

/** The folder inside a content folder in which Signpost keeps what it remembers of it; git does not see it. */
export const OWN_FOLDER = '.signpost';
const BASE_FILE = 'base.json';
const VERSION = 1;

/** Returns what is remembered of a content folder; nothing where it cannot be read, for it is of help and no more. */
export function readBase(root: string): FolderBase {
  try {
    const kept = JSON.parse(readFileSync(join(root, OWN_FOLDER, BASE_FILE), 'utf8')) as {
      version: number;
      entries: Record<string, BaseState>;
    };
    return new Map(kept.version === VERSION ? Object.entries(kept.entries) : []);
  } catch {
    return new Map();
  }
}

/**
 * Remembers the states that a content folder and a database now have in common, in place of those before.
 *
 * @returns false where the folder cannot be written: then the history of the database has to do
 */
export function writeBase(root: string, base: FolderBase): boolean {
  const entries = Object.fromEntries([...base].sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = `${JSON.stringify({ version: VERSION, entries }, null, 1)}\n`;
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
