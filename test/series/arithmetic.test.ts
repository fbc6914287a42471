import { describe, expect, test } from '@jest/globals';
import { AppError } from '../../src/errors.js';
import { groupTotal, growthBetween, membersAt, rankByFigure } from '../../src/series/group-totals.js';
import { mean, sum } from 'd3-array';
import {
  combineCells,
  emptyCell,
  type MeasureProperties,
  type SeriesCell,
  toCell,
} from '../../src/series/series-cell.js';
import { type ComparedSeries, findIncompatibilities } from '../../src/series/incompatibilities.js';
import {
  daysOfPeriod,
  listSubperiods,
  periodsBetween,
  parsePeriod,
  offsetPeriod,
  containingPeriod,
  yearBefore,
} from '../../src/series/period.js';
import { findDevelopment } from '../../src/series/development.js';
import { downsample, fillGaps } from '../../src/series/resample.js';
import { AS_REPORTED, computeSeries } from '../../src/series/series-transform.js';
import { summariseSeries } from '../../src/series/series-summary.js';
import { cumulative, rebase, per100k, rollingMean, shares, yearOnYear } from '../../src/series/transforms.js';
import type { StoredPoint } from '../../src/store/figures.js';

const FLOW_MEASURE: MeasureProperties = { measure: 'FLOW', frequency: 'MONTH', absentMeans: 'MISSING' };

function cell(period: string, value: number | null, more: Partial<StoredPoint> = {}): SeriesCell {
  const state = value === null ? 'NOT_REPORTED' : 'REPORTED';
  return toCell({ period, value, state, flags: [], source: 's', note: null, ...more });
}

const values = (cells: readonly SeriesCell[]) => cells.map(({ period, value }) => [period, value]);

