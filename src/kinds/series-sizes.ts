import type { FieldSize, ListSize, SizeFacts, SizeOf } from '../records/kind-module.js';
import { times } from '../series/figures-sizes.js';
import { PERIODS_A_YEAR } from '../series/period.js';
import { USUAL_WINDOW } from '../series/recipe.js';
import type { FiguresSizes, IndicatorSize, SeriesSize } from '../series/figures-sizes.js';
import type { AskedBreakdowns } from './breakdowns.js';
import type { SeriesInput } from './comparison.js';
import { COUNTRY } from './group-members.js';
import { OUTLINED } from './indicator-outline.js';
import type { RankedAmong } from './ranked-areas.js';
import { RANKED_KINDS } from './ranked-areas.js';
import type { RecipeArguments } from './series-arguments.js';

interface FiguresArguments extends RecipeArguments {
  areas?: readonly string[] | null;
  indicators?: readonly string[] | null;
  breakdown?: AskedBreakdowns;
  first?: number | null;
}

interface RankingArguments extends FiguresArguments {
  period?: string | null;
  among?: RankedAmong | null;
}

/** So many points are read and worked through for what one object of an answer costs. */
const POINTS_AN_OBJECT = 64;
/** Only what changed between two vintages is read, and nothing is made of it but counts. */
const CELLS_COMPARED_AN_OBJECT = 2048;
const USUAL = { series: 100, places: 10, vintages: 20, cells: 100, developments: 5 };
/** The most sources of a figure that was computed from those of a year and of the population. */
const SOURCES_OF_A_YEAR = 16;
const DIMENSIONS = 8;
const MONTHS_A_YEAR = 12;
const YEARLY: RecipeArguments = { recipe: { frequency: 'YEAR' } };
const AMONG = ['COUNTRIES', 'ROUTES'] as const;
/** So many codes are told where there is no total. */
export const MOST_CODES = 100;
/** Reasons for which two series may not go together. */
const REASONS = 6;

/** How large the computed fields of an indicator can become. */
export const indicatorSizes: Readonly<Record<string, SizeOf>> = {
  series: seriesSize,
  ranking: (args: RankingArguments, { figures, slug }) => {
    const { areas, span } = figures.of(slug);
    const inside = { sources: sizeSources(args, span) };
    const points = isRankedUnread(args, figures, slug) ? areas : areas * span;
    return { each: Math.min(args.first ?? USUAL.places, areas), work: workOn(points), inside };
  },
  outline: (args: FiguresArguments, { figures, slug }) => {
    const { areas, series, span } = figures.of(slug);
    const each = Math.min(args.first ?? OUTLINED.usual, series);
    const points = { each: Math.min(span, countWindow(args, figures)) };
    const inside = { ...insideSeries(YEARLY, figures, points), breakdown: { each: DIMENSIONS } };
    const isRead = !AMONG.every((among) => isRankedUnread({ among }, figures, slug));
    const work = workOn(isRead ? areas * span : areas) + workOn(Math.min(series, MOST_CODES) * span);
    return { each, work, inside };
  },
  growth: (args: FiguresArguments, { figures, slug }) => {
    const { areas, span } = figures.of(slug);
    const each = Math.min(args.areas?.length ?? Infinity, areas);
    // What is like for like is made of the figures of all members of a group.
    return { each, work: workOn(areas * span), inside: { sources: { each: countMembers(figures, slug) } } };
  },
  groupTotal: (args: FiguresArguments, { figures, slug }) => {
    const { areas, span } = figures.of(slug);
    const points = { each: Math.min(span, countWindow(args, figures)) };
    // Each figure that is added up has sources of its own.
    const sources = { each: times(countMembers(figures, slug), sizeSources(args, span).each) };
    const inside = { points, sources, breakdown: sizeBreakdown(args) };
    return { work: workOn(areas * span), inside };
  },
  availability: (_args: FiguresArguments, { figures, slug }) => {
    const { areas, span } = figures.of(slug);
    return { work: workOn(areas * span), inside: { codes: { each: MOST_CODES } } };
  },
  vintages: ({ first }: FiguresArguments, { figures, slug }) => {
    const { vintages, files } = figures.of(slug);
    return { each: Math.min(first ?? USUAL.vintages, vintages), inside: { files: { each: files } } };
  },
  changes: ({ first }: FiguresArguments, { figures, slug }) => {
    const { series, span } = figures.of(slug);
    const cells = { each: Math.min(first ?? USUAL.cells, 2 * series * span) };
    const inside = { cells, sources: { each: 1 }, breakdown: { each: DIMENSIONS } };
    return { work: Math.ceil((2 * series * span) / CELLS_COMPARED_AN_OBJECT), inside };
  },
};

