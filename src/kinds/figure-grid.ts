import { sum } from 'd3-array';
import { AppError } from '../errors.js';
import { breakdownKey } from '../model/breakdown-key.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { EntryReference } from '../reading/entry-reference.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { emptyCell, type SeriesCell } from '../series/series-cell.js';
import { fillGaps } from '../series/resample.js';
import { rankByFigure } from '../series/group-totals.js';
import type { FigureScope, RequestedItem } from '../tables/figure-scope.js';
import { periodsBetween } from '../series/period.js';
import { maxDecimalPlaces, roundFigure, roundPercent } from '../series/rounding.js';
import { type CodeSelection, selectCodes, singleBreakdown, titleOfCode } from './breakdowns.js';
import { loadSeries } from './indicator-series.js';
import { checkPeriod, defaultPeriod } from './indicator-ranking.js';
import {
  describeOmittedBreakdowns,
  findOmissions,
  type FoundSeries,
  readCoveredAreas,
  type RequestedFigures,
} from './omitted-series.js';
import { readMeasureProperties } from './indicator-fields.js';
import { Observation } from './observation.js';
import { indicatorTitleInSentence, unknownAreaItem, unknownCodeItem } from './missing-item-messages.js';
import type { FieldArgs } from './kind-module-types.js';
import { readTransform, pageLimit } from './series-arguments.js';
import { areaReference, type SeriesResponse } from './series-response.js';

type GridArguments = FieldArgs<'Indicator', 'grid'>;
type CodeRankingArguments = FieldArgs<'Indicator', 'codeRanking'>;

/** Value of `by` for one row per area. No dimension has this name, because it is a column of figure files. */
const BY_AREA = 'area';
const RANK_LIMIT = { default: 10, max: 100 };
/** Codes overlap if they add up to more than this multiple of the total. A smaller excess is due to rounding. */
const MAX_ROUNDING = 1.01;

/** Returns a table of figures by period: of all or the requested areas, or of the codes of a dimension for one area. */
export async function readGrid(entry: EntryOf<'Indicator'>, args: GridArguments, context: ComputedContext) {
  const { by, asOf = null } = args;
  const properties = readMeasureProperties(entry);
  const recipe = readTransform(args);
  const selection = by === BY_AREA ? null : selectCodes(entry, by, args.breakdown);
  const covered = await readCoveredAreas(entry, asOf, context);
  const areas = selection
    ? requireSingleArea(args.areas ?? null, covered, context)
    : args.areas
      ? [...new Set(args.areas)]
      : null;
  const breakdowns = selection
    ? selection.codes.map((code) => selection.breakdownOf(code))
    : [singleBreakdown(entry, args.breakdown)];
  const { served, base } = await loadSeries(entry, { areas, breakdowns, recipe, asOf }, context);
  const fillsGaps = recipe.transform === null && properties.absentMeans === 'ZERO';
  const allRows = served.flatMap((series) => {
    const { area, breakdown, computed } = series.metadata;
    const cells = fillsGaps ? fillGaps(computed.cells, properties) : computed.cells;
    const code = selection ? (breakdown[by] ?? selection.dimension.total!) : null;
    const position = selection ? selection.codes.indexOf(code!) : (areas?.indexOf(area) ?? 0);
    return cells.length === 0 ? [] : [{ area, code, position, unit: computed.unit, cells }];
  });
  const dates = allRows.flatMap(({ cells }) => [cells[0]!.period, cells[cells.length - 1]!.period]).sort();
  const periods = dates.length === 0 ? [] : periodsBetween(dates[0]!, dates[dates.length - 1]!);
  const rows = allRows
    .sort((a, b) => a.position - b.position || (a.area < b.area ? -1 : 1))
    .map(({ area, code, unit, cells }) => {
      const title = selection
        ? titleOfCode(selection.dimension, code!, entry, context)
        : context.areas.nameOf(area, context.locales);
      return new GridRow({ area: areaReference(area, context)!, code, title, unit }, cells, periods);
    });
  const found = served.map((series) => series.found);
  const included = found.filter(({ hasFigures }) => hasFigures).length;
  const isTotal = !selection && breakdownKey(breakdowns[0]!) === '';
  const scope = {
    items: selection ? 'ITEMS' : 'AREAS',
    included,
    existing: isTotal ? covered.size : included,
    isTruncated: false,
  } as const;
  const request = { entry, areas, breakdowns, asOf };
  return {
    ...{ by, base, periods, rows, covered: covered.size },
    ...(await describeTable(request, scope, { selection, found, covered, served }, context)),
  };
}

