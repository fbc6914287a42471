import { type Html, html } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { qrCode } from '../../html/qr-code.js';
import { urlHost, externalLink } from '../../html/external-link.js';
import { fieldLabel, localisedEnumLabel } from '../../i18n/kind-labels.js';
import type { PagePart } from './page-part.js';

interface Tool extends LinkedEntry {
  url: string | null;
  resourceType: string;
  audiences: readonly string[];
}

const TOOL_SELECTION = '{ ...Name summary url resourceType audiences }';

/** Resources of a leaflet and related ones, with QR codes for printing. */
export const leafletResourcesPart: PagePart = {
  fields: `tools: resources ${TOOL_SELECTION} others: seeAlso ${TOOL_SELECTION}`,
  replacesFields: ['resources', 'seeAlso'],
  sections({ entry, writer, kind }) {
    const lists = [
      { id: 'resources', tools: (entry['tools'] ?? []) as readonly Tool[], note: null },
      { id: 'seeAlso', tools: (entry['others'] ?? []) as readonly Tool[], note: writer.labels.linkedByUs },
    ];
    return lists
      .filter(({ tools }) => tools.length > 0)
      .map(({ id, tools, note }) => ({
        id,
        title: fieldLabel(writer.messages, kind, id),
        body: html`${note !== null && html`<p class="soft">${note}</p>`}
          <ol class="tools">
            ${tools.map((tool) => toolItem(tool, writer))}
          </ol>`,
      }));
  },
};

function toolItem(tool: Tool, writer: PageWriter): Html {
  const { url, resourceType, audiences } = tool;
  const { labels, messages } = writer;
  const meta = [
    localisedEnumLabel(messages, resourceType, 'ResourceType'),
    ...audiences.map((audience) => localisedEnumLabel(messages, audience, 'Audience')),
  ];
  return html`<li>
    <div>
      <h3>${writer.link(tool)}</h3>
      ${writer.summary(tool)}
      <div class="meta">${meta.map((label) => html`<span>${writer.localised(label)}</span> `)}</div>
      ${url !== null && html`<p class="small address">${externalLink(url, { name: url })}</p>`}
    </div>
    <div class="qr">
      ${url === null ? html`<p class="none">${labels.noPublicPage}</p>` : html`${qrCode(url, `${labels.qrOf} ${url}`)}${urlHost(url)}`}
    </div>
  </li> `;
}
