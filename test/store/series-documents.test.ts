import { expect, test } from '@jest/globals';
import { changedCells, countChanges } from '../../src/store/figures/changed-series.js';
import {
  computeCoverage,
  computeGreatestSeries,
  computeLatestTotals,
  decodeLatestTotals,
  type PointColumns,
  type VintageDocument,
} from '../../src/store/figures/series-documents.js';
import type { VintageToWrite, StoredPoint } from '../../src/store/figures.js';

function point(period: string, value: number | null): StoredPoint {
  return { period, value, state: value === null ? 'NOT_REPORTED' : 'REPORTED', flags: [], source: 's', note: null };
}

/** Returns columns in which values and flags vary and everything else is constant. */
function columns(cells: readonly [period: string, value: number, ...flags: string[]][]): PointColumns {
  return {
    period: cells.map(([period]) => period),
    value: { each: cells.map(([, value]) => value) },
    state: { same: 'REPORTED' },
    flags: { each: cells.map(([, , ...flags]) => flags) },
    source: { same: 's' },
    note: { same: null },
  };
}

test('the coverage of a vintage counts figures and gaps, and spans the periods of all series', () => {
  const series: VintageToWrite['series'] = [
    { area: 'IT', breakdown: {}, points: [point('2021', 1), point('2022', null)] },
    { area: 'ES', breakdown: {}, points: [point('2020', 1), point('2021', 2)] },
    { area: 'ES', breakdown: { sex: 'F' }, points: [point('2021', 3), point('2023', null)] },
  ];
  const counts = { series: 3, reported: 4, missing: 2 };
  expect(computeCoverage(series)).toEqual({ ...counts, from: '2020', to: '2023', areas: ['ES', 'IT'] });
  const none = { series: 0, reported: 0, missing: 0, from: null, to: null, areas: [] };
  expect(computeCoverage([])).toEqual(none);
});

test('the largest series are sorted by their last figure, those without a figure last', () => {
  const series: VintageToWrite['series'] = [
    { area: 'IT', breakdown: {}, points: [point('2021', 9), point('2022', 2)] },
    { area: 'GR', breakdown: {}, points: [point('2021', null)] },
    { area: 'ES', breakdown: {}, points: [point('2021', 5), point('2022', null)] },
    { area: 'FR', breakdown: { sex: 'F' }, points: [point('2022', 100)] },
  ];
  expect(computeGreatestSeries(series).map(({ area }) => area)).toEqual(['ES', 'IT', 'GR']);
});

test('the latest totals are of the last period with a figure of any area', () => {
  const series: VintageToWrite['series'] = [
    { area: 'IT', breakdown: {}, points: [point('2021', 9), point('2022', 2)] },
    { area: 'ES', breakdown: {}, points: [point('2021', 5), point('2022', null)] },
    { area: 'GR', breakdown: {}, points: [point('2022', 7), point('2023', null)] },
    { area: 'FR', breakdown: { sex: 'F' }, points: [point('2023', 100)] },
  ];
  const read = (latest: VintageDocument['latest']) =>
    decodeLatestTotals({ latest, coverage: computeCoverage(series) } as VintageDocument);
  const { period, points } = read(computeLatestTotals(series))!;
  expect([period, [...points.keys()], [...points.values()]]).toEqual([
    '2022',
    ['IT', 'GR'],
    [point('2022', 2), point('2022', 7)],
  ]);
  expect(computeLatestTotals(series.slice(3))).toBeNull();
  expect(read(null)).toMatchObject({ period: null, areas: ['ES', 'FR', 'GR', 'IT'] });
});

test('cells of two vintages are compared by value and flags, ignoring the order of flags', () => {
  const before = columns([
    ['2020', 1, 'ESTIMATED', 'PROVISIONAL'],
    ['2021', 2],
    ['2022', 3],
  ]);
  const after = columns([
    ['2020', 1, 'PROVISIONAL', 'ESTIMATED'],
    ['2021', 2, 'ESTIMATED'],
    ['2022', 4],
    ['2023', 5],
  ]);
  const summarise = (cells: ReturnType<typeof changedCells>) => cells.map(({ kind, period }) => [kind, period]);
  expect(summarise(changedCells(before, after))).toEqual([
    ['CHANGED', '2021'],
    ['CHANGED', '2022'],
    ['APPEARED', '2023'],
  ]);
  expect(countChanges(after, before)).toEqual({ CHANGED: 2, APPEARED: 0, VANISHED: 1 });
  expect(countChanges(before, before)).toEqual({ CHANGED: 0, APPEARED: 0, VANISHED: 0 });
});

test('if two vintages store the same constant flags, their cells differ only by value', () => {
  const before = {
    ...columns([
      ['2020', 1],
      ['2021', 2],
    ]),
    flags: { same: [] },
  };
  const after = {
    ...columns([
      ['2020', 1],
      ['2021', 3],
    ]),
    flags: { same: [] },
  };
  expect(changedCells(before, after)).toMatchObject([{ period: '2021', before: { value: 2 }, after: { value: 3 } }]);
  const withNote: PointColumns = { ...after, note: { same: 'revised' } };
  expect(countChanges(after, withNote)).toEqual({ CHANGED: 2, APPEARED: 0, VANISHED: 0 });
});
