import { answerWork } from '../bench/cite.js';
import { editionMoment } from '../bench/edition-moment.js';
import { AS_OF } from '../bench/frozen.js';
import type { Help } from '../bench/help.js';
import { SERIES_SLUG } from '../bench/open-question.js';
import type { Saying } from '../bench/shown-cell.js';
import type { WrongValue } from '../bench/values.js';
import type { Chart } from '../charts/chart.js';
import { chartOf } from '../charts/chart.js';
import { mapOf } from '../charts/map.js';
import { Html, html } from '../html/html.js';
import type { PageAddress } from '../html/shell.js';
import type { CitationStyle } from '../series/citation.js';
import { citationOf } from '../series/citation.js';
import type { Words } from '../words/words.js';
import type { PageTable } from './answer-table.js';
import { answerTable } from './answer-table.js';
import { datasetFacts } from './dataset-facts.js';
import { questionForm } from './question-form.js';
import type { Asking } from './question-links.js';
import { QuestionLinks } from './question-links.js';
import { sitePage } from './site.js';

/** What the page of a question is made from. */
export interface QuestionPageInput extends Asking {
  /** The query that was asked. */
  query: string;
  /** Whether it asks for figures of which there are editions. */
  hasEditions: boolean;
  wrong: readonly WrongValue[];
  /** Of the answer, the one that answers best first; none where it could not be answered. */
  tables: readonly PageTable[];
  /** Why it could not be answered; none where it was. */
  refusals: readonly string[];
  help: readonly Help[];
  saying: Saying;
  address: PageAddress;
  /** The day on which the answer was taken. */
  retrievedOn: string;
}

const WIDTHS = { wide: 760, narrow: 340 };
/** Bytes of charts that stand in the page itself. */
const MOST_OF_CHARTS = 24_000;
/** Characters of what a chart says in words. */
const MOST_OF_SUMMARY = 900;
const STYLES: readonly CitationStyle[] = ['APA', 'BIBTEX', 'CSL_JSON'];

/**
 * The page of a question: its form, a chart, its table, files, how to cite the answer, and its query; all without script.
 *
 * @returns a whole HTML page; PAGE_SECURITY_POLICY fits it
 */
export function questionPage(input: QuestionPageInput): string {
  const { question, tables, saying, address, retrievedOn } = input;
  const { words } = saying;
  const links = new QuestionLinks(input, address);
  const wanted = address.search.get('table') ?? question.table;
  const shown = tables.find(({ path }) => path === wanted) ?? tables[0] ?? null;
  const table = shown && (question.slug === SERIES_SLUG ? withoutBookkeeping(shown) : shown);
  const isDefault = shown !== null && (question.table === null ? shown === tables[0] : shown.path === question.table);
  const isMap = question.view === 'MAP';
  const draw = (width: number) => (isMap ? mapOf : chartOf)(table!, { locale: words.locale, width });
  const chart = table && draw(WIDTHS.wide);
  const title = titleOf(input, chart);
  const permalink = links.permanent(asOfFor(input));
  const work = table && answerWork({ table, title, address: permalink, retrievedOn });
  const description = chart && chart.form !== 'NONE' ? chart.summary : (question.summary ?? title);
  const main = html`<header class="head">
      <p class="eyebrow">
        <a href="${links.all()}">${words.question.question}</a
        >${question.task !== null && html`<span>${question.task}</span>`}
      </p>
      <h1>${title}</h1>
      ${question.summary !== null && html`<p class="lead">${question.summary}</p>`}
    </header>
    <a class="skip" href="#answer">${words.form.toAnswer}</a>
    ${questionForm(input, links, { saying, address })}
    <section id="answer" aria-labelledby="answer-h">
      <h2 id="answer-h">${chart && chart.form !== 'NONE' ? words.answer.figures : words.answer.answer}</h2>
      ${notices(input, links)}
      ${chart && chartFigure(chart, draw(WIDTHS.narrow), (width) => links.file('svg', { table: table!.path, chart: isMap ? 'map' : null, for: 'page', width: String(width) }))}
      ${table && table.rows.length > 0 && answerTable(table, { title, page: pageIn(address), links, saying })}
      ${otherTables(tables, shown, { links, words })}
    </section>
    ${table && table.rows.length > 0 && filesSection(chart, { links, words, path: table.path, isFirst: isDefault })}
    ${
      work &&
      table &&
      table.rows.length > 0 &&
      citeSection(
        STYLES.map((style) => citationOf(work, style)),
        permalink,
        input,
      )
    }
    ${querySection(input, links)}`;
  return sitePage({
    title,
    description,
    words,
    address,
    crumbs: [
      { title: words.site.home, path: '/' },
      { title: words.question.questions, path: '/q' },
      { title, path: null },
    ],
    facts: datasetFacts(table, {
      title,
      description,
      permalink,
      links,
      locale: words.locale,
      origin: address.origin,
    }),
    main,
  });
}

/** The question of a series asks for more than a reader wants to see, so that its answer as JSON says all. */
function withoutBookkeeping(table: PageTable): PageTable {
  const columns = table.columns.map((column) => (column.role === null ? { ...column, isQuiet: true } : column));
  return { ...table, columns };
}

/** A series is called by what it is of. */
function titleOf({ question }: QuestionPageInput, chart: Chart | null): string {
  return question.slug === SERIES_SLUG && chart && chart.form !== 'NONE' ? chart.title : question.title;
}

/**
 * The moment as of which the same figures can be read for good: that which was asked for, or one from which on all
 * editions of the answer are current; null where it has no figures of which there are editions.
 */
