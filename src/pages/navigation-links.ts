import { type Html, html } from '../html/html.js';
import type { PageWriter } from '../html/page-writer.js';
import { NAVIGATION_LISTS } from '../kinds/pages/navigation.js';
import { listLabel, listIntroduction } from '../i18n/kind-labels.js';

/** Renders links to the lists of the main navigation. */
export function navigationLinks(writer: PageWriter): Html {
  const { messages, labels } = writer;
  return html`<section aria-labelledby="begin">
    <h2 id="begin">${labels.beginHere}</h2>
    <ul class="two">
      ${NAVIGATION_LISTS.map((plural) => {
        const introduction = listIntroduction(messages, plural);
        return html`<li>
          <a class="t" href="${writer.path(`/${plural}`)}">${writer.localised(listLabel(messages, plural))}</a>
          ${introduction && html`<p>${writer.localised(introduction)}</p>`}
        </li> `;
      })}
    </ul>
  </section>`;
}
