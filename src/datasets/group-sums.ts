import { breakdownKey } from '../model/breakdown-key.js';
import type { GroupWithMembers } from '../series/area-resolver.js';
import type { CollectedSeries } from './figures-collector.js';
import { MemberSumComparer, type SumComparison } from './member-sum-comparer.js';

/** A published group total that differs from the sum of its members. */
export interface GroupSumMismatch {
  /** Code of the group. */
  area: string;
  breakdown: Readonly<Record<string, string>>;
  period: string;
  total: number;
  sum: number;
  /** Codes of groups whose member sums match the total, best match first. */
  fits: readonly string[];
}

export interface GroupSumReport {
  /** Number of totals that could be compared. */
  compared: number;
  /** Number of compared totals that differ from the sum of the members. */
  count: number;
  /** The first differing totals, at most 20. */
  examples: readonly GroupSumMismatch[];
  /** Options `--group` that fix all mismatches; null unless each differing code has a group that fits its totals. */
  compositions: string | null;
}

const MAX_EXAMPLES = 20;
/** Report without comparisons: for rates, which cannot be summed, and for files without group totals. */
export const EMPTY_GROUP_SUM_REPORT: GroupSumReport = { compared: 0, count: 0, examples: [], compositions: null };

/**
 * Compares group totals with the sums of their members. Skips totals if a member has no figure.
 * @param spellings texts in the files, by group code
 */
export function compareGroupSums(
  series: readonly CollectedSeries[],
  groups: readonly GroupWithMembers[],
  spellings: ReadonlyMap<string, readonly string[]>,
): GroupSumReport {
  const groupByCode = new Map(groups.map((group) => [group.code, group]));
  const totals = series.filter(({ area }) => groupByCode.has(area));
  if (totals.length === 0) return EMPTY_GROUP_SUM_REPORT;
  const sums = new MemberSumComparer(series, groups, new Set(totals.map(({ breakdown }) => breakdownKey(breakdown))));
  const examples: GroupSumMismatch[] = [];
  const differingAreas = new Set<string>();
  let [comparedCount, count] = [0, 0];
  for (const { area, breakdown, points } of totals) {
    const key = breakdownKey(breakdown);
    for (const { period, value } of points) {
      if (value === null) continue;
      const comparison = sums.compare(groupByCode.get(area)!, key, period, value);
      if (comparison === null) continue;
      comparedCount += 1;
      if (comparison.fits) continue;
      count += 1;
      differingAreas.add(area);
      if (examples.length >= MAX_EXAMPLES) continue;
      const fits = findMatches(groups, (group) => [sums.compare(group, key, period, value)]);
      examples.push({ area, breakdown, period, total: value, sum: comparison.sum, fits });
    }
  }
  const options = [...differingAreas].map((area) => {
    const ownSeries = totals.filter((series) => series.area === area);
    const [bestMatch] = findMatches(groups, (group) => ownSeries.flatMap((series) => sums.compareAll(group, series)));
    return bestMatch === undefined ? null : formatGroupOptions(spellings.get(area) ?? [area], bestMatch);
  });
  const compositions = options.length === 0 || options.includes(null) ? null : options.join(' ');
  return { compared: comparedCount, count, examples, compositions };
}

/** Returns the codes of groups that match every total, best match first. */
function findMatches(
  groups: readonly GroupWithMembers[],
  compare: (group: GroupWithMembers) => readonly (SumComparison | null)[],
): string[] {
  return groups
    .flatMap((group) => {
      const comparisons = compare(group).filter((comparison) => comparison !== null);
      const difference = comparisons.reduce((sum, comparison) => sum + comparison.difference, 0);
      return comparisons.length > 0 && comparisons.every(({ fits }) => fits) ? [{ code: group.code, difference }] : [];
    })
    .sort((a, b) => a.difference - b.difference)
    .map(({ code }) => code);
}

function formatGroupOptions(texts: readonly string[], code: string): string {
  return texts.map((text) => `--group ${/^[\w-]+$/.test(text) ? text : `"${text}"`}=${code}`).join(' ');
}
