import type { FiguresCounts } from '../../src/store/counts.js';
import { FiguresSizes } from '../../src/series/figures-sizes.js';

const KINDS: Readonly<Record<string, string>> = { IT: 'CountryProfile', FR: 'CountryProfile', EU: 'CountryGroup' };
const kindOf = (code: string) => KINDS[code];
const counts = new Map<string, FiguresCounts>([
  [
    'crossings',
    {
      ...{ vintages: 3, files: 1, series: 5, areas: new Set(['IT', 'FR', 'EU', 'hidden']), from: '2020', to: '2023' },
      latest: { period: '2023', areas: ['IT', 'hidden'] },
    },
  ],
  [
    'asylum',
    { vintages: 1, files: 2, series: 2, areas: new Set(['IT']), from: '2022-01', to: '2022-12', latest: null },
  ],
]);
const sizes = new FiguresSizes(counts, kindOf);
const unknown = new FiguresSizes(null, kindOf);

test('one indicator is as large as was counted, rounded up, and one that has no figures is nothing', () => {
  expect(sizes.of('crossings')).toEqual({ vintages: 4, files: 1, series: 8, areas: 4, span: 4, points: 16 });
  expect(sizes.of('none')).toMatchObject({ series: 0, points: 0 });
  expect(sizes.of(null)).toEqual(sizes.most);
});

test('the largest in each way is of any indicator, and all are added up', () => {
  expect(sizes.most).toEqual({ vintages: 4, files: 2, series: 8, areas: 4, span: 16, points: 16 });
  expect(sizes.all).toMatchObject({ vintages: 4, files: 4, series: 8, areas: 8 });
});

test('about the areas of a kind are the series of these indicators, each counted once', () => {
  const about = { most: { series: 2, points: 16 }, all: { series: 4, points: 32 } };
  expect(sizes.aboutAreas('CountryProfile', ['crossings', 'asylum', 'asylum', 'none'])).toEqual(about);
  expect(sizes.aboutAreas('CountryProfile', null)).toEqual(about);
  const none = { series: 0, points: 0 };
  expect(sizes.aboutAreas('CountryGroup', ['asylum'])).toEqual({ most: none, all: none });
  expect(sizes.aboutAreas('CountryGroup', null)).toEqual({
    most: { series: 1, points: 4 },
    all: { series: 1, points: 4 },
  });
  expect(sizes.aboutAreas('Route', null)).toEqual({ most: none, all: none });
});

test('ranked without series is the last period, where it is asked for or half of the areas have a figure for it', () => {
  const isUnread = (kind: string, period: string | null) => sizes.isRankedUnread('crossings', [kind], period);
  expect([isUnread('CountryProfile', null), isUnread('CountryGroup', null), isUnread('Route', null)]).toEqual([
    true,
    false,
    true,
  ]);
  expect([isUnread('CountryGroup', '2023'), isUnread('CountryProfile', '2022')]).toEqual([true, false]);
  for (const slug of ['asylum', 'none', null]) {
    expect(sizes.isRankedUnread(slug, ['CountryProfile'], null)).toBe(false);
  }
  expect(unknown.isRankedUnread('crossings', ['CountryProfile'], null)).toBe(false);
});

describe('a size that is added up over the indicators of an answer', () => {
  const own = ({ series, points }: { series: number; points: number }) => ({ series, points });
  const added = (count: number, repeats: number, times: Record<string, number> | null = null) =>
    sizes.sumLargest(null, { count, repeats, times: times && new Map(Object.entries(times)) }, own);

  test('is that of the largest, each as often as it can stand there', () => {
    expect(added(1, 1)).toEqual({ series: 5, points: 16 });
    expect(added(2, 1)).toEqual({ series: 7, points: 28 });
    expect(added(2, 2)).toEqual({ series: 5, points: 16 });
    expect(added(3, 2)).toEqual({ series: 6, points: 22 });
    expect(added(3, 2, { crossings: 1, asylum: 2, none: 1 })).toEqual({ series: 4.5, points: 20 });
  });

  test('is that of one where it is known, and without end where nothing was counted', () => {
    const one = { count: 2, repeats: 1, times: null };
    expect(sizes.sumLargest('asylum', one, own)).toEqual({ series: 2, points: 12 });
    expect(sizes.sumLargest('none', one, own)).toEqual({ series: 0, points: 0 });
    expect(unknown.sumLargest(null, one, own)).toEqual({ series: Infinity, points: Infinity });
  });

  test('goes by the areas that each has, and takes a code that none has for one that any may have', () => {
    const found = (code: string) => (_size: unknown, hasArea: (code: string) => boolean) => ({
      series: hasArea(code) ? 1 : 0,
      points: 0,
    });
    const all = { count: 2, repeats: 1, times: null };
    expect(['IT', 'FR', 'XK'].map((code) => sizes.sumLargest(null, all, found(code)).series)).toEqual([2, 1, 2]);
  });
});

test('a window is so many months, both ends included, and an open end is where figures begin or end', () => {
  expect(sizes.periodsIn('2020', '2021')).toBe(24);
  expect(sizes.periodsIn('2022-03', '2022-03')).toBe(1);
  expect(sizes.periodsIn('2022-Q1', '2022-Q2')).toBe(6);
  expect(sizes.periodsIn('2021', null)).toBe(36);
  expect(sizes.periodsIn(null, '2020')).toBe(12);
  expect(sizes.periodsIn('2023', '2020')).toBe(0);
  expect(sizes.periodsIn('some day', '2020')).toBe(Infinity);
  expect(sizes.periodsIn(null, undefined)).toBe(Infinity);
});

test('series together have the periods of each frequency, and twice as many where they are brought to another', () => {
  expect(sizes.countTogether(['crossings', 'asylum', 'none'])).toBe(32);
  expect(sizes.countTogether(['crossings'])).toBe(8);
});

test('where nothing was counted yet, much is taken, but no more series than indicators are named', () => {
  expect(unknown.of('crossings')).toMatchObject({ series: 32, span: 32, points: 1024 });
  expect(unknown.aboutAreas('Route', ['a', 'b', 'b']).most).toEqual({ series: 2, points: 64 });
  expect(unknown.aboutAreas('Route', null).most).toEqual({ series: 32, points: 1024 });
  expect(unknown.aboutAreas('Route', null).all).toEqual({ series: Infinity, points: Infinity });
  expect(unknown.countTogether(['a'])).toBe(32);
  expect(unknown.periodsIn('2020', '2021')).toBe(Infinity);
});
