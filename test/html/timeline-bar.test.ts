import { expect, test } from '@jest/globals';
import { type DateSpan, spanYears, timelineBar, type YearRange } from '../../src/html/timeline-bar.js';

/** Returns the left and right end of a bar, in years from the first year of the scale. */
function ends(time: DateSpan, years: YearRange): [from: number, to: number] {
  const bar = timelineBar(time, years).text;
  const [, x, width] = /<rect class="b1" x="([\d.]+)" y="4" width="([\d.]+)"/.exec(bar)!;
  const year = (400 - 8) / (years.to - years.from + 1);
  const inYears = (px: number) => Math.round(((px - 4) / year) * 100) / 100;
  return [inYears(Number(x)), inYears(Number(x) + Number(width))];
}

test('spanYears returns the range of years of all spans, up to the current year', () => {
  const times = [
    { from: '2019-05', to: '2021' },
    { from: null, to: null },
  ];
  expect(spanYears(times, 2024)).toEqual({ from: 2019, to: 2024 });
  expect(spanYears([{ from: '2019', to: '2030-01' }], 2024)).toEqual({ from: 2019, to: 2030 });
  expect(spanYears([{ from: null, to: null }], 2024)).toBeNull();
});

test('a timeline bar spans from the first day of its start date to the last day of its end date', () => {
  const years = { from: 2020, to: 2023 };
  expect(ends({ from: '2020', to: '2023' }, years)).toEqual([0, 4]);
  expect(ends({ from: '2021', to: '2021' }, years)).toEqual([1, 2]);
  expect(ends({ from: '2021-07', to: '2022-06' }, years)).toEqual([1.5, 2.5]);
  expect(ends({ from: '2021-01-31', to: '2021-12-01' }, years)).toEqual([1, 2]);
});

test('a timeline bar without a start or an end extends to that end of the scale', () => {
  const years = { from: 2020, to: 2023 };
  expect(ends({ from: null, to: '2021' }, years)).toEqual([0, 2]);
  expect(ends({ from: '2021', to: null }, years)).toEqual([1, 4]);
});
