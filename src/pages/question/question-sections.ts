import type { Chart } from '../../charts/chart.js';
import { DOWNLOADS } from '../../files/formats.js';
import { type Html, html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import { renderLangAttribute } from '../../html/page-shell.js';
import { completenessMessages } from '../../i18n/completeness-messages.js';
import type { LocaleMessages } from '../../i18n/locale-messages.js';
import type { ScreenTable } from '../../tables/table.js';
import type { QuestionLinks } from './question-links.js';
import type { QuestionPageInput } from './question-page-input.js';

/** Renders the section with the downloads of a table. @param scope  how many of the figures and rows the files contain */
export function filesSection(
  { columns, path, rows, isTruncated, scopes = [] }: ScreenTable,
  {
    chart,
    links,
    messages,
    isFirst,
    scope = html`${rowsText(rows.length, isTruncated, messages)} ${completenessMessages(scopes, messages).join(' ')}`,
  }: { chart: Chart | null; links: QuestionLinks; messages: LocaleMessages; isFirst: boolean; scope?: Html },
): Html {
  const hasChart = chart !== null && chart.form !== 'NONE';
  const roles = new Set(columns.map(({ role }) => role));
  const downloads = DOWNLOADS.filter(
    ({ needsChart, roles: required = [] }) => (hasChart || !needsChart) && required.every((role) => roles.has(role)),
  );
  const files = downloads.map(({ name, format, options }) => {
    const table = format.isOneTable && !isFirst ? path : null;
    return { ...messages.file[name], href: links.file(format.name, { table, ...options }) };
  });
  return html`<section aria-labelledby="files" class="screen-only">
    <h2 id="files">${messages.answer.download}</h2>
    <p class="soft small">${scope}</p>
    <div class="dl">
      ${files.map(({ name, hint, href }) => html`<a href="${href}">${name} <small>${hint}</small></a> `)}
    </div>
  </section> `;
}

/** Returns a sentence with the number of rows of a file. @param isMinimum  whether `count` is only a lower bound */
export function rowsText(count: number, isMinimum: boolean, { answer }: LocaleMessages): string {
  return `${answer[isMinimum ? 'minimumRows' : 'rows']({ count })}.`;
}

/**
 * Renders the section with the citation of an answer and its permalink.
 * @param form  HTML form in which readers select what is cited
 */
export function citeSection(
  [apa, bibtex, csl]: readonly string[],
  permalink: string,
  { pinnedEditions }: QuestionPageInput,
  { writer, form = null }: { writer: PageWriter; form?: Html | null },
): Html {
  const { messages } = writer;
  return html`<section aria-labelledby="cite">
    <h2 id="cite">${messages.cite.cite}${writer.languageBadge(writer.englishLang)}</h2>
    <p class="cite" ${renderLangAttribute(writer.englishLang)}>${apa}</p>
    ${form}
    <p class="link">
      ${messages.cite.permalink}${writer.format.colon}
      <a href="${permalink}">${permalink}</a
      >${pinnedEditions && html`<br /><small class="soft">${messages.cite.permalinkHint}</small>`}
    </p>
    <details>
      <summary>BibTeX</summary>
      <pre role="region" aria-label="BibTeX">${bibtex}</pre>
    </details>
    <details>
      <summary>CSL-JSON</summary>
      <pre role="region" aria-label="CSL-JSON">${csl}</pre>
    </details>
  </section> `;
}

/** Renders the query, with a link that opens it in GraphiQL. */
export function querySection(
  { query, values, localisation: { messages } }: QuestionPageInput,
  links: QuestionLinks,
): Html {
  const variables = JSON.stringify(values, null, 2);
  return html`<section aria-labelledby="query">
    <h2 id="query">${messages.answer.query}</h2>
    <p><a href="${links.graphiqlPage(query)}">${messages.answer.editQuery}</a></p>
    <details>
      <summary>GraphQL</summary>
      <pre role="region" aria-label="GraphQL">${query}</pre>
      ${variables !== '{}' && html`<pre role="region" aria-label="${messages.answer.variables}">${variables}</pre>`}
    </details>
  </section> `;
}
