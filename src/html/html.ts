/** Escaped HTML. */
export class Html {
  constructor(readonly text: string) {}
}

/**
 * A value interpolated into an `html` template. Strings are escaped, `Html` is inserted verbatim, lists are
 * concatenated. Nullish values and false render nothing.
 */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

const SPECIAL_CHARACTER = /[&<>"']/;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes a text for use in elements and quoted attributes. */
function escapeHtml(text: string): string {
  // Fast path: most texts need no escaping.
  if (!SPECIAL_CHARACTER.test(text)) return text;
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

function renderValue(value: HtmlValue): string {
  if (value instanceof Html) return value.text;
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) {
    let text = '';
    for (const item of value) text += renderValue(item as HtmlValue);
    return text;
  }
  return escapeHtml(String(value));
}

/** Cached parts of templates, without indentation. */
const PARTS_CACHE = new WeakMap<TemplateStringsArray, readonly string[]>();

function splitTemplate(template: TemplateStringsArray): readonly string[] {
  const cachedParts = PARTS_CACHE.get(template);
  if (cachedParts) return cachedParts;
  const templateParts = template.map((part) => part.replace(/\s*\n\s*/g, '\n'));
  PARTS_CACHE.set(template, templateParts);
  return templateParts;
}

/** Renders a template literal as HTML, and escapes the values. Attributes must be quoted. */
export function html(template: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const templateParts = splitTemplate(template);
  let text = templateParts[0]!;
  for (let index = 0; index < values.length; index += 1) text += renderValue(values[index]) + templateParts[index + 1]!;
  return new Html(text);
}

/** Joins parts with a separator. */
export function joinHtml(parts: readonly Html[], separator = ', '): Html {
  return html`${parts.map((part, index) => html`${index > 0 && separator}${part}`)}`;
}
