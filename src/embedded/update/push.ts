import type { StringOrder } from '../bson/compare.js';
import { compareStrings, compareValues } from '../bson/compare.js';
import { outerName } from '../bson/field-names.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { parseSort, sortKey, sortKeyOrder } from '../query/sort.js';

/** `$push` with its modifiers, checked. */
export interface PushSpec {
  items: Value[];
  position: number | undefined;
  slice: number | undefined;
  sort: ((a: Value, b: Value, order: StringOrder) => number) | undefined;
}

/**
 * Reads the operand of `$push`: one item, or `{ $each, $position, $slice, $sort }`.
 *
 * @throws CommandError BadValue  a modifier is unknown or has a wrong value
 */
export function pushSpec(operand: Value): PushSpec {
  if (!isDoc(operand) || operand.$each === undefined) {
    return { items: [operand], position: undefined, slice: undefined, sort: undefined };
  }
  const { $each, $position, $slice, $sort, ...others } = operand;
  const other = Object.keys(others)[0];
  if (other !== undefined) throw new CommandError('BadValue', `Unrecognized clause in $push: ${other}`);
  if (!Array.isArray($each)) {
    throw new CommandError(
      'BadValue',
      `The argument to $each in $push must be an array but it was of type: ${typeName($each)}`,
    );
  }
  return {
    items: $each,
    position: integer('$position', $position),
    slice: integer('$slice', $slice),
    sort: itemOrder($sort),
  };
}

function integer(name: string, value: Value | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = isNumeric(value) ? toDouble(value) : NaN;
  if (!Number.isInteger(number)) {
    throw new CommandError(
      'BadValue',
      `The value for ${name} must be an integer value but was given type: ${typeName(value)}`,
    );
  }
  return number;
}

function itemOrder(sort: Value | undefined): PushSpec['sort'] {
  if (sort === undefined) return undefined;
  if (isNumeric(sort)) {
    const direction = toDouble(sort);
    if (direction !== 1 && direction !== -1)
      throw new CommandError('BadValue', 'The $sort element value must be either 1 or -1');
    return (a, b, order) => compareValues(a, b, order) * direction;
  }
  if (!isDoc(sort))
    throw new CommandError(
      'BadValue',
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  checkSort(sort);
  const fields = parseSort(sort);
  const keyOf = (item: Value, order: StringOrder) => sortKey(isDoc(item) ? item : ({} as Doc), fields, order);
  return (a, b, order) => sortKeyOrder(fields, order)(keyOf(a, order), keyOf(b, order));
}

function checkSort(sort: Doc): void {
  const fields = Object.entries(sort);
  if (fields.length === 0)
    throw new CommandError('BadValue', 'The $sort pattern is empty when it should be a set of fields.');
  for (const [inner, direction] of fields) {
    const name = outerName(inner);
    if (!isNumeric(direction) || Math.abs(toDouble(direction)) !== 1)
      throw new CommandError('BadValue', 'The $sort element value must be either 1 or -1');
    if (name === '') throw new CommandError('BadValue', 'The $sort field cannot be empty');
    if (name.split('.').includes(''))
      throw new CommandError('BadValue', `The $sort field is a dotted field but has an empty part: ${name}`);
  }
}

/** The list after a push: items put in, then sorted, then cut. */
export function pushed(list: readonly Value[], spec: PushSpec, order: StringOrder = compareStrings): Value[] {
  const { items, position, slice, sort } = spec;
  const result = [...list];
  if (position === undefined) result.push(...items);
  else result.splice(position < 0 ? Math.max(result.length + position, 0) : position, 0, ...items);
  if (sort) result.sort((a, b) => sort(a, b, order));
  if (slice === undefined) return result;
  if (slice === 0) return [];
  return slice < 0 ? result.slice(slice) : result.slice(0, slice);
}
