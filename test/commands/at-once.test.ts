import { readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ImportRequest } from '../../src/commands/import-outcome.js';
import { importFigures } from '../../src/commands/import-figures.js';
import { readConfig } from '../../src/config.js';
import { planFolder } from '../../src/content/plan-folder.js';
import { applyPlan } from '../../src/content/seed-folder.js';
import type { Database } from '../../src/open-database.js';
import { openDatabase } from '../../src/open-database.js';
import { restoreBackup } from '../../src/store/backup/restore-backup.js';
import { setRestoreMark } from '../../src/store/backup/restore-mark.js';
import { connect } from '../../src/store/connection/database.js';
import type { TestDatabase } from '../support/database.js';
import { compiled } from '../support/compiled.js';
import { testDatabase } from '../support/database.js';
import type { Bench } from './run-command.js';
import { bench } from './run-command.js';
import { NO_CHOICES } from '../datasets/no-choices.js';

let server: TestDatabase;
let on: Bench;
let tests = 0;
beforeAll(async () => void (server = await testDatabase()));
beforeEach(() => {
  on = bench({ MONGODB_URI: server.uri, MONGODB_DB: server.name(`once${(tests += 1)}`) });
  change('organisations/agency.yaml', /acronym: .*/, 'acronym: Eurostat');
});
afterEach(() => on.remove());
afterAll(() => server.close());

function change(file: string, from: RegExp, to: string): void {
  const path = join(on.seed, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

const open = () => openDatabase(readConfig(on.environment));

/** Brings one figure of Greece into the indicator of the content. */
function importOf(value: number): ImportRequest {
  const path = join(on.seed, '..', `figures-${value}.tsv`);
  writeFileSync(path, `freq,sex,unit,geo\\TIME_PERIOD\t2024 \nA,T,NR,EL\t${value} \n`);
  return {
    paths: [path],
    ...NO_CHOICES,
    indicator: 'cases',
    source: 'report-2023',
    licence: null,
    retrievedOn: '2026-11-28',
    uncovered: 'drop',
    dryRun: false,
    accept: new Map(),
    skipsUnknownAreas: false,
  };
}

/** A database of which `others` comes in between, just before its first batch is written. */
function overtaken(database: Database, others: () => Promise<unknown>): Database {
  const { store } = database;
  let isFirst = true;
  const commit: typeof store.log.commit = async (batch) => {
    if (isFirst) {
      isFirst = false;
      await others();
    }
    return store.log.commit(batch);
  };
  const log = new Proxy(store.log, { get: (to, name) => (name === 'commit' ? commit : Reflect.get(to, name)) });
  return { ...database, store: { ...store, log } };
}

const editions = async ({ store }: Database) => (await store.figures.vintages(['cases'])).get('cases')!.length;

test('of two imports at once, the second is told, and there is one edition', async () => {
  await on.run('seed');
  await using mine = await open();
  await using theirs = await open();
  const second = importFigures(
    overtaken(mine, () => importFigures(theirs, importOf(10))),
    importOf(10),
  );
  await expect(second).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('"cases"') });
  expect(await editions(theirs)).toBe(2);
  expect(await importFigures(mine, importOf(10))).toMatchObject({ outcome: 'UNCHANGED' });
  expect(await importFigures(mine, importOf(11))).toMatchObject({ outcome: 'WRITTEN' });
  expect(await editions(mine)).toBe(3);
});

test('a seed does not undo what is imported while it is at work, nor an import what is seeded', async () => {
  await on.run('seed');
  await using mine = await open();
  await using theirs = await open();
  change('indicators/cases.csv', /EU,2022,400/, 'EU,2022,401');
  const { plan } = await planFolder(on.seed, mine, false);
  expect(await importFigures(theirs, importOf(10))).toMatchObject({ outcome: 'WRITTEN' });
  await expect(applyPlan(plan!, mine, 'seed')).rejects.toMatchObject({
    code: 'PLAN_MOVED',
    message: 'Somebody else wrote indicators/cases meanwhile. Plan again.',
  });
  expect(await editions(theirs)).toBe(2);

  const again = (await planFolder(on.seed, theirs, false)).plan!;
  const late = importFigures(
    overtaken(mine, () => applyPlan(again, theirs, 'seed')),
    importOf(11),
  );
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await editions(theirs)).toBe(3);
});

test('of two seeds at once, the second is told', async () => {
  await on.run('seed');
  await using mine = await open();
  await using theirs = await open();
  change('indicators/cases.csv', /EU,2022,400/, 'EU,2022,401');
  const [first, second] = [await planFolder(on.seed, mine, false), await planFolder(on.seed, theirs, false)];
  await applyPlan(first.plan!, mine, 'seed');
  await expect(applyPlan(second.plan!, theirs, 'seed')).rejects.toMatchObject({ code: 'PLAN_MOVED' });
  expect(await editions(theirs)).toBe(2);
});

test('who writes into an empty database while a backup is restored into it is told', async () => {
  await on.run('seed');
  const file = join(on.seed, '../all.backup');
  await on.run('backup', file);
  const into = bench({ MONGODB_URI: server.uri, MONGODB_DB: server.name('into') });
  await using mine = await openDatabase(readConfig(into.environment));
  const plan = (await planFolder(into.seed, mine, false)).plan!;
  const database = await connect(server.uri, into.environment['MONGODB_DB']!);
  await setRestoreMark(database, file);
  await database.close();
  await expect(applyPlan(plan, mine, 'seed')).rejects.toMatchObject({ code: 'DATABASE_INCOMPLETE' });
  expect((await into.run('restore', file)).out).toContain('Restored 1 change');
  into.remove();
});

test('a restore does not take away what was written between its look at the database and its beginning', async () => {
  await on.run('seed');
  const file = join(on.seed, '../all.backup');
  await on.run('backup', file);
  const into = bench({ MONGODB_URI: server.uri, MONGODB_DB: server.name('between') });
  const target = { uri: server.uri, database: into.environment.MONGODB_DB! };
  let exit: number | null | undefined;
  const onCommand = (name: string) => {
    if (name !== 'update' || exit !== undefined) return;
    const env = { ...process.env, ...into.environment };
    exit = spawnSync(process.execPath, [compiled('src/cli.ts'), 'seed'], { env, stdio: 'ignore' }).status;
  };
  await expect(restoreBackup(file, { ...target, onCommand })).rejects.toMatchObject({ code: 'DATABASE_NOT_EMPTY' });
  expect(exit).toBe(0);
  expect((await into.run('seed')).out).toContain('nothing to do');
  into.remove();
});
