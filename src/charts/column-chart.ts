import { axisRange } from './axes.js';
import type { Figure } from './chart-data.js';
import { type CompleteChartOptions, completeOptions } from './chart-frame.js';
import { namedFill, seriesColour, namedStroke } from './palette.js';
import { wrapChartSvg, type SeriesPoints, toFigures } from './compact-chart.js';
import { escapeSvg, svgElement } from './svg.js';
import { messagesFor } from '../i18n/messages-for.js';

interface ColumnOptions {
  locale: string;
  /** Periods of the axis in ascending order, with or without figures. */
  periods: readonly string[];
  /** Numbers of the claims that quote a figure, by period. */
  marks?: ReadonlyMap<string, readonly number[]>;
}

const CHART_WIDTH = 300;
const PLOT = { top: 46, bottom: 172, left: 4, right: 296 } as const;
const CHART_HEIGHT = 194;
/** Width of a column relative to the width of its period. */
const COLUMN_WIDTH_SHARE = 0.82;
const MAX_COLUMN_WIDTH = 54;
const MISSING_HEIGHT = 26;
const BADGE_LAYOUT = { radius: 9, above: 27 } as const;
const FONT_SIZES = { value: 13, period: 11.5, mark: 11 } as const;
/** Column width below which numbers are abbreviated. */
const NARROW_PX = 34;

/**
 * Draws a series as a column chart with value labels. Columns of provisional figures are outlined; a missing figure is
 * an empty frame with a question mark; a figure that a claim quotes has the number of the claim.
 * Returns null if the series has no figures or a negative one.
 */
export function columnChart({ unit, points, ...label }: SeriesPoints, options: ColumnOptions): string | null {
  const { periods, marks = new Map() } = options;
  const figures = toFigures(points);
  const shownFigures = figures.filter(({ period }) => periods.includes(period));
  const values = shownFigures.flatMap(({ value }) => value ?? []);
  if (values.length === 0 || Math.min(...values) < 0) return null;
  const drawing = completeOptions({ messages: messagesFor([options.locale]) });
  const figureByPeriod = new Map(shownFigures.map((figure) => [figure.period, figure]));
  const periodWidth = (PLOT.right - PLOT.left) / periods.length;
  const maxValue = axisRange(values)[1];
  const columns = periods.map((period, index) =>
    drawColumn(figureByPeriod.get(period), {
      period,
      x: PLOT.left + (index + 0.5) * periodWidth,
      width: Math.min(MAX_COLUMN_WIDTH, periodWidth * COLUMN_WIDTH_SHARE),
      highest: maxValue,
      marks: marks.get(period) ?? [],
      drawing,
    }),
  );
  const panel = { unit, heading: unit, periods, series: [{ name: '', areaCode: null, unit, figures: shownFigures }] };
  const axis = { x1: PLOT.left, x2: PLOT.right, y1: PLOT.bottom, y2: PLOT.bottom, ...namedStroke('rule') };
  const svg = [svgElement('line', axis), ...columns].join('');
  return wrapChartSvg(label, panel, { width: CHART_WIDTH, height: CHART_HEIGHT }, svg, drawing);
}

interface ColumnLayout {
  period: string;
  x: number;
  width: number;
  highest: number;
  marks: readonly number[];
  drawing: CompleteChartOptions;
}

function drawColumn(figure: Figure | undefined, layout: ColumnLayout): string {
  const { period, x, width, highest, marks, drawing } = layout;
  const { format } = drawing;
  const label = { x, y: PLOT.bottom + 17, 'text-anchor': 'middle', 'font-size': FONT_SIZES.period };
  const periodLabel = svgElement('text', { ...label, ...namedFill('soft') }, escapeSvg(format.period(period)));
  const left = x - width / 2;
  const value = figure?.value ?? null;
  if (value === null) {
    const y = PLOT.bottom - MISSING_HEIGHT;
    const frame = { x: left, y, width, height: MISSING_HEIGHT, fill: 'none', 'stroke-dasharray': '3 3' };
    const sign = { x, y: PLOT.bottom - 9, 'text-anchor': 'middle', 'font-size': FONT_SIZES.period };
    return (
      svgElement('rect', { ...frame, ...namedStroke('rule') }) +
      svgElement('text', { ...sign, ...namedFill('soft') }, '?') +
      periodLabel
    );
  }
  const height = Math.max(1, (value / highest) * (PLOT.bottom - PLOT.top));
  const y = PLOT.bottom - height;
  const style = figure!.isHollow
    ? { fill: 'none', stroke: 'currentColor', 'stroke-width': 2 }
    : { fill: 'currentColor' };
  const valueText = width < NARROW_PX ? format.tick(value, value) : format.number(value);
  const size = width < NARROW_PX ? FONT_SIZES.mark : FONT_SIZES.value;
  const valueLabel = { x, y: y - 6, 'text-anchor': 'middle', 'font-size': size, 'font-weight': 700 };
  return [
    svgElement('rect', { x: left, y, width, height, class: seriesColour(0).class, ...style }),
    svgElement('text', valueLabel, escapeSvg(valueText)),
    ...marks.map((mark, index) =>
      drawBadge(mark, x + (index - (marks.length - 1) / 2) * 2.2 * BADGE_LAYOUT.radius, y - BADGE_LAYOUT.above),
    ),
    periodLabel,
  ].join('');
}

function drawBadge(mark: number, x: number, y: number): string {
  const text = { x, y: y + 4, 'text-anchor': 'middle', 'font-size': FONT_SIZES.mark, 'font-weight': 700 };
  return (
    svgElement('circle', { cx: x, cy: y, r: BADGE_LAYOUT.radius }) +
    svgElement('text', { ...text, ...namedFill('ground') }, String(mark))
  );
}
