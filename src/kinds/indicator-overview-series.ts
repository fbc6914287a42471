import type { DimensionRecord } from '../generated/records.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { seriesKey } from '../model/breakdown-key.js';
import { indicatorTitleInSentence } from './missing-item-messages.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { SeriesTransform } from '../series/series-transform.js';
import type { SeriesIdentity } from '../store/figures.js';
import { findRanking } from './indicator-ranking.js';
import { findSeries, buildResponses } from './indicator-series.js';
import { readDimensions } from './indicator-fields.js';
import type { FieldArgs } from './kind-module-types.js';
import { isRankedAmong, type RankedAmong } from './ranked-areas.js';
import { readTransform, pageLimit } from './series-arguments.js';
import type { SeriesResponse } from './series-response.js';

const OVERVIEW_LIMIT = { default: 7, max: 20 };
/** Maximum number of series to compare if areas cannot be ranked (`totals`), and if there are no totals (`codes`). */
const SERIES_LIMITS = { totals: 3, codes: 100 };

/**
 * Returns the series that give an overview of an indicator, yearly if possible. Tries the top countries, then the top
 * routes, then a few areas. Without totals: the codes with the largest figures.
 */
export async function readOverviewSeries(
  entry: EntryOf<'Indicator'>,
  args: FieldArgs<'Indicator', 'outline'>,
  context: ComputedContext,
): Promise<readonly SeriesResponse[]> {
  const first = pageLimit(args.first, OVERVIEW_LIMIT.default, OVERVIEW_LIMIT.max);
  const from = args.from ?? null;
  const yearly = { from, recipe: { frequency: 'YEAR' } } as const;
  const readRanked = async (among: RankedAmong): Promise<OverviewSelection> => {
    const { shown, ranked } = await findRanking(entry, { among, first }, context);
    const areas = shown.map(({ code }) => code);
    const series = areas.length === 0 ? [] : (await findSeries(entry, { ...yearly, areas }, context)).served;
    return { series, items: 'AREAS', existing: ranked };
  };
  const readLargest = async (selection: Parameters<typeof findSeries>[1]): Promise<OverviewSelection> => {
    const { served, isTruncated } = await findSeries(entry, selection, context);
    const existing = isTruncated ? null : served.length;
    return { series: sortByLatest(served).slice(0, first), items: 'SERIES', existing };
  };
  const withoutTotal = readDimensions(entry).filter(({ total = null }) => total === null);
  const breakdown = withoutTotal.flatMap(({ name, codes }) => codes.map(({ code }) => ({ dimension: name, code })));
  const latest = await context.figures.latest(entry.slug, null);
  const readCodes = async (): Promise<OverviewSelection> => {
    const largestCodes = selectByDimensions(latest?.greatest ?? [], withoutTotal, context).slice(0, first);
    const seriesCount = (await context.figures.coverage(entry.slug))?.series ?? 0;
    // `greatest` is about the latest period, which can be a month. If there are few series, all are compared.
    if (largestCodes.length === 0 || seriesCount <= SERIES_LIMITS.codes) {
      return readLargest({ ...yearly, breakdown, first: SERIES_LIMITS.codes });
    }
    return {
      series: sortByLatest(await readSeriesByIdentity(entry, largestCodes, readTransform(yearly), context)),
      items: 'SERIES',
      existing: seriesCount,
    };
  };
  const totalReaders = [
    () => readRanked('COUNTRIES'),
    () => readRanked('ROUTES'),
    () => readLargest({ ...yearly, first: SERIES_LIMITS.totals }),
  ];
  const readOthers = () => (breakdown.length > 0 ? readCodes() : readLargest({ from, first: SERIES_LIMITS.totals }));
  for (const read of latest?.period === null ? [readOthers] : [...totalReaders, readOthers]) {
    const { series, items, existing } = await read();
    if (series.every(({ found }) => !found.hasFigures)) continue;
    const indicatorName = indicatorTitleInSentence(entry, context);
    const included = series.length;
    context.addScope({ of: indicatorName, items, included, existing, isTruncated: false, requested: [] });
    return series;
  }
  return [];
}

/** Series chosen for an overview, and the number of series or areas they were chosen from; null if unknown. */
interface OverviewSelection {
  series: readonly SeriesResponse[];
  items: 'AREAS' | 'SERIES';
  existing: number | null;
}

async function readSeriesByIdentity(
  entry: EntryOf<'Indicator'>,
  identities: readonly SeriesIdentity[],
  recipe: SeriesTransform,
  context: ComputedContext,
): Promise<SeriesResponse[]> {
  const [areas, breakdowns] = [identities.map(({ area }) => area), identities.map(({ breakdown }) => breakdown)];
  const stored = await context.figures.series(entry.slug, { areas: [...new Set(areas)], breakdowns, asOf: null });
  const keys = new Set(identities.map(seriesKey));
  const selected = stored.filter((candidate) => keys.has(seriesKey(candidate)));
  return buildResponses(entry, selected, { recipe, asOf: null, population: null, denominator: null }, context);
}

/** Returns the series broken down by exactly these dimensions: those of countries, else of routes, else all. */
function selectByDimensions(
  identities: readonly SeriesIdentity[],
  dimensions: readonly DimensionRecord[],
  context: ComputedContext,
): readonly SeriesIdentity[] {
  const names = dimensions.map(({ name }) => name).sort();
  const selected = identities.filter(({ breakdown }) => Object.keys(breakdown).sort().join() === names.join());
  const byAreaType = (['COUNTRIES', 'ROUTES'] as const).map((areaType) =>
    selected.filter(({ area }) => isRankedAmong(area, areaType, context)),
  );
  return byAreaType.find((group) => group.length > 0) ?? selected;
}

/** Sorts by figure in the latest complete period of any series, in descending order. */
function sortByLatest(series: readonly SeriesResponse[]): SeriesResponse[] {
  const period = series.reduce((last, { points }) => {
    const latest = points.findLast(isComplete)?.period ?? '';
    return latest > last ? latest : last;
  }, '');
  const figureOf = ({ points }: SeriesResponse) =>
    points.find((point) => point.period === period && isComplete(point))?.value ?? -Infinity;
  const latestOf = ({ points }: SeriesResponse) => points.findLast(isComplete)?.value ?? -Infinity;
  const descending = (a: number, b: number) => (a === b ? 0 : b - a);
  return [...series].sort((a, b) => descending(figureOf(a), figureOf(b)) || descending(latestOf(a), latestOf(b)));
}

function isComplete({ value, state }: SeriesResponse['points'][number]): boolean {
  return value !== null && state !== 'PARTIAL';
}
