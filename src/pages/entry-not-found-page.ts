import { entryList } from '../html/entry-lists.js';
import { largeSearchForm } from '../html/large-search-form.js';
import { html } from '../html/html.js';
import type { LinkedEntry, PageWriter } from '../html/page-writer.js';
import type { LocalisedText } from '../i18n/localised-text.js';
import { navigationLinks } from './navigation-links.js';
import { sitePage } from './site-page.js';

/** Reason, suggestions and links from which `entryNotFoundPage` renders an error page. */
export interface NotFoundPageInput {
  status: number;
  title: LocalisedText;
  /** Reason for the error, in one or two sentences. */
  lead: LocalisedText;
  /** Suggestions or replacements, and their heading. */
  others?: { title: string; entries: readonly LinkedEntry[] };
  /** Words for the search form. Default: no form. */
  requested?: string;
  /** Path of the history of a withdrawn entry. */
  past?: string;
  writer: PageWriter;
  /** Text to show instead of the HTTP status. */
  was?: LocalisedText;
  /** List that the entry belongs to. */
  within?: LocalisedText & { path: string };
}

/** Renders an error page: not found, withdrawn or refused. */
export function entryNotFoundPage(input: NotFoundPageInput): string {
  const { status, title, lead, others, requested, past, writer, was, within } = input;
  const rows = (others?.entries ?? []).map((entry) => ({ ...entry, meta: [] }));
  return sitePage(writer, {
    title: title.text,
    titleLang: title.lang,
    crumbs: [...(within ? [within] : []), { ...title, path: null }],
    isHidden: true,
    ...(within && { section: within.path }),
    main: html`<header class="head">
        <p class="eyebrow">${was ? writer.localised(was) : status}</p>
        <h1>${writer.localised(title)}</h1>
        <p class="lead">${writer.localised(lead)}</p>
        ${requested !== undefined && largeSearchForm(writer, requested)}
        ${past !== undefined && html`<p><a href="${writer.path(past)}">${writer.labels.history}</a></p>`}
      </header>
      ${
        rows.length > 0 &&
        html`<section aria-labelledby="others">
          <h2 id="others">${others!.title}</h2>
          ${entryList(rows, writer)}
        </section>`
      }${requested !== undefined && navigationLinks(writer)}`,
  });
}
