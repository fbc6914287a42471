import { compareValues, equalValues } from '../../bson/compare.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import { distinct } from '../../bson/value-map.js';
import type { Value } from '../../bson/values.js';
import { isInt32, typeName, isNullish } from '../../bson/values.js';
import type { CommandErrorName } from '../../command-error.js';
import { CommandError } from '../../command-error.js';
import type { Operator } from '../expression.js';
import { withVariable } from '../expression.js';
import { over } from '../operator.js';
import { readArguments, comparing, itemVariable } from './comparison.js';

/** A value that must be an array. @throws CommandError  with the code of the operator */
function list(name: string, value: Value | undefined, code: CommandErrorName): Value[] {
  if (!Array.isArray(value))
    throw new CommandError(code, `${name}'s argument must be an array, but was of type: ${typeName(value)}`);
  return value;
}

/** A whole number of 32 bits, in whatever type; the codes are for what is no number and for what is no such number. */
function whole(
  name: string,
  value: Value | undefined,
  notNumber: CommandErrorName,
  notWhole: CommandErrorName = notNumber,
): number {
  if (!isNumeric(value))
    throw new CommandError(notNumber, `${name} needs a number, but was given a value of type: ${typeName(value)}`);
  const number = toDouble(value);
  if (!isInt32(number + 0))
    throw new CommandError(notWhole, `${name} needs a 32-bit integer, but was given ${String(value)}`);
  return number;
}

function elementAt(name: string, array: Value | undefined, index: Value | undefined): Value | undefined {
  if (isNullish(array) || isNullish(index)) return null;
  const items = list(name, array, 'Location28689');
  const at = whole(name, index, 'Location28690', 'Location28691');
  return items[at < 0 ? items.length + at : at];
}

const $map: Operator = (operand, compile) => {
  const parts = readArguments('$map', operand, ['as'], {
    object: 'Location16878',
    unknown: 'Location16879',
    missing: { input: 'Location16880', in: 'Location16882' },
  });
  const input = compile(parts.input);
  const { name, body } = itemVariable(compile, parts.as, parts.in);
  return (scope) => {
    const value = input(scope);
    if (isNullish(value)) return null;
    return list('$map', value, 'Location16883').map((item) => body(withVariable(scope, name, item)) ?? null);
  };
};

/** The items of all arrays, each once, in order. */
const setUnion = comparing('$setUnion', 0, Infinity, (order) => (...arrays) => {
  const items: Value[] = [];
  for (const array of arrays) {
    if (isNullish(array)) return null;
    for (const item of list('$setUnion', array, 'Location17043')) items.push(item);
  }
  return distinct(items, order)
    .values()
    .sort((a, b) => compareValues(a, b, order));
});

/** Arrays. */
export const arrayOperators: Record<string, Operator> = {
  $arrayElemAt: over('$arrayElemAt', 2, 2, (array, index) => elementAt('$arrayElemAt', array, index)),
  $first: over('$first', 1, 1, (array) => elementAt('$first', array, 0)),
  $last: over('$last', 1, 1, (array) => elementAt('$last', array, -1)),
  $size: over('$size', 1, 1, (value) => {
    if (!Array.isArray(value))
      throw new CommandError(
        'Location17124',
        `The argument to $size must be an array, but was of type: ${typeName(value)}`,
      );
    return value.length;
  }),
  $isArray: over('$isArray', 1, 1, (value) => Array.isArray(value)),
  $in: comparing('$in', 2, 2, (order) => (value, array) => {
    if (!Array.isArray(array))
      throw new CommandError('Location40081', `$in requires an array as a second argument, found: ${typeName(array)}`);
    return array.some((item) => value !== undefined && equalValues(item, value, order));
  }),
  $concatArrays: over('$concatArrays', 0, Infinity, (...arrays) => {
    const joined: Value[] = [];
    for (const array of arrays) {
      if (isNullish(array)) return null;
      for (const item of list('$concatArrays', array, 'Location28664')) joined.push(item);
    }
    return joined;
  }),
  $map,
  $setUnion: setUnion,
};
