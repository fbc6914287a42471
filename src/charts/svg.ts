type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What a text of SVG cannot have as it stands; most have none of it. */
const MEANT = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Writes an element of SVG. Attributes that are undefined are left out; numbers have at most one digit after the point. */
export function tag(name: string, attributes: Attributes, ...content: readonly string[]): string {
  let written = `<${name}`;
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (value !== undefined) written += ` ${key}="${typeof value === 'string' ? escaped(value) : short(value)}"`;
  }
  return content.length === 0 ? `${written}/>` : `${written}>${content.join('')}</${name}>`;
}

/** Returns a text with the signs escaped that mean something in SVG; what XML cannot hold is left out. */
export function escaped(text: string): string {
  if (!MEANT.test(text)) return text;
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);
}

/** What is in another language within a text. */
export interface Foreign {
  part: string;
  /** Null where it is in that of the text. */
  lang: string | null;
}

/** Lines of a text, escaped; what is in another language in them is told apart. */
export function escapedLines(lines: readonly string[], text: string, { part, lang }: Foreign): string[] {
  const from = lang === null || part === '' ? -1 : text.lastIndexOf(part);
  if (from < 0) return lines.map(escaped);
  let read = 0;
  return lines.map((line) => {
    const start = text.indexOf(line, read);
    if (start < 0) return escaped(line);
    read = start + line.length;
    const [first, last] = [from, from + part.length].map((at) => Math.min(line.length, Math.max(0, at - start)));
    const [before, within, behind] = [line.slice(0, first), line.slice(first, last), line.slice(last)].map(escaped);
    return within === '' ? escaped(line) : `${before}${tag('tspan', { lang: lang! }, within!)}${behind}`;
  });
}

/** A text for a page, escaped, in which some words are told apart as of another language, wherever they stand. */
export function escapedWithin(text: string, words: readonly string[], lang: string | null): string {
  const wanted = words.filter((each) => each !== '').toSorted((one, other) => other.length - one.length);
  if (lang === null || wanted.length === 0) return escaped(text);
  const any = wanted.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const parts = text.split(new RegExp(`(?<!\\p{L})(${any})(?!\\p{L})`, 'u'));
  return parts.map((part, at) => (at % 2 === 0 ? escaped(part) : tag('span', { lang }, escaped(part)))).join('');
}

/** Writes the coordinates of a path, from point to point. */
export function writePath(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${short(x)},${short(y)}`).join('');
}

/** A number as it is written in a drawing. */
export function short(value: string | number): string {
  return typeof value === 'string' ? value : String(Math.round(value * 10) / 10);
}
