import { folderKey, pagePath } from '../model/entry-key.js';
import { linkTarget } from '../model/links.js';
import type { Field, Model, Shape } from '../model/model.js';
import type { Html } from '../html/html.js';
import { html } from '../html/html.js';
import { markdownHtml } from '../html/markdown.js';
import { readableName } from '../words/readable-name.js';

/** What is needed of an entry to link to it. */
export interface LinkedEntry {
  singular: string;
  slug: string;
  title: string;
}

/** What the fields of a record are written with. */
export interface FieldContext {
  model: Model;
  /** Languages of the reader, best first. */
  locales: readonly string[];
  originalLocale: string;
  /** The entries that the record links to, by `folder/slug`; one that is absent is not to be seen, nor its slug. */
  linked: ReadonlyMap<string, LinkedEntry>;
}

/** The text of a localised value in the best language there is, with that language. */
export function localisedText(value: unknown, context: FieldContext): { text: string; locale: string } | null {
  if (typeof value === 'string') return { text: value, locale: context.originalLocale };
  if (typeof value !== 'object' || value === null) return null;
  const texts = value as Record<string, unknown>;
  for (const locale of [...context.locales, context.originalLocale, ...Object.keys(texts)]) {
    const text = Object.hasOwn(texts, locale) ? texts[locale] : undefined;
    if (typeof text === 'string' && text !== '') return { text, locale };
  }
  return null;
}

/** A link to an entry by its title. */
export function entryLink({ singular, slug, title }: LinkedEntry): Html {
  return html`<a href="${pagePath({ singular }, slug)}">${title}</a>`;
}

function linkedEntry(field: Field, value: string, context: FieldContext): LinkedEntry | undefined {
  const target = linkTarget(context.model, field, value);
  return target ? context.linked.get(folderKey(target.kind, target.slug)) : undefined;
}

function scalarValue(field: Field, value: unknown, context: FieldContext): Html {
  if (field.nature === 'enum') {
    const meaning = context.model.enum(field.type).values.find(({ name }) => name === value)?.description;
    return html`<span title="${meaning ?? ''}">${readableName(String(value))}</span>`;
  }
  if (typeof value === 'boolean') return html`${value ? 'yes' : 'no'}`;
  if (value instanceof Date) return html`${value.toISOString()}`;
  const text = String(value);
  return /^https?:\/\//i.test(text) ? html`<a href="${text}" rel="noreferrer">${text}</a>` : html`${text}`;
}

function oneValue(field: Field, value: unknown, context: FieldContext): Html {
  if (field.localised) {
    const found = localisedText(value, context);
    if (found === null) return html``;
    const lang = found.locale === context.locales[0] ? null : html` lang="${found.locale}"`;
    if (field.type === 'Markdown') return html`<div class="prose" ${lang}>${markdownHtml(found.text)}</div>`;
    return lang === null ? html`${found.text}` : html`<span${lang}>${found.text}</span>`;
  }
  if (field.nature === 'link') {
    const target = linkedEntry(field, String(value), context);
    return target === undefined ? html`<span class="soft">not published</span>` : entryLink(target);
  }
  if (field.nature === 'object') {
    return fieldList(context.model.shape(field.type), value as Record<string, unknown>, context);
  }
  return scalarValue(field, value, context);
}

/** Whether a record has something to show for a field: an empty list and an absent value are nothing. */
export function hasValue(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** The value of a field, whatever its nature; a list of several as a list. */
export function fieldValue(field: Field, value: unknown, context: FieldContext): Html {
  if (!Array.isArray(value)) return oneValue(field, value, context);
  const seen = value.filter((item) => field.nature !== 'link' || linkedEntry(field, String(item), context));
  const items = seen.map((item) => oneValue(field, item, context));
  return items.length === 1
    ? items[0]!
    : html`<ul>
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
}

/** Those of the fields that a record has, by name and value, in the order of the SDL. */
export function fieldList(shape: Pick<Shape, 'fields'>, record: Record<string, unknown>, context: FieldContext): Html {
  const shown = shape.fields.filter((field) => field.audience === null && hasValue(record[field.name]));
  return html`<dl class="facts">
    ${shown.map(
      (field) =>
        html`<dt title="${field.description}">${readableName(field.name)}</dt>
          <dd>${fieldValue(field, record[field.name], context)}</dd> `,
    )}
  </dl>`;
}
