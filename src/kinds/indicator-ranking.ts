import { AppError } from '../errors.js';
import { type Breakdown, breakdownKey } from '../model/breakdown-key.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { membersAt, rankByFigure } from '../series/group-totals.js';
import { mixesVintages, type SeriesCell, toCell } from '../series/series-cell.js';
import { withCommonBase } from '../series/common-index-base.js';
import { parsePeriod } from '../series/period.js';
import {
  checkTransform,
  type ComputedSeries,
  computeSeriesFromStoredPoints,
  isAsReported,
  type MeasureWithUnit,
  type SeriesTransform,
} from '../series/series-transform.js';
import { roundPercent } from '../series/rounding.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { LatestTotals } from '../store/figures.js';
import { singleBreakdown } from './breakdowns.js';
import { requireMembers } from './group-members.js';
import { describeEmptyList, describeUnrankedMembers } from './omitted-series.js';
import { readMeasureProperties } from './indicator-fields.js';
import { indicatorTitleInSentence } from './missing-item-messages.js';
import type { FieldArgs } from './kind-module-types.js';
import { Observation } from './observation.js';
import { type Population, populationFor } from './population-denominator.js';
import { isRankedAmong, type RankedAmong, removeContainingRoutes } from './ranked-areas.js';
import { readTransform, pageLimit } from './series-arguments.js';
import { areaReference } from './series-response.js';
import { shareDenominatorFor } from './share-denominator.js';

type RankingArguments = Partial<FieldArgs<'Indicator', 'ranking'>>;

const DEFAULT_RANKS = 10;
const MAX_RANKS = 100;

/** Ranks countries or routes by their figures for one period. */
export async function rankAreas(entry: EntryOf<'Indicator'>, args: RankingArguments, context: ComputedContext) {
  const { shown, ranked: count, period, unranked } = await findRanking(entry, args, context);
  const included = shown.length;
  const scope = { items: 'RANKED' as const, included, existing: count, isTruncated: included < count };
  const { within = null, asOf = null } = args;
  const request = { entry, areas: null, breakdowns: [singleBreakdown(entry, args.breakdown)], asOf };
  const requestedItems =
    count === 0
      ? [await describeEmptyList(request, { area: within, hasSeries: period !== null }, context)]
      : await describeUnrankedMembers(entry, { areas: unranked, asOf }, context);
  if (args.first !== 0)
    context.addScope({ ...scope, of: indicatorTitleInSentence(entry, context), requested: requestedItems });
  return shown;
}

/** Like `rankAreas`, but reports no scope. Also returns the number of ranks, the period, and members without rank. */
export async function findRanking(entry: EntryOf<'Indicator'>, args: RankingArguments, context: ComputedContext) {
  const first = pageLimit(args.first, DEFAULT_RANKS, MAX_RANKS);
  const { asOf = null, within = null } = args;
  const among = args.among ?? 'COUNTRIES';
  const breakdown = singleBreakdown(entry, args.breakdown);
  const recipe = readTransform({ ...args, from: null, to: null });
  const properties = readMeasureProperties(entry);
  checkTransform(recipe, properties);
  if (within !== null && among === 'ROUTES') {
    throw new AppError('BAD_USER_INPUT', 'Routes are not in a group of countries; remove "within".');
  }
  const rankingRequest = { period: args.period ?? null, among, breakdown, recipe, asOf };
  const [{ period, cells: allCells, unitOf, population }, members, vintage] = await Promise.all([
    readFiguresToRank(entry, rankingRequest, context),
    within === null ? null : requireMembers(within, context),
    context.figures.vintageAt(entry.slug, asOf),
  ]);
  if (period === null || vintage === null) return { shown: [], ranked: 0, period: null, unranked: [] };
  checkPeriod(period, recipe.frequency ?? properties.frequency);
  const periodMembers = members && new Set(membersAt(members, period));
  const cells = new Map([...allCells].filter(([area]) => !periodMembers || periodMembers.has(area)));
  if (among === 'ROUTES') await removeContainingRoutes(cells, context);
  const hasShares = recipe.transform === null || recipe.transform === 'CUMULATIVE';
  const guards = mixesVintages([...cells.values()]) ? (['VINTAGES_DIFFER'] as const) : [];
  const ranking = rankByFigure(cells, hasShares ? properties : { ...properties, measure: 'RATE' });
  const shownAreas = ranking.slice(0, first).map(({ area, rank, cell, share }) => ({
    rank,
    code: area,
    area: areaReference(area, context)!,
    value: cell.value!,
    share: roundPercent(share),
    unit: unitOf(area),
    observation: new Observation(cell, context.reference),
    vintage,
    population: population && context.reference(entry.kind, population.slug),
    populationVintage: population && population.vintage,
    guards,
  }));
  const unranked = [...(periodMembers ?? [])].filter((area) => (cells.get(area)?.value ?? null) === null);
  return { shown: shownAreas, ranked: ranking.length, period, unranked };
}

