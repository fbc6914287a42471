import { compareValues } from '../bson/compare.js';
import { shellForm } from '../bson/shell-form.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
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
  `Requested index: ${shellForm(spec)}, existing index: ${shellForm(known)}`;

function sameName(spec: Doc, known: Doc): CommandError {
  return new CommandError(
    'IndexKeySpecsConflict',
    `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. ${describeBoth(spec, known)}`,
  );
}

/**
 * What `dropIndexes` is asked to drop, before anything is looked for.
 *
 * @throws CommandError 40414  nothing was named
 * @throws CommandError TypeMismatch
 */
export function namedIndexes(wanted: Value | undefined): string | Doc | string[] {
  if (wanted === undefined)
    throw new CommandError('Location40414', "BSON field 'dropIndexes.index' is missing but a required field");
  if (typeof wanted === 'string' || isDoc(wanted)) return wanted;
  if (!Array.isArray(wanted))
    throw new CommandError(
      'TypeMismatch',
      `BSON field 'dropIndexes.index' is the wrong type '${typeName(wanted)}', expected types '[string, array, object]'`,
    );
  if (wanted.every((name) => typeof name === 'string')) return wanted;
  throw new CommandError(
    'TypeMismatch',
    `dropIndexes failed to drop multiple indexes ${shellForm(wanted)}: index name must be a string`,
  );
}

/**
 * The indexes that `dropIndexes` is to drop.
 *
 * @param wanted a name, a list of names, a key, or `*` for all but the one on `_id`
 * @throws CommandError IndexNotFound, InvalidOptions, 181 AmbiguousIndexKeyPattern
 */
export function indexesToDrop({ indexes }: Collection, wanted: string | Doc | readonly string[]): Index[] {
  if (wanted === '*') return indexes.slice(1);
  const found = isDoc(wanted)
    ? [indexOfKey(indexes, wanted)]
    : [wanted].flat().map((name) => indexOfName(indexes, name));
  if (found.includes(indexes[0]!)) throw new CommandError('InvalidOptions', 'cannot drop _id index');
  return found;
}

function indexOfName(indexes: readonly Index[], wanted: string): Index {
  const found = indexes.find(({ name }) => name === wanted);
  if (!found) throw new CommandError('IndexNotFound', `index not found with name [${wanted}]`);
  return found;
}

function indexOfKey(indexes: readonly Index[], key: Doc): Index {
  const found = indexes.filter(({ spec }) => sameKey(spec.key as Doc, key));
  const [first, second] = found;
  if (!first) throw new CommandError('IndexNotFound', `can't find index with key: ${shellForm(key)}`);
  if (!second) return first;
  throw new CommandError(
    'AmbiguousIndexKeyPattern',
    `${found.length} indexes found for key: ${shellForm(key)}, identify by name instead. Conflicting indexes: ${shellForm(first.spec)}, ${shellForm(second.spec)}`,
  );
}
