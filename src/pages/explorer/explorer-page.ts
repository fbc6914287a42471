import { answerCitation } from '../../saved-queries/answer-citation.js';
import type { ExplorerMetadata } from '../../explorer/explorer-metadata.js';
import { codesWithoutTotal, DEFAULT_TOP, drawableViews, toParameterValues } from '../../explorer/explorer-state.js';
import { MAX_SERIES } from '../../explorer/explorer-query.js';
import { type Html, html } from '../../html/html.js';
import { renderMarkdown } from '../../html/markdown.js';
import type { PageWriter } from '../../html/page-writer.js';
import { renderLangAttribute } from '../../html/page-shell.js';
import { enumLabel, toMidSentence } from '../../i18n/column-labels.js';
import { listLabel } from '../../i18n/kind-labels.js';
import { formatCitation } from '../../series/citation.js';
import { datasetJsonLd } from '../question/dataset-json-ld.js';
import { questionForm } from '../question/question-form.js';
import type { QuestionLinks } from '../question/question-links.js';
import { questionNotices } from '../question/question-notices.js';
import { CITATION_STYLES } from '../question/question-page.js';
import { citeSection, filesSection, querySection, rowsText } from '../question/question-sections.js';
import type { ScreenTable } from '../../tables/table.js';
import { findTranslationGaps } from '../translation-gaps.js';
import { sitePage } from '../site-page.js';
import { createFigureParts, figureContent, type FigureParts, figureTable } from './explorer-figure.js';
import { citedFigureForm, selectCitedFigure } from './cited-figure.js';
import type { ExplorerPageInput } from './explorer-page-input.js';
import { choiceNotices, onlyRequestedOmissions, stateNotices } from './explorer-notices.js';
import { completenessLine } from './completeness-line.js';
import { editionsSection } from './editions-section.js';
import { snippetsSection } from './code-snippets.js';

/** Usual height of the texts of an embedded figure on narrow screens; those of a map include its legend. */
const EMBED_TEXT_PX = { chart: 250, map: 440 };
const EMBED_HEIGHT_PX = { table: 640, max: 1100 };

/** Renders the part of an explorer page that is reloaded when the reader changes a choice. */
export function explorerPartialHtml(input: ExplorerPageInput): string {
  const parts = createFigureParts(input);
  return html`${viewHtml(parts)} ${editionsSection(parts)}`.text;
}

/** Renders the explorer of an indicator: its views, figure, table, choices, files, citation and definition. */
export function explorerPage(input: ExplorerPageInput): string {
  const { metadata, localisation, address, paths, pinnedEditions, script } = input;
  const { messages } = localisation;
  const { indicator } = metadata;
  const parts = createFigureParts(input);
  const { writer, links, table } = parts;
  const name = writer.title({ title: indicator.title, translation: indicator.translation });
  const summaryLang = writer.summaryLang(indicator);
  const main = html`<header class="head">
      <h1>${writer.localised(name)}</h1>
      ${indicator.summary !== null && html`<p class="lead" ${renderLangAttribute(summaryLang)}>${indicator.summary}</p>`}
      ${coverageLine(metadata, writer)}
    </header>
    ${script !== null && announcerHtml(writer)} ${viewHtml(parts)} ${aboutSection(input, writer)}
    ${editionsSection(parts)}`;
  const description = {
    text: indicator.summary ?? name.text,
    lang: indicator.summary === null ? name.lang : summaryLang,
  };
  return sitePage(writer, {
    title: name.text,
    titleLang: name.lang,
    description: description.text,
    descriptionLang: description.lang,
    isVariant: true,
    section: paths.list,
    gaps: findTranslationGaps(indicator.translations),
    crumbs: [
      { ...listLabel(messages, paths.plural), path: paths.list },
      { ...name, path: null },
    ],
    jsonLd: datasetJsonLd(table, {
      title: name,
      description,
      permalink: links.permalink(pinnedEditions),
      links,
      locale: messages.locale,
      origin: address.origin,
    }),
    ...(script !== null && { head: html`<script src="${script}" defer></script>` }),
    main,
  });
}