interface RankingRequest {
  /** Period to rank; null selects the default. */
  period: string | null;
  among: RankedAmong;
  breakdown: Breakdown;
  recipe: SeriesTransform;
  asOf: Date | null;
}

interface PeriodFigures {
  period: string | null;
  /** Cells by area code. */
  cells: ReadonlyMap<string, SeriesCell>;
  unitOf(area: string): string;
  population: Population | null;
}

/** Returns the figures to rank. Uses the totals of the latest period, stored with the vintage, if they suffice. */
async function readFiguresToRank(
  entry: EntryOf<'Indicator'>,
  request: RankingRequest,
  context: ComputedContext,
): Promise<PeriodFigures> {
  const properties = readMeasureProperties(entry);
  const isReported = breakdownKey(request.breakdown) === '' && isAsReported(request.recipe, properties);
  const latest = isReported ? await context.figures.latest(entry.slug, request.asOf) : null;
  return (latest && fromLatestTotals(latest, properties, request, context)) ?? readFigures(entry, request, context);
}

function fromLatestTotals(
  { period, points, areas }: LatestTotals,
  properties: MeasureWithUnit,
  request: RankingRequest,
  context: ComputedContext,
): PeriodFigures | null {
  const emptyFigures = {
    period: request.period,
    cells: new Map<string, SeriesCell>(),
    unitOf: () => properties.unit,
    population: null,
  };
  if (period === null) return emptyFigures;
  const isRanked = (area: string) => isRankedAmong(area, request.among, context);
  const cells = new Map([...points].filter(([area]) => isRanked(area)).map(([area, point]) => [area, toCell(point)]));
  const isDefaultPeriod = 2 * cells.size >= areas.filter(isRanked).length;
  const isRequestedPeriod = request.period === null ? isDefaultPeriod : request.period === period;
  if (!isRequestedPeriod || parsePeriod(period)?.frequency !== properties.frequency) return null;
  return { ...emptyFigures, period, cells };
}

async function readFigures(
  entry: EntryOf<'Indicator'>,
  { period: requestedPeriod, among, breakdown, recipe, asOf }: RankingRequest,
  context: ComputedContext,
): Promise<PeriodFigures> {
  const properties = readMeasureProperties(entry);
  const [stored, denominator, population] = await Promise.all([
    context.figures.series(entry.slug, { areas: null, breakdowns: [breakdown], asOf }),
    shareDenominatorFor(entry, recipe, { areas: null, breakdowns: [breakdown], asOf }, context),
    populationFor(entry, recipe, { areas: null, asOf }, context),
  ]);
  const selected = stored.filter(({ area }) => isRankedAmong(area, among, context));
  const recipes = withCommonBase(selected.map(({ points }) => ({ points, properties, recipe })));
  const computedByArea = new Map<string, ComputedSeries>(
    selected.map(({ area, points }, index) => {
      const auxiliary = { population: population?.cells.get(area), denominator: denominator?.(area, breakdown) };
      return [area, computeSeriesFromStoredPoints(points, properties, recipes[index]!, auxiliary)];
    }),
  );
  const period = requestedPeriod ?? defaultPeriod([...computedByArea.values()]);
  const cells = new Map(
    [...computedByArea].flatMap(([area, { cells: areaCells }]) => {
      const cell = areaCells.find((candidate) => candidate.period === period);
      return cell ? [[area, cell] as const] : [];
    }),
  );
  return { period, cells, unitOf: (area) => computedByArea.get(area)!.unit, population };
}

/** Returns the latest period with figures in at least half of the series, else the latest with a figure, or null. */
export function defaultPeriod(computedSeries: readonly ComputedSeries[]): string | null {
  const counts = new Map<string, number>();
  for (const { cells } of computedSeries) {
    for (const { period, value } of cells) if (value !== null) counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  const seriesCount = computedSeries.filter(({ cells }) => cells.some(({ value }) => value !== null)).length;
  const commonPeriods = [...counts].filter(([, count]) => 2 * count >= seriesCount).map(([period]) => period);
  return (commonPeriods.length > 0 ? commonPeriods : [...counts.keys()]).sort().at(-1) ?? null;
}

/** Checks that a period has the given frequency. @throws AppError BAD_USER_INPUT */
export function checkPeriod(period: string, frequency: string): void {
  if (parsePeriod(period)?.frequency === frequency) return;
  throw new AppError(
    'BAD_USER_INPUT',
    `"${period}" is not a ${frequency.toLowerCase()}, but the figures are by ${frequency.toLowerCase()}.`,
  );
}
