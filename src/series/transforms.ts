import { mean, sum } from 'd3-array';
import { AppError } from '../errors.js';
import {
  BREAK_FLAG,
  type Cells,
  type CellState,
  combineCells,
  type MeasureProperties,
  mixesVintages,
  type SeriesCell,
} from './series-cell.js';
import type { GroupComposition, LikeForLike } from './group-composition.js';
import { fillGaps } from './resample.js';
import { comparedFlags, ComparabilityChecker } from './comparability-checker.js';
import { offsetPeriod, containingPeriod, yearBefore } from './period.js';

export type TransformName = 'PER_100K' | 'YEAR_ON_YEAR' | 'INDEX' | 'ROLLING_MEAN' | 'CUMULATIVE' | 'SHARE';

/** Returns the change since one year before, in percent. `composition` is that of a group; null for other areas. */
export function yearOnYear(cells: Cells, composition: GroupComposition | null = null): SeriesCell[] {
  const byPeriod = new Map(cells.map((cell) => [cell.period, cell]));
  const change = (current: number, previous: number) => 100 * (current / previous - 1);
  return compareCells(cells, ({ period }) => byPeriod.get(yearBefore(period)), { change, composition });
}

/** Returns the index of a series: 100 × x ÷ x in the base period. */
export function rebase(cells: Cells, base: string, composition: GroupComposition | null = null): SeriesCell[] {
  const atBase = cells.find(({ period }) => period === base);
  return compareCells(cells, () => atBase, { change: (current, previous) => (100 * current) / previous, composition });
}

/** Computes each cell relative to its base cell in the same series, with reasons for caution. */
function compareCells(
  cells: Cells,
  baseOf: (cell: SeriesCell) => SeriesCell | undefined,
  {
    change,
    composition,
  }: { change: (current: number, previous: number) => number; composition: GroupComposition | null },
): SeriesCell[] {
  const checker = new ComparabilityChecker(cells, composition);
  return cells.map((cell) => {
    const base = baseOf(cell);
    const comparedCell = ratio(cell, base, change, 'BASE_MISSING');
    if (!base || comparedCell.dividedBy === null) return comparedCell;
    const guards = checker.notesBetween(cell, base);
    const hasChanged = guards.includes('MEMBERSHIP_CHANGED');
    const sameMembers = hasChanged ? composition!.likeForLike(base.period, cell.period) : null;
    return {
      ...comparedCell,
      guards,
      flags: comparedFlags(cell, base, guards),
      likeForLike: sameMembers && computeChange(sameMembers, change),
    };
  });
}

function computeChange(
  { from, to }: LikeForLike,
  change: (current: number, previous: number) => number,
): number | null {
  const isComplete = from.value !== null && to.value !== null && from.missing === 0 && to.missing === 0;
  return isComplete && from.value! > 0 ? change(to.value!, from.value!) : null;
}

/**
 * Returns figures per 100 000 inhabitants: 100 000 × x ÷ population of the year. Falls back to the last year with a
 * population, flagged as estimated. After a break in the population, the first figure is flagged.
 */
export function per100k(cells: Cells, population: Cells): SeriesCell[] {
  let previous: SeriesCell | undefined;
  return cells.map((cell) => {
    const people = populationAt(cell.period, population);
    const isChanged = people !== previous;
    previous = people;
    const divisor =
      people && !isChanged ? { ...people, flags: people.flags.filter((flag) => flag !== BREAK_FLAG) } : people;
    const rate = ratio(
      cell,
      divisor,
      (current, inhabitants) => (100_000 * current) / inhabitants,
      'POPULATION_MISSING',
    );
    const isOutdated = people !== undefined && people.period !== containingPeriod(cell.period, 'YEAR');
    if (!isOutdated || rate.value === null) return rate;
    return { ...rate, flags: [...new Set([...rate.flags, 'ESTIMATED' as const])] };
  });
}

function populationAt(period: string, population: Cells): SeriesCell | undefined {
  const year = containingPeriod(period, 'YEAR')!;
  return population.findLast((cell) => cell.value !== null && cell.period <= year);
}

/** Returns percentages of the whole: 100 × x ÷ x of the whole. Negative figures have no share. */
export function shares(cells: Cells, total: Cells): SeriesCell[] {
  const byPeriod = new Map(total.map((cell) => [cell.period, cell]));
  return cells.map((cell) => {
    const periodTotal = byPeriod.get(cell.period);
    const share = ratio(cell, periodTotal, (part, total) => (part < 0 ? null : (100 * part) / total), 'TOTAL_MISSING');
    const isMixed = share.value !== null && periodTotal !== undefined && mixesVintages([cell, periodTotal]);
    return isMixed ? { ...share, guards: ['VINTAGES_DIFFER'] } : share;
  });
}

/** Returns the mean of the figures in the last `periods` periods. @throws AppError BAD_USER_INPUT */
export function rollingMean(cells: Cells, properties: MeasureProperties, periods: number): SeriesCell[] {
  if (!Number.isInteger(periods) || periods < 2 || periods > 120) {
    throw new AppError('BAD_USER_INPUT', `A rolling mean needs 2 to 120 periods, not ${periods}.`);
  }
  const filled = fillGaps(cells, properties);
  const byPeriod = new Map(filled.map((cell) => [cell.period, cell]));
  return filled.map(({ period }) => {
    const window = Array.from({ length: periods }, (_, index) => offsetPeriod(period, index - periods + 1));
    const inputs = window.flatMap((inWindow) => byPeriod.get(inWindow) ?? []);
    return combineCells({ period, inputs, absent: periods - inputs.length }, mean);
  });
}

/** Returns running totals. @throws AppError BAD_USER_INPUT for a stock or a rate */
export function cumulative(cells: Cells, properties: MeasureProperties): SeriesCell[] {
  if (properties.measure !== 'FLOW') {
    throw new AppError(
      'BAD_USER_INPUT',
      `Periods of a ${properties.measure.toLowerCase()} cannot be added; only those of a flow can.`,
    );
  }
  const total = fillGaps(cells, properties);
  return total.map(({ period }, index) => combineCells({ period, inputs: total.slice(0, index + 1), absent: 0 }, sum));
}

/** Relates a figure to that of `base`. State `withoutDivisor` if that is missing, NOT_APPLICABLE if not positive. */
function ratio(
  cell: SeriesCell,
  base: SeriesCell | undefined,
  combine: (current: number, previous: number) => number | null,
  withoutDivisor: CellState,
): SeriesCell {
  if (cell.value === null) return { ...cell, lower: null, upper: null };
  if (!base || base.value === null) {
    const absent = combineCells({ period: cell.period, inputs: [{ ...cell, value: null }], absent: 1 }, sum);
    return { ...absent, state: withoutDivisor };
  }
  const ratioCell = combineCells({ period: cell.period, inputs: [cell, base], absent: 0 }, ([current, previous]) =>
    previous! > 0 ? combine(current!, previous!) : null,
  );
  return { ...ratioCell, note: cell.note, dividedBy: base, guards: cell.guards };
}
