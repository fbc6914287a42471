import { addNumbers } from '../../bson/arithmetic.js';
import type { Numeric } from '../../bson/numbers.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { doubleValue, isNullish, typeName } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import type { Operator } from '../expression.js';
import { over } from '../operator.js';

function sum(values: (Value | undefined)[]): Value {
  let total: Numeric = 0;
  for (const value of values) {
    if (isNullish(value)) return null;
    if (value instanceof Date)
      throw new CommandError('TypeMismatch', '$add of a date and a number is not offered by the embedded database');
    if (!isNumeric(value))
      throw new CommandError('TypeMismatch', `$add only supports numeric or date types, not ${typeName(value)}`);
    total = addNumbers(total, value) ?? doubleValue(toDouble(total) + toDouble(value));
  }
  return total;
}

/** Numbers, in the types that MongoDB gives them. */
export const arithmeticOperators: Record<string, Operator> = {
  $add: over('$add', 0, Infinity, (...values) => sum(values)),
  $rand: () => () => doubleValue(Math.random()),
};
