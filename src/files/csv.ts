import type { TableCell } from '../tables/table-cell.js';
import type { RowStream } from './file-metadata.js';

export interface CsvStyle {
  separator: ',' | ';' | '\t';
  decimalMark: '.' | ',';
  hasByteOrderMark: boolean;
}

/** CSV as in RFC 4180. */
export const PLAIN_CSV: CsvStyle = { separator: ',', decimalMark: '.', hasByteOrderMark: false };
/** CSV for spreadsheets in locales with decimal commas. */
export const EXCEL_CSV: CsvStyle = { separator: ';', decimalMark: ',', hasByteOrderMark: true };

/** Characters that start a formula, and the escaping apostrophe. */
const FORMULA_START = /^[=+\-@'\t\r]/;
const NEEDS_QUOTES = /[",;\t\r\n]/;

/** Yields CSV with a header line. Adds an apostrophe before texts that start like a formula or with an apostrophe. */
export async function* csvText({ columns, pages }: RowStream, style: CsvStyle = PLAIN_CSV): AsyncGenerator<string> {
  const byteOrderMark = style.hasByteOrderMark ? '\ufeff' : '';
  yield `${byteOrderMark}${csvLine(
    columns.map(({ name }) => name),
    style,
  )}`;
  for await (const rows of pages) {
    if (rows.length > 0) yield rows.map((row) => csvLine(row, style)).join('');
  }
}

/** Returns a CSV line with its line ending. */
export function csvLine(cells: readonly TableCell[], style: CsvStyle): string {
  return `${cells.map((cell) => csvCell(cell, style)).join(style.separator)}\r\n`;
}

function csvCell(cell: TableCell, { decimalMark }: CsvStyle): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return decimalMark === '.' ? String(cell) : String(cell).replace('.', decimalMark);
  if (typeof cell === 'boolean') return String(cell);
  const safeCell = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safeCell) ? `"${safeCell.replaceAll('"', '""')}"` : safeCell;
}
