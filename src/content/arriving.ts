import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseState, FolderBase } from '../records/common-state.js';

/** What the folders begin with in which exports keep texts aside, each its own; its process follows. */
export const STAGED = 'staged';
const NOTE = 'arriving.json';

/** The files by which a state comes into a content folder. */
export interface Arrival {
  /** The names of the texts that are kept aside until each is moved to its place. */
  texts: readonly string[];
  /** The paths of files that go, in the content folder. */
  gone: readonly string[];
}

/** States on their way into the files of a content folder, out of one database. */
interface Arriving {
  database: string;
  entries: Record<string, { state: BaseState } & Arrival>;
}

/** Notes among the texts of an export which states they bring, so that what arrived is known whenever it ends. */
export function noteArriving(
  folder: string,
  database: string,
  base: FolderBase,
  arrivals: ReadonlyMap<string, Arrival>,
): void {
  const entries = Object.fromEntries(
    [...base].map(([name, state]) => [name, { state, ...(arrivals.get(name) ?? { texts: [], gone: [] }) }]),
  );
  writeFileSync(join(folder, NOTE), JSON.stringify({ database, entries } satisfies Arriving), { flush: true });
}

/** The states that exports which are at work, or were stopped, have brought into the files, by database and folder/slug. */
export function listArrived(ownFolder: string): { database: string; entries: Record<string, BaseState> }[] {
  return stagedFolders(ownFolder).flatMap((folder) => {
    const note = readNote(folder);
    if (!note) return [];
    const arrived = Object.entries(note.entries).filter(([, { texts, gone }]) => {
      const ahead = [...texts.map((text) => join(folder, text)), ...gone.map((path) => join(folder, '../..', path))];
      return !ahead.some((path) => existsSync(path));
    });
    return [
      { database: note.database, entries: Object.fromEntries(arrived.map(([name, { state }]) => [name, state])) },
    ];
  });
}

/** The folders in which exports keep texts aside. */
export function stagedFolders(ownFolder: string): string[] {
  const names = existsSync(ownFolder) ? readdirSync(ownFolder) : [];
  return names.filter((name) => name.startsWith(STAGED)).map((name) => join(ownFolder, name));
}

function readNote(folder: string): Arriving | null {
  try {
    return JSON.parse(readFileSync(join(folder, NOTE), 'utf8')) as Arriving;
  } catch {
    return null;
  }
}
