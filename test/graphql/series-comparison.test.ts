import { entry } from '../store/test-stores.js';
import { expectType } from './typed-response.js';
import { FiguresApp, indicator, areaEntries } from './figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

beforeAll(async () => {
  await base.start();
  await base.write(
    ...areaEntries(),
    indicator('people', { measure: 'STOCK' }),
    indicator('arrivals', { population: 'people' }),
    indicator('detections', { countingUnit: 'DETECTIONS', unit: 'crossings' }),
    indicator('monthly', { frequency: 'MONTH' }),
    indicator('present', { measure: 'STOCK' }),
    indicator('boats', { absentMeans: 'ZERO' }),
    entry('Organisation', 'world-bank', { title: { en: 'World Bank' }, type: 'INTERNATIONAL' }),
    indicator('people-of-eurostat', { measure: 'STOCK', concept: 'POPULATION' }),
    indicator('people-of-world-bank', { measure: 'STOCK', concept: 'POPULATION', publisher: 'world-bank' }),
  );
  await base.writeVintage('people-of-eurostat', { IT: { 2020: 10 }, ES: { 2020: 20 } });
  await base.writeVintage('people-of-world-bank', { IT: { 2020: 11 } });
  await base.writeVintage('people', { IT: { 2020: 1_000_000 }, ES: { 2020: 2_000_000 } });
  await base.writeVintage('arrivals', {
    IT: { 2019: 1, 2020: 2, 2021: 3 },
    ES: { 2020: 4, 2022: 5 },
    HR: { 2020: { value: 6, flags: ['PROVISIONAL'] } },
    EU: { 2020: 12 },
  });
  await base.writeVintage('boats', { IT: { 2019: 1, 2021: 3 }, ES: { 2020: 4 } });
  await base.writeVintage('detections', { IT: { 2020: 9 } });
  await base.writeVintage('monthly', { IT: { '2020-01': 1 } });
  await base.writeVintage('present', { IT: { 2020: 3 } });
});

const COMPARE = `query ($series: [SeriesInput!]!, $force: Boolean! = false) { compare(series: $series, force: $force) {
  __typename
  ... on Comparison { series { indicator { slug } area { code } unit } periods { period cells { value state } } warnings { reason left right message } }
  ... on IncompatibleSeries { pairs { reason left right message } }
} }`;

async function compare(series: object[], force = false) {
  return (await base.execute(COMPARE, { series, force })).compare;
}

const reasons = (pairs: { reason: string }[]) => pairs.map(({ reason }) => reason);
const arrivals = (area: string, more = {}) => ({ indicator: 'arrivals', area, ...more });

test('an area or breakdown without a series is reported as not covered in every period', async () => {
  const compared = await compare([arrivals('IT', { from: '2020', to: '2020' }), arrivals('GB')]);
  expect(compared).toMatchObject({
    periods: [
      {
        period: '2020',
        cells: [
          { value: 2, state: 'REPORTED' },
          { value: null, state: 'NOT_COVERED' },
        ],
      },
    ],
  });
});

test('compare aligns series by period, and accepts names and ISO codes of areas', async () => {
  expect(await compare([arrivals('Italy'), arrivals('ESP', { to: '2020' })])).toEqual({
    __typename: 'Comparison',
    series: [
      { indicator: { slug: 'arrivals' }, area: { code: 'IT' }, unit: 'persons' },
      { indicator: { slug: 'arrivals' }, area: { code: 'ES' }, unit: 'persons' },
    ],
    periods: [
      {
        period: '2019',
        cells: [
          { value: 1, state: 'REPORTED' },
          { value: null, state: 'NOT_REPORTED' },
        ],
      },
      {
        period: '2020',
        cells: [
          { value: 2, state: 'REPORTED' },
          { value: 4, state: 'REPORTED' },
        ],
      },
      {
        period: '2021',
        cells: [
          { value: 3, state: 'REPORTED' },
          { value: null, state: 'NOT_REPORTED' },
        ],
      },
    ],
    warnings: [],
  });
});

test('for an indicator with absentMeans ZERO, missing periods within a compared series are zero', async () => {
  const boatSeries = (area: string) => ({ indicator: 'boats', area });
  const { periods } = expectType(await compare([boatSeries('IT'), boatSeries('ES')]), 'Comparison');
  const values = periods.map(({ period, cells }) => [period, ...cells.map(({ value }) => value)]);
  expect(values).toEqual([
    ['2019', 1, null],
    ['2020', 0, 4],
    ['2021', 3, null],
  ]);
});

