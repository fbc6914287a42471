import { type SeriesCell, toCell } from '../../src/series/series-cell.js';
import { groupTotal, membersAt, rankByFigure } from '../../src/series/group-totals.js';
import { type Frequency, listSubperiods, offsetPeriod, periodsBetween, parsePeriod } from '../../src/series/period.js';
import { AS_REPORTED, computeSeries, type MeasureWithUnit } from '../../src/series/series-transform.js';
import { summariseSeries } from '../../src/series/series-summary.js';
import { downsample } from '../../src/series/resample.js';
import { cumulative, rollingMean, type TransformName } from '../../src/series/transforms.js';
import type { StoredPoint } from '../../src/store/figures.js';
import { Random } from '../store/random.js';

const TIMES = process.env.LONG === '1' ? 2000 : 80;
const FLAGS = ['PROVISIONAL', 'ESTIMATED', 'BREAK_IN_SERIES'];
const STATES = ['NOT_REPORTED', 'SUPPRESSED'] as const;
const STARTS: Readonly<Record<Frequency, string>> = { YEAR: '2010', QUARTER: '2018-Q2', MONTH: '2019-03' };

function randomSeries(random: Random, frequency: Frequency): SeriesCell[] {
  const start = STARTS[frequency];
  const periods = periodsBetween(start, offsetPeriod(start, 3 + random.below(30)));
  return periods.flatMap((period): SeriesCell[] => {
    if (random.chance(0.1)) return [];
    const isMissing = random.chance(0.2);
    const point: StoredPoint = {
      period,
      value: isMissing ? null : random.below(50),
      state: isMissing ? random.pick(STATES) : 'REPORTED',
      flags: random.pickSome(FLAGS, 0, 2),
      source: random.pick(['a', 'b']),
      note: null,
    };
    return [toCell(point)];
  });
}

function randomProperties(random: Random): MeasureWithUnit {
  return {
    measure: random.pick(['FLOW', 'STOCK', 'RATE'] as const),
    frequency: random.pick(['YEAR', 'QUARTER', 'MONTH'] as const),
    absentMeans: random.pick(['MISSING', 'ZERO'] as const),
    unit: 'persons',
  };
}

function forAll(check: (random: Random) => void): void {
  for (let seed = 1; seed <= TIMES; seed += 1) {
    try {
      check(new Random(seed));
    } catch (error) {
      throw new Error(`With the seed ${seed}: ${String(error)}`, { cause: error });
    }
  }
}

/** Returns the values, the number of missing values and the flags from which an aggregate is computed. */
function expectedParts(cells: readonly SeriesCell[], periods: readonly string[], absentMeans: 'MISSING' | 'ZERO') {
  const byPeriod = new Map(cells.map((cell) => [cell.period, cell]));
  const [first, last] = [cells[0]!.period, cells.at(-1)!.period];
  const there = periods.map((period) => byPeriod.get(period));
  const values = there.flatMap((cell) => (cell?.value == null ? [] : [cell.value]));
  const isZero = (period: string) => absentMeans === 'ZERO' && period >= first && period <= last;
  const missing = periods.filter((period, index) =>
    there[index] ? there[index].value === null : !isZero(period),
  ).length;
  const flags = new Set(there.flatMap((cell) => cell?.flags ?? []));
  return { values, missing, flags };
}

function expectCompleteOrMissing(cell: SeriesCell, expected: ReturnType<typeof expectedParts>): void {
  expect(cell.missing).toBe(expected.missing);
  if (expected.missing > 0) expect(cell.state).not.toBe('REPORTED');
  if (cell.value === null) expect(cell.inputs).toBe(0);
  for (const flag of expected.flags) expect(cell.flags).toContain(flag);
}

test('a sum with a missing figure is never REPORTED, and has all flags of its inputs', () => {
  forAll((random) => {
    const properties = { ...randomProperties(random), measure: 'FLOW' as const, frequency: 'MONTH' as const };
    const cells = randomSeries(random, 'MONTH');
    if (cells.length === 0) return;
    const frequency = random.pick(['QUARTER', 'YEAR'] as const);
    for (const cell of downsample(cells, properties, frequency)) {
      const expected = expectedParts(cells, listSubperiods(cell.period, 'MONTH'), properties.absentMeans);
      expectCompleteOrMissing(cell, expected);
      if (cell.value !== null) expect(cell.value).toBe(expected.values.reduce((sum, value) => sum + value, 0));
    }
    for (const [index, cell] of cumulative(cells, properties).entries()) {
      const periods = periodsBetween(cells[0]!.period, cell.period);
      expect(periods).toHaveLength(index + 1);
      expectCompleteOrMissing(cell, expectedParts(cells, periods, properties.absentMeans));
    }
    const window = 2 + random.below(5);
    for (const cell of rollingMean(cells, properties, window)) {
      const periods = periodsBetween(offsetPeriod(cell.period, 1 - window), cell.period);
      expectCompleteOrMissing(cell, expectedParts(cells, periods, properties.absentMeans));
    }
  });
});

