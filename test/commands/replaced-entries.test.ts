import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';
import { createTestCli, openSeeded, runCliIn, type TestCli } from './test-cli.js';

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

const file = (name: string) => join(cli.seed, name);
const LAW = 'laws/it-act.yaml';
const GUIDE = 'resources/old-guide.yaml';
const MOVED_ENTRY = { status: 'RETIRED', movedTo: 'laws/it-act' };

async function oldGuide(handle: DatabaseHandle) {
  const [newest] = await handle.store.entries.currentStates([{ kind: 'Resource', slug: 'old-guide' }]);
  const [served] = await handle.store.entries.bySlug('Resource', ['old-guide'], null, PUBLIC_VIEW);
  return { newest, served };
}

/** Removes all links to the old guide, because they do not fit the new kind. */
function unlink(): void {
  for (const name of ['resources/guide.yaml', 'leaflets/digital.yaml']) {
    const text = readFileSync(file(name), 'utf8');
    writeFileSync(file(name), text.replace(/^supersedes: old-guide\n|^  - old-guide\n/m, ''));
  }
}

test('a record of another kind replaces an entry, which is retired and redirects to the record', async () => {
  const [law, guide] = [readFileSync(file(LAW), 'utf8'), readFileSync(file(GUIDE), 'utf8')];
  writeFileSync(file(LAW), `formerly: [resources/old-guide]\n${law}`);
  expect((await cli.run('validate')).out).toMatch(
    /formerly +"old-guide" is resources\/old-guide +remove it here, or remove/,
  );

  rmSync(file(GUIDE));
  expect((await cli.run('validate')).out).toContain('resources[1]');
  unlink();
  expect(await cli.run('validate')).toMatchObject({ exit: 0 });
  const { out: plan } = await cli.run('plan', '--prune');
  expect(plan).toContain('~ laws/it-act');
  expect(plan).toContain('formerly: (none) → ["resources/old-guide"]');
  expect(plan).not.toContain('- resources/old-guide');
  expect((await cli.run('seed')).exit).toBe(0);

  const { newest, served } = await oldGuide(database);
  expect(newest).toMatchObject({ ...MOVED_ENTRY, revision: 2 });
  expect(served).toMatchObject({ ...MOVED_ENTRY, record: { title: { en: 'Old guide' } } });
  expect((await cli.run('plan')).out).toContain('Nothing to do.');

  // A record with the former slug is rejected, because its path stays reserved for the redirect.
  writeFileSync(file(GUIDE), guide);
  expect((await cli.run('validate')).exit).toBe(1);
  rmSync(file(GUIDE));
});

test('an export lists a replaced entry under "formerly", also in a new folder and after a rename', async () => {
  expect((await cli.run('export')).out).toContain('0 files written');
  await cli.run('rename', 'laws/it-act', 'italian-act', '--author=Ben');
  expect((await cli.run('export', cli.out)).exit).toBe(0);
  const text = readFileSync(join(cli.out, 'laws/italian-act.yaml'), 'utf8');
  expect(text).toContain('formerly:\n  - it-act\n  - resources/old-guide\n');
  await cli.run('rename', 'laws/italian-act', 'it-act', '--author=Ben');
});

test('redirects in files are seeded into another database', async () => {
  const otherCli = createTestCli();
  try {
    const to = { CONTENT_DIR: cli.seed, DATA_DIR: otherCli.data };
    expect((await runCliIn(to, 'seed')).exit).toBe(0);
    const database = await openDatabase(readConfig(to));
    const { newest, served } = await oldGuide(database);
    await database.close();
    expect(newest).toMatchObject(MOVED_ENTRY);
    expect(served).toMatchObject(MOVED_ENTRY);
    expect((await runCliIn(to, 'plan')).out).toContain('Nothing to do.');
  } finally {
    otherCli.remove();
  }
});

test('validation rejects a replaced entry that two records list as former, and a former path of the same or an unknown kind', async () => {
  const [law, topic] = [readFileSync(file(LAW), 'utf8'), readFileSync(file('topics/smuggling.yaml'), 'utf8')];
  writeFileSync(file('topics/smuggling.yaml'), `formerly: [resources/old-guide]\n${topic}`);
  expect((await cli.run('validate')).out).toContain('"old-guide" is laws/it-act');
  writeFileSync(file(LAW), law.replace(/^formerly:.*\n(?: +- .*\n)*/m, ''));
  expect((await cli.run('plan')).out).toContain('"old-guide" already redirects to laws/it-act');
  writeFileSync(file('topics/smuggling.yaml'), `formerly: [topics/adverts, guides/x]\n${topic}`);
  const { out } = await cli.run('validate');
  expect(out).toMatch(/formerly\[0\] +"topics\/adverts" is not a valid slug/);
  expect(out).toMatch(/formerly\[1\] +"guides\/x" is not a valid slug/);
  writeFileSync(file('topics/smuggling.yaml'), topic);
  writeFileSync(file(LAW), law);
});
