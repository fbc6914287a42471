import { FiguresApp, indicator, areaEntries, route } from '../figures-app.js';
import { becomesTrueWithin } from '../../support/wait-for.js';

const base = new FiguresApp();
afterAll(() => base.close());

const PROVISIONAL = { flags: ['PROVISIONAL'] };

beforeAll(async () => {
  await base.start();
  await base.write(
    ...areaEntries(),
    route('all'),
    route('west', { partOf: 'all' }),
    route('east', { partOf: 'all' }),
    indicator('arrivals'),
    indicator('cases'),
    indicator('broken'),
    indicator('provisional'),
    indicator('few'),
    indicator('alike'),
    indicator('monthly', { frequency: 'MONTH' }),
    indicator('applications', { relevance: 'CONTEXT' }),
  );
  await base.writeVintage('arrivals', {
    IT: { 2018: 100, 2019: 120, 2020: 110, 2021: 150 },
    ES: { 2020: 400, 2021: 200 },
    HR: { 2020: 10, 2021: 20 },
    EU: { 2019: 700, 2020: 600, 2021: 660 },
    ROUTE_ALL: { 2020: 100, 2021: 300 },
    ROUTE_WEST: { 2020: 60, 2021: 90 },
    ROUTE_EAST: { 2020: 40, 2021: 210 },
  });
  await base.writeVintage('cases', { IT: { 2018: 80, 2019: 70, 2020: 100, 2021: 20 } });
  await base.writeVintage('broken', {
    IT: { 2018: 10, 2019: 1000, 2020: { value: 500, flags: ['BREAK_IN_SERIES'] }, 2021: 550 },
  });
  await base.writeVintage('provisional', { IT: { 2019: 50, 2020: 60, 2021: { value: 600, ...PROVISIONAL } } });
  await base.writeVintage('few', { IT: { 2020: 1, 2021: 9 } });
  await base.writeVintage('alike', { IT: { 2020: 50, 2021: 50 } });
  await base.writeVintage('monthly', { IT: { '2020-01': 100, '2020-12': 1000, '2021-01': 110 } });
  await base.writeVintage('applications', { IT: { 2018: 10, 2020: 10, 2021: 1000 }, ES: { 2021: 2000 } });
});

const FIELDS = `indicator { slug } relevance from { period value flags } to { period value } absolute percent guards rank peers`;

async function developments(root: string, args = ''): Promise<Record<string, unknown>[]> {
  const answer = await base.execute(`{ found: ${root} { developments${args} { ${FIELDS} } } }`);
  return answer.found.developments;
}

const slugs = (found: readonly Record<string, unknown>[]) =>
  found.map(({ indicator: of }) => (of as { slug: string }).slug);

test('developments are sorted by absolute percentage, direct measures of smuggling before context', async () => {
  const found = await developments('country(by: { code: "IT" })', '(first: 20)');
  // cases −80 %, arrivals +36 %, provisional +20 % of final years, broken and monthly +10 %, applications +9900 %.
  expect(slugs(found)).toEqual(['cases', 'arrivals', 'provisional', 'broken', 'monthly', 'applications']);
  expect(found[0]).toEqual({
    indicator: { slug: 'cases' },
    relevance: 'MEASURES',
    from: { period: '2020', value: 100, flags: [] },
    to: { period: '2021', value: 20 },
    absolute: -80,
    percent: expect.closeTo(-80, 5),
    guards: [],
    rank: 1,
    peers: 1,
  });
  // The ranked figures of "arrivals" are 200 for Spain, 150 for Italy and 20 for Croatia.
  expect(found[1]).toMatchObject({ absolute: 40, rank: 2, peers: 3 });
  expect(await developments('country(by: { code: "IT" })', '(first: 1)')).toHaveLength(1);
});

