import { ObjectId } from 'mongodb';
import { breakdownKey, seriesKey } from '../../model/breakdown-key.js';
import { formatDay } from '../../model/day.js';
import { changedSeries, seriesToChange } from './changed-series.js';
import type { LoggedVintage } from '../log/log-document.js';
import type { RememberedEditions } from './remembered-editions.js';
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
/** Points whose edition never came to be are removed after this many hours. */
const ABANDONED_HOURS = 24;

/** The figures: points written once, visible from the edition that brought them until one that has others. */
export class SeriesStore {
  constructor(
    private readonly database: Database,
    private readonly remembered: RememberedEditions,
  ) {}

  async series(query: SeriesQuery): Promise<StoredSeries[]> {
    const { indicators, areas, breakdowns, asOf, first } = query;
    const editions = await this.readEditions(indicators);
    const visible = [...editions.values()].map((each) => each.filter(({ vintage }) => !asOf || vintage <= asOf));
    const ids = visible.flatMap((each) => each.map(({ _id }) => _id));
    if (ids.length === 0 || first === 0) return [];
    const newest = new Map(visible.flatMap((each) => each.slice(-1)).map((edition) => [edition.indicator, edition]));
    const matchVisible = (of: readonly VintageDocument['_id'][]) => ({
      edition: { $in: of },
      until: { $nin: of },
      ...(areas && { area: { $in: [...areas] } }),
      ...(breakdowns && { breakdownKey: { $in: breakdowns.map(breakdownKey) } }),
    });
    const sources = visible
      .filter((each) => each.length > 0)
      .map((each) => ({
        collection: this.database.series.collectionName,
        stages: [
          { $match: matchVisible(each.map(({ _id }) => _id)) },
          { $sort: { area: 1 } },
          { $limit: first ?? 1 },
          { $project: FIELDS },
        ],
      }));
    const found =
      first === undefined
        ? this.database.series.find(matchVisible(ids), { ...READ, projection: FIELDS, batchSize: AT_ONCE })
        : await this.database.together<SeriesDocument>(united(sources));
    const series: StoredSeries[] = [];
    for await (const { indicator, area, breakdown, points } of withPauses(found, this.database.use)) {
      const { vintage } = newest.get(indicator)!;
      series.push({ indicator, area, breakdown, vintage, points: decodePoints(points) });
    }
    return series;
  }

  /** The series in which the editions of an indicator that were served at two moments differ. */
  async *changed({ indicator, ...between }: ChangedSeriesQuery): AsyncGenerator<ChangedSeries, void, undefined> {
    const editions = (await this.readEditions([indicator])).get(indicator) ?? [];
    yield* changedSeries(this.database, editions, between);
  }

  /** The series in which an edition that is not written yet differs from the newest one. */
  async *toChange({ indicator, series }: SeriesVintage): AsyncGenerator<ChangedSeries, void, undefined> {
    const editions = (await this.readEditions([indicator])).get(indicator) ?? [];
    yield* seriesToChange(this.database, editions, series.map(writtenSeries));
  }

  async newest(indicators: readonly string[]): Promise<Map<string, { vintage: Date; digest: string }>> {
    const editions = await this.readEditions(indicators);
    return new Map(
      [...editions].flatMap(([indicator, each]) => {
        const last = each.at(-1);
        return last ? [[indicator, { vintage: last.vintage, digest: last.digest }] as const] : [];
      }),
    );
  }

  async vintages(indicators: readonly string[]): Promise<Map<string, readonly Vintage[]>> {
    const editions = await this.readEditions(indicators);
    return new Map([...editions].map(([indicator, each]) => [indicator, each.map(toVintage)]));
  }

  async coverage(indicators: readonly string[]): Promise<Map<string, FiguresCoverage>> {
    const editions = await this.readEditions(indicators);
    return new Map([...editions].map(([indicator, each]) => [indicator, each.at(-1)!.coverage]));
  }

  async indicators(): Promise<string[]> {
    const { indicators, clock } = this.remembered;
    if (indicators) return [...indicators];
    const first = await this.database.editions
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
    const editions = await this.readEditions([...new Set(found.map(({ indicator }) => indicator))]);
    const isVisible = ({ indicator, edition, until }: Pick<SeriesDocument, 'indicator' | 'edition' | 'until'>) => {
      const ids = editions.get(indicator)?.map(({ _id }) => _id.toHexString()) ?? [];
      return ids.includes(edition.toHexString()) && !(until && ids.includes(until.toHexString()));
    };
    return [...new Set(found.filter(isVisible).map(({ indicator }) => indicator))].sort().slice(0, limit);
  }

