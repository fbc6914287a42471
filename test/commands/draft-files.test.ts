import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { withoutComputedFields } from '../../src/records/replace-links.js';
import { saveRecords } from '../../src/records/save-records.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { createTestCli, readTree, runCliIn, type TestCli } from './test-cli.js';

let server: TestDatabase;
let cli: TestCli;
let database: DatabaseHandle;
let databaseCount = 0;
beforeAll(async () => void (server = await testDatabase()));
beforeEach(async () => {
  const environment = { MONGODB_URI: server.uri, MONGODB_DB: server.name(`drafts${(databaseCount += 1)}`) };
  cli = createTestCli(environment);
  database = await openDatabase(readConfig(environment));
});
afterEach(async () => {
  await database.close();
  cli.remove();
});
afterAll(() => server.close());

const YAML = 'leaflets/digital.yaml';
const DRAFT = 'leaflets/digital.draft.yaml';
const DRAFT_BODY = 'leaflets/digital.draft.md';
const read = (file: string) => readFileSync(join(cli.seed, file), 'utf8');
const write = (file: string, text: string) => writeFileSync(join(cli.seed, file), text);
const exists = (file: string) => existsSync(join(cli.seed, file));
const remove = (file: string) => rmSync(join(cli.seed, file));

/** Writes a draft of the published leaflet, like an editor. */
function writeDraft(title = 'A newer title', head = ''): void {
  write(DRAFT, head + read(YAML).replace('title: Digital leaflet', `title: ${title}`));
  write(DRAFT_BODY, 'The newer text.\n');
}

async function run(...argv: string[]): Promise<string> {
  const { exit, out, err } = await cli.run(...argv);
  expect([argv[0], exit, exit === 0 ? '' : out + err]).toEqual([argv[0], 0, '']);
  return out;
}

/** Returns the public and the newest state: the status, the English title and the English text. */
async function statesOf(source: DatabaseHandle = database) {
  const { published, newest } = (
    await source.store.entries.readStatesBeforeWrite([{ kind: 'Leaflet', slug: 'digital' }])
  ).entries[0]!;
  const [publicState, last] = [published, newest].map((state) => {
    if (!state) return null;
    const { title, body } = state.record as { title: { en: string }; body?: { en?: string } };
    return [state.status, title.en, body?.en ?? null];
  });
  return { public: publicState, newest: last };
}

/** Saves the leaflet in the database, like a colleague through the API. */
async function save(title: string, publish: boolean): Promise<void> {
  const kind = database.model.kind('Leaflet');
  const [entry] = await database.store.entries.currentStates([{ kind: 'Leaflet', slug: 'digital' }]);
  const before = withoutComputedFields(kind, entry!.record) as { title: object };
  const raw = { ...before, title: { ...before.title, en: title } };
  const { revision: expectedRevision } = entry!;
  const record = { kind, slug: 'digital', raw, originalLocale: null, publish, expectedRevision };
  expect(await saveRecords(database, [record], { author: 'Ben', message: '' })).toMatchObject({ outcome: 'WRITTEN' });
}

const OLD = ['PUBLISHED', 'Digital leaflet', expect.stringContaining('The text')];
const NEWER = ['DRAFT', 'A newer title', 'The newer text.'];

test('a published version and its draft are seeded from files into an empty database, and exported', async () => {
  writeDraft();
  await run('validate');
  expect(await run('seed')).toMatch(/^19 created; change 1\.\n {2}draft {2}\S+\/preview\/leaflet\/digital\?/);
  expect(await statesOf()).toEqual({ public: OLD, newest: NEWER });
  expect(await run('seed')).toContain('19 unchanged; nothing to do');
  expect(await run('export')).toContain('0 files written');
  await run('export', cli.out);
  expect(readTree(cli.out)[DRAFT]).toContain('title: A newer title');
  expect(readTree(cli.out)[DRAFT]).not.toMatch(/status|formerly/);
  expect(readTree(cli.out)[DRAFT_BODY]).toBe('The newer text.\n');
});

