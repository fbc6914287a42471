import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { writerId } from '../../src/stale-temp-files.js';
import { FIRST_LINE } from '../../src/store/backup/backup-format.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { createTestCli, readTree, type TestCli } from './test-cli.js';

let database: TestDatabase;
const benches: TestCli[] = [];
beforeAll(async () => void (database = await testDatabase()));
afterAll(async () => {
  for (const each of benches) each.remove();
  await database.close();
});

/** Returns the environment variables that select a MongoDB database of the test server by name. */
const onMongo = (name: string) => ({ MONGODB_URI: database.uri, MONGODB_DB: database.name(name) });

function benchOn(environment: Record<string, string> = {}): TestCli {
  benches.push(createTestCli(environment));
  return benches.at(-1)!;
}

/** Returns data that exports leave out: the history of an entry, vintages of its figures, schedules and tokens. */
async function beyondContent(environment: Record<string, string>) {
  await using database = await openDatabase(readConfig(environment));
  const { store } = database;
  return {
    history: await store.log.revisions('Topic', 'smuggling', 100),
    log: await store.log.changesAfter(0, 100),
    vintages: await store.figures.vintages(['cases']),
    schedules: await store.schedules.all(10),
    tokens: await store.tokens.all(),
  };
}

/** Runs a command from the section on backups in docs/operating.md. */
async function runDocumented(verb: string, cli: TestCli, file: string) {
  const page = readFileSync('docs/operating.md', 'utf8');
  const section = page.slice(page.indexOf('\n## Backups\n'), page.indexOf('\n## Upgrading\n'));
  const line = new RegExp(`^(?:\\w+=\\S+ )?npx signpost (${verb} signpost\\.backup)$`, 'm').exec(section)?.[1];
  expect(line).toBeDefined();
  return cli.run(...line!.replace('signpost.backup', file).split(' '));
}

test('the commands in docs/operating.md back up a database and restore it into another type of database', async () => {
  const from = benchOn(onMongo('from'));
  const environment = { ...onMongo('from'), CONTENT_DIR: from.seed };
  await from.run('seed');
  appendFileSync(join(from.seed, 'topics/smuggling.yaml'), 'definition: Defined.\n');
  appendFileSync(join(from.seed, 'indicators/cases.csv'), 'IT,2022,7,REPORTED,,report-2023,,T\n');
  expect((await from.run('seed')).out).toBe('2 changed, 17 unchanged; change 2.\n');
  await from.run('token', 'create', '--name', 'Ana', '--role', 'EDITOR');
  {
    await using database = await openDatabase(readConfig(environment));
    const time = new Date('2100-01-01');
    const schedule = {
      kind: 'Leaflet',
      slug: 'entwurf',
      revision: 1,
      at: time,
      author: 'Ana',
      message: '',
      problem: null,
    };
    await database.store.schedules.put(schedule);
  }
  await from.run('export', from.out);
  const file = join(from.data, '..', 'signpost.backup');

  const backupOutput = await runDocumented('backup', from, file);
  expect(backupOutput).toMatchObject({ exit: 0, err: '' });
  expect(backupOutput.out).toContain(`${file} holds 2 changes, 5 series of figures, 1 token and 1 schedule; `);
  const repeated = await runDocumented('backup', from, file);
  expect([repeated.exit, repeated.err]).toEqual([
    2,
    `The file "${file}" already exists; use another name, or --overwrite.\n`,
  ]);

  const to = benchOn();
  const restored = await runDocumented('restore', to, file);
  expect(restored).toMatchObject({ exit: 0, err: '' });
  expect(restored.out).toContain('Restored 2 changes, 5 series of figures, 1 token and 1 schedule, as of 20');
  await to.run('export', to.out);
  expect(readTree(to.out)).toEqual(readTree(from.out));
  const restoredState = await beyondContent({ DATA_DIR: to.data });
  expect(restoredState).toEqual(await beyondContent(environment));
  expect(restoredState).toMatchObject({
    history: [{ revision: 2 }, { revision: 1 }],
    schedules: [{ slug: 'entwurf' }],
  });

  // Tests the opposite direction, from the restored database to a MongoDB, with JSON output.
  const mongoBench = benchOn(onMongo('back'));
  const summary = JSON.parse((await to.run('backup', file, '--overwrite', '--json')).out) as object;
  expect(summary).toMatchObject({ file, sequence: 2, counts: { changes: 2, series: 5, tokens: 1, schedules: 1 } });
  const answer = JSON.parse((await mongoBench.run('restore', file, '--json')).out) as object;
  expect(answer).toEqual({ ...summary, isOtherSchema: false });
  expect(await beyondContent(onMongo('back'))).toEqual(restoredState);
  const rejectedRestore = await mongoBench.run('restore', file, '--json');
  expect([rejectedRestore.exit, JSON.parse(rejectedRestore.out)]).toMatchObject([
    1,
    { error: { code: 'DATABASE_NOT_EMPTY' } },
  ]);
});

test('stale temporary files of killed backups are removed by the next backup, and files in use are preserved', async () => {
  const cli = benchOn();
  const folder = join(cli.seed, '../backups');
  mkdirSync(folder);
  const [dead, alive] = [spawnSync(process.execPath, ['--version']).pid, process.ppid].map((pid) => writerId(pid));
  const staleFiles = ['today.backup', 'yesterday.backup', '.hidden'].map((name) => `.${name}.${dead}.part`);
  const others = [`.today.backup.${alive}.part`, `.film.${dead}.part`, `yesterday.backup.${dead}.part`];
  for (const name of [...staleFiles, others[0]!, others[2]!]) writeFileSync(join(folder, name), `${FIRST_LINE}half`);
  writeFileSync(join(folder, others[1]!), 'of another program');
  // An empty file, as left by a process that was killed before its first write.
  writeFileSync(join(folder, staleFiles[0]!), '');
  expect(await cli.run('backup', join(folder, 'today.backup'))).toMatchObject({ exit: 0, err: '' });
  expect(readdirSync(folder).sort()).toEqual([...others, 'today.backup'].sort());

  const otherFolder = join(folder, '.tomorrow.backup.1-00000000.part');
  writeFileSync(otherFolder, `${FIRST_LINE}half`);
  const { exit, err } = await cli.run('backup', join(folder, 'today.backup'), '--overwrite');
  expect([exit, existsSync(otherFolder)]).toEqual([0, true]);
  const why =
    'is an unfinished backup of another machine or container; a later backup removes it if it is unchanged for a day';
  expect(err).toBe(`warning: "${otherFolder}" ${why}\n`);
});
