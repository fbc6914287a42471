import { memoise } from '../memoise.js';

/** Character widths relative to the font size. Each is the maximum of common sans serif fonts. */
const CHARACTER_WIDTHS: readonly [RegExp, number][] = [
  [/[iljI.,:;'|!’]/, 0.34],
  [/[ftr()[\]\-/ ]/, 0.41],
  [/[mwMW@%—…]/, 0.98],
  [/[A-ZÀ-Þ&]/, 0.7],
  [/[0-9+–=×]/, 0.64],
];
const DEFAULT_WIDTH = 0.62;
const BOLD_FACTOR = 1.13;
/** White space at which lines can break. Excludes the no-break spaces in numbers and before French punctuation. */
const BREAKING_SPACE = /[^\S\u00a0\u202f]+/;

/** Memoised by character, because texts are measured often. */
const characterWidth = memoise(
  (character) => CHARACTER_WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? DEFAULT_WIDTH,
  2000,
);

/** Estimates the width of a text in pixels. The estimate is an upper bound. */
export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * size * (isBold ? BOLD_FACTOR : 1);
}

/** Wraps a text to a width in pixels. Breaks words that are wider. */
export function wrapText(text: string, width: number, size: number, isBold = false): string[] {
  const fits = (line: string) => textWidth(line, size, isBold) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAKING_SPACE).flatMap((token) => breakWord(token, fits))) {
    const extendedLine = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(extendedLine)) line = extendedLine;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function breakWord(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const wordParts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && !fits(part + character)) {
      wordParts.push(part);
      part = '';
    }
    part += character;
  }
  return [...wordParts, part];
}
