import { expect, test } from '@jest/globals';
import { PageWriter } from '../../src/html/page-writer.js';
import { html } from '../../src/html/html.js';
import { penaltyBars, type TierValues } from '../../src/kinds/pages/penalties.js';
import { LOCALES } from '../../src/i18n/locales.js';
import { messagesFor } from '../../src/i18n/messages-for.js';

const NONE = { offence: 'Any', isBasic: null, minYears: null, maxYears: null, life: null, fine: null, condition: null };
const TIERS: readonly TierValues[] = [
  { ...NONE, maxYears: 3 },
  { ...NONE, minYears: 15, life: true },
  { ...NONE, life: true },
  { ...NONE, minYears: 20, maxYears: 30 },
  // In French and German, the text does not fit to the right of the bar.
  { ...NONE, minYears: 17.25, life: true },
];
/** Approximate width of a bold letter of twelve pixels. */
const LETTER = 6.7;

test.each(LOCALES)('the label of a penalty bar is not cut off, in %s', (locale) => {
  const address = { origin: '', locale, path: '/law/any', search: new URLSearchParams() };
  const writer = new PageWriter(messagesFor([locale]), address);
  const page = penaltyBars(TIERS, { writer, localised: (_path, text) => html`${text}` }).text;
  const width = Number(/viewBox="0 0 (\d+) 26"/.exec(page)![1]);
  const bars = [...page.matchAll(/<rect class="b2" x="([\d.]+)"[^>]*width="([\d.]+)"[\s\S]*?<\/svg>/g)];
  expect(bars).toHaveLength(TIERS.length);
  for (const [index, [bar = '', from = '', wide = '']] of bars.entries()) {
    const [, x = '', end = '', text = ''] = /<text class="v" x="([\d.]+)" y="18"( text-anchor="end")?>([^<]+)</.exec(
      bar,
    )!;
    const startX = end === '' ? Number(x) : Number(x) - text.length * LETTER;
    const [endX, arrow] = [startX + text.length * LETTER, TIERS[index]!.life ? 10 : 0];
    expect(startX).toBeGreaterThanOrEqual(0);
    expect(endX).toBeLessThanOrEqual(width);
    if (end === '') expect(startX).toBeGreaterThan(Number(from) + Number(wide) + arrow);
    else expect(endX).toBeLessThan(Number(from));
  }
});
