import type { Collection } from '../storage/collection.js';
import { JobDeferred } from '../storage/group-commit.js';
import type { FindQuery } from './find.js';
import { searchInOrder, planFind } from './find.js';
import type { FoundDocument } from '../query/execute-plan.js';
import type { CommandContext } from './command.js';
import { findCollection } from './command.js';

/** Maximum number of search steps in a transaction, because it blocks other writes. */
export const MAX_SEARCH_STEPS = 400;
/** Number of searches outside a transaction before one runs inside. */
const MAX_SEARCHES = 4;

/**
 * Finds a document and writes, atomically. A long search runs outside the transaction, yields to the event loop, and is
 * repeated after a concurrent write. @param act runs in the transaction; `found` is undefined without a match
 */
export async function writeOne<T>(
  context: CommandContext,
  query: FindQuery,
  act: (found: FoundDocument | undefined) => T,
): Promise<T> {
  const { storage, pacer, retry } = context;
  let foundOutside: { found: FoundDocument | undefined; version: number; collection: Collection } | undefined;
  for (let tries = 0; ; tries++) {
    try {
      return await storage.commit.run(() => {
        retry?.reset();
        const collection = findCollection(context);
        if (!collection) return act(undefined);
        if (foundOutside && foundOutside.collection === collection && foundOutside.version === collection.version) {
          return act(foundOutside.found);
        }
        const maxSteps = tries < MAX_SEARCHES ? MAX_SEARCH_STEPS : Infinity;
        return act(findFirstDocument(context, collection, query, maxSteps).found);
      });
    } catch (error) {
      if (!(error instanceof JobDeferred)) throw error;
    }
    const collection = findCollection(context);
    if (!collection) continue;
    const version = collection.version;
    let found: FoundDocument | undefined;
    for (const result of searchInOrder(storage, collection, query, planFind(storage, collection, query, 1))) {
      if (pacer.due()) await pacer.pause();
      if (result) {
        found = result;
        break;
      }
    }
    foundOutside = { found, version, collection };
  }
}

/** Returns the first matching document. Requires a transaction. @throws JobDeferred after `maxSteps` search steps */
export function findFirstDocument(
  { storage }: CommandContext,
  collection: Collection | undefined,
  query: FindQuery,
  maxSteps: number,
): { found: FoundDocument | undefined; steps: number } {
  let steps = 0;
  if (!collection) return { found: undefined, steps };
  for (const found of searchInOrder(storage, collection, query, planFind(storage, collection, query, 1))) {
    if (found) return { found, steps };
    if (++steps > maxSteps) throw new JobDeferred();
  }
  return { found: undefined, steps };
}
