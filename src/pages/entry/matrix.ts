import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import type { Field } from '../../model/model.js';
import { fieldLabel, valueLabel } from '../../words/labels.js';
import type { EntryScope, Values } from './page-entry.js';

/** Pairs of two enums as a table of both: a dot where there is the pair. Values that no pair has are left out. */
export function matrix(field: Field, pairs: readonly Values[], { model, kind, writer }: EntryScope): Html {
  const [down, across] = model.shape(field.type).fields as [Field, Field];
  const valuesOf = ({ name, type }: Field) =>
    model.enum(type).values.filter((value) => pairs.some((pair) => pair[name] === value.name));
  const columns = valuesOf(across);
  const has = (row: string, column: string | null) =>
    pairs.some((pair) => pair[down.name] === row && (pair[across.name] ?? null) === column);
  const word = ({ type }: Field, value: string) => writer.said(valueLabel(writer.words, value, type));
  const title = fieldLabel(writer.words, kind.name, field.name);
  if (columns.length === 0) {
    return html`<ul class="two">
      ${valuesOf(down).map(({ name }) => html`<li>${word(down, name)}</li>`)}
    </ul>`;
  }
  const { yes, no } = writer.words.form;
  const dot = (there: boolean) =>
    there
      ? html`<span class="dot" role="img" aria-label="${yes}"></span>`
      : html`<span class="nodot" role="img" aria-label="${no}"></span>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${title.text}">
    <table class="dots">
      <thead>
        <tr>
          <td></td>
          ${columns.map(({ name }) => html`<th scope="col">${word(across, name)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${valuesOf(down).map(
          ({ name: row }) =>
            html`<tr>
              <th scope="row">${word(down, row)}</th>
              ${columns.map(({ name }) => html`<td>${dot(has(row, name) || has(row, null))}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
