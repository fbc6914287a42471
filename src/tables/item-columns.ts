import { type GraphQLNamedType, type GraphQLSchema, isEnumType, isObjectType, isScalarType } from 'graphql';
import {
  compileListCell,
  findResponseKey,
  joinCells,
  readProperty,
  type RowItem,
  type TableCell,
  toCellItem,
  toTableCell,
} from './table-cell.js';
import type { Column, ColumnDraft, ColumnRole } from './column.js';
import { ADDED_ALIAS_PREFIX, isFigureType, isIndicatorType } from './row-key-fields.js';
import type { SelectedField } from './read-selection.js';

type Roles = Readonly<Record<string, ColumnRole>>;

const OBSERVATION: Roles = { period: 'period', value: 'value', state: 'state', flags: 'flags' };
const { value: _, ...OBSERVATION_WITHOUT_VALUE } = OBSERVATION;

/** Column roles of fields, by GraphQL type. */
const ROLES: Readonly<Record<string, Roles>> = {
  Series: { unit: 'unit' },
  Observation: OBSERVATION,
  RankedArea: { rank: 'rank', value: 'value', unit: 'unit' },
  Growth: { unit: 'unit' },
  Development: { unit: 'unit' },
  CellChange: { period: 'period' },
  ComparedPeriod: { period: 'period' },
};
const AREA: Roles = { code: 'area_code', title: 'area' };
const INDICATOR: Roles = { title: 'indicator', slug: 'indicator_code' };
const INDICATOR_ROLES: Roles = { ...INDICATOR, unit: 'unit' };
const VINTAGE: Roles = { number: 'vintage_number', date: 'vintage_date', dateOf: 'vintage_date_of', at: 'vintage_at' };
const SOURCE: Roles = {
  title: 'source',
  publisherName: 'source_publisher',
  url: 'source_url',
  reference: 'source_reference',
  licence: 'source_licence',
};
const POPULATION: Roles = { title: 'population' };
const POPULATION_VINTAGE: Roles = { date: 'population_vintage_date', dateOf: 'population_vintage_date_of' };
/** Column names that differ from the field names of the contract. */
const COLUMN_NAMES: Readonly<Record<string, string>> = { populationVintage: 'population_vintage' };

/** Types whose lists are never joined into a cell. */
const NEVER_JOINED = ['Series', 'ComparedPeriod', 'Breakdown', 'Dimension'];
const NOT_COLUMNS = ['pageInfo', 'totalCount', 'cursor', 'facets'];

/** Position of an object within the item of a row. */
interface Place {
  objects: readonly string[];
  path: readonly string[];
  roles: Roles;
  isLatest: boolean;
  /** Selection of the earlier figure of a change. Absent unless the object is the later one. */
  from?: SelectedField;
}

/** Returns the columns of an item, in query order. A list becomes one column; lists of figures are omitted. */
export function itemColumns(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  subfields: readonly SelectedField[],
): ColumnDraft[] {
  const roles = ROLES[type.name] ?? (isIndicatorType(schema, type) ? INDICATOR_ROLES : {});
  return new ColumnBuilder(schema).columns(subfields, { objects: [], path: [], roles, isLatest: false });
}

class ColumnBuilder {
  constructor(private readonly schema: GraphQLSchema) {}

  columns(subfields: readonly SelectedField[], place: Place): ColumnDraft[] {
    const counts = new Map<string, number>();
    for (const { name, isAdded } of subfields) if (!isAdded) counts.set(name, (counts.get(name) ?? 0) + 1);
    return subfields.flatMap((selected) => {
      const { name, type, isList, isConnection, isAdded } = selected;
      if (NOT_COLUMNS.includes(name)) return [];
      if (selected.subfields.length === 0) return this.valueColumn(selected, place);
      if (name === 'sources' && selected.parent.name === 'Observation') return sourceColumns(selected, place);
      if (isList || isConnection) return this.listColumn(selected, place);
      // An object that is selected several times becomes a table of its own.
      if ((counts.get(name) ?? 0) > 1) return [];
      // The sum of a list of series is a row of the table of these series.
      if (type.name === 'Series' && selected.key !== name && counts.has('series')) return [];
      if (name === 'vintage' && type.name === 'Vintage') return this.nested(selected, place, VINTAGE);
      // A change between editions has a single source column for its two figures.
      if (name === 'source' && isAdded && place.path.at(-1) === 'from') return [];
      if (name === 'source' && place.path.at(-1) === 'to') return this.changeSource(selected, place);
      if (name === 'populationVintage') return this.nested(selected, place, POPULATION_VINTAGE);
      const from = name === 'to' ? subfields.find((candidate) => candidate.name === 'from') : undefined;
      return this.nested(selected, from ? { ...place, from } : place, this.chooseRoles(selected));
    });
  }

