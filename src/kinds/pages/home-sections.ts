import { type Html, html } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { changeAuthorHtml } from './change-author.js';
import { enumLabelHtml } from './enum-label.js';
import {
  type ClaimWithSeries,
  selectChartYears,
  collectQuotedSeries,
  countFigures,
  isChartable,
  quotedFigure,
} from './quoted-series.js';

export interface TrendWithClaims extends LinkedEntry {
  claims: readonly ClaimWithSeries[];
}

export interface HomePageChange {
  at: string;
  author: string;
  message: string;
  count: number;
  entries: readonly { action: string; entry: LinkedEntry | null }[];
}

/** Renders the series with the most figures among those that the latest trends quote; false if there is none. */
export function longestTrendFigure(trends: readonly TrendWithClaims[], writer: PageWriter): Html | false {
  const { labels } = writer;
  const [longestTrend] = trends
    .flatMap((trend) => collectQuotedSeries(trend.claims).map((evidence) => ({ trend, evidence })))
    .filter(({ evidence }) => isChartable(evidence))
    .toSorted((a, b) => countFigures(b.evidence) - countFigures(a.evidence));
  if (!longestTrend) return false;
  const { trend, evidence } = longestTrend;
  // Numbers of claims are meaningful on the trend's page only.
  const unmarked = { series: evidence.series, marks: new Map() };
  return html`<section aria-labelledby="observed">
    <h2 id="observed">
      <span>${labels.inFigures}</span
      ><span class="more"><a href="${writer.path(trend.path)}">${labels.trendBehind}</a></span>
    </h2>
    <div class="multiples one">${quotedFigure(unmarked, selectChartYears([evidence]), writer)}</div>
  </section>`;
}

/** Renders a link to the list of all entries that a change affected. */
export function allChangesLink(at: string, count: number, writer: PageWriter): Html {
  const path = writer.path('/changes', new URLSearchParams({ at }));
  return html`<a href="${path}">${writer.labels.seeAllChanges({ count: writer.format.number(count) })}</a>`;
}

/** Renders the latest changes; false if there are none. */
export function changeSummary(changes: readonly HomePageChange[], writer: PageWriter): Html | false {
  if (changes.length === 0) return false;
  const { labels } = writer;
  return html`<section aria-labelledby="changed">
    <h2 id="changed">
      <span>${labels.changes}</span><span class="more"><a href="${writer.path('/changes')}">${labels.seeAll}</a></span>
    </h2>
    <ol class="tl">
      ${changes.map(({ at, count, entries, ...signature }) => {
        const by = changeAuthorHtml(signature);
        const named = entries.flatMap(({ action, entry }) => (entry ? [{ action, entry }] : []));
        return html`<li>
          <b>${writer.date(at)}</b>
          <div>
            ${by && html`<p>${by}</p>`}
            <p class="soft small">
              ${named.map(
                ({ action, entry }, index) =>
                  html`${index > 0 && ', '}${writer.link(entry)} (${enumLabelHtml(action, 'ChangeAction', writer)})`,
              )}${count > named.length && html` ${allChangesLink(at, count, writer)}`}
            </p>
          </div>
        </li> `;
      })}
    </ol>
  </section>`;
}
