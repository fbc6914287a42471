import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { extendedJson } from '../bson/extended-json.js';
import { type Doc, typeName, type Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { equalKeyPatterns } from '../query/plan/planner.js';
import { type Collection, formatNamespace } from '../storage/collection.js';
import type { Index } from '../storage/index-definition.js';
import { validateIndexSpec, indexFromSpec } from '../storage/index-spec.js';
import type { Storage } from '../storage/storage.js';
import { indexDocument } from '../storage/write-document.js';
import { requireCollection } from './collections.js';
import {
  readCollectionName,
  type CommandHandler,
  findCollection,
  readCountField,
  readDocumentField,
} from './command.js';

/** `createIndexes`: builds all indexes in one transaction, so that readers only see complete ones. */
export const createIndexes: CommandHandler = async (context) => {
  const { command, storage, db } = context;
  const name = readCollectionName(context);
  if (!Array.isArray(command.indexes) || command.indexes.length === 0) {
    throw new CommandError('BadValue', 'Must specify at least one index to create');
  }
  const specs = command.indexes.map(validateIndexSpec);
  const { before: countBefore, after: countAfter } = await storage.commit
    .run(() => {
      const collection = storage.catalogue.get(db, name);
      const before = collection?.indexes.length;
      const missingSpecs = specsToBuild(collection, specs);
      checkIndexCount(collection, missingSpecs, `${db}.${name}`);
      const target = storage.catalogue.getOrCreate(db, name);
      target.indexes.push(...buildIndexes(storage, target, missingSpecs));
      storage.catalogue.save(target);
      return { before, after: target.indexes.length };
    })
    .finally(() => storage.sweeper.start()); // removes the entries of a rejected index in the background
  return {
    numIndexesBefore: countBefore ?? 1,
    numIndexesAfter: countAfter,
    createdCollectionAutomatically: countBefore === undefined,
    ...(countBefore === countAfter && { note: 'all indexes already exist' }),
  };
};

/** Maximum number of indexes of a collection; the limit of MongoDB. */
const MAX_INDEXES = 64;

function checkIndexCount(collection: Collection | undefined, missingSpecs: readonly Doc[], namespace: string): void {
  if ((collection?.indexes.length ?? 1) + missingSpecs.length <= MAX_INDEXES) return;
  const key = JSON.stringify(missingSpecs.at(-1)!.key);
  throw new CommandError(
    'CannotCreateIndex',
    `add index fails, too many indexes for ${namespace} key:${key}; a collection may have ${MAX_INDEXES}`,
  );
}

function buildIndexes(storage: Storage, collection: Collection, specs: readonly Doc[]): Index[] {
  const indexes = specs.map((spec) => indexFromSpec(storage.catalogue.allocateId(), spec));
  try {
    for (const index of indexes) {
      for (const { record, bytes } of storage.scanDocuments(collection)) {
        indexDocument(storage, collection, index, record, decodeDocument(bytes));
      }
    }
  } catch (error) {
    storage.catalogue.addOrphans(indexes);
    throw error;
  }
  return indexes;
}

export const listIndexes: CommandHandler = async (context) => {
  const { command, cursors, yieldTimer } = context;
  const collection = findCollection(context);
  if (!collection)
    throw new CommandError('NamespaceNotFound', `ns does not exist: ${context.db}.${readCollectionName(context)}`);
  const specs = collection.indexes.map(({ spec }) => encodeDocument(spec));
  return cursors.start(specs[Symbol.iterator](), formatNamespace(collection), yieldTimer, {
    batchSize: readCountField(readDocumentField(command, 'cursor') ?? {}, 'batchSize') ?? Infinity,
  });
};

export const dropIndexes: CommandHandler = async (context) => {
  const { command, storage, db } = context;
  const name = readCollectionName(context);
  const nIndexesWas = await storage.commit.run(() => {
    const collection = requireCollection(storage, db, name, `ns not found ${db}.${name}`);
    const countBefore = collection.indexes.length;
    storage.catalogue.removeIndexes(collection, indexesToDrop(collection, command.index));
    return countBefore;
  });
  storage.sweeper.start();
  return { nIndexesWas, ...(command.index === '*' && { msg: 'non-_id indexes dropped for collection' }) };
};

const ID_INDEX_SPEC: Doc = { v: 2, key: { _id: 1 }, name: '_id_' };

/**
 * Returns the index definitions that a collection lacks. A collection that does not exist yet lacks all except `_id`.
 * @throws CommandError IndexKeySpecsConflict, IndexOptionsConflict, IndexAlreadyExists
 */
function specsToBuild(collection: Collection | undefined, specs: readonly Doc[]): Doc[] {
  const existingSpecs = collection ? collection.indexes.map(({ spec }) => spec) : [ID_INDEX_SPEC];
  const missingSpecs = specs.filter((spec) => !indexExists(existingSpecs, spec));
  missingSpecs.forEach((spec, i) => {
    if (indexExists(missingSpecs.slice(0, i), spec))
      throw new CommandError('IndexAlreadyExists', `Identical index already exists: ${String(spec.name)}`);
  });
  return missingSpecs;
}

/** Whether an equal index exists. @throws CommandError conflict with an existing index */
function indexExists(existingSpecs: readonly Doc[], spec: Doc): boolean {
  // The index on _id cannot have another name.
  if (equalKeyPatterns(spec.key as Doc, ID_INDEX_SPEC.key as Doc))
    return existingSpecs.some(({ name }) => name === '_id_');
  const namesake = existingSpecs.find(({ name }) => name === spec.name);
  if (namesake) {
    if (!isEquivalent(namesake, spec)) throw sameNameError(spec, namesake);
    return true;
  }
  const equivalent = existingSpecs.find((candidate) => isEquivalent(candidate, spec));
  if (!equivalent) return false;
  throw new CommandError(
    'IndexOptionsConflict',
    `Index already exists with a different name: ${String(equivalent.name)}`,
  );
}

function isEquivalent(a: Doc, b: Doc): boolean {
  return equalKeyPatterns(a.key as Doc, b.key as Doc) && a.unique === b.unique && a.sparse === b.sparse;
}

function sameNameError(spec: Doc, existingSpec: Doc): CommandError {
  return new CommandError(
    'IndexKeySpecsConflict',
    `An existing index has the same name as the requested index. Requested index: ${extendedJson(spec)}, existing index: ${extendedJson(existingSpec)}`,
  );
}

/**
 * Returns the indexes to drop: one name, or `*` for all except `_id`.
 * @throws CommandError IndexNotFound, InvalidOptions, TypeMismatch
 */
function indexesToDrop({ indexes }: Collection, indexOperand: Value | undefined): Index[] {
  if (indexOperand === '*') return indexes.slice(1);
  if (typeof indexOperand !== 'string')
    throw new CommandError('TypeMismatch', unsupportedMessage(`dropIndexes by type '${typeName(indexOperand)}'`));
  const index = indexes.find(({ name }) => name === indexOperand);
  if (!index) throw new CommandError('IndexNotFound', `index not found with name [${indexOperand}]`);
  if (index === indexes[0]) throw new CommandError('InvalidOptions', 'cannot drop _id index');
  return [index];
}
