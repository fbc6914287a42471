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
 * Returns a key for comparing area names: the sorted words without accents, case, footnote marks and short words, with
 * abbreviations expanded. For example, "Iran (Islamic Rep. of)*" equals "Islamic Republic of Iran". Empty for a text
 * without words.
 */
export function areaNameKey(name: string): string {
  const words = foldText(name.replace(FOOTNOTES, ' '))
    .replace(/['’`´.]/g, (mark) => (mark === '.' ? ' ' : ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !IGNORED.has(word))
    .map((word) => LONG_FORMS.get(word) ?? word);
  return words.sort().join(' ');
}
