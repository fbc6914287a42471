import { suggestNumber } from '../records/suggest-number.js';
import { quoteText } from '../records/message-text.js';
import type { StoredPoint } from '../store/figures.js';
import type { CsvRow } from './read-csv.js';

/** Optional columns with the bounds of the figure. */
export const BOUND_COLUMNS = ['lower', 'upper'] as const;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Parses a number with an optional decimal point. Null for an empty cell; undefined, with a problem, if invalid. */
export function readNumberCell(row: CsvRow, column: string): number | null | undefined {
  const cellText = row.cell(column);
  if (cellText === undefined) return undefined;
  if (cellText === '') return null;
  const value = Number(cellText);
  if (NUMBER.test(cellText) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
  row.report('NUMBER_INVALID', column, `${quoteText(cellText)} is not a number`, valueTip(cellText, column));
  return undefined;
}

/** Parses the lower and upper bound of a figure. Reports reversed bounds. Empty if the row has none. */
export function readFigureBounds(row: CsvRow): Pick<StoredPoint, 'lower' | 'upper'> {
  const [lower = null, upper = null] = BOUND_COLUMNS.map((column) => readNumberCell(row, column));
  if (lower !== null && upper !== null && lower > upper) {
    row.report('NUMBER_INVALID', 'lower', `${lower} is above the upper bound ${upper}`, 'write the lower one here');
  }
  return lower === null && upper === null ? {} : { lower, upper };
}

/** A number with a publisher's flag: 12 (e), 12*, ~12. */
const NUMBER_WITH_FLAG =
  /^(?:[~\u2248]\s*)?(-?\d[\d ,.'\u00a0\u202f]*?)\s*(?:\(?[a-z]{1,3}\)?|\*+|[\u2020\u2021\u00b9\u00b2\u00b3])?$/i;
/** Texts that publishers use for missing figures. */
const MISSING_FIGURE = /^(?:[-\u2013\u2014:.\u2026]+|n\.?\/?a\.?|nan|nil|none|null)$/i;
const WITHHELD_FIGURE = /^(?:c|confidential|([<\u2264]|[>\u2265])\s*\d.*)$/i;

function valueTip(cellText: string, column: string): string {
  const suggestion = suggestNumber(cellText);
  if (suggestion !== null) return `write ${suggestion}`;
  const [, flagged] = (cellText.length <= 60 && NUMBER_WITH_FLAG.exec(cellText)) || [];
  const number = flagged === undefined ? null : (suggestNumber(flagged) ?? (NUMBER.test(flagged) ? flagged : null));
  if (number !== null) return `write ${number}; put remarks into flags or note`;
  const withheldMatch = WITHHELD_FIGURE.exec(cellText);
  if (column !== 'value' || (withheldMatch === null && !MISSING_FIGURE.test(cellText))) {
    return 'write digits and at most one decimal point; leave the cell empty if there is no figure';
  }
  if (withheldMatch === null) return 'leave the cell empty, and write NOT_REPORTED as its state';
  const [, withheldSign] = withheldMatch;
  const bound =
    withheldSign === undefined
      ? ''
      : /[<\u2264]/.test(withheldSign)
        ? 'put the upper bound into a column upper'
        : 'put the lower bound into a column lower';
  return `leave the cell empty, and write SUPPRESSED as its state${bound && `; ${bound}`}`;
}
