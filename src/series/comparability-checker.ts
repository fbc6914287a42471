import type { SeriesCell, ComparabilityNote } from './cell.js';
import { BREAK, mixesVintages } from './cell.js';

/** Flags that make two figures incomparable if only one of them has the flag. */
const ALIKE: readonly [flag: SeriesCell['flags'][number], guard: ComparabilityNote][] = [
  ['PROVISIONAL', 'PROVISIONAL_WITH_FINAL'],
  ['DEFINITION_DIFFERS', 'DEFINITION_DIFFERS'],
];

/** Membership of a group over time. */
export interface ChangingMembership {
  changes(one: string, other: string): boolean;
}

/** Finds reasons for caution when figures of a series are compared. */
export class ComparabilityChecker {
  /** Periods with a break, at the start or within. */
  private readonly breaks: readonly { period: string; isWithin: boolean }[];

  /** @param composition  membership of the group; null for other areas */
  constructor(
    cells: readonly { period: string; flags: readonly string[]; breaksWithin?: boolean }[],
    private readonly composition: ChangingMembership | null,
  ) {
    this.breaks = cells
      .filter(({ flags }) => flags.includes(BREAK))
      .map(({ period, breaksWithin = false }) => ({ period, isWithin: breaksWithin }));
  }

  /** Returns all reasons for caution about a comparison; empty if a figure is missing. */
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

  /**
   * Whether a break separates two periods. A break at the start of a period separates it from earlier ones; a break
   * within it from all others.
   */
  private isBroken(one: string, other: string): boolean {
    const [earlier, later] = one < other ? [one, other] : [other, one];
    return this.breaks.some(
      ({ period, isWithin }) => period <= later && (period > earlier || (isWithin && period === earlier)),
    );
  }
}

/** Returns the flags of a compared figure. A break flag is included only if the break separates the two figures. */
export function comparedFlags(
  cell: SeriesCell,
  base: SeriesCell,
  guards: readonly ComparabilityNote[],
): SeriesCell['flags'] {
  const flags = [...cell.flags, ...base.flags].filter((flag) => flag !== BREAK);
  return [...new Set<SeriesCell['flags'][number]>(guards.includes(BREAK) ? [...flags, BREAK] : flags)];
}
