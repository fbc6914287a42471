import { Decimal128 } from 'bson';
import { compareValues } from '../bson/compare.js';
import { outerName } from '../bson/field-names.js';
import { isNumeric } from '../bson/numbers.js';
import { shellForm } from '../bson/shell-form.js';
import { distinct } from '../bson/value-map.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError, notOffered } from '../command-error.js';
import { arithmetic, shownId } from './numeric.js';
import type { Place } from './place.js';
import { pulled } from './pull.js';
import { pushed, pushSpec } from './push.js';
import { timestampAt } from './timestamps.js';
import type { UpdateContext } from './update.js';

/** What a modifier makes of the value at its path. */
type Result = { value: Value } | 'keep' | 'remove';

/** Changes the value at one place; `undefined` is a place that is not there yet. */
export type Change = (old: Value | undefined, place: Place) => Result;

/** The operators that change one path; `$rename` is about two. */
const OPERATORS = new Set([
  '$set',
  '$setOnInsert',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$currentDate',
  '$push',
  '$addToSet',
  '$pop',
  '$pull',
  '$pullAll',
  '$rename',
]);

const KEEP = 'keep';
const set = (value: Value): Result => ({ value });

/**
 * The change that an operator makes with an operand.
 *
 * @throws CommandError FailedToParse and the like  the operand is wrong, whatever the document
 */
export function changeOf(operator: string, operand: Value, name: string, context: UpdateContext): Change {
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return () => set(operand);
    case '$unset':
      return (old) => (old === undefined ? KEEP : 'remove');
    case '$inc':
    case '$mul':
      return arithmetic(operator, operand, name);
    case '$min':
      return (old) => (old === undefined || compareValues(operand, old, context.order) < 0 ? set(operand) : KEEP);
    case '$max':
      return (old) => (old === undefined || compareValues(operand, old, context.order) > 0 ? set(operand) : KEEP);
    case '$currentDate':
      return currentDate(operand, context);
    case '$push': {
      const spec = pushSpec(operand);
      return (old, place) => onArray(old, place, '$push', (list) => pushed(list, spec, context.order));
    }
    case '$addToSet':
      return addToSet(operand, context);
    case '$pop':
      return pop(operand);
    case '$pull': {
      const matches = pulled(operand, context);
      return (old) => remaining(old, '$pull', matches);
    }
    case '$pullAll': {
      if (!Array.isArray(operand))
        throw new CommandError('BadValue', `$pullAll requires an array argument but was given a ${typeName(operand)}`);
      const named = distinct(operand, context.order);
      return (old) => remaining(old, '$pullAll', (item) => named.get(item) === true);
    }
    default:
      throw unknownModifier(operator);
  }
}

/** The fields that an operator changes, with its operands. @throws CommandError FailedToParse  there is no such operator */
export function fieldsOf(operator: string, fields: Value): Doc {
  if (!OPERATORS.has(operator)) throw unknownModifier(operator);
  if (isDoc(fields)) return fields;
  throw new CommandError(
    'FailedToParse',
    `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${shellForm(fields)}}`,
  );
}

function unknownModifier(operator: string): CommandError {
  return new CommandError(
    'FailedToParse',
    notOffered(
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    ),
  );
}

function currentDate(operand: Value, { now }: UpdateContext): Change {
  if (typeof operand === 'boolean') return () => set(now);
  if (!isDoc(operand)) {
    throw new CommandError(
      'BadValue',
      `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  const other = Object.keys(operand).find((name) => name !== '$type');
  if (other !== undefined) throw new CommandError('BadValue', `Unrecognized $currentDate option: ${outerName(other)}`);
  if (operand.$type === 'date') return () => set(now);
  if (operand.$type === 'timestamp') return () => set(timestampAt(now));
  throw new CommandError(
    'BadValue',
    "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
  );
}

function addToSet(operand: Value, context: UpdateContext): Change {
  let items: Value[] = [operand];
  if (isDoc(operand) && operand.$each !== undefined) {
    if (!Array.isArray(operand.$each))
      throw new CommandError(
        'TypeMismatch',
        `The argument to $each in $addToSet must be an array but it was of type ${typeName(operand.$each)}`,
      );
    const other = Object.keys(operand).find((name) => name !== '$each');
    if (other)
      throw new CommandError('BadValue', `Found unexpected fields after $each in $addToSet: ${shellForm(operand)}`);
    items = operand.$each;
  }
  return (old, place) =>
    onArray(old, place, '$addToSet', (list) => {
      const present = distinct(list, context.order);
      const added = [...list];
      for (const item of items) {
        if (present.get(item)) continue;
        present.add(item, true);
        added.push(item);
      }
      return added;
    });
}

function pop(operand: Value): Change {
  const direction = isNumeric(operand)
    ? Number(operand instanceof Decimal128 ? operand.toString() : operand.valueOf())
    : NaN;
  if (direction !== 1 && direction !== -1) {
    throw new CommandError('FailedToParse', `$pop expects 1 or -1, found: ${shellForm(operand)}`);
  }
  return (old, place) => {
    if (old === undefined) return KEEP;
    if (!Array.isArray(old))
      throw new CommandError(
        'TypeMismatch',
        `Path '${place.path}' contains an element of non-array type '${typeName(old)}'`,
      );
    if (old.length === 0) return KEEP;
    return set(direction === 1 ? old.slice(0, -1) : old.slice(1));
  };
}

function onArray(
  old: Value | undefined,
  place: Place,
  operator: '$push' | '$addToSet',
  change: (list: Value[]) => Value[],
): Result {
  if (old !== undefined && !Array.isArray(old)) throw notArray(old, place, operator);
  const list = old ?? [];
  const changed = change(list);
  const same = old !== undefined && changed.length === list.length && changed.every((item, i) => item === list[i]);
  return same ? KEEP : set(changed);
}

function notArray(old: Value, place: Place, operator: '$push' | '$addToSet'): CommandError {
  return new CommandError(
    'BadValue',
    operator === '$addToSet'
      ? `Cannot apply $addToSet to non-array field. Field named '${place.name}' has non-array type ${typeName(old)}`
      : `The field '${place.path}' must be an array but is of type ${typeName(old)} in document {${shownId(place)}}`,
  );
}

function remaining(old: Value | undefined, operator: string, matches: (item: Value) => boolean): Result {
  if (old === undefined) return KEEP;
  if (!Array.isArray(old)) throw new CommandError('BadValue', `Cannot apply ${operator} to a non-array value`);
  const kept = old.filter((item) => !matches(item));
  return kept.length === old.length ? KEEP : set(kept);
}
