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

/** What figures are wanted, but for the indicator. */
export type FiguresQuery = Omit<SeriesQuery, 'indicators'>;

/** Asks for series of one area, by their breakdowns. */
export type AreaQuery = Pick<FiguresQuery, 'asOf'> & { breakdowns: readonly Breakdown[] };

/** Reads the figures of indicators. */
export interface FigureReader {
  /** The figures of an indicator; asked for together with those of the other indicators of the level. */
  series(indicator: string, query: FiguresQuery): Promise<readonly StoredSeries[]>;
  /** The figures of an indicator for one area; asked for together with those of others of the level. */
  seriesOf(indicator: string, area: string, query: AreaQuery): Promise<readonly StoredSeries[]>;
  /** The figures of each of some indicators for one area; asked for as those of one. */
  seriesOfArea(
    indicators: readonly string[],
    area: string,
    query: AreaQuery,
  ): Promise<readonly (readonly StoredSeries[])[]>;
  /** Visits the series in which two vintages of an indicator differ, by area and breakdown. */
  changedSeries(query: ChangedSeriesQuery, visit: (series: ChangedSeries) => void): Promise<void>;
  /** What figures of an indicator there are; null where there are none. */
  coverage(indicator: string): Promise<FiguresCoverage | null>;
  /** The vintages of an indicator, oldest first. */
  vintages(indicator: string): Promise<readonly Vintage[]>;
  /** The vintage of an indicator that was served at a moment, the newest unless given; null where there was none. */
  vintageAt(indicator: string, asOf: Date | null): Promise<Vintage | null>;
  /** The same of each of some indicators. */
  vintagesAt(indicators: readonly string[], asOf: Date | null): Promise<readonly (Vintage | null)[]>;
  /** The latest totals of the vintage of an indicator that was served at a moment; null where series have to be read for them. */
  latest(indicator: string, asOf: Date | null): Promise<LatestTotals | null>;
  /** The slugs of all indicators that have figures, whether they are shown or not. */
  indicatorsWithFigures(): Promise<readonly string[]>;
  /** The same for an answer that is made of their figures: a permanent link knows no others than there were. */
  indicatorsToRead(): Promise<readonly string[]>;
}

/** What a computed field of a kind may use: the third argument of the functions in src/kinds/. */
export interface ComputedContext {
  areas: AreaIndex;
  /** Texts in the arguments of a list field that name no area; the others are answered without them. */
  unknownAreas: readonly string[];
  /** The contract that is served. */
  contract: GraphQLSchema;
  /** What addresses of this server begin with; empty where that is not known, so that they begin at the root. */
  origin: string;
  /** The languages that texts are wanted in, best first. */
  locales: readonly string[];
  /** Stands for an entry in what is returned; it is fetched with all others of its level. */
  reference(kind: string, slug: string): Reference;
  /** An entry with these fields of its record, or all; null where there is none that is shown here. */
  entry<K extends keyof Records>(
    kind: K,
    slug: string,
    fields: readonly (keyof RecordOf<K>)[] | null,
  ): Promise<EntryOf<K> | null>;
  entry(kind: string, slug: string, fields: readonly string[] | null): Promise<StoredEntry | null>;
  /** The entries of a kind that are shown here, by title, with these fields; the first 500 where there are more. */
  entries(kind: string, fields: readonly string[]): Promise<readonly StoredEntry[]>;
  /** Reads figures, batched with the other reads of the request. */
  figures: FigureReader;
  /** Reports with the answer how much the list of figures that is being resolved includes and lacks. */
  noteScope(scope: Omit<FigureScope, 'path'>): void;
  /** The code of the area that a link (`folder/slug`) points to; null where it is not shown. */
  codeAt(link: string): string | null;
  /** A localised text in a language, which is the request's unless given. */
  text(texts: unknown, entry: Pick<StoredEntry, 'originalLocale'>, locale?: string | null): string | null;
}
