import { Decimal128 } from 'bson';
import type { Numeric } from './numbers.js';
import { exactDouble, toDouble } from './numbers.js';

/**
 * A decimal taken apart: `digits` × 10^`exponent`, the exponent being part of the value (1.5 is not 1.50), or an
 * infinity, or NaN. `digits` is never negative, since zero has a sign too.
 */
export type Decimal = FiniteDecimal | { kind: 'infinite'; negative: boolean } | { kind: 'nan' };

/** A decimal that is a number. */
export interface FiniteDecimal {
  kind: 'finite';
  negative: boolean;
  digits: bigint;
  exponent: number;
}

/** How many digits a Decimal128 has. */
export const DIGITS = 34;
/** The exponent of the last digit of the least decimal. */
export const LEAST_EXPONENT = -6176;
const GREATEST_EXPONENT = 6111;
/** What is no number. */
export const NAN: Decimal = { kind: 'nan' };

/** A finite decimal of any number of digits. */
export function finite(negative: boolean, digits: bigint, exponent: number): FiniteDecimal {
  return { kind: 'finite', negative, digits, exponent };
}

/** The power of ten with this exponent, 0 and more. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** How many decimal digits a number of 0 and more has. */
export function countDigits(digits: bigint): number {
  return digits.toString().length;
}

/** Takes a Decimal128 apart. */
function parseDecimal(value: Decimal128): Decimal {
  const bytes = value.bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  const high = view.getBigUint64(8, true);
  const negative = high >> 63n === 1n;
  const top = Number((high >> 58n) & 0x1fn);
  if (top === 0x1f) return NAN;
  if (top === 0x1e) return { kind: 'infinite', negative };
  // the long form of the exponent announces more than 34 digits, which stands for zero
  if (top >= 0x18) return finite(negative, 0n, Number((high >> 47n) & 0x3fffn) + LEAST_EXPONENT);
  const digits = ((high & 0x1ffffffffffffn) << 64n) | view.getBigUint64(0, true);
  return finite(negative, digits < powerOfTen(DIGITS) ? digits : 0n, Number((high >> 49n) & 0x3fffn) + LEAST_EXPONENT);
}

/** Puts a decimal together, rounded to 34 digits; what is too large becomes an infinity, as in IEEE 754. */
export function formDecimal(value: Decimal): Decimal128 {
  const rounded = roundDecimal(value);
  let high = 0n;
  let low = 0n;
  if (rounded.kind === 'nan') high = 0x7cn << 56n;
  else if (rounded.kind === 'infinite') high = 0x78n << 56n;
  else {
    high = (BigInt(rounded.exponent - LEAST_EXPONENT) << 49n) | (rounded.digits >> 64n);
    low = rounded.digits & 0xffffffffffffffffn;
  }
  if (rounded.kind !== 'nan' && rounded.negative) high |= 1n << 63n;
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, low, true);
  view.setBigUint64(8, high, true);
  return new Decimal128(bytes);
}

/** The nearest decimal of at most 34 digits whose exponent a Decimal128 can have. */
export function roundDecimal(value: Decimal): Decimal {
  if (value.kind !== 'finite') return value;
  const excess = Math.max(countDigits(value.digits) - DIGITS, LEAST_EXPONENT - value.exponent, 0);
  let { digits, exponent } = excess > 0 ? rescaled(value, value.exponent + excess) : value;
  if (countDigits(digits) > DIGITS) {
    digits /= 10n;
    exponent++;
  }
  if (exponent > GREATEST_EXPONENT) {
    const pad = exponent - GREATEST_EXPONENT;
    if (digits === 0n) exponent = GREATEST_EXPONENT;
    else if (countDigits(digits) + pad > DIGITS) return { kind: 'infinite', negative: value.negative };
    else {
      digits *= powerOfTen(pad);
      exponent = GREATEST_EXPONENT;
    }
  }
  return finite(value.negative, digits, exponent);
}

/** The value with another exponent: digits are added, or rounded to the nearest with halves to even. */
function rescaled(value: FiniteDecimal, exponent: number): FiniteDecimal {
  const { negative, digits } = value;
  const away = exponent - value.exponent;
  if (away <= 0 || digits === 0n) return finite(negative, digits === 0n ? 0n : digits * powerOfTen(-away), exponent);
  // beyond its last digit a value is only known to be more than nothing
  const unit = powerOfTen(Math.min(away, countDigits(digits) + 1));
  const rest = digits % unit;
  const cut = digits / unit;
  return finite(negative, cut + (goesUp(rest, unit, cut) ? 1n : 0n), exponent);
}

function goesUp(rest: bigint, unit: bigint, cut: bigint): boolean {
  const twice = rest * 2n;
  return twice > unit || (twice === unit && cut % 2n === 1n);
}

/**
 * The decimal that a number is in decimal arithmetic.
 *
 * @param places how many digits of a double are trusted: the 15 that it is sure of, or as many as a decimal holds
 */
export function decimalFrom(value: Numeric, places: 15 | 34 = 15): Decimal {
  if (value instanceof Decimal128) return parseDecimal(value);
  if (typeof value === 'object' && value._bsontype === 'Long') return decimalOfInteger(value.toBigInt());
  const double = toDouble(value);
  if (Number.isNaN(double)) return NAN;
  const negative = double < 0 || Object.is(double, -0);
  if (!Number.isFinite(double)) return { kind: 'infinite', negative };
  const { coefficient, exponent } = exactDouble(double);
  const exact = finite(negative, coefficient < 0n ? -coefficient : coefficient, exponent);
  const isInteger = typeof value === 'number' && (value | 0) === value;
  return isInteger || double === 0 || places === 34 ? roundDecimal(exact) : toFifteenDigits(exact);
}

/** MongoDB rounds the double first to 34 digits and then to 15, which all are kept: 2.5 is 2.50000000000000. */
function toFifteenDigits(exact: FiniteDecimal): FiniteDecimal {
  const first = roundDecimal(exact) as FiniteDecimal;
  const made = rescaled(first, first.exponent + countDigits(first.digits) - 15);
  return countDigits(made.digits) > 15 ? finite(made.negative, made.digits / 10n, made.exponent + 1) : made;
}

/** The decimal of an integer. */
export function decimalOfInteger(value: bigint): FiniteDecimal {
  return finite(value < 0n, value < 0n ? -value : value, 0);
}
