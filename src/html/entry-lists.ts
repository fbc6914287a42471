import { type Html, html, joinHtml } from './html.js';
import type { LinkedEntry, PageWriter } from './page-writer.js';

/** An entry of a list, with some of its values. */
export interface EntryRow extends LinkedEntry {
  meta: readonly Html[];
  /** Label of the sources, and the sources; absent if they are not shown. */
  sources?: { label: Html; entries: readonly LinkedEntry[] };
}

/** Renders entries as chips. */
export function entryChips(entries: readonly LinkedEntry[], writer: PageWriter): Html {
  return html`<ul class="chips">
    ${entries.map((entry) => html`<li>${writer.link(entry)}</li> `)}
  </ul>`;
}

/** Renders entries in rows, with title, summary and values. */
export function entryRows(entries: readonly EntryRow[], writer: PageWriter): Html {
  return html`<ul class="rows">
    ${entries.map(
      (entry) =>
        html`<li>
          ${writer.link(entry, 't')}${writer.summary(entry)}${
            entry.meta.length > 0 &&
            html`<div class="meta">${entry.meta.map((fact) => html`<span>${fact}</span> `)}</div>`
          }${entry.sources && sourcesLine(entry.sources, writer)}
        </li> `,
    )}
  </ul>`;
}

function sourcesLine({ label, entries }: NonNullable<EntryRow['sources']>, writer: PageWriter): Html {
  const links = entries.map((source) => writer.link(source));
  return html`<p class="small soft">
    ${label}${writer.format.colon} ${joinHtml(links, `${writer.format.semicolon} `)}
  </p>`;
}

/** Renders entries in two columns, without summaries. */
export function entryColumns(entries: readonly EntryRow[], writer: PageWriter): Html {
  return html`<ul class="two">
    ${entries.map(
      (entry) =>
        html`<li>
          ${writer.link(entry, 't')}${entry.meta.length > 0 && html`<p>${joinHtml(entry.meta, ' · ')}</p>`}
        </li> `,
    )}
  </ul>`;
}

/** Renders entries in rows if any has a summary, else in two columns. */
export function entryList(entries: readonly EntryRow[], writer: PageWriter): Html {
  return entries.some(({ summary }) => summary) ? entryRows(entries, writer) : entryColumns(entries, writer);
}
