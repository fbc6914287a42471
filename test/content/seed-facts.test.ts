import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadContent } from '../../src/content/load-content.js';
import { kindModules } from '../../src/kinds/index.js';
import type { EntryRecord } from '../../src/store/entries.js';
import { model } from './invalid-content.js';
import { UNSUPPORTED_PHRASES } from './unsupported-phrases.js';

const records = new Map<string, EntryRecord>();
/** Returns all texts of a record, with plain apostrophes and single spaces. */
const texts = new Map<string, string>();

beforeAll(async () => {
  const content = await loadContent('seed', { model, modules: kindModules });
  for (const { kind, slug, record } of content.records) {
    const key = `${kind.folder}/${slug}`;
    records.set(key, record);
    texts.set(key, JSON.stringify(record).replaceAll('\\n', ' ').replaceAll('’', "'").replaceAll(/\s+/g, ' '));
  }
});

const parts = (key: string, field: string) => (records.get(key)?.[field] ?? []) as readonly EntryRecord[];

describe('Denmark', () => {
  test('has a Representative at Eurojust and no national desk, unlike the other Member States', () => {
    const members = parts('groups/eu', 'members').filter(({ to = null }) => to === null);
    const withDesk = members.filter(({ country }) =>
      parts(`countries/${String(country)}`, 'cooperation').some(({ type }) => type === 'NATIONAL_DESK'),
    );
    expect(members).toHaveLength(27);
    expect(members.filter((each) => !withDesk.includes(each)).map(({ country }) => country)).toEqual(['dk']);
    expect(parts('countries/dk', 'cooperation')).toContainEqual(
      expect.objectContaining({ type: 'REPRESENTATIVE', state: 'IN_FORCE', partner: 'eurojust' }),
    );
    expect(parts('countries/dk', 'cooperation')).toContainEqual(
      expect.objectContaining({ type: 'COOPERATION_AGREEMENT', date: '2019-10-07', partner: 'eurojust' }),
    );
    expect(texts.get('countries/dk')).toContain('as an observer without a vote');
    expect(texts.get('organisations/eurojust')).toContain('Denmark has a Representative');
  });

  test('is outside Regulation (EU) 2023/1543', () => {
    expect(texts.get('countries/dk')).toMatch(/Regulation \(EU\) 2023\/1543[^.]* does not apply to Denmark/);
    expect(texts.get('laws/eu-2023-1543')).toContain('does not apply to Denmark');
  });
});

describe('sections 96 and 97 of the German Residence Act', () => {
  const LAW = 'laws/de-aufenthg-96';

  test('require a pecuniary benefit for aiding a stay', () => {
    expect(texts.get(LAW)).toContain('helping foreigners to stay without permission for a pecuniary benefit');
    expect(texts.get(LAW)).toContain('For helping a person to stay, a pecuniary benefit is required');
  });

  test('have minimum terms of six months in 96(2) and three years in 97(2)', () => {
    const minimum = (section: string) =>
      parts(LAW, 'tiers')
        .filter(({ offence }) => JSON.stringify(offence).includes(section))
        .map(({ minYears }) => minYears);
    expect([minimum('section 96(2)'), minimum('section 97(2)')]).toEqual([[0.5], [3]]);
  });
});

test('the euro area has 21 members since 1 January 2026', () => {
  const members = parts('groups/euro-area', 'members');
  const membersOn = (day: string) => members.filter(({ from }) => String(from) <= day);
  expect([membersOn('2025-12-31').length, membersOn('2026-01-01').length, members.length]).toEqual([20, 21, 21]);
  expect(members).toContainEqual({ country: 'bg', from: '2026-01-01' });
});

test('both counts of arrests on the Balkan route are stated, with their sources', () => {
  expect(texts.get('countries/rs')).toMatch(/Eurojust counts 29 arrests in that case/);
  expect(texts.get('countries/rs')).toMatch(/Europol speaks of 25 arrests/);
});

test('people who are smuggled are not called customers', () => {
  const found = [...texts].filter(([, text]) => /\bcustomers?\b|\bKunden?\b|\bclientes\b/i.test(text));
  expect(found.map(([key]) => key)).toEqual([]);
});

test.each(Object.entries(UNSUPPORTED_PHRASES))('%s claims no more than its sources', (key, phrases) => {
  expect(phrases.filter((phrase) => texts.get(key)!.includes(phrase))).toEqual([]);
});
