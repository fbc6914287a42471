import { compareValues, equalValues } from '../../bson/compare.js';
import { innerName, outerName } from '../../bson/field-names.js';
import { keyOf } from '../../bson/index-key.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Doc, Value } from '../../bson/values.js';
import { isDoc, typeName, UndefinedValue } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import { parseSort, sortKey, sortKeyOrder } from '../../query/sort.js';
import { isTrue, withVariable } from '../expression.js';
import type { Operator } from '../operators.js';
import { named, over } from '../operators.js';

const isNullish = (value: Value | undefined): value is null | undefined =>
  value === undefined || value === null || value instanceof UndefinedValue;

function list(name: string, value: Value | undefined): Value[] {
  if (!Array.isArray(value))
    throw new CommandError('Location28689', `${name}'s argument must be an array, but was of type: ${typeName(value)}`);
  return value;
}

function whole(name: string, value: Value | undefined): number {
  const number = isNumeric(value) ? toDouble(value) : NaN;
  if (!Number.isInteger(number))
    throw new CommandError('Location28690', `${name} needs a whole number, but was given ${typeName(value)}`);
  return number;
}

function elementAt(array: Value | undefined, index: Value | undefined): Value | undefined {
  if (isNullish(array) || isNullish(index)) return null;
  const items = list('$arrayElemAt', array);
  const at = whole('$arrayElemAt', index);
  return items[at < 0 ? items.length + at : at];
}

function slice(array: Value | undefined, a: Value | undefined, b?: Value): Value {
  if (isNullish(array) || isNullish(a) || b === null) return null;
  const items = list('$slice', array);
  const first = whole('$slice', a);
  if (b === undefined) return first < 0 ? items.slice(first) : items.slice(0, first);
  const count = whole('$slice', b);
  if (count <= 0) throw new CommandError('Location28729', `Third argument to $slice must be positive: ${count}`);
  const start = first < 0 ? Math.max(items.length + first, 0) : first;
  return items.slice(start, start + count);
}

const $filter: Operator = (operand, compile) => {
  const parts = named('$filter', operand, compile, ['input', 'as', 'cond', 'limit'], ['input', 'cond']);
  const name = isDoc(operand) && typeof operand.as === 'string' ? operand.as : 'this';
  return (scope) => {
    const input = parts.input!(scope);
    if (isNullish(input)) return null;
    const limit = parts.limit ? parts.limit(scope) : null;
    const most = isNullish(limit) ? Infinity : whole('$filter', limit);
    const kept: Value[] = [];
    for (const item of list('$filter', input)) {
      if (kept.length >= most) break;
      if (isTrue(parts.cond!(withVariable(scope, name, item)))) kept.push(item);
    }
    return kept;
  };
};

const $map: Operator = (operand, compile) => {
  const parts = named('$map', operand, compile, ['input', 'as', 'in'], ['input', 'in']);
  const name = isDoc(operand) && typeof operand.as === 'string' ? operand.as : 'this';
  return (scope) => {
    const input = parts.input!(scope);
    if (isNullish(input)) return null;
    return list('$map', input).map((item) => parts.in!(withVariable(scope, name, item)) ?? null);
  };
};

const $reduce: Operator = (operand, compile) => {
  const parts = named('$reduce', operand, compile, ['input', 'initialValue', 'in'], ['input', 'initialValue', 'in']);
  return (scope) => {
    const input = parts.input!(scope);
    if (isNullish(input)) return null;
    return list('$reduce', input).reduce<Value | undefined>(
      (value, item) => parts.in!(withVariable(withVariable(scope, 'value', value), 'this', item)),
      parts.initialValue!(scope),
    );
  };
};

const $sortArray: Operator = (operand, compile) => {
  if (!isDoc(operand) || operand.sortBy === undefined || operand.input === undefined) {
    throw new CommandError('Location2942502', "$sortArray requires 'input' and 'sortBy' to be specified");
  }
  const input = compile(operand.input);
  const order = itemOrder(operand.sortBy);
  return (scope) => {
    const value = input(scope);
    return isNullish(value) ? null : [...list('$sortArray', value)].sort(order);
  };
};

function itemOrder(sortBy: Value): (a: Value, b: Value) => number {
  if (isNumeric(sortBy)) {
    const direction = toDouble(sortBy);
    return (a, b) => compareValues(a, b) * direction;
  }
  const fields = parseSort(sortBy);
  const order = sortKeyOrder(fields);
  const keys = (item: Value) => sortKey(isDoc(item) ? item : ({} as Doc), fields);
  return (a, b) => order(keys(a), keys(b));
}

/** Items told apart by value; each kept once, in the order of its first appearance. */
function distinct(items: readonly Value[]): Map<string, Value> {
  const seen = new Map<string, Value>();
  for (const item of items) {
    const key = keyOf([item]).toString('latin1');
    if (!seen.has(key)) seen.set(key, item);
  }
  return seen;
}

function setOf(name: string, values: (Value | undefined)[], run: (sets: Map<string, Value>[]) => Value): Value {
  if (values.some(isNullish)) return null;
  return run(values.map((value) => distinct(list(name, value))));
}

const range = over('$range', 2, 3, (start, end, step) => {
  const [from, to, by] = [whole('$range', start), whole('$range', end), step === undefined ? 1 : whole('$range', step)];
  if (by === 0) throw new CommandError('Location34449', '$range requires a non-zero step value');
  if (Math.abs((to - from) / by) > 5_000_000)
    throw new CommandError('ExceededMemoryLimit', '$range would use too much memory');
  const made: Value[] = [];
  for (let i = from; by > 0 ? i < to : i > to; i += by) made.push(i);
  return made;
});

