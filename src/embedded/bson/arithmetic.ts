import { Decimal128, Double, Long } from 'bson';
import type { Exact, Numeric } from './numbers.js';
import { exactOf, integerValue, isInfinite, toDouble } from './numbers.js';
import type { Value } from './values.js';
import { doubleValue, isInt32, typeName } from './values.js';

const isDecimal = (value: Numeric): value is Decimal128 => value instanceof Decimal128;
const isInteger = (value: Numeric): value is number | Long =>
  value instanceof Long || (typeof value === 'number' && isInt32(value));

const LONG_MAX = 2n ** 63n - 1n;
const LONG_MIN = -(2n ** 63n);

/**
 * Adds in the wider of the two types: int32, int64, double, decimal.
 *
 * @returns nothing when the sum of two integers leaves int64
 */
export function addNumbers(a: Numeric, b: Numeric): Numeric | undefined {
  return combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
    addExact,
  );
}

/** Subtracts in the wider of the two types; see `addNumbers`. */
export function subtractNumbers(a: Numeric, b: Numeric): Numeric | undefined {
  return combine(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
    (x, y) => addExact(x, { coefficient: -y.coefficient, exponent: y.exponent }),
  );
}

/** Multiplies in the wider of the two types; see `addNumbers`. */
export function multiplyNumbers(a: Numeric, b: Numeric): Numeric {
  const product = combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
    (x, y) => ({
      coefficient: x.coefficient * y.coefficient,
      exponent: x.exponent + y.exponent,
    }),
  );
  return product ?? doubleValue(toDouble(a) * toDouble(b));
}

function addExact(a: Exact, b: Exact): Exact {
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = (x: Exact) => x.coefficient * 10n ** BigInt(x.exponent - exponent);
  return { coefficient: scaled(a) + scaled(b), exponent };
}

function combine(
  a: Numeric,
  b: Numeric,
  doubles: (x: number, y: number) => number,
  integers: (x: bigint, y: bigint) => bigint,
  exact: (x: Exact, y: Exact) => Exact,
): Numeric | undefined {
  if (isDecimal(a) || isDecimal(b)) return combineDecimals(a, b, doubles, exact);
  if (!isInteger(a) || !isInteger(b)) return doubleValue(doubles(toDouble(a), toDouble(b)));
  const result = doubles(toDouble(a), toDouble(b));
  if (typeof a === 'number' && typeof b === 'number' && isInt32(result)) return result;
  const big = Number.isSafeInteger(result) ? BigInt(result) : integers(bigOf(a), bigOf(b));
  if (big > LONG_MAX || big < LONG_MIN) return undefined;
  // an int64 operand keeps the result an int64
  return a instanceof Long || b instanceof Long ? Long.fromBigInt(big) : integerValue(big);
}

const bigOf = (value: number | Long) => (typeof value === 'number' ? BigInt(value) : value.toBigInt());

function combineDecimals(
  a: Numeric,
  b: Numeric,
  doubles: (x: number, y: number) => number,
  exact: (x: Exact, y: Exact) => Exact,
): Decimal128 {
  const special = [a, b].some((value) => Number.isNaN(toDouble(value)) || isInfinite(value));
  if (special) return Decimal128.fromString(String(doubles(toDouble(a), toDouble(b))));
  return decimalOf(exact(asDecimal(a), asDecimal(b)));
}

/** A double takes part in decimal arithmetic with the 15 digits that it is sure of. */
function asDecimal(value: Numeric): Exact {
  if (isDecimal(value) || isInteger(value)) return exactOf(value);
  return exactOf(Decimal128.fromString(toDouble(value).toPrecision(15)));
}

const DECIMAL_DIGITS = 34;

/** The nearest decimal of 34 digits, halves to even. */
export function decimalOf({ coefficient, exponent }: Exact): Decimal128 {
  const negative = coefficient < 0n;
  let digits = negative ? -coefficient : coefficient;
  let power = exponent;
  const excess = digits.toString().length - DECIMAL_DIGITS;
  if (excess > 0) {
    const unit = 10n ** BigInt(excess);
    const rest = digits % unit;
    digits /= unit;
    if (rest * 2n > unit || (rest * 2n === unit && digits % 2n === 1n)) digits += 1n;
    power += excess;
  }
  return Decimal128.fromString(`${negative ? '-' : ''}${digits}E${power}`);
}

/** `$bit`: and, or, xor of two integers; int64 when either is. */
export function bitwise(kind: 'and' | 'or' | 'xor', a: Value, b: Value): Value {
  const x = bigOf(a as number | Long);
  const y = bigOf(b as number | Long);
  const result = kind === 'and' ? x & y : kind === 'or' ? x | y : x ^ y;
  const long = typeName(a) === 'long' || typeName(b) === 'long';
  return long ? Long.fromBigInt(BigInt.asIntN(64, result)) : Number(result);
}

/** A number of the same type as the operand it came from; `double` unless that is an integer or a decimal. */
export function likeOperand(value: number, operand: Numeric): Numeric {
  if (isDecimal(operand)) return Decimal128.fromString(String(value));
  if (operand instanceof Long) return Long.fromNumber(value);
  if (operand instanceof Double || !isInt32(operand)) return doubleValue(value);
  return integerValue(value);
}
