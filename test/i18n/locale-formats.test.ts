import { expect, test } from '@jest/globals';
import { LocaleFormats } from '../../src/i18n/locale-formats.js';

test.each([
  ['en', 'P10D', '10 days'],
  ['en', 'P1DT8H', '1 day, 8 hours'],
  ['en', 'PT0S', '0 seconds'],
  ['fr', 'PT1H', '1 heure'],
  ['de', 'P2Y6M', '2 Jahre, 6 Monate'],
  ['en', 'immediately', 'immediately'],
])('in %s, the length of time %s is "%s"', (locale, duration, text) => {
  expect(new LocaleFormats(locale).duration(duration).replace('\u00a0', ' ')).toBe(text);
});
