import { Decimal128, Double, Long } from 'bson';
import type { Numeric } from './numbers.js';
import { compareNumbers, toExact, isNumeric, toDouble } from './numbers.js';
import { shellForm } from './shell-form.js';
import type { Value } from './values.js';

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/** A number cut to a whole one, exactly; nothing when that is not an int64. */
export function truncatedInt64(value: Numeric): bigint | undefined {
  if (value instanceof Long) return value.toBigInt();
  const double = toDouble(value);
  if (!Number.isFinite(double)) return undefined;
  const whole = value instanceof Decimal128 ? truncatedDecimal(value, double) : BigInt(Math.trunc(double));
  return whole < INT64_MIN || whole > INT64_MAX ? undefined : whole;
}

function truncatedDecimal(value: Decimal128, double: number): bigint {
  if (Math.abs(double) < 0.5) return 0n; // so that no power of 10 below has thousands of digits
  const { coefficient, exponent } = toExact(value);
  return exponent < 0 ? coefficient / 10n ** BigInt(-exponent) : coefficient * 10n ** BigInt(exponent);
}

/** A number that is a whole int64, whatever its type; otherwise nothing. */
function wholeInt64(value: Value | undefined): bigint | undefined {
  if (!isNumeric(value)) return undefined;
  const whole = truncatedInt64(value);
  return whole !== undefined && compareNumbers(value, Long.fromBigInt(whole)) === 0 ? whole : undefined;
}

/**
 * Reads an operand that must be a whole number.
 *
 * @param name  what the operand is the value of, for the message
 * @returns the number, or MongoDB's words for what is wrong with it
 */
export function readInteger(
  name: string,
  operand: Value,
  { least = INT64_MIN, most = INT64_MAX } = {},
): bigint | string {
  const shown = `${name}: ${shellForm(operand)}`;
  if (!isNumeric(operand)) return `Expected a number in: ${shown}`;
  if (Number.isNaN(toDouble(operand))) return `Expected an integer, but found NaN in: ${shown}`;
  const whole = wholeInt64(operand);
  if (whole === undefined) {
    const isFraction = isDouble(operand) && truncatedInt64(operand) !== undefined;
    return isFraction ? `Expected an integer: ${shown}` : `Cannot represent as a 64-bit integer: ${shown}`;
  }
  if (whole > most) return `Cannot represent ${shown} in an int`;
  return whole < least ? `Expected a non-negative number in: ${shown}` : whole;
}

const isDouble = (value: Numeric) => typeof value === 'number' || value instanceof Double;
