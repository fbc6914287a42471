import type { AreaIndex } from '../series/area-index.js';

/** A dimension of an indicator, with its codes and the code of its total. */
export interface ExplorerDimension {
  name: string;
  title: string;
  total: string | null;
  codes: readonly { code: string; title: string }[];
}

interface LinkedTitle {
  title: string;
  path: string;
  translation: { missing: readonly string[]; fellBackTo: string | null };
}

/** An edition of the figures of an indicator, with its date. */
export interface Edition {
  number: number;
  at: string;
  date: string;
  dateOf: string;
}

/** An indicator as `EXPLORER_QUERY` returns it. */
interface ExploredIndicator {
  slug: string;
  title: string;
  summary: string | null;
  summaryLocale: string | null;
  definition: string | null;
  unit: string;
  measure: string;
  relevance: string;
  frequency: string;
  absentMeans: string;
  status: string;
  publisher: LinkedTitle;
  population: { slug: string } | null;
  totalIndicator: LinkedTitle | null;
  dimensions: readonly ExplorerDimension[];
  coverage: { from: string | null; to: string | null; areas: readonly string[] };
  /** The shown edition and the earlier ones, newest first. */
  vintages: readonly Edition[];
  translation: { missing: readonly string[]; fellBackTo: string | null };
  translations: readonly { locale: string; missing: readonly string[] }[];
}

/** Areas, or codes of a dimension, in the order of their figures. */
export interface RankedItems {
  codes: readonly string[];
  /** Period of the figures that determine the order; null if there are none. */
  period: string | null;
  /** Number of codes that are not listed, and sum of their figures; null if there are none or no sum is possible. */
  others?: { count: number; value: number } | null;
}

/** Metadata of an indicator, which determines the figures that its explorer can show. */
export interface ExplorerMetadata {
  indicator: ExploredIndicator;
  areas: AreaIndex;
  /** Kind of the ranked areas: routes if no country has figures. */
  among: 'COUNTRIES' | 'ROUTES';
  ranked: RankedItems;
  /** Order of the codes of the compared dimension; null if areas are compared. */
  rankedCodes: RankedItems | null;
  /** Codes of the groups whose members can be added up; empty for rates. */
  groups: readonly string[];
  /** Editions to choose from, newest first; empty if there is only one, or if the URL fixes a time. */
  editions: readonly Edition[];
  locale: string;
}

const RANK_SELECTION = 'area { code } observation { period }';

/** Query of the metadata of an indicator, by slug. */
export const EXPLORER_QUERY = `query Explorer($slug: Slug!) {
  indicator(slug: $slug) {
    slug title summary summaryLocale definition unit measure relevance frequency absentMeans status
    publisher { title path translation { missing fellBackTo } }
    population { slug }
    totalIndicator { title path translation { missing fellBackTo } }
    dimensions { name title total codes { code title } }
    coverage { from to areas }
    vintages(first: 20) { number at date dateOf }
    translation { missing fellBackTo }
    translations { locale missing }
    ranking(first: 100) { ${RANK_SELECTION} }
  }
  groups(first: 100, filter: { members: { some: {} } }) { nodes { code } }
}`;

/** Query of all editions of an indicator, by slug. */
export const EDITIONS_QUERY = `query ExplorerEditions($slug: Slug!) {
  indicator(slug: $slug) { vintages(first: 100) { number at date dateOf } }
}`;

/** Query of the codes of a dimension in the order of their figures, for one area. */
export const CODE_ORDER_QUERY = `query ExplorerCodes(
  $slug: Slug!, $by: String!, $area: AreaCode!, $breakdown: [BreakdownInput!], $recipe: RecipeInput, $period: Period,
  $first: Int
) {
  indicator(slug: $slug) {
    codeRanking(
      dimension: $by, area: $area, breakdown: $breakdown, recipe: $recipe, period: $period, first: $first
    ) { period ranked others rows { code } }
  }
}`;

interface ChangedFigure {
  value: number | null;
  flags: readonly string[];
  note: string | null;
  source: LinkedTitle | null;
}

/** Differences between two editions, as `EDITION_DIFFERENCES_QUERY` returns them. */
export interface EditionDifferences {
  changed: number;
  sameValue: number;
  /** Number of figures that exist in both editions; null if only some areas are compared. */
  compared: number | null;
  appeared: number;
  vanished: number;
  /** Cells with the largest changes, or those of the requested category. */
  cells: readonly {
    area: { title: string };
    breakdown: readonly { dimension: string; code: string }[];
    period: string;
    percent: number | null;
    before: ChangedFigure | null;
    after: ChangedFigure | null;
  }[];
  /** Other indicators with several editions. */
  others: readonly LinkedTitle[];
}

