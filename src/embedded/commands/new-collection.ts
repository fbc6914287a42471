import { CommandError } from '../command-error.js';
import type { Collection } from '../storage/collection.js';
import type { CommandContext } from './command.js';

/** Collections of the system that a client may make. */
const SYSTEM = /^system\.(js|views|profile|users|buckets\..+)$/;

/**
 * Refuses to make a collection that MongoDB would not make.
 *
 * @throws CommandError InvalidNamespace  it has a name of the system
 * @throws CommandError DatabaseDifferCase  another database has its name in other letters
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

/** The collection, made when it is not there; inside a transaction. */
export function ensured(
  { storage: { catalogue }, ...context }: CommandContext,
  name: string,
  db = context.db,
): Collection {
  const known = catalogue.get(db, name);
  if (known) return known;
  checkNewCollection(catalogue.all(), db, name);
  return catalogue.create(db, name);
}
