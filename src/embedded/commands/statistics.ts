import { statfsSync } from 'node:fs';
import { Long } from 'bson';
import { innerName } from '../bson/field-names.js';
import { integerValue, isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc } from '../bson/values.js';
import { doubleValue, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Collection } from '../storage/collection.js';
import { formatNamespace } from '../storage/collection.js';
import { checkCollection } from '../storage/checker.js';
import { checkAllPages } from '../storage/pages.js';
import type { Index } from '../storage/index-definition.js';
import { prefix } from '../storage/keys.js';
import type { Storage } from '../storage/storage.js';
import type { Command } from './command.js';
import { collectionName, existing } from './command.js';

/** The figures of one collection, sizes in the unit asked for and rounded down, as `collStats` tells them. */
export function storageFigures(storage: Storage, collection: Collection | undefined, scale: number): Doc {
  const { count = 0, bytes = 0, indexes = [] } = collection ?? {};
  const sizes = indexes.map((index) => [innerName(index.name), indexBytes(storage, index)] as const);
  const indexSize = sizes.reduce((sum, [, size]) => sum + size, 0);
  const inUnit = (size: number) => integerValue(Math.floor(size / scale));
  return {
    size: inUnit(bytes),
    count: integerValue(count),
    ...(count > 0 && { avgObjSize: integerValue(Math.floor(bytes / count)) }),
    numOrphanDocs: 0,
    storageSize: inUnit(bytes),
    totalIndexSize: inUnit(indexSize),
    totalSize: inUnit(bytes + indexSize),
    indexSizes: Object.fromEntries(sizes.map(([name, size]) => [name, inUnit(size)])),
    capped: false,
    nindexes: indexes.length,
    indexBuilds: [],
    indexDetails: Object.fromEntries(
      indexes.map(({ name, entries }) => [innerName(name), { entries: integerValue(entries) }]),
    ),
    scaleFactor: integerValue(scale),
  };
}

/** Entries that are read to learn how long the keys of an index are. */
const SAMPLED = 100;

/**
 * The bytes of an index: its entries times the mean size of the first hundred.
 *
 * An estimate, since LMDB keeps all indexes in one table and counts its pages for them all together. What a page holds
 * beside the entries is left out, as it is from the size of the documents.
 */
function indexBytes({ environment }: Storage, { id, entries }: Index): number {
  let sampled = 0;
  let bytes = 0;
  for (const { key, value } of environment.entries.getRange({
    start: prefix(id),
    end: prefix(id + 1),
    limit: SAMPLED,
  })) {
    sampled++;
    bytes += key.length + value.length;
  }
  return sampled === 0 ? 0 : Math.round((entries * bytes) / sampled);
}

/**
 * The unit that sizes are told in, in bytes; 1 when none is named.
 *
 * @throws CommandError TypeMismatch, 51024
 */
export function readScale({ scale }: Doc): number {
  if (scale === undefined || scale === null) return 1;
  if (!isNumeric(scale))
    throw new CommandError(
      'TypeMismatch',
      `BSON field 'scale' is the wrong type '${typeName(scale)}', expected types '[long, int, decimal, double]'`,
    );
  const unit = Math.trunc(toDouble(scale));
  if (!(unit >= 1))
    throw new CommandError('Location51024', `BSON field 'scale' value must be >= 1, actual value '${unit}'`);
  return unit;
}

export const collStats: Command = (context) => {
  const scale = readScale(context.command);
  const ns = `${context.db}.${collectionName(context)}`;
  return { ns, ...storageFigures(context.storage, existing(context), scale) };
};

/** `dbStats`: unlike those of `collStats` its sizes are not rounded. */
export const dbStats: Command = ({ storage, db, command }) => {
  const scale = readScale(command);
  const collections = storage.catalogue.all().filter((collection) => collection.db === db);
  const sum = (of: (collection: Collection) => number) => collections.reduce((total, each) => total + of(each), 0);
  const [objects, bytes] = [sum(({ count }) => count), sum((each) => each.bytes)];
  const indexSize = sum(({ indexes }) => indexes.reduce((total, index) => total + indexBytes(storage, index), 0));
  const disk = statfsSync(storage.environment.folder);
  const inUnit = (size: number) => doubleValue(size / scale);
  return {
    db,
    collections: Long.fromNumber(collections.length),
    views: Long.fromNumber(0),
    objects: Long.fromNumber(objects),
    avgObjSize: doubleValue(objects === 0 ? 0 : bytes / objects),
    dataSize: inUnit(bytes),
    storageSize: inUnit(bytes),
    indexes: Long.fromNumber(sum(({ indexes }) => indexes.length)),
    indexSize: inUnit(indexSize),
    totalSize: inUnit(bytes + indexSize),
    scaleFactor: Long.fromNumber(scale),
    fsUsedSize: inUnit((disk.blocks - disk.bavail) * disk.bsize),
    fsTotalSize: inUnit(disk.blocks * disk.bsize),
  };
};

/**
 * `validate`: compares every index of a collection with its documents; with `full`, checks all pages of the data file
 * before.
 */
export const validate: Command = async (context) => {
  const { storage, pacer, command } = context;
  await storage.commit.rest();
  const collection = existing(context);
  if (!collection)
    throw new CommandError(
      'NamespaceNotFound',
      `Collection '${context.db}.${collectionName(context)}' does not exist to validate.`,
    );
  const errors: string[] = [];
  const checks = [() => checkCollection(storage, collection)];
  if (command.full === true) checks.unshift(() => checkAllPages(storage.environment));
  for (const check of checks) {
    await storage.commit.rest();
    for (const problem of check()) {
      if (problem !== undefined) errors.push(problem);
      if (pacer.due()) await pacer.pause();
    }
    if (errors.length > 0) break; // LMDB trusts its pages
  }
  return {
    ns: formatNamespace(collection),
    nrecords: collection.count,
    nIndexes: collection.indexes.length,
    keysPerIndex: Object.fromEntries(collection.indexes.map(({ name, entries }) => [name, entries])),
    valid: errors.length === 0,
    errors: errors.slice(0, 100),
    warnings: [],
  };
};
