import { toDecodedName } from '../bson/field-names.js';
import { type Doc, isDoc, typeName, type Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { checkFieldPath } from '../query/check-field-path.js';
import type { StageCompiler } from './pipeline.js';
import type { Stream } from './stream.js';

/** `$unwind`: outputs a document per item of an array. Omits documents whose array is empty, null or missing. */
export const unwind: StageCompiler = (operand, { reads }) => {
  const name = parseFieldName(operand);
  reads?.addName(name);
  const segments = name.split('.').map(toDecodedName);
  return (input) => unwindStream(input, segments);
};

function* unwindStream(input: Stream, segments: readonly string[]): Generator<Doc | undefined> {
  for (const doc of input) {
    const value = doc && getValueAtPath(doc, segments);
    if (doc && Array.isArray(value)) for (const item of value) yield replaceAtPath(doc, segments, item);
    else yield (value ?? null) === null ? undefined : doc;
  }
}

/** Parses the operand of `$unwind`. @throws CommandError 15981, 28818 */
function parseFieldName(operand: Value): string {
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

function getValueAtPath(doc: Doc, segments: readonly string[]): Value | undefined {
  let value: Value | undefined = doc;
  for (const segment of segments) value = isDoc(value) ? value[segment] : undefined;
  return value;
}

function replaceAtPath(doc: Doc, segments: readonly string[], value: Value): Doc {
  const [firstSegment, ...otherSegments] = segments;
  const copy = { ...doc };
  if (otherSegments.length > 0) {
    const nestedValue = copy[firstSegment!];
    copy[firstSegment!] = replaceAtPath(isDoc(nestedValue) ? nestedValue : {}, otherSegments, value);
  } else {
    copy[firstSegment!] = value;
  }
  return copy;
}
