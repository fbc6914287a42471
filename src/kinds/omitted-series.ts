import { type Breakdown, breakdownKey } from '../model/breakdown-key.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { SeriesIdentity } from '../store/figures.js';
import type { RequestedItem } from '../tables/figure-scope.js';
import { formatsFor } from '../i18n/column-labels.js';
import { messagesFor } from '../i18n/messages-for.js';
import { findAvailableCodes, formatCodes } from './available-codes.js';
import {
  missingItem,
  indicatorTitle,
  indicatorTitleInSentence,
  notCoveredItem,
  unknownAreaItem,
} from './missing-item-messages.js';

/** Maximum number of areas for which to look up the codes that have figures. */
const MAX_AREA_LOOKUPS = 3;

/** The figures that the arguments of a list select. */
export interface RequestedFigures {
  entry: EntryOf<'Indicator'>;
  /** Area codes in the requested order; null for all areas. */
  areas: readonly string[] | null;
  breakdowns: readonly Breakdown[];
  asOf: Date | null;
}

/** A series that was found for requested figures. */
export interface FoundSeries {
  area: string;
  breakdown: Breakdown;
  hasFigures: boolean;
  /** Base period of the index, if the series has no figures because the base period has none. */
  missingBase?: string | null;
}

/** Reports the number of areas or series in a list, and the requested ones that have no figures. */
export async function reportListScope(
  request: RequestedFigures,
  {
    found,
    others = [],
    isTruncated = false,
  }: { found: readonly FoundSeries[]; others?: readonly SeriesIdentity[]; isTruncated?: boolean },
  context: ComputedContext,
): Promise<void> {
  const { entry, areas, breakdowns, asOf } = request;
  const covered = await readCoveredAreas(entry, asOf, context);
  const seriesWithFigures = found.filter(({ hasFigures }) => hasFigures);
  const isByArea = breakdowns.length === 1;
  const included = isByArea ? new Set(seriesWithFigures.map(({ area }) => area)).size : seriesWithFigures.length;
  const isTotal = isByArea && breakdownKey(breakdowns[0]!) === '';
  // If the list is truncated, the total number of series with breakdowns is unknown.
  const existing = isTotal ? covered.size : isTruncated ? null : included + others.length;
  const allSeries = [...found, ...others.map((item) => ({ ...item, hasFigures: true }))];
  const omitted = areas === null && isTruncated ? [] : await findOmissions(request, allSeries, covered, context);
  context.addScope({
    of: indicatorTitleInSentence(entry, context),
    items: isByArea ? 'AREAS' : 'SERIES',
    included,
    existing,
    isTruncated,
    requested: [...context.unknownAreas.map((text) => unknownAreaItem(text, context)), ...omitted],
  });
}

/** Describes each group member without a rank, with the reason. */
export async function describeUnrankedMembers(
  entry: EntryOf<'Indicator'>,
  { areas, asOf }: { areas: readonly string[]; asOf: Date | null },
  context: ComputedContext,
): Promise<RequestedItem[]> {
  if (areas.length === 0) return [];
  const covered = await readCoveredAreas(entry, asOf, context);
  return areas.map((area) => {
    const name = context.areas.nameOf(area, context.locales);
    const item = { input: area, area, code: null };
    return covered.has(area)
      ? missingItem({ ...item, omission: 'NONE_IN_PERIOD' }, name, context)
      : notCoveredItem(item, name, { covered, context });
  });
}

/** Describes requested series of several indicators that have no figures, and why. Sentences name the indicator. */
export async function describeMissingSeries(
  requests: readonly { request: RequestedFigures & { areas: readonly string[] }; found: readonly FoundSeries[] }[],
  context: ComputedContext,
): Promise<RequestedItem[]> {
  const omitted = await Promise.all(
    requests
      .filter(({ found }) => !found.some(({ hasFigures }) => hasFigures))
      .map(async ({ request, found }) => {
        const { entry, asOf } = request;
        const items = await findOmissions(request, found, await readCoveredAreas(entry, asOf, context), context);
        const title = indicatorTitle(entry, context);
        const colon = formatsFor(messagesFor(context.locales)).colon;
        return items.map((item) => ({ ...item, input: entry.slug, sentence: `${title}${colon} ${item.sentence}` }));
      }),
  );
  return omitted.flat();
}

/** Returns the codes of all areas that have figures at `asOf`. */
export async function readCoveredAreas(
  { slug }: EntryOf<'Indicator'>,
  asOf: Date | null,
  context: ComputedContext,
): Promise<ReadonlySet<string>> {
  const latest = await context.figures.latest(slug, asOf);
  return new Set(latest?.areas ?? (await context.figures.coverage(slug))?.areas ?? []);
}

