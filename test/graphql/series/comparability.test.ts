import { entry } from '../../store/test-stores.js';
import { expectType } from '../typed-response.js';
import { FiguresApp, indicator, areaEntries, route } from '../figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

beforeAll(async () => {
  await base.start();
  const members = ['it', 'es'].map((country) => ({ country, from: '2020-02-01' }));
  await base.write(
    ...areaEntries(),
    entry('CountryGroup', 'eu27-2020', { title: { en: 'EU 27' }, code: 'EU27_2020', isFixed: true, members }),
    indicator('arrivals'),
    indicator('deaths', { countingUnit: 'DEATHS' }),
    route('med', {}),
    ...['central', 'eastern', 'western'].map((slug) => route(slug, { partOf: 'med' })),
  );
  // As in the data of IOM: the total is of an earlier vintage, which had more deaths on two of the routes.
  const revisedFigures = (now: number, before: number) => ({ 2017: { value: before, source: 'annex' }, 2018: now });
  await base.writeVintage('deaths', {
    ROUTE_MED: { 2017: { value: 3139, source: 'annex' }, 2018: { value: 2397, source: 'annex' } },
    ROUTE_CENTRAL: revisedFigures(1305, 2853),
    ROUTE_EASTERN: revisedFigures(174, 61),
    ROUTE_WESTERN: revisedFigures(849, 225),
    IT: { 2018: 5 },
    ES: { 2018: { value: 3, source: 'annex' } },
  });
  await base.writeVintage('arrivals', {
    IT: { 2018: 100, 2019: 300, 2020: { value: 330, flags: ['BREAK_IN_SERIES'] }, 2021: 660 },
    ES: { 2018: 50, 2019: 100, 2020: 110, 2021: { value: 40, flags: ['PROVISIONAL'] } },
    GB: { 2018: 10, 2019: 20, 2020: 30, 2021: 40 },
    HR: { 2018: 1, 2019: 2, 2020: 3, 2021: 4 },
    EU: { 2019: 422, 2020: 443, 2021: 704 },
    EU27_2020: { 2018: 150, 2019: 400, 2020: 440, 2021: 700 },
  });
});

test('a statistical group has the same members in all years', async () => {
  const { indicator: found } = await base.execute(`{ indicator(slug: "arrivals") {
    groupTotal(group: "EU27_2020") { points { period value state } }
    ranking(period: "2018", within: "EU27_2020") { area { code } }
    growth(from: "2019", to: "2021", areas: ["EU27_2020"]) { guards likeForLike { percent } }
  } }`);
  const points = [150, 400, 440, 700].map((value, index) => ({
    period: String(2018 + index),
    value,
    state: 'REPORTED',
  }));
  expect(found!.groupTotal.points).toEqual(points);
  expect(found!.ranking).toEqual([{ area: { code: 'IT' } }, { area: { code: 'ES' } }]);
  expect(found!.growth).toEqual([{ guards: [], likeForLike: null }]);
});

const GROWTH = `{ indicator(slug: "arrivals") { growth(from: "2019", to: "2021") { area { code } guards percent
  likeForLike { from { value } to { value } absolute percent countries } } } }`;

test('growth has notes about breaks, provisional figures and changed membership, and a like-for-like figure', async () => {
  const { growth } = (await base.execute(GROWTH)).indicator!;
  const growthOf = (code: string) => growth.find(({ area }: { area: { code: string } }) => area.code === code);
  expect(growthOf('IT')!.guards).toEqual(['BREAK_IN_SERIES']);
  expect(growthOf('ES')!.guards).toEqual(['PROVISIONAL_WITH_FINAL']);
  expect(growthOf('GB')).toMatchObject({ guards: [], likeForLike: null });
  // Sums over Italy, Spain and Croatia: 300 + 100 + 2 in the first period, and 660 + 40 + 4 in the second.
  const like = { from: { value: 402 }, to: { value: 704 }, absolute: 302, countries: ['IT', 'ES', 'HR'] };
  expect(growthOf('EU')).toMatchObject({ guards: ['MEMBERSHIP_CHANGED'], likeForLike: like });
  expect(growthOf('EU')!.likeForLike!.percent).toBeCloseTo((100 * 302) / 402, 0);
});

test.each(['series(areas: ["EU"], ', 'groupTotal(group: "EU", '])(
  'YEAR_ON_YEAR and INDEX of %s…) have a note about changed membership, and a like-for-like figure',
  async (field) => {
    const points = 'points { period guards likeForLike }';
    const { indicator: found } = await base.execute(`{ indicator(slug: "arrivals") {
    yearly: ${field}recipe: { transform: YEAR_ON_YEAR }, from: "2020") { ${points} }
    index: ${field}recipe: { transform: INDEX, base: "2019" }, from: "2019") { ${points} }
  } }`);
    const [yearly, index] = [found.yearly, found.index].map((each) => (Array.isArray(each) ? each[0] : each).points);
    expect(yearly[0]).toMatchObject({ period: '2020', guards: expect.arrayContaining(['MEMBERSHIP_CHANGED']) });
    // Sums over Italy, Spain and Croatia: 330 + 110 + 3 in 2020, compared with 300 + 100 + 2 in 2019.
    expect(yearly[0].likeForLike).toBeCloseTo(100 * (443 / 402 - 1), 0);
    expect(yearly[1]).toMatchObject({ period: '2021', likeForLike: null });
    expect(yearly[1].guards).not.toContain('MEMBERSHIP_CHANGED');
    expect(index[2].guards).toContain('MEMBERSHIP_CHANGED');
    expect(index[2].likeForLike).toBeCloseTo((100 * 704) / 402, 0);
  },
);

