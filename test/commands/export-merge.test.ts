import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';
import { runCli } from '../../src/commands/run-cli.js';
import { readConfig } from '../../src/config.js';
import { STATE_FOLDER } from '../../src/content/sync-state.js';
import { planExport } from '../../src/content/plan-export.js';
import { retireEntry, unpublishEntry } from '../../src/records/lifecycle.js';
import { renameEntry } from '../../src/records/rename-entry.js';
import { saveRecords } from '../../src/records/save-records.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { compiledPath } from '../support/compiled-path.js';
import { createTestCli, readTree, runCliIn, type TestCli } from './test-cli.js';

let server: TestDatabase;
let testCli: TestCli;
let environment: Record<string, string>;
/** The database, to which tests write like a colleague through the API. */
let colleague: DatabaseHandle;
let tests = 0;
beforeAll(async () => void (server = await testDatabase()));
beforeEach(async () => {
  environment = { MONGODB_URI: server.uri, MONGODB_DB: server.name(`export${(tests += 1)}`) };
  testCli = createTestCli(environment);
  expect((await testCli.run('seed')).exit).toBe(0);
  colleague = await openDatabase(readConfig(environment));
});
afterEach(async () => {
  await colleague.close();
  testCli.remove();
});
afterAll(() => server.close());

const commitOptions = { author: 'Ana', message: 'by hand' };
const ADVERTS = {
  title: 'Adverts',
  scheme: 'DIGITAL_USE',
  definition: 'Promoting crossings online.',
  broader: 'smuggling',
};

async function save(kindName: string, slug: string, raw: object, expectedRevision: number): Promise<void> {
  const kind = colleague.model.kind(kindName);
  const record = { kind, slug, raw, originalLocale: null, publish: true, expectedRevision };
  expect(await saveRecords(colleague, [record], commitOptions)).toMatchObject({ outcome: 'WRITTEN' });
}

const command = (kindName: string, slug: string, expectedRevision = 1) => ({
  kind: colleague.model.kind(kindName),
  slug,
  expectedRevision,
});
const retire = async (kindName: string, slug: string, revision = 1) => {
  const retired = { ...command(kindName, slug, revision), links: 'UNLINK' as const };
  expect(await retireEntry(colleague, retired, commitOptions)).toMatchObject({ outcome: 'WRITTEN' });
};

const textOf = (file: string, root = testCli.seed) => readFileSync(join(root, file), 'utf8');
function edit(file: string, from: string, to: string, root = testCli.seed): void {
  expect(textOf(file, root)).toContain(from);
  writeFileSync(join(root, file), textOf(file, root).replace(from, to));
}
const removeSyncState = () => rmSync(join(testCli.seed, '.signpost'), { recursive: true });

test('an export preserves and lists edits in a file that are not seeded yet', async () => {
  edit('topics/adverts.yaml', 'Promoting', '# to be checked\ndefinition: Advertising');
  edit('topics/adverts.yaml', 'definition: # to', '# to');
  edit('leaflets/digital.md', 'The text', 'The better text');
  edit('indicators/cases.csv', 'EU,2022,400', 'EU,2022,401');
  const before = readTree(testCli.seed);
  for (const isRemembered of [true, false]) {
    if (!isRemembered) removeSyncState();
    const { exit, out, err } = await testCli.run('export');
    expect([exit, out]).toEqual([0, `0 files written to ${testCli.seed}, 19 records unchanged.\n`]);
    expect(err).toBe(
      'note: not seeded yet, and unchanged in the files: indicators/cases, leaflets/digital, topics/adverts\n',
    );
    expect(readTree(testCli.seed)).toEqual(before);
  }
  const names = ['indicators/cases', 'leaflets/digital', 'topics/adverts'];
  expect(JSON.parse((await testCli.run('export', '--json')).out)).toMatchObject({ retained: names, kept: names });
  expect((await testCli.run('seed')).out).toBe('3 changed, 16 unchanged; change 2.\n');
});

