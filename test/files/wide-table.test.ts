import { expect, test } from '@jest/globals';
import { wideTable } from '../../src/files/wide-table.js';
import { figuresTable } from '../charts/figures-table.js';

test('a wide table has one row per area and one column per period', () => {
  const { columns, rows } = figuresTable([
    { area: 'Italy', code: 'IT', figures: { 2022: 7, 2023: 'SUPPRESSED' } },
    { area: 'Spain', code: 'ES', figures: { 2021: 1, 2023: 3 } },
  ]);
  const wide = wideTable(columns, rows);
  const names = wide.columns.map(({ name }) => name);
  expect(names.slice(names.indexOf('unit'))).toEqual(['unit', '2021', '2022', '2023', 'source']);
  expect(
    wide.rows.map((row) => ['area_code', '2021', '2022', '2023', 'source'].map((name) => row[names.indexOf(name)])),
  ).toEqual([
    ['IT', null, 7, null, 'A report'],
    ['ES', 1, null, 3, 'A report'],
  ]);
});

test('a wide table has one row per code of a dimension', () => {
  const { columns, rows } = figuresTable([
    { area: 'Italy', sex: 'Women', figures: { 2022: 7 } },
    { area: 'Italy', sex: 'Men', figures: { 2022: 8 } },
  ]);
  expect(wideTable(columns, rows).rows).toHaveLength(2);
});

test('a wide table of rows without figures is rejected', () => {
  expect(() => wideTable([], [])).toThrow('Only figures have periods as columns');
});
