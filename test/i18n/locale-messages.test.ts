import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, isAbstractType, isEnumType } from 'graphql';
import { upperSnakeCase } from '../../src/model/model.js';
import { formatsFor, columnLabelParts, columnLabel, toMidSentence, enumLabel } from '../../src/i18n/column-labels.js';
import { LOCALES } from '../../src/i18n/locales.js';
import { messagesFor } from '../../src/i18n/messages-for.js';

const [FIRST] = LOCALES.map((locale) => messagesFor([locale]));

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const enums = Object.values(schema.getTypeMap())
  .filter((type) => isEnumType(type))
  .filter(({ name }) => !name.startsWith('__'));
// Results of mutations do not appear in tables.
const answered = Object.values(schema.getTypeMap())
  .filter((type) => isAbstractType(type) && type.name !== 'EntryPayload')
  .filter(isAbstractType)
  .flatMap((type) => schema.getPossibleTypes(type))
  .map(({ name }) => upperSnakeCase(name));

test('every enum value, and every type in a response, has a label', () => {
  expect([enums.length > 30, answered.length > 20]).toEqual([true, true]);
  const names = [...enums.flatMap((type) => type.getValues().map(({ name }) => name)), ...answered];
  expect(names.filter((name) => !(name in FIRST!.values))).toEqual([]);
});

test('every enum label in the messages belongs to a value of the contract', () => {
  const values = enums.flatMap((type) => type.getValues().flatMap(({ name }) => [name, `${type.name}.${name}`]));
  const known = new Set([...values, ...answered]);
  expect(Object.keys(FIRST!.values).filter((name) => !known.has(name))).toEqual([]);
});

test('enum values and columns have translated labels, or else readable names', () => {
  const [english, french] = [messagesFor(['en']), messagesFor(['fr'])];
  expect(enumLabel(english, 'BREAK_IN_SERIES')).toBe('Break in series');
  expect(enumLabel(french, 'BREAK_IN_SERIES', 'ObservationFlag')).toBe('Rupture de série');
  expect(columnLabel(english, { name: 'area_code', role: 'area_code' })).toBe('Code');
  expect(columnLabel(french, { name: 'country_capital', role: null })).toBe('Pays · Capitale');
  expect(columnLabel(english, { name: 'wasFound_lately', role: null })).toBe('Was found · Lately');
  expect(columnLabel(french, { name: 'citizen', role: 'dimension' })).toBe('Nationalité');
  // Queries may alias a column with any name.
  expect(columnLabelParts(french, { name: 'ours_code', role: null })).toEqual([
    { text: 'Ours', lang: 'en' },
    { text: ' · ', lang: null },
    { text: 'Code', lang: null },
  ]);
  expect(columnLabel(english, { name: 'constructor_value', role: null })).toBe('Constructor · Value');
  expect(enumLabel(english, 'constructor', 'toString')).toBe('Constructor');
});

test('numbers, periods and dates have the format of the locale', () => {
  const [english, french, german] = ['en', 'fr', 'de'].map((locale) => formatsFor(messagesFor([locale])));
  expect([english, french, german].map((each) => each!.number(57_651.5))).toEqual([
    '57,651.5',
    '57\u202f651,5',
    '57.651,5',
  ]);
  expect([english, french, german].map((each) => each!.colon)).toEqual([':', '\u202f:', ':']);
  expect([english, french, german].map((each) => each!.semicolon)).toEqual([';', '\u202f;', ';']);
  expect([english, french, german].map((each) => each!.period('2023-Q1'))).toEqual(['Q1 2023', 'T1 2023', 'Q1 2023']);
  expect([english, french, german].map((each) => each!.date('2024-06-18'))).toEqual([
    '18 June 2024',
    '18 juin 2024',
    '18. Juni 2024',
  ]);
  expect([english!.date('2024-06'), english!.date('2024'), english!.date('2024-06-18T09:30:00.000Z')]).toEqual([
    'June 2024',
    '2024',
    '18 June 2024',
  ]);
});

test('toMidSentence lowers the first letter of a label, except in German', () => {
  const sentences = LOCALES.map((locale) => {
    const messages = messagesFor([locale]);
    return toMidSentence(enumLabel(messages, 'DEFINITION_DIFFERS', 'ObservationFlag'), messages);
  });
  expect(sentences).toEqual([
    'definition differs',
    'autre définition',
    'Andere Definition',
    'otra definición',
    'altra definizione',
  ]);
});

test('messages with a count follow the plural rules of each language for zero, one and many', () => {
  const sentences = LOCALES.map((locale) => {
    const messages = messagesFor([locale]);
    const rows = (count: number) => messages.answer.rows({ count });
    return [
      messages.question.found({ count: 0 }),
      messages.question.found({ count: 1 }),
      rows(0),
      rows(1),
      rows(10_250),
    ];
  });
  expect(sentences).toEqual([
    ['0 questions', '1 question', '0 rows', '1 row', '10,250 rows'],
    ['0 question', '1 question', '0 ligne', '1 ligne', '10\u202f250 lignes'],
    ['0 Fragen', '1 Frage', '0 Zeilen', '1 Zeile', '10.250 Zeilen'],
    ['0 preguntas', '1 pregunta', '0 filas', '1 fila', '10.250 filas'],
    ['0 domande', '1 domanda', '0 righe', '1 riga', '10.250 righe'],
  ]);
});

test('the message that one of several areas has figures is in the singular', () => {
  const messagesWritten = LOCALES.map((locale) => messagesFor([locale]).scope.areas({ included: '1', existing: '33' }));
  expect(messagesWritten).toEqual([
    '1 of 33 areas with figures.',
    '1 zone sur 33 ayant des chiffres.',
    '1 von 33 Gebieten mit Zahlen.',
    '1 de 33 zonas con cifras.',
    '1 area su 33 con dati.',
  ]);
});

test('the first day of a month is an ordinal in locales that use one, such as French', () => {
  const datesWritten = LOCALES.map((locale) => formatsFor(messagesFor([locale])).date('2023-01-01'));
  expect(datesWritten).toEqual([
    '1 January 2023',
    '1er janvier 2023',
    '1. Januar 2023',
    '1 de enero de 2023',
    '1º gennaio 2023',
  ]);
  expect(formatsFor(messagesFor(['fr'])).date('2023-01-11')).toBe('11 janvier 2023');
});

test('messagesFor skips locales without messages, and falls back to English', () => {
  expect(messagesFor(['pt', 'fr']).locale).toBe('fr');
  expect(messagesFor(['pt']).locale).toBe('en');
});
