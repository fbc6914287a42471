import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { answerCitation, findPublicationDate } from '../../src/saved-queries/answer-citation.js';
import { toDisplayTable } from '../../src/saved-queries/display-table.js';
import { readChartData } from '../../src/charts/chart-data.js';
import type { FileMetadata } from '../../src/files/file-metadata.js';
import { SourceCollector } from '../../src/files/source-collector.js';
import { inPageLanguage } from '../../src/i18n/localised-text.js';
import { formatCitation } from '../../src/series/citation.js';
import { formatsFor } from '../../src/i18n/column-labels.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { mainTable, planTablesOf } from './plan-tables.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const TAKEN = {
  title: 'Asylum applicants in two countries',
  permalink: 'https://signpost.example/q/asylum?asOf=2025-03-03',
  retrievedOn: '2026-11-26',
};

function series(title: string, code: string, points: object[]) {
  return {
    area: { code, title },
    breakdown: [{ dimension: 'citizen', code: 'SY' }],
    unit: 'persons',
    frequency: 'YEAR',
    transform: null,
    vintage: { number: 2, date: '2025-03-03', at: '2025-03-03T00:00:00Z' },
    points: points.map((point) => ({
      flags: [],
      sources: [
        { title: 'Asylum applicants (migr_asyappctza)', publisherName: 'Eurostat', url: 'https://example.org' },
      ],
      ...point,
    })),
  };
}

const figures = {
  indicator: {
    slug: 'asylum',
    title: 'Asylum applicants',
    dimensions: [{ name: 'citizen', title: 'Citizenship', total: 'TOTAL', codes: [{ code: 'SY', title: 'Syria' }] }],
    series: [
      series('Italy', 'IT', [
        { period: '2022', value: 84_290, state: 'REPORTED' },
        { period: '2023', value: null, state: 'SUPPRESSED' },
      ]),
      series('Spain', 'ES', [{ period: '2022-Q1', value: 1.5, state: 'REPORTED' }]),
    ],
  },
};
const FIGURES = '{ indicator(slug: "asylum") { series { points { value } } } }';
const table = mainTable(planTablesOf(schema, FIGURES), figures)!;

test('an edition without a publication date is cited with its retrieval date, labelled as such', () => {
  const vintaged = (dateOf: string, date: string) => {
    const [{ points, ...one }] = figures.indicator.series as [ReturnType<typeof series>];
    const dated = { ...one, points, vintage: { number: 2, date, dateOf, at: '2025-03-03T00:00:00Z' } };
    return mainTable(planTablesOf(schema, FIGURES), { indicator: { ...figures.indicator, series: [dated] } })!;
  };
  const retrieved = vintaged('RETRIEVAL', '2026-05-01');
  expect(answerCitation({ ...TAKEN, table: retrieved })).toMatchObject({
    version: 'as retrieved 2026-05-01',
    issued: null,
  });
  const [{ columns, rows }, later] = [vintaged('UPDATE', '2025-03-03'), vintaged('NOT_BEFORE', '2025-04')];
  const allRetrieved = { columns, rows: [...rows, ...retrieved.rows, ...later.rows] };
  expect(answerCitation({ ...TAKEN, table: allRetrieved })).toMatchObject({
    version: 'edition of 2025-03-03, edition of 2025-04 or later, as retrieved 2026-05-01',
    issued: '2025-03-03',
  });
  expect([findPublicationDate(allRetrieved), findPublicationDate(retrieved)]).toEqual(['2025-03-03', null]);
});

test('a change between two periods is cited with the sources of both figures, without duplicates', () => {
  const source = (title: string) => ({ title, publisherName: 'Eurostat', url: `https://example.org/${title}` });
  const change = (from: string, to: string) => ({
    area: { code: 'IT', title: 'Italy' },
    unit: 'persons',
    from: { period: '2022', value: 3, source: source(from) },
    to: { period: '2023', value: 4, source: source(to) },
    absolute: 1,
    percent: 33.3,
    guards: ['BREAK_IN_SERIES', 'INCOMPLETE'],
    vintage: { number: 1, date: '2025', dateOf: 'UPDATE', at: '2025-01-01T00:00:00Z' },
  });
  const growth = [change('old', 'new'), change('new', 'new')];
  const growthQuery = '{ indicator(slug: "a") { growth(from: "2022", to: "2023") { from { value } percent } } }';
  const { columns, rows } = mainTable(planTablesOf(schema, growthQuery), { indicator: { title: 'A', growth } })!;
  const named = (name: string) => rows.map((row) => row[columns.findIndex((column) => column.name === name)]);
  expect(named('source')).toEqual(['old; new', 'new']);
  // The table includes the notes on comparability.
  expect(named('guards')).toEqual(['BREAK_IN_SERIES; INCOMPLETE', 'BREAK_IN_SERIES; INCOMPLETE']);
  expect(named('source_url')).toEqual(['https://example.org/old; https://example.org/new', 'https://example.org/new']);
  expect(answerCitation({ ...TAKEN, table: { columns, rows } }).note).toBe(
    'Read in: old (https://example.org/old); new (https://example.org/new)',
  );
});

