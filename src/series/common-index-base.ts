import { greatest } from 'd3-array';
import type { StoredPoint } from '../store/figures.js';
import { type SeriesCell, toCell } from './series-cell.js';
import { downsample } from './resample.js';
import { cellsBetween, filterByFrequency, type MeasureWithUnit, type SeriesTransform } from './series-transform.js';

interface ResponseSeries {
  /** Points of a stored series, or cells computed for a group of countries. */
  points: readonly (StoredPoint | SeriesCell)[];
  properties: MeasureWithUnit;
  recipe: SeriesTransform;
}

/**
 * Returns the transforms of the series in a response. Sets the same base for all INDEX transforms of a frequency that
 * have none: the first of the periods in which the largest number of series have a positive figure.
 */
export function withCommonBase(series: readonly ResponseSeries[]): SeriesTransform[] {
  const counts = new Map<string, Map<string, number>>();
  for (const input of series.filter(needsBase)) {
    const { points, properties, recipe } = input;
    const byPeriod = counts.get(frequencyOf(input)) ?? new Map<string, number>();
    counts.set(frequencyOf(input), byPeriod);
    const cells = downsample(filterByFrequency(points, properties).map(asCell), properties, frequencyOf(input));
    for (const { period, value } of cellsBetween(cells, recipe.from, recipe.to)) {
      if (value !== null && value > 0) byPeriod.set(period, (byPeriod.get(period) ?? 0) + 1);
    }
  }
  const bases = new Map([...counts].map(([frequency, byPeriod]) => [frequency, earliestMostFrequent(byPeriod)]));
  return series.map((input) =>
    needsBase(input) ? { ...input.recipe, base: bases.get(frequencyOf(input)) ?? null } : input.recipe,
  );
}

function needsBase({ recipe: { transform, base } }: ResponseSeries): boolean {
  return transform === 'INDEX' && base === null;
}

function frequencyOf({ recipe, properties }: ResponseSeries) {
  return recipe.frequency ?? properties.frequency;
}

function earliestMostFrequent(counts: ReadonlyMap<string, number>): string | null {
  return greatest([...counts.keys()].sort(), (period) => counts.get(period)!) ?? null;
}

function asCell(point: StoredPoint | SeriesCell): SeriesCell {
  return 'sources' in point ? point : toCell(point);
}
