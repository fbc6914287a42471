import { Decimal128, Long } from 'bson';
import { addNumbers, multiplyNumbers, subtractNumbers } from '../../bson/arithmetic.js';
import { decimalFrom, formDecimal } from '../../bson/decimal.js';
import {
  decimalPower,
  decimalRemainder,
  decimalSquareRoot,
  divideDecimals,
  isNegative,
  isZero,
} from '../../bson/decimal-arithmetic.js';
import type { Numeric } from '../../bson/numbers.js';
import { integerValue, isNumeric, toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { doubleValue, typeName, isNullish } from '../../bson/values.js';
import type { CommandErrorName } from '../../command-error.js';
import { CommandError } from '../../command-error.js';
import { shiftedDate } from '../calendar.js';
import type { Operator } from '../operators.js';
import { over } from '../operators.js';
import { isWhole, isWide, noDecimal, numberIn, onNumber } from './numbers.js';

function sum(values: (Value | undefined)[]): Value {
  let total: Numeric = 0;
  let date: Date | undefined;
  for (const value of values) {
    if (isNullish(value)) return null;
    if (value instanceof Date) {
      if (date !== undefined) throw new CommandError('Location16612', 'only one date allowed in an $add expression');
      date = value;
    } else if (isNumeric(value)) {
      total = addNumbers(total, value) ?? doubleValue(toDouble(total) + toDouble(value));
    } else {
      throw new CommandError('TypeMismatch', `$add only supports numeric or date types, not ${typeName(value)}`);
    }
  }
  return date === undefined ? total : shiftedDate(date, total, 1n);
}

function subtract(a: Value | undefined, b: Value | undefined): Value {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return shiftedDate(a, b, -1n);
  if (isNumeric(a) && isNumeric(b)) return subtractNumbers(a, b) ?? doubleValue(toDouble(a) - toDouble(b));
  throw new CommandError('TypeMismatch', `can't $subtract ${typeName(b)} from ${typeName(a)}`);
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

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

function power(a: Value | undefined, b: Value | undefined): Value {
  if (isNullish(a) || isNullish(b)) return null;
  const base = numberIn(a, 'Location28762', "$pow's base must be numeric");
  const exponent = numberIn(b, 'Location28763', "$pow's exponent must be numeric");
  if (isDecimal(base) || isDecimal(exponent)) {
    const [x, y] = [decimalFrom(base), decimalFrom(exponent)];
    refuseReciprocalOfZero(isZero(x) && isNegative(y));
    return formDecimal(decimalPower(x, y) ?? noDecimal('$pow'));
  }
  const [x, y] = [toDouble(base), toDouble(exponent)];
  refuseReciprocalOfZero(x === 0 && y < 0);
  if (!isWhole(base) || !isWhole(exponent)) return doubleValue(doublePower(x, y));
  return powerOfIntegers(base, exponent) ?? doubleValue(x ** y);
}

function refuseReciprocalOfZero(isOne: boolean): void {
  if (isOne) throw new CommandError('Location28764', '$pow cannot take a base of 0 and a negative exponent');
}

/** C's pow, where 1 has every power, even one that is not known. */
function doublePower(base: number, exponent: number): number {
  return base === 1 || (base === -1 && Math.abs(exponent) === Infinity) ? 1 : base ** exponent;
}

/** The exact power as an int32 or int64, or nothing when it is none. */
function powerOfIntegers(base: number | Long, exponent: number | Long): Numeric | undefined {
  const [x, y] = [BigInt(String(base)), BigInt(String(exponent))];
  const simple = x === 0n || x === 1n || x === -1n;
  if (!simple && (y < 0n || y > 63n)) return undefined;
  const result = simple ? x ** (y === 0n ? 0n : y % 2n === 0n ? 2n : 1n) : x ** y;
  if (result < LONG_MIN || result > LONG_MAX) return undefined;
  return isWide(base) || isWide(exponent) ? Long.fromBigInt(result) : integerValue(result);
}

function squareRoot(value: Numeric): Numeric {
  const isBelow = isDecimal(value)
    ? isNegative(decimalFrom(value)) && !isZero(decimalFrom(value))
    : toDouble(value) < 0;
  if (isBelow) throw new CommandError('Location28714', "$sqrt's argument must be greater than or equal to 0");
  return isDecimal(value)
    ? formDecimal(decimalSquareRoot(decimalFrom(value)))
    : doubleValue(Math.sqrt(toDouble(value)));
}

/** A function of a real number; of a decimal it would have to be right to 34 digits, and is refused. */
const real = (name: string, run: (value: number) => number) =>
  onNumber(name, (value) => doubleValue(run(isDecimal(value) ? noDecimal(name) : toDouble(value))));

/** A logarithm. */
const positive = (name: string, code: CommandErrorName, run: (value: number) => number) =>
  real(name, (value) => {
    requirePositive(value, code, `${name}'s argument must be a positive number`);
    return run(value);
  });

/** Refuses what has no logarithm. */
function requirePositive(value: number, code: CommandErrorName, rule: string): void {
  if (value <= 0) throw new CommandError(code, `${rule}, but is ${value}`);
}

function logarithm(a: Value | undefined, b: Value | undefined): Value {
  if (isNullish(a) || isNullish(b)) return null;
  const value = numberIn(a, 'Location28756', "$log's argument must be numeric");
  const base = numberIn(b, 'Location28757', "$log's base must be numeric");
  if (isDecimal(value) || isDecimal(base)) return noDecimal('$log');
  const [x, y] = [toDouble(value), toDouble(base)];
  requirePositive(x, 'Location28758', "$log's argument must be a positive number");
  const rule = "$log's base must be a positive number not equal to 1";
  requirePositive(y, 'Location28759', rule);
  if (y === 1) throw new CommandError('Location28759', `${rule}, but is 1`);
  return doubleValue(Math.log(x) / Math.log(y));
}

/** Numbers, in the types that MongoDB gives them. */
export const arithmeticOperators: Record<string, Operator> = {
  $add: over('$add', 0, Infinity, (...values) => sum(values)),
  $subtract: over('$subtract', 2, 2, subtract),
  $multiply: over('$multiply', 0, Infinity, (...values) => product(values)),
  $divide: over('$divide', 2, 2, divide),
  $mod: over('$mod', 2, 2, remainder),
  $pow: over('$pow', 2, 2, power),
  $exp: real('$exp', Math.exp),
  $ln: positive('$ln', 'Location28766', Math.log),
  $log10: positive('$log10', 'Location28761', Math.log10),
  $log: over('$log', 2, 2, logarithm),
  $sqrt: onNumber('$sqrt', squareRoot),
  $rand: () => () => doubleValue(Math.random()),
};
