import type { Html } from './html.js';
import { html } from './html.js';
import type { PageWriter } from './page-writer.js';

/** The end of a page, and whether there is another. */
export interface PageInfo {
  endCursor: string | null;
  hasNextPage: boolean;
}

/**
 * Links to the first and to the next page of a list; nothing for a single page. @param pathAt the address of the page
 * after a cursor; null for the first page
 */
export function pager(
  { endCursor, hasNextPage }: PageInfo,
  pathAt: (after: string | null) => string,
  writer: PageWriter,
): Html | false {
  const isFirst = !writer.address.search.get('after');
  const next = hasNextPage ? endCursor : null;
  if (isFirst && next === null) return false;
  const { firstPage, nextPage, otherPages } = writer.labels;
  return html`<nav class="pager" aria-label="${otherPages}">
    ${isFirst ? html`<span></span>` : html`<a href="${pathAt(null)}">${firstPage}</a>`}
    ${next !== null && html`<a href="${pathAt(next)}" rel="next">${nextPage}</a>`}
  </nav>`;
}
