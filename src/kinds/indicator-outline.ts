import type { ComputedContext } from '../reading/computed-context.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { rankAreas } from './indicator-ranking.js';
import { readSeries } from './indicator-series.js';
import { readDimensions } from './measured.js';
import type { RankedAmong } from './ranked-areas.js';
import { wanted } from './series-arguments.js';
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
    (await readSeries(entry, asked, context)).sort((a, b) => latestOf(b) - latestOf(a)).slice(0, first);
  const breakdown = readDimensions(entry)
    .filter(({ total = null }) => total === null)
    .flatMap(({ name, codes }) => codes.map(({ code }) => ({ dimension: name, code })));
  const ofTotals = [
    () => ofRanked('COUNTRIES'),
    () => ofRanked('ROUTES'),
    () => greatest({ ...yearly, first: LOOKED_AT.totals }),
  ];
  const ofOthers = () =>
    breakdown.length > 0
      ? greatest({ ...yearly, breakdown, first: LOOKED_AT.codes })
      : greatest({ from, first: LOOKED_AT.totals });
  const latest = await context.latest(entry.slug, null);
  for (const read of latest?.period === null ? [ofOthers] : [...ofTotals, ofOthers]) {
    const series = await read();
    if (series.some(({ points }) => points.some(({ value }) => value !== null))) return series;
  }
  return [];
}

/** The last figure that is whole, by which series are put in order. */
function latestOf({ points }: ServedSeries): number {
  return points.findLast(({ value, state }) => value !== null && state !== 'PARTIAL')?.value ?? -Infinity;
}
