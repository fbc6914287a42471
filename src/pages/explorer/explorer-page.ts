import { answerCitation } from '../../saved-queries/answer-citation.js';
import { drawChart } from '../../charts/chart.js';
import { drawMap } from '../../charts/map.js';
import type { ExplorerQuery } from '../../explorer/explorer-query.js';
import type { ExplorerFacts } from '../../explorer/facts.js';
import type { ExplorerState } from '../../explorer/state.js';
import { BY_AREA, drawableViews, stateValues } from '../../explorer/state.js';
import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import { markdownHtml } from '../../html/markdown.js';
import { localisedSpan, PageWriter } from '../../html/page-writer.js';
import { withLangAttribute } from '../../html/page-shell.js';
import { enumLabel, toMidSentence } from '../../i18n/column-labels.js';
import type { OtherLanguageTexts } from '../../i18n/other-language-texts.js';
import { listLabel } from '../../i18n/labels.js';
import { unitLabel } from '../../i18n/unit-label.js';
import { formatCitation } from '../../series/citation.js';
import { splitCell } from '../../tables/table-cell.js';
import type { ColumnRole } from '../../tables/column.js';
import type { RequestedItem } from '../../tables/figure-scope.js';
import type { ScreenTable } from '../../tables/table.js';
import { chartFigure } from '../question/chart-figure.js';
import { datasetJsonLd } from '../question/dataset-json-ld.js';
import { questionForm } from '../question/question-form.js';
import { QuestionLinks } from '../question/question-links.js';
import { questionNotices } from '../question/question-notices.js';
import { findForeign, STYLES } from '../question/question-page.js';
import type { QuestionPageInput } from '../question/question-page-input.js';
import { citeSection, filesSection, querySection } from '../question/question-sections.js';
import { findTranslationGaps } from '../missing-translations.js';
import { sitePage } from '../site-page.js';
import { pivotTable } from './pivot-table.js';
import { snippetsSection } from './snippets.js';

/** Widths of charts on wide and narrow screens, in pixels. */
const WIDTHS = { wide: 840, narrow: 358 };
/** Maximum number of names in a title. */
const MAX_NAMES = 3;

/** Input of `explorerPage`. */
export interface ExplorerPageInput extends QuestionPageInput {
  facts: ExplorerFacts;
  state: ExplorerState;
  shown: ExplorerQuery;
  /** Sentences about values of the URL that are unknown or impossible. */
  told: readonly string[];
  /** Path of the list of all indicators, of the page of the entry, and of the style of both. */
  paths: { list: string; plural: string; entry: string };
}

/** Renders the explorer of an indicator: its views, figure, table, choices, files, citation and definition. */
export function explorerPage(input: ExplorerPageInput): string {
  const { facts, tables, localisation, address, retrievedOn, paths, fixed } = input;
  const { messages } = localisation;
  const { indicator } = facts;
  const writer = new PageWriter(messages, address);
  const links = new QuestionLinks(input, address);
  const table = tables[0] !== undefined && tables[0].rows.length > 0 ? tables[0] : null;
  const foreign = findForeign(input, table, writer);
  const name = writer.title({ title: indicator.title, translation: indicator.translation });
  const permalink = links.permanent(fixed);
  const work = table && answerCitation({ table, title: name.text, address: permalink, retrievedOn });
  const isEmpty = indicator.coverage.from === null;
  const form = isEmpty ? null : questionForm(input, links, { localisation, address });
  const summaryLang = writer.summaryLang(indicator);
  const main = html`<header class="head">
      <h1>${writer.localised(name)}</h1>
      ${indicator.summary !== null && html`<p class="lead" ${withLangAttribute(summaryLang)}>${indicator.summary}</p>`}
      ${factLine(facts, writer)}
    </header>
    <div class="explore">
      <div class="shown">
        ${!isEmpty && viewLinks(input, links)}
        <section id="answer" aria-labelledby="answer-h">
          ${stateNotices(input, table)}
          ${isEmpty ? html`<p>${messages.explorer.noFigures}</p>` : questionNotices(onlyRequested(input), links)}
          ${table && figure(table, { input, links, writer, foreign })}
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
    ${table && filesSection(chartOf(table, input, foreign, WIDTHS.wide), { links, messages, path: table.path, isFirst: true })}
    ${
      work &&
      citeSection(
        STYLES.map((style) => formatCitation(work, style)),
        permalink,
        input,
        writer,
      )
    }
    ${table && address.origin !== '' && snippetsSection(`${address.origin}${links.file('csv')}`, messages)}
    ${aboutSection(input, writer)} ${!isEmpty && querySection(input, links)}`;
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
    within: paths.list,
    gaps: findTranslationGaps(indicator.translations),
    crumbs: [
      { ...listLabel(messages, paths.plural), path: paths.list },
      { ...name, path: null },
    ],
    facts: datasetJsonLd(table, {
      title: name,
      description,
      permalink,
      links,
      locale: messages.locale,
      origin: address.origin,
    }),
    main,
  });
}