  /** Returns the source columns of a change: the common source, or the sources of both figures. */
  private changeSource(selected: SelectedField, place: Place): ColumnDraft[] {
    const later = this.nested(selected, place, SOURCE);
    const earlier = place.from?.subfields.find(({ name }) => name === 'source');
    if (!place.from || !earlier) return later;
    const [fromKey, { key, subfields }] = [place.from.key, earlier];
    const parentPath = place.path.slice(0, -1);
    const sourceIn = (item: RowItem, end: string, inner: string) =>
      [...parentPath, end, inner].reduce(readProperty, item as unknown);
    const distinctSources = (item: RowItem) => {
      const bothSources = [
        { source: sourceIn(item, fromKey, key), subfields },
        { source: sourceIn(item, place.path.at(-1)!, selected.key), subfields: selected.subfields },
      ];
      const [firstEnd, other] = bothSources.map((end) =>
        JSON.stringify(Object.keys(SOURCE).map((name) => readSourceField(end, name))),
      );
      return firstEnd === other ? bothSources.slice(1) : bothSources;
    };
    return later.map((draft) => {
      const name = Object.keys(SOURCE).find((candidate) => SOURCE[candidate] === draft.role);
      return name === undefined
        ? draft
        : {
            ...draft,
            contractType: null,
            read: (item) => joinCells(distinctSources(item).map((end) => readSourceField(end, name))),
          };
    });
  }

  private nested(selected: SelectedField, { objects, path, isLatest, from }: Place, roles: Roles): ColumnDraft[] {
    const { key, name, parent } = selected;
    const isOwnFigure = name === 'observation' && parent.name === 'RankedArea';
    const isNode = name === 'node';
    return this.columns(selected.subfields, {
      objects: isOwnFigure || isNode ? objects : [...objects, COLUMN_NAMES[unprefixed(key)] ?? unprefixed(key)],
      path: [...path, key],
      roles,
      isLatest: isLatest || (name === 'latest' && parent.name === 'Series'),
      ...(from && { from }),
    });
  }

  private chooseRoles({ name, parent, type, subfields }: SelectedField): Roles {
    if (name === 'observation' && parent.name === 'RankedArea') return OBSERVATION_WITHOUT_VALUE;
    if (name === 'latest' && parent.name === 'Series') return OBSERVATION;
    const isFigure = parent.name === 'Series' || isFigureType(parent.name);
    if (name === 'area' && isFigure) return AREA;
    if (name === 'population' && isFigure) return POPULATION;
    if (!isIndicatorType(this.schema, type)) return {};
    const isSubject = subfields.some((field) => field.type.name === 'Series' || isFigureType(field.type.name));
    if (isSubject) return INDICATOR_ROLES;
    return name === 'indicator' ? INDICATOR : {};
  }

  private valueColumn(selected: SelectedField, place: Place): ColumnDraft[] {
    const { key, name, parent, field, type, isAdded, isList } = selected;
    // `__typename` is constant for an object type.
    if (name === '__typename' && isObjectType(parent)) return [];
    const isTitle = name === 'title' && (key === name || key === `${ADDED_ALIAS_PREFIX}${name}`);
    const isText = field.args.some((arg) => arg.name === 'locale') || type.name === 'Markdown';
    const isNumber = !isList && isScalarType(type) && (type.name === 'Int' || type.name === 'Float');
    return [
      {
        ...place,
        leaf: isTitle ? null : key === '__typename' ? 'type' : unprefixed(key),
        role: place.roles[name] ?? null,
        isAdded,
        isName: ['title', 'slug', 'code', 'name', 'message'].includes(name),
        type: isNumber ? 'NUMBER' : type.name === 'Boolean' && !isList ? 'BOOLEAN' : textType(selected),
        contractType: name === '__typename' ? name : type.name,
        description: field.description ?? null,
        isRepeated: !place.isLatest && (isTitle || !isText),
        read: compileReader([...place.path, key], toTableCell),
      },
    ];
  }

