import type { Html } from './html.js';
import { html } from './html.js';
import type { PageWriter } from './page-writer.js';
import { langSign, markLang } from './shell.js';
import { webLink } from './web-link.js';

/** A citation's quotation, and whether it was read in the original or in a copy. */
export interface Quotation {
  quote: string | null;
  quoteLanguage: string | null;
  readIn: 'ORIGINAL' | 'COPY' | null;
  /** Source of the copy: a URL or a description. */
  copy: string | null;
}

/** Selection of the fields of `Quotation`. */
export const QUOTATION_FIELDS = 'quote quoteLanguage readIn copy';

/**
 * Renders a quotation, collapsed, and whether it was read in a copy. Print shows only the latter. False if there is
 * neither.
 */
export function quotation({ quote, quoteLanguage, readIn, copy }: Quotation, writer: PageWriter): Html | false {
  const { quotation: heading, readInCopy } = writer.labels;
  const isCopy = readIn === 'COPY';
  if (quote === null && !isCopy) return false;
  const lang = quoteLanguage === writer.locale ? null : quoteLanguage;
  const summary = [...(quote === null ? [] : [heading]), ...(isCopy ? [readInCopy] : [])].join(' · ');
  return html`<details class="quote screen-only">
      <summary>${summary}</summary>
      ${quote !== null && html`<blockquote><span ${markLang(lang)}>${quote}</span>${lang !== null && langSign(lang, writer.messages)}</blockquote>`}
      ${isCopy && copy !== null && html`<p class="soft">${readInCopy}${writer.format.colon} ${copySource(copy)}</p>`}
    </details>
    ${isCopy && html`<small class="paper-only">${readInCopy}</small>`}`;
}

function copySource(copy: string): Html {
  return /^https?:\/\/\S+$/.test(copy) ? webLink(copy) : html`${copy}`;
}
