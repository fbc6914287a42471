import { toStoredName } from '../bson/field-names.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { checkFieldPath } from '../query/field-path.js';
import type { StageCompiler } from './pipeline.js';
import type { Stream } from './stream.js';

/** `$unwind`: outputs a document for each item of an array. */
export const unwind: StageCompiler = (operand, { reads }) => {
  const name = fieldName(operand);
  reads?.addName(name);
  const parts = name.split('.').map(toStoredName);
  return (input) => unwound(input, parts);
};

function* unwound(input: Stream, parts: readonly string[]): Generator<Doc | undefined> {
  for (const doc of input) {
    const value = doc && at(doc, parts);
    if (doc && Array.isArray(value)) for (const item of value) yield replaced(doc, parts, item);
    else yield (value ?? null) === null ? undefined : doc;
  }
}

/** Parses the operand of `$unwind`. @throws CommandError 15981, 28818 */
function fieldName(operand: Value): string {
  if (typeof operand !== 'string')
    throw new CommandError(
      'Location15981',
      unsupportedMessage(`$unwind of anything but a path, here ${typeName(operand)}`),
    );
  if (!operand.startsWith('$'))
    throw new CommandError('Location28818', `path option to $unwind stage should be prefixed with a '$': ${operand}`);
  checkFieldPath(operand.slice(1));
  return operand.slice(1);
}

function at(doc: Doc, parts: readonly string[]): Value | undefined {
  let value: Value | undefined = doc;
  for (const part of parts) value = isDoc(value) ? value[part] : undefined;
  return value;
}

function replaced(doc: Doc, parts: readonly string[], value: Value): Doc {
  const [first, ...rest] = parts;
  const copy = { ...doc };
  if (rest.length > 0) {
    const inside = copy[first!];
    copy[first!] = replaced(isDoc(inside) ? inside : {}, rest, value);
  } else {
    copy[first!] = value;
  }
  return copy;
}