const indexOfArray = over('$indexOfArray', 2, 4, (array, value, start, end) => {
  if (isNullish(array)) return null;
  const items = list('$indexOfArray', array);
  const last = end === undefined ? items.length : Math.min(whole('$indexOfArray', end), items.length);
  for (let i = start === undefined ? 0 : whole('$indexOfArray', start); i < last; i++) {
    if (equalValues(items[i], value)) return i;
  }
  return -1;
});

const $zip: Operator = (operand, compile) => {
  if (!isDoc(operand) || !Array.isArray(operand.inputs))
    throw new CommandError('Location34465', '$zip requires at least one input array');
  const inputs = operand.inputs.map(compile);
  const defaults = operand.defaults === undefined ? undefined : compile(operand.defaults);
  const longest = operand.useLongestLength === true;
  return (scope) => {
    const arrays = inputs.map((input) => input(scope));
    if (arrays.some(isNullish)) return null;
    const lists = arrays.map((array) => list('$zip', array));
    const lengths = lists.map(({ length }) => length);
    const fill = defaults ? list('$zip', defaults(scope)) : [];
    const length = longest ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_, i) => lists.map((items, at) => items[i] ?? fill[at] ?? null));
  };
};

function toObject(value: Value | undefined): Value {
  if (isNullish(value)) return null;
  const made: Doc = {};
  for (const item of list('$arrayToObject', value)) {
    const [name, held] = Array.isArray(item) ? item : isDoc(item) ? [item.k, item.v] : [];
    if (typeof name !== 'string')
      throw new CommandError(
        'Location40394',
        '$arrayToObject requires an array of key-value pairs, where the key must be of type string',
      );
    made[innerName(name)] = held ?? null;
  }
  return made;
}

function fromObject(value: Value | undefined): Value {
  if (isNullish(value)) return null;
  if (!isDoc(value))
    throw new CommandError('Location40390', `$objectToArray requires a document input, found: ${typeName(value)}`);
  return Object.entries(value).map(([name, held]) => ({ k: outerName(name), v: held }));
}

/** Arrays and sets. */
export const arrayOperators: Record<string, Operator> = {
  $arrayElemAt: over('$arrayElemAt', 2, 2, elementAt),
  $first: over('$first', 1, 1, (array) => elementAt(array, 0)),
  $last: over('$last', 1, 1, (array) => elementAt(array, -1)),
  $slice: over('$slice', 2, 3, slice as (...args: (Value | undefined)[]) => Value),
  $size: over('$size', 1, 1, (value) => {
    if (!Array.isArray(value))
      throw new CommandError(
        'Location17124',
        `The argument to $size must be an array, but was of type: ${typeName(value)}`,
      );
    return value.length;
  }),
  $isArray: over('$isArray', 1, 1, (value) => Array.isArray(value)),
  $in: over('$in', 2, 2, (value, array) => {
    if (!Array.isArray(array))
      throw new CommandError('Location40081', `$in requires an array as a second argument, found: ${typeName(array)}`);
    return array.some((item) => value !== undefined && equalValues(item, value));
  }),
  $concatArrays: over('$concatArrays', 0, Infinity, (...arrays) =>
    arrays.some(isNullish) ? null : arrays.flatMap((array) => list('$concatArrays', array)),
  ),
  $reverseArray: over('$reverseArray', 1, 1, (value) =>
    isNullish(value) ? null : list('$reverseArray', value).toReversed(),
  ),
  $range: range,
  $indexOfArray: indexOfArray,
  $filter,
  $map,
  $reduce,
  $sortArray,
  $zip,
  $arrayToObject: over('$arrayToObject', 1, 1, toObject),
  $objectToArray: over('$objectToArray', 1, 1, fromObject),
  $setUnion: over('$setUnion', 0, Infinity, (...values) =>
    setOf('$setUnion', values, (sets) =>
      [...distinct(sets.flatMap((set) => [...set.values()])).values()].sort(compareValues),
    ),
  ),
  $setIntersection: over('$setIntersection', 0, Infinity, (...values) =>
    setOf('$setIntersection', values, ([first, ...others]) =>
      [...(first ?? [])]
        .filter(([key]) => others.every((set) => set.has(key)))
        .map(([, item]) => item)
        .sort(compareValues),
    ),
  ),
  $setDifference: over('$setDifference', 2, 2, (...values) =>
    setOf('$setDifference', values, ([a, b]) => [...a!].filter(([key]) => !b!.has(key)).map(([, item]) => item)),
  ),
  $setEquals: over('$setEquals', 2, Infinity, (...values) => {
    const sets = values.map((value) => distinct(list('$setEquals', value)));
    return sets.every((set) => set.size === sets[0]!.size && [...set.keys()].every((key) => sets[0]!.has(key)));
  }),
  $setIsSubset: over('$setIsSubset', 2, 2, (a, b) => {
    const [x, y] = [distinct(list('$setIsSubset', a)), distinct(list('$setIsSubset', b))];
    return [...x.keys()].every((key) => y.has(key));
  }),
  $anyElementTrue: over('$anyElementTrue', 1, 1, (value) => list('$anyElementTrue', value).some(isTrue)),
  $allElementsTrue: over('$allElementsTrue', 1, 1, (value) => list('$allElementsTrue', value).every(isTrue)),
};
