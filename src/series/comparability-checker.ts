import type { SeriesCell, ComparabilityNote } from './cell.js';
import { BREAK, mixesVintages } from './cell.js';

/** Flags that both figures must share. */
const ALIKE: readonly [flag: SeriesCell['flags'][number], guard: ComparabilityNote][] = [
  ['PROVISIONAL', 'PROVISIONAL_WITH_FINAL'],
  ['DEFINITION_DIFFERS', 'DEFINITION_DIFFERS'],
];

/** Whether the membership of a group differs between two periods. */
export interface ChangingMembership {
  changes(one: string, other: string): boolean;
}

/** Finds reasons against comparing figures of a series. */
export class ComparabilityChecker {
  /** Periods with a break, at their beginning or within. */
  private readonly breaks: readonly { period: string; isWithin: boolean }[];

  /** @param composition  of the group; null for other areas */
  constructor(
    cells: readonly { period: string; flags: readonly string[]; breaksWithin?: boolean }[],
    private readonly composition: ChangingMembership | null,
  ) {
    this.breaks = cells
      .filter(({ flags }) => flags.includes(BREAK))
      .map(({ period, breaksWithin = false }) => ({ period, isWithin: breaksWithin }));
  }

  /** All reasons against a comparison; none where a figure is missing. */
  between(one: SeriesCell, other: SeriesCell): ComparabilityNote[] {
    if (one.value === null || other.value === null || one.period === other.period) return [];
    const guards: ComparabilityNote[] = this.isBroken(one.period, other.period) ? [BREAK] : [];
    if (this.composition?.changes(one.period, other.period)) guards.push('MEMBERSHIP_CHANGED');
    for (const [flag, guard] of ALIKE) {
      if (one.flags.includes(flag) !== other.flags.includes(flag)) guards.push(guard);
    }
    if (one.missing > 0 || other.missing > 0) guards.push('INCOMPLETE');
    if (mixesVintages([one, other])) guards.push('VINTAGES_DIFFER');
    return guards;
  }

  /** A break at a period separates it from earlier ones; a break within it from all others. */
  private isBroken(one: string, other: string): boolean {
    const [earlier, later] = one < other ? [one, other] : [other, one];
    return this.breaks.some(
      ({ period, isWithin }) => period <= later && (period > earlier || (isWithin && period === earlier)),
    );
  }
}

/** The flags of a compared figure: a break only where it separates the two. */
export function comparedFlags(
  cell: SeriesCell,
  base: SeriesCell,
  guards: readonly ComparabilityNote[],
): SeriesCell['flags'] {
  const flags = [...cell.flags, ...base.flags].filter((flag) => flag !== BREAK);
  return [...new Set<SeriesCell['flags'][number]>(guards.includes(BREAK) ? [...flags, BREAK] : flags)];
}
