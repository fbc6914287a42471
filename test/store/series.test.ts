import type { Batch } from '../../src/store/change-log.js';
import type { VintageToWrite, StoredPoint } from '../../src/store/figures.js';
import { MongoClient } from 'mongodb';
import { connect } from '../../src/store/connection/connect.js';
import { VintageCache } from '../../src/store/figures/vintage-cache.js';
import { SeriesStore } from '../../src/store/figures/series-store.js';
import { dumpCollections } from './dump-collections.js';
import { batch, TestStores, topic } from './test-stores.js';

const bench = new TestStores();
afterAll(() => bench.close());

const point = (period: string, value: number | null, more: Partial<StoredPoint> = {}): StoredPoint => ({
  period,
  value,
  state: value === null ? 'NOT_REPORTED' : 'REPORTED',
  flags: [],
  source: 'eurostat',
  note: null,
  ...more,
});
const series = (area: string, points: StoredPoint[], breakdown: Record<string, string> = {}) => ({
  area,
  breakdown,
  points,
});
const newVintage = (digest: string, ...all: VintageToWrite['series']): VintageToWrite => ({
  indicator: 'cases',
  digest,
  series: all,
});
const figures = (...vintages: VintageToWrite[]): Batch => ({ ...batch(), vintages });
const ALL = { indicators: ['cases'], areas: null, breakdowns: null, asOf: null };

const ITALY = series('IT', [
  point('2022', 5),
  point('2023', null, { note: 'none given' }),
  point('2024', 7, { flags: ['PROVISIONAL'] }),
]);
const SPAIN = series('ES', [point('2022', 0, { source: null })]);
const WOMEN = series('IT', [point('2022', 2)], { sex: 'F', age: 'TOTAL' });

test('the points of series are read as written, for the requested areas and breakdowns', async () => {
  const store = await bench.open();
  expect(await store.log.commit(figures(newVintage('one', ITALY, SPAIN, WOMEN)))).toMatchObject({ committed: true });
  const found = await store.figures.series(ALL);
  const { vintage } = found[0]!;
  const stored = (each: typeof ITALY) => ({ indicator: 'cases', vintage, ...each });
  expect(found).toHaveLength(3);
  expect(found).toEqual(expect.arrayContaining([ITALY, SPAIN, WOMEN].map(stored)));
  expect(await store.figures.series({ ...ALL, areas: ['ES'] })).toEqual([stored(SPAIN)]);
  expect(await store.figures.series({ ...ALL, areas: ['IT'], breakdowns: [{}] })).toEqual([stored(ITALY)]);
  expect(await store.figures.series({ ...ALL, breakdowns: [{ age: 'TOTAL', sex: 'F' }] })).toEqual([stored(WOMEN)]);
  expect(await store.figures.newestVintages(['cases', 'none'])).toEqual(
    new Map([['cases', { vintage, digest: 'one' }]]),
  );
});

test('the series of an indicator with the slug "constructor" are read, except those after its time limit', async () => {
  const store = await bench.open();
  const indicators = ['constructor'];
  await store.log.commit(figures({ ...newVintage('one', ITALY), indicator: 'constructor' }));
  expect(await store.figures.series({ ...ALL, indicators })).toHaveLength(1);
  const latestVintages = { constructor: new Date(0) };
  expect(await store.figures.series({ ...ALL, indicators, latestVintages })).toEqual([]);
});

test('while the feed follows the log, series of any number of areas take one command', async () => {
  const commands: string[] = [];
  const store = await bench.open({ onCommand: (name) => commands.push(name), pollMs: 60_000 });
  const end = store.log.follow(() => {});
  await store.log.commit(figures(newVintage('one', ITALY, SPAIN)));
  await store.figures.series(ALL);
  commands.length = 0;
  expect(await store.figures.series(ALL)).toHaveLength(2);
  expect(commands).toEqual(['find']);
  await store.log.commit(figures(newVintage('two', ITALY)));
  expect(await store.figures.series(ALL)).toHaveLength(1);
  expect(await store.figures.series({ ...ALL, areas: ['ES'] })).toEqual([]);
  end();
});

test('while the feed follows the log, reading only areas without a series takes no command', async () => {
  const commands: string[] = [];
  const store = await bench.open({ onCommand: (name) => commands.push(name), pollMs: 60_000 });
  const end = store.log.follow(() => {});
  await store.log.commit(figures(newVintage('one', ITALY)));
  await store.figures.series(ALL);
  commands.length = 0;
  expect(await store.figures.series({ ...ALL, areas: ['FR', 'ES'] })).toEqual([]);
  expect(commands).toEqual([]);
  expect(await store.figures.series({ ...ALL, areas: ['FR', 'IT'] })).toHaveLength(1);
  expect(commands).toEqual(['find']);
  end();
});