/** Renders the publisher, the span and the number of areas. */
function factLine({ indicator }: ExplorerFacts, writer: PageWriter): Html {
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
function viewLinks({ facts, state, localisation: { messages } }: ExplorerPageInput, links: QuestionLinks): Html {
  const { views, viewsNav } = messages.explorer;
  return html`<nav class="tabs" aria-label="${viewsNav}">
    ${drawableViews(state.by, facts).map(
      (view) =>
        html`<a
          href="${links.page(stateValues({ ...state, view }, facts))}"
          ${view === state.view && html` aria-current="page"`}
          >${views[view]}</a
        > `,
    )}
  </nav>`;
}

/** Renders notices about the URL, and about requested areas and codes that are neither drawn nor named. */
function stateNotices(input: ExplorerPageInput, table: ScreenTable | null): Html | null {
  const { told, facts, state, localisation } = input;
  const { explorer } = localisation.messages;
  const scopes = input.tables.flatMap((one) => one.scopes ?? []).flatMap(({ requested }) => requested);
  const valuesOf = (roles: readonly ColumnRole[]) =>
    new Set(
      table === null
        ? []
        : table.columns.flatMap(({ role }, index) =>
            role !== null && roles.includes(role) ? table.rows.map((row) => String(row[index])) : [],
          ),
    );
  const areas = valuesOf(['area_code']);
  const missing = state.areas
    .filter((code) => !areas.has(code) && !scopes.some(({ area }) => area === code))
    .map((code) => facts.areas.nameOf(code, [facts.locale]));
  const codes = valuesOf(['dimension', 'dimension_code']);
  const parts = facts.indicator.dimensions.flatMap((dimension) =>
    state.codes[dimension.name]!.flatMap((code) => {
      const { title } = dimension.codes.find((one) => one.code === code)!;
      return codes.has(code) || codes.has(title) || state.view === 'bar' ? [] : [title];
    }),
  );
  const isRanking = state.view === 'bar' && state.by === BY_AREA;
  const sentences = [
    ...told,
    ...(isRanking && missing.length > 0 ? [explorer.notRanked({ names: missing.join(', ') })] : []),
    ...[...(isRanking ? [] : missing), ...parts].map((name) => explorer.noFigure({ name })),
  ];
  if (sentences.length === 0) return null;
  return html`<div class="notice beware">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
}

/** Omits notices about areas and codes without figures that the reader did not request. */
function onlyRequested(input: ExplorerPageInput): ExplorerPageInput {
  const tables = input.tables.map((table) => ({
    ...table,
    scopes: (table.scopes ?? []).map((scope) => ({
      ...scope,
      requested: scope.requested.filter((item) => isRequested(item, input)),
    })),
  }));
  return { ...input, tables };
}

function isRequested({ area, code, omission }: RequestedItem, { state, tables }: ExplorerPageInput): boolean {
  if (tables[0] === undefined || tables[0].rows.length === 0 || omission === 'UNKNOWN') return true;
  return state.by === BY_AREA ? area !== null && state.areas.includes(area) : code !== null && hasCode(state, code);
}

function hasCode({ codes, by }: ExplorerState, code: string): boolean {
  return (codes[by] ?? []).some((chosen) => code.split(', ').includes(chosen));
}

/** Renders the names of areas and codes that have no figure and were not requested; null if there are none. */
function withoutFigure(table: ScreenTable, input: ExplorerPageInput): Html | null {
  const { facts, state, localisation } = input;
  const { messages, format } = localisation;
  const codes = facts.indicator.dimensions.find(({ name }) => name === state.by)?.codes ?? [];
  const names = (table.scopes ?? []).flatMap(({ requested }) =>
    requested
      .filter((item) => !isRequested(item, input))
      .map(({ area, code, input: text }) => {
        if (state.by === BY_AREA) return area === null ? text : facts.areas.nameOf(area, [facts.locale]);
        return codes.find((one) => code?.split(', ').includes(one.code))?.title ?? text;
      }),
  );
  if (names.length === 0) return null;
  return html`<p class="small soft">${messages.chart.noFigure}${format.colon} ${names.join(', ')}.</p>`;
}

interface FigureParts {
  input: ExplorerPageInput;
  links: QuestionLinks;
  writer: PageWriter;
  foreign: OtherLanguageTexts;
}

function chartOf(
  table: ScreenTable,
  { state, localisation: { messages } }: ExplorerPageInput,
  foreign: OtherLanguageTexts,
  width: number,
) {
  const multiples = state.view !== 'small' ? null : state.scale === 'own' ? 'OWN_SCALES' : 'ONE_SCALE';
  const options = { messages, width, foreign, isBare: true, multiples } as const;
  return state.view === 'map' ? drawMap(table, options) : drawChart(table, options);
}

/** Renders the figure with its title, scope, chart, source and table. */
function figure(table: ScreenTable, { input, links, writer, foreign }: FigureParts): Html {
  const { state, shown } = input;
  const { messages, format } = writer;
  const chart = state.view === 'table' ? null : chartOf(table, input, foreign, WIDTHS.wide);
  const file = (width: number) => links.file('svg', { for: 'page', width: String(width) });
  const units = distinct(table, 'unit').map((unit) => unitLabel(messages, unit));
  const title = titleOf(table, input, writer);
  const sort = state.sort ?? null;
  const pivot = pivotTable(table, {
    writer,
    foreign,
    caption: html`<b>${localisedSpan(title, foreign)}</b>, ${units.map((unit) => writer.localised(unit))}`,
    sort,
    sorted: (by) => `${links.page(stateValues({ ...state, view: 'table', sort: by }, input.facts))}#answer`,
  });
  const sources = distinct(table, 'source').slice(0, MAX_NAMES);
  const [vintage] = input.facts.indicator.vintages;
  const edition = distinct(table, 'vintage_number')[0] ?? String(vintage?.number ?? '');
  const date = distinct(table, 'vintage_date')[0] ?? vintage?.date;
  return html`<h2 id="answer-h">${localisedSpan(title, foreign)}</h2>
    <p class="unit">${units.map((unit, index) => html`${index > 0 && ', '}${writer.localised(unit)}`)}</p>
    <p class="soft small">${scopeLine(table, input, links)}</p>
    ${
      chart &&
      (chart.form === 'NONE'
        ? html`<p class="soft">${chart.sentence}</p>`
        : chartFigure(chart, chartOf(table, input, foreign, WIDTHS.narrow), {
            file,
            label: messages.answer.chart,
            widths: WIDTHS,
            hasCaption: false,
          }))
    }
    ${withoutFigure(table, input)}
    <p class="small soft">
      ${messages.answer.source}${format.colon} ${localisedSpan(sources.join(`${format.semicolon} `), foreign)}.
      ${messages.columns['vintage_number']} ${edition}${date !== undefined && html`, ${writer.date(date)}`}.
    </p>
    ${
      state.view === 'table' || (shown.at !== null && chart?.form === 'NONE')
        ? pivot
        : html`<details>
            <summary>${messages.explorer.asTable}</summary>
            ${pivot}
          </details>`
    }`;
}

