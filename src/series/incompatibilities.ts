import type { MembershipSpan } from './group-totals.js';
import { mixesVintages, type SeriesCell } from './series-cell.js';

/** A series to compare, with the properties on which its comparability depends. */
export interface ComparedSeries {
  indicator: string;
  area: string;
  unit: string;
  countingUnit: string;
  /** Concept that indicators of several publishers measure; null if only this indicator measures it. */
  concept: string | null;
  publisher: string;
  measure: string;
  frequency: string;
  /** Members of a group; null for other areas. */
  members: readonly MembershipSpan[] | null;
  cells: readonly SeriesCell[];
  vintage: number;
}

export type IncompatibleReason =
  | 'COUNTING_UNITS_DIFFER'
  | 'UNITS_DIFFER'
  | 'MEASURES_DIFFER'
  | 'FREQUENCIES_DIFFER'
  | 'PROVISIONAL_WITH_FINAL'
  | 'VINTAGES_DIFFER'
  | 'PUBLISHERS_DIFFER'
  | 'AREAS_OVERLAP';

/** Indexes of two incomparable series, and the reason. */
export interface IncompatiblePair {
  reason: IncompatibleReason;
  left: number;
  right: number;
}

/** Returns the incomparable pairs of series, one item per pair and reason. */
export function findIncompatibilities(series: readonly ComparedSeries[]): IncompatiblePair[] {
  return series.flatMap((left, index) =>
    series
      .slice(index + 1)
      .flatMap((right, offset) =>
        findReasons(left, right).map((reason) => ({ reason, left: index, right: index + 1 + offset })),
      ),
  );
}

function findReasons(left: ComparedSeries, right: ComparedSeries): IncompatibleReason[] {
  const reasons: IncompatibleReason[] = [];
  if (left.countingUnit !== right.countingUnit) reasons.push('COUNTING_UNITS_DIFFER');
  else if (left.unit !== right.unit) reasons.push('UNITS_DIFFER');
  if (left.measure !== right.measure) reasons.push('MEASURES_DIFFER');
  if (left.frequency !== right.frequency) reasons.push('FREQUENCIES_DIFFER');
  if (anyPeriodMeets(left, right, isProvisionalAgainstFinal)) reasons.push('PROVISIONAL_WITH_FINAL');
  const isSameVintage = left.indicator === right.indicator && left.vintage === right.vintage;
  if (isSameVintage && anyPeriodMeets(left, right, (a, b) => mixesVintages([a, b]))) reasons.push('VINTAGES_DIFFER');
  const isSameConcept = left.concept !== null && left.concept === right.concept;
  if (isSameConcept && left.publisher !== right.publisher) reasons.push('PUBLISHERS_DIFFER');
  if (left.area !== right.area && areasOverlap(left, right)) reasons.push('AREAS_OVERLAP');
  return reasons;
}

/** Whether the figures of both series in any common period meet a condition. */
function anyPeriodMeets(
  left: ComparedSeries,
  right: ComparedSeries,
  isMet: (one: SeriesCell, other: SeriesCell) => boolean,
): boolean {
  const rightCells = new Map(right.cells.map((cell) => [cell.period, cell]));
  return left.cells.some((cell) => {
    const counterpart = rightCells.get(cell.period);
    return cell.value !== null && counterpart !== undefined && counterpart.value !== null && isMet(cell, counterpart);
  });
}

function isProvisionalAgainstFinal(a: SeriesCell, b: SeriesCell): boolean {
  return a.flags.includes('PROVISIONAL') !== b.flags.includes('PROVISIONAL');
}

function areasOverlap(left: ComparedSeries, right: ComparedSeries): boolean {
  const countries = ({ area, members }: ComparedSeries) =>
    new Set(members ? members.map(({ country }) => country) : [area]);
  if (!left.members && !right.members) return false;
  const rightCountries = countries(right);
  return [...countries(left)].some((country) => rightCountries.has(country));
}
