import { addNumbers, multiply } from '../bson/arithmetic.js';
import { compareValues } from '../bson/compare.js';
import type { Numeric } from '../bson/numbers.js';
import { isNumeric } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Change, Place } from './place.js';
import { shownField } from './shown.js';

const DEBUG_NAMES: Readonly<Record<string, string>> = {
  int: 'NumberInt',
  long: 'NumberLong',
  double: 'NumberDouble',
  decimal: 'NumberDecimal',
};

/** `$inc` and `$mul`. @throws CommandError TypeMismatch  the operand is no number */
export function arithmetic(operator: '$inc' | '$mul', operand: Value, name: string): Change {
  if (!isNumeric(operand)) {
    const verb = operator === '$inc' ? 'increment' : 'multiply';
    throw new CommandError('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${shownField(name, operand)}}`);
  }
  const combine = operator === '$inc' ? addNumbers : multiply;
  return (old, place) => {
    if (old === undefined) return { value: operator === '$inc' ? operand : multiply(operand, 0)! };
    if (!isNumeric(old)) throw notNumeric(operator, old, place);
    const value = combine(old, operand);
    if (value === undefined) throw overflow(operator, old, place);
    return isSame(value, old) ? 'keep' : { value };
  };
}

function notNumeric(operator: string, old: Value, place: Place): CommandError {
  return new CommandError(
    'TypeMismatch',
    `Cannot apply ${operator} to a value of non-numeric type. {${shownId(place)}} has the field '${place.name}' of non-numeric type ${typeName(old)}`,
  );
}

function overflow(operator: string, old: Numeric, place: Place): CommandError {
  return new CommandError(
    'BadValue',
    `Failed to apply ${operator} operations to current value ((${DEBUG_NAMES[typeName(old)]})${String(old)}) for document {${shownId(place)}}`,
  );
}

/** The `_id` of the document around a place, for messages. */
export function shownId({ root }: Place): string {
  return root._id === undefined ? 'no id' : shownField('_id', root._id);
}

function isSame(a: Value, b: Value): boolean {
  return typeName(a) === typeName(b) && compareValues(a, b) === 0;
}
