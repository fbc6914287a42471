import type { Field, Interface, Inverse, Kind, Model, Shape } from '../model/model.js';
import { filterableLinkContainer } from '../model/links.js';
import { sdlDefinition, type SdlLine } from './sdl-text.js';

const NUMBER_COMPARISONS = {
  lt: 'The value is less than this.',
  lte: 'The value is less than or equal to this.',
  gt: 'The value is greater than this.',
  gte: 'The value is greater than or equal to this.',
};
/** Descriptions of the comparison operators, by name of a scalar type whose values have an order. */
const COMPARISONS: Readonly<Record<string, typeof NUMBER_COMPARISONS>> = {
  Int: NUMBER_COMPARISONS,
  Float: NUMBER_COMPARISONS,
  DateTime: {
    lt: 'The value is earlier than this.',
    lte: 'The value is not later than this.',
    gt: 'The value is later than this.',
    gte: 'The value is not earlier than this.',
  },
  PartialDate: {
    lt: 'The date ends before this date starts.',
    lte: 'The date ends no later than this date.',
    gt: 'The date starts after this date ends.',
    gte: 'The date starts no earlier than this date.',
  },
};
/** Scalars that can be matched by a substring. */
const TEXT_SCALARS = ['String', 'URL'];
const FOLDED_SUFFIX = ', ignoring case and accents';
/** Description suffix of `eq` and `in`, by scalar that is not compared exactly. */
const EQUALITY_SUFFIXES: Readonly<Record<string, string>> = {
  String: FOLDED_SUFFIX,
  URL: FOLDED_SUFFIX,
  PartialDate: ', or lies within it (2024 matches 2024-06)',
};

/** Returns the name of the filter for one value of a scalar, an enum, an embedded type or a linked kind. */
function filterName(type: string): string {
  return `${type}Filter`;
}

/** Returns the SDL of all filter inputs: one for each type that a filter can reach, and one for lists of it. */
export function filterTypes(model: Model): string {
  return new FilterWriter(model).write();
}

class FilterWriter {
  private readonly sdlByName = new Map<string, string>();

  constructor(private readonly model: Model) {}

  write(): string {
    for (const kind of this.model.kinds) this.shapeFilter(kind);
    for (const type of this.model.interfaces) if (type.fields.some((field) => field.filter)) this.interfaceFilter(type);
    return [...this.sdlByName.keys()]
      .sort()
      .map((name) => this.sdlByName.get(name))
      .join('\n');
  }

  /** Writes the filter of a shape and the filters it refers to, each at most once. Returns its name. */
  private shapeFilter(shape: Shape | Kind | Interface, extra: readonly SdlLine[] = []): string {
    const name = filterName(shape.name);
    if (this.sdlByName.has(name)) return name;
    this.sdlByName.set(name, '');
    const lines: SdlLine[] = [
      { description: 'All of these conditions are met.', text: `and: [${name}!]` },
      { description: 'At least one of these conditions is met.', text: `or: [${name}!]` },
      { description: 'This condition is not met.', text: `not: ${name}` },
      { description: 'Whether there is a value: false matches null.', text: 'exists: Boolean' },
      ...extra,
      ...shape.fields
        .filter((field) => field.filter)
        .map((field) => ({
          description: `Condition on "${field.name}": ${field.description}`,
          text: `${field.name}: ${this.fieldFilter(field)}`,
        })),
      ...('inverses' in shape ? shape.inverses : [])
        .filter((inverse) => !inverse.mixed)
        .map((inverse) => ({
          description: `Condition on "${inverse.name}": ${inverse.description}`,
          text: `${inverse.name}: ${this.inverseFilter(inverse)}`,
        })),
    ];
    this.sdlByName.set(
      name,
      sdlDefinition('input', name, `Conditions on values of type ${shape.name}. All of them have to be met.`, lines),
    );
    return name;
  }