/** Query of the differences between two editions, the largest first, or those of one category by area. */
export const EDITION_DIFFERENCES_QUERY = `query ExplorerRevisions(
  $slug: Slug!, $from: DateTime!, $to: DateTime!, $areas: [AreaCode!], $listed: ListedChanges, $isListed: Boolean!
) {
  indicator(slug: $slug) {
    changes(from: $from, to: $to, areas: $areas, sort: PERCENT, first: 10) {
      changed sameValue compared appeared vanished
      cells @skip(if: $isListed) { ...Cell }
    }
    requested: changes(from: $from, to: $to, areas: $areas, listed: $listed) @include(if: $isListed) { cells { ...Cell } }
  }
  others: revisedIndicators { indicator { title path translation { missing fellBackTo } } }
}
fragment Cell on CellChange {
  area { title } breakdown { dimension code } period percent before { ...Changed } after { ...Changed }
}
fragment Changed on Observation { value flags note source { title path translation { missing fellBackTo } } }`;

/** Reads the response to `EDITION_DIFFERENCES_QUERY`. */
export function readEditionDifferences({ indicator, others }: Readonly<Record<string, unknown>>): EditionDifferences {
  const { changes, requested } = indicator as {
    changes: EditionDifferences;
    requested?: Pick<EditionDifferences, 'cells'>;
  };
  const revisedSeries = others as readonly { indicator: LinkedTitle }[];
  return { ...changes, ...requested, others: revisedSeries.map((other) => other.indicator) };
}

/** Query of the common base period of all series of an index. */
export const INDEX_BASE_QUERY = `query ExplorerBase(
  $slug: Slug!, $by: String!, $areas: [AreaCode!], $breakdown: [BreakdownInput!], $from: Period, $to: Period
) {
  indicator(slug: $slug) {
    grid(by: $by, areas: $areas, breakdown: $breakdown, from: $from, to: $to, recipe: { transform: INDEX }) { base }
  }
}`;

/** Query of the figures of all areas, for the scale of a map, and to count or add up areas that have no bar. */
export const ALL_AREAS_QUERY = `query ExplorerAreas($slug: Slug!, $breakdown: [BreakdownInput!], $recipe: RecipeInput) {
  indicator(slug: $slug) {
    grid(breakdown: $breakdown, recipe: $recipe) { periods rows { area { code } values } }
  }
}`;

/** Query of the areas in the order of their figures, with a breakdown or a transform. */
export const AREA_ORDER_QUERY = `query ExplorerOrder(
  $slug: Slug!, $among: RankedAmong, $breakdown: [BreakdownInput!], $recipe: RecipeInput
) {
  indicator(slug: $slug) {
    ranking(among: $among, breakdown: $breakdown, recipe: $recipe, first: 100) { ${RANK_SELECTION} }
  }
}`;

interface RankedCodes {
  period: string | null;
  ranked: number;
  others: number | null;
  rows: readonly { code: string }[];
}
type RankRows = readonly { area: { code: string }; observation: { period: string } }[];
type IndicatorResponse = ExploredIndicator & { ranking: RankRows };

/**
 * Reads the metadata from the response to `EXPLORER_QUERY`; null if there is no such indicator.
 * @param editions  editions to choose from; null for those of the response
 */
export function readExplorerMetadata(
  { indicator, groups }: { indicator?: unknown; groups?: unknown },
  { areas, editions, locale }: Pick<ExplorerMetadata, 'areas' | 'locale'> & { editions: readonly Edition[] | null },
): ExplorerMetadata | null {
  if (indicator == null) return null;
  const { ranking, ...metadata } = indicator as IndicatorResponse;
  const { nodes } = groups as { nodes: readonly { code: string }[] };
  const allEditions = editions ?? metadata.vintages;
  return {
    indicator: metadata,
    areas,
    among: 'COUNTRIES',
    ranked: readRanked(ranking),
    rankedCodes: null,
    groups: metadata.measure === 'RATE' ? [] : nodes.map(({ code }) => code),
    editions: allEditions.length > 1 ? allEditions : [],
    locale,
  };
}

/** Returns the query, with variables, for the ranking of routes; null if countries are ranked. */
export function routesQuery({ ranked, indicator: { slug, coverage } }: ExplorerMetadata) {
  if (ranked.codes.length > 0 || coverage.from === null) return null;
  return { document: AREA_ORDER_QUERY, variables: { slug, among: 'ROUTES' } };
}

/** Replaces the ranking of countries by that of routes, if any. Removes groups, because routes overlap. */
export function withRoutes(metadata: ExplorerMetadata, ranked: RankedItems): ExplorerMetadata {
  return ranked.codes.length === 0 ? metadata : { ...metadata, among: 'ROUTES', ranked, groups: [] };
}

/** Reads the order of areas from the response to `AREA_ORDER_QUERY`, or of codes from that to `CODE_ORDER_QUERY`. */
export function readRankedItems({ indicator }: { indicator?: unknown }): RankedItems {
  const { ranking, codeRanking } = indicator as { ranking?: RankRows; codeRanking?: RankedCodes };
  if (!codeRanking) return readRanked(ranking!);
  const { rows, period, ranked: rankedCount, others } = codeRanking;
  const unlistedCount = rankedCount - rows.length;
  return {
    codes: rows.map(({ code }) => code),
    period,
    others: others === null || unlistedCount === 0 ? null : { count: unlistedCount, value: others },
  };
}

function readRanked(ranks: RankRows): RankedItems {
  return { codes: ranks.map(({ area }) => area.code), period: ranks[0]?.observation.period ?? null };
}
