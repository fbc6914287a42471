import type { Decimal, FiniteDecimal, Rounding } from './decimal.js';
import {
  decimalOfInteger,
  DIGITS,
  finite,
  LEAST_EXPONENT,
  lengthOf,
  NAN,
  powerOfTen,
  rescaled,
  roundDecimal,
  toInteger,
} from './decimal.js';

/** True for a zero of either sign. */
export function isZero(value: Decimal): boolean {
  return value.kind === 'finite' && value.digits === 0n;
}

/** Less than zero, or minus zero. */
export function isNegative(value: Decimal): boolean {
  return value.kind !== 'nan' && value.negative;
}

/** The exponent that the value would have with one digit before the point. */
export function magnitudeOf({ digits, exponent }: FiniteDecimal): number {
  return exponent + lengthOf(digits) - 1;
}

/** The sum, exact before it is rounded to 34 digits. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind === 'nan' || b.kind === 'nan') return NAN;
  if (a.kind === 'infinite') return b.kind === 'infinite' && a.negative !== b.negative ? NAN : a;
  if (b.kind === 'infinite') return b;
  const exponent = Math.min(a.exponent, b.exponent);
  const signed = ({ negative, digits, exponent: own }: FiniteDecimal) =>
    (negative ? -digits : digits) * (digits === 0n ? 1n : powerOfTen(own - exponent));
  const total = signed(a) + signed(b);
  if (total === 0n) return finite(a.negative && b.negative, 0n, exponent);
  return roundDecimal(finite(total < 0n, total < 0n ? -total : total, exponent));
}

/** The product, exact before it is rounded to 34 digits. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind === 'nan' || b.kind === 'nan') return NAN;
  const negative = a.negative !== b.negative;
  if (a.kind === 'infinite' || b.kind === 'infinite')
    return isZero(a) || isZero(b) ? NAN : { kind: 'infinite', negative };
  return roundDecimal(finite(negative, a.digits * b.digits, a.exponent + b.exponent));
}

/** The quotient; an exact one has the exponent nearest to the difference of the exponents. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind === 'nan' || b.kind === 'nan') return NAN;
  const negative = a.negative !== b.negative;
  if (a.kind === 'infinite') return b.kind === 'infinite' ? NAN : { kind: 'infinite', negative };
  if (b.kind === 'infinite') return roundDecimal(finite(negative, 0n, LEAST_EXPONENT));
  if (b.digits === 0n) return a.digits === 0n ? NAN : { kind: 'infinite', negative };
  const wanted = a.exponent - b.exponent;
  if (a.digits === 0n) return roundDecimal(finite(negative, 0n, wanted));
  const shift = Math.max(DIGITS + 2 + lengthOf(b.digits) - lengthOf(a.digits), 0);
  const scaled = a.digits * powerOfTen(shift);
  const quotient = finite(negative, scaled / b.digits, wanted - shift);
  return scaled % b.digits === 0n ? roundDecimal(shortened(quotient, wanted)) : inexact(quotient);
}

/** Takes away zeros at the end until the exponent is the one that is wanted. */
export function shortened(value: FiniteDecimal, wanted: number): FiniteDecimal {
  let { digits, exponent } = value;
  while (exponent < wanted && digits !== 0n && digits % 10n === 0n) {
    digits /= 10n;
    exponent++;
  }
  return finite(value.negative, digits, exponent);
}

/** Rounds a value of which there is a little more than its digits say: one digit more keeps it off the halves. */
export function inexact({ negative, digits, exponent }: FiniteDecimal): Decimal {
  return roundDecimal(finite(negative, digits * 10n + 1n, exponent - 1));
}

/** The remainder of the division cut to an integer; it has the sign of the dividend. */
export function decimalRemainder(a: Decimal, b: Decimal): Decimal {
  if (a.kind !== 'finite' || b.kind === 'nan' || isZero(b)) return NAN;
  if (b.kind === 'infinite') return a;
  const exponent = Math.min(a.exponent, b.exponent);
  const rest = (a.digits * powerOfTen(a.exponent - exponent)) % (b.digits * powerOfTen(b.exponent - exponent));
  return roundDecimal(finite(a.negative, rest, exponent));
}

/** The square root to 34 digits; an exact one has half the exponent. */
export function decimalSquareRoot(value: Decimal): Decimal {
  if (value.kind === 'nan' || isZero(value))
    return value.kind === 'finite' ? finite(value.negative, 0n, Math.floor(value.exponent / 2)) : NAN;
  if (isNegative(value)) return NAN;
  if (value.kind === 'infinite') return value;
  const wanted = Math.floor(value.exponent / 2);
  // enough pairs of zeros for 36 digits, and an even exponent
  const shift = Math.max(2 * (DIGITS + 2) - lengthOf(value.digits), 0);
  const exponent = value.exponent - shift - ((value.exponent - shift) & 1);
  const scaled = value.digits * powerOfTen(value.exponent - exponent);
  const root = integerRoot(scaled);
  const made = finite(false, root, exponent / 2);
  return root * root === scaled ? roundDecimal(shortened(made, wanted)) : inexact(made);
}

/** The whole part of the square root, by Newton's method from above. */
function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The value with the sign changed. */
export function negated(value: Decimal): Decimal {
  return value.kind === 'nan' ? value : { ...value, negative: !value.negative };
}

/** As many digits as a decimal holds: 5 is 5.000…, of 34 digits. */
function padded(value: Decimal): Decimal {
  if (value.kind !== 'finite') return value;
  if (value.digits === 0n) return finite(value.negative, 0n, LEAST_EXPONENT);
  const exponent = Math.max(magnitudeOf(value) - DIGITS + 1, LEAST_EXPONENT);
  return exponent < value.exponent ? rescaled(value, exponent, 'to-zero') : value;
}

/** Rounds to a number of places, which may be negative; what has no room for so many is given with all its digits. */
export function toPlaces(value: Decimal, places: number, rounding: Rounding): Decimal {
  if (value.kind !== 'finite') return value;
  if (value.digits !== 0n && magnitudeOf(value) + places > DIGITS - 1) return padded(value);
  return roundDecimal(rescaled(value, -places, rounding));
}

/** An exponent up to this is multiplied out. */
const MOST_MULTIPLIED = 1000;

/**
 * base^exponent with all 34 digits, zeros included, as MongoDB answers.
 *
 * @returns nothing when the exponent is no whole number, or a large one
 */
export function decimalPower(base: Decimal, exponent: Decimal): Decimal | undefined {
  if (exponent.kind !== 'finite' || base.kind !== 'finite' || magnitudeOf(exponent) > 4) return undefined;
  const whole = rescaled(exponent, 0, 'down');
  if (whole.digits !== rescaled(exponent, 0, 'up').digits) return undefined;
  const times = Number(toInteger(whole));
  if (Math.abs(times) > MOST_MULTIPLIED) return undefined;
  const size = Math.abs(times);
  const product = finite(base.negative && size % 2 === 1, base.digits ** BigInt(size), base.exponent * size);
  return padded(times < 0 ? divideDecimals(decimalOfInteger(1n), product) : roundDecimal(product));
}
