import { Decimal128, Double, Long, Timestamp } from 'bson';
import type { Value } from './values.js';
import { isInt32 } from './values.js';

export type Numeric = number | Double | Long | Decimal128;

/** True for the four numeric types. `Timestamp` extends `Long`, but is no number. */
export function isNumeric(value: unknown): value is Numeric {
  if (typeof value === 'number') return true;
  if (typeof value !== 'object') return false;
  return (
    value instanceof Double || (value instanceof Long && !(value instanceof Timestamp)) || value instanceof Decimal128
  );
}

export function toDouble(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double) return value.value;
  if (value instanceof Long) return value.toNumber();
  return Number(value.toString());
}

/** The number if it is an integer in the safe range. */
export function toSafeInteger(value: Value | undefined): number | undefined {
  if (!isNumeric(value)) return undefined;
  const number = toDouble(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** An integer as int32, or else int64. */
export function integerValue(value: number | bigint): number | Long {
  const number = Number(value);
  if (isInt32(number)) return number;
  return typeof value === 'bigint' ? Long.fromBigInt(value) : Long.fromNumber(value);
}

/** A finite number as coefficient × 10^exponent, exactly. */
export interface Exact {
  coefficient: bigint;
  exponent: number;
}

/** The exact decimal value of a finite double. */
export function exactDouble(value: number): Exact {
  if (Number.isInteger(value)) return { coefficient: BigInt(value), exponent: 0 };
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  let mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  let shift = (biased === 0 ? 1 : biased) - 1075;
  while (shift < 0 && (mantissa & 1n) === 0n && mantissa !== 0n) {
    mantissa >>= 1n;
    shift++;
  }
  // a value of m / 2^k is m * 5^k / 10^k
  const sign = value < 0 ? -1n : 1n;
  return { coefficient: sign * mantissa * 5n ** BigInt(-shift), exponent: shift };
}

export function toExact(value: Numeric): Exact {
  if (typeof value === 'number') return exactDouble(value);
  if (value instanceof Double) return exactDouble(value.value);
  if (value instanceof Long) return { coefficient: value.toBigInt(), exponent: 0 };
  const [mantissa = '0', exponent = '0'] = value.toString().split('E');
  const dot = mantissa.indexOf('.');
  const digits = dot < 0 ? mantissa : mantissa.slice(0, dot) + mantissa.slice(dot + 1);
  return { coefficient: BigInt(digits), exponent: Number(exponent) - (dot < 0 ? 0 : mantissa.length - dot - 1) };
}

export function exactDifference(a: Exact, b: Exact): Exact {
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = (x: Exact) => x.coefficient * 10n ** BigInt(x.exponent - exponent);
  return { coefficient: scaled(a) - scaled(b), exponent };
}

/** Compares two numbers of any types. NaN is less than all numbers, and equal to itself. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  if (typeof a === 'number' && typeof b === 'number') {
    if (a < b) return -1;
    if (a > b) return 1;
    if (a === b) return 0;
  }
  if (a instanceof Long && b instanceof Long) return a.compare(b);
  const x = toDouble(a);
  const y = toDouble(b);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) ? (Number.isNaN(y) ? 0 : -1) : 1;
  const inexact = a instanceof Decimal128 || b instanceof Decimal128 || a instanceof Long || b instanceof Long;
  if (!inexact) return x < y ? -1 : x > y ? 1 : 0;
  const [endless, other] = [isInfinite(a), isInfinite(b)];
  if (endless && other) return Math.sign(x) === Math.sign(y) ? 0 : Math.sign(x);
  if (endless || other) return endless ? Math.sign(x) : -Math.sign(y);
  if (x !== y) return x < y ? -1 : 1;
  if (Number.isSafeInteger(x) && !(a instanceof Decimal128) && !(b instanceof Decimal128)) return 0;
  const { coefficient } = exactDifference(toExact(a), toExact(b));
  return coefficient < 0n ? -1 : coefficient > 0n ? 1 : 0;
}

/** Whether a number is infinite; a decimal beyond doubles is finite. */
export function isInfinite(value: Numeric): boolean {
  if (value instanceof Decimal128) return value.toString().endsWith('Infinity');
  const number = toDouble(value);
  return number === Infinity || number === -Infinity;
}
