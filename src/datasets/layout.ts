import type { NumberFormat } from './parse-number.js';
import type { DateOrder } from './parse-period.js';
import type { SourceFormat } from './table.js';

export interface AreaColumn {
  column: number;
  /** Whether the column contains UNHCR's own country codes. */
  ownUnhcrCodes?: boolean;
}

export interface LayoutDimension {
  /** Name of the dimension in the table. */
  name: string;
  /** Column of the code or label; null if the dimension distinguishes value columns. */
  column: number | null;
  /** Column of the label; null if there is none. */
  label: number | null;
  /** Title, such as the heading of the label column; null if there is none. */
  title: string | null;
  /** Whether the figures of all codes add up to a total, as for incidents. They are summed unless a code is chosen. */
  isPartition?: boolean;
}

/** A column of figures. */
export interface ValueColumn {
  column: number;
  /** Area of all figures in the column, as in the table. Absent if areas have their own columns. */
  area?: string;
  /** Period of all figures in the column, as in the table; null if periods have their own columns. */
  period: string | null;
  /** Codes of all figures in the column, by dimension. */
  codes: Readonly<Record<string, string>>;
  /** Column of the flags; null if there is none. */
  flags: number | null;
}

interface SuppressedFigure {
  note: string;
  /** Lower bound of the figure, if known. */
  lower?: number;
  /** Upper bound of the figure, if known. */
  upper?: number;
}

/** Format of the figures in the cells of a table. */
export interface CellFormat {
  numbers: NumberFormat;
  /** Texts for missing figures. An empty cell also counts as missing. */
  missing: readonly string[];
  /** Notes and bounds of suppressed figures, by text of the cell. */
  suppressed: Readonly<Record<string, SuppressedFigure>>;
  /** Whether flag letters follow the figure in its cell. */
  flagsInCell: boolean;
  /** Code list of the flag letters; null if the table has no flags. */
  flagLetters: 'EUROSTAT' | 'SDMX' | null;
}

/** Meaning of the columns of a table. Comes from a known layout or from a mapping file. */
export interface Layout {
  /** Name of the layout in the import report. */
  name: string;
  /** Publisher; null for a generic layout. */
  publisher: string | null;
  /** 0-based index of the first row below the headings. */
  firstRow: number;
  /** Transforms a row before its columns are read. Returns null to skip the row. */
  prepare?(cells: readonly string[]): readonly string[] | null;
  /** Headings of transformed rows. Default: those of the table. */
  headings?: readonly string[];
  /** Allowed duplicate headings. EXACTLY: identical ones. IN_OTHER_CASE: ones that differ in case, as of labels. */
  repeatsHeadings?: 'EXACTLY' | 'IN_OTHER_CASE';
  areas: readonly AreaColumn[];
  /** Whether a figure belongs to the areas in all area columns. Default: only to the first known one. */
  isOfEachArea?: true;
  /** Columns that form the period, joined with "-". Empty if the period is fixed or in the headings. */
  periods: readonly number[];
  /** Area of all rows, from a mapping file. */
  fixedArea?: string;
  /** Order of day and month in numeric dates. */
  dates?: DateOrder;
  /** Period of all rows, from a mapping file or an option. */
  fixedPeriod?: string;
  dimensions: readonly LayoutDimension[];
  values: readonly ValueColumn[];
  cellFormat: CellFormat;
  /** Column of the power of ten by which to multiply. */
  multiplier?: number;
  /** Column of the confidentiality code. */
  confidentiality?: number;
  note?: number;
  /** Columns that contain 1 if a flag applies. */
  flagColumns?: readonly { column: number; flag: string }[];
  /** Code to use for an empty cell. */
  emptyCode?: string;
  /** Whether to add up figures with the same area, period and codes. */
  addsRepeated?: boolean;
  /** Maximum plausible figure. Larger figures are rejected for review. */
  implausibleAbove?: number;
  /** Returns the reason why a row is implausible; null if it is plausible. */
  implausible?(cells: readonly string[]): string | null;
  /** Date of the publisher's last change, as in the file. */
  updated?: string;
}

/** First rows and metadata of a table, from which its layout is recognised. */
export interface TableSample {
  rows: readonly (readonly string[])[];
  /** Line or sheet row of each row. */
  numbers: readonly number[];
  form: SourceFormat;
  metadata: { time?: string; geo?: string; updated?: string; source?: string };
}

/** Recognises one layout of tables. Returns null for tables with another layout. */
export type Recogniser = (sample: TableSample) => Layout | null;

/** Cell format with decimal points and without thousands separators. */
export const PLAIN_CELL_FORMAT: CellFormat = {
  numbers: { decimal: '.', thousands: '' },
  missing: [':', '..', '...', 'NA', 'N/A', 'n/a', 'n.a.', '#N/A'],
  suppressed: { '*': { note: 'withheld by the publisher' }, c: { note: 'confidential' } },
  flagsInCell: false,
  flagLetters: null,
};

/** Returns a dimension whose column contains codes or labels. */
export function dimensionColumn(name: string, column: number, title: string | null = null): LayoutDimension {
  return { name, column, label: null, title };
}

/** Returns a column of figures whose periods are in another column. */
export function valueColumn(column: number, codes: Readonly<Record<string, string>> = {}): ValueColumn {
  return { column, period: null, codes, flags: null };
}
