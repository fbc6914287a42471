import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseHandle } from '../../src/open-database.js';
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

const HEADER = 'area,period,value,state,flags,source,note,sex\n';
const file = (name: string) => join(cli.seed, 'indicators', name);
const read = (name: string) => readFileSync(file(name), 'utf8');
const editions = async (indicator: string) =>
  (await database.store.figures.vintages([indicator]))
    .get(indicator)!
    .map(({ number, date, dateOf }) => [number, date, dateOf]);

test('figures in a file of an earlier edition are seeded before the newest edition, and exported to that file', async () => {
  const early = `${HEADER}EU,2022,390,REPORTED,PROVISIONAL,report-2023,,T\n`;
  writeFileSync(file('cases.2023-05.csv'), early);
  const { out: plan } = await cli.run('plan');
  expect(plan).toContain('~ indicators/cases');
  expect(plan).toContain('    earlier edition of 2023-05: 1 series');
  expect(JSON.parse((await cli.run('plan', '--json')).out)).toMatchObject({
    entries: expect.arrayContaining([
      expect.objectContaining({ slug: 'cases', editions: [expect.objectContaining({ date: '2023-05', series: 1 })] }),
    ]) as unknown,
  });
  expect(await cli.run('seed')).toMatchObject({ exit: 0 });
  expect(await editions('cases')).toEqual([
    [1, '2023-05', 'NOT_BEFORE'],
    [2, '2024-06-18', 'RETRIEVAL'],
  ]);
  expect((await cli.run('plan')).out).toContain('Nothing to do.');
  expect((await cli.run('export', cli.out)).exit).toBe(0);
  const exported = readTree(join(cli.out, 'indicators'));
  expect(exported['cases.2023-05.csv']).toBe(early);
  expect(exported['cases.csv']).toContain('EU,2022,400');
  const other = createTestCli();
  try {
    const there = { CONTENT_DIR: cli.out, DATA_DIR: other.data };
    expect(await runCliIn(there, 'seed')).toMatchObject({ exit: 0, err: '' });
    expect((await runCliIn(there, 'plan')).out).toContain('Nothing to do.');
  } finally {
    other.remove();
  }
});

test('an export writes a file for each earlier edition, including one whose file was deleted', async () => {
  writeFileSync(
    join(cli.seed, 'sources/report-2025.yaml'),
    'title: Report for 2025\npublisherName: The Agency\npublishedOn: 2025-11-03\n',
  );
  const before = read('cases.csv');
  writeFileSync(file('cases.csv'), before.replace('EU,2022,400,,,report-2023', 'EU,2022,405,,,report-2025'));
  rmSync(file('cases.2023-05.csv'));
  expect(await cli.run('seed')).toMatchObject({ exit: 0 });
  const { out } = await cli.run('export');
  expect(out).toContain('cases.2024-06-18.csv');
  expect(read('cases.2024-06-18.csv')).toContain('EU,2022,400');
  expect(read('cases.2023-05.csv')).toContain('EU,2022,390');
  expect((await editions('cases')).map(([, date]) => date)).toEqual(['2023-05', '2024-06-18', '2025-11-03']);
  expect((await cli.run('export')).out).toContain('0 files');
  // A correction of the newest edition is not a separate edition.
  writeFileSync(file('cases.csv'), read('cases.csv').replace('EU,2022,405', 'EU,2022,406'));
  expect(await cli.run('seed')).toMatchObject({ exit: 0 });
  expect((await cli.run('export')).out).toContain('0 files');
});

test('seeding a corrected file of an earlier edition adds an edition with the date of the corrected one', async () => {
  writeFileSync(file('cases.2023-05.csv'), read('cases.2023-05.csv').replace('390', '391'));
  expect((await cli.run('export')).out).toContain('0 files');
  expect(await cli.run('seed')).toMatchObject({ exit: 0 });
  expect((await editions('cases')).map(([, date]) => date).slice(0, 3)).toEqual(['2023-05', '2023-05', '2024-06-18']);
  expect((await cli.run('export', join(cli.out, '2'))).exit).toBe(0);
  expect(readTree(join(cli.out, '2', 'indicators'))['cases.2023-05.csv']).toContain('EU,2022,391');
});

test('an indicator renamed by a command or in its files keeps its earlier editions and their files', async () => {
  expect(await cli.run('rename', 'indicators/cases', 'our-cases')).toMatchObject({ exit: 0 });
  expect((await cli.run('export')).exit).toBe(0);
  const names = ['csv', 'yaml', '2023-05.csv', '2024-06-18.csv'];
  expect(Object.keys(readTree(join(cli.seed, 'indicators'))).sort()).toEqual(
    names.map((name) => `our-cases.${name}`).sort(),
  );
  for (const name of names) renameSync(file(`our-cases.${name}`), file(`third.${name}`));
  writeFileSync(
    file('third.yaml'),
    read('third.yaml').replace('formerly:\n  - cases', 'formerly:\n  - cases\n  - our-cases'),
  );
  expect((await cli.run('plan')).out).not.toContain('earlier edition');
  expect(await cli.run('seed')).toMatchObject({ exit: 0 });
  expect(await editions('third')).toHaveLength(5);
});