/** Renders the element in which the browser script announces figures. Its attributes hold the texts of the script. */
function announcerHtml({ messages, format }: PageWriter): Html {
  const { explorer, answer, chart } = messages;
  const { add, remove, play, pause, png, keys, failed } = explorer;
  const { copyForExcel: copy, copyText, copied, copyFailed } = answer;
  const copyTexts = { copy, copyText, copied, copyFailed, copyCitation: messages.cite.copy };
  const explorerTexts = { add, remove, play, pause, png, keys, failed, ...copyTexts };
  const texts = JSON.stringify({ ...explorerTexts, noFigure: chart.noFigure, colon: format.colon });
  return html`<p
    class="vh"
    role="status"
    id="announcement"
    data-decimal="${format.number(1.5)[1]}"
    data-texts="${texts}"
  ></p>`;
}

function viewHtml(parts: FigureParts): Html {
  const { input, links, writer, table } = parts;
  const { metadata, state, shown, localisation, address, retrievedOn, pinnedEditions } = input;
  const { messages } = localisation;
  const isEmpty = metadata.indicator.coverage.from === null;
  const form = isEmpty ? null : questionForm(input, links, { localisation, address });
  const permalink = links.permalink(pinnedEditions);
  const title = metadata.indicator.title;
  const citedTable = table && selectCitedFigure(table, input);
  const { totals } = input.question;
  const work = citedTable && answerCitation({ table: citedTable, title, permalink, retrievedOn, totals });
  return html`<div id="view" data-path="${links.page()}" data-view="${state.view}" data-at="${shown.at}">
    <div class="explore">
      <div class="shown">
        ${!isEmpty && viewLinks(input, links)}
        <section id="answer" aria-labelledby="answer-h">
          ${stateNotices(input, table)}${choiceNotices(input, parts)}
          ${isEmpty ? html`<p>${messages.explorer.noFigures}</p>` : questionNotices(onlyRequestedOmissions(input), links)}
          ${table ? figureContent(table, parts, 'h2') : html`<h2 id="answer-h">${writer.messages.answer.figures}</h2>`}
          ${table && figureTable(table, parts)}
        </section>
      </div>
      ${
        form &&
        html`<details class="choose">
          <summary>${messages.explorer.choose}</summary>
          ${form}
        </details>`
      }
    </div>
    ${table && explorerFiles(table, parts)}
    ${
      table &&
      work &&
      citeSection(
        CITATION_STYLES.map((style) => formatCitation(work, style)),
        permalink,
        input,
        { writer, form: citedFigureForm(table, parts) },
      )
    }
    ${table && address.origin !== '' && snippetsSection(links.permalink(pinnedEditions, 'csv'), messages)}
    ${table && embedSection(parts)} ${!isEmpty && querySection(input, links)}
  </div>`;
}

/** Renders the downloads. Those of a ranking or table contain all rows, unless the URL limits their number. */
function explorerFiles(table: ScreenTable, { input, links, writer: { messages }, chart }: FigureParts): Html {
  const { metadata, state, shown } = input;
  const { view, by, top } = state;
  const hasAllRows = ['bar', 'table'].includes(view) && (top === null || state.rows === 'all');
  const { dimensions, coverage } = metadata.indicator;
  const dimension = dimensions.find(({ name }) => name === by);
  const itemCount = (dimension ? codesWithoutTotal(dimension) : coverage.areas).length;
  const isCut = hasAllRows && state.rows === null && shown.isDefault && itemCount > DEFAULT_TOP;
  const { existing = null } = table.scopes?.[0] ?? {};
  const isRanking = isCut && view === 'bar' && !dimension && existing !== null && itemCount <= MAX_SERIES;
  const rows = rowsText(isRanking ? existing : table.rows.length, (isCut && !isRanking) || table.isTruncated, messages);
  const scope = html`${rows} ${!hasAllRows && completenessLine(table, input, links)}`;
  return filesSection(table, { chart, links, messages, isFirst: true, scope });
}

