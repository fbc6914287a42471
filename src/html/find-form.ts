import type { Html } from './html.js';
import { html } from './html.js';
import type { PageWriter } from './page-writer.js';

/** The search as a large form in a page. @param kinds to which it keeps, as the contract names them */
export function findForm(writer: PageWriter, query = '', kinds: readonly string[] = []): Html {
  const { search, searchAll } = writer.labels;
  return html`<form class="find" role="search" action="${writer.path('/search')}" aria-label="${searchAll}">
    <label class="vh" for="q">${searchAll}</label
    ><input id="q" name="q" type="search" value="${query}" maxlength="200" autocomplete="off" /><button>
      ${search}</button
    >${kinds.map((kind) => html`<input type="hidden" name="kind" value="${kind}" />`)}
  </form>`;
}
