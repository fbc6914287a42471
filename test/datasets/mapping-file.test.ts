import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACCEPTABLE_PROBLEM_CODES, MAPPING_SCHEMA } from '../../src/contract/recipe-schema.js';
import { parseAcceptableCode } from '../../src/datasets/accepted-problems.js';
import { mappingFromFields, parseMappingFile } from '../../src/datasets/mapping-file.js';
import { type ImportChoices, readDatasetFigures } from '../../src/datasets/read-figures.js';
import type { ImportTarget } from '../../src/datasets/import-target.js';
import { type AreaDefinition, AreaResolver } from '../../src/series/area-resolver.js';
import { DEFAULT_READ_CHOICES } from './default-read-choices.js';

const country = (code: string, alpha3: string, en: string): AreaDefinition => {
  return { code, kind: 'Country', titles: { en }, alpha3, codes: [] };
};
const areas = new AreaResolver([country('IT', 'ITA', 'Italy'), country('GR', 'GRC', 'Greece')]);
const monthly: ImportTarget = { frequency: 'MONTH', measure: 'FLOW', decimals: 0, dimensions: [] };

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'signpost-mapping-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(lines: string[], mapping: string, target = monthly, more: Partial<ImportChoices> = {}) {
  const path = join(folder, 'table.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const { series, report } = await readDatasetFigures([path], target, areas, {
    ...DEFAULT_READ_CHOICES,
    mapping: parseMappingFile(mapping),
    ...more,
  });
  const figures = series.flatMap(({ area, points }) => points.map(({ period, value }) => [area, period, value]));
  return { figures, report };
}

it('dates are read day first if the mapping file sets that order, and rejected if the order is ambiguous', async () => {
  const lines = ['Day,n', '03/02/2020,5', '3.2.2020,1', '31/12/2020,7'];
  const mapping = 'area: { fixed: IT }\nvalue: n\naddRepeated: true\nperiod: ';
  expect((await read(lines, `${mapping}{ columns: Day, dates: day-first }`)).figures).toEqual([
    ['IT', '2020-02', 6],
    ['IT', '2020-12', 7],
  ]);
  const { report } = await read(lines, `${mapping}Day`);
  expect(report.rejections).toMatchObject([
    { code: 'PERIOD_INVALID', text: '03/02/2020', reason: expect.stringMatching('dates: day-first') },
    { text: '3.2.2020' },
    { text: '31/12/2020' },
  ]);
});

it('a mapping file may omit day-first or month-first if no date is ambiguous', async () => {
  const { figures } = await read(['Day,n', 'Feb-2020,5'], 'area: { fixed: IT }\nvalue: n\nperiod: { columns: Day }');
  expect(figures).toEqual([['IT', '2020-02', 5]]);
});

it.each([
  ['{ thousands: ";" }', '";" cannot be the thousands separator if "." is the decimal separator.'],
  ['{ thousands: "." }', '"." cannot be the thousands separator if "." is the decimal separator.'],
  ['{ decimal: ",", thousands: "," }', '"," cannot be the thousands separator if "," is the decimal separator.'],
])('a mapping file with the number format %s is rejected', (numbers, message) => {
  expect(() => parseMappingFile(`area: { fixed: IT }\nperiod: month\nnumbers: ${numbers}`)).toThrow(message);
});

it('the columns of a table are assigned to countries by their headings or by the mapping file', async () => {
  const lines = ['month,Italy,greece_all', 'Jan-2015,5,NA', 'Feb-2015,6,8'];
  expect((await read(lines, 'area: { columns: { Italy: IT, greece_all: GR } }\nperiod: month')).figures).toEqual([
    ['IT', '2015-01', 5],
    ['IT', '2015-02', 6],
    ['GR', '2015-01', null],
    ['GR', '2015-02', 8],
  ]);
  const { figures, report } = await read(lines, 'area: columns\nperiod: month');
  expect(figures.map(([area]) => area)).toEqual(['IT', 'IT']);
  expect(report.rejections).toMatchObject([{ code: 'AREA_UNKNOWN', text: 'greece_all', count: 2 }]);
});

it('a mapping file can set the area of a table without areas', async () => {
  const lines = ['month,n', '2015-01,5'];
  expect((await read(lines, 'area: { fixed: Greece }\nperiod: month\nvalue: n')).figures).toEqual([
    ['GR', '2015-01', 5],
  ]);
});

