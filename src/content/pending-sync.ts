import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseState, SyncState } from '../records/common-state.js';

/** Prefix of export staging folders; a process id follows. */
export const STAGED_PREFIX = 'staged';
const NOTE = 'arriving.json';

/** Files by which a state enters a content folder. */
export interface PendingSync {
  /** Staged texts that still have to be moved. */
  texts: readonly string[];
  /** Files to remove, by path within the content folder. */
  gone: readonly string[];
}

/** States on their way from a database into the files. */
interface Arriving {
  database: string;
  entries: Record<string, { state: BaseState } & PendingSync>;
}

/** Notes in an export's staging folder which states it brings, so that they are known however it ends. */
export function recordPendingSync(
  folder: string,
  database: string,
  base: SyncState,
  arrivals: ReadonlyMap<string, PendingSync>,
): void {
  const entries = Object.fromEntries(
    [...base].map(([name, state]) => [name, { state, ...(arrivals.get(name) ?? { texts: [], gone: [] }) }]),
  );
  writeFileSync(join(folder, NOTE), JSON.stringify({ database, entries } satisfies Arriving), { flush: true });
}

/** The states that running or stopped exports brought into the files, by database and folder/slug. */
export function listCompletedSyncs(ownFolder: string): { database: string; entries: Record<string, BaseState> }[] {
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

export function stagedFolders(ownFolder: string): string[] {
  const names = existsSync(ownFolder) ? readdirSync(ownFolder) : [];
  return names.filter((name) => name.startsWith(STAGED_PREFIX)).map((name) => join(ownFolder, name));
}

function readNote(folder: string): Arriving | null {
  try {
    return JSON.parse(readFileSync(join(folder, NOTE), 'utf8')) as Arriving;
  } catch {
    return null;
  }
}
