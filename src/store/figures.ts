/** All figures of an indicator from one file. */
export interface SeriesVintage {
  indicator: string;
  /** Digest of the figures, independent of their order. */
  digest: string;
  series: readonly Omit<StoredSeries, 'vintage' | 'indicator'>[];
  /** Present for imported figures. */
  provenance?: VintageProvenance;
  /** Date of the publisher's edition; default: time of writing. */
  date?: VintageDate;
  /** The newest vintage that it was made against, null for none; compared only where present. */
  after?: Date | null;
}

export interface VintageDate {
  /** A partial date: 2024, 2024-06 or 2024-06-18. */
  date: string;
  /** NOT_BEFORE: the dates of the update and the retrieval are unknown; the figures are not older than this date. */
  dateOf: 'UPDATE' | 'RETRIEVAL' | 'NOT_BEFORE';
}

export interface VintageProvenance {
  files: readonly {
    name: string;
    sha256: string;
    /** Description of the file layout. */
    layout: string;
    /** The sheet or archive member; null for a single table. */
    table: string | null;
    /** Date of the publisher's last change, as the file gives it. */
    updated: string | null;
  }[];
  /** The day on which the files were fetched, as YYYY-MM-DD. */
  retrievedOn: string;
  /** Terms of reuse; null where unknown. */
  licence: string | null;
  /** Whom to credit; null where unknown. */
  attribution: string | null;
}

/** The stored series of an indicator, area, breakdown and vintage. */
export interface StoredSeries {
  indicator: string;
  area: string;
  /** Codes by dimension; empty for the total. */
  breakdown: Readonly<Record<string, string>>;
  /** When the vintage became visible. */
  vintage: Date;
  points: readonly StoredPoint[];
}

/** A cell of a series. Series list them oldest first. */
export interface StoredPoint {
  period: string;
  value: number | null;
  state: 'REPORTED' | 'NOT_REPORTED' | 'SUPPRESSED' | 'NOT_APPLICABLE';
  flags: readonly string[];
  source: string | null;
  note: string | null;
  /** Bounds given by the publisher. */
  lower?: number | null;
  upper?: number | null;
}

/** Extent of the newest vintage of an indicator. */
export interface FiguresCoverage {
  series: number;
  /** Cells with a reported figure. */
  reported: number;
  missing: number;
  from: string | null;
  to: string | null;
  /** Codes, sorted. */
  areas: readonly string[];
}

export interface ChangedCell {
  kind: 'CHANGED' | 'APPEARED' | 'VANISHED';
  period: string;
  before: StoredPoint | null;
  after: StoredPoint | null;
}

/** A series in two vintages. A change of source alone does not count. */
export interface ChangedSeries {
  readonly area: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<ChangedCell['kind'], number>>;
  /** The changed cells, oldest first; empty where only the counts were needed. */
  cells(): ChangedCell[];
}

export interface ChangedSeriesQuery {
  indicator: string;
  from: Date;
  to: Date;
  /** Null for all. */
  areas: readonly string[] | null;
  /** Whether the cells are still needed, not only the counts; called repeatedly. */
  needsCells(): boolean;
}

export interface SeriesPlace {
  area: string;
  breakdown: Readonly<Record<string, string>>;
}

/** Totals of the last period with a total for any area. */
export interface LatestTotals {
  /** Null where there are no totals. */
  period: string | null;
  /** Without totals: the series with the fewest codes and the greatest last figures, greatest first. */
  greatest: readonly SeriesPlace[];
  /** By area code; absent without a figure for the period. */
  points: ReadonlyMap<string, StoredPoint>;
  /** Codes of all areas in the vintage. */
  areas: readonly string[];
}

export interface Vintage {
  /** Counted from 1 for each indicator. */
  number: number;
  /** When it becomes current: the beginning of its date, and after the previous vintage. */
  at: Date;
  /** A partial date; the day of writing where `dateOf` says so. */
  date: string;
  dateOf: VintageDate['dateOf'] | 'WRITING';
  digest: string;
  /** Null for figures that were not imported. */
  provenance: VintageProvenance | null;
  coverage: FiguresCoverage;
  /** Null for a vintage of an earlier version. */
  readonly latest: LatestTotals | null;
}

export interface SeriesQuery {
  indicators: readonly string[];
  areas: readonly string[] | null;
  /** Whole breakdowns, an empty object for the total; null for all. */
  breakdowns: readonly Readonly<Record<string, string>>[] | null;
  asOf: Date | null;
  /** By indicator: the latest vintage to read, whatever `asOf` is. */
  limits?: Readonly<Record<string, Date>>;
  /** Maximum number for each indicator, ordered by area; default: all. */
  first?: number;
  /** Whether they are few, so that the read is batched with others of the request. */
  areFew?: boolean;
}

export interface Figures {
  /** Series of the newest vintage not after `asOf`; default: all areas and breakdowns. One command. */
  series(query: SeriesQuery): Promise<StoredSeries[]>;
  /** The series that differ between the vintages at two moments, by area and breakdown. Equal series are not read. */
  changedSeries(query: ChangedSeriesQuery): AsyncIterable<ChangedSeries>;
  /** The series in which an unwritten vintage differs from the newest one, by area and breakdown. */
  seriesToChange(vintage: SeriesVintage): AsyncIterable<ChangedSeries>;
  /** The newest vintage of each indicator; absent without figures. */
  newest(indicators: readonly string[]): Promise<Map<string, { vintage: Date; digest: string }>>;
  /** The extent of the newest vintage of each indicator; absent without figures. One command. */
  coverage(indicators: readonly string[]): Promise<Map<string, FiguresCoverage>>;
  /** All vintages of each indicator, oldest first; absent without figures. */
  vintages(indicators: readonly string[]): Promise<Map<string, readonly Vintage[]>>;
  /** Slugs of all indicators with figures, published or not, sorted. */
  indicators(): Promise<string[]>;
}
