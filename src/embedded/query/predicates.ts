import { Binary, BSONRegExp } from 'bson';
import type { StringOrder } from '../bson/compare.js';
import { compareStrings, compareValues } from '../bson/compare.js';
import { isNumeric, toDouble, toSafeInteger } from '../bson/numbers.js';
import type { Numeric } from '../bson/numbers.js';
import type { Value } from '../bson/values.js';
import { Rank, rankOf, TYPE_NAMES, typeNumber, UndefinedValue } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { compileRegex } from './regular-expression.js';

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

/** True for null, missing and the deprecated undefined. */
export function isNullish(value: Value | undefined): boolean {
  return value === undefined || value === null || value instanceof UndefinedValue;
}

/** `$in`: one of the operands, regular expressions among them. */
export function isAmong(operands: readonly Value[], order: StringOrder = compareStrings): Test {
  const strings = new Set<Value | undefined>();
  const tests: Test[] = [];
  for (const operand of operands) {
    if (operand instanceof BSONRegExp) tests.push(matchesRegex(operand));
    else if (typeof operand === 'string' && order === compareStrings) strings.add(operand);
    else tests.push(equals(operand, order));
  }
  return (value) => strings.has(value) || tests.some((test) => test(value));
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
  const wanted = new Set<number>();
  const list = Array.isArray(operand) ? operand : [operand];
  if (list.length === 0) throw new CommandError('FailedToParse', '$type must match at least one type');
  for (const item of list) {
    if (item === 'number') for (const number of [1, 16, 18, 19]) wanted.add(number);
    else if (typeof item === 'string') {
      if (!Object.hasOwn(TYPE_NAMES, item) || item === 'missing') throw bad(`Unknown type name alias: ${item}`);
      wanted.add(TYPE_NAMES[item]!);
    } else {
      const number = toSafeInteger(item);
      if (number === undefined || !Object.values(TYPE_NAMES).includes(number)) {
        throw bad(`Invalid numerical type code: ${String(item)}`);
      }
      wanted.add(number);
    }
  }
  return (value) => value !== undefined && wanted.has(typeNumber(value));
}

/** `$mod: [divisor, remainder]`, on numbers cut to integers. */
export function hasRemainder(operand: Value): Test {
  if (!Array.isArray(operand)) throw bad('malformed mod, needs to be an array');
  if (operand.length < 2) throw bad('malformed mod, not enough elements');
  if (operand.length > 2) throw bad('malformed mod, too many elements');
  const [divisor, remainder] = operand.map((item) => {
    if (!isNumeric(item)) throw bad('malformed mod, divisor and remainder must be numbers');
    return BigInt(Math.trunc(toDouble(item)));
  }) as [bigint, bigint];
  if (divisor === 0n) throw bad('divisor cannot be 0');
  return (value) => {
    if (!isNumeric(value)) return false;
    const number = toDouble(value);
    return Number.isFinite(number) && BigInt(Math.trunc(number)) % divisor === remainder;
  };
}

/** `$bitsAllSet`, `$bitsAnySet`, `$bitsAllClear`, `$bitsAnyClear`. */
export function hasBits(operator: string, operand: Value): Test {
  const mask = bitMask(operator, operand);
  return (value) => {
    const bits = bitsOf(value);
    if (bits === undefined) return false;
    switch (operator) {
      case '$bitsAllSet':
        return (bits & mask) === mask;
      case '$bitsAnySet':
        return (bits & mask) !== 0n;
      case '$bitsAllClear':
        return (bits & mask) === 0n;
      default:
        return (bits & mask) !== mask;
    }
  };
}

function bitMask(operator: string, operand: Value): bigint {
  if (Array.isArray(operand)) {
    return operand.reduce<bigint>((mask, item) => {
      const position = toSafeInteger(item);
      if (position === undefined || position < 0) throw bad(`${operator} takes bit positions of 0 and more`);
      return mask | (1n << BigInt(Math.min(position, 4096)));
    }, 0n);
  }
  if (operand instanceof Binary) return littleEndian(operand.value());
  const mask = toSafeInteger(operand);
  if (mask === undefined || mask < 0) throw bad(`${operator} takes an Array, a number, or a BinData`);
  return BigInt(mask);
}

function bitsOf(value: Value | undefined): bigint | undefined {
  if (value instanceof Binary) return littleEndian(value.value());
  if (!isNumeric(value)) return undefined;
  const number = toDouble(value);
  if (!Number.isInteger(number) || Math.abs(number) >= 2 ** 63) return undefined;
  return BigInt(number) & 0xffffffffffffffffffffffffn; // the sign goes on above 64 bits
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
