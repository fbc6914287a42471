import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { signed } from './signed.js';
import { valueWord } from './value-word.js';
import type { Quote } from './evidence.js';
import { collectEvidence, figuresIn, isDrawable, collectPeriods, quotedFigure } from './evidence.js';

/** A trend with the figures that it quotes. */
export interface ObservedTrend extends LinkedEntry {
  claims: readonly Quote[];
}

/** What was written together, in short. */
export interface HomeChange {
  at: string;
  author: string;
  message: string;
  count: number;
  entries: readonly { action: string; entry: LinkedEntry | null }[];
}

/** The longest figure that one of the newest trends quotes, and that trend; nothing where none quotes one. */
export function inFigures(trends: readonly ObservedTrend[], writer: PageWriter): Html | false {
  const { labels } = writer;
  const [longest] = trends
    .flatMap((trend) => collectEvidence(trend.claims).map((evidence) => ({ trend, evidence })))
    .filter(({ evidence }) => isDrawable(evidence))
    .toSorted((one, other) => figuresIn(other.evidence) - figuresIn(one.evidence));
  if (!longest) return false;
  const { trend, evidence } = longest;
  // The numbers of statements mean something on the page of the trend alone.
  const plain = { series: evidence.series, marks: new Map() };
  return html`<section aria-labelledby="observed">
    <h2 id="observed">
      <span>${labels.inFigures}</span
      ><span class="more"><a href="${writer.path(trend.path)}">${labels.trendBehind}</a></span>
    </h2>
    <div class="multiples one">${quotedFigure(plain, collectPeriods([evidence]), writer)}</div>
  </section>`;
}

/** How many more entries one change brought than are named, as the way to all of them. */
export function moreChanged(at: string, count: number, writer: PageWriter): Html {
  const path = writer.path('/changes', new URLSearchParams({ at }));
  return html`<a href="${path}">${writer.labels.andMore} ${writer.writing.number(count)}</a>`;
}

/** What changed last in all of the content. */
export function whatChanged(changes: readonly HomeChange[], writer: PageWriter): Html | false {
  if (changes.length === 0) return false;
  const { labels } = writer;
  return html`<section aria-labelledby="changed">
    <h2 id="changed">
      <span>${labels.changes}</span><span class="more"><a href="${writer.path('/changes')}">${labels.seeAll}</a></span>
    </h2>
    <ol class="tl">
      ${changes.map(({ at, count, entries, ...written }) => {
        const by = signed(written);
        const named = entries.flatMap(({ action, entry }) => (entry ? [{ action, entry }] : []));
        return html`<li>
          <b>${writer.date(at)}</b>
          <div>
            ${by && html`<p>${by}</p>`}
            <p class="soft small">
              ${named.map(
                ({ action, entry }, place) =>
                  html`${place > 0 && ', '}${writer.link(entry)} (${valueWord(action, 'ChangeAction', writer)})`,
              )}${count > named.length && html` ${moreChanged(at, count - named.length, writer)}`}
            </p>
          </div>
        </li> `;
      })}
    </ol>
  </section>`;
}
