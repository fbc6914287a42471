import { Decimal128, Long } from 'bson';
import type { Decimal } from './decimal.js';
import { decimalFrom, formDecimal } from './decimal.js';
import { addDecimals, multiplyDecimals } from './decimal-arithmetic.js';
import type { Numeric } from './numbers.js';
import { integerValue, toDouble } from './numbers.js';
import { doubleValue, isInt32 } from './values.js';

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
    addDecimals,
  );
}

/** Multiplies in the wider of the two types; see `addNumbers`. */
export function multiply(a: Numeric, b: Numeric): Numeric | undefined {
  return combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
    multiplyDecimals,
  );
}

function combine(
  a: Numeric,
  b: Numeric,
  doubles: (x: number, y: number) => number,
  integers: (x: bigint, y: bigint) => bigint,
  decimals: (x: Decimal, y: Decimal) => Decimal,
): Numeric | undefined {
  if (isDecimal(a) || isDecimal(b)) return formDecimal(decimals(decimalFrom(a), decimalFrom(b)));
  if (!isInteger(a) || !isInteger(b)) return doubleValue(doubles(toDouble(a), toDouble(b)));
  const result = doubles(toDouble(a), toDouble(b));
  if (typeof a === 'number' && typeof b === 'number' && isInt32(result)) return result;
  const big = Number.isSafeInteger(result) ? BigInt(result) : integers(toBig(a), toBig(b));
  if (big > LONG_MAX || big < LONG_MIN) return undefined;
  // an int64 operand keeps the result an int64
  return a instanceof Long || b instanceof Long ? Long.fromBigInt(big) : integerValue(big);
}

const toBig = (value: number | Long) => (typeof value === 'number' ? BigInt(value) : value.toBigInt());
