import type { ComputedContext } from '../reading/computed-context.js';
import { withCommonBase } from '../series/common-index-base.js';
import { checkTransform, type SeriesTransform } from '../series/series-transform.js';
import type { StoredSeries, Vintage } from '../store/figures.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { type AreaKind, findLatestChanges } from './area-latest-changes.js';
import { buildResponsesSync, buildResponses } from './indicator-series.js';
import { describeMissingSeries } from './omitted-series.js';
import { unknownIndicatorItem } from './missing-item-messages.js';
import { TOTAL_FIELDS, readMeasureProperties, relevanceRank } from './indicator-fields.js';
import type { FieldArgs } from './kind-module-types.js';
import { populationFor } from './population-denominator.js';
import { readTransform, pageLimit } from './series-arguments.js';
import type { SeriesResponse } from './series-response.js';
import { shareDenominatorFor } from './share-denominator.js';

interface SeriesToCompute {
  entry: EntryOf<'Indicator'>;
  series: readonly StoredSeries[] | null;
  vintage: Vintage | null;
}

const MAX_SERIES = 100;
const INDICATOR = 'Indicator';

/** Computed fields of all kinds of areas. */
export const areaComputedFields = { series: seriesOfArea, developments: findLatestChanges };
/** Stored fields that each computed field reads. */
export const neededAreaFields = { series: ['code'], developments: ['code'] } as const;

/** Returns the totals of indicators in an area, in the requested order, or by relevance and slug of the indicator. */
async function seriesOfArea(
  area: EntryOf<AreaKind>,
  args: FieldArgs<AreaKind, 'series'>,
  context: ComputedContext,
): Promise<SeriesResponse[]> {
  const first = pageLimit(args.first, MAX_SERIES, MAX_SERIES);
  const recipe = readTransform(args);
  const asOf = args.asOf ?? null;
  const code = area.record.code!;
  const slugs = [...new Set(args.indicators ?? (await context.figures.indicatorsToRead()))];
  const query = { breakdowns: [{}], asOf };
  const isRequested = args.indicators != null;
  // Reads all series first, because most indicators have no figures for an area.
  const stored = await context.figures.seriesOfArea(slugs, code, query);
  const storedSeries = slugs.map((slug, index) => ({ slug, series: stored[index]! }));
  const candidates = isRequested ? storedSeries : storedSeries.filter(({ series }) => series.length > 0);
  const [entries, vintages] = await Promise.all([
    Promise.all(candidates.map(({ slug }) => context.entry(INDICATOR, slug, TOTAL_FIELDS))),
    context.figures.vintagesAt(
      candidates.map(({ slug }) => slug),
      asOf,
    ),
  ]);
  const activeEntries = entries.map((entry) => (entry && entry.status !== 'RETIRED' ? entry : null));
  const unknown = isRequested ? candidates.flatMap(({ slug }, index) => (activeEntries[index] ? [] : [slug])) : [];
  const selected = candidates.flatMap(({ slug, series }, index) => {
    const entry = activeEntries[index];
    if (!entry || (!isRequested && !supportsTransform(entry, recipe))) return [];
    checkTransform(recipe, readMeasureProperties(entry));
    // The figures of a renamed indicator are stored under its new slug.
    const isRenamed = entry.slug !== slug;
    return [{ entry, series: isRenamed ? null : series, vintage: (!isRenamed && vintages[index]) || null }];
  });
  const canServeSync = recipe.transform === null && selected.every(({ series, vintage }) => series && vintage);
  // Untransformed series are served without further reads.
  const served = canServeSync
    ? selected.map(({ entry, series, vintage }) => {
        const loadedFigures = { recipe, population: null, denominator: null, vintage: vintage!, compositions: [] };
        return buildResponsesSync(entry, series!, loadedFigures, context);
      })
    : await transformAllSeries(selected, { code, recipe, asOf }, context);
  const missing = isRequested
    ? await describeMissingSeries(
        selected.map(({ entry }, index) => ({
          request: { entry, areas: [code], breakdowns: [{}], asOf },
          found: served[index]!.map(({ found }) => found),
        })),
        context,
      )
    : [];
  const found = served.flat();
  if (first > 0) {
    const included = Math.min(first, found.length);
    const existing = isRequested ? selected.length : found.length;
    const requestedItems = [
      ...(await Promise.all(unknown.map((slug) => unknownIndicatorItem(slug, context)))),
      ...missing,
    ];
    const isTruncated = found.length > first;
    context.addScope({ items: 'SERIES', included, existing, isTruncated, requested: requestedItems });
  }
  if (isRequested) return found.slice(0, first);
  return found
    .sort((a, b) => relevanceRank(a.metadata.indicator) - relevanceRank(b.metadata.indicator))
    .slice(0, first);
}

/** Whether a transform applies to an indicator: rates have no shares, and rates per inhabitant need a population. */
function supportsTransform(entry: EntryOf<'Indicator'>, { transform }: SeriesTransform): boolean {
  if (transform === 'PER_100K' && entry.record.population == null) return false;
  return entry.record.measure !== 'RATE' || (transform !== 'PER_100K' && transform !== 'SHARE');
}

/** Computes several series with a transform. Also reads the figures that it needs, such as the population. */
async function transformAllSeries(
  storedSeries: readonly SeriesToCompute[],
  { code, recipe, asOf }: AreaSeriesRequest,
  context: ComputedContext,
): Promise<SeriesResponse[][]> {
  const query = { breakdowns: [{}], asOf };
  const loadedSeries = await Promise.all(
    storedSeries.map(async (item) => ({
      ...item,
      series: item.series ?? (await context.figures.seriesOf(item.entry.slug, code, query)),
    })),
  );
  const recipes = withCommonBase(
    loadedSeries.map(({ entry, series }) => ({
      points: series[0]?.points ?? [],
      properties: readMeasureProperties(entry),
      recipe,
    })),
  );
  return Promise.all(
    loadedSeries.map((item, index) => transformSeries(item, { code, recipe: recipes[index]!, asOf }, context)),
  );
}

interface AreaSeriesRequest {
  code: string;
  recipe: SeriesTransform;
  asOf: Date | null;
}

async function transformSeries(
  { entry, series, vintage }: SeriesToCompute & { series: readonly StoredSeries[] },
  { code, recipe, asOf }: AreaSeriesRequest,
  context: ComputedContext,
): Promise<SeriesResponse[]> {
  const [population, denominator] = await Promise.all([
    populationFor(entry, recipe, { areas: code, asOf }, context),
    shareDenominatorFor(entry, recipe, { areas: [code], breakdowns: [{}], asOf }, context),
  ]);
  return buildResponses(entry, series, { recipe, asOf, population, denominator, vintage }, context);
}
