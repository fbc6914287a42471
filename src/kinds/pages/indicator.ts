import { linesChart } from '../../charts/small-chart.js';
import { periodsBetween } from '../../series/period.js';
import type { Html } from '../../html/html.js';
import { Html as SafeHtml, html, joinHtml } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import type { Section } from '../../html/section.js';
import { fieldLabel } from '../../i18n/labels.js';
import { enumLabelHtml } from './enum-label.js';
import type { PagePart, PartScope } from './page-part.js';
import { withLang } from './page-part.js';
import type { FigureSeries, Measure, SeriesData } from './series-figure.js';
import { codesText, figureFoot, SERIES_FIELDS, seriesFigure, distinguishingNames } from './series-figure.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

interface Vintage {
  number: number;
  date: string;
  dateOf: string;
}

interface Dimension {
  name: string;
  title: string;
  total: string | null;
  codes: readonly { code: string; title: string }[];
}

const MAX_AREAS = 7;
/** Maximum number of lines in a chart. */
const MAX_LINES = 4;
const MIN_FIGURES = 2;
/** Maximum number of periods in the table. The latest are shown. */
const MAX_PERIODS = 8;
/** Maximum number of values of a dimension to show without collapsing. */
const MAX_VALUES = 12;
/** Number of colour levels. */
const TINTS = 4;

const DIMENSIONS = 'dimensions { name title total codes { code title } }';
/** Maximum number of series in a response. If there are more, the page links to the CSV file. */
const MAX_SERIES = 100;

/** Figures of an indicator: charts of the top areas, a table by period, flags and vintages. */
export const indicatorFigures: PagePart = {
  fields: `path publisher { acronym } coverage { series areas } outline(from: $from, first: ${MAX_AREAS}) { area { ...Name } ${SERIES_FIELDS} }
    vintages(first: 6) { number date dateOf } ${DIMENSIONS}`,
  ofFile: { fields: DIMENSIONS, choose: (entry) => chooseCodes(entry) },
  inPlaceOf: ['dimensions', 'unitLabel'],
  sections(scope) {
    const { entry, writer, kind } = scope;
    const indicator = entry as unknown as Measure;
    const shownSeries = readOutline(scope).filter(hasFigures);
    const { series = 0, areas = [] } = (entry['coverage'] ?? {}) as { series?: number; areas?: readonly string[] };
    const isByCode = chooseCodes(entry) !== '';
    const existing = isByCode ? series : areas.length;
    const isCut = isByCode && series >= MAX_SERIES;
    const drawn = shownSeries.filter(
      ({ points }) => points.filter(({ value }) => value !== null).length >= MIN_FIGURES,
    );
    const isTogether = drawn.length > 1;
    const together = isTogether ? drawn.slice(0, MAX_LINES) : [];
    const small = (all: readonly FigureSeries[]) =>
      all.flatMap((series) => seriesFigure(series, series.area, { writer }) ?? []);
    const separateCharts = small(drawn.slice(together.length));
    const { labels, messages } = writer;
    return [
      ...(shownSeries.length === 0
        ? []
        : [
            {
              id: 'figures',
              title: fieldLabel(messages, kind, 'series'),
              body: html`<p>
                  <a class="btn" href="${writer.path(indicator.path)}">${messages.explorer.explore}</a>
                </p>
                ${drawn.length > 0 && html`<p class="soft">${labels.figuresNote}</p>`}
                ${
                  existing > shownSeries.length &&
                  html`<p class="soft">
                    ${messages.scope.outlined({ included: writer.format.number(shownSeries.length), existing: writer.format.number(existing), items: isByCode ? 'SERIES' : 'AREAS' })}
                  </p>`
                }
                ${isCut && html`<p>${labels.someFigures} <a href="${writer.path(indicator.path)}.csv">CSV</a></p>`}
                ${separateCharts.length > 0 && isTogether && !isCut && html`<h3 class="wide-only">${labels.onOneScale}</h3>`}
                ${isTogether && linesTogether(together, small(together), writer)}
                ${
                  separateCharts.length > 0 &&
                  html`${isTogether && !isCut && html`<h3 class="wide-only">${labels.others}</h3>`}
                    <div class="multiples">${separateCharts}</div>`
                }
                <h3>${labels.byYear}</h3>
                ${heatMap(shownSeries, writer)}`,
            },
          ]),
      ...vintages((entry['vintages'] ?? []) as readonly Vintage[], writer),
      ...dimensions((entry['dimensions'] ?? []) as readonly Dimension[], scope),
    ];
  },
};

function hasFigures({ points }: SeriesData): boolean {
  return points.some(({ value }) => value !== null);
}

/** Returns the breakdown argument for an indicator without total; empty if it has a total. */
function chooseCodes(entry: PartScope['entry']): string {
  const dimensionsWithoutTotal = ((entry['dimensions'] ?? []) as readonly Dimension[]).filter(
    ({ total }) => total === null,
  );
  const codeParts = dimensionsWithoutTotal.flatMap(({ name, codes }) =>
    codes.map(({ code }) => `{ dimension: ${JSON.stringify(name)}, code: ${JSON.stringify(code)} }`),
  );
  return codeParts.length === 0 ? '' : `breakdown: [${codeParts.join(' ')}]`;
}

