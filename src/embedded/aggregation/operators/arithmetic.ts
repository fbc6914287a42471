import { Decimal128, Long } from 'bson';
import { addNumbers, multiplyNumbers, subtractNumbers } from '../../bson/arithmetic.js';
import { decimalFrom, formDecimal } from '../../bson/decimal.js';
import { decimalRemainder, divideDecimals, isZero } from '../../bson/decimal-arithmetic.js';
import type { Numeric } from '../../bson/numbers.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { doubleValue, isInt32, isNullish, typeName } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import type { Operator } from '../expression.js';
import { over } from '../operator.js';

function sum(values: (Value | undefined)[]): Value {
  let total: Numeric = 0;
  for (const value of values) {
    if (isNullish(value)) return null;
    refuseDate('$add', value);
    if (!isNumeric(value))
      throw new CommandError('TypeMismatch', `$add only supports numeric or date types, not ${typeName(value)}`);
    total = addNumbers(total, value) ?? doubleValue(toDouble(total) + toDouble(value));
  }
  return total;
}

function subtract(a: Value | undefined, b: Value | undefined): Value {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  refuseDate('$subtract', a);
  if (isNumeric(a) && isNumeric(b)) return subtractNumbers(a, b) ?? doubleValue(toDouble(a) - toDouble(b));
  throw new CommandError('TypeMismatch', `can't $subtract ${typeName(b)} from ${typeName(a)}`);
}

function refuseDate(name: string, value: Value): void {
  if (value instanceof Date)
    throw new CommandError('TypeMismatch', `${name} of a date and a number is not offered by the embedded database`);
}

function product(values: (Value | undefined)[]): Value {
  let total: Numeric = 1;
  for (const value of values) {
    if (isNullish(value)) return null;
    if (!isNumeric(value))
      throw new CommandError('TypeMismatch', `$multiply only supports numeric types, not ${typeName(value)}`);
    total = multiplyNumbers(total, value);
  }
  return total;
}

function divide(a: Value | undefined, b: Value | undefined): Value {
  if (isNumeric(a) && isNumeric(b)) {
    if (isDecimal(a) || isDecimal(b)) {
      const divisor = decimalFrom(b);
      if (isZero(divisor)) throw new CommandError('BadValue', "can't $divide by zero");
      return formDecimal(divideDecimals(decimalFrom(a), divisor));
    }
    const divisor = toDouble(b);
    if (divisor === 0) throw new CommandError('BadValue', "can't $divide by zero");
    return doubleValue(toDouble(a) / divisor);
  }
  if (isNullish(a) || isNullish(b)) return null;
  throw new CommandError('TypeMismatch', `$divide only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
}

const isDecimal = (value: Numeric): value is Decimal128 => value instanceof Decimal128;

/** True for an int32 or int64; a double is none, whatever its value. */
const isWhole = (value: Numeric): value is number | Long =>
  value instanceof Long || (typeof value === 'number' && isInt32(value));

function remainder(a: Value | undefined, b: Value | undefined): Value {
  if (!isNumeric(a) || !isNumeric(b)) {
    if (isNullish(a) || isNullish(b)) return null;
    throw new CommandError('Location16611', `$mod only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  }
  if (isDecimal(a) || isDecimal(b)) {
    const divisor = decimalFrom(b);
    if (isZero(divisor)) throw new CommandError('Location5733415', "can't $mod by zero");
    return formDecimal(decimalRemainder(decimalFrom(a), divisor));
  }
  if (toDouble(b) === 0) throw new CommandError('Location16610', "can't $mod by zero");
  if (!isWhole(a) || !isWhole(b)) return doubleValue(toDouble(a) % toDouble(b));
  if (typeof a === 'number' && typeof b === 'number') return (a % b) | 0;
  return Long.fromBigInt(BigInt(String(a)) % BigInt(String(b)));
}

/** Numbers, in the types that MongoDB gives them. */
export const arithmeticOperators: Record<string, Operator> = {
  $add: over('$add', 0, Infinity, (...values) => sum(values)),
  $subtract: over('$subtract', 2, 2, subtract),
  $multiply: over('$multiply', 0, Infinity, (...values) => product(values)),
  $divide: over('$divide', 2, 2, divide),
  $mod: over('$mod', 2, 2, remainder),
  $rand: () => () => doubleValue(Math.random()),
};
