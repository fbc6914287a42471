import { type Doc, isDoc, UndefinedValue, type Value } from '../bson/values.js';
import type { SegmentedPath } from './dotted-paths.js';

interface HasPath {
  readonly path: SegmentedPath;
}

/** The values of a document at several paths, as tuples. */
export interface CompoundKeys {
  /** At least one tuple, with a value for each path; `undefined` if the document lacks the path. */
  keys: (Value | undefined)[][];
  /** Whether each path contains an array; undefined if none does. */
  multikey: boolean[] | undefined;
}

/**
 * Returns the values at several paths: one tuple, or one per item of an array that the paths share. Returns undefined if
 * the paths contain different arrays. The value of an empty array at the end of a path is BSON `undefined`.
 */
export function collectCompoundKeys(fields: readonly HasPath[], doc: Doc): CompoundKeys | undefined {
  const scalarTuple = scalarValues(fields, doc);
  if (scalarTuple) return { keys: [scalarTuple], multikey: undefined };
  const result = { keys: [], multikey: fields.map(() => false) };
  const walkers = fields.map(({ path }) => ({ value: doc as Value | undefined, path, pathIndex: 0 }));
  return expandKeys(walkers, result) ? result : undefined;
}

/** Returns one value per path; undefined if a path contains an array. */
function scalarValues(fields: readonly HasPath[], doc: Doc): (Value | undefined)[] | undefined {
  const values: (Value | undefined)[] = [];
  for (const { path } of fields) {
    let value: Value | undefined = doc;
    for (const step of path) {
      if (Array.isArray(value)) return undefined;
      value = isDoc(value) ? value[step.decodedName] : undefined;
    }
    if (Array.isArray(value)) return undefined;
    values.push(value);
  }
  return values;
}

interface Walker {
  value: Value | undefined;
  path: SegmentedPath;
  pathIndex: number;
}

/** Follows all paths, and adds a tuple for each item of a shared array. Returns false if the arrays differ. */
function expandKeys(walkers: Walker[], result: { keys: (Value | undefined)[][]; multikey: boolean[] }): boolean {
  const advancedWalkers = walkers.map(advance);
  const arrays = new Set(advancedWalkers.flatMap(({ value }) => (Array.isArray(value) ? [value] : [])));
  if (arrays.size > 1) return false;
  const [array] = arrays;
  if (!array) {
    result.keys.push(advancedWalkers.map(({ value }) => (value instanceof NestedArray ? value.items : value)));
    return true;
  }
  advancedWalkers.forEach(({ value }, i) => {
    if (value === array) result.multikey[i] = true;
  });
  const items: (Value | undefined)[] = array.length === 0 ? [undefined] : array;
  return items.every((item) => {
    const itemWalkers = advancedWalkers.map((walker): Walker => {
      if (walker.value !== array) return walker;
      if (walker.pathIndex < walker.path.length) return { ...walker, value: isDoc(item) ? item : undefined };
      return { ...walker, value: array.length === 0 ? UndefinedValue.instance : wrapArray(item) };
    });
    return expandKeys(itemWalkers, result);
  });
}

/** An array directly inside an array. It is treated as a single value. */
class NestedArray {
  constructor(readonly items: Value[]) {}
}
const wrapArray = (item: Value | undefined): Value | undefined =>
  Array.isArray(item) ? (new NestedArray(item) as unknown as Value) : item;

/** Follows a path to its end or to the next array. */
function advance(walker: Walker): Walker {
  let { value, pathIndex } = walker;
  if (value instanceof NestedArray) return walker;
  while (pathIndex < walker.path.length) {
    const step = walker.path[pathIndex]!;
    if (isDoc(value)) value = value[step.decodedName];
    else if (Array.isArray(value) && step.index !== undefined && step.index < value.length) value = value[step.index];
    else if (Array.isArray(value)) break;
    else return { ...walker, value: undefined, pathIndex: walker.path.length };
    pathIndex++;
  }
  return { ...walker, value, pathIndex };
}
