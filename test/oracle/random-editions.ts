import type { StoredPoint } from '../../src/store/figures.js';
import type { Store } from '../../src/store/store.js';
import { batch } from '../store/test-stores.js';
import type { Random } from '../store/random.js';

/** Creates random new editions of figures, as an import does: some cells change, some disappear or become withheld. */
export class RandomEditions {
  private count = 0;

  /**
   * @param indicators indicators to edit; default: all with figures
   * @param containingArea area whose value is the denominator of shares: each edition changes all its figures enough to change any share
   */
  constructor(
    private readonly random: Random,
    private readonly store: Store,
    private readonly indicators?: readonly string[],
    private readonly containingArea?: string,
  ) {}

  /** Creates one edition. Returns its indicator. */
  async step(): Promise<string> {
    const { random, store } = this;
    const indicator = random.pick(this.indicators ?? (await store.figures.indicators()));
    const found = await store.figures.series({ indicators: [indicator], areas: null, breakdowns: null, asOf: null });
    const changed = new Set(random.pickSome(found, 1, Math.ceil(found.length / 3)));
    const series = found.map((each) => {
      const { area, breakdown, points } = each;
      if (area === this.containingArea) return { area, breakdown, points: points.map(doubled) };
      return { area, breakdown, points: changed.has(each) ? this.edited(points) : points };
    });
    this.count += 1;
    const vintages = [{ indicator, digest: `edition ${this.count} of ${indicator}`, series }];
    const result = await store.log.commit({ ...batch(), vintages });
    if (!result.committed) throw new Error(JSON.stringify(result.conflicts));
    return `edition of ${indicator}`;
  }

  /** Returns edited points, some of them unchanged. The first one always remains. */
  private edited(points: readonly StoredPoint[]): StoredPoint[] {
    return points.flatMap((point, index): StoredPoint[] => {
      const choice = this.random.below(10);
      if (choice === 0 && index > 0) return [];
      if (choice === 1) return [{ ...point, value: null, state: 'SUPPRESSED', flags: [] }];
      if (choice > 4) return [point];
      return [{ ...point, value: (point.value ?? 0) + 1 + this.random.below(20), state: 'REPORTED' }];
    });
  }
}

function doubled(point: StoredPoint): StoredPoint {
  return { ...point, value: 2 * (point.value ?? 0) + 1, state: 'REPORTED' };
}
