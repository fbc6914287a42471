import type { Table } from './environment.js';
import { prefix } from './keys.js';
import type { Storage } from './storage.js';

/** Entries taken away in one transaction. */
const MOST_AT_ONCE = 2000;

/**
 * Takes away the documents and entries of collections and indexes that are gone; what a crash leaves is taken away
 * after the next start.
 */
export async function removeRange(storage: Storage): Promise<void> {
  const { documents, entries } = storage.environment;
  for (const id of storage.catalogue.orphans()) {
    for (let more = true; more;) {
      more = await storage.commit.run(() => {
        const gone = removeSome(documents, id) + removeSome(entries, id);
        if (gone === 0) storage.catalogue.forgetOrphan(id);
        return gone > 0;
      });
    }
  }
}

function removeSome(table: Table, id: number): number {
  const keys = [...table.getKeys({ start: prefix(id), end: prefix(id + 1), limit: MOST_AT_ONCE })];
  for (const key of keys) void table.remove(key);
  return keys.length;
}
