import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, isAbstractType, isEnumType } from 'graphql';
import { screamingName } from '../../src/model/model.js';
import { columnParts, columnWord, LANGUAGES, valueWord, wordsIn, chooseWriting } from '../../src/words/catalogue.js';

const [FIRST, ...OTHERS] = LANGUAGES.map((locale) => wordsIn([locale]));

/** The texts of a catalogue by their paths; those that are put together show what they are made of. */
function textsOf(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value === 'function') {
    const given = Array.from({ length: value.length }, (_, at) => (path.includes('wrong') || at > 0 ? `#${at}` : 7));
    return new Map([[path, String((value as (...of: unknown[]) => string)(...given.map(String)))]]);
  }
  return new Map(Object.entries(value as object).flatMap(([key, held]) => [...textsOf(held, `${path}.${key}`)]));
}

describe.each(OTHERS)('the words in $locale', (words) => {
  test('are there wherever English ones are, and name all that these name', () => {
    const { values: _, ...own } = words;
    const { values: __, ...english } = FIRST!;
    const [texts, expected] = [textsOf(own), textsOf(english)];
    expect([...texts.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
    const given = (text: string) => [...text.matchAll(/#\d|7/g)].map(([sign]) => sign).toSorted();
    const differing = [...texts].filter(([path, text]) => `${given(text)}` !== `${given(expected.get(path)!)}`);
    expect(differing).toEqual([]);
  });

  test('name every value of an enum of the contract', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    const enums = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type) && !type.name.startsWith('__'));
    expect(enums.length).toBeGreaterThan(30);
    const nameless = enums
      .filter(isEnumType)
      .flatMap((type) => type.getValues().filter(({ name }) => !(name in words.values)));
    expect(nameless.map(({ name }) => name)).toEqual([]);
  });

  test('name every type that an answer may be of', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    const types = Object.values(schema.getTypeMap())
      .filter(isAbstractType)
      .flatMap((type) => schema.getPossibleTypes(type));
    expect(types.length).toBeGreaterThan(20);
    expect(types.map(({ name }) => screamingName(name)).filter((name) => !(name in words.values))).toEqual([]);
  });
});

test('no text stands in two languages by mistake', () => {
  const long = [FIRST!, ...OTHERS].flatMap((words) => [...textsOf(words)].filter(([, text]) => text.length > 24));
  expect(long.length).toBeGreaterThan(100);
  expect(new Set(long.map(([, text]) => text)).size).toBe(new Set(long.map(([path, text]) => path + text)).size);
});

test('values and columns are told in words, those that nobody has written from their names', () => {
  const [english, french] = [wordsIn(['en']), wordsIn(['fr'])];
  expect(valueWord(english, 'BREAK_IN_SERIES')).toBe('Break in series');
  expect(valueWord(french, 'BREAK_IN_SERIES', 'ObservationFlag')).toBe('Rupture de série');
  expect(columnWord(english, { name: 'area_code', role: 'area_code' })).toBe('Code');
  expect(columnWord(french, { name: 'country_capital', role: null })).toBe('Pays · Capitale');
  expect(columnWord(english, { name: 'wasFound_lately', role: null })).toBe('Was found · Lately');
  expect(columnWord(french, { name: 'citizen', role: 'dimension' })).toBe('Nationalité');
  // Whoever asks may call a column anything.
  expect(columnParts(french, { name: 'ours_code', role: null })).toEqual([
    { text: 'Ours', lang: 'en' },
    { text: ' · ', lang: null },
    { text: 'Code', lang: null },
  ]);
  expect(columnWord(english, { name: 'constructor_value', role: null })).toBe('Constructor · Value');
});

test('numbers, periods and dates are written by the language', () => {
  const [english, french, german] = ['en', 'fr', 'de'].map((locale) => chooseWriting(wordsIn([locale])));
  expect([english, french, german].map((each) => each!.number(57_651.5))).toEqual([
    '57,651.5',
    '57\u202f651,5',
    '57.651,5',
  ]);
  expect([english, french, german].map((each) => each!.colon)).toEqual([':', '\u202f:', ':']);
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

test('the first of a month is called the first where that is the custom', () => {
  const written = LANGUAGES.map((locale) => chooseWriting(wordsIn([locale])).date('2023-01-01'));
  expect(written).toEqual([
    '1 January 2023',
    '1er janvier 2023',
    '1. Januar 2023',
    '1 de enero de 2023',
    '1º gennaio 2023',
  ]);
  expect(chooseWriting(wordsIn(['fr'])).date('2023-01-11')).toBe('11 janvier 2023');
});

test('a language without words gets the first that has some', () => {
  expect(wordsIn(['pt', 'fr']).locale).toBe('fr');
  expect(wordsIn(['pt']).locale).toBe('en');
});
