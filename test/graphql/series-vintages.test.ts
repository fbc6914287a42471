import { createVintage } from '../../src/records/submitted-figures.js';
import { batch } from '../store/test-stores.js';
import { FiguresApp, indicator, areaEntries } from './figures-app.js';

const base = new FiguresApp();
afterAll(() => base.close());

let first: Date;
let second: Date;

const VALUES = 'series(asOf: $asOf) { area { code } vintage { number at } points { period value flags } }';
const AS_OF_QUERY = `query ($asOf: DateTime) { indicator(slug: "arrivals") { ${VALUES} } }`;

beforeAll(async () => {
  await base.start();
  await base.write(
    ...areaEntries(),
    indicator('people', { measure: 'STOCK' }),
    indicator('arrivals', { population: 'people', dimensions: [] }),
  );
  await base.writeVintage('people', { IT: { 2020: 100_000, 2021: 100_000 } });
  first = await base.writeVintage('arrivals', {
    IT: { 2020: 5, 2021: { value: 6, flags: ['PROVISIONAL'] } },
    ES: { 2020: 1 },
  });
  second = await base.writeVintage('arrivals', {
    IT: { 2020: 5, 2021: 7, 2022: 8 },
    HR: { 2020: 2 },
  });
});

test('series returns the figures of the edition at asOf, by default those of the newest', async () => {
  const early = (await base.execute(AS_OF_QUERY, { asOf: first.toISOString() })).indicator!.series;
  expect(early).toEqual([
    {
      area: { code: 'ES' },
      vintage: { number: 1, at: first.toISOString() },
      points: [{ period: '2020', value: 1, flags: [] }],
    },
    {
      area: { code: 'IT' },
      vintage: { number: 1, at: first.toISOString() },
      points: [
        { period: '2020', value: 5, flags: [] },
        { period: '2021', value: 6, flags: ['PROVISIONAL'] },
      ],
    },
  ]);
  const late = (await base.execute(AS_OF_QUERY)).indicator!.series;
  expect(
    late.map((each: { area: { code: string }; vintage: { number: number } }) => [each.area.code, each.vintage.number]),
  ).toEqual([
    ['HR', 2],
    ['IT', 2],
  ]);
  const before = new Date(first.getTime() - 1).toISOString();
  expect((await base.execute(AS_OF_QUERY, { asOf: before })).indicator!.series).toEqual([]);
});

test('ranking, growth and groupTotal use the edition at asOf', async () => {
  const { indicator: found } = await base.execute(
    `query ($asOf: DateTime) { indicator(slug: "arrivals") {
      ranking(period: "2020", asOf: $asOf) { area { code } value }
      growth(from: "2020", to: "2021", asOf: $asOf) { area { code } absolute }
      groupTotal(group: "EU", from: "2021", asOf: $asOf) { points { value } vintage { number } }
    } }`,
    { asOf: first.toISOString() },
  );
  expect(found!.ranking).toEqual([
    { area: { code: 'IT' }, value: 5 },
    { area: { code: 'ES' }, value: 1 },
  ]);
  expect(found!.growth).toEqual([
    { area: { code: 'ES' }, absolute: null },
    { area: { code: 'IT' }, absolute: 1 },
  ]);
  expect(found!.groupTotal).toEqual({ points: [{ value: 6 }], vintage: { number: 1 } });
});

test('vintages lists the editions of an indicator, the newest first', async () => {
  const { indicator: found } = await base.execute('{ indicator(slug: "arrivals") { vintages { number at digest } } }');
  expect(found!.vintages).toMatchObject([
    { number: 2, at: second.toISOString() },
    { number: 1, at: first.toISOString() },
  ]);
  expect(new Set(found!.vintages.map(({ digest }: { digest: string }) => digest)).size).toBe(2);
});

