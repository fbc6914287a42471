import { expect, test } from '@jest/globals';
import { Random } from '../store/random.js';
import { expectClose, FiguresServer, percentageOf, PERCENT, RATE, sum } from './figures-server.js';
import { isLong, seedOf } from './start-servers.js';
import { randomFigureSelection, type SeededIndicator, seededIndicators, valueOf } from './seeded-figures.js';

const SEED = seedOf(10);
/** Number of random cases for each test. */
const CASES = isLong ? 200 : 25;

const random = new Random(SEED);
const indicators = seededIndicators();
const server = await FiguresServer.open();

const randomSelection = (isSuitable?: (indicator: SeededIndicator) => boolean) =>
  randomFigureSelection(indicators, random, isSuitable);

const yearOf = (period: string) => period.slice(0, 4);

test(`seed ${SEED}: rates use the population of the year, or the last known population`, async () => {
  let dividedByEarlier = 0;
  for (let round = 0; round < CASES; round += 1) {
    const selection = randomSelection(({ population }) => population !== null);
    const population = indicators
      .find(({ slug }) => slug === selection.indicator.population)!
      .selectRandomCodes(random);
    const area = random.pick(selection.areas);
    const knownYears = [...(population.values.get(area) ?? [])].flatMap(([year, count]) =>
      count === null ? [] : [year],
    );
    if (knownYears.length === 0) continue;
    const found = await server.points(selection, area, 'recipe: { transform: PER_100K }');
    for (const [period, value] of selection.values.get(area)!) {
      const year = knownYears
        .filter((each) => each <= yearOf(period))
        .sort()
        .at(-1);
      const divisor = year === undefined ? null : population.at(area, year);
      const failureContext = [selection.name, area, period, 'per 100 000', year];
      const expected = value === null || divisor === null ? null : (100_000 * value) / divisor;
      expectClose(failureContext, found.get(period)?.value, expected, RATE);
      if (expected === null || year === yearOf(period)) continue;
      expect([...failureContext, found.get(period)!.flags.includes('ESTIMATED')]).toEqual([...failureContext, true]);
      dividedByEarlier += 1;
    }
  }
  expect(dividedByEarlier).toBeGreaterThan(0);
});

/** Returns the expected share of a whole in percent; null for a negative value. */
const shareOf = (value: number | null, whole: number | null) =>
  value !== null && value < 0 ? null : percentageOf(value, whole);

test('shares are computed from the figures of the area shareOf, or else of the total of all codes', async () => {
  for (let round = 0; round < CASES; round += 1) {
    const selection = randomSelection(({ measure }) => measure !== 'RATE');
    const [area, containingArea] = [random.pick(selection.areas), random.pick(selection.areas)];
    const found = await server.points(selection, area, `recipe: { transform: SHARE, shareOf: "${containingArea}" }`);
    for (const [period, value] of selection.values.get(area)!) {
      expectClose(
        [selection.name, area, containingArea, period],
        found.get(period)?.value,
        shareOf(value, selection.at(containingArea, period)),
        PERCENT,
      );
    }
  }
  const totalled = indicators.filter(
    ({ measure, totals }) => measure !== 'RATE' && totals.size === 1 && [...totals.values()][0] !== null,
  );
  for (let time = 0; time < CASES; time += 1) {
    const indicator = random.pick(totalled);
    const [[name, total]] = [...indicator.totals] as [[string, string]];
    const selection = indicator.selectRandomCodes(random);
    const totals = new Map(
      indicator.rows
        .filter((row) => row[name] === total)
        .map((row) => [`${row['area']} ${row['period']}`, valueOf(row)]),
    );
    // The share of a total in itself is not tested.
    if (totals.size === 0 || [total, ''].includes(selection.codes[name]!)) continue;
    const area = random.pick(selection.areas);
    const found = await server.points(selection, area, 'recipe: { transform: SHARE }');
    for (const [period, value] of selection.values.get(area)!) {
      const total = totals.get(`${area} ${period}`) ?? null;
      expectClose([selection.name, area, period], found.get(period)?.value, shareOf(value, total), PERCENT);
    }
  }
});

