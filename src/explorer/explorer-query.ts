import {
  ALL_AREAS_QUERY,
  AREA_ORDER_QUERY,
  CODE_ORDER_QUERY,
  type ExplorerMetadata,
  INDEX_BASE_QUERY,
} from './explorer-metadata.js';
import {
  BY_AREA,
  codesWithoutTotal,
  DEFAULT_TOP,
  defaultCodes,
  type ExplorerMeasure,
  type ExplorerState,
  shownPeriod,
} from './explorer-state.js';

/** A query for the figures of an explorer state, with the areas and the period that it selects. */
export interface ExplorerQuery {
  document: string;
  variables: Readonly<Record<string, unknown>>;
  /** Codes of the areas, in order. Empty for a ranking. */
  areas: readonly string[];
  /** Whether the areas or codes were chosen by their figures, not by the reader. */
  isDefault: boolean;
  /** Period, if the query selects only one; null for all. */
  at: string | null;
  /** Base of an index; null for the default or for other measures. */
  base: string | null;
}

type GraphqlQuery = Pick<ExplorerQuery, 'document' | 'variables'>;

interface BreakdownChoice {
  dimension: string;
  code: string;
}

const TRANSFORMS: Readonly<Record<Exclude<ExplorerMeasure, 'value'>, string>> = {
  per100k: 'PER_100K',
  share: 'SHARE',
  change: 'YEAR_ON_YEAR',
  index: 'INDEX',
};
/** Number of areas or codes that a view shows by default. */
const DEFAULT_ITEMS = { line: 5, small: 12 };
/** Maximum number of series or ranks in a response. */
export const MAX_SERIES = 100;

const SERIES_SELECTION = 'area { code title } breakdown { dimension code } unit points { period value state flags }';

/** Returns the selected or default codes that are not totals, except those of the compared dimension. */
function fixedCodes({ by, codes }: ExplorerState, metadata: ExplorerMetadata): BreakdownChoice[] {
  const defaults = defaultCodes(by, metadata);
  return metadata.indicator.dimensions.flatMap((dimension) => {
    const { name, total } = dimension;
    const code = codes[name]?.[0] ?? defaults[name];
    return name === by || code === undefined || code === total ? [] : [{ dimension: name, code }];
  });
}

function toRecipe({ measure, base }: ExplorerState): object | null {
  if (measure === 'value') return null;
  return { transform: TRANSFORMS[measure], ...(measure === 'index' && base !== null && { base }) };
}

/**
 * Returns the query for the default base period of an index: the first for which all series have a figure. Null for
 * other measures, and if the reader chose a base.
 */
export function indexBaseQuery(state: ExplorerState, metadata: ExplorerMetadata): GraphqlQuery | null {
  const { by, measure, base, codes, view, from, to } = state;
  if (measure !== 'index' || base !== null || metadata.indicator.coverage.from === null) return null;
  const { areas } = explorerQuery(state, metadata);
  const chosenCodes = (codes[by] ?? []).map((code) => ({ dimension: by, code }));
  const includesAllAreas = by === BY_AREA && (view === 'bar' || view === 'map');
  const breakdown = [...fixedCodes(state, metadata), ...chosenCodes];
  return {
    document: INDEX_BASE_QUERY,
    variables: { slug: metadata.indicator.slug, by, areas: includesAllAreas ? null : areas, breakdown, from, to },
  };
}

/** Returns the query for the order of areas or codes; null if the metadata already contains the order. */
export function rankedItemsQuery(state: ExplorerState, metadata: ExplorerMetadata): GraphqlQuery | null {
  const { slug, coverage } = metadata.indicator;
  const breakdown = fixedCodes(state, metadata);
  if (coverage.from === null) return null;
  if (state.by !== BY_AREA) {
    const [area] = comparedArea(state, metadata);
    const first = state.view === 'bar' && state.rows === null ? (state.top ?? DEFAULT_TOP) : MAX_SERIES;
    const period = state.from === null && state.to === null ? state.at : shownPeriod(state, metadata);
    const variables = { slug, by: state.by, area, breakdown, recipe: toRecipe(state), period, first };
    return { document: CODE_ORDER_QUERY, variables };
  }
  const recipe = ['per100k', 'share'].includes(state.measure) ? toRecipe(state) : null;
  if (breakdown.length === 0 && recipe === null) return null;
  return { document: AREA_ORDER_QUERY, variables: { slug, among: metadata.among, breakdown, recipe } };
}

