import { ObjectId } from 'mongodb';
import { breakdownKey, seriesKey } from '../../model/breakdown-key.js';
import { formatDay } from '../../model/day.js';
import { changedSeries, seriesToChange } from './changed-series.js';
import type { LoggedVintage } from '../log/log-document.js';
import type { RememberedVintages } from './remembered-vintages.js';
import type { Database } from '../connection/database.js';
import { READ, withPauses } from '../connection/database.js';
import type { VintageDocument, SeriesDocument } from './series-documents.js';
import { united } from '../documents/sources.js';
import { encodeColumns, computeCoverage, pointsDigest, decodePoints } from './series-documents.js';
import type {
  ChangedSeries,
  ChangedSeriesQuery,
  FiguresCoverage,
  SeriesVintage,
  SeriesQuery,
  StoredSeries,
  Vintage,
} from '../figures.js';

/** So many series come in one answer of the database: more would keep it, and us, from everybody else. */
const AT_ONCE = 500;
/** What is read of a series. */
const FIELDS = { indicator: 1, area: 1, breakdown: 1, points: 1 } as const;
/** Points whose vintage never came to be are removed after this many hours. */
const ABANDONED_HOURS = 24;

/** The figures: points written once, visible from the vintage that brought them until one that has others. */
export class SeriesStore {
  constructor(
    private readonly database: Database,
    private readonly remembered: RememberedVintages,
  ) {}

  async series(query: SeriesQuery): Promise<StoredSeries[]> {
    const { indicators, areas, breakdowns, asOf, first, areFew = false } = query;
    const vintages = await this.readVintages(indicators);
    const visible = [...vintages.values()].map((each) => each.filter(({ vintage }) => !asOf || vintage <= asOf));
    const ids = visible.flatMap((each) => each.map(({ _id }) => _id));
    if (ids.length === 0 || first === 0) return [];
    const newest = new Map(visible.flatMap((each) => each.slice(-1)).map((vintage) => [vintage.indicator, vintage]));
    const matchVisible = (of: readonly VintageDocument['_id'][]) => ({
      edition: { $in: of },
      until: { $nin: of },
      ...(areas && { area: { $in: [...areas] } }),
      ...(breakdowns && { breakdownKey: { $in: breakdowns.map(breakdownKey) } }),
    });
    const collection = this.database.series.collectionName;
    const sources = visible
      .filter((each) => each.length > 0)
      .map((each) => ({
        collection,
        stages: [
          { $match: matchVisible(each.map(({ _id }) => _id)) },
          { $sort: { area: 1 } },
          { $limit: first ?? 1 },
          { $project: FIELDS },
        ],
      }));
    const together = areFew
      ? { collection, stages: [{ $match: matchVisible(ids) }, { $project: FIELDS }] }
      : first !== undefined && united(sources);
    const found = together
      ? await this.database.together<SeriesDocument>(together)
      : this.database.series.find(matchVisible(ids), { ...READ, projection: FIELDS, batchSize: AT_ONCE });
    const series: StoredSeries[] = [];
    for await (const { indicator, area, breakdown, points } of withPauses(found, this.database.use)) {
      const { vintage } = newest.get(indicator)!;
      series.push({ indicator, area, breakdown, vintage, points: decodePoints(points) });
    }
    return series;
  }

  /** The series in which the vintages of an indicator that were served at two moments differ. */
  async *changed({ indicator, ...between }: ChangedSeriesQuery): AsyncGenerator<ChangedSeries, void, undefined> {
    const vintages = (await this.readVintages([indicator])).get(indicator) ?? [];
    yield* changedSeries(this.database, vintages, between);
  }

  /** The series in which a vintage that is not written yet differs from the newest one. */
  async *toChange({ indicator, series }: SeriesVintage): AsyncGenerator<ChangedSeries, void, undefined> {
    const vintages = (await this.readVintages([indicator])).get(indicator) ?? [];
    yield* seriesToChange(this.database, vintages, series.map(writtenSeries));
  }

