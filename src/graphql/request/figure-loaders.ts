import type { Breakdown } from '../../model/breakdown-key.js';
import { breakdownKey } from '../../model/breakdown-key.js';
import type { AreaQuery, FiguresQuery } from '../../reading/computed-context.js';
import type {
  ChangedSeries,
  ChangedSeriesQuery,
  Figures,
  FiguresCoverage,
  LatestTotals,
  StoredSeries,
  Vintage,
} from '../../store/figures.js';
import type { Batches } from './batches.js';
import type { PageFigures } from './page-editions.js';

/** The batch size for series, that of other batches. */
const MAX_BATCH_SIZE = 500;

/** Series of some indicators for one area. */
interface RequestedOfArea {
  indicators: readonly string[];
  area: string;
  breakdowns: readonly Breakdown[];
}

/** Loads the figures of one request. */
export class FigureLoaders {
  /** The series of all areas, by indicator, moment and breakdowns. */
  private readonly ofAll = new Map<string, Promise<StoredSeries[]>>();
  private readonly requested = new Map<string, RequestedOfArea>();

  private readonly figures: Figures;

  /** @param ofPage the figures of a page; null without one */
  constructor(
    figures: Figures,
    private readonly batches: Batches,
    private readonly ofPage: PageFigures | null = null,
  ) {
    this.figures = ofPage ?? figures;
  }

  /** The series of an indicator. */
  series(indicator: string, query: FiguresQuery): Promise<StoredSeries[]> {
    const found = this.batches
      .loader<string, StoredSeries[]>(`series ${JSON.stringify(query)}`, async (indicators) => {
        const series = await this.batches.execute(() => this.figures.series({ ...query, indicators }));
        const byIndicator = new Map<string, StoredSeries[]>(indicators.map((each) => [each, []]));
        for (const each of series) byIndicator.get(each.indicator)?.push(each);
        return indicators.map((each) => byIndicator.get(each)!);
      })
      .load(indicator);
    const { areas, breakdowns, asOf, first } = query;
    if (areas === null && first === undefined) this.ofAll.set(JSON.stringify([indicator, asOf, breakdowns]), found);
    return found;
  }

  /** The series of an indicator for one area, as `seriesOfArea` returns them. */
  async seriesOf(indicator: string, area: string, query: AreaQuery): Promise<StoredSeries[]> {
    return (await this.seriesOfArea([indicator], area, query))[0]!;
  }

  /** The series of some indicators for one area. Requests for areas, indicators and breakdowns are batched. */
  seriesOfArea(
    indicators: readonly string[],
    area: string,
    { asOf, breakdowns }: AreaQuery,
  ): Promise<StoredSeries[][]> {
    const known = (each: string) => this.ofAll.get(JSON.stringify([each, asOf, breakdowns])) ?? [];
    const ofAll = this.ofAll.size > 0 ? indicators.flatMap(known) : [];
    if (ofAll.length === indicators.length) {
      return Promise.all(ofAll).then((each) => each.map((all) => all.filter((series) => series.area === area)));
    }
    const load = async (keys: readonly string[]) => {
      const requested = keys.map((key) => this.requested.get(key)!);
      const indicators = [...new Set(requested.flatMap((each) => each.indicators))];
      const areas = [...new Set(requested.map((each) => each.area))];
      const all = distinct(requested.flatMap((each) => each.breakdowns));
      const areFew = indicators.length * areas.length * all.length <= MAX_BATCH_SIZE;
      const query = { asOf, indicators, areas, breakdowns: all, areFew };
      const series = await this.batches.execute(() => this.figures.series(query));
      const byPair = new Map<string, StoredSeries[]>();
      for (const found of series) {
        const pair = `${found.indicator} ${found.area}`;
        byPair.set(pair, [...(byPair.get(pair) ?? []), found]);
      }
      return requested.map((each) => {
        const requested = new Set(each.breakdowns.map(breakdownKey));
        const isRequested = ({ breakdown }: StoredSeries) => requested.has(breakdownKey(breakdown));
        return each.indicators.map((of) => byPair.get(`${of} ${each.area}`)?.filter(isRequested) ?? []);
      });
    };
    const key = JSON.stringify([indicators, area, breakdowns]);
    this.requested.set(key, { indicators, area, breakdowns });
    return this.batches.loader<string, StoredSeries[][]>(`cells ${JSON.stringify(asOf)}`, load).load(key);
  }

