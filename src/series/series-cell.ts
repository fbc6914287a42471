import type { ObservationFlag } from '../generated/records.js';
import type { StoredPoint } from '../store/figures.js';
import type { Frequency } from './period.js';

/** Reasons for caution when two figures are compared. */
export type ComparabilityNote =
  | 'BREAK_IN_SERIES'
  | 'MEMBERSHIP_CHANGED'
  | 'PROVISIONAL_WITH_FINAL'
  | 'DEFINITION_DIFFERS'
  | 'INCOMPLETE'
  | 'VINTAGES_DIFFER';

/** Flag of the first figure after a break. The comparability note has the same name. */
export const BREAK_FLAG = 'BREAK_IN_SERIES';

/** Properties of an indicator that computations need. */
export interface MeasureProperties {
  measure: 'FLOW' | 'STOCK' | 'RATE';
  frequency: Frequency;
  absentMeans: 'MISSING' | 'ZERO';
}

/**
 * State of a cell. PARTIAL: computed from incomplete inputs. NOT_COVERED: the series does not exist. Last three: the
 * figure is reported, but the whole, the population or the base figure is missing.
 */
export type CellState =
  | StoredPoint['state']
  | 'PARTIAL'
  | 'NOT_COVERED'
  | 'TOTAL_MISSING'
  | 'POPULATION_MISSING'
  | 'BASE_MISSING';

/** A cell of a series: its reported or computed figure for one period. */
export interface SeriesCell {
  period: string;
  /** The figure; null if there is none, never 0 instead. */
  value: number | null;
  state: CellState;
  flags: readonly ObservationFlag[];
  /** Distinct slugs of the sources of all inputs. */
  sources: readonly string[];
  note: string | null;
  /** Number of inputs; 1 for a reported figure. */
  inputs: number;
  /** Number of input periods or group members without a cell. */
  missing: number;
  /** Lower bound of the figure, if the publisher states one. */
  lower: number | null;
  /** Upper bound of the figure, if the publisher states one. */
  upper: number | null;
  /** Divisor, or base of a comparison. */
  dividedBy: SeriesCell | null;
  /** Whether a break is within the period, not only at its start. */
  breaksWithin: boolean;
  /** Reasons for caution about the comparison or sum. */
  guards: readonly ComparabilityNote[];
  /** Result for the countries that were members in both periods; null unless the membership changed. */
  likeForLike: number | null;
}

/** Cells of a series with distinct periods, in ascending order. */
export type Cells = readonly SeriesCell[];

/** Converts a stored point to a cell. */
export function toCell(point: StoredPoint): SeriesCell {
  const hasValue = point.value !== null;
  return {
    period: point.period,
    value: point.value,
    state: point.state,
    // Flags are validated when a point is written.
    flags: point.flags as readonly ObservationFlag[],
    sources: point.source === null ? [] : [point.source],
    note: point.note,
    inputs: hasValue ? 1 : 0,
    missing: hasValue || point.state === 'NOT_APPLICABLE' ? 0 : 1,
    lower: point.lower ?? null,
    upper: point.upper ?? null,
    dividedBy: null,
    breaksWithin: false,
    guards: [],
    likeForLike: null,
  };
}

/** Returns a cell without a figure. */
export function emptyCell(period: string): SeriesCell {
  return toCell({ period, value: null, state: 'NOT_REPORTED', flags: [], source: null, note: null });
}

/** Period and inputs of a cell to compute. */
export interface CellInputs {
  period: string;
  inputs: readonly SeriesCell[];
  /** Number of inputs that are missing. */
  absent: number;
}

/** Computes a cell, with all flags and sources of its inputs. PARTIAL if some are missing, NOT_REPORTED if all are. */
export function combineCells(
  { period, inputs, absent }: CellInputs,
  combine: (values: readonly number[]) => number | null | undefined,
): SeriesCell {
  const values = inputs.flatMap(({ value }) => (value === null ? [] : [value]));
  const missing = absent + inputs.reduce((sum, cell) => sum + cell.missing, 0);
  const value = values.length === 0 ? null : (combine(values) ?? null);
  return {
    ...emptyCell(period),
    value,
    state: chooseState(value, values.length, missing),
    flags: mergeUnique(inputs.map((cell) => cell.flags)),
    sources: mergeUnique(inputs.map((cell) => cell.sources)),
    inputs: inputs.reduce((sum, cell) => sum + cell.inputs, 0),
    missing,
    breaksWithin: inputs.some(({ breaksWithin }) => breaksWithin),
    guards: mixesVintages(inputs) ? ['VINTAGES_DIFFER'] : [],
  };
}

/** Whether cells have different sources, and thus different vintages, which can count differently. */
export function mixesVintages(cells: readonly SeriesCell[]): boolean {
  const cellsWithSources = cells.filter(({ value, sources }) => value !== null && sources.length > 0);
  const sourceSets = new Set(cellsWithSources.map(({ sources }) => [...sources].sort().join(' ')));
  return sourceSets.size > 1 || cellsWithSources.some(({ guards }) => guards.includes('VINTAGES_DIFFER'));
}

function chooseState(value: number | null, figureCount: number, missing: number): CellState {
  if (value !== null) return missing > 0 ? 'PARTIAL' : 'REPORTED';
  return figureCount > 0 || missing === 0 ? 'NOT_APPLICABLE' : 'NOT_REPORTED';
}

function mergeUnique<T extends string>(lists: readonly (readonly T[])[]): T[] {
  return [...new Set(lists.flat())];
}
