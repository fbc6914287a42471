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

/** So many series at most are read with what else is read of a level: as many as a batch has. */
const MOST_TOGETHER = 500;

/** Series of some indicators for one area. */
interface WantedOfArea {
  indicators: readonly string[];
  area: string;
  breakdowns: readonly Breakdown[];
}

/** The figures that one request reads. */
export class FigureLoaders {
  /** The series of all areas, which hold those of each; by indicator, moment and breakdowns. */
  private readonly ofAll = new Map<string, Promise<StoredSeries[]>>();
  /** What is wanted for areas, by its key. */
  private readonly wanted = new Map<string, WantedOfArea>();

  private readonly figures: Figures;

  /** @param ofPage the figures as the answer of a page has them; null where it is of none */
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
        const series = await this.batches.ask(() => this.figures.series({ ...query, indicators }));
        const byIndicator = new Map<string, StoredSeries[]>(indicators.map((each) => [each, []]));
        for (const each of series) byIndicator.get(each.indicator)?.push(each);
        return indicators.map((each) => byIndicator.get(each)!);
      })
      .load(indicator);
    const { areas, breakdowns, asOf, first } = query;
    if (areas === null && first === undefined) this.ofAll.set(JSON.stringify([indicator, asOf, breakdowns]), found);
    return found;
  }

  /** The series of an indicator for one area, as `seriesOfArea` gives them. */
  async seriesOf(indicator: string, area: string, query: AreaQuery): Promise<StoredSeries[]> {
    return (await this.seriesOfArea([indicator], area, query))[0]!;
  }

  /**
   * The series of each of some indicators for one area; asked for together with those of the other areas and indicators,
   * whatever breakdowns each of them is wanted of.
   */
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
      const wanted = keys.map((key) => this.wanted.get(key)!);
      const indicators = [...new Set(wanted.flatMap((each) => each.indicators))];
      const areas = [...new Set(wanted.map((each) => each.area))];
      const all = distinct(wanted.flatMap((each) => each.breakdowns));
      const areFew = indicators.length * areas.length * all.length <= MOST_TOGETHER;
      const query = { asOf, indicators, areas, breakdowns: all, areFew };
      const series = await this.batches.ask(() => this.figures.series(query));
      const byPair = new Map<string, StoredSeries[]>();
      for (const found of series) {
        const pair = `${found.indicator} ${found.area}`;
        byPair.set(pair, [...(byPair.get(pair) ?? []), found]);
      }
      return wanted.map((each) => {
        const asked = new Set(each.breakdowns.map(breakdownKey));
        const isAsked = ({ breakdown }: StoredSeries) => asked.has(breakdownKey(breakdown));
        return each.indicators.map((of) => byPair.get(`${of} ${each.area}`)?.filter(isAsked) ?? []);
      });
    };
    const key = JSON.stringify([indicators, area, breakdowns]);
    this.wanted.set(key, { indicators, area, breakdowns });
    return this.batches.loader<string, StoredSeries[][]>(`cells ${JSON.stringify(asOf)}`, load).load(key);
  }

  /** Forgets what was read. */
  clear(): void {
    this.ofAll.clear();
  }

  /** Visits the series in which two vintages of an indicator differ, by area and breakdown, until the time is over. */
  async changedSeries(query: ChangedSeriesQuery, visit: (series: ChangedSeries) => void): Promise<void> {
    await this.batches.ask(async () => {
      for await (const series of this.figures.changedSeries(query)) {
        if (this.batches.request.deadline.isOver) return;
        visit(series);
      }
    });
  }

  /** What figures of an indicator there are; null where there are none. */
  coverage(indicator: string): Promise<FiguresCoverage | null> {
    return this.batches
      .loader<string, FiguresCoverage | null>('coverage', async (indicators) => {
        const found = await this.batches.ask(() => this.figures.coverage(indicators));
        return indicators.map((each) => found.get(each) ?? null);
      })
      .load(indicator);
  }

  /** The vintages of an indicator, oldest first; no later ones where the page is as of a moment. */
  async vintages(indicator: string): Promise<readonly Vintage[]> {
    const asOf = this.ofPage?.asOf ?? null;
    return (await this.allVintages(indicator)).filter(({ at }) => asOf === null || at <= asOf);
  }

  /** The vintage that was served at a moment, which is that of the page unless given; null where there was none. */
  async vintageAt(indicator: string, moment: Date | null): Promise<Vintage | null> {
    return this.servedAt(moment, await this.allVintages(indicator));
  }

  /** The same of each of some indicators, which are asked for by one question of their own. */
  async vintagesAt(indicators: readonly string[], moment: Date | null): Promise<(Vintage | null)[]> {
    const found = await this.batches.ask(() => this.figures.vintages(indicators));
    return indicators.map((each) => this.servedAt(moment, found.get(each) ?? []));
  }

  private servedAt(moment: Date | null, vintages: readonly Vintage[]): Vintage | null {
    const asOf = moment ?? this.ofPage?.asOf ?? null;
    return vintages.findLast(({ at }) => asOf === null || at <= asOf) ?? null;
  }

  /** The latest totals of the vintage that was served at a moment, as a reading of figures; null where they are not known without one. */
  async latest(indicator: string, asOf: Date | null): Promise<LatestTotals | null> {
    const latest = (await this.vintageAt(indicator, asOf))?.latest ?? null;
    if (latest) this.ofPage?.noteRead(indicator, asOf);
    return latest;
  }

  private allVintages(indicator: string): Promise<readonly Vintage[]> {
    return this.batches
      .loader<string, readonly Vintage[]>('vintages', async (indicators) => {
        const found = await this.batches.ask(() => this.figures.vintages(indicators));
        return indicators.map((each) => found.get(each) ?? []);
      })
      .load(indicator);
  }

  /** The slugs of all indicators that have figures. */
  indicatorsWithFigures(): Promise<string[]> {
    return this.listed('all', () => this.figures.indicators());
  }

  /** The same for an answer that is made of their figures. */
  indicatorsToRead(): Promise<string[]> {
    const { ofPage } = this;
    return ofPage ? this.listed('to read', () => ofPage.indicatorsToRead()) : this.indicatorsWithFigures();
  }

  private listed(which: string, read: () => Promise<string[]>): Promise<string[]> {
    return this.batches
      .loader<string, string[]>(`indicators ${which}`, async (keys) => {
        const found = await this.batches.ask(read);
        return keys.map(() => found);
      })
      .load(which);
  }
}

/** Each breakdown once. */
function distinct(breakdowns: readonly Breakdown[]): Breakdown[] {
  return [...new Map(breakdowns.map((each) => [breakdownKey(each), each])).values()];
}
