import type { GroupComposition } from './group-composition.js';
import { BREAK_FLAG, type ComparabilityNote, mixesVintages, type SeriesCell } from './series-cell.js';

/** Flags that make two figures incomparable if only one of them has the flag. */
const MISMATCH_FLAGS: readonly [flag: SeriesCell['flags'][number], note: ComparabilityNote][] = [
  ['PROVISIONAL', 'PROVISIONAL_WITH_FINAL'],
  ['DEFINITION_DIFFERS', 'DEFINITION_DIFFERS'],
];

/** Finds reasons for caution when figures of a series are compared. */
export class ComparabilityChecker {
  /** Periods with a break, and whether the break is within the period or at its start. */
  private readonly breaks: readonly { period: string; isWithin: boolean }[];

  /** @param composition changes of the members, if the area is a group of countries; else null */
  constructor(
    cells: readonly { period: string; flags: readonly string[]; breaksWithin?: boolean }[],
    private readonly composition: Pick<GroupComposition, 'membershipChanges'> | null,
  ) {
    this.breaks = cells
      .filter(({ flags }) => flags.includes(BREAK_FLAG))
      .map(({ period, breaksWithin = false }) => ({ period, isWithin: breaksWithin }));
  }

  /** Returns all reasons for caution about a comparison; empty if a figure is missing. */
  notesBetween(a: SeriesCell, b: SeriesCell): ComparabilityNote[] {
    if (a.value === null || b.value === null || a.period === b.period) return [];
    const notes: ComparabilityNote[] = this.isBroken(a.period, b.period) ? [BREAK_FLAG] : [];
    if (this.composition?.membershipChanges(a.period, b.period)) notes.push('MEMBERSHIP_CHANGED');
    for (const [flag, note] of MISMATCH_FLAGS) {
      if (a.flags.includes(flag) !== b.flags.includes(flag)) notes.push(note);
    }
    if (a.missing > 0 || b.missing > 0) notes.push('INCOMPLETE');
    if (mixesVintages([a, b])) notes.push('VINTAGES_DIFFER');
    return notes;
  }

  /** Whether a break separates two periods. A break within a period separates it from all others, also later ones. */
  private isBroken(a: string, b: string): boolean {
    const [earlier, later] = a < b ? [a, b] : [b, a];
    return this.breaks.some(
      ({ period, isWithin }) => period <= later && (period > earlier || (isWithin && period === earlier)),
    );
  }
}

/** Returns the combined flags of two compared figures. A break is included only if it separates them. */
export function comparedFlags(
  cell: SeriesCell,
  base: SeriesCell,
  notes: readonly ComparabilityNote[],
): SeriesCell['flags'] {
  const flags = [...cell.flags, ...base.flags].filter((flag) => flag !== BREAK_FLAG);
  return [...new Set<SeriesCell['flags'][number]>(notes.includes(BREAK_FLAG) ? [...flags, BREAK_FLAG] : flags)];
}