test('an edition remains readable after the next one is added, cell by cell', async () => {
  const store = await bench.open();
  await store.log.commit(figures(newVintage('one', ITALY, SPAIN)));
  const first = await store.figures.series(ALL);
  const { vintage } = (await store.figures.newestVintages(['cases'])).get('cases')!;
  const revised = series('IT', [point('2022', 6)]);
  await store.log.commit(figures(newVintage('two', revised, WOMEN)));
  const second = await store.figures.series(ALL);
  expect(second.map(({ area, points }) => [area, points[0]!.value]).sort()).toEqual([
    ['IT', 2],
    ['IT', 6],
  ]);
  expect(second[0]!.vintage > vintage).toBe(true);
  expect(await store.figures.series({ ...ALL, asOf: vintage })).toEqual(first);
  expect(await store.figures.series({ ...ALL, asOf: new Date(vintage.getTime() - 1) })).toEqual([]);
});

test('editions that are added after newer ones are sorted by date, and each is compared with every other', async () => {
  const store = await bench.open({ name: 'earlier' });
  const dated = (digest: string, date: string, ...all: VintageToWrite['series']): VintageToWrite => ({
    ...newVintage(digest, ...all),
    date: { date, dateOf: 'UPDATE' },
  });
  await store.log.commit(figures(dated('2024', '2024', ITALY, SPAIN)));
  await store.log.commit(figures(dated('2025', '2025', ITALY, series('ES', [point('2022', 1)]))));
  const earlier = (year: string, value: number): VintageToWrite => {
    return { ...dated(year, year, ITALY, series('ES', [point('2022', value)])), earlier: year };
  };
  await store.log.commit(figures(earlier('2020', 8), earlier('2024-06', 9)));
  const check = async ({ figures: read }: typeof store) => {
    const vintages = (await read.vintages(['cases'])).get('cases')!;
    expect(vintages.map(({ number, date, digest }) => [number, date, digest])).toEqual(
      ['2020', '2024', '2024-06', '2025'].map((date, index) => [index + 1, date, date]),
    );
    expect((await read.newestVintages(['cases'])).get('cases')!.digest).toBe('2025');
    const spain: unknown[] = [];
    for (const { at } of vintages) {
      const all = await read.series({ ...ALL, asOf: at });
      expect(all.map(({ area }) => area).sort()).toEqual(['ES', 'IT']);
      expect(all[0]!.vintage).toEqual(at);
      spain.push(all.find(({ area }) => area === 'ES')!.points[0]!.value);
    }
    expect(spain).toEqual([8, 0, 9, 1]);
    for (const [from, before] of spain.entries())
      for (let to = from + 1; to < spain.length; to += 1) {
        const query = { indicator: 'cases', areas: null, needsCells: () => true };
        const changed = read.changedSeries({ ...query, from: vintages[from]!.at, to: vintages[to]!.at });
        const cells: unknown[] = [];
        for await (const each of changed)
          cells.push(...each.cells().map((cell) => [each.area, cell.before, cell.after]));
        const value = (of: unknown) => expect.objectContaining({ value: of }) as unknown;
        expect(cells).toEqual([['ES', value(before), value(spain[to])]]);
      }
  };
  await check(store);
  await check(await bench.openRebuilt('earlier'));
  // The next edition replaces the series of the newest one only.
  await store.log.commit(figures(dated('2026', '2026', series('ES', [point('2022', 1)]))));
  expect((await store.figures.series(ALL)).map(({ area }) => area)).toEqual(['ES']);
  expect((await store.figures.vintages(['cases'])).get('cases')!.map(({ digest }) => digest)).toEqual([
    ...['2020', '2024', '2024-06', '2025'],
    '2026',
  ]);
});

test('an unchanged series is not written again, and belongs to the new edition', async () => {
  const store = await bench.open({ name: 'unchanged' });
  await store.log.commit(figures(newVintage('one', ITALY, SPAIN)));
  await store.log.commit(figures(newVintage('two', ITALY, series('ES', [point('2022', 1)]))));
  await store.log.commit(figures(newVintage('three', ITALY, SPAIN)));
  const documents = (await dumpCollections(await bench.addressOf('unchanged'))).series!;
  expect(documents.map(({ area }) => area as string).sort()).toEqual(['ES', 'ES', 'ES', 'IT']);
  const { vintage } = (await store.figures.newestVintages(['cases'])).get('cases')!;
  const newest = await store.figures.series(ALL);
  expect(newest).toHaveLength(2);
  expect(newest.every((each) => each.vintage.getTime() === vintage.getTime())).toBe(true);
});

test('the changes that a new edition would make are reported only for changed series', async () => {
  const store = await bench.open();
  await store.log.commit(figures(newVintage('one', ITALY, SPAIN, WOMEN)));
  const announcements: unknown[] = [];
  for await (const { area, breakdown, counts } of store.figures.previewChangedSeries(
    newVintage('two', ITALY, series('ES', [point('2022', 1)]), series('FR', [point('2022', 3)])),
  ))
    announcements.push([area, breakdown, counts]);
  expect(announcements).toEqual(
    expect.arrayContaining([
      ['ES', {}, { CHANGED: 1, APPEARED: 0, VANISHED: 0 }],
      ['FR', {}, { CHANGED: 0, APPEARED: 1, VANISHED: 0 }],
      ['IT', WOMEN.breakdown, { CHANGED: 0, APPEARED: 0, VANISHED: 1 }],
    ]),
  );
  expect(announcements).toHaveLength(3);
});