test('a rolling mean is the mean of the figures that exist in its window of periods', async () => {
  for (let round = 0; round < CASES; round += 1) {
    const selection = randomSelection(({ frequency }) => frequency === 'YEAR');
    const [area, window] = [random.pick(selection.areas), 2 + random.below(4)];
    const found = await server.points(selection, area, `recipe: { transform: ROLLING_MEAN, window: ${window} }`);
    for (const [period, value] of selection.values.get(area)!) {
      if (value === null) continue;
      const years = Array.from({ length: window }, (_none, back) => String(Number(period) - back));
      const values = years.flatMap((year) => selection.at(area, year) ?? []);
      const failureContext = [selection.name, area, period, window];
      expectClose(failureContext, found.get(period)?.value, sum(values) / values.length, 0.0501);
      expect([...failureContext, found.get(period)!.state]).toEqual([
        ...failureContext,
        values.length < window ? 'PARTIAL' : 'REPORTED',
      ]);
    }
  }
});

test('year-on-year changes, indices and cumulative sums match the figures in the file', async () => {
  for (let round = 0; round < CASES / 2; round += 1) {
    const selection = randomSelection(({ frequency, measure }) => frequency === 'YEAR' && measure === 'FLOW');
    const area = random.pick(selection.areas);
    const base = selection.periods.find((period) => (selection.at(area, period) ?? 0) > 0);
    if (base === undefined) continue;
    const by = (transform: string) => server.points(selection, area, `recipe: { transform: ${transform} }`);
    const [change, index, total] = [
      await by('YEAR_ON_YEAR'),
      await by(random.chance(0.5) ? 'INDEX' : `INDEX, base: "${base}"`),
      await by('CUMULATIVE'),
    ];
    const values: number[] = [];
    for (const period of selection.periods.filter((each) => selection.values.get(area)!.has(each))) {
      const failureContext = [selection.name, area, period];
      const value = selection.at(area, period);
      const before = percentageOf(value, selection.at(area, String(Number(period) - 1)));
      expectClose(
        [...failureContext, 'year on year'],
        change.get(period)?.value,
        before === null ? null : before - 100,
        PERCENT,
      );
      expectClose(
        [...failureContext, 'index'],
        index.get(period)?.value,
        percentageOf(value, selection.at(area, base)),
        PERCENT,
      );
      if (value === null) continue;
      values.push(value);
      expectClose([...failureContext, 'in all'], total.get(period)?.value, sum(values), 1e-6);
    }
  }
});

const LOWER_FREQUENCIES = [
  { frequency: 'YEAR', of: (period: string) => period.slice(0, 4), months: 12 },
  {
    frequency: 'QUARTER',
    of: (period: string) => `${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5)) / 3)}`,
    months: 3,
  },
];

test('yearly and quarterly figures are sums of months, or the last value of a stock, and report missing months', async () => {
  for (let round = 0; round < CASES; round += 1) {
    const selection = randomSelection(({ frequency, measure }) => frequency === 'MONTH' && measure !== 'RATE');
    const { absentMeans, measure } = selection.indicator;
    const area = random.pick(selection.areas);
    const { frequency, of, months } = random.pick(LOWER_FREQUENCIES);
    const points = await server.points(selection, area, `recipe: { frequency: ${frequency} }`);
    for (const period of new Set([...selection.values.get(area)!.keys()].map(of))) {
      const inside = selection.periods.filter((month) => of(month) === period);
      const values = inside.flatMap((month) => selection.at(area, month) ?? []);
      const failureContext = [selection.name, area, frequency, period];
      const point = points.get(period);
      if (measure === 'STOCK') {
        if (values.length === months) expectClose(failureContext, point?.value, values.at(-1)!, 1e-9);
        continue;
      }
      expectClose(failureContext, point?.value, values.length > 0 ? sum(values) : null, 1e-9);
      if (absentMeans === 'ZERO' || values.length === 0) continue;
      const isComplete = values.length === months;
      expect([...failureContext, point?.state, point?.inputs]).toEqual([
        ...failureContext,
        isComplete ? 'REPORTED' : 'PARTIAL',
        values.length,
      ]);
    }
  }
});
