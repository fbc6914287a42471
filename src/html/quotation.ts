import type { Html } from './html.js';
import { html } from './html.js';
import type { PageWriter } from './page-writer.js';
import { markLang } from './shell.js';
import { webLink } from './web-link.js';

/** The quotation of a citation, and the text in which it was read. */
export interface Quotation {
  quote: string | null;
  quoteLanguage: string | null;
  readIn: 'ORIGINAL' | 'COPY' | null;
  /** Where the copy was read. */
  copy: string | null;
}

/** Selects `Quotation`. */
export const QUOTATION_FIELDS = 'quote quoteLanguage readIn copy';

/** Renders the quotation on demand, and whether a copy was read; on paper the latter only. */
export function quotation({ quote, quoteLanguage, readIn, copy }: Quotation, writer: PageWriter): Html | false {
  const { quotation: heading, readInCopy } = writer.labels;
  const isCopy = readIn === 'COPY';
  if (quote === null && !isCopy) return false;
  const lang = quoteLanguage === writer.locale ? null : quoteLanguage;
  const summary = [...(quote === null ? [] : [heading]), ...(isCopy ? [readInCopy] : [])].join(' · ');
  return html`<details class="quote screen-only">
      <summary>${summary}</summary>
      ${quote !== null && html`<blockquote ${markLang(lang)}>${quote}</blockquote>`}
      ${isCopy && copy !== null && html`<p class="soft">${readInCopy}${writer.format.colon} ${copySource(copy)}</p>`}
    </details>
    ${isCopy && html`<small class="paper-only">${readInCopy}</small>`}`;
}

function copySource(copy: string): Html {
  return /^https?:\/\/\S+$/.test(copy) ? webLink(copy) : html`${copy}`;
}