/** Returns the title of the figure: what is measured, what all figures have in common, and the periods. */
function titleOf(table: ScreenTable, { facts, state, address }: ExplorerPageInput, { format }: PageWriter): string {
  // A total is named if it was requested.
  const totals = facts.indicator.dimensions.flatMap(({ name, total, codes }) =>
    codes.flatMap(({ code, title }) =>
      code === total && name !== state.by && !address.search.get(name) ? [title] : [],
    ),
  );
  const periods = distinct(table, 'period').sort();
  const roles: readonly ColumnRole[] = ['area', 'dimension'];
  const common = table.columns.flatMap(({ role }, index) => {
    if (role === null || !roles.includes(role)) return [];
    const texts = new Set(table.rows.map((row) => row[index]));
    const [text] = texts;
    return texts.size === 1 && text != null && !totals.includes(String(text)) ? [String(text)] : [];
  });
  const span = [...new Set([periods[0], periods.at(-1)])].flatMap((period) => (period ? [format.period(period)] : []));
  return [facts.indicator.title, ...common, span.join('–')].join(', ');
}

/** Renders how much of the figures is shown, with a link to all. */
function scopeLine(
  table: ScreenTable,
  { facts, state, shown, localisation }: ExplorerPageInput,
  links: QuestionLinks,
): Html {
  const { messages, format } = localisation;
  const { explorer, scope } = messages;
  const covered = facts.indicator.coverage.areas.length;
  const number = (count: number) => format.number(count);
  const period = format.period(shown.at ?? facts.ranked.at ?? facts.indicator.coverage.to!);
  const [first] = table.scopes ?? [];
  const all = (count: number) =>
    html`<a href="${links.page(stateValues({ ...state, rows: 'all' }, facts))}#answer" rel="nofollow"
      >${explorer.showAll({ count: number(count) })}</a
    >`;
  const value = table.columns.findIndex(({ role }) => role === 'value');
  const included = new Set(
    table.rows.flatMap((row) =>
      row[value] === null ? [] : [row[table.columns.findIndex(({ role }) => role === 'area_code')]],
    ),
  ).size;
  if (state.by !== BY_AREA) {
    const { codes = [], total = null } = facts.indicator.dimensions.find(({ name }) => name === state.by) ?? {};
    const at = table.columns.findIndex(({ role, name }) => role === 'dimension' && name === state.by);
    const drawn = new Set(at < 0 ? [] : table.rows.map((row) => row[at])).size;
    const existing = codes.filter(({ code }) => code !== total).length;
    return html`${drawn > 0 && drawn < existing && html`${scope.series({ included: number(drawn), existing: number(existing) })} ${state.view === 'table' && all(existing)}`}`;
  }
  if (shown.areas.length === 0) {
    const existing = first?.existing ?? included;
    return html`${included < existing ? html`${scope.ranked({ included: number(included), existing: number(existing) })} ${all(existing)}` : explorer.scopeWithFigure({ included: number(included), existing: number(covered), period })}`;
  }
  if (shown.at !== null)
    return html`${explorer.scopeWithFigure({ included: number(included), existing: number(covered), period })}`;
  if (covered === 1) return html``;
  const isHighest = shown.isDefault && facts.ranked.codes.length > 0 && included < covered;
  return html`${isHighest ? explorer.scopeHighest({ included: number(included), existing: toMidSentence(explorer.areas({ count: covered }), messages), period }) : explorer.scopeSome({ included: number(included), existing: number(covered) })}
  ${state.view === 'table' && included < covered && all(covered)}`;
}