test("a colleague's changes are merged with unseeded edits, field by field and locale by locale", async () => {
  edit('topics/adverts.yaml', 'title: Adverts', 'title: Advertising # agreed');
  await save('Topic', 'adverts', { ...ADVERTS, definition: 'Promoting crossings.', altLabels: ['ads'] }, 1);
  edit('trends/adverts-rise.yaml', '  - gr\n', '');
  const [trend] = await colleague.store.entries.currentStates([{ kind: 'Trend', slug: 'adverts-rise' }]);
  const summary = { ...(trend!.record.summary as object), fr: 'Plus.' };
  await save('Trend', 'adverts-rise', { ...trend!.record, summary }, 1);

  chmodSync(join(testCli.seed, 'topics/adverts.yaml'), 0o640);
  const { exit, out } = await testCli.run('export');
  expect([exit, out]).toEqual([
    0,
    `~ ${testCli.seed}/topics/adverts.yaml  definition.en, altLabels[0]\n` +
      `~ ${testCli.seed}/trends/adverts-rise.yaml  summary.fr\n` +
      `2 files written to ${testCli.seed}, 17 records unchanged.\n`,
  ]);
  expect(textOf('topics/adverts.yaml')).toContain('title: Advertising # agreed\n');
  expect(statSync(join(testCli.seed, 'topics/adverts.yaml')).mode & 0o777).toBe(0o640);
  expect(textOf('topics/adverts.yaml')).toContain('definition: Promoting crossings.\naltLabels:\n  - ads\n');
  expect(textOf('trends/adverts-rise.yaml')).toContain('fr: Plus.');
  expect(textOf('trends/adverts-rise.yaml')).not.toContain('- gr');
  // The plan undoes no edit in the database, so the seed needs no id of a reviewed plan.
  expect((await testCli.run('seed')).out).toBe('2 changed, 17 unchanged; change 4.\n');
});

test('a field changed in the file and in the database is reported with both texts until it is resolved', async () => {
  edit('topics/adverts.yaml', 'Promoting crossings online.', 'Promoting on the web.');
  await save('Topic', 'adverts', { ...ADVERTS, definition: 'Edited by hand.' }, 1);
  await save('Topic', 'smuggling', { title: 'Human smuggling', scheme: 'SUBJECT' }, 1);
  const rejectedExport = await testCli.run('export');
  expect(rejectedExport.exit).toBe(1);
  expect(rejectedExport.out).toContain(
    [
      `${testCli.seed}/topics/adverts.yaml:4  definition.en  differs from the database, where it was changed too`,
      '    in the file:      Promoting on the web.',
      '    in the database:  Edited by hand.',
      `1 file written to ${testCli.seed}, 17 records unchanged.`,
      '1 conflict: the file keeps its text until you decide.',
    ].join('\n'),
  );
  expect(textOf('topics/smuggling.yaml')).toContain('Human smuggling');
  const { conflicts, written } = JSON.parse((await testCli.run('export', '--json')).out) as Record<string, object[]>;
  expect(conflicts).toMatchObject([
    { path: 'definition.en', line: 4, inFile: 'Promoting on the web.', inDatabase: 'Edited by hand.' },
  ]);
  expect(written).toHaveLength(0);

  // Both edits are merged in the file, so the reviewed plan may be applied.
  edit('topics/adverts.yaml', 'Promoting on the web.', 'Promoting on the web, edited by hand.');
  expect((await testCli.run('export')).exit).toBe(1);
  const { plan } = JSON.parse((await testCli.run('plan', '--json')).out) as { plan: string };
  expect((await testCli.run('seed', plan)).exit).toBe(0);
  expect((await testCli.run('export')).exit).toBe(0);

  // A conflict also ends when the file gets the text of the database.
  await save('Topic', 'adverts', { ...ADVERTS, definition: 'Edited again.' }, 3);
  edit('topics/adverts.yaml', 'Promoting on the web, edited by hand.', 'My own.');
  expect((await testCli.run('export')).exit).toBe(1);
  edit('topics/adverts.yaml', 'My own.', 'Edited again.');
  expect((await testCli.run('export')).exit).toBe(0);
  expect((await testCli.run('seed')).out).toContain('nothing to do');
});

