import type { NumberGrammar } from './number-text.js';
import type { DateOrder } from './period-text.js';

export interface AreaColumn {
  column: number;
  ownUnhcrCodes?: boolean;
}

export interface LayoutDimension {
  /** Name in the table. */
  name: string;
  /** Column of the code or label; null where it separates value columns. */
  column: number | null;
  /** Column of the label; null for none. */
  label: number | null;
  /** Title, such as the heading of the label column; null for none. */
  title: string | null;
  /** Whether codes are parts of a whole, such as incidents. They are summed up unless requested. */
  isPartition?: boolean;
}

/** A column with figures. */
export interface ValueColumn {
  column: number;
  /** Area of all figures, as written; absent where a column has it. */
  area?: string;
  /** Period of all figures, as written; null where a column has it. */
  period: string | null;
  /** Fixed codes by dimension. */
  codes: Readonly<Record<string, string>>;
  /** Column of the flags; null for none. */
  flags: number | null;
}

interface Withheld {
  note: string;
  /** Bounds, where given. */
  lower?: number;
  upper?: number;
}

/** How cells express figures. */
export interface CellGrammar {
  numbers: NumberGrammar;
  /** Texts for missing figures, beside an empty cell. */
  missing: readonly string[];
  /** Texts for suppressed figures. */
  suppressed: Readonly<Record<string, Withheld>>;
  /** Whether flag letters follow a figure. */
  flagsInCell: boolean;
  /** Code list of the flags. */
  flagLetters: 'EUROSTAT' | 'SDMX' | null;
}

/** Meaning of the columns of a table, from a known layout or a mapping file. */
export interface Layout {
  /** For the report. */
  name: string;
  /** Null for a generic layout. */
  publisher: string | null;
  /** Index of the first row with figures. */
  firstRow: number;
  /** Rewrites a row before columns are looked up; null to skip it. */
  prepare?(cells: readonly string[]): readonly string[] | null;
  /** Headings of rewritten rows; default: those of the table. */
  headings?: readonly string[];
  /** EXACTLY: a row above tells duplicate headings apart. IN_OTHER_CASE: labels have the headings of their codes. */
  repeatsHeadings?: 'EXACTLY' | 'IN_OTHER_CASE';
  areas: readonly AreaColumn[];
  /** Whether a figure belongs to each of these areas; default: to the first that is not empty. */
  isOfEachArea?: true;
  /** Columns joined by "-" to the period; empty where it is fixed or in headings. */
  periods: readonly number[];
  /** Area of all rows, from a mapping file. */
  fixedArea?: string;
  /** Order of ambiguous dates. */
  dates?: DateOrder;
  /** Period of all rows, from a mapping file. */
  fixedPeriod?: string;
  dimensions: readonly LayoutDimension[];
  values: readonly ValueColumn[];
  grammar: CellGrammar;
  /** Columns of a power of ten, a confidentiality code and a note. */
  multiplier?: number;
  confidentiality?: number;
  note?: number;
  /** Columns that contain 1 where a flag applies. */
  flagColumns?: readonly { column: number; flag: string }[];
  /** Columns of Signpost's own format. */
  ownState?: number;
  ownFlags?: number;
  ownSource?: number;
  /** Meaning of an empty code. */
  emptyCode?: string;
  /** Whether to add figures with the same key. */
  addsRepeated?: boolean;
  /** Larger figures need review. */
  implausibleAbove?: number;
  /** Describes an implausible row; null for others. */
  implausible?(cells: readonly string[]): string | null;
  /** The publisher's last change, as in the file. */
  updated?: string;
}

/** What a layout is recognised by. */
export interface TableSample {
  rows: readonly (readonly string[])[];
  /** Line or sheet row of each row. */
  numbers: readonly number[];
  form: 'DELIMITED' | 'SHEET' | 'JSON_STAT' | 'RECORDS';
  about: { time?: string; geo?: string; updated?: string; source?: string };
}

/** Recognises the layout of a table; null for another one. */
export type Recogniser = (sample: TableSample) => Layout | null;

/** Decimal points, no thousands separators. */
export const PLAIN_NUMBERS: CellGrammar = {
  numbers: { decimal: '.', thousands: '' },
  missing: [':', '..', '...', 'NA', 'N/A', 'n/a', 'n.a.', '#N/A'],
  suppressed: { '*': { note: 'withheld by the publisher' }, c: { note: 'confidential' } },
  flagsInCell: false,
  flagLetters: null,
};

export function dimension(name: string, column: number, title: string | null = null): LayoutDimension {
  return { name, column, label: null, title };
}

/** A column of figures whose period is in another column. */
export function valueColumn(column: number, codes: Readonly<Record<string, string>> = {}): ValueColumn {
  return { column, period: null, codes, flags: null };
}