/** Ranks the codes of a dimension by their figures for one area and period. */
export async function rankCodes(entry: EntryOf<'Indicator'>, args: CodeRankingArguments, context: ComputedContext) {
  const { area, asOf = null } = args;
  const first = pageLimit(args.first, RANK_LIMIT.default, RANK_LIMIT.max);
  const properties = readMeasureProperties(entry);
  const recipe = readTransform({ ...args, from: null, to: null });
  const selection = selectCodes(entry, args.dimension, args.breakdown);
  const codes = selection.codes.filter((code) => code !== selection.dimension.total);
  const isSummable = properties.measure !== 'RATE' && (recipe.transform ?? 'CUMULATIVE') === 'CUMULATIVE';
  const breakdowns = codes.map((code) => selection.breakdownOf(code));
  const query = { areas: [area], breakdowns: isSummable ? [...breakdowns, selection.rest] : breakdowns, recipe, asOf };
  const [{ served }, covered] = await Promise.all([
    loadSeries(entry, query, context),
    readCoveredAreas(entry, asOf, context),
  ]);
  const codeOf = ({ metadata }: SeriesResponse) => metadata.breakdown[args.dimension];
  const codeSeries = served.filter((series) => codeOf(series) !== undefined);
  const period = args.period ?? defaultPeriod(codeSeries.map(({ metadata }) => metadata.computed));
  if (period !== null) checkPeriod(period, recipe.frequency ?? properties.frequency);
  const cellOf = (series: SeriesResponse | undefined) =>
    series?.metadata.computed.cells.find((cell) => cell.period === period);
  const cells = new Map(
    codeSeries.flatMap((series) => [[codeOf(series)!, cellOf(series) ?? emptyCell(period ?? '')] as const]),
  );
  const ranking = rankByFigure(cells, isSummable ? properties : { ...properties, measure: 'RATE' });
  const rankedSum = sum(ranking.map(({ cell }) => cell.value!));
  const total = cellOf(served.find((series) => codeOf(series) === undefined))?.value ?? null;
  const hasShares = ranking.some(({ share }) => share !== null);
  const digits = maxDecimalPlaces([...cells.values()], properties.decimals);
  const othersTotal = sum(ranking.slice(first).map(({ cell }) => cell.value!));
  const rows = ranking.slice(0, first).map(({ area: code, rank, cell }) => ({
    rank,
    code,
    title: titleOfCode(selection.dimension, code, entry, context),
    value: cell.value!,
    share: hasShares ? roundPercent((100 * cell.value!) / (total || rankedSum)) : null,
    observation: new Observation(cell, context.reference),
  }));
  const found = codeSeries.map((series) => ({ ...series.found, hasFigures: (cellOf(series)?.value ?? null) !== null }));
  const isTruncated = rows.length < ranking.length;
  const scope = { items: 'RANKED', included: rows.length, existing: ranking.length, isTruncated } as const;
  const request = { entry, areas: [area], breakdowns, asOf };
  return {
    area: areaReference(area, context)!,
    period,
    rows,
    ranked: ranking.length,
    others:
      hasShares && (total === null || rankedSum <= MAX_ROUNDING * total) ? roundFigure(othersTotal, digits) : null,
    withoutFigure: codes.filter((code) => (cells.get(code)?.value ?? null) === null),
    ...(await describeTable(request, scope, { selection, found, covered, served: codeSeries }, context)),
  };
}

/** Returns the only area of a table whose rows are codes. @throws BAD_USER_INPUT  several areas are possible */
function requireSingleArea(
  areas: readonly string[] | null,
  covered: ReadonlySet<string>,
  { unknownAreas }: ComputedContext,
): readonly string[] {
  const possible = [...new Set(areas ?? covered)];
  if (possible.length + unknownAreas.length < 2) return possible;
  throw new AppError('BAD_USER_INPUT', 'Rows by code are those of one area. Use exactly one code in "areas".');
}

