import type { ChangedCell, ChangedSeries } from '../store/figures.js';

/** A cell that differs between two vintages, with the series that it is of. */
export type CellChange = ChangedCell & Pick<ChangedSeries, 'area' | 'breakdown'>;

/** Counts the cells in which two vintages differ, series by series, and keeps the first of them. */
export class CellChanges {
  readonly cells: CellChange[] = [];
  private readonly counts = { CHANGED: 0, APPEARED: 0, VANISHED: 0 };

  /**
   * @param most so many cells are kept
   * @param isKept which of them; all unless given
   */
  constructor(
    private readonly most: number,
    private readonly isKept: (cell: ChangedCell) => boolean = () => true,
  ) {}

  /** How many cells differ in this way. */
  count(kind: CellChange['kind']): number {
    return this.counts[kind];
  }

  /** Whether fewer cells are kept than may be. */
  get needsCells(): boolean {
    return this.cells.length < this.most;
  }

  /** Adds the cells of one series that differ. */
  add(series: ChangedSeries): void {
    for (const kind of ['CHANGED', 'APPEARED', 'VANISHED'] as const) this.counts[kind] += series.counts[kind];
    if (!this.needsCells) return;
    const { area, breakdown } = series;
    for (const cell of series
      .cells()
      .filter(this.isKept)
      .slice(0, this.most - this.cells.length)) {
      this.cells.push({ ...cell, area, breakdown });
    }
  }
}