test('resetting a text to its former value in a file counts as an edit', async () => {
  edit('topics/adverts.yaml', 'Promoting crossings online.', 'Another.');
  await testCli.run('seed');
  edit('topics/adverts.yaml', 'Another.', 'Promoting crossings online.');
  expect((await testCli.run('export')).err).toContain('unchanged in the files: topics/adverts');
  expect(textOf('topics/adverts.yaml')).toContain('Promoting crossings online.');
});

test('an export into a clone without sync state writes changes, preserves unseeded edits, and creates the sync state', async () => {
  removeSyncState();
  await save('Topic', 'adverts', { ...ADVERTS, definition: 'Edited by hand.' }, 1);
  edit('topics/smuggling.yaml', 'en: Smuggling', 'en: All smuggling');
  expect((await testCli.run('export')).exit).toBe(0);
  expect(textOf('topics/adverts.yaml')).toContain('Edited by hand.');
  expect(textOf('topics/smuggling.yaml')).toContain('en: All smuggling');

  const clone = join(testCli.out, 'clone');
  cpSync(testCli.seed, clone, { recursive: true });
  edit('topics/adverts.yaml', 'Edited by hand.', 'Of the clone.', clone);
  await save('Topic', 'adverts', { ...ADVERTS, definition: 'Edited again.' }, 2);
  expect((await testCli.run('export')).exit).toBe(0);
  expect(textOf('topics/adverts.yaml')).toContain('Edited again.');
  // The clone has a separate sync state.
  expect((await testCli.run('export', clone)).exit).toBe(1);
  expect(textOf('topics/adverts.yaml', clone)).toContain('Of the clone.');
  expect(readFileSync(join(testCli.seed, '.signpost/.gitignore'), 'utf8')).toBe('*\n');
});

test('an export preserves edits that were not seeded into its database, even if they were seeded into another one', async () => {
  const other = { ...environment, MONGODB_DB: server.name('other'), CONTENT_DIR: testCli.seed };
  edit('topics/adverts.yaml', 'Promoting crossings online.', 'Seeded elsewhere.');
  expect((await runCliIn(other, 'seed')).exit).toBe(0);
  expect((await testCli.run('export')).exit).toBe(0);
  expect(textOf('topics/adverts.yaml')).toContain('Seeded elsewhere.');
});

test('an export removes the files of retired and renamed entries and of deleted texts, and preserves all others', async () => {
  await retire('CountryUpdate', 'gr-2024');
  const to = { ...command('Topic', 'adverts'), to: 'advertising' };
  expect(await renameEntry(colleague, to, commitOptions)).toMatchObject({ outcome: 'WRITTEN' });
  edit('topics/adverts.yaml', 'title: Adverts', '# by Ana\ntitle: Advertising');
  const [leaflet] = await colleague.store.entries.currentStates([{ kind: 'Leaflet', slug: 'digital' }]);
  const { en } = leaflet!.record.body as { en: string };
  await save('Leaflet', 'digital', { ...leaflet!.record, body: { en } }, leaflet!.revision);
  writeFileSync(join(testCli.seed, 'topics/new.yaml'), 'title: New\nscheme: SUBJECT\n');

  const { exit, out, err } = await testCli.run('export');
  expect(exit).toBe(0);
  expect(out).toContain(`- ${testCli.seed}/country-updates/gr-2024.yaml\n`);
  expect(out).toContain(`- ${testCli.seed}/leaflets/digital.fr.md\n`);
  expect(out).toContain(`+ ${testCli.seed}/topics/advertising.yaml\n- ${testCli.seed}/topics/adverts.yaml\n`);
  expect(err).toContain('warning: topics/new is in the folder but not in the database');
  const files = Object.keys(readTree(testCli.seed));
  for (const gone of ['country-updates/gr-2024.yaml', 'leaflets/digital.fr.md', 'topics/adverts.yaml']) {
    expect(files).not.toContain(gone);
  }
  expect(files).toEqual(expect.arrayContaining(['topics/advertising.yaml', 'topics/new.yaml', 'leaflets/digital.md']));
  expect(textOf('topics/advertising.yaml')).toContain('# by Ana\nformerly:\n  - adverts\ntitle: Advertising\n');
  // After the export, a seed applies only the changes of the files.
  const seeded = await testCli.run('seed');
  expect([seeded.exit, seeded.err]).toEqual([0, '']);
  expect(seeded.out).toMatch(/^1 created, 1 changed, /);
});

