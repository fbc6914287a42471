import { max, sum } from 'd3-array';
import { PERIODS_PER_YEAR } from '../series/period.js';
import type { SeriesTransform } from '../series/series-transform.js';
import { DEFAULT_WINDOW } from '../series/series-transform.js';
import type { FieldSize, ListSize, SizeFacts, SizeEstimator } from './field-size.js';
import type { FigureStats, IndicatorSize } from './figure-stats.js';
import { countEach, multiplySizes } from './size-arithmetic.js';

interface WindowArguments {
  from?: string | null;
  to?: string | null;
  recipe?: Partial<Pick<SeriesTransform, 'frequency' | 'transform' | 'window'>> | null;
}

interface FigureArguments extends WindowArguments {
  areas?: readonly string[] | null;
  indicators?: readonly string[] | null;
  breakdown?: readonly { dimension: string }[] | null;
}

/** Number of points whose reading or computation costs as much as one object. */
const POINTS_PER_OBJECT = 64;
/** Path to the codes of all dimensions of an indicator. */
const CODES = 'dimensions.codes';
/** Number of figures in columns whose output costs as much as one object. */
const COLUMN_CELLS_PER_OBJECT = 16;
/** Maximum number of sources of a figure that is computed from the periods of a year, or from the population. */
const MAX_SOURCES_PER_YEAR = 16;
const MAX_DIMENSIONS = 8;
const YEARLY_RECIPE: WindowArguments['recipe'] = { frequency: 'YEAR' };
/** Maximum number of codes listed for a dimension without a total. */
export const MAX_CODES = 100;
/** Maximum number of words, and so of areas, in a text of 200 characters. */
const MAX_AREAS_NAMED = 100;
/** Cost of reading the names of all indicators, as a number of objects. */
const READING_COST = 200;
/** Number of possible reasons why two series may not be comparable. */
const COMPARABILITY_REASONS = 6;
/** Transforms that compute a figure from two: the figure and that of another period, or the population. */
const PAIRING_TRANSFORMS: readonly unknown[] = ['PER_100K', 'YEAR_ON_YEAR', 'INDEX'];
/** Transforms that also read figures of other areas: of the members of a group, or of the whole. */
const AREA_COMPARING_TRANSFORMS: readonly unknown[] = ['YEAR_ON_YEAR', 'INDEX', 'SHARE'];

/**
 * Returns size estimators for the computed fields of indicators.
 *
 * @param memberKind kind of the member areas of groups
 */
export function indicatorSizes(memberKind: string): Readonly<Record<string, SizeEstimator>> {
  const fromTotals =
    (each: (args: FigureArguments, of: IndicatorSize) => number, isOfGroups = false): SizeEstimator =>
    (args: FigureArguments, { limit, entries: { slug }, stats: { figures } }: SizeFacts) => {
      const indicatorFigures = figures.of(slug);
      const { files, span, series } = indicatorFigures;
      // Each figure added up for a group has separate sources.
      const sources = sourcesOf(args, span).each * (isOfGroups ? figures.areas(slug, memberKind) : 1);
      return {
        each: Math.min(limit, each(args, indicatorFigures)),
        work: workOn(indicatorFigures.areas * span),
        nested: {
          points: { each: Math.min(span, windowOf(args, figures)) },
          cells: { each: Math.min(limit, 2 * series * span) },
          ...{ files: { each: files }, sources: { each: sources } },
          ...{ breakdown: { each: MAX_DIMENSIONS }, codes: { each: MAX_CODES } },
        },
      };
    };
  const outline = fromTotals((_args, { series }) => series);
  return {
    series: seriesSize,
    ranking: fromTotals((_args, { areas }) => areas),
    outline: (args: FigureArguments, facts: SizeFacts) => outline({ ...args, recipe: YEARLY_RECIPE } as never, facts),
    grid: gridSize(memberKind),
    codeRanking: (args: FigureArguments & { area: string; dimension: string }, facts: SizeFacts) => {
      const { each, work = 0, nested } = rowsSize({ ...args, areas: [args.area] }, args.dimension, memberKind, facts);
      return { work, nested: { ...nested, rows: { each: Math.min(facts.limit, each) } } };
    },
    growth: fromTotals((args, { areas }) => Math.min(args.areas?.length ?? Infinity, areas), true),
    groupTotal: fromTotals(() => 1, true),
    availability: fromTotals(() => 1),
    changes: fromTotals(() => 1),
    vintages: (_args, { limit, entries: { slug }, stats: { figures } }) => {
      const { vintages, files } = figures.of(slug);
      return { each: Math.min(limit, vintages), nested: { files: { each: files } } };
    },
  };
}

