import { relationTable } from '../../html/relation-table.js';
import { type Html, html } from '../../html/html.js';
import type { Field } from '../../model/model.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import { enumLabelHtml } from '../../kinds/pages/enum-label.js';
import type { EntryScope } from './entry-page-data.js';
import type { EntryValues } from '../../kinds/pages/page-part.js';

/** Renders pairs of enums as a table with dots. A pair without a second value has a dot in every column. */
export function enumMatrix(field: Field, pairs: readonly EntryValues[], { model, kind, writer }: EntryScope): Html {
  const [down, across] = model.shape(field.type).fields as [Field, Field];
  const findValues = ({ name, type }: Field) =>
    model.enum(type).values.filter((value) => pairs.some((pair) => pair[name] === value.name));
  const columns = findValues(across);
  const has = (row: string, column: string | null) =>
    pairs.some((pair) => pair[down.name] === row && (pair[across.name] ?? null) === column);
  const word = ({ type }: Field, value: string) => enumLabelHtml(value, type, writer);
  const title = fieldLabel(writer.messages, kind.name, field.name);
  if (columns.length === 0) {
    return html`<ul class="two">
      ${findValues(down).map(({ name }) => html`<li>${word(down, name)}</li>`)}
    </ul>`;
  }
  return relationTable(
    {
      label: title.text,
      columns: columns.map(({ name }) => word(across, name)),
      rows: findValues(down).map(({ name: row }) => ({
        title: word(down, row),
        dots: columns.map(({ name }) => has(row, name) || has(row, null)),
      })),
    },
    writer,
  );
}