function asOfFor({ asOf, hasEditions, tables, retrievedOn }: QuestionPageInput): string | null {
  if (!hasEditions) return null;
  if (asOf !== null) return asOf;
  return editionMoment(tables, retrievedOn);
}

function pageIn({ search }: PageAddress): number {
  const page = Number(search.get('page') ?? 1);
  return Number.isInteger(page) ? page : 1;
}

function notices(
  { tables, refusals, help, wrong, question, asOf, saying }: QuestionPageInput,
  links: QuestionLinks,
): Html {
  const { words, writing } = saying;
  const titleOfInput = (name: string) => question.inputs.find((input) => input.name === name)?.title ?? name;
  const nothing = refusals.length === 0 && (tables.length === 0 || tables[0]!.rows.length === 0);
  const told = [
    ...wrong.map(({ name, given, reason }) => {
      const { wrong: say } = words.form;
      const title = titleOfInput(name);
      return html`<p>
        ${reason === 'NUMBER' ? say.number(title, given) : reason === 'JSON' ? say.json(title) : say.choice(title, given)}
      </p>`;
    }),
    ...help.map(
      ({ sentence, link }) =>
        html`<p>${sentence}${link && html` <a href="${links.page(link.values)}#answer">${link.text}</a>`}</p>`,
    ),
    // What the server says of a refusal is English; where there is help, that says the same.
    ...(help.length > 0 ? [] : refusals.map((sentence) => html`<p lang="en">${sentence}</p>`)),
    ...(nothing && help.length === 0 ? [html`<p>${words.answer.nothing} ${words.answer.nothingTip}</p>`] : []),
  ];
  return html`${told.length > 0 && html`<div class="notice beware">${told}</div>`}${
    asOf !== null &&
    html`<div class="notice">
      <p>
        ${words.answer.frozen(writing.date(asOf))}
        <a href="${links.page(undefined, { [AS_OF]: null })}">${words.answer.thaw}</a>
      </p>
    </div>`
  }`;
}

/**
 * The chart twice: as a wide screen and as a phone has room for it; one of them is shown. What is too much for the page
 * is a picture of its own, which a browser fetches where it shows it.
 */
function chartFigure(chart: Chart, narrow: Chart, file: (width: number) => string): Html | null {
  if (chart.form === 'NONE') return null;
  let left = MOST_OF_CHARTS;
  const picture = (drawn: Chart, width: number) => {
    if (drawn.form === 'NONE') return null;
    left -= drawn.svg.length;
    if (left >= 0) return new Html(drawn.svg);
    return html`<img
      src="${file(width)}"
      alt="${drawn.summary}"
      width="${drawn.width}"
      height="${drawn.height}"
      loading="lazy"
    />`;
  };
  return html`<figure class="fig">
    <div class="wide-only">${picture(chart, WIDTHS.wide)}</div>
    <div class="narrow-only">${picture(narrow, WIDTHS.narrow)}</div>
    <figcaption>${shortened(chart.summary)}</figcaption>
  </figure> `;
}

/** The first sentences of a text that is long. */
function shortened(text: string): string {
  if (text.length <= MOST_OF_SUMMARY) return text;
  const end = text.lastIndexOf('. ', MOST_OF_SUMMARY);
  return `${text.slice(0, end < 0 ? MOST_OF_SUMMARY : end + 1)} …`;
}

function otherTables(
  tables: readonly PageTable[],
  shown: PageTable | null,
  { links, words }: { links: QuestionLinks; words: Words },
): Html | null {
  const others = tables.filter((table) => table !== shown && table.rows.length > 0);
  if (others.length === 0) return null;
  return html`<p class="foot">
    <span>${words.answer.tables}:</span>
    ${others.map(
      ({ path, rows }) =>
        html`<a href="${links.page(undefined, { table: path })}#answer">${path}</a>
          <span>(${words.answer.rows(rows.length)})</span> `,
    )}
  </p> `;
}

function filesSection(
  chart: Chart | null,
  { links, words, path, isFirst }: { links: QuestionLinks; words: Words; path: string; isFirst: boolean },
): Html {
  const hasChart = chart !== null && chart.form !== 'NONE';
  const table = { table: isFirst ? null : path };
  const files: readonly (readonly [keyof Words['file'], string])[] = [
    ['xlsx', links.file('xlsx', table)],
    ['csv', links.file('csv', table)],
    ['csvExcel', links.file('csv', { ...table, for: 'excel' })],
    ...(hasChart
      ? [['svg', links.file('svg', table)] as const, ['jsonstat', links.file('jsonstat', table)] as const]
      : []),
    ['ndjson', links.file('ndjson', table)],
    ['json', links.file('json')],
    ['zip', links.file('zip')],
  ];
  return html`<section aria-labelledby="files">
    <h2 id="files">${words.answer.download}</h2>
    <div class="dl">
      ${files.map(([name, href]) => {
        const [title, hint] = words.file[name];
        return html`<a href="${href}">${title} <small>${hint}</small></a> `;
      })}
    </div>
  </section> `;
}

function citeSection(
  [apa, bibtex, csl]: readonly string[],
  permalink: string,
  { hasEditions, saying: { words } }: QuestionPageInput,
): Html {
  return html`<section aria-labelledby="cite">
    <h2 id="cite">${words.cite.cite}</h2>
    <p class="cite">${apa}</p>
    <p class="link">
      ${words.cite.permalink}:
      <a href="${permalink}">${permalink}</a
      >${hasEditions && html`<br /><small class="soft">${words.cite.permalinkHint}</small>`}
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

function querySection({ query, values, saying: { words } }: QuestionPageInput, links: QuestionLinks): Html {
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
