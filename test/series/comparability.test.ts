import { describe, expect, test } from '@jest/globals';
import { withoutMinorBreaks } from '../../src/series/group-totals.js';
import { type MeasureProperties, type SeriesCell, toCell } from '../../src/series/series-cell.js';
import { GroupComposition } from '../../src/series/group-composition.js';
import { downsample } from '../../src/series/resample.js';
import { rebase, per100k, yearOnYear } from '../../src/series/transforms.js';
import type { StoredPoint } from '../../src/store/figures.js';

const YEARLY: MeasureProperties = { measure: 'FLOW', frequency: 'YEAR', absentMeans: 'MISSING' };
const MONTHLY: MeasureProperties = { ...YEARLY, frequency: 'MONTH' };
const BREAK = { flags: ['BREAK_IN_SERIES'] };

function cell(period: string, value: number | null, more: Partial<StoredPoint> = {}): SeriesCell {
  const state = value === null ? 'NOT_REPORTED' : 'REPORTED';
  return toCell({ period, value, state, flags: [], source: 's', note: null, ...more });
}

const broken = (cells: readonly SeriesCell[]) =>
  cells.filter(({ flags }) => flags.includes('BREAK_IN_SERIES')).map(({ period }) => period);
const notesByPeriod = (cells: readonly SeriesCell[]) => cells.map(({ period, guards: each }) => [period, ...each]);

describe('notes about breaks in series', () => {
  const years = [cell('2018', 10), cell('2019', 20, BREAK), cell('2020', 30), cell('2021', 60)];

  test('a break is noted for the year-on-year change across it, but not for the following year', () => {
    const changes = yearOnYear(years);
    expect(broken(changes)).toEqual(['2019']);
    expect(notesByPeriod(changes)).toEqual([['2018'], ['2019', 'BREAK_IN_SERIES'], ['2020'], ['2021']]);
  });

  test('a break is noted for every index on the other side of the break than the base', () => {
    expect(broken(rebase(years, '2018'))).toEqual(['2019', '2020', '2021']);
    expect(broken(rebase(years, '2019'))).toEqual(['2018']);
    expect(broken(rebase(years, '2021'))).toEqual(['2018']);
    const empty = [cell('2018', 10), cell('2019', null, BREAK), cell('2020', 30)];
    expect(notesByPeriod(rebase(empty, '2018'))[2]).toEqual(['2020', 'BREAK_IN_SERIES']);
  });

  test('a break in the middle of a year is noted for that year and for the year-on-year change after it', () => {
    const months = ['2019-01', '2019-06', '2020-01', '2020-06', '2021-06'].map((period) =>
      cell(period, 1, period === '2020-06' ? BREAK : {}),
    );
    expect(broken(yearOnYear(downsample(months, MONTHLY, 'YEAR')))).toEqual(['2020', '2021']);
    const stock = downsample(months, { ...MONTHLY, measure: 'STOCK' }, 'YEAR');
    expect(broken(stock)).toEqual(['2020']);
  });

  test('a break in the population is noted for the rate of its year, but not for later years with the same population', () => {
    const people = [cell('2018', 1000), cell('2019', 2000, BREAK)];
    expect(broken(per100k([cell('2018', 1), cell('2019', 1), cell('2020', 1)], people))).toEqual(['2019']);
  });
});

test('a break in the population of a group is noted only if that population changes by 1 % or more', () => {
  const people = [cell('2018', 1000), cell('2019', 1009, BREAK), cell('2020', 1100, BREAK)];
  expect(broken(withoutMinorBreaks(people))).toEqual(['2020']);
});

test('year-on-year changes from final to provisional figures, or between different definitions, have a note', () => {
  const years = [
    cell('2019', 10, { flags: ['DEFINITION_DIFFERS'] }),
    cell('2020', 20),
    cell('2021', 30, { flags: ['PROVISIONAL'] }),
    cell('2022', 30, { flags: ['PROVISIONAL'] }),
  ];
  expect(notesByPeriod(yearOnYear(years))).toEqual([
    ['2019'],
    ['2020', 'DEFINITION_DIFFERS'],
    ['2021', 'PROVISIONAL_WITH_FINAL'],
    ['2022'],
  ]);
});

describe('notes about groups whose members change', () => {
  const members = [
    { country: 'IT', from: '1958-01-01', to: null },
    { country: 'GB', from: '1973-01-01', to: '2020-01-31' },
  ];
  const countries = new Map([
    ['IT', [cell('2019', 100), cell('2020', 110), cell('2021', 121)]],
    ['GB', [cell('2019', 50), cell('2020', 60), cell('2021', 70)]],
  ]);
  const group = [cell('2019', 150), cell('2020', 110), cell('2021', 121)];
  const composition = new GroupComposition(members, countries, YEARLY);

  test('a change across a change of membership has a note and a like-for-like figure', () => {
    const comparedCells = yearOnYear(group, composition);
    expect(notesByPeriod(comparedCells)).toEqual([['2019'], ['2020', 'MEMBERSHIP_CHANGED'], ['2021']]);
    // Only Italy is a member in both periods: 110 ÷ 100.
    expect(comparedCells.map(({ likeForLike }) => likeForLike && Math.round(likeForLike))).toEqual([null, 10, null]);
    const index = rebase(group, '2019', composition);
    expect(index.map(({ likeForLike }) => likeForLike && Math.round(likeForLike))).toEqual([null, 110, 121]);
  });

  test('likeForLike returns the figures of the constant members in both periods, and null for a rate', () => {
    const like = composition.likeForLike('2019', '2021')!;
    expect(like).toMatchObject({ countries: ['IT'], from: { value: 100 }, to: { value: 121 } });
    const rate = new GroupComposition(members, countries, { ...YEARLY, measure: 'RATE' });
    expect(rate.likeForLike('2019', '2021')).toBeNull();
  });

  test('a change of membership in the middle of a year affects comparisons with that year', () => {
    const monthly = new GroupComposition(members, new Map(), MONTHLY);
    expect(monthly.membershipChanges('2019', '2020')).toBe(true);
    expect(monthly.membershipChanges('2020', '2021')).toBe(true);
    expect(monthly.membershipChanges('2021', '2022')).toBe(false);
  });
});
