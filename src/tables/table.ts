import { type DimensionCodes, readDimensionCodes } from './breakdowns.js';
import { readItems, readProperty, type RowItem, type TableCell } from './table-cell.js';
import type { Column } from './column.js';
import type { FigureScope } from './figure-scope.js';
import { type CellSource, nameColumns } from './name-columns.js';
import type { PlanLevel, ListPlan, TablePlan } from './table-plan.js';

export type TableRow = readonly TableCell[];

/** A table with the rows of a response. */
export interface ResultTable {
  path: string;
  /** Name of a row, such as `trend`. */
  rowName: string;
  columns: readonly Column[];
  rows: readonly TableRow[];
  scopes?: readonly FigureScope[];
}

/** A table for a page, truncated at the row limit of the page. */
export interface ScreenTable extends ResultTable {
  /** Whether the table is truncated. */
  isTruncated: boolean;
}

/** Returns the dimension names of the figures, in the order of the response. */
export function dimensionsIn(plan: TablePlan, data: unknown): readonly string[] {
  const found = new Set<string>();
  const last = breakdownLevel(plan);
  if (last < 0) return [];
  const levels = plan.levels.slice(0, last + 1);
  walk(levels, data, (_level, item, stack, at) => {
    for (const [name] of codesAt(levels, stack, item, at)) found.add(name);
  });
  return [...found];
}

/** Returns the index of the innermost level with a breakdown; -1 if there is none. */
export function breakdownLevel({ levels }: TablePlan): number {
  return levels.findLastIndex(({ breakdowns, comparedSeries }) => breakdowns ?? comparedSeries?.breakdowns);
}

/** Whether a table has at least one row. */
export function hasRows(plan: TablePlan, data: unknown): boolean {
  let isFound = false;
  walk(plan.levels, data, (level) => {
    if (level === plan.levels.length - 1) isFound = true;
    return !isFound;
  });
  return isFound;
}

/** Reads the rows of a response or of its pages. Values of ancestors are read once for all rows below them. */
export class RowReader {
  readonly columns: readonly Column[];
  private readonly sources: readonly CellSource[];
  private readonly fillers: readonly CellFiller[];

  /** @param dimensions  result of `dimensionsIn`; later pages must have no other dimensions */
  constructor(
    private readonly plan: TablePlan,
    dimensions: readonly string[],
  ) {
    const sourced = nameColumns(plan.levels, dimensions);
    this.columns = sourced.map(({ column }) => column);
    this.sources = sourced.map(({ origin }) => origin);
    this.fillers = plan.levels.map((_level, index) => this.compileFiller(index));
  }

  /** Calls `onRow` with each row, in order. @throws RangeError if a figure has an unknown dimension */
  read(data: unknown, onRow: (row: TableRow) => void): void {
    const cells: TableCell[] = this.columns.map(() => null);
    const { fillers } = this;
    const last = fillers.length - 1;
    walk(this.plan.levels, data, (level, item, stack, at, list) => {
      fillers[level]!(cells, item, stack, at, list);
      if (level === last) onRow(cells.slice());
    });
  }

  /** Compiles a function that writes the values of an item into a row. */
  private compileFiller(level: number): CellFiller {
    const reads = this.readsOf('ITEM', level);
    const listColumn = this.sources.findIndex((origin) => origin.from === 'LIST' && origin.level === level);
    const otherFillers = [this.seriesFiller(level), this.dimensionFiller(level)].filter((fill) => fill !== null);
    return (cells, item, stack, at, listPlan) => {
      for (const { index, read } of reads) cells[index] = read(item);
      if (listColumn >= 0) cells[listColumn] = listPlan.alias;
      for (const fill of otherFillers) fill(cells, item, stack, at, listPlan);
    };
  }

  private readsOf(from: 'ITEM' | 'SERIES', level: number): { index: number; read: (item: RowItem) => TableCell }[] {
    return this.sources.flatMap((origin, index) =>
      origin.from === from && origin.level === level ? [{ index, read: origin.draft.read }] : [],
    );
  }

  private seriesFiller(level: number): CellFiller | null {
    const { comparedSeries } = this.plan.levels[level]!;
    if (!comparedSeries) return null;
    const reads = this.readsOf('SERIES', level);
    return (cells, _item, stack, at) => {
      const series = findComparedSeries(comparedSeries, stack, at);
      for (const { index, read } of reads) cells[index] = series ? read(series) : null;
    };
  }

  /** Returns the column indexes of dimension titles or codes. */
  private columnIndexes(isCode: boolean): ReadonlyMap<string, number> {
    return new Map(
      this.sources.flatMap((origin, index) =>
        origin.from === 'DIMENSION' && origin.isCode === isCode ? [[origin.dimension, index] as const] : [],
      ),
    );
  }

  private dimensionFiller(level: number): CellFiller | null {
    if (level !== breakdownLevel(this.plan)) return null;
    const [titles, codes] = [this.columnIndexes(false), this.columnIndexes(true)];
    const indexes = [...titles.values(), ...codes.values()];
    return (cells, item, stack, at) => {
      for (const column of indexes) cells[column] = null;
      for (const [name, code, title] of codesAt(this.plan.levels.slice(0, level + 1), stack, item, at)) {
        const column = titles.get(name);
        if (column === undefined) throw new RangeError(`A figure has the dimension "${name}", which is not a column.`);
        cells[column] = title;
        cells[codes.get(name)!] = code;
      }
    };
  }
}

type CellFiller = (cells: TableCell[], item: RowItem, stack: readonly RowItem[], at: number, list: ListPlan) => void;

function findComparedSeries(
  { levelsUp, key }: NonNullable<PlanLevel['comparedSeries']>,
  stack: readonly RowItem[],
  index: number,
): RowItem | undefined {
  return readItems(stack.at(-1 - levelsUp), key)[index];
}

function codesAt(
  levels: readonly PlanLevel[],
  stack: readonly RowItem[],
  item: RowItem,
  index: number,
): DimensionCodes {
  const { breakdowns, comparedSeries } = levels.at(-1)!;
  if (stack.length < levels.length) return [];
  if (breakdowns) return readDimensionCodes(breakdowns, item, stack);
  if (!comparedSeries?.breakdowns) return [];
  const series = findComparedSeries(comparedSeries, stack, index);
  return series ? readDimensionCodes(comparedSeries.breakdowns, series, stack) : [];
}

/** Called per item; `at` is its index in the list. `false` ends the visit of this and later lists of the level. */
type Visit = (level: number, item: RowItem, stack: readonly RowItem[], at: number, list: ListPlan) => boolean | void;

/** Visits the items of all levels, outer ones first. `stack` contains the ancestors and the item. */
function walk(levels: readonly PlanLevel[], data: unknown, visit: Visit): void {
  const stack: RowItem[] = [];
  const descend = (depth: number, above: unknown): void => {
    const level = levels[depth];
    if (!level) return;
    for (const list of level.lists) {
      const value = list.path.reduce(readProperty, above);
      const items = list.isList ? ((value ?? []) as (RowItem | null)[]) : [value as RowItem | null | undefined];
      for (let index = 0; index < items.length; index += 1) {
        const item = items[index];
        if (item == null) continue;
        stack[depth] = item;
        stack.length = depth + 1;
        if (visit(depth, item, stack, index, list) === false) return;
        descend(depth + 1, item);
      }
    }
  };
  descend(0, data);
}
