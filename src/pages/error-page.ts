import { entryList } from '../html/entry-lists.js';
import { largeSearchForm } from '../html/large-search-form.js';
import { html } from '../html/html.js';
import type { LinkedEntry, PageWriter } from '../html/page-writer.js';
import type { LocalisedText } from '../i18n/localised-text.js';
import { navigationLinks } from './navigation-links.js';
import { sitePage } from './site-page.js';

/** Reason, suggestions and links from which `errorPage` renders an error page. */
export interface ErrorPageInput {
  status: number;
  title: LocalisedText;
  /** Reason for the error, in one or two sentences. */
  lead: LocalisedText;
  /** Suggestions or replacements, and their heading. */
  related?: { title: string; entries: readonly LinkedEntry[] };
  /** Words that the search form initially contains. Default: no form. */
  searchText?: string;
  /** Path of the history of a withdrawn entry. */
  historyPath?: string;
  writer: PageWriter;
  /** Text above the title. Default: the HTTP status. */
  eyebrow?: LocalisedText;
  /** List that the entry belongs to. */
  parentList?: LocalisedText & { path: string };
}

/** Renders the page for an entry or path that was not found, was withdrawn, or is refused. */
export function errorPage(input: ErrorPageInput): string {
  const { status, title, lead, related, searchText, historyPath, writer, eyebrow, parentList } = input;
  const rows = (related?.entries ?? []).map((entry) => ({ ...entry, meta: [] }));
  return sitePage(writer, {
    title: title.text,
    titleLang: title.lang,
    crumbs: [...(parentList ? [parentList] : []), { ...title, path: null }],
    isHidden: true,
    ...(parentList && { section: parentList.path }),
    main: html`<header class="head">
        <p class="eyebrow">${eyebrow ? writer.localised(eyebrow) : status}</p>
        <h1>${writer.localised(title)}</h1>
        <p class="lead">${writer.localised(lead)}</p>
        ${searchText !== undefined && largeSearchForm(writer, searchText)}
        ${historyPath !== undefined && html`<p><a href="${writer.path(historyPath)}">${writer.labels.history}</a></p>`}
      </header>
      ${
        rows.length > 0 &&
        html`<section aria-labelledby="others">
          <h2 id="others">${related!.title}</h2>
          ${entryList(rows, writer)}
        </section>`
      }${searchText !== undefined && navigationLinks(writer)}`,
  });
}
