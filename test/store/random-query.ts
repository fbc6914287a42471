import {
  commonSortableLeaves,
  entryKindName,
  type Field,
  type Inverse,
  type Kind,
  type LeafPath,
  type Model,
  type Shape,
  sortableLeaves,
} from '../../src/model/model.js';
import type { FilterInput, OrderTerm } from '../../src/store/entries.js';
import type { RandomContent } from './random-content.js';
import type { Random } from './random.js';

/** Generates random filters and orders that the schema accepts. */
export class RandomQuery {
  constructor(
    private readonly model: Model,
    private readonly random: Random,
    private readonly base: RandomContent,
  ) {}

  order(kind: Kind): OrderTerm[] {
    return this.orderOf(sortableLeaves(this.model, kind));
  }

  /** Returns an order for entries of several kinds. */
  commonOrder(): OrderTerm[] {
    return this.orderOf(commonSortableLeaves(this.model));
  }

  private orderOf(leaves: readonly LeafPath[]): OrderTerm[] {
    return this.random
      .pickSome(leaves, 0, 2)
      .map(({ path }) => ({ path, direction: this.random.chance(0.5) ? 'ASC' : 'DESC' }));
  }

  locales(): string[] {
    const { locales } = this.model;
    return this.random.pick([['en'], [this.random.pick(locales), 'en'], this.random.pickSome(locales, 0, 3)]);
  }

  /** Returns a random filter with at most `depth` levels of nesting. */
  filter(shape: Shape, depth: number, isInterface = false): FilterInput {
    const { random } = this;
    if (depth > 0 && random.chance(0.3)) {
      const parts = () => Array.from({ length: 1 + random.below(2) }, () => this.filter(shape, depth - 1, isInterface));
      return random.pick([{ and: parts() }, { or: parts() }, { not: this.filter(shape, depth - 1, isInterface) }]);
    }
    const fields = shape.fields.filter((field) => field.filter && (depth > 0 || isLeaf(field)));
    const inverses = 'inverses' in shape ? (shape as Kind).inverses.filter(({ mixed }) => !mixed) : [];
    if (isInterface && random.chance(0.3)) return { entryKind: this.kindFilter(shape) };
    if (depth > 0 && inverses.length > 0 && random.chance(0.2)) {
      const inverse = random.pick(inverses);
      return { [inverse.name]: this.linkingFilter(inverse, depth - 1) };
    }
    if (fields.length === 0) return { exists: random.chance(0.7) };
    return Object.fromEntries(random.pickSome(fields, 1, 2).map((field) => [field.name, this.field(field, depth)]));
  }

  /** Returns a condition on all links by an inverse, often only on links that meet a condition. */
  private linkingFilter(inverse: Inverse, depth: number): FilterInput {
    const { via, ...inner } = this.linkFilter(inverse, depth);
    if (via === undefined) return this.quantified(() => inner);
    return { via, ...(this.random.chance(0.8) && this.quantified(() => inner)) };
  }

  /** Returns a filter for the entries that link by an inverse, often with a condition on the link. */
  linkFilter(inverse: Inverse, depth: number): FilterInput {
    const { random } = this;
    const target = this.model.kind(inverse.origins[0]!.kind);
    if (inverse.via === null) return this.filter(target, depth);
    const part = this.model.shape(inverse.via);
    const chosen = random.pick(['via', 'both', 'entry']);
    if (chosen === 'via') return { via: this.filter(part, depth) };
    return { ...this.filter(target, depth), ...(chosen === 'both' && { via: this.filter(part, depth) }) };
  }

  /** Sets some conditions of a filter to null, at any depth. */
  withNulls(filter: FilterInput): FilterInput {
    const within = (condition: unknown): unknown => {
      if (this.random.chance(0.2)) return null;
      if (Array.isArray(condition)) {
        const isListOfFilters = condition.some((each) => typeof each === 'object');
        return isListOfFilters ? condition.map((each) => this.withNulls(each as FilterInput)) : condition;
      }
      return typeof condition === 'object' ? this.withNulls(condition as FilterInput) : condition;
    };
    return Object.fromEntries(Object.entries(filter).map(([name, condition]) => [name, within(condition)]));
  }

  private field(field: Field, depth: number): FilterInput {
    if (isLeaf(field)) return field.list ? this.list(field) : this.scalar(field);
    const inner = (): FilterInput => {
      if (!field.list && this.random.chance(0.2)) return { exists: this.random.chance(0.5) };
      if (field.category === 'object') return this.filter(this.model.shape(field.type), depth - 1);
      if (!field.link!.toInterface) return this.filter(this.model.kind(field.type), depth - 1);
      return this.filter(
        this.model.interfaces.find(({ name }) => name === field.type)!,
        depth - 1,
        true,
      );
    };
    return field.list ? this.quantified(inner) : inner();
  }

  private quantified(inner: () => FilterInput): FilterInput {
    const { random } = this;
    if (random.chance(0.15)) return { exists: random.chance(0.5) };
    return { [random.pick(['some', 'some', 'every', 'none'])]: random.chance(0.05) ? {} : inner() };
  }

  private kindFilter(shape: Shape): FilterInput {
    const members = this.model.interfaces.find(({ name }) => name === shape.name)!.members;
    const names = members.map((name) => entryKindName(this.model.kind(name)));
    const name = this.random.pick(names);
    return this.random.pick([{ eq: name }, { in: names.slice(0, 2) }]);
  }

  private list(field: Field): FilterInput {
    const value = () => this.base.value({ ...field, list: false }, 'en');
    return this.random.pick([
      { has: value() },
      { hasAny: [value(), value()] },
      { hasAll: [value(), value()] },
      { exists: this.random.chance(0.5) },
    ]);
  }

  private scalar(field: Field): FilterInput {
    const { random } = this;
    const value = () => this.operand(field);
    const operators: Record<string, () => unknown> = {
      eq: value,
      in: () => [value(), value()],
      exists: () => random.chance(0.5),
    };
    if (['String', 'URL'].includes(field.type)) {
      operators.contains = () => random.pick(['a', 'BE', 'é', '.', '+', '(', 'rich', 'FI']);
      operators.startsWith = () => random.pick(['a', 'Z', 'É', '(', 'Fin']);
    }
    if (['Int', 'Float', 'PartialDate', 'DateTime'].includes(field.type)) {
      for (const name of ['lt', 'lte', 'gt', 'gte']) operators[name] = value;
    }
    const name = random.pick(Object.keys(operators));
    return { [name]: operators[name]!() };
  }

  private operand(field: Field): unknown {
    if (field.name === 'slug') return this.random.pick([...this.base.slugs.values()].flat());
    if (field.type === 'Locale') return this.random.pick(this.model.locales);
    if (field.category === 'enum') return this.random.pick(this.model.enum(field.type).values).name;
    return this.base.scalar(field.type);
  }
}

function isLeaf(field: Field): boolean {
  return field.category === 'scalar' || field.category === 'enum';
}
