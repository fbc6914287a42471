import { getNamedType, type GraphQLInputObjectType, type GraphQLNamedType, isEnumType, isListType } from 'graphql';
import type { Random } from '../store/random.js';
import { conditionsOf, fieldFilterType, type Filter, filterTarget } from './introspection.js';

/** Operands by type, for types without known values. */
const SAMPLE_OPERANDS: Record<string, readonly unknown[]> = {
  Boolean: [true, false],
  Int: [0, 3],
  Float: [0, 2.5],
  DateTime: ['2026-01-01T00:00:00Z'],
  PartialDate: ['2024', '2023-06', '2024-01-15'],
  AreaCode: ['IT'],
  Language: ['en'],
  URL: ['https://nowhere.example/'],
};
/** Texts that match under folding, or that are special in regular expressions. */
const ODD_TEXTS = ['(', '.*', '\\', 'É', 'ﬁ', ' '];

/** Generates random filters from their input types, so that they cover everything the schema accepts. */
export class RandomFilter {
  /** @param valuesOf returns the values of all fields of a name; for `AreaCode`, all codes of areas */
  constructor(
    private readonly random: Random,
    private readonly valuesOf: (name: string) => readonly unknown[],
  ) {}

  /** Returns a random filter with at most `depth` levels of nesting. */
  of(input: GraphQLInputObjectType, depth: number): Filter {
    const { random } = this;
    const part = () => this.of(input, depth - 1);
    const parts = () => Array.from({ length: 1 + random.below(3) }, part);
    if (depth > 0 && random.chance(0.3)) return random.pick([{ and: parts() }, { or: parts() }, { not: part() }]);
    if (random.chance(0.08)) return { exists: random.chance(0.5) };
    if (random.chance(0.04)) return this.ofAllListed(input);
    const names = conditionsOf(input).filter(
      (name) => depth > 0 || filterTarget(fieldFilterType(input, name)).startsWith('VALUE'),
    );
    const chosen = random.pickSome(names, names.length > 0 ? 1 : 0, 2);
    return Object.fromEntries(
      chosen.map((name) => [
        name,
        random.chance(0.03) ? null : this.condition(fieldFilterType(input, name), name, depth),
      ]),
    );
  }

  /** Returns a condition on a field that every listed entry meets. */
  private ofAllListed(input: GraphQLInputObjectType): Filter {
    const names = conditionsOf(input).filter((name) => 'in' in fieldFilterType(input, name).getFields());
    return names.length === 0 ? {} : { not: { [this.random.pick(names)]: { in: [] } } };
  }

  private condition(input: GraphQLInputObjectType, name: string, depth: number): Filter {
    const { random } = this;
    const form = filterTarget(input);
    if (form === 'ONE') return this.of(input, depth - 1);
    if (form !== 'MANY')
      return Object.fromEntries(Array.from({ length: random.chance(0.85) ? 1 : 2 }, () => this.operation(input, name)));
    const via =
      'via' in input.getFields() && random.chance(0.5)
        ? { via: this.of(fieldFilterType(input, 'via'), depth - 1) }
        : {};
    if (random.chance('via' in via ? 0.4 : 0.15))
      return random.chance(0.5) ? via : { ...via, exists: random.chance(0.5) };
    const quantifiers = random.pickSome(['some', 'some', 'every', 'none'], 1, random.chance(0.15) ? 2 : 1);
    // Conditions in one object apply to the same item.
    const condition = random.chance(0.05) ? {} : this.of(fieldFilterType(input, quantifiers[0]!), depth - 1);
    return { ...via, ...Object.fromEntries(quantifiers.map((each) => [each, condition])) };
  }

  private operation(input: GraphQLInputObjectType, name: string): [string, unknown] {
    const { random } = this;
    const { name: operator, type } = random.pick(Object.values(input.getFields()));
    if (operator === 'exists') return [operator, random.chance(0.5)];
    const operand = () => this.operand(getNamedType(type), name);
    if (isListType(type)) return [operator, Array.from({ length: random.below(4) }, operand)];
    if (operator !== 'contains' && operator !== 'startsWith') return [operator, operand()];
    const text = String(operand());
    const begin = operator === 'startsWith' ? 0 : random.below(text.length);
    const piece = text.slice(begin, begin + 1 + random.below(6));
    return [operator, random.chance(0.1) ? random.pick(ODD_TEXTS) : piece];
  }

  private operand(type: GraphQLNamedType, name: string): unknown {
    const { random } = this;
    if (isEnumType(type) && random.chance(0.3)) return random.pick(type.getValues()).name;
    const knownValues = this.valuesOf(type.name === 'AreaCode' ? type.name : name).filter((value) => fits(type, value));
    const value = random.pick(
      knownValues.length > 0
        ? knownValues
        : isEnumType(type)
          ? type.getValues().map((each) => each.name)
          : (SAMPLE_OPERANDS[type.name] ?? ['x']),
    );
    if (type.name === 'PartialDate') return String(value).slice(0, random.pick([4, 7, 10]));
    if (type.name === 'String' && random.chance(0.2)) return String(value).toUpperCase();
    return value;
  }
}

/** Whether a value can be an operand of a type. Fields of the same name may have different types. */
function fits(type: GraphQLNamedType, value: unknown): boolean {
  if (isEnumType(type)) return type.getValues().some(({ name }) => name === value);
  const expectedType = { Boolean: 'boolean', Int: 'number', Float: 'number' }[type.name] ?? 'string';
  if (typeof value !== expectedType) return false;
  if (type.name === 'PartialDate') return /^\d{4}(-\d\d){0,2}$/.test(String(value));
  if (type.name === 'URL') return String(value).startsWith('http');
  return type.name !== 'DateTime' || !Number.isNaN(Date.parse(String(value)));
}
