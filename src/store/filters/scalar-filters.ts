import { foldText } from '../../model/fold-text.js';
import type { Field } from '../../model/model.js';
import { AppError } from '../../errors.js';
import { chooseComparison, type ComparisonType } from '../documents/kind-plan.js';
import type { LocaleChain } from '../documents/locale-chain.js';
import { allConditions, anyCondition, type MatchCondition, negateCondition } from '../documents/match-conditions.js';
import { parsePartialDate } from '../documents/partial-date-range.js';
import type { FilterInput } from '../entries.js';

type Operand = string | number | boolean | Date;

/** Compiles a filter on a single scalar or enum value. */
export function compileValueFilter(
  field: Field,
  path: string,
  filter: FilterInput,
  chain: LocaleChain,
): MatchCondition {
  const comparison = chooseComparison(field);
  const apply = comparison === 'localised' ? localisedTest(path, chain) : (test: Test) => test(path);
  return allConditions(
    Object.entries(filter).map(([operator, operand]) => compileOperator(field, comparison, operator, operand, apply)),
  );
}

/** Compiles a filter on a list of scalars or enum values. */
export function compileListFilter(field: Field, path: string, filter: FilterInput): MatchCondition {
  const comparison = chooseComparison(field);
  const has = (value: unknown) => equalityTest(field, comparison, value)(path);
  return allConditions(
    Object.entries(filter).map(([operator, operand]) => {
      switch (operator) {
        case 'has':
          return has(operand);
        case 'hasAny':
          return membershipTest(field, comparison, operand as unknown[])(path);
        case 'hasAll':
          return allConditions((operand as unknown[]).map(has));
        case 'exists':
          return operand === true ? { [path]: { $ne: null } } : { [path]: null };
        default:
          throw unknownOperator(field, operator);
      }
    }),
  );
}

type Test = (path: string) => MatchCondition;

function compileOperator(
  field: Field,
  comparison: ComparisonType,
  operator: string,
  operand: unknown,
  apply: (test: Test) => MatchCondition,
): MatchCondition {
  switch (operator) {
    case 'eq':
      return apply(equalityTest(field, comparison, operand));
    case 'in':
      return apply(membershipTest(field, comparison, operand as unknown[]));
    case 'exists':
      return operand === true ? matchExisting(apply) : negateCondition(matchExisting(apply));
    case 'contains':
      return apply(patternTest(field, '', operand));
    case 'startsWith':
      return apply(patternTest(field, '^', operand));
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return apply(rangeTest(field, comparison, operator, operand));
    default:
      throw unknownOperator(field, operator);
  }
}

function matchExisting(apply: (test: Test) => MatchCondition): MatchCondition {
  return apply((path) => ({ [path]: { $ne: null } }));
}

/** Returns a function that applies a test to a localised text, in the first locale of the chain in which it exists. */
function localisedTest(path: string, chain: LocaleChain): (test: Test) => MatchCondition {
  if ('ready' in chain) return (test) => test(`${path}.${chain.ready}`);
  const paths = chain.raw.map((locale) => `${path}.raw.${locale}`);
  return (test) =>
    anyCondition(
      paths.map((path, index) =>
        allConditions([...paths.slice(0, index).map((earlierPath) => ({ [earlierPath]: null })), test(path)]),
      ),
    );
}

function equalityTest(field: Field, comparison: ComparisonType, operand: unknown): Test {
  if (comparison === 'partialDate') {
    const { first, last } = readDays(field, operand);
    return (path) => ({ [`${path}.first`]: { $gte: first }, [`${path}.last`]: { $lte: last } });
  }
  const value = toComparable(field, comparison, operand);
  return (path) => ({ [path]: value });
}

function membershipTest(field: Field, comparison: ComparisonType, operands: readonly unknown[]): Test {
  if (operands.length === 0) return () => false;
  if (comparison === 'partialDate') {
    return (path) => anyCondition(operands.map((operand) => equalityTest(field, comparison, operand)(path)));
  }
  const values = operands.map((operand) => toComparable(field, comparison, operand));
  return (path) => ({ [path]: { $in: values } });
}

function rangeTest(
  field: Field,
  comparison: ComparisonType,
  operator: 'lt' | 'lte' | 'gt' | 'gte',
  operand: unknown,
): Test {
  if (comparison !== 'partialDate') {
    const value = toComparable(field, comparison, operand);
    return (path) => ({ [path]: { [`$${operator}`]: value } });
  }
  const { first, last } = readDays(field, operand);
  const bounds = {
    lt: ['last', { $lt: first }],
    lte: ['last', { $lte: last }],
    gt: ['first', { $gt: last }],
    gte: ['first', { $gte: first }],
  } as const;
  const [end, bound] = bounds[operator];
  return (path) => ({ [`${path}.${end}`]: bound });
}

function patternTest(field: Field, anchor: '' | '^', operand: unknown): Test {
  const text = foldText(readText(field, operand));
  // Stored texts contain no NUL, and patterns must not.
  if (text.includes('\0')) return () => false;
  const pattern = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return (path) => ({ [path]: { $regex: `${anchor}${pattern}` } });
}

function toComparable(field: Field, comparison: ComparisonType, operand: unknown): Operand {
  if (comparison === 'text' || comparison === 'localised') return foldText(readText(field, operand));
  if (comparison === 'dateTime') {
    const date = new Date(operand as string | Date);
    if (Number.isNaN(date.getTime())) throw badOperand(field, operand, 'a date and time such as 2024-06-18T09:30:00Z');
    return date;
  }
  // MongoDB would interpret objects as operators.
  if (typeof operand === 'string' || typeof operand === 'number' || typeof operand === 'boolean') return operand;
  throw badOperand(field, operand, `a value of ${field.type}`);
}

function readDays(field: Field, operand: unknown) {
  const range = typeof operand === 'string' ? parsePartialDate(operand) : null;
  if (!range) throw badOperand(field, operand, 'a year, a month or a day, as in 2024, 2024-06 or 2024-06-18');
  return range;
}

function readText(field: Field, operand: unknown): string {
  if (typeof operand !== 'string') throw badOperand(field, operand, 'a text');
  return operand;
}

function badOperand(field: Field, operand: unknown, expected: string): AppError {
  return new AppError('BAD_FILTER', `The filter on "${field.name}" has "${String(operand)}"; use ${expected}.`);
}

function unknownOperator(field: Field, operator: string): AppError {
  return new AppError('BAD_FILTER', `The filter on "${field.name}" has no operator "${operator}".`);
}
