import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, validate } from 'graphql';
import { RowReader, type TableRow } from '../../src/tables/table.js';
import { mainTable, planTablesOf, readTable, rowsByName } from './plan-tables.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const DIMENSIONS = [
  {
    name: 'sex',
    title: 'Sex',
    total: 'T',
    codes: [
      { code: 'T', title: 'Total' },
      { code: 'F', title: 'Women' },
    ],
  },
];
const SOURCES = [{ title: 'A report', url: 'https://example.org/a' }];

function names(query: string): string[] {
  const { plans } = planTablesOf(schema, query);
  return readTable(plans.at(-1)!, {}).columns.map(({ name }) => name);
}

function rolesOf(query: string): (string | null)[][] {
  const { plans } = planTablesOf(schema, query);
  return readTable(plans.at(-1)!, {}).columns.map(({ name, role }) => [name, role]);
}

test('fields that addRowFields adds have an alias if the query uses their name for another field', () => {
  const { text, document } = planTablesOf(
    schema,
    '{ indicator(slug: "a") { series { points { period: value value: period flags: state } } } }',
  );
  expect(validate(schema, document)).toEqual([]);
  expect(text).toContain('tidy__flags: flags');
  expect(text).not.toContain('tidy__period');
});

test('addRowFields preserves the selection of a query, and inlines its fragments', () => {
  const { text, document } = planTablesOf(
    schema,
    `query ($no: Boolean!) { countries { nodes { ...Names @skip(if: $no) } } }
     fragment Names on Country { title(locale: fr) }`,
  );
  expect(validate(schema, document)).toEqual([]);
  expect(text.replace(/\s+/g, ' ')).toContain(
    'nodes { ... on Country @skip(if: $no) { title(locale: fr) } slug tidy__title: title code }',
  );
});

test('the columns of figures are planned before the first row is read', () => {
  expect(names('{ indicator(slug: "a") { series { points { value } } } }')).toEqual([
    ...['indicator', 'area_code', 'area', 'period', 'value', 'unit', 'state', 'flags'],
    ...['indicator_slug', 'frequency', 'transform', 'source', 'source_publisher', 'source_url'],
    ...['source_reference', 'source_licence'],
    ...['vintage_number', 'vintage_date', 'vintage_dateOf', 'vintage_at'],
  ]);
});

test('a column whose name is already in use gets a longer name, or finally a number', () => {
  const rows = (aliases: string) => names(`{ leaflets { nodes { slug resources { ${aliases} } } } }`);
  expect(rows('slug')).toContain('leaflet_slug');
  expect(rows('leaflet_slug: title')).toEqual(expect.arrayContaining(['leaflet_slug', 'parent_slug']));
  expect(rows('leaflet_slug: title parent_slug: title')).toContain('leaflet_slug_2');
  expect(rows('leaflet_slug: title parent_slug: title leaflet_slug_2: slug')).toContain('leaflet_slug_3');
  const ofObjects = '{ leaflets { nodes { issuer { acronym } supersedes { issuer { acronym } } } } }';
  expect(names(ofObjects)).toEqual(expect.arrayContaining(['issuer_acronym', 'supersedes_issuer_acronym']));
});

test('columns of "latest" have the same names as those of figures, and a column closer to the rows replaces one of an ancestor', () => {
  const columns = names(
    '{ indicator(slug: "a") { unit series { unit latest { value revision: note } vintage { number } } } }',
  );
  expect(columns).toEqual(expect.arrayContaining(['value', 'revision', 'unit', 'vintage_number']));
  expect(columns.filter((name) => /unit|latest|vintage_number/.test(name))).toEqual(['unit', 'vintage_number']);
  const roles = rolesOf('{ indicator(slug: "a") { series { area { code again: code } points { value } } } }');
  expect(roles).toContainEqual(['area_again', null]);
  expect(roles.filter(([, role]) => role === 'area_code')).toEqual([['area_code', 'area_code']]);
});

