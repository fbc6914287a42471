/** All figures of one edition of an indicator, to be written. */
export interface VintageToWrite {
  indicator: string;
  /** Digest of the figures, independent of their order. */
  digest: string;
  series: readonly Omit<StoredSeries, 'vintage' | 'indicator'>[];
  /** Origin of imported figures; else absent. */
  provenance?: VintageProvenance;
  /** Date of the publisher's edition. Default: time of writing. */
  date?: VintageDate;
  /** Time of the newest vintage when the author read it; null if there was none. Absent if it is not to be checked. */
  expectedNewest?: Date | null;
  /** Date of an edition that precedes the newest one; absent for figures that become the newest. */
  earlier?: string;
}

export interface VintageDate {
  /** A partial date: 2024, 2024-06 or 2024-06-18. */
  date: string;
  /** NOT_BEFORE: no date of the update or retrieval is known, and the figures are not older than this date. */
  dateOf: 'UPDATE' | 'RETRIEVAL' | 'NOT_BEFORE';
}

export interface VintageProvenance {
  files: readonly {
    name: string;
    sha256: string;
    /** Description of the file layout. */
    layout: string;
    /** Name of the sheet or archive member; null for a file with a single table. */
    table: string | null;
    /** Date of the publisher's last update according to the file; null if unknown. */
    updated: string | null;
  }[];
  /** Date on which the files were downloaded, as YYYY-MM-DD. */
  retrievedOn: string;
  /** Terms of reuse; null if unknown. */
  licence: string | null;
  /** Attribution text; null if unknown. */
  attribution: string | null;
}

/** A stored series: the points of an indicator for an area and breakdown, from one vintage. */
export interface StoredSeries {
  indicator: string;
  area: string;
  /** Codes by dimension; empty for the total. */
  breakdown: Readonly<Record<string, string>>;
  /** Time from which the vintage is current. */
  vintage: Date;
  points: readonly StoredPoint[];
}

/** One period of a stored series, with its figure or the reason why it has none. Points are ordered oldest first. */
export interface StoredPoint {
  period: string;
  value: number | null;
  state: 'REPORTED' | 'NOT_REPORTED' | 'SUPPRESSED' | 'NOT_APPLICABLE';
  flags: readonly string[];
  source: string | null;
  note: string | null;
  /** Lower bound given by the publisher. */
  lower?: number | null;
  upper?: number | null;
}

/** Extent of the newest vintage of an indicator. */
export interface FiguresCoverage {
  series: number;
  /** Number of cells with a reported figure. */
  reported: number;
  missing: number;
  from: string | null;
  to: string | null;
  /** Area codes, sorted. */
  areas: readonly string[];
}

export interface ChangedCell {
  kind: 'CHANGED' | 'APPEARED' | 'VANISHED';
  period: string;
  before: StoredPoint | null;
  after: StoredPoint | null;
}

/** Difference of a series between two vintages. A change of the source alone is ignored. */
export interface ChangedSeries {
  readonly area: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<ChangedCell['kind'], number>>;
  /** Returns the changed cells, oldest first. Empty if only the counts were needed. */
  cells(): ChangedCell[];
}

export interface ChangedSeriesQuery {
  indicator: string;
  from: Date;
  to: Date;
  /** Area codes to compare; null for all. */
  areas: readonly string[] | null;
  /** Returns whether cells are still needed in addition to counts. Called repeatedly. */
  needsCells(): boolean;
}

/** Area and breakdown, which identify a series of an indicator. */
export interface SeriesIdentity {
  area: string;
  breakdown: Readonly<Record<string, string>>;
}

/** Totals of the last period for which any area has a total. */
export interface LatestTotals {
  /** Period of the totals; null if there are no totals. */
  period: string | null;
  /** If there are no totals: the series with the fewest breakdown codes, largest latest value first. Else empty. */
  greatest: readonly SeriesIdentity[];
  /** Totals by area code. Areas without a figure for the period are absent. */
  points: ReadonlyMap<string, StoredPoint>;
  /** Codes of all areas in the vintage. */
  areas: readonly string[];
}

/** An edition of an indicator's figures. */
export interface Vintage {
  /** Number within the indicator, 1-based. */
  number: number;
  /** Time from which the vintage is current: the start of its date, but after the previous vintage. */
  at: Date;
  /** A partial date; the date of writing if `dateOf` is WRITING. */
  date: string;
  dateOf: VintageDate['dateOf'] | 'WRITING';
  digest: string;
  /** Origin of the figures; null if they were not imported. */
  provenance: VintageProvenance | null;
  coverage: FiguresCoverage;
  /** Latest totals; null if an older version of the software wrote the vintage. */
  readonly latest: LatestTotals | null;
}

export interface SeriesQuery {
  indicators: readonly string[];
  areas: readonly string[] | null;
  /** Complete breakdowns to read, an empty object for the total; null for all. */
  breakdowns: readonly Readonly<Record<string, string>>[] | null;
  asOf: Date | null;
  /** Time of the newest vintage to read, by indicator. Applies in addition to `asOf`. */
  latestVintages?: Readonly<Record<string, Date>>;
  /** Maximum number of series per indicator, ordered by area and, with all breakdowns, by breakdown. Default: all. */
  first?: number;
  /** Whether few series match. They are then read in one batch with other reads of the request. */
  isSmall?: boolean;
}

/** Reads the series and vintages of indicators. */
export interface FigureStore {
  /** Returns the series of the newest vintage that is not after `asOf`. Sends one command. */
  series(query: SeriesQuery): Promise<StoredSeries[]>;
  /** Yields the series that differ between two vintages, ordered by area and breakdown. Does not read equal series. */
  changedSeries(query: ChangedSeriesQuery): AsyncIterable<ChangedSeries>;
  /** Yields the series in which an unwritten vintage differs from the newest one, ordered by area and breakdown. */
  previewChangedSeries(vintage: VintageToWrite): AsyncIterable<ChangedSeries>;
  /** Returns time and digest of the newest vintage of each indicator. Indicators without figures are absent. */
  newestVintages(indicators: readonly string[]): Promise<Map<string, { vintage: Date; digest: string }>>;
  /** Returns the extent of the newest vintage of each indicator that has figures. Sends one command. */
  coverage(indicators: readonly string[]): Promise<Map<string, FiguresCoverage>>;
  /** Returns all vintages of each indicator, oldest first. Indicators without figures are absent. */
  vintages(indicators: readonly string[]): Promise<Map<string, readonly Vintage[]>>;
  /** Returns the slugs of all indicators with figures, sorted, whether published or not. */
  indicators(): Promise<string[]>;
}
