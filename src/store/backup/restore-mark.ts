import { randomUUID } from 'node:crypto';
import { AppError } from '../../errors.js';
import type { Database } from '../connection/database.js';
import type { StateDocument } from '../documents/small-documents.js';
import { READ } from '../connection/database.js';

/** The document of `state` that stands there from the first to the last write of a restore. */
const RESTORE = 'restore';

/** What a restore that is not finished says of itself. */
interface RestoreMark extends StateDocument {
  /** Tells one attempt from another. */
  attempt: string;
  file: string;
  startedAt: Date;
}

/**
 * Refuses a database into which a backup was restored only in part.
 *
 * @throws AppError DATABASE_INCOMPLETE with the way out
 */
export async function refuseIncomplete(database: Database): Promise<void> {
  const mark = await restoreMark(database);
  if (!mark) return;
  const { file, startedAt } = mark;
  throw new AppError(
    'DATABASE_INCOMPLETE',
    `The database holds only a part of the backup "${file}": restoring it began at ${startedAt.toISOString()} and has ` +
      'not ended. If it is no longer under way, "npx signpost restore" with that file, or another, begins anew.',
    { file, startedAt },
  );
}

/** What a restore that is not finished says of itself; null where there is none. */
export async function restoreMark(database: Database): Promise<RestoreMark | null> {
  return (await database.state.findOne({ _id: RESTORE }, READ)) as RestoreMark | null;
}

/** Marks a database as being restored into, in place of an earlier attempt; returns the name of this one. */
export async function setRestoreMark(database: Database, file: string): Promise<string> {
  const attempt = randomUUID();
  await database.state.replaceOne({ _id: RESTORE }, { attempt, file, startedAt: new Date() } as object, {
    upsert: true,
  });
  return attempt;
}

/** Takes the mark away; false where another attempt has begun meanwhile. */
export async function removeRestoreMark(database: Database, attempt: string): Promise<boolean> {
  return (await database.state.deleteOne({ _id: RESTORE, attempt } as object)) === 1;
}