test('compare rejects a series of detections and one of persons', async () => {
  expect(await compare([arrivals('IT'), { indicator: 'detections', area: 'IT' }])).toEqual({
    __typename: 'IncompatibleSeries',
    pairs: [
      {
        reason: 'COUNTING_UNITS_DIFFER',
        left: 0,
        right: 1,
        message: 'arrivals for Italy and detections for Italy: one counts persons, the other detections.',
      },
    ],
  });
});

test.each([
  ['different frequencies', [arrivals('IT'), { indicator: 'monthly', area: 'IT' }], ['FREQUENCIES_DIFFER']],
  ['a stock and a flow', [arrivals('IT'), { indicator: 'present', area: 'IT' }], ['MEASURES_DIFFER']],
  ['provisional and final figures', [arrivals('IT'), arrivals('HR')], ['PROVISIONAL_WITH_FINAL']],
  ['a group and its member', [arrivals('EU'), arrivals('IT')], ['AREAS_OVERLAP']],
  ['a rate and a number', [arrivals('IT', { recipe: { transform: 'PER_100K' } }), arrivals('ES')], ['UNITS_DIFFER']],
])('compare rejects %s, or returns a warning if forced', async (_what, series, expected) => {
  const incompatible = expectType(await compare(series), 'IncompatibleSeries');
  expect(reasons(incompatible.pairs)).toEqual(expected);
  const forcedComparison = expectType(await compare(series, true), 'Comparison');
  expect(forcedComparison.warnings).toEqual(incompatible.pairs);
  expect(forcedComparison.series).toHaveLength(2);
});

test('compare returns a warning for the same concept from two publishers', async () => {
  const population = (publisher: string, area: string) => ({ indicator: `people-of-${publisher}`, area });
  const [italy, spain] = [population('eurostat', 'IT'), population('eurostat', 'ES')];
  const found = expectType(await compare([italy, population('world-bank', 'IT'), spain]), 'Comparison');
  const message = expect.stringMatching(/both measure population, but .+ count it differently\.$/);
  expect(found.warnings).toEqual([
    { reason: 'PUBLISHERS_DIFFER', left: 0, right: 1, message },
    { reason: 'PUBLISHERS_DIFFER', left: 1, right: 2, message },
  ]);
  expect(expectType(await compare([italy, spain]), 'Comparison').warnings).toEqual([]);
});

test('monthly and yearly series can be compared at a common frequency', async () => {
  const yearly = { indicator: 'monthly', area: 'IT', recipe: { frequency: 'YEAR' } };
  expect((await compare([arrivals('IT'), yearly])).__typename).toBe('Comparison');
});

test('compare accepts the rates of two countries', async () => {
  const rate = { recipe: { transform: 'PER_100K' }, from: '2020', to: '2020' };
  const { series, periods } = expectType(await compare([arrivals('IT', rate), arrivals('ES', rate)]), 'Comparison');
  expect(series[0]!.unit).toBe('persons per 100 000 inhabitants');
  expect(periods[0]!.cells.map(({ value }) => value)).toEqual([(100_000 * 2) / 1_000_000, (100_000 * 4) / 2_000_000]);
});

test('compare rejects unknown indicators and areas, and fewer than two series', async () => {
  const emptyTable = { series: [arrivals('IT'), { indicator: 'none', area: 'IT' }] };
  expect(await base.firstError(COMPARE, emptyTable)).toEqual({
    code: 'NOT_FOUND',
    message: 'There is no indicator "none".',
  });
  expect(await base.firstError(COMPARE, { series: [arrivals('IT')] })).toMatchObject({ code: 'BAD_USER_INPUT' });
  const unknown = await base.firstError(COMPARE, { series: [arrivals('IT'), arrivals('Itly')] });
  expect(unknown).toEqual({ code: 'BAD_USER_INPUT', message: expect.stringContaining('Italy') });
});

test('the figures of all compared series take one database command', async () => {
  const series = ['IT', 'ES', 'HR'].map((area) => arrivals(area));
  await compare(series, true);
  base.commands.length = 0;
  await base.execute('query ($series: [SeriesInput!]!) { compare(series: $series, force: true) { __typename } }', {
    series,
  });
  // The two commands read the indicator and its figures.
  expect(base.commands).toEqual(['find', 'aggregate']);
});
