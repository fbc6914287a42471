import { AppError } from '../errors.js';
import type { SeriesCell, Cells, MeasureProperties } from './cell.js';
import { BREAK, combineCells, sum } from './cell.js';
import { findDays } from './period.js';

/** Membership of a country in a group. Null ends are open. Dates are partial: 2013, 2013-07 or 2013-07-01. */
export interface MembershipSpan {
  country: string;
  from: string | null;
  to: string | null;
}

/** Whether a membership holds at the end of a period. */
function isMember({ from, to }: MembershipSpan, period: string): boolean {
  const { last } = findDays(period);
  return (from === null || from <= last) && (to === null || findEnd(to) >= last);
}

function findEnd(date: string): string {
  return date.length === 10 ? date : findDays(date).last;
}

/** The distinct member countries of a group in a period, in the order of the list. */
export function membersAt(members: readonly MembershipSpan[], period: string): string[] {
  return [...new Set(members.filter((member) => isMember(member, period)).map(({ country }) => country))];
}

/**
 * The figures of a group as sums of its members in each period, or of those at `fixedAt`.
 *
 * @param cells by country code
 * @throws BAD_USER_INPUT for a rate
 */
export function groupTotal(
  cells: ReadonlyMap<string, readonly SeriesCell[]>,
  members: readonly MembershipSpan[],
  measured: MeasureProperties,
  fixedAt: string | null,
): SeriesCell[] {
  if (measured.measure === 'RATE')
    throw new AppError('BAD_USER_INPUT', 'Rates of countries cannot be added to one of the group.');
  const byCountry = new Map([...cells].map(([code, list]) => [code, new Map(list.map((cell) => [cell.period, cell]))]));
  const periods = [...new Set([...cells.values()].flatMap((list) => list.map(({ period }) => period)))].sort();
  return periods.map((period) => {
    const countries = membersAt(members, fixedAt ?? period);
    const inputs = countries.flatMap((code) => byCountry.get(code)?.get(period) ?? []);
    const absent = measured.absentMeans === 'ZERO' ? 0 : countries.length - inputs.length;
    return combineCells({ period, inputs, absent }, sum);
  });
}

/** Minimum relative change for a break in the population of a group. */
const MIN_BREAK = 0.01;

/**
 * Drops break flags of a group's population that do not affect it. An aggregate has the flag as soon as one member has
 * a break, however small. A break is at most the change since the previous period.
 */
export function withoutMinorBreaks(population: Cells): SeriesCell[] {
  return population.map((cell, at) => {
    const before = population[at - 1]?.value ?? null;
    const isMinor = before !== null && cell.value !== null && Math.abs(cell.value - before) < MIN_BREAK * before;
    return isMinor ? { ...cell, flags: cell.flags.filter((flag) => flag !== BREAK) } : cell;
  });
}

export interface RankedArea {
  area: string;
  /** From 1; equal figures share a rank. */
  rank: number;
  cell: SeriesCell;
  /** In percent of all ranked figures; null for rates, or where a figure is negative. */
  share: number | null;
}

/**
 * Ranks areas by their figures of one period, greatest first, ties by code. Areas without a figure are not ranked.
 * Callers exclude groups and totals.
 */
export function rankByFigure(cells: ReadonlyMap<string, SeriesCell>, measured: MeasureProperties): RankedArea[] {
  const there = [...cells].filter(([, cell]) => cell.value !== null);
  const isComplete = measured.measure !== 'RATE' && there.every(([, cell]) => cell.value! >= 0);
  const total = isComplete ? sum(there.map(([, cell]) => cell.value!)) : 0;
  there.sort(([a, one], [b, other]) => other.value! - one.value! || (a < b ? -1 : 1));
  return there.map(([area, cell]) => ({
    area,
    rank: there.findIndex(([, other]) => other.value === cell.value) + 1,
    cell,
    share: total === 0 ? null : (100 * cell.value!) / total,
  }));
}

/** The absolute and relative change; null where a figure is missing or, for percent, the first is not positive. */
export function growthBetween(
  { value: first }: SeriesCell,
  { value: last }: SeriesCell,
): { absolute: number | null; percent: number | null } {
  if (first === null || last === null) return { absolute: null, percent: null };
  return { absolute: last - first, percent: first > 0 ? 100 * (last / first - 1) : null };
}
