import type { ComputedContext } from '../reading/computed-context.js';
import type { Breakdown } from '../model/breakdown-key.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { StoredSeries } from '../store/figures.js';
import { readDimensions } from './indicator-fields.js';

/** Maximum number of codes per dimension in a sentence. */
const MAX_CODES_NAMED = 10;

/** Returns the codes that, added to a breakdown, select figures. Also returns the latest period of such figures. */
export async function findAvailableCodes(
  entry: EntryOf<'Indicator'>,
  { area, breakdown, asOf }: { area: string | null; breakdown: Breakdown; asOf: Date | null },
  context: ComputedContext,
): Promise<{ codes: Code[]; latest: string | null }> {
  const openCodes = listCodes(entry).filter(({ dimension }) => !(dimension in breakdown));
  if (openCodes.length === 0) return { codes: [], latest: null };
  if (area === null) {
    const coverage = Object.keys(breakdown).length > 0 ? null : await context.figures.coverage(entry.slug);
    return coverage === null || coverage.reported === 0
      ? { codes: [], latest: null }
      : { codes: openCodes, latest: coverage.to };
  }
  const areaSeries = await context.figures.series(entry.slug, { areas: [area], breakdowns: null, asOf });
  const matching = areaSeries.filter((candidate) =>
    Object.entries(breakdown).every(([name, code]) => candidate.breakdown[name] === code),
  );
  const availableCodes = new Set(
    matching.flatMap((candidate) => Object.entries(candidate.breakdown).map((code) => code.join(' '))),
  );
  const codes = openCodes.filter(({ dimension, code }) => availableCodes.has(`${dimension} ${code}`));
  return { codes, latest: findLatestPeriod(matching) };
}

interface Code {
  dimension: string;
  code: string;
}

/** Returns the codes of dimensions without a total. If all have a total, returns the codes of all dimensions. */
function listCodes(entry: EntryOf<'Indicator'>): Code[] {
  const dimensions = readDimensions(entry);
  const withoutTotal = dimensions.filter(({ total = null }) => total === null);
  return (withoutTotal.length > 0 ? withoutTotal : dimensions).flatMap(({ name, total, codes }) =>
    codes.filter(({ code }) => code !== total).map(({ code }) => ({ dimension: name, code })),
  );
}

/** Formats codes by dimension, as in "sex (F, M) or age (Y18)". @param separator text between dimensions */
export function formatCodes(codes: readonly Code[], separator = ' or '): string {
  return [...new Set(codes.map(({ dimension }) => dimension))]
    .map((dimension) => {
      const dimensionCodes = codes.filter((candidate) => candidate.dimension === dimension).map(({ code }) => code);
      return `${dimension} (${dimensionCodes.slice(0, MAX_CODES_NAMED).join(', ')}${dimensionCodes.length > MAX_CODES_NAMED ? ', …' : ''})`;
    })
    .join(separator);
}

/** Returns the latest period with a figure; null if there is none. */
export function findLatestPeriod(series: readonly StoredSeries[]): string | null {
  let latest: string | null = null;
  for (const { points } of series) {
    for (const { period, value } of points) if (value !== null && (latest === null || period > latest)) latest = period;
  }
  return latest;
}
