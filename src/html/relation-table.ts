import { type Html, html } from './html.js';
import type { PageWriter } from './page-writer.js';

interface DotRow {
  title: Html;
  dots: readonly boolean[];
}

/** Renders a table with a dot in the cell of each related row and column. `label` is the accessible name. */
export function relationTable(
  { label, columns, rows }: { label: string; columns: readonly Html[]; rows: readonly DotRow[] },
  writer: PageWriter,
): Html {
  const { yes, no } = writer.messages.form;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">
    <table class="dots">
      <thead>
        <tr>
          <td></td>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ title, dots }) =>
            html`<tr>
              <th scope="row">${title}</th>
              ${dots.map((isRelated) =>
                isRelated
                  ? html`<td><span class="dot" role="img" aria-label="${yes}"></span></td>`
                  : html`<td><span class="nodot" role="img" aria-label="${no}"></span></td>`,
              )}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
