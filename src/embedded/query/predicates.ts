import { BSONRegExp } from 'bson';
import type { StringOrder } from '../bson/compare.js';
import { compareStrings, compareValues } from '../bson/compare.js';
import { isInfinite, isNumeric, toDouble, toSafeInteger } from '../bson/numbers.js';
import type { Numeric } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { Rank, rankOf, TYPE_NAMES, typeNumber, UndefinedValue, isNullish } from '../bson/values.js';
import type { ValueMap } from '../bson/value-map.js';
import { distinct } from '../bson/value-map.js';
import { CommandError } from '../command-error.js';
import { truncatedInt64 } from '../bson/int64.js';
import { compileRegex } from './regex/compile-regex.js';

/** Tests one value that a path reached; `undefined` where it reached none. */
export type Test = (value: Value | undefined) => boolean;

const bad = (message: string) => new CommandError('BadValue', message);

/** `$eq`: equal by comparison; null finds what is missing too. */
export function equals(operand: Value, order: StringOrder = compareStrings): Test {
  if (operand === null) return isNullish;
  if (operand instanceof UndefinedValue) throw bad('cannot compare to undefined');
  if (typeof operand === 'string' && order === compareStrings) {
    return (value) => value === operand || (typeof value === 'object' && compareValues(value, operand) === 0);
  }
  const rank = rankOf(operand);
  return (value) => rankOf(value) === rank && compareValues(value, operand, order) === 0;
}

/** `$in`: one of the operands, regular expressions among them. */
export function isAmong(operands: readonly Value[], order: StringOrder = compareStrings): Test {
  const strings = new Set<Value | undefined>();
  const others: Value[] = [];
  const tests: Test[] = [];
  for (const operand of operands) {
    if (operand instanceof BSONRegExp) tests.push(matchesRegex(operand));
    else if (typeof operand === 'string' && order === compareStrings) strings.add(operand);
    else if (operand === null || operand instanceof UndefinedValue) tests.push(equals(operand));
    else others.push(operand);
  }
  if (others.length > FEW) tests.push(isOneOf(others, order));
  else tests.push(...others.map((operand) => equals(operand, order)));
  return (value) => strings.has(value) || tests.some((test) => test(value));
}

/** Of more operands than this one is looked up rather than tried one by one. */
const FEW = 8;

function isOneOf(operands: readonly Value[], order: StringOrder): Test {
  // most are never tested, for the keys of an index tell
  let known: ValueMap<true> | undefined;
  return (value) => {
    known ??= distinct(operands, order === compareStrings ? undefined : order);
    return value !== undefined && known.get(value) === true;
  };
}

/** `$gt`, `$gte`, `$lt`, `$lte`: within the operand's own type, except against MinKey and MaxKey. */
export function compares(operator: string, operand: Value, order: StringOrder = compareStrings): Test {
  if (operand instanceof BSONRegExp) throw bad(`Can't have RegEx as arg to predicate over field.`);
  if (operand instanceof UndefinedValue) throw bad('cannot compare to undefined');
  const rank = rankOf(operand);
  const across = rank === Rank.MinKey || rank === Rank.MaxKey;
  const orEqual = operator.endsWith('e');
  if (rank === Rank.Null) return orEqual ? isNullish : () => false;
  const isNaNOperand = isNumeric(operand) && Number.isNaN(toDouble(operand));
  const wanted = operator.startsWith('$gt') ? 1 : -1;
  return (value) => {
    if (value === undefined && !across) return false;
    if (!across && rankOf(value) !== rank) return false;
    const difference = compareValues(value, operand, order);
    if (difference === 0) return orEqual;
    if (isNaNOperand || (rank === Rank.Number && Number.isNaN(toDouble(value as Numeric)))) return false;
    return Math.sign(difference) === wanted;
  };
}

/** A regular expression: a string that it matches, or an equal expression. */
export function matchesRegex(operand: BSONRegExp): Test {
  const compiled = compileRegex(operand.pattern, operand.options);
  return (value) => {
    if (typeof value === 'string') return compiled.test(value);
    if (value instanceof BSONRegExp) return value.pattern === operand.pattern && value.options === operand.options;
    return rankOf(value) === Rank.String && compiled.test(String(value));
  };
}

/** `$type`: by name, number, or a list of these. */
export function hasType(operand: Value): Test {
  const list = Array.isArray(operand) ? operand : [operand];
  if (list.length === 0) throw new CommandError('FailedToParse', '$type must match at least one type');
  const wanted = new Set(list.flatMap(typeNumbers));
  return (value) => value !== undefined && wanted.has(typeNumber(value));
}

function typeNumbers(type: Value): number[] {
  if (type === 'number') return [1, 16, 18, 19];
  if (typeof type === 'string') {
    if (type === 'missing') {
      throw bad(`'missing' is not a legal type name. To query for non-existence of a field, use {$exists:false}.`);
    }
    if (!Object.hasOwn(TYPE_NAMES, type)) throw bad(`Unknown type name alias: ${type}`);
    return [TYPE_NAMES[type]!];
  }
  if (!isNumeric(type)) throw new CommandError('TypeMismatch', 'type must be represented as a number or a string');
  const number = toSafeInteger(type);
  if (number === 0) throw bad('Invalid numerical type code: 0. Instead use {$exists:false}.');
  if (number === undefined || !Object.values(TYPE_NAMES).includes(number)) {
    throw bad(`Invalid numerical type code: ${String(type)}`);
  }
  return [number];
}

/** `$mod: [divisor, remainder]`, on numbers cut to whole ones of 64 bits. */
export function hasRemainder(operand: Value): Test {
  if (!Array.isArray(operand)) throw bad('malformed mod, needs to be an array');
  if (operand.length === 0) throw bad('malformed mod, not enough elements');
  if (!isNumeric(operand[0])) throw bad('malformed mod, divisor not a number');
  if (operand.length === 1) throw bad('malformed mod, not enough elements');
  if (!isNumeric(operand[1])) throw bad('malformed mod, remainder not a number');
  if (operand.length > 2) throw bad('malformed mod, too many elements');
  const divisor = operandOfMod('divisor', operand[0]);
  const remainder = operandOfMod('remainder', operand[1]);
  if (divisor === 0n) throw bad('divisor cannot be 0');
  return (value) => {
    const whole = isNumeric(value) ? truncatedInt64(value) : undefined;
    return whole !== undefined && whole % divisor === remainder;
  };
}

function operandOfMod(role: string, operand: Numeric): bigint {
  const whole = truncatedInt64(operand);
  if (whole !== undefined) return whole;
  const isEndless = Number.isNaN(toDouble(operand)) || isInfinite(operand);
  const why = isEndless ? 'Unable to coerce NaN/Inf to integral type' : 'Out of bounds coercing to integral value';
  throw bad(`malformed mod, ${role} value is invalid :: caused by :: ${why}`);
}
