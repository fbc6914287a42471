import { ticks } from 'd3-array';
import type { ResultTable, TableRow } from '../tables/table.js';
import { columnLabel } from '../i18n/column-labels.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import { axisRange } from './axes.js';
import { type ChartBody, type CompleteChartOptions, textBlock } from './chart-frame.js';
import { missingFigureMarkers } from './markers.js';
import { namedFill, namedStroke, seriesColour } from './palette.js';
import { escapeSvg, formatCoordinate, svgElement } from './svg.js';
import { textWidth } from './text-width.js';

/** A row with a minimum and a maximum. */
interface NumberRange {
  name: string;
  /** The range as text; empty if nothing is known. */
  text: string;
  low: number | null;
  high: number | null;
}

/** Rows with a minimum and a maximum, highest first. */
export interface RangeData {
  title: string;
  /** Subtitle of the chart, which explains what the ends of the bars mean. */
  subtitle: string;
  ranges: readonly NumberRange[];
}

const FONT_SIZE = 12.5;
const BAR_PX = 12;
const ROW_GAP = 6;
const AXIS_PX = 22;
const TICKS = 5;
const MIN_BAR_PX = 3;
const NAME_PX = { max: 250, share: 0.4 };

/**
 * Finds a pair of number columns whose names differ in `Min` and `Max` only, such as `basicMinYears` and
 * `basicMaxYears`, after a column with the range as text. Returns null without such columns.
 */
export function findRangeColumns(columns: ResultTable['columns']): { words: number; low: number; high: number } | null {
  const low = columns.findIndex(({ type, name }) => type === 'NUMBER' && name.includes('Min'));
  const highName = columns[low]?.name.replace('Min', 'Max');
  const high = columns.findIndex(({ type, name }) => type === 'NUMBER' && name === highName);
  const words = low - 1;
  return high < 0 || columns[words]?.type !== 'TEXT' ? null : { words, low, high };
}

/** Reads the ranges of a table; null if it has no columns with ranges. */
export function readRanges(
  { columns, rows }: Pick<ResultTable, 'columns' | 'rows'>,
  messages: LocaleMessages,
): RangeData | null {
  const rangeColumns = findRangeColumns(columns);
  if (!rangeColumns) return null;
  const { words, low, high } = rangeColumns;
  const nameColumns = columns.flatMap(({ isName, isAdded, contractType }, index) =>
    isName && !isAdded && contractType !== 'Slug' && index !== words ? [index] : [],
  );
  const ranges = rows.map((row) => ({
    name: rowName(row, rows, nameColumns),
    text: String(row[words] ?? ''),
    low: numberAt(row, low),
    high: numberAt(row, high),
  }));
  const sortKey = ({ low: from, high: to, text }: NumberRange) => to ?? from ?? (text === '' ? -Infinity : Infinity);
  return {
    title: columnLabel(messages, columns[words]!),
    subtitle: `${columnLabel(messages, columns[low]!)} – ${columnLabel(messages, columns[high]!)}`,
    ranges: ranges.toSorted((a, b) => sortKey(b) - sortKey(a) || (b.low ?? 0) - (a.low ?? 0)),
  };
}

/** Returns the shortest name of a row that no other row has; its first name if there is none. */
function rowName(row: TableRow, rows: readonly TableRow[], nameColumns: readonly number[]): string {
  const isUnique = (index: number) => rows.every((other) => other === row || other[index] !== row[index]);
  const unique = nameColumns.flatMap((index) => (row[index] != null && isUnique(index) ? [String(row[index])] : []));
  const [shortest] = unique.toSorted((a, b) => a.length - b.length);
  return shortest ?? String(row[nameColumns[0] ?? 0] ?? '');
}

function numberAt(row: TableRow, index: number): number | null {
  const value = row[index];
  return typeof value === 'number' ? value : null;
}

/**
 * Draws a bar from the minimum to the maximum of each row, with the range as text. A row without numbers has only the
 * text; an unknown range has a cross.
 */
export function rangeChart(
  { ranges }: RangeData,
  { width, format, messages, foreign }: CompleteChartOptions,
  top: number,
): ChartBody {
  const left = Math.min(
    NAME_PX.max,
    width * NAME_PX.share,
    Math.max(...ranges.map(({ name }) => textWidth(name, FONT_SIZE))) + 4,
  );
  const right = width - Math.max(...ranges.map(({ text }) => textWidth(text, FONT_SIZE))) - 8;
  const [low, high] = axisRange(ranges.flatMap((range) => range.high ?? range.low ?? []));
  const toX = (value: number) => left + 10 + ((value - low) / (high - low)) * (right - left - 10);
  let y = top + AXIS_PX;
  const placedRanges = ranges.map((range) => {
    const name = textBlock(range.name, { x: left, y, width: left, size: FONT_SIZE, anchor: 'end' }, foreign);
    const height = Math.max(BAR_PX, name.bottom - y);
    const centre = y + height / 2;
    y += height + ROW_GAP;
    return { range, name: name.svg, centre };
  });
  const values = ticks(low, high, TICKS);
  const lines = values.map(
    (value) => `M${formatCoordinate(toX(value))},${formatCoordinate(top + AXIS_PX - 4)}V${formatCoordinate(y)}`,
  );
  const labels = values.map((value) =>
    svgElement('text', { x: toX(value), y: top + FONT_SIZE }, format.tick(value, high)),
  );
  const axis =
    svgElement('path', { d: lines.join(''), ...namedStroke('grid') }) +
    svgElement('g', { 'text-anchor': 'middle', 'font-size': FONT_SIZE, ...namedFill('soft') }, ...labels);
  const rows = placedRanges.map(({ range, name, centre }) => {
    const { text } = range;
    const [startX, endX] = [toX(range.low ?? 0), toX(range.high ?? range.low ?? 0)];
    const hasBar = range.low !== null || range.high !== null;
    const rect = { x: startX, y: centre - BAR_PX / 2, width: Math.max(MIN_BAR_PX, endX - startX), height: BAR_PX };
    const bar = hasBar ? svgElement('g', seriesColour(0), svgElement('rect', { ...rect, fill: 'currentColor' })) : '';
    const cross = text === '' ? missingFigureMarkers([[startX + 8, centre]]) : '';
    const label = { x: Math.max(startX, endX) + 6, y: centre + FONT_SIZE * 0.35, 'font-size': FONT_SIZE };
    return name + bar + cross + (text === '' ? '' : svgElement('text', label, escapeSvg(text)));
  });
  const hasUnknown = ranges.some(({ text }) => text === '');
  return { svg: axis + rows.join(''), height: y - top, notes: hasUnknown ? [`× ${messages.noFigure}.`] : [] };
}
