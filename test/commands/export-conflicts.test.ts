import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { retireEntry } from '../../src/records/lifecycle.js';
import { withoutComputedFields } from '../../src/records/replace-links.js';
import { saveRecords } from '../../src/records/save-records.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { createTestCli, readTree, type TestCli } from './test-cli.js';

let server: TestDatabase;
let cli: TestCli;
/** The database, to which tests write like a colleague through the API. */
let colleague: DatabaseHandle;
let tests = 0;
beforeAll(async () => void (server = await testDatabase()));
beforeEach(async () => {
  const environment = { MONGODB_URI: server.uri, MONGODB_DB: server.name(`conflicts${(tests += 1)}`) };
  cli = createTestCli(environment);
  expect((await cli.run('seed')).exit).toBe(0);
  colleague = await openDatabase(readConfig(environment));
});
afterEach(async () => {
  await colleague.close();
  cli.remove();
});
afterAll(() => server.close());

const TREND = 'trends/adverts-rise.yaml';
const textOf = (file: string) => readFileSync(join(cli.seed, file), 'utf8');
function edit(file: string, from: string | RegExp, to: string): void {
  const after = textOf(file).replace(from, to);
  expect(after).not.toBe(textOf(file));
  writeFileSync(join(cli.seed, file), after);
}

async function recordOf(kind: string, slug: string): Promise<Record<string, Record<string, unknown>>> {
  const [entry] = await colleague.store.entries.currentStates([{ kind, slug }]);
  return withoutComputedFields(colleague.model.kind(kind), entry!.record) as Record<string, Record<string, unknown>>;
}

/** Saves changes of fields of an entry. Languages that a change leaves out are preserved. */
async function patch(kindName: string, slug: string, fields: Record<string, object>): Promise<void> {
  const [entry] = await colleague.store.entries.currentStates([{ kind: kindName, slug }]);
  const kind = colleague.model.kind(kindName);
  const before = withoutComputedFields(kind, entry!.record);
  const merged = Object.entries(fields).map(([name, value]) => [
    name,
    Array.isArray(value) ? value : { ...(before[name] as object), ...value },
  ]);
  const raw = { ...before, ...Object.fromEntries(merged) };
  const record = { kind, slug, raw, originalLocale: null, publish: true, expectedRevision: entry!.revision };
  const result = await saveRecords(colleague, [record], { author: 'Ben', message: 'by the API' });
  expect(result.outcome).toBe('WRITTEN');
}

const SUMMARY = { en: 'Summary of Ben.', fr: 'Résumé.' };

/** Creates a conflict: a colleague changes three texts, and the file changes one of them differently. */
async function createConflict(): Promise<void> {
  await patch('Trend', 'adverts-rise', { title: { fr: 'Titre' }, summary: SUMMARY });
  edit(TREND, /^summary:.*$/m, 'summary: Summary of Ana.');
}

test('fields changed only in the database are exported, and a conflicting field keeps the text of the file', async () => {
  await createConflict();
  const { exit, out } = await cli.run('export');
  const line = textOf(TREND).split('\n').indexOf('  en: Summary of Ana.') + 1;
  expect(line).toBeGreaterThan(0);
  expect(textOf(TREND)).toContain('fr: Titre');
  expect(textOf(TREND)).toContain('fr: Résumé.');
  expect([exit, out]).toEqual([
    1,
    [
      `~ ${cli.seed}/${TREND}  title.fr, summary.fr`,
      `${cli.seed}/${TREND}:${line}  summary.en  differs from the database, where it was changed too`,
      '    in the file:      Summary of Ana.',
      '    in the database:  Summary of Ben.',
      `1 file written to ${cli.seed}, 18 records unchanged.`,
      '1 conflict: the file keeps its text until you decide.',
      `To use the text of the file, run "npx signpost export ${cli.seed}/${TREND} --keep=file"; to use that of the ` +
        'database, use --keep=database. To combine both, write the combined text into the file and use --keep=file.',
      '',
    ].join('\n'),
  ]);
});

test('following the advice printed for a conflict preserves the edits of both editors', async () => {
  await createConflict();
  const { out } = await cli.run('export');
  const [, target, keep] = /"npx signpost export (\S+) (--keep=file)"/.exec(out)!;
  expect(await cli.run('export', target!, keep!)).toMatchObject({
    exit: 0,
    err: expect.stringContaining('not seeded'),
  });
  expect(await cli.run('seed')).toMatchObject({ exit: 0, out: '1 changed, 18 unchanged; change 3.\n' });
  expect(await recordOf('Trend', 'adverts-rise')).toMatchObject({
    title: { fr: 'Titre' },
    summary: { en: 'Summary of Ana.', fr: 'Résumé.' },
  });
});

