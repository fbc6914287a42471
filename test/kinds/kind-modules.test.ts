import { expect, test } from '@jest/globals';
import { SERIES_SLUG } from '../../src/saved-queries/loaded-question.js';
import { countryModule } from '../../src/kinds/country.js';
import { indicatorModule } from '../../src/kinds/indicator.js';
import { questionModule } from '../../src/kinds/question.js';
import { sourceModule } from '../../src/kinds/source.js';
import type { ComputedContext } from '../../src/reading/computed-context.js';
import type { EntryOf } from '../../src/reading/typed-entry.js';
import type { KindModule } from '../../src/records/kind-module.js';
import { NO_LOCATION, Report } from '../../src/records/problem.js';

/** Checks a record by the rules of its kind. Returns code, path and tip of each problem. */
function problems(rules: KindModule['rules'], slug: string, value: object, path: string[] = []) {
  const report = new Report(null, NO_LOCATION, []);
  for (const { check } of rules ?? []) {
    check({ value, path } as never, { submission: { slug, report }, report } as never);
  }
  return report.list.map(({ code, path: at, tip }) => [code, at, tip]);
}

test('the rules of a country require that its slug is an ISO 3166 code, and that its three-letter code matches', () => {
  const check = (slug: string, value: object) => problems(countryModule.rules, slug, value);
  expect(countryModule.derive('it')).toEqual({ code: 'IT' });
  expect([check('it', { alpha3: 'ITA' }), check('it', {}), check('xk', { alpha3: 'XKX' })]).toEqual([[], [], []]);
  expect(check('it', { alpha3: 'ESP' })).toEqual([['KEY_MISMATCH', 'alpha3', 'write ITA']]);
  expect(check('xk', { alpha3: 'KOS' })).toEqual([['KEY_MISMATCH', 'alpha3', 'write XKX']]);
  expect(check('xy', { alpha3: 'XYZ' })).toEqual([['KEY_MISMATCH', null, 'two letters of ISO 3166']]);
});

test('the rules of a question require a valid document, and variables that are a JSON object', () => {
  const check = (value: object) => problems(questionModule.rules, 'arrivals', value).map(([code, at]) => [code, at]);
  expect(check({ document: '{ countries { totalCount } }', variables: '{"first": 3}' })).toEqual([]);
  expect(check({ document: '{ countries', variables: '{}' })).toEqual([['DOCUMENT_INVALID', 'document']]);
  for (const variables of ['[]', 'null', '3', '{', '"text"']) {
    expect(check({ variables })).toEqual([['DOCUMENT_INVALID', 'variables']]);
  }
});

test('the rules of a question reject the slug of the series page', () => {
  const check = (slug: string, path: string[]) => problems(questionModule.rules, slug, {}, path);
  expect(check(SERIES_SLUG, [])).toEqual([['SLUG_RESERVED', 'slug', 'choose another slug']]);
  expect([check('other', []), check(SERIES_SLUG, ['part'])]).toEqual([[], []]);
});

test('the rules of an indicator reject a dimension named like a URL parameter of the explorer', () => {
  const check = (name: string) =>
    problems(indicatorModule.rules, 'arrivals', { dimensions: [{ name: 'sex' }, { name }] });
  expect(check('areas')).toEqual([['DIMENSION_NAME_RESERVED', 'dimensions[1].name', 'choose another name']]);
  expect(check('age')).toEqual([]);
});

test('the module of indicators converts a record to the structure of its figures, also without dimensions or frequency', () => {
  const codes = [{ code: 'F', title: { en: 'Women' } }];
  const dimensions = [
    { name: 'sex', codes, total: 'T' },
    { name: 'age', codes },
  ];
  expect(indicatorModule.figures!({ frequency: 'YEAR', dimensions } as never)).toEqual({
    frequency: 'YEAR',
    dimensions: [
      { name: 'sex', codes: ['F'], total: 'T' },
      { name: 'age', codes: ['F'], total: null },
    ],
    sources: 'Source',
  });
  expect(indicatorModule.figures!({})).toEqual({ frequency: null, dimensions: [], sources: 'Source' });
});

test('the citation of a source states its type, its edition, and where editors read a copy of it', () => {
  const context = { text: (texts?: { en?: string }) => texts?.en ?? null } as unknown as ComputedContext;
  const cite = (record: object) => sourceModule.cited!({ slug: 'report', record } as EntryOf<'Source'>, context);
  expect(cite({})).toEqual({
    key: 'report',
    kind: 'DOCUMENT',
    title: 'report',
    author: null,
    publisher: null,
    issued: null,
    accessed: null,
    version: null,
    container: null,
    url: null,
    note: null,
  });
  const record = {
    title: { en: 'A report' },
    publisherName: 'Agency',
    publishedOn: '2024',
    url: 'https://example.org',
  };
  expect(cite({ ...record, reference: 'R-1', edition: 'second edition', retrievedOn: '2025-02' })).toMatchObject({
    kind: 'PAGE',
    title: 'A report',
    author: 'Agency',
    publisher: 'Agency',
    issued: '2024',
    accessed: '2025-02',
    version: 'R-1, second edition',
  });
  expect(cite({ edition: 'second edition' }).version).toBe('second edition');
  const copy = {
    holder: 'GitHub',
    file: 'a.csv',
    commit: '6934b51',
    url: 'https://example.org/a',
    retrievedOn: '2025-01',
  };
  expect(cite({ readIn: copy })).toMatchObject({
    accessed: '2025-01',
    note: 'Read in GitHub, a.csv, version 6934b51 (https://example.org/a)',
  });
  expect(cite({ readIn: { holder: 'an archive' } }).note).toBe('Read in an archive');
});