  async newest(indicators: readonly string[]): Promise<Map<string, { vintage: Date; digest: string }>> {
    const vintages = await this.readVintages(indicators);
    return new Map(
      [...vintages].flatMap(([indicator, each]) => {
        const last = each.at(-1);
        return last ? [[indicator, { vintage: last.vintage, digest: last.digest }] as const] : [];
      }),
    );
  }

  async vintages(indicators: readonly string[]): Promise<Map<string, readonly Vintage[]>> {
    const vintages = await this.readVintages(indicators);
    return new Map([...vintages].map(([indicator, each]) => [indicator, each.map(toVintage)]));
  }

  async coverage(indicators: readonly string[]): Promise<Map<string, FiguresCoverage>> {
    const vintages = await this.readVintages(indicators);
    return new Map([...vintages].map(([indicator, each]) => [indicator, each.at(-1)!.coverage]));
  }

  async indicators(): Promise<string[]> {
    const { indicators, clock } = this.remembered;
    if (indicators) return [...indicators];
    const first = await this.database.vintages
      .find({ number: 1 }, { ...READ, sort: { indicator: 1 }, projection: { indicator: 1 }, batchSize: 100_000 })
      .toArray();
    const all = first.map(({ indicator }) => indicator);
    this.remembered.keepIndicators(all, clock);
    return all;
  }

  /** Indicators of whose newest figures some were read in a source, in the order of the alphabet, at most so many. */
  async readIn(source: string, limit: number): Promise<string[]> {
    const found = await this.database.series
      .find(
        { $or: [{ 'points.source.same': source }, { 'points.source.each': source }] },
        { ...READ, projection: { indicator: 1, edition: 1, until: 1 } },
      )
      .toArray();
    const vintages = await this.readVintages([...new Set(found.map(({ indicator }) => indicator))]);
    const isVisible = ({ indicator, edition, until }: Pick<SeriesDocument, 'indicator' | 'edition' | 'until'>) => {
      const ids = vintages.get(indicator)?.map(({ _id }) => _id.toHexString()) ?? [];
      return ids.includes(edition.toHexString()) && !(until && ids.includes(until.toHexString()));
    };
    return [...new Set(found.filter(isVisible).map(({ indicator }) => indicator))].sort().slice(0, limit);
  }

  /**
   * Writes the points of new vintages, still invisible, and gives what the log is to say of them. A series that is the
   * same as in the vintage before is not written again.
   */
  async prepare(vintages: readonly SeriesVintage[], at: Date): Promise<LoggedVintage[]> {
    if (vintages.length === 0) return [];
    this.remembered.forget(vintages.map(({ indicator }) => indicator));
    const before = await this.readVintages(vintages.map(({ indicator }) => indicator));
    await this.removeAbandoned(vintages, before, at);
    const prepared = await Promise.all(
      vintages.map((vintage) => this.prepareOne(vintage, before.get(vintage.indicator) ?? [], at)),
    );
    const documents = prepared.flatMap(({ added }) => added);
    if (documents.length > 0) await this.database.series.insertMany(documents, { ordered: false });
    return prepared.map(({ logged }) => logged);
  }

  /** Removes the points of vintages that did not come to be. */
  async discard(vintages: readonly LoggedVintage[]): Promise<void> {
    if (vintages.length === 0) return;
    await this.database.series.deleteMany({ edition: { $in: vintages.map(({ edition }) => edition._id) } });
  }

