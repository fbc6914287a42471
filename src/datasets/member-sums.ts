import { breakdownKey } from '../model/breakdown-key.js';
import type { Group } from '../series/area-reader.js';
import { membersAt } from '../series/areas-together.js';
import type { CollectedSeries } from './figures-collector.js';

/** A group total and the sum of its members. */
export interface SumComparison {
  sum: number;
  /** Absolute. */
  difference: number;
  /** Within half a percent, or within rounding. */
  fits: boolean;
}

/** Sums the figures of group members. */
export class MemberSums {
  /** By breakdown, then by area and period. */
  private readonly values = new Map<string, Map<string, number>>();

  /** @param breakdowns  keys of breakdowns to index */
  constructor(series: readonly CollectedSeries[], groups: readonly Group[], breakdowns: ReadonlySet<string>) {
    const countries = new Set(groups.flatMap(({ members }) => members.map(({ country }) => country)));
    for (const { area, breakdown, points } of series) {
      const key = breakdownKey(breakdown);
      if (!countries.has(area) || !breakdowns.has(key)) continue;
      let values = this.values.get(key);
      if (values === undefined) this.values.set(key, (values = new Map()));
      for (const { period, value } of points) if (value !== null) values.set(`${area} ${period}`, value);
    }
  }

  /** Compares a total; null unless all of two or more members have a figure. */
  compare({ members }: Group, breakdown: string, period: string, total: number): SumComparison | null {
    const values = this.values.get(breakdown);
    const parts: number[] = [];
    for (const country of membersAt(members, period)) {
      const value = values?.get(`${country} ${period}`);
      if (value === undefined) return null;
      parts.push(value);
    }
    if (parts.length < 2) return null;
    const sum = roundOff(parts.reduce((all, part) => all + part, 0));
    const allowed = Math.max(TOLERANCE * Math.abs(sum), ((parts.length + 1) * commonUnit([total, ...parts])) / 2);
    const difference = Math.abs(total - sum);
    return { sum, difference, fits: difference <= allowed };
  }

  compareAll(group: Group, { breakdown, points }: CollectedSeries): SumComparison[] {
    const key = breakdownKey(breakdown);
    return points.flatMap(({ period, value }) => {
      return value === null ? [] : (this.compare(group, key, period, value) ?? []);
    });
  }
}

/** Maximum relative difference. */
const TOLERANCE = 0.005;

const UNITS = [1_000_000, 100_000, 10_000, 1_000, 100, 50, 10, 5, 1, 0.1, 0.01, 0.001];

/** The largest rounding unit of all values. */
function commonUnit(values: readonly number[]): number {
  const isMultiple = (value: number, unit: number) => Math.abs(value / unit - Math.round(value / unit)) < 1e-6;
  return UNITS.find((unit) => values.every((value) => isMultiple(value, unit))) ?? 0;
}

/** Removes binary rounding errors. */
function roundOff(sum: number): number {
  return Number(sum.toPrecision(15));
}