test('the number of changed cells is stored with a series, and points are read only if that number is missing', async () => {
  const commands: string[] = [];
  const name = 'counted';
  const store = await bench.open({ name, onCommand: (command) => commands.push(command), pollMs: 60_000 });
  const end = store.log.follow(() => {});
  const years = (...values: number[]) => values.map((value, index) => point(`${2020 + index}`, value));
  for (const [digest, ...otherBatches] of [
    ['one', series('ES', years(1)), series('FR', years(1, 2)), series('IT', years(1, 1))],
    ['two', series('DE', years(1, 2, 3)), series('ES', years(1)), series('IT', years(1, 2))],
    ['three', series('DE', years(1, 2, 3)), series('ES', years(1)), series('IT', years(1, 3, 4))],
  ] as const)
    await store.log.commit(figures(newVintage(digest, ...otherBatches)));
  const [firstAt, secondAt, thirdAt] = (await store.figures.vintages(['cases'])).get('cases')!.map(({ at }) => at);
  const changed = async (from: Date, to: Date, needsCells: boolean) => {
    commands.length = 0;
    const changeQuery = { indicator: 'cases', from, to, areas: null, needsCells: () => needsCells };
    const reportedCells: unknown[] = [];
    for await (const { area, counts, cells } of store.figures.changedSeries(changeQuery))
      reportedCells.push([area, counts.CHANGED, counts.APPEARED, counts.VANISHED, cells().length]);
    return { told: reportedCells, commands: commands.join(' ') };
  };
  const next = (hasCells: boolean) => [
    ['DE', 0, 3, 0, hasCells ? 3 : 0],
    ['FR', 0, 0, 2, hasCells ? 2 : 0],
    ['IT', 1, 0, 0, hasCells ? 1 : 0],
  ];
  // Between adjacent vintages, points are read only if cells are requested.
  expect(await changed(firstAt!, secondAt!, false)).toEqual({ told: next(false), commands: 'find find' });
  expect(await changed(firstAt!, secondAt!, true)).toEqual({ told: next(true), commands: 'find find find' });
  // Between other vintages, points are read, because a stored count refers to the previous vintage.
  const over = [...next(false).slice(0, 2), ['IT', 1, 1, 0, 2]];
  expect(await changed(firstAt!, thirdAt!, false)).toEqual({ told: over, commands: 'find find find' });
  // Removes the stored counts, which earlier versions did not write.
  const client = await new MongoClient((await bench.addressOf(name)).uri).connect();
  await client
    .db((await bench.addressOf(name)).database)
    .collection('series')
    .updateMany({}, { $unset: { size: 1, change: 1 } });
  await client.close();
  expect(await changed(firstAt!, secondAt!, false)).toEqual({ told: next(true), commands: 'find find find' });
  end();
});

test('points of a rejected batch are neither visible nor stored', async () => {
  const store = await bench.open({ name: 'refused' });
  await store.log.commit(batch(topic('a')));
  const rejectedBatch = { ...batch(topic('a')), vintages: [newVintage('one', ITALY)] };
  expect(await store.log.commit(rejectedBatch)).toMatchObject({ committed: false });
  expect(await store.figures.series(ALL)).toEqual([]);
  expect((await dumpCollections(await bench.addressOf('refused'))).series).toBeUndefined();
});

test('several concurrent writers of the next edition all succeed', async () => {
  const stores = [await bench.open({ name: 'editions' }), await bench.open({ name: 'editions' })];
  await stores[0]!.log.commit(figures(newVintage('0', SPAIN)));
  const values = [1, 2, 3, 4];
  await Promise.all(
    values.map((value) =>
      stores[value % 2]!.log.commit(figures(newVintage(`${value}`, series('ES', [point('2022', value)])))),
    ),
  );
  const newest = (await stores[0]!.figures.newestVintages(['cases'])).get('cases')!;
  const [found] = await stores[1]!.figures.series(ALL);
  expect(`${found!.points[0]!.value}`).toBe(newest.digest);
  expect(
    (await dumpCollections(await bench.addressOf('editions'))).editions!.map(({ number }) => number as number).sort(),
  ).toEqual([1, 2, 3, 4, 5]);
});

test('figures that get a new edition during a lookup are not reported as missing', async () => {
  const store = await bench.open({ name: 'looked-up' });
  await store.log.commit(figures({ ...newVintage('one', ITALY), indicator: 'known' }));
  await store.log.commit(figures({ ...newVintage('one', ITALY), indicator: 'other' }));
  const { uri, database: name } = await bench.addressOf('looked-up');
  const database = await connect(uri, name);
  const cache = new VintageCache();
  cache.setEnabled(true);
  const figuresOf = new SeriesStore(database, cache);
  await figuresOf.newestVintages(['known']);
  const reading = figuresOf.newestVintages(['known', 'other', 'none']);
  // The value was cached, but is read from the database again.
  cache.invalidate(['known']);
  expect([...(await reading).keys()]).toEqual(['known', 'other']);
  await database.close();
});