  clear(): void {
    this.ofAll.clear();
  }

  /** Visits the series that differ between two vintages of an indicator, until the deadline. */
  async changedSeries(query: ChangedSeriesQuery, visit: (series: ChangedSeries) => void): Promise<void> {
    await this.batches.execute(async () => {
      for await (const series of this.figures.changedSeries(query)) {
        if (this.batches.request.deadline.isOver) return;
        visit(series);
      }
    });
  }

  /** The coverage of an indicator's figures; null for none. */
  coverage(indicator: string): Promise<FiguresCoverage | null> {
    return this.batches
      .loader<string, FiguresCoverage | null>('coverage', async (indicators) => {
        const found = await this.batches.execute(() => this.figures.coverage(indicators));
        return indicators.map((each) => found.get(each) ?? null);
      })
      .load(indicator);
  }

  /** The vintages of an indicator, oldest first; those after the moment of the page are left out. */
  async vintages(indicator: string): Promise<readonly Vintage[]> {
    const asOf = this.ofPage?.asOf ?? null;
    return (await this.allVintages(indicator)).filter(({ at }) => asOf === null || at <= asOf);
  }

  /** The vintage at a moment, by default that of the page; null for none. */
  async vintageAt(indicator: string, moment: Date | null): Promise<Vintage | null> {
    return this.servedAt(moment, await this.allVintages(indicator));
  }

  /** As `vintageAt` for several indicators, in one read. */
  async vintagesAt(indicators: readonly string[], moment: Date | null): Promise<(Vintage | null)[]> {
    const found = await this.batches.execute(() => this.figures.vintages(indicators));
    return indicators.map((each) => this.servedAt(moment, found.get(each) ?? []));
  }

  private servedAt(moment: Date | null, vintages: readonly Vintage[]): Vintage | null {
    const asOf = moment ?? this.ofPage?.asOf ?? null;
    return vintages.findLast(({ at }) => asOf === null || at <= asOf) ?? null;
  }

  /** The latest totals of the vintage at a moment; null where a full read is needed. */
  async latest(indicator: string, asOf: Date | null): Promise<LatestTotals | null> {
    const latest = (await this.vintageAt(indicator, asOf))?.latest ?? null;
    if (latest) this.ofPage?.noteRead(indicator, asOf);
    return latest;
  }

  private allVintages(indicator: string): Promise<readonly Vintage[]> {
    return this.batches
      .loader<string, readonly Vintage[]>('vintages', async (indicators) => {
        const found = await this.batches.execute(() => this.figures.vintages(indicators));
        return indicators.map((each) => found.get(each) ?? []);
      })
      .load(indicator);
  }

  /** The slugs of all indicators with figures. */
  indicatorsWithFigures(): Promise<string[]> {
    return this.listed('all', () => this.figures.indicators());
  }

  /** As `indicatorsWithFigures`, for a response that contains their figures. */
  indicatorsToRead(): Promise<string[]> {
    const { ofPage } = this;
    return ofPage ? this.listed('to read', () => ofPage.indicatorsToRead()) : this.indicatorsWithFigures();
  }

  private listed(which: string, read: () => Promise<string[]>): Promise<string[]> {
    return this.batches
      .loader<string, string[]>(`indicators ${which}`, async (keys) => {
        const found = await this.batches.execute(read);
        return keys.map(() => found);
      })
      .load(which);
  }
}

function distinct(breakdowns: readonly Breakdown[]): Breakdown[] {
  return [...new Map(breakdowns.map((each) => [breakdownKey(each), each])).values()];
}
