import { AppError } from '../errors.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { rankByFigure } from '../series/group-totals.js';
import { toCell } from '../series/series-cell.js';
import type { CitationStyle } from '../series/citation.js';
import type { GroupComposition } from '../series/group-composition.js';
import { compareBySize, type Development, findDevelopment } from '../series/development.js';
import { parsePeriod } from '../series/period.js';
import { AS_REPORTED, filterByFrequency } from '../series/series-transform.js';
import { roundGrowth, roundPercent } from '../series/rounding.js';
import type { EntryOf } from '../reading/typed-entry.js';
import type { StoredPoint, StoredSeries, Vintage } from '../store/figures.js';
import { compositionOfMembers, readMembers } from './group-members.js';
import { buildResponses } from './indicator-series.js';
import { TOTAL_FIELDS, readMeasureProperties, relevanceRank } from './indicator-fields.js';
import type { FieldArgs } from './kind-module-types.js';
import { Observation } from './observation.js';
import { isRankedAmong, type RankedAmong, removeContainingRoutes } from './ranked-areas.js';
import { pageLimit } from './series-arguments.js';
import { areaReference } from './series-response.js';

export type AreaKind = 'CountryGroup' | 'Country' | 'Route' | 'Territory';

interface FoundDevelopment {
  entry: EntryOf<'Indicator'>;
  stored: StoredSeries;
  change: Development;
}

const INDICATOR = 'Indicator';
const LATEST_TOTALS = { breakdowns: [{}], asOf: null };
const DEVELOPMENT_LIMIT = { default: 5, max: 20 };

/** Returns the latest changes in the series of an area, by relevance of the indicator, then by size of the change. */
export async function findLatestChanges(
  area: EntryOf<AreaKind>,
  args: FieldArgs<AreaKind, 'developments'>,
  context: ComputedContext,
): Promise<DevelopmentResponse[]> {
  const first = pageLimit(args.first, DEVELOPMENT_LIMIT.default, DEVELOPMENT_LIMIT.max);
  const since = args.since ?? null;
  if (since !== null && !parsePeriod(since)) throw new AppError('BAD_USER_INPUT', `"${since}" is not a period.`);
  const code = area.record.code!;
  const slugs = await context.figures.indicatorsToRead();
  const stored = await context.figures.seriesOfArea(slugs, code, LATEST_TOTALS);
  const series = stored.flat();
  const [members, entries] = await Promise.all([
    readMembers(code, context),
    Promise.all(series.map(({ indicator }) => context.entry(INDICATOR, indicator, TOTAL_FIELDS))),
  ]);
  const candidates = series.flatMap((storedSeries, index) => {
    const entry = entries[index];
    return entry && entry.status !== 'RETIRED' ? [{ entry, stored: storedSeries }] : [];
  });
  const selection = { breakdown: {}, asOf: null };
  const compositions = members
    ? await Promise.all(candidates.map(({ entry }) => compositionOfMembers(members, entry, selection, context)))
    : [];
  const found = candidates.flatMap((candidate, index) => findChange(candidate, since, compositions[index] ?? null));
  const shownDevelopments = found
    .sort(
      (a, b) =>
        relevanceRank(a.entry) - relevanceRank(b.entry) ||
        compareBySize(a.change, b.change) ||
        (a.entry.slug < b.entry.slug ? -1 : 1),
    )
    .slice(0, first);
  if (first > 0) {
    const [included, existing] = [shownDevelopments.length, found.length];
    context.addScope({ items: 'ITEMS', included, existing, isTruncated: included < existing, requested: [] });
  }
  const toResponse = async (change: FoundDevelopment) => {
    const vintage = await context.figures.vintageAt(change.entry.slug, null);
    return new DevelopmentResponse(change, vintage!, context);
  };
  return Promise.all(shownDevelopments.map(toResponse));
}

function findChange(
  { entry, stored }: Omit<FoundDevelopment, 'change'>,
  since: string | null,
  composition: GroupComposition | null,
): FoundDevelopment[] {
  const properties = readMeasureProperties(entry);
  const isRate = properties.measure === 'RATE';
  const change = findDevelopment(filterByFrequency(stored.points, properties), { since, isRate, composition });
  return change ? [{ entry, stored, change }] : [];
}

/** Field resolvers of `Development`, a recent change in an area. Rank and citation are computed only if selected. */
export class DevelopmentResponse {
  private ranking: Promise<{ rank: number | null; peers: number | null }> | null = null;

  constructor(
    private readonly found: FoundDevelopment,
    readonly vintage: Vintage,
    private readonly context: ComputedContext,
  ) {}

  get indicator() {
    return this.context.reference(INDICATOR, this.found.entry.slug);
  }

  get area() {
    return areaReference(this.found.stored.area, this.context)!;
  }

  get relevance() {
    return this.found.entry.record.relevance!;
  }

  get from() {
    return new Observation(this.found.change.from, this.context.reference);
  }

  get to() {
    return new Observation(this.found.change.to, this.context.reference);
  }

  get absolute(): number {
    const { from, to } = this.found.change;
    return roundGrowth(from, to).absolute!;
  }

  get percent(): number | null {
    return roundPercent(this.found.change.percent);
  }

  get unit(): string {
    return readMeasureProperties(this.found.entry).unit;
  }

  get guards(): Development['guards'] {
    return this.found.change.guards;
  }

  /** Returns the rank of the latest figure among areas of the same kind, and their number. Null for groups. */
  rankAmongPeers(): Promise<{ rank: number | null; peers: number | null }> {
    this.ranking ??= rankDevelopment(this.found, this.context);
    return this.ranking;
  }

  async cite(style: CitationStyle | null): Promise<string> {
    const { entry, stored, change } = this.found;
    const recipe = { ...AS_REPORTED, from: change.from.period, to: change.to.period };
    const options = { recipe, asOf: null, population: null, denominator: null, vintage: this.vintage };
    const [series] = await buildResponses(entry, [stored], options, this.context);
    return series!.cite({ style });
  }
}

async function rankDevelopment({ entry, stored: { area }, change }: FoundDevelopment, context: ComputedContext) {
  const among = (['COUNTRIES', 'ROUTES'] as const).find((areaType: RankedAmong) =>
    isRankedAmong(area, areaType, context),
  );
  if (!among) return { rank: null, peers: null };
  const latest = await context.figures.latest(entry.slug, null);
  const points =
    latest?.period === change.to.period ? latest.points : await readPoints(entry.slug, change.to.period, context);
  const cells = new Map(
    [...points].filter(([code]) => isRankedAmong(code, among, context)).map(([code, point]) => [code, toCell(point)]),
  );
  if (among === 'ROUTES') await removeContainingRoutes(cells, context);
  const ranking = rankByFigure(cells, readMeasureProperties(entry));
  const rank = ranking.find((ranked) => ranked.area === area)?.rank ?? null;
  return { rank, peers: rank === null ? null : ranking.length };
}

async function readPoints(slug: string, period: string, context: ComputedContext): Promise<Map<string, StoredPoint>> {
  const storedSeries = await context.figures.series(slug, { areas: null, ...LATEST_TOTALS });
  return new Map(
    storedSeries.flatMap(({ area, points }) => {
      const point = points.find((candidate) => candidate.period === period);
      return point ? [[area, point] as const] : [];
    }),
  );
}
