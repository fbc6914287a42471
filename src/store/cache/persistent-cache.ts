import { type Database, READ_OPTIONS } from '../connection/database.js';
import type { PersistentCache } from '../store.js';

interface CacheDocument<T> {
  _id: string;
  record: T;
}

/** Opens a persistent cache in the collection `cache.<name>`, which cannot be a folder name. */
export function openPersistentCache<T extends { key: string }>(database: Database, name: string): PersistentCache<T> {
  const records = database.documents<CacheDocument<T>>(`cache.${name}`);
  return {
    get: async (keys) => {
      const filter = { _id: { $in: [...keys] } } as object;
      const found = await records.find(filter, { ...READ_OPTIONS, batchSize: 100_000 });
      return found.map(({ record }) => record as T);
    },
    keys: () => idsOf(records.each({}, { projection: { _id: 1 }, batchSize: 1000 })),
    put: async (added) => {
      if (added.length === 0) return;
      const writes = added.map((record) => ({
        replaceOne: { filter: { _id: record.key }, replacement: { record }, upsert: true },
      }));
      await records.bulkWrite(writes as Parameters<typeof records.bulkWrite>[0]);
    },
    remove: async (keys) => {
      if (keys.length > 0) await records.deleteMany({ _id: { $in: [...keys] } } as object);
    },
  };
}

async function* idsOf(documents: AsyncIterable<{ _id: string }>): AsyncGenerator<string> {
  for await (const { _id } of documents) yield _id;
}
