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
  return (old, place) => {
    if (old === undefined) return { value: operand };
    if (!isNumeric(old))
      throw new CommandError(
        'TypeMismatch',
        `Cannot apply $inc to a value of non-numeric type. ${describeId(place)} has the field '${place.name}' of non-numeric type ${typeName(old)}`,
      );
    const value = addNumbers(old, operand);
    return typeName(value) === typeName(old) && toDouble(operand) === 0 ? 'keep' : { value };
  };
}

/** Returns the `_id` of the document, for messages. */
export function describeId({ root }: DocumentLocation): string {
  return root._id === undefined ? 'no id' : extendedJson({ _id: root._id });
}