test('--keep=database replaces a conflicting text with that of the database', async () => {
  await createConflict();
  expect((await cli.run('export')).exit).toBe(1);
  expect(await cli.run('export', '--keep=database', '--dry-run')).toMatchObject({ exit: 0 });
  expect(textOf(TREND)).toContain('Summary of Ana.');
  expect(await cli.run('export', '--keep=database')).toMatchObject({ exit: 0, err: '' });
  expect(textOf(TREND)).toContain('en: Summary of Ben.');
  expect((await cli.run('seed')).out).toContain('nothing to do');
});

test('a conflict is reported by each export until it is resolved, and only for the conflicting field', async () => {
  await createConflict();
  expect((await cli.run('export')).exit).toBe(1);
  const exportedTree = readTree(cli.seed);
  const repeated = await cli.run('export');
  expect([repeated.exit, repeated.out]).toEqual([1, expect.stringContaining(`0 files written to ${cli.seed}`)]);
  expect(repeated.out).toContain('Summary of Ben.');
  expect(readTree(cli.seed)).toEqual(exportedTree);
  const { entries } = JSON.parse((await cli.run('plan', '--json')).out) as {
    entries: { slug: string; changes: { path: string; changedBy: string }[] }[];
  };
  const { changes } = entries.find(({ slug }) => slug === 'adverts-rise')!;
  expect(changes.map(({ path, changedBy }) => `${path} ${changedBy}`)).toEqual(['summary.en BOTH']);
  expect(await cli.run('seed')).toMatchObject({ exit: 1, err: expect.stringContaining('npx signpost export') });

  // The colleague edits another field, which does not resolve the conflict.
  await patch('Trend', 'adverts-rise', { title: { fr: 'Autre titre' } });
  expect(await cli.run('export')).toMatchObject({ exit: 1, out: expect.stringContaining('title.fr\n') });
  expect(textOf(TREND)).toContain('fr: Autre titre');
  // The file now has the text of the database, which resolves the conflict.
  edit(TREND, 'Summary of Ana.', 'Summary of Ben.');
  expect(await cli.run('export')).toMatchObject({ exit: 0, err: '' });
  expect((await cli.run('seed')).out).toContain('nothing to do');
});

test('a conflicting field that is reset to the merge base gets the text of the database', async () => {
  const before = /^summary: (.*)$/m.exec(textOf(TREND))![1]!;
  await createConflict();
  expect((await cli.run('export')).exit).toBe(1);
  edit(TREND, 'Summary of Ana.', before);
  expect(await cli.run('export')).toMatchObject({ exit: 0, out: expect.stringContaining('summary.en\n') });
  expect(textOf(TREND)).toContain('Summary of Ben.');
});

test('an export writes other records despite a conflict or a file that blocks its record', async () => {
  await createConflict();
  await patch('Topic', 'smuggling', { title: { en: 'Human smuggling' } });
  await patch('Topic', 'adverts', { definition: { en: 'Edited by Ben.' } });
  writeFileSync(join(cli.seed, 'topics/adverts.yaml'), 'title: [Half\n');
  rmSync(join(cli.seed, 'leaflets/digital.yaml'));
  writeFileSync(join(cli.seed, 'leaflets/digital.md'), 'Something else.\n');
  const { exit, out } = await cli.run('export');
  expect(exit).toBe(1);
  expect(textOf('topics/smuggling.yaml')).toContain('Human smuggling');
  expect(textOf('topics/adverts.yaml')).toBe('title: [Half\n');
  expect(out).toContain('topics/adverts.yaml has problems');
  expect(out).toContain('leaflets/digital.md already exists');
  // No file of a record is written if one of them is blocked.
  expect(Object.keys(readTree(cli.seed))).not.toContain('leaflets/digital.yaml');
  expect(textOf('leaflets/digital.md')).toBe('Something else.\n');
});

