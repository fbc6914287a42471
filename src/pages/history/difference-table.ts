import { type Html, html, joinHtml } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import { renderLangAttribute } from '../../html/page-shell.js';
import { type Field, findField, type Kind, type Model, type Shape } from '../../model/model.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import { enumLabelHtml } from '../../kinds/pages/enum-label.js';
import { hasValue } from '../entry/render-value.js';

/** A value that differs between two revisions of an entry. */
export interface RevisionDifference {
  /** Names of fields, list indexes, and the locale of a text, as in `["sessions", "1", "title", "fr"]`. */
  path: readonly string[];
  before: unknown;
  after: unknown;
  words: readonly { state: 'SAME' | 'REMOVED' | 'ADDED'; text: string }[] | null;
}

/** Renders the differences between two revisions by field. Changed words are marked. */
export function differenceTable(
  changes: readonly RevisionDifference[],
  { model, kind, writer }: { model: Model; kind: Kind; writer: PageWriter },
): Html {
  const { field, before, after, noDifference } = writer.labels;
  if (changes.length === 0) return html`<p>${noDifference}</p>`;
  return html`<table class="stack">
    <thead>
      <tr>
        <th scope="col">${field}</th>
        <th scope="col">${before}</th>
        <th scope="col">${after}</th>
      </tr>
    </thead>
    <tbody>
      ${changes.map((change) => {
        const location = locateChange(change.path, kind, model);
        return html`<tr>
          <th scope="row">${renderLocation(location, kind, writer)}</th>
          <td data-l="${before}" ${renderLangAttribute(location.locale)}>
            ${renderSide(change, 'REMOVED', location.field, writer)}
          </td>
          <td data-l="${after}" ${renderLangAttribute(location.locale)}>
            ${renderSide(change, 'ADDED', location.field, writer)}
          </td>
        </tr> `;
      })}
    </tbody>
  </table>`;
}

interface ChangeLocation {
  fieldPath: readonly string[];
  field: Field | null;
  locale: string | null;
}

function locateChange(path: readonly string[], kind: Kind, model: Model): ChangeLocation {
  const fieldPath: string[] = [];
  let shape: Shape | null = kind;
  let field: Field | null = null;
  let locale: string | null = null;
  for (const part of path) {
    const nextField: Field | undefined = shape ? findField(shape, part) : undefined;
    if (nextField) {
      field = nextField;
      shape = nextField.category === 'object' ? model.shape(nextField.type) : null;
      fieldPath.push(part);
    } else if (/^\d+$/.test(part)) fieldPath.push(part);
    else if (model.locales.includes(part)) locale = part;
  }
  return { fieldPath, field, locale };
}

/** Renders the location of a change, as in "Sessions 2, Name, French". */
function renderLocation({ fieldPath, locale }: ChangeLocation, kind: Kind, writer: PageWriter): Html {
  const locationParts = fieldPath.map((step, index) => {
    const isIndex = /^\d+$/.test(step);
    const content = isIndex
      ? html`${writer.format.number(Number(step) + 1)}`
      : writer.localised(fieldLabel(writer.messages, kind.name, step));
    return html`${index > 0 && (isIndex ? ' ' : ', ')}${content}`;
  });
  return html`${locationParts}${locale !== null && `, ${writer.format.language(locale)}`}`;
}

function renderSide(
  { before, after, words }: RevisionDifference,
  state: 'REMOVED' | 'ADDED',
  field: Field | null,
  writer: PageWriter,
): Html {
  if (words) {
    const shownSequences = words.filter((run) => run.state === 'SAME' || run.state === state);
    return html`${shownSequences.map((run) => {
      if (run.state === 'SAME') return html`${run.text}`;
      return state === 'ADDED' ? html`<ins>${run.text}</ins>` : html`<del>${run.text}</del>`;
    })}`;
  }
  return renderPlainValue(state === 'ADDED' ? after : before, field, writer);
}

function renderPlainValue(value: unknown, field: Field | null, writer: PageWriter): Html {
  if (!hasValue(value)) return html`–`;
  if (Array.isArray(value)) {
    return joinHtml(value.map((item) => renderPlainValue(item, field, writer)));
  }
  if (typeof value === 'object') {
    const nonEmptyValues = Object.values(value!).filter(hasValue);
    return joinHtml(
      nonEmptyValues.map((item) => renderPlainValue(item, null, writer)),
      ' · ',
    );
  }
  if (typeof value === 'boolean') return html`${value ? writer.messages.form.yes : writer.messages.form.no}`;
  if (typeof value === 'number') return html`${writer.format.number(value)}`;
  const text = String(value);
  if (field?.category === 'enum') return enumLabelHtml(text, field.type, writer);
  return field?.type === 'PartialDate' ? writer.date(text) : html`${text}`;
}
