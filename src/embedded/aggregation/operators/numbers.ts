import { Long } from 'bson';
import type { Numeric } from '../../bson/numbers.js';
import { isNumeric } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { isInt32, typeName, isNullish } from '../../bson/values.js';
import type { CommandErrorName } from '../../command-error.js';
import { CommandError } from '../../command-error.js';
import type { Operator } from '../operators.js';
import { over } from '../operators.js';

/** True for an int64. */
export const isWide = (value: Numeric): value is Long => value instanceof Long;

/** True for an int32 or int64; a double is none, whatever its value. */
export const isWhole = (value: Numeric): value is number | Long =>
  isWide(value) || (typeof value === 'number' && isInt32(value));

/** An operand that is to be a number. @throws CommandError  with the code that is given; it is none */
export function numberIn(value: Value | undefined, code: CommandErrorName, rule: string): Numeric {
  if (!isNumeric(value)) throw new CommandError(code, `${rule}, not ${typeName(value)}`);
  return value;
}

/** An operator over one number; null gives null. */
export function onNumber(name: string, run: (value: Numeric) => Value): Operator {
  return over(name, 1, 1, (value) => {
    if (isNumeric(value)) return run(value);
    if (isNullish(value)) return null;
    throw new CommandError('Location28765', `${name} only supports numeric types, not ${typeName(value)}`);
  });
}

/** Refuses a decimal, of which MongoDB would give 34 digits. */
export function noDecimal(name: string): never {
  throw new CommandError('BadValue', `${name} of a decimal is not supported by this server`);
}
