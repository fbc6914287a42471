import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseMappingFile } from '../../src/datasets/mapping-file.js';
import { type ImportChoices, readDatasetFigures } from '../../src/datasets/read-figures.js';
import { type AreaDefinition, AreaResolver } from '../../src/series/area-resolver.js';
import { buildZip } from './zip-writer.js';
import { DEFAULT_READ_CHOICES } from './default-read-choices.js';

const country = (code: string, alpha3: string, en: string): AreaDefinition => {
  return { code, kind: 'Country', titles: { en }, alpha3, codes: [] };
};
const areas = new AreaResolver([country('IT', 'ITA', 'Italy'), country('PL', 'POL', 'Poland')]);
const persons = { frequency: 'YEAR' as const, measure: 'FLOW' as const, decimals: 0, dimensions: [] };

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'signpost-broken-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: Buffer | string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const read = (path: string, choices: Partial<ImportChoices> = {}) =>
  readDatasetFigures([path], persons, areas, { ...DEFAULT_READ_CHOICES, ...choices });
const csv = (...lines: string[]) => file('table.csv', `${lines.join('\n')}\n`);

describe('JSON-stat 1.x from Eurostat', () => {
  const dimension = {
    unit: { label: 'unit', category: { index: { NR: 0 }, label: { NR: 'Number' } } },
    geo: { label: 'geo', category: { index: { IT: 0, PL: 1 }, label: { IT: 'Italy', PL: 'Poland' } } },
    time: { label: 'time', category: { index: { 2013: 0, 2014: 1 }, label: { 2013: '2013', 2014: '2014' } } },
    id: ['unit', 'geo', 'time'],
    size: [1, 2, 2],
  };
  const set = {
    value: { 0: 10, 1: 12, 2: 7 },
    status: { 1: 'p', 3: ':c' },
    dimension,
    label: 'A scratch',
    source: 'Eurostat',
    updated: '2015-03-26',
  };
  const figures = [
    ['IT', [10, 12], [[], ['PROVISIONAL']]],
    ['PL', [7, null], [[], []]],
  ];

  async function readSet(value: unknown) {
    const { series, files, report } = await read(file('stat.json', JSON.stringify(value)));
    expect(files).toMatchObject([{ layout: 'JSON-stat', publisher: 'Eurostat', updated: '2015-03-26' }]);
    expect(report).toMatchObject({ rejected: 0, suppressed: 1 });
    return series.map(({ area, points }) => [area, points.map((each) => each.value), points.map((each) => each.flags)]);
  }

  it('a JSON-stat 1.x data set is read under any name', async () => {
    expect(await readSet({ scratch_a: set })).toEqual(figures);
    expect(await readSet({ version: '1.2', scratch_a: set })).toEqual(figures);
    // These names are also names of members of a data set.
    expect(await readSet({ value: set })).toEqual(figures);
    expect(await readSet({ dimension: set })).toEqual(figures);
  });

  it('a JSON-stat 1.x data set is read without name or class', async () => {
    expect(await readSet(set)).toEqual(figures);
  });

  it('a JSON-stat 1.x data set is read if sizes and positions are strings and each role is a single name', async () => {
    const index = { IT: '0', PL: '1' };
    const geo = { ...dimension.geo, category: { ...dimension.geo.category, index } };
    const role = { time: 'time', geo: 'geo' };
    const texts = { ...dimension, geo, role, size: ['1', '2', '2'] };
    expect(await readSet({ scratch_a: { ...set, dimension: texts } })).toEqual(figures);
  });

  it.each([
    ['1.5', '"1.5" is not a valid dimension size'],
    ['two', '"two" is not a valid dimension size'],
    ['', '"" is not a valid dimension size'],
    ['-2', '"-2" is not a valid dimension size'],
  ])('a JSON-stat 1.x data set with a dimension size of %j is rejected', async (size, message) => {
    const invalidDimension = { ...dimension, size: ['1', size, '2'] };
    await expect(readSet({ scratch_a: { ...set, dimension: invalidDimension } })).rejects.toThrow(message);
  });
});

