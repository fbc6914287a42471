import { compareValues } from '../bson/compare.js';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { sameKey } from '../query/planner.js';
import type { Collection } from '../storage/collection.js';
import { namespaceOf } from '../storage/collection.js';
import type { Index } from '../storage/index-definition.js';
import { checkedSpec, indexFromSpec } from '../storage/index-spec.js';
import { removeRange } from '../storage/remove-range.js';
import type { Storage } from '../storage/storage.js';
import { indexDocument } from '../storage/write.js';
import type { Command } from './command.js';
import { collectionName, countField, docField, ensured, existing } from './command.js';
import { sessionOf } from './find.js';

/** `createIndexes`: builds each within one transaction, so that none is ever seen half built. */
export const createIndexes: Command = async (context) => {
  const { command, storage, db } = context;
  const name = collectionName(context);
  if (!Array.isArray(command.indexes) || command.indexes.length === 0) {
    throw new CommandError('BadValue', 'Must specify at least one index to create');
  }
  const specs = command.indexes.map(checkedSpec);
  const before = storage.catalogue.get(db, name)?.indexes.length;
  const after = await storage.commit
    .run(() => {
      const collection = storage.catalogue.get(db, name);
      const missing = specs.filter((spec) => !collection || !isKnown(collection, spec));
      checkNumber(collection, missing, `${db}.${name}`);
      const target = collection ?? ensured(context, name);
      target.indexes.push(...built(storage, target, missing));
      storage.catalogue.save(target);
      return target.indexes.length;
    })
    .finally(() => removeRange(storage)); // what an index was given before it was refused
  return {
    numIndexesBefore: before ?? 1,
    numIndexesAfter: after,
    createdCollectionAutomatically: before === undefined,
    ...(before === after && { note: 'all indexes already exist' }),
  };
};

/** MongoDB's own bound on the indexes of a collection. */
const MOST_INDEXES = 64;

function checkNumber(collection: Collection | undefined, missing: readonly Doc[], namespace: string): void {
  if ((collection?.indexes.length ?? 1) + missing.length <= MOST_INDEXES) return;
  const key = JSON.stringify(missing.at(-1)!.key);
  throw new CommandError(
    'CannotCreateIndex',
    `add index fails, too many indexes for ${namespace} key:${key}; a collection may have ${MOST_INDEXES}`,
  );
}

function built(storage: Storage, collection: Collection, specs: readonly Doc[]): Index[] {
  const indexes = specs.map((spec) => indexFromSpec(storage.catalogue.takeId(), spec));
  try {
    for (const index of indexes) {
      for (const { record, bytes } of storage.documents(collection)) {
        indexDocument(storage, collection, index, record, decodeDocument(bytes));
      }
    }
  } catch (error) {
    storage.catalogue.noteOrphans(indexes.map(({ id }) => id));
    throw error;
  }
  return indexes;
}

/** True when an equal index is there. @throws CommandError  one of that name or key is there and differs */
function isKnown(collection: Collection, spec: Doc): boolean {
  for (const { spec: known } of collection.indexes) {
    const same = sameKey(known.key as Doc, spec.key as Doc);
    const equal = same && compareValues(optionsOf(known), optionsOf(spec)) === 0;
    if (known.name === spec.name) {
      if (equal || (same && known.name === '_id_')) return true;
      const code = same ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict';
      throw new CommandError(
        code,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${JSON.stringify(spec)}, existing index: ${JSON.stringify(known)}`,
      );
    }
    if (same && sameFilter(known, spec)) {
      if (known.name === '_id_') return true;
      throw new CommandError(
        'IndexOptionsConflict',
        `Index already exists with a different name: ${String(known.name)}`,
      );
    }
  }
  return false;
}

function optionsOf({ unique, sparse, expireAfterSeconds, partialFilterExpression }: Doc): Value {
  return [unique ?? false, sparse ?? false, expireAfterSeconds ?? -1, partialFilterExpression ?? null];
}

function sameFilter(a: Doc, b: Doc): boolean {
  return (
    compareValues(a.partialFilterExpression, b.partialFilterExpression) === 0 && Boolean(a.sparse) === Boolean(b.sparse)
  );
}

export const listIndexes: Command = async (context) => {
  const { command, cursors, pacer } = context;
  const collection = existing(context);
  if (!collection)
    throw new CommandError('NamespaceNotFound', `ns does not exist: ${context.db}.${collectionName(context)}`);
  const shown = collection.indexes.map(({ spec }) => encodeDocument(spec));
  return cursors.start(shown[Symbol.iterator](), namespaceOf(collection), pacer, {
    batchSize: countField(docField(command, 'cursor') ?? {}, 'batchSize') ?? Infinity,
    session: sessionOf(context),
  });
};

export const dropIndexes: Command = async (context) => {
  const { command, storage } = context;
  const collection = existing(context);
  if (!collection) throw new CommandError('NamespaceNotFound', `ns not found ${context.db}.${collectionName(context)}`);
  const nIndexesWas = collection.indexes.length;
  const gone = indexesNamed(collection, command.index);
  await storage.commit.run(() => {
    collection.indexes = collection.indexes.filter((index) => !gone.includes(index));
    storage.catalogue.noteOrphans(gone.map(({ id }) => id));
    storage.catalogue.save(collection);
  });
  await removeRange(storage);
  return { nIndexesWas };
};

function indexesNamed(collection: Collection, wanted: Value | undefined): Index[] {
  if (wanted === '*') return collection.indexes.slice(1);
  const list = Array.isArray(wanted) ? wanted : [wanted];
  return list.map((one) => {
    const found = collection.indexes.find(({ name, spec }) =>
      isDoc(one) ? sameKey(spec.key as Doc, one) : name === one,
    );
    if (!found) throw new CommandError('IndexNotFound', `index not found with name [${String(one)}]`);
    if (found.name === '_id_') throw new CommandError('InvalidOptions', 'cannot drop _id index');
    return found;
  });
}
