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
import type { Reference } from './reference.js';
import type { EntryOf, RecordOf } from './typed-entry.js';

export type FiguresQuery = Omit<SeriesQuery, 'indicators'>;

/** Series of one area, by breakdown. */
export type AreaQuery = Pick<FiguresQuery, 'asOf'> & { breakdowns: readonly Breakdown[] };

/** Reads figures, batched for each query level. */
export interface FigureReader {
  series(indicator: string, query: FiguresQuery): Promise<readonly StoredSeries[]>;
  seriesOf(indicator: string, area: string, query: AreaQuery): Promise<readonly StoredSeries[]>;
  /** As `seriesOf`, for several indicators. */
  seriesOfArea(
    indicators: readonly string[],
    area: string,
    query: AreaQuery,
  ): Promise<readonly (readonly StoredSeries[])[]>;
  /** Visits the series that differ between two vintages, by area and breakdown. */
  changedSeries(query: ChangedSeriesQuery, visit: (series: ChangedSeries) => void): Promise<void>;
  /** Null without figures. */
  coverage(indicator: string): Promise<FiguresCoverage | null>;
  /** Oldest first. */
  vintages(indicator: string): Promise<readonly Vintage[]>;
  /** The vintage at a moment, the newest for null; null where there was none. */
  vintageAt(indicator: string, asOf: Date | null): Promise<Vintage | null>;
  vintagesAt(indicators: readonly string[], asOf: Date | null): Promise<readonly (Vintage | null)[]>;
  /** The latest totals of the vintage at a moment; null where they are not stored. */
  latest(indicator: string, asOf: Date | null): Promise<LatestTotals | null>;
  /** Slugs of all indicators with figures, visible or not. */
  indicatorsWithFigures(): Promise<readonly string[]>;
  /** The same as of a permanent link. */
  indicatorsToRead(): Promise<readonly string[]>;
}

/** The context of computed fields: the third argument of the functions in src/kinds/. */
export interface ComputedContext {
  areas: AreaIndex;
  /** Unknown areas in the arguments of a list field, which are ignored. */
  unknownAreas: readonly string[];
  contract: GraphQLSchema;
  /** Origin of this server's addresses; empty where unknown. */
  origin: string;
  /** Best first. */
  locales: readonly string[];
  /** A reference that is resolved together with others of its level. */
  reference(kind: string, slug: string): Reference;
  /** A visible entry with some fields of its record, or all; null for none. */
  entry<K extends keyof Records>(
    kind: K,
    slug: string,
    fields: readonly (keyof RecordOf<K>)[] | null,
  ): Promise<EntryOf<K> | null>;
  entry(kind: string, slug: string, fields: readonly string[] | null): Promise<StoredEntry | null>;
  /** The visible entries of a kind by title, at most 500. */
  entries(kind: string, fields: readonly string[]): Promise<readonly StoredEntry[]>;
  figures: FigureReader;
  /** Reports what the list of figures being resolved includes and lacks. */
  noteScope(scope: Omit<FigureScope, 'path'>): void;
  /** The area code of a link (`folder/slug`); null where hidden. */
  codeAt(link: string): string | null;
  /** A localised text; default: in the locale of the request. */
  text(texts: unknown, entry: Pick<StoredEntry, 'originalLocale'>, locale?: string | null): string | null;
}
