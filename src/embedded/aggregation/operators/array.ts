import type { StringOrder } from '../../bson/compare.js';
import { compareValues, equalValues } from '../../bson/compare.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Doc, Value } from '../../bson/values.js';
import { isDoc, isInt32, typeName, isNullish } from '../../bson/values.js';
import type { CommandErrorName } from '../../command-error.js';
import { CommandError } from '../../command-error.js';
import { parseSort, sortKey, sortKeyOrder } from '../../query/sort.js';
import { isTrue, orderOf, withNames, withVariable } from '../expression.js';
import type { Operator } from '../operators.js';
import { over } from '../operators.js';
import { argumentsOf, comparing, itemVariable } from './comparison.js';
import { list } from './sets.js';

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

/** @param count there are two or three arguments, and the third may be missing */
function slice(...[array, a, ...count]: (Value | undefined)[]): Value {
  if (isNullish(array) || isNullish(a)) return null;
  const items = list('$slice', array, 'Location28724');
  const first = whole('$slice', a, 'Location28725', 'Location28726');
  if (count.length === 0) return first < 0 ? items.slice(first) : items.slice(0, first);
  if (isNullish(count[0])) return null;
  const most = whole('$slice', count[0], 'Location28727', 'Location28728');
  if (most <= 0) throw new CommandError('Location28729', `Third argument to $slice must be positive: ${most}`);
  const start = first < 0 ? Math.max(items.length + first, 0) : first;
  return items.slice(start, start + most);
}

const $filter: Operator = (operand, compile) => {
  const parts = argumentsOf('$filter', operand, ['as', 'limit'], {
    object: 'Location28646',
    unknown: 'Location28647',
    missing: { input: 'Location28648', cond: 'Location28650' },
  });
  const input = compile(parts.input);
  const { name, body } = itemVariable(compile, parts.as, parts.cond);
  const limit = parts.limit === undefined ? undefined : compile(parts.limit);
  return (scope) => {
    const value = input(scope);
    if (isNullish(value)) return null;
    const items = list('$filter', value, 'Location28651');
    if (items.length === 0) return items;
    const most = limitOf(limit?.(scope));
    const kept: Value[] = [];
    for (const item of items) {
      if (isTrue(body(withVariable(scope, name, item))) && kept.push(item) >= most) break;
    }
    return kept;
  };
};

function limitOf(value: Value | undefined): number {
  if (isNullish(value)) return Infinity;
  const limit = whole('$filter', value, 'Location327391');
  if (limit <= 0) throw new CommandError('Location327392', `$filter: limit must be greater than 0: ${limit}`);
  return limit;
}

