import { FILES_AUTHOR } from '../records/edited-since.js';
import type { StoredEntry } from '../store/entries.js';
import type { Schedule } from '../store/schedules.js';
import type { ContentRecord } from './content-record.js';
import type { FieldConflict } from './merge-entry.js';

/** When the state of an entry that its files hold is to be published; null where that is another, or no time ahead. */
export function timeAhead({ status, revision }: StoredEntry, schedule: Schedule | undefined): Date | null {
  if (!schedule || status !== 'DRAFT' || schedule.revision !== revision) return null;
  return schedule.at.getTime() > Date.now() ? schedule.at : null;
}

/** The time that comes into a file from the database, where that says another; what the files decided is theirs to change. */
export function chooseTime(
  { publishAt: inFile = null }: ContentRecord,
  entry: StoredEntry,
  schedule: Schedule | undefined,
): { publishAt: Date | null; conflict?: FieldConflict } {
  const database = timeAhead(entry, schedule);
  const isTheirs = database === null || schedule!.author === FILES_AUTHOR || database.getTime() === inFile?.getTime();
  if (isTheirs) return { publishAt: null };
  if (inFile === null) return { publishAt: database };
  const [file, other] = [inFile, database].map((time) => time.toISOString());
  return { publishAt: null, conflict: { path: 'publishAt', at: ['publishAt'], file, database: other } };
}
