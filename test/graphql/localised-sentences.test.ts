import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { cooperationFactModule } from '../../src/kinds/cooperation-fact.js';
import { formatPrisonTerm } from '../../src/kinds/penalty-tier.js';
import { type SeededApp, seededApp } from './seeded-app.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

async function sentences(locale: string) {
  const query =
    '{ country(by: { slug: "it" }) { cooperation { sentence sentenceLocale } laws(first: 1) { nodes { tiers { sentence sentenceLocale } } } } }';
  const { data } = await server.execute(query, {}, { headers: { 'accept-language': locale } });
  const { cooperation, laws } = data.country!;
  return [cooperation[0]!, laws.nodes[0]!.tiers[0]!];
}

test('computed sentences about cooperation and penalties are in a single language', async () => {
  expect(await sentences('en')).toEqual([
    { sentence: 'National desk, Eurojust (in force)', sentenceLocale: 'en' },
    { sentence: 'Basic entry offence: 2–6 years', sentenceLocale: 'en' },
  ]);
  const [cooperation, penalty] = await sentences('fr');
  expect(cooperation).toEqual({ sentence: 'Bureau national, Eurojust (en vigueur)', sentenceLocale: 'fr' });
  expect(penalty!.sentence).toMatch(penalty!.sentenceLocale === 'fr' ? /\u202f: 2–6 ans$/ : /: 2–6 years$/);
});

test('the sentence about a prison term states its minimum, maximum and unit', () => {
  const messages = messagesFor(['en']);
  expect(formatPrisonTerm({ minYears: 1, maxYears: 4 }, messages)).toBe('1–4 years');
  expect(formatPrisonTerm({ maxYears: 1 }, messages)).toBe('up to 1 year');
  expect(formatPrisonTerm({ minYears: 3, maxYears: 3 }, messages)).toBe('3 years');
  expect(formatPrisonTerm({ minYears: 15, life: true }, messages)).toBe('15 years – life');
  expect(formatPrisonTerm({ life: true }, messages)).toBe('life');
  expect(formatPrisonTerm({}, messages)).toBe('');
});

test('the sentence about a cooperation contains the title of a partner without an acronym', async () => {
  const partner = { originalLocale: 'en', record: { title: { en: 'National police' } } };
  const context = { locales: ['en'], entry: async () => partner, text: (texts: { en: string }) => texts.en };
  const { sentence } = cooperationFactModule.computedPart;
  const fact = { type: 'NATIONAL_DESK', state: 'IN_FORCE', partner: 'police' } as const;
  expect(await sentence(fact, {}, context as never, {})).toBe('National desk, National police (in force)');
});
