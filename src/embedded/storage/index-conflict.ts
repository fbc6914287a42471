import { extendedJson } from '../bson/extended-json.js';
import type { Doc, Value } from '../bson/values.js';
import { typeName } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { sameKey } from '../query/plan/planner.js';
import type { Collection } from './collection.js';
import type { Index } from './index-definition.js';

const ID_INDEX_SPEC: Doc = { v: 2, key: { _id: 1 }, name: '_id_' };

/**
 * Returns the indexes of a command that are missing in a collection, or all if it does not exist yet.
 * @throws CommandError IndexKeySpecsConflict, IndexOptionsConflict, IndexAlreadyExists
 */
export function specsToBuild(collection: Collection | undefined, specs: readonly Doc[]): Doc[] {
  const existingSpecs = collection ? collection.indexes.map(({ spec }) => spec) : [ID_INDEX_SPEC];
  const missing = specs.filter((spec) => !exists(existingSpecs, spec));
  missing.forEach((spec, i) => {
    if (exists(missing.slice(0, i), spec))
      throw new CommandError('IndexAlreadyExists', `Identical index already exists: ${String(spec.name)}`);
  });
  return missing;
}

/** Whether an equal index exists. @throws CommandError conflict with an existing index */
function exists(existingSpecs: readonly Doc[], spec: Doc): boolean {
  // The index on _id cannot have another name.
  if (sameKey(spec.key as Doc, ID_INDEX_SPEC.key as Doc)) return existingSpecs.some(({ name }) => name === '_id_');
  const namesake = existingSpecs.find(({ name }) => name === spec.name);
  if (namesake) {
    if (!isEquivalent(namesake, spec)) throw sameName(spec, namesake);
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
  return sameKey(a.key as Doc, b.key as Doc) && a.unique === b.unique && a.sparse === b.sparse;
}

function sameName(spec: Doc, existingSpec: Doc): CommandError {
  return new CommandError(
    'IndexKeySpecsConflict',
    `An existing index has the same name as the requested index. Requested index: ${extendedJson(spec)}, existing index: ${extendedJson(existingSpec)}`,
  );
}

/**
 * Returns the indexes to drop: one name, or `*` for all except `_id`.
 * @throws CommandError IndexNotFound, InvalidOptions, TypeMismatch
 */
export function indexesToDrop({ indexes }: Collection, indexOperand: Value | undefined): Index[] {
  if (indexOperand === '*') return indexes.slice(1);
  if (typeof indexOperand !== 'string')
    throw new CommandError('TypeMismatch', unsupportedMessage(`dropIndexes by type '${typeName(indexOperand)}'`));
  const found = indexes.find(({ name }) => name === indexOperand);
  if (!found) throw new CommandError('IndexNotFound', `index not found with name [${indexOperand}]`);
  if (found === indexes[0]) throw new CommandError('InvalidOptions', 'cannot drop _id index');
  return [found];
}
