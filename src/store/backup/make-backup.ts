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
  /** Progress callback: the number of written batches of the log, and their total number. */
  onChange?: (done: number, total: number) => void;
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
    return await write(path, database, options);
  } finally {
    await database.close();
  }
}

async function write(path: string, database: Database, options: BackupOptions): Promise<BackupSummary> {
  await rejectIncompleteRestore(database);
  const startedAt = new Date();
  // Schedules are read before the log position, so that the backup contains the revisions to which they refer.
  const tokens = await rawDocuments(database, 'tokens');
  const trusted = await rawDocuments(database, 'trusted');
  const schedules = await rawDocuments(database, 'schedules');
  const sequence = await readLastSequence(database);
  const documents = async function* (): AsyncGenerator<BackupDocument> {
    for (const document of tokens) yield { collection: 'tokens', document };
    for (const document of trusted) yield { collection: 'trusted', document };
    for (const document of schedules) yield { collection: 'schedules', document };
    yield* changesWithFigures(database, sequence, options.onChange ?? (() => {}));
  };
  const header = { sequence, at: startedAt, model: options.model };
  return writeBackupFile(path, header, documents(), { overwrite: options.overwrite });
}

/** Yields the log up to a position, each change after the series that it added. */
async function* changesWithFigures(
  database: Database,
  sequence: number,
  onChange: (done: number, total: number) => void,
): AsyncGenerator<BackupDocument> {
  for (let done = 0; done < sequence;) {
    const filter = { _id: { $gt: done, $lte: sequence } };
    const changes = database.changes.each(filter, { sort: { _id: 1 }, limit: CHANGES_PER_CURSOR, raw: true });
    const before = done;
    for await (const raw of changes) {
      const document = raw as unknown as Uint8Array;
      const change = BSON.deserialize(document) as LogDocument;
      if (change._id !== done + 1) throw gapError(done);
      yield* addedSeries(database, change);
      yield { collection: 'changes', document };
      onChange((done = change._id), sequence);
    }
    if (done === before) throw gapError(done);
  }
}

/** Yields the series that a change added. Omits `until`, which is derived from later changes. */
async function* addedSeries(database: Database, change: LogDocument): AsyncGenerator<BackupDocument> {
  const vintages = loggedVintages(change).map(({ vintage }) => vintage._id);
  if (vintages.length === 0) return;
  const series = database.series.each({ edition: { $in: vintages } }, { projection: { until: 0 }, raw: true });
  for await (const raw of series) yield { collection: 'series', document: raw as unknown as Uint8Array };
}

async function rawDocuments(database: Database, name: 'tokens' | 'trusted' | 'schedules'): Promise<Uint8Array[]> {
  const documents = await database.documents<Document>(name).find({}, { sort: { _id: 1 }, raw: true });
  return documents as unknown as Uint8Array[];
}

function gapError(place: number): AppError {
  return new AppError(
    'DATABASE_DAMAGED',
    `Change ${place + 1} is missing in the log; a backup of it could not be restored.`,
  );
}
