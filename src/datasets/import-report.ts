/** Why figures were not taken; stable, for machines. */
export const REJECTION_CODES = [
  'ROW_SHAPE',
  'AREA_EMPTY',
  'AREA_NONE',
  'AREA_UNKNOWN',
  'AREA_WITHOUT_ENTRY',
  'PERIOD_INVALID',
  'VALUE_INVALID',
  'CODE_EMPTY',
  'CODE_UNKNOWN',
  'ROW_TWICE',
  'ROW_REPEATED',
  'IMPLAUSIBLE',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** The end of the reason of a row in which the file ends before the row does. */
export const CUT_OFF = 'the download was cut off';

/** Figures of one column that were not taken for the same reason and the same text. */
export interface Rejection {
  code: RejectionCode;
  /** The name of the file. */
  file: string;
  /** The heading of the column that is to blame; null where no single one is. */
  column: string | null;
  /** The text that could not be taken, as it stands in the file. */
  text: string;
  reason: string;
  count: number;
  /** Where the first of them stand; at most twenty. */
  rows: readonly number[];
  /** The sum of those that are figures; told so that nothing of a file is lost out of sight. */
  sum: number;
}

/** An area as a file writes it and as it was read. */
export interface AreaRead {
  text: string;
  code: string;
  matchedBy: string;
}

/** What came of figures that were put in. */
export interface CollectedCounts {
  /** Those that are kept as figures. */
  kept: number;
  /** Kept as having no figure. */
  missing: number;
  suppressed: number;
  notApplicable: number;
  /** Said again in the same way, and kept once; told among the rejections. */
  repeated: number;
  /** Added to another figure of the same area, period and codes. */
  added: number;
}

/** What came of the figures of files. Every figure read is in exactly one of the counts from `kept` to `rejected`. */
export interface ImportReport extends CollectedCounts {
  /** Rows of tables that are no headings, footers or blanks. */
  rows: number;
  /** Cells that have or could have a figure, in rows that were asked for. */
  read: number;
  rejected: number;
  /** Cells of rows that were not asked for. */
  leftOut: number;
  /** Rows below or above the figures, such as notes. */
  skipped: number;
  rejections: readonly Rejection[];
  /** How areas were read, each spelling once. */
  areas: readonly AreaRead[];
}

const MAX_ROWS_TOLD = 20;
const MAX_REJECTIONS = 1_000;

/** Where in a file something stands. */
export interface CellPlace {
  file: string;
  /** A line, or a row of a sheet, counted from 1. */
  row: number;
  /** The heading of the column; null where no single one is meant. */
  column: string | null;
}

/** Collects what is not taken, grouped, so that a file of nothing but mistakes takes no more memory than another. */
export class Rejections {
  total = 0;
  private readonly groups = new Map<string, { -readonly [K in keyof Rejection]: Rejection[K] } & { rows: number[] }>();

  add(code: RejectionCode, text: string, reason: string, place: CellPlace, value: number | null): void {
    this.total += 1;
    const { file, row, column } = place;
    let key = [code, text, reason, file, column].join('\u001f');
    let group = this.groups.get(key);
    if (group === undefined) {
      if (this.groups.size >= MAX_REJECTIONS) {
        key = `${code}\u001f${file}…`;
        group = this.groups.get(key);
      }
      if (group === undefined) {
        const shown = this.groups.size >= MAX_REJECTIONS ? '…' : text.slice(0, 200);
        group = { code, file, column, text: shown, reason, count: 0, rows: [], sum: 0 };
        this.groups.set(key, group);
      }
    }
    group.count += 1;
    group.sum += value ?? 0;
    if (group.rows.length < MAX_ROWS_TOLD && group.rows.at(-1) !== row) group.rows.push(row);
  }

  /** The groups, by what most of them are. */
  list(): Rejection[] {
    return [...this.groups.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : b.count - a.count));
  }
}