it.each([
  ['aera: x', 'a field "aera"; did you mean area?'],
  ['area: { fixd: IT }', '"area" in the mapping file has a field "fixd"; did you mean fixed?'],
  ['area: a\nperiod: { column: x }', '"period" in the mapping file has a field "column"; did you mean columns?'],
  [
    'area: a\nperiod: { columns: x, dates: dayfirst }',
    '"dayfirst" is not an order of dates. Use one of day-first, month-first.',
  ],
  [
    'area: a\nnumbers: { decimals: "," }',
    '"numbers" in the mapping file has a field "decimals"; did you mean decimal?',
  ],
  ['area: a\nnumbers: { decimal: ";" }', '";" is not a decimal separator'],
  ['area: a\nheader: first', '"header" in the mapping file is not the number of a row.'],
  ['area: a\naddRepeated: maybe', '"addRepeated" in the mapping file is not true or false.'],
])('a mapping file with %j is rejected', (text, message) => expect(() => parseMappingFile(text)).toThrow(message));

it('one error lists all dimensions without a selected code, with their codes and a suggested total', async () => {
  const lines = ['area,month,n,age,unit', 'IT,2020-01,5,child,NR', 'IT,2020-01,6,TOTAL,NR', 'IT,2020-01,50,TOTAL,PC'];
  const mapping = 'area: area\nperiod: month\nvalue: n\ndimensions: [age, unit]';
  await expect(read(lines, mapping)).rejects.toThrow(
    'table.csv: The table also varies by "age" ("child", "TOTAL") and "unit" ("NR", "PC"). ' +
      'Choose one code of each: use --dimension "age=TOTAL" --dimension "unit=NR". ' +
      'If the codes add up to a total, use --add "age" or --add "unit". ' +
      'Or add these dimensions to the indicator.',
  );
  const choices = { dimensions: new Map([['unit', 'NR']]), add: ['age'] };
  expect((await read(lines, mapping, monthly, choices)).figures).toEqual([['IT', '2020-01', 11]]);
  await expect(read(lines, mapping, monthly, { add: ['agee'] })).rejects.toThrow('did you mean "age"?');
});

it('the error about an unknown field of a mapping file lists the known fields, and that about a problem code the codes', () => {
  expect(() => mappingFromFields({ 'quite another': 1 })).toThrow(Object.keys(MAPPING_SCHEMA.properties).join(', '));
  expect(parseAcceptableCode('quite another')).toEqual({ tip: `there are ${ACCEPTABLE_PROBLEM_CODES.join(', ')}` });
});

it('an empty code is rejected, unless the mapping file has a code for it', async () => {
  const lines = ['area,month,n,sex', 'IT,2020-01,5,F', 'IT,2020-01,9,'];
  const mapping = 'area: area\nperiod: month\nvalue: n\ndimensions: [sex]';
  const sex = { name: 'sex', total: 'T', codes: ['F', 'T'].map((code) => ({ code, titles: [] })) };
  const target = { ...monthly, dimensions: [sex] };
  const rejected = await read(lines, mapping, target);
  expect(rejected.figures).toEqual([['IT', '2020-01', 5]]);
  expect(rejected.report.rejections).toHaveLength(1);
  const { figures, report } = await read(lines, `${mapping}\nempty: T`, target);
  expect(figures.map(([, , value]) => value).toSorted()).toEqual([5, 9]);
  expect(report.rejections).toEqual([]);
});

it('an import lists at most 1000 spellings of areas', async () => {
  // Names of areas match in any case.
  const spellings = Array.from({ length: 1100 }, (_none, index) =>
    [...'abcdefghijk'].map((letter, bit) => ((index >> bit) & 1 ? letter.toUpperCase() : letter)).join(''),
  );
  const lines = ['area,month,n', ...spellings.map((spelling) => `${spelling},2020-01,1`)];
  const named = new AreaResolver([country('IT', 'ITA', 'Abcdefghijk')]);
  const path = join(folder, 'spellings.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const mapping = parseMappingFile('area: area\nperiod: month\nvalue: n\naddRepeated: true');
  const { series, report } = await readDatasetFigures([path], monthly, named, { ...DEFAULT_READ_CHOICES, mapping });
  expect(series.map(({ points }) => points)).toEqual([[expect.objectContaining({ value: 1100 })]]);
  expect(report.areas).toHaveLength(1000);
});
