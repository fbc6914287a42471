import { Long } from 'bson';
import { encodeDocument } from '../bson/encode.js';
import { compareValues } from '../bson/compare.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { filterContext } from '../aggregation/filter-context.js';
import { stringOrder } from '../query/collation.js';
import { parseFilter } from '../query/filter.js';
import { matcher } from '../query/matcher.js';
import type { Collection } from '../storage/collection.js';
import type { Storage } from '../storage/storage.js';
import type { Command } from './command.js';
import { collectionName, countField, docField, existing, flagField } from './command.js';
import { readSession } from './find.js';
import { checkSize, checkValidationOptions } from './validation.js';
import { checkNewCollection } from './new-collection.js';

const VALIDATION = ['validator', 'validationLevel', 'validationAction'];
const REFUSED = ['capped', 'timeseries', 'viewOn', 'clusteredIndex', 'encryptedFields', 'expireAfterSeconds'];

export const create: Command = async (context) => {
  const { command, storage, db } = context;
  const name = collectionName(context);
  checkSize(command);
  checkValidationOptions(context);
  for (const option of REFUSED) {
    const value = command[option];
    if (value !== undefined && value !== false && value !== null) {
      throw new CommandError('CommandNotSupported', `create with ${option} is not supported by this server`);
    }
  }
  if (stringOrder(command.collation))
    throw new CommandError('CommandNotSupported', 'a collection with a collation is not supported by this server');
  const options: Doc = {};
  for (const field of VALIDATION) {
    const value = command[field] ?? undefined;
    if (value !== undefined) options[field] = value;
  }
  if (options.validator !== undefined) parseFilter(options.validator, filterContext({}));
  await storage.commit.run(() => {
    const known = storage.catalogue.get(db, name);
    if (!known) {
      checkNewCollection(storage.catalogue.all(), db, name);
      storage.catalogue.create(db, name, options);
    } else if (compareValues(known.options, options) !== 0 || Object.keys(options).length === 0) {
      throw new CommandError('NamespaceExists', `Collection ${db}.${name} already exists.`);
    }
  });
  return {};
};

/**
 * A collection as it is now; inside a transaction, since between two of them others may drop or rename it.
 *
 * @throws CommandError NamespaceNotFound
 */
export function present(storage: Storage, db: string, name: string, message: string): Collection {
  const collection = storage.catalogue.get(db, name);
  if (!collection) throw new CommandError('NamespaceNotFound', message);
  return collection;
}

/** Forgets collections at once and together; their documents and entries are swept away later. */
async function removed(storage: Storage, find: () => readonly Collection[]): Promise<readonly Collection[]> {
  const gone = await storage.commit.run(() => {
    const collections = find();
    for (const collection of collections) storage.catalogue.remove(collection);
    return collections;
  });
  storage.sweeper.start();
  return gone;
}

export const drop: Command = async (context) => {
  const name = collectionName(context);
  const gone = await removed(context.storage, () => [existing(context)].filter((one) => one !== undefined));
  return { nIndexesWas: gone[0]?.indexes.length ?? 0, ns: `${context.db}.${name}` };
};

export const dropDatabase: Command = async ({ storage, db }) => {
  const gone = await removed(storage, () => storage.catalogue.all().filter((collection) => collection.db === db));
  return gone.length > 0 ? { dropped: db } : {};
};

export const collMod: Command = async (context) => {
  const { command, storage, db } = context;
  const name = collectionName(context);
  checkValidationOptions(context);
  const index = docField(command, 'index');
  if (index) throw new CommandError('CommandNotSupported', 'collMod of an index is not supported by this server');
  if (command.validator !== undefined) parseFilter(command.validator, filterContext({}));
  await storage.commit.run(() => {
    const collection = present(storage, db, name, 'ns does not exist');
    for (const field of VALIDATION) {
      if (command[field] !== undefined) collection.options[field] = command[field];
    }
    storage.catalogue.save(collection);
  });
  return {};
};

export const listCollections: Command = async (context) => {
  const { command, storage, db, cursors, pacer } = context;
  const isMatch = matcher(parseFilter(docField(command, 'filter') ?? {}, filterContext({})));
  const nameOnly = flagField(command, 'nameOnly');
  const shown = storage.catalogue
    .all()
    .filter((collection) => collection.db === db)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, options, uuid, indexes }): Doc => {
      return { name, type: 'collection', options, info: { readOnly: false, uuid }, idIndex: indexes[0]!.spec as Value };
    })
    .filter(isMatch)
    .map((full) => encodeDocument(nameOnly ? { name: full.name, type: full.type } : full));
  return cursors.start(shown[Symbol.iterator](), `${db}.$cmd.listCollections`, pacer, {
    batchSize: countField(docField(command, 'cursor') ?? {}, 'batchSize') ?? Infinity,
    session: readSession(context),
  });
};

export const listDatabases: Command = ({ command, storage }) => {
  const isMatch = matcher(parseFilter(docField(command, 'filter') ?? {}, filterContext({})));
  const sizes = new Map<string, number>();
  for (const { db, bytes } of storage.catalogue.all()) sizes.set(db, (sizes.get(db) ?? 0) + bytes);
  const databases = [...sizes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]): Doc => ({ name, sizeOnDisk: Long.fromNumber(bytes), empty: false }))
    .filter(isMatch);
  if (flagField(command, 'nameOnly')) return { databases: databases.map(({ name }) => ({ name })) };
  const totalSize = Long.fromNumber([...sizes.values()].reduce((sum, bytes) => sum + bytes, 0));
  return { databases, totalSize, totalSizeMb: totalSize.div(2 ** 20) };
};
