import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';

/** MongoDB's InvalidDBRef. */
const invalidReference = (message: string) => new CommandError('InvalidDBRef', message);

/** Refuses top-level names that begin with `$`, save those of a DBRef. @throws CommandError DollarPrefixedFieldName */
export function checkDollarNames(doc: Doc): void {
  for (const name of Object.keys(doc)) if (name.startsWith('$')) checkDollarName(doc, name);
}

/** Refuses one name that begins with `$`, unless it is part of a DBRef. @throws CommandError DollarPrefixedFieldName */
export function checkDollarName(doc: Doc, name: string): void {
  const names = Object.keys(doc);
  let at = names.indexOf(name);
  if (name === '$db') {
    if (typeof doc.$db !== 'string')
      throw invalidReference(`The DBRef $db field must be a String, not a ${typeName(doc.$db)}`);
    if (names[--at] !== '$id') throw invalidReference('Found $db field without a $id before it, which is invalid.');
  }
  if (names[at] === '$id' && names[--at] !== '$ref')
    throw invalidReference('Found $id field without a $ref before it, which is invalid.');
  if (names[at] !== '$ref') {
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document.`,
    );
  }
  if (typeof doc.$ref !== 'string')
    throw invalidReference(`The DBRef $ref field must be a String, not a ${typeName(doc.$ref)}`);
  if (names[at + 1] !== '$id') throw invalidReference('The DBRef $ref field must be followed by a $id field');
}

/**
 * The first name in an `_id` that begins with `$` and is not part of a DBRef.
 *
 * @param deep looks into the documents inside as well
 */
export function dollarNameIn(id: Doc | Value[], deep: boolean): string | undefined {
  const names = Object.keys(id);
  const isReference = !Array.isArray(id) && names[1] === '$id' && typeof id.$ref === 'string' && names[0] === '$ref';
  for (const [i, value] of Object.values(id).entries()) {
    const name = names[i]!;
    const belongs = isReference && (i < 2 || (i === 2 && name === '$db' && typeof value === 'string'));
    if (name.startsWith('$') && !belongs) return name;
    const inside = deep && (isDoc(value) || Array.isArray(value)) ? dollarNameIn(value, deep) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}
