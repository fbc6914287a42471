import { AppError } from '../errors.js';
import type { StoredPoint } from '../store/figures.js';
import { type Cells, type MeasureProperties, type SeriesCell, toCell } from './series-cell.js';
import type { GroupComposition } from './group-composition.js';
import { downsample } from './resample.js';
import { daysOfPeriod, type Frequency, frequencyOfPeriod, parsePeriod } from './period.js';
import { decimalPlacesAfter, maxDecimalPlaces, roundCells } from './rounding.js';
import { cumulative, per100k, rebase, rollingMean, shares, type TransformName, yearOnYear } from './transforms.js';

/** How to compute and restrict a series. Null means the default. */
export interface SeriesTransform {
  frequency: Frequency | null;
  transform: TransformName | null;
  /** Period whose figure is set to 100 (INDEX only). */
  base: string | null;
  /** Number of periods to average (ROLLING_MEAN only). */
  window: number | null;
  /** Area code of the whole (SHARE only). */
  shareOf: string | null;
  from: string | null;
  to: string | null;
}

/** The transform that leaves figures unchanged. */
export const AS_REPORTED: SeriesTransform = {
  frequency: null,
  transform: null,
  base: null,
  window: null,
  shareOf: null,
  from: null,
  to: null,
};

/** Properties of an indicator that computations need, and its unit. */
export interface MeasureWithUnit extends MeasureProperties {
  unit: string;
  /** Decimal places. Default: 0. */
  decimals?: number | null;
}

/** Figures of other series, and the group composition, that a transform needs. */
export interface AuxiliaryFigures {
  /** Inhabitants by year (PER_100K only). */
  population?: Cells | null | undefined;
  /** Reported figures of the whole (SHARE only). */
  denominator?: Cells | null | undefined;
  /** Composition of a group whose membership changes. */
  composition?: GroupComposition | null;
}

export interface ComputedSeries {
  cells: readonly SeriesCell[];
  unit: string;
  frequency: Frequency;
}

/** Default number of periods of a rolling mean. */
export const DEFAULT_WINDOW = 3;
const PERIOD_WORDS: Readonly<Record<Frequency, string>> = { MONTH: 'months', QUARTER: 'quarters', YEAR: 'years' };

/** Checks that a transform is consistent and suits the measure. @throws AppError BAD_USER_INPUT */
export function checkTransform(recipe: SeriesTransform, { measure, frequency: ownFrequency }: MeasureProperties): void {
  const { transform, base, window, shareOf, from, to } = recipe;
  const reject = (message: string) => {
    throw new AppError('BAD_USER_INPUT', message);
  };
  if (base !== null && transform !== 'INDEX') reject('"base" is allowed only with the transform INDEX.');
  if (window !== null && transform !== 'ROLLING_MEAN')
    reject('"window" is allowed only with the transform ROLLING_MEAN.');
  if (shareOf !== null && transform !== 'SHARE') reject('"shareOf" is allowed only with the transform SHARE.');
  const frequency = recipe.frequency ?? ownFrequency;
  if (base !== null && parsePeriod(base)?.frequency !== frequency) {
    reject(
      `The base "${base}" is not a ${frequency.toLowerCase()}, but the figures are by ${frequency.toLowerCase()}.`,
    );
  }
  if (transform === 'PER_100K' && measure === 'RATE') {
    reject('A rate or a share cannot be divided by the population.');
  }
  if (transform === 'SHARE' && measure === 'RATE') reject('Rates cannot be added up, so they have no share.');
  if (from !== null && to !== null && daysOfPeriod(from).first > daysOfPeriod(to).last) {
    reject(`"from" (${from}) is after "to" (${to}).`);
  }
}

/**
 * Computes a series: converts its frequency, transforms it, and then restricts the periods, so that the first one can
 * be compared with earlier ones. Rounds computed figures. Skips cells of other frequencies.
 * @throws AppError BAD_USER_INPUT if the transform is inconsistent, or does not suit the measure
 */
