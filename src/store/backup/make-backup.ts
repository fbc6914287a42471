import { BSON, type Document } from 'mongodb';
import { AppError } from '../../errors.js';
import { type LogDocument, loggedVintages } from '../log/log-document.js';
import { readLastSequence } from '../log/read-log.js';
import type { Database } from '../connection/database.js';
import { connect } from '../connection/connect.js';
import { type BackupDocument, type BackupSummary, writeBackupFile } from './backup-file.js';
import { rejectIncompleteRestore } from './restore-marker.js';

export interface BackupOptions {
  uri: string;
  database: string;
  /** Digest of the content model. */
  model: string;
  /** Whether to replace an existing file. */
  overwrite: boolean;
  /** Progress callback: the number of written changes of the log, and their total number. */
  onChange?: (count: number, total: number) => void;
}

/** Number of changes per cursor. Limits how long a cursor stays open. */
const CHANGES_PER_CURSOR = 1000;

/**
 * Writes a database to a backup file while it is in use. The backup ends at the log position at the time of the call.
 * @throws AppError DATABASE_UNREACHABLE, DATABASE_DAMAGED, DATABASE_INCOMPLETE, FILE_UNWRITABLE, USAGE
 */
export async function makeBackup(path: string, options: BackupOptions): Promise<BackupSummary> {
  const database = await connect(options.uri, options.database);
  try {
    return await writeBackup(path, database, options);
  } finally {
    await database.close();
  }
}

async function writeBackup(path: string, database: Database, options: BackupOptions): Promise<BackupSummary> {
  await rejectIncompleteRestore(database);
  const startedAt = new Date();
  // Schedules are read before the log position, so that the backup contains the revisions to which they refer.
  const tokens = await rawDocuments(database, 'tokens');
  const trustedDocuments = await rawDocuments(database, 'trusted');
  const schedules = await rawDocuments(database, 'schedules');
  const lastSequence = await readLastSequence(database);
  const documents = async function* (): AsyncGenerator<BackupDocument> {
    for (const document of tokens) yield { collection: 'tokens', document };
    for (const document of trustedDocuments) yield { collection: 'trusted', document };
    for (const document of schedules) yield { collection: 'schedules', document };
    yield* changesWithSeries(database, lastSequence, options.onChange ?? (() => {}));
  };
  const header = { sequence: lastSequence, at: startedAt, model: options.model };
  return writeBackupFile(path, header, documents(), { overwrite: options.overwrite });
}

/** Yields the changes of the log up to `lastSequence`, each after the series that it added. */
async function* changesWithSeries(
  database: Database,
  lastSequence: number,
  onChange: (count: number, total: number) => void,
): AsyncGenerator<BackupDocument> {
  for (let position = 0; position < lastSequence;) {
    const filter = { _id: { $gt: position, $lte: lastSequence } };
    const changes = database.changes.each(filter, { sort: { _id: 1 }, limit: CHANGES_PER_CURSOR, raw: true });
    const startPosition = position;
    for await (const rawChange of changes) {
      const document = rawChange as unknown as Uint8Array;
      const change = BSON.deserialize(document) as LogDocument;
      if (change._id !== position + 1) throw gapError(position);
      yield* addedSeries(database, change);
      yield { collection: 'changes', document };
      onChange((position = change._id), lastSequence);
    }
    if (position === startPosition) throw gapError(position);
  }
}

/** Yields the series that a change added. Omits `until`, which is derived from later changes. */
async function* addedSeries(database: Database, change: LogDocument): AsyncGenerator<BackupDocument> {
  const vintages = loggedVintages(change).map(({ vintage }) => vintage._id);
  if (vintages.length === 0) return;
  const series = database.series.each({ edition: { $in: vintages } }, { projection: { until: 0 }, raw: true });
  for await (const rawSeries of series) yield { collection: 'series', document: rawSeries as unknown as Uint8Array };
}

async function rawDocuments(database: Database, name: 'tokens' | 'trusted' | 'schedules'): Promise<Uint8Array[]> {
  const documents = await database.documents<Document>(name).find({}, { sort: { _id: 1 }, raw: true });
  return documents as unknown as Uint8Array[];
}

function gapError(position: number): AppError {
  return new AppError(
    'DATABASE_DAMAGED',
    `Change ${position + 1} is missing in the log; a backup of it could not be restored.`,
  );
}
