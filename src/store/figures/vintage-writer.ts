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
  computeGreatestSeries,
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
    writeTime: Date,
  ): Promise<LoggedVintage[]> {
    if (vintages.length === 0) return [];
    const formerSlugs = new Map(moves.map(({ from, to }) => [to, from]));
    const indicators = vintages.map(({ indicator }) => formerSlugs.get(indicator) ?? indicator);
    this.cache.invalidate(indicators);
    const priorVintages = await this.series.readVintageDocuments(indicators);
    const chainOf = (index: number) => vintageChain(priorVintages.get(indicators[index]!) ?? []);
    rejectOutdated(vintages, (index) => chainOf(index).at(-1) ?? null);
    await this.removeOrphans(indicators, priorVintages, writeTime);
    const results = await Promise.all(
      vintages.map((vintage, index) =>
        vintage.earlier === undefined
          ? this.prepareNewest(vintage, chainOf(index), writeTime)
          : this.prepareEarlier(vintage, priorVintages.get(indicators[index]!) ?? []),
      ),
    );
    const documents = results.flatMap(({ added }) => added);
    if (documents.length > 0) await this.database.series.insertMany(documents);
    return results.map(({ logged }) => logged);
  }

  /** Removes the points of vintages that were not committed. */
  async discard(vintages: readonly LoggedVintage[]): Promise<void> {
    if (vintages.length === 0) return;
    await this.database.series.deleteMany({ edition: { $in: vintages.map(({ edition }) => edition._id) } });
  }

  private async prepareNewest(vintage: VintageToWrite, chain: readonly VintageDocument[], writeTime: Date) {
    const lastVintage = chain.at(-1);
    const number = (lastVintage?.number ?? 0) + 1;
    const dateStart = vintage.date ? new Date(vintage.date.date) : writeTime;
    const start = dateStart < writeTime ? dateStart : writeTime;
    const visibleFrom =
      lastVintage && lastVintage.vintage >= start ? new Date(lastVintage.vintage.getTime() + 1) : start;
    const { logged, documents } = makeDocuments(vintage, { number, vintage: visibleFrom });
    const documentByKey = new Map(documents.map((document) => [seriesKey(document), document]));
    if (!lastVintage) return { logged, added: [...documentByKey.values()] };
    const added: SeriesDocument[] = [];
    for await (const { replaced, counts, ...series } of previewChangedSeries(this.database, chain, documents)) {
      const document = documentByKey.get(seriesKey(series));
      if (replaced) logged.replaced.push(replaced);
      if (document) added.push(replaced ? { ...document, change: { replaced, counts } } : document);
    }
    return { logged, added };
  }

  /** Prepares a vintage that precedes the newest one. It replaces no series, and none of its series is replaced. */
  private async prepareEarlier(vintage: VintageToWrite, priorVintages: readonly VintageDocument[]) {
    const times = new Set(priorVintages.map(({ vintage: time }) => time.getTime()));
    let time = new Date(vintage.earlier!).getTime();
    while (times.has(time)) time += 1;
    const { logged, documents } = makeDocuments(vintage, { number: 0, isEarlier: true, vintage: new Date(time) });
    return { logged, added: documents };
  }

  /** Removes points that interrupted writers left without a vintage. Points of running writers are too new. */
  private async removeOrphans(
    indicators: readonly string[],
    priorVintages: ReadonlyMap<string, readonly VintageDocument[]>,
    writeTime: Date,
  ): Promise<void> {
    const cutoff = ObjectId.createFromTime(Math.floor(writeTime.getTime() / 1000) - ORPHAN_AGE_HOURS * 3600);
    const existingSlugs = indicators.filter((indicator) => priorVintages.has(indicator));
    if (existingSlugs.length === 0) return;
    const vintageIds = existingSlugs.flatMap((indicator) => priorVintages.get(indicator)!.map(({ _id }) => _id));
    await this.database.series.deleteMany({
      indicator: { $in: existingSlugs },
      edition: { $nin: vintageIds },
      _id: { $lt: cutoff },
    });
  }
}

/** Builds the log item of a vintage, and the documents of all of its series. */
function makeDocuments(
  vintage: VintageToWrite,
  position: Pick<VintageDocument, 'number' | 'isEarlier' | 'vintage'>,
): { logged: LoggedVintage; documents: SeriesDocument[] } {
  const { indicator, digest, series, date, provenance } = vintage;
  const _id = new ObjectId();
  const latestTotals = computeLatestTotals(series);
  return {
    logged: {
      key: `edition/${indicator}/${position.isEarlier ? `${vintage.earlier}/${digest}` : position.number}`,
      edition: {
        _id,
        indicator,
        ...position,
        ...(date && { date }),
        digest,
        coverage: computeCoverage(series),
        latest: latestTotals,
        ...(latestTotals === null && { greatest: computeGreatestSeries(series) }),
        ...(provenance && { provenance }),
      },
      replaced: [],
    },
    documents: series.map((item) => ({ _id: new ObjectId(), indicator, edition: _id, ...encodeSeries(item) })),
  };
}

function rejectOutdated(vintages: readonly VintageToWrite[], newest: (index: number) => VintageDocument | null): void {
  const outdatedVintages = vintages.filter(({ expectedNewest }, index) => {
    return expectedNewest !== undefined && expectedNewest?.getTime() !== newest(index)?.vintage.getTime();
  });
  if (outdatedVintages.length === 0) return;
  const slugs = outdatedVintages.map(({ indicator }) => indicator);
  const quotedSlugs = slugs.map((slug) => `"${slug}"`).join(', ');
  throw new AppError(
    'CONFLICT',
    `Another user imported figures of ${quotedSlugs} in the meantime. Nothing was written; try again.`,
    {
      figures: slugs,
    },
  );
}
