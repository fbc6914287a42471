import { readFiguresFile } from '../../src/content/figures-file.js';
import { figuresCsv } from '../../src/content/figures-csv.js';
import { kindModules } from '../../src/kinds/index.js';
import { loadModel } from '../../src/model/load-model.js';
import type { SubmittedSeries } from '../../src/records/submitted-figures.js';
import { NO_LOCATION, type Problem, Report } from '../../src/records/problem.js';
import { EntryLookup } from '../../src/records/entry-lookup.js';

const model = loadModel('schema');
const SHAPE = { frequency: 'YEAR' as const, dimensions: [], sources: 'Source' };
const lookup = new EntryLookup(
  model,
  kindModules,
  [],
  [
    { kind: 'Country', slug: 'it', status: 'PUBLISHED', record: { alpha3: 'ITA' }, figures: null },
    { kind: 'Source', slug: 'tables', status: 'PUBLISHED', record: { publishedOn: '2024' }, figures: null },
  ],
);

function read(text: string, frequency: 'YEAR' | null = 'YEAR'): { figures: SubmittedSeries[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = new Report('indicators/cases.csv', NO_LOCATION, problems);
  return { figures: readFiguresFile(text, { shape: { ...SHAPE, frequency }, model, lookup, report }), problems };
}

const WITHHELD = { value: null, state: 'SUPPRESSED' as const, flags: [], source: 'tables', note: null };

test('lower and upper bounds of figures are written to CSV, and read back unchanged', () => {
  const points = [
    { period: '2020', ...WITHHELD, lower: 1, upper: 4 },
    { period: '2021', ...WITHHELD, value: 7, state: 'REPORTED' as const },
  ];
  const text = figuresCsv('cases', [{ area: 'IT', breakdown: {}, points }], SHAPE);
  expect(text.split('\n')).toEqual([
    'area,period,value,state,flags,source,note,lower,upper',
    'IT,2020,,SUPPRESSED,,tables,,1,4',
    'IT,2021,7,REPORTED,,tables,,,',
    '',
  ]);
  const { figures, problems } = read(text);
  expect(problems).toEqual([]);
  expect(figures).toEqual([{ area: 'IT', breakdown: {}, points }]);
});

test('figures without bounds are written to CSV without columns for bounds', () => {
  const points = [{ period: '2021', ...WITHHELD }];
  expect(figuresCsv('cases', [{ area: 'IT', breakdown: {}, points }], SHAPE)).toBe(
    'area,period,value,state,flags,source,note\nIT,2021,,SUPPRESSED,,tables,\n',
  );
});

test('reversed and non-numeric bounds of figures are reported', () => {
  const header = 'area,period,value,state,flags,source,note,lower,upper';
  expect(read(`${header}\nIT,2020,,SUPPRESSED,,tables,,4,1\n`).problems).toMatchObject([
    { code: 'NUMBER_INVALID', message: '4 is above the upper bound 1' },
  ]);
  expect(read(`${header}\nIT,2020,,SUPPRESSED,,tables,,some,4\n`).problems).toMatchObject([{ code: 'NUMBER_INVALID' }]);
});

test('a state that only computed figures have is rejected in a file', () => {
  const text = 'area,period,value,state,flags,source,note\nIT,2020,5,PARTIAL,,tables,\n';
  expect(read(text).problems).toMatchObject([{ code: 'STATE_UNKNOWN' }]);
});

test('a period in a file must have the frequency of the indicator, or any frequency if the indicator has none', () => {
  const text = 'area,period,value,state,flags,source,note\nIT,2023-Q1,1,,,tables,\nIT,soon,1,,,tables,\n';
  const problems = (frequency: 'YEAR' | null) =>
    read(text, frequency).problems.map(({ message, tip }) => [message, tip]);
  expect(problems('YEAR')).toEqual([
    ['"2023-Q1" is not a year', 'write it as in 2023'],
    ['"soon" is not a year', 'write it as in 2023'],
  ]);
  expect(problems(null)).toEqual([['"soon" is not a period', 'write it as in 2023, 2023-Q1, 2023-01']]);
});
