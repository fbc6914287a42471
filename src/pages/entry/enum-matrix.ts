import { relationTable } from '../../html/relation-table.js';
import { type Html, html } from '../../html/html.js';
import type { Field } from '../../model/model.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import { enumLabelHtml } from '../../kinds/pages/enum-label.js';
import type { EntryScope } from './entry-page-data.js';
import type { EntryValues } from '../../kinds/pages/page-part.js';

/** Renders pairs of enums as a table with dots. A pair without a second value has a dot in every column. */
export function enumMatrix(field: Field, pairs: readonly EntryValues[], { model, kind, writer }: EntryScope): Html {
  const [rowField, columnField] = model.shape(field.type).fields as [Field, Field];
  const usedValues = ({ name, type }: Field) =>
    model.enum(type).values.filter((value) => pairs.some((pair) => pair[name] === value.name));
  const columns = usedValues(columnField);
  const hasPair = (row: string, column: string | null) =>
    pairs.some((pair) => pair[rowField.name] === row && (pair[columnField.name] ?? null) === column);
  const renderLabel = ({ type }: Field, value: string) => enumLabelHtml(value, type, writer);
  const title = fieldLabel(writer.messages, kind.name, field.name);
  if (columns.length === 0) {
    return html`<ul class="two">
      ${usedValues(rowField).map(({ name }) => html`<li>${renderLabel(rowField, name)}</li>`)}
    </ul>`;
  }
  return relationTable(
    {
      label: title.text,
      columns: columns.map(({ name }) => renderLabel(columnField, name)),
      rows: usedValues(rowField).map(({ name: row }) => ({
        title: renderLabel(rowField, row),
        dots: columns.map(({ name }) => hasPair(row, name) || hasPair(row, null)),
      })),
    },
    writer,
  );
}
