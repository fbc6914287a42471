import { type Html, html } from './html.js';
import type { PageWriter } from './page-writer.js';
import { languageBadge, renderLangAttribute } from './page-shell.js';
import { externalLink } from './external-link.js';

/** A citation's quotation, and whether it was read in the original or in a copy. */
export interface Quotation {
  quote: string | null;
  quoteLanguage: string | null;
  readIn: 'ORIGINAL' | 'COPY' | null;
  /** Source of the copy: a URL or a description. */
  copy: string | null;
}

/** GraphQL selection of the fields of `Quotation`. */
export const QUOTATION_FIELDS = 'quote quoteLanguage readIn copy';

/** Renders a collapsed quotation, and a note whether it was read in the original or a copy. Paper has only the note. */
export function quotation({ quote, quoteLanguage, readIn, copy }: Quotation, writer: PageWriter): Html {
  const { quotation: heading, readInCopy, readInOriginal, readInUnknown } = writer.labels;
  const copyNote = readIn === null ? readInUnknown : { ORIGINAL: readInOriginal, COPY: readInCopy }[readIn];
  if (quote === null && copy === null) return html`<small class="soft">· ${copyNote}</small>`;
  const lang = quoteLanguage === writer.locale ? null : quoteLanguage;
  return html`<details class="quote screen-only">
      <summary>${quote !== null && `${heading} · `}${copyNote}</summary>
      ${quote !== null && html`<blockquote><span ${renderLangAttribute(lang)}>${quote}</span>${lang !== null && languageBadge(lang, writer.messages)}</blockquote>`}
      ${copy !== null && html`<p class="soft">${copyNote}${writer.format.colon} ${copySource(copy)}</p>`}
    </details>
    <small class="paper-only">${copyNote}</small>`;
}

function copySource(copy: string): Html {
  return /^https?:\/\/\S+$/.test(copy) ? externalLink(copy) : html`${copy}`;
}
