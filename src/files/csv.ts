import type { Cell } from '../tables/cell.js';
import type { RowStream } from './file-facts.js';

/** How CSV is written. */
export interface CsvStyle {
  separator: ',' | ';' | '\t';
  decimalMark: '.' | ',';
  hasMark: boolean;
}

/** As RFC 4180 has it. */
export const PLAIN_CSV: CsvStyle = { separator: ',', decimalMark: '.', hasMark: false };
/** As spreadsheets of countries with decimal commas read it. */
export const EXCEL_CSV: CsvStyle = { separator: ';', decimalMark: ',', hasMark: true };

/** What spreadsheets take for a formula, and the apostrophe that keeps them from it. */
const GUARDED = /^[=+\-@'\t\r]/;
const QUOTED = /[",;\t\r\n]/;

/** Writes a table as CSV with a header line. A text that begins like a formula, or with an apostrophe, gets an apostrophe. */
export async function* csvText({ columns, pages }: RowStream, style: CsvStyle = PLAIN_CSV): AsyncGenerator<string> {
  const mark = style.hasMark ? '\ufeff' : '';
  yield `${mark}${csvLine(
    columns.map(({ name }) => name),
    style,
  )}`;
  for await (const rows of pages) {
    if (rows.length > 0) yield rows.map((row) => csvLine(row, style)).join('');
  }
}

/** Writes one line of CSV, its end included. */
export function csvLine(cells: readonly Cell[], style: CsvStyle): string {
  return `${cells.map((cell) => csvCell(cell, style)).join(style.separator)}\r\n`;
}

function csvCell(cell: Cell, { decimalMark }: CsvStyle): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return decimalMark === '.' ? String(cell) : String(cell).replace('.', decimalMark);
  if (typeof cell === 'boolean') return String(cell);
  const safe = GUARDED.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
