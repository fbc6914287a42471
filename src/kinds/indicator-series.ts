import type { ComputedContext } from '../reading/computed-context.js';
import { type Breakdown, breakdownKey, seriesKey } from '../model/breakdown-key.js';
import { withCommonBase } from '../series/common-index-base.js';
import type { GroupComposition } from '../series/group-composition.js';
import { checkTransform, computeSeriesFromStoredPoints, type SeriesTransform } from '../series/series-transform.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { StoredSeries, Vintage } from '../store/figures.js';
import { expandToBreakdowns } from './breakdowns.js';
import { readComposition, isPeriodComparison, isGroup, readMembers } from './group-members.js';
import { computeGroupTotals, type GroupTotal } from './indicator-group-total.js';
import { readCoveredAreas, reportListScope } from './omitted-series.js';
import { readMeasureProperties } from './indicator-fields.js';
import type { FieldArgs } from './kind-module-types.js';
import { type Population, populationFor } from './population-denominator.js';
import { readTransform, pageLimit } from './series-arguments.js';
import { SeriesResponse } from './series-response.js';
import { type ShareDenominator, shareDenominatorFor } from './share-denominator.js';

type SeriesArguments = Partial<FieldArgs<'Indicator', 'series'>>;

const MAX_SERIES = 100;

/** Returns series of an indicator in the requested order of areas, else by area code. Reports which are missing. */
export async function readSeries(
  entry: EntryOf<'Indicator'>,
  args: SeriesArguments,
  context: ComputedContext,
): Promise<SeriesResponse[]> {
  const { served, breakdowns, others, isTruncated } = await findSeries(entry, args, context);
  if (args.first !== 0) {
    const { areas = null, asOf = null } = args;
    const found = served.map((series) => series.found);
    await reportListScope({ entry, areas, breakdowns, asOf }, { found, others, isTruncated }, context);
  }
  return served;
}

/** Returns the series of an indicator with any breakdown, sorted by area and breakdown. */
export async function readAllSeries(
  entry: EntryOf<'Indicator'>,
  { areas = null, asOf = null, ...args }: FieldArgs<'Indicator', 'allSeries'>,
  context: ComputedContext,
): Promise<SeriesResponse[]> {
  const [first, skip] = [pageLimit(args.first, MAX_SERIES, MAX_SERIES), Math.max(0, args.skip ?? 0)];
  if (first === 0) return [];
  const end = skip + first;
  const stored = await context.figures.series(entry.slug, { areas, breakdowns: null, asOf, first: end + 1 });
  const options = { recipe: readTransform({}), asOf, population: null, denominator: null };
  const served = await buildResponses(entry, stored.slice(skip, end), options, context);
  // An area with any series has figures, so only areas without series are reported.
  const covered = await readCoveredAreas(entry, asOf, context);
  const others = Array.from(covered, (area) => ({ area, breakdown: {} }));
  const result = { found: served.map((series) => series.found), others, isTruncated: stored.length > end };
  await reportListScope({ entry, areas, breakdowns: [{}], asOf }, result, context);
  return served;
}

/** Like `readSeries`, but reports no scope. Returns the result of `loadSeries` with the selected breakdowns. */
export async function findSeries(entry: EntryOf<'Indicator'>, args: SeriesArguments, context: ComputedContext) {
  const { areas = null, asOf = null } = args;
  const first = pageLimit(args.first, MAX_SERIES, MAX_SERIES);
  const breakdowns = expandToBreakdowns(entry, args.breakdown);
  const selection = { areas, breakdowns, recipe: readTransform(args), asOf, first, skip: Math.max(0, args.skip ?? 0) };
  return { ...(await loadSeries(entry, selection, context)), breakdowns };
}

interface SeriesSelection {
  areas: readonly string[] | null;
  breakdowns: readonly Breakdown[];
  recipe: SeriesTransform;
  asOf: Date | null;
  /** Maximum number of series. Default: all, and the sums of requested groups whose figures are not published. */
  first?: number;
  /** Number of series to skip. Default: 0. */
  skip?: number;
}

/**
 * Reads and computes series. Also returns the stored series that are skipped or beyond the limit, whether the list is
 * truncated, and the base period that all indices share; null if there is none.
 */
export async function loadSeries(
  entry: EntryOf<'Indicator'>,
  { areas, breakdowns, recipe, asOf, first, skip = 0 }: SeriesSelection,
  context: ComputedContext,
) {
  const properties = readMeasureProperties(entry);
  checkTransform(recipe, properties);
  // Series are ordered by area. One more area than needed shows whether the list is truncated.
  const end = first === undefined ? Infinity : skip + first;
  const limit = areas === null && first !== undefined ? { first: first === 0 ? 0 : end + breakdowns.length } : {};
  const [stored, denominator, population] = await Promise.all([
    context.figures.series(entry.slug, { areas, breakdowns, asOf, ...limit }),
    shareDenominatorFor(entry, recipe, { areas, breakdowns, asOf }, context),
    populationFor(entry, recipe, { areas, asOf }, context),
  ]);
  const sorted = sortSeries(stored, areas, breakdowns);
  const shownSeries = sorted.slice(skip, end);
  const publishedKeys = new Set(stored.map(seriesKey));
  const totals =
    first === undefined ? await sumGroups(entry, { areas, breakdowns, recipe, asOf }, publishedKeys, context) : [];
  const allSeries = [...shownSeries, ...totals].map(({ points }) => ({ points, properties, recipe }));
  const [indexed = recipe] = withCommonBase(allSeries);
  const served = await buildResponses(entry, shownSeries, { recipe: indexed, asOf, population, denominator }, context);
  return {
    served: [...served, ...totals.map((total) => total.toResponse(indexed))],
    others: [...sorted.slice(0, skip), ...sorted.slice(end)],
    isTruncated: sorted.length > end,
    base: indexed.base,
  };
}

