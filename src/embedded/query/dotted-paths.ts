import { toDecodedName, isArrayIndex } from '../bson/field-names.js';
import type { PathSegment } from '../bson/field-set.js';
import { isDoc, type Value } from '../bson/values.js';

export type SegmentedPath = readonly PathSegment[];

const parsedPaths = new Map<string, SegmentedPath>();

/** Parses a dotted path. Memoised. */
export function parsePath(text: string): SegmentedPath {
  let path = parsedPaths.get(text);
  if (!path) {
    path = text.split('.').map((name) => ({
      name,
      decodedName: toDecodedName(name),
      index: isArrayIndex(name) ? Number(name) : undefined,
    }));
    if (parsedPaths.size > 5000) parsedPaths.clear();
    parsedPaths.set(text, path);
  }
  return path;
}

/** Whether a segment after the first can be an array index. */
export function mayContainArrayIndex(path: SegmentedPath): boolean {
  return path.some(({ index }, position) => position > 0 && index !== undefined);
}

/**
 * Calls `visit` with each value at a path, until it returns true. In an array, follows the path in each document. A
 * numeric segment also selects the item at that index. Visits `undefined` if the document lacks the path.
 * @param visit `byIndex` is true for an array selected by index in the last segment, which queries do not expand
 */
export function visitPath(
  value: Value | undefined,
  path: SegmentedPath,
  visit: (value: Value | undefined, byIndex?: boolean) => boolean,
  index = 0,
): boolean {
  if (index === path.length) return visit(value);
  const step = path[index]!;
  if (isDoc(value)) return visitPath(value[step.decodedName], path, visit, index + 1);
  if (!Array.isArray(value)) return visit(undefined);
  if (step.index !== undefined && step.index < value.length) {
    const item = value[step.index]!;
    const isEnd = index + 1 === path.length;
    if (isEnd && visit(item, true)) return true;
    if (!isEnd && (isDoc(item) || Array.isArray(item)) && visitPath(item, path, visit, index + 1)) return true;
  }
  for (const item of value) if (isDoc(item) && visitPath(item, path, visit, index)) return true;
  return false;
}