/** Describes the requested areas or codes without figures, with the reasons. */
export async function findOmissions(
  request: RequestedFigures,
  found: readonly FoundSeries[],
  covered: ReadonlySet<string>,
  context: ComputedContext,
): Promise<RequestedItem[]> {
  const { areas, breakdowns } = request;
  if (areas === null) {
    if (!found.some(({ hasFigures }) => hasFigures))
      return [await describeOmittedArea(request, null, { found, covered, isFirst: true }, context)];
    const withoutBase = found.filter(({ missingBase = null }) => missingBase !== null);
    return [
      ...describeOmittedBreakdowns(breakdowns, found, null, context),
      ...withoutBase.flatMap((item) => describeOmittedBreakdowns([item.breakdown], [item], item.area, context)),
    ];
  }
  const omitted: RequestedItem[] = [];
  let lookedUp = 0;
  for (const area of new Set(areas)) {
    const seriesOfArea = found.filter((candidate) => candidate.area === area);
    if (seriesOfArea.some(({ hasFigures }) => hasFigures)) {
      omitted.push(...describeOmittedBreakdowns(breakdowns, seriesOfArea, area, context));
    } else {
      lookedUp += 1;
      const isFirst = lookedUp <= MAX_AREA_LOOKUPS;
      omitted.push(await describeOmittedArea(request, area, { found: seriesOfArea, covered, isFirst }, context));
    }
  }
  return omitted;
}

/** Describes why a list has no figures. `area` is the requested group; null if there is none. */
export async function describeEmptyList(
  request: RequestedFigures,
  { area, hasSeries }: { area: string | null; hasSeries: boolean },
  context: ComputedContext,
): Promise<RequestedItem> {
  const [breakdown] = request.breakdowns;
  const found = hasSeries ? [{ area: '', breakdown: breakdown!, hasFigures: false }] : [];
  const item = await describeOmittedArea(request, null, { found, covered: new Set(), isFirst: true }, context);
  return area === null ? item : { ...item, input: area, area };
}

/** Describes the requested breakdowns without figures. `area` is their area; null for figures of several areas. */
export function describeOmittedBreakdowns(
  breakdowns: readonly Breakdown[],
  found: readonly FoundSeries[],
  area: string | null,
  context: ComputedContext,
): RequestedItem[] {
  return breakdowns.flatMap((breakdown) => {
    const seriesOfBreakdown = found.filter((series) => breakdownKey(series.breakdown) === breakdownKey(breakdown));
    if (seriesOfBreakdown.some(({ hasFigures }) => hasFigures)) return [];
    const code = Object.values(breakdown).join(', ') || null;
    const name = [area === null ? null : context.areas.nameOf(area, context.locales), code]
      .filter((part) => part !== null)
      .join(', ');
    const omission = seriesOfBreakdown.length === 0 ? 'NONE_WITH_BREAKDOWN' : 'NONE_IN_PERIOD';
    return [missingItem({ input: name, area, code, omission }, name, context, seriesOfBreakdown[0]?.missingBase)];
  });
}

async function describeOmittedArea(
  { entry, breakdowns, asOf }: RequestedFigures,
  area: string | null,
  known: { found: readonly FoundSeries[]; covered: ReadonlySet<string>; isFirst: boolean },
  context: ComputedContext,
): Promise<RequestedItem> {
  const { found, covered, isFirst } = known;
  const { scope } = messagesFor(context.locales);
  const name = area === null ? indicatorTitle(entry, context) : context.areas.nameOf(area, context.locales);
  const item = { input: area ?? entry.slug, area, code: null };
  if (found.length > 0)
    return missingItem({ ...item, omission: 'NONE_IN_PERIOD' }, name, context, found[0]!.missingBase);
  if (area !== null && !covered.has(area)) return notCoveredItem(item, name, { covered, context });
  const [breakdown, ...otherBreakdowns] = breakdowns;
  const isTotal = otherBreakdowns.length === 0 && breakdownKey(breakdown!) === '';
  const { codes } =
    isTotal && isFirst ? await findAvailableCodes(entry, { area, breakdown: {}, asOf }, context) : { codes: [] };
  const plain = missingItem({ ...item, omission: 'NONE_WITH_BREAKDOWN' }, name, context);
  return codes.length === 0 ? plain : { ...plain, sentence: scope.noTotal({ name, codes: formatCodes(codes, ' / ') }) };
}