  /** Writes the filter for an inverse field. If the links contain data, it also has the condition `via`. */
  private inverseFilter(inverse: Inverse): string {
    const linkingKind = this.model.kind(inverse.origins[0]!.kind);
    const container = filterableLinkContainer(this.model, inverse);
    if (!container) return this.objectListFilter(this.shapeFilter(linkingKind), linkingKind.name);
    const via = {
      description: 'Condition on the data of the link. Without other conditions, at least one such link exists.',
      text: `via: ${this.shapeFilter(container)}`,
    };
    return this.objectListFilter(this.shapeFilter(linkingKind), `${linkingKind.name}Via${container.name}`, [via]);
  }

  private interfaceFilter(target: Interface): string {
    const kind = {
      description: 'Condition on the kind of the entry.',
      text: `entryKind: ${this.scalarFilter('EntryKind', true)}`,
    };
    return this.shapeFilter(target, [kind]);
  }

  private fieldFilter(field: Field): string {
    const itemFilter = this.singleFilter(field);
    if (!field.list) return itemFilter;
    return field.category === 'scalar' || field.category === 'enum'
      ? this.valueListFilter(field)
      : this.objectListFilter(itemFilter, field.type);
  }

  private singleFilter(field: Field): string {
    if (field.link?.toInterface) {
      return this.interfaceFilter(this.model.interfaces.find((type) => type.name === field.type)!);
    }
    if (field.link) return this.shapeFilter(this.model.kind(field.type));
    if (field.category === 'object') return this.shapeFilter(this.model.shape(field.type));
    return this.scalarFilter(field.type, field.category === 'enum');
  }

  private scalarFilter(type: string, isEnum: boolean): string {
    const name = filterName(type);
    if (this.sdlByName.has(name)) return name;
    const isText = !isEnum && TEXT_SCALARS.includes(type);
    const equality = EQUALITY_SUFFIXES[type] ?? '';
    const lines: SdlLine[] = [{ description: `The value equals this${equality}.`, text: `eq: ${type}` }];
    if (type !== 'Boolean') {
      lines.push({ description: `The value equals one of these${equality}.`, text: `in: [${type}!]` });
    }
    if (isText) {
      lines.push(
        { description: `The text contains this${FOLDED_SUFFIX}.`, text: 'contains: String' },
        { description: `The text starts with this${FOLDED_SUFFIX}.`, text: 'startsWith: String' },
      );
    }
    for (const [operator, description] of Object.entries(COMPARISONS[type] ?? {})) {
      lines.push({ description, text: `${operator}: ${type}` });
    }
    lines.push({ description: 'Whether there is a value: false matches null.', text: 'exists: Boolean' });
    this.sdlByName.set(
      name,
      sdlDefinition('input', name, `Conditions on a value of type ${type}. All of them have to be met.`, lines),
    );
    return name;
  }

  /** Writes the filter for a list of scalars or enum values. */
  private valueListFilter(field: Field): string {
    const name = `${field.type}ListFilter`;
    if (!this.sdlByName.has(name)) {
      const lines = [
        { description: 'The list contains this value.', text: `has: ${field.type}` },
        { description: 'The list contains at least one of these values.', text: `hasAny: [${field.type}!]` },
        { description: 'The list contains all of these values.', text: `hasAll: [${field.type}!]` },
        { description: 'Whether the list has at least one value.', text: 'exists: Boolean' },
      ];
      this.sdlByName.set(
        name,
        sdlDefinition(
          'input',
          name,
          `Conditions on a list of ${field.type} values. All of them have to be met.`,
          lines,
        ),
      );
    }
    return name;
  }

  /** Writes the filter for a list of embedded objects or links. */
  private objectListFilter(itemFilter: string, type: string, more: readonly SdlLine[] = []): string {
    const name = `${type}ListFilter`;
    if (!this.sdlByName.has(name)) {
      const lines = [
        { description: 'At least one item matches.', text: `some: ${itemFilter}` },
        { description: 'Every item matches. An empty list matches too.', text: `every: ${itemFilter}` },
        { description: 'No item matches. An empty list matches too.', text: `none: ${itemFilter}` },
        { description: 'Whether the list has at least one item.', text: 'exists: Boolean' },
        ...more,
      ];
      this.sdlByName.set(
        name,
        sdlDefinition('input', name, `Conditions on a list of ${type} items. All of them have to be met.`, lines),
      );
    }
    return name;
  }
}
