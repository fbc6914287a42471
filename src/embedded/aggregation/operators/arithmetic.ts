import { Decimal128, Double, Long } from 'bson';
import { addNumbers, likeOperand, multiplyNumbers, subtractNumbers } from '../../bson/arithmetic.js';
import type { Numeric } from '../../bson/numbers.js';
import { integerValue, isNumeric, toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { doubleValue, isInt32, typeName } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import type { Operator } from '../operators.js';
import { over } from '../operators.js';

const isNullish = (value: Value | undefined) =>
  value === undefined || value === null || typeName(value) === 'undefined';

const isWhole = (value: Numeric) => value instanceof Long || (typeof value === 'number' && isInt32(value));

function number(name: string, value: Value | undefined): Numeric {
  if (!isNumeric(value))
    throw new CommandError('Location28765', `${name} only supports numeric types, not ${typeName(value)}`);
  return value;
}

/** An operator over one number that gives a double, or a decimal for a decimal. */
function onDouble(name: string, run: (value: number) => number): Operator {
  return over(name, 1, 1, (value) => {
    if (isNullish(value)) return null;
    const operand = number(name, value);
    const result = run(toDouble(operand));
    return operand instanceof Decimal128 ? Decimal128.fromString(String(result)) : doubleValue(result);
  });
}

function sum(values: (Value | undefined)[]): Value {
  let total: Numeric = 0;
  let date: number | undefined;
  for (const value of values) {
    if (isNullish(value)) return null;
    if (value instanceof Date) {
      if (date !== undefined) throw new CommandError('Location16612', 'only one date allowed in an $add expression');
      date = value.getTime();
    } else if (isNumeric(value)) {
      total = addNumbers(total, value) ?? doubleValue(toDouble(total) + toDouble(value));
    } else {
      throw new CommandError('TypeMismatch', `$add only supports numeric or date types, not ${typeName(value)}`);
    }
  }
  return date === undefined ? total : new Date(date + Math.round(toDouble(total)));
}

function subtract(a: Value | undefined, b: Value | undefined): Value {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date && isNumeric(b)) return new Date(a.getTime() - Math.round(toDouble(b)));
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
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b))
    throw new CommandError(
      'TypeMismatch',
      `$divide only supports numeric types, not ${typeName(a)} and ${typeName(b)}`,
    );
  const divisor = toDouble(b);
  if (divisor === 0) throw new CommandError('BadValue', "can't $divide by zero");
  const result = toDouble(a) / divisor;
  return a instanceof Decimal128 || b instanceof Decimal128
    ? Decimal128.fromString(String(result))
    : doubleValue(result);
}