describe('headings of tables', () => {
  it.each([
    [
      'country,x,y',
      'no column for the period (such as period, time period or year) and for the value (such as value, obs value or v)',
    ],
    ['land,year,value', 'no column for the area (such as area, geo or country)'],
    ['country,geo,year,value', 'several columns for the area: geo, country'],
  ])('the missing or duplicate heading in %j is reported with its line', async (headings, message) => {
    await expect(read(csv(headings, 'IT,2020,5,6'))).rejects.toThrow(message);
    await expect(read(csv(headings, 'IT,2020,5,6'))).rejects.toThrow('line 1');
  });

  it('headings in a mapping that the table lacks are reported with the line of the headings', async () => {
    const path = csv('Table 1', 'Land,Jahr,Zahl', 'IT,2020,5');
    const mapping = parseMappingFile('area: Land\nperiod: Jahre\nvalue: Zahl');
    await expect(read(path, { mapping })).rejects.toThrow('The headings on line 2 lack "Jahre"; did you mean "Jahr"?');
  });
});

describe('malformed text is reported with its line', () => {
  it('an unterminated quote is reported with its line', async () => {
    const rows = 'IT,2021,6\n'.repeat(20);
    const path = file('quote.csv', `area,year,value\nPL,2019,"1"\n"IT,2020,5\n${rows}`);
    await expect(read(path)).rejects.toThrow('The quote in the row on line 3 is not closed');
  });

  it('an unterminated quote in a file longer than the row limit is reported with its line', async () => {
    const path = file('long.csv', `area,year,value\nPL,2019,1\n"IT,2020,5\n${'IT,2021,6\n'.repeat(200_000)}`);
    await expect(read(path)).rejects.toThrow('The row on line 3 is longer than');
  });

  it('a NUL character is reported with its line', async () => {
    const rows = 'IT,2020,5\n'.repeat(8_000);
    await expect(read(csv('area,year,value', 'IT,2020,5', 'PL,20\u000020,6'))).rejects.toThrow(
      'NUL character on line 3',
    );
    const errorAtEndFile = file('late.csv', `area,year,value\n${rows}PL,20\u000020,6\n`);
    await expect(read(errorAtEndFile)).rejects.toThrow('NUL character on line 8002');
  });

  it('an unknown area is reported with its row', async () => {
    const { report } = await read(csv('area,year,value', 'IT,2020,5', 'Utopia,2020,6'));
    expect(report.rejections).toMatchObject([{ code: 'AREA_UNKNOWN', text: 'Utopia', rows: [3] }]);
  });
});

describe('a truncated download is reported', () => {
  const completeFile = `area,year,value\n${'IT,2020,5\n'.repeat(1_000)}`;

  it('a text that ends within a row is reported as truncated', async () => {
    const { report } = await read(file('cut.csv', 'area,year,value\nIT,2020,5\nPL,20'));
    expect(report.rejections).toMatchObject([
      {
        code: 'ROW_SHAPE',
        rows: [3],
        reason: '2 cells, but there are 3 headings, and no line end: the file is truncated',
      },
    ]);
  });

  it('a truncated Eurostat TSV file, whose first cell has commas, is reported as truncated', async () => {
    const { report } = await read(file('cut.tsv', 'unit,geo\\time\t2019 \t2020 \nNR,IT\t5 \t6 \nNR,PL\t7 '));
    expect(report).toMatchObject({ kept: 2, rejections: [{ code: 'ROW_SHAPE', rows: [3] }] });
    expect(report.rejections[0]!.reason).toContain('the file is truncated');
  });

  it('a truncated GZIP file is reported as truncated', async () => {
    await expect(read(file('cut.csv.gz', gzipSync(completeFile).subarray(0, 60)))).rejects.toThrow('is truncated');
  });

  it('a truncated ZIP archive is reported as truncated', async () => {
    const archive = buildZip([{ name: 'table.csv', data: completeFile }]);
    await expect(read(file('cut.zip', archive.subarray(0, archive.length - 40)))).rejects.toThrow('is truncated');
  });

  it('truncated JSON is reported as truncated', async () => {
    await expect(read(file('cut.json', '[{"area": "IT", "year": 2020, "value": 5}, {"ar'))).rejects.toThrow(
      'The JSON text is truncated',
    );
    await expect(read(file('wrong.json', '[{"area": "IT",\n"year": 2020,,\n"value": 5}]'))).rejects.toThrow(
      'The JSON text is invalid on line 2',
    );
  });
});