function gridSize(memberKind: string): SizeEstimator {
  return ({ by, ...args }: FigureArguments & { by: string }, facts: SizeFacts) => {
    const { each, work = 0, nested } = rowsSize(args, by === 'area' ? null : by, memberKind, facts);
    const { figures } = facts.stats;
    const periods = Math.min(figures.of(facts.entries.slug).span, windowOf(args, figures));
    return { work: work + Math.ceil((each * periods) / COLUMN_CELLS_PER_OBJECT), nested };
  };
}

/** Returns the size of a table with a row for each area, or for each code of `dimension`. */
function rowsSize(
  args: FigureArguments,
  dimension: string | null,
  memberKind: string,
  { entries: { kinds, slug }, stats }: SizeFacts,
): FieldSize & { each: number } {
  const { figures } = stats;
  const { areas, series, span, files } = figures.of(slug);
  const [requestedAreas, breakdown] = [args.areas && new Set(args.areas), args.breakdown ?? []];
  const codes =
    breakdown.filter((request) => request.dimension === dimension).length ||
    Math.min(series, stats.path(kinds, CODES).maxPerRecord);
  const rows = dimension === null ? (requestedAreas?.size ?? areas) : codes;
  const memberCount = figures.areas(slug, memberKind);
  const groups = figures.countOthers([...(requestedAreas ?? [])], memberKind) * (dimension === null ? 1 : codes);
  const work = workOn((rows + groups * memberCount + (comparesAreas(args) ? areas : 0)) * span);
  return {
    each: rows,
    work,
    nested: {
      rows: { each: rows },
      requested: {
        each: 1 + (args.areas?.length ?? 0) + breakdown.length + (args.recipe?.transform === 'INDEX' ? rows : 0),
      },
      sources: { each: sourcesOf(args, span).each * (groups > 0 ? Math.max(1, memberCount) : 1) },
      files: { each: files },
    },
  };
}

/** Size estimators for the computed fields of areas. */
export const areaSizes: Readonly<Record<string, SizeEstimator>> = {
  series: (args: FigureArguments, { limit, entries: { kinds }, stats: { figures } }) => {
    const indicators = args.indicators ?? null;
    const areaKinds = kinds.map(({ name }) => name);
    const { most, all } = figures.areaTotals(areaKinds, indicators);
    const each = Math.min(limit, most.series);
    const longest = indicators ? (max(indicators, (slug) => figures.of(slug).span) ?? 0) : figures.maximum.span;
    const span = Math.min(longest, windowOf(args, figures));
    const points = { each: span, per: Math.min(most.points, each * span), all: all.points };
    const work = workOn(most.points) + (comparesAreas(args) ? workOn(figures.points(indicators)) : 0);
    return { each, all: all.series, work, nested: insideSeries(args, figures, points) };
  },
  developments: (_args, { limit, entries: { kinds }, stats: { figures } }) => {
    const areaKinds = kinds.map(({ name }) => name);
    const { most } = figures.areaTotals(areaKinds, null);
    const each = Math.min(limit, most.series);
    const work = workOn(most.points) + each * workOn(figures.maximum.areas);
    return { each, work, nested: { sources: { each: 1 } } };
  },
};

/** Returns the size of the series that a claim quotes. */
export function quotedSize(args: WindowArguments, { stats: { figures } }: SizeFacts): FieldSize {
  const { span } = figures.maximum;
  const points = { each: Math.min(span, windowOf(args, figures)) };
  return { each: 1, work: workOn(span), nested: insideSeries(args, figures, points) };
}

/** Returns the size of `figureAnswers`: it reads all indicators, and for each answer a series with its population. */
export function answersSize(_args: object, { limit, stats: { figures } }: SizeFacts): FieldSize {
  const nested = {
    areas: { each: MAX_AREAS_NAMED },
    breakdown: { each: MAX_DIMENSIONS },
    sources: { each: MAX_SOURCES_PER_YEAR },
    unresolved: { each: MAX_AREAS_NAMED },
  };
  return { work: READING_COST + limit * workOn(2 * figures.maximum.span), nested };
}

