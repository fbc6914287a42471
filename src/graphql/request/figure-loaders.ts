import { type Breakdown, breakdownKey } from '../../model/breakdown-key.js';
import type { AreaSeriesQuery, IndicatorSeriesQuery } from '../../reading/computed-context.js';
import type {
  ChangedSeries,
  ChangedSeriesQuery,
  FigureStore,
  FiguresCoverage,
  LatestTotals,
  StoredSeries,
  Vintage,
} from '../../store/figures.js';
import type { QueryLevelBatcher } from './query-level-batcher.js';
import type { PageFigureStore } from './page-figure-editions.js';

/** Maximum number of series that are read in one batch with other reads of the request. */
const MAX_BATCH_SIZE = 500;

/** A request for series of several indicators for one area. */
interface AreaRequest {
  indicators: readonly string[];
  area: string;
  breakdowns: readonly Breakdown[];
}

/** Data loaders for the figures of one request. */
export class FigureLoaders {
  /** Started reads of the series of all areas, by indicator, time and breakdowns. */
  private readonly allAreaSeries = new Map<string, Promise<StoredSeries[]>>();
  private readonly requests = new Map<string, AreaRequest>();

  private readonly figures: FigureStore;

  /** @param pageFigures restricts figures to the editions of a page; null outside pages */
  constructor(
    figures: FigureStore,
    private readonly batcher: QueryLevelBatcher,
    private readonly pageFigures: PageFigureStore | null = null,
  ) {
    this.figures = pageFigures ?? figures;
  }

  /** Returns the series of an indicator. Calls with the same query are read in one batch. */
  series(indicator: string, query: IndicatorSeriesQuery): Promise<StoredSeries[]> {
    const pending = this.batcher
      .loader<string, StoredSeries[]>(`series ${JSON.stringify(query)}`, async (indicators) => {
        const series = await this.batcher.execute(() => this.figures.series({ ...query, indicators }));
        const byIndicator = new Map<string, StoredSeries[]>(indicators.map((indicator) => [indicator, []]));
        for (const indicatorSeries of series) byIndicator.get(indicatorSeries.indicator)?.push(indicatorSeries);
        return indicators.map((indicator) => byIndicator.get(indicator)!);
      })
      .load(indicator);
    const { areas, breakdowns, asOf, first } = query;
    if (areas === null && first === undefined)
      this.allAreaSeries.set(JSON.stringify([indicator, asOf, breakdowns]), pending);
    return pending;
  }

  /** Returns the series of one indicator for one area. Batched like `seriesOfArea`. */
  async seriesOf(indicator: string, area: string, query: AreaSeriesQuery): Promise<StoredSeries[]> {
    return (await this.seriesOfArea([indicator], area, query))[0]!;
  }

  /** Returns one list of series per indicator, for one area. Reads of different areas and breakdowns are batched. */
  seriesOfArea(
    indicators: readonly string[],
    area: string,
    { asOf, breakdowns }: AreaSeriesQuery,
  ): Promise<StoredSeries[][]> {
    const findLoaded = (slug: string) => this.allAreaSeries.get(JSON.stringify([slug, asOf, breakdowns])) ?? [];
    const loadedSeries = this.allAreaSeries.size > 0 ? indicators.flatMap(findLoaded) : [];
    if (loadedSeries.length === indicators.length) {
      return Promise.all(loadedSeries).then((seriesLists) =>
        seriesLists.map((seriesList) => seriesList.filter((series) => series.area === area)),
      );
    }
    const load = async (keys: readonly string[]) => {
      const requests = keys.map((key) => this.requests.get(key)!);
      const indicators = [...new Set(requests.flatMap((request) => request.indicators))];
      const areas = [...new Set(requests.map((request) => request.area))];
      const allBreakdowns = distinctBreakdowns(requests.flatMap((request) => request.breakdowns));
      const isSmall = indicators.length * areas.length * allBreakdowns.length <= MAX_BATCH_SIZE;
      const query = { asOf, indicators, areas, breakdowns: allBreakdowns, isSmall };
      const series = await this.batcher.execute(() => this.figures.series(query));
      const seriesByPair = new Map<string, StoredSeries[]>();
      for (const storedSeries of series) {
        const pair = `${storedSeries.indicator} ${storedSeries.area}`;
        seriesByPair.set(pair, [...(seriesByPair.get(pair) ?? []), storedSeries]);
      }
      return requests.map((request) => {
        const breakdownKeys = new Set(request.breakdowns.map(breakdownKey));
        const isRequested = ({ breakdown }: StoredSeries) => breakdownKeys.has(breakdownKey(breakdown));
        return request.indicators.map((slug) => seriesByPair.get(`${slug} ${request.area}`)?.filter(isRequested) ?? []);
      });
    };
    const key = JSON.stringify([indicators, area, breakdowns]);
    this.requests.set(key, { indicators, area, breakdowns });
    return this.batcher.loader<string, StoredSeries[][]>(`cells ${JSON.stringify(asOf)}`, load).load(key);
  }

