import { greatest, least, mean, sum } from 'd3-array';
import type { SeriesCell, Cells, MeasureProperties } from './series-cell.js';
import { fillGaps } from './resample.js';

export interface SeriesCellSummary {
  first: SeriesCell | null;
  last: SeriesCell | null;
  minimum: SeriesCell | null;
  maximum: SeriesCell | null;
  /** Sum of the figures; null if the measure cannot be summed. */
  sum: number | null;
  mean: number | null;
  inputs: number;
  /** Number of periods from the first to the last whose figure is missing or computed from incomplete data. */
  missing: number;
  flags: SeriesCell['flags'];
}

/** Summarises the cells of a series. Only flows without a transform are summable. */
export function summariseSeries(cells: Cells, properties: MeasureProperties, isSummable: boolean): SeriesCellSummary {
  const filled = isSummable ? fillGaps(cells, properties) : fillGaps(cells, { absentMeans: 'MISSING' });
  const figures = filled.filter(({ value }) => value !== null);
  const values = figures.map(({ value }) => value!);
  return {
    first: figures[0] ?? null,
    last: figures.at(-1) ?? null,
    minimum: least(figures, ({ value }) => value!) ?? null,
    maximum: greatest(figures, ({ value }) => value!) ?? null,
    sum: isSummable && values.length > 0 ? sum(values) : null,
    mean: mean(values) ?? null,
    inputs: figures.length,
    missing: filled.filter((cell) => cell.missing > 0).length,
    flags: [...new Set(filled.flatMap(({ flags }) => flags))],
  };
}
