import { describe, expect, test } from '@jest/globals';
import { type FigureCounts, FigureStats } from '../../src/cost/figure-stats.js';

const KINDS: Readonly<Record<string, string>> = { IT: 'Country', FR: 'Country', EU: 'CountryGroup' };
const kindOf = (code: string) => KINDS[code];
const areas = (...codes: string[]) => new Set(codes);
const counts = new Map<string, FigureCounts>([
  [
    'crossings',
    {
      vintages: 3,
      files: 1,
      series: 5,
      areas: areas('IT', 'FR', 'EU', 'hidden'),
      from: '2020',
      to: '2023',
      frequency: 1,
    },
  ],
  ['asylum', { vintages: 1, files: 2, series: 2, areas: areas('IT'), from: '2022-01', to: '2022-12', frequency: 12 }],
]);
const stats = new FigureStats(counts, kindOf);
const unknown = new FigureStats(null, kindOf);

test('the counts of an indicator are rounded up to powers of two, and are 0 without figures', () => {
  expect(stats.of('crossings')).toEqual({ vintages: 4, files: 1, series: 8, areas: 4, span: 4 });
  expect(stats.of('none')).toMatchObject({ series: 0, span: 0 });
  expect(stats.of(null)).toEqual(stats.maximum);
});

test('the span of an indicator with yearly and monthly editions counts months', () => {
  const asylum = { ...counts.get('asylum')!, from: '2010', to: '2023' };
  const mixed = new FigureStats(new Map([['asylum', asylum]]), kindOf);
  expect(mixed.of('asylum').span).toBe(256);
  expect(mixed.periods(['asylum'])).toBe(512);
});

test('"maximum" has the highest counts of any indicator, and "points" sums the points of indicators', () => {
  expect(stats.maximum).toEqual({ vintages: 4, files: 2, series: 8, areas: 4, span: 16 });
  expect([stats.points(null), stats.points(['asylum']), stats.points(['none'])]).toEqual([32, 16, 0]);
});

test('"areas" counts the areas of a kind for one indicator, or returns the maximum over all', () => {
  const found = ['crossings', 'asylum', 'none', null].map((slug) => stats.areas(slug, 'Country'));
  expect(found).toEqual([2, 1, 0, 2]);
});

test('"areaTotals" counts each indicator once, even if it is named several times', () => {
  const about = { most: { series: 2, points: 16 }, all: { series: 4, points: 32 } };
  expect(stats.areaTotals(['Country'], ['crossings', 'asylum', 'asylum', 'none'])).toEqual(about);
  expect(stats.areaTotals(['Country'], null)).toEqual(about);
  const [none, one] = [
    { series: 0, points: 0 },
    { series: 1, points: 4 },
  ];
  expect(stats.areaTotals(['CountryGroup'], ['asylum'])).toEqual({ most: none, all: none });
  expect(stats.areaTotals(['CountryGroup'], null)).toEqual({ most: one, all: one });
  expect(stats.areaTotals(['CountryGroup', 'Country'], null)).toEqual({
    most: { series: 2, points: 16 },
    all: { series: 4, points: 32 },
  });
});

describe('sumLargest', () => {
  const pointsOf = ({ areas, span }: { areas: number; span: number }) => areas * span;
  const added = (count: number, repeats: number, occurrences: Record<string, number> | null = null) =>
    stats.sumLargest(
      { slug: null, count, repeats, occurrences: (slug) => (occurrences ? (occurrences[slug] ?? 0) : Infinity) },
      pointsOf,
    );

  test('"sumLargest" sums the largest indicators, each as often as it can occur in a response', () => {
    expect([added(1, 1), added(2, 1), added(2, 2), added(3, 2)]).toEqual([16, 28, 16, 22]);
    expect(added(3, 2, { crossings: 1, asylum: 2, none: 1 })).toBe(20);
  });

  test('"sumLargest" uses a named indicator, and an assumed size before the first count', () => {
    const entriesOf = (slug: string) => ({ slug, count: 2, repeats: 1, occurrences: () => Infinity });
    const ofNamed = ['asylum', 'none'].map((slug) => stats.sumLargest(entriesOf(slug), pointsOf));
    expect(ofNamed).toEqual([12, 0]);
    expect(unknown.sumLargest(entriesOf('any'), pointsOf)).toBe(2048);
  });
});

test('"months" counts the months of a period range; an open end is the first or last period with figures', () => {
  const months = (from: string | null, to: string | null) => stats.months(null, from, to);
  expect(months('2020', '2021')).toBe(24);
  expect(months('2022-03', '2022-03')).toBe(1);
  expect(months('2022-Q1', '2022-Q2')).toBe(6);
  expect(months('2021', null)).toBe(36);
  expect(months(null, '2020')).toBe(12);
  expect(months('2023', '2020')).toBe(0);
  expect(months('some day', '2020')).toBe(Infinity);
  expect(stats.months(['none'])).toBe(0);
});

test('"periods" returns twice the number of periods of the highest frequency, rounded up to a power of two', () => {
  expect(stats.periods(['crossings', 'asylum', 'none'])).toBe(128);
  expect(stats.periods(['crossings'])).toBe(8);
  expect(stats.periods(['none'])).toBe(0);
});

test('before the first count, sizes of indicators are assumed, with at most one series per named indicator', () => {
  expect(unknown.of('crossings')).toMatchObject({ series: 32, span: 32 });
  expect(unknown.areaTotals(['Route'], ['a', 'b'])).toMatchObject({ most: { series: 2, points: 64 } });
  expect(unknown.areaTotals(['Route'], null)).toEqual({
    most: { series: 32, points: 1024 },
    all: { series: 1024, points: 32_768 },
  });
  expect([unknown.periods(['a']), unknown.months(null, '2020', '2021')]).toEqual([64, 24]);
});
