import { answerCitation } from '../../saved-queries/answer-citation.js';
import { SERIES_SLUG } from '../../saved-queries/loaded-question.js';
import { tableLabels } from '../../saved-queries/table-labels.js';
import { type Chart, drawChart } from '../../charts/chart.js';
import { drawMap } from '../../charts/map.js';
import { findRangeColumns } from '../../charts/range-chart.js';
import { type Html, html } from '../../html/html.js';
import { PageWriter, composedTextHtml } from '../../html/page-writer.js';
import { type PageAddress, renderLangAttribute } from '../../html/page-shell.js';
import { type CitationStyle, formatCitation } from '../../series/citation.js';
import type { Column, ColumnRole } from '../../tables/column.js';
import type { ScreenTable } from '../../tables/table.js';
import { formatsFor } from '../../i18n/column-labels.js';
import { unitLabel } from '../../i18n/unit-label.js';
import { readableAlias } from '../../i18n/readable-name.js';
import { OtherLanguageTexts } from '../../i18n/other-language-texts.js';
import type { LocaleMessages } from '../../i18n/locale-messages.js';
import { answerTable } from './answer-table.js';
import { chartFigure, CHART_WIDTHS } from './chart-figure.js';
import { datasetJsonLd } from './dataset-json-ld.js';
import { questionForm } from './question-form.js';
import { QuestionLinks } from './question-links.js';
import { chosenValues, questionNotices } from './question-notices.js';
import type { QuestionPageInput } from './question-page-input.js';
import { citeSection, filesSection, querySection } from './question-sections.js';
import { findTranslationGaps } from '../translation-gaps.js';
import { sitePage } from '../site-page.js';
import { inPageLanguage, type LocalisedText } from '../../i18n/localised-text.js';

export const CITATION_STYLES: readonly CitationStyle[] = ['APA', 'BIBTEX', 'CSL_JSON'];

/** Renders the page of a question: its form, chart, table, files, citation and query. */
export function questionPage(input: QuestionPageInput): string {
  const { question, tables, localisation, address, retrievedOn } = input;
  const { messages } = localisation;
  const writer = new PageWriter(messages, address);
  const links = new QuestionLinks(input, address);
  const requestedTable = address.search.get('table') ?? question.table;
  const shownTable = tables.find(({ path }) => path === requestedTable) ?? tables[0] ?? null;
  const table = shownTable && hideColumns(shownTable, question.slug === SERIES_SLUG);
  const isDefault =
    shownTable !== null && (question.table === null ? shownTable === tables[0] : shownTable.path === question.table);
  const isMap = question.view === 'MAP';
  const foreign = findOtherLanguageTexts(input, table, writer);
  const draw = (width: number) => (isMap ? drawMap : drawChart)(table!, { messages, width, foreign });
  const chart = table && draw(CHART_WIDTHS.wide);
  const findLang = (field: string) => writer.findLang(question.translation, field);
  const { title, lang, marked } = chooseTitle(input, chart, findLang('title'));
  const file = (width: number) =>
    links.file('svg', { table: table!.path, chart: isMap ? 'map' : null, for: 'page', width: String(width) });
  const permalink = links.permalink(input.pinnedEditions);
  const nonEmptyTable = table && table.rows.length > 0 ? table : null;
  const work = nonEmptyTable && answerCitation({ table: nonEmptyTable, title, permalink, retrievedOn });
  const citations = work && CITATION_STYLES.map((style) => formatCitation(work, style));
  const description = chooseDescription(input, { chart, title: { text: title, lang }, lang: findLang('summary') });
  const main = html`<header class="head brief">
      <p class="eyebrow">
        <a href="${writer.path('/q')}">${messages.question.question}</a
        >${question.task !== null && html`<span${renderLangAttribute(findLang('task'))}>${question.task}</span>`}
      </p>
      <h1>${marked}${writer.languageBadge(lang)}</h1>
      ${question.summary !== null && html`<p class="lead" ${renderLangAttribute(findLang('summary'))}>${question.summary}</p>`}
    </header>
    ${question.translation?.missing.length ? html`<div class="notice"><p>${writer.labels.fellBack}</p></div>` : null}
    <a class="skip" href="#answer">${messages.form.toAnswer}</a>
    ${choicesSection(input, links, address)}
    <section id="answer" aria-labelledby="answer-h">
      <h2 id="answer-h">${chart && chart.form !== 'NONE' ? messages.answer.figures : messages.answer.answer}</h2>
      ${questionNotices(input, links)}
      ${chart && chartFigure(chart, draw(CHART_WIDTHS.narrow), { file, label: messages.answer.chart })}
      ${nonEmptyTable && answerTable(nonEmptyTable, { title: marked, page: Number(address.search.get('page')), links, localisation, foreign })}
      ${otherTableLinks(tables, shownTable, { links, messages })}
    </section>
    ${nonEmptyTable && filesSection(nonEmptyTable, { chart, links, messages, isFirst: isDefault })}
    ${citations && citeSection(citations, permalink, input, { writer })} ${querySection(input, links)}`;
  return sitePage(writer, {
    title,
    titleLang: lang,
    description: description.text,
    descriptionLang: description.lang,
    ...(question.translations && { gaps: findTranslationGaps(question.translations) }),
    crumbs: [
      { ...inPageLanguage(messages.question.questions), path: '/q' },
      { text: title, lang, ...(lang === null && { marked }), path: null },
    ],
    jsonLd: datasetJsonLd(table, {
      title: { text: title, lang },
      description,
      permalink,
      links,
      locale: messages.locale,
      origin: address.origin,
    }),
    main,
  });
}

