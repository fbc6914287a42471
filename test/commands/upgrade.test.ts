import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Db, MongoClient } from 'mongodb';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { createTestCli, runCliIn, type TestCli } from './test-cli.js';

type Named = { _id: string };

let database: TestDatabase;
let cli: TestCli;
let client: MongoClient;
let db: Db;
beforeAll(async () => {
  database = await testDatabase();
  cli = createTestCli({ MONGODB_URI: database.uri, MONGODB_DB: database.name() });
  client = await MongoClient.connect(database.uri);
  db = client.db(database.name());
});
afterAll(async () => {
  await client.close();
  cli.remove();
  await database.close();
});

/** Returns the complete content of a database, including indexes. */
async function everything(): Promise<Record<string, unknown>> {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
  const pairs = names.map(async (name) => {
    const collection = db.collection(name);
    return [name, await collection.indexes(), await collection.find().sort({ _id: 1 }).toArray()] as const;
  });
  return Object.fromEntries((await Promise.all(pairs)).map(([name, ...held]) => [name, held]));
}

const READERS = [['doctor'], ['doctor', '--deep'], ['plan'], ['token', 'list'], ['export']];

test('read-only commands create no database, neither embedded nor in a MongoDB', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-command-'));
  const dataDir = join(folder, 'data');
  for (const argv of READERS) {
    const words = argv[0] === 'export' ? ['export', cli.out] : argv;
    expect([argv, (await cli.run(...words)).exit]).toEqual([argv, 0]);
    await runCliIn({ DATA_DIR: dataDir, CONTENT_DIR: cli.seed }, ...words);
  }
  expect(await everything()).toEqual({});
  expect(existsSync(dataDir)).toBe(false);
  rmSync(folder, { recursive: true });
});

test('read-only commands do not change a database of another version', async () => {
  expect((await cli.run('seed')).exit).toBe(0);
  await db.collection('topics').dropIndex('find.scheme');
  await db.collection<Named>('state').updateOne({ _id: 'form' }, { $set: { forms: ['of another version'] } });
  const before = await everything();
  for (const argv of READERS) expect([argv, (await cli.run(...argv)).exit]).toEqual([argv, 0]);
  expect(await everything()).toEqual(before);
  // A write migrates the entries.
  expect((await cli.run('seed')).exit).toBe(0);
  expect((await db.collection('topics').indexes()).map(({ name }) => name)).toContain('find.scheme');
});

test('the commands that docs/operating.md gives for an upgrade succeed and do not change the database', async () => {
  const page = readFileSync('docs/operating.md', 'utf8');
  const section = page.slice(page.indexOf('## Upgrading'), page.indexOf('## Security'));
  const lines = [...section.matchAll(/^npx signpost (.+)$/gm)].map(([, line]) => line!.split(' '));
  expect(lines.map(([verb]) => verb)).toEqual(['backup', 'doctor', 'plan']);
  await db.collection<Named>('state').updateOne({ _id: 'form' }, { $set: { forms: ['of another version'] } });
  const before = await everything();
  for (const [verb, ...words] of lines) {
    const argv = [verb!, ...words.map((word) => join(cli.out, '..', word))];
    expect([argv, (await cli.run(...argv)).exit]).toEqual([argv, 0]);
  }
  expect(await everything()).toEqual(before);
  expect((await cli.run('seed')).exit).toBe(0);
});

test('entries of a removed kind, or without a newly required field, are reported with a correction', async () => {
  await db
    .collection<Named>('safehouses')
    .insertOne({ _id: 'harbour', kind: 'Safehouse', status: 'PUBLISHED' } as Named);
  await db.collection<Named>('topics').updateOne({ _id: 'adverts' }, { $unset: { 'record.scheme': '' } });
  const doctor = await cli.run('doctor');
  expect(doctor.exit).toBe(1);
  expect(doctor.out).toMatch(/✗ kinds +1 of Safehouse are in the database, .* restore Safehouse, or if it was renamed/);
  expect(doctor.out).toMatch(
    /✗ required values +1 of topics lack "scheme", .* \(adverts\); write it in seed\/topics\//,
  );
  const plan = await cli.run('plan');
  expect(plan.err).toContain('warning: 1 of Safehouse are in the database');
  const { warnings } = JSON.parse((await cli.run('plan', '--json')).out) as { warnings: string[] };
  expect(warnings).toHaveLength(1);
});