/** Renames all files of a record and lists its former slug, like an editor. */
function renameFile(from: string, to: string): void {
  const folder = join(testCli.seed, from, '..');
  for (const name of readdirSync(folder).filter((each) => each.startsWith(`${basename(from)}.`))) {
    renameSync(join(folder, name), join(folder, name.replace(basename(from), basename(to))));
  }
  writeFileSync(join(testCli.seed, `${to}.yaml`), `${textOf(`${to}.yaml`)}formerly: [${basename(from)}]\n`);
}

test('a record renamed only in its folder keeps the new name and is updated', async () => {
  renameFile('topics/adverts', 'topics/ads');
  renameFile('indicators/cases', 'indicators/files');
  edit('topics/ads.yaml', 'title: Adverts', 'title: Advertising');
  edit('indicators/files.csv', 'EU,2022,400', 'EU,2022,401');
  await save('Topic', 'adverts', { ...ADVERTS, definition: 'Edited by hand.' }, 1);
  expect((await testCli.run('seed')).exit).toBe(1);
  expect(await testCli.run('export')).toMatchObject({
    exit: 0,
    out: expect.stringMatching(/^~ .*topics\/ads\.yaml {2}definition\.en\n1 file written/),
    err: expect.not.stringContaining('not in the database'),
  });
  const files = Object.keys(readTree(testCli.seed)).filter((name) => /adverts\.|ads|indicators/.test(name));
  expect(files).toEqual(['indicators/files.csv', 'indicators/files.yaml', 'topics/ads.yaml']);
  expect(textOf('topics/ads.yaml')).toContain('title: Advertising\n');
  expect(textOf('topics/ads.yaml')).toContain('definition: Edited by hand.\n');
  expect((await testCli.run('export')).out).toContain('0 files written');
  await save('Topic', 'adverts', { ...ADVERTS, definition: 'Edited again.' }, 2);
  edit('topics/ads.yaml', 'Edited by hand.', 'Edited in the file.');
  expect(await testCli.run('export')).toMatchObject({ exit: 1, out: expect.stringContaining('Edited again.') });
  edit('topics/ads.yaml', 'Edited in the file.', 'Edited by hand.');
  expect((await testCli.run('export', join(testCli.seed, 'topics/ads.yaml'))).exit).toBe(0);
  expect(textOf('topics/ads.yaml')).toContain('definition: Edited again.\n');
  expect(await testCli.run('seed')).toMatchObject({ exit: 0, err: '' });
  expect((await testCli.run('export')).out).toContain('0 files written');
});

test('a record renamed both in its folder and in the database gets the name of the database', async () => {
  renameFile('topics/adverts', 'topics/ads');
  edit('topics/ads.yaml', 'title: Adverts', 'title: Advertising');
  const to = { ...command('Topic', 'adverts'), to: 'promotion' };
  expect(await renameEntry(colleague, to, commitOptions)).toMatchObject({ outcome: 'WRITTEN' });
  expect((await testCli.run('seed')).exit).toBe(1);
  expect(await testCli.run('export')).toMatchObject({ exit: 0 });
  expect(Object.keys(readTree(testCli.seed)).filter((name) => /topics\/(ad|pro)/.test(name))).toEqual([
    'topics/promotion.yaml',
  ]);
  expect(textOf('topics/promotion.yaml')).toContain('title: Advertising\n');
  expect(await testCli.run('seed')).toMatchObject({ exit: 0, err: '' });
});

