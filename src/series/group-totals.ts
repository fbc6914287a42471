import { sum } from 'd3-array';
import { AppError } from '../errors.js';
import { BREAK_FLAG, type Cells, combineCells, type MeasureProperties, type SeriesCell } from './series-cell.js';
import { daysOfPeriod } from './period.js';

/** Membership of a country in a group; null for an open end. Dates are partial: 2013, 2013-07 or 2013-07-01. */
export interface MembershipSpan {
  country: string;
  from: string | null;
  to: string | null;
}

/** Whether a country is a member at the end of a period. */
function isMember({ from, to }: MembershipSpan, period: string): boolean {
  const { last } = daysOfPeriod(period);
  return (from === null || from <= last) && (to === null || (to.length === 10 ? to : daysOfPeriod(to).last) >= last);
}

/** Returns the distinct countries that are members of a group at the end of a period, in list order. */
export function membersAt(members: readonly MembershipSpan[], period: string): string[] {
  return [...new Set(members.filter((member) => isMember(member, period)).map(({ country }) => country))];
}

/**
 * Sums the figures of a group from its members in each period, or from its members at `fixedAt`.
 * @param cells  figures by country code
 * @throws AppError BAD_USER_INPUT if the measure is a rate
 */
export function groupTotal(
  cells: ReadonlyMap<string, readonly SeriesCell[]>,
  members: readonly MembershipSpan[],
  properties: MeasureProperties,
  fixedAt: string | null,
): SeriesCell[] {
  if (properties.measure === 'RATE')
    throw new AppError('BAD_USER_INPUT', 'The rates of countries cannot be added up for a group.');
  const byCountry = new Map([...cells].map(([code, list]) => [code, new Map(list.map((cell) => [cell.period, cell]))]));
  const periods = [...new Set([...cells.values()].flatMap((list) => list.map(({ period }) => period)))].sort();
  return periods.map((period) => {
    const countries = membersAt(members, fixedAt ?? period);
    const inputs = countries.flatMap((code) => byCountry.get(code)?.get(period) ?? []);
    const absent = properties.absentMeans === 'ZERO' ? 0 : countries.length - inputs.length;
    return combineCells({ period, inputs, absent }, sum);
  });
}

/** Relative change of a group's population below which a break is ignored. */
const MIN_BREAK = 0.01;

/**
 * Removes break flags from a group's population if it changes only slightly. A group has the flag if any member has a
 * break, but the break cannot exceed the change since the previous period.
 */
export function withoutMinorBreaks(population: Cells): SeriesCell[] {
  return population.map((cell, index) => {
    const before = population[index - 1]?.value ?? null;
    const isMinor = before !== null && cell.value !== null && Math.abs(cell.value - before) < MIN_BREAK * before;
    return isMinor ? { ...cell, flags: cell.flags.filter((flag) => flag !== BREAK_FLAG) } : cell;
  });
}

export interface RankedArea {
  area: string;
  /** 1-based rank. Equal figures have the same rank. */
  rank: number;
  cell: SeriesCell;
  /** Percentage of the total of all ranked figures; null for rates, if a figure is negative, or if the total is 0. */
  share: number | null;
}

/** Ranks areas by their figures of one period, highest first, then by code. The areas must not overlap. */
export function rankByFigure(cells: ReadonlyMap<string, SeriesCell>, properties: MeasureProperties): RankedArea[] {
  const cellsWithFigure = [...cells].filter(([, cell]) => cell.value !== null);
  const hasShares = properties.measure !== 'RATE' && cellsWithFigure.every(([, cell]) => cell.value! >= 0);
  const total = hasShares ? sum(cellsWithFigure.map(([, cell]) => cell.value!)) : 0;
  cellsWithFigure.sort(([a, cell], [b, other]) => other.value! - cell.value! || (a < b ? -1 : 1));
  return cellsWithFigure.map(([area, cell]) => ({
    area,
    rank: cellsWithFigure.findIndex(([, other]) => other.value === cell.value) + 1,
    cell,
    share: total === 0 ? null : (100 * cell.value!) / total,
  }));
}

/** Returns the absolute and percentage change; null if a figure is missing. No percentage if the first is <= 0. */
export function growthBetween(
  { value: first }: Pick<SeriesCell, 'value'>,
  { value: last }: Pick<SeriesCell, 'value'>,
): { absolute: number | null; percent: number | null } {
  if (first === null || last === null) return { absolute: null, percent: null };
  return { absolute: last - first, percent: first > 0 ? 100 * (last / first - 1) : null };
}
