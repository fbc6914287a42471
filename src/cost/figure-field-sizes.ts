import { group, max, sum } from 'd3-array';
import { PERIODS_PER_YEAR } from '../series/period.js';
import { DEFAULT_WINDOW, type SeriesTransform } from '../series/series-transform.js';
import type { FieldSize, ListSize, SizeContext, SizeEstimator } from './field-size.js';
import type { FigureStats, IndicatorSize } from './figure-stats.js';

/** Arguments of a field that returns figures. */
interface FigureArguments {
  from?: string | null;
  to?: string | null;
  recipe?: Partial<Pick<SeriesTransform, 'frequency' | 'transform' | 'window'>> | null;
  areas?: readonly string[] | null;
  indicators?: readonly string[] | null;
  breakdown?: readonly { dimension: string }[] | null;
  skip?: number | null;
  /** Whether the field returns all breakdowns. */
  isAll?: boolean;
}

/** Number of points whose reading or computation costs as much as one object. */
const POINTS_PER_OBJECT = 64;
/** Number of cells of a grid that cost as much as one object. */
const COLUMN_CELLS_PER_OBJECT = 16;
/** Maximum number of sources of a figure that is computed from the periods of a year, or from the population. */
const MAX_SOURCES_PER_YEAR = 16;
const MAX_DIMENSIONS = 8;
/** Maximum number of codes listed for a dimension without a total. */
export const MAX_LISTED_CODES = 100;
/** Maximum number of words, and so of areas, in a text of 200 characters. */
const MAX_NAMED_AREAS = 100;
/** Cost of reading the names of all indicators, as a multiple of the cost of one object. */
const NAME_READING_COST = 200;
/** Number of possible reasons why two series may not be comparable. */
const COMPARABILITY_REASONS = 8;
/** Transforms that compute a figure from two: the figure and that of another period, or the population. */
const PAIRING_TRANSFORMS: readonly unknown[] = ['PER_100K', 'YEAR_ON_YEAR', 'INDEX'];
/** Transforms that also read figures of other areas: of the members of a group, or of the whole for a share. */
const AREA_COMPARING_TRANSFORMS: readonly unknown[] = ['YEAR_ON_YEAR', 'INDEX', 'SHARE'];

/** Returns the size estimators of computed indicator fields. @param memberKind kind of the members of groups */
export function indicatorFieldSizes(memberKind: string): Readonly<Record<string, SizeEstimator>> {
  const groupTotals: SizeEstimator = (args: FigureArguments, context) => totalsSize(args, context, 'areas', memberKind);
  return {
    series: seriesSize,
    allSeries: (args: FigureArguments, context) => seriesSize({ ...args, isAll: true }, context),
    ranking: totalsSize,
    outline: (args: FigureArguments, context) =>
      totalsSize({ ...args, recipe: { frequency: 'YEAR' } }, context, 'series'),
    grid: ({ by, ...args }: FigureArguments & { by: string }, context) => {
      const { work, nested } = tableSize(by === 'area' ? null : by, args, context, memberKind);
      const { figures } = context.stats;
      const columns = Math.min(figures.of(context.entries.slug).span, windowLength(args, figures));
      return { work: work + Math.ceil((nested.rows.each * columns) / COLUMN_CELLS_PER_OBJECT), nested };
    },
    codeRanking: ({ area, dimension, ...args }: FigureArguments & { area: string; dimension: string }, context) =>
      tableSize(dimension, { ...args, areas: [area] }, context, memberKind),
    growth: groupTotals,
    groupTotal: groupTotals,
    availability: totalsSize,
    changes: totalsSize,
    vintages: (_args, { limit, entries: { slug }, stats: { figures } }) => {
      const { vintages, files } = figures.of(slug);
      return { each: Math.min(limit, vintages), nested: { files: { each: files } } };
    },
  };
}

/** Returns the size of a field that reads the totals of all areas. @param memberKind kind of group members, if any */
function totalsSize(
  args: FigureArguments,
  { limit, entries: { slug }, stats: { figures } }: SizeContext,
  countName: 'areas' | 'series' = 'areas',
  memberKind: string | null = null,
) {
  const size = figures.of(slug);
  // Each figure added up for a group has separate sources.
  const addends = memberKind === null ? 1 : Math.max(1, figures.areas(slug, memberKind));
  return {
    each: Math.min(limit, args.areas?.length ?? Infinity, size[countName]),
    work: pointsCost(size.areas * size.span),
    nested: {
      points: { each: Math.min(size.span, windowLength(args, figures)) },
      cells: { each: Math.min(limit, 2 * size.series * size.span) },
      files: { each: size.files },
      sources: { each: sourceCount(args, size.span) * addends },
      breakdown: { each: MAX_DIMENSIONS },
      codes: { each: MAX_LISTED_CODES },
    },
  };
}

