import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';
import { createTestCli, openSeeded, readTree, runCliIn, type TestCli } from './test-cli.js';

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
const topic = async (slug: string, of = database) => {
  const [found] = await of.store.entries.currentStates([{ kind: 'Topic', slug }]);
  return found && { status: found.status, revision: found.revision, movedTo: found.movedTo };
};

const served = async (handle: DatabaseHandle, slug: string) =>
  (await handle.store.entries.bySlug('Topic', [slug], null, PUBLIC_VIEW))[0] ?? null;

test('a record that lists its former slug keeps its URLs and history, and links are updated', async () => {
  renameSync(file('topics/adverts.yaml'), file('topics/online-adverts.yaml'));
  const text = readFileSync(file('topics/online-adverts.yaml'), 'utf8');
  writeFileSync(file('topics/online-adverts.yaml'), `${text}formerly: [adverts]\n`);
  // Other records still use the former slug.
  expect(await cli.run('validate')).toMatchObject({ exit: 0 });
  const { out: plan } = await cli.run('plan');
  expect(plan).toContain('~ topics/online-adverts');
  expect(plan).toContain('slug: adverts → online-adverts');
  expect(plan).not.toContain('in the database but not in the folder');
  expect((await cli.run('seed')).exit).toBe(0);

  expect(await topic('adverts')).toEqual({ status: 'RETIRED', revision: 2, movedTo: 'online-adverts' });
  expect(await topic('online-adverts')).toEqual({ status: 'PUBLISHED', revision: 2, movedTo: null });
  const [guide] = await database.store.entries.currentStates([{ kind: 'Resource', slug: 'guide' }]);
  expect(guide!.record['topics']).toEqual(['smuggling', 'online-adverts']);
  const { revisions } = JSON.parse((await cli.run('history', 'topics/online-adverts', '--json')).out) as {
    revisions: { slug: string }[];
  };
  expect(revisions.map(({ slug }) => slug)).toEqual(['online-adverts', 'adverts']);
  expect((await cli.run('plan')).out).toContain('Nothing to do.');
});

test('an export preserves the former slugs in a file, and adds those of renames in the database', async () => {
  const before = readTree(file('topics'));
  await cli.run('rename', 'resources/old-guide', 'first-guide', '--author=Ben');
  expect((await cli.run('export')).exit).toBe(0);
  expect(readFileSync(file('resources/first-guide.yaml'), 'utf8')).toContain('formerly:\n  - old-guide\n');
  expect(readTree(file('topics'))).toEqual(before);
  expect((await cli.run('plan')).out).toContain('Nothing to do.');
  expect((await cli.run('export')).out).toContain('0 files written');
});

test('former slugs in files are seeded into another database', async () => {
  const otherCli = createTestCli();
  try {
    const to = { CONTENT_DIR: cli.seed, DATA_DIR: otherCli.data };
    const database = await openDatabase(readConfig(to));
    expect((await runCliIn(to, 'seed')).exit).toBe(0);
    expect(await topic('adverts', database)).toMatchObject({ status: 'RETIRED', movedTo: 'online-adverts' });
    expect(await served(database, 'adverts')).toMatchObject({ status: 'RETIRED', movedTo: 'online-adverts' });
    expect((await runCliIn(to, 'plan')).out).toContain('Nothing to do.');
    await database.close();
  } finally {
    otherCli.remove();
  }
});

test('the former slug of a draft does not redirect readers', async () => {
  writeFileSync(file('topics/draft.yaml'), 'title: Draft\nscheme: SUBJECT\nstatus: DRAFT\nformerly: [secret]\n');
  expect((await cli.run('seed')).exit).toBe(0);
  expect(await topic('secret')).toMatchObject({ status: 'RETIRED', movedTo: 'draft' });
  expect(await served(database, 'secret')).toBeNull();
  rmSync(file('topics/draft.yaml'));
});

test('a former slug owned by another record is reported', async () => {
  writeFileSync(file('topics/third.yaml'), 'title: Third\nscheme: SUBJECT\nformerly: [smuggling, third, adverts]\n');
  const { out } = await cli.run('validate', file('topics/third.yaml'));
  rmSync(file('topics/third.yaml'));
  const lines = out.split('\n').slice(1, 4);
  expect(lines.map((line) => line.trim().replace(/ {2,}/g, '  '))).toEqual([
    '3:12  formerly[0]  "smuggling" is topics/smuggling  remove it here, or remove topics/smuggling.yaml',
    '3:23  formerly[1]  "third" is already listed  remove it',
    '3:30  formerly[2]  "adverts" is topics/online-adverts  remove it here, or remove topics/online-adverts.yaml',
  ]);
});

/** Returns the former slugs of every entry. Entries with the same first slug have the same id. */
async function formerOf(source: DatabaseHandle): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { name } of source.model.kinds) {
    for await (const { slug, status, formerly } of source.store.entries.all(name)) {
      if (status !== 'RETIRED') found[`${name}/${slug}`] = formerly.join(' ');
    }
  }
  return found;
}