test('a development never compares figures across a break, or provisional with final figures', async () => {
  const found = await developments('country(by: { code: "IT" })', '(since: "2018", first: 20)');
  const developmentOf = (slug: string) => found.find((each) => (each['indicator'] as { slug: string }).slug === slug);
  expect(developmentOf('broken')).toMatchObject({ from: { period: '2020' }, to: { period: '2021' } });
  expect(developmentOf('provisional')).toMatchObject({ from: { period: '2019' }, to: { period: '2020', value: 60 } });
  expect(developmentOf('arrivals')).toMatchObject({
    from: { period: '2018', value: 100 },
    to: { period: '2021' },
    absolute: 50,
  });
  expect(developmentOf('monthly')).toMatchObject({ from: { period: '2020-01' }, to: { period: '2021-01' } });
});

test('the development of a group starts at an earlier period only if the membership was the same', async () => {
  // The United Kingdom left in 2020, so 2021 is compared with 2020, not with 2019.
  const [found] = await developments('group(by: { slug: "eu" })', '(since: "2018")');
  expect(found).toMatchObject({ from: { period: '2020' }, to: { period: '2021' }, rank: null, peers: null });
});

test('the rank in the development of a route is among routes that do not contain others', async () => {
  expect(await developments('route(by: { slug: "east" })')).toMatchObject([{ absolute: 170, rank: 1, peers: 2 }]);
  expect(await developments('route(by: { slug: "all" })')).toMatchObject([{ absolute: 200, rank: null, peers: null }]);
});

test('the field series of an area lists direct measures first by default', async () => {
  const { country } = await base.execute(`{ country(by: { code: "ES" }) {
    usual: series { indicator { slug } }
    chosen: series(indicators: ["applications", "arrivals"]) { indicator { slug } }
  } }`);
  expect(slugs(country!.usual)).toEqual(['arrivals', 'applications']);
  expect(slugs(country!.chosen)).toEqual(['applications', 'arrivals']);
});

test('a development has a citation, developments are empty without figures, and 21 per page are rejected', async () => {
  const { country } = await base.execute('{ country(by: { code: "IT" }) { developments(first: 1) { citation } } }');
  expect(country!.developments[0]!.citation).toContain('cases: Italy (edition of ');
  expect(await developments('country(by: { code: "TN" })')).toEqual([]);
  const many = '{ country(by: { code: "IT" }) { developments(first: 21) { percent } } }';
  expect(await base.firstError(many)).toMatchObject({ code: 'PAGE_TOO_LARGE' });
});

test('the developments of several countries take no more database commands than those of one country', async () => {
  const commands = async (codes: readonly string[]) => {
    base.commands.length = 0;
    const fields = codes.map((code) => `${code}: country(by: { code: "${code}" }) { developments { rank citation } }`);
    await base.execute(`{ ${fields.join(' ')} }`);
    return base.commands.length;
  };
  await commands(['IT']);
  expect(await commands(['IT', 'ES', 'HR'])).toBeLessThanOrEqual(await commands(['IT']));
});

test('developments with different arguments are computed from the cached figures', async () => {
  const cachingApp = new FiguresApp(undefined, 1_000_000);
  await cachingApp.start();
  await cachingApp.write(...areaEntries(), indicator('arrivals'), indicator('few'));
  await cachingApp.writeVintage('arrivals', { IT: { 2018: 100, 2019: 120, 2020: 110, 2021: 150 } });
  await cachingApp.writeVintage('few', { IT: { 2020: 1, 2021: 9 } });
  const found = async (args: string) =>
    (await cachingApp.execute(`{ country(by: { code: "IT" }) { developments${args} { absolute } } }`)).country
      .developments;
  expect(await found('')).toEqual([{ absolute: 40 }]);
  const readNothing = async () => {
    const commands = cachingApp.commands.length;
    expect(await found('')).toEqual([{ absolute: 40 }]);
    expect(await found('(since: "2018")')).toEqual([{ absolute: 50 }]);
    expect(await found('(since: "2019")')).toEqual([{ absolute: 30 }]);
    return cachingApp.commands.length === commands;
  };
  // Polling of the change log may add a command.
  expect(await becomesTrueWithin(10_000, readNothing)).toBe(true);
  // Changes between small figures are ignored for counts, but not for rates.
  await cachingApp.write({ ...indicator('few', { measure: 'RATE' }), expectedRevision: 1 });
  expect(await found('')).toContainEqual({ absolute: 8 });
  await cachingApp.close();
});
