import { largeSearchForm } from '../../html/large-search-form.js';
import { type Html, html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import { pager } from '../../html/pager.js';
import { type ExampleSearchesResponse, exampleSearchLinks } from '../../kinds/pages/search-examples.js';
import type { Model } from '../../model/model.js';
import { navigationLinks } from '../navigation-links.js';
import { sitePage } from '../site-page.js';
import { figureList } from './figure-list.js';
import { searchHitRow } from './hit-row.js';
import { findKindByEnumName, selectedFilterChips, searchFacets, searchFacetForm } from './search-facets.js';
import { SEARCH_PATH, searchFilterParams, searchUrlParams, type SelectedFilters } from './search-filters.js';
import type { SearchResponse } from './search-query.js';
import { listLabel } from '../../i18n/kind-labels.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

export interface SearchPageInput {
  model: Model;
  /** Search words; empty if there are none. */
  query: string;
  picked: SelectedFilters;
  answer: SearchResponse | null;
  /** Example searches, for the page without search words; else null. */
  examples: ExampleSearchesResponse | null;
  writer: PageWriter;
}

/** Renders the search page: a form, the hits with marked words, and facets for kind, topic, country and year. */
export function searchPage(input: SearchPageInput): string {
  const { query, picked, answer, examples, writer } = input;
  const { search, searchLead } = writer.labels;
  // Figures have no language: "in German" is not Germany.
  const figures = answer?.found.scope?.language ? [] : (answer?.figures ?? []);
  const main = html`<header class="head">
      <h1>${search}</h1>
      ${largeSearchForm(writer, query, searchFilterParams(picked))}${examples && exampleSearchLinks(examples, writer)}
      <p class="lead" role="status">${(answer && suggestionHtml(answer, input)) ?? searchLead}</p>
    </header>
    ${figureList(figures, writer)}${answer && resultsHtml(answer, input)}`;
  return sitePage(writer, {
    title: query === '' ? search : `${query} – ${search}`,
    description: searchLead,
    // Search engines must not index search results.
    isHidden: writer.address.search.size > 0,
    crumbs: [{ ...inPageLanguage(search), path: null }],
    main,
  });
}

/** Renders a suggestion for misspelt words; null if there is none. */
function suggestionHtml({ found }: SearchResponse, { writer, picked }: SearchPageInput): Html | null {
  if (found.didYouMean === null) return null;
  const params = searchUrlParams(found.didYouMean, picked);
  return html`${writer.messages.site.didYouMean}
    <a href="${writer.path(SEARCH_PATH, params)}"><b>${found.didYouMean}</b></a
    >?`;
}

/** Renders the kind and language recognised in the query, with a link to search without them; false if none. */
function scopeNote({ found: { scope } }: SearchResponse, { model, picked, writer }: SearchPageInput): Html | false {
  if (scope === null) return false;
  const { messages, format } = writer;
  const kind = scope.kind === null ? undefined : findKindByEnumName(model, scope.kind);
  const kindLabel = kind && listLabel(messages, kind.plural).text;
  return html`<p class="small" id="scope">
    ${kindLabel && messages.page.scopeKind({ kinds: kindLabel })}
    ${scope.language !== null && messages.page.scopeLanguage({ language: format.language(scope.language) })}
    <a href="${writer.path(SEARCH_PATH, searchUrlParams(scope.unscoped, picked))}"
      >${messages.page.unscoped({ query: scope.unscoped })}</a
    >
  </p>`;
}

function resultsHtml(answer: SearchResponse, input: SearchPageInput): Html {
  const { model, query, picked, writer } = input;
  const { labels } = writer;
  const { totalCount, edges, pageInfo } = answer.found;
  const count = html`<b class="num">${writer.format.number(totalCount)}</b>
    ${writer.format.isOne(totalCount) ? labels.resultFor : labels.resultsFor} <b>${query}</b>`;
  const scope = scopeNote(answer, input);
  // Without hits and filters, there is nothing to select.
  if (totalCount === 0 && Object.values(picked).every(({ length }) => length === 0)) {
    return html`<div class="bar"><p>${count}</p></div>
      ${scope}
      <p>${labels.searchFailed}</p>
      ${navigationLinks(writer)}`;
  }
  const facets = searchFacets(answer, model, writer);
  const rows = edges.flatMap((edge) => {
    const kind = findKindByEnumName(model, edge.node.entryKind);
    return kind ? [searchHitRow(edge, kind, { model, writer })] : [];
  });
  return html`<div class="faceted">
    ${searchFacetForm(facets, input)}
    <div>
      <div class="bar">
        <p>${count}${totalCount > 1 && `, ${labels.bestFirst}`}</p>
        <p class="jump"><a href="#filter">${labels.filter} ↓</a></p>
      </div>
      ${scope}${selectedFilterChips(facets, input)}
      ${
        rows.length > 0
          ? html`<ul class="rows">
              ${rows}
            </ul>`
          : html`<p>${labels.searchFailed}</p>`
      }
      ${pager(pageInfo, (after) => writer.path(SEARCH_PATH, searchUrlParams(query, picked, after)), writer)}
    </div>
  </div>`;
}
