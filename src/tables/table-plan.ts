import { getNullableType, type GraphQLNamedType, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import type { ColumnDraft } from './column.js';
import type { QueryWithRowFields } from './add-row-fields.js';
import { type BreakdownPlan, type DimensionOwner, locateDimensions, planBreakdown } from './breakdowns.js';
import { type FigureType, isEntryType, isFigureType } from './row-key-fields.js';
import { itemColumns } from './item-columns.js';
import { readSelection, type SelectedField } from './read-selection.js';

/** A list whose items belong to a level of a table. A field with several aliases has one list per alias. */
export interface ListPlan {
  alias: string;
  /** Path of the list from the parent item, as response keys. */
  path: readonly string[];
  isList: boolean;
}

/** A level of a table: all items with the same field path. Each item of the last level is a row. */
export interface PlanLevel {
  /** Name of an item, such as `trend`. */
  name: string;
  type: GraphQLNamedType;
  lists: readonly ListPlan[];
  columns: readonly ColumnDraft[];
  breakdowns: BreakdownPlan | null;
  /** Location of a comparison's series, in the order of the figures of a period; null for other rows. */
  comparedSeries: {
    levelsUp: number;
    key: string;
    columns: readonly ColumnDraft[];
    breakdowns: BreakdownPlan | null;
  } | null;
}

/** A table of a query. Planned before the response is known. */
export interface TablePlan {
  /** Path of field names from the root, as in `organisation.attendedEvents`. Unique in a query. */
  path: string;
  /** Levels from the root to the rows. */
  levels: readonly PlanLevel[];
  figures: FigureType | 'Series' | null;
  isFacet: boolean;
  /** Whether rows are list items, not a single root object. */
  isList: boolean;
  /** Tables of the lists inside the rows. */
  inner: readonly TablePlan[];
}

interface Place {
  levels: readonly PlanLevel[];
  names: readonly string[];
  path: readonly string[];
  dimensionOwner: DimensionOwner | null;
  isFacet: boolean;
}

interface FoundList {
  list: ListPlan;
  selected: SelectedField;
}

/**
 * Plans the tables of a query: lists and root objects, outer ones first. Columns depend only on the schema and the
 * query, except those of dimensions.
 * @param variables  values of variables; invalid ones are ignored
 */
export function planTables(
  schema: GraphQLSchema,
  query: QueryWithRowFields,
  variables: Readonly<Record<string, unknown>> = {},
): readonly TablePlan[] {
  const planner = new Planner(schema);
  planner.visit(readSelection(schema, query, variables), {
    levels: [],
    names: [],
    path: [],
    dimensionOwner: null,
    isFacet: false,
  });
  return planner.plans;
}

/** Field with a list of series. */
const SERIES_LIST = 'series';

class Planner {
  readonly plans: TablePlan[] = [];
  private readonly itemNames: ReadonlyMap<string, string>;

  constructor(private readonly schema: GraphQLSchema) {
    this.itemNames = singularNames(schema);
  }

  visit(subfields: readonly SelectedField[], place: Place): TablePlan[] {
    const groups = new Map<string, SelectedField[]>();
    const isSum = ({ key, name, type }: SelectedField) => type.name === 'Series' && key !== name;
    for (const selected of subfields) {
      if (selected.subfields.length === 0 || selected.name === 'facets') continue;
      if (selected.isAdded && !isComparedSeries(selected)) continue;
      if (selected.name.startsWith('__')) continue;
      // Sums of series, which have aliases, are in the table of the series.
      const name = isSum(selected) && groups.has(SERIES_LIST) ? SERIES_LIST : selected.name;
      groups.set(name, [...(groups.get(name) ?? []), selected]);
    }
    // The table of the compared series precedes the table of their cells.
    const inOrder = [...groups].toSorted(
      ([, [one]], [, [other]]) => Number(isComparedSeries(other!)) - Number(isComparedSeries(one!)),
    );
    return inOrder.flatMap(([name, group]) => this.visitGroup(name, group, place));
  }

  private visitGroup(name: string, group: readonly SelectedField[], place: Place): TablePlan[] {
    const [first] = group as [SelectedField];
    const isObject = group.length === 1 && !first.isList && !first.isConnection && place.levels.length > 0;
    if (isObject) {
      const path = [...place.path, first.key];
      const names = first.name === 'node' ? place.names : [...place.names, name];
      const dimensionOwner =
        locateDimensions(this.schema, first, { level: place.levels.length - 1, path }) ?? place.dimensionOwner;
      return this.visit(first.subfields, { ...place, names, path, dimensionOwner });
    }
    const facets = group.flatMap(({ subfields, isConnection }) =>
      isConnection ? subfields.filter((field) => field.name === 'facets') : [],
    );
    const found = group.flatMap((selected) => findLists(selected, place.path));
    const tables = groupCompatible(found).map((lists, index) => this.planTable(name, index, lists, place));
    for (const { key, subfields } of facets) {
      const [{ key: connectionKey }] = group as [SelectedField];
      this.visit(subfields, {
        ...place,
        names: [...place.names, name, 'facets'],
        path: [...place.path, connectionKey, key],
        isFacet: true,
      });
    }
    return tables;
  }

  private planTable(field: string, index: number, found: readonly FoundList[], place: Place): TablePlan {
    const subfields = found.map(({ selected }) => selected.subfields).reduce(mergeSelections, []);
    const [{ selected }] = found as [FoundList];
    const { type } = selected;
    const level: PlanLevel = {
      name: this.itemName(selected, field),
      type,
      lists: found.map(({ list }) => list),
      columns: itemColumns(this.schema, type, subfields),
      breakdowns: planBreakdown(selected, subfields, place.dimensionOwner),
      comparedSeries: this.locateComparedSeries(type, place),
    };
    const levels = [...place.levels, level];
    const names = [...place.names, index === 0 ? field : `${field}.${index + 1}`];
    const plan = {
      path: names.join('.'),
      levels,
      figures: isFigureType(type.name) ? type.name : type.name === 'Series' ? ('Series' as const) : null,
      isFacet: place.isFacet,
      isList: found.some(({ list }) => list.isList),
      inner: [] as readonly TablePlan[],
    };
    this.plans.push(plan);
    const located = locateDimensions(this.schema, { ...selected, subfields }, { level: levels.length - 1, path: [] });
    plan.inner = this.visit(subfields, {
      ...place,
      levels,
      names,
      path: [],
      dimensionOwner: located ?? (isEntryType(type) ? null : place.dimensionOwner),
    });
    return plan;
  }

  /** Returns the location of the series to which the figures of a compared period belong; null for other types. */
  private locateComparedSeries(type: GraphQLNamedType, { levels }: Place): PlanLevel['comparedSeries'] {
    const comparison = levels.at(-2);
    if (type.name !== 'Observation' || levels.at(-1)?.type.name !== 'ComparedPeriod' || !comparison) return null;
    const series = this.plans.find(
      ({ levels }) => levels.at(-2) === comparison && levels.at(-1)!.type.name === 'Series',
    );
    const level = series?.levels.at(-1);
    if (!level) return null;
    const { columns, breakdowns, lists } = level;
    return { levelsUp: 2, key: lists[0]!.path.at(-1)!, columns, breakdowns };
  }

  private itemName({ type, subfields }: SelectedField, field: string): string {
    const node = subfields.find((field) => field.name === 'node')?.type;
    return this.itemNames.get((node ?? type).name) ?? singular(field);
  }
}

function isComparedSeries({ name, parent }: SelectedField): boolean {
  return name === 'series' && parent.name === 'Comparison';
}

/** Returns the lists of a field. A single object counts as a list of one. A connection has edges and nodes. */
function findLists(selected: SelectedField, above: readonly string[]): FoundList[] {
  const { key, isConnection, isList, subfields } = selected;
  const path = [...above, key];
  if (!isConnection) return [{ list: { alias: key, path, isList }, selected }];
  const found = ['edges', 'nodes'].flatMap((name) => subfields.filter((field) => field.name === name));
  return found.map((items) => ({
    list: { alias: key, path: [...path, items.key], isList: true },
    selected: { ...items, args: selected.args },
  }));
}

/** Groups lists that can share a table: they have the same type, and equal response keys select equal fields. */
function groupCompatible(found: readonly FoundList[]): FoundList[][] {
  const groups: FoundList[][] = [];
  for (const list of found) {
    const group = groups.find(
      ([first]) =>
        first!.selected.type === list.selected.type &&
        areCompatible(first!.selected.subfields, list.selected.subfields),
    );
    if (group) group.push(list);
    else groups.push([list]);
  }
  return groups;
}

function areCompatible(a: readonly SelectedField[], b: readonly SelectedField[]): boolean {
  return a.every((selected) => {
    const same = b.find(({ key }) => key === selected.key);
    return !same || (same.name === selected.name && areCompatible(selected.subfields, same.subfields));
  });
}

function mergeSelections(a: readonly SelectedField[], b: readonly SelectedField[]): readonly SelectedField[] {
  const keys = new Set(a.map(({ key }) => key));
  const mergedFields = a.map((selected) => {
    const same = b.find(({ key }) => key === selected.key);
    if (!same) return selected;
    return {
      ...selected,
      isAdded: selected.isAdded && same.isAdded,
      subfields: mergeSelections(selected.subfields, same.subfields),
    };
  });
  return [...mergedFields, ...b.filter(({ key }) => !keys.has(key))];
}

/** Returns the item name of each entry type: the name of the root field that returns one entry. */
function singularNames(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const entryNames = fields.flatMap(({ name, type, args }): [string, string][] => {
    const resultType = getNullableType(type);
    if (!isObjectType(resultType) || !isEntryType(resultType)) return [];
    return args.some((arg) => ['slug', 'by'].includes(arg.name)) ? [[resultType.name, name]] : [];
  });
  const interfaces = Object.values(schema.getTypeMap()).filter((type) => isInterfaceType(type) && isEntryType(type));
  return new Map([...interfaces.map(({ name }): [string, string] => [name, name.toLowerCase()]), ...entryNames]);
}

function singular(plural: string): string {
  if (/series$/i.test(plural)) return plural;
  if (/ies$/.test(plural)) return `${plural.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(plural)) return plural.slice(0, -2);
  return /[^s]s$/.test(plural) ? plural.slice(0, -1) : plural;
}