const $map: Operator = (operand, compile) => {
  const parts = argumentsOf('$map', operand, ['as'], {
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

const $reduce: Operator = (operand, compile) => {
  const parts = argumentsOf('$reduce', operand, [], {
    object: 'Location40075',
    unknown: 'Location40076',
    missing: { input: 'Location40077', initialValue: 'Location40078', in: 'Location40079' },
  });
  const [input, initial] = [compile(parts.input), compile(parts.initialValue)];
  const body = withNames(compile, 'this', 'value')(parts.in);
  return (scope) => {
    const value = input(scope);
    if (isNullish(value)) return null;
    return list('$reduce', value, 'Location40080').reduce<Value | undefined>(
      (reduced, item) => body(withVariable(withVariable(scope, 'value', reduced), 'this', item)),
      initial(scope),
    );
  };
};

const $sortArray: Operator = (operand, compile) => {
  const parts = argumentsOf('$sortArray', operand, [], {
    object: 'Location2942500',
    unknown: 'Location2942501',
    missing: { input: 'Location2942502', sortBy: 'Location2942503' },
  });
  const input = compile(parts.input);
  const order = itemOrder(parts.sortBy, orderOf(compile));
  return (scope) => {
    const value = input(scope);
    return isNullish(value) ? null : [...list('$sortArray', value, 'Location2942504')].sort(order);
  };
};

function itemOrder(sortBy: Value, order: StringOrder | undefined): (a: Value, b: Value) => number {
  for (const direction of isDoc(sortBy) ? Object.values(sortBy) : [sortBy]) {
    if (!isNumeric(direction) || Math.abs(toDouble(direction)) !== 1)
      throw new CommandError('BadValue', 'The $sort element value must be either 1 or -1');
  }
  if (isNumeric(sortBy)) {
    const direction = toDouble(sortBy);
    return (a, b) => compareValues(a, b, order) * direction;
  }
  const fields = parseSort(sortBy);
  const byKey = sortKeyOrder(fields, order);
  const keys = (item: Value) => sortKey(isDoc(item) ? item : ({} as Doc), fields, order);
  return (a, b) => byKey(keys(a), keys(b));
}

const range = over('$range', 2, 3, (...[start, end, ...step]) => {
  const from = whole('$range', start, 'Location34443', 'Location34444');
  const to = whole('$range', end, 'Location34445', 'Location34446');
  const by = step.length === 0 ? 1 : whole('$range', step[0], 'Location34447', 'Location34448');
  if (by === 0) throw new CommandError('Location34449', '$range requires a non-zero step value');
  if (Math.abs((to - from) / by) > 5_000_000)
    throw new CommandError('ExceededMemoryLimit', '$range would use too much memory');
  const made: Value[] = [];
  for (let i = from; by > 0 ? i < to : i > to; i += by) made.push(i);
  return made;
});

const indexOfArray = comparing('$indexOfArray', 2, 4, (order) => (...[array, value, ...bounds]) => {
  if (isNullish(array)) return null;
  const items = list('$indexOfArray', array, 'Location40090');
  const [first = 0, last = items.length] = bounds.map((bound) => {
    const at = whole('$indexOfArray', bound, 'Location40096');
    if (at < 0) throw new CommandError('Location40097', `$indexOfArray requires a nonnegative index, found: ${at}`);
    return at;
  });
  if (value === undefined) return -1;
  for (let i = first; i < Math.min(last, items.length); i++) if (equalValues(items[i], value, order)) return i;
  return -1;
});

const $zip: Operator = (operand, compile) => {
  const parts = argumentsOf('$zip', operand, ['inputs', 'defaults', 'useLongestLength'], {
    object: 'Location34460',
    unknown: 'Location34464',
    missing: {},
  });
  const { inputs = [], defaults = [], useLongestLength: longest = false } = parts;
  if (!Array.isArray(inputs))
    throw new CommandError('Location34461', `inputs must be an array of expressions, found ${typeName(inputs)}`);
  if (!Array.isArray(defaults))
    throw new CommandError('Location34462', `defaults must be an array of expressions, found ${typeName(defaults)}`);
  if (typeof longest !== 'boolean')
    throw new CommandError('Location34463', `useLongestLength must be a bool, found ${typeName(longest)}`);
  if (inputs.length === 0) throw new CommandError('Location34465', '$zip requires at least one input array');
  if (defaults.length > 0 && !longest)
    throw new CommandError('Location34466', 'cannot specify defaults unless useLongestLength is true');
  if (defaults.length > 0 && defaults.length !== inputs.length)
    throw new CommandError('Location34467', 'defaults and inputs must have the same length');
  const arraysOf = inputs.map(compile);
  const fillOf = defaults.map(compile);
  return (scope) => {
    const arrays = arraysOf.map((array) => array(scope));
    if (arrays.some(isNullish)) return null;
    const lists = arrays.map((array) => list('$zip', array, 'Location34468'));
    const lengths = lists.map(({ length }) => length);
    const fill = fillOf.map((value) => value(scope) ?? null);
    const length = longest ? Math.max(...lengths) : Math.min(...lengths);
    // only what is beyond the end of a list is filled, not a null inside it
    return Array.from({ length }, (_, i) => lists.map((items, at) => (i < items.length ? items[i] : fill[at]) ?? null));
  };
};

/** Arrays, and what is in files of its own: sets, and the least and greatest of a list. */
export const arrayOperators: Record<string, Operator> = {
  $arrayElemAt: over('$arrayElemAt', 2, 2, (array, index) => elementAt('$arrayElemAt', array, index)),
  $first: over('$first', 1, 1, (array) => elementAt('$first', array, 0)),
  $last: over('$last', 1, 1, (array) => elementAt('$last', array, -1)),
  $slice: over('$slice', 2, 3, slice),
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
  $reverseArray: over('$reverseArray', 1, 1, (value) =>
    isNullish(value) ? null : list('$reverseArray', value, 'Location34435').toReversed(),
  ),
  $range: range,
  $indexOfArray: indexOfArray,
  $filter,
  $map,
  $reduce,
  $sortArray,
  $zip,
};
