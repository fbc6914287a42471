import type { ChangedCell } from '../figures.js';
import type { CellCounts, Columns } from './series-documents.js';
import { columnAt, pointAt } from './series-documents.js';

/** Columns that are compared; a change of source alone does not count. */
const COMPARED = ['value', 'state', 'note', 'lower', 'upper', 'flags'] as const;

type Visit = (kind: ChangedCell['kind'], before: number, after: number) => void;

/** Counts the cells that differ between two vintages of a series; null where a vintage lacks it. */
export function countChanges(before: Columns | null, after: Columns | null): CellCounts {
  const counts = { CHANGED: 0, APPEARED: 0, VANISHED: 0 };
  walk(before, after, (kind) => (counts[kind] += 1));
  return counts;
}

/** The cells that differ, oldest first. */
export function changedCells(before: Columns | null, after: Columns | null): ChangedCell[] {
  const cells: ChangedCell[] = [];
  walk(before, after, (kind, was, is) => {
    const [old, now] = [was < 0 ? null : pointAt(before!, was), is < 0 ? null : pointAt(after!, is)];
    cells.push({ kind, period: (now ?? old)!.period, before: old, after: now });
  });
  return cells;
}

/**
 * Visits the cells that differ, oldest first, by their indexes (-1 where absent). Compares columns without creating
 * cells: there can be millions, and most callers need counts only.
 */
function walk(before: Columns | null, after: Columns | null, visit: Visit): void {
  const [was, is] = [before?.period ?? [], after?.period ?? []];
  const differs = comparing(before, after);
  let [old, now] = [0, 0];
  while (old < was.length || now < is.length) {
    const [earlier, later] = [was[old], is[now]];
    if (later === undefined || (earlier !== undefined && earlier < later)) visit('VANISHED', old++, -1);
    else if (earlier === undefined || later < earlier) visit('APPEARED', -1, now++);
    else {
      if (differs(old, now)) visit('CHANGED', old, now);
      old += 1;
      now += 1;
    }
  }
}

/** Returns a comparison of two cells by index. Constant columns are compared once. */
function comparing(before: Columns | null, after: Columns | null): (old: number, now: number) => boolean {
  if (!before || !after) return () => false;
  const differing: ((old: number, now: number) => boolean)[] = [];
  for (const name of COMPARED) {
    const [was, is] = [before[name] ?? NOTHING, after[name] ?? NOTHING];
    if ('same' in was && 'same' in is) {
      if (isAlike(was.same, is.same)) continue;
      return () => true;
    }
    differing.push((old, now) => !isAlike(columnAt<unknown>(was, old), columnAt<unknown>(is, now)));
  }
  const [only] = differing;
  if (differing.length === 1 && only) return only;
  return (old, now) => differing.some((each) => each(old, now));
}

const NOTHING = { same: null };

/** Whether two values are equal; flags in any order. */
function isAlike(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((each) => other.includes(each));
}
