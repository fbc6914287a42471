import type { LocalisedText } from '../i18n/localised-text.js';
import { type Html, html } from './html.js';
import type { PageWriter } from './page-writer.js';

/** A section of a page, with a heading. */
export interface Section {
  id: string;
  title: LocalisedText;
  /** Content next to the heading, such as a link to the complete list. */
  more?: Html | false;
  body: Html;
}

/** A key fact: a labelled value in the band below the page header. */
export interface KeyFact {
  title: LocalisedText;
  value: Html;
  /** Medium on which the key fact is shown. Default: both. */
  medium?: 'SCREEN' | 'PAPER';
}

/** Minimum number of sections for a table of contents. */
const MIN_SECTIONS = 3;

/** Renders sections, with a table of contents if there are many. @param printed ids of the sections to print; empty: all */
export function sectionsHtml(sections: readonly Section[], writer: PageWriter, printed: readonly string[] = []): Html {
  const hasContents = sections.length >= MIN_SECTIONS;
  const isSheet = printed.length > 0;
  return html`<div class="body${hasContents ? ' with-toc' : ''}${isSheet ? ' sheet' : ''}">
    ${
      hasContents &&
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
          html`<section id="${id}" ${isSheet && !printed.includes(id) && html` class="screen-only"`}>
            <h2 id="${id}-h">
              <span>${writer.localised(title)}</span>${more && html`<span class="more">${more}</span>`}
            </h2>
            ${body}
          </section> `,
      )}
    </article>
  </div> `;
}

/** Renders the band of key facts below the page header; false if there are none. */
export function keyFactBand(facts: readonly KeyFact[], writer: PageWriter): Html | false {
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

/** Renders a caveat as a note with a heading. */
export function caveatNote(text: Html, { labels }: PageWriter): Html {
  return html`<div class="caveat beware" role="note" aria-label="${labels.beware}">
    <h3>${labels.beware}</h3>
    <p>${text}</p>
  </div>`;
}