test('a yearly stock has the value of December or none, and cannot be cumulated', () => {
  forAll((random) => {
    const properties = { ...randomProperties(random), measure: 'STOCK' as const, frequency: 'MONTH' as const };
    const cells = randomSeries(random, 'MONTH');
    if (cells.length === 0) return;
    for (const cell of downsample(cells, { ...properties, absentMeans: 'MISSING' }, 'YEAR')) {
      const last = cells.find(({ period }) => period === `${cell.period}-12`);
      expect(cell.value).toBe(last?.value ?? null);
    }
    expect(() => cumulative(cells, properties)).toThrow('cannot be added');
    expect(summariseSeries(cells, properties, false).sum).toBeNull();
  });
});

test('a group total with a missing country is never REPORTED', () => {
  forAll((random) => {
    const properties = { ...randomProperties(random), measure: 'FLOW' as const, frequency: 'YEAR' as const };
    const codes = ['A', 'B', 'C', 'D'];
    const cells = new Map(codes.map((code) => [code, randomSeries(random, 'YEAR')]));
    const members = codes.map((country) => ({
      country,
      from: random.chance(0.5) ? `20${10 + random.below(10)}` : null,
      to: random.chance(0.3) ? `20${20 + random.below(10)}-06` : null,
    }));
    for (const total of groupTotal(cells, members, properties, null)) {
      const countries = membersAt(members, total.period);
      const there = countries.map((code) => cells.get(code)!.find(({ period }) => period === total.period));
      const isMissing = (cell: SeriesCell | undefined) =>
        cell ? cell.value === null : properties.absentMeans === 'MISSING';
      const values = there.flatMap((cell) => (cell?.value == null ? [] : [cell.value]));
      expect(total.missing).toBe(there.filter(isMissing).length);
      if (total.missing > 0) expect(total.state).not.toBe('REPORTED');
      expect(total.value).toBe(values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0));
    }
  });
});

test('the cells of a computed series have one frequency, and cells with a figure have inputs', () => {
  const transforms: (TransformName | null)[] = [
    null,
    'PER_100K',
    'YEAR_ON_YEAR',
    'INDEX',
    'ROLLING_MEAN',
    'CUMULATIVE',
  ];
  forAll((random) => {
    const properties = randomProperties(random);
    const other = random.pick(['YEAR', 'QUARTER', 'MONTH'] as const);
    const mixed = [...randomSeries(random, properties.frequency), ...randomSeries(random, other)];
    const distinct = [...new Map(mixed.map((cell) => [cell.period, cell])).values()];
    const cells = distinct.sort((a, b) => (a.period < b.period ? -1 : 1));
    const frequency = random.pick([null, ...(['YEAR', 'QUARTER', 'MONTH'] as const)]);
    const transform = random.pick(transforms);
    const population = randomSeries(random, 'YEAR');
    let worked;
    try {
      worked = computeSeries(cells, properties, { ...AS_REPORTED, frequency, transform }, { population });
    } catch (error) {
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
      return;
    }
    for (const cell of worked.cells) {
      expect(parsePeriod(cell.period)!.frequency).toBe(frequency ?? properties.frequency);
      expect(Number.isNaN(cell.value)).toBe(false);
      expect(cell.value).not.toBe(Infinity);
      if (cell.value !== null) expect(cell.inputs).toBeGreaterThan(0);
      if (cell.missing > 0) expect(cell.state).not.toBe('REPORTED');
      if (cell.state === 'REPORTED') expect(cell.value).not.toBeNull();
    }
  });
});

test('a ranking is sorted by figure, omits areas without a figure, and its shares add up to 100 %', () => {
  forAll((random) => {
    const properties = { ...randomProperties(random), measure: 'FLOW' as const };
    const cells = new Map(
      ['A', 'B', 'C', 'D', 'E'].flatMap((code) => {
        const [cell] = randomSeries(random, 'YEAR');
        return cell ? [[code, cell] as const] : [];
      }),
    );
    const places = rankByFigure(cells, properties);
    expect(places.map(({ area }) => area).sort()).toEqual(
      [...cells]
        .filter(([, { value }]) => value !== null)
        .map(([code]) => code)
        .sort(),
    );
    const values = places.map(({ cell }) => cell.value!);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    for (const { rank, cell } of places) expect(rank).toBe(1 + values.filter((value) => value > cell.value!).length);
    const shares = places.flatMap(({ share }) => share ?? []);
    if (shares.length > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 9);
  });
});
