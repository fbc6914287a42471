import { CommandError } from '../command-error.js';
import type { Collection } from '../storage/collection.js';
import type { CommandContext } from './command.js';

const SYSTEM = /^system\.(js|views|profile|users|buckets\..+)$/;

/**
 * Checks the name of a new collection. @throws CommandError InvalidNamespace; DatabaseDifferCase for a database name in
 * another case
 */
function checkNewCollection(collections: readonly Collection[], db: string, name: string): void {
  if (name.startsWith('system.') && !SYSTEM.test(name))
    throw new CommandError('InvalidNamespace', `Invalid system namespace: ${db}.${name}`);
  const folded = db.toLowerCase();
  const other = collections.find((collection) => collection.db !== db && collection.db.toLowerCase() === folded);
  if (other)
    throw new CommandError(
      'DatabaseDifferCase',
      `db already exists with different case already have: [${other.db}] trying to create [${db}]`,
    );
}

/** Creates a collection if it is missing, in a transaction. */
export function ensureCollection(
  { storage: { catalogue }, ...context }: CommandContext,
  name: string,
  db = context.db,
): Collection {
  const known = catalogue.get(db, name);
  if (known) return known;
  checkNewCollection(catalogue.all(), db, name);
  return catalogue.create(db, name);
}
