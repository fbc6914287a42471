import type { OtherLanguageTexts } from '../i18n/other-language-texts.js';
import type { LocalisedText } from '../i18n/localised-text.js';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Characters to escape or remove. Most texts contain none. */
const SPECIAL_CHARACTER = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Renders an SVG element. Skips undefined attributes; numbers have one decimal at most. `content` must be escaped. */
export function svgElement(name: string, attributes: Attributes, ...content: readonly string[]): string {
  let markup = `<${name}`;
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (value !== undefined)
      markup += ` ${key}="${typeof value === 'string' ? escapeSvg(value) : formatCoordinate(value)}"`;
  }
  return content.length === 0 ? `${markup}/>` : `${markup}>${content.join('')}</${name}>`;
}

/** Escapes a text for SVG, and removes characters that are invalid in XML. */
export function escapeSvg(text: string): string {
  if (!SPECIAL_CHARACTER.test(text)) return text;
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);
}

/** Escapes the lines of a text for SVG, and marks the language of parts in other languages. */
export function escapeSvgLines(lines: readonly string[], text: string, foreign: OtherLanguageTexts): string[] {
  const textParts = foreign.split(text);
  if (textParts.length < 2) return lines.map(escapeSvg);
  let position = 0;
  return lines.map((line) => {
    const start = text.indexOf(line, position);
    if (start < 0) return escapeSvg(line);
    position = start + line.length;
    let offset = 0;
    const lineParts = textParts.map((part) => {
      const [from, to] = [offset - start, offset + part.text.length - start];
      offset += part.text.length;
      return writePart('tspan', { ...part, text: line.slice(Math.max(0, from), Math.max(0, to)) });
    });
    return lineParts.join('');
  });
}

/** Escapes a text for HTML, and marks the language of parts in other languages. */
export function escapeHtmlWithLanguages(text: string, foreign: OtherLanguageTexts): string {
  return foreign
    .split(text)
    .map((part) => writePart('span', part))
    .join('');
}

function writePart(name: 'tspan' | 'span', { text, lang }: LocalisedText): string {
  return lang === null || text === '' ? escapeSvg(text) : svgElement(name, { lang }, escapeSvg(text));
}

/** Returns the `d` attribute of an SVG path through points. Steps are relative, because those compress better. */
export function pathData(points: readonly (readonly [x: number, y: number])[]): string {
  const tenths = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const);
  return tenths
    .map(([x, y], index) => {
      const [left, top] = tenths[index - 1] ?? [0, 0];
      return `${index === 0 ? 'M' : 'l'}${(x - left) / 10},${(y - top) / 10}`;
    })
    .join('');
}

/** Formats a number with at most one decimal. */
export function formatCoordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}
