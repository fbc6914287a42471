import type { Html } from './html.js';
import { html } from './html.js';
import type { PageWriter } from './page-writer.js';

/** The ways to the first and to the next page of a list; nothing where it has one page. Null where there is no such way. */
export function pager(
  { first, next }: { first: string | null; next: string | null },
  writer: PageWriter,
): Html | false {
  if (first === null && next === null) return false;
  const { firstPage, nextPage } = writer.labels;
  return html`<nav class="pager" aria-label="${writer.words.answer.pages}">
    ${first === null ? html`<span></span>` : html`<a href="${first}">${firstPage}</a>`}
    ${next !== null && html`<a href="${next}" rel="next">${nextPage}</a>`}
  </nav>`;
}
