import type { DimensionRecord } from '../generated/records.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { seriesKey } from '../model/breakdown-key.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { Recipe } from '../series/recipe.js';
import type { SeriesPlace } from '../store/figures.js';
import { rankAreas } from './indicator-ranking.js';
import { readSeries, servedSeries } from './indicator-series.js';
import { readDimensions } from './measured.js';
import type { RankedAmong } from './ranked-areas.js';
import { isAmong } from './ranked-areas.js';
import { readRecipe, wanted } from './series-arguments.js';
import type { ServedSeries } from './served-series.js';

interface OutlineArguments {
  from?: string | null;
  first?: number | null;
}

export const OUTLINED = { usual: 7, most: 20 };
/** Of areas that are not ranked so many are looked at, and of series by code. */
const LOOKED_AT = { totals: 3, codes: 100 };

/**
 * The series by which an indicator is shown, year by year where it has whole years: of the greatest countries, else of
 * the greatest routes, else of a few other areas. Where there is no total they are the greatest of its codes.
 */
export async function outlineFigures(
  entry: EntryOf<'Indicator'>,
  args: OutlineArguments,
  context: ComputedContext,
): Promise<readonly ServedSeries[]> {
  const first = wanted(args.first, OUTLINED.usual, OUTLINED.most);
  const from = args.from ?? null;
  const yearly = { from, recipe: { frequency: 'YEAR' } } as const;
  const ofRanked = async (among: RankedAmong) => {
    const areas = (await rankAreas(entry, { among, first }, context)).map(({ code }) => code);
    return areas.length === 0 ? [] : readSeries(entry, { ...yearly, areas }, context);
  };
  const greatest = async (asked: Parameters<typeof readSeries>[1]) =>
    byLatest(await readSeries(entry, asked, context)).slice(0, first);
  const parting = readDimensions(entry).filter(({ total = null }) => total === null);
  const breakdown = parting.flatMap(({ name, codes }) => codes.map(({ code }) => ({ dimension: name, code })));
  const latest = await context.latest(entry.slug, null);
  const ofCodes = async () => {
    const known = chooseGreatest(latest?.greatest ?? [], parting, context).slice(0, first);
    return known.length === 0
      ? greatest({ ...yearly, breakdown, first: LOOKED_AT.codes })
      : byLatest(await readPlaces(entry, known, readRecipe(yearly), context));
  };
  const ofTotals = [
    () => ofRanked('COUNTRIES'),
    () => ofRanked('ROUTES'),
    () => greatest({ ...yearly, first: LOOKED_AT.totals }),
  ];
  const ofOthers = () => (breakdown.length > 0 ? ofCodes() : greatest({ from, first: LOOKED_AT.totals }));
  for (const read of latest?.period === null ? [ofOthers] : [...ofTotals, ofOthers]) {
    const series = await read();
    if (series.some(({ points }) => points.some(({ value }) => value !== null))) return series;
  }
  return [];
}

async function readPlaces(
  entry: EntryOf<'Indicator'>,
  places: readonly SeriesPlace[],
  recipe: Recipe,
  context: ComputedContext,
): Promise<ServedSeries[]> {
  const [areas, breakdowns] = [places.map(({ area }) => area), places.map(({ breakdown }) => breakdown)];
  const stored = await context.series(entry.slug, { areas: [...new Set(areas)], breakdowns, asOf: null });
  const keys = new Set(places.map(seriesKey));
  const meant = stored.filter((each) => keys.has(seriesKey(each)));
  return servedSeries(entry, meant, { recipe, asOf: null, population: null, whole: null }, context);
}

/** Of series that are by the codes of these dimensions alone, those of countries, else of routes, else all. */
function chooseGreatest(
  places: readonly SeriesPlace[],
  dimensions: readonly DimensionRecord[],
  context: ComputedContext,
): readonly SeriesPlace[] {
  const names = dimensions.map(({ name }) => name).sort();
  const meant = places.filter(({ breakdown }) => Object.keys(breakdown).sort().join() === names.join());
  const among = (['COUNTRIES', 'ROUTES'] as const).map((each) =>
    meant.filter(({ area }) => isAmong(area, each, context)),
  );
  return among.find((each) => each.length > 0) ?? meant;
}

function byLatest(series: readonly ServedSeries[]): ServedSeries[] {
  return [...series].sort((a, b) => latestOf(b) - latestOf(a));
}

/** The last figure that is whole, by which series are put in order. */
function latestOf({ points }: ServedSeries): number {
  return points.findLast(({ value, state }) => value !== null && state !== 'PARTIAL')?.value ?? -Infinity;
}
