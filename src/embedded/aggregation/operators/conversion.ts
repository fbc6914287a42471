import { Decimal128, Double, Long, ObjectId } from 'bson';
import { doubleValue, isInt32, typeName, UndefinedValue } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Numeric } from '../../bson/numbers.js';
import { CommandError } from '../../command-error.js';
import { isTrue } from '../expression.js';
import type { Operator } from '../operators.js';
import { named, over } from '../operators.js';

const isNullish = (value: Value | undefined): value is null | undefined =>
  value === undefined || value === null || value instanceof UndefinedValue;

class ConversionFailure extends CommandError {
  constructor(message: string) {
    super('ConversionFailure', message);
  }
}

/** A value as text, the way `$toString` writes it. */
export function textOf(value: Value): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Double) return String(value.value);
  if (typeof value === 'number' && !Number.isInteger(value)) return String(value);
  if (typeof value === 'boolean' || typeof value === 'string' || isNumeric(value) || value instanceof ObjectId)
    return String(value);
  throw new ConversionFailure(
    `Unsupported conversion from ${typeName(value)} to string in $convert with no onError value`,
  );
}

function fail(value: Value, to: string): never {
  throw new ConversionFailure(
    `Unsupported conversion from ${typeName(value)} to ${to} in $convert with no onError value`,
  );
}

function numberIn(value: Value, to: string): Numeric {
  if (isNumeric(value)) return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date && to !== 'int') return Long.fromNumber(value.getTime());
  if (typeof value !== 'string') return fail(value, to);
  const wholeOnly = to === 'int' || to === 'long';
  const form = wholeOnly ? /^-?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$|^[+-]?(Infinity|NaN)$/;
  if (!form.test(value))
    throw new ConversionFailure(`Failed to parse number '${value}' in $convert with no onError value`);
  if (to === 'decimal') return Decimal128.fromString(value);
  if (wholeOnly) {
    const big = BigInt(value);
    if (big < -(2n ** 63n) || big >= 2n ** 63n)
      throw new ConversionFailure(`Failed to parse number '${value}' in $convert with no onError value: Overflow`);
    return Long.fromBigInt(big);
  }
  return doubleValue(Number(value));
}

function integer(value: Value, to: 'int' | 'long'): Value {
  const number = numberIn(value, to);
  const cut = number instanceof Long ? number.toBigInt() : cutToInteger(number, to);
  const [low, high] = to === 'int' ? [-(2n ** 31n), 2n ** 31n] : [-(2n ** 63n), 2n ** 63n];
  if (cut < low || cut >= high)
    throw new ConversionFailure(
      `Conversion would overflow target type in $convert with no onError value: ${String(value)}`,
    );
  return to === 'int' ? Number(cut) : Long.fromBigInt(cut);
}

function cutToInteger(number: Numeric, to: string): bigint {
  const double = toDouble(number);
  if (!Number.isFinite(double))
    throw new ConversionFailure(`Attempt to convert ${double} value to ${to} type in $convert with no onError value`);
  return BigInt(Math.trunc(double));
}

function date(value: Value): Value {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (typeof value === 'string') return parsedDate(value);
  if (isNumeric(value) && !(typeof value === 'number' && isInt32(value))) return new Date(Math.trunc(toDouble(value)));
  return fail(value, 'date');
}

/** Reads an ISO 8601 date; without a zone it is UTC. */
export function parsedDate(text: string): Date {
  const form = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text.trim(),
  );
  if (form) {
    const whole = text
      .trim()
      .replace(' ', 'T')
      .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
    const made = new Date(whole.includes('T') && !form[1] ? `${whole}Z` : whole);
    if (!Number.isNaN(made.getTime())) return made;
  }
  throw new ConversionFailure(`Error parsing date string '${text}'`);
}

function objectId(value: Value): Value {
  if (value instanceof ObjectId) return value;
  if (typeof value !== 'string') return fail(value, 'objectId');
  if (!/^[0-9a-f]{24}$/i.test(value))
    throw new ConversionFailure(`Failed to parse objectId '${value}' in $convert with no onError value`);
  return new ObjectId(value);
}

/** A value in another type. @throws CommandError ConversionFailure */
function converted(value: Value, to: string): Value {
  switch (to) {
    case 'string':
      return textOf(value);
    case 'bool':
      return typeof value === 'string' || value instanceof Date || value instanceof ObjectId ? true : isTrue(value);
    case 'int':
    case 'long':
      return integer(value, to);
    case 'double': {
      const number = numberIn(value, to);
      return doubleValue(toDouble(number));
    }
    case 'decimal': {
      const number = numberIn(value, to);
      return number instanceof Decimal128
        ? number
        : Decimal128.fromString(String(number instanceof Long ? number : toDouble(number)));
    }
    case 'date':
      return date(value);
    case 'objectId':
      return objectId(value);
    default:
      throw new CommandError('BadValue', `Unknown type name: ${to}`);
  }
}

const TYPE_BY_NUMBER: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
  19: 'decimal',
};

const $convert: Operator = (operand, compile) => {
  const parts = named('$convert', operand, compile, ['input', 'to', 'onError', 'onNull'], ['input', 'to']);
  return (scope) => {
    const input = parts.input!(scope);
    const to = parts.to!(scope);
    if (isNullish(input)) return parts.onNull ? parts.onNull(scope) : null;
    if (isNullish(to)) return null;
    const name = isNumeric(to) ? (TYPE_BY_NUMBER[toDouble(to)] ?? String(to)) : String(to);
    try {
      return converted(input, name);
    } catch (error) {
      if (error instanceof ConversionFailure && parts.onError) return parts.onError(scope);
      throw error;
    }
  };
};

const to = (name: string, type: string) =>
  over(name, 1, 1, (value) => (isNullish(value) ? null : converted(value, type)));

/** Types and conversions. */
export const conversionOperators: Record<string, Operator> = {
  $type: over('$type', 1, 1, (value) => typeName(value)),
  $isNumber: over('$isNumber', 1, 1, (value) => isNumeric(value)),
  $toString: to('$toString', 'string'),
  $toBool: to('$toBool', 'bool'),
  $toInt: to('$toInt', 'int'),
  $toLong: to('$toLong', 'long'),
  $toDouble: to('$toDouble', 'double'),
  $toDecimal: to('$toDecimal', 'decimal'),
  $toDate: to('$toDate', 'date'),
  $toObjectId: to('$toObjectId', 'objectId'),
  $convert,
};
