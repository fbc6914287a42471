import { FiguresApp, indicator, areaEntries } from './figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

const SEX = {
  name: 'sex',
  title: { en: 'Sex' },
  total: 'T',
  codes: [
    { code: 'T', title: { en: 'Total' } },
    { code: 'F', title: { en: 'Women' } },
    { code: 'M', title: { en: 'Men' } },
  ],
};

beforeAll(async () => {
  await base.start();
  await base.write(
    ...areaEntries(),
    indicator('people', { measure: 'STOCK' }),
    indicator('arrivals', { population: 'people', dimensions: [SEX] }),
    indicator('monthly', { frequency: 'MONTH' }),
    indicator('beds', { measure: 'STOCK', frequency: 'MONTH', unit: 'beds' }),
    indicator('share', { measure: 'RATE', countingUnit: 'PERCENT', unit: 'percent', frequency: 'MONTH' }),
    indicator('incidents', { absentMeans: 'ZERO', frequency: 'MONTH' }),
  );
  await base.writeVintage('people', {
    IT: { 2019: 60_000_000, 2020: 59_000_000, 2021: 59_500_000 },
    ES: { 2019: 47_000_000 },
    GB: { 2019: 66_000_000 },
    HR: { 2019: 4_000_000, 2021: 4_000_000 },
  });
  await base.writeVintage('arrivals', {
    IT: { 2018: 100, 2019: 300, 2020: { value: 330, flags: ['PROVISIONAL'] }, 2021: 660 },
    ES: { 2018: 50, 2019: 0, 2020: { value: null, state: 'SUPPRESSED', lower: 1, upper: 4 }, 2021: 40 },
    GB: { 2018: 10, 2019: 20, 2020: 30, 2021: 40 },
    HR: { 2019: 20, 2021: { value: 8, source: 'annex' } },
    TN: { 2019: 1000 },
    EU: { 2019: 340, 2021: 708 },
    ROUTE_SEA: { 2019: 5000 },
    'IT sex=F': { 2019: 120 },
    'IT sex=M': { 2019: 180 },
  });
  await base.writeVintage('monthly', { IT: { '2020-01': 1, '2020-02': 2, '2020-03': 3, '2020-05': 5, '2021-01': 4 } });
  await base.writeVintage('beds', { IT: { '2020-01': 10, '2020-02': 12, '2020-03': 14, '2020-06': 20 } });
  await base.writeVintage('share', { IT: { '2020-01': 10, '2020-02': 20, '2020-03': 60 } });
  await base.writeVintage('incidents', { IT: { '2020-01': 2, '2020-04': 3 } });
});

const POINTS = 'points { period value state inputs missing flags dividedBy { period value } }';

async function series(slug: string, args: string, fields = POINTS) {
  const { indicator: found } = await base.execute(
    `{ indicator(slug: "${slug}") { series(${args}) { unit ${fields} } } }`,
  );
  return found.series;
}

async function values(slug: string, args: string): Promise<[string, number | null][]> {
  const [singleSeries] = await series(slug, args);
  return singleSeries.points.map(({ period, value }: { period: string; value: number | null }) => [period, value]);
}