/** Returns the series of the overview, with titles of the codes that distinguish them. */
function readOutline(scope: PartScope): readonly FigureSeries[] {
  const { entry } = scope;
  const indicator = entry as unknown as Measure;
  const allDimensions = (entry['dimensions'] ?? []) as readonly Dimension[];
  return ((entry['outline'] ?? []) as readonly Omit<FigureSeries, 'indicator'>[]).map((series): FigureSeries => {
    const codes = series.breakdown.flatMap(({ dimension, code }) => {
      const index = allDimensions.findIndex(({ name }) => name === dimension);
      const place = allDimensions[index]?.codes.findIndex((candidate) => candidate.code === code) ?? -1;
      const found = allDimensions[index]?.codes[place];
      return found && allDimensions[index]!.total === null
        ? [withLang(scope, `dimensions[${index}].codes[${place}].title`, found.title)]
        : [];
    });
    return { ...series, indicator, codes };
  });
}

/** Renders the series in one chart, or in separate charts on narrow screens. */
function linesTogether(allSeries: readonly FigureSeries[], charts: readonly Html[], writer: PageWriter): Html {
  const [{ indicator }] = allSeries as [FigureSeries];
  const nameOf = (entry: LinkedEntry) => ({ name: entry.title, lang: writer.title(entry).lang });
  const names = distinguishingNames(allSeries, writer);
  const named = allSeries.map(({ unit, points }, index) => ({ ...names[index]!, unit, points }));
  const svg = linesChart(nameOf(indicator), named, { locale: writer.locale });
  return html`<figure class="lines wide-only">
      <p class="small soft">${writer.unit(allSeries[0]!.unit)}</p>
      ${svg !== null && new SafeHtml(svg)}
      <figcaption>
        ${allSeries.map((series) => html`<div>${writer.link(series.area)}${codesText(series, writer)} ${figureFoot(series, series.area, writer)}</div> `)}
      </figcaption>
    </figure>
    <div class="narrow-only"><div class="multiples">${charts}</div></div> `;
}

/** Renders a heat map by area and period. Letters mark flags. */
function heatMap(allSeries: readonly FigureSeries[], writer: PageWriter): Html {
  const { labels, format } = writer;
  const known = allSeries.flatMap(({ points }) => points.map(({ period }) => period)).toSorted();
  const periods = periodsBetween(known[0]!, known.at(-1)!).slice(-MAX_PERIODS);
  const inTable = allSeries.flatMap(({ points }) => points.filter(({ period }) => periods.includes(period)));
  const maxValue = Math.max(0, ...inTable.flatMap(({ value }) => value ?? []));
  const flags = [...new Set(inTable.flatMap((point) => point.flags))];
  const letter = (flag: string) => String.fromCharCode(97 + flags.indexOf(flag));
  const tint = (value: number) =>
    maxValue <= 0 || value <= 0 ? 0 : Math.max(1, Math.ceil((TINTS * value) / maxValue));
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${labels.byYear}">
      <table class="heat">
        <thead>
          <tr>
            <td></td>
            ${periods.map((period) => html`<th scope="col" class="n">${format.period(period)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${allSeries.map(
            (series) =>
              html`<tr>
                <th scope="row">${writer.link(series.area)}${codesText(series, writer)}</th>
                ${periods.map((period) => {
                  const point = series.points.find((candidate) => candidate.period === period);
                  if (point?.value == null) return html`<td class="n h0">–</td>`;
                  const marks = point.flags.map(letter).join(' ');
                  return html`<td class="n h${tint(point.value)}">
                    ${format.number(point.value)}${marks !== '' && html`<sup class="fl">${marks}</sup>`}
                  </td>`;
                })}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    ${
      flags.length > 0 &&
      html`<p class="small">
        ${labels.flags}${format.colon}
        ${flags.map((flag, index) => html`${index > 0 && `${writer.format.semicolon} `}<b>${letter(flag)}</b> ${enumLabelHtml(flag, 'ObservationFlag', writer)}`)}
      </p>`
    }`;
}

function vintages(allVintages: readonly Vintage[], writer: PageWriter): Section[] {
  if (allVintages.length === 0) return [];
  const edition = fieldLabel(writer.messages, 'Vintage', 'vintage_number');
  return [
    {
      id: 'editions',
      title: inPageLanguage(writer.labels.editions),
      body: html`<ul class="two">
        ${allVintages.map(
          ({ number, date, dateOf }) =>
            html`<li>
              <b>${writer.localised(edition)} ${writer.format.number(number)}</b> · ${writer.date(date)}
              <p>${enumLabelHtml(dateOf, 'VintageDate', writer)}</p>
            </li> `,
        )}
      </ul>`,
    },
  ];
}

/** Renders the dimensions with their values. Long lists are collapsed. */
function dimensions(allDimensions: readonly Dimension[], scope: PartScope): Section[] {
  if (allDimensions.length === 0) return [];
  const { writer, kind } = scope;
  const values = ({ codes }: Dimension, index: number) =>
    joinHtml(
      codes.map(({ title }, place) =>
        writer.localised(withLang(scope, `dimensions[${index}].codes[${place}].title`, title)),
      ),
    );
  return [
    {
      id: 'dimensions',
      title: fieldLabel(writer.messages, kind, 'dimensions'),
      body: html`<dl class="facts">
        ${allDimensions.map(
          (dimension, index) =>
            html`<dt>${writer.localised(withLang(scope, `dimensions[${index}].title`, dimension.title))}</dt>
              <dd>
                ${
                  dimension.codes.length > MAX_VALUES
                    ? html`<details>
                        <summary>${writer.labels.seeAll} (${writer.format.number(dimension.codes.length)})</summary>
                        ${values(dimension, index)}
                      </details>`
                    : values(dimension, index)
                }
              </dd> `,
        )}
      </dl>`,
    },
  ];
}
