import type { Table } from '../tables/table.js';
import { bars } from './bars.js';
import type { ChartData } from './figures.js';
import { MOST_LINES, readFigures } from './figures.js';
import type { Body, ChartOptions, ChartPoint, Drawing } from './frame.js';
import { completeOptions, framed, withTexts } from './frame.js';
import { lineChart } from './line-chart.js';
import { multiples } from './multiples.js';
import { barSummary, lineSummary } from './summary.js';
import type { ChartWords } from '../words/words.js';
import type { ForeignTexts } from '../words/foreign-texts.js';

/** What of a table is drawn. */
export type ChartTable = Pick<Table, 'columns' | 'rows' | 'scopes'>;

/** A chart, or why there is none. */
export type Chart =
  | {
      form: 'LINES' | 'MULTIPLES' | 'BARS' | 'MAP';
      /** One element, ready to stand in a page or a file. */
      svg: string;
      title: string;
      /** What the chart shows, in words; it is the description of the picture as well. */
      summary: string;
      /** What is in another language in its title and its summary. */
      foreign: ForeignTexts;
      width: number;
      height: number;
      /** The figures at which a reader can stop, in the order of the series. */
      points: readonly ChartPoint[];
    }
  | { form: 'NONE'; reason: keyof ChartWords['noChart']; sentence: string };

/**
 * Draws the figures of a table: lines where there are several periods, small multiples where there are many series or
 * several units, bars where there is one period or a ranking.
 */
export function drawChart(table: ChartTable, options: ChartOptions): Chart {
  const plain = completeOptions(options);
  const data = readFigures(table, plain);
  if (!data) return none('NO_FIGURES', plain);
  const drawing = withTexts(plain, data.texts, data.units);
  const scope = plain.scopeOf(table);
  const figures = data.panels.flatMap(({ series }) => series.flatMap((each) => each.figures));
  if (!figures.some(({ value }) => value !== null)) return none('EMPTY', drawing);
  if (figures.length === 1) return none('ONE_FIGURE', drawing);
  const isOverTime = data.panels.some(({ series }) => series.some((each) => each.figures.length > 1));
  if (!data.isRanked && !isOverTime && data.indicators > 1) return none('NOT_COMPARABLE', drawing);
  if (data.isRanked || !isOverTime)
    return drawn('BARS', { data, scope }, drawing, (top) => bars(data.panels, drawing, top));
  const panel = data.panels[0]!;
  const isOne = data.panels.length === 1 && panel.series.length <= MOST_LINES;
  if (isOne) return drawn('LINES', { data, scope }, drawing, (top) => lineChart(panel, drawing, top));
  return drawn('MULTIPLES', { data, scope }, drawing, (top) => multiples(data.panels, drawing, top));
}

/** Returns that there is no chart, and why in words. */
export function none(reason: keyof ChartWords['noChart'], { words }: Drawing): Chart {
  return { form: 'NONE', reason, sentence: words.noChart[reason] };
}

function drawn(
  form: 'LINES' | 'MULTIPLES' | 'BARS',
  { data, scope }: { data: ChartData; scope: readonly string[] },
  drawing: Drawing,
  body: (top: number) => Body,
): Chart {
  const { words, writing, width } = drawing;
  const summary = form === 'BARS' ? barSummary(data, words, writing) : lineSummary(data, words, writing);
  const texts = {
    title: data.title,
    subtitle: writeSubtitle(data, form, drawing),
    summary,
    sources: data.sources,
    scope,
  };
  const { svg, points, height } = framed(body, texts, drawing);
  return { form, svg, title: data.title, summary, foreign: drawing.foreign, width, height, points };
}

/** The unit, and the period where it is one for all. */
function writeSubtitle({ panels }: ChartData, form: string, { writing }: Drawing): string {
  const unit = panels.length === 1 ? panels[0]!.unit : '';
  const periods = [
    ...new Set(panels.flatMap((panel) => panel.series.flatMap((each) => each.figures.map(({ period }) => period)))),
  ];
  const period = form === 'BARS' && periods.length === 1 ? writing.period(periods[0]!) : '';
  return [unit, period].filter((text) => text !== '').join(', ');
}
