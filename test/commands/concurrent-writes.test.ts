import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ImportRequest } from '../../src/commands/import-types.js';
import { importFigures } from '../../src/commands/import-figures.js';
import { readConfig } from '../../src/config.js';
import { planFolder } from '../../src/content/plan-folder.js';
import { applyPlan } from '../../src/content/seed-database.js';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';
import { scheduleEntry } from '../../src/records/lifecycle.js';
import { renameEntry } from '../../src/records/rename-entry.js';
import { restoreBackup } from '../../src/store/backup/restore-backup.js';
import { writeRestoreMarker } from '../../src/store/backup/restore-marker.js';
import { connect } from '../../src/store/connection/connect.js';
import { compiledPath } from '../support/compiled-path.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { createTestCli, type TestCli } from './test-cli.js';
import { DEFAULT_READ_CHOICES } from '../datasets/default-read-choices.js';

let server: TestDatabase;
let testCli: TestCli;
let tests = 0;
beforeAll(async () => void (server = await testDatabase()));
beforeEach(() => {
  testCli = createTestCli({ MONGODB_URI: server.uri, MONGODB_DB: server.name(`once${(tests += 1)}`) });
  change('organisations/agency.yaml', /acronym: .*/, 'acronym: Eurostat');
});
afterEach(() => testCli.remove());
afterAll(() => server.close());

function change(file: string, from: RegExp, to: string): void {
  const path = join(testCli.seed, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

const open = () => openDatabase(readConfig(testCli.environment));

/** Returns a request to import one figure of Greece into the indicator `cases`. */
function importOf(value: number): ImportRequest {
  const path = join(testCli.seed, '..', `figures-${value}.tsv`);
  writeFileSync(path, `freq,sex,unit,geo\\TIME_PERIOD\t2024 \nA,T,NR,EL\t${value} \n`);
  return {
    paths: [path],
    ...DEFAULT_READ_CHOICES,
    indicator: 'cases',
    source: 'report-2023',
    licence: null,
    retrievedOn: '2026-11-28',
    uncovered: 'drop',
    acceptsOlder: false,
    dryRun: false,
    accept: new Map(),
    skipsUnknownAreas: false,
  };
}

/** Returns a database that runs `others` just before its first batch is written. */
function beforeFirstWrite(database: DatabaseHandle, others: () => Promise<unknown>): DatabaseHandle {
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

const editions = async ({ store }: DatabaseHandle) => (await store.figures.vintages(['cases'])).get('cases')!.length;

test('of two concurrent imports, the second is rejected, and one edition is written', async () => {
  await testCli.run('seed');
  await using database = await open();
  await using theirs = await open();
  const second = importFigures(
    beforeFirstWrite(database, () => importFigures(theirs, importOf(10))),
    importOf(10),
  );
  await expect(second).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('"cases"') });
  expect(await editions(theirs)).toBe(2);
  expect(await importFigures(database, importOf(10))).toMatchObject({ outcome: 'UNCHANGED' });
  expect(await importFigures(database, importOf(11))).toMatchObject({ outcome: 'WRITTEN' });
  expect(await editions(database)).toBe(3);
});

test('a seed does not revert a concurrent import, and an import does not revert a concurrent seed', async () => {
  await testCli.run('seed');
  await using database = await open();
  await using theirs = await open();
  change('indicators/cases.csv', /EU,2022,400/, 'EU,2022,401');
  const { plan } = await planFolder(testCli.seed, database, false);
  expect(await importFigures(theirs, importOf(10))).toMatchObject({ outcome: 'WRITTEN' });
  await expect(applyPlan(plan!, database, 'seed')).rejects.toMatchObject({
    code: 'PLAN_MOVED',
    message: 'Another user wrote indicators/cases. Plan again.',
  });
  expect(await editions(theirs)).toBe(2);

  const newPlan = (await planFolder(testCli.seed, theirs, false)).plan!;
  const late = importFigures(
    beforeFirstWrite(database, () => applyPlan(newPlan, theirs, 'seed')),
    importOf(11),
  );
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await editions(theirs)).toBe(3);
});

test('of two concurrent seeds, the second is rejected', async () => {
  await testCli.run('seed');
  await using database = await open();
  await using theirs = await open();
  change('indicators/cases.csv', /EU,2022,400/, 'EU,2022,401');
  const [first, second] = [
    await planFolder(testCli.seed, database, false),
    await planFolder(testCli.seed, theirs, false),
  ];
  await applyPlan(first.plan!, database, 'seed');
  await expect(applyPlan(second.plan!, theirs, 'seed')).rejects.toMatchObject({ code: 'PLAN_MOVED' });
  expect(await editions(theirs)).toBe(2);
});

const [EARLIER, LATER, LATEST] = ['2127-01-31', '2127-02-28', '2127-03-31'].map((day) => `${day}T09:00:00.000Z`);
const scheduleCommand = ({ model }: DatabaseHandle, expectedRevision = 1) => ({
  kind: model.kind('Topic'),
  slug: 'adverts',
  expectedRevision,
});
const reschedule = (database: DatabaseHandle, at: string, revision = 1) =>
  scheduleEntry(database, scheduleCommand(database, revision), new Date(at), { author: 'Ana', message: '' });
const timesIn = async ({ store }: DatabaseHandle) =>
  (await store.schedules.all(10)).map(({ slug, revision, at }) => `${slug} ${revision} ${at.toISOString()}`);
const line = (text: string) => change('topics/adverts.yaml', /(?=title:)/, `${text}\n`);