  private listColumn(selected: SelectedField, place: Place): ColumnDraft[] {
    const { key, type, field, isAdded } = selected;
    if (isAdded || isFigureType(type.name) || NEVER_JOINED.includes(type.name)) return [];
    return [
      {
        ...place,
        leaf: unprefixed(key),
        role: null,
        isAdded,
        isName: false,
        type: listType(selected),
        contractType: null,
        description: field.description ?? null,
        isRepeated: false,
        read: compileReader([...place.path, key], compileListCell(selected)),
      },
    ];
  }
}

/** Returns the value of a field of a source, even if the query selects the field with an alias. */
function readSourceField(
  { source, subfields }: { source: unknown; subfields: readonly SelectedField[] },
  name: string,
): TableCell {
  const key = findResponseKey(subfields, name);
  return key === null ? null : toTableCell(readProperty(source, key));
}

function textType({ name, type }: SelectedField): Column['type'] {
  if (isEnumType(type)) return 'ENUM';
  // By convention, a text field named `field` contains a field path.
  return name === 'field' && type.name === 'String' ? 'FIELD' : 'TEXT';
}

function listType({ subfields }: SelectedField): Column['type'] {
  const types = subfields.filter(({ isAdded }) => !isAdded).flatMap((field) => [textType(field), listType(field)]);
  return types.find((type) => type === 'ENUM') ?? types.find((type) => type === 'FIELD') ?? 'TEXT';
}

function sourceColumns({ key, subfields, isAdded, field }: SelectedField, place: Place): ColumnDraft[] {
  const isOwn = place.objects.length === 0 || place.isLatest;
  const column = ([inner, role]: readonly [string, ColumnRole]): ColumnDraft[] => {
    const innerKey = findResponseKey(subfields, inner);
    if (innerKey === null) return [];
    const text = (source: unknown) => toTableCell(readProperty(source, innerKey));
    const texts = (value: unknown) => {
      if (!Array.isArray(value)) return null;
      return value.length === 1 ? toCellItem(text(value[0])) : joinCells(value.map(text));
    };
    return [
      {
        ...place,
        leaf: role,
        role: isOwn ? role : null,
        isAdded: isAdded || (subfields.find((field) => field.key === innerKey)?.isAdded ?? true),
        isName: false,
        type: 'TEXT',
        contractType: null,
        description: field.description ?? null,
        isRepeated: !place.isLatest,
        read: compileReader([...place.path, key], texts),
      },
    ];
  };
  return Object.entries(SOURCE).flatMap(column);
}

/** Compiles a reader for a path. Optimised for short paths, which are the most frequent. */
function compileReader(path: readonly string[], cell: (value: unknown) => TableCell): (item: RowItem) => TableCell {
  const [first, second, ...restOfPath] = path as [string, string?, ...string[]];
  if (second === undefined) return (item) => cell(item[first]);
  const inner = (item: RowItem) => readProperty(item[first], second);
  if (restOfPath.length === 0) return (item) => cell(inner(item));
  return (item) => cell(restOfPath.reduce(readProperty, inner(item)));
}

/** Returns a response key without the prefix of added fields. */
function unprefixed(key: string): string {
  return key.startsWith(ADDED_ALIAS_PREFIX) ? key.slice(ADDED_ALIAS_PREFIX.length) : key;
}

/** Returns the column with the alias of the list that contains each row, for tables of several lists. */
export function listAliasColumn(): Omit<Column, 'name'> {
  return {
    role: 'list',
    isAdded: false,
    isName: true,
    type: 'TEXT',
    contractType: null,
    description: 'Alias of the requested list to which the row belongs.',
  };
}
