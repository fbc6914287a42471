import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { type Breakdown, seriesKey } from '../model/breakdown-key.js';
import { groupTotal } from '../series/group-totals.js';
import { type SeriesCell, toCell } from '../series/series-cell.js';
import { filterByFrequency, type SeriesTransform } from '../series/series-transform.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { cellsByArea, readMembers } from './group-members.js';
import { readMeasureProperties } from './indicator-fields.js';

/** Returns the denominators of the shares of a series: the figures of the whole. */
export type ShareDenominator = (area: string, breakdown: Breakdown) => readonly SeriesCell[];

interface DenominatorQuery {
  /** Area codes; null for all areas. */
  areas: readonly string[] | null;
  breakdowns: readonly Breakdown[];
  asOf: Date | null;
}

/**
 * Returns the denominators of shares: the same series in the area `shareOf`, or each area's totals. Null for other
 * transforms. Group totals that are not published are summed from members.
 * @throws BAD_USER_INPUT  if `shareOf` is missing and a breakdown is the total
 */
export async function shareDenominatorFor(
  entry: EntryOf<'Indicator'>,
  { transform, shareOf }: SeriesTransform,
  { areas, breakdowns, asOf }: DenominatorQuery,
  context: ComputedContext,
): Promise<ShareDenominator | null> {
  if (transform !== 'SHARE') return null;
  if (shareOf === null && breakdowns.some((breakdown) => Object.keys(breakdown).length === 0)) {
    const message = 'A share needs a denominator: use "shareOf" with the area that is 100 %, or a breakdown.';
    throw new AppError('BAD_USER_INPUT', message);
  }
  const query = shareOf === null ? { areas, breakdowns: [{}] } : { areas: [shareOf], breakdowns };
  const stored = await context.figures.series(entry.slug, { ...query, asOf });
  const cells = new Map<string, readonly SeriesCell[]>(
    stored.map((storedSeries) => [seriesKey(storedSeries), storedSeries.points.map(toCell)]),
  );
  if (shareOf !== null) {
    const unpublished = breakdowns.filter((breakdown) => !cells.has(seriesKey({ area: shareOf, breakdown })));
    const totals = await sumGroupTotals(entry, shareOf, { breakdowns: unpublished, asOf }, context);
    for (const [key, total] of totals) cells.set(key, total);
  }
  return (area, breakdown) =>
    cells.get(seriesKey(shareOf === null ? { area, breakdown: {} } : { area: shareOf, breakdown })) ?? [];
}

/** Returns the totals of a group by series key, summed from its members; empty for other areas. */
async function sumGroupTotals(
  entry: EntryOf<'Indicator'>,
  group: string,
  { breakdowns, asOf }: Pick<DenominatorQuery, 'breakdowns' | 'asOf'>,
  context: ComputedContext,
): Promise<Map<string, readonly SeriesCell[]>> {
  const properties = readMeasureProperties(entry);
  const members = breakdowns.length > 0 ? await readMembers(group, context) : null;
  if (!members?.length) return new Map();
  const areas = [...new Set(members.map(({ country }) => country))];
  const stored = await context.figures.series(entry.slug, { areas, breakdowns, asOf });
  const sumMembers = (breakdown: Breakdown) =>
    filterByFrequency(groupTotal(cellsByArea(stored, breakdown), members, properties, null), properties);
  return new Map(breakdowns.map((breakdown) => [seriesKey({ area: group, breakdown }), sumMembers(breakdown)]));
}
