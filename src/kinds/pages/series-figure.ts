import { compactChart, type SeriesPoints } from '../../charts/compact-chart.js';
import { Html, html, joinHtml } from '../../html/html.js';
import { type LinkedEntry, type PageWriter, withShortTitle } from '../../html/page-writer.js';
import { renderLangAttribute } from '../../html/page-shell.js';
import type { LocalisedText } from '../../i18n/localised-text.js';
import { toMidSentence } from '../../i18n/column-labels.js';
import { localisedEnumLabel } from '../../i18n/kind-labels.js';
import { claimStatusHtml, enumLabelHtml } from './enum-label.js';

export const INDICATOR_LINK_FIELDS = '...Name publisher { ...Name acronym }';
/** GraphQL selection of a series without indicator and area: one is the parent, the other is selected separately. */
export const SERIES_FIELDS = 'unit permalink breakdown { dimension code } points { period value state flags }';

export interface LinkedIndicator extends LinkedEntry {
  publisher: LinkedEntry & { acronym: string | null };
}

/** A series in the response for a page. */
export interface SeriesData extends Pick<SeriesPoints, 'unit' | 'points'> {
  permalink: string;
  breakdown: readonly { dimension: string; code: string }[];
}

/** A series with its indicator and its area, to be drawn as a chart. */
export interface LinkedSeries extends SeriesData {
  indicator: LinkedIndicator;
  area: LinkedEntry;
}

/** A claim that quotes a figure of a series. */
export interface QuotingClaim {
  statement: LocalisedText;
  status: string;
  breakdown: readonly { code: string }[];
  indicator: { path: string };
  area: { path: string };
}

const SERIES_PATH = /\/q\/series\?/;

/** Returns the latest complete figure; null if there is none. */
export function findLatestFigure({ points }: Pick<SeriesData, 'points'>): SeriesData['points'][number] | null {
  return points.findLast(({ value, state }) => value !== null && state !== 'PARTIAL') ?? null;
}

/** Returns the code of the area of a series. */
export function areaCodeOf({ permalink }: Pick<SeriesData, 'permalink'>): string {
  return new URLSearchParams(permalink.slice(permalink.indexOf('?'))).get('area') ?? '';
}

/** Returns the indicator of a series as a link to its page with this series selected. */
export function withSeriesPath(
  { indicator, permalink, breakdown }: Omit<LinkedSeries, 'area'>,
  span: { from?: string | undefined; to?: string | undefined } = {},
): LinkedIndicator {
  const parameters = [
    ['areas', areaCodeOf({ permalink })],
    ...breakdown.map(({ dimension, code }) => [dimension, code]),
    ...Object.entries(span),
  ];
  const search = new URLSearchParams(parameters.filter((pair): pair is [string, string] => pair[1] != null));
  return { ...indicator, path: `${indicator.path}?${search}` };
}

/** Renders the short name of a series' publisher. */
export function publisherNameHtml({ indicator: { publisher } }: LinkedSeries, writer: PageWriter): Html {
  return writer.localised(writer.title(withShortTitle(publisher)));
}

/**
 * Renders a figure of a series: caption, latest value, chart, source, links, and claims that quote it. Returns null if
 * the series cannot be drawn.
 */
export function seriesFigure(
  series: LinkedSeries,
  { writer, quotes = [] }: { writer: PageWriter; quotes?: readonly QuotingClaim[] },
): Html | null {
  const { unit, points } = series;
  const { format } = writer;
  const { name, lang } = chartName(series, writer);
  const svg = compactChart({ name, lang, unit, points }, writer.locale);
  if (svg === null) return null;
  const latest = findLatestFigure(series);
  const ownQuotes = quotes.filter((quote) => isQuotedFrom(quote, series));
  return html`<figure class="fig">
    <figcaption>
      <b>${writer.link(withSeriesPath(series))}</b>
      <span
        >${latest && html`<b class="nb">${format.number(latest.value!)}</b>`}
        ${writer.unit(unit)}${latest && html`, ${format.period(latest.period)}${renderFlags(latest.flags, writer)}`}</span
      >
    </figcaption>
    ${new Html(svg)} ${ownQuotes.map((quote) => quoteHtml(quote, writer))} ${figureFooter(series, writer)}
  </figure> `;
}

/** Returns the accessible name of a chart: the titles of indicator and area, if they have the same language. */
export function chartName(
  { indicator, area }: LinkedSeries,
  writer: PageWriter,
): { name: string; lang: string | null } {
  const { text, lang } = writer.title(indicator);
  const place = writer.title(area);
  return { name: place.lang === lang ? `${text}, ${place.text}` : text, lang };
}

/** Renders the publisher of a series, and links to its page and CSV file. */
export function figureFooter(series: LinkedSeries, writer: PageWriter): Html {
  const pagePath = series.permalink.slice(series.permalink.search(SERIES_PATH));
  const { text, lang } = writer.title(series.indicator);
  const name = html`<span class="vh">${writer.format.colon} </span
    ><span class="vh" ${renderLangAttribute(lang)}>${text}</span>`;
  return html`<p class="foot">
    <span>${publisherNameHtml(series, writer)}</span>
    <a href="${writer.pathWithSearch(pagePath)}">${writer.messages.answer.source}${name}</a>
    <a href="${pagePath.replace(SERIES_PATH, '/q/series.csv?')}">CSV${name}</a>
    <span>${writer.messages.answer.rows({ count: series.points.length })}</span>
  </p>`;
}

/** Renders the codes of a series after a comma, as in ", women"; false for the total. */
export function breakdownText({ breakdown }: LinkedSeries, writer: PageWriter): Html | false {
  if (breakdown.length === 0) return false;
  return html`, ${joinHtml(breakdown.map(({ code, dimension }) => enumLabelHtml(code, dimension, writer)))}`;
}

function isQuotedFrom(quote: QuotingClaim, { indicator, area, breakdown }: LinkedSeries): boolean {
  const codes = (parts: readonly { code: string }[]) => parts.map(({ code }) => code).join();
  const isSame = quote.indicator.path === indicator.path && quote.area.path === area.path;
  return isSame && codes(quote.breakdown) === codes(breakdown);
}

/** Renders flags in brackets; false if there are none. */
export function renderFlags(flags: readonly string[], writer: PageWriter): Html | false {
  if (flags.length === 0) return false;
  const labels = flags.map((flag) => {
    const { text, lang } = localisedEnumLabel(writer.messages, flag, 'ObservationFlag');
    return { text: toMidSentence(text, writer.messages), lang };
  });
  return html` (${joinHtml(labels.map((word) => writer.localised(word)))})`;
}

function quoteHtml({ statement, status }: QuotingClaim, writer: PageWriter): Html {
  return html`<p class="small quote">“${writer.localised(statement)}” ${claimStatusHtml(status, writer)}</p>`;
}