  private async prepareOne(vintage: SeriesVintage, before: readonly VintageDocument[], at: Date) {
    const last = before.at(-1);
    const number = (last?.number ?? 0) + 1;
    const _id = new ObjectId();
    const present = await this.readSeries(before);
    const documents = vintage.series.map((series): SeriesDocument => {
      return { _id: new ObjectId(), indicator: vintage.indicator, edition: _id, ...writtenSeries(series) };
    });
    const digests = new Map(documents.map((document) => [seriesKey(document), document.digest]));
    const kept = new Set(
      present.filter((series) => digests.get(seriesKey(series)) === series.digest).map((series) => seriesKey(series)),
    );
    const begins = vintage.date ? new Date(vintage.date.date) : at;
    const current = begins < at ? begins : at;
    const moment = last && last.vintage >= current ? new Date(last.vintage.getTime() + 1) : current;
    const logged: LoggedVintage = {
      key: `edition/${vintage.indicator}/${number}`,
      edition: {
        _id,
        indicator: vintage.indicator,
        number,
        vintage: moment,
        ...(vintage.date && { date: vintage.date }),
        digest: vintage.digest,
        coverage: computeCoverage(vintage.series),
        ...(vintage.provenance && { provenance: vintage.provenance }),
      },
      replaced: present.filter((series) => !kept.has(seriesKey(series))).map((series) => series._id),
    };
    const added = new Map(documents.flatMap((each) => (kept.has(seriesKey(each)) ? [] : [[seriesKey(each), each]])));
    if (last) {
      for await (const { replaced, counts, ...series } of seriesToChange(this.database, before, documents)) {
        const document = added.get(seriesKey(series));
        if (document && replaced) document.change = { replaced, counts };
      }
    }
    return { logged, added: [...added.values()] };
  }

  /** The series of the newest of these vintages, without their points. */
  private async readSeries(vintages: readonly VintageDocument[]) {
    const ids = vintages.map(({ _id }) => _id);
    if (ids.length === 0) return [];
    return this.database.series
      .find({ edition: { $in: ids }, until: { $nin: ids } }, { projection: { area: 1, breakdown: 1, digest: 1 } })
      .toArray();
  }

  /** Points can only be left behind by a writer that was stopped; those of one at work are younger. */
  private async removeAbandoned(
    vintages: readonly SeriesVintage[],
    before: ReadonlyMap<string, readonly VintageDocument[]>,
    at: Date,
  ): Promise<void> {
    const oldest = ObjectId.createFromTime(Math.floor(at.getTime() / 1000) - ABANDONED_HOURS * 3600);
    const again = vintages.filter(({ indicator }) => before.has(indicator)).map(({ indicator }) => indicator);
    if (again.length === 0) return;
    const visible = again.flatMap((indicator) => before.get(indicator)!.map(({ _id }) => _id));
    await this.database.series.deleteMany({
      indicator: { $in: again },
      edition: { $nin: visible },
      _id: { $lt: oldest },
    });
  }

  /** The vintages of these indicators, oldest first; an indicator without figures is absent. */
  private async readVintages(indicators: readonly string[]): Promise<Map<string, VintageDocument[]>> {
    const missing = indicators.filter((indicator) => !this.remembered.of(indicator));
    const read = new Map<string, VintageDocument[]>();
    if (missing.length > 0) {
      const { clock } = this.remembered;
      const found = await this.database.vintages
        .find({ indicator: { $in: missing } }, { ...READ, sort: { number: 1 } })
        .toArray();
      for (const indicator of missing) read.set(indicator, []);
      for (const vintage of found) read.get(vintage.indicator)!.push(vintage);
      this.remembered.keep(read, clock);
    }
    return new Map(
      indicators.flatMap((indicator) => {
        const vintages = read.get(indicator) ?? this.remembered.of(indicator) ?? [];
        return vintages.length > 0 ? [[indicator, vintages] as const] : [];
      }),
    );
  }
}

function writtenSeries({ area, breakdown, points }: SeriesVintage['series'][number]) {
  const columns = encodeColumns(points);
  return {
    area,
    breakdownKey: breakdownKey(breakdown),
    breakdown: { ...breakdown },
    points: columns,
    digest: pointsDigest(columns),
    size: points.length,
  };
}

function toVintage({ number, vintage, date, digest, provenance }: VintageDocument): Vintage {
  const dated = date ?? { date: formatDay(vintage), dateOf: 'WRITING' as const };
  return { number, at: vintage, ...dated, digest, provenance: provenance ?? null };
}
