import { breakdownKey } from '../model/breakdown-key.js';
import type { GroupWithMembers } from '../series/area-resolver.js';
import { membersAt } from '../series/group-totals.js';
import type { CollectedSeries } from './figures-collector.js';

/** Comparison of a group total with the sum of its members. */
export interface SumComparison {
  sum: number;
  difference: number;
  /** Whether the difference is within half a percent or within rounding. */
  fits: boolean;
}

/** Compares group totals with the sums of their members' figures. */
export class MemberSumComparer {
  /** Figures by breakdown key, then by `area period`. */
  private readonly values = new Map<string, Map<string, number>>();

  /** @param breakdowns keys of the breakdowns whose figures can be compared */
  constructor(
    series: readonly CollectedSeries[],
    groups: readonly GroupWithMembers[],
    breakdowns: ReadonlySet<string>,
  ) {
    const countries = new Set(groups.flatMap(({ members }) => members.map(({ country }) => country)));
    for (const { area, breakdown, points } of series) {
      const key = breakdownKey(breakdown);
      if (!countries.has(area) || !breakdowns.has(key)) continue;
      let values = this.values.get(key);
      if (values === undefined) this.values.set(key, (values = new Map()));
      for (const { period, value } of points) if (value !== null) values.set(`${area} ${period}`, value);
    }
  }

  /** Compares a total with the sum of its members. Null for fewer than two members, or if one has no figure. */
  compare({ members }: GroupWithMembers, breakdown: string, period: string, total: number): SumComparison | null {
    const values = this.values.get(breakdown);
    const memberValues: number[] = [];
    for (const country of membersAt(members, period)) {
      const value = values?.get(`${country} ${period}`);
      if (value === undefined) return null;
      memberValues.push(value);
    }
    if (memberValues.length < 2) return null;
    // 15 digits remove binary rounding errors.
    const sum = Number(memberValues.reduce((total, part) => total + part, 0).toPrecision(15));
    const tolerance = Math.max(
      TOLERANCE * Math.abs(sum),
      ((memberValues.length + 1) * commonUnit([total, ...memberValues])) / 2,
    );
    const difference = Math.abs(total - sum);
    return { sum, difference, fits: difference <= tolerance };
  }

  compareAll(group: GroupWithMembers, { breakdown, points }: CollectedSeries): SumComparison[] {
    const key = breakdownKey(breakdown);
    return points.flatMap(({ period, value }) => {
      return value === null ? [] : (this.compare(group, key, period, value) ?? []);
    });
  }
}

/** Maximum relative difference between a total and the sum. */
const TOLERANCE = 0.005;

const ROUNDING_UNITS = [1_000_000, 100_000, 10_000, 1_000, 100, 50, 10, 5, 1, 0.1, 0.01, 0.001];

/** Returns the largest unit of which all values are multiples; 0 if there is none. */
function commonUnit(values: readonly number[]): number {
  const isMultiple = (value: number, unit: number) => Math.abs(value / unit - Math.round(value / unit)) < 1e-6;
  return ROUNDING_UNITS.find((unit) => values.every((value) => isMultiple(value, unit))) ?? 0;
}
