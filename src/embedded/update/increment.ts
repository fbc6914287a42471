import { extendedJson } from '../bson/extended-json.js';
import { addNumbers, isNumeric, toDouble } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { ValueChange, DocumentLocation } from './document-location.js';

/** Compiles `$inc`. @throws CommandError TypeMismatch */
export function increment(operand: Value, name: string): ValueChange {
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
export function describeId({ root }: DocumentLocation): string {
  return root._id === undefined ? 'no id' : extendedJson({ _id: root._id });
}