/** Renders the code that embeds the figure, in a frame as high as the taller of its charts, with a source line. */
function embedSection({ input, links, writer, chart, narrowChart }: FigureParts): Html {
  const { metadata, paths, address } = input;
  const { title, publisher, vintages } = metadata.indicator;
  const { explorer, answer } = writer.messages;
  const [vintage] = vintages;
  const isPinned = input.state.edition !== null || input.asOf !== null || input.editions !== null;
  const edition =
    vintage &&
    explorer[isPinned ? 'embedFixed' : 'embedNewest']({
      number: String(vintage.number),
      date: writer.format.date(vintage.date),
    });
  const query = links.page().split('?')[1];
  const source = `${address.origin}${writer.path(paths.embed)}${query === undefined ? '' : `?${query}`}`;
  const heights = [chart, narrowChart].flatMap((chart) =>
    chart === null || chart.form === 'NONE' ? [] : [chart.height],
  );
  const chartHeight = Math.max(0, ...heights) + (narrowChart ? EMBED_TEXT_PX.chart : EMBED_TEXT_PX.map);
  const height = input.state.view === 'table' ? EMBED_HEIGHT_PX.table : Math.min(chartHeight, EMBED_HEIGHT_PX.max);
  const frame = html`<iframe src="${source}" title="${title}" width="100%" height="${height}" loading="lazy"></iframe>
    <p>
      ${answer.source}${writer.format.colon} ${publisher.title},
      <a href="${address.origin}${links.page()}">${title}</a>. ${edition}
    </p>`;
  return html`<details class="screen-only">
    <summary>${explorer.embed}</summary>
    <p>${explorer.embedHint}</p>
    <pre role="region" aria-label="${explorer.embed}">${frame.text}</pre>
  </details>`;
}

/** Renders the publisher of an indicator, and the periods and the number of areas that its figures cover. */
function coverageLine({ indicator }: ExplorerMetadata, writer: PageWriter): Html {
  const { messages, format } = writer;
  const { publisher, coverage, frequency, relevance } = indicator;
  const { from, to, areas } = coverage;
  const { explorer } = messages;
  return html`<p class="foot">
    ${writer.link(publisher)}
    ${
      from !== null &&
      to !== null &&
      html`<span>
          ${from === to ? format.period(from) : explorer.span({ frequency: enumLabel(messages, frequency, 'Frequency'), from: format.period(from), to: format.period(to) })}
        </span>
        <span>${explorer.areas({ count: areas.length })}</span>`
    }
    ${relevance === 'CONTEXT' && html`<span class="warned">${explorer.context}</span>`}
  </p>`;
}

/** Renders links to the views that can be drawn. */
function viewLinks({ metadata, state, localisation: { messages } }: ExplorerPageInput, links: QuestionLinks): Html {
  const { views, viewsNav } = messages.explorer;
  return html`<nav class="tabs" aria-label="${viewsNav}">
    ${drawableViews(state.by, metadata).map(
      (view) =>
        html`<a
          href="${links.page(toParameterValues({ ...state, view }))}"
          ${view === state.view && html` aria-current="page"`}
          >${views[view]}</a
        > `,
    )}
  </nav>`;
}

/** Renders the definition of the figures, and what it means if a figure is absent. */
function aboutSection({ metadata, localisation: { messages }, paths }: ExplorerPageInput, writer: PageWriter): Html {
  const { definition, absentMeans, translation } = metadata.indicator;
  const { explorer } = messages;
  const lang = writer.findLang(translation, 'definition');
  return html`<section aria-labelledby="about">
    <h2 id="about">${explorer.entry}${definition !== null && writer.languageBadge(lang)}</h2>
    ${definition !== null && html`<div class="prose" ${renderLangAttribute(lang)}>${renderMarkdown(definition)}</div>`}
    <p>
      ${explorer.blank}${writer.format.colon}
      ${toMidSentence(enumLabel(messages, absentMeans, 'AbsentMeans'), messages)}.
    </p>
    <p><a href="${writer.path(paths.entry)}">${explorer.text}</a></p>
  </section> `;
}
