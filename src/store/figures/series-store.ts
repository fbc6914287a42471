import { memoiseByObject } from '../../memoise.js';
import { breakdownKey } from '../../model/breakdown-key.js';
import { formatDay } from '../../model/iso-date.js';
import { changedSeries, previewChangedSeries } from './changed-series.js';
import type { VintageCache } from './vintage-cache.js';
import { type Database, READ_OPTIONS } from '../connection/database.js';
import { iterateCooperatively } from '../connection/cooperative-cursor.js';
import { unionSources } from '../documents/visibility-pipelines.js';
import {
  decodeLatestTotals,
  decodePoints,
  encodeSeries,
  type SeriesDocument,
  vintageChain,
  type VintageDocument,
  vintagesToRead,
} from './series-documents.js';
import type {
  ChangedSeries,
  ChangedSeriesQuery,
  FiguresCoverage,
  VintageToWrite,
  SeriesQuery,
  StoredSeries,
  Vintage,
} from '../figures.js';

/** Number of series per batch. Larger batches would block the database and this process. */
const SERIES_PER_BATCH = 500;
const SERIES_PROJECTION = { _id: 0, indicator: 1, area: 1, breakdown: 1, points: 1 } as const;

/** Reads figures. Points are written once; they are visible from their vintage until they are replaced. */
export class SeriesStore {
  constructor(
    private readonly database: Database,
    private readonly cache: VintageCache,
  ) {}

  async series(query: SeriesQuery): Promise<StoredSeries[]> {
    const { indicators, areas, breakdowns, asOf, latestVintages = {}, first, isSmall = false } = query;
    const vintages = await this.readVintageDocuments(indicators);
    const endTime = asOf?.getTime() ?? Infinity;
    const isVisible = ({ indicator, vintage }: VintageDocument) => {
      const time = vintage.getTime();
      return (
        time <= endTime && (!Object.hasOwn(latestVintages, indicator) || time <= latestVintages[indicator]!.getTime())
      );
    };
    const visibleLists = [...vintages.values()].map((vintageList) => vintagesToRead(vintageList.filter(isVisible)));
    const visibleVintages = visibleLists.flat();
    // Whether a vintage has one of the requested areas.
    const canContain = (vintage: VintageDocument) => !areas || areas.some((area) => areasOf(vintage).has(area));
    if (first === 0 || !visibleVintages.some(canContain)) return [];
    const newestVintages = new Map(
      visibleLists.flatMap((list) => list.slice(-1)).map((vintage) => [vintage.indicator, vintage]),
    );
    const matchVisible = (vintageList: readonly VintageDocument[]) => ({
      edition: { $in: vintageList.filter(canContain).map(({ _id }) => _id) },
      // The first vintage of an indicator replaced nothing, so no series ends with it.
      until: { $nin: vintageList.filter(({ number }) => number > 1).map(({ _id }) => _id) },
      ...(areas && { area: { $in: [...areas] } }),
      ...(breakdowns && { breakdownKey: { $in: breakdowns.map(breakdownKey) } }),
    });
    const collection = this.database.series.name;
    const limitedSource = (vintageList: readonly VintageDocument[], limit: number) => ({
      collection,
      stages: [
        { $match: matchVisible(vintageList) },
        { $sort: breakdowns ? { area: 1 } : { area: 1, breakdownKey: 1 } },
        { $limit: limit },
        { $project: SERIES_PROJECTION },
      ],
    });
    const decode = ({ indicator, area, breakdown, points }: SeriesDocument): StoredSeries[] => {
      // While figures are moved to a new slug, series can have it before their vintages. These series are omitted.
      const vintage = newestVintages.get(indicator)?.vintage;
      return vintage ? [{ indicator, area, breakdown, vintage, points: decodePoints(points) }] : [];
    };
    if (isSmall) {
      const stages = [{ $match: matchVisible(visibleVintages) }, { $project: SERIES_PROJECTION }];
      return (await this.database.readBatched<SeriesDocument>({ collection, stages })).flatMap(decode);
    }
    const nonEmptyLists = visibleLists.filter((vintageList) => vintageList.some(canContain));
    const documents =
      first === undefined
        ? this.database.series.each(matchVisible(visibleVintages), {
            ...READ_OPTIONS,
            projection: SERIES_PROJECTION,
            batchSize: SERIES_PER_BATCH,
          })
        : iterateCooperatively(
            [
              await this.database.readBatched<SeriesDocument>(
                unionSources(nonEmptyLists.map((vintageList) => limitedSource(vintageList, first))),
              ),
            ],
            this.database.usage,
          );
    const series: StoredSeries[] = [];
    for await (const document of documents) series.push(...decode(document));
    return series;
  }

  async *changedSeries({ indicator, ...options }: ChangedSeriesQuery): AsyncGenerator<ChangedSeries, void, undefined> {
    const vintages = (await this.readVintageDocuments([indicator])).get(indicator) ?? [];
    yield* changedSeries(this.database, vintages, options);
  }

