import type { ChangedCell, ChangedSeries } from '../store/figures.js';

/** A changed cell, with the area and breakdown of its series. */
export type CellChange = ChangedCell & Pick<ChangedSeries, 'area' | 'breakdown'>;

/** Counts changed cells, and stores the first ones. */
export class CellChanges {
  readonly cells: CellChange[] = [];
  private readonly counts = { CHANGED: 0, APPEARED: 0, VANISHED: 0 };

  /**
   * @param most  maximum number of cells to store
   * @param isRetained  which cells to store; default: all
   */
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
    for (const cell of series
      .cells()
      .filter(this.isRetained)
      .slice(0, this.maxCells - this.cells.length)) {
      this.cells.push({ ...cell, area, breakdown });
    }
  }
}
