import { type Html, html } from '../../html/html.js';
import { type LinkedEntry, NAME_FRAGMENT, type PageWriter } from '../../html/page-writer.js';
import { type PageInfo, pager } from '../../html/pager.js';
import { allChangesLink, type HomePageChange } from '../../kinds/pages/home-sections.js';
import { changeAuthorHtml } from '../../kinds/pages/change-author.js';
import { enumLabelHtml } from '../../kinds/pages/enum-label.js';
import { sitePage } from '../site-page.js';
import { upperSnakeCase } from '../../model/model.js';
import { PAGE_LIMITS } from '../../model/result-limits.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

const PAGE_SIZE = PAGE_LIMITS.defaultSize;
const ONE_CHANGE_PAGE_SIZE = PAGE_LIMITS.max;
const MAX_NAMED_ENTRIES = 12;

/** Query of all changes. Its variable is `after`. */
export const CHANGES_QUERY = `query Changes($after: String) { changes(first: ${PAGE_SIZE}, after: $after) {
  pageInfo { endCursor hasNextPage }
  nodes { at author message count entries(first: ${MAX_NAMED_ENTRIES}) { slug action entry { ...Name } } }
} } ${NAME_FRAGMENT}`.replace(/\s+/g, ' ');

interface Change extends HomePageChange {
  entries: readonly (HomePageChange['entries'][number] & { slug: string })[];
}

export interface ChangesResponse {
  changes: { pageInfo: PageInfo; nodes: readonly Change[] };
}

/** Renders a page of all changes, latest first. */
export function changesPage({ changes: { nodes, pageInfo } }: ChangesResponse, writer: PageWriter): string {
  const { address, labels } = writer;
  const pathAfter = (after: string | null) =>
    writer.path('/changes', after === null ? undefined : new URLSearchParams({ after }));
  const main = html`<header class="head">
      <h1>${labels.changes}</h1>
      <p class="lead">${labels.changesLead}</p>
    </header>
    <ol class="tl">
      ${nodes.map((change) => changeItem(change, writer))}
    </ol>
    ${pager(pageInfo, pathAfter, writer)}`;
  return sitePage(writer, {
    title: labels.changes,
    description: labels.changesLead,
    isHidden: address.search.size > 0,
    crumbs: [{ ...inPageLanguage(labels.changes), path: null }],
    main,
  });
}

/** Query of the entries that were last changed at a given time. Its variables are `kinds`, `at` and `after`. */
export const CHANGED_ENTRIES_QUERY = `query Together($kinds: [EntryKind!], $at: DateTime!, $after: String) {
  entries(kinds: $kinds, filter: { updatedAt: { eq: $at } }, first: ${ONE_CHANGE_PAGE_SIZE}, after: $after) {
    pageInfo { endCursor hasNextPage } nodes { __typename ...Name } }
} ${NAME_FRAGMENT}`.replace(/\s+/g, ' ');

export interface ChangedEntriesResponse {
  entries: { pageInfo: PageInfo; nodes: readonly (LinkedEntry & { __typename: string })[] };
}

/** Renders a page with the entries of one change. */
export function changedEntriesPage(
  { entries: { nodes, pageInfo } }: ChangedEntriesResponse,
  time: string,
  writer: PageWriter,
): string {
  const { labels } = writer;
  const pathAfter = (after: string | null) =>
    writer.path('/changes', new URLSearchParams({ at: time, ...(after !== null && { after }) }));
  const introduction = labels.changedTogether({ date: writer.format.date(time) });
  return sitePage(writer, {
    title: labels.changes,
    description: introduction,
    isHidden: true,
    crumbs: [
      { ...inPageLanguage(labels.changes), path: '/changes' },
      { ...inPageLanguage(writer.format.date(time)), path: null },
    ],
    main: html`<header class="head">
        <h1>${labels.changes}</h1>
        <p class="lead">${introduction}</p>
      </header>
      ${nodes.map(
        (entry) =>
          html`<p class="entry">
            ${writer.link(entry)} · ${enumLabelHtml(upperSnakeCase(entry.__typename), 'EntryKind', writer)} ·
            ${historyLink(entry, writer)}
          </p> `,
      )}
      ${pager(pageInfo, pathAfter, writer)}`,
  });
}

function changeItem({ at, count, entries, ...change }: Change, writer: PageWriter): Html {
  const { format } = writer;
  const author = changeAuthorHtml(change);
  return html`<li>
    <b>${writer.date(at)}</b>
    <div>
      ${author && html`<p class="soft">${author}</p>`}
      ${entries.map(
        ({ slug, action, entry }) =>
          html`<p>
            ${enumLabelHtml(action, 'ChangeAction', writer)}${format.colon}
            ${entry ? html`${writer.link(entry)} · ${historyLink(entry, writer)}` : slug}
          </p> `,
      )}
      ${count > entries.length && html`<p>${allChangesLink(at, count, writer)}</p>`}
    </div>
  </li> `;
}

function historyLink(entry: LinkedEntry, writer: PageWriter): Html {
  const name = html`<span class="vh">${writer.format.colon} ${writer.localised(writer.title(entry))}</span>`;
  return html`<a href="${writer.path(`${entry.path}/history`)}">${writer.labels.past}${name}</a>`;
}
