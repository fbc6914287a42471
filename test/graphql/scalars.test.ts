import { expect, test } from '@jest/globals';
import { type GraphQLScalarType, parse, parseValue, validate } from 'graphql';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { kindModules } from '../../src/kinds/index.js';
import { schemaModel } from '../support/schema-model.js';

const schema = executableSchema(schemaModel, kindModules);

/** Returns the parsed value of a text, as a variable and as a literal; null if it is rejected. */
function read(type: string, text: string): unknown {
  const scalar = schema.getType(type) as GraphQLScalarType;
  const parsers = [() => scalar.parseValue(text), () => scalar.parseLiteral(parseValue(JSON.stringify(text)))];
  const [value, inQuery] = parsers.map((parseText) => {
    try {
      return parseText();
    } catch (error) {
      expect(String(error)).toMatch(`is not a valid ${type}: write `);
      return null;
    }
  });
  expect(inQuery).toEqual(value);
  return value;
}

test.each([
  ['Slug', ['a', 'a-1'], ['', 'A', 'a--b', '-a', 'a b']],
  ['URL', ['https://example.org/a?b=1', 'HTTP://example.org'], ['ftp://example.org', 'example.org', 'https://', '']],
  ['Language', ['fr', 'zh-hant'], ['FR', 'f', 'fr_FR', '']],
  ['Period', ['2023', '2023-Q4', '2023-12'], ['2023-Q5', '2023-13', '2023-1', '23', '']],
  ['PartialDate', ['2024', '2024-06', '2024-02-29'], ['2024-13', '2023-02-29', '24', '']],
])('the scalar %s accepts only texts in its format', (type, valid, bad) => {
  expect(valid.map((text) => read(type, text))).toEqual(valid);
  expect(bad.map((text) => read(type, text))).toEqual(bad.map(() => null));
});

test('a malformed scalar in a query is reported with its position', () => {
  const errors = validate(schema, parse('{\n  leaflet(slug: "A b") { slug }\n}'));
  expect(errors.map(({ message, locations }) => ({ message, locations }))).toEqual([
    { message: expect.stringContaining('"A b" is not a valid Slug'), locations: [{ line: 2, column: 17 }] },
  ]);
});

test('the error about a date without quotes says to add quotes', () => {
  const [error] = validate(schema, parse('{ events(filter: { startsOn: { eq: 2024 } }) { totalCount } }'));
  expect(error?.message).toContain('Write PartialDate as a text in quotes: "2024".');
});

test('DateTime accepts only UTC times, and AreaCode trims spaces and rejects blank or very long texts', () => {
  expect(read('DateTime', '2024-06-18T09:30:00Z')).toEqual(new Date('2024-06-18T09:30:00Z'));
  for (const text of ['2024-06-18', '2024-06-18T09:30:00+02:00', '2024-13-18T09:30:00Z', '2024-02-30T09:30:00Z']) {
    expect([text, read('DateTime', text)]).toEqual([text, null]);
  }
  expect(read('AreaCode', ' IT ')).toBe('IT');
  expect([read('AreaCode', ' '), read('AreaCode', 'x'.repeat(101))]).toEqual([null, null]);
});
