import { expect, test } from '@jest/globals';
import {
  parsePinnedEditions,
  parseEditionTime,
  serialisePinnedEditions,
  formatEditionTime,
} from '../../src/model/pinned-editions.js';

test('serialised editions are sorted by indicator, omit zero times of day, and are parsed back unchanged', () => {
  const newest = new Map([
    ['deaths-at-sea', new Date('2024-01-01T00:00:00.001Z')],
    ['arrivals', new Date('2025-03-03T00:00:00Z')],
    ['never', null],
  ]);
  const text = 'arrivals:2025-03-03,deaths-at-sea:2024-01-01T00:00:00.001Z,never:none';
  expect(serialisePinnedEditions({ isAll: false, newest })).toBe(text);
  expect(parsePinnedEditions(text)).toEqual({ isAll: false, newest });
  expect(serialisePinnedEditions({ isAll: true, newest })).toBe(`only,${text}`);
  expect(parsePinnedEditions(`only,${text}`)).toEqual({ isAll: true, newest });
  expect(parsePinnedEditions(serialisePinnedEditions({ isAll: true, newest: new Map() }))).toEqual({
    isAll: true,
    newest: new Map(),
  });
});

test.each(['', 'arrivals', 'arrivals:', 'arrivals:yesterday', 'Arrivals:2025-03-03', 'a:2025-03-03,', 'a:2025-13-03'])(
  'an invalid list of editions is rejected: %j',
  (text) => expect(parsePinnedEditions(text)).toBeNull(),
);

test('an edition time is parsed from a date or a UTC timestamp, and other texts are rejected', () => {
  expect(parseEditionTime('2025-03-03')).toEqual(new Date('2025-03-03T00:00:00Z'));
  expect(parseEditionTime('2025-03-03T12:00Z')).toEqual(new Date('2025-03-03T12:00:00Z'));
  expect(['yesterday', '2025', '2025-02-03T25:00Z', '2025-03-03T12:00', '2025-02-30'].map(parseEditionTime)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(formatEditionTime(new Date('2025-03-03T12:00:00Z'))).toBe('2025-03-03T12:00:00.000Z');
});
