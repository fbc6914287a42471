import { AppError } from '../errors.js';
import type { ComputedContext } from '../graphql/computed.js';
import { daysOf } from '../series/period.js';
import type { EntryRecord, StoredEntry, StoredPoint, StoredSeries } from '../store/store.js';

interface SeriesArguments {
  /** Codes of areas, exact. */
  areas?: readonly string[] | null;
  breakdown?: readonly { dimension: string; code: string }[] | null;
  from?: string | null;
  to?: string | null;
  first?: number | null;
}

const MOST_SERIES = 100;
const NOTHING_BROKEN_DOWN: Readonly<Record<string, string>> = {};

/** The figures of an indicator, one series for each area and breakdown; areas as asked for, else by code. */
export async function seriesOf(entry: StoredEntry, args: SeriesArguments, context: ComputedContext) {
  const { areas = null, breakdown, from = null, to = null } = args;
  const first = args.first ?? MOST_SERIES;
  if (first < 0 || first > MOST_SERIES) {
    throw new AppError('PAGE_TOO_LARGE', `"first" is ${first}; from 0 to ${MOST_SERIES} series are given at a time.`);
  }
  const breakdowns = breakdown ? breakdownsOf(entry, breakdown) : [NOTHING_BROKEN_DOWN];
  const series = await context.series(entry.slug, { areas, breakdowns, asOf: null });
  return inOrder(series, areas, breakdowns)
    .slice(0, first)
    .map((each) => served(entry, each, { from, to }, context));
}

/** For which areas and periods an indicator has figures. */
export async function coverageOf({ slug }: StoredEntry, _args: unknown, context: ComputedContext) {
  const series = await context.series(slug, { areas: null, breakdowns: null, asOf: null });
  const points = series.flatMap((each) => each.points);
  const days = points.map(({ period }) => ({ period, ...daysOf(period) }));
  const reported = points.filter(({ state }) => state === 'REPORTED').length;
  return {
    series: series.length,
    observations: reported,
    missing: points.length - reported,
    from: days.reduce<(typeof days)[0] | null>((a, b) => (a && a.first <= b.first ? a : b), null)?.period ?? null,
    to: days.reduce<(typeof days)[0] | null>((a, b) => (a && a.last >= b.last ? a : b), null)?.period ?? null,
    areas: [...new Set(series.map(({ area }) => area))].sort(),
  };
}

function served(
  entry: StoredEntry,
  { area, breakdown, points }: StoredSeries,
  { from, to }: { from: string | null; to: string | null },
  { areas, reference }: ComputedContext,
) {
  const begins = from && daysOf(from).first;
  const ends = to && daysOf(to).last;
  const shown = points.filter(({ period }) => {
    const { first, last } = daysOf(period);
    return (!begins || first >= begins) && (!ends || last <= ends);
  });
  const observed = shown.map((point) => observation(point, reference));
  const known = areas.byCode(area);
  return {
    indicator: reference(entry.kind, entry.slug),
    area: known ? reference(known.kind, known.slug) : null,
    breakdown: Object.entries(breakdown).map(([dimension, code]) => ({ dimension, code })),
    unit: entry.record['unit'],
    points: observed,
    latest: observed.findLast(({ state }) => state === 'REPORTED') ?? null,
  };
}

function observation(point: StoredPoint, reference: ComputedContext['reference']) {
  return { ...point, source: point.source === null ? null : reference('Source', point.source) };
}

/**
 * The breakdowns that are meant: codes of one dimension are alternatives, codes of several are combined. The code that
 * stands for all of a dimension means that it is not broken down by it.
 */
function breakdownsOf(entry: StoredEntry, asked: NonNullable<SeriesArguments['breakdown']>) {
  const dimensions = new Map(
    ((entry.record['dimensions'] ?? []) as EntryRecord[]).map((each) => [String(each['name']), each]),
  );
  let breakdowns: readonly Readonly<Record<string, string>>[] = [NOTHING_BROKEN_DOWN];
  for (const name of new Set(asked.map((each) => each.dimension))) {
    const group = asked.filter((each) => each.dimension === name);
    const dimension = dimensions.get(name);
    if (!dimension) throw unknown('dimension', name, [...dimensions.keys()]);
    const codes = (dimension['codes'] as EntryRecord[]).map(({ code }) => String(code));
    for (const { code } of group) {
      if (code !== dimension['total'] && !codes.includes(code)) throw unknown('code', code, codes);
    }
    breakdowns = breakdowns.flatMap((above) =>
      group.map(({ code }) => (code === dimension['total'] ? above : { ...above, [name]: code })),
    );
  }
  return breakdowns;
}

function unknown(what: string, given: string, known: readonly string[]): AppError {
  const tip = known.length > 0 ? `one of ${known.join(', ')}` : 'it has none';
  return new AppError('BAD_USER_INPUT', `The indicator has no ${what} "${given.slice(0, 60)}"; ${tip}.`);
}

function inOrder(
  series: readonly StoredSeries[],
  areas: readonly string[] | null,
  breakdowns: readonly Readonly<Record<string, string>>[],
): StoredSeries[] {
  const key = (breakdown: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(breakdown).sort());
  const places = new Map(breakdowns.map((each, at) => [key(each), at]));
  const place = ({ breakdown }: StoredSeries) => places.get(key(breakdown)) ?? 0;
  const ofArea = ({ area }: StoredSeries) => (areas ? areas.indexOf(area) : 0);
  return [...series].sort(
    (a, b) => ofArea(a) - ofArea(b) || (a.area < b.area ? -1 : a.area > b.area ? 1 : place(a) - place(b)),
  );
}
