import { html } from '../../html/html.js';
import { SITE_STYLE } from '../site-page.js';
import { figureContent, createFigureParts, figureTable } from './explorer-figure.js';
import type { ExplorerPageInput } from './explorer-page-input.js';
import { choiceNotices, stateNotices } from './explorer-notices.js';

/** Renders a figure that other sites embed: with its title, scope, source and a link to the explorer. */
export function embedPage(input: ExplorerPageInput): string {
  const { metadata, localisation, address } = input;
  const { messages } = localisation;
  const parts = createFigureParts(input);
  const { table, links } = parts;
  const { title } = metadata.indicator;
  const document = html`<html lang="${messages.locale}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>${title} – Signpost</title>
      <base target="_blank" />
      <link rel="stylesheet" href="${SITE_STYLE.path}" />
    </head>
    <body class="embed">
      <main>
        ${stateNotices(input, table)}${choiceNotices(input, parts)}
        ${
          table
            ? html`${figureContent(table, parts, 'h1')}${input.state.view === 'table' && figureTable(table, parts)}`
            : html`<h1>${title}</h1>
                <p>${messages.explorer.noFigures}</p>`
        }
        <p class="small"><a href="${address.origin}${links.page()}">${messages.explorer.explore}</a> – Signpost</p>
      </main>
    </body>
  </html>`;
  return `<!doctype html>\n${document.text}`;
}