test('a dimension has a column with labels and a hidden one with codes', () => {
  const query = planTablesOf(schema, '{ indicator(slug: "a") { series { points { value } } } }');
  const series = [{ area: { code: 'IT' }, breakdown: [{ dimension: 'sex', code: 'F' }], points: [{ value: 1 }] }];
  const { columns } = mainTable(query, { indicator: { slug: 'a', dimensions: DIMENSIONS, series } })!;
  const ofDimension = columns.filter(({ role }) => role?.startsWith('dimension'));
  expect(ofDimension.map(({ name, isName, isAdded }) => [name, isName, isAdded])).toEqual([
    ['sex', true, false],
    ['sex_code', false, true],
  ]);
});

test('lists of the same field are one table with a column for their aliases, and unselected dimensions have the total', () => {
  const query = planTablesOf(
    schema,
    `{ indicator(slug: "a") { title
      all: series { area { title } points { period value } }
      women: series(breakdown: [{ dimension: "sex", code: "F" }]) { points { period value } } } }`,
  );
  const series = (value: number, code: string | null) => ({
    area: { code: 'IT', title: 'Italy' },
    breakdown: code === null ? [] : [{ dimension: 'sex', code }],
    unit: 'persons',
    points: [{ period: '2023', value, state: 'REPORTED', flags: ['REVISED', 'ESTIMATED'], sources: SOURCES }],
  });
  const indicator = {
    title: 'Arrivals',
    slug: 'a',
    dimensions: DIMENSIONS,
    all: [series(5, null)],
    women: [series(2, 'F')],
  };
  const table = mainTable(query, { indicator })!;
  expect(rowsByName(table, 'list', 'indicator', 'area', 'sex', 'value', 'flags', 'source')).toEqual([
    {
      list: 'all',
      indicator: 'Arrivals',
      area: 'Italy',
      sex: 'Total',
      value: 5,
      flags: 'REVISED; ESTIMATED',
      source: 'A report',
    },
    {
      list: 'women',
      indicator: 'Arrivals',
      area: 'Italy',
      sex: 'Women',
      value: 2,
      flags: 'REVISED; ESTIMATED',
      source: 'A report',
    },
  ]);
});

test('lists of the same field are separate tables if an alias stands for different fields', () => {
  const { plans } = planTablesOf(
    schema,
    '{ a: countries { nodes { x: title } } b: countries { nodes { x: capital } } }',
  );
  expect(plans.map(({ path }) => path)).toEqual(['countries', 'countries.2']);
});

test('a list that is not a table is joined in one cell, and an empty list is an empty cell', () => {
  const query = planTablesOf(
    schema,
    '{ trends { nodes { title topics { title } citations { source { title url } locator } } } }',
  );
  const trend = {
    title: 'Rising',
    slug: 'rising',
    topics: [{ title: 'Boats' }, { title: 'Money' }],
    citations: [
      { source: { title: 'A report', url: 'https://example.org/a' }, locator: 'p. 3' },
      { source: null, locator: null },
    ],
  };
  const table = mainTable(query, {
    trends: { nodes: [trend, { title: 'Empty', slug: 'empty', topics: [], citations: null }] },
  })!;
  expect(rowsByName(table, 'trend', 'topics', 'citations')).toEqual([
    { trend: 'Rising', topics: 'Boats; Money', citations: 'A report <https://example.org/a> / p. 3' },
    { trend: 'Empty', topics: null, citations: null },
  ]);
});

test('the figures of a comparison include the dimensions of their series', () => {
  const query = planTablesOf(
    schema,
    '{ compare(series: []) { ... on Comparison { periods { period cells { value } } } } }',
  );
  const series = (code: string) => ({
    indicator: { slug: 'a', title: 'Arrivals', dimensions: DIMENSIONS },
    area: { code, title: `Area ${code}` },
    breakdown: [{ dimension: 'sex', code: 'F' }],
    unit: 'persons',
  });
  const cell = (value: number | null) => ({ period: '2023', value, state: 'REPORTED', flags: [], sources: [] });
  const compare = { series: [series('IT'), series('ES')], periods: [{ period: '2023', cells: [cell(1), cell(null)] }] };
  const table = mainTable(query, { compare })!;
  expect(rowsByName(table, 'indicator', 'area', 'sex', 'period', 'value', 'unit')).toEqual([
    { indicator: 'Arrivals', area: 'Area IT', sex: 'Women', period: '2023', value: 1, unit: 'persons' },
    { indicator: 'Arrivals', area: 'Area ES', sex: 'Women', period: '2023', value: null, unit: 'persons' },
  ]);
});

