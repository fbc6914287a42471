import { randomUUID } from 'node:crypto';
import { AppError } from '../../errors.js';
import { type Database, READ_OPTIONS } from '../connection/database.js';
import type { TrustedBatch, TrustedDocumentStore } from '../trusted-documents.js';
import type { Writer } from './writer.js';

/** `_id` of the lock document. While it exists, requests without a token can only use trusted documents. */
const LOCK_ID = 'lock';

export function openTrustedDocumentStore(
  database: Database,
  writer: Pick<Writer, 'announce'>,
  now: () => Date,
): TrustedDocumentStore {
  const announce = (author: string, change: string) =>
    writer.announce({ author, message: `trusted documents: ${change}` }, 'TRUSTED');
  const put = (_id: string, batch: Omit<TrustedBatch, 'at'>) =>
    database.trusted.updateOne(
      { _id },
      { $setOnInsert: { at: now(), author: batch.author, documents: [...batch.documents] } },
      { upsert: true },
    );
  return {
    all: async () => {
      const documents = await database.trusted.find({}, { ...READ_OPTIONS, sort: { at: 1 } });
      return {
        batches: documents.filter(({ _id }) => _id !== LOCK_ID).map(({ _id, ...batch }) => batch),
        isLocked: documents.some(({ _id }) => _id === LOCK_ID),
      };
    },
    add: async (batch) => {
      const _id = randomUUID();
      await put(_id, batch);
      // Removes the batch again if one of its documents was added concurrently. It was not announced yet.
      const ids = batch.documents.map(({ id }) => id);
      const duplicateFilter = { _id: { $ne: _id }, 'documents.id': { $in: ids } };
      if (await database.trusted.findOne(duplicateFilter, READ_OPTIONS)) {
        await database.trusted.deleteOne({ _id });
        throw new AppError('CONFLICT', 'Another user added one of these documents in the meantime. Add them again.');
      }
      await announce(batch.author, `${batch.documents.length} more`);
    },
    remove: async (ids, author) => {
      let removedCount = 0;
      // Repeated, because the batch fails if another process has removed one of its documents in the meantime.
      for (let hasMatches = true; hasMatches;) {
        const batches = await database.trusted.find({ 'documents.id': { $in: [...ids] } }, READ_OPTIONS);
        hasMatches = batches.length > 0;
        for (const { _id, documents } of batches) {
          const remainingDocuments = documents.filter(({ id }) => !ids.includes(id));
          const batchFilter = { _id, documents };
          const result = await database.trusted.updateOne(batchFilter, { $set: { documents: remainingDocuments } });
          removedCount += result.modifiedCount * (documents.length - remainingDocuments.length);
        }
      }
      if (removedCount > 0) await announce(author, `${removedCount} fewer`);
      return removedCount;
    },
    setLocked: async (isLocked, author) => {
      if (isLocked) await put(LOCK_ID, { author, documents: [] });
      else await database.trusted.deleteOne({ _id: LOCK_ID });
      await announce(author, isLocked ? 'locked' : 'open');
    },
  };
}
