import type { LocaleFormats } from '../i18n/locale-formats.js';
import { frequencyOfPeriod, periodsBetween, parsePeriod } from '../series/period.js';
import { splitCell } from '../tables/table-cell.js';
import type { Column, ColumnRole } from '../tables/column.js';
import type { TableRow, ResultTable } from '../tables/table.js';
import type { CompleteChartOptions } from './chart-frame.js';
import { readableAlias } from '../i18n/readable-name.js';
import type { LocalisedText } from '../i18n/localised-text.js';

/** A figure of a chart, and how it is drawn. Its value may be missing. */
export interface Figure {
  period: string;
  value: number | null;
  state: string;
  isHollow: boolean;
  isBreak: boolean;
  isFlagged: boolean;
}

/** A named series of figures, drawn as a line or a bar. */
export interface ChartSeries {
  name: string;
  areaCode: string | null;
  unit: string;
  /** Figures in ascending order of period. */
  figures: readonly Figure[];
  /** Figures of an earlier edition for the periods of the panel; absent if there are none. */
  earlier?: readonly Figure[];
}

/** Series with a common scale, and all periods from the first to the last of any series, without gaps. */
export interface Panel {
  unit: string;
  /** Heading: the common parts of the names in this panel only, and the unit. */
  heading: string;
  periods: readonly string[];
  series: readonly ChartSeries[];
}

export interface PanelData extends Panel {
  /** Whether the unit is a rate, which is comparable between areas of any size. */
  isRate: boolean;
}

export interface ChartData {
  title: string;
  isRanked: boolean;
  indicatorCount: number;
  panels: readonly PanelData[];
  /** Distinct titles of sources, at most three. */
  sources: readonly string[];
  /** Distinct texts of which the names, titles and headings consist. */
  texts: readonly string[];
  /** Distinct units with their languages. */
  units: readonly LocalisedText[];
}

const HOLLOW_FLAGS = /\b(?:PROVISIONAL|ESTIMATED|FORECAST|LOW_RELIABILITY)\b/;
const RATE_UNIT = /\bper\b|percent|%|\bindex\b|\bshare\b/i;
const MAX_SOURCES = 3;
/** Maximum number of lines in one chart. More series are drawn as small multiples. */
export const MAX_LINES_PER_CHART = 6;

interface SeriesBuilder {
  parts: readonly string[];
  indicator: string;
  areaCode: string | null;
  unit: string;
  frequency: string;
  figures: Map<string, Figure>;
  earlier?: ReadonlyMap<string, Figure>;
}

type ReadOptions = Pick<CompleteChartOptions, 'unitIn' | 'earlier'> & { format: Pick<LocaleFormats, 'colon'> };
type FigureRows = Pick<ResultTable, 'columns' | 'rows'>;

/** Reads the figures of a table; null if it has none. */
export function readChartData({ columns, rows }: FigureRows, options: ReadOptions): ChartData | null {
  const at = (role: ColumnRole) => columns.findIndex((column) => column.role === role);
  if (at('value') < 0 || at('period') < 0) return null;
  const columnsWithNames = namingColumns(columns);
  const seriesByKey = collectSeries({ columns, rows });
  const earlierSeries = options.earlier && collectSeries(options.earlier.table);
  if (earlierSeries)
    seriesByKey.forEach((series, key) => (series.earlier = earlierSeries.get(key)?.figures ?? new Map()));
  const allSeries = withoutList([...seriesByKey.values()], columnsWithNames, columns);
  const isCommonPart = columnsWithNames.map((_, part) => isCommon(allSeries, part));
  const source = at('source');
  const sources = [...new Set(rows.flatMap((row) => splitCell(row[source])))].slice(0, MAX_SOURCES);
  return {
    title: allSeries.length === 0 ? '' : joinTitle(allSeries[0]!.parts, isCommonPart, columnsWithNames, columns),
    isRanked: at('rank') >= 0,
    indicatorCount: new Set(allSeries.map((readSeries) => readSeries.indicator)).size,
    panels: makePanels(allSeries, isCommonPart, options),
    sources,
    texts: [...new Set([...allSeries.flatMap(({ parts }) => parts), ...sources])].filter(Boolean),
    units: [...new Set(allSeries.map((readSeries) => readSeries.unit))]
      .filter(Boolean)
      .map((unit) => options.unitIn(unit)),
  };
}

/** Collects the figures of each series, by its names, area, unit and frequency. */
function collectSeries({ columns, rows }: FigureRows): Map<string, SeriesBuilder> {
  const at = (role: ColumnRole) => columns.findIndex((column) => column.role === role);
  const indexes = { value: at('value'), period: at('period'), state: at('state'), flags: at('flags') };
  const columnsWithNames = namingColumns(columns);
  const [unit, code, indicator] = [at('unit'), at('area_code'), at('indicator')];
  const seriesByKey = new Map<string, SeriesBuilder>();
  for (const row of rows) {
    const figure = readFigure(row, indexes);
    if (!figure) continue;
    const nameParts = columnsWithNames.map((index) => readPart(row, columns[index]!, index));
    const series = {
      parts: nameParts,
      indicator: textAt(row, indicator),
      areaCode: textAt(row, code) || null,
      unit: textAt(row, unit),
    };
    const frequency = frequencyOfPeriod(figure.period);
    const key = JSON.stringify([nameParts, series.areaCode, series.unit, frequency]);
    if (!seriesByKey.has(key)) seriesByKey.set(key, { ...series, frequency, figures: new Map() });
    const { figures } = seriesByKey.get(key)!;
    if (!figures.has(figure.period)) figures.set(figure.period, figure);
  }
  return seriesByKey;
}

