import { type Html, html } from './html.js';
import type { PageWriter } from './page-writer.js';

/** Renders the large search form of a page. @param filters names and values of filters to preserve */
export function largeSearchForm(writer: PageWriter, query = '', filters: readonly [string, string][] = []): Html {
  const { search, searchAll } = writer.labels;
  return html`<form class="find" role="search" action="${writer.path('/search')}" aria-label="${searchAll}">
    <label class="vh" for="q">${searchAll}</label
    ><input id="q" name="q" type="search" value="${query}" maxlength="200" autocomplete="off" /><button>
      ${search}</button
    >${filters.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
  </form>`;
}
