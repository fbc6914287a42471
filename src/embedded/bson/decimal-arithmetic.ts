import type { Decimal, FiniteDecimal } from './decimal.js';
import { DIGITS, finite, LEAST_EXPONENT, countDigits, NAN, powerOfTen, roundDecimal } from './decimal.js';

/** True for a zero of either sign. */
function isZero(value: Decimal): boolean {
  return value.kind === 'finite' && value.digits === 0n;
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
  const shift = Math.max(DIGITS + 2 + countDigits(b.digits) - countDigits(a.digits), 0);
  const scaled = a.digits * powerOfTen(shift);
  const quotient = finite(negative, scaled / b.digits, wanted - shift);
  return scaled % b.digits === 0n ? roundDecimal(shortened(quotient, wanted)) : inexact(quotient);
}

/** Takes away zeros at the end until the exponent is the one that is wanted. */
function shortened(value: FiniteDecimal, wanted: number): FiniteDecimal {
  let { digits, exponent } = value;
  while (exponent < wanted && digits !== 0n && digits % 10n === 0n) {
    digits /= 10n;
    exponent++;
  }
  return finite(value.negative, digits, exponent);
}

/** Rounds a value of which there is a little more than its digits say: one digit more keeps it off the halves. */
function inexact({ negative, digits, exponent }: FiniteDecimal): Decimal {
  return roundDecimal(finite(negative, digits * 10n + 1n, exponent - 1));
}
