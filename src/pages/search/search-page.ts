import { findForm } from '../../html/find-form.js';
import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { pager } from '../../html/pager.js';
import type { ExamplesAnswer } from '../../kinds/pages/search-examples.js';
import { searchExamples } from '../../kinds/pages/search-examples.js';
import type { Kind, Model } from '../../model/model.js';
import { entryKindName } from '../../model/model.js';
import type { Said } from '../../words/labels.js';
import { listLabel } from '../../words/labels.js';
import { sitePage } from '../site.js';
import { foundRow } from './found-row.js';
import type { SearchAnswer } from './search-query.js';

/** What the page of a search is made from. */
export interface SearchInput {
  model: Model;
  /** What is searched for; empty where nothing is. */
  query: string;
  /** The kinds that were picked, as the contract names them. */
  kinds: readonly string[];
  answer: SearchAnswer | null;
  /** What may be searched for, where nothing is. */
  examples: ExamplesAnswer | null;
  writer: PageWriter;
}

const PATH = '/search';

/**
 * The page of the search: a form, what was found with the words marked, and its kinds as filters; all without script.
 *
 * @returns a whole HTML page; PAGE_SECURITY_POLICY fits it
 */
export function searchPage(input: SearchInput): string {
  const { query, kinds, answer, examples, writer } = input;
  const { words, address, labels } = writer;
  const { search, searchLead } = labels;
  const main = html`<header class="head">
      <h1>${search}</h1>
      ${findForm(writer, query, kinds)}${examples && searchExamples(examples, writer)}
      <p class="lead" role="status">${(answer && suggestion(answer, input)) ?? searchLead}</p>
    </header>
    ${answer && results(answer, input)}`;
  return sitePage({
    title: query === '' ? search : `${query} – ${search}`,
    description: searchLead,
    words,
    address,
    // What somebody looks for is no page of the site.
    isHidden: address.search.size > 0,
    crumbs: [
      { title: words.site.home, path: '/' },
      { title: search, path: null },
    ],
    main,
  });
}

/** Words put right where some are not known; null where all are. */
function suggestion({ found }: SearchAnswer, { writer, kinds }: SearchInput): Html | null {
  if (found.didYouMean === null) return null;
  const there = writeSearch(found.didYouMean, kinds);
  return html`${writer.labels.didYouMean} <a href="${writer.path(PATH, there)}"><b>${found.didYouMean}</b></a
    >?`;
}

function results(answer: SearchAnswer, input: SearchInput): Html {
  const { model, query, kinds, writer } = input;
  const { labels } = writer;
  const { totalCount, edges } = answer.found;
  const rows = edges.flatMap((edge) => {
    const kind = kindNamed(model, edge.node.entryKind);
    return kind ? [foundRow(edge, kind, writer)] : [];
  });
  return html`<div class="faceted">
    ${facets(answer, input)}
    <div>
      <div class="bar">
        <p>
          <b class="num">${writer.writing.number(totalCount)}</b>
          ${writer.writing.isOne(totalCount) ? labels.resultFor : labels.resultsFor} <b>${query}</b>,
          ${labels.bestFirst}
        </p>
        <p class="jump"><a href="#filter">${labels.filter} ↓</a></p>
      </div>
      ${kinds.length > 0 && pickedChips(input)}
      ${
        rows.length > 0
          ? html`<ul class="rows">
              ${rows}
            </ul>`
          : html`<p>${labels.searchFailed}</p>`
      }
      ${pages(answer, input)}
    </div>
  </div>`;
}

function pages({ found: { pageInfo } }: SearchAnswer, { query, kinds, writer }: SearchInput): Html | false {
  const address = (after: string | null) => writer.path(PATH, writeSearch(query, kinds, after));
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return pager(
    {
      first: writer.address.search.get('after') ? address(null) : null,
      next: next === null ? null : address(next),
    },
    writer,
  );
}

/** The kinds of what was found as a form that a browser sends without a script, and what it is about. */
function facets({ counted }: SearchAnswer, { model, query, kinds, writer }: SearchInput): Html {
  const { labels, words } = writer;
  const counts = counted.facets.kinds;
  const without = kinds.filter((name) => !counts.some(({ value }) => value === name));
  const all = [...counts, ...without.map((value) => ({ value, count: 0 }))];
  const { topics, countries, years } = {
    topics: counted.facets.topics ?? [],
    countries: counted.facets.countries ?? [],
    years: counted.facets.years ?? [],
  };
  return html`<form class="facets" id="filter" action="${writer.path(PATH)}" aria-label="${labels.filter}">
    <input type="hidden" name="q" value="${query}" />
    ${
      all.length > 0 &&
      html`<fieldset>
          <legend>${labels.kindOf}</legend>
          ${all.map(
            ({ value, count }) =>
              html`<label
                ><input type="checkbox" name="kind" value="${value}" ${kinds.includes(value) && html` checked`} /><span
                  >${writer.said(kindWord(model, value, writer))}</span
                ><span class="num">${writer.writing.number(count)}</span></label
              >`,
          )}
        </fieldset>
        <button class="btn">${labels.apply}</button>`
    }
    ${named(labels.foundUnder, topics, writer)}${named(listLabel(words, 'countries').text, countries, writer)}
    ${
      years.length > 0 &&
      html`<fieldset>
        <legend>${labels.foundOfYear}</legend>
        <ul class="counts">
          ${years.map(({ value, count }) => html`<li>${value} <span class="num">${writer.writing.number(count)}</span></li> `)}
        </ul>
      </fieldset>`
    }
  </form>`;
}

/** Entries that much of what was found is linked to, each with its number. */
function named(
  title: string,
  counted: readonly { value: LinkedEntry; count: number }[],
  writer: PageWriter,
): Html | false {
  if (counted.length === 0) return false;
  return html`<fieldset>
    <legend>${title}</legend>
    <ul class="chips">
      ${counted.map(({ value, count }) => html`<li>${writer.link(value)} <span class="num">${writer.writing.number(count)}</span></li> `)}
    </ul>
  </fieldset>`;
}

/** The kinds that were picked, each with a link to the search without it. */
function pickedChips({ model, query, kinds, writer }: SearchInput): Html {
  const { removeFilter, clear } = writer.labels;
  return html`<p class="picked">
    ${kinds.map((name) => {
      const without = kinds.filter((each) => each !== name);
      return html`<a class="chip" href="${writer.path(PATH, writeSearch(query, without))}"
        ><span class="vh">${removeFilter}: </span>${writer.said(kindWord(model, name, writer))}</a
      > `;
    })}
    <a href="${writer.path(PATH, writeSearch(query, []))}">${clear}</a>
  </p>`;
}

function kindWord(model: Model, name: string, writer: PageWriter): Said {
  const kind = kindNamed(model, name);
  return kind ? listLabel(writer.words, kind.plural) : { text: name, lang: null };
}

function kindNamed({ kinds }: Model, name: string): Kind | undefined {
  return kinds.find((kind) => entryKindName(kind) === name);
}

function writeSearch(query: string, kinds: readonly string[], after: string | null = null): URLSearchParams {
  const search = new URLSearchParams({ q: query });
  for (const kind of kinds) search.append('kind', kind);
  if (after !== null) search.set('after', after);
  return search;
}