/** Field resolvers of a row of the table. Its columns are computed only if selected. */
class GridRow {
  readonly area: EntryReference;
  readonly code: string | null;
  readonly title: string;
  readonly unit: string;
  private readonly cells: readonly SeriesCell[];

  constructor(
    { area, code, title, unit }: Pick<GridRow, 'area' | 'code' | 'title' | 'unit'>,
    cells: readonly SeriesCell[],
    periods: readonly string[],
  ) {
    [this.area, this.code, this.title, this.unit] = [area, code, title, unit];
    const byPeriod = new Map(cells.map((cell) => [cell.period, cell]));
    this.cells = periods.map((period) => byPeriod.get(period) ?? emptyCell(period));
  }

  get values(): (number | null)[] {
    return this.cells.map(({ value }) => value);
  }

  get states(): SeriesCell['state'][] {
    return this.cells.map(({ state }) => state);
  }

  get flags(): SeriesCell['flags'][] {
    return this.cells.map(({ flags }) => flags);
  }
}

/** Series of a table, and the codes of its rows. `selection` is null if rows are areas. */
interface TableSeries {
  selection: CodeSelection | null;
  found: readonly FoundSeries[];
  covered: ReadonlySet<string>;
  served: readonly SeriesResponse[];
}

/** Reports the scope of a table. Returns its requested areas and codes, its unit and its editions. */
async function describeTable(
  request: RequestedFigures,
  scope: Pick<FigureScope, 'items' | 'included' | 'existing' | 'isTruncated'>,
  series: TableSeries,
  context: ComputedContext,
) {
  const { entry, asOf } = request;
  const requestedItems = await describeRequested(request, series, context);
  const requested = requestedItems.filter(isOmitted);
  context.addScope({ of: indicatorTitleInSentence(entry, context), ...scope, requested });
  const [first] = series.served;
  return {
    requested: requestedItems.map((item) => ({
      ...item,
      area: item.area === null ? null : areaReference(item.area, context),
    })),
    unit: first?.unit ?? readMeasureProperties(entry).unit,
    population: first?.population ?? null,
    populationVintage: first?.populationVintage ?? null,
    vintage: await context.figures.vintageAt(entry.slug, asOf),
  };
}

type DescribedItem = Pick<RequestedItem, 'input' | 'area' | 'code'> &
  (Pick<RequestedItem, 'omission' | 'sentence'> | { omission: null; sentence: null });

const isOmitted = (item: DescribedItem): item is RequestedItem => item.omission !== null;

/** Describes each requested area and code, and other rows for which no index can be computed. */
async function describeRequested(
  request: RequestedFigures,
  { selection, found, covered }: TableSeries,
  context: ComputedContext,
): Promise<DescribedItem[]> {
  const { entry, areas } = request;
  const omitted = await findOmissions(request, found, covered, context);
  const notOmitted = { omission: null, sentence: null };
  const areaItems = (areas ?? []).map(
    (area) =>
      omitted.find((item) => item.area === area && item.code === null) ?? {
        input: area,
        area,
        code: null,
        ...notOmitted,
      },
  );
  const codeItems = (selection?.requested ?? []).map((code) => {
    const { dimension, codes, breakdownOf } = selection!;
    if (!codes.includes(code)) {
      const knownCodes = dimension.codes.map((candidate) => candidate.code);
      return unknownCodeItem(
        code,
        { title: context.text(dimension.title, entry) ?? dimension.name, codes: knownCodes },
        context,
      );
    }
    const [area = null] = areas ?? [];
    const [item = notOmitted] = describeOmittedBreakdowns([breakdownOf(code)], found, area, context);
    return { ...item, input: code, area, code };
  });
  const unknown = context.unknownAreas.map((text) => unknownAreaItem(text, context));
  const described = [...unknown, ...areaItems, ...codeItems];
  // Adds the omissions of rows that were not requested: of the whole list, or without a figure in the base period.
  const isUnlisted = (item: RequestedItem) =>
    (areas === null || item.omission === 'BASE_MISSING') &&
    !described.some(({ area, code }) => area === item.area && code === item.code);
  return [...described, ...omitted.filter(isUnlisted)];
}