test('the recipe file of a renamed indicator is renamed with it', async () => {
  const recipe = '# Ours.\npublisher: The Agency\nurl: https://example.org/cases.csv\nlicence: CC BY 4.0\n';
  writeFileSync(join(testCli.seed, 'indicators/cases.recipe.yaml'), recipe);
  expect(
    await renameEntry(colleague, { ...command('Indicator', 'cases'), to: 'cases-of-smuggling' }, commitOptions),
  ).toMatchObject({ outcome: 'WRITTEN' });
  expect((await testCli.run('export')).exit).toBe(0);
  expect(textOf('indicators/cases-of-smuggling.recipe.yaml')).toBe(recipe);
  expect(Object.keys(readTree(testCli.seed)).filter((name) => name.startsWith('indicators/cases.'))).toEqual([]);
  expect((await testCli.run('export')).out).toContain('0 files written');
});

test('an export is rejected if the file of a retired entry was edited; the error names the file', async () => {
  await retire('CountryUpdate', 'gr-2024');
  edit('country-updates/gr-2024.yaml', 'title: ', 'title: Edited ');
  const rejectedExport = await testCli.run('export');
  expect([rejectedExport.exit, rejectedExport.out.split('\n')[0]]).toEqual([
    1,
    `${testCli.seed}/country-updates/gr-2024.yaml was edited, but the entry was withdrawn from the database`,
  ]);
  rmSync(join(testCli.seed, 'country-updates/gr-2024.yaml'));
  expect((await testCli.run('export')).exit).toBe(0);
});

test('an unreadable file is skipped, and blocks the export only if its record changed in the database', async () => {
  writeFileSync(join(testCli.seed, 'topics/adverts.yaml'), 'title: [Half\n');
  expect((await testCli.run('export')).exit).toBe(0);
  expect(textOf('topics/adverts.yaml')).toBe('title: [Half\n');
  await save('Topic', 'adverts', { ...ADVERTS, definition: 'Edited by hand.' }, 1);
  const { exit, out } = await testCli.run('export');
  expect([exit, out]).toMatchObject([1, expect.stringContaining('topics/adverts.yaml has problems')]);
  expect(textOf('topics/adverts.yaml')).toBe('title: [Half\n');
});

test('an export is rejected if figures were changed in the file and in the database, with the first different line', async () => {
  edit('indicators/cases.csv', 'EU,2022,400', 'EU,2022,401');
  const otherFolder = join(testCli.out, 'elsewhere');
  cpSync('test/fixtures/valid', otherFolder, { recursive: true });
  edit('indicators/cases.csv', 'EU,2022,400', 'EU,2022,402', otherFolder);
  expect((await testCli.run('seed', '--dir', otherFolder)).exit).toBe(0);
  const { exit, out } = await testCli.run('export');
  expect([exit, out]).toMatchObject([
    1,
    expect.stringMatching(/in the file: .*EU,2022,401.*\n.*in the database: .*EU,2022,402/),
  ]);
  edit('indicators/cases.csv', 'EU,2022,401', 'EU,2022,400');
  expect((await testCli.run('export')).out).toContain(`~ ${testCli.seed}/indicators/cases.csv\n1 file written`);
  expect(textOf('indicators/cases.csv')).toContain('EU,2022,402');
});

test('an export writes only into its folder', async () => {
  const partialFolder = join(testCli.out, 'leaflets');
  expect((await testCli.run('export', partialFolder)).exit).toBe(0);
  expect(readdirSync(testCli.out).sort()).toEqual(['.signpost', 'leaflets']);
  expect(readdirSync(partialFolder)).toHaveLength(5);
  rmSync(testCli.out, { recursive: true });
  expect((await testCli.run('export', join(testCli.out, 'leaflets/digital.yaml'))).exit).toBe(0);
  expect(Object.keys(readTree(testCli.out))).toEqual([
    'leaflets/digital.fr.md',
    'leaflets/digital.md',
    'leaflets/digital.yaml',
  ]);

  const otherFolder = join(testCli.out, 'project');
  mkdirSync(join(otherFolder, 'src'), { recursive: true });
  const rejectedExport = await testCli.run('export', otherFolder);
  expect([rejectedExport.exit, rejectedExport.err]).toEqual([
    2,
    `"${otherFolder}" is not a content folder: it contains src. Name an empty folder, or a new one.\n`,
  ]);

  const outsideFolder = mkdtempSync(join(tmpdir(), 'signpost-outside-'));
  const leading = join(testCli.out, 'leading');
  mkdirSync(join(leading, 'leaflets'), { recursive: true });
  symlinkSync(outsideFolder, join(leading, 'topics'));
  expect((await testCli.run('export', leading)).err).toContain('points outside the content folder');
  expect(readdirSync(outsideFolder)).toEqual([]);
  rmSync(outsideFolder, { recursive: true });
});

