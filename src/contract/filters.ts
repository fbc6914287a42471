import type { Field, Interface, Inverse, Kind, Model, Shape } from '../model/model.js';
import { filteredVia } from '../model/links.js';
import type { Line } from './sdl-text.js';
import { definition, firstClause } from './sdl-text.js';

const NUMBERS = { lt: 'It is less.', lte: 'It is no more.', gt: 'It is more.', gte: 'It is no less.' };
/** Scalars whose values have an order that means something, and what is said of a value by it. */
const ORDERED: Readonly<Record<string, typeof NUMBERS>> = {
  Int: NUMBERS,
  Float: NUMBERS,
  DateTime: { lt: 'It is earlier.', lte: 'It is no later.', gt: 'It is later.', gte: 'It is no earlier.' },
  PartialDate: {
    lt: 'It ends before.',
    lte: 'It ends no later.',
    gt: 'It begins after.',
    gte: 'It begins no earlier.',
  },
};
/** Scalars in which parts of words are sought. */
const TEXTUAL = ['String', 'URL'];
const FOLDED = '; case and accents do not count';
/** What is said of equal values where they need not be the same. */
const ALIKE: Readonly<Record<string, string>> = {
  String: FOLDED,
  URL: FOLDED,
  PartialDate: ', or a part of it',
};

/** The name of the filter for one value of a scalar, an enum, an embedded type or a linked kind. */
function filterName(type: string): string {
  return `${type}Filter`;
}

/**
 * Every filter input that the kinds need, as SDL text: one for each kind, linked interface, embedded type, scalar and
 * enum that a filter can reach, and one for lists of each that stand in a list.
 */
export function filterTypes(model: Model): string {
  return new FilterWriter(model).write();
}

class FilterWriter {
  private readonly written = new Map<string, string>();

  constructor(private readonly model: Model) {}

  write(): string {
    for (const kind of this.model.kinds) this.shape(kind);
    for (const each of this.model.interfaces) if (each.fields.some((field) => field.filter)) this.ofInterface(each);
    return [...this.written.keys()]
      .sort()
      .map((name) => this.written.get(name))
      .join('\n');
  }

  /** Writes the filter of a shape, and of all it reaches, once. */
  private shape(shape: Shape | Kind | Interface, extra: readonly Line[] = []): string {
    const name = filterName(shape.name);
    if (this.written.has(name)) return name;
    this.written.set(name, '');
    const lines: Line[] = [
      { description: 'All hold.', text: `and: [${name}!]` },
      { description: 'One holds.', text: `or: [${name}!]` },
      { description: 'Does not hold.', text: `not: ${name}` },
      { description: 'Is there.', text: 'exists: Boolean' },
      ...extra,
      ...shape.fields
        .filter((field) => field.filter)
        .map((field) => ({ description: firstClause(field.description), text: `${field.name}: ${this.field(field)}` })),
      ...('inverses' in shape ? shape.inverses : [])
        .filter((inverse) => !inverse.mixed)
        .map((inverse) => ({
          description: 'What links here.',
          text: `${inverse.name}: ${this.inverse(inverse)}`,
        })),
    ];
    this.written.set(name, definition('input', name, `Which ${shape.name}.`, lines));
    return name;
  }

  /** Filter for what links here. Where the links carry data, it takes `via` beside the quantifiers. */
  private inverse(inverse: Inverse): string {
    const far = this.model.kind(inverse.origins[0]!.kind);
    const part = filteredVia(this.model, inverse);
    if (!part) return this.list(this.shape(far), far.name);
    const via = {
      description: 'Only links that say this; alone, that there is one.',
      text: `via: ${this.shape(part)}`,
    };
    return this.list(this.shape(far), `${far.name}Via${part.name}`, [via]);
  }

  private ofInterface(target: Interface): string {
    const kind = { description: 'Of which kind it is.', text: `entryKind: ${this.plain('EntryKind', true)}` };
    return this.shape(target, [kind]);
  }

  private field(field: Field): string {
    const single = this.single(field);
    if (!field.list) return single;
    return field.nature === 'scalar' || field.nature === 'enum' ? this.values(field) : this.list(single, field.type);
  }

  private single(field: Field): string {
    if (field.link?.toInterface) {
      return this.ofInterface(this.model.interfaces.find((each) => each.name === field.type)!);
    }
    if (field.link) return this.shape(this.model.kind(field.type));
    if (field.nature === 'object') return this.shape(this.model.shape(field.type));
    return this.plain(field.type, field.nature === 'enum');
  }

  /** Filter for one scalar or enum value. */
  private plain(type: string, isEnum: boolean): string {
    const name = filterName(type);
    if (this.written.has(name)) return name;
    const text = !isEnum && TEXTUAL.includes(type);
    const alike = ALIKE[type] ?? '';
    const lines: Line[] = [{ description: `Is this${alike}.`, text: `eq: ${type}` }];
    if (type !== 'Boolean') {
      lines.push({ description: `Is one of these${alike}.`, text: `in: [${type}!]` });
    }
    if (text) {
      lines.push(
        { description: `Holds this${FOLDED}.`, text: 'contains: String' },
        { description: `Starts with this${FOLDED}.`, text: 'startsWith: String' },
      );
    }
    for (const [operator, description] of Object.entries(ORDERED[type] ?? {})) {
      lines.push({ description, text: `${operator}: ${type}` });
    }
    lines.push({ description: 'Is there.', text: 'exists: Boolean' });
    this.written.set(name, definition('input', name, `Which ${type}.`, lines));
    return name;
  }

  /** Filter for a list of scalars or enum values. */
  private values(field: Field): string {
    const name = `${field.type}ListFilter`;
    if (!this.written.has(name)) {
      const lines = [
        { description: 'Holds this.', text: `has: ${field.type}` },
        { description: 'Holds one of these.', text: `hasAny: [${field.type}!]` },
        { description: 'Holds all of these.', text: `hasAll: [${field.type}!]` },
        { description: 'Holds any.', text: 'exists: Boolean' },
      ];
      this.written.set(name, definition('input', name, `Which list of ${field.type}.`, lines));
    }
    return name;
  }

  /** Filter for a list of embedded objects or links, each matched as one. */
  private list(single: string, type: string, more: readonly Line[] = []): string {
    const name = `${type}ListFilter`;
    if (!this.written.has(name)) {
      const lines = [
        { description: 'One is so.', text: `some: ${single}` },
        { description: 'None is otherwise.', text: `every: ${single}` },
        { description: 'None is so.', text: `none: ${single}` },
        { description: 'It has any.', text: 'exists: Boolean' },
        ...more,
      ];
      this.written.set(name, definition('input', name, `Which list of ${type}.`, lines));
    }
    return name;
  }
}
