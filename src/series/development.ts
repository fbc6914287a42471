import { growthBetween } from './group-totals.js';
import type { GroupComposition } from './group-composition.js';
import type { StoredPoint } from '../store/figures.js';
import { type ComparabilityNote, type SeriesCell, toCell } from './series-cell.js';
import { ComparabilityChecker } from './comparability-checker.js';
import { daysOfPeriod, yearBefore } from './period.js';

/** A change between two figures of a series. */
export interface Development {
  from: SeriesCell;
  to: SeriesCell;
  absolute: number;
  /** Relative change in percent; null if the first figure is not positive. */
  percent: number | null;
  /** Reasons for caution that still allow the comparison. */
  guards: readonly ComparabilityNote[];
}

/** Minimum of the larger figure. Changes between smaller counts are not meaningful. */
const MIN_COUNT = 10;
/** Notes that rule a comparison out. */
const BLOCKING_NOTES: ReadonlySet<ComparabilityNote> = new Set([
  'BREAK_IN_SERIES',
  'MEMBERSHIP_CHANGED',
  'PROVISIONAL_WITH_FINAL',
  'DEFINITION_DIFFERS',
]);

/**
 * Returns the latest change in a series, up to its latest comparable figure. It starts at the earliest comparable
 * figure since `since` for the same part of the year; default: one year before. Null if no figures are comparable, if
 * both are equal, or if both are small counts.
 */
export function findDevelopment(
  points: readonly StoredPoint[],
  { since, isRate, composition }: { since: string | null; isRate: boolean; composition: GroupComposition | null },
): Development | null {
  const checker = new ComparabilityChecker(points, composition);
  const sinceDay = since === null ? null : daysOfPeriod(since).first;
  // Starts with the latest figure, which usually has a comparable earlier figure.
  for (let index = points.length - 1; index >= 0; index -= 1) {
    const point = points[index]!;
    if (sinceDay !== null && daysOfPeriod(point.period).last < sinceDay) break;
    if (point.value === null) continue;
    const to = toCell(point);
    const from = findBases(to, points, sinceDay)
      .map(toCell)
      .find((base) => !checker.notesBetween(base, to).some((note) => BLOCKING_NOTES.has(note)));
    if (from) return measureChange(from, to, checker, isRate);
  }
  return null;
}

/** Returns the figures for the same part of earlier years, in ascending order. */
function findBases(to: SeriesCell, points: readonly StoredPoint[], sinceDay: string | null): StoredPoint[] {
  const bases: StoredPoint[] = [];
  const first = points[0]!.period;
  for (let period = yearBefore(to.period); period >= first; period = yearBefore(period)) {
    if (sinceDay !== null && daysOfPeriod(period).first < sinceDay) break;
    const point = points.findLast((candidate) => candidate.period === period);
    if (point && point.value !== null) bases.unshift(point);
    if (sinceDay === null) break;
  }
  return bases;
}

function measureChange(
  from: SeriesCell,
  to: SeriesCell,
  checker: ComparabilityChecker,
  isRate: boolean,
): Development | null {
  const { absolute, percent } = growthBetween(from, to);
  const isSmall = !isRate && Math.max(Math.abs(from.value!), Math.abs(to.value!)) < MIN_COUNT;
  if (absolute === null || absolute === 0 || isSmall) return null;
  return { from, to, absolute, percent, guards: checker.notesBetween(from, to) };
}

/** Orders changes by the size of their percentage, largest first; those without one are last, by absolute change. */
export function compareBySize(left: Development, right: Development): number {
  const [a, b] = [left.percent, right.percent];
  if (a !== null && b !== null) return Math.abs(b) - Math.abs(a);
  if (a === null && b === null) return Math.abs(right.absolute) - Math.abs(left.absolute);
  return a === null ? 1 : -1;
}
