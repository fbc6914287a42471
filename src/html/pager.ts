import { type Html, html } from './html.js';
import type { PageWriter } from './page-writer.js';

/** Cursor at the end of a page, and whether another page follows. */
export interface PageInfo {
  endCursor: string | null;
  hasNextPage: boolean;
}

/**
 * Renders links to the first and the next page of a list; false if there is only one page.
 * @param pathAt  returns the path of the page after a cursor; null means the first page
 */
export function pager(
  { endCursor, hasNextPage }: PageInfo,
  pathAt: (after: string | null) => string,
  writer: PageWriter,
): Html | false {
  const isFirst = !writer.address.search.get('after');
  const nextCursor = hasNextPage ? endCursor : null;
  if (isFirst && nextCursor === null) return false;
  const { firstPage, nextPage, otherPages } = writer.labels;
  return html`<nav class="pager" aria-label="${otherPages}">
    ${isFirst ? html`<span></span>` : html`<a href="${pathAt(null)}">${firstPage}</a>`}
    ${nextCursor !== null && html`<a href="${pathAt(nextCursor)}" rel="next">${nextPage}</a>`}
  </nav>`;
}