/** Whether the figures of areas can be added up. */
export function isSummable({ measure }: ExplorerState, { indicator, among }: ExplorerMetadata): boolean {
  return measure === 'value' && indicator.measure !== 'RATE' && among === 'COUNTRIES';
}

/**
 * Returns the query for the figures of all areas in all periods: for a map, for the sum of the areas without a bar, and
 * for the number of areas in a chosen period. Null if they are not needed.
 */
export function allAreasQuery(
  state: ExplorerState,
  metadata: ExplorerMetadata,
  { at, variables: { breakdown, recipe = null } }: ExplorerQuery,
): GraphqlQuery | null {
  if (state.by !== BY_AREA || at === null) return null;
  const needsSum = state.rows === null && isSummable(state, metadata);
  if (state.view === 'bar' && at === metadata.ranked.period && !needsSum) return null;
  return { document: ALL_AREAS_QUERY, variables: { slug: metadata.indicator.slug, breakdown, recipe } };
}

/** Returns the areas whose editions are compared; null for all areas, and for groups, as editions contain no sums. */
export function comparedAreas({ areas }: ExplorerState, { indicator }: ExplorerMetadata): readonly string[] | null {
  const isPublished = areas.every((area) => indicator.coverage.areas.includes(area));
  return areas.length > 0 && isPublished ? areas : null;
}

/** Returns the area whose codes are compared: the requested one, or the one with the highest figure. */
function comparedArea({ areas }: ExplorerState, { ranked, indicator }: ExplorerMetadata): readonly string[] {
  return [...areas, ...ranked.codes, ...indicator.coverage.areas].slice(0, 1);
}

/** Returns the query for the figures that an explorer state selects. */
export function explorerQuery(state: ExplorerState, metadata: ExplorerMetadata): ExplorerQuery {
  return state.by === BY_AREA ? queryByArea(state, metadata) : queryByCode(state, metadata);
}

function queryByArea(state: ExplorerState, metadata: ExplorerMetadata): ExplorerQuery {
  const { view, areas: requestedAreas, rows } = state;
  const coveredAreas = metadata.indicator.coverage.areas;
  const period = shownPeriod(state, metadata);
  const breakdown = fixedCodes(state, metadata);
  const hasTooMany = rows === 'all' && coveredAreas.length > MAX_SERIES;
  if (view === 'bar' && !hasTooMany) return rankingQuery(state, metadata, { breakdown, period });
  if (view === 'map' || view === 'bar') {
    const areas = view === 'map' ? coveredAreas : coveredAreas.filter((area) => !metadata.groups.includes(area));
    return seriesQuery(state, metadata, { areas, breakdowns: [breakdown], at: period, isDefault: true });
  }
  const rankedAreas = [...new Set([...metadata.ranked.codes, ...coveredAreas])];
  const count = view === 'table' ? (rows === 'all' ? Infinity : (state.top ?? DEFAULT_TOP)) : DEFAULT_ITEMS[view];
  const isDefault = requestedAreas.length === 0;
  const areas = isDefault ? rankedAreas.slice(0, count) : requestedAreas;
  return seriesQuery(state, metadata, { areas, breakdowns: [breakdown], at: null, isDefault });
}

function queryByCode(state: ExplorerState, metadata: ExplorerMetadata): ExplorerQuery {
  const { view, by, codes, rows } = state;
  const { dimensions, coverage } = metadata.indicator;
  const chosenCodes = codes[by] ?? [];
  const count =
    rows === 'all' ? Infinity : view === 'line' || view === 'small' ? DEFAULT_ITEMS[view] : (state.top ?? DEFAULT_TOP);
  const allCodes = codesWithoutTotal(dimensions.find(({ name }) => name === by)!).map(({ code }) => code);
  const rankedCodes = [...new Set([...(metadata.rankedCodes?.codes ?? []), ...allCodes])];
  const otherCodes = fixedCodes(state, metadata);
  return seriesQuery(state, metadata, {
    areas: comparedArea(state, metadata),
    breakdowns: (chosenCodes.length > 0 ? chosenCodes : rankedCodes.slice(0, count)).map((code) => [
      { dimension: by, code },
      ...otherCodes,
    ]),
    at: view === 'bar' ? (state.at ?? metadata.rankedCodes?.period ?? coverage.to) : null,
    isDefault: chosenCodes.length === 0,
  });
}

