import type { ChartTable } from '../charts/chart.js';
import type { ChartOptions, MapOptions, RankingOptions } from '../charts/chart-frame.js';
import { hasShape } from '../charts/map-shapes.js';
import { formatsFor, toMidSentence } from '../i18n/column-labels.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import { unitLabel } from '../i18n/unit-label.js';
import type { ColumnRole } from '../tables/column.js';
import { splitCell } from '../tables/table-cell.js';
import { type ExplorerQuery, isSummable } from './explorer-query.js';
import type { ExplorerMetadata } from './explorer-metadata.js';
import { BY_AREA, type ExplorerState } from './explorer-state.js';

/** Maximum number of areas in a subtitle. */
const MAX_AREA_NAMES = 3;

/** Metadata, state, query and data of the shown figure, from which its titles and chart options are derived. */
export interface ShownFigure {
  metadata: ExplorerMetadata;
  state: ExplorerState;
  shown: ExplorerQuery;
  /** Figures of all areas; null if they are not needed. */
  allAreas: AreaFigures | null;
  /** The same figures in the edition before the shown one, for lines and tables; null if there are none. */
  earlier: { table: ChartTable; number: number } | null;
  messages: LocaleMessages;
  search: URLSearchParams;
}

interface AreaFigures {
  periods: readonly string[];
  rows: readonly { area: { code: string }; values: readonly (number | null)[] }[];
}

/** Reads the response to `ALL_AREAS_QUERY`. */
export function readAllAreas({ indicator }: { indicator?: unknown }): AreaFigures {
  return (indicator as { grid: AreaFigures }).grid;
}

/** Counts the countries with a figure in the shown period, and in the latest period with the most; null if unknown. */
export function countAreas({ metadata, shown, allAreas }: Pick<ShownFigure, 'metadata' | 'shown' | 'allAreas'>) {
  if (!allAreas) return null;
  const { periods } = allAreas;
  const rows = allAreas.rows.filter(({ area }) => !metadata.groups.includes(area.code));
  const counts = periods.map((_, index) => rows.filter(({ values }) => values[index] !== null).length);
  const count = Math.max(0, ...counts);
  return { included: counts[periods.indexOf(shown.at!)] ?? 0, count, period: periods[counts.lastIndexOf(count)]! };
}

/** Returns the options of the chart: the same for pages, files and embedded figures. */
export function explorerChartOptions(table: ChartTable, figure: ShownFigure): Omit<ChartOptions, 'messages'> {
  const { state, earlier, messages } = figure;
  const units = distinctValues(table, 'unit').map((unit) => unitLabel(messages, unit).text);
  return {
    title: figureTitle(table, figure),
    subtitle: [shownAreaNames(table, figure), units.join(', ')].filter((text) => text !== '').join(' · '),
    multiples: state.view !== 'small' ? null : state.scale === 'own' ? 'OWN_SCALES' : 'ONE_SCALE',
    ...(earlier && {
      earlier: { table: earlier.table, note: messages.explorer.editions.dotted({ number: String(earlier.number) }) },
    }),
    ...(state.view === 'bar' && { ranking: rankingOptions(table, figure) }),
    ...(state.view === 'map' && { map: mapOptions(figure) }),
  };
}

