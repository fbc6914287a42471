/** Rows of a table, some at a time, with where each stands in its file: a line, or a row of a sheet, counted from 1. */
export interface RowBatch {
  rows: readonly (readonly string[])[];
  numbers: readonly number[];
  /** Whether the text ends without a line end behind the last of the rows. */
  isOpen?: boolean;
}

/** How cells came to be text, as far as layouts care. */
type TableForm = 'DELIMITED' | 'SHEET' | 'JSON_STAT' | 'RECORDS';

/** A table that a file holds. Cells are text as it stands in the file; a sheet's numbers are as they are stored. */
export interface Table {
  /** Its name within the file: the member of an archive, the sheet of a workbook; null for a file that is one table. */
  name: string | null;
  form: TableForm;
  /** What is known of its text, for the report: encoding and delimiter. */
  text: { encoding: string; delimiter: string } | null;
  /** What a file says itself about its columns and its age, where its form has a place for that. */
  about?: { time?: string; geo?: string; updated?: string; source?: string };
  /** From the first row on, as often as asked. */
  read(signal?: AbortSignal): AsyncIterable<RowBatch>;
}

/** The most columns that a table may have; UN DESA's and Frontex's widest have a few hundred. */
export const MAX_COLUMNS = 4_096;

/** The longest text that a cell may hold, in characters. */
export const MAX_CELL = 32_768;

/** How many rows are looked at to tell what a table is. */
const SAMPLE_ROWS = 60;

/** The first rows of a table. */
export async function readSample(table: Table): Promise<{ rows: (readonly string[])[]; numbers: number[] }> {
  const sample: { rows: (readonly string[])[]; numbers: number[] } = { rows: [], numbers: [] };
  for await (const { rows, numbers } of table.read()) {
    sample.rows.push(...rows.slice(0, SAMPLE_ROWS - sample.rows.length));
    sample.numbers.push(...numbers.slice(0, sample.rows.length - sample.numbers.length));
    if (sample.rows.length >= SAMPLE_ROWS) break;
  }
  return sample;
}
