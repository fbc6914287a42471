import { changeSchedule } from '../records/planned-schedule.js';
import type { StoredEntry } from '../store/entries.js';
import type { Schedule } from '../store/schedules.js';
import type { ContentRecord } from './content-record.js';
import type { FieldConflict, Keep } from './merge-entry.js';

/** When the state of an entry that its files hold is to be published; null where that is another, or no time ahead. */
export function timeAhead({ status, revision }: StoredEntry, schedule: Schedule | undefined): Date | null {
  if (!schedule || status !== 'DRAFT' || schedule.revision !== revision) return null;
  return schedule.at.getTime() > Date.now() ? schedule.at : null;
}

/** The time that is to stand in a file, and where it cannot be said. */
export interface ChosenTime {
  publishAt: Date | null;
  /** Whether the file says another. */
  isOther: boolean;
  /** Whether what the database says of a time is about an earlier state than the one that the file holds. */
  isElsewhere: boolean;
  conflict?: FieldConflict;
}

/**
 * Joins the time that a file says with that of the database: what either side alone changed is taken.
 *
 * @param common  what both last said; undefined where that is not known
 * @param keep    decides between two times; without it they are a conflict
 */
export function chooseTime(
  { publishAt: inFile = null }: ContentRecord,
  entry: StoredEntry,
  schedule: Schedule | undefined,
  common: string | null | undefined,
  keep: Keep | undefined,
): ChosenTime {
  const isElsewhere = schedule !== undefined && schedule.revision < entry.revision;
  const asItIs = { publishAt: inFile, isOther: false, isElsewhere };
  if (isElsewhere) return asItIs;
  const database = timeAhead(entry, schedule);
  const change = changeSchedule(inFile, database && schedule!, common);
  const isTaken = change === null || change.changedBy === 'DATABASE';
  if (isTaken) return { publishAt: database, isOther: database?.getTime() !== inFile?.getTime(), isElsewhere };
  if (change.changedBy === 'FILES') return asItIs;
  if (keep === 'database') return { publishAt: database, isOther: true, isElsewhere };
  if (keep === 'file') return asItIs;
  const { after: file, before } = change;
  const conflict = { path: 'publishAt', at: ['publishAt'], base: common, file, database: before };
  return { ...asItIs, conflict };
}
