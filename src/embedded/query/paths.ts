import { innerName, isArrayIndex } from '../bson/field-names.js';
import type { Step } from '../bson/fields.js';
import type { Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';

/** A dotted path, taken apart once. */
export type Path = readonly Step[];

const parsed = new Map<string, Path>();

/** Takes a dotted path apart; the result is shared and kept for the paths in use. */
export function parsePath(text: string): Path {
  let path = parsed.get(text);
  if (!path) {
    path = text.split('.').map((name) => ({
      name,
      inner: innerName(name),
      index: isArrayIndex(name) ? Number(name) : undefined,
    }));
    if (parsed.size > 5000) parsed.clear();
    parsed.set(text, path);
  }
  return path;
}

/** True when a number after the first name may mean a place in an array. */
export function isPositional(path: Path): boolean {
  return path.some(({ index }, at) => at > 0 && index !== undefined);
}

/**
 * Calls `visit` with each value that a path reaches, as a query sees them, until one call answers true.
 *
 * A path goes through every document of an array on its way, and by a number also to that place of it. Where the way
 * ends early, `undefined` is visited, once for each end; an array on the way that holds no document gives none.
 *
 * @param visit is told when a number at the end of the path led there: an array found so is not opened by a query
 * @returns true when a visit answered true
 */
export function visitPath(
  value: Value | undefined,
  path: Path,
  visit: (found: Value | undefined, byPlace?: boolean) => boolean,
  at = 0,
): boolean {
  if (at === path.length) return visit(value);
  const step = path[at]!;
  if (isDoc(value)) return visitPath(value[step.inner], path, visit, at + 1);
  if (!Array.isArray(value)) return visit(undefined);
  if (step.index !== undefined && step.index < value.length) {
    const item = value[step.index]!;
    const isEnd = at + 1 === path.length;
    if (isEnd && visit(item, true)) return true;
    if (!isEnd && (isDoc(item) || Array.isArray(item)) && visitPath(item, path, visit, at + 1)) return true;
  }
  for (const item of value) if (isDoc(item) && visitPath(item, path, visit, at)) return true;
  return false;
}
