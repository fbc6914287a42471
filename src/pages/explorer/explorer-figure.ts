import { type Chart, drawChart } from '../../charts/chart.js';
import { drawMap } from '../../charts/map.js';
import { distinctValues, explorerChartOptions, figureTitle, shownAreaNames } from '../../explorer/shown-figure.js';
import { toParameterValues } from '../../explorer/explorer-state.js';
import { Html, html } from '../../html/html.js';
import { composedTextHtml, PageWriter } from '../../html/page-writer.js';
import type { OtherLanguageTexts } from '../../i18n/other-language-texts.js';
import { unitLabel } from '../../i18n/unit-label.js';
import type { ScreenTable } from '../../tables/table.js';
import { chartFigure } from '../question/chart-figure.js';
import { QuestionLinks } from '../question/question-links.js';
import { findOtherLanguageTexts } from '../question/question-page.js';
import { type ExplorerPageInput, toShownFigure } from './explorer-page-input.js';
import { missingNamesHtml } from './explorer-notices.js';
import { completenessLine } from './completeness-line.js';
import { pivotTable } from './pivot-table.js';

/** Widths of charts on wide and narrow screens, in pixels. */
const FIGURE_WIDTHS = { wide: 840, narrow: 358 };
const MAX_SOURCES = 3;

/** Input, table and chart from which a figure of an explorer is rendered. */
export interface FigureParts {
  input: ExplorerPageInput;
  links: QuestionLinks;
  writer: PageWriter;
  foreign: OtherLanguageTexts;
  /** The figures; null if there are none. */
  table: ScreenTable | null;
  /** Chart for wide screens, or the reason why it cannot be drawn; null if there are no figures. */
  chart: Chart | null;
  /** The same chart for narrow screens; null for tables, and for maps, which have one chart for all widths. */
  narrowChart: Chart | null;
}

/** Creates the table, charts, links and texts in other languages from which a figure of an explorer is rendered. */
export function createFigureParts(input: ExplorerPageInput): FigureParts {
  const { tables, localisation, address } = input;
  const writer = new PageWriter(localisation.messages, address);
  const table = tables[0] !== undefined && tables[0].rows.length > 0 ? tables[0] : null;
  const foreign = findOtherLanguageTexts(input, table, writer);
  const draw = (width: number) => table && drawFigureChart(table, { input, foreign }, width);
  const chart = draw(FIGURE_WIDTHS.wide);
  const narrowChart = ['table', 'map'].includes(input.state.view) ? null : draw(FIGURE_WIDTHS.narrow);
  return { input, writer, table, chart, narrowChart, links: new QuestionLinks(input, address), foreign };
}

/** Draws the chart of a table, or returns the reason why there is none. */
function drawFigureChart(
  table: ScreenTable,
  { input, foreign }: Pick<FigureParts, 'input' | 'foreign'>,
  width: number,
): Chart {
  const { messages } = input.localisation;
  const options = { ...explorerChartOptions(table, toShownFigure(input)), messages, width, foreign, isBare: true };
  return input.state.view === 'map' ? drawMap(table, options) : drawChart(table, options);
}

/** Renders a figure: title, scope, chart and source. @param heading  element of its title */
export function figureContent(table: ScreenTable, parts: FigureParts, heading: 'h1' | 'h2'): Html {
  const { input, links, writer, foreign } = parts;
  const figure = toShownFigure(input);
  const { messages, format } = writer;
  const title = composedTextHtml(figureTitle(table, figure), foreign);
  const areaNames = shownAreaNames(table, figure);
  const units = distinctValues(table, 'unit').map((unit) => unitLabel(messages, unit));
  const sources = distinctValues(table, 'source').slice(0, MAX_SOURCES);
  const [vintage] = input.metadata.indicator.vintages;
  const edition = distinctValues(table, 'vintage_number')[0] ?? String(vintage?.number ?? '');
  const date = distinctValues(table, 'vintage_date')[0] ?? vintage?.date;
  return html`${new Html(`<${heading} id="answer-h">`)}${title}${new Html(`</${heading}>`)}
    <p class="unit">
      ${areaNames !== '' && html`${composedTextHtml(areaNames, foreign)} · `}${units.map((unit, index) => html`${index > 0 && ', '}${writer.localised(unit)}`)}
    </p>
    <p class="soft small scope">${completenessLine(table, input, links)}</p>
    ${input.state.view !== 'table' && chartHtml(parts)} ${missingNamesHtml(table, input)}
    <p class="small soft source">
      ${sources.length > 0 && html`${messages.answer.source}${format.colon} ${composedTextHtml(sources.join(`${format.semicolon} `), foreign)}.`}
      ${messages.columns['vintage_number']} ${edition}${date !== undefined && html`, ${writer.date(date)}`}.
    </p>`;
}

function chartHtml({ chart, narrowChart, links, writer: { messages } }: FigureParts): Html | null {
  if (!chart) return null;
  if (chart.form === 'NONE') return html`<p class="soft">${chart.sentence}</p>`;
  if (chart.form === 'MAP') return mapFigure(chart);
  return chartFigure(chart, narrowChart!, {
    file: (width) => links.file('svg', { for: 'page', width: String(width) }),
    label: messages.answer.chart,
    widths: FIGURE_WIDTHS,
    hasCaption: false,
  });
}

/** Renders a map: one picture for all widths, with its legend and notes as text. */
function mapFigure({ svg, width, legend = [], notes = [] }: Extract<Chart, { svg: string }>): Html {
  return html`<figure class="fig bare">
    <div>${new Html(svg)}</div>
    <ul class="key">
      ${legend.map(
        ({ text, symbol, size, isToScale }) =>
          html`<li>
            <svg
              class="chart"
              width="${isToScale ? `${((100 * size) / width).toFixed(2)}%` : size}"
              viewBox="0 0 ${size} ${size}"
              fill="currentColor"
              aria-hidden="true"
            >
              ${new Html(symbol)}
            </svg>
            ${text}
          </li>`,
      )}
    </ul>
    <figcaption>${notes.map((note) => html`<p class="small soft">${note}</p>`)}</figcaption>
  </figure>`;
}

/** Renders the table of a figure; collapsed if there is a chart. */
export function figureTable(table: ScreenTable, parts: FigureParts): Html {
  const { input, links, writer, foreign } = parts;
  const { state, shown } = input;
  const isTable = state.view === 'table';
  const units = distinctValues(table, 'unit').map((unit) => unitLabel(writer.messages, unit));
  const title = figureTitle(table, toShownFigure(input));
  const pivot = pivotTable(table, {
    writer,
    foreign,
    caption: html`<b>${composedTextHtml(title, foreign)}</b>, ${units.map((unit) => writer.localised(unit))}`,
    // Lines show the earlier edition in the chart.
    earlier: isTable ? input.earlier : null,
    // The table below a chart has the order of the chart; a map has none.
    sort: isTable ? state.sort : state.view === 'map' ? 'name' : null,
    sortPath: (by) => `${links.page(toParameterValues({ ...state, view: 'table', sort: by }))}#answer`,
  });
  if (isTable || (shown.at !== null && parts.chart?.form === 'NONE')) return pivot;
  return html`<details>
    <summary>${writer.messages.explorer.asTable}</summary>
    ${pivot}
  </details>`;
}