/** Returns the indexes of the columns that distinguish series. Uses the code of an area only if it has no name. */
function namingColumns(columns: readonly Column[]): number[] {
  const hasArea = columns.some(({ role }) => role === 'area');
  const roles: readonly (ColumnRole | null)[] = ['list', 'indicator', hasArea ? 'area' : 'area_code', 'dimension'];
  return columns.flatMap(({ role }, index) => (role !== null && roles.includes(role) ? [index] : []));
}

function readFigure(
  row: TableRow,
  { value, period, state, flags }: Readonly<Record<'value' | 'period' | 'state' | 'flags', number>>,
): Figure | null {
  const periodText = textAt(row, period);
  if (!parsePeriod(periodText)) return null;
  const number = row[value];
  return createFigure({
    period: periodText,
    value: typeof number === 'number' ? number : null,
    state: textAt(row, state) || 'REPORTED',
    flags: textAt(row, flags),
  });
}

/** Creates a figure of a chart. `flags` contains the names of all flags in one string, with any separator. */
export function createFigure(cells: { period: string; value: number | null; state: string; flags: string }): Figure {
  const { period, value, state, flags } = cells;
  return {
    period,
    value,
    state,
    isHollow: state === 'PARTIAL' || (flags !== '' && HOLLOW_FLAGS.test(flags)),
    isBreak: flags.includes('BREAK_IN_SERIES'),
    isFlagged: flags !== '',
  };
}

function textAt(row: TableRow, index: number): string {
  return String((index < 0 ? null : row[index]) ?? '');
}

function readPart(row: TableRow, { role }: Column, index: number): string {
  const text = textAt(row, index);
  return role === 'list' ? readableAlias(text) : text;
}

function isCommon(allSeries: readonly SeriesBuilder[], part: number): boolean {
  return allSeries.every(({ parts }) => parts[part] === allSeries[0]!.parts[part]);
}

/** Joins the common parts of the names of all series, starting with the indicator. */
function joinTitle(
  parts: readonly string[],
  isCommonPart: readonly boolean[],
  nameColumns: readonly number[],
  columns: readonly Column[],
): string {
  const commonColumns = nameColumns.flatMap((index, part) =>
    isCommonPart[part] && columns[index]!.role !== 'list' ? [{ role: columns[index]!.role, text: parts[part]! }] : [],
  );
  const [indicator, otherParts] = [
    commonColumns.filter(({ role }) => role === 'indicator'),
    commonColumns.filter(({ role }) => role !== 'indicator'),
  ];
  return [...indicator, ...otherParts]
    .map(({ text }) => text)
    .filter(Boolean)
    .join(', ');
}

function writeHeading(shared: string, unit: string, colon: string): string {
  return shared === '' || unit.toLowerCase().startsWith(shared.toLowerCase()) ? unit : `${shared}${colon} ${unit}`;
}

/** Removes the list name from the names of the series, if they are unique without it. */
function withoutList(
  allSeries: readonly SeriesBuilder[],
  nameColumns: readonly number[],
  columns: readonly Column[],
): readonly SeriesBuilder[] {
  const list = nameColumns.findIndex((index) => columns[index]!.role === 'list');
  if (list < 0) return allSeries;
  const plain = allSeries.map((readSeries) => ({ ...readSeries, parts: readSeries.parts.with(list, '') }));
  const keys = plain.map(({ parts, areaCode, unit, frequency }) => JSON.stringify([parts, areaCode, unit, frequency]));
  return new Set(keys).size === allSeries.length ? plain : allSeries;
}

/** Groups series by unit and frequency, and by indicator if there are many. Common name parts become the heading. */
function makePanels(
  allSeries: readonly SeriesBuilder[],
  isCommonPart: readonly boolean[],
  { format: { colon }, unitIn }: ReadOptions,
): PanelData[] {
  const groups = new Map<string, SeriesBuilder[]>();
  const hasMany = allSeries.length > MAX_LINES_PER_CHART;
  for (const readSeries of allSeries) {
    const key = JSON.stringify([readSeries.unit, readSeries.frequency, hasMany ? readSeries.indicator : '']);
    groups.set(key, [...(groups.get(key) ?? []), readSeries]);
  }
  return [...groups.values()].map((group) => {
    const isShared = isCommonPart.map((isTitlePart, part) => !isTitlePart && group.length > 1 && isCommon(group, part));
    const [{ unit: englishUnit, parts: first }] = group as [SeriesBuilder];
    const unit = unitIn(englishUnit).text;
    const allPeriods = group.flatMap(({ figures }) => [...figures.keys()]).sort();
    const periods = periodsBetween(allPeriods[0]!, allPeriods.at(-1)!);
    return {
      unit,
      isRate: RATE_UNIT.test(englishUnit),
      heading: writeHeading(first.filter((text, part) => isShared[part] && text !== '').join(', '), unit, colon),
      periods,
      series: group.map(({ parts, areaCode, figures, earlier }) => ({
        name: parts.filter((text, part) => !isCommonPart[part] && !isShared[part] && text !== '').join(', '),
        areaCode,
        unit,
        figures: [...figures.values()].sort((a, b) => (a.period < b.period ? -1 : 1)),
        ...(earlier && { earlier: periods.flatMap((period) => earlier.get(period) ?? []) }),
      })),
    };
  });
}
