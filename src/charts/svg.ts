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

/** Writes the coordinates of a path, from point to point. */
export function writePath(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${short(x)},${short(y)}`).join('');
}

/** A number as it is written in a drawing. */
export function short(value: string | number): string {
  return typeof value === 'string' ? value : String(Math.round(value * 10) / 10);
}