test('a plan shows the changes of a draft, and seeding them does not change the public version', async () => {
  await run('seed');
  writeDraft();
  const plan = await run('plan');
  expect(plan).toContain('draft: (none) → DRAFT\n');
  expect(plan).toMatch(/digital\.draft\.yaml:\d+: draft\.title\.en: \[-Digital leaflet-\]\{\+A newer title\+\}/);
  expect(plan).not.toContain('unpublished');
  await run('seed');
  expect(await statesOf()).toEqual({ public: OLD, newest: NEWER });
  writeDraft('The newest title');
  expect(await run('plan')).toMatch(/draft\.title\.en: A \[-newer-\]|draft\.title\.en: \[-A newer/);
  await run('seed');
  expect(await statesOf()).toMatchObject({ public: OLD, newest: ['DRAFT', 'The newest title', 'The newer text.'] });
  // The public version can change while its draft is unchanged.
  write(YAML, read(YAML).replace('title: Digital leaflet', 'title: Public title'));
  await run('seed');
  expect(await statesOf()).toMatchObject({
    public: ['PUBLISHED', 'Public title', expect.anything()],
    newest: ['DRAFT', 'The newest title', 'The newer text.'],
  });
  expect(await run('export')).toContain('0 files written');
});

test('status: DRAFT in the file of a published record is reported as unpublishing, even if there is a newer draft', async () => {
  await run('seed');
  const published = read(YAML);
  for (const hasNewerDraft of [false, true]) {
    if (hasNewerDraft) {
      write(YAML, published);
      await run('seed');
      await save('A newer title', false);
      await run('export');
      for (const extension of ['yaml', 'md', 'fr.md']) remove(`leaflets/digital.draft.${extension}`);
      // An export does not restore files whose removal is not seeded yet.
      expect(await run('export')).toContain('0 files written');
    }
    write(YAML, published.replace('title:', 'status: DRAFT\ntitle:'));
    expect(await run('plan')).toContain('status: PUBLISHED → DRAFT  ! will be unpublished');
    await run('seed');
    expect(await statesOf()).toMatchObject({ public: null, newest: ['DRAFT', 'Digital leaflet', expect.anything()] });
  }
});

test('replacing publishAt with status: DRAFT is reported as unpublishing', async () => {
  await run('seed');
  const published = read(YAML);
  write(YAML, published.replace('title:', 'publishAt: 2099-01-31T08:00:00Z\ntitle:'));
  expect(await run('plan')).not.toContain('unpublished');
  await run('seed');
  expect(await statesOf()).toMatchObject({ public: OLD });
  write(YAML, published.replace('title:', 'status: DRAFT\ntitle:'));
  expect(await run('plan')).toContain('status: PUBLISHED → DRAFT  ! will be unpublished');
  await run('seed');
  expect(await statesOf()).toMatchObject({ public: null });
  expect(await run('plan')).toContain('Nothing to do.');
});

test('moving the files of a draft over those of its record publishes the draft, and deleting them discards it', async () => {
  await run('seed');
  writeDraft();
  await run('seed');
  remove(DRAFT);
  remove(DRAFT_BODY);
  expect(await run('plan')).toContain('title.en: ');
  await run('seed');
  expect(await statesOf()).toEqual({ public: OLD, newest: OLD });
  writeDraft();
  await run('seed');
  renameSync(join(cli.seed, DRAFT), join(cli.seed, YAML));
  renameSync(join(cli.seed, DRAFT_BODY), join(cli.seed, 'leaflets/digital.md'));
  await run('seed');
  expect(await statesOf()).toEqual({
    public: ['PUBLISHED', ...NEWER.slice(1)],
    newest: ['PUBLISHED', ...NEWER.slice(1)],
  });
});

test("a colleague's draft is exported to separate files, which are removed once it is published", async () => {
  await run('seed');
  const before = read(YAML);
  await save('A newer title', false);
  expect((await cli.run('seed')).exit).toBe(1);
  expect(await run('export')).toContain(`+ ${cli.seed}/${DRAFT}`);
  expect(read(YAML)).toBe(before);
  expect(await run('seed')).toContain('nothing to do');

  // Another database seeded from these files, and a backup, contain both versions.
  const elsewhere = { ...cli.environment, MONGODB_DB: server.name(`elsewhere${databaseCount}`) };
  expect((await runCliIn(elsewhere, 'seed')).exit).toBe(0);
  await using other = await openDatabase(readConfig(elsewhere));
  expect(await statesOf(other)).toEqual(await statesOf());
  const backup = `${cli.data}.backup`;
  await run('backup', backup);
  const restored = { ...cli.environment, MONGODB_DB: server.name(`restored${databaseCount}`) };
  expect((await runCliIn(restored, 'restore', backup)).exit).toBe(0);
  expect((await runCliIn(restored, 'export')).out).toContain('0 files written');

  await run('publish', 'leaflets/digital', '--author=Ben');
  expect((await cli.run('seed')).exit).toBe(1);
  await run('export');
  expect([exists(DRAFT), read(YAML)]).toEqual([false, expect.stringContaining('A newer title')]);
  expect(await run('seed')).toContain('nothing to do');
});

test('edits of a draft in its file and in the database are merged, and conflict if both changed the same field', async () => {
  await run('seed');
  writeDraft();
  await run('seed');
  await save('Title of Ben', false);
  write(DRAFT_BODY, 'The text of Ana.\n');
  await run('export');
  expect([read(DRAFT), read(DRAFT_BODY)]).toEqual([expect.stringContaining('Title of Ben'), 'The text of Ana.\n']);
  await run('seed');
  await save('Second title of Ben', false);
  write(DRAFT, read(DRAFT).replace('Title of Ben', 'Title of Ana'));
  const conflictRun = await cli.run('export');
  expect(conflictRun.exit).toBe(1);
  expect(conflictRun.out).toMatch(/digital\.draft\.yaml:\d+ {2}title\.en/);
  expect((await cli.run('seed')).exit).toBe(1);
  const [, target] = /"npx signpost export (\S+) --keep=file"/.exec(conflictRun.out)!;
  await run('export', target!, '--keep=file');
  await run('seed');
  expect(await statesOf()).toMatchObject({ public: OLD, newest: ['DRAFT', 'Title of Ana', 'The text of Ana.'] });
});

test('an edited draft is preserved when a colleague publishes another draft', async () => {
  await run('seed');
  writeDraft();
  await run('seed');
  await save('Title of Ben', true);
  writeDraft('Title of Ana');
  await run('export');
  expect(read(DRAFT)).toContain('Title of Ana');
  expect(read(YAML)).toContain('Title of Ben');
});

const LATER = '2127-01-31T09:00:00Z';

test('the publication time in the file of a draft is seeded and exported', async () => {
  await run('seed');
  writeDraft('A newer title', `publishAt: ${LATER}\n`);
  await run('seed');
  expect(await statesOf()).toEqual({ public: OLD, newest: NEWER });
  expect(await database.store.schedules.all(10)).toMatchObject([{ slug: 'digital', revision: 2, at: new Date(LATER) }]);
  expect(await run('seed')).toContain('nothing to do');
  expect(await run('export')).toContain('0 files written');
  await run('publish', 'leaflets/digital', '--at=never', '--author=Ben');
  expect((await cli.run('seed')).exit).toBe(1);
  await run('export');
  expect(read(DRAFT)).not.toContain('publishAt');
  await run('publish', 'leaflets/digital', `--at=${LATER}`, '--author=Ben');
  await run('export');
  expect(read(DRAFT)).toContain(`publishAt: ${LATER}`);
});

test('an export moves a draft out of the file of a published record, where earlier versions wrote it', async () => {
  await run('seed');
  await save('A newer title', false);
  const published = read(YAML);
  write(YAML, published.replace('title: Digital leaflet', 'status: DRAFT\ntitle: A newer title'));
  rmSync(join(cli.seed, '.signpost'), { recursive: true });
  expect((await cli.run('seed')).exit).toBe(1);
  await run('export');
  expect(read(YAML)).toContain('title: Digital leaflet\n');
  expect(read(YAML)).not.toContain('status');
  expect(read(DRAFT)).toContain('title: A newer title\n');
  expect(await run('seed')).toContain('nothing to do');
});

test('a draft stays with a record that is renamed in its folder, and its files are removed with a retired record', async () => {
  await run('seed');
  writeDraft();
  await run('seed');
  await run('history', join(cli.seed, DRAFT));
  for (const extension of ['yaml', 'md', 'fr.md', 'draft.yaml', 'draft.md']) {
    renameSync(join(cli.seed, `leaflets/digital.${extension}`), join(cli.seed, `leaflets/online.${extension}`));
  }
  write('leaflets/online.yaml', `formerly: [digital]\n${read('leaflets/online.yaml')}`);
  await run('seed');
  const key = { kind: 'Leaflet', slug: 'online' };
  const { published, newest } = (await database.store.entries.readStatesBeforeWrite([key])).entries[0]!;
  expect([published?.record.title, newest?.record.title]).toMatchObject([
    { en: 'Digital leaflet' },
    { en: 'A newer title' },
  ]);
  expect(await run('seed')).toContain('nothing to do');
  expect(await run('export')).toContain('0 files written');
  await run('retire', 'leaflets/online', '--links=unlink', '--author=Ben');
  await run('export');
  expect(Object.keys(readTree(cli.seed)).filter((name) => name.includes('online'))).toEqual([]);
});

test('the files of a draft are renamed with its slug', async () => {
  await run('seed');
  writeDraft();
  await run('seed');
  await run('rename', 'leaflets/digital', 'online', '--author=Ben');
  await run('export');
  expect([exists(DRAFT), exists('leaflets/online.draft.yaml'), exists('leaflets/online.draft.md')]).toEqual([
    false,
    true,
    true,
  ]);
  expect(await run('seed')).toContain('nothing to do');
});

test('a draft that is seeded from its files is listed as a draft in the history', async () => {
  writeDraft();
  await run('seed');
  writeDraft('A title once more');
  await run('seed');
  const [last] = (await run('history', join(cli.seed, DRAFT))).split('\n');
  expect(last).toMatch(/SEED +DRAFT/);
});
