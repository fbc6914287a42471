import type { ResultTable } from '../tables/table.js';
import { barChart } from './bar-chart.js';
import { type ChartData, MAX_LINES_PER_CHART, readChartData } from './chart-data.js';
import {
  type ChartBody,
  type ChartOptions,
  type CompleteChartOptions,
  completeOptions,
  renderFrame,
  withTextLanguages,
} from './chart-frame.js';
import { rangeChart, readRanges } from './range-chart.js';
import type { LegendEntry } from './legend.js';
import { lineChart } from './line-chart.js';
import { smallMultiples } from './small-multiples.js';
import { barSummary, lineSummary } from './chart-summary.js';
import type { ChartMessages } from '../i18n/locale-messages.js';
import type { OtherLanguageTexts } from '../i18n/other-language-texts.js';

/** The parts of a query result that a chart is drawn from. */
export type ChartTable = Pick<ResultTable, 'columns' | 'rows' | 'scopes'>;

/** A chart, or the reason why there is none. */
export type Chart =
  | {
      form: 'LINES' | 'MULTIPLES' | 'BARS' | 'MAP';
      svg: string;
      title: string;
      /** Text alternative of the chart. */
      summary: string;
      /** Texts of the title and summary in other languages than the chart's. */
      foreign: OtherLanguageTexts;
      width: number;
      height: number;
      /** Legend and notes that the page shows as text; absent if they are part of the chart. */
      legend?: readonly LegendEntry[];
      notes?: readonly string[];
    }
  | { form: 'NONE'; reason: keyof ChartMessages['noChart']; sentence: string };

/**
 * Draws the figures of a table. Several periods: lines, or small multiples for many series or several units. One period
 * or a ranking: bars. Minima and maxima: bars between them.
 */
export function drawChart(table: ChartTable, options: ChartOptions): Chart {
  const allOptions = completeOptions(options);
  const data = readChartData(table, allOptions);
  if (!data) return drawRanges(table, options, allOptions);
  const drawing = withTextLanguages(allOptions, data.texts, data.units);
  const scope = allOptions.scopeOf(table);
  const figures = data.panels.flatMap(({ series }) => series.flatMap((chartSeries) => chartSeries.figures));
  if (!figures.some(({ value }) => value !== null)) return emptyChart('EMPTY', drawing);
  if (figures.length === 1) return emptyChart('ONE_FIGURE', drawing);
  const isOverTime = data.panels.some(({ series }) => series.some((chartSeries) => chartSeries.figures.length > 1));
  if (!data.isRanked && !isOverTime && data.indicatorCount > 1) return emptyChart('NOT_COMPARABLE', drawing);
  if (data.isRanked || !isOverTime)
    return renderChart('BARS', { data, scope }, drawing, (top) => barChart(data.panels, drawing, top));
  const panel = data.panels[0]!;
  const isSinglePlot =
    allOptions.multiples === null && data.panels.length === 1 && panel.series.length <= MAX_LINES_PER_CHART;
  if (isSinglePlot) return renderChart('LINES', { data, scope }, drawing, (top) => lineChart(panel, drawing, top));
  const hasOwnScales = allOptions.multiples === 'OWN_SCALES';
  const panels = hasOwnScales
    ? data.panels.flatMap((common) => common.series.map((series) => ({ ...common, series: [series] })))
    : data.panels;
  return renderChart('MULTIPLES', { data, scope }, drawing, (top) => smallMultiples(panels, drawing, top));
}

function drawRanges(table: ChartTable, { messages: allMessages }: ChartOptions, options: CompleteChartOptions): Chart {
  const data = readRanges(table, allMessages);
  if (!data || data.ranges.every(({ text }) => text === '')) return emptyChart('NO_FIGURES', options);
  const { foreign, width, messages, format } = options;
  const rangesWithText = data.ranges.filter(({ text }) => text !== '').map(({ name, text }) => ({ name, value: text }));
  const extremes = [messages.rankedFirst(rangesWithText[0]!), messages.rankedLast(rangesWithText.at(-1)!)];
  const summary = `${extremes.join(`${format.semicolon} `)}.`;
  const texts = { title: data.title, subtitle: data.subtitle, summary, sources: [], scope: options.scopeOf(table) };
  const { svg, height } = renderFrame((top) => rangeChart(data, options, top), texts, options);
  return { form: 'BARS', svg, title: data.title, summary, foreign, width, height };
}

/** Returns a result without a chart, with the reason. */
export function emptyChart(reason: keyof ChartMessages['noChart'], { messages }: CompleteChartOptions): Chart {
  return { form: 'NONE', reason, sentence: messages.noChart[reason] };
}

function renderChart(
  form: 'LINES' | 'MULTIPLES' | 'BARS',
  { data, scope }: { data: ChartData; scope: readonly string[] },
  options: CompleteChartOptions,
  body: (top: number) => ChartBody,
): Chart {
  const { messages, format, width } = options;
  const summary = form === 'BARS' ? barSummary(data, messages, format) : lineSummary(data, messages, format);
  const texts = {
    title: options.title ?? data.title,
    subtitle: options.subtitle ?? writeSubtitle(data, form, options),
    summary,
    sources: data.sources,
    scope,
    // Panels of different indicators and units have no common title, so the name lists their headings.
    name: data.panels.map(({ heading }) => heading).join(`${format.semicolon} `),
  };
  const { svg, height } = renderFrame(body, texts, options);
  return { form, svg, title: texts.title, summary, foreign: options.foreign, width, height };
}

/** Returns the subtitle: the unit and the period, if all figures have the same. */
function writeSubtitle({ panels }: ChartData, form: string, { format }: CompleteChartOptions): string {
  const unit = panels.length === 1 ? panels[0]!.unit : '';
  const periods = [
    ...new Set(
      panels.flatMap((panel) => panel.series.flatMap((chartSeries) => chartSeries.figures.map(({ period }) => period))),
    ),
  ];
  const period = form === 'BARS' && periods.length === 1 ? format.period(periods[0]!) : '';
  return [unit, period].filter((text) => text !== '').join(', ');
}
