import type { Long } from 'bson';
import { Binary, Double, ObjectId, Timestamp } from 'bson';
import { encodeDocument } from '../../bson/encode.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Doc, Value } from '../../bson/values.js';
import { isDoc, isInt32, TYPE_NAMES, typeName, isNullish } from '../../bson/values.js';
import { CommandError } from '../../command-error.js';
import { dateAt } from '../calendar.js';
import { formatted, ISO_FORMAT } from '../date-format.js';
import { ConversionFailure, dateFromText } from '../date-text.js';
import { isTrue } from '../expression.js';
import type { Operator } from '../operators.js';
import { named, over } from '../operators.js';
import { decimal, double, integer, refused } from './number-conversion.js';

/** A value as text, the way `$toString` writes it. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || value instanceof ObjectId) return String(value);
  if (value instanceof Date) return formatted(value, ISO_FORMAT, 0);
  if (value instanceof Double || (typeof value === 'number' && !isInt32(value))) return doubleText(Number(value));
  if (isNumeric(value)) return value.toString();
  return refused(value, 'string');
}

/** The shortest digits that tell a double from its neighbours, with an exponent where C's `%g` has one: 1e+20, 1e-05. */
function doubleText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  if (!Number.isFinite(value)) return String(value);
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 16) return String(value);
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function date(value: Value): Value {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.t * 1000);
  if (typeof value === 'string') return dateFromText(value);
  if (isNumeric(value) && !(typeof value === 'number' && isInt32(value)))
    return dateAt(Number((integer(value, 'long') as Long).toBigInt()));
  return refused(value, 'date');
}

function objectId(value: Value): Value {
  if (value instanceof ObjectId) return value;
  if (typeof value !== 'string') return refused(value, 'objectId');
  if (!/^[0-9a-f]{24}$/i.test(value))
    throw new ConversionFailure(`Failed to parse objectId '${value}' in $convert with no onError value`);
  return new ObjectId(value);
}

/** A value in another type. @throws ConversionFailure  it cannot be had */
function converted(value: Value, to: string): Value {
  switch (to) {
    case 'string':
      return textOf(value);
    case 'bool':
      return typeof value === 'string' || value instanceof Date || value instanceof ObjectId ? true : isTrue(value);
    case 'int':
    case 'long':
      return integer(value, to);
    case 'double':
      return double(value);
    case 'decimal':
      return decimal(value);
    case 'date':
      return date(value);
    case 'objectId':
      return objectId(value);
    default:
      return refused(value, to);
  }
}

const NAMES_BY_NUMBER = new Map(Object.entries(TYPE_NAMES).map(([name, number]) => [number, name]));

/** The name of the type that `to` says, by name or number; the type may be one that nothing converts to. */
function targetOf(to: Value): string {
  if (typeof to === 'string') {
    if (!Object.hasOwn(TYPE_NAMES, to)) throw new CommandError('BadValue', `Unknown type name: ${to}`);
    return to;
  }
  if (!isNumeric(to)) {
    throw new CommandError(
      'FailedToParse',
      `$convert's 'to' argument must be a string or number, but is ${typeName(to)}`,
    );
  }
  const number = toDouble(to);
  if (!Number.isInteger(number))
    throw new CommandError('FailedToParse', "In $convert, numeric 'to' argument is not an integer");
  const name = NAMES_BY_NUMBER.get(number);
  if (name === undefined) {
    throw new CommandError(
      'FailedToParse',
      `In $convert, numeric value for 'to' does not correspond to a BSON type: ${number}`,
    );
  }
  return name;
}

const $convert: Operator = (operand, compile) => {
  const parts = named('$convert', operand, compile, ['input', 'to', 'onError', 'onNull'], ['input', 'to']);
  return (scope) => {
    const to = parts.to!(scope);
    const input = parts.input!(scope);
    const name = isNullish(to) ? undefined : targetOf(to);
    if (isNullish(input)) return parts.onNull ? parts.onNull(scope) : null;
    if (name === undefined) return null;
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

function documentSize(value: Value | undefined): Value {
  if (isNullish(value)) return null;
  if (!isDoc(value)) {
    throw new CommandError('Location31393', `$bsonSize requires a document input, found: ${typeName(value)}`);
  }
  return encodeDocument(value as Doc).length;
}

function byteLength(value: Value | undefined): Value {
  if (isNullish(value)) return null;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (value instanceof Binary) return value.length();
  throw new CommandError(
    'Location51276',
    `$binarySize requires a string or BinData argument, found: ${typeName(value)}`,
  );
}

/** Types and conversions. */
export const conversionOperators: Record<string, Operator> = {
  // a constant, as MongoDB itself writes one
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
  $bsonSize: over('$bsonSize', 1, 1, documentSize),
  $binarySize: over('$binarySize', 1, 1, byteLength),
};
