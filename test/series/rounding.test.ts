import { describe, expect, test } from '@jest/globals';
import { toCell } from '../../src/series/series-cell.js';
import {
  AS_REPORTED,
  computeSeries,
  type MeasureWithUnit,
  type SeriesTransform,
} from '../../src/series/series-transform.js';
import { roundFigure } from '../../src/series/rounding.js';

const PERSONS: MeasureWithUnit = { measure: 'FLOW', frequency: 'YEAR', absentMeans: 'MISSING', unit: 'persons' };

function cells(...values: number[]) {
  const of = { state: 'REPORTED', flags: [], source: 's', note: null } as const;
  return values.map((value, index) => toCell({ period: String(2020 + index), value, ...of }));
}

const compute = (values: number[], recipe: Partial<SeriesTransform>, properties: Partial<MeasureWithUnit> = {}) =>
  computeSeries(
    cells(...values),
    { ...PERSONS, ...properties },
    { ...AS_REPORTED, ...recipe },
    {
      population: cells(300_000),
      denominator: cells(700, 700, 700),
    },
  ).cells.map(({ value }) => value);

describe('rounding of computed figures', () => {
  test('percentages and indices are rounded to one decimal place', () => {
    expect(compute([300, 400, 500], { transform: 'YEAR_ON_YEAR' })).toEqual([null, 33.3, 25]);
    expect(compute([300, 400, 500], { transform: 'INDEX' })).toEqual([100, 133.3, 166.7]);
    expect(compute([300, 400, 500], { transform: 'SHARE' })).toEqual([42.9, 57.1, 71.4]);
  });

  test('figures per 100 000 inhabitants are rounded to two decimal places', () => {
    expect(compute([100, 1], { transform: 'PER_100K' })).toEqual([33.33, 0.33]);
  });

  test('means have one decimal place more than the figures, and sums the same number', () => {
    expect(compute([1, 2, 2], { transform: 'ROLLING_MEAN' })).toEqual([1, 1.5, 1.7]);
    expect(compute([0.1, 0.2, 0.3], { transform: 'CUMULATIVE' }, { decimals: 1 })).toEqual([0.1, 0.3, 0.6]);
  });

  test('computed figures other than 0 are never rounded to 0', () => {
    expect(roundFigure(0.0004, 2)).toBe(0.0004);
    expect(roundFigure(-0.0446, 1)).toBe(-0.04);
    expect(roundFigure(0, 2)).toBe(0);
  });
});

test('reported figures are not rounded', () => {
  expect(compute([1.2345, 2], {})).toEqual([1.2345, 2]);
});
