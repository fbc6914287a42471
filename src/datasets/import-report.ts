/** Codes of problems with figures. Scripts use them with `--accept`, so they must not change. */
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

/** End of the reason for rejecting the last row of a truncated file. */
export const TRUNCATED_REASON = 'the file is truncated';

/** A group of rejected figures: those of one file and column with the same reason and text. */
export interface Rejection {
  code: RejectionCode;
  file: string;
  /** Heading of the column; null if the whole row is rejected. */
  column: string | null;
  /** The rejected text, as in the file. */
  text: string;
  reason: string;
  count: number;
  /** Numbers of the first rows, at most 20. */
  rows: readonly number[];
  /** Sum of the rejected figures, to show how much is lost. */
  sum: number;
}

/** The area that a text in the files was matched to. */
export interface MatchedArea {
  text: string;
  code: string;
  matchedBy: string;
}

/** Numbers of figures of an import, by result. */
export interface CollectedCounts {
  kept: number;
  /** Number of figures that the publisher does not report. */
  missing: number;
  suppressed: number;
  notApplicable: number;
  /** Number of equal duplicates. They are also listed among the rejections. */
  repeated: number;
  /** Number of figures that were summed into another figure. */
  added: number;
}

/** Report of an import. Each figure of `read` is in exactly one of `rejected` and the collected counts. */
export interface ImportReport extends CollectedCounts {
  /** Number of rows with figures, without headings, footers and blank rows. */
  rows: number;
  /** Number of figures in selected rows. */
  read: number;
  rejected: number;
  /** Number of figures in rows with other codes than the chosen ones. */
  leftOut: number;
  /** Number of rows above or below the figures, such as notes. */
  skipped: number;
  rejections: readonly Rejection[];
  /** Matched areas, one for each spelling in the files. */
  areas: readonly MatchedArea[];
}

const MAX_ROWS_LISTED = 20;
const MAX_REJECTION_GROUPS = 1_000;

export interface CellLocation {
  file: string;
  /** 1-based line or sheet row. */
  row: number;
  /** Heading of the column; null for the whole row. */
  column: string | null;
}

/** Groups rejections by reason and text, with bounded memory. */
export class RejectionCollector {
  total = 0;
  private readonly groups = new Map<string, { -readonly [K in keyof Rejection]: Rejection[K] } & { rows: number[] }>();

  add(code: RejectionCode, text: string, reason: string, location: CellLocation, value: number | null): void {
    this.total += 1;
    const { file, row, column } = location;
    let key = [code, text, reason, file, column].join('\u001f');
    let group = this.groups.get(key);
    if (group === undefined) {
      if (this.groups.size >= MAX_REJECTION_GROUPS) {
        key = `${code}\u001f${file}…`;
        group = this.groups.get(key);
      }
      if (group === undefined) {
        const shownText = this.groups.size >= MAX_REJECTION_GROUPS ? '…' : text.slice(0, 200);
        group = { code, file, column, text: shownText, reason, count: 0, rows: [], sum: 0 };
        this.groups.set(key, group);
      }
    }
    group.count += 1;
    group.sum += value ?? 0;
    if (group.rows.length < MAX_ROWS_LISTED && group.rows.at(-1) !== row) group.rows.push(row);
  }

  /** Returns the rejections by code, the largest groups of a code first. */
  list(): Rejection[] {
    return [...this.groups.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : b.count - a.count));
  }
}
