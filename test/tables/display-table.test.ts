import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { type DisplayCell, toDisplayTable } from '../../src/saved-queries/display-table.js';
import { formatsFor } from '../../src/i18n/column-labels.js';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { mainTable, planTablesOf } from './plan-tables.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

/** Returns the lines that a screen shows: common values, then one line for each row. */
function screen(query: string, data: unknown, locale = 'en'): { common: string[]; labels: string[]; rows: string[][] } {
  const messages = messagesFor([locale]);
  const table = mainTable(planTablesOf(schema, query), data)!;
  const { common, columns } = toDisplayTable(table, { messages, format: formatsFor(messages) });
  const cellTexts = ({ items }: DisplayCell) =>
    items.map(({ text, href }) => (href === null ? text : `${text} <${href}>`)).join('; ');
  return {
    common: common.map(({ label, cell }) => `${label}: ${cellTexts(cell)}`),
    labels: columns.map(({ label }) => label),
    rows: table.rows.map((row) => columns.map(({ cell }) => cellTexts(cell(row)))),
  };
}

const SOURCES = [{ title: 'A report', url: 'https://example.org/a' }];
const POINT = { state: 'REPORTED', flags: [], sources: SOURCES };
const SERIES = {
  breakdown: [],
  unit: 'persons',
  frequency: 'YEAR',
  transform: null,
  vintage: { number: 1, at: '2026-01-01T00:00:00Z' },
};
const FIGURES = '{ indicator(slug: "a") { series { points { value } } } }';
const figures = {
  indicator: {
    slug: 'a',
    title: 'Arrivals',
    dimensions: [],
    series: [
      {
        ...SERIES,
        area: { code: 'IT', title: 'Italy' },
        points: [
          { ...POINT, period: '2023-01', value: 12345.5 },
          { ...POINT, period: '2023-02', value: null, state: 'SUPPRESSED', flags: ['PROVISIONAL', 'ESTIMATED'] },
        ],
      },
      { ...SERIES, area: { code: 'ES', title: 'Spain' }, points: [{ ...POINT, period: '2023-01', value: 0 }] },
    ],
  },
};

