import { entryList } from '../html/entry-lists.js';
import { findForm } from '../html/find-form.js';
import { html } from '../html/html.js';
import type { LinkedEntry, PageWriter } from '../html/page-writer.js';
import type { Said } from '../words/said.js';
import { beginHere } from './begin-here.js';
import { sitePage } from './site.js';

/** What is not to be seen, and what is there in its place. */
export interface MissingInput {
  /** As of HTTP. */
  status: number;
  title: Said;
  /** Why, in a sentence or two. */
  lead: Said;
  /** What may be meant, or has come in its place, under its heading; none where nobody knows. */
  others: { title: string; entries: readonly LinkedEntry[] };
  /** What may be looked for instead, where nobody knows what was meant; null where all is said. */
  wanted: string | null;
  /** The path of the history of what was there; null where nothing was. */
  past: string | null;
  writer: PageWriter;
  /** What it was, in place of the status, which few know; none unless given. */
  was?: Said;
  /** The list that it would stand in; none unless given. */
  within?: Said & { path: string };
}

/**
 * The page in place of one that is not there, was withdrawn or cannot be shown.
 *
 * @returns a whole HTML page without script; PAGE_SECURITY_POLICY fits it
 */
export function missingPage(input: MissingInput): string {
  const { status, title, lead, others, wanted, past, writer, was, within } = input;
  const rows = others.entries.map((entry) => ({ ...entry, meta: [] }));
  return sitePage(writer, {
    title: title.text,
    titleLang: title.lang,
    crumbs: [...(within ? [within] : []), { ...title, path: null }],
    isHidden: true,
    ...(within && { within: within.path }),
    main: html`<header class="head">
        <p class="eyebrow">${was ? writer.said(was) : status}</p>
        <h1>${writer.said(title)}</h1>
        <p class="lead">${writer.said(lead)}</p>
        ${wanted !== null && findForm(writer, wanted)}
        ${past !== null && html`<p><a href="${writer.path(past)}">${writer.labels.history}</a></p>`}
      </header>
      ${
        rows.length > 0 &&
        html`<section aria-labelledby="others">
          <h2 id="others">${others.title}</h2>
          ${entryList(rows, writer)}
        </section>`
      }${wanted !== null && beginHere(writer)}`,
  });
}
