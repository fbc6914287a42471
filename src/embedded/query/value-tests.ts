import { compareValues } from '../bson/compare-values.js';
import { extendedJson } from '../bson/extended-json.js';
import { isNumeric, type Numeric, toDouble } from '../bson/numbers.js';
import { isNullish, TYPE_NAMES, typeName, TypeRank, typeRankOf, type Value } from '../bson/values.js';
import { distinctBsonValues, type ValueMap } from '../bson/value-map.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { parseLiteralPattern } from './literal-pattern.js';

export type ValueTest = (value: Value | undefined) => boolean;

const badValueError = (message: string) => new CommandError('BadValue', message);

/** Returns the test of `$eq`. Null also matches missing values. */
export function eqTest(operand: Value): ValueTest {
  if (operand === null) return isNullish;
  if (typeof operand === 'string') {
    return (value) => value === operand || (typeof value === 'object' && compareValues(value, operand) === 0);
  }
  const rank = typeRankOf(operand);
  return (value) => typeRankOf(value) === rank && compareValues(value, operand) === 0;
}

/** Returns the test of `$in`: equality to one of the operands. */
export function inTest(operands: readonly Value[]): ValueTest {
  const strings = new Set<Value | undefined>();
  const otherValues: Value[] = [];
  const tests: ValueTest[] = [];
  for (const operand of operands) {
    if (typeof operand === 'string') strings.add(operand);
    else if (operand === null) tests.push(eqTest(operand));
    else otherValues.push(operand);
  }
  if (otherValues.length > 0) tests.push(oneOfTest(otherValues));
  return (value) => strings.has(value) || tests.some((test) => test(value));
}

function oneOfTest(operands: readonly Value[]): ValueTest {
  // Created lazily: usually index keys decide, and the test never runs.
  let distinctOperands: ValueMap<true> | undefined;
  return (value) => {
    distinctOperands ??= distinctBsonValues(operands);
    return value !== undefined && distinctOperands.get(value) === true;
  };
}

/** Returns the test of `$gt`, `$gte`, `$lt` or `$lte`. Only values of the operand's type match. */
export function comparisonTest(operator: string, operand: Value): ValueTest {
  const rank = typeRankOf(operand);
  const includesEqual = operator.endsWith('e');
  if (rank === TypeRank.Null) return includesEqual ? isNullish : () => false;
  const isNaNOperand = isNumeric(operand) && Number.isNaN(toDouble(operand));
  const expectedSign = operator.startsWith('$gt') ? 1 : -1;
  return (value) => {
    if (value === undefined || typeRankOf(value) !== rank) return false;
    const difference = compareValues(value, operand);
    if (difference === 0) return includesEqual;
    if (isNaNOperand || (rank === TypeRank.Number && Number.isNaN(toDouble(value as Numeric)))) return false;
    return Math.sign(difference) === expectedSign;
  };
}

/** Returns the test of `$regex`. Only strings match. */
export function regexTest(operand: Value): ValueTest {
  const { text, isAnchored } = parseLiteralPattern(operand);
  return (value) => typeof value === 'string' && (isAnchored ? value.startsWith(text) : value.includes(text));
}

/** Returns the test of `$type`, by a name or a list of names. */
export function typeTest(operand: Value): ValueTest {
  const typeNames = Array.isArray(operand) ? operand : [operand];
  if (typeNames.length === 0) throw new CommandError('FailedToParse', '$type must match at least one type');
  const expectedTypes = new Set(typeNames.flatMap(expandTypeName));
  return (value) => value !== undefined && expectedTypes.has(typeName(value));
}

function expandTypeName(name: Value): readonly string[] {
  if (name === 'number') return ['int', 'long', 'double'];
  if (typeof name === 'string' && TYPE_NAMES.includes(name)) return [name];
  throw badValueError(unsupportedMessage(`The $type ${extendedJson(name)}`));
}