test('the field "changes" sorts changed values by percentage, and returns only one type of change if requested', async () => {
  const figures = (area: string, values: Record<string, number | null>, flags: string[] = []) => ({
    area,
    breakdown: {},
    points: Object.entries(values).map(([period, value]) => {
      const state = value === null ? ('NOT_REPORTED' as const) : ('REPORTED' as const);
      return { period, value, state, flags, source: null, note: null };
    }),
  });
  await base.write(indicator('revised'));
  const before = await base.writeVintage('revised', {});
  const digests = [
    [
      figures('IT', { 2020: 100, 2021: 100, 2022: 100 }, ['PROVISIONAL']),
      figures('ES', { 2020: 0, 2021: 10, 2022: 4 }),
    ],
    [figures('IT', { 2020: 100, 2021: 100, 2022: 110 }), figures('ES', { 2020: 3, 2021: 5, 2022: null, 2023: 9 })],
  ];
  for (const series of digests)
    await base.store.log.commit({ ...batch(), vintages: [createVintage('revised', series)] });
  const [older, newer] = (await base.store.figures.vintages(['revised'])).get('revised')!.slice(-2);
  expect(before < older!.at).toBe(true);
  const ask = async (more: string) =>
    (
      await base.execute(
        `query ($from: DateTime!, $to: DateTime!) { indicator(slug: "revised") { changes(from: $from, to: $to, ${more}) {
          changed sameValue compared appeared vanished cells { area { code } period percent }
        } } }`,
        { from: older!.at.toISOString(), to: newer!.at.toISOString() },
      )
    ).indicator!.changes as unknown;
  const cells = [
    { area: { code: 'ES' }, period: '2021', percent: -50 },
    { area: { code: 'IT' }, period: '2022', percent: 10 },
  ];
  const counts = { changed: 6, sameValue: 2, compared: 6, appeared: 1, vanished: 0 };
  expect(await ask('sort: PERCENT')).toEqual({ ...counts, cells });
  expect(await ask('sort: PERCENT, first: 1')).toEqual({ ...counts, cells: cells.slice(0, 1) });
  const listed = async (list: string) => ((await ask(`listed: ${list}`)) as { cells: object[] }).cells;
  expect(await listed('CHANGED')).toHaveLength(6);
  expect(await listed('SAME_VALUE')).toEqual([
    { area: { code: 'IT' }, period: '2020', percent: 0 },
    { area: { code: 'IT' }, period: '2021', percent: 0 },
  ]);
  expect(await listed('APPEARED')).toEqual([{ area: { code: 'ES' }, period: '2023', percent: null }]);
  expect(await listed('VANISHED')).toEqual([]);
  expect(await ask('areas: ["IT"], first: 1')).toEqual({
    ...counts,
    ...{ changed: 3, sameValue: null, compared: null, appeared: 0 },
    cells: [{ area: { code: 'IT' }, period: '2020', percent: 0 }],
  });
});

test('revisedIndicators lists only indicators with several editions', async () => {
  const { revisedIndicators } = (await base.execute(
    '{ revisedIndicators { indicator { slug } editions } }',
  )) as never as {
    revisedIndicators: { indicator: { slug: string }; editions: number }[];
  };
  const slugs = revisedIndicators.map(({ indicator }) => indicator.slug);
  const numbers = await base.store.figures.vintages(slugs);
  expect(slugs).toContain('revised');
  expect(revisedIndicators.map(({ editions }) => editions)).toEqual(slugs.map((slug) => numbers.get(slug)!.length));
  expect(revisedIndicators.every(({ editions }) => editions > 1)).toBe(true);
});

test('the field "changes" lists changed, added and removed cells between two editions', async () => {
  const { indicator: found } = await base.execute(
    `query ($from: DateTime!, $to: DateTime!) { indicator(slug: "arrivals") { changes(from: $from, to: $to) {
      from { number } to { number } changed appeared vanished
      cells { kind area { code } period before { value flags } after { value flags } }
    } } }`,
    { from: first.toISOString(), to: second.toISOString() },
  );
  expect(found!.changes).toEqual({
    from: { number: 1 },
    to: { number: 2 },
    changed: 1,
    appeared: 2,
    vanished: 1,
    cells: [
      { kind: 'VANISHED', area: { code: 'ES' }, period: '2020', before: { value: 1, flags: [] }, after: null },
      { kind: 'APPEARED', area: { code: 'HR' }, period: '2020', before: null, after: { value: 2, flags: [] } },
      {
        kind: 'CHANGED',
        area: { code: 'IT' },
        period: '2021',
        before: { value: 6, flags: ['PROVISIONAL'] },
        after: { value: 7, flags: [] },
      },
      { kind: 'APPEARED', area: { code: 'IT' }, period: '2022', before: null, after: { value: 8, flags: [] } },
    ],
  });
  const backwards = `{ indicator(slug: "arrivals") { changes(from: "2030-01-01T00:00:00Z", to: "2020-01-01T00:00:00Z") { changed } } }`;
  expect(await base.firstError(backwards)).toMatchObject({ code: 'BAD_USER_INPUT' });
});

