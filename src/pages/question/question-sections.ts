import type { Chart } from '../../charts/chart.js';
import { DOWNLOADS } from '../../files/formats.js';
import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import { markLang } from '../../html/shell.js';
import type { LocaleMessages } from '../../i18n/locale-messages.js';
import type { QuestionLinks } from './question-links.js';
import type { QuestionPageInput } from './question-page-input.js';

export function filesSection(
  chart: Chart | null,
  { links, words, path, isFirst }: { links: QuestionLinks; words: LocaleMessages; path: string; isFirst: boolean },
): Html {
  const hasChart = chart !== null && chart.form !== 'NONE';
  const files = DOWNLOADS.filter(({ needsChart }) => hasChart || !needsChart).map(({ name, format, options }) => {
    const table = format.isOneTable && !isFirst ? path : null;
    return { ...words.file[name], href: links.file(format.name, { table, ...options }) };
  });
  return html`<section aria-labelledby="files" class="screen-only">
    <h2 id="files">${words.answer.download}</h2>
    <div class="dl">
      ${files.map(({ name, hint, href }) => html`<a href="${href}">${name} <small>${hint}</small></a> `)}
    </div>
  </section> `;
}

export function citeSection(
  [apa, bibtex, csl]: readonly string[],
  permalink: string,
  { fixed }: QuestionPageInput,
  writer: PageWriter,
): Html {
  const { words } = writer;
  return html`<section aria-labelledby="cite">
    <h2 id="cite">${words.cite.cite}${writer.sign(writer.englishLang)}</h2>
    <p class="cite" ${markLang(writer.englishLang)}>${apa}</p>
    <p class="link">
      ${words.cite.permalink}${writer.writing.colon}
      <a href="${permalink}">${permalink}</a
      >${fixed && html`<br /><small class="soft">${words.cite.permalinkHint}</small>`}
    </p>
    <details>
      <summary>BibTeX</summary>
      <pre tabindex="0" role="region" aria-label="BibTeX">${bibtex}</pre>
    </details>
    <details>
      <summary>CSL-JSON</summary>
      <pre tabindex="0" role="region" aria-label="CSL-JSON">${csl}</pre>
    </details>
  </section> `;
}

/** The query with a link to the editor. */
export function querySection({ query, values, saying: { words } }: QuestionPageInput, links: QuestionLinks): Html {
  const variables = JSON.stringify(values, null, 2);
  return html`<section aria-labelledby="query">
    <h2 id="query">${words.answer.query}</h2>
    <p><a href="${links.editor(query)}">${words.answer.editQuery}</a></p>
    <details>
      <summary>GraphQL</summary>
      <pre tabindex="0" role="region" aria-label="GraphQL">${query}</pre>
      ${variables !== '{}' && html`<pre tabindex="0" role="region" aria-label="${words.answer.variables}">${variables}</pre>`}
    </details>
  </section> `;
}
