/** Rows with their line or sheet row, from 1. */
export interface RowBatch {
  rows: readonly (readonly string[])[];
  numbers: readonly number[];
  /** Whether the text ends without a line end. */
  isOpen?: boolean;
}

type TableForm = 'DELIMITED' | 'SHEET' | 'JSON_STAT' | 'RECORDS';

/** A table of a file. Cells are texts as in the file; numbers of sheets are as stored. */
export interface SourceTable {
  /** Archive member or sheet; null for a single table. */
  name: string | null;
  form: TableForm;
  /** Encoding and delimiter, for the report. */
  text: { encoding: string; delimiter: string } | null;
  /** Metadata in the file. */
  about?: { time?: string; geo?: string; updated?: string; source?: string };
  /** From the first row, repeatable. */
  read(): AsyncIterable<RowBatch>;
}

/** Maximum number of columns. */
export const MAX_COLUMNS = 4_096;

/** Maximum characters of a cell. */
export const MAX_CELL = 32_768;

/** Rows used for recognising a layout. */
const SAMPLE_ROWS = 60;

export async function readSample(table: SourceTable): Promise<{ rows: (readonly string[])[]; numbers: number[] }> {
  const sample: { rows: (readonly string[])[]; numbers: number[] } = { rows: [], numbers: [] };
  for await (const { rows, numbers } of table.read()) {
    sample.rows.push(...rows.slice(0, SAMPLE_ROWS - sample.rows.length));
    sample.numbers.push(...numbers.slice(0, sample.rows.length - sample.numbers.length));
    if (sample.rows.length >= SAMPLE_ROWS) break;
  }
  return sample;
}

/** A value of JSON as the text of a cell. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