/** Returns the URL of the same figures as JSON. */
function asJson(permalink: string): string {
  expect(permalink).toMatch(/^http:\/\/localhost:80\/q\/series\?indicator=arrivals&area=/);
  return permalink.replace('/q/series?', '/q/series.json?');
}

test('a permalink of a series returns the same bytes after later editions and a restart', async () => {
  const { indicator: found } = await base.execute(`{ indicator(slug: "arrivals") {
    plain: series(areas: ["IT"]) { permalink }
    rate: series(areas: ["IT"], from: "2021", recipe: { transform: PER_100K }) { permalink }
    groupTotal(group: "EU", fixedAt: "2021") { permalink }
  } }`);
  const links: string[] = [found!.plain[0]!.permalink, found!.rate[0]!.permalink, found!.groupTotal.permalink];
  const read = () => Promise.all(links.map(async (link) => (await base.get(asJson(link))).hash));
  const hashes = await read();
  const { body } = await base.get(asJson(links[1]!));
  expect(JSON.parse(body).data.indicator.series[0]).toMatchObject({
    unit: 'persons per 100 000 inhabitants',
    points: [
      { value: 7, dividedBy: { value: 100_000 } },
      { period: '2022', value: 8 },
    ],
  });
  await base.writeVintage('arrivals', { IT: { 2020: 50, 2021: 70, 2023: 1 }, ES: { 2021: 3 } });
  await base.writeVintage('people', { IT: { 2021: 200_000 } });
  expect(await read()).toEqual(hashes);
  await base.stop();
  await base.start();
  expect(await read()).toEqual(hashes);
  const now = (await base.execute('{ indicator(slug: "arrivals") { series(areas: ["IT"]) { permalink } } }')).indicator;
  expect((await base.get(asJson(now!.series[0]!.permalink))).hash).not.toBe(hashes[0]);
});

test('the permalink of a rate returns the original figures if the population was imported after the figures', async () => {
  const query = `{ indicator(slug: "arrivals") { series(areas: ["IT"], recipe: { transform: PER_100K }) {
    permalink points { value }
  } } }`;
  await base.writeVintage('people', { IT: { 2020: 300_000 } });
  const { permalink, points } = (await base.execute(query)).indicator!.series[0]!;
  const { body } = await base.get(asJson(permalink));
  const values = (list: { value: number | null }[]) => list.map(({ value }) => value);
  expect(values(JSON.parse(body).data.indicator.series[0].points)).toEqual(values(points));
  expect(points[0]!.value).toBe(16.67);
});

test('the provenance of an imported edition lists its files with digests, and the licence', async () => {
  const file = { name: 'table.tsv', sha256: 'ab12', layout: 'Eurostat TSV', table: null, updated: '2024-06-18' };
  const provenance = { files: [file], retrievedOn: '2024-06-20', licence: 'CC BY 4.0', attribution: 'Eurostat' };
  const points = [{ period: '2020', value: 1, state: 'REPORTED' as const, flags: [], source: 'tables', note: null }];
  const vintage = { ...createVintage('arrivals', [{ area: 'TN', breakdown: {}, points }]), provenance };
  expect(await base.store.log.commit({ ...batch(), vintages: [vintage] })).toMatchObject({ committed: true });
  const { indicator: found } = await base.execute(`{ indicator(slug: "arrivals") { vintages(first: 2) {
    provenance { files { name sha256 layout table updated } retrievedOn licence attribution }
  } } }`);
  expect(found!.vintages).toEqual([{ provenance }, { provenance: null }]);
});