test('a file that blocks the export of its record keeps its earlier sync state', async () => {
  const original = textOf('topics/adverts.yaml');
  await patch('Topic', 'adverts', { definition: { en: 'Edited by Ben.' } });
  writeFileSync(join(cli.seed, 'topics/adverts.yaml'), 'title: [Half\n');
  expect((await cli.run('export')).exit).toBe(1);
  // The title is edited too, because an unedited file would be detected as stale.
  writeFileSync(join(cli.seed, 'topics/adverts.yaml'), original.replace('title: Adverts', 'title: Advertising'));
  expect(await cli.run('export')).toMatchObject({ exit: 0, out: expect.stringContaining('definition.en\n') });
  expect(textOf('topics/adverts.yaml')).toContain('title: Advertising\n');
});

test('a list of objects changed in the file and in the database is one conflict', async () => {
  const [first, second] = ['locator: page 1', 'locator: page 2'];
  edit(TREND, 'locator: page 9', first);
  const { citations } = (await recordOf('Trend', 'adverts-rise')) as unknown as { citations: { source: string }[] };
  const theirs = citations.map((each, index) => (index === 0 ? { ...each, locator: 'page 2' } : each));
  await patch('Trend', 'adverts-rise', { citations: theirs, title: { fr: 'Titre' } });
  expect(await cli.run('export')).toMatchObject({ exit: 1, out: expect.stringContaining('title.fr\n') });
  expect(textOf(TREND)).toContain(first);
  expect(await cli.run('export', '--keep=database')).toMatchObject({ exit: 0 });
  expect(textOf(TREND)).toContain(second);
  expect((await cli.run('seed')).out).toContain('nothing to do');
});

test('Markdown and figures conflict like other fields', async () => {
  edit('leaflets/digital.md', 'The text', 'The text of Ana');
  await patch('Leaflet', 'digital', { body: { en: 'The text of Ben.' }, title: { fr: 'Titre' } });
  edit('indicators/cases.csv', 'EU,2022,400', 'EU,2022,401');
  const otherFolder = join(cli.out, 'elsewhere');
  cpSync('test/fixtures/valid', otherFolder, { recursive: true });
  const figures = readFileSync(join(otherFolder, 'indicators/cases.csv'), 'utf8').replace('EU,2022,400', 'EU,2022,402');
  writeFileSync(join(otherFolder, 'indicators/cases.csv'), figures);
  const { plan } = JSON.parse((await cli.run('plan', otherFolder, '--json')).out) as { plan: string };
  expect((await cli.run('seed', plan, '--dir', otherFolder)).exit).toBe(0);
  // Writes Ben's text again, which the seed of the other folder replaced.
  await patch('Leaflet', 'digital', { body: { en: 'The text of Ben.' }, title: { fr: 'Titre' } });
  const { out } = await cli.run('export');
  expect(out).toMatch(/leaflets\/digital\.md:1 {2}body\.en/);
  expect(out).toMatch(/indicators\/cases\.csv:1 {2}figures/);
  expect(textOf('leaflets/digital.yaml')).toContain('fr: Titre');
  expect(await cli.run('export')).toMatchObject({ exit: 1, out: expect.stringContaining('2 conflicts') });
  expect(await cli.run('export', join(cli.seed, 'indicators/cases.yaml'), '--keep=file')).toMatchObject({ exit: 0 });
  expect(textOf('indicators/cases.csv')).toContain('EU,2022,401');
  expect(await cli.run('export', '--keep=database')).toMatchObject({ exit: 0 });
  expect(textOf('leaflets/digital.md')).toBe('The text of Ben.\n');
  // A conflict resolved in the file is not reported again.
  expect(textOf('indicators/cases.csv')).toContain('EU,2022,401');
  expect(await cli.run('seed')).toMatchObject({ exit: 0, out: expect.stringContaining('1 changed') });
});

test('an edited file of a retired entry is preserved even with --keep=database', async () => {
  const kind = colleague.model.kind('CountryUpdate');
  const retired = { kind, slug: 'gr-2024', expectedRevision: 1, links: 'UNLINK' as const };
  await retireEntry(colleague, retired, { author: 'Ben', message: '' });
  edit('country-updates/gr-2024.yaml', 'title: ', 'title: Edited ');
  expect(await cli.run('export', '--keep=database')).toMatchObject({ exit: 1 });
  expect(textOf('country-updates/gr-2024.yaml')).toContain('Edited ');
});

test('--keep accepts only "file" and "database"', async () => {
  expect(await cli.run('export', '--keep=mine')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('"mine" is not a value of --keep. Use --keep=file or --keep=database.'),
  });
});
