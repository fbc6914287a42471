import { ObjectId } from 'mongodb';
import { AppError } from '../../errors.js';
import { seriesKey } from '../../model/breakdown-key.js';
import type { Database } from '../connection/database.js';
import type { VintageToWrite } from '../figures.js';
import type { FiguresMove } from '../change-log.js';
import type { LoggedVintage } from '../log/log-document.js';
import { previewChangedSeries } from './changed-series.js';
import type { VintageCache } from './vintage-cache.js';
import {
  computeCoverage,
  computeLargestSeries,
  computeLatestTotals,
  encodeSeries,
  type SeriesDocument,
  vintageChain,
  type VintageDocument,
} from './series-documents.js';
import type { SeriesStore } from './series-store.js';

/** Age after which points without a vintage are removed, in hours. */
const ORPHAN_AGE_HOURS = 24;

/** Writes the points of vintages before the log makes them visible. */
export class VintageWriter {
  constructor(
    private readonly database: Database,
    private readonly cache: VintageCache,
    private readonly series: Pick<SeriesStore, 'readVintageDocuments'>,
  ) {}

  /**
   * Writes the points of new series, which are not visible yet, and returns the log items of their vintages. The chain
   * of vintages of a renamed indicator continues under its new slug.
   * @throws AppError CONFLICT with `details.figures` if another vintage was written in the meantime
   */
  async prepare(
    vintages: readonly VintageToWrite[],
    moves: readonly FiguresMove[],
    at: Date,
  ): Promise<LoggedVintage[]> {
    if (vintages.length === 0) return [];
    const former = new Map(moves.map(({ from, to }) => [to, from]));
    const indicators = vintages.map(({ indicator }) => former.get(indicator) ?? indicator);
    this.cache.invalidate(indicators);
    const before = await this.series.readVintageDocuments(indicators);
    const chainOf = (index: number) => vintageChain(before.get(indicators[index]!) ?? []);
    rejectOutdated(vintages, (index) => chainOf(index).at(-1) ?? null);
    await this.removeOrphans(indicators, before, at);
    const prepared = await Promise.all(
      vintages.map((vintage, index) =>
        vintage.earlier === undefined
          ? this.prepareOne(vintage, chainOf(index), at)
          : this.prepareEarlier(vintage, before.get(indicators[index]!) ?? []),
      ),
    );
    const documents = prepared.flatMap(({ added }) => added);
    if (documents.length > 0) await this.database.series.insertMany(documents);
    return prepared.map(({ logged }) => logged);
  }

  /** Removes the points of vintages that were not committed. */
  async discard(vintages: readonly LoggedVintage[]): Promise<void> {
    if (vintages.length === 0) return;
    await this.database.series.deleteMany({ edition: { $in: vintages.map(({ edition }) => edition._id) } });
  }

  private async prepareOne(vintage: VintageToWrite, before: readonly VintageDocument[], at: Date) {
    const last = before.at(-1);
    const number = (last?.number ?? 0) + 1;
    const dateStart = vintage.date ? new Date(vintage.date.date) : at;
    const current = dateStart < at ? dateStart : at;
    const visibleFrom = last && last.vintage >= current ? new Date(last.vintage.getTime() + 1) : current;
    const { logged, documents } = makeDocuments(vintage, { number, vintage: visibleFrom });
    const byKey = new Map(documents.map((document) => [seriesKey(document), document]));
    if (!last) return { logged, added: [...byKey.values()] };
    const added: SeriesDocument[] = [];
    for await (const { replaced, counts, ...series } of previewChangedSeries(this.database, before, documents)) {
      const document = byKey.get(seriesKey(series));
      if (replaced) logged.replaced.push(replaced);
      if (document) added.push(replaced ? { ...document, change: { replaced, counts } } : document);
    }
    return { logged, added };
  }

  /** Prepares a vintage that precedes the newest one. It replaces no series, and none of its series is replaced. */
  private async prepareEarlier(vintage: VintageToWrite, before: readonly VintageDocument[]) {
    const times = new Set(before.map(({ vintage: time }) => time.getTime()));
    let time = new Date(vintage.earlier!).getTime();
    while (times.has(time)) time += 1;
    const { logged, documents } = makeDocuments(vintage, { number: 0, isEarlier: true, vintage: new Date(time) });
    return { logged, added: documents };
  }

  /** Removes points without a vintage, which interrupted writers left behind. Those of running writers are younger. */
  private async removeOrphans(
    indicators: readonly string[],
    before: ReadonlyMap<string, readonly VintageDocument[]>,
    at: Date,
  ): Promise<void> {
    const cutoff = ObjectId.createFromTime(Math.floor(at.getTime() / 1000) - ORPHAN_AGE_HOURS * 3600);
    const existing = indicators.filter((indicator) => before.has(indicator));
    if (existing.length === 0) return;
    const visible = existing.flatMap((indicator) => before.get(indicator)!.map(({ _id }) => _id));
    await this.database.series.deleteMany({
      indicator: { $in: existing },
      edition: { $nin: visible },
      _id: { $lt: cutoff },
    });
  }
}

/** Builds the log item of a vintage, and the documents of all of its series. */
function makeDocuments(
  vintage: VintageToWrite,
  place: Pick<VintageDocument, 'number' | 'isEarlier' | 'vintage'>,
): { logged: LoggedVintage; documents: SeriesDocument[] } {
  const { indicator, digest, series, date, provenance } = vintage;
  const _id = new ObjectId();
  const latest = computeLatestTotals(series);
  return {
    logged: {
      key: `edition/${indicator}/${place.isEarlier ? `${vintage.earlier}/${digest}` : place.number}`,
      edition: {
        _id,
        indicator,
        ...place,
        ...(date && { date }),
        digest,
        coverage: computeCoverage(series),
        latest,
        ...(latest === null && { greatest: computeLargestSeries(series) }),
        ...(provenance && { provenance }),
      },
      replaced: [],
    },
    documents: series.map((each) => ({ _id: new ObjectId(), indicator, edition: _id, ...encodeSeries(each) })),
  };
}

function rejectOutdated(vintages: readonly VintageToWrite[], newest: (index: number) => VintageDocument | null): void {
  const outdated = vintages.filter(({ expectedNewest }, index) => {
    return expectedNewest !== undefined && expectedNewest?.getTime() !== newest(index)?.vintage.getTime();
  });
  if (outdated.length === 0) return;
  const figures = outdated.map(({ indicator }) => indicator);
  const names = figures.map((slug) => `"${slug}"`).join(', ');
  throw new AppError(
    'CONFLICT',
    `Another user imported figures of ${names} in the meantime. Nothing was written; try again.`,
    {
      figures,
    },
  );
}
