import { Long } from 'bson';
import { encodeDocument } from '../bson/encode.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { parseFilter } from '../query/parse-filter.js';
import { compileFilter } from '../query/compile-filter.js';
import type { Collection } from '../storage/collection.js';
import type { Storage } from '../storage/storage.js';
import {
  readCollectionName,
  type CommandHandler,
  findCollection,
  readCountField,
  readDocumentField,
  readFlagField,
} from './command.js';

export const create: CommandHandler = async (context) => {
  const { storage, db } = context;
  const name = readCollectionName(context);
  await storage.commit.run(() => {
    if (storage.catalogue.get(db, name))
      throw new CommandError('NamespaceExists', `Collection ${db}.${name} already exists.`);
    storage.catalogue.getOrCreate(db, name);
  });
  return {};
};

/** Returns an existing collection, as the current transaction sees it. @throws CommandError NamespaceNotFound */
export function requireCollection(storage: Storage, db: string, name: string, message: string): Collection {
  const collection = storage.catalogue.get(db, name);
  if (!collection) throw new CommandError('NamespaceNotFound', message);
  return collection;
}

/** Drops collections in one transaction. The sweeper removes their documents and index entries. */
async function dropAll(storage: Storage, find: () => readonly Collection[]): Promise<readonly Collection[]> {
  const droppedCollections = await storage.commit.run(() => {
    const collections = find();
    for (const collection of collections) storage.catalogue.remove(collection);
    return collections;
  });
  storage.sweeper.start();
  return droppedCollections;
}

export const drop: CommandHandler = async (context) => {
  const name = readCollectionName(context);
  const droppedCollections = await dropAll(context.storage, () =>
    [findCollection(context)].filter((collection) => collection !== undefined),
  );
  return { nIndexesWas: droppedCollections[0]?.indexes.length ?? 0, ns: `${context.db}.${name}` };
};

export const dropDatabase: CommandHandler = async ({ storage, db }) => {
  const droppedCollections = await dropAll(storage, () =>
    storage.catalogue.all().filter((collection) => collection.db === db),
  );
  return droppedCollections.length > 0 ? { dropped: db } : {};
};

export const listCollections: CommandHandler = async (context) => {
  const { command, storage, db, cursors, yieldTimer } = context;
  const isMatch = compileFilter(parseFilter(readDocumentField(command, 'filter') ?? {}));
  const nameOnly = readFlagField(command, 'nameOnly');
  const descriptions = storage.catalogue
    .all()
    .filter((collection) => collection.db === db)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, options, uuid, indexes }): Doc => {
      return { name, type: 'collection', options, info: { readOnly: false, uuid }, idIndex: indexes[0]!.spec as Value };
    })
    .filter(isMatch)
    .map((full) => encodeDocument(nameOnly ? { name: full.name, type: full.type } : full));
  return cursors.start(descriptions[Symbol.iterator](), `${db}.$cmd.listCollections`, yieldTimer, {
    batchSize: readCountField(readDocumentField(command, 'cursor') ?? {}, 'batchSize') ?? Infinity,
  });
};

export const listDatabases: CommandHandler = ({ command, storage }) => {
  const isMatch = compileFilter(parseFilter(readDocumentField(command, 'filter') ?? {}));
  const sizes = new Map<string, number>();
  for (const { db, bytes } of storage.catalogue.all()) sizes.set(db, (sizes.get(db) ?? 0) + bytes);
  const databases = [...sizes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]): Doc => ({ name, sizeOnDisk: Long.fromNumber(bytes), empty: false }))
    .filter(isMatch);
  if (readFlagField(command, 'nameOnly')) return { databases: databases.map(({ name }) => ({ name })) };
  const totalSize = Long.fromNumber([...sizes.values()].reduce((sum, bytes) => sum + bytes, 0));
  return { databases, totalSize, totalSizeMb: totalSize.div(2 ** 20) };
};
