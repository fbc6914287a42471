import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDatasetFigures } from '../../src/datasets/read-figures.js';
import { type AreaDefinition, AreaResolver } from '../../src/series/area-resolver.js';
import { growthBelow } from '../support/cpu-time-growth.js';
import { workbookWith, buildZip } from './zip-writer.js';
import { DEFAULT_READ_CHOICES } from './default-read-choices.js';

const MB = 1024 ** 2;
const ROWS = process.env.LONG ? 50_000 : 20_000;
const italy: AreaDefinition = { code: 'IT', kind: 'Country', titles: { en: 'Italy' }, alpha3: 'ITA', codes: [] };
const areas = new AreaResolver([italy]);
const target = { frequency: 'YEAR' as const, measure: 'FLOW' as const, decimals: 0, dimensions: [] };

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'signpost-hostile-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: Buffer | string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function read(path: string) {
  return readDatasetFigures([path], target, areas, DEFAULT_READ_CHOICES);
}

/** Returns the error message for a file. Expects that memory grows by less than 256 MB while it is read. */
async function errorMessage(path: string): Promise<string> {
  global.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
  try {
    await read(path);
  } catch (error) {
    expect(error).toMatchObject({ name: 'AppError', code: 'DATASET_INVALID' });
    most = Math.max(most, process.memoryUsage().rss);
    expect(Math.round((most - before) / MB)).toBeLessThan(256);
    return (error as Error).message;
  } finally {
    clearInterval(watch);
  }
  throw new Error('The file was read.');
}

const SHEET = '<worksheet><sheetData>';
const HEADER = `<row r="1">${['area', 'year', 'value'].map(inline).join('')}</row>`;

function inline(text: string): string {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}

describe('rejected archives and workbooks', () => {
  it('a zip bomb of blanks is rejected', async () => {
    const bomb = buildZip([{ name: 'bomb.csv', data: Buffer.alloc(60 * MB, 0x20) }]);
    expect(await errorMessage(file('bomb.zip', bomb))).toMatch(/compressed by more than a factor of 100/);
  });

  it('a zip bomb in a sheet is rejected', async () => {
    const sheet = `${SHEET}${HEADER}${' '.repeat(60 * MB)}</sheetData></worksheet>`;
    expect(await errorMessage(file('bomb.xlsx', buildZip(workbookWith(sheet))))).toMatch(/compressed by more than/);
  });

  it('an archive with a member larger than its header states is rejected', async () => {
    const wrongSizeZip = buildZip([
      { name: 'liar.csv', data: 'area,year,value\nIT,2020,5\n'.repeat(100), claimedSize: 10 },
    ]);
    expect(await errorMessage(file('liar.zip', wrongSizeZip))).toMatch(/cannot be read/);
  });

  it('an archive with overlapping members is rejected', async () => {
    const csv = 'area,year,value\nIT,2020,5\n';
    const overlapping = buildZip([
      { name: 'a.csv', data: csv },
      { name: 'b.csv', data: csv, sharesWith: 0 },
    ]);
    expect(await errorMessage(file('overlap.zip', overlapping))).toMatch(/overlap|cannot be read/);
  });

  it('an archive with more members than the limit is rejected', async () => {
    const manyMembersZip = buildZip(Array.from({ length: 1_001 }, (_, index) => ({ name: `${index}.csv`, data: 'x' })));
    expect(await errorMessage(file('many.zip', manyMembersZip))).toMatch(/1001 members/);
  });

  it('a workbook with a document type declaration is rejected', async () => {
    const sheet = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${SHEET}${HEADER}</sheetData></worksheet>`;
    expect(await errorMessage(file('doctype.xlsx', buildZip(workbookWith(sheet))))).toMatch(/document type/);
  });

  it('a workbook with an external part is rejected', async () => {
    const data =
      '<Relationships><Relationship Id="r1" Type="x/worksheet" TargetMode="External" Target="https://example.org/"/></Relationships>';
    const outsideWorkbook = workbookWith(SHEET, { name: 'xl/_rels/workbook.xml.rels', data });
    expect(await errorMessage(file('outside.xlsx', buildZip(outsideWorkbook)))).toMatch(/in another file/);
  });

  it('a sheet with a cell in column XFD is rejected', async () => {
    const sheet = `${SHEET}<row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`;
    expect(await errorMessage(file('wide.xlsx', buildZip(workbookWith(sheet))))).toMatch(/column/);
  });

  it('a truncated archive is rejected', async () => {
    const whole = buildZip(workbookWith(`${SHEET}${HEADER}</sheetData></worksheet>`));
    expect(await errorMessage(file('cut.xlsx', whole.subarray(0, whole.length - 40)))).toMatch(/truncated/);
  });

  it('a workbook in the XLS format is rejected', async () => {
    expect(await errorMessage(file('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toMatch(/XLS/);
  });
});

describe('rejected text', () => {
  it('a row of a million columns is rejected', async () => {
    expect(await errorMessage(file('columns.csv', `area,year${',x'.repeat(1_000_000)}\n`))).toMatch(
      /longer than|columns/,
    );
  });

  it('binary data is rejected', async () => {
    const bytes = Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 89 + 7) % 256));
    expect(await errorMessage(file('binary.csv', bytes))).toMatch(/binary/);
  });

  it('a text with an unterminated quote is rejected', async () => {
    const text = `area,year,value\n"IT,2020,5\n${'IT,2021,6\n'.repeat(1_000)}`;
    expect(await errorMessage(file('quote.csv', text))).toMatch(/not closed/);
  });

  it('an empty file, a folder, a link to a device and a missing file are rejected', async () => {
    expect(await errorMessage(file('empty.csv', ''))).toMatch(/empty/);
    mkdirSync(join(folder, 'folder'));
    expect(await errorMessage(join(folder, 'folder'))).toMatch(/not a regular file/);
    symlinkSync('/dev/zero', join(folder, 'zero.csv'));
    expect(await errorMessage(join(folder, 'zero.csv'))).toMatch(/not a regular file/);
    expect(await errorMessage(join(folder, 'nothing.csv'))).toMatch(/no file/);
  });

  it('a web page instead of a data file is rejected', async () => {
    expect(await errorMessage(file('page.csv', '<!DOCTYPE html><html><body>Sign in</body></html>'))).toMatch(
      /web page/,
    );
  });
});

