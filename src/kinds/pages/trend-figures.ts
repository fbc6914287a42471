import { columnChart } from '../../charts/column-chart.js';
import type { Html } from '../../html/html.js';
import { Html as SafeHtml, html } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { langOf } from '../../html/shell.js';
import type { PagePart } from './page-part.js';
import type { FigureSeries } from './series-figure.js';
import { breakdownText, figureFoot, flagsOf, latestOf, SERIES_FIELDS, seriesFigure } from './series-figure.js';

interface Measure extends LinkedEntry {
  series: readonly FigureSeries[];
}

/** A statement with the series that it quotes a figure of. */
interface Quote {
  period: string;
  series: FigureSeries | null;
}

/** A series, and the numbers of the statements that quote figures of it, by period. */
interface Evidence {
  series: FigureSeries;
  marks: Map<string, number[]>;
}

/** An indicator of more areas than these says little of a trend without a choice among them. */
const MOST_AREAS = 2;
/** Columns of a chart. */
const MOST_PERIODS = 7;
/** Charts of one page; all statements stand in the table. */
const MOST_CHARTS = 6;
const FEWEST_FIGURES = 2;

/**
 * What measures a trend: the series that its text quotes as columns, each with the numbers of the statements, over the
 * same years; then what else measures it.
 */
export const trendFigures: PagePart = {
  asks: `claims { period series(from: $from, frequency: YEAR) { ${SERIES_FIELDS} } }
    indicators { ...Name summary
      series(first: ${MOST_AREAS + 1}, from: $from, frequency: YEAR) { ${SERIES_FIELDS} } }`,
  inPlaceOf: ['indicators'],
  isFirst: true,
  sections({ entry, writer }) {
    const indicators = (entry['indicators'] ?? []) as readonly Measure[];
    const evidence = evidenceOf((entry['claims'] ?? []) as readonly Quote[]);
    const drawable = evidence.filter(({ series }) => knownIn(series).length >= FEWEST_FIGURES).slice(0, MOST_CHARTS);
    const single = evidence.filter((each) => !drawable.includes(each));
    const periods = periodsOf(drawable);
    const quoted = new Set(evidence.map(({ series }) => series.indicator.path));
    const others = indicators.filter(({ path }) => !quoted.has(path));
    const figures = [
      ...drawable.map((each) => quotedFigure(each, periods, writer)),
      ...others
        .filter(({ series }) => series.length <= MOST_AREAS)
        .flatMap(({ series, ...indicator }) => series.map((each) => seriesFigure(each, indicator, { writer }))),
    ].filter((figure) => figure !== null);
    if (figures.length + single.length + indicators.length === 0) return [];
    const { labels } = writer;
    return [
      {
        id: 'evidence',
        title: { text: labels.evidence, lang: null },
        body: html`${drawable.length > 0 && html`<p class="soft">${labels.evidenceNote}</p>`}${
          figures.length > 0 && html`<div class="multiples">${figures}</div>`
        }${
          single.length + others.length > 0 &&
          html`<ul class="two sub">
            ${single.map((each) => oneFigure(each, writer))}
            ${others.map((indicator) => html`<li>${writer.link(indicator, 't')}${writer.summary(indicator)}</li> `)}
          </ul>`
        }`,
      },
    ];
  },
  facts({ entry, writer }) {
    const [first] = evidenceOf((entry['claims'] ?? []) as readonly Quote[]);
    const latest = first && latestOf(first.series);
    if (!latest) return [];
    const { indicator, unit } = first.series;
    return [
      {
        title: { text: indicator.title, lang: writer.langOf(indicator.translation, 'title') },
        value: html`<span class="big">${writer.writing.number(latest.value!)}</span
          ><small><span${english(writer)}>${unit}</span>, ${writer.writing.period(latest.period)}</small>`,
      },
    ];
  },
};

/** The series that statements quote, in the order of the statements, each once. */
function evidenceOf(quotes: readonly Quote[]): readonly Evidence[] {
  const byPage = new Map<string, Evidence>();
  for (const [at, { series, period }] of quotes.entries()) {
    if (!series) continue;
    const known = byPage.get(series.permalink) ?? { series, marks: new Map<string, number[]>() };
    known.marks.set(period, [...(known.marks.get(period) ?? []), at + 1]);
    byPage.set(series.permalink, known);
  }
  return [...byPage.values()];
}

function knownIn({ points }: FigureSeries): FigureSeries['points'] {
  return points.filter(({ value }) => value !== null);
}

/** The last years in which any of the series has a figure. */
function periodsOf(evidence: readonly Evidence[]): readonly string[] {
  const years = evidence.flatMap(({ series }) => knownIn(series).map(({ period }) => Number(period)));
  if (years.length === 0) return [];
  const last = Math.max(...years);
  const first = Math.max(Math.min(...years), last - MOST_PERIODS + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}

function quotedFigure({ series, marks }: Evidence, periods: readonly string[], writer: PageWriter): Html | null {
  const { indicator, area, unit, points } = series;
  const name = `${indicator.title}, ${area.title}`;
  const svg = columnChart({ name, unit, points }, { locale: writer.locale, periods, marks });
  if (svg === null) return seriesFigure(series, indicator, { writer });
  return html`<figure class="fig">
    <figcaption>
      <b>${writer.link(indicator)}</b>
      <span
        >${writer.link(area)}${breakdownText(series, writer)}, <span${english(writer)}>${unit}</span></span
      >
    </figcaption>
    ${new SafeHtml(svg)} ${figureFoot(series, indicator, writer)}
  </figure> `;
}

/** A series of which there is too little to be drawn: its figure in words. */
function oneFigure({ series, marks }: Evidence, writer: PageWriter): Html {
  const latest = latestOf(series);
  const numbers = [...marks.values()].flat();
  return html`<li>
    ${writer.link(series.indicator, 't')} ${numbers.map((number) => html`<span class="inked">${number}</span> `)}
    <p>
      ${latest && html`<b class="num">${writer.writing.number(latest.value!)}</b> `}<span${english(writer)}
        >${series.unit}</span
      >, ${writer.link(series.area)}${breakdownText(series, writer)}${
        latest && html`, ${writer.writing.period(latest.period)}${flagsOf(latest.flags, writer)}`
      }
    </p>
    ${figureFoot(series, series.indicator, writer)}
  </li> `;
}

function english({ locale }: PageWriter): Html | false {
  return langOf(locale === 'en' ? null : 'en');
}
