import { type Html, html } from '../../html/html.js';
import type { TranslationFallback, PageWriter } from '../../html/page-writer.js';
import { pagePath, publicPath } from '../../model/entry-key.js';
import { entryKindName, type Kind, type Model } from '../../model/model.js';
import { formatsFor } from '../../i18n/column-labels.js';
import { listLabel } from '../../i18n/kind-labels.js';
import { changeAuthorHtml } from '../../kinds/pages/change-author.js';
import { enumLabelHtml } from '../../kinds/pages/enum-label.js';
import { entryField } from '../entry/entry-query.js';
import { sitePage } from '../site-page.js';
import { differenceTable, type RevisionDifference } from './difference-table.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

const MAX_REVISIONS = 100;

/** Returns the query of an entry's revisions and, if `$differs`, of the difference between `$from` and `$to`. */
export function historyQuery(kind: Kind): string {
  return `query History($slug: Slug!, $differs: Boolean!, $from: Int!, $to: Int!) { entry: ${entryField(kind)} {
    slug title status translation { missing fellBackTo } history(first: ${MAX_REVISIONS}) { revision at author message action } }
    diff(kind: ${entryKindName(kind)}, slug: $slug, from: $from, to: $to) @include(if: $differs) {
      path before after words { state text } } }`.replace(/\s+/g, ' ');
}

interface Revision {
  revision: number;
  at: string;
  author: string;
  message: string;
  action: string;
}

interface EntryWithHistory {
  slug: string;
  title: string;
  status: string;
  translation: TranslationFallback;
  history: readonly Revision[];
}

export interface HistoryResponse {
  entry: EntryWithHistory | null;
  diff?: readonly RevisionDifference[] | null;
}

export interface HistoryPageInput {
  model: Model;
  kind: Kind;
  entry: EntryWithHistory;
  /** Difference between two revisions; null if it was not requested. */
  diff: readonly RevisionDifference[] | null;
  /** Numbers of the compared revisions; null if none are compared. */
  between: { from: number; to: number } | null;
  writer: PageWriter;
}

/** Renders the history of an entry, and the difference between two revisions. */
export function historyPage(input: HistoryPageInput): string {
  const { model, kind, entry, diff, between, writer } = input;
  const { labels } = writer;
  const titleMessages = writer.messagesOf(writer.title(entry).lang);
  const main = html`<header class="head">
      <p class="eyebrow">${writer.localised(writer.title(entry))}</p>
      <h1>${labels.history}</h1>
      <p class="lead">${labels.historyLead}</p>
    </header>
    ${
      between &&
      diff &&
      html`<section id="difference" aria-labelledby="difference-h">
        <h2 id="difference-h">
          ${labels.revision} ${between.to}${writer.format.colon} ${labels.sinceRevision} ${between.from}
        </h2>
        ${differenceTable(diff, { model, kind, writer })}
      </section>`
    }
    <ol class="tl">
      ${entry.history.map((revision, index) => revisionItem(revision, entry.history[index + 1], input))}
    </ol>`;
  return sitePage(writer, {
    title: `${titleMessages.page.history}${formatsFor(titleMessages).colon} ${entry.title}`,
    titleLang: writer.title(entry).lang,
    description: `${writer.title(entry).lang === null ? `${entry.title} – ` : ''}${labels.historyLead}`,
    section: `/${kind.plural}`,
    isHidden: between !== null,
    crumbs: [
      { ...listLabel(writer.messages, kind.plural), path: `/${kind.plural}` },
      { ...writer.title(entry), path: publicPath(kind, entry.slug) },
      { ...inPageLanguage(labels.history), path: null },
    ],
    main,
  });
}

function revisionItem(
  revision: Revision,
  earlier: Revision | undefined,
  { kind, entry, writer }: HistoryPageInput,
): Html {
  const { labels } = writer;
  const path = `${pagePath(kind, entry.slug)}/history`;
  const author = changeAuthorHtml(revision);
  const search = earlier && new URLSearchParams({ from: String(earlier.revision), to: String(revision.revision) });
  return html`<li>
    <b>${writer.date(revision.at)}</b>
    <div>
      <p>${enumLabelHtml(revision.action, 'ChangeAction', writer)} · ${labels.revision} ${revision.revision}</p>
      ${author && html`<p class="soft">${author}</p>`}
      ${
        search &&
        html`<p>
          <a href="${writer.path(path, search)}">${labels.sinceRevision} ${earlier.revision}</a>
        </p>`
      }
    </div>
  </li> `;
}
