/** Consecutive rows, and the 1-based line or sheet row of each. */
export interface RowBatch {
  rows: readonly (readonly string[])[];
  numbers: readonly number[];
  /** Whether the text ends after this batch without a line break. */
  isUnterminated?: boolean;
}

export type SourceFormat = 'DELIMITED' | 'SHEET' | 'JSON_STAT';

/** A table in a file. Cells contain the text of the file; numbers in sheets are not formatted. */
export interface SourceTable {
  /** Archive member or sheet; null for a single table. */
  name: string | null;
  form: SourceFormat;
  /** Encoding and delimiter for the import report; null if the table is not text. */
  text: { encoding: string; delimiter: string } | null;
  /** Metadata in the file, such as the names of the time and area dimensions. */
  metadata?: { time?: string; geo?: string; updated?: string; source?: string };
  /** Reads all rows. Each call starts again at the first row. */
  read(): AsyncIterable<RowBatch>;
}

export const MAX_COLUMNS = 4_096;

/** Maximum length of a cell, in characters. */
export const MAX_CELL_LENGTH = 32_768;

/** Number of rows from which a layout is recognised. */
const SAMPLE_ROWS = 60;

/** Reads the first rows of a table, from which its layout is recognised. */
export async function readTableSample(table: SourceTable): Promise<{ rows: (readonly string[])[]; numbers: number[] }> {
  const sample: { rows: (readonly string[])[]; numbers: number[] } = { rows: [], numbers: [] };
  for await (const { rows, numbers } of table.read()) {
    sample.rows.push(...rows.slice(0, SAMPLE_ROWS - sample.rows.length));
    sample.numbers.push(...numbers.slice(0, sample.rows.length - sample.numbers.length));
    if (sample.rows.length >= SAMPLE_ROWS) break;
  }
  return sample;
}

/** Converts a JSON value to the text of a cell. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
