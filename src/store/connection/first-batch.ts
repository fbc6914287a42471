import type { Db, Document } from 'mongodb';
import { MongoServerSelectionError } from 'mongodb';
import { isOutOfReach } from './out-of-reach.js';

/** Milliseconds after which the database gives up on a read. */
export const READ_LIMIT_MS = 5000;

/** Options of a command are not those of its client. */
const OPTIONS = { ignoreUndefined: true, maxTimeMS: READ_LIMIT_MS } as const;

interface Answer<T> {
  cursor: { id: unknown; firstBatch: T[] };
}

/**
 * Reads all that a find or an aggregate gives, in one batch. A cursor of the driver takes a third longer, for it takes an
 * answer apart document by document.
 *
 * @returns null where there is more, or where the connection was lost: a cursor goes on, and asks a second time
 */
export async function readFirstBatch<T extends Document>(db: Db, command: Document): Promise<T[] | null> {
  try {
    const { cursor } = (await db.command({ ...command, maxTimeMS: READ_LIMIT_MS }, OPTIONS)) as unknown as Answer<T>;
    if (cursor.id === 0) return cursor.firstBatch;
    const collection: unknown = Object.values(command)[0];
    db.command({ killCursors: collection, cursors: [cursor.id] }).catch(() => {});
    return null;
  } catch (error) {
    if (isOutOfReach(error) && !(error instanceof MongoServerSelectionError)) return null;
    throw error;
  }
}
