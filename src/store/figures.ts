/** All figures of one indicator, as one publisher's file gave them. */
export interface SeriesVintage {
  indicator: string;
  /** Of the figures alone, the same for the same figures in whatever order they came. */
  digest: string;
  series: readonly Omit<StoredSeries, 'vintage' | 'indicator'>[];
  /** Where the figures come from, for those that were imported. */
  provenance?: VintageProvenance;
  /** The date of their publisher's edition; the time of writing unless given. */
  date?: VintageDate;
  /** The moment of the newest vintage that it was made against, null for none; not compared unless given. */
  after?: Date | null;
}

/** The date of a vintage, as exactly as it is known, and of what it is the date. */
export interface VintageDate {
  /** A partial date: 2024, 2024-06 or 2024-06-18. */
  date: string;
  /** NOT_BEFORE: neither the publisher's update nor the retrieval is known, only a date before which neither can lie. */
  dateOf: 'UPDATE' | 'RETRIEVAL' | 'NOT_BEFORE';
}

/** Where the figures of a vintage come from. */
export interface VintageProvenance {
  files: readonly {
    name: string;
    sha256: string;
    /** How the file was read, in words. */
    layout: string;
    /** The sheet, or the member of an archive; null for a file that is one table. */
    table: string | null;
    /** When its publisher last changed it, as the file says; null where it does not. */
    updated: string | null;
  }[];
  /** The day on which the files were fetched, as YYYY-MM-DD. */
  retrievedOn: string;
  /** The terms of reuse, in words; null where they are not known. */
  licence: string | null;
  /** Whom to name, in words; null where nobody says. */
  attribution: string | null;
}

/** One series of figures as it is stored: one document for an indicator, an area, a breakdown and a vintage. */
export interface StoredSeries {
  indicator: string;
  /** Code of the area, exact. */
  area: string;
  /** Codes by dimension; empty for the total. */
  breakdown: Readonly<Record<string, string>>;
  /** The vintage: when it was made visible. */
  vintage: Date;
  points: readonly StoredPoint[];
}

/** One cell of a series, oldest first in its list. */
export interface StoredPoint {
  period: string;
  value: number | null;
  state: 'REPORTED' | 'NOT_REPORTED' | 'SUPPRESSED' | 'NOT_APPLICABLE';
  flags: readonly string[];
  /** Slug of the source, or null. */
  source: string | null;
  note: string | null;
  /** The least and the most that the figure can be, where its publisher says so. */
  lower?: number | null;
  upper?: number | null;
}

/** What figures of an indicator there are in its newest vintage. */
export interface FiguresCoverage {
  series: number;
  /** How many cells with a reported figure, and how many without one. */
  reported: number;
  missing: number;
  from: string | null;
  to: string | null;
  /** Codes, in the order of the alphabet. */
  areas: readonly string[];
}

/** A cell that differs between two vintages. */
export interface ChangedCell {
  kind: 'CHANGED' | 'APPEARED' | 'VANISHED';
  period: string;
  before: StoredPoint | null;
  after: StoredPoint | null;
}

/** One series in two vintages. Where a figure was read does not count. */
export interface ChangedSeries {
  readonly area: string;
  readonly breakdown: Readonly<Record<string, string>>;
  /** How many cells differ in each way. */
  readonly counts: Readonly<Record<ChangedCell['kind'], number>>;
  /** The cells that differ, oldest first; none where their counts were known and nobody needed them. */
  cells(): ChangedCell[];
}

/** Asks in what two vintages differ. */
export interface ChangedSeriesQuery {
  indicator: string;
  from: Date;
  to: Date;
  /** Null for all. */
  areas: readonly string[] | null;
  /** Whether somebody still needs the cells and not only their counts; asked now and then. */
  needsCells(): boolean;
}

/** Of which area a series is, and by which codes. */
export interface SeriesPlace {
  area: string;
  breakdown: Readonly<Record<string, string>>;
}

/** The totals of the last period for which any area has one. */
export interface LatestTotals {
  /** Null where there are no totals. */
  period: string | null;
  /** Where there are none: series by as few codes as any with the greatest last figures, the greatest first. */
  greatest: readonly SeriesPlace[];
  /** By the code of the area; one without a figure for the period is absent. */
  points: ReadonlyMap<string, StoredPoint>;
  /** Codes of all areas that there are in the vintage, whether they have totals or not. */
  areas: readonly string[];
}

/** One vintage of the figures of an indicator. */
export interface Vintage {
  /** Counted from 1 for each indicator. */
  number: number;
  /** The moment from which it is current: the beginning of its date, and after the vintage before. */
  at: Date;
  /** A partial date; the day on which it was written where `dateOf` says so. */
  date: string;
  dateOf: VintageDate['dateOf'] | 'WRITING';
  digest: string;
  /** Null for figures that were not imported. */
  provenance: VintageProvenance | null;
  /** Known without reading series; null for what an earlier version wrote. */
  readonly latest: LatestTotals | null;
}

/** Which series are wanted. */
export interface SeriesQuery {
  indicators: readonly string[];
  areas: readonly string[] | null;
  /** Each breakdown wanted, whole; null for all, an empty object for the total. */
  breakdowns: readonly Readonly<Record<string, string>>[] | null;
  asOf: Date | null;
  /** By indicator, a moment after which no vintages are read, whatever `asOf` says. */
  limits?: Readonly<Record<string, Date>>;
  /** At most so many of each indicator, the first by their areas; all unless given. */
  first?: number;
  /** Whether they are few, so that they are read in one command with what else the same request reads now. */
  areFew?: boolean;
}

/** The figures of indicators, vintage by vintage. */
export interface Figures {
  /** Series of indicators, the newest vintage of each not after `asOf`; all areas and breakdowns unless given. One command. */
  series(query: SeriesQuery): Promise<StoredSeries[]>;
  /**
   * The series in which the vintages of an indicator that were served at two moments differ, by area and breakdown. What
   * stayed the same is not read.
   */
  changedSeries(query: ChangedSeriesQuery): AsyncIterable<ChangedSeries>;
  /** The series in which a vintage that is not written yet differs from the newest one, by area and breakdown. */
  seriesToChange(vintage: SeriesVintage): AsyncIterable<ChangedSeries>;
  /** The newest vintage of each of these indicators; an indicator without figures is absent. */
  newest(indicators: readonly string[]): Promise<Map<string, { vintage: Date; digest: string }>>;
  /** What there is in the newest vintage of each of these indicators; one without figures is absent. One command. */
  coverage(indicators: readonly string[]): Promise<Map<string, FiguresCoverage>>;
  /** All vintages of each of these indicators, oldest first; an indicator without figures is absent. */
  vintages(indicators: readonly string[]): Promise<Map<string, readonly Vintage[]>>;
  /** The slugs of all indicators that have figures, published or not, in the order of the alphabet. */
  indicators(): Promise<string[]>;
}
