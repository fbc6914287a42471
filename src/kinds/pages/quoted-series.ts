import { columnChart } from '../../charts/column-chart.js';
import { type Html, html, Html as SafeHtml } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import {
  breakdownText,
  figureFooter,
  chartName,
  type LinkedSeries,
  INDICATOR_LINK_FIELDS,
  type LinkedIndicator,
  SERIES_FIELDS,
  type SeriesData,
  seriesFigure,
  withSeriesPath,
} from './series-figure.js';

/** A claim with the series that it quotes, in a response. */
export interface ClaimWithSeries {
  period: string;
  indicator: LinkedIndicator;
  area: LinkedEntry;
  series: SeriesData | null;
}

/** A series, and the 1-based numbers of the claims that quote it, by period. */
export interface QuotedSeries {
  series: LinkedSeries;
  marks: Map<string, number[]>;
}

/** GraphQL selection of claims with their quoted series. `$from` is the first year to show. */
export const CLAIMS_SELECTION = `claims { period indicator { ${INDICATOR_LINK_FIELDS} } area { ...Name } series(from: $from, recipe: { frequency: YEAR }) { ${SERIES_FIELDS} } }`;

/** Maximum number of columns in a chart. */
const MAX_PERIODS = 7;
const MIN_FIGURES = 2;

/** Returns the distinct quoted series, in order of the claims. */
export function collectQuotedSeries(quotes: readonly ClaimWithSeries[]): readonly QuotedSeries[] {
  const byPermalink = new Map<string, QuotedSeries>();
  for (const [index, { series, period, indicator, area }] of quotes.entries()) {
    if (!series) continue;
    const quoted = byPermalink.get(series.permalink) ?? {
      series: { ...series, indicator, area },
      marks: new Map<string, number[]>(),
    };
    quoted.marks.set(period, [...(quoted.marks.get(period) ?? []), index + 1]);
    byPermalink.set(series.permalink, quoted);
  }
  return [...byPermalink.values()];
}

function reportedPoints({ points }: LinkedSeries): LinkedSeries['points'] {
  return points.filter(({ value }) => value !== null);
}

/** Returns the years to draw: at most `MAX_PERIODS`, up to the last figure of any series. */
export function selectChartYears(quotedSeries: readonly QuotedSeries[]): readonly string[] {
  const years = quotedSeries.flatMap(({ series }) => reportedPoints(series).map(({ period }) => Number(period)));
  if (years.length === 0) return [];
  const last = Math.max(...years);
  const first = Math.max(Math.min(...years), last - MAX_PERIODS + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** Renders a quoted series as a column chart, else as a line chart. Reference numbers mark the quoted columns. */
export function quotedFigure(
  { series, marks }: QuotedSeries,
  periods: readonly string[],
  writer: PageWriter,
): Html | null {
  const { area, unit, points } = series;
  const svg = columnChart({ ...chartName(series, writer), unit, points }, { locale: writer.locale, periods, marks });
  if (svg === null) return seriesFigure(series, { writer });
  return html`<figure class="fig">
    <figcaption>
      <b>${writer.link(withSeriesPath(series, { from: periods[0], to: periods.at(-1) }))}</b>
      <span>${writer.link(area)}${breakdownText(series, writer)}, ${writer.unit(unit)}</span>
    </figcaption>
    ${new SafeHtml(svg)} ${figureFooter(series, writer)}
  </figure> `;
}

/** Returns the number of figures in a quoted series. */
export function countFigures({ series }: QuotedSeries): number {
  return reportedPoints(series).length;
}

/** Whether a quoted series has enough figures for a chart. */
export function isChartable(quotedSeries: QuotedSeries): boolean {
  return countFigures(quotedSeries) >= MIN_FIGURES;
}
