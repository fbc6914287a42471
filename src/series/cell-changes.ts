import type { ChangedCell, ChangedSeries } from '../store/figures.js';
import { growthBetween } from './group-totals.js';

const NO_FIGURE = { value: null };

/** A changed cell, with the area and breakdown of its series. */
export type CellChange = ChangedCell & Pick<ChangedSeries, 'area' | 'breakdown'>;

/** Counts the changed cells of all series passed to `add`, and stores the first `maxCells` of them. */
export class CellChangeCollector {
  readonly cells: CellChange[] = [];
  private readonly counts = { CHANGED: 0, APPEARED: 0, VANISHED: 0 };

  /** @param maxCells maximum number of cells to store @param isRetained which cells to store; default: all */
  constructor(
    private readonly maxCells: number,
    private readonly isRetained: (cell: ChangedCell) => boolean = () => true,
  ) {}

  count(kind: CellChange['kind']): number {
    return this.counts[kind];
  }

  get needsCells(): boolean {
    return this.cells.length < this.maxCells;
  }

  add(series: ChangedSeries): void {
    for (const kind of ['CHANGED', 'APPEARED', 'VANISHED'] as const) this.counts[kind] += series.counts[kind];
    if (!this.needsCells) return;
    const { area, breakdown } = series;
    const cells = series
      .cells()
      .filter(this.isRetained)
      .slice(0, this.maxCells - this.cells.length);
    this.cells.push(...cells.map((cell) => ({ ...cell, area, breakdown })));
  }
}

/** Counts changed cells, and stores those whose values changed most, in percent. */
export class LargestChangeCollector extends CellChangeCollector {
  /** Number of cells that changed in something other than their value, such as in their flags. */
  sameValue = 0;

  constructor(private readonly maxListed: number) {
    super(Infinity, ({ kind }) => kind === 'CHANGED');
  }

  override add(series: ChangedSeries): void {
    const countBefore = this.cells.length;
    super.add(series);
    const added = this.cells.splice(countBefore);
    this.sameValue += added.filter(({ before, after }) => before?.value === after?.value).length;
    this.cells.push(...added.filter((cell) => (percentChange(cell) ?? 0) !== 0));
    this.cells.sort((a, b) => Math.abs(percentChange(b)!) - Math.abs(percentChange(a)!)).splice(this.maxListed);
  }
}

/** Returns the change in percent of the earlier value; null if a value is missing or the earlier is not positive. */
export function percentChange({ before, after }: ChangedCell): number | null {
  return growthBetween(before ?? NO_FIGURE, after ?? NO_FIGURE).percent;
}
