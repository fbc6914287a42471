import { compareValues } from '../bson/compare-values.js';
import { extendedJson } from '../bson/extended-json.js';
import { addNumbers, isNumeric, toDouble } from '../bson/numbers.js';
import { distinctBsonValues } from '../bson/value-map.js';
import { type Doc, isDoc, typeName, type Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import type { ValueChange, DocumentLocation, ChangeResult } from './document-location.js';

const UPDATE_OPERATORS = new Set(['$set', '$setOnInsert', '$unset', '$inc', '$max', '$push', '$addToSet']);

const KEEP_VALUE = 'keep';
const setValue = (value: Value): ChangeResult => ({ value });

/** Compiles an update operator. @throws CommandError invalid operand */
export function compileUpdateOperator(operator: string, operand: Value, name: string): ValueChange {
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return () => setValue(operand);
    case '$unset':
      return (oldValue) => (oldValue === undefined ? KEEP_VALUE : 'remove');
    case '$inc':
      return compileIncrement(operand, name);
    case '$max':
      return (oldValue) =>
        oldValue === undefined || compareValues(operand, oldValue) > 0 ? setValue(operand) : KEEP_VALUE;
    case '$push': {
      const items = parseItems('$push', operand);
      return (oldValue, location) => changeArray(oldValue, location, '$push', (list) => [...list, ...items]);
    }
    case '$addToSet':
      return compileAddToSet(operand);
    default:
      throw modifierError(operator);
  }
}

/** Validates the operand of an update operator. Returns the operands by field. @throws CommandError FailedToParse */
export function parseOperandFields(operator: string, fields: Value): Doc {
  if (!UPDATE_OPERATORS.has(operator)) throw modifierError(operator);
  if (isDoc(fields)) return fields;
  throw new CommandError(
    'FailedToParse',
    `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${extendedJson(fields)}}`,
  );
}

function modifierError(operator: string): CommandError {
  return new CommandError('FailedToParse', unsupportedMessage(`Unknown modifier: ${operator}`));
}

/** Returns the items of an operand: a single one, or those of `$each`. @throws CommandError BadValue, TypeMismatch */
function parseItems(operator: '$push' | '$addToSet', operand: Value): Value[] {
  if (!isDoc(operand) || operand.$each === undefined) return [operand];
  const { $each, ...otherModifiers } = operand;
  if (Object.keys(otherModifiers).length > 0)
    throw new CommandError('BadValue', unsupportedMessage(`Found unexpected fields beside $each in ${operator}`));
  if (Array.isArray($each)) return $each;
  throw new CommandError(
    operator === '$push' ? 'BadValue' : 'TypeMismatch',
    `The argument to $each in ${operator} must be an array but it was of type: ${typeName($each)}`,
  );
}

/** Compiles `$inc`. @throws CommandError TypeMismatch */
function compileIncrement(operand: Value, name: string): ValueChange {
  if (!isNumeric(operand))
    throw new CommandError(
      'TypeMismatch',
      `Cannot increment with non-numeric argument: ${extendedJson({ [name]: operand })}`,
    );
  return (oldValue, location) => {
    if (oldValue === undefined) return { value: operand };
    if (!isNumeric(oldValue))
      throw new CommandError(
        'TypeMismatch',
        `Cannot apply $inc to a value of non-numeric type. ${describeId(location)} has the field '${location.name}' of non-numeric type ${typeName(oldValue)}`,
      );
    const value = addNumbers(oldValue, operand);
    return typeName(value) === typeName(oldValue) && toDouble(operand) === 0 ? 'keep' : { value };
  };
}

/** Returns the `_id` of the document, for messages. */
function describeId({ root }: DocumentLocation): string {
  return root._id === undefined ? 'no id' : extendedJson({ _id: root._id });
}

function compileAddToSet(operand: Value): ValueChange {
  const items = parseItems('$addToSet', operand);
  return (oldValue, location) =>
    changeArray(oldValue, location, '$addToSet', (list) => {
      const distinctItems = distinctBsonValues(list);
      const union = [...list];
      for (const item of items) {
        if (distinctItems.get(item)) continue;
        distinctItems.set(item, true);
        union.push(item);
      }
      return union;
    });
}

function changeArray(
  oldValue: Value | undefined,
  location: DocumentLocation,
  operator: '$push' | '$addToSet',
  change: (list: Value[]) => Value[],
): ChangeResult {
  if (oldValue !== undefined && !Array.isArray(oldValue)) throw notArrayError(oldValue, location, operator);
  const list = oldValue ?? [];
  const changedList = change(list);
  const isUnchanged =
    oldValue !== undefined && changedList.length === list.length && changedList.every((item, i) => item === list[i]);
  return isUnchanged ? KEEP_VALUE : setValue(changedList);
}

function notArrayError(oldValue: Value, location: DocumentLocation, operator: '$push' | '$addToSet'): CommandError {
  return new CommandError(
    'BadValue',
    operator === '$addToSet'
      ? `Cannot apply $addToSet to non-array field. Field named '${location.name}' has non-array type ${typeName(oldValue)}`
      : `The field '${location.path}' must be an array but is of type ${typeName(oldValue)} in document ${describeId(location)}`,
  );
}
