import { csvOf, tablesOf } from '../../src/graphiql/tables.js';

const answer = {
  leaflets: {
    totalCount: 2,
    nodes: [
      { title: 'First', issuer: { title: 'Eurojust' }, languages: ['en', 'fr'], trends: [{ title: 'A', size: 3 }] },
      { title: 'Second', issuer: null, languages: [], trends: [{ title: 'B', size: null }, { title: 'C' }] },
    ],
  },
};

describe('the tables of an answer', () => {
  it('are one for each place that holds a list of objects, outer lists first', () => {
    expect(tablesOf(answer).map(({ path }) => path)).toEqual(['leaflets.nodes', 'leaflets.nodes.trends']);
  });

  it('spread linked objects over columns and write lists as one text', () => {
    expect(tablesOf(answer)[0]).toEqual({
      path: 'leaflets.nodes',
      columns: ['title', 'issuer.title', 'languages', 'trends'],
      rows: [
        ['First', 'Eurojust', 'en; fr', 'A'],
        ['Second', null, '', 'B; C'],
      ],
    });
  });

  it('name the parent of each row of an inner list, and leave empty what a row does not have', () => {
    expect(tablesOf(answer)[1]).toEqual({
      path: 'leaflets.nodes.trends',
      columns: ['in leaflets.nodes', 'title', 'size'],
      rows: [
        ['First', 'A', 3],
        ['Second', 'B', null],
        ['Second', 'C', null],
      ],
    });
  });

  it('name an object that has no title by the title of what it points to', () => {
    const [table] = tablesOf({ nodes: [{ slug: 'x', citations: [{ source: { title: 'The report' } }] }] });
    expect(table?.rows).toEqual([['x', 'The report']]);
  });

  it('tell the number of inner rows that have no name', () => {
    const points = [
      { period: '2022', size: 1, source: { title: 'A' } },
      { period: '2023', size: 2, source: { title: 'A' } },
    ];
    expect(tablesOf({ series: [{ unit: 'cases', points }] })[0]?.rows).toEqual([['cases', '2 rows']]);
  });

  it('are none where the answer holds no list of objects', () => {
    expect(tablesOf({ country: { title: 'Italy', languages: ['it'] } })).toEqual([]);
    expect(tablesOf(null)).toEqual([]);
  });

  it('take an alias that is called __proto__ for a column like any other', () => {
    const hostile = JSON.parse('{"nodes":[{"__proto__":"polluted"}]}') as unknown;
    expect(tablesOf(hostile)).toEqual([{ path: 'nodes', columns: ['__proto__'], rows: [['polluted']] }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('the CSV of a table', () => {
  const csv = (...cells: (string | number | boolean | null)[]) =>
    csvOf({ path: 'x', columns: cells.map((_, at) => `c${at}`), rows: [cells] }).split('\r\n')[1];

  it('quotes commas, quotes and line breaks', () => {
    expect(csv('a,b', 'say "so"', 'two\nlines')).toBe('"a,b","say ""so""","two\nlines"');
  });

  it('keeps a spreadsheet from taking text for a formula, but leaves numbers alone', () => {
    expect(csv('=1+1', '+cmd', '-2', '@x', -3.5)).toBe("'=1+1,'+cmd,-2,'@x,-3.5");
  });

  it('writes an empty cell for what the answer does not have, and 0 for zero', () => {
    expect(csv(null, 0, false)).toBe(',0,false');
  });
});
