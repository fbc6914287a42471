import { FiguresApp, indicator, areaEntries } from '../figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

const ORIGIN = {
  name: 'origin',
  title: { en: 'Origin' },
  codes: ['SY', 'AF', 'IQ'].map((code) => ({ code, title: { en: code } })),
};

beforeAll(async () => {
  await base.start();
  await base.write(
    ...areaEntries(),
    indicator('arrivals', { title: { en: 'Arrivals' } }),
    indicator('people', { title: { en: 'People' } }),
    indicator('origins', { title: { en: 'Origins' }, dimensions: [ORIGIN] }),
  );
  await base.writeVintage('arrivals', {
    IT: { 2020: 100, 2021: 300 },
    ES: { 2019: 5, 2022: null },
    HR: { 2020: 7, 2021: 8 },
  });
  await base.writeVintage('origins', {
    'IT origin=SY': { 2020: 5 },
    'IT origin=AF': { 2020: 6 },
    'ES origin=AF': { 2020: 7 },
  });
});

const scopeOf = async (slug: string, field: string) => {
  const query: string = `{ indicator(slug: "${slug}") { ${field} } }`;
  const answer = (await base.answer(query)) as { data: unknown; errors?: unknown; extensions?: { scope: unknown[] } };
  expect(answer.errors).toBeUndefined();
  return answer.extensions?.scope ?? null;
};

test('the scope of a list of series names each requested area that is missing, with the reason', async () => {
  expect(await scopeOf('arrivals', 'series(areas: ["IT", "HR"]) { unit }')).toBeNull();
  expect(await scopeOf('arrivals', 'all: series(areas: ["IT", "GB", "ES"], from: "2020") { unit }')).toEqual([
    {
      path: ['indicator', 'all'],
      included: 1,
      existing: 3,
      requested: [
        {
          input: 'GB',
          area: 'GB',
          code: null,
          omission: 'NOT_COVERED',
          sentence: 'United Kingdom is not covered by this indicator (3 areas).',
        },
        {
          input: 'ES',
          area: 'ES',
          code: null,
          omission: 'NONE_IN_PERIOD',
          sentence: 'Spain has no figures in these periods.',
        },
      ],
    },
  ]);
});

test('the scope of a page of series names only areas that no page has', async () => {
  const page = (skip: number) =>
    scopeOf('arrivals', `series(areas: ["IT", "GB", "ES"], first: 1, skip: ${skip}, from: "2020") { unit }`);
  const gb = expect.objectContaining({ input: 'GB' });
  expect((await page(0))![0]).toMatchObject({ included: 1 });
  expect((await page(2))![0]).toMatchObject({ requested: [gb] });
  expect(await scopeOf('origins', 'allSeries(first: 1) { unit }')).toMatchObject([{ included: 1, requested: [] }]);
  expect(await scopeOf('origins', 'allSeries { unit }')).toBeNull();
  expect(await scopeOf('origins', 'allSeries(areas: ["IT", "GB"]) { unit }')).toMatchObject([{ requested: [gb] }]);
});

test('the scope of a list of series names an area without a total, with its codes', async () => {
  const requested = (name: string, area: string | null, codes: string) => [
    expect.objectContaining({
      area,
      omission: 'NONE_WITH_BREAKDOWN',
      sentence: `${name} has no total; choose a code of origin (${codes}).`,
    }),
  ];
  expect(await scopeOf('origins', 'series(areas: ["IT"]) { unit }')).toMatchObject([
    { included: 0, requested: requested('Italy', 'IT', 'SY, AF') },
  ]);
  expect(await scopeOf('origins', 'series { unit }')).toMatchObject([
    { included: 0, requested: requested('Origins', null, 'SY, AF, IQ') },
  ]);
  expect(await scopeOf('origins', 'ranking { value }')).toMatchObject([
    { included: 0, existing: 0, requested: requested('Origins', null, 'SY, AF, IQ') },
  ]);
});