  /**
   * Writes the points of new editions, still invisible, and gives what the log is to say of them. A series that is the
   * same as in the edition before is not written again.
   */
  async prepare(editions: readonly SeriesVintage[], at: Date): Promise<LoggedVintage[]> {
    if (editions.length === 0) return [];
    this.remembered.forget(editions.map(({ indicator }) => indicator));
    const before = await this.readEditions(editions.map(({ indicator }) => indicator));
    await this.removeAbandoned(editions, before, at);
    const prepared = await Promise.all(
      editions.map((edition) => this.prepareOne(edition, before.get(edition.indicator) ?? [], at)),
    );
    const documents = prepared.flatMap(({ added }) => added);
    if (documents.length > 0) await this.database.series.insertMany(documents, { ordered: false });
    return prepared.map(({ logged }) => logged);
  }

  /** Removes the points of editions that did not come to be. */
  async discard(editions: readonly LoggedVintage[]): Promise<void> {
    if (editions.length === 0) return;
    await this.database.series.deleteMany({ edition: { $in: editions.map(({ edition }) => edition._id) } });
  }

  private async prepareOne(edition: SeriesVintage, before: readonly VintageDocument[], at: Date) {
    const last = before.at(-1);
    const number = (last?.number ?? 0) + 1;
    const _id = new ObjectId();
    const present = await this.readSeries(before);
    const documents = edition.series.map((series): SeriesDocument => {
      return { _id: new ObjectId(), indicator: edition.indicator, edition: _id, ...writtenSeries(series) };
    });
    const digests = new Map(documents.map((document) => [seriesKey(document), document.digest]));
    const kept = new Set(
      present.filter((series) => digests.get(seriesKey(series)) === series.digest).map((series) => seriesKey(series)),
    );
    const begins = edition.date ? new Date(edition.date.date) : at;
    const current = begins < at ? begins : at;
    const vintage = last && last.vintage >= current ? new Date(last.vintage.getTime() + 1) : current;
    const logged: LoggedVintage = {
      key: `edition/${edition.indicator}/${number}`,
      edition: {
        _id,
        indicator: edition.indicator,
        number,
        vintage,
        ...(edition.date && { date: edition.date }),
        digest: edition.digest,
        coverage: computeCoverage(edition.series),
        ...(edition.provenance && { provenance: edition.provenance }),
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

  /** The series of the newest of these editions, without their points. */
  private async readSeries(editions: readonly VintageDocument[]) {
    const ids = editions.map(({ _id }) => _id);
    if (ids.length === 0) return [];
    return this.database.series
      .find({ edition: { $in: ids }, until: { $nin: ids } }, { projection: { area: 1, breakdown: 1, digest: 1 } })
      .toArray();
  }

  /** Points can only be left behind by a writer that was stopped; those of one at work are younger. */
  private async removeAbandoned(
    editions: readonly SeriesVintage[],
    before: ReadonlyMap<string, readonly VintageDocument[]>,
    at: Date,
  ): Promise<void> {
    const oldest = ObjectId.createFromTime(Math.floor(at.getTime() / 1000) - ABANDONED_HOURS * 3600);
    const again = editions.filter(({ indicator }) => before.has(indicator)).map(({ indicator }) => indicator);
    if (again.length === 0) return;
    const visible = again.flatMap((indicator) => before.get(indicator)!.map(({ _id }) => _id));
    await this.database.series.deleteMany({
      indicator: { $in: again },
      edition: { $nin: visible },
      _id: { $lt: oldest },
    });
  }

  /** The editions of these indicators, oldest first; an indicator without figures is absent. */
  private async readEditions(indicators: readonly string[]): Promise<Map<string, VintageDocument[]>> {
    const missing = indicators.filter((indicator) => !this.remembered.of(indicator));
    const read = new Map<string, VintageDocument[]>();
    if (missing.length > 0) {
      const { clock } = this.remembered;
      const found = await this.database.editions
        .find({ indicator: { $in: missing } }, { ...READ, sort: { number: 1 } })
        .toArray();
      for (const indicator of missing) read.set(indicator, []);
      for (const edition of found) read.get(edition.indicator)!.push(edition);
      this.remembered.keep(read, clock);
    }
    return new Map(
      indicators.flatMap((indicator) => {
        const editions = read.get(indicator) ?? this.remembered.of(indicator) ?? [];
        return editions.length > 0 ? [[indicator, editions] as const] : [];
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
