import { memoise } from '../memoise.js';

/** The widths of characters relative to the font size, at the widest of the common sans serif fonts. */
const WIDTHS: readonly [RegExp, number][] = [
  [/[iljI.,:;'|!’]/, 0.34],
  [/[ftr()[\]\-/ ]/, 0.41],
  [/[mwMW@%—…]/, 0.98],
  [/[A-ZÀ-Þ&]/, 0.7],
  [/[0-9+–=×]/, 0.64],
];
const OTHER = 0.62;
const BOLD = 1.13;
/** Where a line may end: not within a number, or before the punctuation that French separates. */
const BREAKS = /[^\S\u00a0\u202f]+/;

/** There are few characters, and texts are measured often. */
const signWidth = memoise((sign) => WIDTHS.find(([signs]) => signs.test(sign))?.[1] ?? OTHER, 2000);

/** Estimates the width of a text in pixels, never less than in a browser. */
export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width * size * (isBold ? BOLD : 1);
}

/** Wraps a text at a width in pixels; a wider word is broken. */
export function wrapText(text: string, width: number, size: number, isBold = false): string[] {
  const fits = (line: string) => textWidth(line, size, isBold) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAKS).flatMap((each) => broken(each, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function broken(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const sign of word) {
    if (part !== '' && !fits(part + sign)) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
}
