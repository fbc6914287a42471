import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EncodingSniffer } from '../../src/datasets/encoding-sniffer.js';
import { parseMappingFile } from '../../src/datasets/mapping-file.js';
import { readDatasetFigures } from '../../src/datasets/read-figures.js';
import type { ImportTarget } from '../../src/datasets/import-target.js';
import { type AreaDefinition, AreaResolver } from '../../src/series/area-resolver.js';
import { workbookWith, buildZip } from './zip-writer.js';
import { DEFAULT_READ_CHOICES } from './default-read-choices.js';

const country = (code: string, alpha3: string, en: string): AreaDefinition => {
  return { code, kind: 'Country', titles: { en }, alpha3, codes: [] };
};
const areas = new AreaResolver([country('IT', 'ITA', 'Italy'), country('PL', 'POL', 'Poland')]);
const persons: ImportTarget = { frequency: 'YEAR', measure: 'FLOW', decimals: 0, dimensions: [] };

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'signpost-misread-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, ...lines: string[]): string {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  return join(folder, name);
}

async function read(path: string, { mapping = null as string | null, target = persons } = {}) {
  return readDatasetFigures([path], target, areas, {
    ...DEFAULT_READ_CHOICES,
    mapping: mapping === null ? null : parseMappingFile(mapping),
  });
}

test.each(['é', '€', '😀'])('a file with %s is detected as UTF-8 wherever a chunk ends', (sign) => {
  const bytes = Buffer.from(`${sign}, ${sign}`);
  for (let chunkEnd = 0; chunkEnd <= bytes.length; chunkEnd += 1) {
    const sniffer = new EncodingSniffer();
    for (const chunk of [bytes.subarray(0, chunkEnd), bytes.subarray(chunkEnd)]) sniffer.observe(chunk);
    expect([chunkEnd, sniffer.encoding()]).toEqual([chunkEnd, 'utf-8']);
  }
});

describe('the encoding of a file', () => {
  const sniff = (bytes: Buffer) => {
    const sniffer = new EncodingSniffer();
    sniffer.observe(bytes);
    return sniffer.encoding();
  };
  const text = 'area,year,value\nIT,2020,5\n';
  const little = Buffer.from(text, 'utf16le');

  test('a file with zero bytes and no byte order mark is detected as UTF-16, in either byte order', () => {
    expect([sniff(little), sniff(Buffer.from(little).swap16())]).toEqual(['utf-16le', 'utf-16be']);
  });

  test('a file with a byte order mark has its encoding', () => {
    const marked = Buffer.from(`\ufeff${text}`, 'utf16le');
    const all = [marked, Buffer.from(marked).swap16(), Buffer.from(`\ufeff${text}`)];
    expect(all.map(sniff)).toEqual(['utf-16le', 'utf-16be', 'utf-8']);
  });

  test('a file that is not valid UTF-8 is read as ISO-8859-1', () => {
    expect(sniff(Buffer.from('área,año,valor\n', 'latin1'))).toBe('iso-8859-1');
    // A UTF-8 character that the end of the file truncates.
    expect(sniff(Buffer.from('€').subarray(0, 2))).toBe('iso-8859-1');
  });

  test('a file with a single zero byte is not read as UTF-16, so that the zero byte is reported with its line', () => {
    const longText = text.repeat(10);
    expect([sniff(Buffer.from(`${longText}\0`)), sniff(Buffer.from(`${longText}a\0`))]).toEqual(['utf-8', 'utf-8']);
  });

  test('a file with many zero bytes or control characters is rejected as binary', () => {
    expect(() => sniff(Buffer.from('\0\0\0\0area'))).toThrow('The file is binary');
    expect(() => sniff(Buffer.from('\u0001\u0002\u0003area'))).toThrow('The file is binary');
    expect(sniff(Buffer.from('area\t\r\n'))).toBe('utf-8');
  });
});

test('an area of Our World in Data is found by its code if its name is unknown', async () => {
  const path = file('grapher.csv', 'Entity,Code,Year,A figure', 'Bella Italia,ITA,2020,5', 'Poland,,2020,6');
  const { series, files } = await read(path);
  expect(files).toMatchObject([{ layout: 'Our World in Data' }]);
  expect(series.map(({ area, points }) => [area, points[0]!.value])).toEqual([
    ['IT', 5],
    ['PL', 6],
  ]);
});