describe('the field series', () => {
  test('the points of a series distinguish zero from suppressed figures', async () => {
    const [spain] = await series('arrivals', 'areas: ["ES"]', 'points { period value state lower upper missing }');
    expect(spain.points).toEqual([
      { period: '2018', value: 50, state: 'REPORTED', lower: null, upper: null, missing: 0 },
      { period: '2019', value: 0, state: 'REPORTED', lower: null, upper: null, missing: 0 },
      { period: '2020', value: null, state: 'SUPPRESSED', lower: 1, upper: 4, missing: 1 },
      { period: '2021', value: 40, state: 'REPORTED', lower: null, upper: null, missing: 0 },
    ]);
  });

  test('the summary of a series counts missing periods and lists all flags', async () => {
    const fields = `summary { sum mean inputs missing flags first { period } last { period }
      minimum { period value } maximum { period value } } latest { period }`;
    const [spain, italy] = await series('arrivals', 'areas: ["ES", "IT"]', fields);
    expect(spain.summary).toEqual({
      sum: 90,
      mean: 30,
      inputs: 3,
      missing: 1,
      flags: [],
      first: { period: '2018' },
      last: { period: '2021' },
      minimum: { period: '2019', value: 0 },
      maximum: { period: '2018', value: 50 },
    });
    expect(italy.summary.flags).toEqual(['PROVISIONAL']);
    const [bedSeries] = await series('beds', 'areas: ["IT"]', fields);
    expect([bedSeries.summary.sum, bedSeries.summary.missing, bedSeries.latest.period]).toEqual([null, 2, '2020-06']);
  });

  test('series are selected by breakdown, and an unknown code is rejected', async () => {
    const { indicator: found } = await base.execute(`{ indicator(slug: "arrivals") {
      series(breakdown: [{ dimension: "sex", code: "F" }, { dimension: "sex", code: "M" }]) {
        area { code } breakdown { dimension code } points { value }
      }
    } }`);
    expect(found!.series).toEqual([
      { area: { code: 'IT' }, breakdown: [{ dimension: 'sex', code: 'F' }], points: [{ value: 120 }] },
      { area: { code: 'IT' }, breakdown: [{ dimension: 'sex', code: 'M' }], points: [{ value: 180 }] },
    ]);
    const wrong = '{ indicator(slug: "arrivals") { series(breakdown: [{ dimension: "sex", code: "X" }]) { unit } } }';
    expect(await base.firstError(wrong)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('a list of series is continued by skipping the series of the pages before', async () => {
    const fields = 'area { code } breakdown { code }';
    for (const args of [
      '',
      ', areas: ["TN", "IT", "GB"]',
      ', breakdown: [{ dimension: "sex", code: "M" }, { dimension: "sex", code: "T" }]',
    ]) {
      const whole = await series('arrivals', `first: 100${args}`, fields);
      const pages = await Promise.all(
        [0, 2, 4, 6, 8].map((skip) => series('arrivals', `first: 2, skip: ${skip}${args}`, fields)),
      );
      expect(pages.flat()).toEqual(whole);
    }
  });

  test('the field allSeries has the totals and every breakdown, by area and breakdown', async () => {
    const allSeries = async (args: string) => {
      const { indicator: found } = await base.execute(
        `{ indicator(slug: "arrivals") { allSeries(${args}) { area { code } breakdown { code } points { value } } } }`,
      );
      return (found!.allSeries as { area: { code: string }; breakdown: { code: string }[]; points: object[] }[]).map(
        ({ area, breakdown, points }) => [area.code, ...breakdown.map(({ code }) => code), points.length],
      );
    };
    const all = [
      ['ES', 4],
      ['EU', 2],
      ['GB', 4],
      ['HR', 2],
      ['IT', 4],
      ['IT', 'F', 1],
      ['IT', 'M', 1],
      ['ROUTE_SEA', 1],
      ['TN', 1],
    ];
    expect(await allSeries('first: 100')).toEqual(all);
    const pages = await Promise.all([0, 2, 4, 6, 8].map((skip) => allSeries(`first: 2, skip: ${skip}`)));
    expect(pages.flat()).toEqual(all);
    expect(await allSeries('areas: ["IT", "DE"]')).toEqual(all.filter(([area]) => area === 'IT'));
    expect(await allSeries('first: 0')).toEqual([]);
  });

  test('a limited list of series is the beginning of the complete list, with several codes of each area', async () => {
    const codes = ['M', 'F', 'T'].map((code) => `{ dimension: "sex", code: "${code}" }`).join(' ');
    const first = (count: number) =>
      series('arrivals', `breakdown: [${codes}] first: ${count}`, 'area { code } breakdown { code }');
    const allCountries = await first(100);
    expect(allCountries.filter(({ area }: { area: { code: string } }) => area.code === 'IT')).toHaveLength(3);
    for (let count = 0; count <= allCountries.length; count += 1)
      expect(await first(count)).toEqual(allCountries.slice(0, count));
  });
});

describe('the formula of each transform', () => {
  test('PER_100K is 100 000 × x ÷ population of the year or, flagged, of the last known year before', async () => {
    const fields = `${POINTS} population { slug }`;
    const [italy] = await series('arrivals', 'areas: ["IT"], recipe: { transform: PER_100K }', fields);
    expect(italy.unit).toBe('persons per 100 000 inhabitants');
    expect(italy.population).toEqual({ slug: 'people' });
    const reported = new Map(await values('arrivals', 'areas: ["IT"]'));
    for (const { period, value, dividedBy } of italy.points.slice(1)) {
      expect(value).toBe(Number(((100_000 * reported.get(period)!) / dividedBy.value).toFixed(2)));
      expect(dividedBy.period).toBe(period);
    }
    expect(italy.points[0]).toMatchObject({ period: '2018', value: null, state: 'POPULATION_MISSING', missing: 1 });
    const [spain] = await series('arrivals', 'areas: ["ES"], from: "2021", recipe: { transform: PER_100K }');
    expect(spain.points).toEqual([
      {
        period: '2021',
        value: 0.09,
        state: 'REPORTED',
        inputs: 2,
        missing: 0,
        flags: ['ESTIMATED'],
        dividedBy: { period: '2019', value: 47_000_000 },
      },
    ]);
  });

  test('YEAR_ON_YEAR is 100 × (x ÷ x a year before − 1), also for the first returned period', async () => {
    expect(await values('arrivals', 'areas: ["IT"], from: "2019", recipe: { transform: YEAR_ON_YEAR }')).toEqual([
      ['2019', 200],
      ['2020', 10],
      ['2021', 100],
    ]);
    const spain = await series('arrivals', 'areas: ["ES"], recipe: { transform: YEAR_ON_YEAR }');
    const states = spain[0].points.map(({ value, state }: { value: number | null; state: string }) => [value, state]);
    // In order: no earlier figure, a fall to 0, a suppressed figure, and a comparison with a suppressed figure.
    expect(states).toEqual([
      [null, 'BASE_MISSING'],
      [-100, 'REPORTED'],
      [null, 'SUPPRESSED'],
      [null, 'BASE_MISSING'],
    ]);
    expect(await values('monthly', 'areas: ["IT"], from: "2021", recipe: { transform: YEAR_ON_YEAR }')).toEqual([
      ['2021-01', 300],
    ]);
  });

  test('INDEX is 100 × x ÷ x of the base; the default base is the first returned period with a figure', async () => {
    expect(await values('arrivals', 'areas: ["IT"], recipe: { transform: INDEX, base: "2019" }, from: "2020"')).toEqual(
      [
        ['2020', (100 * 330) / 300],
        ['2021', (100 * 660) / 300],
      ],
    );
    const [italy] = await series('arrivals', 'areas: ["IT"], recipe: { transform: INDEX }');
    expect(italy.unit).toBe('index, 2018 = 100');
    expect(italy.points.map(({ value }: { value: number }) => value)).toEqual([100, 300, 330, 660]);
  });

  test('INDEX has a common base for all series: the first period in which all or most have a figure', async () => {
    const index = 'recipe: { transform: INDEX }';
    const units = (allSeries: { unit: string }[]) => [...new Set(allSeries.map(({ unit }) => unit))];
    expect(units(await series('arrivals', `areas: ["IT", "ES", "HR"], ${index}`))).toEqual(['index, 2021 = 100']);
    expect(units(await series('arrivals', `areas: ["IT", "ES"], ${index}`))).toEqual(['index, 2018 = 100']);
    // No period has figures for all areas. 2019 is the base, because it has figures for most.
    expect(units(await series('arrivals', index))).toEqual(['index, 2019 = 100']);
    const { country } = await base.execute(
      `{ country(by: { code: "IT" }) { series(indicators: ["people", "arrivals"], ${index}) { unit permalink } } }`,
    );
    expect(units(country!.series)).toEqual(['index, 2019 = 100']);
    expect(country!.series[1]!.permalink).toContain('&base=2019&');
    const inputs = ['IT', 'HR'].map((area) => ({ indicator: 'arrivals', area, recipe: { transform: 'INDEX' } }));
    const { compare } = await base.execute(
      `query ($series: [SeriesInput!]!) {
        compare(series: $series, force: true) { ... on Comparison { series { unit } } } }`,
      { series: inputs },
    );
    expect(units(compare.series!)).toEqual(['index, 2019 = 100']);
  });

  test('SHARE divides by the sum of the countries if the total is unpublished, and is PARTIAL if some are missing', async () => {
    const shareOf = (group: string) => `areas: ["IT"], recipe: { transform: SHARE, shareOf: "${group}" }`;
    expect(await values('monthly', `${shareOf('EU')} from: "2020-01", to: "2020-01"`)).toEqual([['2020-01', 100]]);
    const [ofWorld] = await series('arrivals', `${shareOf('WORLD')} from: "2019", to: "2019"`);
    expect(ofWorld.points).toMatchObject([{ value: null, state: 'TOTAL_MISSING' }]);
    const women = 'breakdown: [{ dimension: "sex", code: "F" }], from: "2019", to: "2019"';
    const [ofEu] = await series('arrivals', `${shareOf('EU')} ${women}`);
    // Only Italy reported a figure for women, so its share is 100 %.
    expect(ofEu.points).toMatchObject([{ value: 100, state: 'PARTIAL' }]);
  });

  test('ROLLING_MEAN is the sum of the figures in the window ÷ their number, and counts the missing ones', async () => {
    const [italy] = await series(
      'monthly',
      'areas: ["IT"], to: "2020-05", recipe: { transform: ROLLING_MEAN, window: 2 }',
    );
    expect(italy.unit).toBe('persons, mean of 2 months');
    const short = italy.points.map((point: Record<string, unknown>) => [
      point['value'],
      point['state'],
      point['missing'],
    ]);
    expect(short).toEqual([
      [1, 'PARTIAL', 1],
      [1.5, 'REPORTED', 0],
      [2.5, 'REPORTED', 0],
      [3, 'PARTIAL', 1],
      [5, 'PARTIAL', 1],
    ]);
  });

  test('CUMULATIVE is the sum of all periods from the first returned one, PARTIAL after a gap', async () => {
    const [italy] = await series(
      'monthly',
      'areas: ["IT"], from: "2020-02", to: "2020-05", recipe: { transform: CUMULATIVE }',
    );
    expect(italy.unit).toBe('persons, added up since 2020-02');
    const short = italy.points.map((point: Record<string, unknown>) => [
      point['value'],
      point['state'],
      point['missing'],
    ]);
    expect(short).toEqual([
      [2, 'REPORTED', 0],
      [5, 'REPORTED', 0],
      [5, 'PARTIAL', 1],
      [10, 'PARTIAL', 1],
    ]);
  });
});

describe('series at a lower frequency', () => {
  test('the figures of a flow are summed at a lower frequency, with the number of missing months', async () => {
    const [italy] = await series(
      'monthly',
      'areas: ["IT"], to: "2020", recipe: { frequency: QUARTER }',
      `frequency ${POINTS}`,
    );
    expect(italy.frequency).toBe('QUARTER');
    expect(italy.points.slice(0, 2)).toMatchObject([
      { period: '2020-Q1', value: 6, state: 'REPORTED', inputs: 3, missing: 0 },
      { period: '2020-Q2', value: 5, state: 'PARTIAL', inputs: 1, missing: 2 },
    ]);
  });

  test('a stock has the last value of each period at a lower frequency', async () => {
    expect(await values('beds', 'areas: ["IT"], recipe: { frequency: QUARTER }')).toEqual([
      ['2020-Q1', 14],
      ['2020-Q2', 20],
    ]);
    const [year] = await series('beds', 'areas: ["IT"], recipe: { frequency: YEAR }');
    expect(year.points).toMatchObject([{ period: '2020', value: null, state: 'NOT_REPORTED' }]);
  });

  test('a rate is averaged at a lower frequency and flagged as estimated', async () => {
    const [italy] = await series('share', 'areas: ["IT"], recipe: { frequency: QUARTER }');
    expect(italy.points).toMatchObject([{ period: '2020-Q1', value: 30, flags: ['ESTIMATED'] }]);
  });

  test('missing months are zero at a lower frequency if the publisher lists only months with events', async () => {
    const [italy] = await series('incidents', 'areas: ["IT"], recipe: { frequency: QUARTER }');
    expect(italy.points).toMatchObject([
      { period: '2020-Q1', value: 2, state: 'REPORTED', missing: 0 },
      { period: '2020-Q2', value: 3 },
    ]);
  });
});

test.each([
  ['series(recipe: { transform: PER_100K }) { unit }', 'monthly', /has no population series/],
  ['series(recipe: { transform: PER_100K }) { unit }', 'share', /cannot be divided by the population/],
  ['series(recipe: { transform: CUMULATIVE }) { unit }', 'beds', /stock cannot be added/],
  ['series(recipe: { frequency: MONTH }) { unit }', 'arrivals', /longer period/],
  ['series(recipe: { base: "2019" }) { unit }', 'arrivals', /only with the transform INDEX/],
  ['series(recipe: { window: 3 }) { unit }', 'arrivals', /only with the transform ROLLING_MEAN/],
  ['series(recipe: { transform: ROLLING_MEAN, window: 1 }) { unit }', 'arrivals', /2 to 120/],
  ['series(recipe: { transform: INDEX, base: "2019-01" }) { unit }', 'arrivals', /is not a year/],
  ['series(from: "2021", to: "2019") { unit }', 'arrivals', /is after/],
  ['groupTotal(group: "EU") { unit }', 'share', /[Rr]ates/],
  ['groupTotal(group: "IT") { unit }', 'arrivals', /is not a group of countries/],
  ['groupTotal(group: "WORLD") { unit }', 'arrivals', /member countries of "WORLD" are unknown/],
  ['ranking(period: "2019-01") { rank }', 'arrivals', /is not a year/],
  ['growth(from: "2019-01", to: "2020") { percent }', 'arrivals', /is not a year/],
])('the invalid field %s of the indicator "%s" is rejected with a reason', async (field, slug, reason) => {
  const { code, message } = await base.firstError(`{ indicator(slug: "${slug}") { ${field} } }`);
  expect([code, message]).toEqual(['BAD_USER_INPUT', expect.stringMatching(reason)]);
});

describe('figures of several areas', () => {
  test('a ranking contains only countries with a figure, not groups, totals or routes', async () => {
    const { indicator: found } = await base.execute(`{ indicator(slug: "arrivals") {
      all: ranking(period: "2019") { rank area { code } value share }
      rates: ranking(period: "2019", recipe: { transform: PER_100K }) { area { code } value share unit }
      within: ranking(period: "2021", within: "EU") { area { code } value }
      usual: ranking(first: 1) { area { code } observation { period } }
    } }`);
    expect(found!.all.map((each: { area: { code: string } }) => each.area.code)).toEqual([
      'TN',
      'IT',
      'GB',
      'HR',
      'ES',
    ]);
    expect(found!.all.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 3, 3, 5]);
    expect(found!.all[0]!.share).toBe(74.6);
    expect(found!.rates.map((each: { area: { code: string } }) => each.area.code)).toEqual(['HR', 'IT', 'GB', 'ES']);
    expect(found!.rates[0]).toMatchObject({ value: 0.5, share: null, unit: 'persons per 100 000 inhabitants' });
    // In 2021 the United Kingdom was no longer a member of the EU.
    expect(found!.within.map((each: { area: { code: string } }) => each.area.code)).toEqual(['IT', 'ES', 'HR']);
    expect(found!.usual).toEqual([{ area: { code: 'IT' }, observation: { period: '2021' } }]);
  });

  test('a group total includes the members of each period: the United Kingdom in 2019, but not in 2021', async () => {
    const { indicator: found } = await base.execute(`{ indicator(slug: "arrivals") {
      dated: groupTotal(group: "eu", from: "2019") { area { code } fixedAt points { period value state inputs missing sources { slug } } }
      fixed: groupTotal(group: "EU", fixedAt: "2019", from: "2021") { fixedAt points { period value } }
      rate: groupTotal(group: "EU", from: "2019", to: "2019", recipe: { transform: PER_100K }) { points { value dividedBy { value } } }
    } }`);
    expect(found!.dated.area.code).toBe('EU');
    expect(found!.dated.points).toMatchObject([
      { period: '2019', value: 340, state: 'REPORTED', inputs: 4, missing: 0 },
      // In 2020 the figure of Spain is suppressed, and that of Croatia is missing.
      { period: '2020', value: 330, state: 'PARTIAL', inputs: 1, missing: 2 },
      { period: '2021', value: 708, state: 'REPORTED', inputs: 3, missing: 0 },
    ]);
    expect(found!.dated.points[2]!.sources).toEqual([{ slug: 'tables' }, { slug: 'annex' }]);
    expect(found!.fixed).toEqual({ fixedAt: '2019', points: [{ period: '2021', value: 748 }] });
    expect(found!.rate.points).toEqual([{ value: 0.19, dividedBy: { value: 177_000_000 } }]);
  });

  test('growth returns the absolute and percentage change, null if the first or last figure is missing', async () => {
    const { indicator: found } = await base.execute(`{ indicator(slug: "arrivals") {
      growth(from: "2019", to: "2021", areas: ["HR", "IT", "ES", "TN"]) {
        area { code } from { value } to { value state } absolute percent
      }
    } }`);
    expect(found!.growth).toEqual([
      {
        area: { code: 'HR' },
        from: { value: 20 },
        to: { value: 8, state: 'REPORTED' },
        absolute: -12,
        percent: 100 * (8 / 20 - 1),
      },
      {
        area: { code: 'IT' },
        from: { value: 300 },
        to: { value: 660, state: 'REPORTED' },
        absolute: 360,
        percent: 120,
      },
      { area: { code: 'ES' }, from: { value: 0 }, to: { value: 40, state: 'REPORTED' }, absolute: 40, percent: null },
      {
        area: { code: 'TN' },
        from: { value: 1000 },
        to: { value: null, state: 'NOT_REPORTED' },
        absolute: null,
        percent: null,
      },
    ]);
  });
});

describe('database commands for series', () => {
  const countFinds = async (query: string) => {
    await base.execute(query);
    base.commands.length = 0;
    await base.execute(query);
    return base.commands.filter((name) => name !== 'ping');
  };

  test('the series of any number of areas take one database command', async () => {
    const query = (areas: string) =>
      `{ indicator(slug: "arrivals") { series(areas: [${areas}]) { points { value } } } }`;
    const oneCountryReads = await countFinds(query('"IT"'));
    const manyCountryReads = await countFinds(query('"IT", "ES", "GB", "HR", "TN", "EU", "ROUTE_SEA"'));
    expect(manyCountryReads).toEqual(oneCountryReads);
    expect(manyCountryReads).toEqual(['find', 'find']);
  });

  test('the figures of several countries for several indicators take one database command', async () => {
    const query = (first: number) => `{ countries(first: ${first}) { nodes {
      series(indicators: ["arrivals", "people", "monthly"], from: "2019") { unit points { value } }
    } } }`;
    const [oneReads, manyReads] = [await countFinds(query(1)), await countFinds(query(5))];
    expect(manyReads).toEqual(oneReads);
    // The commands read the countries, the indicators and the series.
    expect(manyReads).toHaveLength(3);
  });
});

test('the field series of an area returns one series per indicator', async () => {
  const { country, route, group } = await base.execute(`{
    country(by: { code: "HR" }) { series { indicator { slug } latest { period value } } }
    route(by: { code: "ROUTE_SEA" }) { series { indicator { slug } area { code } } }
    group(by: { code: "EU" }) { series(indicators: ["arrivals"], recipe: { transform: INDEX }) { unit points { period value } } }
  }`);
  expect(country!.series).toEqual([
    { indicator: { slug: 'arrivals' }, latest: { period: '2021', value: 8 } },
    { indicator: { slug: 'people' }, latest: { period: '2021', value: 4_000_000 } },
  ]);
  expect(route!.series).toEqual([{ indicator: { slug: 'arrivals' }, area: { code: 'ROUTE_SEA' } }]);
  expect(group!.series[0]!.points).toEqual([
    { period: '2019', value: 100 },
    { period: '2021', value: 208.2 },
  ]);
});

test('the figures of a country exclude indicators that are drafts', async () => {
  await base.write({ ...indicator('secret'), status: 'DRAFT' });
  await base.writeVintage('secret', { TN: { 2020: 7 } });
  const { country } = await base.execute('{ country(by: { code: "TN" }) { series { indicator { slug } } } }');
  expect(country!.series).toEqual([{ indicator: { slug: 'arrivals' } }]);
  const chosen = (slug: string) => `{ country(by: { code: "TN" }) { series(indicators: ["${slug}"]) { unit } } }`;
  for (const slug of ['secret', 'secrte']) {
    expect(await base.answer(chosen(slug))).toMatchObject({
      data: { country: { series: [] } },
      extensions: { scope: [{ requested: [{ omission: 'UNKNOWN', sentence: `There is no indicator “${slug}”.` }] }] },
    });
  }
});

test('figures of selected indicators for all countries are within the cost limit', async () => {
  const query = (args: string) => `{ countries(first: 100) { nodes {
    series(${args}) { indicator { slug } area { code } points { sources { slug } } }
  } } }`;
  expect(await base.firstError(query('from: "2019"'))).toMatchObject({ code: 'TOO_COSTLY' });
  await base.updateStats();
  const { countries } = await base.execute(query('indicators: ["arrivals", "people"]'));
  expect(countries.nodes).toHaveLength(5);
  // With statistics, even the query of all indicators is within the limit, because there are few figures.
  await base.execute(query('from: "2019"'));
});

test('coverage lists the areas and periods with figures without reading the figures', async () => {
  const query = '{ indicators { nodes { slug coverage { series observations missing from to areas } } } }';
  await base.execute(query);
  base.commands.length = 0;
  const { indicators } = await base.execute(query);
  expect(base.commands).toHaveLength(1);
  const bySlug = new Map(
    indicators.nodes.map((node: { slug: string; coverage: object }) => [node.slug, node.coverage]),
  );
  expect(bySlug.get('arrivals')).toEqual({
    series: 9,
    observations: 19,
    missing: 1,
    from: '2018',
    to: '2021',
    areas: ['ES', 'EU', 'GB', 'HR', 'IT', 'ROUTE_SEA', 'TN'],
  });
});