describe('toDisplayTable', () => {
  test('a display table hides the list if its indicator implies it, else an implied indicator on narrow screens', () => {
    const rolesOf = (query: string, data: object) => {
      const messages = messagesFor(['en']);
      const table = mainTable(planTablesOf(schema, query), data)!;
      const { columns } = toDisplayTable(table, { messages, format: formatsFor(messages) });
      return columns.map(({ role, isMain }) => `${role}${isMain ? '' : ' (wide)'}`);
    };
    const TWO =
      '{ one: indicator(slug: "a") { series { points { value } } } two: indicator(slug: "b") { series { points { value } } } }';
    const THREE = `{ one: indicator(slug: "a") { series { points { value } } } two: indicator(slug: "b") { series { points { value } } }
      three: indicator(slug: "a") { series { points { value } } } }`;
    const data = { one: figures.indicator, two: { ...figures.indicator, title: 'Departures' } };
    expect(rolesOf(TWO, data)).toEqual(['indicator', 'area', 'period', 'value', 'flags (wide)']);
    const roles = rolesOf(THREE, { ...data, three: figures.indicator });
    expect(roles).toEqual(['list', 'indicator (wide)', 'area', 'period', 'value', 'flags (wide)']);
  });

  test('a display table does not show the code of an area next to its name', () => {
    const cells = '{ indicator(slug: "a") { changes(from: "", to: "") { cells { area { code } period } } } }';
    const area = (code: string, title: string) => ({ period: '2023', area: { code, slug: code.toLowerCase(), title } });
    const data = { indicator: { title: 'A', changes: { cells: [area('IT', 'Italy'), area('ES', 'Spain')] } } };
    expect(screen(cells, data)).toMatchObject({ labels: ['Area'], rows: [['Italy'], ['Spain']] });
  });

  test('a display table states once the values that all rows have in common, also of unselected columns', () => {
    expect(screen(FIGURES, figures)).toEqual({
      common: ['Indicator: Arrivals', 'Source: A report <https://example.org/a>'],
      labels: ['Area', 'Period', 'Value (persons)', 'Flags'],
      rows: [
        ['Italy', 'Jan 2023', '12,345.5', ''],
        ['Italy', 'Feb 2023', 'Withheld by the publisher', 'Provisional; Estimated'],
        ['Spain', 'Jan 2023', '0', ''],
      ],
    });
  });

  test('a display table shows why a figure is missing, also if the column of states is the first', () => {
    const messages = messagesFor(['en']);
    const table = mainTable(planTablesOf(schema, FIGURES), figures)!;
    const state = table.columns.findIndex(({ role }) => role === 'state');
    const stateFirst = <T>(cells: readonly T[]) => [cells[state]!, ...cells.toSpliced(state, 1)];
    const moved = { ...table, columns: stateFirst(table.columns), rows: table.rows.map(stateFirst) };
    const { columns } = toDisplayTable(moved, { messages, format: formatsFor(messages) });
    const { cell } = columns.find(({ role }) => role === 'value')!;
    expect(moved.rows.map((row) => cell(row).text)).toEqual(['12,345.5', 'Withheld by the publisher', '0']);
  });

  test('a display table links web addresses', () => {
    const [one, other] = ['https://example.org/a', 'https://example.org/b'];
    const nodes = [
      { slug: 'a', title: 'A', url: one },
      { slug: 'b', title: 'B', url: other },
    ];
    const { rows } = screen('{ resources { nodes { slug title url } } }', { resources: { nodes } });
    expect(rows.map((row) => row.at(-1))).toEqual([`${one} <${one}>`, `${other} <${other}>`]);
  });

  test('a display table qualifies the label of a column only if another one has the same label', () => {
    const query = '{ indicator(slug: "a") { attribution series { unit points { value } } } }';
    const data = { indicator: { ...figures.indicator, attribution: 'Source: Eurostat.' } };
    expect(screen(query, data).common).toContain('Credit line: Source: Eurostat.');
    const both = '{ indicator(slug: "a") { frequency series { frequency points { value } } } }';
    const { common } = screen(both, { indicator: { ...data.indicator, frequency: 'MONTH' } });
    expect(common).toEqual(expect.arrayContaining(['Indicator · Frequency: Monthly', 'Frequency: Yearly']));
  });

  test('a display table has one column for dimensions that only some rows have, and shows the common country once', () => {
    const query = `{ country(by: { code: "IT" }) { title series {
      indicator { title } latest { period value } } } }`;
    const dimension = (name: string) => ({
      name,
      title: name,
      total: 'T',
      codes: [{ code: 'T', title: `All ${name}` }],
    });
    const series = (title: string, dimensions: string[]) => ({
      ...SERIES,
      indicator: { slug: title, title, dimensions: dimensions.map(dimension) },
      area: { code: 'IT', title: 'Italy' },
      latest: { ...POINT, period: '2023', value: 1 },
    });
    const allSeries = [series('A', []), series('B', ['sex']), series('C', ['reason', 'place'])];
    const { common, labels, rows } = screen(query, { country: { title: 'Italy', series: allSeries } });
    expect(common).toEqual([
      'Area: Italy',
      'Period: 2023',
      'Value: 1',
      'Unit: persons',
      expect.stringMatching(/^Source/),
    ]);
    expect(labels).toEqual(['Indicator', 'Broken down by']);
    expect(rows).toEqual([
      ['A', ''],
      ['B', 'All sex'],
      ['C', 'All reason; All place'],
    ]);
  });

  test('a display table labels several lists by their aliases in the query', () => {
    const query = `{ indicator(slug: "a") {
      plain: series { points { value } }
      yearOnYear: series(recipe: { transform: YEAR_ON_YEAR }) { points { value } }
    } }`;
    const [italy] = figures.indicator.series;
    const data = { indicator: { ...figures.indicator, plain: [italy], yearOnYear: [italy] } };
    const { labels, rows } = screen(query, data);
    expect(labels[0]).toBe('Series');
    expect(rows.map(([list]) => list)).toEqual(['Plain', 'Plain', 'Year on year', 'Year on year']);
  });

  test('a display table formats values in the locale of its labels', () => {
    const { common, labels, rows } = screen(FIGURES, figures, 'de');
    expect([common[1], labels.slice(0, 3)]).toEqual([
      'Quelle: A report <https://example.org/a>',
      ['Gebiet', 'Zeitraum', 'Wert (Personen)'],
    ]);
    expect(rows[0]!.slice(1, 3)).toEqual(['Jan 2023', '12.345,5']);
  });

  test('a display table links names of entries to their pages, and shows enum values as labels', () => {
    const query = '{ trends { nodes { slug title direction digital { service use } period { from } } } }';
    const node = { slug: 'a', title: 'A trend', direction: 'RISING', digital: [], period: { from: '2024-06' } };
    const digital = [{ service: 'SOCIAL_MEDIA', use: 'MONEY_TRANSFER' }];
    const other = { ...node, slug: 'b', title: 'Another', digital, direction: 'STABLE' };
    expect(screen(query, { trends: { nodes: [node, other] } })).toEqual({
      common: ['Period · From: June 2024'],
      labels: ['Trend', 'Direction', 'Digital services'],
      rows: [
        ['A trend </trend/a>', 'Rising', ''],
        ['Another </trend/b>', 'Stable', 'Social media / Money transfer'],
      ],
    });
  });

  test('a display table shows the kinds of entries and the results of a comparison as labels', () => {
    const query = '{ search(query: "a") { edges { node { __typename slug title } } } }';
    const node = { __typename: 'Law', slug: 'a', title: 'Une loi' };
    const other = { __typename: 'Country', slug: 'b', title: 'Italie' };
    const { rows } = screen(query, { search: { edges: [{ node }, { node: other }] } }, 'fr');
    expect(rows.map((row) => row.slice(0, 2).toSorted())).toEqual([
      ['Texte juridique', 'Une loi'],
      ['Fiche pays', 'Italie'],
    ]);
    // The kind of a list of one kind is constant.
    const topics = [{ __typename: 'Topic', slug: 'a', title: 'A' }];
    const single = screen('{ topics { nodes { __typename slug title } } }', { topics: { nodes: topics } });
    expect(single).toEqual({ common: [], labels: ['Topic'], rows: [['A </topic/a>']] });
    const compared = '{ compare(series: []) { __typename ... on IncompatibleSeries { pairs { message } } } }';
    const alone = screen(compared, { compare: { __typename: 'IncompatibleSeries', pairs: [{ message: 'No.' }] } });
    expect(alone.rows.flat()).toContain('Not comparable');
  });

  test('a display table shows field names as labels, without duplicates', () => {
    const found = (title: string, ...fields: string[]) => ({
      node: { __typename: 'Topic', slug: title, title },
      highlights: fields.map((field) => ({ field })),
    });
    const query = '{ search(query: "a") { edges { node { __typename slug title } highlights { field } } } }';
    const edges = [found('A', 'title', 'title', 'altLabels'), found('B', 'sessions.title')];
    const { rows } = screen(query, { search: { edges } }, 'fr');
    expect(rows.map((row) => row.at(-1))).toEqual(['Titre; Autres noms', 'Séances · Titre']);

    const alone = screen('{ search(query: "a") { edges { highlights { field } } } }', {
      search: { edges: [{ highlights: [{ field: 'officialLanguages' }, { field: 'summary' }] }] },
    });
    expect(alone.rows).toEqual([['Official languages; Summary']]);

    const links = `{ trend(slug: "a") { related { entry { __typename slug title } reasons { shared { title } link { field } } } } }`;
    const reason = (title: string | null, field: string) => ({
      shared: title === null ? null : { title },
      link: { field },
    });
    const related = (title: string, reasons: object[]) => ({
      entry: { __typename: 'Topic', slug: title, title },
      reasons,
    });
    const texts = screen(links, {
      trend: {
        related: [
          related('A', [reason('Social media', 'topics'), reason(null, 'citations.source')]),
          related('B', [reason('Social media', 'topics')]),
        ],
      },
    });
    expect(texts.rows.map((row) => row.at(-1))).toEqual([
      'Social media / Topics; Sources · Source',
      'Social media / Topics',
    ]);
  });

  test('a display table of one row shows all its values as columns', () => {
    const country = { slug: 'it', title: 'Italy', code: 'IT', capital: 'Rome', officialLanguages: ['it', 'de'] };
    expect(screen('{ country(by: {code: "IT"}) { title capital officialLanguages } }', { country })).toEqual({
      common: [],
      labels: ['Country', 'Capital', 'Official languages'],
      rows: [['Italy </country/it>', 'Rome', 'Italian; German']],
    });
  });

  test('a display table has columns even without rows', () => {
    expect(screen('{ trends { nodes { title direction } } }', { trends: { nodes: [] } }).labels).toEqual([
      'Trend',
      'Direction',
    ]);
  });
});
