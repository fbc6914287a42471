import { Double, Long } from 'bson';
import type { Value } from './values.js';
import { isInt32 } from './values.js';

export type Numeric = number | Double | Long;

export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || value instanceof Double || value instanceof Long;
}

export function toDouble(value: Numeric): number {
  if (typeof value === 'number') return value;
  return value instanceof Double ? value.value : value.toNumber();
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
  if (x !== y) return x < y ? -1 : 1;
  if (Number.isSafeInteger(x) || !(a instanceof Long || b instanceof Long)) return 0;
  const [exactA, exactB] = [toBigInt(a), toBigInt(b)];
  return exactA < exactB ? -1 : exactA > exactB ? 1 : 0;
}

function toBigInt(integer: Numeric): bigint {
  return integer instanceof Long ? integer.toBigInt() : BigInt(toDouble(integer));
}
