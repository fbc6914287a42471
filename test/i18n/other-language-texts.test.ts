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

test('a composed text is split by language, the longest part first', () => {
  expect(markForeign('Italie, All citizenships')).toBe('Italie, [en All citizenships]');
  expect(markForeign('All citizenships (persons (all))')).toBe('[en All citizenships] ([en persons (all)])');
});

test('parts are complete words, start like sentences, and exclude texts of the page', () => {
  expect(markForeign('Totalement. Persons (all).')).toBe('Totalement. [en Persons (all)].');
  expect(markForeign("Demandeurs d'asile, total (Total)")).toBe("Demandeurs d'asile, total ([en Total])");
});

test('a complete text has its own language', () => {
  expect(['All', 'all', 'Allemagne', "Demandeurs d'asile, total"].map((text) => texts.langOf(text))).toEqual([
    'en',
    'en',
    null,
    null,
  ]);
  expect(markForeign('All')).toBe('[en All]');
});