function distinct({ columns, rows }: ScreenTable, role: ColumnRole): string[] {
  const at = columns.findIndex((column) => column.role === role);
  return at < 0 ? [] : [...new Set(rows.flatMap((row) => splitCell(row[at])))];
}

/** Renders what is counted, what a blank means, and the editions. */
function aboutSection({ facts, localisation: { messages }, paths }: ExplorerPageInput, writer: PageWriter): Html {
  const { definition, absentMeans, vintages, translation } = facts.indicator;
  const { explorer, columns } = messages;
  const lang = writer.findLang(translation, 'definition');
  return html`<section aria-labelledby="about">
    <h2 id="about">${explorer.entry}${definition !== null && writer.sign(lang)}</h2>
    ${definition !== null && html`<div class="prose" ${withLangAttribute(lang)}>${markdownHtml(definition)}</div>`}
    <p>
      ${explorer.blank}${writer.format.colon}
      ${toMidSentence(enumLabel(messages, absentMeans, 'AbsentMeans'), messages)}.
    </p>
    ${
      vintages.length > 0 &&
      html`<ul>
        ${vintages.map(
          ({ number, date, dateOf }) =>
            html`<li>
              ${columns['vintage_number']} ${number}, ${writer.date(date)}
              <span class="soft">(${enumLabel(messages, dateOf, 'VintageDate')})</span>
            </li>`,
        )}
      </ul>`
    }
    <p><a href="${writer.path(paths.entry)}">${explorer.text}</a></p>
  </section> `;
}
