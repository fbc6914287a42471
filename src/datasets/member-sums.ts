import { breakdownKey } from '../model/breakdown-key.js';
import type { Group } from '../series/area-reader.js';
import { membersAt } from '../series/areas-together.js';
import type { CollectedSeries } from './figures-collector.js';

/** A published total beside the sum of the members. */
export interface Comparison {
  sum: number;
  /** Never below 0. */
  difference: number;
  /** Whether the difference is within half a percent or within rounding. */
  fits: boolean;
}

/** The figures of countries in files, added up for groups. */
export class MemberSums {
  /** Values by breakdown, then by area and period. */
  private readonly values = new Map<string, Map<string, number>>();

  /** @param breakdowns keys of the breakdowns that are compared; others are not indexed */
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

  /** Compares a published total with the sum of the members; null unless each of two or more members has a figure. */
  compare({ members }: Group, breakdown: string, period: string, total: number): Comparison | null {
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

  /** Compares each total of a series that can be compared. */
  compareAll(group: Group, { breakdown, points }: CollectedSeries): Comparison[] {
    const key = breakdownKey(breakdown);
    return points.flatMap(({ period, value }) => {
      return value === null ? [] : (this.compare(group, key, period, value) ?? []);
    });
  }
}

/** The share of a sum by which a total may differ from it. */
const TOLERANCE = 0.005;

const UNITS = [1_000_000, 100_000, 10_000, 1_000, 100, 50, 10, 5, 1, 0.1, 0.01, 0.001];

/** The unit to which figures are rounded: the largest of which all are multiples. */
function commonUnit(values: readonly number[]): number {
  const isMultiple = (value: number, unit: number) => Math.abs(value / unit - Math.round(value / unit)) < 1e-6;
  return UNITS.find((unit) => values.every((value) => isMultiple(value, unit))) ?? 0;
}

/** A sum without the noise of binary fractions. */
function roundOff(sum: number): number {
  return Number(sum.toPrecision(15));
}
