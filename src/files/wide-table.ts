import { AppError } from '../errors.js';
import type { Column, ColumnRole } from '../tables/column.js';
import { joinCells, splitCell, type TableCell } from '../tables/table-cell.js';
import type { TableRow } from '../tables/table.js';

/** Roles of the columns that identify a row. */
const KEY_ROLES: readonly (ColumnRole | null)[] = [
  ...(['list', 'indicator', 'indicator_code', 'area_code', 'area', 'dimension', 'dimension_code', 'unit'] as const),
];
/** Roles of the columns whose distinct values are joined in one cell. */
const LISTED_ROLES: readonly (ColumnRole | null)[] = [
  ...(['source', 'source_publisher', 'source_url', 'source_reference', 'source_licence', 'vintage_date'] as const),
];

interface WideRow {
  key: readonly TableCell[];
  byPeriod: Map<string, TableCell>;
  listedTexts: readonly Set<string>[];
}

/**
 * Converts figures to wide format: a row for each indicator, area and code, and a column for each period. Omits states
 * and flags.
 * @throws AppError BAD_REQUEST if there are no figures
 */
export function wideTable(
  columns: readonly Column[],
  rows: readonly TableRow[],
): { columns: readonly Column[]; rows: readonly TableRow[] } {
  const columnIndex = (role: ColumnRole) => columns.findIndex((column) => column.role === role);
  const [period, value] = [columnIndex('period'), columnIndex('value')];
  if (period < 0 || value < 0)
    throw new AppError('BAD_REQUEST', 'Only figures have periods as columns; omit "shape=wide".');
  const indexesOf = (roles: readonly (ColumnRole | null)[]) =>
    columns.flatMap(({ role }, index) => (roles.includes(role) ? [index] : []));
  const [keyColumns, listedColumns] = [indexesOf(KEY_ROLES), indexesOf(LISTED_ROLES)];
  const rowsByKey = new Map<string, WideRow>();
  for (const row of rows) {
    const key = keyColumns.map((index) => row[index]!);
    const name = JSON.stringify(key);
    if (!rowsByKey.has(name))
      rowsByKey.set(name, { key, byPeriod: new Map(), listedTexts: listedColumns.map(() => new Set()) });
    const wideRow = rowsByKey.get(name)!;
    wideRow.byPeriod.set(String(row[period]), row[value]!);
    for (const [nth, index] of listedColumns.entries())
      for (const text of splitCell(row[index])) wideRow.listedTexts[nth]!.add(text);
  }
  const wideRows = [...rowsByKey.values()];
  const periods = [...new Set(wideRows.flatMap(({ byPeriod }) => [...byPeriod.keys()]))].sort();
  const periodColumn = (name: string): Column => ({ ...columns[value]!, name, role: null });
  return {
    columns: [
      ...keyColumns.map((index) => columns[index]!),
      ...periods.map(periodColumn),
      ...listedColumns.map((index) => columns[index]!),
    ],
    rows: wideRows.map(({ key, byPeriod, listedTexts: texts }) => [
      ...key,
      ...periods.map((name) => byPeriod.get(name) ?? null),
      ...texts.map((set) => joinCells([...set])),
    ]),
  };
}
