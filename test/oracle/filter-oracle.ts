import { getNamedType, type GraphQLInputObjectType } from 'graphql';
import { fieldFilterType, type FieldValues, type Filter, filterTarget, type RootList } from './introspection.js';
import { type Edge, type ExpectedEntries, type ExpectedEntry, keyOf } from './expected-entries.js';

/** True, false, or unknown. Conditions on a hidden entry are unknown. */
type TruthValue = boolean | null;
type Input = GraphQLInputObjectType;

const QUANTIFIERS = ['some', 'every', 'none'];

/** Evaluates filters entry by entry, as docs/querying.md defines them. */
export class FilterOracle {
  constructor(readonly known: ExpectedEntries) {}

  matching({ name, filter: input }: RootList, filter: Filter | null): ExpectedEntry[] {
    return this.known.lists.get(name)!.filter((entry) => filter === null || this.one(input, filter, entry));
  }

  /** Returns the entry that a link leads to; undefined if no list contains it. */
  linked(link: unknown): ExpectedEntry | undefined {
    return this.known.entries.get(keyOf(link as ExpectedEntry));
  }

  private one(input: Input, filter: Filter, of: FieldValues | null, exists = of !== null): boolean {
    return this.evaluate(input, filter, of, exists) === true;
  }

  private evaluate(input: Input, filter: Filter, parent: FieldValues | null, exists: boolean): TruthValue {
    const evaluatePart = (part: unknown) => this.evaluate(input, part as Filter, parent, exists);
    return allOf(
      effectiveConditions(filter).map(([name, condition]): TruthValue => {
        if (name === 'and') return allOf((condition as Filter[]).map(evaluatePart));
        if (name === 'or') return not(allOf((condition as Filter[]).map(evaluatePart).map(not)));
        if (name === 'not') return not(evaluatePart(condition));
        if (name === 'exists') return condition === exists;
        return parent && this.field(fieldFilterType(input, name), condition as Filter, parent[name]);
      }),
    );
  }

  private field(input: Input, filter: Filter, value: unknown): boolean {
    const form = filterTarget(input);
    if (form === 'MANY') return this.many(input, filter, value);
    if (form === 'ONE') return this.link(input, filter, value);
    const parts = effectiveConditions(filter);
    if (form === 'VALUE') return parts.every(([name, operand]) => valueMeets(input, name, operand, value));
    return parts.every(([name, operand]) => valuesMeet(name, operand, value as unknown[]));
  }

  /** Evaluates a condition on one linked entry, which may be in no list, or on one object. */
  private link(input: Input, filter: Filter, value: unknown): boolean {
    if (value === null || !isLink(value)) return this.one(input, filter, value as FieldValues | null);
    return this.one(input, filter, this.linked(value) ?? null, true);
  }

  private many(input: Input, { via = null, ...filter }: Filter, value: unknown): boolean {
    const items = Array.isArray(value) ? (value as unknown[]) : (value as { edges: Edge[] }).edges;
    const isMet = (edge: unknown) =>
      (edge as Edge).via!.some((part) => this.one(fieldFilterType(input, 'via'), via as Filter, part));
    const hasLinkCondition = via !== null && effectiveConditions(via as Filter).length > 0;
    const relevantItems = hasLinkCondition ? items.filter(isMet) : items;
    const parts = effectiveConditions(filter);
    if (parts.length === 0) return !hasLinkCondition || relevantItems.length > 0;
    return parts.every(([name, condition]) => {
      if (name === 'exists') return condition === relevantItems.length > 0;
      const meeting = relevantItems.filter((each) => {
        const target = (each as Partial<Edge>).node ?? each;
        return this.link(fieldFilterType(input, name), condition as Filter, target);
      });
      if (name === 'every') return meeting.length === relevantItems.length;
      return name === 'some' ? meeting.length > 0 : meeting.length === 0;
    });
  }
}

function isLink(value: unknown): boolean {
  return '__typename' in (value as object);
}

/** Returns the conditions of a filter, without null and empty ones. */
function effectiveConditions(filter: Filter): [string, unknown][] {
  return Object.entries(filter).filter(([name, condition]) => {
    if (condition === null || condition === undefined) return false;
    const isEmpty = (part: unknown) => effectiveConditions(part as Filter).length === 0;
    if (name === 'and') return !(condition as unknown[]).every(isEmpty);
    if (name === 'or') return !(condition as unknown[]).some(isEmpty);
    return (
      QUANTIFIERS.includes(name) || typeof condition !== 'object' || Array.isArray(condition) || !isEmpty(condition)
    );
  });
}

const not = (value: TruthValue): TruthValue => (value === null ? null : !value);
const allOf = (values: readonly TruthValue[]): TruthValue =>
  values.includes(false) ? false : values.includes(null) ? null : true;

/** Removes case, accents and variants of letters from a text. */
export function foldCase(text: string): string {
  return text.normalize('NFKD').toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

/** Returns the first and last day of a date as texts that sort chronologically. */
export function firstAndLastDay(date: string): [string, string] {
  const [year, month, day] = date.split('-');
  if (day) return [date, date];
  if (!month) return [`${year}-01-01`, `${year}-12-31`];
  return [`${date}-01`, `${date}-${new Date(Number(year), Number(month), 0).getDate()}`];
}

function valuesMeet(operator: string, operand: unknown, values: readonly unknown[]): boolean {
  const has = (value: unknown) => values.some((each) => isEqualFolded(each, value));
  if (operator === 'exists') return operand === values.length > 0;
  if (operator === 'has') return has(operand);
  return operator === 'hasAny' ? (operand as unknown[]).some(has) : (operand as unknown[]).every(has);
}

const isEqualFolded = (one: unknown, other: unknown) =>
  typeof one === 'string' ? foldCase(one) === foldCase(String(other)) : one === other;

function valueMeets(input: Input, operator: string, operand: unknown, value: unknown): boolean {
  if (operator === 'exists') return operand === (value !== null);
  if (value === null) return false;
  const type = getNamedType(input.getFields()['eq']!.type).name;
  if (operator === 'in') return (operand as unknown[]).some((each) => valueMeets(input, 'eq', each, value));
  if (operator === 'contains') return foldCase(value as string).includes(foldCase(operand as string));
  if (operator === 'startsWith') return foldCase(value as string).startsWith(foldCase(operand as string));
  const span = (of: unknown): [number | string, number | string] => {
    if (type === 'PartialDate') return firstAndLastDay(of as string);
    return type === 'DateTime' ? [Date.parse(of as string), Date.parse(of as string)] : [of as number, of as number];
  };
  const [[first, last], [from, to]] = [span(value), span(operand)];
  switch (operator) {
    case 'eq':
      if (type === 'String' || type === 'URL') return isEqualFolded(value, operand);
      return first >= from && last <= to;
    case 'lt':
      return last < from;
    case 'lte':
      return last <= to;
    case 'gt':
      return first > to;
    case 'gte':
      return first >= from;
    default:
      throw new Error(`Unknown operator "${operator}" of ${input.name}`);
  }
}