function remainder(a: Value | undefined, b: Value | undefined): Value {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b))
    throw new CommandError('Location16611', `$mod only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  if (toDouble(b) === 0) throw new CommandError('Location16610', "can't $mod by zero");
  if (isWhole(a) && isWhole(b)) {
    const result = BigInt(String(a)) % BigInt(String(b));
    return a instanceof Long || b instanceof Long ? Long.fromBigInt(result) : Number(result);
  }
  const result = toDouble(a) % toDouble(b);
  return a instanceof Decimal128 || b instanceof Decimal128
    ? Decimal128.fromString(String(result))
    : doubleValue(result);
}

/** `$round` and `$trunc`, to a number of places that may be negative. */
function rounded(name: string, round: (value: number) => number): Operator {
  return over(name, 1, 2, (value, places) => {
    if (isNullish(value)) return null;
    const operand = number(name, value);
    const digits = places === undefined ? 0 : toDouble(number(name, places));
    if (!Number.isInteger(digits) || digits < -20 || digits > 100)
      throw new CommandError(
        'Location51083',
        `cannot apply ${name} with precision value ${digits}; value must be in [-20, 100]`,
      );
    if (isWhole(operand) && digits >= 0) return operand;
    const double = toDouble(operand);
    const result = Number.isFinite(double) ? shifted(round(shifted(double, digits)), -digits) : double;
    return isWhole(operand) ? integerValue(result) : likeOperand(result, operand);
  });
}

/** Moves the decimal point without the error that multiplying would bring. */
function shifted(value: number, places: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

function halfToEven(value: number): number {
  const floor = Math.floor(value);
  const part = value - floor;
  if (part !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function power(a: Value | undefined, b: Value | undefined): Value {
  if (isNullish(a) || isNullish(b)) return null;
  const base = number('$pow', a);
  const exponent = number('$pow', b);
  if (toDouble(base) === 0 && toDouble(exponent) < 0)
    throw new CommandError('Location28764', '$pow cannot take a base of 0 and a negative exponent');
  const result = toDouble(base) ** toDouble(exponent);
  if (base instanceof Decimal128 || exponent instanceof Decimal128) return Decimal128.fromString(String(result));
  if (isWhole(base) && isWhole(exponent) && Number.isSafeInteger(result)) {
    return base instanceof Long || exponent instanceof Long ? Long.fromNumber(result) : integerValue(result);
  }
  return doubleValue(result);
}

const keepsType = (name: string, run: (value: number) => number): Operator =>
  over(name, 1, 1, (value) => {
    if (isNullish(value)) return null;
    const operand = number(name, value);
    return isWhole(operand) && name !== '$abs' ? operand : likeOperand(run(toDouble(operand)), operand);
  });

const positive = (name: string, run: (value: number) => number) =>
  onDouble(name, (value) => {
    if (value <= 0 || (name === '$sqrt' && value < 0))
      throw new CommandError('Location28766', `${name}'s argument must be a positive number, but is ${value}`);
    return run(value);
  });

/** Numbers, in the types that MongoDB gives them. */
export const arithmeticOperators: Record<string, Operator> = {
  $add: over('$add', 0, Infinity, (...values) => sum(values)),
  $subtract: over('$subtract', 2, 2, subtract),
  $multiply: over('$multiply', 0, Infinity, (...values) => product(values)),
  $divide: over('$divide', 2, 2, divide),
  $mod: over('$mod', 2, 2, remainder),
  $abs: keepsType('$abs', Math.abs),
  $ceil: keepsType('$ceil', Math.ceil),
  $floor: keepsType('$floor', Math.floor),
  $round: rounded('$round', halfToEven),
  $trunc: rounded('$trunc', Math.trunc),
  $pow: over('$pow', 2, 2, power),
  $exp: onDouble('$exp', Math.exp),
  $ln: positive('$ln', Math.log),
  $log10: positive('$log10', Math.log10),
  $log: over('$log', 2, 2, (value, base) => {
    if (isNullish(value) || isNullish(base)) return null;
    const [x, y] = [toDouble(number('$log', value)), toDouble(number('$log', base))];
    if (x <= 0) throw new CommandError('Location28758', `$log's argument must be a positive number, but is ${x}`);
    if (y <= 0 || y === 1)
      throw new CommandError('Location28759', `$log's base must be a positive number not equal to 1, but is ${y}`);
    return doubleValue(Math.log(x) / Math.log(y));
  }),
  $sqrt: onDouble('$sqrt', (value) => {
    if (value < 0) throw new CommandError('Location28714', "$sqrt's argument must be greater than or equal to 0");
    return Math.sqrt(value);
  }),
  $sin: onDouble('$sin', Math.sin),
  $cos: onDouble('$cos', Math.cos),
  $tan: onDouble('$tan', Math.tan),
  $asin: onDouble('$asin', Math.asin),
  $acos: onDouble('$acos', Math.acos),
  $atan: onDouble('$atan', Math.atan),
  $sinh: onDouble('$sinh', Math.sinh),
  $cosh: onDouble('$cosh', Math.cosh),
  $tanh: onDouble('$tanh', Math.tanh),
  $degreesToRadians: onDouble('$degreesToRadians', (value) => (value * Math.PI) / 180),
  $radiansToDegrees: onDouble('$radiansToDegrees', (value) => (value * 180) / Math.PI),
  $rand: () => () => new Double(Math.random()).value,
};
