import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { createTestCli, runCliIn, type TestCli } from './test-cli.js';

let database: TestDatabase;
let cli: TestCli;
beforeAll(async () => {
  database = await testDatabase();
  cli = createTestCli({ MONGODB_URI: database.uri, MONGODB_DB: database.name() });
});
afterAll(async () => {
  cli.remove();
  await database.close();
});

interface Finding {
  what: string;
  state: string;
  detail: string;
}

async function findings(): Promise<{ exit: number; of: Map<string, Finding> }> {
  const { exit, out } = await cli.run('doctor', '--json');
  const reported = (JSON.parse(out) as { findings: Finding[] }).findings;
  return { exit, of: new Map(reported.map((finding) => [finding.what.trim(), finding])) };
}

test('doctor finds no fault in an empty database, and prints the command that fills it', async () => {
  const { exit, of } = await findings();
  expect(of.get('content')!.detail).toContain('run "npx signpost seed" to fill it');
  expect(exit).toBe(0);
});

test('doctor finds no fault in a filled database, and prints the number of entries of each kind', async () => {
  await cli.run('seed');
  const { exit, of } = await findings();
  expect([...of.values()].filter(({ state }) => state === 'bad')).toEqual([]);
  expect(of.get('countries')).toMatchObject({ state: 'note', detail: '2' });
  expect(exit).toBe(0);
  expect((await cli.run('doctor')).out).toMatch(
    /^✓ up to date +served entries match the log\n✓ links +every link leads to an entry$/m,
  );
});

test('doctor reports entries that differ from the log, and broken links', async () => {
  const client = await MongoClient.connect(database.uri);
  const served = client.db(database.name());
  await served.collection('organisations').deleteOne({ _id: 'agency' as never });
  await client.close();
  const { exit, of } = await findings();
  expect(of.get('up to date')).toMatchObject({ state: 'bad' });
  expect(of.get('up to date')!.detail).toContain('organisations/agency');
  expect(of.get('links')!.detail).toContain('→ organisations/agency');
  expect(exit).toBe(1);
});

test('doctor exits with 3 if the database is unreachable', async () => {
  const { exit, out } = await runCliIn({ MONGODB_URI: 'mongodb://127.0.0.1:1' }, 'doctor');
  expect(exit).toBe(3);
  expect(out).toMatch(/^✗ database +The database does not respond: 127\.0\.0\.1:1: connection refused;/m);
});

test('doctor --deep reads all data of the embedded database, and reports corrupt data', async () => {
  const newCli = createTestCli();
  try {
    await newCli.run('seed');
    const well = await newCli.run('doctor', '--deep');
    expect(well.out).toMatch(/^✓ deep check +\d+ documents and their indexes are intact$/m);
    expect(well.exit).toBe(0);

    const file = join(newCli.data, 'data.mdb');
    const bytes = readFileSync(file);

    // Corrupts texts of documents, and marks the data folder as not closed cleanly. The database still starts.
    const altered = Buffer.from(bytes);
    for (let index = bytes.indexOf('Greece'); index >= 0; index = bytes.indexOf('Greece', index + 1))
      altered[index]! ^= 32;
    writeFileSync(file, altered);
    writeFileSync(join(newCli.data, 'seal'), 'open');
    const changed = await newCli.run('doctor', '--deep');
    expect(changed.out).toMatch(/^✗ deep check +.*; restore /m);
    expect(changed.exit).not.toBe(0);

    // Corrupts every occurrence of "topics", the name of a collection.
    for (let index = bytes.indexOf('topics'); index >= 0; index = bytes.indexOf('topics', index)) bytes[index]! ^= 1;
    writeFileSync(file, bytes);
    writeFileSync(join(newCli.data, 'seal'), 'open');
    const ill = await newCli.run('doctor', '--deep');
    expect(ill.out).toMatch(/^✗ d.* is corrupted; restore /m);
    expect(ill.exit).not.toBe(0);
  } finally {
    newCli.remove();
  }
});
