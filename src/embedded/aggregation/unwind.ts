import { Long } from 'bson';
import { innerName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { StageCompiler } from './stages.js';

/** `$unwind`: one document for each item of an array. */
export const unwind: StageCompiler = (operand) => {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = isDoc(operand) ? operand : ({ path: operand } as Doc);
  if (typeof path !== 'string')
    throw new CommandError('Location28808', 'expected a string as the path for $unwind stage');
  if (!path.startsWith('$') || path.length < 2)
    throw new CommandError('Location28818', `path option to $unwind stage should be prefixed with a '$': ${path}`);
  if (
    includeArrayIndex !== undefined &&
    (typeof includeArrayIndex !== 'string' || includeArrayIndex === '' || includeArrayIndex.startsWith('$'))
  ) {
    throw new CommandError(
      'Location28822',
      'includeArrayIndex option to $unwind stage should be a non-empty string that does not begin with $',
    );
  }
  const parts = path.slice(1).split('.').map(innerName);
  const indexParts = typeof includeArrayIndex === 'string' ? includeArrayIndex.split('.').map(innerName) : undefined;
  const keep = preserveNullAndEmptyArrays === true;
  return function* (input) {
    for (const doc of input) {
      if (!doc) {
        yield undefined;
        continue;
      }
      const value = at(doc, parts);
      const number = (made: Doc, index: Value) => (indexParts ? replaced(made, indexParts, index) : made);
      if (Array.isArray(value)) {
        for (const [i, item] of value.entries()) yield number(replaced(doc, parts, item), Long.fromNumber(i));
        if (value.length === 0 && keep) yield number(replaced(doc, parts, undefined), null);
      } else if (value === undefined || value === null) {
        if (keep) yield number(doc, null);
      } else {
        yield number(doc, null);
      }
    }
  };
};

function at(doc: Doc, parts: readonly string[]): Value | undefined {
  let value: Value | undefined = doc;
  for (const part of parts) value = isDoc(value) ? value[part] : undefined;
  return value;
}

/** A copy of a document with another value at a path, or without it. */
function replaced(doc: Doc, parts: readonly string[], value: Value | undefined): Doc {
  const [first, ...rest] = parts;
  const copy = { ...doc };
  if (rest.length > 0) {
    const inside = copy[first!];
    copy[first!] = replaced(isDoc(inside) ? inside : {}, rest, value);
  } else if (value === undefined) {
    delete copy[first!];
  } else {
    copy[first!] = value;
  }
  return copy;
}
