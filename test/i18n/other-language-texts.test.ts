import { expect, test } from '@jest/globals';
import { OtherLanguageTexts } from '../../src/i18n/other-language-texts.js';

const texts = new OtherLanguageTexts([
  ["Demandeurs d'asile, total", null],
  ['All citizenships', 'en'],
  ['All', 'en'],
  ['Total', 'en'],
  ['persons (all)', 'en'],
]);

/** Returns a text with brackets around the parts in another language. */
function markForeign(text: string): string {
  return texts
    .split(text)
    .map((part) => (part.lang === null ? part.text : `[${part.lang} ${part.text}]`))
    .join('');
}

test('OtherLanguageTexts splits a composed text by language, preferring the longest known text', () => {
  expect(markForeign('Italie, All citizenships')).toBe('Italie, [en All citizenships]');
  expect(markForeign('All citizenships (persons (all))')).toBe('[en All citizenships] ([en persons (all)])');
});

test('OtherLanguageTexts matches known texts as whole words, ignoring case', () => {
  expect(markForeign('Totalement. Persons (all).')).toBe('Totalement. [en Persons (all)].');
  expect(markForeign("Demandeurs d'asile, total (Total)")).toBe("Demandeurs d'asile, total ([en Total])");
});

test('OtherLanguageTexts returns the language of a complete text', () => {
  expect(['All', 'all', 'Allemagne', "Demandeurs d'asile, total"].map((text) => texts.langOf(text))).toEqual([
    'en',
    'en',
    null,
    null,
  ]);
  expect(markForeign('All')).toBe('[en All]');
});
