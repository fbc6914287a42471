import type { GraphQLSchema } from 'graphql';
import type { Breakdown } from '../model/breakdown-key.js';
import type { AreaIndex } from '../series/area-index.js';
import type { StoredEntry } from '../store/entries.js';
import type {
  ChangedSeries,
  ChangedSeriesQuery,
  FiguresCoverage,
  LatestTotals,
  SeriesQuery,
  StoredSeries,
  Vintage,
} from '../store/figures.js';
import type { FigureScope } from '../tables/figure-scope.js';
import type { Records } from '../generated/computed.js';
import type { EntryReference } from './entry-reference.js';
import type { EntryOf, RecordOf } from './typed-entry.js';

export type IndicatorSeriesQuery = Omit<SeriesQuery, 'indicators'>;

/** A query for series of one area, by breakdown. */
export type AreaSeriesQuery = Pick<IndicatorSeriesQuery, 'asOf'> & { breakdowns: readonly Breakdown[] };

/** Reads figures. Reads at one level of a GraphQL query are combined into one database query. */
export interface FigureReader {
  series(indicator: string, query: IndicatorSeriesQuery): Promise<readonly StoredSeries[]>;
  seriesOf(indicator: string, area: string, query: AreaSeriesQuery): Promise<readonly StoredSeries[]>;
  /** Returns the series of several indicators for one area; one list per indicator. */
  seriesOfArea(
    indicators: readonly string[],
    area: string,
    query: AreaSeriesQuery,
  ): Promise<readonly (readonly StoredSeries[])[]>;
  /** Visits the series that differ between two vintages, sorted by area and breakdown. */
  changedSeries(query: ChangedSeriesQuery, visit: (series: ChangedSeries) => void): Promise<void>;
  /** Returns the coverage of an indicator's figures; null if it has none. */
  coverage(indicator: string): Promise<FiguresCoverage | null>;
  /** Returns the vintages of an indicator, oldest first. */
  vintages(indicator: string): Promise<readonly Vintage[]>;
  /** Returns the vintage at a time, or the newest if the time is null; null if there is none. */
  vintageAt(indicator: string, asOf: Date | null): Promise<Vintage | null>;
  vintagesAt(indicators: readonly string[], asOf: Date | null): Promise<readonly (Vintage | null)[]>;
  /** Returns the latest totals of the vintage at a time; null if they are not stored. */
  latest(indicator: string, asOf: Date | null): Promise<LatestTotals | null>;
  /** Returns the slugs of all indicators with figures, visible or not. */
  indicatorsWithFigures(): Promise<readonly string[]>;
  /** Returns the indicators that had figures in the editions of a permalink; else like `indicatorsWithFigures`. */
  indicatorsToRead(): Promise<readonly string[]>;
}

/** Context of the resolvers of computed fields in src/kinds/; their third argument. */
export interface ComputedContext {
  areas: AreaIndex;
  /** Unknown areas in the arguments of a list field; they are ignored. */
  unknownAreas: readonly string[];
  contract: GraphQLSchema;
  /** Origin of this server's URLs; empty if unknown. */
  origin: string;
  /** Locales of the request, in order of preference. */
  locales: readonly string[];
  /** Creates a reference to an entry. All references at one query level are resolved together. */
  reference(kind: string, slug: string): EntryReference;
  /** Returns a visible entry with the given fields of its record, or all if null. Null if there is no such entry. */
  entry<K extends keyof Records>(
    kind: K,
    slug: string,
    fields: readonly (keyof RecordOf<K>)[] | null,
  ): Promise<EntryOf<K> | null>;
  entry(kind: string, slug: string, fields: readonly string[] | null): Promise<StoredEntry | null>;
  /** Returns the visible entries of a kind, sorted by title; at most 500. */
  entries(kind: string, fields: readonly string[]): Promise<readonly StoredEntry[]>;
  figures: FigureReader;
  /** Records the scope of the list of figures being resolved: the numbers of included and of existing items. */
  addScope(scope: Omit<FigureScope, 'path'>): void;
  /** Returns the area code of a link (`folder/slug`); null if the area is hidden. */
  areaCodeAt(link: string): string | null;
  /** Returns a localised text. Default: in the locale of the request. */
  text(texts: unknown, entry: Pick<StoredEntry, 'originalLocale'>, locale?: string | null): string | null;
}
