import { BSONRegExp } from 'bson';
import type { StringOrder } from '../bson/compare.js';
import { outerName } from '../bson/field-names.js';
import { toSafeInteger } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { matcher } from './matcher.js';
import type { Path } from './paths.js';
import { parsePath } from './paths.js';
import type { Test } from './predicates.js';
import { compares, equals, hasBits, hasRemainder, hasType, isAmong, matchesRegex } from './predicates.js';

/** A parsed filter: what the matcher runs and the planner reads. */
export type Filter =
  | { kind: 'and' | 'or' | 'nor'; parts: Filter[] }
  | { kind: 'not'; part: Filter }
  | {
      kind: 'field';
      name: string;
      path: Path;
      operator: string;
      operand: Value;
      /** Tests each value reached, and of an array each item and the whole. */
      test: Test;
      /** The array is tested as one, its items are not. */
      whole: boolean;
      /** For `$elemMatch`: what an item must satisfy; over fields of the item, or over the item itself. */
      items?: Filter;
    }
  | { kind: 'expression'; test: (doc: Doc) => boolean };

/** What the parser needs from outside. */
export interface FilterContext {
  order?: StringOrder | undefined;
  /** Compiles the expression of `$expr`. */
  expression?: ((expression: Value) => (doc: Doc) => boolean) | undefined;
  /** Compiles a `$jsonSchema`. */
  schema?: ((schema: Value) => (doc: Doc) => boolean) | undefined;
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
      if (!context.expression) throw bad('$expr is not allowed in this context');
      return [{ kind: 'expression', test: context.expression(operand) }];
    case '$jsonSchema':
      if (!context.schema) throw bad('$jsonSchema is not allowed in this context');
      return [{ kind: 'expression', test: context.schema(operand) }];
    case '$alwaysTrue':
      return [];
    case '$alwaysFalse':
      return [{ kind: 'expression', test: () => false }];
    case '$where':
      throw bad('$where is not supported: this server runs no scripts');
    case '$text':
      throw new CommandError('IndexNotFound', 'text index required for $text query');
    default:
      throw bad(
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

/** `{ field: operand }`: operators when the operand's first name begins with `$`, else equality. */
function parseField(name: string, path: Path, operand: Value, context: FilterContext): Filter[] {
  if (operand instanceof BSONRegExp) return [leaf(name, path, '$regex', operand, matchesRegex(operand))];
  const first = isDoc(operand) ? Object.keys(operand)[0] : undefined;
  if (!isDoc(operand) || first === undefined || !first.startsWith('$') || first === '$ref' || first === '$id') {
    return [leaf(name, path, '$eq', operand, equals(operand, context.order))];
  }
  const parts: Filter[] = [];
  for (const [operator, value] of Object.entries(operand)) {
    if (operator === '$options') {
      if (!('$regex' in operand)) throw bad('$options needs a $regex');
      continue;
    }
    parts.push(parseOperator(name, path, operator, value, operand, context));
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
      return leaf(name, path, '$in', operand, isAmong(listOf('$in', operand), context.order));
    case '$nin':
      return { kind: 'not', part: leaf(name, path, '$in', operand, isAmong(listOf('$nin', operand), context.order)) };
    case '$not':
      return parseNot(name, path, operand, context);
    case '$exists': {
      const exists = leaf(name, path, '$exists', true, (value) => value !== undefined);
      return truthy(operand) ? exists : { kind: 'not', part: exists };
    }
    case '$type':
      return simple(hasType(operand));
    case '$regex':
      return leaf(name, path, '$regex', ...regexOf(operand, siblings.$options));
    case '$mod':
      return simple(hasRemainder(operand));
    case '$size': {
      const size = toSafeInteger(operand);
      if (size === undefined) throw bad(`Failed to parse $size. Expected a number in: $size: ${String(operand)}`);
      if (size < 0) throw bad('Failed to parse $size. Expected a non-negative number');
      return leaf(name, path, '$size', operand, (value) => Array.isArray(value) && value.length === size, true);
    }
    case '$all':
      return parseAll(name, path, operand, context);
    case '$elemMatch':
      return parseElemMatch(name, path, operand, context);
    case '$bitsAllSet':
    case '$bitsAnySet':
    case '$bitsAllClear':
    case '$bitsAnyClear':
      return simple(hasBits(operator, operand));
    default:
      throw bad(`unknown operator: ${operator}`);
  }
}

function regexOf(operand: Value, options: Value | undefined): [Value, Test] {
  if (options !== undefined && typeof options !== 'string') throw bad('$options has to be a string');
  let regex: BSONRegExp;
  if (operand instanceof BSONRegExp) regex = new BSONRegExp(operand.pattern, options ?? operand.options);
  else if (typeof operand === 'string') regex = new BSONRegExp(operand, options ?? '');
  else throw bad('$regex has to be a string');
  return [regex, matchesRegex(regex)];
}

function listOf(operator: string, operand: Value): Value[] {
  if (!Array.isArray(operand)) throw bad(`${operator} needs an array`);
  for (const item of operand) {
    if (isDoc(item) && Object.keys(item)[0]?.startsWith('$')) throw bad(`cannot nest $ under ${operator}`);
  }
  return operand;
}

function truthy(value: Value): boolean {
  const number = toSafeInteger(value);
  return number === undefined ? value !== false && value !== null : number !== 0;
}

function parseNot(name: string, path: Path, operand: Value, context: FilterContext): Filter {
  if (operand instanceof BSONRegExp) {
    return { kind: 'not', part: leaf(name, path, '$regex', operand, matchesRegex(operand)) };
  }
  if (!isDoc(operand)) throw bad('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw bad('$not cannot be empty');
  const parts = Object.entries(operand)
    .filter(([operator]) => operator !== '$options')
    .map(([operator, value]) => parseOperator(name, path, operator, value, operand, context));
  return { kind: 'not', part: { kind: 'and', parts } };
}

function parseAll(name: string, path: Path, operand: Value, context: FilterContext): Filter {
  if (!Array.isArray(operand)) throw bad('$all needs an array');
  if (operand.length === 0) return { kind: 'expression', test: () => false };
  const parts = operand.map((item): Filter => {
    if (isDoc(item) && Object.keys(item)[0] === '$elemMatch')
      return parseElemMatch(name, path, item.$elemMatch!, context);
    if (isDoc(item) && Object.keys(item)[0]?.startsWith('$')) throw bad('no $ expressions in $all');
    return parseField(name, path, item instanceof BSONRegExp ? item : { $eq: item }, context)[0]!;
  });
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

function parseElemMatch(name: string, path: Path, operand: Value, context: FilterContext): Filter {
  if (!isDoc(operand)) throw bad('$elemMatch needs an Object');
  const first = Object.keys(operand)[0];
  const overValues = first?.startsWith('$') && !['$and', '$or', '$nor', '$where', '$expr'].includes(first);
  const items: Filter = overValues
    ? { kind: 'and', parts: parseField('', SELF, operand, context) }
    : parseFilter(operand, context);
  const isMatch = matcher(items);
  const test: Test = (value) =>
    Array.isArray(value) &&
    value.some((item) => (overValues ? isMatch(item as Doc) : isDoc(item) ? isMatch(item) : false));
  return { kind: 'field', name, path, operator: '$elemMatch', operand, test, whole: true, items };
}
