import type { Html } from './html.js';
import { html } from './html.js';
import type { LinkedEntry, PageWriter } from './page-writer.js';

/** An entry of a list, with what is said of it in a few words. */
export interface EntryRow extends LinkedEntry {
  meta: readonly Html[];
}

/** Entries as small marks, for what something is about. */
export function chips(entries: readonly LinkedEntry[], writer: PageWriter): Html {
  return html`<ul class="chips">
    ${entries.map((entry) => html`<li>${writer.link(entry)}</li> `)}
  </ul>`;
}

/** Entries one under the other: title, what it is, and some facts. */
export function entryRows(entries: readonly EntryRow[], writer: PageWriter): Html {
  return html`<ul class="rows">
    ${entries.map(
      (entry) =>
        html`<li>
          ${writer.link(entry, 't')}${writer.summary(entry)}${
            entry.meta.length > 0 &&
            html`<div class="meta">${entry.meta.map((each) => html`<span>${each}</span> `)}</div>`
          }
        </li> `,
    )}
  </ul>`;
}

/** Entries in two columns, for those of which the title says most. */
export function entryColumns(entries: readonly EntryRow[], writer: PageWriter): Html {
  return html`<ul class="two">
    ${entries.map(
      (entry) =>
        html`<li>
          ${writer.link(entry, 't')}${entry.meta.length > 0 && html`<p>${entry.meta.map((each, at) => html`${at > 0 && ' · '}${each}`)}</p>`}
        </li> `,
    )}
  </ul>`;
}

/** Entries one under the other where there is something to say of them, in two columns where their titles say it all. */
export function entryList(entries: readonly EntryRow[], writer: PageWriter): Html {
  return entries.some(({ summary }) => summary) ? entryRows(entries, writer) : entryColumns(entries, writer);
}
