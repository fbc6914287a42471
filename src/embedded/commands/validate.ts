import { CommandError } from '../command-error.js';
import { formatNamespace } from '../storage/collection.js';
import { checkCollection } from '../storage/check-collection.js';
import { checkAllPages } from '../storage/check-pages.js';
import { readCollectionName, type CommandHandler, findCollection } from './command.js';

/** `validate`: compares the indexes of a collection with its documents. With `full`, verifies all pages first. */
export const validate: CommandHandler = async (context) => {
  const { storage, yieldTimer, command } = context;
  await storage.commit.waitUntilIdle();
  const collection = findCollection(context);
  if (!collection)
    throw new CommandError(
      'NamespaceNotFound',
      `Collection '${context.db}.${readCollectionName(context)}' does not exist to validate.`,
    );
  const errors: string[] = [];
  const checks = [() => checkCollection(storage, collection)];
  if (command.full === true) checks.unshift(() => checkAllPages(storage.environment));
  for (const check of checks) {
    await storage.commit.waitUntilIdle();
    for (const problem of check()) {
      if (problem !== undefined) errors.push(problem);
      if (yieldTimer.due()) await yieldTimer.pause();
    }
    if (errors.length > 0) break; // checking damaged pages further would crash LMDB
  }
  return {
    ns: formatNamespace(collection),
    nrecords: collection.count,
    nIndexes: collection.indexes.length,
    keysPerIndex: Object.fromEntries(collection.indexes.map(({ name, entryCount }) => [name, entryCount])),
    valid: errors.length === 0,
    errors: errors.slice(0, 100),
    warnings: [],
  };
};
