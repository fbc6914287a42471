import type { NumberGrammar } from './number-text.js';
import type { DateOrder } from './period-text.js';

/** One column, or none: where in a row a text stands. */
export interface AreaColumn {
  column: number;
  /** Whether it holds UNHCR's own codes. */
  ownUnhcrCodes?: boolean;
}

/** A dimension by which a table breaks its figures down. */
export interface LayoutDimension {
  /** As the table names it. */
  name: string;
  /** Where its code or its label stands; null for one that tells value columns apart. */
  column: number | null;
  /** Where the label of its code stands beside it; null where there is none. */
  label: number | null;
  /** Its name in words where the table gives one, such as the heading of the label column. */
  title: string | null;
  /**
   * Whether its codes make up a whole that may be added: single incidents, places of a country. Such a dimension is
   * added up unless it is asked for.
   */
  isPartition?: boolean;
}

/** A column with figures. */
export interface ValueColumn {
  column: number;
  /** The area that all of its figures have, as the table or a mapping writes it; absent where a column says it. */
  area?: string;
  /** The period that all of its figures have, as the table writes it; null where a column says the period. */
  period: string | null;
  /** The codes that all of its figures have, by dimension. */
  codes: Readonly<Record<string, string>>;
  /** The column with the flags of its figures; null where there is none, or they stand behind the figure. */
  flags: number | null;
}

/** What is known of a figure that is withheld. */
interface Withheld {
  note: string;
  /** The least and the most that it can be; absent where that is not said. */
  lower?: number;
  upper?: number;
}

/** How figures and signs are written in the cells of a table. */
export interface CellGrammar {
  numbers: NumberGrammar;
  /** Texts that say that nobody reported a figure, besides an empty cell. */
  missing: readonly string[];
  /** Texts that say that a figure is withheld, each with what is known of it. */
  suppressed: Readonly<Record<string, Withheld>>;
  /** Whether letters behind a figure are flags. */
  flagsInCell: boolean;
  /** How letters are understood: those of Eurostat in lower case, or the code list of SDMX. */
  flagLetters: 'EUROSTAT' | 'SDMX' | null;
}

/** How a table is laid out: which column says what. The same for the layouts of publishers and for a mapping file. */
export interface Layout {
  /** In words, for the report. */
  name: string;
  /** As areas name publishers; null where it is nobody's own layout. */
  publisher: string | null;
  /** The index of the first row with figures. */
  firstRow: number;
  /** Rewrites a row before columns are looked up; null for a row that is none. */
  prepare?(cells: readonly string[]): readonly string[] | null;
  /** The headings of prepared rows; those of the table unless given. */
  headings?: readonly string[];
  /** EXACTLY: columns of one heading are told apart by a row above. IN_OTHER_CASE: codes have their labels beside them. */
  repeatsHeadings?: 'EXACTLY' | 'IN_OTHER_CASE';
  /** Columns that name the area. */
  areas: readonly AreaColumn[];
  /** FIRST: the first that is not empty counts. EACH: a figure belongs to every one of them. */
  areasMode: 'FIRST' | 'EACH';
  /** The columns that name the period, joined by "-"; empty where value columns do, or the layout does for all. */
  periods: readonly number[];
  /** The area of every row, where the table does not say; from a mapping file. */
  fixedArea?: string;
  /** How days are written that could be read in two ways. */
  dates?: DateOrder;
  /** The period of every row, where the table does not say; from a mapping file. */
  fixedPeriod?: string;
  dimensions: readonly LayoutDimension[];
  values: readonly ValueColumn[];
  grammar: CellGrammar;
  /** Columns with the power of ten by which a figure is multiplied; a code of confidentiality; a note. */
  multiplier?: number;
  confidentiality?: number;
  note?: number;
  /** Columns that hold 1 where a flag applies. */
  flagColumns?: readonly { column: number; flag: string }[];
  /** Columns with our own states and flags. */
  ownState?: number;
  ownFlags?: number;
  ownSource?: number;
  /** What an empty cell means in a column with the codes of a dimension. */
  emptyCode?: string;
  /** Figures of the same area, period and codes are added up rather than refused. */
  addsRepeated?: boolean;
  /** What a figure may not be above without somebody looking at it first. */
  implausibleAbove?: number;
  /** Tells a row that a publisher got wrong, in words; null for one that is right. */
  implausible?(cells: readonly string[]): string | null;
  /** When the publisher last changed the figures, as the file says. */
  updated?: string;
}

/** What a layout is told from. */
export interface TableSample {
  rows: readonly (readonly string[])[];
  /** The line of each row in the file, or its row in a sheet. */
  numbers: readonly number[];
  form: 'DELIMITED' | 'SHEET' | 'JSON_STAT' | 'RECORDS';
  about: { time?: string; geo?: string; updated?: string; source?: string };
}

/** Tells whether a table is of a layout; null where it is not. */
export type Recogniser = (sample: TableSample) => Layout | null;

/** The usual grammar: a point for decimals, nothing between thousands. */
export const PLAIN: CellGrammar = {
  numbers: { decimal: '.', thousands: '' },
  missing: [':', '..', '...', 'NA', 'N/A', 'n/a', 'n.a.', '#N/A'],
  suppressed: { '*': { note: 'withheld by the publisher' }, c: { note: 'confidential' } },
  flagsInCell: false,
  flagLetters: null,
};

/** A dimension of one column. */
export function dimension(name: string, column: number, title: string | null = null): LayoutDimension {
  return { name, column, label: null, title };
}

/** A column of figures whose period stands in another column. */
export function valueColumn(column: number, codes: Readonly<Record<string, string>> = {}): ValueColumn {
  return { column, period: null, codes, flags: null };
}
