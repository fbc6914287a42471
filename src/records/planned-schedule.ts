import type { Schedule } from '../store/schedules.js';
import type { ChangedBy } from './edited-since.js';
import { FILES_AUTHOR } from '../model/files-author.js';

/** A change of the publication time, and its author. */
export interface ScheduleChange {
  /** In ISO 8601; null for none. */
  before: string | null;
  after: string | null;
  changedBy: ChangedBy;
}

/**
 * Compares the publication times of files and database; null for no change. Files do not remove a schedule that they
 * never had.
 *
 * @param inFile  the future time in the files
 * @param common  the last common time; where undefined, the author of the schedule decides
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
