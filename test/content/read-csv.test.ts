import { expect, test } from '@jest/globals';
import { readCsv } from '../../src/content/read-csv.js';
import { NO_LOCATION, type Problem, Report } from '../../src/records/problem.js';

function read(text: string) {
  const problems: Problem[] = [];
  const cells: (string | undefined)[][] = [];
  readCsv(text, { required: ['a', 'b'], optional: [] }, new Report('some.csv', NO_LOCATION, problems), (row) => {
    cells.push([row.cell('a'), row.cell('b')]);
    if (row.cell('a') === 'bad') row.report('NUMBER_INVALID', 'b', 'wrong');
  });
  return { cells, problems: problems.map(({ code, line, column }) => `${line}:${column} ${code}`) };
}

test.each([
  ['rows', 'a,b\n1,2\n3,4\n'],
  ['a last line without a line ending', 'a,b\n1,2\n3,4'],
  ['empty lines, blanks and empty cells', 'a,b\n\n 1 , 2\n\n,\n'],
  ['a row with too few cells and one with too many', 'a,b\n1\n1,2,3\n4,5\n'],
  ['a cell that is wrong', 'a,b\n1,2\n\nbad,2\n'],
  ['a missing and an unknown column', 'a,c\n1,2\n'],
  ['no text', ''],
])('CSV files with %s are parsed equally with any line ending', (_what, text) => {
  const plain = read(text);
  expect(read(text.replaceAll('\n', '\r\n'))).toEqual(plain);
  expect(plain.cells.length + plain.problems.length).toBeGreaterThan(0);
});
