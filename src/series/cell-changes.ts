import type { StoredPoint, StoredSeries } from '../store/store.js';

/** A cell that differs between two editions. */
export interface CellChange {
  kind: 'CHANGED' | 'APPEARED' | 'VANISHED';
  area: string;
  breakdown: Readonly<Record<string, string>>;
  period: string;
  before: StoredPoint | null;
  after: StoredPoint | null;
}

type Figures = Pick<StoredSeries, 'area' | 'breakdown' | 'points'>;

/** Every cell in which two editions differ, by area, breakdown and period. Where a figure was read does not count. */
export function cellChanges(before: readonly Figures[], after: readonly Figures[]): CellChange[] {
  const cells = new Map<string, CellChange>();
  for (const { area, breakdown, points } of before) {
    for (const point of points) {
      const change = { area, breakdown, period: point.period, before: point, after: null };
      cells.set(keyOf(area, breakdown, point.period), { kind: 'VANISHED', ...change });
    }
  }
  for (const { area, breakdown, points } of after) {
    for (const point of points) {
      const key = keyOf(area, breakdown, point.period);
      const known = cells.get(key);
      if (!known)
        cells.set(key, { kind: 'APPEARED', area, breakdown, period: point.period, before: null, after: point });
      else if (isSame(known.before!, point)) cells.delete(key);
      else cells.set(key, { ...known, kind: 'CHANGED', after: point });
    }
  }
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
}

function keyOf(area: string, breakdown: Readonly<Record<string, string>>, period: string): string {
  const codes = Object.entries(breakdown).map(([dimension, code]) => `${dimension}=${code}`);
  return [area, codes.sort().join('&'), period].join('\u001f');
}

function isSame(one: StoredPoint, other: StoredPoint): boolean {
  return (
    one.value === other.value &&
    one.state === other.state &&
    one.note === other.note &&
    (one.lower ?? null) === (other.lower ?? null) &&
    (one.upper ?? null) === (other.upper ?? null) &&
    [...one.flags].sort().join() === [...other.flags].sort().join()
  );
}
