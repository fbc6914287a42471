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
  const single = scalarValues(fields, doc);
  if (single) return { keys: [single], multikey: undefined };
  const result = { keys: [], multikey: fields.map(() => false) };
  const start = fields.map(({ path }) => ({ value: doc as Value | undefined, path, pathIndex: 0 }));
  return expandKeys(start, result) ? result : undefined;
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
  const advanced = walkers.map(advance);
  const arrays = new Set(advanced.flatMap(({ value }) => (Array.isArray(value) ? [value] : [])));
  if (arrays.size > 1) return false;
  const [array] = arrays;
  if (!array) {
    result.keys.push(advanced.map(({ value }) => (value instanceof NestedArray ? value.items : value)));
    return true;
  }
  advanced.forEach(({ value }, i) => {
    if (value === array) result.multikey[i] = true;
  });
  const items: (Value | undefined)[] = array.length === 0 ? [undefined] : array;
  return items.every((item) => {
    const next = advanced.map((walker): Walker => {
      if (walker.value !== array) return walker;
      if (walker.pathIndex < walker.path.length) return { ...walker, value: isDoc(item) ? item : undefined };
      return { ...walker, value: array.length === 0 ? UndefinedValue.instance : wrapped(item) };
    });
    return expandKeys(next, result);
  });
}

/** An array directly inside an array. It is treated as a single value. */
class NestedArray {
  constructor(readonly items: Value[]) {}
}
const wrapped = (item: Value | undefined): Value | undefined =>
  Array.isArray(item) ? (new NestedArray(item) as unknown as Value) : item;

/** Follows a path to its end or to the next array. */
function advance(walker: Walker): Walker {
  let { value, pathIndex: at } = walker;
  if (value instanceof NestedArray) return walker;
  while (at < walker.path.length) {
    const step = walker.path[at]!;
    if (isDoc(value)) value = value[step.decodedName];
    else if (Array.isArray(value) && step.index !== undefined && step.index < value.length) value = value[step.index];
    else if (Array.isArray(value)) break;
    else return { ...walker, value: undefined, pathIndex: walker.path.length };
    at++;
  }
  return { ...walker, value, pathIndex: at };
}
