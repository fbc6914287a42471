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
    const ends = asOf?.getTime() ?? Infinity;
    const isVisible = ({ indicator, vintage }: VintageDocument) => {
      const time = vintage.getTime();
      return (
        time <= ends && (!Object.hasOwn(latestVintages, indicator) || time <= latestVintages[indicator]!.getTime())
      );
    };
    const visible = [...vintages.values()].map((ofIndicator) => vintagesToRead(ofIndicator.filter(isVisible)));
    const allSeries = visible.flat();
    // Whether a vintage has one of the requested areas.
    const canContain = (vintage: VintageDocument) => !areas || areas.some((area) => areasOf(vintage).has(area));
    if (first === 0 || !allSeries.some(canContain)) return [];
    const newest = new Map(visible.flatMap((each) => each.slice(-1)).map((vintage) => [vintage.indicator, vintage]));
    const matchVisible = (selected: readonly VintageDocument[]) => ({
      edition: { $in: selected.filter(canContain).map(({ _id }) => _id) },
      // The first vintage of an indicator replaced nothing, so no series ends with it.
      until: { $nin: selected.filter(({ number }) => number > 1).map(({ _id }) => _id) },
      ...(areas && { area: { $in: [...areas] } }),
      ...(breakdowns && { breakdownKey: { $in: breakdowns.map(breakdownKey) } }),
    });
    const collection = this.database.series.name;
    const firstOf = (ofIndicator: readonly VintageDocument[], limit: number) => ({
      collection,
      stages: [
        { $match: matchVisible(ofIndicator) },
        { $sort: breakdowns ? { area: 1 } : { area: 1, breakdownKey: 1 } },
        { $limit: limit },
        { $project: SERIES_PROJECTION },
      ],
    });
    const decode = ({ indicator, area, breakdown, points }: SeriesDocument): StoredSeries[] => {
      // While figures are moved to a new slug, series can have it before their vintages. These series are omitted.
      const vintage = newest.get(indicator)?.vintage;
      return vintage ? [{ indicator, area, breakdown, vintage, points: decodePoints(points) }] : [];
    };
    if (isSmall) {
      const stages = [{ $match: matchVisible(allSeries) }, { $project: SERIES_PROJECTION }];
      return (await this.database.readBatched<SeriesDocument>({ collection, stages })).flatMap(decode);
    }
    const nonEmpty = visible.filter((ofIndicator) => ofIndicator.some(canContain));
    const found =
      first === undefined
        ? this.database.series.each(matchVisible(allSeries), {
            ...READ_OPTIONS,
            projection: SERIES_PROJECTION,
            batchSize: SERIES_PER_BATCH,
          })
        : iterateCooperatively(
            [
              await this.database.readBatched<SeriesDocument>(
                unionSources(nonEmpty.map((ofIndicator) => firstOf(ofIndicator, first))),
              ),
            ],
            this.database.usage,
          );
    const series: StoredSeries[] = [];
    for await (const document of found) series.push(...decode(document));
    return series;
  }

  async *changedSeries({ indicator, ...between }: ChangedSeriesQuery): AsyncGenerator<ChangedSeries, void, undefined> {
    const vintages = (await this.readVintageDocuments([indicator])).get(indicator) ?? [];
    yield* changedSeries(this.database, vintages, between);
  }

  async *previewChangedSeries({ indicator, series }: VintageToWrite): AsyncGenerator<ChangedSeries, void, undefined> {
    const vintages = (await this.readVintageDocuments([indicator])).get(indicator) ?? [];
    yield* previewChangedSeries(this.database, vintageChain(vintages), series.map(encodeSeries));
  }

  async newest(indicators: readonly string[]): Promise<Map<string, { vintage: Date; digest: string }>> {
    const vintages = await this.readVintageDocuments(indicators);
    return new Map(
      [...vintages].flatMap(([indicator, ofIndicator]) => {
        const last = ofIndicator.at(-1);
        return last ? [[indicator, { vintage: last.vintage, digest: last.digest }] as const] : [];
      }),
    );
  }

  async vintages(indicators: readonly string[]): Promise<Map<string, readonly Vintage[]>> {
    const vintages = await this.readVintageDocuments(indicators);
    return new Map([...vintages].map(([indicator, ofIndicator]) => [indicator, ofIndicator.map(toVintage)]));
  }

  async coverage(indicators: readonly string[]): Promise<Map<string, FiguresCoverage>> {
    const vintages = await this.readVintageDocuments(indicators);
    return new Map([...vintages].map(([indicator, ofIndicator]) => [indicator, ofIndicator.at(-1)!.coverage]));
  }

  async indicators(): Promise<string[]> {
    const { indicators, generation } = this.cache;
    if (indicators) return [...indicators];
    const first = await this.database.vintages.find(
      { number: 1 },
      { ...READ_OPTIONS, sort: { indicator: 1 }, projection: { indicator: 1 }, batchSize: 100_000 },
    );
    const slugs = first.map(({ indicator }) => indicator);
    this.cache.setIndicators(slugs, generation);
    return slugs;
  }

  /** Returns at most `limit` indicators whose figures, except replaced ones, cite a source with these slugs. Sorted. */
  async findCitingIndicators(sources: readonly string[], limit: number): Promise<string[]> {
    const source = { $in: [...sources] };
    const found = await this.database.series.find(
      { $or: [{ 'points.source.same': source }, { 'points.source.each': source }] },
      { ...READ_OPTIONS, projection: { indicator: 1, edition: 1, until: 1 } },
    );
    const vintages = await this.readVintageDocuments([...new Set(found.map(({ indicator }) => indicator))]);
    const isVisible = ({ indicator, edition, until }: Pick<SeriesDocument, 'indicator' | 'edition' | 'until'>) => {
      const ids = vintages.get(indicator)?.map(({ _id }) => _id.toHexString()) ?? [];
      return ids.includes(edition.toHexString()) && !(until && ids.includes(until.toHexString()));
    };
    return [...new Set(found.filter(isVisible).map(({ indicator }) => indicator))].sort().slice(0, limit);
  }

  async readVintageDocuments(indicators: readonly string[]): Promise<Map<string, VintageDocument[]>> {
    // Cached vintages are collected first, because the cache may be invalidated during the read.
    const vintages = new Map(indicators.map((indicator) => [indicator, this.cache.get(indicator)]));
    const missing = indicators.filter((indicator) => !vintages.get(indicator));
    if (missing.length > 0) {
      const { generation } = this.cache;
      const found = await this.database.vintages.find(
        { indicator: { $in: missing } },
        { ...READ_OPTIONS, sort: { number: 1 } },
      );
      const vintagesRead = new Map(missing.map((indicator): [string, VintageDocument[]] => [indicator, []]));
      for (const vintage of found) vintagesRead.get(vintage.indicator)!.push(vintage);
      for (const list of vintagesRead.values()) list.sort((a, b) => a.vintage.getTime() - b.vintage.getTime());
      this.cache.set(vintagesRead, generation);
      for (const [indicator, ofIndicator] of vintagesRead) vintages.set(indicator, ofIndicator);
    }
    return new Map(
      [...vintages].flatMap(([indicator, ofIndicator]) =>
        ofIndicator?.length ? [[indicator, ofIndicator] as const] : [],
      ),
    );
  }
}

/** Returns the areas of a vintage as a set. Memoised, because every request needs it. */
const areasOf = memoiseByObject(({ coverage }: VintageDocument): ReadonlySet<string> => new Set(coverage.areas));

function toVintage(document: VintageDocument, index: number): Vintage {
  const { vintage, date, digest, coverage, provenance = null } = document;
  const dated = date ?? { date: formatDay(vintage), dateOf: 'WRITING' as const };
  return {
    number: index + 1,
    at: vintage,
    ...dated,
    digest,
    provenance,
    coverage,
    get latest() {
      return decodeLatestTotals(document);
    },
  };
}
