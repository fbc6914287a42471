import { linesChart } from '../../charts/small-chart.js';
import { periodsBetween } from '../../series/period.js';
import type { Html } from '../../html/html.js';
import { Html as SafeHtml, html } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import type { Section } from '../../html/section.js';
import { fieldLabel } from '../../words/labels.js';
import { valueWord } from './value-word.js';
import type { PagePart, PartScope } from './page-part.js';
import { withLang } from './page-part.js';
import type { FigureSeries, Measure, SeriesFigures } from './series-figure.js';
import { figureFoot, SERIES_FIELDS, seriesFigure } from './series-figure.js';
import { saidHere } from '../../words/said.js';

type Ranked = readonly { area: LinkedEntry & { series: readonly SeriesFigures[] } }[];

interface Vintage {
  number: number;
  date: string;
  dateOf: string;
}

/** What the figures are broken down by, with its values. */
interface Dimension {
  title: string;
  codes: readonly { title: string }[];
}

const MOST_AREAS = 7;
/** Of these so many share one scale. */
const MOST_LINES = 4;
const FEWEST_FIGURES = 2;
/** Periods of the table: the newest ones. */
const MOST_PERIODS = 8;
const FEW_AREAS = 3;
/** Of more values of a dimension than these, the list is folded. */
const MOST_VALUES = 12;
/** Tints of the table, from the lowest figures to the highest. */
const TINTS = 4;

const OF_AREA = `area { ...Name series(indicators: [$slug], from: $from, recipe: { frequency: YEAR }) { ${SERIES_FIELDS} } }`;

/** The figures of an indicator: its greatest countries or routes drawn, and period by period; its flags and its vintages. */
export const indicatorFigures: PagePart = {
  asks: `path publisher { acronym } ranking(first: ${MOST_AREAS}) { ${OF_AREA} } routes: ranking(among: ROUTES, first: ${MOST_AREAS}) { ${OF_AREA} }
    few: series(first: ${FEW_AREAS}, from: $from, recipe: { frequency: YEAR }) { area { ...Name } ${SERIES_FIELDS} }
    vintages(first: 6) { number date dateOf } dimensions { title codes { title } }`,
  inPlaceOf: ['dimensions'],
  sections(scope) {
    const { entry, writer, kind } = scope;
    const indicator = entry as unknown as Measure;
    const ofRanked = (name: string) =>
      ((entry[name] ?? []) as Ranked).flatMap(({ area: { series, ...area } }) =>
        series.slice(0, 1).map((each): FigureSeries => ({ ...each, indicator, area })),
      );
    const [countries, routes] = [ofRanked('ranking'), ofRanked('routes')];
    const few = ((entry['few'] ?? []) as readonly Omit<FigureSeries, 'indicator'>[]).map((each) => ({
      ...each,
      indicator,
    }));
    const all = countries.length > 0 ? countries : routes.length > 0 ? routes : few;
    const shown = all.filter(({ points }) => points.some(({ value }) => value !== null));
    const drawn = shown.filter(({ points }) => points.filter(({ value }) => value !== null).length >= FEWEST_FIGURES);
    const isTogether = drawn.length > 1;
    const together = isTogether ? drawn.slice(0, MOST_LINES) : [];
    const small = (all: readonly FigureSeries[]) =>
      all.flatMap((series) => seriesFigure(series, series.area, { writer }) ?? []);
    const others = small(drawn.slice(together.length));
    const { labels, words } = writer;
    return [
      ...(shown.length === 0
        ? []
        : [
            {
              id: 'figures',
              title: fieldLabel(words, kind, 'series'),
              body: html`${drawn.length > 0 && html`<p class="soft">${labels.figuresNote}</p>`}
                ${others.length > 0 && isTogether && html`<h3>${labels.largest}</h3>`}
                ${isTogether && linesTogether(together, small(together), writer)}
                ${
                  others.length > 0 &&
                  html`${isTogether && html`<h3>${labels.others}</h3>`}
                    <div class="multiples">${others}</div>`
                }
                <h3>${labels.byYear}</h3>
                ${heat(shown, writer)}`,
            },
          ]),
      ...vintages((entry['vintages'] ?? []) as readonly Vintage[], writer),
      ...dimensions((entry['dimensions'] ?? []) as readonly Dimension[], scope),
    ];
  },
};

