import { expect, test } from '@jest/globals';
import { Random } from '../store/random.js';
import { expectClose, FiguresServer, type ReturnedCell, sum } from './figures-server.js';
import { isLong, seedOf } from './start-servers.js';
import { type FigureSelection, flagsOf, type SeededIndicator, seededIndicators, valueOf } from './seeded-figures.js';

const SEED = seedOf(6);
/** Number of random cases for each test. */
const CASES = isLong ? 200 : 30;

const random = new Random(SEED);
const indicators = seededIndicators();
const server = await FiguresServer.open();

function randomSelection(isSuitable: (indicator: SeededIndicator) => boolean = () => true): FigureSelection {
  return random.pick(indicators.filter(isSuitable)).selectRandomCodes(random);
}

test(`seed ${SEED}: the API returns each figure as in its file, with its state and flags`, async () => {
  let count = 0;
  for (let round = 0; round < CASES; round += 1) {
    const cut = randomSelection();
    for (const area of random.pickSome(cut.areas, 1, 5)) {
      const points = await server.points(cut, area);
      for (const row of cut.rows.filter((each) => each['area'] === area)) {
        const point = points.get(row['period']!);
        const value = valueOf(row);
        const failureContext = [cut.name, area, row['period']];
        const state = row['state'] || (value === null ? 'NOT_REPORTED' : 'REPORTED');
        const found = [point?.value ?? null, point?.state, [...(point?.flags ?? [])].sort()];
        expect([...failureContext, ...found]).toEqual([...failureContext, value, state, flagsOf(row).sort()]);
        count += 1;
      }
    }
  }
  expect(count).toBeGreaterThan(10 * CASES);
});

interface Summed {
  points: ReturnedCell[];
  latest: ReturnedCell | null;
  summary: Record<'first' | 'last' | 'minimum' | 'maximum', ReturnedCell | null> & {
    sum: number | null;
    mean: number | null;
    inputs: number;
    flags: string[];
  };
}

test('the summary of a series is computed from the returned figures', async () => {
  for (let round = 0; round < CASES; round += 1) {
    const cut = randomSelection();
    const area = random.pick(cut.areas);
    const [from, to] = random.pickSome(cut.periods, 2, 2).sort();
    const shownRows = cut.rows
      .filter((row) => row['area'] === area && row['period']! >= (from ?? '') && row['period']! <= (to ?? '9999'))
      .toSorted((a, b) => (a['period']! < b['period']! ? -1 : 1));
    const expectedPoints = shownRows.flatMap((row) => {
      const value = valueOf(row);
      return value === null ? [] : [{ value, period: row['period']!, flags: flagsOf(row) }];
    });
    if (expectedPoints.length === 0) continue;
    const span = [from && `from: "${from}"`, to && `to: "${to}"`].filter(Boolean).join(', ');
    const selection = `series(areas: ["${area}"], ${cut.breakdown}, ${span}) { points { period } latest { period value }
      summary { first { period value } last { period value } minimum { period value } maximum { period value } sum mean inputs flags } }`;
    const [{ points: allPoints, latest, summary }] = await server.readField<[Summed]>(cut.indicator.slug, selection);
    const failureContext = [cut.name, area, span];
    const one = (point: { period: string; value: number }) => ({ period: point.period, value: point.value });
    const least = Math.min(...expectedPoints.map(({ value }) => value));
    const greatest = Math.max(...expectedPoints.map(({ value }) => value));
    expect([...failureContext, allPoints.map(({ period }) => period)]).toEqual([
      ...failureContext,
      shownRows.map((row) => row['period']),
    ]);
    expect([...failureContext, { ...summary, sum: 0, mean: 0, flags: [...summary.flags].sort(), latest }]).toEqual([
      ...failureContext,
      {
        first: one(expectedPoints[0]!),
        last: one(expectedPoints.at(-1)!),
        minimum: one(expectedPoints.find(({ value }) => value === least)!),
        maximum: one(expectedPoints.find(({ value }) => value === greatest)!),
        inputs: expectedPoints.length,
        flags: [...new Set(expectedPoints.flatMap(({ flags }) => flags))].sort(),
        latest: one(expectedPoints.at(-1)!),
        sum: 0,
        mean: 0,
      },
    ]);
    const total = sum(expectedPoints.map(({ value }) => value));
    expectClose([...failureContext, 'sum'], summary.sum, cut.indicator.measure === 'FLOW' ? total : null, 1e-6);
    expectClose([...failureContext, 'mean'], summary.mean, total / expectedPoints.length, 0.0501);
  }
});

test('the coverage of an indicator counts the figures in the file', async () => {
  for (const indicator of random.pickSome(indicators, CASES / 2, CASES / 2)) {
    const { rows, dimensions, slug } = indicator;
    const distinct = (of: readonly string[]) => new Set(rows.map((row) => of.map((name) => row[name]).join(' '))).size;
    const periods = rows.map((row) => row['period']!).sort();
    const found = await server.readField(slug, 'coverage { series observations missing from to areas }');
    expect([slug, found]).toEqual([
      slug,
      {
        series: distinct(['area', ...dimensions]),
        observations: rows.filter((row) => valueOf(row) !== null).length,
        missing: rows.filter((row) => valueOf(row) === null).length,
        from: periods[0],
        to: periods.at(-1),
        areas: [...new Set(rows.map((row) => row['area']!))].sort(),
      },
    ]);
  }
});