/** Returns the maximum number of objects in a table with a row for each area, or for each code of `dimension`. */
function tableSize(
  dimension: string | null,
  args: FigureArguments,
  { limit, entries: { kinds, slug }, stats }: SizeContext,
  memberKind: string,
) {
  const { figures } = stats;
  const { areas, series, span, files } = figures.of(slug);
  const [requestedAreas, breakdown] = [args.areas && new Set(args.areas), args.breakdown ?? []];
  const codes =
    breakdown.filter((request) => request.dimension === dimension).length ||
    Math.min(series, stats.path(kinds, 'dimensions.codes').maxPerRecord);
  const rows = dimension === null ? (requestedAreas?.size ?? areas) : codes;
  const memberCount = Math.max(1, figures.areas(slug, memberKind));
  const groups = figures.countOthers([...(requestedAreas ?? [])], memberKind) * (dimension === null ? 1 : codes);
  const bases = args.recipe?.transform === 'INDEX' ? rows : 0;
  return {
    work: pointsCost((rows + groups * memberCount + (comparesAreas(args) ? areas : 0)) * span),
    nested: {
      rows: { each: Math.min(limit, rows) },
      requested: { each: 1 + (args.areas?.length ?? 0) + breakdown.length + bases },
      sources: { each: sourceCount(args, span) * (groups > 0 ? memberCount : 1) },
      files: { each: files },
    },
  };
}

/** Estimators of the number of objects that the computed fields of areas return. */
export const areaFieldSizes: Readonly<Record<string, SizeEstimator>> = {
  series: (args: FigureArguments, { limit, entries: { kinds }, stats: { figures } }) => {
    const indicators = args.indicators ?? null;
    const areaKinds = kinds.map(({ name }) => name);
    const { most, all } = figures.areaTotals(areaKinds, indicators);
    const longest = indicators ? (max(indicators, (slug) => figures.of(slug).span) ?? 0) : figures.maximum.span;
    const points = { each: Math.min(longest, windowLength(args, figures)), per: most.points, all: all.points };
    const work = pointsCost(most.points) + (comparesAreas(args) ? pointsCost(figures.points(indicators)) : 0);
    const nested = listsInSeries(args, figures, points, 0);
    return { each: Math.min(limit, most.series), all: all.series, work, nested };
  },
  developments: (_args, { limit, entries: { kinds }, stats: { figures } }) => {
    const areaKinds = kinds.map(({ name }) => name);
    const { most } = figures.areaTotals(areaKinds, null);
    const each = Math.min(limit, most.series);
    const work = pointsCost(most.points) + each * pointsCost(figures.maximum.areas);
    return { each, work, nested: { sources: { each: 1 } } };
  },
};

/** Returns the maximum number of objects in the series that a claim quotes, and the cost of reading it. */
export function quotedSeriesSize(args: FigureArguments, { stats: { figures } }: SizeContext): FieldSize {
  const { span } = figures.maximum;
  const points = { each: Math.min(span, windowLength(args, figures)) };
  return { work: pointsCost(span), nested: listsInSeries(args, figures, points, MAX_DIMENSIONS) };
}

/** Returns the maximum number of objects in `figureAnswers`, which reads a series and its population per answer. */
export function figureAnswersSize(_args: object, { limit, stats: { figures } }: SizeContext): FieldSize {
  const nested = {
    areas: { each: MAX_NAMED_AREAS },
    breakdown: { each: MAX_DIMENSIONS },
    sources: { each: MAX_SOURCES_PER_YEAR },
    unresolved: { each: MAX_NAMED_AREAS },
  };
  return { work: NAME_READING_COST + limit * pointsCost(2 * figures.maximum.span), nested };
}

