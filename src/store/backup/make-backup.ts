import type { Document } from 'mongodb';
import { BSON } from 'mongodb';
import { AppError } from '../../errors.js';
import type { LogDocument } from '../log/log-document.js';
import { loggedVintages } from '../log/log-document.js';
import { readHead } from '../log/read-log.js';
import type { Database } from '../connection/database.js';
import { connect } from '../connection/connect.js';
import type { BackupDocument, BackupSummary } from './file.js';
import { writeBackupFile } from './file.js';
import { refuseIncomplete } from './restore-mark.js';

/** What is backed up. */
export interface BackupOptions {
  uri: string;
  /** The name of the database. */
  database: string;
  /** The digest of the model. */
  model: string;
  /** Whether a file of that name is replaced. */
  overwrite: boolean;
  /** Is told how much of the log is written, for a progress bar. */
  onChange?: (done: number, all: number) => void;
}

/** How many changes are asked for at a time, so that no cursor stays open for long. */
const CHANGES_AT_A_TIME = 1000;

/**
 * Writes a database into a file while it is in use, and changes nothing in it. The file holds the log up to the place
 * that it has when this begins, the figures that its changes name, and the tokens, trusted documents and schedules of that time.
 *
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
  await refuseIncomplete(database);
  const at = new Date();
  // Before the log: a schedule names a revision that is then in it, and one that was published meanwhile is dropped.
  const tokens = await rawDocuments(database, 'tokens');
  const trusted = await rawDocuments(database, 'trusted');
  const schedules = await rawDocuments(database, 'schedules');
  const sequence = await readHead(database);
  const documents = async function* (): AsyncGenerator<BackupDocument> {
    for (const document of tokens) yield { collection: 'tokens', document };
    for (const document of trusted) yield { collection: 'trusted', document };
    for (const document of schedules) yield { collection: 'schedules', document };
    yield* changesWithFigures(database, sequence, options.onChange ?? (() => {}));
  };
  const header = { sequence, at, model: options.model };
  return writeBackupFile(path, header, documents(), { overwrite: options.overwrite });
}

/** The log up to a place, each change after the series that it brought. */
async function* changesWithFigures(
  database: Database,
  sequence: number,
  onChange: (done: number, all: number) => void,
): AsyncGenerator<BackupDocument> {
  for (let done = 0; done < sequence;) {
    const wanted = { _id: { $gt: done, $lte: sequence } };
    const changes = database.changes.each(wanted, { sort: { _id: 1 }, limit: CHANGES_AT_A_TIME, raw: true });
    const before = done;
    for await (const raw of changes) {
      const document = raw as unknown as Uint8Array;
      const change = BSON.deserialize(document) as LogDocument;
      if (change._id !== done + 1) throw gapAfter(done);
      yield* figuresOf(database, change);
      yield { collection: 'changes', document };
      onChange((done = change._id), sequence);
    }
    if (done === before) throw gapAfter(done);
  }
}

/** The series that a change brought, without what later changes made of them: that follows from the log. */
async function* figuresOf(database: Database, change: LogDocument): AsyncGenerator<BackupDocument> {
  const vintages = loggedVintages(change).map(({ vintage }) => vintage._id);
  if (vintages.length === 0) return;
  const series = database.series.each({ edition: { $in: vintages } }, { projection: { until: 0 }, raw: true });
  for await (const raw of series) yield { collection: 'series', document: raw as unknown as Uint8Array };
}

/** All documents of a small collection, as the database has them. */
async function rawDocuments(database: Database, name: 'tokens' | 'trusted' | 'schedules'): Promise<Uint8Array[]> {
  const found = await database.documents<Document>(name).find({}, { sort: { _id: 1 }, raw: true });
  return found as unknown as Uint8Array[];
}

function gapAfter(place: number): AppError {
  return new AppError('DATABASE_DAMAGED', `The log lacks change ${place + 1}; a backup of it could not be restored.`);
}
