import type { LocalisedText } from '../i18n/localised-text.js';
import type { Html } from './html.js';
import { html } from './html.js';
import type { PageWriter } from './page-writer.js';

/** A part of a page with a heading. */
export interface Section {
  id: string;
  title: LocalisedText;
  /** Content beside the heading, such as a link to all. */
  more?: Html | false;
  body: Html;
}

/** A fact below the head of a page. */
export interface HeadFact {
  title: LocalisedText;
  value: Html;
  /** Default: both. */
  medium?: 'SCREEN' | 'PAPER';
}

/** With fewer sections a page needs no table of contents. */
const MIN_SECTIONS = 3;

/** Renders sections, with a table of contents for several. @param onPaper ids of the printed ones; default: all */
export function sectionsHtml(sections: readonly Section[], writer: PageWriter, onPaper: readonly string[] = []): Html {
  const isListed = sections.length >= MIN_SECTIONS;
  const isSheet = onPaper.length > 0;
  return html`<div class="body${isListed ? ' with-toc' : ''}${isSheet ? ' sheet' : ''}">
    ${
      isListed &&
      html`<nav class="toc screen-only" aria-labelledby="toc">
        <h2 id="toc">${writer.labels.onPage}</h2>
        <ul>
          ${sections.map(({ id, title }) => html`<li><a href="#${id}">${writer.localised(title)}</a></li>`)}
        </ul>
      </nav>`
    }
    <article>
      ${sections.map(
        ({ id, title, more, body }) =>
          html`<section id="${id}" ${isSheet && !onPaper.includes(id) && html` class="screen-only"`}>
            <h2 id="${id}-h">
              <span>${writer.localised(title)}</span>${more && html`<span class="more">${more}</span>`}
            </h2>
            ${body}
          </section> `,
      )}
    </article>
  </div> `;
}

/** The facts below the head of a page; nothing for none. */
export function factBand(facts: readonly HeadFact[], writer: PageWriter): Html | false {
  if (facts.length === 0) return false;
  return html`<dl class="glance">
    ${facts.map(
      ({ title, value, medium }) =>
        html`<div${medium && html` class="${medium === 'PAPER' ? 'paper-only' : 'screen-only'}"`}>
          <dt>${writer.localised(title)}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl> `;
}

/** A caution for readers. */
export function caveatNote(text: Html, { labels }: PageWriter): Html {
  return html`<aside class="beware" aria-label="${labels.beware}">
    <h3>${labels.beware}</h3>
    <p>${text}</p>
  </aside>`;
}