/** Returns the maximum number of objects in a comparison of series, and the cost of computing it. */
export function comparisonSize(
  { series = [] }: { series?: readonly (FigureArguments & { indicator: string })[] },
  { stats: { figures } }: SizeContext,
): FieldSize {
  const spans = series.map((input) => Math.min(figures.of(input.indicator).span, windowLength(input, figures)));
  const span = max(spans) ?? 0;
  const pairs = { each: (COMPARABILITY_REASONS * series.length * (series.length - 1)) / 2 };
  const nested = {
    series: { each: series.length },
    points: { each: span, per: sum(spans) },
    periods: { each: Math.min(figures.periods(series.map(({ indicator }) => indicator)), sum(spans)) },
    cells: { each: series.length },
    sources: { each: max(series, (input) => sourceCount(input, figures.of(input.indicator).span)) ?? 0 },
    breakdown: { each: MAX_DIMENSIONS },
    files: { each: figures.maximum.files },
    pairs,
    warnings: pairs,
  };
  return { nested, work: pointsCost(span * series.length) };
}

function seriesSize(args: FigureArguments, { limit, entries, stats: { figures } }: SizeContext): FieldSize {
  const { isAll = false, skip } = args;
  const size = figures.of(entries.slug);
  const dimensions = group(args.breakdown ?? [], ({ dimension }) => dimension);
  // The codes of each dimension are combined with those of the others.
  const combinations = [...dimensions.values()].reduce((product, { length }) => product * length, 1);
  const window = windowLength(args, figures);
  const matching = ({ areas, series }: IndicatorSize) =>
    isAll ? series : Math.min((args.areas ? new Set(args.areas).size : areas) * combinations, series);
  const seriesOf = (size: IndicatorSize) => Math.min(limit, matching(size));
  const pointsOf = (size: IndicatorSize) => seriesOf(size) * Math.min(size.span, window);
  const each = seriesOf(size);
  const points = { each: Math.min(size.span, window), all: figures.sumLargest(entries, pointsOf) };
  // If the query selects neither areas nor codes, no more series are read than skipped and returned.
  const readsAll = !isAll && (args.areas || combinations > 1);
  const read = readsAll ? matching(size) : Math.min(matching(size), each + (skip ?? 0));
  const work = pointsCost(read * size.span) + (comparesAreas(args) ? pointsCost(size.areas * size.span) : 0);
  const all = figures.sumLargest(entries, seriesOf);
  return { each, all, work, nested: listsInSeries(args, figures, points, isAll ? MAX_DIMENSIONS : dimensions.size) };
}

/** Returns the lengths of the lists in a series. @param dimensions number of dimensions with a selected code */
function listsInSeries(args: FigureArguments, { maximum }: FigureStats, points: ListSize, dimensions: number) {
  return {
    points,
    sources: { each: sourceCount(args, points.each) },
    breakdown: { each: dimensions },
    files: { each: maximum.files },
  };
}

/** Returns the number of sources of one figure. `span` is the maximum number of periods that are added up. */
function sourceCount({ recipe }: FigureArguments, span: number): number {
  const { frequency, transform, window } = recipe ?? {};
  const ofPeriod = frequency ? MAX_SOURCES_PER_YEAR : 1;
  if (transform === 'CUMULATIVE') return span * ofPeriod;
  if (transform === 'ROLLING_MEAN') return Math.max(1, window ?? DEFAULT_WINDOW) * ofPeriod;
  if (!frequency && PAIRING_TRANSFORMS.includes(transform)) return 2;
  return frequency || transform ? MAX_SOURCES_PER_YEAR : 1;
}

/** Returns the number of periods between `from` and `to`; Infinity if neither is given. */
function windowLength({ from, to, recipe }: FigureArguments, figures: FigureStats): number {
  if (from == null && to == null) return Infinity;
  const months = figures.months(null, from, to);
  // A longer period can begin before the window or end after it.
  return recipe?.frequency
    ? Math.ceil((months * PERIODS_PER_YEAR[recipe.frequency]) / PERIODS_PER_YEAR.MONTH) + 1
    : months;
}

/** Whether the transform of a recipe also reads figures of other areas. */
function comparesAreas({ recipe }: FigureArguments): boolean {
  return AREA_COMPARING_TRANSFORMS.includes(recipe?.transform);
}

/** Returns the cost of reading or computing points, as a multiple of the cost of one object. */
function pointsCost(points: number): number {
  return Math.ceil(points / POINTS_PER_OBJECT);
}