export function computeSeries(
  reported: Cells,
  properties: MeasureWithUnit,
  recipe: SeriesTransform,
  auxiliary: AuxiliaryFigures = {},
): ComputedSeries {
  checkTransform(recipe, properties);
  const ownPoints = filterByFrequency(reported, properties);
  const frequency = recipe.frequency ?? properties.frequency;
  const cells = downsample(ownPoints, properties, frequency);
  const { from, to } = recipe;
  const denominator = auxiliary.denominator && downsample(auxiliary.denominator, properties, frequency);
  const { cells: computedCells, unit } = applyTransform(cells, { ...properties, frequency }, recipe, {
    ...auxiliary,
    denominator,
  });
  const isSame = recipe.transform === null && frequency === properties.frequency;
  const allCells = cellsBetween(computedCells, from, to);
  if (isSame) return { cells: allCells, unit, frequency };
  const isAveraged = properties.measure === 'RATE' && frequency !== properties.frequency;
  const digits = decimalPlacesAfter(recipe.transform, maxDecimalPlaces(ownPoints, properties.decimals), isAveraged);
  return { cells: roundCells(allCells, digits), unit, frequency };
}

/** Whether a transform returns figures as they were reported. */
export function isAsReported({ transform, frequency }: SeriesTransform, properties: MeasureProperties): boolean {
  return transform === null && (frequency ?? properties.frequency) === properties.frequency;
}

/** Computes a series from stored points, like `computeSeries`. Converts only the points it needs. */
export function computeSeriesFromStoredPoints(
  points: readonly StoredPoint[],
  properties: MeasureWithUnit,
  recipe: SeriesTransform,
  auxiliary: AuxiliaryFigures = {},
): ComputedSeries {
  const { from, to } = recipe;
  const needed = isAsReported(recipe, properties)
    ? cellsBetween(filterByFrequency(points, properties), from, to)
    : points;
  return computeSeries(needed.map(toCell), properties, recipe, auxiliary);
}

/** Returns the points or cells whose period has the frequency of the indicator. */
export function filterByFrequency<T extends Pick<SeriesCell, 'period'>>(
  allPoints: readonly T[],
  properties: Pick<MeasureProperties, 'frequency'>,
): T[] {
  return allPoints.filter(({ period }) => frequencyOfPeriod(period) === properties.frequency);
}

function applyTransform(
  cells: Cells,
  properties: MeasureWithUnit,
  { transform, base, window, from, to }: SeriesTransform,
  { population, denominator, composition = null }: AuxiliaryFigures,
): Pick<ComputedSeries, 'cells' | 'unit'> {
  const { unit, frequency } = properties;
  switch (transform) {
    case null:
      return { cells, unit };
    case 'PER_100K':
      return { cells: per100k(cells, population ?? []), unit: `${unit} per 100 000 inhabitants` };
    case 'YEAR_ON_YEAR':
      return { cells: yearOnYear(cells, composition), unit: 'percent, change on the year before' };
    case 'INDEX': {
      const basePeriod = base ?? defaultBase(cellsBetween(cells, from, to));
      return basePeriod === undefined
        ? { cells, unit: 'index' }
        : { cells: rebase(cells, basePeriod, composition), unit: `index, ${basePeriod} = 100` };
    }
    case 'ROLLING_MEAN': {
      const periods = window ?? DEFAULT_WINDOW;
      return {
        cells: rollingMean(cells, properties, periods),
        unit: `${unit}, mean of ${periods} ${PERIOD_WORDS[frequency]}`,
      };
    }
    case 'SHARE':
      return { cells: shares(cells, denominator ?? []), unit: 'percent of the whole' };
    case 'CUMULATIVE': {
      const summed = cellsBetween(cells, from, null);
      const since = summed[0]?.period;
      return {
        cells: cumulative(summed, properties),
        unit: since === undefined ? unit : `${unit}, added up since ${since}`,
      };
    }
  }
}

/** Returns the default base: the first period with a positive figure, else the first with any figure. */
function defaultBase(cells: Cells): string | undefined {
  const present = cells.filter(({ value }) => value !== null);
  return (present.find(({ value }) => value! > 0) ?? present[0])?.period;
}

/** Returns the cells between two periods of any frequency, inclusive. Null means an open end. */
export function cellsBetween<T extends Pick<SeriesCell, 'period'>>(
  cells: readonly T[],
  from: string | null,
  to: string | null,
): T[] {
  if (from === null && to === null) return [...cells];
  const firstDay = from === null ? null : daysOfPeriod(from).first;
  const lastDay = to === null ? null : daysOfPeriod(to).last;
  return cells.filter(({ period }) => {
    const { first, last } = daysOfPeriod(period);
    return (firstDay === null || first >= firstDay) && (lastDay === null || last <= lastDay);
  });
}
