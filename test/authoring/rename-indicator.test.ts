import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';
import { createTestCli, openSeeded, readTree, runCliIn, type TestCli } from '../commands/test-cli.js';

let cli: TestCli;
let database: DatabaseHandle;
beforeAll(async () => {
  cli = createTestCli();
  database = await openSeeded(cli);
});
afterAll(async () => {
  await database.close();
  cli.remove();
});

const file = (name: string) => join(cli.seed, 'indicators', name);
const figures = async (indicator: string) =>
  (await database.store.figures.series({ indicators: [indicator], areas: null, breakdowns: null, asOf: null })).map(
    ({ area, breakdown, points }) => ({ area, breakdown, points }),
  );
const vintages = async (indicator: string) => (await database.store.figures.vintages([indicator])).get(indicator);

test('a renamed indicator keeps its figures in all editions', async () => {
  const [series, before] = [await figures('cases'), await vintages('cases')];
  expect(series).toHaveLength(4);
  const text = readFileSync(file('cases.csv'), 'utf8');
  expect(await cli.run('rename', 'indicators/cases', 'our-cases')).toMatchObject({ exit: 0 });

  expect(await figures('our-cases')).toEqual(series);
  expect(await vintages('our-cases')).toEqual(before);
  expect(await figures('cases')).toEqual([]);
  // A source of figures cannot be retired, even after the indicator was renamed.
  expect(await cli.run('retire', 'sources/report-2023')).toMatchObject({ exit: 1 });
  expect((await cli.run('export', cli.out)).exit).toBe(0);
  expect(readTree(join(cli.out, 'indicators'))['our-cases.csv']).toContain('EU,2022,400');
  expect((await cli.run('export')).exit).toBe(0);
  expect(readFileSync(file('our-cases.csv'), 'utf8')).toBe(text);
  expect((await cli.run('plan')).out).toContain('Nothing to do.');
});

test('changed figures in the renamed files of an indicator become its next edition', async () => {
  const before = (await vintages('our-cases'))!;
  for (const extension of ['csv', 'yaml']) renameSync(file(`our-cases.${extension}`), file(`third.${extension}`));
  writeFileSync(file('third.csv'), readFileSync(file('third.csv'), 'utf8').replace('EU,2022,400', 'EU,2022,401'));
  writeFileSync(
    file('third.yaml'),
    readFileSync(file('third.yaml'), 'utf8').replace('formerly:\n  - cases', 'formerly:\n  - cases\n  - our-cases'),
  );
  const { out: plan } = await cli.run('plan');
  expect(plan).toContain('figures: 4 series');
  expect((await cli.run('seed', /seed (\S+)/.exec(plan)![1]!)).exit).toBe(0);

  const after = (await vintages('third'))!;
  expect(after.slice(0, -1)).toEqual(before);
  expect(after.at(-1)!.number).toBe(before.length + 1);
  expect(await figures('third')).toHaveLength(4);
  expect((await cli.run('plan')).out).toContain('Nothing to do.');
});

test('figures are preserved when an indicator is renamed back to its first slug and the database is reopened', async () => {
  const before = await vintages('third');
  expect(await cli.run('rename', 'indicators/third', 'cases')).toMatchObject({ exit: 0 });
  await database.close();
  database = await openDatabase(readConfig({ DATA_DIR: cli.data }));
  expect(await vintages('cases')).toEqual(before);
  expect(await figures('cases')).toHaveLength(4);
  expect((await cli.run('export')).exit).toBe(0);
  expect(existsSync(file('third.csv'))).toBe(false);
  expect((await cli.run('plan')).out).toContain('Nothing to do.');
});

test('figures stay linked to a renamed source, by its current and its former slug', async () => {
  const source = readFileSync(join(cli.seed, 'sources/report-2023.yaml'), 'utf8');
  writeFileSync(join(cli.seed, 'sources/press-release.yaml'), source);
  const text = readFileSync(file('cases.csv'), 'utf8');
  writeFileSync(file('cases.csv'), text.replace('EU,2022,401,,,report-2023', 'EU,2022,402,,,press-release'));
  expect((await cli.run('seed')).exit).toBe(0);
  const before = await vintages('cases');
  expect(await cli.run('rename', 'sources/press-release', 'release')).toMatchObject({ exit: 0 });

  expect((await cli.run('export')).exit).toBe(0);
  expect((await cli.run('plan')).out).toContain('Nothing to do.');
  expect(await vintages('cases')).toEqual(before);
  expect(await cli.run('retire', 'sources/release')).toMatchObject({ exit: 1 });

  const otherCli = createTestCli();
  try {
    const to = { CONTENT_DIR: cli.seed, DATA_DIR: otherCli.data };
    expect((await runCliIn(to, 'seed')).exit).toBe(0);
    const handle = await openDatabase(readConfig(to));
    const [vintage] = (await handle.store.figures.vintages(['cases'])).get('cases')!;
    await handle.close();
    expect(vintage).toMatchObject({ digest: before!.at(-1)!.digest, date: before!.at(-1)!.date });
    expect((await runCliIn(to, 'plan')).out).toContain('Nothing to do.');
  } finally {
    otherCli.remove();
  }
});
