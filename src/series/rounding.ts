import { growthBetween } from './areas-together.js';
import type { SeriesCell } from './cell.js';
import type { TransformName } from './transforms.js';

/** Decimal places of percentages and indices. */
const PERCENT_DIGITS = 1;
const RATE_DIGITS = 2;

/** Rounds a figure; a non-zero one keeps at least one significant digit. */
export function rounded(value: number, digits: number): number {
  const made = Number(value.toFixed(digits));
  return made === 0 && value !== 0 ? Number(value.toPrecision(1)) : made;
}

export function roundedPercent(value: number | null): number | null {
  return value === null ? null : rounded(value, PERCENT_DIGITS);
}

/** The rounded change between two figures. */
export function roundedGrowth(from: SeriesCell, to: SeriesCell): { absolute: number | null; percent: number | null } {
  const { absolute, percent } = growthBetween(from, to);
  const digits = chooseDigits([from, to], null);
  return { absolute: absolute === null ? null : rounded(absolute, digits), percent: roundedPercent(percent) };
}

/** Decimal places of figures: those of the indicator, or more where reported. */
export function chooseDigits(cells: readonly SeriesCell[], decimals: number | null | undefined): number {
  return cells.reduce((most, { value }) => Math.max(most, value === null ? 0 : digits(value)), decimals ?? 0);
}

function digits(value: number): number {
  if (Number.isInteger(value)) return 0;
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}

/**
 * Decimal places of computed figures: percentages and indices one, figures per 100 000 two, means one more than the
 * figures, sums as many.
 */
export function digitsAfter(transform: TransformName | null, own: number, isAveraged: boolean): number {
  switch (transform) {
    case 'YEAR_ON_YEAR':
    case 'INDEX':
    case 'SHARE':
      return PERCENT_DIGITS;
    case 'PER_100K':
      return RATE_DIGITS;
    case 'ROLLING_MEAN':
      return own + 1;
    default:
      return isAveraged ? own + 1 : own;
  }
}

export function roundedCells(cells: readonly SeriesCell[], digits: number): SeriesCell[] {
  const round = (value: number | null) => (value === null ? null : rounded(value, digits));
  return cells.map((cell) => ({ ...cell, value: round(cell.value), likeForLike: round(cell.likeForLike) }));
}