/** Whether a ranking is of figures that are known without series. */
function isRankedUnread(args: RankingArguments, figures: FiguresSizes, slug: string | null): boolean {
  const { period = null, among, breakdown, recipe, asOf } = args;
  const isNewestTotal = (breakdown ?? []).length === 0 && asOf == null;
  const isReported = recipe?.frequency == null && recipe?.transform == null;
  return isNewestTotal && isReported && figures.isRankedUnread(slug, RANKED_KINDS[among ?? 'COUNTRIES'], period);
}

/** How many countries with figures a group can have; of all areas with figures, groups have countries alone. */
function countMembers(figures: FiguresSizes, slug: string | null): number {
  const { areas } = figures.of(slug);
  return slug === null ? areas : Math.min(areas, figures.aboutAreas(COUNTRY, [slug]).all.series);
}

/** How large the computed fields of any kind of area can become. */
export const areaSizes: Readonly<Record<string, SizeOf>> = {
  series: (args: FiguresArguments, { figures, kind }) => {
    const { most, all } = figures.aboutAreas(kind, args.indicators ?? null);
    const each = Math.min(args.first ?? USUAL.series, most.series);
    const chosen = args.indicators?.map((slug) => figures.of(slug).span);
    const span = Math.min(chosen ? Math.max(0, ...chosen) : figures.most.span, countWindow(args, figures));
    const points = {
      each: span,
      per: Math.min(most.points, times(each, span)),
      all: Math.min(all.points, times(all.series, span)),
    };
    const beside = args.indicators?.reduce((sum, slug) => sum + figures.of(slug).points, 0) ?? figures.all.points;
    const work = workOn(most.points) + besideWork(args, beside);
    return { each, all: all.series, work, inside: insideSeries(args, figures, points) };
  },
  developments: ({ first }: FiguresArguments, { figures, kind }) => {
    const { most, all } = figures.aboutAreas(kind, null);
    const each = Math.min(first ?? USUAL.developments, most.series);
    // The figures by which areas are ranked are read once for all areas of a query.
    const work = workOn(most.points) + each * workOn(figures.most.areas);
    return { each, all: all.series, work, inside: { sources: { each: 1 } } };
  },
};

/** How large the series can become that a claim quotes. */
export function quotedSize(args: RecipeArguments, { figures }: SizeFacts): FieldSize {
  const { span } = figures.most;
  const points = { each: Math.min(span, countWindow(args, figures)) };
  return { each: 1, work: workOn(span), inside: insideSeries(args, figures, points) };
}

/** How large a comparison can become. */
export function comparisonSize({ series }: { series: readonly SeriesInput[] }, figures: FiguresSizes): FieldSize {
  const spans = series.map((input) => Math.min(figures.of(input.indicator).span, countWindow(input, figures)));
  const span = Math.max(0, ...spans);
  const pairs = { each: (REASONS * series.length * (series.length - 1)) / 2 };
  const inside = {
    series: { each: series.length },
    points: { each: span, per: spans.reduce((sum, each) => sum + each, 0) },
    periods: { each: countPeriods(series, figures) },
    cells: { each: series.length },
    sources: { each: Math.max(...series.map((input) => sizeSources(input, figures.of(input.indicator).span).each)) },
    breakdown: { each: DIMENSIONS },
    files: { each: figures.most.files },
    pairs,
    warnings: pairs,
  };
  return { inside, work: workOn(span * series.length) };
}