test('renaming a file without listing its former slug is reported, and adds no second entry', async () => {
  const [from, to] = ['leaflets/entwurf', 'leaflets/draft-leaflet'];
  const move = (one: string, other: string) => {
    for (const extension of ['yaml', 'md']) renameSync(file(`${one}.${extension}`), file(`${other}.${extension}`));
  };
  move(from, to);
  const output =
    'has the same content as leaflets/entwurf, which no longer has a file here  write formerly: [entwurf], to keep its address and history; or withdraw it: npx signpost retire leaflets/entwurf';
  for (const verb of [['plan'], ['plan', '--prune'], ['seed']]) {
    expect(await cli.run(...verb)).toMatchObject({ exit: 1, out: expect.stringContaining(output) });
  }
  const text = readFileSync(file(`${to}.yaml`), 'utf8');
  writeFileSync(file(`${to}.yaml`), `${text}formerly: [entwurf]\n`);
  expect((await cli.run('plan')).out).toContain('slug: entwurf → draft-leaflet');
  // A file with other content is a new entry, and so is a copy next to the file with the former name.
  writeFileSync(file(`${to}.yaml`), text.replace(/^title:.*$/m, 'title: Neu'));
  expect((await cli.run('plan')).out).toContain('+ leaflets/draft-leaflet');
  writeFileSync(file(`${to}.yaml`), text);
  writeFileSync(file(`${from}.yaml`), text);
  expect((await cli.run('plan')).out).toContain('+ leaflets/draft-leaflet');
  move(to, from);
  expect((await cli.run('plan')).out).toContain('Nothing to do');
});

test('a database that is seeded from an export or restored from a backup has the same entry ids', async () => {
  for (const [from, to] of [
    ['topics/smuggling', 'smuggling-of-migrants'],
    ['topics/smuggling-of-migrants', 'crossing'],
    ['topics/crossing', 'smuggling-of-migrants'],
    ['organisations/unit', 'a-unit'],
    ['organisations/a-unit', 'unit'],
  ]) {
    expect(await cli.run('rename', from!, to!, '--author=Ben')).toMatchObject({ exit: 0 });
  }
  const before = await formerOf(database);
  expect(before).toMatchObject({
    'Topic/online-adverts': 'adverts',
    'Topic/smuggling-of-migrants': 'smuggling crossing',
    'Organisation/unit': 'unit a-unit',
    'Resource/first-guide': 'old-guide',
    'Resource/guide': '',
  });
  const [fresh, restored] = [createTestCli(), createTestCli()];
  try {
    expect((await cli.run('export', cli.out)).exit).toBe(0);
    expect((await runCliIn({ CONTENT_DIR: cli.out, DATA_DIR: fresh.data }, 'seed')).exit).toBe(0);
    expect((await cli.run('backup', join(cli.out, '..', 'all.backup'))).exit).toBe(0);
    expect((await restored.run('restore', join(cli.out, '..', 'all.backup'))).exit).toBe(0);
    for (const { data } of [fresh, restored]) {
      await using opened = await openDatabase(readConfig({ DATA_DIR: data }));
      expect(await formerOf(opened)).toEqual(before);
      expect(await topic('smuggling', opened)).toMatchObject({ movedTo: 'smuggling-of-migrants' });
    }
    // An export of the new database equals the seeded files.
    const tree = readTree(cli.out);
    expect((await runCliIn({ CONTENT_DIR: cli.out, DATA_DIR: fresh.data }, 'export')).out).toContain('0 files written');
    expect(readTree(cli.out)).toEqual(tree);
  } finally {
    fresh.remove();
    restored.remove();
  }
});

test('a file that uses a former slug of another entry is rejected, with the owner of the slug', async () => {
  expect((await cli.run('export')).exit).toBe(0);
  expect((await cli.run('seed')).out).toContain('nothing to do');
  const { out } = await cli.run('rename', 'topics/online-adverts', 'adverts-online', '--author=Ben');
  expect(out).toContain('adverts-online');
  const put = (name: string, text: string) => writeFileSync(file(`topics/${name}.yaml`), `${text}scheme: SUBJECT\n`);
  put('adverts', 'title: Other\n');
  put('new', 'title: New\nformerly: [other, crossing]\n');
  put('smuggling-of-migrants', 'title: Smuggling\nformerly: [before, smuggling]\n');
  const rejectedSeed = await cli.run('seed');
  expect(rejectedSeed.exit).toBe(1);
  const lines = rejectedSeed.out.split('\n').map((line) => line.trim().replace(/ {2,}/g, '  '));
  for (const message of [
    '1:1  "adverts" is the former slug of topics/adverts-online  run npx signpost export to update the files',
    '2:19  formerly[1]  "crossing" is the former slug of topics/smuggling-of-migrants  remove it',
    '2:12  formerly[0]  topics/smuggling-of-migrants was first called "smuggling"  start with smuggling',
    '2:1  "online-adverts" is the former slug of topics/adverts-online  run npx signpost export to update the files',
  ]) {
    expect(lines).toContain(message);
  }
  expect(await topic('adverts')).toMatchObject({ movedTo: 'adverts-online' });
});

test('a file whose record was renamed in the database is reported with no other error', async () => {
  const newCli = createTestCli();
  const newDatabase = await openSeeded(newCli);
  try {
    expect((await newCli.run('rename', 'routes/central', 'central-route', '--author=Ben')).exit).toBe(0);
    const { exit, out } = await newCli.run('plan');
    const tip = 'run npx signpost export to update the files';
    expect([exit, out.split('\n').slice(1, -1)]).toEqual([
      1,
      [
        `  2:1    "central" is the former slug of routes/central-route  ${tip}`,
        expect.stringMatching(/^1 problem\. Nothing was written\.$/),
      ],
    ]);
    expect((await newCli.run('export')).exit).toBe(0);
    expect((await newCli.run('plan')).out).toContain('Nothing to do.');
  } finally {
    await newDatabase.close();
    newCli.remove();
  }
});
