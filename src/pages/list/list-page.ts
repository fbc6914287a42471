import { type Html, html } from '../../html/html.js';
import { entryRows } from '../../html/entry-lists.js';
import { selectedChips } from '../../html/facet.js';
import { pager } from '../../html/pager.js';
import { listLabel, listIntroduction } from '../../i18n/kind-labels.js';
import { englishLang } from '../../i18n/locale-formats.js';
import { yearOf } from '../../model/iso-date.js';
import { COMPLEMENTARY_LISTS } from '../../kinds/pages/navigation.js';
import { makeEntryRow } from '../entry/link-sections.js';
import { sitePage } from '../site-page.js';
import { facetForm, filterLabel, filterValueLabel } from './facet-form.js';
import type { ListPageInput } from './list-input.js';
import { ignoredParameters, filterArgument, parameterNames, UNRECORDED, unrecordedVariants } from './list-filters.js';
import { listFileQuery } from './list-query.js';
import { type TreeEntry, treeHtml } from './entry-tree.js';

/** Maximum number of ignored parameters to show. */
const MAX_IGNORED_SHOWN = 10;

/** Renders a page of a list, with a form for filters and sort order. */
export function listPage(input: ListPageInput): string {
  const { kind, answer, picked, writer } = input;
  const { messages, address, labels } = writer;
  const { nodes, totalCount, pageInfo } = answer.list;
  const title = listLabel(messages, kind.plural);
  // The fallback is the description of the kind, which is in English.
  const introduction = listIntroduction(messages, kind.plural) ?? {
    text: kind.description,
    lang: englishLang(messages.locale),
  };
  const pathAt = (after: string | null) => listPath(input, withAfter(address.search, after));
  const isEmpty = totalCount === 0 && picked.length === 0;
  const resultsHtml = html`<div class="faceted">
    ${facetForm(input)}
    <div>
      <div class="bar">
        <p>
          <b class="num">${writer.format.number(totalCount)}</b>
          ${writer.format.isOne(totalCount) ? labels.result : labels.results}
        </p>
        <p class="jump"><a href="#filter">${labels.filter} ↓</a></p>
        <p><a href="${csvPath(input)}">${messages.answer.download} (CSV)</a></p>
      </div>
      ${ignoredHtml(input)} ${filterChips(input)} ${unrecordedHtml(input)}
      ${nodes.length > 0 ? listedEntries(input) : html`<p>${labels.nothingHere}</p>`} ${pager(pageInfo, pathAt, writer)}
    </div>
  </div>`;
  const main = html`<header class="head">
      <h1>${writer.localised(title)}</h1>
      <p class="lead">${writer.localised(introduction)}</p>
      ${complementaryListLink(input)}
    </header>
    ${isEmpty ? html`<p>${labels.nothingYet}</p>` : resultsHtml}`;
  return sitePage(writer, {
    title: title.text,
    titleLang: title.lang,
    description: introduction.text,
    descriptionLang: introduction.lang,
    section: `/${kind.plural}`,
    crumbs: [{ ...title, path: null }],
    // Filtered and later pages are not canonical.
    isHidden: isEmpty || address.search.size > 0,
    localParameters: input.filters
      .filter(({ leaf }) => leaf.localised)
      .flatMap((filter) => parameterNames(filter, input.filters)),
    main,
  });
}

/** Renders a link to the list that complements this one; false if there is none. */
function complementaryListLink({ kind, writer }: ListPageInput): Html | false {
  const otherList = COMPLEMENTARY_LISTS[kind.plural];
  if (!otherList) return false;
  const url = writer.path(otherList.path, new URLSearchParams(otherList.search));
  return html`<p><a href="${url}">${writer.labels[otherList.label]}</a></p>`;
}

/** Renders the entries of a page, by year if they are sorted by a date. */
function listedEntries({ answer: { list }, parentLink, kind, model, order, writer }: ListPageInput): Html {
  if (parentLink) return treeHtml(list.nodes as readonly TreeEntry[], parentLink, writer);
  const rows = list.nodes.map((entry) => ({
    row: makeEntryRow(entry, kind, { model, writer }),
    year: yearOf(String(entry[order.field] ?? '')),
  }));
  const rowsHtml = (shownRows: typeof rows) =>
    entryRows(
      shownRows.map(({ row }) => row),
      writer,
    );
  if (!order.isDate || rows.every(({ year }) => year === '')) return rowsHtml(rows);
  const years = [...new Set(rows.map(({ year }) => year))];
  return html`${years.map(
    (year) =>
      html`<h2 class="year">${year || writer.labels.undated}</h2>
        ${rowsHtml(rows.filter((each) => each.year === year))}`,
  )}`;
}

function listPath({ kind, writer }: ListPageInput, search: URLSearchParams): string {
  return writer.path(`/${kind.plural}`, search);
}

function withAfter(search: URLSearchParams, cursor: string | null): URLSearchParams {
  const copy = new URLSearchParams(search);
  if (cursor === null) copy.delete('after');
  else copy.set('after', cursor);
  return copy;
}

/** Renders a note that names the URL parameters that have no effect; false if there are none. */
function ignoredHtml(input: ListPageInput): Html | false {
  const { address, labels } = input.writer;
  const ignoredTexts = ignoredParameters(address.search, input).slice(0, MAX_IGNORED_SHOWN);
  return ignoredTexts.length > 0 && html`<p class="soft">${labels.ignored} <code>${ignoredTexts.join(' ')}</code></p>`;
}

/** Renders the selected filter values, each with a link that removes it; false if none are selected. */
function filterChips(input: ListPageInput): Html | false {
  const { picked, writer, kind } = input;
  const { address, messages, format } = writer;
  const values = picked.flatMap((filter) =>
    filter.values.map((value) => {
      const search = withAfter(address.search, null);
      search.delete(filter.name, value);
      const field = writer.localised(filterLabel(filter, kind, messages));
      const label = html`${field}${format.colon} ${filterValueLabel(filter, value, input)}`;
      return { label, removePath: listPath(input, search) };
    }),
  );
  return selectedChips(values, listPath(input, new URLSearchParams()), writer);
}

/** Renders, for each filter, the number of entries for which its value is not recorded, with a link to them. */
function unrecordedHtml(input: ListPageInput): readonly Html[] {
  const { picked, answer, filters, kind, writer } = input;
  const { address, messages, format, labels } = writer;
  const counts = answer as unknown as Readonly<Record<string, { totalCount: number } | undefined>>;
  return unrecordedVariants(picked).flatMap(({ filter, alias }) => {
    const count = counts[alias]?.totalCount ?? 0;
    if (count === 0) return [];
    const search = withAfter(address.search, null);
    for (const name of parameterNames(filter, filters)) search.delete(name);
    search.set(filter.name, UNRECORDED);
    const field = writer.localised(filterLabel(filter, kind, messages));
    return html`<p class="soft">
      ${field}, ${labels.notRecorded}${format.colon} <a href="${listPath(input, search)}">${format.number(count)}</a>
    </p>`;
  });
}

/** Returns the path of the complete filtered list as a CSV file. */
function csvPath({ kind, picked, order, writer }: ListPageInput): string {
  const variables = { filter: filterArgument(picked), orderBy: [{ [order.field]: order.direction }] };
  const search = new URLSearchParams({
    format: 'csv',
    query: listFileQuery(kind),
    variables: JSON.stringify(variables),
    locale: writer.locale,
  });
  return `/graphql?${search}`;
}