/** Sums the figures of the members of requested groups for which no figures are published. */
async function sumGroups(
  entry: EntryOf<'Indicator'>,
  { areas, ...query }: SeriesSelection,
  publishedKeys: ReadonlySet<string>,
  context: ComputedContext,
): Promise<GroupTotal[]> {
  const isUnpublished = (area: string) =>
    query.breakdowns.some((breakdown) => !publishedKeys.has(seriesKey({ area, breakdown })));
  const groups = (areas ?? []).filter((area) => isGroup(area, context) && isUnpublished(area));
  if (groups.length === 0 || readMeasureProperties(entry).measure === 'RATE') return [];
  // A group whose members are unknown has no total.
  const members = await Promise.all(
    groups.map(async (group) => [group, (await readMembers(group, context)) ?? []] as const),
  );
  const totals = await computeGroupTotals(entry, { ...query, groups: new Map(members), fixedAt: null }, context);
  return totals.filter((total) => total.points.length > 0 && !publishedKeys.has(seriesKey(total)));
}

export interface SeriesResponseOptions {
  recipe: SeriesTransform;
  asOf: Date | null;
  population: Population | null;
  denominator: ShareDenominator | null;
  /** Vintage of the figures. Default: the one at `asOf`. */
  vintage?: Vintage | null | undefined;
}

/** Computes the responses for stored series, in their order. Skips areas that are not visible. */
export async function buildResponses(
  entry: EntryOf<'Indicator'>,
  stored: readonly StoredSeries[],
  { recipe, asOf, population, denominator, vintage: knownVintage }: SeriesResponseOptions,
  context: ComputedContext,
): Promise<SeriesResponse[]> {
  if (stored.length === 0) return [];
  const vintage = knownVintage ?? (await context.figures.vintageAt(entry.slug, asOf));
  if (vintage === null) return [];
  const compositions = isPeriodComparison(recipe)
    ? await Promise.all(stored.map(({ area, breakdown }) => readComposition(area, entry, { breakdown, asOf }, context)))
    : [];
  return buildResponsesSync(entry, stored, { recipe, population, denominator, vintage, compositions }, context);
}

interface LoadedFigures extends Pick<SeriesResponseOptions, 'recipe' | 'population' | 'denominator'> {
  vintage: Vintage;
  /** Composition of each series; empty if not needed. */
  compositions: readonly (GroupComposition | null)[];
}

/** Synchronous variant of `buildResponses`, for data that is already loaded. */
export function buildResponsesSync(
  entry: EntryOf<'Indicator'>,
  stored: readonly StoredSeries[],
  { recipe, population, denominator, vintage, compositions }: LoadedFigures,
  context: ComputedContext,
): SeriesResponse[] {
  const properties = readMeasureProperties(entry);
  return stored.flatMap(({ area, breakdown, points }, index) => {
    if (!context.areas.byCode(area)) return [];
    const composition = compositions[index] ?? null;
    const auxiliary = {
      population: population?.cells.get(area),
      denominator: denominator?.(area, breakdown),
      composition,
    };
    const computed = computeSeriesFromStoredPoints(points, properties, recipe, auxiliary);
    const metadata = {
      indicator: entry,
      area,
      breakdown,
      recipe,
      computed,
      vintage,
      population,
      total: null,
    };
    return [new SeriesResponse(metadata, context)];
  });
}

/** Returns which areas and periods an indicator covers, and the numbers of its series and figures. */
export async function readCoverage({ slug }: EntryOf<'Indicator'>, _args: unknown, context: ComputedContext) {
  const coverage = await context.figures.coverage(slug);
  if (!coverage) return { series: 0, observations: 0, missing: 0, from: null, to: null, areas: [] };
  const { reported, ...otherCoverage } = coverage;
  return { ...otherCoverage, observations: reported };
}

function sortSeries(
  series: readonly StoredSeries[],
  areas: readonly string[] | null,
  breakdowns: readonly Breakdown[],
): StoredSeries[] {
  const ranks = new Map(breakdowns.map((breakdown, index) => [breakdownKey(breakdown), index]));
  const codeRank = ({ breakdown }: StoredSeries) => ranks.get(breakdownKey(breakdown)) ?? 0;
  const areaRank = ({ area }: StoredSeries) => (areas ? areas.indexOf(area) : 0);
  return [...series].sort(
    (a, b) => areaRank(a) - areaRank(b) || (a.area < b.area ? -1 : a.area > b.area ? 1 : codeRank(a) - codeRank(b)),
  );
}