test('the scope of a list of indices names the series without a figure in the base period', async () => {
  const missing = {
    input: 'Spain',
    area: 'ES',
    omission: 'BASE_MISSING',
    sentence: 'Spain has no figure above 0 in 2020, the base of the index; choose another base.',
  };
  const index = 'recipe: { transform: INDEX }';
  expect(await scopeOf('arrivals', `series(${index}) { unit }`)).toMatchObject([{ included: 2, requested: [missing] }]);
  expect(await scopeOf('arrivals', `series(areas: ["IT", "HR", "ES"], ${index}) { unit }`)).toMatchObject([
    { included: 2, requested: [{ ...missing, input: 'ES' }] },
  ]);
  expect(await scopeOf('arrivals', `series(areas: ["IT", "HR"], ${index}) { unit }`)).toBeNull();
});

test('the scope of a list of series names a requested breakdown without a series', async () => {
  const codes = ['SY', 'AF', 'IQ'].map((code) => `{ dimension: "origin", code: "${code}" }`).join(' ');
  const sentence = (name: string) => `${name} has no figures with this breakdown.`;
  expect(await scopeOf('origins', `series(areas: ["ES", "IT"], breakdown: [${codes}]) { unit }`)).toMatchObject([
    {
      included: 3,
      requested: [
        { area: 'ES', code: 'SY', omission: 'NONE_WITH_BREAKDOWN', sentence: sentence('Spain, SY') },
        { area: 'ES', code: 'IQ', sentence: sentence('Spain, IQ') },
        { area: 'IT', code: 'IQ', sentence: sentence('Italy, IQ') },
      ],
    },
  ]);
  expect(await scopeOf('origins', `series(breakdown: [${codes}]) { unit }`)).toMatchObject([
    { included: 3, existing: 3, requested: [{ area: null, code: 'IQ', sentence: sentence('IQ') }] },
  ]);
});

test('the scope of a truncated list or ranking states the total number of items', async () => {
  expect(await scopeOf('arrivals', 'series(first: 2) { unit }')).toMatchObject([{ included: 2, existing: 3 }]);
  expect(await scopeOf('arrivals', 'series(first: 3) { unit }')).toBeNull();
  expect(await scopeOf('arrivals', 'ranking(period: "2020", first: 1) { value }')).toMatchObject([
    { path: ['indicator', 'ranking'], included: 1, existing: 2, requested: [] },
  ]);
  expect(await scopeOf('arrivals', 'ranking(period: "2020") { value }')).toBeNull();
  expect(await scopeOf('arrivals', 'ranking(period: "2019", within: "EU") { value }')).toMatchObject([
    {
      included: 1,
      existing: 1,
      requested: [
        { area: 'IT', omission: 'NONE_IN_PERIOD', sentence: 'Italy has no figures in these periods.' },
        { area: 'GB', omission: 'NOT_COVERED' },
        { area: 'HR', omission: 'NONE_IN_PERIOD' },
      ],
    },
  ]);
  expect(await scopeOf('arrivals', 'ranking(period: "2030") { value }')).toMatchObject([
    { requested: [{ omission: 'NONE_IN_PERIOD', sentence: 'Arrivals has no figures in these periods.' }] },
  ]);
  expect(await scopeOf('arrivals', 'growth(from: "2020", to: "2021", areas: ["GB", "IT"]) { percent }')).toMatchObject([
    { included: 1, requested: [{ area: 'GB', omission: 'NOT_COVERED' }] },
  ]);
});

test('the scope of a comparison or of the series of an area names the indicators without figures', async () => {
  const sendQuery = async (query: string) =>
    ((await base.answer(query)) as { extensions?: { scope: unknown[] } }).extensions?.scope ?? null;
  const compared = (area: string) => `{ compare(series: [{ indicator: "arrivals", area: "IT" },
    { indicator: "arrivals", area: "${area}" }]) { __typename } }`;
  expect(await sendQuery(compared('HR'))).toBeNull();
  expect(await sendQuery(compared('GB'))).toMatchObject([
    {
      path: ['compare'],
      included: 1,
      existing: 2,
      requested: [
        {
          input: 'arrivals',
          area: 'GB',
          omission: 'NOT_COVERED',
          sentence: 'Arrivals: United Kingdom is not covered by this indicator (3 areas).',
        },
      ],
    },
  ]);
  const ofCountry = (indicators: string) =>
    `{ country(by: { code: "IT" }) { series(indicators: [${indicators}]) { unit } } }`;
  expect(await sendQuery(ofCountry('"arrivals"'))).toBeNull();
  expect(await sendQuery(ofCountry('"arrivals", "origins"'))).toMatchObject([
    {
      path: ['country', 'series'],
      included: 1,
      existing: 2,
      requested: [{ input: 'origins', area: 'IT', omission: 'NONE_WITH_BREAKDOWN' }],
    },
  ]);
});