/** The greatest areas on one scale; where there is no room for that, each in a picture of its own. */
function linesTogether(all: readonly FigureSeries[], each: readonly Html[], writer: PageWriter): Html {
  const [{ indicator }] = all as [FigureSeries];
  const nameOf = (entry: LinkedEntry) => ({ name: entry.title, lang: writer.title(entry).lang });
  const named = all.map(({ area, unit, points }) => ({ ...nameOf(area), unit, points }));
  const svg = linesChart(nameOf(indicator), named, { locale: writer.locale });
  return html`<figure class="lines wide-only">
      <p class="small soft">${writer.unit(all[0]!.unit)}</p>
      ${svg !== null && new SafeHtml(svg)}
      <figcaption>
        ${all.map((series) => html`<div>${writer.link(series.area)} ${figureFoot(series, series.area, writer)}</div> `)}
      </figcaption>
    </figure>
    <div class="narrow-only"><div class="multiples">${each}</div></div> `;
}

/** Areas by periods, the higher the figure the deeper its ground; what the publisher says of a figure has a letter. */
function heat(all: readonly FigureSeries[], writer: PageWriter): Html {
  const { labels, writing } = writer;
  const known = all.flatMap(({ points }) => points.map(({ period }) => period)).toSorted();
  const periods = periodsBetween(known[0]!, known.at(-1)!).slice(-MOST_PERIODS);
  const inTable = all.flatMap(({ points }) => points.filter(({ period }) => periods.includes(period)));
  const most = Math.max(0, ...inTable.flatMap(({ value }) => value ?? []));
  const flags = [...new Set(inTable.flatMap((point) => point.flags))];
  const letter = (flag: string) => String.fromCharCode(97 + flags.indexOf(flag));
  const tint = (value: number) => (most <= 0 || value <= 0 ? 0 : Math.max(1, Math.ceil((TINTS * value) / most)));
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${labels.byYear}">
      <table class="heat">
        <thead>
          <tr>
            <td></td>
            ${periods.map((period) => html`<th scope="col" class="n">${writing.period(period)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${all.map(
            ({ area, points }) =>
              html`<tr>
                <th scope="row">${writer.link(area)}</th>
                ${periods.map((period) => {
                  const point = points.find((each) => each.period === period);
                  if (point?.value == null) return html`<td class="n h0">–</td>`;
                  const marks = point.flags.map(letter).join(' ');
                  return html`<td class="n h${tint(point.value)}">
                    ${writing.number(point.value)}${marks !== '' && html`<sup class="fl">${marks}</sup>`}
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
        ${labels.flags}${writing.colon}
        ${flags.map((flag, at) => html`${at > 0 && `${writer.writing.semicolon} `}<b>${letter(flag)}</b> ${valueWord(flag, 'ObservationFlag', writer)}`)}
      </p>`
    }`;
}

/** The vintages of the figures, the newest first. */
function vintages(all: readonly Vintage[], writer: PageWriter): Section[] {
  if (all.length === 0) return [];
  const edition = fieldLabel(writer.words, 'Vintage', 'vintage_number');
  return [
    {
      id: 'editions',
      title: saidHere(writer.labels.editions),
      body: html`<ul class="two">
        ${all.map(
          ({ number, date, dateOf }) =>
            html`<li>
              <b>${writer.said(edition)} ${writer.writing.number(number)}</b> · ${writer.date(date)}
              <p>${valueWord(dateOf, 'VintageDate', writer)}</p>
            </li> `,
        )}
      </ul>`,
    },
  ];
}

/** What the figures are broken down by: each with its values, folded where there are many. */
function dimensions(all: readonly Dimension[], scope: PartScope): Section[] {
  if (all.length === 0) return [];
  const { writer, kind } = scope;
  const values = ({ codes }: Dimension, at: number) =>
    html`${codes.map(({ title }, place) => {
      const said = writer.said(withLang(scope, `dimensions[${at}].codes[${place}].title`, title));
      return html`${place > 0 && ', '}${said}`;
    })}`;
  return [
    {
      id: 'dimensions',
      title: fieldLabel(writer.words, kind, 'dimensions'),
      body: html`<dl class="facts">
        ${all.map(
          (each, at) =>
            html`<dt>${writer.said(withLang(scope, `dimensions[${at}].title`, each.title))}</dt>
              <dd>
                ${
                  each.codes.length > MOST_VALUES
                    ? html`<details>
                        <summary>${writer.labels.seeAll} (${writer.writing.number(each.codes.length)})</summary>
                        ${values(each, at)}
                      </details>`
                    : values(each, at)
                }
              </dd> `,
        )}
      </dl>`,
    },
  ];
}
