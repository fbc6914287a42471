import { figureAt } from '../../src/datasets/quoted-figures.js';
import type { StoredPoint } from '../../src/store/figures.js';

const quotedClaim = (area: string, breakdown: Record<string, string>, value: number) => ({
  area,
  breakdown,
  points: [{ period: '2020', value } as StoredPoint],
});
const series = [
  quotedClaim('IT', { sex: 'F' }, 1),
  quotedClaim('DE', {}, 2),
  quotedClaim('IT', {}, 3),
  quotedClaim('IT', { sex: 'F', age: 'TOTAL' }, 4),
];

test.each([
  ['2020', {}, 3],
  ['2020', { sex: 'F' }, 1],
  ['2020', { age: 'TOTAL', sex: 'F' }, 4],
  ['2020', { sex: 'M' }, null],
  ['2021', {}, null],
])('figureAt of %s and %j returns only a figure with this period and breakdown', (period, breakdown, value) => {
  expect(figureAt(series, 'IT', { period, breakdown })).toBe(value);
});
