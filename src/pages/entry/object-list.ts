import { entryChips } from '../../html/entry-lists.js';
import { type Html, html } from '../../html/html.js';
import type { LinkedEntry } from '../../html/page-writer.js';
import type { Field, Shape } from '../../model/model.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import { enumMatrix } from './enum-matrix.js';
import type { EntryScope } from './entry-page-data.js';
import type { EntryValues } from '../../kinds/pages/page-part.js';
import { isPairOfEnums, isDisplayable } from './displayed-fields.js';
import { hasValue, valueHtml } from './render-value.js';

/** Renders objects: pairs of enums as a matrix, objects with a title as a numbered list, others as a table. */
export function objectList(field: Field, items: readonly EntryValues[], scope: EntryScope): Html {
  const shape = scope.model.shape(field.type);
  if (isPairOfEnums(shape)) return enumMatrix(field, items, scope);
  if (shape.fields.some(({ name, localised }) => name === 'title' && localised))
    return numberedList(field, items, scope);
  return objectTable(field, items, scope);
}

/** Renders a numbered list of objects: title, texts and links as chips. All texts but the first are labelled. */
function numberedList(field: Field, items: readonly EntryValues[], scope: EntryScope): Html {
  const { writer, model } = scope;
  const { fields } = model.shape(field.type);
  const title = fields.find(({ name }) => name === 'title')!;
  const otherFields = fields.filter(
    (candidate) => candidate !== title && candidate.type !== 'Citation' && isDisplayable(candidate),
  );
  const firstTextField = otherFields.find(({ localised }) => localised);
  const label = (itemField: Field) =>
    itemField !== firstTextField &&
    html`<span class="soft"
      >${writer.localised(fieldLabel(writer.messages, field.type, itemField.name))}${writer.format.colon}
    </span>`;
  return html`<ol class="refs big-rows">
    ${items.map((item, index) => {
      const path = (name: string) => `${field.name}[${index}].${name}`;
      const fieldsWithValue = otherFields.filter(({ name }) => hasValue(item[name]));
      const links = fieldsWithValue.filter(({ category, list }) => category === 'link' && list);
      const texts = fieldsWithValue.filter((candidate) => !links.includes(candidate));
      const linkedEntries = links.flatMap(({ name }) => item[name] as LinkedEntry[]);
      return html`<li>
        <b>${writer.localised(scope.text(path('title'), String(item['title'])))}</b>
        ${texts.map((textField) => html`<br />${label(textField)}${valueHtml(textField, item[textField.name], path(textField.name), scope)}`)}
        ${linkedEntries.length > 0 && entryChips(linkedEntries, writer)}
      </li> `;
    })}
  </ol>`;
}

/** Renders a table of objects, sorted by date, with a column for each field that has a value. */
function objectTable(field: Field, items: readonly EntryValues[], scope: EntryScope): Html {
  const { writer, kind, model } = scope;
  const rows = sortByDate(items, model.shape(field.type));
  const columns = model
    .shape(field.type)
    .fields.filter(
      (candidate) =>
        isDisplayable(candidate) &&
        candidate.type !== 'Citation' &&
        rows.some(({ item }) => hasValue(item[candidate.name])),
    );
  const title = fieldLabel(writer.messages, kind.name, field.name);
  const isNumber = ({ type, list }: Field) => !list && (type === 'Float' || type === 'Int');
  const label = (column: Field) => fieldLabel(writer.messages, field.type, column.name);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${title.text}">
    <table class="stack">
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" ${isNumber(column) && html` class="n"`}>${writer.localised(label(column))}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ item, index: at }) =>
            html`<tr>
              ${columns.map((column, index) => {
                const value = valueHtml(column, item[column.name], `${field.name}[${at}].${column.name}`, scope);
                if (index === 0) return html`<th scope="row">${value}</th>`;
                const name = hasValue(item[column.name]) && html` data-l="${label(column).text}"`;
                return html`<td${isNumber(column) && html` class="n"`}${name}>${value}</td>`;
              })}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Returns the items with their original indexes, sorted by their first date field, latest first. */
function sortByDate(items: readonly EntryValues[], { fields }: Shape): readonly { item: EntryValues; index: number }[] {
  const indexedItems = items.map((item, index) => ({ item, index }));
  const dateField = fields.find(({ type, list }) => type === 'PartialDate' && !list);
  if (!dateField) return indexedItems;
  const sortKey = ({ item }: { item: EntryValues }) => String(item[dateField.name] ?? '');
  return indexedItems.toSorted((a, b) => (sortKey(a) < sortKey(b) ? 1 : sortKey(a) > sortKey(b) ? -1 : 0));
}
