import { type Database, READ_OPTIONS } from '../connection/database.js';
import type { PersistentCache } from '../store.js';

interface CacheDocument<T> {
  _id: string;
  record: T;
}

/** Opens a persistent cache in the collection `cache.<name>`. No folder can have this name. */
export function openPersistentCache<T extends { key: string }>(database: Database, name: string): PersistentCache<T> {
  const collection = database.documents<CacheDocument<T>>(`cache.${name}`);
  return {
    get: async (keys) => {
      const filter = { _id: { $in: [...keys] } } as object;
      const documents = await collection.find(filter, { ...READ_OPTIONS, batchSize: 100_000 });
      return documents.map(({ record }) => record as T);
    },
    keys: () => idsOf(collection.each({}, { projection: { _id: 1 }, batchSize: 1000 })),
    put: async (newRecords) => {
      if (newRecords.length === 0) return;
      const writes = newRecords.map((record) => ({
        replaceOne: { filter: { _id: record.key }, replacement: { record }, upsert: true },
      }));
      await collection.bulkWrite(writes as Parameters<typeof collection.bulkWrite>[0]);
    },
    remove: async (keys) => {
      if (keys.length > 0) await collection.deleteMany({ _id: { $in: [...keys] } } as object);
    },
  };
}

async function* idsOf(documents: AsyncIterable<{ _id: string }>): AsyncGenerator<string> {
  for await (const { _id } of documents) yield _id;
}