test('a group total with fixedAt has no note about changed membership', async () => {
  const { indicator: found } = await base.execute(`{ indicator(slug: "arrivals") {
    groupTotal(group: "EU", fixedAt: "2021", recipe: { transform: YEAR_ON_YEAR }) { points { guards } } } }`);
  expect(found!.groupTotal.points.flatMap(({ guards }: { guards: string[] }) => guards)).not.toContain(
    'MEMBERSHIP_CHANGED',
  );
});

test("a transform that needs the figures of a group's members takes at most two more database commands", async () => {
  const commands = async (query: string) => {
    base.commands.length = 0;
    await base.execute(query);
    return base.commands.length;
  };
  const transformQuery = (transform: string) =>
    `{ group(by: { slug: "eu" }) { series(${transform}) { points { guards likeForLike } } } }`;
  await commands(transformQuery('from: "2019"'));
  expect(
    (await commands(transformQuery('recipe: { transform: YEAR_ON_YEAR }'))) -
      (await commands(transformQuery('from: "2019"'))),
  ).toBeLessThanOrEqual(2);
});

describe('figures of the same indicator from different editions', () => {
  test('a ranking, share or growth with figures of different editions has the note VINTAGES_DIFFER', async () => {
    const { indicator: found, route: central } = await base.execute(`{
      indicator(slug: "deaths") {
        mixed: ranking(among: ROUTES, period: "2017") { guards }
        one: ranking(among: ROUTES, period: "2018") { value guards observation { guards } }
        countries: ranking(period: "2018") { area { code } guards }
        series(areas: ["ROUTE_CENTRAL"], recipe: { transform: SHARE, shareOf: "ROUTE_MED" }) { points { period value guards } }
        growth(from: "2017", to: "2018", areas: ["ROUTE_CENTRAL", "ROUTE_MED"]) { guards }
        total: groupTotal(group: "EU", from: "2018") { points { value guards } }
      }
      route(by: { slug: "central" }) { developments { percent guards } }
    }`);
    expect(found!.one).toEqual([1305, 849, 174].map((value) => ({ value, guards: [], observation: { guards: [] } })));
    expect(found!.mixed).toEqual([{ guards: [] }, { guards: [] }, { guards: [] }]);
    expect(found!.countries).toEqual(['IT', 'ES'].map((code) => ({ area: { code }, guards: ['VINTAGES_DIFFER'] })));
    expect(found!.series[0]!.points).toEqual([
      { period: '2017', value: 90.9, guards: [] },
      { period: '2018', value: 54.4, guards: ['VINTAGES_DIFFER'] },
    ]);
    expect(found!.growth).toEqual([{ guards: ['VINTAGES_DIFFER'] }, { guards: [] }]);
    expect(found!.total.points).toEqual([{ value: 8, guards: expect.arrayContaining(['VINTAGES_DIFFER']) }]);
    expect(central!.developments).toEqual([{ percent: -54.3, guards: ['VINTAGES_DIFFER'] }]);
  });

  test('compare rejects figures of different editions, or returns a warning if forced', async () => {
    const compare = (areas: string[], force: boolean) =>
      base.execute(
        `query ($series: [SeriesInput!]!, $force: Boolean!) { compare(series: $series, force: $force) {
          __typename ... on IncompatibleSeries { pairs { reason message } } ... on Comparison { warnings { reason } } } }`,
        { series: areas.map((area) => ({ indicator: 'deaths', area, from: '2018' })), force },
      );
    const incompatible = expectType(
      (await compare(['ROUTE_MED', 'ROUTE_CENTRAL'], false)).compare,
      'IncompatibleSeries',
    );
    expect(incompatible.pairs).toEqual([
      {
        reason: 'VINTAGES_DIFFER',
        message:
          'deaths for med and deaths for central: in some periods the two figures are from different editions or sources.',
      },
    ]);
    const forcedComparison = expectType((await compare(['ROUTE_MED', 'ROUTE_CENTRAL'], true)).compare, 'Comparison');
    expect(forcedComparison.warnings).toEqual([{ reason: 'VINTAGES_DIFFER' }]);
    const comparison = expectType((await compare(['ROUTE_CENTRAL', 'ROUTE_EASTERN'], false)).compare, 'Comparison');
    expect(comparison.warnings).toEqual([]);
  });
});

test('growth as of an earlier edition computes the like-for-like figure from that edition', async () => {
  const { vintages } = (await base.execute('{ indicator(slug: "arrivals") { vintages(first: 1) { at } } }')).indicator!;
  const response = await base.execute(GROWTH);
  await base.writeVintage('arrivals', {
    IT: { 2019: 1, 2021: 9 },
    ES: { 2019: 1, 2021: 9 },
    EU: { 2019: 2, 2021: 18 },
  });
  const asOf = GROWTH.replace('to: "2021"', `to: "2021", asOf: "${vintages[0]!.at}"`);
  expect(await base.execute(asOf)).toEqual(response);
  expect(await base.execute(GROWTH)).not.toEqual(response);
});
