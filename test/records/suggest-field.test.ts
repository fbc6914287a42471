import { expect, test } from '@jest/globals';
import { suggestField } from '../../src/records/suggest-field.js';

test.each([
  ['published_on', ['publishedOn', 'title'], 'publishedOn'],
  // An existing field is preferred to the usual meaning of the word.
  ['Source', ['citations', 'source'], 'source'],
  ['subjects', ['title', 'topics'], 'topics'],
  ['country', ['countries', 'county'], 'countries'],
  ['titel', ['title', 'topics'], 'title'],
  ['sumary', ['title', 'summary'], 'summary'],
  ['zzz', ['title', 'topics'], null],
  ['subjects', ['title'], null],
])('suggestField of %s among the fields %j is %j', (written, names, suggestion) =>
  expect(suggestField(written, names)).toBe(suggestion),
);