function rankingQuery(
  state: ExplorerState,
  { indicator: { slug }, among, ranked }: ExplorerMetadata,
  { breakdown, period }: { breakdown: readonly BreakdownChoice[]; period: string | null },
): ExplorerQuery {
  const top = state.top ?? DEFAULT_TOP;
  // The known ranks are those of one period. In another one, a requested area can have a lower rank.
  const isBelow = (area: string) => period !== ranked.period || !ranked.codes.slice(0, top).includes(area);
  const first = state.rows === 'all' || state.areas.some(isBelow) ? MAX_SERIES : top;
  const recipe = toRecipe(state);
  const document = `query Ranking(
  $slug: Slug!
  $period: Period
  $breakdown: [BreakdownInput!]
  $among: RankedAmong
  $first: Int${recipe === null ? '' : '\n  $recipe: RecipeInput'}
) {
  indicator(slug: $slug) {
    title
    ranking(period: $period, breakdown: $breakdown, among: $among, first: $first${recipe === null ? '' : ', recipe: $recipe'}) {
      rank
      area { code title }
      value
      unit
      observation { period state flags }
    }
  }
}
`;
  const variables = { slug, period, breakdown, among, first, ...(recipe && { recipe }) };
  return { document, variables, areas: [], isDefault: true, at: period, base: state.base };
}

interface SeriesQueryInput {
  areas: readonly string[];
  breakdowns: readonly (readonly BreakdownChoice[])[];
  at: string | null;
  isDefault: boolean;
}

/** Returns the query for series. Groups without published figures are summed from their members. */
function seriesQuery(
  state: ExplorerState,
  { indicator: { slug, coverage } }: ExplorerMetadata,
  { areas, breakdowns, at, isDefault }: SeriesQueryInput,
): ExplorerQuery {
  const coveredAreas = areas.filter((area) => coverage.areas.includes(area));
  const groups = areas.filter((area) => !coverage.areas.includes(area));
  const recipe = toRecipe(state);
  const sharedArgs = `from: $from, to: $to${recipe === null ? '' : ', recipe: $recipe'}`;
  const groupArgs = groups.flatMap((group) =>
    breakdowns.map((codes) => {
      const codeInputs = codes.map(
        ({ dimension, code }) => `{ dimension: ${JSON.stringify(dimension)}, code: ${JSON.stringify(code)} }`,
      );
      return `group: ${JSON.stringify(group)}, breakdown: [${codeInputs.join(', ')}]`;
    }),
  );
  // A list has at most 100 series. Files and pages read many areas in several requests, but not many codes.
  const chunks = chunksOf(breakdowns).map(distinctChoices);
  const chunkNumbers = chunks.map((_, index) => (index === 0 ? '' : String(index + 1)));
  const figureFields = [
    ...chunkNumbers.map(
      (name) =>
        `${name && `more${name}: `}series(areas: $areas, breakdown: $breakdown${name}, ${sharedArgs}) { ${SERIES_SELECTION} }`,
    ),
    ...groupArgs.map((args, index) => `sum${index + 1}: groupTotal(${args}, ${sharedArgs}) { ${SERIES_SELECTION} }`),
  ];
  const document = `query Figures(
  $slug: Slug!
  $areas: [AreaCode!]
  ${chunkNumbers.map((name) => `$breakdown${name}: [BreakdownInput!]`).join('\n  ')}
  $from: Period
  $to: Period${recipe === null ? '' : '\n  $recipe: RecipeInput'}
) {
  indicator(slug: $slug) {
    title
    ${figureFields.join('\n    ')}
  }
}
`;
  const variables = {
    slug,
    areas: coveredAreas,
    ...Object.fromEntries(chunks.map((breakdown, index) => [`breakdown${chunkNumbers[index]}`, breakdown])),
    from: at ?? state.from,
    to: at ?? state.to,
    ...(recipe && { recipe }),
  };
  return { document, variables, areas, isDefault, at, base: state.base };
}

/** Divides a list into chunks of at most `MAX_SERIES` items. Returns one empty chunk for an empty list. */
function chunksOf<T>(items: readonly T[]): (readonly T[])[] {
  const count = Math.max(1, Math.ceil(items.length / MAX_SERIES));
  return Array.from({ length: count }, (_, index) => items.slice(index * MAX_SERIES, (index + 1) * MAX_SERIES));
}

/** Returns the distinct codes of several breakdowns. Several codes of one dimension are alternatives. */
function distinctChoices(breakdowns: readonly (readonly BreakdownChoice[])[]): BreakdownChoice[] {
  return [...new Map(breakdowns.flat().map((choice) => [`${choice.dimension} ${choice.code}`, choice])).values()];
}
