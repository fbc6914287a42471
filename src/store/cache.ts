import type { Collection } from 'mongodb';
import type { Database } from './connection/database.js';
import { READ } from './connection/database.js';
import { translateErrors, translateErrorsEach, translateErrorsInTime } from './connection/translate-errors.js';
import type { Cache } from './store.js';

interface CacheDocument<T> {
  _id: string;
  record: T;
}

/** The cache of a name: a collection of its own, which no kind can have, for no folder has a point in its name. */
export function cacheIn<T extends { key: string }>(database: Database, name: string): Cache<T> {
  const records = (): Collection<CacheDocument<T>> => database.db.collection(`cache.${name}`);
  return {
    get: async (keys) => {
      const asked = { _id: { $in: [...keys] } } as object;
      const found = records()
        .find(asked, { ...READ, batchSize: 100_000 })
        .toArray();
      return (await translateErrorsInTime(found)).map(({ record }) => record as T);
    },
    keys: () => translateErrorsEach(idsOf(records().find({}, { projection: { _id: 1 }, batchSize: 1000 }))),
    put: async (added) => {
      if (added.length === 0) return;
      const writes = added.map((record) => ({
        replaceOne: { filter: { _id: record.key }, replacement: { record }, upsert: true },
      }));
      await translateErrors(
        records().bulkWrite(writes as Parameters<ReturnType<typeof records>['bulkWrite']>[0], { ordered: false }),
      );
    },
    remove: async (keys) => {
      if (keys.length > 0) await translateErrors(records().deleteMany({ _id: { $in: [...keys] } } as object));
    },
  };
}

async function* idsOf(documents: AsyncIterable<{ _id: string }>): AsyncGenerator<string> {
  for await (const { _id } of documents) yield _id;
}
