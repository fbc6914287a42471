import { FiguresApp, indicator, areaEntries, route } from '../figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

const ORIGIN = {
  name: 'origin',
  title: { en: 'Origin' },
  codes: ['SY', 'AF'].map((code) => ({ code, title: { en: code } })),
};

beforeAll(async () => {
  await base.start();
  await base.write(
    ...areaEntries(),
    route('all'),
    route('west', { partOf: 'all' }),
    route('east', { partOf: 'all' }),
    indicator('arrivals', { dimensions: [{ ...ORIGIN, total: 'T' }] }),
    indicator('origins', { dimensions: [ORIGIN] }),
    indicator('empty'),
    indicator('few'),
    indicator('share', { measure: 'RATE' }),
  );
  await base.writeVintage('arrivals', {
    IT: { 2020: 100, 2021: 300, 2022: null },
    EU: { 2020: 400, 2021: 600 },
    'IT origin=SY': { 2020: 25, 2021: 60 },
    'EU origin=SY': { 2020: 50 },
    ROUTE_ALL: { 2020: 90, 2021: 50 },
    ROUTE_WEST: { 2020: 30 },
    ROUTE_EAST: { 2020: 60 },
  });
  await base.writeVintage('origins', { 'IT origin=SY': { 2020: 5 } });
  await base.writeVintage('few', {
    IT: { 2020: 1, 2021: 2, 2022: null },
    ES: { 2020: 1, 2021: 3, 2022: null },
    GB: { 2020: 1 },
    HR: { 2020: 1 },
    TN: { 2022: null },
  });
  await base.writeVintage('share', { IT: { 2020: 5 } });
});

const availability = async (slug: string, args: string) =>
  (
    await base.execute(
      `{ indicator(slug: "${slug}") { availability${args} { hasFigures latestPeriod sentence codes { dimension code } } } }`,
    )
  ).indicator.availability;

test('availability of a period without figures names the latest period that has figures', async () => {
  expect(await availability('arrivals', '(period: "2022")')).toEqual({
    hasFigures: false,
    latestPeriod: '2021',
    sentence: 'No data for 2022; the latest is 2021.',
    codes: [],
  });
  expect(await availability('arrivals', '(period: "2022", area: "IT")')).toMatchObject({
    sentence: 'No data for IT for 2022; the latest is 2021.',
  });
  expect(await availability('arrivals', '(period: "2021")')).toMatchObject({ hasFigures: true, sentence: null });
  expect(await availability('arrivals', '(area: "TN")')).toMatchObject({
    latestPeriod: null,
    sentence: 'No data for TN.',
  });
  expect(await availability('empty', '')).toMatchObject({ hasFigures: false, sentence: 'No data.' });
});

test('the sentence of availability is in the request locale', async () => {
  const answer = await base.execute(
    `{ none: indicator(slug: "few") { availability(area: "TN") { sentence } }
      other: indicator(slug: "arrivals") { availability(period: "2022", area: "IT") { sentence } }
      codes: indicator(slug: "origins") { availability { sentence } } }`,
    {},
    'fr',
  );
  expect(answer).toEqual({
    none: { availability: { sentence: 'Aucune donnée pour TN.' } },
    other: { availability: { sentence: 'Aucune donnée pour IT (2022)\u202f; dernière période\u202f: 2021.' } },
    codes: { availability: { sentence: 'Pas de total\u202f; demandez un code de origin (SY, AF).' } },
  });
});

test('availability of an indicator without totals suggests codes of its dimension', async () => {
  const codes = [
    { dimension: 'origin', code: 'SY' },
    { dimension: 'origin', code: 'AF' },
  ];
  const sentence = 'There is no total; choose a code of origin (SY, AF).';
  expect(await availability('origins', '')).toEqual({ hasFigures: false, latestPeriod: '2020', sentence, codes });
});