test('the scope names an unknown area code with a suggestion, and the other series are returned', async () => {
  const unknown = {
    input: 'Itly',
    area: null,
    code: null,
    omission: 'UNKNOWN',
    sentence: 'There is no country, group or route “Itly”. Did you mean Italy?',
  };
  expect(await scopeOf('arrivals', 'series(areas: ["Itly", "HR"]) { unit }')).toMatchObject([
    { included: 1, existing: 3, requested: [unknown] },
  ]);
  expect(await scopeOf('arrivals', 'series(areas: ["Itly"]) { unit }')).toMatchObject([
    { included: 0, requested: [unknown] },
  ]);
  const french = await base.answer('{ indicator(slug: "arrivals") { series(areas: ["Itly"]) { unit } } }', {}, 'fr');
  expect(french).toMatchObject({
    extensions: { scope: [{ requested: [{ sentence: expect.stringContaining('Vouliez-vous dire Italie') }] }] },
  });
  expect(
    await scopeOf('arrivals', 'growth(from: "2020", to: "2021", areas: ["IT", "Itly"]) { percent }'),
  ).toMatchObject([{ included: 1, requested: [unknown] }]);
});

test('the scope names an unknown indicator with a suggestion, and the other series are returned', async () => {
  const query = `{ country(by: { code: "IT" }) { series(indicators: ["arivals", "arrivals"]) { indicator { slug } } } }`;
  expect(await base.answer(query)).toMatchObject({
    data: { country: { series: [{ indicator: { slug: 'arrivals' } }] } },
    extensions: {
      scope: [
        {
          included: 1,
          existing: 1,
          requested: [
            {
              input: 'arivals',
              area: null,
              code: null,
              omission: 'UNKNOWN',
              sentence: 'There is no indicator “arivals”. Did you mean arrivals?',
            },
          ],
        },
      ],
    },
  });
});

test('an unknown area on which the complete result depends is an error with a suggestion', async () => {
  const fields = [
    'indicator(slug: "arrivals") { ranking(within: "Itly") { value } }',
    'indicator(slug: "arrivals") { availability(area: "Itly") { hasFigures } }',
    'indicator(slug: "arrivals") { groupTotal(group: "Itly") { unit } }',
    'compare(series: [{ indicator: "arrivals", area: "IT" }, { indicator: "arrivals", area: "Itly" }]) { __typename }',
  ];
  for (const field of fields) {
    expect(await base.firstError(`{ ${field} }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'There is no area "Itly"; did you mean Italy?',
    });
  }
});

test('the scope of truncated developments or editions states their total number', async () => {
  const sendQuery = async (query: string) =>
    ((await base.answer(query)) as { extensions?: { scope: unknown[] } }).extensions?.scope ?? null;
  expect(await sendQuery('{ country(by: { code: "HR" }) { developments(first: 1) { percent } } }')).toBeNull();
  await base.writeVintage('arrivals', { IT: { 2020: 100, 2021: 301 }, HR: { 2020: 700, 2021: 1800 } });
  await base.writeVintage('people', { HR: { 2020: 4000, 2021: 9000 } });
  expect(await sendQuery('{ country(by: { code: "HR" }) { developments(first: 1) { percent } } }')).toMatchObject([
    { path: ['country', 'developments'], included: 1, existing: 2 },
  ]);
  expect(await sendQuery('{ indicator(slug: "arrivals") { vintages(first: 1) { at } } }')).toMatchObject([
    { path: ['indicator', 'vintages'], included: 1, existing: 2 },
  ]);
});

test('the scope of a list without missing items takes no additional database command', async () => {
  const commands = async (query: string) => {
    await base.execute(query);
    base.commands.length = 0;
    await base.execute(query);
    return base.commands.length;
  };
  // The two commands read the indicator and its figures.
  expect(await commands('{ indicator(slug: "arrivals") { series(areas: ["IT"]) { unit } } }')).toBe(2);
  expect(await commands('{ indicator(slug: "arrivals") { series { unit } } }')).toBe(2);
});
