import { compareValues } from '../bson/compare.js';
import { extendedJson } from '../bson/extended-json.js';
import type { Doc, Value } from '../bson/values.js';
import { typeName } from '../bson/values.js';
import { CommandError, notOffered } from '../command-error.js';
import { sameKey } from '../query/plan/planner.js';
import type { Collection } from './collection.js';
import type { Index } from './index-definition.js';

/** The index that every collection has from its beginning. */
const ID_SPEC: Doc = { v: 2, key: { _id: 1 }, name: '_id_' };

/**
 * Of the definitions in one command those that are to be built: without those that a collection has already.
 *
 * @param collection nothing when it has yet to be made
 * @param specs      checked by `checkedSpec`
 * @throws CommandError IndexKeySpecsConflict, IndexOptionsConflict  one stands in the way of another
 * @throws CommandError 68 IndexAlreadyExists, 96 OperationFailed  two in the command are one and the same
 */
export function specsToBuild(collection: Collection | undefined, specs: readonly Doc[]): Doc[] {
  const known = collection ? collection.indexes.map(({ spec }) => spec) : [ID_SPEC];
  const missing = specs.filter((spec) => !isThere(known, spec));
  missing.forEach((spec, i) => {
    if (isThere(missing.slice(0, i), spec)) throw builtTwice(spec, collection !== undefined);
  });
  return missing;
}

/** MongoDB builds on a new collection one after another, on an old one all at once; hence two answers. */
function builtTwice(spec: Doc, isOld: boolean): CommandError {
  return isOld
    ? new CommandError('OperationFailed', 'Cannot build two identical indexes. Try again without duplicate indexes.')
    : new CommandError('IndexAlreadyExists', `Identical index already exists: ${String(spec.name)}`);
}

/** True when there is an equal one. @throws CommandError  one stands in the way */
function isThere(known: readonly Doc[], spec: Doc): boolean {
  // the index on _id is there under whatever name it is asked for
  if (sameKey(spec.key as Doc, ID_SPEC.key as Doc)) return known.some(({ name }) => name === '_id_');
  const namesake = known.find(({ name }) => name === spec.name);
  if (namesake) {
    if (!isEquivalent(namesake, spec)) throw sameName(spec, namesake);
    return true;
  }
  const equivalent = known.find((other) => isEquivalent(other, spec));
  if (!equivalent) return false;
  throw new CommandError(
    'IndexOptionsConflict',
    `Index already exists with a different name: ${String(equivalent.name)}`,
  );
}

/** True when two have the same signature: what a collection has once only, whatever the name. */
function isEquivalent(a: Doc, b: Doc): boolean {
  return sameKey(a.key as Doc, b.key as Doc) && compareValues(readOptions(a), readOptions(b)) === 0;
}

/** `hidden` is not compared: MongoDB says of an index that differs in it alone that it is there. */
function readOptions({ unique, sparse }: Doc): Value {
  return [unique ?? false, sparse ?? false];
}

const describeBoth = (spec: Doc, known: Doc) =>
  `Requested index: ${extendedJson(spec)}, existing index: ${extendedJson(known)}`;

function sameName(spec: Doc, known: Doc): CommandError {
  return new CommandError(
    'IndexKeySpecsConflict',
    `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. ${describeBoth(spec, known)}`,
  );
}

/**
 * Returns the indexes that `dropIndexes` is to drop.
 *
 * @param wanted a name, or `*` for all but that on `_id`
 * @throws CommandError IndexNotFound, InvalidOptions, TypeMismatch
 */
export function indexesToDrop({ indexes }: Collection, wanted: Value | undefined): Index[] {
  if (wanted === '*') return indexes.slice(1);
  if (typeof wanted !== 'string')
    throw new CommandError('TypeMismatch', notOffered(`dropIndexes by type '${typeName(wanted)}'`));
  const found = indexes.find(({ name }) => name === wanted);
  if (!found) throw new CommandError('IndexNotFound', `index not found with name [${wanted}]`);
  if (found === indexes[0]) throw new CommandError('InvalidOptions', 'cannot drop _id index');
  return [found];
}