/** Renders the form. Narrow screens show it closed, with the chosen values. Null if the question has no inputs. */
function choicesSection(input: QuestionPageInput, links: QuestionLinks, address: PageAddress): Html | null {
  const { localisation } = input;
  const form = questionForm(input, links, { localisation, address });
  if (form === null) return null;
  // Yes and no are unclear without the label of their input.
  const chosen = chosenValues(input).flatMap(({ input: { form: type }, values }) => (type === 'YES_NO' ? [] : values));
  const values = chosen.map(
    ({ title, lang }, at) => html`${at > 0 && ' · '}<span${renderLangAttribute(lang)}>${title}</span>`,
  );
  return html`<details class="choices">
    <summary>
      ${localisation.messages.form.form}${values.length > 0 && html`<br /><span class="soft">${values}</span>`}
    </summary>
    ${form}
  </details> `;
}

/** Hides columns: of a series, those without a role; else the bounds of ranges, which another column has as text. */
function hideColumns(table: ScreenTable, isSeries: boolean): ScreenTable {
  const { low, high } = findRangeColumns(table.columns) ?? {};
  const isHidden = (role: ColumnRole | null, at: number) => (isSeries ? role === null : at === low || at === high);
  const hide = (column: Column, at: number) => (isHidden(column.role, at) ? { ...column, isAdded: true } : column);
  return { ...table, columns: table.columns.map(hide) };
}

/** Returns the chart's summary if all of it is in the page's language, else the question's summary or its title. */
function chooseDescription(
  { question: { summary } }: QuestionPageInput,
  { chart, title, lang }: { chart: Chart | null; title: LocalisedText; lang: string | null },
): LocalisedText {
  const drawnChart = chart !== null && chart.form !== 'NONE' ? chart : null;
  if (drawnChart?.foreign.split(drawnChart.summary).every((part) => part.lang === null))
    return inPageLanguage(drawnChart.summary);
  return summary === null ? title : { text: summary, lang };
}

/** Returns the title of the page. A series has the title of its chart. */
function chooseTitle({ question: { slug, title } }: QuestionPageInput, chart: Chart | null, lang: string | null) {
  const isSeries = slug === SERIES_SLUG && chart !== null && chart.form !== 'NONE';
  const foreign = isSeries ? chart.foreign : new OtherLanguageTexts([[title, lang]]);
  const text = isSeries ? chart.title : title;
  return { title: text, lang: foreign.langOf(text), marked: composedTextHtml(text, foreign) };
}

/** Returns the texts of an answer in other languages than the page. List names come from the query, in English. */
export function findOtherLanguageTexts(
  { foreign }: Pick<QuestionPageInput, 'foreign'>,
  table: ScreenTable | null,
  { englishLang, messages }: PageWriter,
): OtherLanguageTexts {
  const listIndex = table?.columns.findIndex(({ role }) => role === 'list') ?? -1;
  const lists = new Set(listIndex < 0 ? [] : table!.rows.map((row) => readableAlias(String(row[listIndex]))));
  const unitIndex = table?.columns.findIndex(({ role }) => role === 'unit') ?? -1;
  const units = new Set(unitIndex < 0 ? [] : table!.rows.map((row) => String(row[unitIndex])));
  return new OtherLanguageTexts([
    ...foreign,
    ...[...lists].map((list) => [list, englishLang] as const),
    ...[...units].map((unit) => unitLabel(messages, unit)).map(({ text, lang }) => [text, lang] as const),
  ]);
}

function otherTableLinks(
  tables: readonly ScreenTable[],
  shownTable: ScreenTable | null,
  { links, messages }: { links: QuestionLinks; messages: LocaleMessages },
): Html | null {
  const otherTablesWithRows = tables.filter((table) => table !== shownTable && table.rows.length > 0);
  const names = tableLabels(tables, messages);
  const format = formatsFor(messages);
  if (otherTablesWithRows.length === 0) return null;
  return html`<p class="foot screen-only">
    <span>${messages.answer.tables}${format.colon}</span>
    ${otherTablesWithRows.map(
      ({ path }) =>
        html`<span><a href="${links.page(undefined, { table: path })}#answer">${names.get(path)}</a></span> `,
    )}
  </p> `;
}
