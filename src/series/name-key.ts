import { foldText } from '../model/fold-text.js';

const FOOTNOTES = /[*^†‡#¹²³⁰-⁹]+|\[\w{1,2}\]|\(\d{1,2}\)/gu;
const IGNORED = new Set(['the', 'of', 'and', 'route']);
const LONG_FORMS: ReadonlyMap<string, string> = new Map([
  ['rep', 'republic'],
  ['dem', 'democratic'],
  ['fed', 'federated'],
  ['st', 'saint'],
  ['sts', 'states'],
  ['is', 'islands'],
  ['isl', 'islands'],
  ['prov', 'province'],
]);

/**
 * What is compared of a name of an area: its words without accents, case, footnote marks, articles and order, with
 * common abbreviations written out, so that "Iran (Islamic Rep. of)*" and "Islamic Republic of Iran" are one name.
 * Empty for a text without words.
 */
export function nameKey(name: string): string {
  const words = foldText(name.replace(FOOTNOTES, ' '))
    .replace(/['’`´.]/g, (mark) => (mark === '.' ? ' ' : ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !IGNORED.has(word))
    .map((word) => LONG_FORMS.get(word) ?? word);
  return words.sort().join(' ');
}
