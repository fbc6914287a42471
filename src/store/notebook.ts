import type { Collection } from 'mongodb';
import type { Database } from './database.js';
import { reached } from './reach.js';
import type { Notebook } from './store.js';

interface PageDocument<T> {
  _id: string;
  page: T;
}

/** The notebook of a name: a collection of its own, which no kind can have, for no folder has a point in its name. */
export function notebookOf<T extends { key: string }>(database: Database, name: string): Notebook<T> {
  const pages = (): Collection<PageDocument<T>> => database.db.collection(`notebook.${name}`);
  return {
    async *all() {
      for await (const { page } of pages().find({}, { batchSize: 1000 })) yield page as T;
    },
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
