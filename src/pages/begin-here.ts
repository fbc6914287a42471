import type { Html } from '../html/html.js';
import { html } from '../html/html.js';
import type { PageWriter } from '../html/page-writer.js';
import { NAV } from '../kinds/pages/nav.js';
import { listLabel, listLead } from '../i18n/labels.js';

/** Links to the lists of the main navigation. */
export function beginHere(writer: PageWriter): Html {
  const { words, labels } = writer;
  return html`<section aria-labelledby="begin">
    <h2 id="begin">${labels.beginHere}</h2>
    <ul class="two">
      ${NAV.map((plural) => {
        const lead = listLead(words, plural);
        return html`<li>
          <a class="t" href="${writer.path(`/${plural}`)}">${writer.localised(listLabel(words, plural))}</a>
          ${lead && html`<p>${writer.localised(lead)}</p>`}
        </li> `;
      })}
    </ul>
  </section>`;
}
