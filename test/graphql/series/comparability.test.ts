import { entry } from '../../store/entries.js';
import { FiguresApp, indicator, places } from '../figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

beforeAll(async () => {
  await base.start();
  const members = ['it', 'es'].map((country) => ({ country, from: '2020-02-01' }));
  await base.write(
    ...places(),
    entry('CountryGroup', 'eu27-2020', { title: { en: 'EU 27' }, code: 'EU27_2020', isFixed: true, members }),
    indicator('arrivals'),
  );
  await base.bring('arrivals', {
    IT: { 2018: 100, 2019: 300, 2020: { value: 330, flags: ['BREAK_IN_SERIES'] }, 2021: 660 },
    ES: { 2018: 50, 2019: 100, 2020: 110, 2021: { value: 40, flags: ['PROVISIONAL'] } },
    GB: { 2018: 10, 2019: 20, 2020: 30, 2021: 40 },
    HR: { 2018: 1, 2019: 2, 2020: 3, 2021: 4 },
    EU: { 2019: 422, 2020: 443, 2021: 704 },
    EU27_2020: { 2018: 150, 2019: 400, 2020: 440, 2021: 700 },
  });
});

test('a list fixed for statistics is that list in all years', async () => {
  const { indicator: found } = await base.ask(`{ indicator(slug: "arrivals") {
    groupTotal(group: "EU27_2020") { points { period value state } }
    ranking(period: "2018", within: "EU27_2020") { area { code } }
    growth(from: "2019", to: "2021", areas: ["EU27_2020"]) { guards likeForLike { percent } }
  } }`);
  const points = [150, 400, 440, 700].map((value, at) => ({ period: String(2018 + at), value, state: 'REPORTED' }));
  expect(found.groupTotal.points).toEqual(points);
  expect(found.ranking).toEqual([{ area: { code: 'IT' } }, { area: { code: 'ES' } }]);
  expect(found.growth).toEqual([{ guards: [], likeForLike: null }]);
});

const GROWTH = `{ indicator(slug: "arrivals") { growth(from: "2019", to: "2021") { area { code } guards percent
  likeForLike { from { value } to { value } absolute percent countries } } } }`;

test('growth tells breaks, provisional figures and changes of membership, and gives what is like for like', async () => {
  const { growth } = (await base.ask(GROWTH)).indicator;
  const of = (code: string) => growth.find(({ area }: { area: { code: string } }) => area.code === code);
  expect(of('IT').guards).toEqual(['BREAK_IN_SERIES']);
  expect(of('ES').guards).toEqual(['PROVISIONAL_WITH_FINAL']);
  expect(of('GB')).toMatchObject({ guards: [], likeForLike: null });
  // Italy, Spain and Croatia: 300 + 100 + 2 and 660 + 40 + 4.
  const like = { from: { value: 402 }, to: { value: 704 }, absolute: 302, countries: ['IT', 'ES', 'HR'] };
  expect(of('EU')).toMatchObject({ guards: ['MEMBERSHIP_CHANGED'], likeForLike: like });
  expect(of('EU').likeForLike.percent).toBeCloseTo((100 * 302) / 402, 0);
});

test.each(['series(areas: ["EU"], ', 'groupTotal(group: "EU", '])(
  'year on year and index of %s…) tell it too',
  async (field) => {
    const points = 'points { period guards likeForLike }';
    const { indicator: found } = await base.ask(`{ indicator(slug: "arrivals") {
    yearly: ${field}transform: YEAR_ON_YEAR, from: "2020") { ${points} }
    index: ${field}transform: INDEX, base: "2019", from: "2019") { ${points} }
  } }`);
    const [yearly, index] = [found.yearly, found.index].map((each) => (Array.isArray(each) ? each[0] : each).points);
    expect(yearly[0]).toMatchObject({ period: '2020', guards: expect.arrayContaining(['MEMBERSHIP_CHANGED']) });
    // 330 + 110 + 3 against 300 + 100 + 2.
    expect(yearly[0].likeForLike).toBeCloseTo(100 * (443 / 402 - 1), 0);
    expect(yearly[1]).toMatchObject({ period: '2021', likeForLike: null });
    expect(yearly[1].guards).not.toContain('MEMBERSHIP_CHANGED');
    expect(index[2].guards).toContain('MEMBERSHIP_CHANGED');
    expect(index[2].likeForLike).toBeCloseTo((100 * 704) / 402, 0);
  },
);

test('what one composition makes has no change of membership', async () => {
  const { indicator: found } = await base.ask(`{ indicator(slug: "arrivals") {
    groupTotal(group: "EU", fixedAt: "2021", transform: YEAR_ON_YEAR) { points { guards } } } }`);
  expect(found.groupTotal.points.flatMap(({ guards }: { guards: string[] }) => guards)).not.toContain(
    'MEMBERSHIP_CHANGED',
  );
});

test('the figures of the members of a group are one command beside those of the group', async () => {
  const commands = async (query: string) => {
    base.commands.length = 0;
    await base.ask(query);
    return base.commands.length;
  };
  const asked = (transform: string) =>
    `{ group(slug: "eu") { series(${transform}) { points { guards likeForLike } } } }`;
  await commands(asked('from: "2019"'));
  expect(
    (await commands(asked('transform: YEAR_ON_YEAR'))) - (await commands(asked('from: "2019"'))),
  ).toBeLessThanOrEqual(2);
});
