import { statSync } from 'node:fs';
import path from 'node:path';
import { Long } from 'bson';
import { CommandError } from '../command-error.js';
import { namespaceOf } from '../storage/collection.js';
import { checkCollection } from '../storage/checker.js';
import type { Command } from './command.js';
import { collectionName, existing } from './command.js';

const long = (value: number) => Long.fromNumber(value);

export const collStats: Command = (context) => {
  const collection = existing(context);
  const ns = `${context.db}.${collectionName(context)}`;
  if (!collection)
    return { ns, size: 0, count: 0, storageSize: 0, nindexes: 0, totalIndexSize: 0, indexSizes: {}, scaleFactor: 1 };
  const { count, bytes, indexes } = collection;
  return {
    ns,
    size: long(bytes),
    count,
    ...(count > 0 && { avgObjSize: Math.floor(bytes / count) }),
    storageSize: long(bytes),
    nindexes: indexes.length,
    indexDetails: Object.fromEntries(indexes.map(({ name, entries }) => [name, { entries: long(entries) }])),
    scaleFactor: 1,
  };
};

export const dbStats: Command = ({ storage, db }) => {
  const collections = storage.catalogue.all().filter((collection) => collection.db === db);
  const sum = (of: (collection: (typeof collections)[number]) => number) =>
    collections.reduce((total, each) => total + of(each), 0);
  return {
    db,
    collections: long(collections.length),
    views: long(0),
    objects: long(sum(({ count }) => count)),
    avgObjSize:
      sum(({ bytes }) => bytes) /
      Math.max(
        sum(({ count }) => count),
        1,
      ),
    dataSize: sum(({ bytes }) => bytes),
    storageSize: sum(({ bytes }) => bytes),
    indexes: long(sum(({ indexes }) => indexes.length)),
    fsUsedSize: fileBytes(storage.environment.folder),
    scaleFactor: long(1),
  };
};

function fileBytes(folder: string): number {
  return statSync(path.join(folder, 'data.mdb')).size;
}

/** `validate`: compares every index of a collection with its documents. */
export const validate: Command = async (context) => {
  const { storage, pacer } = context;
  const collection = existing(context);
  if (!collection)
    throw new CommandError(
      'NamespaceNotFound',
      `Collection '${context.db}.${collectionName(context)}' does not exist to validate.`,
    );
  const errors: string[] = [];
  for (const problem of checkCollection(storage, collection)) {
    if (problem !== undefined) errors.push(problem);
    if (pacer.due()) await pacer.pause();
  }
  return {
    ns: namespaceOf(collection),
    nrecords: collection.count,
    nIndexes: collection.indexes.length,
    keysPerIndex: Object.fromEntries(collection.indexes.map(({ name, entries }) => [name, entries])),
    valid: errors.length === 0,
    errors: errors.slice(0, 100),
    warnings: [],
  };
};
