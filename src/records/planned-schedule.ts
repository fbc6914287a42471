import type { Schedule } from '../store/schedules.js';
import type { ChangedBy } from './edited-since.js';
import { FILES_AUTHOR } from '../model/files-author.js';

/** What becomes of the time at which an entry is to be published, and who changed it. */
export interface ScheduleChange {
  /** In ISO 8601; null for no time. */
  before: string | null;
  after: string | null;
  changedBy: ChangedBy;
}

/**
 * Compares when files have an entry published with when the database does; null where nothing is to be done. What others
 * put off and the files never said is not for the files to take back.
 *
 * @param inFile  the time ahead that the files say
 * @param common  what both last said; undefined where that is not known, and then whoever set the time is asked
 */
export function changeSchedule(
  inFile: Date | null | undefined,
  schedule: Schedule | null,
  common: string | null | undefined,
): ScheduleChange | null {
  const [before, after] = [schedule?.at.toISOString() ?? null, inFile?.toISOString() ?? null];
  if (before === after) return null;
  const isOfFiles = schedule === null || schedule.author === FILES_AUTHOR;
  if (after === null && !isOfFiles && (common ?? null) === null) return null;
  if (common === undefined ? isOfFiles : before === common) return { before, after, changedBy: 'FILES' };
  return { before, after, changedBy: after === common ? 'DATABASE' : 'BOTH' };
}
