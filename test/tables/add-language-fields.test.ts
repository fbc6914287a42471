import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, print, validate } from 'graphql';
import { ForeignTextCollector } from '../../src/tables/foreign-text-collector.js';
import { addLanguageFields } from '../../src/tables/add-language-fields.js';
import { readSelection } from '../../src/tables/read-selection.js';
import { planTablesOf } from './plan-tables.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

function printWithLanguages(query: string): string {
  const document = addLanguageFields(schema, planTablesOf(schema, query).document);
  expect(validate(schema, document)).toEqual([]);
  return print(document).replace(/\s+/g, ' ');
}

/** Returns the texts of a response that are in another language than French. */
function foreignIn(query: string, data: unknown): Record<string, string> {
  const document = addLanguageFields(schema, planTablesOf(schema, query).document);
  const languages = new ForeignTextCollector(readSelection(schema, { document, added: new Set() }, {}), 'fr');
  languages.collect(data);
  return Object.fromEntries(languages.foreignTexts());
}

const IN_SHORT = 'translation(inShort: true) { missing fellBackTo }';
const ALL_DOCUMENTS = 'tidy__whole: translation { missing fellBackTo }';

test('addLanguageFields adds the field translation, with inShort if a query selects only title and summary', () => {
  expect(printWithLanguages('{ leaflet(slug: "a") { title summary } }')).toContain(`title summary slug ${IN_SHORT} }`);
  expect(printWithLanguages('{ trend(slug: "a") { claims { statement } } }')).toContain(
    `slug title ${ALL_DOCUMENTS} }`,
  );
  expect(printWithLanguages('{ events { nodes { sessions { title } } } }')).toContain(`slug title ${ALL_DOCUMENTS} }`);
});

test('addLanguageFields adds the locale of a computed summary', () => {
  expect(printWithLanguages('{ topic(slug: "a") { summary } }')).toContain(
    `summary slug title ${IN_SHORT} summaryLocale }`,
  );
  const data = {
    topic: { title: 'Un', summary: 'A.', translation: { missing: [], fellBackTo: null }, summaryLocale: 'en' },
  };
  expect(foreignIn('{ topic(slug: "a") { title summary } }', data)).toEqual({ 'A.': 'en' });
});

test('a summary whose summaryLocale is null has the locale that the field translation reports', () => {
  const translation = { missing: ['summary'], fellBackTo: 'en' };
  const data = { topic: { title: 'Un', summary: 'A.', translation, summaryLocale: null } };
  expect(foreignIn('{ topic(slug: "a") { title summary } }', data)).toEqual({ 'A.': 'en' });
});

test('addLanguageFields adds the locale of the titles of sources', () => {
  const text = printWithLanguages('{ indicator(slug: "a") { series { points { value } } } }');
  expect(text).toContain('sources { title publisherName url reference licence titleLocale }');
});

test('addLanguageFields does not change fields of the query, and uses aliases for names that are in use', () => {
  const text = printWithLanguages(
    `{ node(id: "a") {
      ... on Topic { translation(locale: de) { stale } spanish: title(locale: es) }
      ... on Entry { title }
      ... on Source { titleLocale: slug title }
    } }`,
  );
  expect(text).toContain('translation(locale: de) { stale }');
  expect(text).toContain('tidy__short_es: translation(locale: es, inShort: true) { missing fellBackTo }');
  expect(text).toContain('... on Entry { title slug tidy__short: translation(inShort: true)');
  expect(text).toContain('tidy__titleLocale: titleLocale');
});

test('ForeignTextCollector reports the fallback locale of a text, or the locale that its argument requests', () => {
  const data = {
    event: {
      title: 'Une réunion',
      german: 'Ein Treffen',
      sessions: [{ title: 'Première' }, { title: 'Second' }],
      tidy__whole: { missing: ['sessions[1].title'], fellBackTo: 'en' },
      tidy__short_de: { missing: [], fellBackTo: null },
    },
  };
  const query = '{ event(slug: "a") { title german: title(locale: de) sessions { title } } }';
  expect(foreignIn(query, data)).toEqual({ 'Ein Treffen': 'de', Second: 'en' });
});

test('ForeignTextCollector reports texts of an edge in the locale of the entry that contains the link', () => {
  const query = '{ organisation(slug: "a") { cooperatingCountries { edges { node { title } via { note } } } } }';
  const edge = (missing: string[], note: string) => ({
    node: {
      title: 'Albanie',
      translation: { missing: [], fellBackTo: null },
      tidy__whole: { missing, fellBackTo: 'en' },
    },
    via: [{ note }],
  });
  const edges = [edge(['cooperation[2].note'], 'In place.'), edge([], 'En vigueur.')];
  expect(foreignIn(query, { organisation: { cooperatingCountries: { edges } } })).toEqual({ 'In place.': 'en' });
});

test('ForeignTextCollector reports units as English, and no text that also occurs in the requested locale', () => {
  const translation = (missing: string[]) => ({ missing, fellBackTo: 'en' });
  const data = {
    indicator: {
      tidy__whole: translation(['dimensions[0].codes[0].title']),
      dimensions: [{ name: 'citizen', title: 'Nationalité', codes: [{ code: 'UA', title: 'Ukraine' }] }],
      series: [{ unit: 'persons', area: { title: 'Ukraine', translation: translation([]) } }],
    },
  };
  expect(foreignIn('{ indicator(slug: "a") { series { unit area { title } } } }', data)).toEqual({ persons: 'en' });
});
