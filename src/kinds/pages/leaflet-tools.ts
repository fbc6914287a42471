import { html } from '../../html/html.js';
import type { LinkedEntry } from '../../html/page-writer.js';
import { qrCode } from '../../html/qr.js';
import { hostOf, webLink } from '../../html/web-link.js';
import { fieldLabel } from '../../words/labels.js';
import type { PagePart } from './page-part.js';

interface Tool extends LinkedEntry {
  url: string | null;
}

/** The resources of a leaflet in its order, numbered, each with its address as a code that a telephone reads from paper. */
export const leafletTools: PagePart = {
  asks: 'tools: resources { ...Name summary url }',
  inPlaceOf: ['resources'],
  sections({ entry, writer, kind }) {
    const tools = (entry['tools'] ?? []) as readonly Tool[];
    if (tools.length === 0) return [];
    const { qrOf, noPublicPage } = writer.labels;
    return [
      {
        id: 'resources',
        title: fieldLabel(writer.words, kind, 'resources'),
        body: html`<ol class="tools">
          ${tools.map((tool) => {
            const { url } = tool;
            return html`<li>
              <div>
                <h3>${writer.link(tool)}</h3>
                ${writer.summary(tool)}${url !== null && html`<p class="small address">${webLink(url, { name: url })}</p>`}
              </div>
              <div class="qr">
                ${
                  url === null
                    ? html`<p class="none">${noPublicPage}</p>`
                    : html`${qrCode(url, `${qrOf} ${url}`)}${hostOf(url)}`
                }
              </div>
            </li> `;
          })}
        </ol>`,
      },
    ];
  },
};