function seriesSize(args: FiguresArguments, { figures, slug, entries }: SizeFacts): FieldSize {
  const size = figures.of(slug);
  const combinations = countCombinations(args.breakdown);
  const asked = args.areas && [...new Set(args.areas)];
  const [window, first] = [countWindow(args, figures), args.first ?? USUAL.series];
  const countFound = ({ areas, series }: IndicatorSize, hasArea = (_code: string) => true) =>
    Math.min((asked?.filter(hasArea).length ?? areas) * combinations, series);
  const measure = (one: IndicatorSize, hasArea?: (code: string) => boolean): SeriesSize => {
    const series = Math.min(first, countFound(one, hasArea));
    return { series, points: times(series, Math.min(one.span, window)) };
  };
  const [{ series: each, points: per }, all] = [measure(size), figures.sumLargest(slug, entries, measure)];
  const points = { each: Math.min(size.span, window), per, all: all.points };
  return {
    each,
    all: all.series,
    // Of one breakdown in all areas no more is read than is wanted.
    work:
      workOn((args.areas || combinations > 1 ? countFound(size) : each) * size.span) + besideWork(args, size.points),
    inside: insideSeries(args, figures, points),
  };
}

function insideSeries(args: FiguresArguments, { most }: { most: IndicatorSize }, points: ListSize) {
  return {
    points,
    sources: sizeSources(args, points.each),
    breakdown: sizeBreakdown(args),
    files: { each: most.files },
  };
}

/** Codes of one dimension are alternatives, those of several are combined. */
function countCombinations(asked: AskedBreakdowns): number {
  const byDimension = new Map<string, number>();
  for (const { dimension } of asked ?? []) byDimension.set(dimension, (byDimension.get(dimension) ?? 0) + 1);
  return [...byDimension.values()].reduce((product, codes) => product * codes, 1);
}

function sizeBreakdown({ breakdown }: FiguresArguments): ListSize {
  return { each: new Set(breakdown?.map(({ dimension }) => dimension)).size };
}

/**
 * From how many sources one figure can be: one as reported, several where it was computed from others.
 *
 * @param span how many periods of a series are added up at most
 */
function sizeSources({ recipe }: RecipeArguments, span: number): ListSize {
  const { frequency, transform, window } = recipe ?? {};
  const ofPeriod = frequency ? SOURCES_OF_A_YEAR : 1;
  if (transform === 'CUMULATIVE') return { each: times(span, ofPeriod) };
  if (transform === 'ROLLING_MEAN') return { each: Math.max(1, window ?? USUAL_WINDOW) * ofPeriod };
  return { each: frequency || transform ? SOURCES_OF_A_YEAR : 1 };
}

function countWindow({ from, to, recipe }: RecipeArguments, figures: FiguresSizes): number {
  const frequency = recipe?.frequency;
  const months = figures.periodsIn(from, to);
  // A year that begins before the window and one that ends behind it are both in it.
  return frequency ? Math.ceil((months * PERIODS_A_YEAR[frequency]) / MONTHS_A_YEAR) + 1 : months;
}

/** Series that come equally often share their periods. */
function countPeriods(series: readonly SeriesInput[], figures: FiguresSizes): number {
  const all = figures.countTogether(series.map(({ indicator }) => indicator));
  const windows = series.map((input) => countWindow(input, figures));
  return Math.min(
    all,
    windows.reduce((sum, each) => sum + each, 0),
  );
}

/**
 * What is compared over time is compared for the members of a group as well, and a share is one of a whole.
 *
 * @param points of the totals of the indicators that are meant
 */
function besideWork({ recipe }: RecipeArguments, points: number): number {
  const transform = recipe?.transform;
  const isBeside = transform === 'YEAR_ON_YEAR' || transform === 'INDEX' || transform === 'SHARE';
  return isBeside ? workOn(points) : 0;
}

function workOn(points: number): number {
  return Math.ceil(points / POINTS_AN_OBJECT);
}
