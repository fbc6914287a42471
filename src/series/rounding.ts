import { growthBetween } from './group-totals.js';
import type { SeriesCell } from './series-cell.js';
import type { TransformName } from './transforms.js';

/** Decimal places of percentages and indices. */
const PERCENT_DIGITS = 1;
/** Decimal places of figures per 100 000 inhabitants. */
const RATE_DIGITS = 2;

/** Rounds a figure. A non-zero figure keeps at least one significant digit. */
export function roundFigure(value: number, digits: number): number {
  const roundedValue = Number(value.toFixed(digits));
  return roundedValue === 0 && value !== 0 ? Number(value.toPrecision(1)) : roundedValue;
}

/** Rounds a percentage; null if there is none. */
export function roundPercent(value: number | null): number | null {
  return value === null ? null : roundFigure(value, PERCENT_DIGITS);
}

/** Returns the rounded change between two figures. */
export function roundGrowth(from: SeriesCell, to: SeriesCell): { absolute: number | null; percent: number | null } {
  const { absolute, percent } = growthBetween(from, to);
  const digits = maxDecimalPlaces([from, to], null);
  return { absolute: absolute === null ? null : roundFigure(absolute, digits), percent: roundPercent(percent) };
}

/** Returns the number of decimal places to show: `decimals`, or more if a figure has more. */
export function maxDecimalPlaces(cells: readonly SeriesCell[], decimals: number | null | undefined): number {
  return cells.reduce((highest, { value }) => Math.max(highest, value === null ? 0 : decimalsOf(value)), decimals ?? 0);
}

function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}

/** Returns the number of decimal places of transformed figures: `ownDigits`, one more for means, fixed for ratios. */
export function decimalPlacesAfter(transform: TransformName | null, ownDigits: number, isAveraged: boolean): number {
  switch (transform) {
    case 'YEAR_ON_YEAR':
    case 'INDEX':
    case 'SHARE':
      return PERCENT_DIGITS;
    case 'PER_100K':
      return RATE_DIGITS;
    case 'ROLLING_MEAN':
      return ownDigits + 1;
    default:
      return isAveraged ? ownDigits + 1 : ownDigits;
  }
}

/** Returns cells with rounded figures and rounded like-for-like results. */
export function roundCells(cells: readonly SeriesCell[], digits: number): SeriesCell[] {
  const round = (value: number | null) => (value === null ? null : roundFigure(value, digits));
  return cells.map((cell) => ({ ...cell, value: round(cell.value), likeForLike: round(cell.likeForLike) }));
}
