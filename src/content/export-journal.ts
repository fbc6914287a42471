import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedBase, SyncState } from '../records/merge-base.js';

/** Prefix of the staging folders of exports. A process id follows. */
export const STAGING_FOLDER_PREFIX = 'staged';
const JOURNAL_FILE = 'arriving.json';

/** Pending file changes of one entry in an export. */
export interface PendingFileChanges {
  /** Names of staged texts that are not moved yet. */
  texts: readonly string[];
  /** Files to remove, by path in the content folder. */
  gone: readonly string[];
}

/** Journal of an export: the states that it is writing to the files, and the file changes for each. */
interface ExportJournal {
  database: string;
  entries: Record<string, { state: RecordedBase } & PendingFileChanges>;
}

/** Writes the journal of an export to its staging folder, so that the states are known if it is interrupted. */
export function recordPendingExport(
  folder: string,
  database: string,
  base: SyncState,
  pendingChanges: ReadonlyMap<string, PendingFileChanges>,
): void {
  const entries = Object.fromEntries(
    [...base].map(([name, state]) => [name, { state, ...(pendingChanges.get(name) ?? { texts: [], gone: [] }) }]),
  );
  writeFileSync(join(folder, JOURNAL_FILE), JSON.stringify({ database, entries } satisfies ExportJournal), {
    flush: true,
  });
}

/** Returns the states that unfinished exports have already written completely to the files, by database. */
export function listWrittenStates(stateFolder: string): { database: string; entries: Record<string, RecordedBase> }[] {
  return listStagingFolders(stateFolder).flatMap((folder) => {
    const journal = readJournal(folder);
    if (!journal) return [];
    const arrived = Object.entries(journal.entries).filter(([, { texts, gone }]) => {
      const pendingPaths = [
        ...texts.map((text) => join(folder, text)),
        ...gone.map((path) => join(folder, '../..', path)),
      ];
      return !pendingPaths.some((path) => existsSync(path));
    });
    return [
      { database: journal.database, entries: Object.fromEntries(arrived.map(([name, { state }]) => [name, state])) },
    ];
  });
}

export function listStagingFolders(stateFolder: string): string[] {
  const names = existsSync(stateFolder) ? readdirSync(stateFolder) : [];
  return names.filter((name) => name.startsWith(STAGING_FOLDER_PREFIX)).map((name) => join(stateFolder, name));
}

function readJournal(folder: string): ExportJournal | null {
  try {
    return JSON.parse(readFileSync(join(folder, JOURNAL_FILE), 'utf8')) as ExportJournal;
  } catch {
    return null;
  }
}
