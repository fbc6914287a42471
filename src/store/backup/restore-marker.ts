import { randomUUID } from 'node:crypto';
import { AppError } from '../../errors.js';
import type { StateDocument } from '../documents/document-types.js';
import { type Database, READ_OPTIONS } from '../connection/database.js';

/** `_id` of the marker, a document in `state` while a restore is in progress. */
const RESTORE_MARKER_ID = 'restore';

interface RestoreMarker extends StateDocument {
  attempt: string;
  file: string;
  startedAt: Date;
}

/** Rejects a database with an unfinished restore. @throws AppError DATABASE_INCOMPLETE */
export async function rejectIncompleteRestore(database: Database): Promise<void> {
  const marker = await readRestoreMarker(database);
  if (!marker) return;
  const { file, startedAt } = marker;
  throw new AppError(
    'DATABASE_INCOMPLETE',
    `The database contains only a part of the backup "${file}": its restore started at ${startedAt.toISOString()} and is ` +
      'not complete. If it is no longer running, start it again with "npx signpost restore" and this or another file.',
    { file, startedAt },
  );
}

/** Returns the marker of an unfinished restore; null if there is none. */
export async function readRestoreMarker(database: Database): Promise<RestoreMarker | null> {
  return (await database.state.findOne({ _id: RESTORE_MARKER_ID }, READ_OPTIONS)) as RestoreMarker | null;
}

/** Marks a database as being restored, replacing the marker of an earlier attempt. Returns the id of this attempt. */
export async function writeRestoreMarker(database: Database, file: string): Promise<string> {
  const attempt = randomUUID();
  await database.state.replaceOne({ _id: RESTORE_MARKER_ID }, { attempt, file, startedAt: new Date() } as object, {
    upsert: true,
  });
  return attempt;
}

/** Removes the marker of an attempt. Returns false if another attempt has replaced it. */
export async function removeRestoreMarker(database: Database, attempt: string): Promise<boolean> {
  return (await database.state.deleteOne({ _id: RESTORE_MARKER_ID, attempt } as object)) === 1;
}
