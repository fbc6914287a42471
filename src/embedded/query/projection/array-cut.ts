import type { Doc, Value } from '../../bson/values.js';
import { isDoc } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';

/** Items of an array: from the front or, below 0, from the back; with `skip`, `count` is above 0. */
export interface Slice {
  skip: number | undefined;
  count: number;
}

/** Cuts the array at the end of a path, in each document of the arrays on the way; arrays in arrays stay whole. */
export function withSlice(doc: Doc, path: readonly string[], slice: Slice): Doc {
  const [name, ...rest] = path as [string, ...string[]];
  const value = doc[name];
  if (Array.isArray(value)) {
    const items =
      rest.length === 0
        ? sliced(value, slice)
        : value.map((item) => (isDoc(item) ? withSlice(item, rest, slice) : item));
    return { ...doc, [name]: items };
  }
  return isDoc(value) && rest.length > 0 ? { ...doc, [name]: withSlice(value, rest, slice) } : doc;
}

function sliced(items: Value[], { skip, count }: Slice): Value[] {
  if (skip === undefined) return count < 0 ? items.slice(count) : items.slice(0, count);
  const start = skip < 0 ? Math.max(items.length + skip, 0) : skip;
  return items.slice(start, start + count);
}

/**
 * Leaves one item of the first array on a path.
 *
 * @param position where the filter matched; below 0 it matched in no array
 * @throws CommandError 51246, 51247  there is an array but not that item
 */
export function withItemAt(doc: Doc, path: readonly string[], position: number): Doc {
  const [name, ...rest] = path as [string, ...string[]];
  const value = doc[name];
  if (!Array.isArray(value)) {
    return isDoc(value) && rest.length > 0 ? { ...doc, [name]: withItemAt(value, rest, position) } : doc;
  }
  if (position < 0) throw noItem('Location51246', "couldn't find a matching element in the array");
  if (position >= value.length) throw noItem('Location51247', 'element mismatch');
  return { ...doc, [name]: [value[position]!] };
}

const noItem = (code: `Location${number}`, why: string) =>
  new CommandError(code, `Executor error during find command :: caused by :: positional operator '.$' ${why}`);
