import { html } from '../../html/html.js';
import { PageWriter } from '../../html/page-writer.js';
import { QuestionLinks } from '../question/question-links.js';
import { findForeign } from '../question/question-page.js';
import { SITE_STYLE } from '../site-page.js';
import { figureContent } from './explorer-figure.js';
import type { ExplorerPageInput } from './explorer-input.js';
import { stateNotices } from './explorer-notices.js';

/** Renders a figure for the pages of others: with its title, scope, source and a link to the explorer. */
export function embedPage(input: ExplorerPageInput): string {
  const { facts, tables, localisation, address } = input;
  const { messages } = localisation;
  const writer = new PageWriter(messages, address);
  const links = new QuestionLinks(input, address);
  const table = tables[0] !== undefined && tables[0].rows.length > 0 ? tables[0] : null;
  const foreign = findForeign(input, table, writer);
  const { title } = facts.indicator;
  const page = html`<html lang="${messages.locale}">
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
        ${stateNotices(input, table)}
        ${
          table
            ? figureContent(table, { input, links, writer, foreign }, 'h1')
            : html`<h1>${title}</h1>
                <p>${messages.explorer.noFigures}</p>`
        }
        <p class="small"><a href="${address.origin}${links.page()}">${messages.explorer.explore}</a> – Signpost</p>
      </main>
    </body>
  </html>`;
  return `<!doctype html>\n${page.text}`;
}
