import { expect, test } from '@jest/globals';
import { PageWriter } from '../../src/html/page-writer.js';
import { html } from '../../src/html/html.js';
import type { Tier } from '../../src/kinds/pages/penalties.js';
import { highestPenalty, penalties } from '../../src/kinds/pages/penalties.js';
import { LANGUAGES, wordsIn } from '../../src/words/catalogue.js';

const NONE = { offence: 'Any', minYears: null, maxYears: null, life: null, fine: null, condition: null };
const TIERS: readonly Tier[] = [
  { ...NONE, maxYears: 3 },
  { ...NONE, minYears: 15, life: true },
  { ...NONE, life: true },
  { ...NONE, minYears: 20, maxYears: 30 },
  // In French and German there is no room behind it.
  { ...NONE, minYears: 17.25, life: true },
];
/** Of a bold letter of twelve pixels, about. */
const LETTER = 6.7;

function writerIn(locale: string): PageWriter {
  return new PageWriter(wordsIn([locale]), { origin: '', locale, path: '/law/any', search: new URLSearchParams() });
}

test('the highest penalty of a law is told in words', () => {
  const highest = (...tiers: Partial<Tier>[]) =>
    highestPenalty(
      tiers.map((tier) => ({ ...NONE, ...tier })),
      writerIn('en'),
    );
  expect(highest({ maxYears: 1 })).toBe('up to 1 year in prison');
  expect(highest({ minYears: 0.25, maxYears: 0.5 })).toBe('up to 0.5 years in prison');
  expect(highest({ maxYears: 10 }, { maxYears: 5 }, { minYears: 5 })).toBe(
    'up to 10 years in prison, graver offences aside',
  );
  expect(highest({ maxYears: 5 }, { minYears: 10, life: true })).toBe('up to life in prison');
  // What is not known is not made up.
  expect(highest({ minYears: 2 }, {})).toBeNull();
  expect(highest()).toBeNull();
  expect(highest({ maxYears: 6 }, {})).toBe('up to 6 years in prison, graver offences aside');
  expect(highest({}, { maxYears: 8 })).toBe('up to 8 years in prison');
});

test('the highest penalty of a law is told in each language', () => {
  const said = (tier: Partial<Tier>) =>
    LANGUAGES.map((locale) => highestPenalty([{ ...NONE, ...tier }], writerIn(locale)));
  expect(said({ maxYears: 5 })).toEqual([
    'up to 5 years in prison',
    'jusqu’à 5 ans d’emprisonnement',
    'bis zu 5 Jahren Freiheitsstrafe',
    'hasta 5 años de prisión',
    'fino a 5 anni di reclusione',
  ]);
  expect(said({ maxYears: 1 })).toEqual([
    'up to 1 year in prison',
    'jusqu’à 1 an d’emprisonnement',
    'bis zu 1 Jahr Freiheitsstrafe',
    'hasta 1 año de prisión',
    'fino a 1 anno di reclusione',
  ]);
  expect(said({ life: true })).toEqual([
    'up to life in prison',
    'jusqu’à la perpétuité',
    'bis zu lebenslanger Freiheitsstrafe',
    'hasta la cadena perpetua',
    'fino all’ergastolo',
  ]);
});

test.each(LANGUAGES)('what is said of a penalty stands beside its bar, whole, in %s', (locale) => {
  const writer = writerIn(locale);
  const page = penalties(TIERS, { writer, said: (_path, text) => html`${text}` }).text;
  const width = Number(/viewBox="0 0 (\d+) 26"/.exec(page)![1]);
  const bars = [...page.matchAll(/<rect class="b2" x="([\d.]+)"[^>]*width="([\d.]+)"[\s\S]*?<\/svg>/g)];
  expect(bars).toHaveLength(TIERS.length);
  for (const [at, [bar = '', from = '', wide = '']] of bars.entries()) {
    const [, x = '', end = '', text = ''] = /<text class="v" x="([\d.]+)" y="18"( text-anchor="end")?>([^<]+)</.exec(
      bar,
    )!;
    const left = end === '' ? Number(x) : Number(x) - text.length * LETTER;
    const [right, arrow] = [left + text.length * LETTER, TIERS[at]!.life ? 10 : 0];
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    if (end === '') expect(left).toBeGreaterThan(Number(from) + Number(wide) + arrow);
    else expect(right).toBeLessThan(Number(from));
  }
});