test('a citation treats a source or indicator whose title contains list separators as one', () => {
  const title = 'Arrivals by sea; by land';
  const sources = ['Report; annex', 'Plain'].map((each, index) => ({
    title: each,
    publisher: null,
    url: `https://example.org/${index}`,
  }));
  const points = [
    { period: '2023', value: 3, state: 'REPORTED', flags: [], sources },
    { period: '2024', value: 4, state: 'REPORTED', flags: [], sources: sources.slice(0, 1) },
  ];
  const seriesQuery = '{ indicator(slug: "a") { series { points { period value } } } }';
  const read = mainTable(planTablesOf(schema, seriesQuery), {
    indicator: { title, series: [{ ...series('Italy', 'IT', []), points }] },
  })!;
  const { columns, rows } = read;
  const note = 'Read in: Report; annex (https://example.org/0); Plain (https://example.org/1)';
  expect(answerCitation({ ...TAKEN, table: read })).toMatchObject({ title: `${title}: Italy, SY`, note });
  const localisation = { messages: messagesFor(['en']), format: formatsFor(messagesFor(['en'])) };
  const shownCells = rows.map((row) => {
    const { columns: all } = toDisplayTable({ ...read, rows: [row] }, localisation);
    return all.find(({ role }) => role === 'source')!.cell(row).items;
  });
  const [one, other] = [
    { text: 'Report; annex', href: 'https://example.org/0' },
    { text: 'Plain', href: 'https://example.org/1' },
  ];
  expect(shownCells).toEqual([[one, other], [one]]);
  expect(readChartData(read, { format: localisation.format, unitIn: inPageLanguage })!.sources).toEqual([
    'Report; annex',
    'Plain',
  ]);
  const origins = new SourceCollector();
  origins.add(columns, rows);
  expect(origins.sources().map((each) => each.title)).toEqual(['Plain', 'Report; annex']);
});

describe('citation of an answer', () => {
  test('an answer with figures is cited by their indicator, publisher and edition', () => {
    expect(formatCitation(answerCitation({ ...TAKEN, table }), 'APA')).toBe(
      `Eurostat. (2025, March 3). Asylum applicants: Syria (edition of 2025-03-03) [Data set]. Signpost. Read in: Asylum applicants (migr_asyappctza) (https://example.org). Retrieved November 26, 2026, from ${TAKEN.permalink}`,
    );
  });

  test('a citation names all editions, the question instead of many indicators, and Signpost instead of many publishers', () => {
    const { columns, rows } = table;
    const [vintage, publisher] = ['vintage_date', 'source_publisher'].map((role) =>
      columns.findIndex((column) => column.role === role),
    ) as [number, number];
    const two = rows.map((row, index) => row.with(vintage, index === 0 ? '2024' : '2025'));
    const cited = answerCitation({ ...TAKEN, table: { columns, rows: two } });
    expect(cited).toMatchObject({ version: 'editions of 2024 and 2025', issued: '2025' });
    const indicator = columns.findIndex(({ role }) => role === 'indicator');
    const titleOf = (titles: readonly string[]) => {
      const differing = rows.map((row, index) => row.with(indicator, titles[index]!));
      return answerCitation({ ...TAKEN, table: { columns, rows: differing } }).title;
    };
    expect(titleOf(['Arrivals', 'Deaths', 'Arrivals'])).toBe('Arrivals; Deaths');
    expect(titleOf(['Arrivals', 'Deaths', 'Applicants'])).toBe(TAKEN.title);
    const many = rows.map((row, index) => row.with(publisher, `A${index}; B${index}`));
    expect(answerCitation({ ...TAKEN, table: { columns, rows: many } })).toMatchObject({
      author: 'Signpost',
      container: null,
    });
  });

  test('a single figure is cited with its area, codes, period and value', () => {
    const only = { ...table, rows: table.rows.slice(0, 1) };
    expect(answerCitation({ ...TAKEN, table: only })).toMatchObject({
      title: 'Asylum applicants: Italy, Syria, 2022: 84,290 persons',
      key: 'asylum-applicants-italy-syria-2022-2026-11-26',
    });
    const missing = { ...table, rows: table.rows.slice(1, 2) };
    expect(answerCitation({ ...TAKEN, table: missing }).title).toBe('Asylum applicants: Italy, Syria');
  });

  test.each([1, 2, 3])('a file with the first rows (%i) of a table has the citation of these rows', (count) => {
    const first = { ...table, rows: table.rows.slice(0, count) };
    const origins = new SourceCollector();
    origins.add(first.columns, first.rows);
    const { title, permalink, retrievedOn } = TAKEN;
    const facts = { title, address: () => permalink, retrievedAt: new Date(retrievedOn) };
    expect(origins.citation(facts as FileMetadata, 'APA')).toBe(
      formatCitation(answerCitation({ ...TAKEN, table: first }), 'APA'),
    );
  });

  test('an answer with entries is cited as a page of Signpost', () => {
    const topics = mainTable(planTablesOf(schema, '{ topics { nodes { title } } }'), {
      topics: { nodes: [{ title: 'A' }] },
    })!;
    expect(formatCitation(answerCitation({ ...TAKEN, title: 'Topics', table: topics }), 'APA')).toBe(
      `Signpost. (n.d.). Topics. Retrieved November 26, 2026, from ${TAKEN.permalink}`,
    );
  });
});
