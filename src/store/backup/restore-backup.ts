import { type AnyBulkWriteOperation, BSON, type Document, MongoBulkWriteError } from 'mongodb';
import { AppError } from '../../errors.js';
import type { Database } from '../connection/database.js';
import { connect } from '../connection/connect.js';
import { DUPLICATE_KEY_CODE } from '../connection/translate-errors.js';
import { type BackupDocument, type BackupSummary, readBackupFile } from './backup-file.js';
import { BACKUP_COLLECTIONS, type BackupCollection } from './backup-format.js';
import { removeRestoreMarker, readRestoreMarker, writeRestoreMarker } from './restore-marker.js';

export interface RestoreOptions {
  uri: string;
  database: string;
  /** Progress callback: the number of written changes of the log, and their total number. */
  onChange?: (count: number, total: number) => void;
  /** Called with the name of each command sent to the database. */
  onCommand?: (name: string) => void;
}

/** Maximum number of buffered documents. `MAX_BUFFERED_BYTES` limits their size. */
const MAX_BUFFERED_DOCUMENTS = 1000;
const MAX_BUFFERED_BYTES = 8 << 20;

/**
 * Fills an empty database from a backup file, after verifying it. An interrupted restore leaves a marker, and the store
 * does not open until a restore completes.
 * @throws AppError BACKUP_INVALID, DATABASE_NOT_EMPTY, DATABASE_UNREACHABLE, CONFLICT, USAGE
 */
export async function restoreBackup(path: string, options: RestoreOptions): Promise<BackupSummary> {
  const { counts } = await readBackupFile(path, () => {});
  const database = await connect(options.uri, options.database, options.onCommand);
  try {
    return await fillDatabase(database, path, counts.changes, options.onChange ?? (() => {}));
  } finally {
    await database.close();
  }
}

async function fillDatabase(
  database: Database,
  path: string,
  changeCount: number,
  onChange: (count: number, total: number) => void,
): Promise<BackupSummary> {
  const previousMarker = await readRestoreMarker(database);
  if (!previousMarker) await rejectNonEmptyDatabase(database);
  const attemptId = await writeRestoreMarker(database, path);
  // Another process may have written before the marker was set. Processes that write later see the marker.
  if (!previousMarker) {
    await rejectNonEmptyDatabase(database).catch(async (error: unknown) => {
      await removeRestoreMarker(database, attemptId);
      throw error;
    });
  }
  await clearCollections(database);
  const writer = new BufferedWriter(database);
  let writtenCount = 0;
  const summary = await readBackupFile(path, async (document) => {
    await writer.add(document);
    if (document.collection === 'changes') onChange((writtenCount += 1), changeCount);
  });
  await writer.flush();
  for (const name of BACKUP_COLLECTIONS) {
    if ((await database.documents(name).count()) !== summary.counts[name]) throw concurrentWriteError();
  }
  if (!(await removeRestoreMarker(database, attemptId))) throw concurrentWriteError();
  return summary;
}

/** Rejects a database that has documents outside `state`. @throws AppError DATABASE_NOT_EMPTY */
async function rejectNonEmptyDatabase(database: Database): Promise<void> {
  const collectionCounts: string[] = [];
  for (const name of await listCollectionNames(database)) {
    if (name === 'state') continue;
    const count = await database.documents(name).count();
    if (count > 0) collectionCounts.push(`${name} (${count})`);
  }
  if (collectionCounts.length === 0) return;
  const tip = 'Restore into a new one: another MONGODB_DB, or another DATA_DIR for the embedded database.';
  throw new AppError(
    'DATABASE_NOT_EMPTY',
    `The database is not empty; it contains ${collectionCounts.join(', ')}. ${tip}`,
    {
      found: collectionCounts,
    },
  );
}

/** Removes documents that an earlier restore wrote, or the opening of an empty store. */
async function clearCollections(database: Database): Promise<void> {
  for (const name of await listCollectionNames(database)) {
    if (name !== 'state') await database.documents(name).drop();
  }
  await database.state.deleteMany({ attempt: { $exists: false } } as object);
}

async function listCollectionNames(database: Database): Promise<string[]> {
  return (await database.collectionNames()).filter((name) => !name.startsWith('system.')).sort();
}

/** Buffers documents and writes them in batches. */
class BufferedWriter {
  private bufferedOperations = new Map<BackupCollection, AnyBulkWriteOperation<Document>[]>();
  private bufferedCount = 0;
  private bufferedBytes = 0;

  constructor(private readonly database: Database) {}

  async add({ collection, document: bson }: BackupDocument): Promise<void> {
    // Keeps the BSON number types, so that the same bytes are written.
    const document = BSON.deserialize(bson, { promoteValues: false, promoteLongs: false });
    const operations = this.bufferedOperations.get(collection) ?? [];
    operations.push({ insertOne: { document } });
    this.bufferedOperations.set(collection, operations);
    this.bufferedCount += 1;
    this.bufferedBytes += bson.length;
    if (this.bufferedCount >= MAX_BUFFERED_DOCUMENTS || this.bufferedBytes >= MAX_BUFFERED_BYTES) await this.flush();
  }

  async flush(): Promise<void> {
    // The log is written last, so that its changes never lack their figures.
    for (const name of BACKUP_COLLECTIONS) {
      const operations = this.bufferedOperations.get(name) ?? [];
      if (operations.length === 0) continue;
      try {
        await this.database.documents(name).bulkWrite(operations);
      } catch (error) {
        throw error instanceof MongoBulkWriteError && error.code === DUPLICATE_KEY_CODE
          ? concurrentWriteError()
          : error;
      }
    }
    this.bufferedOperations.clear();
    this.bufferedCount = this.bufferedBytes = 0;
  }
}

function concurrentWriteError(): AppError {
  return new AppError(
    'CONFLICT',
    'Another process wrote into the database while the backup was restored. Stop it, then restore again.',
  );
}
