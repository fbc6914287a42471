import { type Html, html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import {
  CLAIMS_SELECTION,
  type ClaimWithSeries,
  selectChartYears,
  collectQuotedSeries,
  isChartable,
  quotedFigure,
  type QuotedSeries,
} from './quoted-series.js';
import type { PagePart } from './page-part.js';
import {
  breakdownText,
  figureFooter,
  type LinkedSeries,
  findLatestFigure,
  INDICATOR_LINK_FIELDS,
  type LinkedIndicator,
  renderFlags,
  SERIES_FIELDS,
  seriesFigure,
  withSeriesPath,
} from './series-figure.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

interface IndicatorWithSeries extends LinkedIndicator {
  series: readonly Omit<LinkedSeries, 'indicator'>[];
}

/** Maximum number of areas of an indicator to draw. Indicators with more are only linked. */
const MAX_AREAS = 2;
/** Maximum number of charts. Further series are listed. */
const MAX_CHARTS = 6;

/** Evidence of a trend: column charts of quoted series, with claim numbers at the years, then other indicators. */
export const trendFiguresPart: PagePart = {
  fields: `${CLAIMS_SELECTION}
    indicators { ${INDICATOR_LINK_FIELDS} summary summaryLocale
      series(first: ${MAX_AREAS + 1}, from: $from, recipe: { frequency: YEAR }) { area { ...Name } ${SERIES_FIELDS} } }`,
  replacesFields: ['indicators'],
  precedesTexts: true,
  sections({ entry, writer }) {
    const indicators = (entry['indicators'] ?? []) as readonly IndicatorWithSeries[];
    const evidence = collectQuotedSeries((entry['claims'] ?? []) as readonly ClaimWithSeries[]);
    const drawable = evidence.filter(isChartable).slice(0, MAX_CHARTS);
    const undrawn = evidence.filter((quotedSeries) => !drawable.includes(quotedSeries));
    const periods = selectChartYears(drawable);
    const quoted = new Set(evidence.map(({ series }) => series.indicator.path));
    const otherIndicators = indicators.filter(({ path }) => !quoted.has(path));
    const figures = [
      ...drawable.map((quotedSeries) => quotedFigure(quotedSeries, periods, writer)),
      ...otherIndicators
        .filter(({ series }) => series.length <= MAX_AREAS)
        .flatMap(({ series, ...indicator }) =>
          series.map((areaSeries) => seriesFigure({ ...areaSeries, indicator }, { writer })),
        ),
    ].filter((figure) => figure !== null);
    if (figures.length + undrawn.length + indicators.length === 0) return [];
    const { labels } = writer;
    return [
      {
        id: 'evidence',
        title: inPageLanguage(labels.evidence),
        body: html`${drawable.length > 0 && html`<p class="soft">${labels.evidenceNote}</p>`}${
          figures.length > 0 && html`<div class="multiples">${figures}</div>`
        }${
          undrawn.length + otherIndicators.length > 0 &&
          html`<ul class="two sub">
            ${undrawn.map((quotedSeries) => seriesAsText(quotedSeries, writer))}
            ${otherIndicators.map((indicator) => html`<li>${writer.link(indicator, 't')}${writer.summary(indicator)}</li> `)}
          </ul>`
        }`,
      },
    ];
  },
  keyFacts({ entry, writer }) {
    const [first] = collectQuotedSeries((entry['claims'] ?? []) as readonly ClaimWithSeries[]);
    const latest = first && findLatestFigure(first.series);
    if (!latest) return [];
    const { indicator, unit } = first.series;
    return [
      {
        title: { text: indicator.title, lang: writer.findLang(indicator.translation, 'title') },
        value: html`<span class="big">${writer.format.number(latest.value!)}</span
          ><small>${writer.unit(unit)}, ${writer.format.period(latest.period)}</small>`,
      },
    ];
  },
};

/** Renders a series without a chart as text, because it is too short or exceeds the number of charts. */
function seriesAsText({ series, marks }: QuotedSeries, writer: PageWriter): Html {
  const latest = findLatestFigure(series);
  const numbers = [...marks.values()].flat();
  return html`<li>
    ${writer.link(withSeriesPath(series), 't')} ${numbers.map((number) => html`<span class="inked">${number}</span> `)}
    <p>
      ${latest && html`<b class="num">${writer.format.number(latest.value!)}</b> `}${writer.unit(series.unit)},
      ${writer.link(series.area)}${breakdownText(series, writer)}${
        latest && html`, ${writer.format.period(latest.period)}${renderFlags(latest.flags, writer)}`
      }
    </p>
    ${figureFooter(series, writer)}
  </li> `;
}
