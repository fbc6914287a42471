import { BSONRegExp } from 'bson';
import type { StringOrder } from '../bson/compare.js';
import { innerName, outerName } from '../bson/field-names.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc, isNullish } from '../bson/values.js';
import { CommandError, notOffered } from '../command-error.js';
import { readInteger } from '../bson/int64.js';
import type { Filter } from './matcher.js';
import { matcher } from './matcher.js';
import { isElemMatch, isOperatorInAll, isOperators, isOverItems } from './operator-names.js';
import type { Path } from './paths.js';
import type { Reads } from './reads.js';
import { parsePath } from './paths.js';
import type { Test } from './predicates.js';
import { compares, equals, hasRemainder, hasType, isAmong, matchesRegex } from './predicates.js';
import { regexOperand } from './regex/regex-operand.js';

/** What the parser needs from outside. */
export interface FilterContext {
  order?: StringOrder | undefined;
  /** Compiles the expression of `$expr`; also tells which fields have to have which value for it to be true. */
  expression?: ((expression: Value) => { test: (doc: Doc) => boolean; equalities: [string, Value][] }) | undefined;
  /** Compiles a `$jsonSchema`. */
  schema?: ((schema: Value) => (doc: Doc) => boolean) | undefined;
  /** The filter is about the items of an array, in `$elemMatch`. */
  inItems?: boolean;
}

/** Tells which fields a filter reads. */
export function noteReads(filter: Filter, reads: Reads): void {
  if (filter.kind === 'expression') reads.all();
  else if (filter.kind === 'field') reads.add(filter.path);
  else for (const part of filter.kind === 'not' ? [filter.part] : filter.parts) noteReads(part, reads);
}

const bad = (message: string) => new CommandError('BadValue', message);

/** The name under which `$elemMatch` and `$not` test a bare value. */
const SELF: Path = [];

/**
 * Parses a filter.
 *
 * @throws CommandError BadValue  an operator is unknown or its operand is wrong
 */
