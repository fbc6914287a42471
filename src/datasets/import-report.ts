/** Stable codes of rejected figures. */
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

/** End of the reason where a file ends within a row. */
export const TRUNCATED_REASON = 'the download was cut off';

/** Rejected figures of one column with the same reason and text. */
export interface Rejection {
  code: RejectionCode;
  /** Name of the file. */
  file: string;
  /** Heading of the column; null for several. */
  column: string | null;
  /** As in the file. */
  text: string;
  reason: string;
  count: number;
  /** Rows of the first ones, at most twenty. */
  rows: readonly number[];
  /** Sum of the rejected figures, so that their size is visible. */
  sum: number;
}

/** How a text was read as an area. */
export interface AreaRead {
  text: string;
  code: string;
  matchedBy: string;
}

export interface CollectedCounts {
  kept: number;
  /** Kept without a figure. */
  missing: number;
  suppressed: number;
  notApplicable: number;
  /** Equal duplicates, kept once; listed among the rejections. */
  repeated: number;
  /** Added to another figure. */
  added: number;
}

/** Each figure read is in exactly one of the counts from `kept` to `rejected`. */
export interface ImportReport extends CollectedCounts {
  /** Rows without headings, footers and blank ones. */
  rows: number;
  /** Cells for figures in selected rows. */
  read: number;
  rejected: number;
  /** Cells of other rows. */
  leftOut: number;
  /** Rows above or below the figures, such as notes. */
  skipped: number;
  rejections: readonly Rejection[];
  /** Each spelling once. */
  areas: readonly AreaRead[];
}

const MAX_ROWS_TOLD = 20;
const MAX_REJECTIONS = 1_000;

export interface CellLocation {
  file: string;
  /** A line, or a row of a sheet, from 1. */
  row: number;
  /** Heading of the column; null for several. */
  column: string | null;
}

/** Collects rejections by group, with bounded memory. */
export class Rejections {
  total = 0;
  private readonly groups = new Map<string, { -readonly [K in keyof Rejection]: Rejection[K] } & { rows: number[] }>();

  add(code: RejectionCode, text: string, reason: string, place: CellLocation, value: number | null): void {
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

  /** Largest groups first. */
  list(): Rejection[] {
    return [...this.groups.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : b.count - a.count));
  }
}