test('an export does not replace a file that has the name of an exported file and belongs to no record', async () => {
  rmSync(join(testCli.seed, 'leaflets/digital.yaml'));
  writeFileSync(join(testCli.seed, 'leaflets/digital.md'), 'Something else.\n');
  const { exit, out } = await testCli.run('export');
  expect([exit, out]).toMatchObject([
    1,
    expect.stringContaining('digital.md already exists, but is not a file of this record'),
  ]);
  expect(textOf('leaflets/digital.md')).toBe('Something else.\n');
});

test('a dry run of an export lists the files it would write, and writes nothing, not even the sync state', async () => {
  const { exit, out } = await testCli.run('export', '--dry-run', testCli.out);
  expect([exit, out]).toMatchObject([0, expect.stringContaining(`24 files would be written to ${testCli.out}`)]);
  expect(existsSync(testCli.out)).toBe(false);
  await unpublishEntry(colleague, command('Leaflet', 'digital'), commitOptions);
  // Creates a staged file, as a concurrent export does.
  const staged = join(testCli.seed, STATE_FOLDER, 'staged');
  mkdirSync(staged, { recursive: true });
  writeFileSync(join(staged, '0'), 'Half of a text');
  const before = readTree(testCli.seed);
  expect((await testCli.run('export', '--dry-run')).out).toContain(
    `~ ${testCli.seed}/leaflets/digital.yaml  status\n1 file would be`,
  );
  expect(readTree(testCli.seed)).toEqual(before);
  expect(readFileSync(join(staged, '0'), 'utf8')).toBe('Half of a text');
});

test('an export lists the files that it will write before it writes them', async () => {
  await save('Topic', 'adverts', { ...ADVERTS, definition: 'Edited by hand.' }, 1);
  const textsThen: string[] = [];
  const out = (text: string) => void (text.startsWith('~ ') && textsThen.push(textOf('topics/adverts.yaml')));
  const exit = await runCli(['export'], {
    terminal: { out, err: () => {}, isInteractive: false },
    environment: { CONTENT_DIR: testCli.seed, ...environment },
    stopSignal: () => new AbortController().signal,
  });
  expect([exit, textsThen]).toEqual([0, [readFileSync('test/fixtures/valid/topics/adverts.yaml', 'utf8')]]);
  expect(textOf('topics/adverts.yaml')).toContain('Edited by hand.');
});

test('a file saved during an export is not replaced, and the sync state contains only earlier content', async () => {
  await save('Topic', 'adverts', { ...ADVERTS, definition: 'Edited by hand.' }, 1);
  await save('Topic', 'smuggling', { title: 'Human smuggling', scheme: 'SUBJECT' }, 1);
  const plan = await planExport(testCli.seed, colleague);
  edit('topics/smuggling.yaml', 'title:', '# just now\ntitle:');
  expect(() => plan.apply()).toThrow('was changed by another program in the meantime. Export again.');
  expect(textOf('topics/smuggling.yaml')).toContain('# just now');
  expect(readdirSync(join(testCli.seed, '.signpost')).sort()).toEqual(['.gitignore', 'base.json']);
  edit('topics/adverts.yaml', 'Edited by hand.', 'Edited in the file.');
  expect(await testCli.run('export')).toMatchObject({ exit: 0, err: expect.stringContaining('topics/adverts\n') });
  expect(textOf('topics/adverts.yaml')).toContain('Edited in the file.');
});

