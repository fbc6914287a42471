import { breakdownKey } from '../model/breakdown-key.js';
import type { GroupWithMembers } from '../series/area-resolver.js';
import { datasetError } from './dataset-error.js';
import type { CollectedSeries } from './figures-collector.js';
import { MemberSumComparer } from './member-sum-comparer.js';

/** Determines by member sums which group an ambiguous code means, such as one reused after an enlargement. */
export class AmbiguousGroupResolver {
  private readonly candidates = new Map<string, readonly string[]>();

  /** Records an ambiguous text and the groups that it can mean, oldest first. Returns a placeholder area code. */
  record(text: string, codes: readonly string[]): string {
    this.candidates.set(text, codes);
    return placeholderFor(text);
  }

  /**
   * Replaces each placeholder by the group whose member sums match best. Returns the series, and the group of each
   * text.
   * @throws AppError DATASET_INVALID if no group has figures for all members
   */
  resolve(
    series: readonly CollectedSeries[],
    groups: readonly GroupWithMembers[],
  ): [CollectedSeries[], Map<string, string>] {
    const groupsByText = new Map<string, string>();
    if (this.candidates.size === 0) return [[...series], groupsByText];
    const groupByCode = new Map(groups.map((group) => [group.code, group]));
    const areaByPlaceholder = new Map<string, string>();
    for (const [text, codes] of this.candidates) {
      const ownSeries = series.filter(({ area }) => area === placeholderFor(text));
      if (ownSeries.length === 0) continue;
      const sums = new MemberSumComparer(
        series,
        groups,
        new Set(ownSeries.map(({ breakdown }) => breakdownKey(breakdown))),
      );
      const code = findBestMatch(
        codes.flatMap((candidate) => groupByCode.get(candidate) ?? []),
        ownSeries,
        sums,
      );
      if (code === null) throw ambiguousGroupError(text, codes);
      areaByPlaceholder.set(placeholderFor(text), code);
      groupsByText.set(text, code);
    }
    return [
      series.map((collected) => ({ ...collected, area: areaByPlaceholder.get(collected.area) ?? collected.area })),
      groupsByText,
    ];
  }
}

/** Returns a placeholder that cannot be the code of an area. */
function placeholderFor(text: string): string {
  return `?${text}`;
}

function findBestMatch(
  groups: readonly GroupWithMembers[],
  ownSeries: readonly CollectedSeries[],
  sums: MemberSumComparer,
): string | null {
  const matches = groups.flatMap((group) => {
    const comparisons = ownSeries.flatMap((series) => sums.compareAll(group, series));
    if (comparisons.length === 0) return [];
    const mismatchShare = comparisons.filter((comparison) => !comparison.fits).length / comparisons.length;
    const difference = comparisons.reduce((sum, comparison) => sum + comparison.difference, 0) / comparisons.length;
    return [{ code: group.code, misfits: mismatchShare, difference }];
  });
  matches.sort((a, b) => a.misfits - b.misfits || a.difference - b.difference);
  return matches[0]?.code ?? null;
}

function ambiguousGroupError(text: string, codes: readonly string[]): Error {
  const options = codes.map((code) => `--group ${text}=${code}`);
  return datasetError(
    `"${text}" can mean ${codes.join(' or ')} in this file, and the file lacks figures of all members to decide. ` +
      `Use ${options.join(' or ')}.`,
  );
}