describe('a table with an error in every row', () => {
  const table = (name: string, rows: number, row: (index: number) => string) => {
    const path = file(
      name,
      `area,year,value\nItaly,2020,5\n${Array.from({ length: rows }, (_, index) => row(index)).join('')}`,
    );
    return () => readDatasetFigures([path], target, new AreaResolver([italy]), DEFAULT_READ_CHOICES);
  };

  it('a table whose rows have too many cells takes at most three times as long as a valid table', async () => {
    const even = table('even.csv', ROWS, (index) => `IT,${1900 + (index % 100)},5\n`);
    const uneven = table('uneven.csv', ROWS, (index) => `IT,${1900 + (index % 100)},5,6\n`);
    expect((await uneven()).report.rejections).toMatchObject([{ code: 'ROW_SHAPE', count: ROWS }]);
    expect(await growthBelow(3, even, uneven)).toBeLessThan(3);
  });

  it('similar areas are searched for a limited number of errors, however many errors there are', async () => {
    const nonsense = (count: number) =>
      table(`nonsense${count}.csv`, count, (index) => `Bosnia and Herzegovina ${index},2020,5\n`);
    const { rejections } = (await nonsense(3_000)()).report;
    expect(rejections[1]!.reason).toBe('no area has this name; nearest: Bosnia and Herzegovina');
    expect(rejections.reduce((sum, { count }) => sum + count, 0)).toBe(3_000);
    expect(await growthBelow(4, nonsense(1_000), nonsense(10_000))).toBeLessThan(4);
  });
});

describe('rejected JSON', () => {
  const set = (change: object) =>
    JSON.stringify({
      class: 'dataset',
      id: ['geo', 'time'],
      size: [1, 1],
      dimension: {
        geo: { category: { index: { IT: 0 } } },
        time: { category: { index: { 2020: 0 } } },
      },
      value: [5],
      ...change,
    });

  it.each([
    ['sizes whose product is huge', { size: [100_000, 100_000] }, /more than 5000000 cells/],
    ['sizes that are no numbers', { size: ['1', -1] }, /not a valid dimension size/],
    ['more codes than it says', { dimension: { geo: { category: { index: ['IT', 'FR'] } }, time: {} } }, /codes/],
    ['a value beyond the last cell', { value: { 7: 1 } }, /"7" is not a cell index/],
    ['a key that is no number', { value: { __proto__x: 1 } }, /is not a cell index/],
    ['fewer values than cells', { value: [] }, /truncated/],
    ['a dimension that is not described', { id: ['geo', 'constructor'] }, /not described/],
  ])('a JSON-stat data set with %s is rejected', async (name, change, message) => {
    expect(await errorMessage(file(`${name}.json`, set(change)))).toMatch(message);
  });

  it('truncated JSON and very deep JSON are rejected', async () => {
    expect(await errorMessage(file('cut.json', set({}).slice(0, -5)))).toMatch(/truncated/);
    expect(await errorMessage(file('deep.json', '['.repeat(100_000)))).toMatch(/truncated|nested/);
  });
});

describe('a sheet with wrong metadata', () => {
  it('a sheet with a wrong dimension is read by its cells, and cells with formulas are rejected', async () => {
    const row = (number: number, year: string, cell: string) =>
      `<row r="${number}">${inline('IT')}${inline(year)}${cell}</row>`;
    const rows = row(2, '2020', '<c><v>5</v></c>') + row(3, '2021', '<c><f>1+1</f><v>2</v></c>');
    const sheet = `<worksheet><dimension ref="A1"/><sheetData>${HEADER}${rows}</sheetData></worksheet>`;
    const { series, report } = await read(file('dimension.xlsx', buildZip(workbookWith(sheet))));
    expect(series[0]!.points).toMatchObject([{ period: '2020', value: 5 }]);
    expect(report.rejections).toMatchObject([
      { code: 'VALUE_INVALID', rows: [3], reason: expect.stringMatching('formula') },
    ]);
  });
});