  async *previewChangedSeries({ indicator, series }: VintageToWrite): AsyncGenerator<ChangedSeries, void, undefined> {
    const vintages = (await this.readVintageDocuments([indicator])).get(indicator) ?? [];
    yield* previewChangedSeries(this.database, vintageChain(vintages), series.map(encodeSeries));
  }

  async newestVintages(indicators: readonly string[]): Promise<Map<string, { vintage: Date; digest: string }>> {
    const vintages = await this.readVintageDocuments(indicators);
    return new Map(
      [...vintages].flatMap(([indicator, vintageList]) => {
        const newest = vintageList.at(-1);
        return newest ? [[indicator, { vintage: newest.vintage, digest: newest.digest }] as const] : [];
      }),
    );
  }

  async vintages(indicators: readonly string[]): Promise<Map<string, readonly Vintage[]>> {
    const vintages = await this.readVintageDocuments(indicators);
    return new Map([...vintages].map(([indicator, vintageList]) => [indicator, vintageList.map(toVintage)]));
  }

  async coverage(indicators: readonly string[]): Promise<Map<string, FiguresCoverage>> {
    const vintages = await this.readVintageDocuments(indicators);
    return new Map([...vintages].map(([indicator, vintageList]) => [indicator, vintageList.at(-1)!.coverage]));
  }

  async indicators(): Promise<string[]> {
    const { indicators, generation } = this.cache;
    if (indicators) return [...indicators];
    const firstVintages = await this.database.vintages.find(
      { number: 1 },
      { ...READ_OPTIONS, sort: { indicator: 1 }, projection: { indicator: 1 }, batchSize: 100_000 },
    );
    const slugs = firstVintages.map(({ indicator }) => indicator);
    this.cache.setIndicators(slugs, generation);
    return slugs;
  }

  /** Returns at most `limit` indicators, sorted, whose figures cite one of the sources. Ignores replaced figures. */
  async findCitingIndicators(sources: readonly string[], limit: number): Promise<string[]> {
    const matchSource = { $in: [...sources] };
    const documents = await this.database.series.find(
      { $or: [{ 'points.source.same': matchSource }, { 'points.source.each': matchSource }] },
      { ...READ_OPTIONS, projection: { indicator: 1, edition: 1, until: 1 } },
    );
    const vintages = await this.readVintageDocuments([...new Set(documents.map(({ indicator }) => indicator))]);
    const isVisible = ({ indicator, edition, until }: Pick<SeriesDocument, 'indicator' | 'edition' | 'until'>) => {
      const ids = vintages.get(indicator)?.map(({ _id }) => _id.toHexString()) ?? [];
      return ids.includes(edition.toHexString()) && !(until && ids.includes(until.toHexString()));
    };
    return [...new Set(documents.filter(isVisible).map(({ indicator }) => indicator))].sort().slice(0, limit);
  }

  async readVintageDocuments(indicators: readonly string[]): Promise<Map<string, VintageDocument[]>> {
    // Cached vintages are collected first, because the cache may be invalidated during the read.
    const vintages = new Map(indicators.map((indicator) => [indicator, this.cache.get(indicator)]));
    const missingSlugs = indicators.filter((indicator) => !vintages.get(indicator));
    if (missingSlugs.length > 0) {
      const { generation } = this.cache;
      const documents = await this.database.vintages.find(
        { indicator: { $in: missingSlugs } },
        { ...READ_OPTIONS, sort: { number: 1 } },
      );
      const loadedVintages = new Map(missingSlugs.map((indicator): [string, VintageDocument[]] => [indicator, []]));
      for (const vintage of documents) loadedVintages.get(vintage.indicator)!.push(vintage);
      for (const list of loadedVintages.values()) list.sort((a, b) => a.vintage.getTime() - b.vintage.getTime());
      this.cache.set(loadedVintages, generation);
      for (const [indicator, vintageList] of loadedVintages) vintages.set(indicator, vintageList);
    }
    return new Map(
      [...vintages].flatMap(([indicator, vintageList]) =>
        vintageList?.length ? [[indicator, vintageList] as const] : [],
      ),
    );
  }
}

/** Returns the areas of a vintage as a set. Memoised, because every request needs it. */
const areasOf = memoiseByObject(({ coverage }: VintageDocument): ReadonlySet<string> => new Set(coverage.areas));

function toVintage(document: VintageDocument, index: number): Vintage {
  const { vintage, date, digest, coverage, provenance = null } = document;
  const dateFields = date ?? { date: formatDay(vintage), dateOf: 'WRITING' as const };
  return {
    number: index + 1,
    at: vintage,
    ...dateFields,
    digest,
    provenance,
    coverage,
    get latest() {
      return decodeLatestTotals(document);
    },
  };
}
