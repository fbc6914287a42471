import type { Collection } from 'mongodb';
import type { Database } from './connection/database.js';
import { READ } from './connection/database.js';
import { reached, reachedEach, reachedInTime } from './connection/reach.js';
import type { Notebook } from './store.js';

interface PageDocument<T> {
  _id: string;
  page: T;
}

/** The notebook of a name: a collection of its own, which no kind can have, for no folder has a point in its name. */
export function notebookOf<T extends { key: string }>(database: Database, name: string): Notebook<T> {
  const pages = (): Collection<PageDocument<T>> => database.db.collection(`notebook.${name}`);
  return {
    get: async (keys) => {
      const asked = { _id: { $in: [...keys] } } as object;
      const found = pages()
        .find(asked, { ...READ, batchSize: 100_000 })
        .toArray();
      return (await reachedInTime(found)).map(({ page }) => page as T);
    },
    keys: () => reachedEach(idsOf(pages().find({}, { projection: { _id: 1 }, batchSize: 1000 }))),
    put: async (added) => {
      if (added.length === 0) return;
      const writes = added.map((page) => ({
        replaceOne: { filter: { _id: page.key }, replacement: { page }, upsert: true },
      }));
      await reached(
        pages().bulkWrite(writes as Parameters<ReturnType<typeof pages>['bulkWrite']>[0], { ordered: false }),
      );
    },
    remove: async (keys) => {
      if (keys.length > 0) await reached(pages().deleteMany({ _id: { $in: [...keys] } } as object));
    },
  };
}

async function* idsOf(documents: AsyncIterable<{ _id: string }>): AsyncGenerator<string> {
  for await (const { _id } of documents) yield _id;
}