test("concurrent exports do not remove each other's temporary files", async () => {
  const [first, second] = [await planExport(testCli.out, colleague), await planExport(testCli.out, colleague)];
  first.apply();
  second.apply();
  expect(readdirSync(join(testCli.out, '.signpost')).sort()).toEqual(['.gitignore', 'base.json']);
  expect((await testCli.run('export', testCli.out)).out).toBe(
    `0 files written to ${testCli.out}, 19 records unchanged.\n`,
  );
  const [older, newer] = [await planExport(testCli.seed, colleague), await planExport(testCli.seed, colleague)];
  older.apply();
  newer.discard();
});

test("the publication time of a colleague's draft is exported, unless the file has another one", async () => {
  edit('topics/adverts.yaml', 'scheme:', '# for the spring\nstatus: DRAFT\nscheme:');
  await testCli.run('seed');
  const at = (time: string) => testCli.run('publish', 'topics/adverts', `--at=${time}`);
  expect((await at('2127-01-31T09:00:00Z')).exit).toBe(0);
  expect((await testCli.run('export')).out).toContain(`~ ${testCli.seed}/topics/adverts.yaml  publishAt\n`);
  expect(textOf('topics/adverts.yaml')).toContain('publishAt: 2127-01-31T09:00:00Z\n');
  expect(textOf('topics/adverts.yaml')).not.toContain('status:');
  expect((await testCli.run('seed')).out).toBe('19 unchanged; nothing to do.\n');

  edit('topics/adverts.yaml', '2127-01-31', '2127-02-28');
  expect(await testCli.run('export')).toMatchObject({ exit: 0, err: expect.stringContaining('not seeded yet') });
  const clone = join(testCli.out, 'clone');
  cpSync(testCli.seed, clone, { recursive: true });
  rmSync(join(clone, STATE_FOLDER), { recursive: true });
  expect(await testCli.run('export', clone)).toMatchObject({ exit: 1, out: expect.stringContaining('publishAt') });
  rmSync(testCli.out, { recursive: true });
  expect((await testCli.run('seed')).out).toContain('1 changed');
  expect((await testCli.run('export')).out).toBe(`0 files written to ${testCli.seed}, 19 records unchanged.\n`);

  // The file contains a draft that is newer than the scheduled revision.
  expect((await at('2127-01-31T09:00:00Z')).exit).toBe(0);
  const [topic] = await colleague.store.entries.currentStates([{ kind: 'Topic', slug: 'adverts' }]);
  const kind = colleague.model.kind('Topic');
  const raw = { ...topic!.record, altLabels: ['drafted'] };
  const draft = { kind, slug: 'adverts', raw, originalLocale: null, publish: false, expectedRevision: topic!.revision };
  expect(await saveRecords(colleague, [draft], commitOptions)).toMatchObject({ outcome: 'WRITTEN' });
  const { err } = await testCli.run('export', testCli.out);
  expect(err).toBe(
    'warning: an earlier revision of topics/adverts is scheduled for publication, which the files do not show\n',
  );
  expect(textOf('topics/adverts.yaml', testCli.out)).toContain('status: DRAFT\n');
});

/** In a long run an export is killed before every call that moves or removes a file; otherwise before every fourth. */
const KILL_STEP = process.env.LONG ? 1 : 4;

