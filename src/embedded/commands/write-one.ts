import type { Collection } from '../storage/collection.js';
import { GivenUp } from '../storage/group-commit.js';
import type { Query } from './find.js';
import { inOrder, planFor } from './find.js';
import type { Found } from '../query/search.js';
import type { CommandContext } from './command.js';

/** Steps that a search may take inside a transaction, where nobody else gets a turn. */
export const STEPS_INSIDE = 400;
/** Searches outside that others spoiled, before one is made inside however long it takes. */
const MOST_TRIES = 4;

/**
 * Finds one document and writes, with nothing in between.
 *
 * A search that ends soon is made inside the transaction; a long one outside, with pauses, and it holds if nobody
 * wrote to the collection meanwhile.
 *
 * @param act runs inside the transaction; without a document when none was found
 */
export async function writeOne<T>(
  context: CommandContext,
  locate: () => Collection | undefined,
  query: Query,
  act: (found: Found | undefined) => T,
): Promise<T> {
  const { storage, pacer, retry } = context;
  let outside: { found: Found | undefined; version: number; collection: Collection } | undefined;
  for (let tries = 0; ; tries++) {
    try {
      return await storage.commit.run(() => {
        retry?.reset();
        const collection = locate();
        if (!collection) return act(undefined);
        if (outside && outside.collection === collection && outside.version === collection.version) {
          return act(outside.found);
        }
        const most = tries < MOST_TRIES ? STEPS_INSIDE : Infinity;
        return act(findWithin(context, collection, query, most).found);
      });
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
    }
    const collection = locate();
    if (!collection) continue;
    const version = collection.version;
    let found: Found | undefined;
    for (const each of inOrder(storage, collection, query, planFor(storage, collection, query, 1))) {
      if (pacer.due()) await pacer.pause();
      if (each) {
        found = each;
        break;
      }
    }
    outside = { found, version, collection };
  }
}

/**
 * The first document of a query, found inside a transaction.
 *
 * @throws GivenUp  it is not found in so many steps
 */
export function findWithin(
  { storage }: CommandContext,
  collection: Collection | undefined,
  query: Query,
  most: number,
): { found: Found | undefined; steps: number } {
  let steps = 0;
  if (!collection) return { found: undefined, steps };
  for (const found of inOrder(storage, collection, query, planFor(storage, collection, query, 1))) {
    if (found) return { found, steps };
    if (++steps > most) throw new GivenUp();
  }
  return { found: undefined, steps };
}
