import { innerName } from '../../bson/field-names.js';
import type { Doc, Value } from '../../bson/values.js';
import { isDoc, typeName, isNullish } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import type { Compile, Evaluate, Operator } from '../expression.js';
import { findReads } from '../expression.js';
import { over } from '../operator.js';
import { readArguments } from './comparison.js';

const $mergeObjects: Operator = (operand, compile) => {
  const parts = Array.isArray(operand) ? operand.map(compile) : [compile(operand)];
  return (scope) => {
    const values = parts.map((part) => part(scope));
    const [first] = values;
    return merged(values.length === 1 && Array.isArray(first) ? first : values);
  };
};

/** One document of several, later fields winning; what is null or missing is passed over. */
export function merged(values: readonly (Value | undefined)[]): Doc {
  const result: Doc = {};
  for (const value of values) {
    if (value === undefined || value === null) continue;
    if (!isDoc(value))
      throw new CommandError(
        'Location40400',
        `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`,
      );
    Object.assign(result, value);
  }
  return result;
}

const $getField: Operator = (operand, compile) => {
  const parts = isShorthand(operand)
    ? { field: operand, input: undefined }
    : readArguments('$getField', operand, [], {
        object: 'FailedToParse',
        unknown: 'Location3041701',
        missing: { field: 'Location3041702', input: 'Location3041703' },
      });
  const field = compile(parts.field);
  const input = parts.input === undefined ? undefined : compile(parts.input);
  if (!input) findReads(compile)?.all();
  return (scope) => {
    const name = field(scope);
    if (typeof name !== 'string')
      throw new CommandError('Location3041704', `$getField requires 'field' to evaluate to type String`);
    const value = input ? input(scope) : scope.current;
    return isDoc(value) ? value[innerName(name)] : value === null ? null : undefined;
  };
};

/** `{ $getField: 'name' }` and `{ $getField: { $literal: '$name' } }`. */
function isShorthand(operand: Value): boolean {
  if (!isDoc(operand)) return true;
  return Object.keys(operand)[0]?.startsWith('$') === true;
}

/** The arguments of `$setField`. @throws CommandError FailedToParse  one is unknown or absent */
function fieldArguments(operand: Value, compile: Compile): Record<'field' | 'input' | 'value', Evaluate> {
  const parts = readArguments('$setField', operand, [], {
    object: 'FailedToParse',
    unknown: 'FailedToParse',
    missing: { field: 'FailedToParse', input: 'FailedToParse', value: 'FailedToParse' },
  });
  return { field: compile(parts.field), input: compile(parts.input), value: compile(parts.value) };
}

const $setField: Operator = (operand, compile) => {
  const { field, input: target, value: made } = fieldArguments(operand, compile);
  return (scope) => {
    const name = field(scope);
    if (typeof name !== 'string')
      throw new CommandError('Location4161107', `$setField requires 'field' to evaluate to type String`);
    const input = target(scope);
    if (input === null || input === undefined) return null;
    if (!isDoc(input))
      throw new CommandError('Location4161105', `$setField requires 'input' to evaluate to type Object`);
    const value = made(scope);
    const { [innerName(name)]: _old, ...others } = input;
    return value === undefined ? others : { ...input, [innerName(name)]: value };
  };
};

/** Text. @throws CommandError  one of them is none */
function concatenated(values: (Value | undefined)[]): Value {
  let text = '';
  for (const value of values) {
    if (isNullish(value)) return null;
    if (typeof value !== 'string')
      throw new CommandError('Location16702', `$concat only supports strings, found: ${typeName(value)}`);
    text += value;
  }
  return text;
}

/** Documents, text and types. */
export const objectOperators: Record<string, Operator> = {
  $mergeObjects,
  $type: over('$type', 1, 1, (value) => typeName(value)),
  $concat: over('$concat', 0, Infinity, (...values) => concatenated(values)),
  $getField,
  $setField,
};
