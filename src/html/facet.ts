import type { Html } from './html.js';
import { html } from './html.js';
import type { PageWriter } from './page-writer.js';

/** A value that was picked, and where the same is without it. */
export interface PickedValue {
  word: Html;
  without: string;
}

/** A value that a reader may pick, with how often it is there. */
export interface FacetOption {
  value: string;
  word: Html;
  count: number;
}

/** How many values of a filter are shown before the rest is folded. */
const UNFOLDED = 12;

/**
 * The values of one filter as boxes to tick, in a form; nothing where there are none. Those beyond the first dozen are
 * folded, but for what was picked.
 *
 * @param name in the address
 */
export function facet(
  name: string,
  { legend, options, picked }: { legend: Html; options: readonly FacetOption[]; picked: readonly string[] },
  writer: PageWriter,
): Html | false {
  if (options.length === 0) return false;
  const box = ({ value, word, count }: FacetOption) =>
    html`<label
      ><input type="checkbox" name="${name}" value="${value}" ${picked.includes(value) && html` checked`} /><span
        >${word}</span
      ><span class="num">${writer.writing.number(count)}</span></label
    >`;
  const isFolded = ({ value }: FacetOption, at: number) => at >= UNFOLDED && !picked.includes(value);
  const folded = options.filter(isFolded);
  return html`<fieldset>
    <legend>${legend}</legend>
    ${options.filter((option, at) => !isFolded(option, at)).map(box)}
    ${
      folded.length > 0 &&
      html`<details>
        <summary>${writer.labels.andMore} ${writer.writing.number(folded.length)}</summary>
        ${folded.map(box)}
      </details>`
    }
  </fieldset>`;
}

/** What was picked, each a link to the same without it, and one to all; nothing where nothing was. */
export function pickedChips(picked: readonly PickedValue[], all: string, writer: PageWriter): Html | false {
  if (picked.length === 0) return false;
  const { removeFilter, clear } = writer.labels;
  return html`<p class="picked">
    ${picked.map(
      ({ word, without }) =>
        html`<a class="chip" href="${without}"
          ><span class="vh">${removeFilter}${writer.writing.colon} </span>${word}</a
        > `,
    )}
    <a href="${all}">${clear}</a>
  </p>`;
}
