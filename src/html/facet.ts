import { type Html, html } from './html.js';
import type { PageWriter } from './page-writer.js';

/** A selected filter value, and the path of the page without it. */
export interface SelectedValue {
  label: Html;
  removePath: string;
}

/** A filter value, with the number of entries that have it. */
export interface FacetOption {
  value: string;
  label: Html;
  count: number;
}

/** Number of filter values to show; further ones are collapsed. */
const MAX_SHOWN = 12;

/**
 * Renders the checkboxes of a filter; false if it has no values. Collapses all but the first values and the
 * selected ones.
 * @param name  name of the URL parameter
 */
export function facetCheckboxes(
  name: string,
  { legend, options, picked }: { legend: Html; options: readonly FacetOption[]; picked: readonly string[] },
  writer: PageWriter,
): Html | false {
  if (options.length === 0) return false;
  const checkbox = ({ value, label, count }: FacetOption) =>
    html`<label
      ><input type="checkbox" name="${name}" value="${value}" ${picked.includes(value) && html` checked`} /><span
        >${label}</span
      ><span class="num">${writer.format.number(count)}</span></label
    >`;
  const isCollapsed = ({ value }: FacetOption, index: number) => index >= MAX_SHOWN && !picked.includes(value);
  const collapsedOptions = options.filter(isCollapsed);
  return html`<fieldset>
    <legend>${legend}</legend>
    ${options.filter((option, index) => !isCollapsed(option, index)).map(checkbox)}
    ${
      collapsedOptions.length > 0 &&
      html`<details>
        <summary>${writer.labels.showMore({ count: writer.format.number(collapsedOptions.length) })}</summary>
        ${collapsedOptions.map(checkbox)}
      </details>`
    }
  </fieldset>`;
}

/** Renders the selected values, each with a link to remove it, and a link to `clearPath`. False if there are none. */
export function selectedChips(selected: readonly SelectedValue[], clearPath: string, writer: PageWriter): Html | false {
  if (selected.length === 0) return false;
  const { removeFilter, clear } = writer.labels;
  return html`<p class="picked">
    ${selected.map(
      ({ label, removePath }) =>
        html`<a class="chip" href="${removePath}"
          ><span class="vh">${removeFilter}${writer.format.colon} </span>${label}</a
        > `,
    )}
    <a href="${clearPath}">${clear}</a>
  </p>`;
}
