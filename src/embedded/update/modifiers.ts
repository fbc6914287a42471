import { Decimal128, Timestamp } from 'bson';
import { compareValues, equalValues } from '../bson/compare.js';
import { outerName } from '../bson/field-names.js';
import { isNumeric } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { isDoc, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { addNumbers, bitwise, multiplyNumbers } from '../bson/arithmetic.js';
import type { UpdateContext } from './update.js';
import { pushed, pushSpec } from './push.js';
import { pulled } from './pull.js';

/** What a modifier makes of the value at its path. */
export type Result = { value: Value } | 'keep' | 'remove';

/** Changes the value at one path; `undefined` is a path that is not there yet. */
export type Change = (old: Value | undefined, name: string) => Result;

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
    case '$bit':
      return bit(operand, name);
    case '$currentDate':
      return currentDate(operand, context);
    case '$push': {
      const spec = pushSpec(operand);
      return (old, at) => onArray(old, at, '$push', (list) => pushed(list, spec, context.order));
    }
    case '$pushAll':
      throw unknownModifier(operator);
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
      return (old) =>
        remaining(old, '$pullAll', (item) => operand.some((other) => equalValues(item, other, context.order)));
    }
    default:
      throw unknownModifier(operator);
  }
}

/** The error for a name that begins with `$` and is no modifier. */
export function unknownModifier(operator: string): CommandError {
  return new CommandError(
    'FailedToParse',
    `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
}

function arithmetic(operator: string, operand: Value, name: string): Change {
  const verb = operator === '$inc' ? 'increment' : 'multiply';
  if (!isNumeric(operand)) {
    throw new CommandError('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${name}: ${shown(operand)}}`);
  }
  return (old, at) => {
    if (old === undefined) return set(operator === '$inc' ? operand : multiplyNumbers(operand, 0));
    if (!isNumeric(old)) {
      throw new CommandError(
        'TypeMismatch',
        `Cannot apply ${operator} to a value of non-numeric type. {_id: ...} has the field '${at}' of non-numeric type ${typeName(old)}`,
      );
    }
    const value = operator === '$inc' ? addNumbers(old, operand) : multiplyNumbers(old, operand);
    if (value === undefined) {
      throw new CommandError(
        'BadValue',
        `Failed to apply ${operator} operations to current value ((NumberLong)${String(old)}) for document`,
      );
    }
    return typeName(value) === typeName(old) && compareValues(value, old) === 0 ? KEEP : set(value);
  };
}

function shown(value: Value): string {
  return JSON.stringify(value);
}

function bit(operand: Value, name: string): Change {
  if (!isDoc(operand)) {
    throw new CommandError(
      'BadValue',
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  }
  const steps = Object.entries(operand).map(([inner, value]) => {
    const kind = outerName(inner);
    if (kind !== 'and' && kind !== 'or' && kind !== 'xor') {
      throw new CommandError(
        'BadValue',
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${kind}' which is an unknown operator: {${name}: ${shown(operand)}}`,
      );
    }
    if (!['int', 'long'].includes(typeName(value))) {
      throw new CommandError(
        'BadValue',
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(value)}' is not supported here: {${kind}: ${shown(value)}}`,
      );
    }
    return { kind, value } as const;
  });
  if (steps.length === 0)
    throw new CommandError(
      'BadValue',
      `You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}`,
    );
  return (old, at) => {
    if (old !== undefined && !['int', 'long'].includes(typeName(old))) {
      throw new CommandError(
        'BadValue',
        `Cannot apply $bit to a value of non-integral type. _id: ... has the field ${at} of non-integer type ${typeName(old)}`,
      );
    }
    const value = steps.reduce<Value>((sum, step) => bitwise(step.kind, sum, step.value), old ?? 0);
    return old !== undefined && compareValues(value, old) === 0 && typeName(value) === typeName(old)
      ? KEEP
      : set(value);
  };
}

function currentDate(operand: Value, context: UpdateContext): Change {
  const kind = isDoc(operand) ? operand.$type : operand;
  if (kind === true || kind === false || kind === 'date') return () => set(context.now);
  if (kind === 'timestamp') return () => set(new Timestamp({ t: Math.floor(context.now.getTime() / 1000), i: 1 }));
  if (isDoc(operand))
    throw new CommandError(
      'BadValue',
      "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
    );
  throw new CommandError(
    'BadValue',
    `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
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
      throw new CommandError('BadValue', `Found unexpected fields after $each in $addToSet: ${shown(operand)}`);
    items = operand.$each;
  }
  return (old, at) =>
    onArray(old, at, '$addToSet', (list) => {
      const added = [...list];
      for (const item of items) if (!added.some((other) => equalValues(other, item, context.order))) added.push(item);
      return added;
    });
}

function pop(operand: Value): Change {
  const direction = isNumeric(operand)
    ? Number(operand instanceof Decimal128 ? operand.toString() : operand.valueOf())
    : NaN;
  if (direction !== 1 && direction !== -1) {
    throw new CommandError('FailedToParse', `$pop expects 1 or -1, found: ${shown(operand)}`);
  }
  return (old, at) => {
    if (old === undefined) return KEEP;
    if (!Array.isArray(old))
      throw new CommandError('TypeMismatch', `Path '${at}' contains an element of non-array type '${typeName(old)}'`);
    if (old.length === 0) return KEEP;
    return set(direction === 1 ? old.slice(0, -1) : old.slice(1));
  };
}

function onArray(old: Value | undefined, name: string, operator: string, change: (list: Value[]) => Value[]): Result {
  if (old !== undefined && !Array.isArray(old)) {
    const what =
      operator === '$addToSet'
        ? 'Cannot apply $addToSet to non-array field'
        : `The field '${name}' must be an array but is of type ${typeName(old)} in document`;
    throw new CommandError(
      'BadValue',
      operator === '$addToSet' ? `${what}. Field named '${name}' has non-array type ${typeName(old)}` : what,
    );
  }
  const list = old ?? [];
  const changed = change(list);
  const same = old !== undefined && changed.length === list.length && changed.every((item, i) => item === list[i]);
  return same ? KEEP : set(changed);
}

function remaining(old: Value | undefined, operator: string, matches: (item: Value) => boolean): Result {
  if (old === undefined) return KEEP;
  if (!Array.isArray(old)) throw new CommandError('BadValue', `Cannot apply ${operator} to a non-array value`);
  const kept = old.filter((item) => !matches(item));
  return kept.length === old.length ? KEEP : set(kept);
}
