import { findScheduleChange } from '../records/planned-schedule.js';
import type { StoredEntry } from '../store/entries.js';
import type { Schedule } from '../store/schedules.js';
import type { ContentRecord } from './content-record.js';
import type { FieldConflict, ConflictWinner } from './merge-content.js';

/** Returns the future publication time of the current revision; null if there is none. */
export function futurePublishTime({ status, revision }: StoredEntry, schedule: Schedule | undefined): Date | null {
  if (!schedule || status !== 'DRAFT' || schedule.revision !== revision) return null;
  return schedule.at.getTime() > Date.now() ? schedule.at : null;
}

/** Publication time to write to a file, merged from file and database. */
export interface MergedPublishTime {
  publishAt: Date | null;
  /** Whether the file has a publication time other than `publishAt`. */
  differsFromFile: boolean;
  /** Whether the schedule in the database is of an earlier revision than the newest one. */
  isOfEarlierRevision: boolean;
  conflict?: FieldConflict;
}

/**
 * Merges the publication times of file and database. A change on one side wins; `keep` resolves conflicts.
 * @param common time in the merge base; undefined if unknown
 */
export function mergePublishTimes(
  { publishAt: inFile = null }: ContentRecord,
  entry: StoredEntry,
  schedule: Schedule | undefined,
  common: string | null | undefined,
  keep: ConflictWinner | undefined,
): MergedPublishTime {
  const isForOlderRevision = schedule !== undefined && schedule.revision < entry.revision;
  const fileResult = { publishAt: inFile, differsFromFile: false, isOfEarlierRevision: isForOlderRevision };
  if (isForOlderRevision) return fileResult;
  const database = futurePublishTime(entry, schedule);
  const change = findScheduleChange(inFile, database && schedule!, common);
  const takesDatabaseTime = change === null || change.changedBy === 'DATABASE';
  if (takesDatabaseTime)
    return {
      publishAt: database,
      differsFromFile: database?.getTime() !== inFile?.getTime(),
      isOfEarlierRevision: isForOlderRevision,
    };
  if (change.changedBy === 'FILES') return fileResult;
  if (keep === 'database')
    return { publishAt: database, differsFromFile: true, isOfEarlierRevision: isForOlderRevision };
  if (keep === 'file') return fileResult;
  const { after: file, before } = change;
  const conflict = { path: 'publishAt', at: ['publishAt'], base: common, file, database: before };
  return { ...fileResult, conflict };
}
