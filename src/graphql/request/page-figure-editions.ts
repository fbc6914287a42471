import { max, min } from 'd3-array';
import {
  formatEditionTime,
  type PinnedEditions,
  type SerialisedEditions,
  serialisePinnedEditions,
} from '../../model/pinned-editions.js';
import type {
  ChangedSeries,
  ChangedSeriesQuery,
  FigureStore,
  SeriesQuery,
  StoredSeries,
  Vintage,
} from '../../store/figures.js';

interface IndicatorRead {
  /** Time of the newest edition that was read; null if there was none. */
  newest: Date | null;
  /** Latest `asOf` time in the arguments of the query; null if it specified none. */
  requested: Date | null;
  hasFigures: boolean;
}

type ResolveSlug = (slug: string) => Promise<string>;
/** Time of the newest permitted edition, by indicator. */
type EditionLimits = ReadonlyMap<string, Date>;

const EPOCH = new Date(0);

/** Editions of the figures on one page: those that its URL fixes, and those read so far, for its permalink. */
export class PageFigureEditions {
  private readonly reads = new Map<string, IndicatorRead>();
  /** Whether the response depends on the list of all indicators. */
  readsAll = false;
  /** Whether the page shows the newest editions. */
  isNewest = true;

  /**
   * @param asOf time of the figures for queries that specify none; null for the latest
   * @param pinned editions that the permalink fixes; null if the URL is not a permalink
   */
  constructor(
    readonly asOf: Date | null,
    readonly pinned: PinnedEditions | null,
  ) {}

  recordRead(indicator: string, { newest = null, requested = null, hasFigures = false }: Partial<IndicatorRead>): void {
    const read = this.reads.get(indicator) ?? { newest: null, requested: null, hasFigures: false };
    this.reads.set(indicator, {
      newest: max([read.newest, newest], (date) => date) ?? null,
      requested: max([read.requested, requested], (date) => date) ?? null,
      hasFigures: read.hasFigures || hasFigures,
    });
  }

  /** Returns the editions to fix in a permalink; null if the response has no figures. */
  editionsToPin(): SerialisedEditions | null {
    if (this.reads.size === 0) return null;
    const reads = [...this.reads];
    const asOf = this.asOf ?? max(reads, ([, { newest }]) => newest) ?? null;
    const needsPin = ({ newest, requested }: IndicatorRead) =>
      newest === null || (asOf !== null && asOf > newest) || (requested !== null && requested > newest);
    const pinnedReads = reads.filter(([, read]) => (this.readsAll ? read.hasFigures : needsPin(read)));
    const newestByIndicator = new Map(pinnedReads.map(([indicator, read]) => [indicator, read.newest]));
    const hasEditions = this.readsAll || newestByIndicator.size > 0;
    return {
      asOf: asOf && formatEditionTime(asOf),
      editions: hasEditions ? serialisePinnedEditions({ isAll: this.readsAll, newest: newestByIndicator }) : null,
      isNewest: this.isNewest,
    };
  }
}

/** Figure store for one query of a page. Limits reads to the editions that the URL fixes, and records them. */
export class PageFigureStore implements FigureStore {
  private limitsPromise: Promise<EditionLimits> | null = null;

  constructor(
    private readonly figures: FigureStore,
    private readonly page: PageFigureEditions,
    private readonly resolveSlug: ResolveSlug,
  ) {}

  /** Default time of figures; null for the newest. */
  get asOf(): Date | null {
    return this.page.asOf;
  }

  async series(query: SeriesQuery): Promise<StoredSeries[]> {
    const { indicators, asOf } = query;
    await this.vintages(indicators);
    const latestVintages = Object.fromEntries(await this.limitsOf(indicators));
    const isLimited = Object.keys(latestVintages).length > 0;
    const series = await this.figures.series({
      ...query,
      asOf: asOf ?? this.asOf,
      ...(isLimited && { latestVintages }),
    });
    for (const indicator of indicators) this.page.recordRead(indicator, { requested: asOf });
    // An edition may have been imported since the newest was looked up.
    for (const { indicator, vintage } of series) this.page.recordRead(indicator, { newest: vintage, hasFigures: true });
    return series;
  }

  /** Records a read of an indicator's vintage as of the requested time. */
  recordRead(indicator: string, requested: Date | null): void {
    this.page.recordRead(indicator, { requested, hasFigures: true });
  }

  async *changedSeries(query: ChangedSeriesQuery): AsyncGenerator<ChangedSeries> {
    const { indicator, from, to } = query;
    await this.vintages([indicator]);
    this.page.recordRead(indicator, { requested: to });
    const limit = (await this.limitsOf([indicator])).get(indicator) ?? to;
    yield* this.figures.changedSeries({ ...query, from: min([from, limit])!, to: min([to, limit])! });
  }

  async vintages(indicators: readonly string[]): Promise<Map<string, readonly Vintage[]>> {
    const [vintagesByIndicator, limits] = await Promise.all([
      this.figures.vintages(indicators),
      this.limitsOf(indicators),
    ]);
    const vintageLists = [...vintagesByIndicator].map(([indicator, editions]) => {
      const limit = limits.get(indicator);
      const lastTime = limit ?? this.asOf;
      if (lastTime && editions.some(({ at }) => at > lastTime)) this.page.isNewest = false;
      return [indicator, limit ? editions.filter(({ at }) => at <= limit) : editions] as const;
    });
    const vintages = new Map(vintageLists.filter(([, editions]) => editions.length > 0));
    for (const indicator of indicators)
      this.page.recordRead(indicator, { newest: vintages.get(indicator)?.at(-1)?.at ?? null });
    return vintages;
  }

  /** Returns all indicators with figures, and records that the response depends on all of them. */
  async indicatorsToRead(): Promise<string[]> {
    this.page.readsAll = true;
    if (this.page.pinned?.isAll !== true) return this.figures.indicators();
    return [...(await this.limits()).keys()];
  }

  previewChangedSeries: FigureStore['previewChangedSeries'] = (vintage) => this.figures.previewChangedSeries(vintage);
  newestVintages: FigureStore['newestVintages'] = (indicators) => this.figures.newestVintages(indicators);
  coverage: FigureStore['coverage'] = (indicators) => this.figures.coverage(indicators);
  indicators: FigureStore['indicators'] = () => this.figures.indicators();

  private async limitsOf(indicators: readonly string[]): Promise<EditionLimits> {
    const { pinned } = this.page;
    if (pinned === null) return new Map();
    const limits = await this.limits();
    const limitedIndicators = indicators.filter((indicator) => pinned.isAll || limits.has(indicator));
    return new Map(limitedIndicators.map((indicator) => [indicator, limits.get(indicator) ?? EPOCH]));
  }

  /** Returns the edition times that the URL fixes, by current indicator slug. */
  private limits(): Promise<EditionLimits> {
    const pinned = [...(this.page.pinned?.newest ?? [])];
    const toLimit = async ([slug, at]: (typeof pinned)[number]) => [await this.resolveSlug(slug), at ?? EPOCH] as const;
    return (this.limitsPromise ??= Promise.all(pinned.map(toLimit)).then((limits) => new Map(limits)));
  }
}