describe('periods', () => {
  test('readPeriod accepts a year, a quarter or a month, and returns null for other texts', () => {
    expect(parsePeriod('2023-Q4')).toEqual({ frequency: 'QUARTER', year: 2023, part: 4 });
    for (const text of ['2023-Q5', '2023-13', '2023-1', '23', '2023/2024', '']) expect(parsePeriod(text)).toBeNull();
  });

  test('offsetPeriod and yearBefore cross the end of a year', () => {
    expect([offsetPeriod('2023-12', 1), offsetPeriod('2023-Q1', -1), offsetPeriod('2023', 3)]).toEqual([
      '2024-01',
      '2022-Q4',
      '2026',
    ]);
    expect(yearBefore('2024-02')).toBe('2023-02');
  });

  test('periods are converted to containing periods, to subperiods and to days, and a range to its periods', () => {
    expect([
      containingPeriod('2023-05', 'QUARTER'),
      containingPeriod('2023-Q3', 'YEAR'),
      containingPeriod('2023', 'MONTH'),
    ]).toEqual(['2023-Q2', '2023', null]);
    expect(listSubperiods('2023-Q2', 'MONTH')).toEqual(['2023-04', '2023-05', '2023-06']);
    expect(periodsBetween('2023-11', '2024-02')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(daysOfPeriod('2024-Q1')).toEqual({ first: '2024-01-01', last: '2024-03-31' });
  });
});

describe('missing figures', () => {
  test('a cell without a figure has no inputs and counts as missing, unless its state is NOT_APPLICABLE', () => {
    const counts = (each: SeriesCell) => [each.inputs, each.missing];
    const none = cell('2023', null, { state: 'NOT_APPLICABLE' });
    expect([cell('2023', 0), cell('2023', null), none].map(counts)).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
  });

  test('a yearly sum with an unreported month is PARTIAL and counts the missing months', () => {
    const months = listSubperiods('2023', 'MONTH').map((period, index) => cell(period, index === 4 ? null : 10));
    const [year] = downsample(months, FLOW_MEASURE, 'YEAR');
    expect(year).toMatchObject({ period: '2023', value: 110, state: 'PARTIAL', inputs: 11, missing: 1 });
  });

  test('a yearly sum without any monthly figure is NOT_REPORTED', () => {
    const [year] = downsample([cell('2023-01', null)], FLOW_MEASURE, 'YEAR');
    expect(year).toMatchObject({ value: null, state: 'NOT_REPORTED', inputs: 0, missing: 12 });
  });

  test('fillGaps adds zeros if absentMeans is ZERO', () => {
    const cells = fillGaps([cell('2023-01', 3), cell('2023-03', 4)], { absentMeans: 'ZERO' });
    expect(values(cells)).toEqual([
      ['2023-01', 3],
      ['2023-02', 0],
      ['2023-03', 4],
    ]);
  });

  test('after every transform, cells with missing inputs are not REPORTED (200 random series)', () => {
    let state = 7;
    const random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 2 ** 32;
    for (let round = 0; round < 200; round += 1) {
      const periods = periodsBetween('2020-01', '2022-12').filter(() => random() > 0.1);
      const cells = periods.map((period) => cell(period, random() < 0.15 ? null : Math.floor(random() * 100)));
      const there = new Map(cells.map((each) => [each.period, each]));
      for (const quarter of downsample(cells, FLOW_MEASURE, 'QUARTER')) {
        const parts = listSubperiods(quarter.period, 'MONTH').map((part) => there.get(part));
        const missing = parts.filter((part) => !part || part.value === null).length;
        expect(quarter.missing).toBe(missing);
        if (missing > 0) expect(quarter.state).not.toBe('REPORTED');
        if (missing === 3) expect(quarter.value).toBeNull();
        else expect(quarter.value).toBe(sum(parts.flatMap((part) => part?.value ?? [])));
      }
      for (const list of [
        rollingMean(cells, FLOW_MEASURE, 3),
        cumulative(cells, FLOW_MEASURE),
        yearOnYear(cells),
        per100k(cells, []),
      ]) {
        for (const cell of list) if (cell.missing > 0) expect(cell.state).not.toBe('REPORTED');
      }
    }
  });
});

describe('combineCells', () => {
  test('a computed cell has the distinct flags and sources of its inputs', () => {
    const inputs = [
      cell('2023-01', 1, { flags: ['PROVISIONAL'] }),
      cell('2023-02', 2, { flags: ['PROVISIONAL', 'ESTIMATED'], source: 't' }),
    ];
    expect(combineCells({ period: '2023', inputs, absent: 0 }, sum)).toMatchObject({
      value: 3,
      flags: ['PROVISIONAL', 'ESTIMATED'],
      sources: ['s', 't'],
      state: 'REPORTED',
    });
  });
});

describe('summariseSeries', () => {
  const noFigure = {
    first: null,
    last: null,
    minimum: null,
    maximum: null,
    sum: null,
    mean: null,
    inputs: 0,
    flags: [],
  };

  test('the summary of a single figure has that figure as sum, mean, minimum and maximum', () => {
    const only = cell('2023-05', 7, { flags: ['ESTIMATED'] });
    expect(summariseSeries([only], FLOW_MEASURE, true)).toEqual({
      first: only,
      last: only,
      minimum: only,
      maximum: only,
      sum: 7,
      mean: 7,
      inputs: 1,
      missing: 0,
      flags: ['ESTIMATED'],
    });
  });

  test('the summary of a series without figures has no sum and no mean, and counts missing periods', () => {
    expect(summariseSeries([], FLOW_MEASURE, true)).toEqual({ ...noFigure, missing: 0 });
    expect(summariseSeries([cell('2023-05', null)], FLOW_MEASURE, true)).toEqual({ ...noFigure, missing: 1 });
  });

  test('the minimum and maximum of a summary are the earliest of equal figures, and the mean ignores missing ones', () => {
    const [low, none, high] = [cell('2023-01', 2), cell('2023-03', null), cell('2023-04', 6)];
    const cells = [low, cell('2023-02', 2), none, high, cell('2023-05', 6)];
    const { minimum, maximum, mean: average, inputs, missing } = summariseSeries(cells, FLOW_MEASURE, true);
    expect({ minimum, maximum, average, inputs, missing }).toEqual({
      minimum: low,
      maximum: high,
      average: 4,
      inputs: 4,
      missing: 1,
    });
  });

  test('the mean of a summary counts absent periods as zero only for a summable series with absentMeans ZERO', () => {
    const cells = [cell('2023-01', 2), cell('2023-03', 4)];
    const countable: MeasureProperties = { ...FLOW_MEASURE, absentMeans: 'ZERO' };
    const summed = [summariseSeries(cells, countable, true), summariseSeries(cells, countable, false)];
    expect(summed.map(({ sum: total, mean: average, missing }) => [total, average, missing])).toEqual([
      [6, 2, 0],
      [null, 3, 1],
    ]);
  });
});

describe('downsample and cumulative for stocks and rates', () => {
  const path: MeasureProperties = { ...FLOW_MEASURE, measure: 'STOCK' };
  test('downsample uses the last value of a stock in each period', () => {
    const [first] = downsample([cell('2023-01', 5), cell('2023-02', 6), cell('2023-03', 7)], path, 'QUARTER');
    expect(first).toMatchObject({ period: '2023-Q1', value: 7 });
  });

  test('cumulative rejects a stock', () => {
    expect(() => cumulative([cell('2023', 1)], path)).toThrow(AppError);
  });

  test('downsample averages a rate and flags the mean as estimated', () => {
    const [year] = downsample(
      [cell('2023-Q1', 1), cell('2023-Q2', 3)],
      { measure: 'RATE', frequency: 'QUARTER', absentMeans: 'ZERO' },
      'YEAR',
    );
    expect(year).toMatchObject({ value: mean([1, 3]), flags: ['ESTIMATED'], state: 'PARTIAL' });
  });

  test('downsample rejects a higher frequency than that of the series', () => {
    expect(() => downsample([cell('2023', 1)], { ...FLOW_MEASURE, frequency: 'YEAR' }, 'MONTH')).toThrow(
      'cannot be converted to MONTH',
    );
  });
});

describe('transforms', () => {
  const years = [cell('2020', 50), cell('2021', 75), cell('2022', 0), cell('2023', 30)];
  test('yearOnYear returns changes in percent, and none if the figure of the year before is 0', () => {
    expect(values(yearOnYear(years))).toEqual([
      ['2020', null],
      ['2021', 50],
      ['2022', -100],
      ['2023', null],
    ]);
    expect(yearOnYear(years)[3]!.state).toBe('NOT_APPLICABLE');
  });

  test('rebase returns an index of 100 in the base period', () => {
    expect(values(rebase(years, '2020'))).toEqual([
      ['2020', 100],
      ['2021', 150],
      ['2022', 0],
      ['2023', 60],
    ]);
    expect(rebase(years, '1999')[0]).toMatchObject({ value: null, missing: 1 });
  });

  test('per100k divides by the population of the year, or by the last known one before and flags the rate', () => {
    const people = [cell('2020', 1_000_000, { source: 'census' }), cell('2021', 2_000_000)];
    const rates = per100k([cell('2020-03', 50), cell('2021', 75), cell('2024', 10)], people);
    expect(values(rates)).toEqual([
      ['2020-03', 5],
      ['2021', 3.75],
      ['2024', 0.5],
    ]);
    expect(rates[0]!.sources).toEqual(['s', 'census']);
    expect(rates.map(({ flags }) => flags)).toEqual([[], [], ['ESTIMATED']]);
  });

  test('rollingMean returns means of up to three periods, with the number of missing periods', () => {
    const means = rollingMean(
      [cell('2020', 3), cell('2021', 6), cell('2022', 9)],
      { ...FLOW_MEASURE, frequency: 'YEAR' },
      3,
    );
    expect(means.map(({ value, missing }) => [value, missing])).toEqual([
      [3, 2],
      [4.5, 1],
      [6, 0],
    ]);
  });

  test('cumulative returns running totals', () => {
    expect(values(cumulative(years, { ...FLOW_MEASURE, frequency: 'YEAR' }))).toEqual([
      ['2020', 50],
      ['2021', 125],
      ['2022', 125],
      ['2023', 155],
    ]);
  });

  test('growthBetween returns the absolute and the percentage change between two periods', () => {
    const at = (period: string) => years.find((each) => each.period === period) ?? emptyCell(period);
    expect(growthBetween(at('2020'), at('2021'))).toEqual({ absolute: 25, percent: 50 });
    expect(growthBetween(at('2022'), at('2023'))).toEqual({ absolute: 30, percent: null });
    expect(growthBetween(at('2019'), at('2023'))).toEqual({ absolute: null, percent: null });
  });

  test('a negative base has no percentage or index, and a negative figure has no share', () => {
    const net = [cell('2020', -50), cell('2021', -100), cell('2022', 25), cell('2023', -25)];
    const [first, second, third, last] = net;
    expect([growthBetween(first!, second!), growthBetween(second!, third!), growthBetween(third!, last!)]).toEqual([
      { absolute: -50, percent: null },
      { absolute: 125, percent: null },
      { absolute: -50, percent: -200 },
    ]);
    expect(yearOnYear(net).map(({ value, state }) => [value, state])).toEqual([
      [null, 'BASE_MISSING'],
      [null, 'NOT_APPLICABLE'],
      [null, 'NOT_APPLICABLE'],
      [-200, 'REPORTED'],
    ]);
    expect(rebase(net, '2020').map(({ value }) => value)).toEqual([null, null, null, null]);
    expect(rebase(net, '2022').map(({ value }) => value)).toEqual([-200, -400, 100, -100]);
    const recipe = { ...AS_REPORTED, transform: 'INDEX' as const };
    expect(computeSeries(net, { ...FLOW_MEASURE, frequency: 'YEAR', unit: 'persons' }, recipe).unit).toBe(
      'index, 2022 = 100',
    );
    const cells = [cell('2020', -200), cell('2021', 100), cell('2022', 50), cell('2023', 50)];
    expect(shares(net, cells).map(({ value }) => value)).toEqual([null, null, 50, null]);
    const byArea = new Map([
      ['DE', third!],
      ['IT', last!],
    ]);
    expect(rankByFigure(byArea, FLOW_MEASURE).map(({ area, share }) => [area, share])).toEqual([
      ['DE', null],
      ['IT', null],
    ]);
  });
});

test('findDevelopment returns a change between negative figures, without a percentage', () => {
  const stored = (period: string, value: number): StoredPoint => {
    return { period, value, state: 'REPORTED', flags: [], source: 's', note: null };
  };
  const points = [stored('2020', -50), stored('2021', -75)];
  const found = findDevelopment(points, { since: null, isRate: false, composition: null });
  expect(found).toMatchObject({ absolute: -25, percent: null });
});

describe('shares', () => {
  const sharesWithSource = (source: string) => shares([cell('2020', 1)], [cell('2020', 4, { source })]);

  test('shares returns percentages of the whole, with the note VINTAGES_DIFFER if the sources differ', () => {
    expect(sharesWithSource('s')).toMatchObject([{ value: 25, guards: [] }]);
    expect(sharesWithSource('other')).toMatchObject([{ value: 25, guards: ['VINTAGES_DIFFER'] }]);
    expect(values(shares([cell('2020', 1)], []))).toEqual([['2020', null]]);
  });
});

describe('groupTotal', () => {
  const members = [
    { country: 'FR', from: '1958-01-01', to: null },
    { country: 'GB', from: '1973', to: '2020-01-31' },
    { country: 'HR', from: '2013-07-01', to: null },
  ];
  const cells = new Map([
    ['FR', [cell('2012', 1), cell('2019', 1), cell('2021', 1)]],
    ['GB', [cell('2012', 10), cell('2019', 10), cell('2021', 10)]],
    ['HR', [cell('2012', 100), cell('2019', 100)]],
  ]);
  const yearly: MeasureProperties = { ...FLOW_MEASURE, frequency: 'YEAR' };

  test('membersAt returns the countries that are members of a group at the end of a period', () => {
    expect(['2012', '2013', '2019', '2020'].map((period) => membersAt(members, period))).toEqual([
      ['FR', 'GB'],
      ['FR', 'GB', 'HR'],
      ['FR', 'GB', 'HR'],
      ['FR', 'HR'],
    ]);
  });

  test('groupTotal sums the members in each period and counts the missing ones', () => {
    expect(
      groupTotal(cells, members, yearly, null).map(({ value, missing, state }) => [value, missing, state]),
    ).toEqual([
      [11, 0, 'REPORTED'],
      [111, 0, 'REPORTED'],
      [1, 1, 'PARTIAL'],
    ]);
  });

  test('groupTotal with a fixed date sums the members at that date', () => {
    expect(groupTotal(cells, members, yearly, '2019').map(({ value }) => value)).toEqual([111, 111, 11]);
  });

  test('groupTotal rejects rates', () => {
    expect(() => groupTotal(cells, members, { ...yearly, measure: 'RATE' }, null)).toThrow('cannot be added');
  });
});

describe('rankByFigure', () => {
  test('rankByFigure sorts areas by figure with equal ranks for equal figures, and omits areas without a figure', () => {
    const cells = new Map([
      ['DE', cell('2023', 30)],
      ['FR', cell('2023', 30)],
      ['IT', cell('2023', 40)],
      ['MT', cell('2023', null)],
    ]);
    expect(rankByFigure(cells, FLOW_MEASURE).map(({ area, rank, share }) => [area, rank, share])).toEqual([
      ['IT', 1, 40],
      ['DE', 2, 30],
      ['FR', 2, 30],
    ]);
    expect(rankByFigure(cells, { ...FLOW_MEASURE, measure: 'RATE' })[0]!.share).toBeNull();
  });
});

describe('incompatibilities', () => {
  const one: ComparedSeries = {
    indicator: 'a',
    area: 'IT',
    unit: 'persons',
    countingUnit: 'PERSONS',
    concept: 'POPULATION',
    publisher: 'eurostat',
    measure: 'FLOW',
    frequency: 'YEAR',
    members: null,
    vintage: 1,
    cells: [cell('2023', 1)],
  };
  const reasonsOf = (other: Partial<ComparedSeries>) =>
    findIncompatibilities([one, { ...one, area: 'FR', ...other }]).map(({ reason }) => reason);

  test('series of one indicator for two areas are compatible', () => expect(reasonsOf({})).toEqual([]));
  test('series of the same concept from two publishers have the reason PUBLISHERS_DIFFER', () => {
    expect(reasonsOf({ publisher: 'world-bank' })).toEqual(['PUBLISHERS_DIFFER']);
    expect(reasonsOf({ publisher: 'world-bank', concept: 'REFUGEES' })).toEqual([]);
    expect(reasonsOf({ publisher: 'world-bank', concept: null })).toEqual([]);
  });
  test('a provisional series is compatible with a series without figures', () => {
    const provisional = (value: number | null) => ({ cells: [cell('2023', value, { flags: ['PROVISIONAL'] })] });
    const missing = { cells: [cell('2023', null)] };
    expect(reasonsOf(provisional(null))).toEqual([]);
    const pair = [
      { ...one, ...missing },
      { ...one, area: 'FR', ...provisional(1) },
    ];
    expect(findIncompatibilities(pair)).toEqual([]);
  });
  test.each([
    ['detections with persons', { countingUnit: 'DETECTIONS', unit: 'detections' }, ['COUNTING_UNITS_DIFFER']],
    ['another unit', { unit: 'thousand persons' }, ['UNITS_DIFFER']],
    ['a flow with a stock', { measure: 'STOCK' }, ['MEASURES_DIFFER']],
    ['years with months', { frequency: 'MONTH' }, ['FREQUENCIES_DIFFER']],
    ['provisional with final', { cells: [cell('2023', 1, { flags: ['PROVISIONAL'] })] }, ['PROVISIONAL_WITH_FINAL']],
    [
      'a country with a group it is in',
      { area: 'EU', members: [{ country: 'IT', from: null, to: null }] },
      ['AREAS_OVERLAP'],
    ],
  ])('series are incompatible: %s', (_what, other, reasons) =>
    expect(reasonsOf(other as Partial<ComparedSeries>)).toEqual(reasons),
  );
});