/** Returns the title of a figure: the measure, the breakdown and the periods. */
export function figureTitle(table: ChartTable, { metadata, state, shown, messages, search }: ShownFigure): string {
  const { indicator } = metadata;
  const { titles, byDimension } = messages.explorer;
  const format = formatsFor(messages);
  const { title } = indicator;
  const base = format.period(state.base ?? shown.base ?? indicator.coverage.to!);
  const measureTitle = state.measure === 'value' ? title : titles[state.measure]({ title, base });
  const comparedDimension = indicator.dimensions.find(({ name }) => name === state.by);
  // The title contains the names of the chosen codes if there is only one, or if the response has no figures.
  const chosenCodes = state.codes[state.by] ?? [];
  const namesCodes = chosenCodes.length === 1 || distinctValues(table, 'period').length === 0;
  const bySuffix =
    comparedDimension &&
    !(namesCodes && chosenCodes.length > 0) &&
    byDimension({ name: toMidSentence(comparedDimension.title, messages) });
  // The title names the total of a dimension only if the URL requests it.
  const codeTitles = indicator.dimensions.flatMap(({ name, total, codes }) => {
    if (name === state.by)
      return namesCodes ? codes.filter(({ code }) => chosenCodes.includes(code)).map((item) => item.title) : [];
    const code = state.codes[name]?.[0] ?? (total === null || search.get(name) ? (total ?? codes[0]?.code) : undefined);
    return codes.filter((one) => one.code === code).map((item) => item.title);
  });
  const periods = distinctValues(table, 'period').sort();
  const span = [...new Set([periods[0], periods.at(-1)])].flatMap((period) => (period ? [format.period(period)] : []));
  const subject =
    bySuffix && !title.toLowerCase().includes(bySuffix.toLowerCase()) ? `${measureTitle} ${bySuffix}` : measureTitle;
  return [subject, ...codeTitles, span.join('–')].filter((text) => text !== '').join(', ');
}

/** Returns the names of the areas of a figure; empty for a ranking or map of areas, which shows the names itself. */
export function shownAreaNames(table: ChartTable, { state, shown, messages }: ShownFigure): string {
  if (state.by === BY_AREA && shown.at !== null) return '';
  const names = distinctValues(table, 'area');
  if (names.length <= MAX_AREA_NAMES) return names.join(', ');
  const count = names.length - MAX_AREA_NAMES;
  return messages.explorer.andOthers({ names: names.slice(0, MAX_AREA_NAMES).join(', '), count });
}

/** Returns the distinct values of a column, by its role. */
export function distinctValues({ columns, rows }: ChartTable, role: ColumnRole): string[] {
  const index = columns.findIndex((column) => column.role === role);
  return index < 0 ? [] : [...new Set(rows.flatMap((row) => splitCell(row[index])))];
}

function rankingOptions(table: ChartTable, { metadata, state, shown, allAreas }: ShownFigure): RankingOptions {
  const isChosen = (state.codes[state.by] ?? []).length > 0;
  const { others = null } = metadata.rankedCodes ?? {};
  if (state.by !== BY_AREA) return { highlighted: [], others: isChosen || state.rows === 'all' ? null : others };
  const drawnCodes = new Set(distinctValues(table, 'area_code'));
  const periodIndex = allAreas?.periods.indexOf(shown.at!) ?? -1;
  const otherValues = (isSummable(state, metadata) ? (allAreas?.rows ?? []) : []).flatMap(({ area, values }) =>
    values[periodIndex] == null || drawnCodes.has(area.code) || metadata.groups.includes(area.code)
      ? []
      : [values[periodIndex]],
  );
  // Rankings omit overlapping areas. If the counts differ, some areas overlap and must not be added up.
  const { included, existing } = table.scopes?.[0] ?? { included: 0, existing: null };
  const canSum = otherValues.length > 0 && existing === included + otherValues.length;
  const value = Number(otherValues.reduce((sum, value) => sum + value, 0).toPrecision(12));
  return { highlighted: state.areas, others: canSum ? { count: otherValues.length, value } : null };
}

function mapOptions({ metadata, allAreas }: ShownFigure): MapOptions {
  const { areas, locale, groups, indicator } = metadata;
  const coveredAreas = indicator.coverage.areas.filter((code) => !groups.includes(code));
  const rows = (allAreas?.rows ?? []).filter(({ area }) => hasShape(area.code));
  return {
    covered: coveredAreas.map((code) => ({ code, name: areas.nameOf(code, [locale]) })),
    values: rows.flatMap(({ values }) => values.filter((value) => value !== null)),
  };
}