test.each(['Country of Incident', 'Region of Incident'])(
  'Missing Migrants Project incidents use the column "%s" if it is the only one with a location',
  async (heading) => {
    const headings = `Main ID,${heading},Incident Year,Month,Number of Dead,Minimum Estimated Number of Missing`;
    const path = file('incidents.csv', headings, '1,Italy,2025,February,2,3', '2,Italy,2025,March,1,');
    const monthly: ImportTarget = { ...persons, frequency: 'MONTH' };
    const dimensions = new Map([['measure', 'dead']]);
    const { series, files } = await readDatasetFigures([path], monthly, areas, { ...DEFAULT_READ_CHOICES, dimensions });
    expect(files).toMatchObject([{ layout: 'IOM Missing Migrants' }]);
    expect(series.map(({ area, points }) => [area, points.map(({ value }) => value)])).toEqual([['IT', [2, 1]]]);
  },
);

describe('a Eurostat file without flags', () => {
  it('in a Eurostat file without flags, grouped digits such as 66,322 are read as one number', async () => {
    const path = file('explorer.csv', 'TIME,GEO,Value', '2020,Italy,"66,322"', '2020,Poland,900');
    const { series, report, files } = await read(path);
    expect(files).toMatchObject([{ layout: 'Eurostat Data Explorer CSV' }]);
    expect(series.map(({ area, points }) => [area, points[0]!.value])).toEqual([
      ['IT', 66322],
      ['PL', 900],
    ]);
    expect(report.rejected).toBe(0);
  });
});

describe('rows that do not match their headings', () => {
  it('unquoted grouped digits are reported as too many cells, and a short row as too few', async () => {
    const path = file('shape.csv', 'area,year,value', 'IT,2020,66,322', 'PL,2020,900', 'IT,2021', 'PL,2021,5,');
    const { report } = await read(path);
    expect(report).toMatchObject({ read: 4, kept: 2, rejected: 2 });
    expect(report.rejections).toMatchObject([
      { code: 'ROW_SHAPE', file: 'shape.csv', rows: [2], reason: '4 cells, but there are 3 headings' },
      { code: 'ROW_SHAPE', file: 'shape.csv', rows: [4], reason: '2 cells, but there are 3 headings' },
    ]);
  });

  it('duplicate column headings are rejected', async () => {
    const path = file('doubled.csv', 'area,2020,2021,2020', 'IT,1,2,3');
    await expect(read(path, { mapping: 'area: area\nperiod: columns' })).rejects.toThrow(
      'doubled.csv: Two columns have the heading "2020": 2 and 4.',
    );
  });

  it('text after a closing quote is rejected', async () => {
    const path = file('quote.csv', 'area,year,value', '"IT"aly,2020,5');
    await expect(read(path)).rejects.toThrow('quote.csv: Line 2 has text after a closing quote.');
  });
});

describe('ambiguous input', () => {
  it('a point that could separate thousands is rejected with its position', async () => {
    const path = file('point.csv', 'area,year,value', 'IT,2020,900', 'PL,2020,1.234');
    await expect(read(path)).rejects.toThrow(
      /^point\.csv: "1\.234" in row 3, column "value", may be 1234 or a fraction/,
    );
  });

  it.each([
    ['another figure of the file', ['IT,2020,0.5'], {}],
    ['the indicator', [], { target: { ...persons, decimals: 3 } }],
    ['a mapping file', [], { mapping: "area: area\nperiod: year\nvalue: value\nnumbers: { decimal: '.' }" }],
  ])('a point that could separate thousands is a decimal point if %s shows it', async (_, rows, options) => {
    const { series } = await read(file('told.csv', 'area,year,value', 'PL,2020,1.234', ...rows), options);
    expect(series.find(({ area }) => area === 'PL')!.points[0]!.value).toBe(1.234);
  });

  it('a row with another value for the same figure is reported, with the first row', async () => {
    const { report } = await read(file('twice.csv', 'area,year,value', 'IT,2020,5', 'IT,2020,9', 'IT,2020,5'));
    expect(report.rejections).toMatchObject([
      { code: 'ROW_REPEATED', rows: [4] },
      { code: 'ROW_TWICE', file: 'twice.csv', rows: [3], reason: 'has 9, but row 2 of twice.csv has 5' },
    ]);
  });
});

it('a workbook with a wrong checksum is rejected', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.map(cell).join('')}</row>`;
  const rows = row(1, 'area', 'year', 'value') + row(2, 'IT', '2020', '12345');
  const sheet = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const validZip = buildZip(workbookWith(sheet));
  writeFileSync(join(folder, 'right.xlsx'), validZip);
  expect((await read(join(folder, 'right.xlsx'))).report.kept).toBe(1);
  const invalidZip = buildZip(
    workbookWith(sheet).map((member) => (member.name.includes('sheet1') ? { ...member, claimedCrc: 1 } : member)),
  );
  writeFileSync(join(folder, 'wrong.xlsx'), invalidZip);
  await expect(read(join(folder, 'wrong.xlsx'))).rejects.toThrow(/^wrong\.xlsx: .*sheet1\.xml.* checksum/);
});
