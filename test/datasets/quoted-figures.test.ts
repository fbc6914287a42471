import { figureAt } from '../../src/datasets/quoted-figures.js';
import type { StoredPoint } from '../../src/store/figures.js';

const of = (area: string, breakdown: Record<string, string>, value: number) => ({
  area,
  breakdown,
  points: [{ period: '2020', value } as StoredPoint],
});
const series = [of('IT', { sex: 'F' }, 1), of('DE', {}, 2), of('IT', {}, 3), of('IT', { sex: 'F', age: 'TOTAL' }, 4)];

test.each([
  ['2020', {}, 3],
  ['2020', { sex: 'F' }, 1],
  ['2020', { age: 'TOTAL', sex: 'F' }, 4],
  ['2020', { sex: 'M' }, null],
  ['2021', {}, null],
])('a quoted figure of %s and %j belongs only to that area, breakdown and period', (period, breakdown, value) => {
  expect(figureAt(series, 'IT', { period, breakdown })).toBe(value);
});
