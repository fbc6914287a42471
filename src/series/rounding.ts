import { growth } from './areas-together.js';
import type { Cell } from './cell.js';
import type { TransformName } from './transforms.js';

/** Digits after the point of what is given in percent or as an index. */
const PERCENT_DIGITS = 1;
const RATE_DIGITS = 2;

/** A figure with so many digits after the point; one that is not 0 never becomes 0, but keeps one digit that counts. */
export function rounded(value: number, digits: number): number {
  const made = Number(value.toFixed(digits));
  return made === 0 && value !== 0 ? Number(value.toPrecision(1)) : made;
}

/** A percentage as it is served; null stays null. */
export function roundedPercent(value: number | null): number | null {
  return value === null ? null : rounded(value, PERCENT_DIGITS);
}

/** The change from one figure to another, as it is served. */
export function roundedGrowth(from: Cell, to: Cell): { absolute: number | null; percent: number | null } {
  const { absolute, percent } = growth(from, to);
  const digits = chooseDigits([from, to], null);
  return { absolute: absolute === null ? null : rounded(absolute, digits), percent: roundedPercent(percent) };
}

/** How many digits after the point figures have: as many as the indicator says, or more where they were reported so. */
export function chooseDigits(cells: readonly Cell[], decimals: number | null | undefined): number {
  return cells.reduce((most, { value }) => Math.max(most, value === null ? 0 : digits(value)), decimals ?? 0);
}

function digits(value: number): number {
  if (Number.isInteger(value)) return 0;
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}

/**
 * How many digits what was computed has: percentages and indices one, figures per 100 000 two, means one more than the
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

/** Cells that were computed, rounded. */
export function roundedCells(cells: readonly Cell[], digits: number): Cell[] {
  const round = (value: number | null) => (value === null ? null : rounded(value, digits));
  return cells.map((cell) => ({ ...cell, value: round(cell.value), likeForLike: round(cell.likeForLike) }));
}
