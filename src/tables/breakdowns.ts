import type { GraphQLSchema } from 'graphql';
import { findResponseKey, readItems, readProperty, type RowItem, type TableCell } from './table-cell.js';
import { isIndicatorType } from './row-key-fields.js';
import type { SelectedField } from './read-selection.js';

/** Location of an indicator's dimensions: a level of the table, the path from its item, and the response keys. */
export interface DimensionOwner {
  level: number;
  path: readonly string[];
  keys: DimensionKeys;
}

interface DimensionKeys {
  dimensions: string;
  name: string;
  title: string | null;
  total: string | null;
  codes: string | null;
  code: string | null;
  codeTitle: string | null;
}

/** How to read the breakdown of a figure: from its series, or from the arguments of the list. */
export interface BreakdownPlan {
  /** Response key of the list of codes; null if the codes are in an argument. */
  key: string | null;
  dimension: string;
  code: string;
  requested: readonly { dimension: string; code: string }[];
  /** Location of the dimensions in the item itself; null if it has none. */
  ownDimensions: { indicator: string; keys: DimensionKeys } | null;
  /** Location of the dimensions in an ancestor; null if it has none. */
  ancestorDimensions: DimensionOwner | null;
}

/** Dimensions of a row, with codes and titles. */
export type DimensionCodes = readonly (readonly [dimension: string, code: TableCell, title: TableCell])[];

/** Locates the dimensions of a selected object; null if it has none. */
export function locateDimensions(
  schema: GraphQLSchema,
  { type, subfields }: Pick<SelectedField, 'type' | 'subfields'>,
  place: { level: number; path: readonly string[] },
): DimensionOwner | null {
  const keys = isIndicatorType(schema, type) ? dimensionKeys(subfields) : null;
  return keys && { ...place, keys };
}

function dimensionKeys(subfields: readonly SelectedField[]): DimensionKeys | null {
  const dimensions = subfields.find(({ name }) => name === 'dimensions');
  const name = dimensions && findResponseKey(dimensions.subfields, 'name');
  if (!dimensions || name == null) return null;
  const codes = dimensions.subfields.find((field) => field.name === 'codes');
  return {
    dimensions: dimensions.key,
    name,
    title: findResponseKey(dimensions.subfields, 'title'),
    total: findResponseKey(dimensions.subfields, 'total'),
    codes: codes?.key ?? null,
    code: codes ? findResponseKey(codes.subfields, 'code') : null,
    codeTitle: codes ? findResponseKey(codes.subfields, 'title') : null,
  };
}

/** Returns a plan for reading the codes by which list items are broken down; null if items have no breakdown. */
export function planBreakdown(
  list: SelectedField,
  subfields: readonly SelectedField[],
  dimensionOwner: DimensionOwner | null,
): BreakdownPlan | null {
  const ownBreakdown = subfields.find(({ name }) => name === 'breakdown');
  const indicator = subfields.find(({ name, parent }) => name === 'indicator' && parent.name === 'Series');
  const ownKeys = indicator && dimensionKeys(indicator.subfields);
  const plan = {
    ownDimensions: indicator && ownKeys ? { indicator: indicator.key, keys: ownKeys } : null,
    ancestorDimensions: dimensionOwner,
  };
  if (ownBreakdown && ownBreakdown.type.name === 'Breakdown') {
    const dimension = findResponseKey(ownBreakdown.subfields, 'dimension');
    const code = findResponseKey(ownBreakdown.subfields, 'code');
    if (dimension === null || code === null) return null;
    return { ...plan, key: ownBreakdown.key, dimension, code, requested: [] };
  }
  if (!['RankedArea', 'Growth'].includes(list.type.name)) return null;
  const requestedBreakdown = (list.args['breakdown'] ?? []) as BreakdownPlan['requested'];
  return { ...plan, key: null, dimension: '', code: '', requested: requestedBreakdown };
}

/** Returns the dimensions of an item in order, each with its code: by default that of the total, else null. */
export function readDimensionCodes(plan: BreakdownPlan, item: RowItem, stack: readonly RowItem[]): DimensionCodes {
  const codes = readCodes(plan, item);
  const [keys, dimensions] = readDimensions(plan, item, stack);
  const declared = dimensions.map((dimension): readonly [string, TableCell, TableCell] => {
    const name = String(dimension[keys!.name]);
    const total = keys!.total === null ? null : ((dimension[keys!.total] ?? null) as string | null);
    const code = codes.get(name) ?? total;
    return [name, code, code === null ? null : findTitle(dimension, keys!, code)];
  });
  const declaredNames = new Set(declared.map(([name]) => name));
  const otherDimensions = [...codes].filter(([name]) => !declaredNames.has(name));
  return [...declared, ...otherDimensions.map(([name, code]) => [name, code, code] as const)];
}

function readCodes({ key, dimension, code, requested }: BreakdownPlan, item: RowItem): Map<string, string> {
  if (key === null) return new Map(requested.map((request) => [request.dimension, request.code]));
  return new Map(readItems(item, key).map((item) => [String(item[dimension]), String(item[code])]));
}

function readDimensions(
  { ownDimensions, ancestorDimensions }: BreakdownPlan,
  item: RowItem,
  stack: readonly RowItem[],
): [DimensionKeys | null, readonly RowItem[]] {
  if (ownDimensions) {
    return [ownDimensions.keys, readItems(item[ownDimensions.indicator], ownDimensions.keys.dimensions)];
  }
  if (!ancestorDimensions) return [null, []];
  const indicator = ancestorDimensions.path.reduce<unknown>(readProperty, stack[ancestorDimensions.level]);
  return [ancestorDimensions.keys, readItems(indicator, ancestorDimensions.keys.dimensions)];
}

function findTitle(dimension: RowItem, keys: DimensionKeys, code: string): TableCell {
  if (keys.codes === null || keys.code === null || keys.codeTitle === null) return code;
  const found = readItems(dimension, keys.codes).find((item) => item[keys.code!] === code);
  return (found?.[keys.codeTitle] as string | undefined) ?? code;
}