  clear(): void {
    this.allAreaSeries.clear();
  }

  /** Visits the series that differ between two vintages of an indicator. Stops at the deadline. */
  async changedSeries(query: ChangedSeriesQuery, visit: (series: ChangedSeries) => void): Promise<void> {
    await this.batcher.execute(async () => {
      for await (const series of this.figures.changedSeries(query)) {
        if (this.batcher.request.deadline.isExpired) return;
        visit(series);
      }
    });
  }

  /** Returns the coverage of an indicator's figures; null if it has none. */
  coverage(indicator: string): Promise<FiguresCoverage | null> {
    return this.batcher
      .loader<string, FiguresCoverage | null>('coverage', async (indicators) => {
        const coverages = await this.batcher.execute(() => this.figures.coverage(indicators));
        return indicators.map((indicator) => coverages.get(indicator) ?? null);
      })
      .load(indicator);
  }

  /** Returns the vintages of an indicator, oldest first. Omits those after the `asOf` time of the page. */
  async vintages(indicator: string): Promise<readonly Vintage[]> {
    const asOf = this.pageFigures?.asOf ?? null;
    return (await this.allVintages(indicator)).filter(({ at }) => asOf === null || at <= asOf);
  }

  /** Returns the vintage that was current at a time, by default the time of the page; null if there was none. */
  async vintageAt(indicator: string, time: Date | null): Promise<Vintage | null> {
    return this.newestUntil(time, await this.allVintages(indicator));
  }

  /** Returns the vintages of several indicators at a time in one read, like `vintageAt`. */
  async vintagesAt(indicators: readonly string[], time: Date | null): Promise<(Vintage | null)[]> {
    const vintages = await this.batcher.execute(() => this.figures.vintages(indicators));
    return indicators.map((indicator) => this.newestUntil(time, vintages.get(indicator) ?? []));
  }

  private newestUntil(time: Date | null, vintages: readonly Vintage[]): Vintage | null {
    const asOf = time ?? this.pageFigures?.asOf ?? null;
    return vintages.findLast(({ at }) => asOf === null || at <= asOf) ?? null;
  }

  /** Returns the latest totals in the vintage as of a time; null if the figures themselves must be read. */
  async latest(indicator: string, asOf: Date | null): Promise<LatestTotals | null> {
    const latest = (await this.vintageAt(indicator, asOf))?.latest ?? null;
    if (latest) this.pageFigures?.recordRead(indicator, asOf);
    return latest;
  }

  private allVintages(indicator: string): Promise<readonly Vintage[]> {
    return this.batcher
      .loader<string, readonly Vintage[]>('vintages', async (indicators) => {
        const vintages = await this.batcher.execute(() => this.figures.vintages(indicators));
        return indicators.map((indicator) => vintages.get(indicator) ?? []);
      })
      .load(indicator);
  }

  indicatorsWithFigures(): Promise<string[]> {
    return this.loadIndicators('all', () => this.figures.indicators());
  }

  /** Returns the slugs of all indicators with figures. Records that the response depends on all of them. */
  indicatorsToRead(): Promise<string[]> {
    const { pageFigures } = this;
    return pageFigures
      ? this.loadIndicators('to read', () => pageFigures.indicatorsToRead())
      : this.indicatorsWithFigures();
  }

  private loadIndicators(key: string, read: () => Promise<string[]>): Promise<string[]> {
    return this.batcher
      .loader<string, string[]>(`indicators ${key}`, async (keys) => {
        const foundSlugs = await this.batcher.execute(read);
        return keys.map(() => foundSlugs);
      })
      .load(key);
  }
}

function distinctBreakdowns(breakdowns: readonly Breakdown[]): Breakdown[] {
  return [...new Map(breakdowns.map((breakdown) => [breakdownKey(breakdown), breakdown])).values()];
}
