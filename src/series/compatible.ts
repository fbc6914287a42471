import type { Cell } from './cell.js';
import type { MembershipSpan } from './areas-together.js';
import { mixesVintages } from './cell.js';

/** One of the series that are to be laid side by side. */
export interface Compared {
  indicator: string;
  area: string;
  unit: string;
  countingUnit: string;
  /** What is measured, whoever publishes it; null where no other indicator measures it. */
  concept: string | null;
  publisher: string;
  measure: string;
  frequency: string;
  /** For a group: its countries with their times; null for a single area. */
  members: readonly MembershipSpan[] | null;
  cells: readonly Cell[];
  /** The number of the vintage that the cells are of. */
  vintage: number;
}

/** Why two series cannot be compared as they are. */
export type IncompatibleReason =
  | 'COUNTING_UNITS_DIFFER'
  | 'UNITS_DIFFER'
  | 'MEASURES_DIFFER'
  | 'FREQUENCIES_DIFFER'
  | 'PROVISIONAL_WITH_FINAL'
  | 'VINTAGES_DIFFER'
  | 'PUBLISHERS_DIFFER'
  | 'AREAS_OVERLAP';

/** A pair that cannot be compared, by position in the list, and why. */
export interface IncompatiblePair {
  reason: IncompatibleReason;
  left: number;
  right: number;
}

/** Every reason why series should not be laid side by side, pair by pair; none where they can be. */
export function incompatibilities(series: readonly Compared[]): IncompatiblePair[] {
  return series.flatMap((left, at) =>
    series
      .slice(at + 1)
      .flatMap((right, offset) => reasons(left, right).map((reason) => ({ reason, left: at, right: at + 1 + offset }))),
  );
}

function reasons(left: Compared, right: Compared): IncompatibleReason[] {
  const found: IncompatibleReason[] = [];
  if (left.countingUnit !== right.countingUnit) found.push('COUNTING_UNITS_DIFFER');
  else if (left.unit !== right.unit) found.push('UNITS_DIFFER');
  if (left.measure !== right.measure) found.push('MEASURES_DIFFER');
  if (left.frequency !== right.frequency) found.push('FREQUENCIES_DIFFER');
  if (everMeets(left, right, isProvisionalAgainstFinal)) found.push('PROVISIONAL_WITH_FINAL');
  const isOneVintage = left.indicator === right.indicator && left.vintage === right.vintage;
  if (isOneVintage && everMeets(left, right, (one, other) => mixesVintages([one, other])))
    found.push('VINTAGES_DIFFER');
  const isOneConcept = left.concept !== null && left.concept === right.concept;
  if (isOneConcept && left.publisher !== right.publisher) found.push('PUBLISHERS_DIFFER');
  if (left.area !== right.area && overlap(left, right)) found.push('AREAS_OVERLAP');
  return found;
}

/** Whether it holds of the figures of both in some period. */
function everMeets(left: Compared, right: Compared, holds: (one: Cell, other: Cell) => boolean): boolean {
  const other = new Map(right.cells.map((cell) => [cell.period, cell]));
  return left.cells.some((cell) => {
    const twin = other.get(cell.period);
    return cell.value !== null && twin !== undefined && twin.value !== null && holds(cell, twin);
  });
}

/** Whether one figure may still change and the other may not. */
function isProvisionalAgainstFinal(one: Cell, other: Cell): boolean {
  return one.flags.includes('PROVISIONAL') !== other.flags.includes('PROVISIONAL');
}

function overlap(left: Compared, right: Compared): boolean {
  const countries = ({ area, members }: Compared) => new Set(members ? members.map(({ country }) => country) : [area]);
  if (!left.members && !right.members) return false;
  const of = countries(right);
  return [...countries(left)].some((country) => of.has(country));
}