test('RowReader throws on figures with a dimension that has no column', () => {
  const { plans } = planTablesOf(schema, '{ indicators { nodes { series { points { value } } } } }');
  const plan = plans.find(({ path }) => path === 'indicators.series.points')!;
  const series = { area: {}, breakdown: [], points: [{ period: '2023' }] };
  const data = { indicators: { nodes: [{ title: 'A', dimensions: DIMENSIONS, series: [series] }] } };
  expect(() => new RowReader(plan, []).read(data, () => {})).toThrow('the dimension "sex", which is not a column');
});

test('figures below other figures have the dimensions of their own indicator', () => {
  const { plans } = planTablesOf(
    schema,
    '{ indicator(slug: "a") { growth(from: "1", to: "2") { area { series { points { value } } } } } }',
  );
  const plan = plans.find(({ path }) => path.endsWith('points'))!;
  const series = { indicator: { title: 'B', dimensions: [] }, area: {}, breakdown: [], points: [{ value: 1 }] };
  const data = { indicator: { title: 'A', dimensions: DIMENSIONS, growth: [{ area: { series: [series] } }] } };
  expect(readTable(plan, data).rows).toHaveLength(1);
});

test('facets are tables, but never the main one; the table of a query without lists has one row', () => {
  const faceted = planTablesOf(schema, '{ trends { facets { direction { value count } } nodes { title } } }');
  const direction = [{ value: 'RISING', count: 2 }];
  const data = { trends: { facets: { direction }, nodes: [{ title: 'A', slug: 'a' }] } };
  expect(mainTable(faceted, data)!.path).toBe('trends');
  expect(faceted.plans.map(({ path }) => path)).toEqual(['trends', 'trends.facets.direction']);
  const one = planTablesOf(schema, '{ country(by: { code: "IT" }) { title capital } }');
  expect(rowsByName(mainTable(one, { country: { title: 'Italy', capital: 'Rome' } })!, 'country', 'capital')).toEqual([
    { country: 'Italy', capital: 'Rome' },
  ]);
  expect(mainTable(planTablesOf(schema, '{ __typename }'), { __typename: 'Query' })).toBeNull();
});

test('every column has the description of its field in the schema', () => {
  const { plans } = planTablesOf(schema, '{ indicator(slug: "a") { series { points { value flags } } } }');
  const { columns } = readTable(plans.at(-1)!, {});
  expect(columns.find(({ name }) => name === 'value')!.description).toContain('Null does not mean zero.');
  expect(columns.filter(({ description }) => description === null)).toEqual([]);
});

test('reading a row takes at most 3 µs of CPU time, however many there are', () => {
  const { plans } = planTablesOf(schema, '{ indicator(slug: "a") { title series { points { value } } } }');
  const points = Array.from({ length: 200 }, (_, index) => ({
    period: String(1800 + index),
    value: index,
    state: 'REPORTED',
    flags: [],
    sources: SOURCES,
  }));
  const series = Array.from({ length: 100 }, (_, index) => ({
    area: { code: `A${index}`, title: `Area ${index}` },
    breakdown: [],
    unit: 'persons',
    points,
  }));
  const data = { indicator: { title: 'Arrivals', slug: 'a', dimensions: DIMENSIONS, series } };
  const reader = new RowReader(plans.at(-1)!, ['sex']);
  const least = Math.min(
    ...Array.from({ length: 5 }, () => {
      const rows: TableRow[] = [];
      const before = process.cpuUsage();
      reader.read(data, (row) => rows.push(row));
      const { user, system } = process.cpuUsage(before);
      expect(rows).toHaveLength(20_000);
      return (user + system) / rows.length;
    }),
  );
  expect(least).toBeLessThan(3);
});