/** Returns the size of a comparison of series. */
export function comparisonSize(
  { series = [] }: { series?: readonly (WindowArguments & { indicator: string })[] },
  { stats: { figures } }: SizeFacts,
): FieldSize {
  const spans = series.map((input) => Math.min(figures.of(input.indicator).span, windowOf(input, figures)));
  const span = max(spans) ?? 0;
  const pairs = { each: (COMPARABILITY_REASONS * series.length * (series.length - 1)) / 2 };
  const nested = {
    series: { each: series.length },
    points: { each: span, per: sum(spans) },
    periods: { each: Math.min(figures.periods(series.map(({ indicator }) => indicator)), sum(spans)) },
    cells: { each: series.length },
    sources: { each: max(series, (input) => sourcesOf(input, figures.of(input.indicator).span).each) ?? 0 },
    breakdown: { each: MAX_DIMENSIONS },
    files: { each: figures.maximum.files },
    pairs,
    warnings: pairs,
  };
  return { nested, work: workOn(span * series.length) };
}

function seriesSize(args: FigureArguments, { limit, entries, stats: { figures } }: SizeFacts): FieldSize {
  const { slug } = entries;
  const size = figures.of(slug);
  const combinations = countCombinations(args);
  const window = windowOf(args, figures);
  const found = ({ areas, series }: IndicatorSize) =>
    Math.min((args.areas ? new Set(args.areas).size : areas) * combinations, series);
  const seriesOf = (size: IndicatorSize) => Math.min(limit, found(size));
  const pointsOf = (size: IndicatorSize) => seriesOf(size) * Math.min(size.span, window);
  const [each, sumOfSizes] = [seriesOf(size), figures.sumLargest(slug, entries, seriesOf)];
  const points = {
    ...{ each: Math.min(size.span, window), per: pointsOf(size) },
    all: figures.sumLargest(slug, entries, pointsOf),
  };
  // Without areas and codes, no more series are read than returned.
  const read = args.areas || combinations > 1 ? found(size) : each;
  const work = workOn(read * size.span) + (comparesAreas(args) ? workOn(size.areas * size.span) : 0);
  return { each, all: sumOfSizes, work, nested: insideSeries(args, figures, points) };
}

function insideSeries(args: FigureArguments, { maximum: maxStats }: FigureStats, points: ListSize) {
  return {
    points,
    sources: sourcesOf(args, points.each),
    breakdown: breakdownOf(args),
    files: { each: maxStats.files },
  };
}

/** Returns the number of selected breakdowns: the codes of each dimension, combined with those of the others. */
function countCombinations({ breakdown }: FigureArguments): number {
  const codes = countEach((breakdown ?? []).map(({ dimension }) => dimension));
  return [...codes.values()].reduce((product, count) => product * count, 1);
}

function breakdownOf({ breakdown }: FigureArguments): ListSize {
  return { each: new Set(breakdown?.map(({ dimension }) => dimension)).size };
}

/** Returns the number of sources of one figure. `span` is the maximum number of periods that are added up. */
function sourcesOf({ recipe }: WindowArguments, span: number): ListSize {
  const { frequency, transform, window } = recipe ?? {};
  const ofPeriod = frequency ? MAX_SOURCES_PER_YEAR : 1;
  if (transform === 'CUMULATIVE') return { each: multiplySizes(span, ofPeriod) };
  if (transform === 'ROLLING_MEAN') return { each: Math.max(1, window ?? DEFAULT_WINDOW) * ofPeriod };
  if (!frequency && PAIRING_TRANSFORMS.includes(transform)) return { each: 2 };
  return { each: frequency || transform ? MAX_SOURCES_PER_YEAR : 1 };
}

/** Returns the number of periods between `from` and `to`; Infinity if neither is given. */
function windowOf({ from, to, recipe }: WindowArguments, figures: FigureStats): number {
  if (from == null && to == null) return Infinity;
  const months = figures.months(null, from, to);
  // A longer period can begin before the window or end after it.
  return recipe?.frequency
    ? Math.ceil((months * PERIODS_PER_YEAR[recipe.frequency]) / PERIODS_PER_YEAR.MONTH) + 1
    : months;
}

function comparesAreas({ recipe }: WindowArguments): boolean {
  return AREA_COMPARING_TRANSFORMS.includes(recipe?.transform);
}

function workOn(points: number): number {
  return Math.ceil(points / POINTS_PER_OBJECT);
}
