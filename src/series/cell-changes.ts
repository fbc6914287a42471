import type { ChangedSeries, StoredPoint, StoredSeries } from '../store/figures.js';

/** A cell that differs between two editions. */
export interface CellChange {
  kind: 'CHANGED' | 'APPEARED' | 'VANISHED';
  area: string;
  breakdown: Readonly<Record<string, string>>;
  period: string;
  before: StoredPoint | null;
  after: StoredPoint | null;
}

/** Counts the cells in which two editions differ, series by series, and keeps the first of them. */
export class CellChanges {
  readonly cells: CellChange[] = [];
  private readonly counts = { CHANGED: 0, APPEARED: 0, VANISHED: 0 };

  /** @param most so many cells are kept */
  constructor(private readonly most: number) {}

  /** How many cells differ in this way. */
  count(kind: CellChange['kind']): number {
    return this.counts[kind];
  }

  /** Adds the cells of one series that differ, oldest first. Where a figure was read does not count. */
  add({ area, breakdown, before, after }: ChangedSeries): void {
    const [was, is] = [byPeriod(before), byPeriod(after)];
    const periods = [...new Set([...was.keys(), ...is.keys()])].sort();
    for (const period of periods) {
      const [old, now] = [was.get(period) ?? null, is.get(period) ?? null];
      if (old && now && isSame(old, now)) continue;
      const kind = !old ? 'APPEARED' : now ? 'CHANGED' : 'VANISHED';
      this.counts[kind] += 1;
      if (this.cells.length < this.most) this.cells.push({ kind, area, breakdown, period, before: old, after: now });
    }
  }
}

type Figures = Pick<StoredSeries, 'area' | 'breakdown' | 'points'>;

/** Every cell in which two whole editions differ, by area, breakdown and period. */
export function cellChanges(before: readonly Figures[], after: readonly Figures[]): CellChange[] {
  const pairs = new Map<string, ChangedSeries>();
  for (const { area, breakdown, points } of before) {
    pairs.set(keyOf(area, breakdown), { area, breakdown, before: points, after: [] });
  }
  for (const { area, breakdown, points } of after) {
    const key = keyOf(area, breakdown);
    pairs.set(key, { area, breakdown, before: pairs.get(key)?.before ?? [], after: points });
  }
  const changes = new CellChanges(Infinity);
  for (const [, pair] of [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))) changes.add(pair);
  return changes.cells;
}

function keyOf(area: string, breakdown: Readonly<Record<string, string>>): string {
  const codes = Object.entries(breakdown).map(([dimension, code]) => `${dimension}=${code}`);
  return [area, codes.sort().join('&')].join('\u001f');
}

function byPeriod(points: readonly StoredPoint[]): Map<string, StoredPoint> {
  return new Map(points.map((point) => [point.period, point]));
}

function isSame(one: StoredPoint, other: StoredPoint): boolean {
  return (
    one.value === other.value &&
    one.state === other.state &&
    one.note === other.note &&
    (one.lower ?? null) === (other.lower ?? null) &&
    (one.upper ?? null) === (other.upper ?? null) &&
    hasSameFlags(one.flags, other.flags)
  );
}

function hasSameFlags(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((flag) => others.includes(flag));
}
