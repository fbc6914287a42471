import type { ComputedContext } from '../reading/computed-context.js';
import { cellsBetween } from '../series/series-transform.js';
import { toCell } from '../series/series-cell.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { messagesFor } from '../i18n/messages-for.js';
import type { FieldArgs } from './kind-module-types.js';
import { singleBreakdown } from './breakdowns.js';
import { findAvailableCodes, findLatestPeriod, formatCodes } from './available-codes.js';
import { MAX_LISTED_CODES } from '../cost/figure-field-sizes.js';

/** Returns whether a period, area and breakdown have figures; if not, the latest period and codes with figures. */
export async function findAvailability(
  entry: EntryOf<'Indicator'>,
  args: FieldArgs<'Indicator', 'availability'>,
  context: ComputedContext,
) {
  const { period = null, area = null, asOf = null } = args;
  const breakdown = singleBreakdown(entry, args.breakdown);
  const query = { areas: area === null ? null : [area], asOf };
  const series = await context.figures.series(entry.slug, { ...query, breakdowns: [breakdown] });
  const latestPeriod = findLatestPeriod(series);
  const hasFigures = series.some(({ points }) => {
    const cells = points.map(toCell).filter(({ value }) => value !== null);
    return (period === null ? cells : cellsBetween(cells, period, period)).length > 0;
  });
  if (hasFigures) return { hasFigures, latestPeriod, sentence: null, codes: [] };
  const { scope } = messagesFor(context.locales);
  const subject = { area: area ?? '', of: area === null ? 'INDICATOR' : 'AREA' };
  if (latestPeriod !== null) {
    const sentence = scope.noFiguresIn({ ...subject, period: String(period), latest: latestPeriod });
    return { hasFigures, latestPeriod, sentence, codes: [] };
  }
  const { codes, latest } = await findAvailableCodes(entry, { area, breakdown, asOf }, context);
  if (codes.length === 0) return { hasFigures, latestPeriod, sentence: scope.noFigures(subject), codes };
  const sentence = scope.noTotalFor({
    ...subject,
    codes: formatCodes(codes, messagesFor(context.locales).locale === 'en' ? undefined : ' / '),
  });
  return { hasFigures, latestPeriod: latest, sentence, codes: codes.slice(0, MAX_LISTED_CODES) };
}
