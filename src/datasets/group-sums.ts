import { breakdownKey } from '../model/breakdown-key.js';
import type { Group } from '../series/area-reader.js';
import type { CollectedSeries } from './figures-collector.js';
import type { Comparison } from './member-sums.js';
import { MemberSums } from './member-sums.js';

/** A published total of a group that is not the sum of its members. */
export interface GroupSumMismatch {
  /** The code of the group as which the total was read. */
  area: string;
  breakdown: Readonly<Record<string, string>>;
  period: string;
  /** As published. */
  total: number;
  /** Of the members, all of which have a figure in the files. */
  sum: number;
  /** Codes of other groups whose members add up to the total. */
  fits: readonly string[];
}

/** How published totals of groups compare with the sums of their members. */
export interface GroupSumReport {
  /** How many totals could be compared. */
  compared: number;
  /** How many of them differ. */
  count: number;
  /** The first of those that differ. */
  examples: readonly GroupSumMismatch[];
  /** Options that read the totals as the groups that fit; null where no group fits all totals of a code. */
  compositions: string | null;
}

const MAX_EXAMPLES = 20;
/** For figures that cannot be added. */
export const NO_SUMS: GroupSumReport = { compared: 0, count: 0, examples: [], compositions: null };

/**
 * Compares each published total of a group with the sum of its members, wherever all of them have a figure.
 *
 * @param spellings texts of the files by the code of the group as which they were read
 */
export function compareGroupSums(
  series: readonly CollectedSeries[],
  groups: readonly Group[],
  spellings: ReadonlyMap<string, readonly string[]>,
): GroupSumReport {
  const byCode = new Map(groups.map((group) => [group.code, group]));
  const totals = series.filter(({ area }) => byCode.has(area));
  if (totals.length === 0) return NO_SUMS;
  const sums = new MemberSums(series, groups, new Set(totals.map(({ breakdown }) => breakdownKey(breakdown))));
  const examples: GroupSumMismatch[] = [];
  const differing = new Set<string>();
  let [compared, count] = [0, 0];
  for (const { area, breakdown, points } of totals) {
    const key = breakdownKey(breakdown);
    for (const { period, value } of points) {
      if (value === null) continue;
      const found = sums.compare(byCode.get(area)!, key, period, value);
      if (found === null) continue;
      compared += 1;
      if (found.fits) continue;
      count += 1;
      differing.add(area);
      if (examples.length >= MAX_EXAMPLES) continue;
      const fits = findFits(groups, (group) => [sums.compare(group, key, period, value)]);
      examples.push({ area, breakdown, period, total: value, sum: found.sum, fits });
    }
  }
  const options = [...differing].map((area) => {
    const own = totals.filter((series) => series.area === area);
    const [fit] = findFits(groups, (group) => own.flatMap((series) => sums.compareAll(group, series)));
    return fit === undefined ? null : compositionOption(spellings.get(area) ?? [area], fit);
  });
  const compositions = options.length === 0 || options.includes(null) ? null : options.join(' ');
  return { compared, count, examples, compositions };
}

/** Codes of the groups that fit every total, the nearest first. */
function findFits(groups: readonly Group[], compare: (group: Group) => readonly (Comparison | null)[]): string[] {
  return groups
    .flatMap((group) => {
      const found = compare(group).filter((each) => each !== null);
      const difference = found.reduce((all, each) => all + each.difference, 0);
      return found.length > 0 && found.every(({ fits }) => fits) ? [{ code: group.code, difference }] : [];
    })
    .sort((one, other) => one.difference - other.difference)
    .map(({ code }) => code);
}

function compositionOption(texts: readonly string[], code: string): string {
  return texts.map((text) => `--group ${quoted(text)}=${code}`).join(' ');
}

function quoted(text: string): string {
  return /^[\w-]+$/.test(text) ? text : `"${text}"`;
}
