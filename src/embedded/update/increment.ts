import { Long } from 'bson';
import { extendedJson } from '../bson/extended-json.js';
import type { Numeric } from '../bson/numbers.js';
import { integerValue, isNumeric, toDouble } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { doubleValue, isInt32, typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { ValueChange, DocumentLocation } from './document-location.js';

/** `$inc`. @throws CommandError TypeMismatch */
export function increment(operand: Value, name: string): ValueChange {
  if (!isNumeric(operand))
    throw new CommandError(
      'TypeMismatch',
      `Cannot increment with non-numeric argument: ${extendedJson({ [name]: operand })}`,
    );
  return (old, place) => {
    if (old === undefined) return { value: operand };
    if (!isNumeric(old))
      throw new CommandError(
        'TypeMismatch',
        `Cannot apply $inc to a value of non-numeric type. ${describeId(place)} has the field '${place.name}' of non-numeric type ${typeName(old)}`,
      );
    const value = sum(old, operand);
    if (value === undefined)
      throw new CommandError(
        'BadValue',
        `Failed to apply $inc operations to current value (${String(old)}) for document ${describeId(place)}`,
      );
    return typeName(value) === typeName(old) && toDouble(operand) === 0 ? 'keep' : { value };
  };
}

/** The sum in the wider type; nothing for an integer beyond 2^53. */
function sum(a: Numeric, b: Numeric): Numeric | undefined {
  const added = toDouble(a) + toDouble(b);
  if (!isInteger(a) || !isInteger(b)) return doubleValue(added);
  if (!Number.isSafeInteger(added)) return undefined;
  return a instanceof Long || b instanceof Long ? Long.fromNumber(added) : integerValue(added);
}

const isInteger = (value: Numeric): value is number | Long =>
  value instanceof Long || (typeof value === 'number' && isInt32(value));

/** The `_id` of the document, for messages. */
export function describeId({ root }: DocumentLocation): string {
  return root._id === undefined ? 'no id' : extendedJson({ _id: root._id });
}
