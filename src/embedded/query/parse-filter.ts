import { toDecodedName, toBsonName } from '../bson/field-names.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { type Doc, isDoc, isNullish, type Value } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { compileFilter, type Filter } from './compile-filter.js';
import type { AccessedFields } from './accessed-fields.js';
import { parsePath, type SegmentedPath } from './dotted-paths.js';
import { comparisonTest, eqTest, inTest, regexTest, typeTest, type ValueTest } from './value-tests.js';

export function collectFilterFields(filter: Filter, reads: AccessedFields): void {
  if (filter.kind === 'field') reads.add(filter.path);
  else for (const part of filter.kind === 'not' ? [filter.part] : filter.parts) collectFilterFields(part, reads);
}

const badValueError = (message: string) => new CommandError('BadValue', message);

const ITEM_PATH: SegmentedPath = [];

const LOGICAL_OPERATORS = new Set(['$and', '$or', '$nor']);

/** Parses a filter. @throws CommandError BadValue */
export function parseFilter(filter: Value): Filter {
  if (!isDoc(filter)) throw new CommandError('TypeMismatch', 'the filter must be an object');
  const filterParts: Filter[] = [];
  for (const decodedName of Object.keys(filter)) {
    const operand = filter[decodedName]!;
    const name = toBsonName(decodedName);
    if (name.startsWith('$')) filterParts.push(parseTopLevel(name, operand));
    else filterParts.push(...parseField(name, parsePath(name), operand));
  }
  return filterParts.length === 1 ? filterParts[0]! : { kind: 'and', parts: filterParts };
}

function parseTopLevel(name: string, operand: Value): Filter {
  if (!LOGICAL_OPERATORS.has(name)) throw badValueError(unsupportedMessage(`unknown top level operator: ${name}`));
  if (!Array.isArray(operand)) throw badValueError(`${name} must be an array`);
  if (operand.length === 0) throw badValueError(`${name} argument must be a non-empty array`);
  const parts = operand.map((part) => {
    if (!isDoc(part)) throw badValueError(`${name} argument's entries must be objects`);
    return parseFilter(part);
  });
  return { kind: name.slice(1) as 'and' | 'or' | 'nor', parts };
}

function hasOperators(value: Value): value is Doc {
  return isDoc(value) && Object.keys(value)[0]?.startsWith('$') === true;
}

/** Parses `{ field: operand }`: operators if the first name of the operand starts with `$`, else equality. */
function parseField(name: string, path: SegmentedPath, operand: Value): Filter[] {
  if (hasOperators(operand)) return parseOperators(name, path, operand);
  return [fieldFilter(name, path, '$eq', operand, eqTest(operand))];
}

function parseOperators(name: string, path: SegmentedPath, operators: Doc): Filter[] {
  return Object.entries(operators).map(([operator, operand]) => parseOperator(name, path, operator, operand));
}

function fieldFilter(name: string, path: SegmentedPath, operator: string, operand: Value, test: ValueTest): Filter {
  return { kind: 'field', name, path, operator, operand, test, testsWhole: false };
}

function parseOperator(name: string, path: SegmentedPath, operator: string, operand: Value): Filter {
  const toFilter = (test: ValueTest) => fieldFilter(name, path, operator, operand, test);
  switch (operator) {
    case '$eq':
      return toFilter(eqTest(operand));
    case '$ne':
      return { kind: 'not', part: fieldFilter(name, path, '$eq', operand, eqTest(operand)) };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return toFilter(comparisonTest(operator, operand));
    case '$in':
      return fieldFilter(name, path, '$in', operand, inTest(readList('$in', operand)));
    case '$nin':
      return { kind: 'not', part: fieldFilter(name, path, '$in', operand, inTest(readList('$nin', operand))) };
    case '$not':
      return parseNot(name, path, operand);
    case '$exists': {
      const existsFilter = fieldFilter(name, path, '$exists', true, (value) => value !== undefined);
      return isTruthy(operand) ? existsFilter : { kind: 'not', part: existsFilter };
    }
    case '$type':
      return toFilter(typeTest(operand));
    case '$regex':
      return toFilter(regexTest(operand));
    case '$elemMatch':
      return parseElemMatch(name, path, operand);
    default:
      throw badValueError(unsupportedMessage(`unknown operator: ${toBsonName(operator)}`));
  }
}

function readList(operator: string, operand: Value): Value[] {
  if (!Array.isArray(operand)) throw badValueError(`${operator} needs an array`);
  if (operand.some(hasOperators)) throw badValueError('cannot nest $ under $in');
  return operand;
}

function isTruthy(value: Value): boolean {
  if (isNumeric(value)) return toDouble(value) !== 0;
  return value !== false && !isNullish(value);
}

function parseNot(name: string, path: SegmentedPath, operand: Value): Filter {
  if (!isDoc(operand)) throw badValueError('$not needs a document');
  if (Object.keys(operand).length === 0) throw badValueError('$not cannot be empty');
  return { kind: 'not', part: { kind: 'and', parts: parseOperators(name, path, operand) } };
}

/** Parses `$elemMatch`. Its operand has operators for items, or is a filter for items that are documents or arrays. */
function parseElemMatch(name: string, path: SegmentedPath, operand: Value): Filter {
  if (!isDoc(operand)) throw badValueError('$elemMatch needs an Object');
  if (hasOperators(operand) && !LOGICAL_OPERATORS.has(Object.keys(operand)[0]!)) {
    const items: Filter = { kind: 'and', parts: parseOperators('', ITEM_PATH, operand) };
    const isMatch = compileFilter(items) as (item: Value) => boolean;
    const test: ValueTest = (value) => Array.isArray(value) && value.some(isMatch);
    return { kind: 'field', name, path, operator: '$elemMatch', operand, test, testsWhole: true, items };
  }
  const items = parseFilter(operand);
  const isMatch = compileFilter(items);
  const matchesItem = (item: Value) => (isDoc(item) ? isMatch(item) : Array.isArray(item) && isMatch(asDoc(item)));
  const test: ValueTest = (value) => Array.isArray(value) && value.some(matchesItem);
  return { kind: 'field', name, path, operator: '$elemMatch', operand, test, testsWhole: true, items };
}

/** Converts an array to a document with the fields 0, 1, … */
function asDoc(items: Value[]): Doc {
  return Object.fromEntries(items.map((item, i) => [toDecodedName(String(i)), item]));
}
