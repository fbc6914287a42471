import type { ObservationFlag } from '../generated/records.js';
import type { StoredPoint } from '../store/figures.js';
import type { Frequency } from './period.js';

/** Reservations against comparing two figures. */
export type ComparabilityNote =
  | 'BREAK_IN_SERIES'
  | 'MEMBERSHIP_CHANGED'
  | 'PROVISIONAL_WITH_FINAL'
  | 'DEFINITION_DIFFERS'
  | 'INCOMPLETE'
  | 'VINTAGES_DIFFER';

/** Flag of the first figure after a break, and the resulting guard. */
export const BREAK = 'BREAK_IN_SERIES';

/** Properties of an indicator for arithmetic. */
export interface MeasureProperties {
  measure: 'FLOW' | 'STOCK' | 'RATE';
  frequency: Frequency;
  absentMeans: 'MISSING' | 'ZERO';
}

/**
 * PARTIAL: computed with some inputs missing. NOT_COVERED: the series does not exist. The last three: reported, but its
 * divisor was not.
 */
export type CellState =
  | StoredPoint['state']
  | 'PARTIAL'
  | 'NOT_COVERED'
  | 'TOTAL_MISSING'
  | 'POPULATION_MISSING'
  | 'BASE_MISSING';

/** A reported or computed cell. */
export interface SeriesCell {
  period: string;
  /** Null without a figure, never 0. */
  value: number | null;
  state: CellState;
  flags: readonly ObservationFlag[];
  /** Distinct slugs of the sources of all inputs. */
  sources: readonly string[];
  note: string | null;
  /** Number of inputs; 1 for a reported figure. */
  inputs: number;
  /** Number of missing inputs. */
  missing: number;
  /** Bounds given by the publisher. */
  lower: number | null;
  upper: number | null;
  /** Divisor or base of the comparison. */
  dividedBy: SeriesCell | null;
  /** For a longer period: whether it contains a break. */
  breaksWithin: boolean;
  /** Reservations against its comparison or sum. */
  guards: readonly ComparabilityNote[];
  /** The comparison for countries that were members in both periods; null where not needed. */
  likeForLike: number | null;
}

/** Cells of a series, oldest first, with distinct periods. */
export type Cells = readonly SeriesCell[];

export function toCell(point: StoredPoint): SeriesCell {
  const exists = point.value !== null;
  return {
    period: point.period,
    value: point.value,
    state: point.state,
    // Validated on writing.
    flags: point.flags as readonly ObservationFlag[],
    sources: point.source === null ? [] : [point.source],
    note: point.note,
    inputs: exists ? 1 : 0,
    missing: exists || point.state === 'NOT_APPLICABLE' ? 0 : 1,
    lower: point.lower ?? null,
    upper: point.upper ?? null,
    dividedBy: null,
    breaksWithin: false,
    guards: [],
    likeForLike: null,
  };
}

/** An empty cell. */
export function emptyCell(period: string): SeriesCell {
  return toCell({ period, value: null, state: 'NOT_REPORTED', flags: [], source: null, note: null });
}

export interface Derivation {
  period: string;
  inputs: readonly SeriesCell[];
  /** Number of missing inputs. */
  absent: number;
}

/**
 * Combines cells. Carries flags, sources and missing inputs over. The state is PARTIAL with missing inputs,
 * NOT_REPORTED without any.
 */
export function combineCells(
  { period, inputs, absent }: Derivation,
  combine: (values: readonly number[]) => number | null,
): SeriesCell {
  const values = inputs.flatMap(({ value }) => (value === null ? [] : [value]));
  const missing = absent + inputs.reduce((sum, cell) => sum + cell.missing, 0);
  const value = values.length === 0 ? null : combine(values);
  return {
    period,
    value,
    state: judgeState(value, values.length, missing),
    flags: united(inputs.map((cell) => cell.flags)),
    sources: united(inputs.map((cell) => cell.sources)),
    note: null,
    inputs: inputs.reduce((sum, cell) => sum + cell.inputs, 0),
    missing,
    lower: null,
    upper: null,
    dividedBy: null,
    breaksWithin: inputs.some(({ breaksWithin }) => breaksWithin),
    guards: mixesVintages(inputs) ? ['VINTAGES_DIFFER'] : [],
    likeForLike: null,
  };
}

/** Whether sources differ: editions of a publisher may count differently. */
export function mixesVintages(cells: readonly SeriesCell[]): boolean {
  const there = cells.filter(({ value, sources }) => value !== null && sources.length > 0);
  const read = new Set(there.map(({ sources }) => [...sources].sort().join(' ')));
  return read.size > 1 || there.some(({ guards }) => guards.includes('VINTAGES_DIFFER'));
}

function judgeState(value: number | null, figures: number, missing: number): CellState {
  if (value !== null) return missing > 0 ? 'PARTIAL' : 'REPORTED';
  return figures > 0 || missing === 0 ? 'NOT_APPLICABLE' : 'NOT_REPORTED';
}

function united<T extends string>(lists: readonly (readonly T[])[]): T[] {
  return [...new Set(lists.flat())];
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** For at least one figure. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
