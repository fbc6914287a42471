import type { AreaIndex } from '../series/area-index.js';

/** A dimension of an indicator. */
export interface ExplorerDimension {
  name: string;
  title: string;
  total: string | null;
  codes: readonly { code: string; title: string }[];
}

/** An indicator as `EXPLORER_QUERY` returns it. */
export interface ExploredIndicator {
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
  publisher: { title: string; path: string; translation: { missing: readonly string[]; fellBackTo: string | null } };
  population: { slug: string } | null;
  dimensions: readonly ExplorerDimension[];
  coverage: { from: string | null; to: string | null; areas: readonly string[] };
  vintages: readonly { number: number; date: string; dateOf: string }[];
  translation: { missing: readonly string[]; fellBackTo: string | null };
  translations: readonly { locale: string; missing: readonly string[] }[];
}

/** Areas, or codes of a dimension, in the order of their figures. */
export interface Ranked {
  codes: readonly string[];
  /** Period of the figures; null if there are none. */
  at: string | null;
}

/** What determines which figures of an indicator can be shown. */
export interface ExplorerFacts {
  indicator: ExploredIndicator;
  areas: AreaIndex;
  /** Kind of the ranked areas: routes if no country has figures. */
  among: 'COUNTRIES' | 'ROUTES';
  ranked: Ranked;
  /** Order of the codes of the compared dimension; null if areas are compared. */
  rankedCodes: Ranked | null;
  /** Codes of the groups whose members can be added up; empty for rates. */
  groups: readonly string[];
  locale: string;
}

const RANKS = 'area { code } observation { period }';

/** Query of the facts about an indicator, by slug. */
export const EXPLORER_QUERY = `query Explorer($slug: Slug!) {
  indicator(slug: $slug) {
    slug title summary summaryLocale definition unit measure relevance frequency absentMeans status
    publisher { title path translation { missing fellBackTo } }
    population { slug }
    dimensions { name title total codes { code title } }
    coverage { from to areas }
    vintages(first: 20) { number date dateOf }
    translation { missing fellBackTo }
    translations { locale missing }
    ranking(first: 100) { ${RANKS} }
    routes: ranking(among: ROUTES, first: 100) { ${RANKS} }
  }
  groups(first: 100, filter: { members: { some: {} } }) { nodes { code } }
}`;

/** Query of the figures by which codes are ordered: the latest of an area. */
export const CODES_QUERY = `query ExplorerCodes($slug: Slug!, $areas: [AreaCode!], $breakdown: [BreakdownInput!]) {
  indicator(slug: $slug) {
    series(areas: $areas, breakdown: $breakdown) { breakdown { dimension code } latest { period value } }
  }
}`;

/** Query of the order of areas by other figures than the totals as published. */
export const ORDER_QUERY = `query ExplorerOrder(
  $slug: Slug!, $among: RankedAmong, $breakdown: [BreakdownInput!], $recipe: RecipeInput
) {
  indicator(slug: $slug) {
    ranking(among: $among, breakdown: $breakdown, recipe: $recipe, first: 100) { ${RANKS} }
  }
}`;

interface LatestOfCode {
  breakdown: readonly { dimension: string; code: string }[];
  latest: { period: string; value: number } | null;
}
type Ranks = readonly { area: { code: string }; observation: { period: string } }[];
type Answer = ExploredIndicator & { ranking: Ranks; routes: Ranks };

/** Reads the facts from the response to `EXPLORER_QUERY`; null if there is no such indicator. */
export function readFacts(
  { indicator, groups }: { indicator?: unknown; groups?: unknown },
  { areas, locale }: Pick<ExplorerFacts, 'areas' | 'locale'>,
): ExplorerFacts | null {
  if (indicator == null) return null;
  const { ranking, routes, ...facts } = indicator as Answer;
  const among = ranking.length === 0 && routes.length > 0 ? 'ROUTES' : 'COUNTRIES';
  const { nodes } = groups as { nodes: readonly { code: string }[] };
  return {
    indicator: facts,
    areas,
    among,
    ranked: readRanked(among === 'ROUTES' ? routes : ranking),
    rankedCodes: null,
    groups: facts.measure === 'RATE' || among === 'ROUTES' ? [] : nodes.map(({ code }) => code),
    locale,
  };
}

/** Reads the order of areas from the response to `ORDER_QUERY`, or of codes from that to `CODES_QUERY`. */
export function readOrder({ indicator }: { indicator?: unknown }, by: string): Ranked {
  const { ranking, series = [] } = indicator as { ranking?: Ranks; series?: readonly LatestOfCode[] };
  if (ranking) return readRanked(ranking);
  const counts = new Map<string, number>();
  for (const { latest } of series) if (latest) counts.set(latest.period, (counts.get(latest.period) ?? 0) + 1);
  const at =
    [...counts.keys()].sort().findLast((period) => 2 * counts.get(period)! >= Math.max(...counts.values())) ?? null;
  const value = ({ latest }: LatestOfCode) => (latest?.period === at ? latest!.value : -Infinity);
  const inOrder = series.toSorted((a, b) => value(b) - value(a) || 0);
  return {
    codes: inOrder.flatMap(({ breakdown }) => breakdown.find(({ dimension }) => dimension === by)?.code ?? []),
    at,
  };
}

function readRanked(ranks: Ranks): Ranked {
  return { codes: ranks.map(({ area }) => area.code), at: ranks[0]?.observation.period ?? null };
}

/** Returns the title of an area in the language of the page, else in English; its code without an entry. */
export function nameArea({ areas, locale }: Pick<ExplorerFacts, 'areas' | 'locale'>, code: string): string {
  const titles = areas.byCode(code)?.titles;
  return titles?.[locale] ?? titles?.['en'] ?? code;
}