export function parseFilter(filter: Value, context: FilterContext = {}): Filter {
  if (!isDoc(filter)) throw new CommandError('TypeMismatch', 'the filter must be an object');
  const parts: Filter[] = [];
  for (const inner of Object.keys(filter)) {
    const operand = filter[inner]!;
    const name = outerName(inner);
    if (name.startsWith('$')) parts.push(...parseTop(name, operand, context));
    else parts.push(...parseField(name, parsePath(name), operand, context));
  }
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

function parseTop(name: string, operand: Value, context: FilterContext): Filter[] {
  switch (name) {
    case '$and':
    case '$or':
    case '$nor': {
      if (!Array.isArray(operand)) throw bad(`${name} must be an array`);
      if (operand.length === 0) throw bad(`${name} argument must be a non-empty array`);
      const parts = operand.map((part) => {
        if (!isDoc(part)) throw bad(`${name} argument's entries must be objects`);
        return parseFilter(part, context);
      });
      return [{ kind: name.slice(1) as 'and' | 'or' | 'nor', parts }];
    }
    case '$comment':
      return [];
    case '$expr':
      if (context.inItems) throw bad('$expr can only be applied to the top-level document');
      if (!context.expression) throw bad('$expr is not allowed in this context');
      return parseExpression(context.expression(operand), context);
    case '$jsonSchema':
      if (!context.schema) throw bad('$jsonSchema is not allowed in this context');
      return [{ kind: 'expression', test: context.schema(operand) }];
    case '$alwaysTrue':
    case '$alwaysFalse':
      checkOne(name, operand);
      return name === '$alwaysTrue' ? [] : [{ kind: 'expression', test: () => false }];
    case '$ref':
    case '$id':
    case '$db':
      return [leaf(name, parsePath(name), '$eq', operand, equals(operand, context.order))];
    case '$where':
      throw bad('$where is not supported: this server runs no scripts');
    case '$text':
      throw new CommandError('IndexNotFound', 'text index required for $text query');
    case '$not':
      throw bad('unknown top level operator: $not. If you are trying to negate an entire expression, use $nor.');
    default:
      throw bad(
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

/** What an expression says of single fields stands beside it, for the planner. */
function parseExpression(
  { test, equalities }: ReturnType<NonNullable<FilterContext['expression']>>,
  { order }: FilterContext,
): Filter[] {
  const parts = equalities.map(([name, value]) =>
    leaf(name, parsePath(name), '$_internalExprEq', value, equals(value, order)),
  );
  return [...parts, { kind: 'expression', test }];
}

function checkOne(name: string, operand: Value): void {
  const number = readInteger(name, operand);
  if (number === 1n) return;
  throw new CommandError(
    'FailedToParse',
    typeof number === 'string' ? number : `${name} must be an integer value of 1`,
  );
}

/** `{ field: operand }`: operators when the operand's first name begins with `$`, else equality. */
function parseField(name: string, path: Path, operand: Value, context: FilterContext): Filter[] {
  if (operand instanceof BSONRegExp) return [leaf(name, path, '$regex', operand, matchesRegex(operand))];
  if (isOperators(operand)) return parseOperators(name, path, operand, context);
  return [leaf(name, path, '$eq', operand, equals(operand, context.order))];
}

function parseOperators(name: string, path: Path, operators: Doc, context: FilterContext): Filter[] {
  const parts: Filter[] = [];
  for (const [operator, operand] of Object.entries(operators)) {
    if (operator !== '$options') parts.push(parseOperator(name, path, operator, operand, operators, context));
    else if (!Object.hasOwn(operators, '$regex')) throw bad('$options needs a $regex');
  }
  return parts;
}

function leaf(name: string, path: Path, operator: string, operand: Value, test: Test, whole = false): Filter {
  return { kind: 'field', name, path, operator, operand, test, whole };
}

function parseOperator(
  name: string,
  path: Path,
  operator: string,
  operand: Value,
  siblings: Doc,
  context: FilterContext,
): Filter {
  const simple = (test: Test) => leaf(name, path, operator, operand, test);
  switch (operator) {
    case '$eq':
      return simple(equals(operand, context.order));
    case '$ne':
      if (operand instanceof BSONRegExp) throw bad("Can't have regex as arg to $ne.");
      return { kind: 'not', part: leaf(name, path, '$eq', operand, equals(operand, context.order)) };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return simple(compares(operator, operand, context.order));
    case '$in':
      return leaf(name, path, '$in', operand, isAmong(readList('$in', operand), context.order));
    case '$nin':
      return { kind: 'not', part: leaf(name, path, '$in', operand, isAmong(readList('$nin', operand), context.order)) };
    case '$not':
      return parseNot(name, path, operand, context);
    case '$exists': {
      const exists = leaf(name, path, '$exists', true, (value) => value !== undefined);
      return truthy(operand) ? exists : { kind: 'not', part: exists };
    }
    case '$type':
      return simple(hasType(operand));
    case '$regex': {
      const regex = regexOperand(siblings);
      return leaf(name, path, '$regex', regex, matchesRegex(regex));
    }
    case '$mod':
      return simple(hasRemainder(operand));
    case '$size': {
      const size = readInteger('$size', operand, { least: 0n, most: 2n ** 31n - 1n });
      if (typeof size === 'string') throw bad(`Failed to parse $size. ${size}`);
      const length = Number(size);
      return leaf(name, path, '$size', operand, (value) => Array.isArray(value) && value.length === length, true);
    }
    case '$all':
      return parseAll(name, path, operand, context);
    case '$elemMatch':
      return parseElemMatch(name, path, operand, context);
    default:
      throw bad(notOffered(`unknown operator: ${outerName(operator)}`));
  }
}

function readList(operator: string, operand: Value): Value[] {
  if (!Array.isArray(operand)) throw bad(`${operator} needs an array`);
  if (operand.some(isOperators)) throw bad('cannot nest $ under $in');
  return operand;
}

function truthy(value: Value): boolean {
  if (isNumeric(value)) return toDouble(value) !== 0;
  return value !== false && !isNullish(value);
}

function parseNot(name: string, path: Path, operand: Value, context: FilterContext): Filter {
  if (operand instanceof BSONRegExp) {
    return { kind: 'not', part: leaf(name, path, '$regex', operand, matchesRegex(operand)) };
  }
  if (!isDoc(operand)) throw bad('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw bad('$not cannot be empty');
  return { kind: 'not', part: { kind: 'and', parts: parseOperators(name, path, operand, context) } };
}

function parseAll(name: string, path: Path, operand: Value, context: FilterContext): Filter {
  if (!Array.isArray(operand)) throw bad('$all needs an array');
  if (operand.length === 0) return { kind: 'expression', test: () => false };
  if (isElemMatch(operand[0]) && !operand.every(isElemMatch)) throw bad('$all/$elemMatch has to be consistent');
  const parts = operand.map((item): Filter => {
    if (isElemMatch(operand[0])) return parseElemMatch(name, path, (item as Doc).$elemMatch!, context);
    if (isOperatorInAll(item)) throw bad('no $ expressions in $all');
    if (item instanceof BSONRegExp) return leaf(name, path, '$regex', item, matchesRegex(item));
    return leaf(name, path, '$eq', item, equals(item, context.order));
  });
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

/** `$elemMatch`, by operators over each item or by a filter over each item that is a document or an array. */
function parseElemMatch(name: string, path: Path, operand: Value, context: FilterContext): Filter {
  if (!isDoc(operand)) throw bad('$elemMatch needs an Object');
  const inItems = { ...context, inItems: true };
  if (isOverItems(operand)) {
    const items: Filter = { kind: 'and', parts: parseOperators('', SELF, operand, inItems) };
    const isMatch = matcher(items) as (item: Value) => boolean;
    const test: Test = (value) => Array.isArray(value) && value.some(isMatch);
    return { kind: 'field', name, path, operator: '$elemMatch', operand, test, whole: true, items };
  }
  const items = parseFilter(operand, inItems);
  const isMatch = matcher(items);
  const matchesItem = (item: Value) => (isDoc(item) ? isMatch(item) : Array.isArray(item) && isMatch(asDoc(item)));
  const test: Test = (value) => Array.isArray(value) && value.some(matchesItem);
  return { kind: 'field', name, path, operator: '$elemMatch', operand, test, whole: true, items };
}

/** An array as MongoDB stores it: a document with the fields 0, 1, … */
function asDoc(items: Value[]): Doc {
  return Object.fromEntries(items.map((item, i) => [innerName(String(i)), item]));
}
