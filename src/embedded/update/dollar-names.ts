import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';

/** Refuses top-level names that begin with `$`. @throws CommandError DollarPrefixedFieldName */
export function checkDollarNames(doc: Doc): void {
  Object.keys(doc).forEach(checkDollarName);
}

/** Refuses a name that begins with `$`. @throws CommandError DollarPrefixedFieldName */
export function checkDollarName(name: string): void {
  if (!name.startsWith('$')) return;
  throw new CommandError(
    'DollarPrefixedFieldName',
    `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document.`,
  );
}

/**
 * Returns the first name in an `_id` that begins with `$`.
 *
 * @param deep whether embedded documents count
 */
export function dollarNameIn(id: Doc | Value[], deep: boolean): string | undefined {
  for (const [name, value] of Object.entries(id)) {
    if (name.startsWith('$')) return name;
    const inside = deep && (isDoc(value) || Array.isArray(value)) ? dollarNameIn(value, deep) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}
