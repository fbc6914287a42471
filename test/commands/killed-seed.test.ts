import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { openDatabase } from '../../src/open-database.js';
import { createTestCli, type TestCli } from './test-cli.js';
import { compiledPath } from '../support/compiled-path.js';

/** Points at which a seed and its database are killed. A point determines a command and the delay after it. */
const POINTS = process.env.LONG ? Array.from({ length: 100 }, (_, point) => point) : [0, 2, 4];

/** Represents the content of a database whose log contains a batch that is not projected yet. */
const LOGGED = 'in the log';

/** Returns the changes that would lead from the database to the valid content; `LOGGED` if a plan is impossible. */
async function databaseContent(cli: TestCli): Promise<string> {
  const { out } = await cli.run('plan', '--prune', '--json', 'test/fixtures/valid');
  if (out.includes('NOT_YET_SERVED')) return LOGGED;
  const { entries } = JSON.parse(out) as { entries: { operation: string; slug: string; changes: unknown[] }[] };
  return JSON.stringify(entries.map(({ operation, slug, changes }) => [operation, slug, changes]));
}

/** Edits a content folder: adds, removes and changes an entry, and changes figures. */
function edit(seed: string): void {
  cpSync(join(seed, 'topics/adverts.yaml'), join(seed, 'topics/new.yaml'));
  rmSync(join(seed, 'country-updates/gr-2024.yaml'));
  appendFileSync(join(seed, 'topics/smuggling.yaml'), 'definition: Defined.\n');
  appendFileSync(join(seed, 'indicators/cases.csv'), 'IT,2022,7,REPORTED,,report-2023,,T\n');
}

/** Applies the plan of the folder, including retirements. Returns the content afterwards. */
async function finish(cli: TestCli): Promise<string> {
  // The commands share the open database.
  await using _database = await openDatabase(readConfig(cli.environment));
  const { plan } = JSON.parse((await cli.run('plan', '--prune', '--json')).out) as { plan: string };
  expect((await cli.run('seed', plan, '--prune=all')).exit).toBe(0);
  return await databaseContent(cli);
}

test('a seed killed together with its database writes everything or nothing, and repeating the seed completes it', async () => {
  const start = createTestCli();
  await start.run('seed');
  const before = await databaseContent(start);
  edit(start.seed);
  const finished = createTestCli();
  cpSync(start.data, finished.data, { recursive: true });
  cpSync(start.seed, finished.seed, { recursive: true });
  rmSync(join(finished.seed, 'country-updates/gr-2024.yaml'));
  const after = await finish(finished);
  expect(after).not.toBe(before);

  const outcomes = new Set<string>();
  for (const point of POINTS) {
    const cli = createTestCli();
    cpSync(start.data, cli.data, { recursive: true });
    const step = process.env.LONG ? point >> 2 : point * 4;
    const script = [
      compiledPath('test/commands/killed-seeder.ts'),
      cli.data,
      start.seed,
      String(step),
      String(point % 4),
    ];
    const child = spawn(process.execPath, script, { stdio: ['ignore', 'inherit', 'inherit'] });
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    expect(['SIGKILL', 0]).toContain(signal ?? code);
    const found = await databaseContent(cli);
    expect([before, after, LOGGED]).toContain(found);
    if (found === LOGGED) await cli.run('seed');
    outcomes.add(`${signal ?? 'finished'} ${found === before ? 'before' : 'after'}`);
    cpSync(start.seed, cli.seed, { recursive: true });
    rmSync(join(cli.seed, 'country-updates/gr-2024.yaml'));
    expect(await finish(cli)).toBe(after);
    cli.remove();
  }
  // At least one seed has to be killed before its write, and one after it.
  expect(outcomes).toContain('SIGKILL before');
  expect(outcomes).toContain('SIGKILL after');
  start.remove();
  finished.remove();
});