/** Runs an export that is killed after some calls that move or remove a file. Returns whether it was killed. */
function killExport(folder: string, calls: number): boolean {
  const script = [compiledPath('test/commands/killed-exporter.ts'), folder, String(calls)];
  const env = { ...process.env, ...environment };
  const { status, signal } = spawnSync(process.execPath, script, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  expect(signal ?? status).toBe(signal === null ? 0 : 'SIGKILL');
  return signal !== null;
}

test('seeding after a killed export reverts no change, wherever the export was killed', async () => {
  await save('Topic', 'smuggling', { title: 'Human smuggling', scheme: 'SUBJECT' }, 1);
  await save('Topic', 'adverts', { ...ADVERTS, definition: 'Edited by hand.' }, 1);
  const [leaflet] = await colleague.store.entries.currentStates([{ kind: 'Leaflet', slug: 'digital' }]);
  const { body: _body, ...bodiless } = leaflet!.record;
  await save('Leaflet', 'digital', { ...bodiless, summary: { en: 'Edited by hand.' } }, 1);
  const files = ['topics/adverts.yaml', 'topics/smuggling.yaml', 'leaflets/digital.yaml', 'leaflets/digital.md'];
  const referenceFolder = join(testCli.out, 'wanted');
  cpSync(testCli.seed, referenceFolder, { recursive: true });
  await testCli.run('export', referenceFolder);
  const after = readTree(referenceFolder);
  const arrivals = new Set<string>();
  for (let calls = 0; ; calls += KILL_STEP) {
    const killed = join(testCli.out, `killed${calls}`);
    cpSync(testCli.seed, killed, { recursive: true });
    const isKilled = killExport(killed, calls);
    const found = readTree(killed);
    const [adverts, smuggling, yaml, body] = files.map((name) => found[name] === after[name]);
    arrivals.add([adverts, smuggling, yaml, body].map(Number).join(''));
    if (adverts) edit('topics/adverts.yaml', 'Edited by hand.', 'Edited in the file.', killed);
    if (smuggling) edit('topics/smuggling.yaml', 'Human smuggling', 'Smuggling of people', killed);
    if (yaml && body) edit('leaflets/digital.yaml', 'Edited by hand.', 'Edited in the file.', killed);
    const { entries } = JSON.parse((await testCli.run('plan', killed, '--json')).out) as {
      entries: { slug: string; changes: { changedBy: string }[] }[];
    };
    const changedBy = (slug: string) => {
      const { changes = [] } = entries.find((each) => each.slug === slug) ?? {};
      return [...new Set(changes.map((change) => change.changedBy))];
    };
    expect(changedBy('adverts')).toEqual([adverts ? 'FILES' : 'DATABASE']);
    expect(changedBy('smuggling')).toEqual([smuggling ? 'FILES' : 'DATABASE']);
    if (yaml && body) expect(changedBy('digital')).toEqual(['FILES']);
    // A repeated export deletes no edits and restores no removed files.
    expect(await testCli.run('export', killed)).toMatchObject({ exit: 0 });
    expect(existsSync(join(killed, 'leaflets/digital.md'))).toBe(false);
    expect(readdirSync(join(killed, '.signpost')).sort()).toEqual(['.gitignore', 'base.json']);
    if (!isKilled) break;
  }
  // At least one export has to be killed in the middle.
  expect(arrivals.size).toBeGreaterThan(process.env.LONG ? 3 : 2);
});

test('a killed export leaves each file either old or new, and repeating the export completes it', async () => {
  for (const slug of ['adverts', 'smuggling']) {
    const [topic] = await colleague.store.entries.currentStates([{ kind: 'Topic', slug }]);
    await save('Topic', slug, { ...topic!.record, altLabels: ['changed'] }, 1);
  }
  await retire('CountryUpdate', 'gr-2024');
  const before = readTree(testCli.seed);
  const after = join(testCli.out, 'after');
  cpSync(testCli.seed, after, { recursive: true });
  await testCli.run('export', after);
  const expectedTree = readTree(after);
  const outcomes = new Set<number>();
  for (const calls of process.env.LONG ? [0, 1, 2, 3, 4, 5, 6, 7, 8] : [2]) {
    const killed = join(testCli.out, `killed${calls}`);
    cpSync(testCli.seed, killed, { recursive: true });
    killExport(killed, calls);
    const found = readTree(killed);
    const names = new Set([...Object.keys(before), ...Object.keys(expectedTree)]);
    for (const name of names) expect([before[name], expectedTree[name]]).toContain(found[name]);
    outcomes.add([...names].filter((name) => found[name] !== before[name]).length);
    expect((await testCli.run('export', killed)).exit).toBe(0);
    expect(readTree(killed)).toEqual(expectedTree);
    expect(readdirSync(join(killed, '.signpost')).sort()).toEqual(['.gitignore', 'base.json']);
  }
  // At least one export has to be killed in the middle.
  expect([...outcomes].some((count) => count > 0 && count < 3)).toBe(true);
});