test('availability of an area without totals suggests the codes that have figures for the area', async () => {
  const codes = [{ dimension: 'origin', code: 'SY' }];
  const sentence = 'There is no total for IT; choose a code of origin (SY).';
  expect(await availability('origins', '(area: "IT")')).toEqual({
    hasFigures: false,
    latestPeriod: '2020',
    sentence,
    codes,
  });
  expect(await availability('origins', '(area: "ES")')).toMatchObject({ sentence: 'No data for ES.', codes: [] });
});

test('a ranking among ROUTES omits a route that contains other routes with figures', async () => {
  const ranking = async (args: string) =>
    (await base.execute(`{ indicator(slug: "arrivals") { ranking(${args}) { area { code } value share } } }`)).indicator
      .ranking;
  const [eastRoute, westRoute] = ['EAST', 'WEST'].map((name) => ({ code: `ROUTE_${name}` }));
  expect(await ranking('period: "2020", among: ROUTES')).toEqual([
    { area: eastRoute, value: 60, share: expect.closeTo(66.7, 0) },
    { area: westRoute, value: 30, share: expect.closeTo(33.3, 0) },
  ]);
  expect(await ranking('period: "2021", among: ROUTES')).toMatchObject([{ area: { code: 'ROUTE_ALL' }, value: 50 }]);
  expect(await ranking('period: "2020"')).toMatchObject([{ area: { code: 'IT' } }]);
  const rankingQuery = '{ indicator(slug: "arrivals") { ranking(among: ROUTES, within: "EU") { rank } } }';
  expect(await base.firstError(rankingQuery)).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('the default period of a ranking is the latest one in which half of the countries have figures', async () => {
  const { indicator: fewIndicator } = await base.execute(
    '{ indicator(slug: "few") { ranking { area { code } observation { period } } } }',
  );
  const observation = { period: '2021' };
  expect(fewIndicator!.ranking).toEqual(['ES', 'IT'].map((code) => ({ area: { code }, observation })));
});

test("SHARE divides by the area's total, or by the figures of the area given in shareOf", async () => {
  const points = 'points { period value dividedBy { value } } unit';
  const { indicator: found, country } = await base.execute(`{
    indicator(slug: "arrivals") {
      syrians: series(areas: ["IT"], breakdown: [{ dimension: "origin", code: "SY" }], recipe: { transform: SHARE }) { ${points} }
      italy: series(areas: ["IT"], recipe: { transform: SHARE, shareOf: "EU" }, to: "2021") { ${points} }
      both: series(areas: ["IT"], breakdown: [{ dimension: "origin", code: "SY" }], recipe: { transform: SHARE, shareOf: "EU" }, to: "2020") { ${points} }
    }
    country(by: { code: "IT" }) { series(indicators: ["arrivals"], recipe: { transform: SHARE, shareOf: "EU" }, to: "2020") { ${points} } }
  }`);
  const share = (period: string, value: number, whole: number) => ({ period, value, dividedBy: { value: whole } });
  expect(found!.syrians).toEqual([
    { unit: 'percent of the whole', points: [share('2020', 25, 100), share('2021', 20, 300)] },
  ]);
  expect(found!.italy[0]!.points).toEqual([share('2020', 25, 400), share('2021', 50, 600)]);
  expect(found!.both[0]!.points).toEqual([share('2020', 50, 50)]);
  expect(country!.series[0]!.points).toEqual([share('2020', 25, 400)]);
  for (const listQuery of [
    'arrivals") { series(recipe: { transform: SHARE }',
    'share") { series(recipe: { transform: SHARE, shareOf: "EU" }',
  ]) {
    expect(await base.firstError(`{ indicator(slug: "${listQuery}) { unit } } }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  }
});

test('the seriesName of a compared cell names indicator, area and breakdown', async () => {
  const { compare } = await base.execute(`{ compare(series: [
    { indicator: "arrivals", area: "IT" },
    { indicator: "arrivals", area: "IT", breakdown: [{ dimension: "origin", code: "SY" }] }
  ]) { ... on Comparison { periods { cells { seriesName value } } } } }`);
  expect(compare.periods[0]!.cells).toEqual([
    { seriesName: 'arrivals, IT', value: 100 },
    { seriesName: 'arrivals, IT, origin SY', value: 25 },
  ]);
});
