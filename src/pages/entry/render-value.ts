import { type Html, html } from '../../html/html.js';
import { renderMarkdown } from '../../html/markdown.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { renderLangAttribute } from '../../html/page-shell.js';
import { externalLink } from '../../html/external-link.js';
import type { Field } from '../../model/model.js';
import { enumLabelHtml } from '../../kinds/pages/enum-label.js';
import type { LocalisedText } from '../../i18n/localised-text.js';
import { isDisplayable } from './displayed-fields.js';
import type { EntryScope } from './entry-page-data.js';
import type { EntryValues } from '../../kinds/pages/page-part.js';

const UNIT_FIELD = 'unit';
/** Pattern of codes and keys, which have no language. */
const CODE_PATTERN = /^[A-Z\d]{1,4}(?:[-/.][A-Z\d]+)*$/;

/** Whether a value is not empty. Lists and objects are searched recursively. */
export function hasValue(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (Array.isArray(value)) return value.some(hasValue);
  return typeof value !== 'object' || Object.values(value).some(hasValue);
}

/** Whether a value is a code or key, such as `IT`, which has no language. */
export function isLanguageNeutral(field: Field, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return field.type === 'AreaCode' || field.type === 'Slug' || (field.type === 'String' && CODE_PATTERN.test(value));
}

/** Renders the value at a path, such as `sessions[0].title`, in the page's locale. List items are joined by commas. */
export function valueHtml(field: Field, value: unknown, path: string, scope: EntryScope): Html {
  if (!Array.isArray(value)) return renderValue(field, value, path, scope);
  const items = value
    .map((item, index) => ({ item: item as unknown, at: index }))
    .filter(({ item }) => hasValue(item))
    .map(({ item, at: index }) => renderValue(field, item, `${path}[${index}]`, scope));
  return html`${items.map((item, index) => html`${index > 0 && ', '}${item}`)}`;
}

function renderValue(field: Field, value: unknown, path: string, scope: EntryScope): Html {
  const { writer, model } = scope;
  if (!hasValue(value)) return html``;
  if (field.category === 'link') return writer.link(value as LinkedEntry);
  if (field.category === 'enum') return enumLabelHtml(String(value), field.type, writer);
  if (field.category === 'object')
    return renderObject(model.shape(field.type).fields, value as EntryValues, path, scope);
  const text = String(value);
  switch (field.type) {
    case 'Markdown':
      return markdownValue(scope.text(path, text), writer);
    case 'Boolean':
      return html`${value === true ? writer.messages.form.yes : writer.messages.form.no}`;
    case 'Int':
    case 'Float':
      return html`${writer.format.number(value as number)}`;
    case 'PartialDate':
    case 'DateTime':
      return writer.date(text);
    case 'Period':
      return html`${writer.format.period(text)}`;
    case 'Duration':
      return html`${writer.format.duration(text)}`;
    case 'Language':
      return html`${writer.format.language(text)}`;
    case 'URL':
      return externalLink(text);
    default:
      if (field.localised) return writer.localised(scope.text(path, text));
      if (field.name === UNIT_FIELD) return writer.unit(text);
      if (isLanguageNeutral(field, value)) return html`${text}`;
      // Lists of names, which can be in any language, have an unknown language.
      return field.list ? html`<span lang="">${text}</span>` : writer.localised({ text, lang: scope.originalLang });
  }
}

function markdownValue({ text, lang }: LocalisedText, writer: PageWriter): Html {
  return html`${writer.languageBadge(lang)}
    <div class="prose" ${renderLangAttribute(lang)}>${renderMarkdown(text)}</div>`;
}

function renderObject(fields: readonly Field[], value: EntryValues, path: string, scope: EntryScope): Html {
  const isSpan = fields.length === 2 && fields.every(({ type }) => type === 'PartialDate');
  if (isSpan) return scope.writer.dateSpan(value);
  const fieldsWithValue = fields.filter((field) => isDisplayable(field) && hasValue(value[field.name]));
  return html`${fieldsWithValue.map((field, index) => html`${index > 0 && ' · '}${valueHtml(field, value[field.name], `${path}.${field.name}`, scope)}`)}`;
}
