import type { Schedule } from '../store/schedules.js';
import type { ChangedBy } from './find-database-edits.js';
import { SEED_AUTHOR } from '../model/seed-author.js';

/** A change of the publication time, and who made it. */
export interface ScheduleChange {
  /** Publication times in ISO 8601; null if unscheduled. */
  before: string | null;
  after: string | null;
  changedBy: ChangedBy;
}

/**
 * Returns the difference between the publication times in files and database; null if they are equal, or if an editor
 * set a time that files never had. @param baseTime time in the merge base; if undefined, the schedule's author decides
 */
export function findScheduleChange(
  inFile: Date | null | undefined,
  schedule: Schedule | null,
  baseTime: string | null | undefined,
): ScheduleChange | null {
  const [before, after] = [schedule?.at.toISOString() ?? null, inFile?.toISOString() ?? null];
  if (before === after) return null;
  const isFromFiles = schedule === null || schedule.author === SEED_AUTHOR;
  if (after === null && !isFromFiles && (baseTime ?? null) === null) return null;
  if (baseTime === undefined ? isFromFiles : before === baseTime) return { before, after, changedBy: 'FILES' };
  return { before, after, changedBy: after === baseTime ? 'DATABASE' : 'BOTH' };
}
