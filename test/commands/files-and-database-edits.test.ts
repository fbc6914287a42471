import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planFolder } from '../../src/content/plan-folder.js';
import { applyPlan, recordPendingSeed } from '../../src/content/seed-database.js';
import { openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { SEED_AUTHOR } from '../../src/model/seed-author.js';
import { saveRecords } from '../../src/records/save-records.js';
import { compiledPath } from '../support/compiled-path.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { createTestCli, runCliIn, type TestCli } from './test-cli.js';

let server: TestDatabase;
let cli: TestCli;
let tests = 0;
beforeAll(async () => void (server = await testDatabase()));
beforeEach(() => {
  cli = createTestCli({ MONGODB_URI: server.uri, MONGODB_DB: server.name(`masters${(tests += 1)}`) });
});
afterAll(() => server.close());
afterEach(() => cli.remove());

/** Saves a topic in the database, like an editor through the API. */
async function edit(slug: string, raw: object, expectedRevision: number, publish = true): Promise<void> {
  await using database = await openDatabase(readConfig(cli.environment));
  const kind = database.model.kind('Topic');
  const record = { kind, slug, raw, originalLocale: null, publish, expectedRevision };
  const result = await saveRecords(database, [record], { author: 'Ana', message: 'by hand' });
  expect(result.outcome).toBe('WRITTEN');
}

function change(file: string, from: string, to: string): void {
  const path = join(cli.seed, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const adverts = { title: 'Adverts', scheme: 'DIGITAL_USE', definition: 'Edited by hand.', broader: 'smuggling' };

test('a plan shows which fields were changed in the files, in the database, and in both', async () => {
  await cli.run('seed');
  await edit('adverts', { ...adverts, altLabels: ['ads'] }, 1);
  change('topics/adverts.yaml', 'title: Adverts', 'title: Advertising');
  change('topics/adverts.yaml', 'Promoting crossings online.', 'Promoting crossings on the web.');
  const { out } = await cli.run('plan', '--json');
  const { plan, entries } = JSON.parse(out) as {
    plan: string;
    entries: { slug: string; edited: object; changes: { path: string; changedBy: string }[] }[];
  };
  const planned = entries.find(({ slug }) => slug === 'adverts')!;
  expect(planned.edited).toMatchObject({ revision: 2, author: 'Ana', message: 'by hand' });
  expect(planned.changes.map(({ path, changedBy }) => `${path} ${changedBy}`)).toEqual([
    'title.en FILES',
    'definition.en BOTH',
    'altLabels[0] DATABASE',
  ]);
  const text = (await cli.run('plan')).out;
  expect(text).toContain('edited in the database since (revision 2, Ana, ');
  expect(text).toContain('! changed in the database only: it would be undone');

  const rejectedSeed = await cli.run('seed');
  expect([rejectedSeed.exit, rejectedSeed.out]).toEqual([1, '']);
  expect(rejectedSeed.err).toContain('would undo edits in the database: topics/adverts');
  // A plan whose id is given counts as reviewed, and may be applied.
  expect((await cli.run('seed', plan)).exit).toBe(0);
});

test('database edits are exported to the files, and a plan then reverts nothing', async () => {
  await cli.run('seed');
  await edit('adverts', adverts, 1);
  expect((await cli.run('seed')).exit).toBe(1);
  await cli.run('export');
  expect(readFileSync(join(cli.seed, 'topics/adverts.yaml'), 'utf8')).toContain('Edited by hand.');
  expect((await cli.run('seed')).out).toContain('nothing to do');
});

test('an export does not rewrite unchanged fields or their comments', async () => {
  change(
    'topics/adverts.yaml',
    'scheme: DIGITAL_USE',
    '# agreed in June\nscheme: DIGITAL_USE # not SUBJECT\n# to be shortened',
  );
  change('topics/adverts.yaml', 'title: Adverts', '# by Ana\n\ntitle: Adverts');
  await cli.run('seed');
  await edit('adverts', adverts, 1);
  await cli.run('export');
  expect(readFileSync(join(cli.seed, 'topics/adverts.yaml'), 'utf8')).toBe(
    [
      '# yaml-language-server: $schema=../.schema/topic.json',
      '# by Ana',
      '',
      'title: Adverts',
      '# agreed in June',
      'scheme: DIGITAL_USE # not SUBJECT',
      '# to be shortened',
      'definition: Edited by hand.',
      'broader: smuggling',
      '',
    ].join('\n'),
  );
  const before = readFileSync(join(cli.seed, 'topics/adverts.yaml'), 'utf8');
  expect((await cli.run('export')).out).toContain('0 files written');
  expect(readFileSync(join(cli.seed, 'topics/adverts.yaml'), 'utf8')).toBe(before);
});

test('status: DRAFT in the file of a published record unpublishes it', async () => {
  await cli.run('seed');
  change('leaflets/digital.yaml', 'title: Digital leaflet', 'status: DRAFT\ntitle: Digital leaflet');
  expect((await cli.run('seed')).exit).toBe(0);
  await using database = await openDatabase(readConfig(cli.environment));
  const [publicLeaflet] = await database.store.entries.bySlug('Leaflet', ['digital'], null, {
    role: 'READER',
    preview: false,
  });
  expect(publicLeaflet).toBeNull();
});

test('commands can write to the embedded database while another process has it open', async () => {
  const newCli = createTestCli();
  const database = await openDatabase(readConfig(newCli.environment));
  try {
    expect((await newCli.run('seed')).out).toMatch(/^19 created; change 1\.\n/);
    expect((await newCli.run('token', 'create', '--name', 'Ana')).exit).toBe(0);
    expect(await database.store.tokens.all()).toMatchObject([{ name: 'Ana', role: 'EDITOR' }]);
  } finally {
    await database.close();
  }
  expect((await newCli.run('seed')).out).toContain('nothing to do');
  newCli.remove();
});

test('a slug or status changed in the files reverts no database edit', async () => {
  await cli.run('seed');
  await edit('adverts', adverts, 1);
  await cli.run('export');
  const text = readFileSync(join(cli.seed, 'topics/adverts.yaml'), 'utf8');
  rmSync(join(cli.seed, 'topics/adverts.yaml'));
  writeFileSync(join(cli.seed, 'topics/ads.yaml'), `${text}status: DRAFT\nformerly: [adverts]\n`);
  const { out } = await cli.run('plan');
  expect(out).toContain('slug: adverts → ads');
  expect(out).not.toContain('it would be undone');
  expect(await cli.run('seed')).toMatchObject({
    exit: 0,
    out: expect.stringMatching(/^5 changed, 14 unchanged; change 3\.\n/),
  });
  // The files would undo the publication, which is not in them.
  await cli.run('publish', 'topics/ads');
  expect((await cli.run('plan')).out).toContain('it would be undone');
  expect((await cli.run('seed')).exit).toBe(1);
});

interface Change {
  changedBy: string;
}

/** Returns the planned changes of an entry: each field, with where it was changed (files, database or both). */
async function planLines(slug: string, ...options: string[]): Promise<string[]> {
  const { out } = await cli.run('plan', ...options, '--json');
  const { entries } = JSON.parse(out) as {
    entries: { slug: string; figures: Change | null; changes: (Change & { path: string })[] }[];
  };
  const { changes, figures } = entries.find((each) => each.slug === slug)!;
  const allChanges = [...changes, ...(figures ? [{ path: 'figures', ...figures }] : [])];
  return allChanges.map(({ path, changedBy }) => `${path} ${changedBy}`);
}

const removeSyncState = () => rmSync(join(cli.seed, '.signpost'), { recursive: true });

test('an exported field that is changed in its file is planned as a change of the file', async () => {
  await cli.run('seed');
  await edit('adverts', adverts, 1);
  await cli.run('export', join(cli.seed, 'topics/adverts.yaml'));
  change('topics/adverts.yaml', 'Edited by hand.', 'Edited in the file.');
  expect(await planLines('adverts')).toEqual(['definition.en FILES']);
  expect((await cli.run('plan')).out).not.toContain('edited in the database since');
  expect(await cli.run('seed')).toMatchObject({ exit: 0, err: '' });
});

test('database edits after an export are compared with the exported state', async () => {
  await cli.run('seed');
  await edit('adverts', adverts, 1);
  await cli.run('export');
  await edit('adverts', { ...adverts, definition: 'Edited again.', altLabels: ['ads'] }, 2);
  change('topics/adverts.yaml', 'Edited by hand.', 'Edited in the file.');
  change('topics/adverts.yaml', 'title: Adverts', 'title: Advertising');
  expect(await planLines('adverts')).toEqual(['title.en FILES', 'definition.en BOTH', 'altLabels[0] DATABASE']);
  expect((await cli.run('plan')).out).toContain('edited in the database since (revision 3, Ana, ');
  expect((await cli.run('seed')).exit).toBe(1);
});

test('an export of one folder creates no merge base for the entries of another folder', async () => {
  await cli.run('seed');
  await edit('adverts', adverts, 1);
  await cli.run('export', join(cli.seed, 'leaflets'));
  change('topics/adverts.yaml', 'Promoting crossings online.', 'Edited in the file.');
  expect(await planLines('adverts')).toEqual(['definition.en BOTH']);
});

test('a content folder stores sync states of four databases; for others, the last seed is the merge base', async () => {
  await cli.run('seed');
  await edit('adverts', adverts, 1);
  await cli.run('export');
  change('topics/adverts.yaml', 'Edited by hand.', 'Edited in the file.');
  for (const name of ['elsewhere', 'again', 'further']) {
    expect((await runCliIn({ ...cli.environment, MONGODB_DB: server.name(name) }, 'seed')).exit).toBe(0);
  }
  expect(await planLines('adverts')).toEqual(['definition.en FILES']);
  expect((await runCliIn({ ...cli.environment, MONGODB_DB: server.name('last') }, 'seed')).exit).toBe(0);
  expect(await planLines('adverts')).toEqual(['definition.en BOTH']);
  removeSyncState();
  expect(await planLines('adverts')).toEqual(['definition.en BOTH']);
});

test('a plan compares each of two content folders with its own sync state', async () => {
  await cli.run('seed');
  const second = join(cli.out, 'second');
  cpSync(cli.seed, second, { recursive: true });
  change('topics/adverts.yaml', 'Promoting crossings online.', 'Of the first folder.');
  expect((await cli.run('seed')).exit).toBe(0);
  // The plan would undo changes that were not exported to the second folder.
  expect(await planLines('adverts', second)).toEqual(['definition.en DATABASE']);
  expect((await cli.run('seed', '--dir', second)).exit).toBe(1);
  expect((await cli.run('export', second)).exit).toBe(0);
  expect((await cli.run('seed', '--dir', second)).out).toContain('nothing to do');
  change('topics/adverts.yaml', 'Of the first folder.', 'Of the first folder again.');
  expect((await cli.run('seed')).exit).toBe(0);
});

test('a renamed file is compared with the export under its former name', async () => {
  await cli.run('seed');
  await edit('adverts', adverts, 1);
  await cli.run('export');
  const text = readFileSync(join(cli.seed, 'topics/adverts.yaml'), 'utf8');
  rmSync(join(cli.seed, 'topics/adverts.yaml'));
  writeFileSync(
    join(cli.seed, 'topics/ads.yaml'),
    `${text.replace('Edited by hand.', 'Edited in the file.')}formerly: [adverts]\n`,
  );
  expect(await planLines('ads')).toEqual(['slug FILES', 'definition.en FILES']);
  expect((await cli.run('seed')).exit).toBe(0);
});

test('a former slug added in a file reverts no database edit', async () => {
  await cli.run('seed');
  await edit('adverts', { ...adverts, definition: 'Promoting crossings online.', altLabels: ['ads'] }, 1);
  const text = readFileSync(join(cli.seed, 'topics/adverts.yaml'), 'utf8');
  rmSync(join(cli.seed, 'topics/adverts.yaml'));
  writeFileSync(join(cli.seed, 'topics/ads.yaml'), `${text}altLabels: [ads]\nformerly: [adverts, adv]\n`);
  expect(await planLines('ads')).toEqual(['slug FILES', 'formerly FILES']);
  expect((await cli.run('seed')).exit).toBe(0);
});

/** Imports a publisher's figures into the database, like a colleague. */
async function importFigures(): Promise<void> {
  const path = join(cli.data, 'figures.csv');
  mkdirSync(cli.data, { recursive: true });
  writeFileSync(path, 'geo,TIME_PERIOD,OBS_VALUE,sex\nEL,2024,10,T\n');
  const mapping = join(cli.data, 'mapping.yaml');
  writeFileSync(
    mapping,
    'publisher: The Agency\narea: geo\nperiod: TIME_PERIOD\nvalue: OBS_VALUE\ndimensions: { sex: sex }\n',
  );
  const base = ['--indicator', 'cases', '--source', 'report-2023', '--mapping', mapping, '--uncovered', 'drop'];
  expect(await cli.run('import', path, ...base)).toMatchObject({ exit: 0, err: '' });
}

test('an old file does not revert figures that a colleague imported', async () => {
  await cli.run('seed');
  await importFigures();
  change('indicators/cases.yaml', 'title: Cases coordinated', 'title: Cases');
  expect(await planLines('cases')).toEqual(['title.en FILES', 'figures DATABASE']);
  expect((await cli.run('plan')).out).toContain('figures: 4 series  ! changed in the database');
  const rejectedSeed = await cli.run('seed');
  expect([rejectedSeed.exit, rejectedSeed.err]).toEqual([
    1,
    expect.stringContaining('edits in the database: indicators/cases'),
  ]);
  change('indicators/cases.csv', 'EU,2022,400', 'EU,2022,401');
  expect(await planLines('cases')).toEqual(['title.en FILES', 'figures BOTH']);
  change('indicators/cases.csv', 'EU,2022,401', 'EU,2022,400');
  expect((await cli.run('export')).exit).toBe(0);
  change('indicators/cases.csv', 'GR,2024,10', 'EU,2023,425,REPORTED,,report-2023,,T\nGR,2024,11');
  expect(await planLines('cases')).toEqual(['title.en FILES', 'figures FILES']);
  expect((await cli.run('seed')).exit).toBe(0);
});

const LATER = '2127-01-31T09:00:00Z';
const LATEST = '2127-02-28T09:00:00Z';
const schedule = (at: string) => cli.run('publish', 'topics/adverts', `--at=${at}`, '--author=Ana');
const fileText = () => readFileSync(join(cli.seed, 'topics/adverts.yaml'), 'utf8');

test("a file does not silently overwrite a colleague's schedule", async () => {
  change('topics/adverts.yaml', 'title: Adverts', `publishAt: ${LATER}\ntitle: Adverts`);
  await cli.run('seed');
  expect((await schedule(LATEST)).exit).toBe(0);
  expect(await planLines('adverts')).toEqual(['publishAt DATABASE']);
  expect((await cli.run('plan')).out).toContain(
    'publishAt: 2127-02-28T09:00:00.000Z → 2127-01-31T09:00:00.000Z  ! changed in the database only',
  );
  expect((await cli.run('seed')).exit).toBe(1);
  change('topics/adverts.yaml', LATER, '2127-01-01T09:00:00Z');
  expect(await planLines('adverts')).toEqual(['publishAt BOTH']);
  expect((await cli.run('export')).out).toContain('publishAt  differs from the database, where it was changed too');
  change('topics/adverts.yaml', '2127-01-01T09:00:00Z', LATER);
  expect((await cli.run('export')).out).toContain('topics/adverts.yaml  publishAt\n');
  expect(fileText()).toContain(`publishAt: ${LATEST}\n`);
  // Once exported, the schedule can be changed and removed in the file.
  change('topics/adverts.yaml', LATEST, LATER);
  expect(await planLines('adverts')).toEqual(['publishAt FILES']);
  change('topics/adverts.yaml', `publishAt: ${LATER}`, 'status: DRAFT');
  expect(await planLines('adverts')).toEqual(['publishAt FILES']);
  expect((await cli.run('seed')).exit).toBe(0);
  expect((await cli.run('publish', 'topics/adverts', '--at=never')).exit).not.toBe(0);
});

/** In a long run a seed is killed before every write of the sync state; otherwise before every second one. */
const NOTES_STEP = process.env.LONG ? 1 : 2;

test('after a killed seed, seeded fields can still be changed in the files', async () => {
  await cli.run('seed');
  const script = compiledPath('test/commands/killed-sync-state-writer.ts');
  const env = { ...process.env, ...cli.environment };
  let [definition, cases] = ['Promoting crossings online.', 'EU,2022,400'];
  const save = (word: string, figure: number) => {
    const [from, figures] = [definition, cases];
    change('topics/adverts.yaml', from, (definition = word));
    change('indicators/cases.csv', figures, (cases = `EU,2022,${figure}`));
  };
  const heads = new Set<string>();
  for (let notes = 0; notes < 5; notes += NOTES_STEP) {
    save(`Killed ${notes}.`, 500 + notes);
    const before = await cli.run('history', 'topics/adverts');
    const { signal, status } = spawnSync(process.execPath, [script, String(notes)], { env, stdio: 'inherit' });
    const isKilled = signal === 'SIGKILL';
    if (!isKilled) expect(status).toBe(0);
    heads.add((await cli.run('history', 'topics/adverts')).out === before.out ? 'before' : 'after');
    save(`Edited after ${notes}.`, 600 + notes);
    expect(await planLines('adverts')).toEqual(['definition.en FILES']);
    expect(await planLines('cases')).toEqual(['figures FILES']);
    expect((await cli.run('seed')).exit).toBe(0);
    if (!isKilled) break;
    expect(notes).toBeLessThan(4);
  }
  // At least one process has to be killed before its write, and one after it.
  expect([...heads]).toEqual(['before', 'after']);
});

test('seeding again sets the schedule that a killed seed did not set', async () => {
  await cli.run('seed');
  change('topics/adverts.yaml', 'title: Adverts', `publishAt: ${LATER}\ntitle: Advertising`);
  await using database = await openDatabase(readConfig(cli.environment));
  const { plan } = await planFolder(cli.seed, database, false);
  await recordPendingSeed(cli.seed, plan!, database);
  await applyPlan(plan!, database, SEED_AUTHOR);
  expect(await database.store.schedules.remove('Topic', 'adverts')).toBe(true);
  expect(await planLines('adverts')).toEqual(['publishAt FILES']);
  expect((await cli.run('seed')).exit).toBe(0);
  expect(await database.store.schedules.all(10)).toMatchObject([{ slug: 'adverts', at: new Date(LATER) }]);
});

test('a text that a colleague wrote after a rejected seed is attributed to the colleague', async () => {
  await cli.run('seed');
  await using database = await openDatabase(readConfig(cli.environment));
  change('topics/adverts.yaml', 'Promoting crossings online.', 'Of the seed.');
  const { plan } = await planFolder(cli.seed, database, false);
  await recordPendingSeed(cli.seed, plan!, database);
  await edit('adverts', adverts, 1);
  await expect(applyPlan(plan!, database, SEED_AUTHOR)).rejects.toMatchObject({ code: 'PLAN_MOVED' });
  expect(await planLines('adverts')).toEqual(['definition.en BOTH']);
  change('topics/adverts.yaml', 'Of the seed.', 'Promoting crossings online.');
  expect(await planLines('adverts')).toEqual(['definition.en DATABASE']);
});

test('a schedule that a colleague cancelled is removed from the file', async () => {
  change('topics/adverts.yaml', 'title: Adverts', `publishAt: ${LATER}\ntitle: Adverts`);
  await cli.run('seed');
  expect((await schedule('never')).exit).toBe(0);
  expect(await planLines('adverts')).toEqual(['publishAt DATABASE']);
  expect((await cli.run('seed')).exit).toBe(1);
  expect((await cli.run('export')).out).toContain('topics/adverts.yaml  publishAt\n');
  expect(fileText()).toContain('status: DRAFT\n');
  expect((await cli.run('seed')).out).toContain('nothing to do');
  expect((await schedule(LATEST)).exit).toBe(0);
  // A seed does not remove values that the files never contained.
  change('topics/adverts.yaml', 'title: Adverts', 'title: Advertising');
  expect(await planLines('adverts')).toEqual(['title.en FILES']);
});

test('an entry that a colleague published before its publication time is not unpublished by its file', async () => {
  change('topics/adverts.yaml', 'title: Adverts', `publishAt: ${LATER}\ntitle: Adverts`);
  await cli.run('seed');
  expect((await cli.run('publish', 'topics/adverts', '--author=Ana')).exit).toBe(0);
  expect(await planLines('adverts')).toEqual(['publishAt DATABASE']);
  expect((await cli.run('seed')).exit).toBe(1);
  expect((await cli.run('export')).exit).toBe(0);
  expect(fileText()).not.toMatch(/publishAt|status/);
  expect((await cli.run('seed')).out).toContain('nothing to do');
});

test('without sync state, a schedule counts as changed in the database only if a colleague set it', async () => {
  change('topics/adverts.yaml', 'title: Adverts', `publishAt: ${LATER}\ntitle: Adverts`);
  await cli.run('seed');
  removeSyncState();
  change('topics/adverts.yaml', LATER, LATEST);
  expect(await planLines('adverts')).toEqual(['publishAt FILES']);
  expect((await schedule('2127-03-31T09:00:00Z')).exit).toBe(0);
  expect(await planLines('adverts')).toEqual(['publishAt BOTH']);
});

test("a colleague's schedule set after a plan is reported like any other change", async () => {
  await cli.run('seed');
  change('topics/adverts.yaml', 'title: Adverts', `publishAt: ${LATER}\ntitle: Advertising`);
  const makePlan = async () => (JSON.parse((await cli.run('plan', '--json')).out) as { plan: string }).plan;
  const before = await makePlan();
  await cli.run('unpublish', 'topics/adverts');
  const unpublished = await makePlan();
  expect(unpublished).not.toBe(before);
  expect((await schedule(LATEST)).exit).toBe(0);
  expect(await cli.run('seed', unpublished)).toMatchObject({
    exit: 1,
    err: `The plan ${unpublished} is out of date: the schedule changed since. Plan again.\n`,
  });
  // A plan that was made before a schedule was cancelled is out of date as well.
  const scheduled = await makePlan();
  expect((await schedule('never')).exit).toBe(0);
  expect((await cli.run('seed', scheduled)).err).toContain('the schedule changed since');
  expect(await makePlan()).toBe(unpublished);
  expect((await cli.run('seed', unpublished)).exit).toBe(0);
});

test("a colleague's schedule set while a plan is applied is preserved, and nothing is written", async () => {
  change('topics/adverts.yaml', 'title: Adverts', 'status: DRAFT\ntitle: Adverts');
  await cli.run('seed');
  change('topics/adverts.yaml', 'status: DRAFT\ntitle: Adverts', `publishAt: ${LATER}\ntitle: Advertising`);
  await using database = await openDatabase(readConfig(cli.environment));
  const { plan } = await planFolder(cli.seed, database, false);
  expect((await schedule(LATEST)).exit).toBe(0);
  await expect(applyPlan(plan!, database, SEED_AUTHOR)).rejects.toMatchObject({
    code: 'PLAN_MOVED',
    message: 'Another user changed the publication time of topics/adverts. Plan again.',
  });
  expect(await database.store.log.head()).toBe(1);
  expect(await database.store.schedules.all(10)).toMatchObject([{ at: new Date(LATEST), author: 'Ana' }]);
});

test('changing the file of a scheduled entry is reported, because the scheduled revision lacks the change', async () => {
  change('topics/adverts.yaml', 'title: Adverts', 'status: DRAFT\ntitle: Adverts');
  await cli.run('seed');
  expect((await schedule(LATER)).exit).toBe(0);
  expect((await cli.run('plan')).out).toContain('Nothing to do');
  change('topics/adverts.yaml', 'title: Adverts', 'title: Advertising');
  const expectedNotice = `revision 1 is published at ${LATER} without this change; write publishAt: ${LATER} to publish the change then`;
  expect((await cli.run('plan')).out).toContain(`    ! ${expectedNotice}\n`);
  expect(await cli.run('seed')).toMatchObject({ exit: 0, err: `warning: topics/adverts: ${expectedNotice}\n` });
  change('topics/adverts.yaml', 'status: DRAFT', `publishAt: ${LATER}`);
  expect(await cli.run('seed')).toMatchObject({ exit: 0, err: '' });
});

test("a colleague's schedule moves with a renamed file", async () => {
  change('topics/adverts.yaml', 'title: Adverts', 'status: DRAFT\ntitle: Adverts');
  await cli.run('seed');
  expect((await schedule(LATER)).exit).toBe(0);
  const text = fileText();
  rmSync(join(cli.seed, 'topics/adverts.yaml'));
  writeFileSync(join(cli.seed, 'topics/ads.yaml'), `${text}formerly: [adverts]\n`);
  expect((await cli.run('seed')).exit).toBe(0);
  expect((await cli.run('export')).out).toContain('topics/ads.yaml  publishAt\n');
  expect(readFileSync(join(cli.seed, 'topics/ads.yaml'), 'utf8')).toContain(`publishAt: ${LATER}\n`);
  await using database = await openDatabase(readConfig(cli.environment));
  expect(await database.store.schedules.all(10)).toMatchObject([{ slug: 'ads', revision: 2, author: 'Ana' }]);
});
