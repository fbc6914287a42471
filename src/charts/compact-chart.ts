import { memoise } from '../memoise.js';
import { periodsBetween } from '../series/period.js';
import { maxLabelWidth, axisRange } from './axes.js';
import { createFigure, type Figure, type Panel } from './chart-data.js';
import { type CompleteChartOptions, completeOptions } from './chart-frame.js';
import { SMALL_PLOT_HEIGHT_PX, SMALL_FONT_SIZE, drawSmallPlot, SMALL_PLOT_TICK_COUNT } from './small-multiples.js';
import { panelSummary } from './chart-summary.js';
import { escapeSvg, escapeHtmlWithLanguages, svgElement } from './svg.js';
import { messagesFor } from '../i18n/messages-for.js';

/** Figures of a series, in ascending order of period. */
export interface SeriesPoints {
  name: string;
  /** Language of the name, if it is not that of the chart. */
  lang?: string | null;
  unit: string;
  points: readonly { period: string; value: number | null; state: string; flags: readonly string[] }[];
}

/** Space above the plot for the largest number, in pixels. */
const SPACE_ABOVE = 10;
/** Space below the plot for the periods, in pixels. */
const SPACE_BELOW = 34;
const MIN_FIGURES = 2;
const WIDTH = 248;
/** Colour attributes for use without a style sheet. */
const PLAIN_COLOUR = /(class="[\w-]+") (?:fill|stroke|color)="#[\da-f]{6}"/g;

/** Draws a series as a small line chart without title, unit and source. Returns null for fewer than two figures. */
export function compactChart(series: SeriesPoints, locale: string): string | null {
  return drawMemoised(JSON.stringify([series, locale]));
}

/** Memoised, because pages show the same figures until the next change. */
const drawMemoised = memoise((input) => drawSmall(...(JSON.parse(input) as Parameters<typeof compactChart>)));

function drawSmall({ unit, points, ...label }: SeriesPoints, locale: string): string | null {
  const figures = toFigures(points);
  const values = figures.flatMap(({ value }) => value ?? []);
  if (values.length < MIN_FIGURES) return null;
  const options = { ...completeOptions({ messages: messagesFor([locale]) }), width: WIDTH };
  const { width, format } = options;
  const series = { name: '', areaCode: null, unit, figures };
  const periods = periodsBetween(figures[0]!.period, figures.at(-1)!.period);
  const panel: Panel = { unit, heading: unit, periods, series: [series] };
  const range = axisRange(values);
  const layout = { x: 0, width, top: SPACE_ABOVE, labels: maxLabelWidth(range, format, SMALL_PLOT_TICK_COUNT) };
  const { svg } = drawSmallPlot({ series, panel, range, unit }, layout, format);
  const size = { width, height: SPACE_ABOVE + SMALL_PLOT_HEIGHT_PX + SPACE_BELOW, text: SMALL_FONT_SIZE };
  return wrapChartSvg(label, panel, size, svg, options);
}

/** Converts the points of a series to figures. */
export function toFigures(points: SeriesPoints['points']): Figure[] {
  return points.map((point) => createFigure({ ...point, flags: point.flags.join(' ') }));
}

/** Wraps a drawing in an SVG root element with title and description, and moves common attributes to the root. */
export function wrapChartSvg(
  { name, lang }: Pick<SeriesPoints, 'name' | 'lang'>,
  panel: Panel,
  { width, height, text = 12 }: { width: number; height: number; text?: number },
  svg: string,
  { messages, format, foreign }: CompleteChartOptions,
): string {
  return svgElement(
    'svg',
    {
      class: 'chart',
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      role: 'img',
      lang: format.locale,
      'font-size': text,
      fill: 'currentColor',
    },
    svgElement('title', { lang: lang ?? undefined }, escapeSvg(name)),
    svgElement('desc', {}, escapeHtmlWithLanguages(panelSummary(panel, messages, format), foreign)),
    svg.replace(PLAIN_COLOUR, '$1').replaceAll(` font-size="${text}"`, ''),
  );
}
