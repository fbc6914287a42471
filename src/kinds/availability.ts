import type { ComputedContext } from '../reading/computed-context.js';
import type { Breakdown } from '../model/breakdown-key.js';
import { shown } from '../series/recipe.js';
import { readCell } from '../series/cell.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { StoredSeries } from '../store/figures.js';
import type { AskedBreakdowns } from './breakdowns.js';
import { oneBreakdown } from './breakdowns.js';
import { readDimensions } from './measured.js';
import { MOST_CODES } from './series-sizes.js';

interface AvailabilityArguments {
  period?: string | null;
  area?: string | null;
  breakdown?: AskedBreakdowns;
  asOf?: Date | null;
}

/** So many codes are named in a sentence. */
const MOST_NAMED = 10;

/** Whether there are figures for a period, an area and a breakdown, and which there are where there are none. */
export async function findAvailability(
  entry: EntryOf<'Indicator'>,
  args: AvailabilityArguments,
  context: ComputedContext,
) {
  const { period = null, area = null, asOf = null } = args;
  const breakdown = oneBreakdown(entry, args.breakdown);
  const query = { areas: area === null ? null : [area], asOf };
  const series = await context.series(entry.slug, { ...query, breakdowns: [breakdown] });
  const latestPeriod = findLatestPeriod(series);
  const hasFigures = series.some(({ points }) => {
    const cells = points.map(readCell).filter(({ value }) => value !== null);
    return (period === null ? cells : shown(cells, period, period)).length > 0;
  });
  if (hasFigures) return { hasFigures, latestPeriod, sentence: null, codes: [] };
  const about = area === null ? '' : ` for ${area}`;
  if (latestPeriod !== null) {
    const sentence = `No data${about} for ${String(period)}; the latest is ${latestPeriod}.`;
    return { hasFigures, latestPeriod, sentence, codes: [] };
  }
  const { codes, latest } = await findCodes(entry, { area, breakdown, asOf }, context);
  if (codes.length === 0) return { hasFigures, latestPeriod, sentence: `No data${about}.`, codes };
  const sentence = `There is no total${about}; ask for a code of ${nameCodes(codes)}.`;
  return { hasFigures, latestPeriod: latest, sentence, codes: codes.slice(0, MOST_CODES) };
}

/** Finds the codes that a breakdown lacks to have figures, and the latest period that has one. */
async function findCodes(
  entry: EntryOf<'Indicator'>,
  { area, breakdown, asOf }: { area: string | null; breakdown: Breakdown; asOf: Date | null },
  context: ComputedContext,
): Promise<{ codes: Code[]; latest: string | null }> {
  const known = listCodes(entry).filter(({ dimension }) => !(dimension in breakdown));
  if (known.length === 0) return { codes: [], latest: null };
  if (area === null) {
    const coverage = Object.keys(breakdown).length > 0 ? null : await context.coverage(entry.slug);
    return coverage === null || coverage.reported === 0
      ? { codes: [], latest: null }
      : { codes: known, latest: coverage.to };
  }
  const all = await context.series(entry.slug, { areas: [area], breakdowns: null, asOf });
  const within = all.filter((each) => Object.entries(breakdown).every(([name, code]) => each.breakdown[name] === code));
  const there = new Set(within.flatMap((each) => Object.entries(each.breakdown).map((code) => code.join(' '))));
  const codes = known.filter(({ dimension, code }) => there.has(`${dimension} ${code}`));
  return { codes, latest: findLatestPeriod(within) };
}

function findLatestPeriod(series: readonly StoredSeries[]): string | null {
  let latest: string | null = null;
  for (const { points } of series) {
    for (const { period, value } of points) if (value !== null && (latest === null || period > latest)) latest = period;
  }
  return latest;
}

interface Code {
  dimension: string;
  code: string;
}

/** The codes of the dimensions that have none for all together, or of all dimensions. */
function listCodes(entry: EntryOf<'Indicator'>): Code[] {
  const dimensions = readDimensions(entry);
  const untotalled = dimensions.filter(({ total = null }) => total === null);
  return (untotalled.length > 0 ? untotalled : dimensions).flatMap(({ name, total, codes }) =>
    codes.filter(({ code }) => code !== total).map(({ code }) => ({ dimension: name, code })),
  );
}

/** As in "sex (F, M)". */
function nameCodes(codes: readonly Code[]): string {
  return [...new Set(codes.map(({ dimension }) => dimension))]
    .map((dimension) => {
      const own = codes.filter((each) => each.dimension === dimension).map(({ code }) => code);
      return `${dimension} (${own.slice(0, MOST_NAMED).join(', ')}${own.length > MOST_NAMED ? ', …' : ''})`;
    })
    .join(' or ');
}
