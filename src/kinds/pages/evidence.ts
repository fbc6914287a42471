import { columnChart } from '../../charts/column-chart.js';
import type { Html } from '../../html/html.js';
import { Html as SafeHtml, html } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import type { FigureSeries, Measure, SeriesFigures } from './series-figure.js';
import { breakdownText, figureFoot, MEASURE_FIELDS, nameFigure, SERIES_FIELDS, seriesFigure } from './series-figure.js';

/** A statement with the series that it quotes a figure of. */
export interface Quote {
  period: string;
  indicator: Measure;
  area: LinkedEntry;
  series: SeriesFigures | null;
}

/** A series, and the numbers of the statements that quote figures of it, by period. */
export interface Evidence {
  series: FigureSeries;
  marks: Map<string, number[]>;
}

/** What is asked of statements, to draw what they quote; `$from` is the year from which figures are shown. */
export const QUOTES = `claims { period indicator { ${MEASURE_FIELDS} } area { ...Name } series(from: $from, recipe: { frequency: YEAR }) { ${SERIES_FIELDS} } }`;

/** Columns of a chart. */
const MOST_PERIODS = 7;
const FEWEST_FIGURES = 2;

/** The series that statements quote, in the order of the statements, each once. */
export function collectEvidence(quotes: readonly Quote[]): readonly Evidence[] {
  const byPage = new Map<string, Evidence>();
  for (const [at, { series, period, indicator, area }] of quotes.entries()) {
    if (!series) continue;
    const known = byPage.get(series.permalink) ?? {
      series: { ...series, indicator, area },
      marks: new Map<string, number[]>(),
    };
    known.marks.set(period, [...(known.marks.get(period) ?? []), at + 1]);
    byPage.set(series.permalink, known);
  }
  return [...byPage.values()];
}

function knownIn({ points }: FigureSeries): FigureSeries['points'] {
  return points.filter(({ value }) => value !== null);
}

/** The last years in which any of the series has a figure. */
export function collectPeriods(evidence: readonly Evidence[]): readonly string[] {
  const years = evidence.flatMap(({ series }) => knownIn(series).map(({ period }) => Number(period)));
  if (years.length === 0) return [];
  const last = Math.max(...years);
  const first = Math.max(Math.min(...years), last - MOST_PERIODS + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}

/** A series as columns, each with the numbers of the statements that quote it; as a line where it cannot be. */
export function quotedFigure({ series, marks }: Evidence, periods: readonly string[], writer: PageWriter): Html | null {
  const { indicator, area, unit, points } = series;
  const svg = columnChart({ ...nameFigure(series, writer), unit, points }, { locale: writer.locale, periods, marks });
  if (svg === null) return seriesFigure(series, indicator, { writer });
  return html`<figure class="fig">
    <figcaption>
      <b>${writer.link(indicator)}</b>
      <span>${writer.link(area)}${breakdownText(series, writer)}, ${writer.unit(unit)}</span>
    </figcaption>
    ${new SafeHtml(svg)} ${figureFoot(series, indicator, writer)}
  </figure> `;
}

/** How many figures there are in a series. */
export function figuresIn({ series }: Evidence): number {
  return knownIn(series).length;
}

/** Whether there is enough of a series to be drawn. */
export function isDrawable(evidence: Evidence): boolean {
  return figuresIn(evidence) >= FEWEST_FIGURES;
}
