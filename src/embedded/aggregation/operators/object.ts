import { innerName, outerName } from '../../bson/field-names.js';
import type { Doc, Value } from '../../bson/values.js';
import { isDoc, typeName, isNullish } from '../../bson/values.js';
import type { CommandErrorName } from '../../command-error.js';
import { CommandError } from '../../command-error.js';
import type { Operator } from '../operators.js';
import { named, over } from '../operators.js';
import { argumentsOf } from './comparison.js';
import { list } from './sets.js';

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
    : argumentsOf('$getField', operand, [], {
        object: 'FailedToParse',
        unknown: 'Location3041701',
        missing: { field: 'Location3041702', input: 'Location3041703' },
      });
  const field = compile(parts.field);
  const input = parts.input === undefined ? undefined : compile(parts.input);
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

const $setField: Operator = (operand, compile) => {
  const parts = named('$setField', operand, compile, ['field', 'input', 'value'], ['field', 'input', 'value']);
  return (scope) => {
    const name = parts.field!(scope);
    if (typeof name !== 'string')
      throw new CommandError('Location4161107', `$setField requires 'field' to evaluate to type String`);
    const input = parts.input!(scope);
    if (input === null || input === undefined) return null;
    if (!isDoc(input))
      throw new CommandError('Location4161105', `$setField requires 'input' to evaluate to type Object`);
    const value = parts.value!(scope);
    const { [innerName(name)]: _old, ...others } = input;
    return value === undefined ? others : { ...input, [innerName(name)]: value };
  };
};

function toObject(value: Value | undefined): Value {
  if (isNullish(value)) return null;
  const items = list('$arrayToObject', value, 'Location40386');
  const made: Doc = {};
  for (const item of items) {
    const [name, held] = Array.isArray(items[0]) ? pairOf(item) : fieldOf(item, item === items[0]);
    made[innerName(name)] = held;
  }
  return made;
}

function pairOf(item: Value): [string, Value] {
  const wrong = (code: CommandErrorName, what: string) => new CommandError(code, `$arrayToObject requires ${what}`);
  if (!Array.isArray(item))
    throw wrong('Location40396', `a consistent input format. Array was detected, now found: ${typeName(item)}`);
  const [name, held] = item;
  if (item.length !== 2) throw wrong('Location40397', `an array of size 2 arrays, found array of size: ${item.length}`);
  if (typeof name !== 'string') throw wrong('Location40395', `keys of type string. Found key type: ${typeName(name)}`);
  if (name.includes('\0')) throw new CommandError('Location4940400', 'Key field cannot contain an embedded null byte');
  return [name, held!];
}

function fieldOf(item: Value, isFirst: boolean): [string, Value] {
  const wrong = (code: CommandErrorName, what: string) => new CommandError(code, `$arrayToObject requires ${what}`);
  if (!isDoc(item) && isFirst)
    throw new CommandError('Location40398', `Unrecognised input type format for $arrayToObject: ${typeName(item)}`);
  if (!isDoc(item))
    throw wrong('Location40391', `a consistent input format. Object was detected, now found: ${typeName(item)}`);
  const { k, v } = item;
  const size = Object.keys(item).length;
  if (size !== 2)
    throw wrong('Location40392', `an object keys of 'k' and 'v'. Found incorrect number of keys: ${size}`);
  if (k === undefined || v === undefined) throw wrong('Location40393', `an object with keys 'k' and 'v'`);
  if (typeof k !== 'string') throw wrong('Location40394', `the value of 'k' to be of type string, not ${typeName(k)}`);
  if (k.includes('\0')) throw new CommandError('Location4940401', 'Key field cannot contain an embedded null byte');
  return [k, v];
}

function fromObject(value: Value | undefined): Value {
  if (isNullish(value)) return null;
  if (!isDoc(value))
    throw new CommandError('Location40390', `$objectToArray requires a document input, found: ${typeName(value)}`);
  return Object.entries(value).map(([name, held]) => ({ k: outerName(name), v: held }));
}

/** Documents, and lists of their fields. */
export const objectOperators: Record<string, Operator> = {
  $mergeObjects,
  $arrayToObject: over('$arrayToObject', 1, 1, toObject),
  $objectToArray: over('$objectToArray', 1, 1, fromObject),
  $getField,
  $setField,
  $unsetField: (operand, compile) => $setField(isDoc(operand) ? { ...operand, value: '$$REMOVE' } : operand, compile),
};
