import { parseCell } from './cell-value.js';
import type { Header } from './headings.js';
import type { CellFormat, ValueColumn } from './layout.js';
import { normalisePeriod } from './parse-period.js';

/** Whether every cell of a column is a figure, is empty, or contains a mark for a missing or suppressed figure. */
export function isNumericColumn(rows: readonly (readonly string[])[], column: number, format: CellFormat): boolean {
  return rows.every((row) => !('fault' in parseCell(row[column] ?? '', '', format)));
}

/** Returns the columns whose headings are periods. */
export function periodColumns(header: Header): ValueColumn[] {
  return header.names.flatMap((name, column) =>
    normalisePeriod(name) === null ? [] : [{ column, period: name.trim(), codes: {}, flags: null }],
  );
}
