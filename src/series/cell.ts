import type { ObservationFlag } from '../generated/records.js';
import type { StoredPoint } from '../store/figures.js';
import type { Frequency } from './period.js';

/** Why two figures of one series should not be compared as they are. */
export type Guard =
  | 'BREAK_IN_SERIES'
  | 'MEMBERSHIP_CHANGED'
  | 'PROVISIONAL_WITH_FINAL'
  | 'DEFINITION_DIFFERS'
  | 'INCOMPLETE'
  | 'VINTAGES_DIFFER';

/** The flag of a figure before which its series is another one, and the guard that follows from it. */
export const BREAK = 'BREAK_IN_SERIES';

/** What the arithmetic must know of an indicator. */
export interface Measured {
  measure: 'FLOW' | 'STOCK' | 'RATE';
  frequency: Frequency;
  absentMeans: 'MISSING' | 'ZERO';
}

/**
 * What there is in a cell. PARTIAL is ours: a figure computed although some of what it is made of is missing. Only a
 * figure that is complete is REPORTED; NOT_COVERED is a cell of a series that does not exist. The last three: the figure was reported, its divisor was not.
 */
export type CellState =
  | StoredPoint['state']
  | 'PARTIAL'
  | 'NOT_COVERED'
  | 'TOTAL_MISSING'
  | 'POPULATION_MISSING'
  | 'BASE_MISSING';

/** One cell of a series, as reported or as computed from others. */
export interface Cell {
  period: string;
  /** Null unless a figure was reported or computed. Never 0 for a missing one. */
  value: number | null;
  state: CellState;
  flags: readonly ObservationFlag[];
  /** Slugs of the sources of all that it is made of, each once. */
  sources: readonly string[];
  note: string | null;
  /** How many figures it is made of; 1 for one that was reported. */
  inputs: number;
  /** How many of what it should be made of are missing. */
  missing: number;
  /** The least and the most that a reported figure can be, where its publisher says so. */
  lower: number | null;
  upper: number | null;
  /** What the figure was divided by or compared with, if anything. */
  dividedBy: Cell | null;
  /** For a longer period: whether a break lies within it, so that it is made of figures before and after. */
  breaksWithin: boolean;
  /** Why the figure should not be compared with what it was compared with, or what it is made of not be added up. */
  guards: readonly Guard[];
  /** The same comparison for the countries that belonged to the group at both periods; null where it is not needed. */
  likeForLike: number | null;
}

/** The cells of one series, oldest first, each period once. */
export type Cells = readonly Cell[];

/** A stored point as a cell. */
export function readCell(point: StoredPoint): Cell {
  const isThere = point.value !== null;
  return {
    period: point.period,
    value: point.value,
    state: point.state,
    // Writing lets no other through.
    flags: point.flags as readonly ObservationFlag[],
    sources: point.source === null ? [] : [point.source],
    note: point.note,
    inputs: isThere ? 1 : 0,
    missing: isThere || point.state === 'NOT_APPLICABLE' ? 0 : 1,
    lower: point.lower ?? null,
    upper: point.upper ?? null,
    dividedBy: null,
    breaksWithin: false,
    guards: [],
    likeForLike: null,
  };
}

/** The cell of a period of which nobody said anything. */
export function noCell(period: string): Cell {
  return readCell({ period, value: null, state: 'NOT_REPORTED', flags: [], source: null, note: null });
}

/** What holds of a figure that is made of others. */
export interface Made {
  period: string;
  /** The figures it is made of that there are. */
  inputs: readonly Cell[];
  /** How many more it should be made of. */
  absent: number;
}

/**
 * A cell made of others: its figure is what `combine` makes of the figures there are. It carries their flags, sources
 * and missing inputs on; with any missing it is PARTIAL, with no figure at all NOT_REPORTED.
 */
export function combineCells(
  { period, inputs, absent }: Made,
  combine: (values: readonly number[]) => number | null,
): Cell {
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

/** Whether figures were not all read in the same sources: a publisher's next edition may count what the last did not. */
export function mixesVintages(cells: readonly Cell[]): boolean {
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

/** The sum of figures. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The mean of figures, of which there is at least one. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