test.each([
  ['there was none', 'status: DRAFT', `publishAt: ${LATER}`],
  ['there was another one', `publishAt: ${EARLIER}`, `publishAt: ${LATER}`],
  ['it was cancelled', `publishAt: ${EARLIER}`, 'status: DRAFT'],
])('a schedule set by another editor during a seed is preserved and reported if %s', async (_what, before, after) => {
  line(before);
  await testCli.run('seed');
  await using database = await open();
  await using theirs = await open();
  change('topics/adverts.yaml', new RegExp(before), after);
  const { plan } = await planFolder(testCli.seed, database, false);
  await expect(
    applyPlan(
      plan!,
      beforeFirstWrite(database, () => reschedule(theirs, LATEST!)),
      'seed',
    ),
  ).rejects.toMatchObject({
    code: 'PLAN_MOVED',
    message:
      'Change 2 is written, but another user changed the publication time of topics/adverts, which is unchanged. Plan again.',
  });
  expect(await timesIn(theirs)).toEqual([`adverts 1 ${LATEST}`]);
  expect((await testCli.run('plan')).out).toContain(`publishAt: ${LATEST} → `);
});

test('a schedule that another editor cancels during a seed is not set again', async () => {
  line(`publishAt: ${EARLIER}`);
  await testCli.run('seed');
  await using database = await open();
  await using theirs = await open();
  change('topics/adverts.yaml', /title: Adverts/, 'title: Advertising');
  const { plan } = await planFolder(testCli.seed, database, false);
  const others = beforeFirstWrite(database, () => theirs.store.schedules.remove('Topic', 'adverts'));
  await expect(applyPlan(plan!, others, 'seed')).rejects.toMatchObject({ code: 'PLAN_MOVED' });
  expect(await timesIn(theirs)).toEqual([]);
});

test('a schedule set while its entry is renamed moves with the entry', async () => {
  line('status: DRAFT');
  await testCli.run('seed');
  await using database = await open();
  await using theirs = await open();
  const text = readFileSync(join(testCli.seed, 'topics/adverts.yaml'), 'utf8');
  rmSync(join(testCli.seed, 'topics/adverts.yaml'));
  writeFileSync(join(testCli.seed, 'topics/ads.yaml'), `${text}formerly: [adverts]\n`);
  const { plan } = await planFolder(testCli.seed, database, false);
  const others = beforeFirstWrite(database, () => reschedule(theirs, LATER!));
  await expect(applyPlan(plan!, others, 'seed')).rejects.toMatchObject({
    code: 'PLAN_MOVED',
    message: expect.stringContaining('the publication time of topics/ads'),
  });
  expect(await timesIn(theirs)).toEqual([`ads 2 ${LATER}`]);

  const ads = { ...scheduleCommand(database, 2), slug: 'ads' };
  const services = beforeFirstWrite(database, () =>
    scheduleEntry(theirs, ads, new Date(LATEST!), { author: 'Ben', message: '' }),
  );
  const renamed = await renameEntry(services, { ...ads, to: 'offers' }, { author: 'Ana', message: '' });
  expect(renamed.outcome).toBe('WRITTEN');
  expect(await timesIn(theirs)).toEqual([`offers 3 ${LATEST}`]);
});

test('scheduling an entry that a concurrent seed changes is a conflict, and the schedule of the seed remains', async () => {
  line('status: DRAFT');
  await testCli.run('seed');
  await using database = await open();
  await using theirs = await open();
  change('topics/adverts.yaml', /status: DRAFT/, `publishAt: ${LATER}`);
  const { plan } = await planFolder(testCli.seed, database, false);
  const { store } = database;
  let isFirst = true;
  const put: typeof store.schedules.put = async (...args) => {
    if (isFirst) await applyPlan(plan!, theirs, 'seed');
    isFirst = false;
    return store.schedules.put(...args);
  };
  const late = { ...database, store: { ...store, schedules: { ...store.schedules, put } } };
  expect(await reschedule(late, LATEST!)).toMatchObject({ outcome: 'CONFLICT', conflicts: [{ revision: 2 }] });
  expect(await timesIn(theirs)).toEqual([`adverts 2 ${LATER}`]);
});

test('a seed into a database that is being restored is rejected', async () => {
  await testCli.run('seed');
  const file = join(testCli.seed, '../all.backup');
  await testCli.run('backup', file);
  const into = createTestCli({ MONGODB_URI: server.uri, MONGODB_DB: server.name('into') });
  await using mine = await openDatabase(readConfig(into.environment));
  const plan = (await planFolder(into.seed, mine, false)).plan!;
  const database = await connect(server.uri, into.environment['MONGODB_DB']!);
  await writeRestoreMarker(database, file);
  await database.close();
  await expect(applyPlan(plan, mine, 'seed')).rejects.toMatchObject({ code: 'DATABASE_INCOMPLETE' });
  expect((await into.run('restore', file)).out).toContain('Restored 1 change');
  into.remove();
});

test('a restore does not overwrite data written after it found the database empty', async () => {
  await testCli.run('seed');
  const file = join(testCli.seed, '../all.backup');
  await testCli.run('backup', file);
  const into = createTestCli({ MONGODB_URI: server.uri, MONGODB_DB: server.name('between') });
  const target = { uri: server.uri, database: into.environment.MONGODB_DB! };
  let exit: number | null | undefined;
  const onCommand = (name: string) => {
    if (name !== 'update' || exit !== undefined) return;
    const env = { ...process.env, ...into.environment };
    exit = spawnSync(process.execPath, [compiledPath('src/cli.ts'), 'seed'], { env, stdio: 'ignore' }).status;
  };
  await expect(restoreBackup(file, { ...target, onCommand })).rejects.toMatchObject({ code: 'DATABASE_NOT_EMPTY' });
  expect(exit).toBe(0);
  expect((await into.run('seed')).out).toContain('nothing to do');
  into.remove();
});
