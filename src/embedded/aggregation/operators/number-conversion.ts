import { Decimal128, Long } from 'bson';
import { decimalFrom, formDecimal, nearestDouble, readDecimal, roundDecimal, toInteger } from '../../bson/decimal.js';
import { isZero } from '../../bson/decimal-arithmetic.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Value } from '../../bson/values.js';
import { doubleValue, typeName } from '../../bson/values.js';
import { ConversionFailure } from '../date-text.js';

/** There is no way from a type to the other. */
export function refused(value: Value, to: string): never {
  throw new ConversionFailure(
    `Unsupported conversion from ${typeName(value)} to ${to} in $convert with no onError value`,
  );
}

function overflow(value: Value): ConversionFailure {
  return new ConversionFailure(
    `Conversion would overflow target type in $convert with no onError value: ${String(value)}`,
  );
}

function unreadable(text: string, why: string): ConversionFailure {
  return new ConversionFailure(`Failed to parse number '${text}' in $convert with no onError value: ${why}`);
}

const LIMITS = { int: 2n ** 31n, long: 2n ** 63n } as const;

/** An int32, or an int64; fractions are cut. */
export function integer(value: Value, to: 'int' | 'long'): Value {
  const whole = wholeOf(value, to);
  const isWithin = whole >= -LIMITS[to] && whole < LIMITS[to];
  if (!isWithin) throw typeof value === 'string' ? unreadable(value, 'Overflow') : overflow(value);
  return to === 'int' ? Number(whole) : Long.fromBigInt(whole);
}

/** The integer in a value, cut and of any size. */
function wholeOf(value: Value, to: 'int' | 'long'): bigint {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (value instanceof Date && to === 'long') return BigInt(value.getTime());
  if (typeof value === 'string') {
    const form = /^([+-]?)0*(\d+)$/.exec(value);
    if (!form) throw unreadable(value, 'Did not consume whole string.');
    if (form[2]!.length > 20) throw unreadable(value, 'Overflow');
    return form[1] === '-' ? -BigInt(form[2]!) : BigInt(form[2]!);
  }
  if (!isNumeric(value)) return refused(value, to);
  if (value instanceof Long) return value.toBigInt();
  if (!(value instanceof Decimal128)) return BigInt(Math.trunc(finiteIn(toDouble(value))));
  const decimal = decimalFrom(value);
  if (decimal.kind !== 'finite') return BigInt(finiteIn(nearestDouble(decimal)));
  if (decimal.digits !== 0n && decimal.exponent > 40) throw overflow(value);
  return toInteger(decimal);
}

function finiteIn(value: number): number {
  if (Number.isFinite(value)) return value;
  const name = Number.isNaN(value) ? 'NaN' : 'infinity';
  throw new ConversionFailure(`Attempt to convert ${name} value to integer type in $convert with no onError value`);
}

const LEAST_NORMAL = 2 ** -1022;

/** A double that is not the value's own infinity or zero is refused: so much does not fit, or so little. */
function checkedDouble(double: number, isExactly: boolean, problem: () => ConversionFailure): Value {
  if (!isExactly && (!Number.isFinite(double) || Math.abs(double) < LEAST_NORMAL)) throw problem();
  return doubleValue(double);
}

/** A double. */
export function double(value: Value): Value {
  if (typeof value === 'boolean') return doubleValue(value ? 1 : 0);
  if (value instanceof Date) return doubleValue(value.getTime());
  if (typeof value === 'string') {
    const decimal = readDecimal(value);
    if (!decimal) throw unreadable(value, 'Did not consume whole string.');
    const exactly = decimal.kind !== 'finite' || isZero(decimal);
    return checkedDouble(exactly ? nearestDouble(decimal) : Number(value), exactly, () =>
      unreadable(value, 'Out of range'),
    );
  }
  if (!isNumeric(value)) return refused(value, 'double');
  if (!(value instanceof Decimal128)) return doubleValue(toDouble(value));
  const decimal = decimalFrom(value);
  return checkedDouble(nearestDouble(decimal), decimal.kind !== 'finite' || isZero(decimal), () => overflow(value));
}

/** A decimal; a double brings the 15 digits that it is sure of. */
export function decimal(value: Value): Value {
  if (typeof value === 'boolean') return formDecimal(decimalFrom(value ? 1 : 0));
  if (value instanceof Date) return formDecimal(decimalFrom(Long.fromNumber(value.getTime())));
  if (isNumeric(value)) return value instanceof Decimal128 ? value : formDecimal(decimalFrom(value));
  if (typeof value !== 'string') return refused(value, 'decimal');
  const read = readDecimal(value);
  if (!read) throw unreadable(value, 'Failed to parse string to decimal');
  const rounded = roundDecimal(read);
  if (read.kind === 'finite' && read.digits !== 0n) {
    if (rounded.kind !== 'finite') throw unreadable(value, 'Conversion from string to decimal would overflow');
    if (rounded.digits === 0n) throw unreadable(value, 'Conversion from string to decimal would underflow');
  }
  return formDecimal(rounded);
}