test('"plan" and "seed" reject content in the former folder of a kind, with a correction', async () => {
  // As in a database that only another version opened.
  await db.collection<Named>('state').updateOne({ _id: 'form' }, { $set: { forms: ['of another version'] } });
  await db.collection('questions').updateMany({}, { $set: { kind: 'SavedQuery' } });
  expect((await cli.run('doctor')).out).toMatch(
    /✗ kinds +\d+ of SavedQuery are in the database, .* use another folder for Question/,
  );
  const plan = await cli.run('plan');
  expect([plan.exit, plan.err]).toEqual([
    1,
    expect.stringMatching(/^The folder "questions" of Question contains entries of SavedQuery/),
  ]);
});

test('records with former field names are reported, and a seed upgrades them to the content of the files', async () => {
  await db.dropDatabase();
  expect((await cli.run('seed')).exit).toBe(0);
  const earlier = (entry: object) => {
    const { organisationType, resourceType, routeType, ...record } =
      (entry as { record?: Record<string, unknown> }).record ?? {};
    const kind = organisationType ?? resourceType ?? routeType;
    return kind === undefined ? entry : { ...entry, record: { ...record, kind } };
  };
  for (const folder of ['organisations', 'resources', 'routes']) {
    for (const document of await db.collection(folder).find().toArray()) {
      await db.collection(folder).replaceOne({ _id: document._id }, earlier(document));
      await db
        .collection(folder)
        .updateOne(
          { _id: document._id },
          { $unset: { 'find.organisationType': '', 'find.resourceType': '', 'find.routeType': '' } },
        );
    }
  }
  for (const { _id, entries } of await db.collection('changes').find().toArray()) {
    // Earlier versions called the action RESTORE instead of REVERT.
    const logged = (entries as object[]).map((entry) => ({ ...earlier(entry), action: 'RESTORE' }));
    await db.collection('changes').updateOne({ _id }, { $set: { entries: logged } });
  }
  await db.collection<Named>('state').updateOne({ _id: 'form' }, { $set: { forms: ['of an earlier version'] } });
  const doctor = await cli.run('doctor');
  expect([doctor.exit, doctor.out]).toEqual([
    1,
    expect.stringMatching(/✗ required values .*organisations lack "organisationType"/),
  ]);
  expect((await cli.run('plan')).out).toMatch(/organisationType/);
  expect((await cli.run('seed')).exit).toBe(0);
  const { record } = (await db.collection<Named>('organisations').findOne({ _id: 'agency' }))! as unknown as {
    record: Record<string, unknown>;
  };
  expect([record['organisationType'], 'kind' in record]).toEqual(['EU_AGENCY', false]);
  expect((await cli.run('doctor', '--deep')).out).not.toMatch(/✗/);
  expect((await cli.run('plan')).exit).toBe(0);
  expect((await cli.run('history', 'organisations/agency')).out).toMatch(/\b1 .* REVERT/);
  expect((await cli.run('diff', 'organisations/agency')).exit).toBe(0);
});

test.each([
  ['an entry', () => db.collection<Named>('topics').deleteOne({ _id: 'adverts' })],
  ['figures', () => db.collection('editions').deleteMany({})],
])(
  'a plan reports changes whose projection is incomplete, here without %s, until a server has projected them',
  async (_, lose) => {
    await db.dropDatabase();
    expect((await cli.run('seed')).exit).toBe(0);
    await lose();
    await db.collection<Named>('state').updateOne({ _id: 'projection:1' }, { $set: { sequence: 0 } });
    const plan = await cli.run('plan');
    expect([plan.exit, plan.err]).toEqual([
      1,
      expect.stringMatching(/^The log has changes that queries do not return/),
    ]);
    expect((await cli.run('seed')).exit).toBe(0);
    expect((await cli.run('plan')).exit).toBe(0);
  },
);
