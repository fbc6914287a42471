import { randomUUID } from 'node:crypto';
import type { Database } from '../connection/database.js';
import { AppError } from '../../errors.js';
import { READ_OPTIONS } from '../connection/database.js';
import type { TrustedBatch, TrustedDocuments } from '../trusted.js';
import type { Writer } from './writer.js';

/** `_id` of the lock document. While it exists, requests without a token can only use trusted documents. */
const LOCK = 'lock';

export function trustedDocumentsIn(
  database: Database,
  writer: Pick<Writer, 'announce'>,
  now: () => Date,
): TrustedDocuments {
  const announce = (author: string, what: string) =>
    writer.announce({ author, message: `trusted documents: ${what}` }, 'TRUSTED');
  const put = (_id: string, batch: Omit<TrustedBatch, 'at'>) =>
    database.trusted.updateOne(
      { _id },
      { $setOnInsert: { at: now(), author: batch.author, documents: [...batch.documents] } },
      { upsert: true },
    );
  return {
    all: async () => {
      const found = await database.trusted.find({}, { ...READ_OPTIONS, sort: { at: 1 } });
      return {
        batches: found.filter(({ _id }) => _id !== LOCK).map(({ _id, ...batch }) => batch),
        isLocked: found.some(({ _id }) => _id === LOCK),
      };
    },
    add: async (batch) => {
      const _id = randomUUID();
      await put(_id, batch);
      // Undone if the same document was added concurrently. Nothing is announced yet.
      const ids = batch.documents.map(({ id }) => id);
      const others = { _id: { $ne: _id }, 'documents.id': { $in: ids } };
      if (await database.trusted.findOne(others, READ_OPTIONS)) {
        await database.trusted.deleteOne({ _id });
        throw new AppError('CONFLICT', 'Somebody else added one of these documents meanwhile. Add them again.');
      }
      await announce(batch.author, `${batch.documents.length} more`);
    },
    remove: async (ids, author) => {
      let count = 0;
      // Others may remove documents of the same batch meanwhile.
      for (let hasDisconnected = true; hasDisconnected;) {
        const found = await database.trusted.find({ 'documents.id': { $in: [...ids] } }, READ_OPTIONS);
        hasDisconnected = found.length > 0;
        for (const { _id, documents } of found) {
          const others = documents.filter(({ id }) => !ids.includes(id));
          const asRead = { _id, documents };
          const done = await database.trusted.updateOne(asRead, { $set: { documents: others } });
          count += done.modifiedCount * (documents.length - others.length);
        }
      }
      if (count > 0) await announce(author, `${count} fewer`);
      return count;
    },
    lock: async (isLocked, author) => {
      if (isLocked) await put(LOCK, { author, documents: [] });
      else await database.trusted.deleteOne({ _id: LOCK });
      await announce(author, isLocked ? 'locked' : 'open');
    },
  };
}
