import { Double, Long } from 'bson';
import { toDecodedDouble, isInt32 } from './values.js';

export type Numeric = number | Double | Long;

export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || value instanceof Double || value instanceof Long;
}

export function toDouble(value: Numeric): number {
  if (typeof value === 'number') return value;
  return value instanceof Double ? value.value : value.toNumber();
}

/** Converts a safe integer to an int32 if possible, else to an int64. */
export function toBsonInteger(value: number): number | Long {
  return isInt32(value) ? value : Long.fromNumber(value);
}

const isBsonInteger = (value: Numeric) => value instanceof Long || (typeof value === 'number' && isInt32(value));

/** Adds two numbers. The result has the wider type; it is a double beyond safe integers. */
export function addNumbers(a: Numeric, b: Numeric): Numeric {
  const sum = toDouble(a) + toDouble(b);
  if (!isBsonInteger(a) || !isBsonInteger(b) || !Number.isSafeInteger(sum)) return toDecodedDouble(sum);
  return a instanceof Long || b instanceof Long ? Long.fromNumber(sum) : toBsonInteger(sum);
}

/** Compares two numbers of any type. NaN is less than all numbers, and equal to itself. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  const doubleA = toDouble(a);
  const doubleB = toDouble(b);
  if (doubleA < doubleB) return -1;
  if (doubleA > doubleB) return 1;
  return doubleA === doubleB ? 0 : Number(Number.isNaN(doubleB)) - Number(Number.isNaN(doubleA));
}
