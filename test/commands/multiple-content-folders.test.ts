import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { createTestCli, readTree, runCliIn, type TestCli } from './test-cli.js';

let cli: TestCli;
let ownFolder: string;
let database: DatabaseHandle;
let environment: Record<string, string>;
const run = (...argv: string[]) => runCliIn(environment, ...argv);

const OVERRIDE = '# Only for the network.\nwebsite: https://example.org/network\nsummary: Seen from the network.\n';

beforeAll(async () => {
  cli = createTestCli();
  ownFolder = join(cli.seed, '..', 'private');
  mkdirSync(join(ownFolder, 'organisations'), { recursive: true });
  writeFileSync(join(ownFolder, 'organisations/agency.yaml'), OVERRIDE);
  writeFileSync(
    join(ownFolder, 'organisations/desk.yaml'),
    'title: Our desk\norganisationType: NATIONAL_AUTHORITY\nparent: agency\n',
  );
  environment = { ...cli.environment, CONTENT_DIR: `${cli.seed},${ownFolder}` };
  database = await openDatabase(readConfig({ DATA_DIR: cli.data }));
});
afterAll(async () => {
  await database.close();
  cli.remove();
});

async function organisation(slug: string) {
  const [found] = await database.store.entries.currentStates([{ kind: 'Organisation', slug }]);
  return found?.record;
}

test('a second content folder adds entries and overrides fields of the first', async () => {
  const before = readFileSync(join(cli.seed, 'organisations/agency.yaml'), 'utf8');
  expect(await run('validate')).toMatchObject({ exit: 0 });
  expect((await run('seed')).exit).toBe(0);
  expect(await organisation('desk')).toMatchObject({ title: { en: 'Our desk' }, parent: 'agency' });
  expect(await organisation('agency')).toMatchObject({
    title: { en: 'The Agency' },
    website: 'https://example.org/network',
    summary: { en: 'Seen from the network.' },
  });
  expect((await run('plan')).out).toContain('Nothing to do.');
  expect(readFileSync(join(cli.seed, 'organisations/agency.yaml'), 'utf8')).toBe(before);
});

test('a plan names the file of each change, in whichever content folder it is', async () => {
  const file = join(ownFolder, 'organisations/agency.yaml');
  writeFileSync(file, OVERRIDE.replace('Seen', 'Viewed'));
  const { out } = await run('plan');
  expect(out).toMatch(/~ organisations\/agency +\S*seed\/organisations\/agency\.yaml:2/);
  expect(out).toMatch(/ \S*private\/organisations\/agency\.yaml:3: summary/);
  writeFileSync(file, OVERRIDE);
});

test('an export writes each field to the content folder that it was read from', async () => {
  const [seed, others] = [readTree(cli.seed), readTree(ownFolder)];
  expect((await run('export')).out).toContain('0 files written');
  expect([readTree(cli.seed), readTree(ownFolder)]).toEqual([seed, others]);

  const record = { ...(await organisation('agency')), summary: { en: 'Changed.' }, title: { en: 'The Agency!' } };
  const { saveRecords } = await import('../../src/records/save-records.js');
  const kind = database.model.kind('Organisation');
  const change = { kind, slug: 'agency', raw: record, originalLocale: null, publish: true, expectedRevision: 1 };
  expect(await saveRecords(database, [change], { author: 'Ben', message: '' })).toMatchObject({ outcome: 'WRITTEN' });
  expect(await run('export')).toMatchObject({ exit: 0, err: '' });
  const [base, override] = [cli.seed, ownFolder].map((folder) =>
    readFileSync(join(folder, 'organisations/agency.yaml'), 'utf8'),
  );
  expect(override).toBe(OVERRIDE.replace('Seen from the network.', 'Changed.'));
  expect(base).toBe(seed['organisations/agency.yaml']!.replace('The Agency', 'The Agency!'));
  expect((await run('plan')).out).toContain('Nothing to do.');
  expect(existsSync(join(cli.seed, 'organisations/desk.yaml'))).toBe(false);
});

test('a validation error in the second content folder names its file there', async () => {
  const file = join(ownFolder, 'organisations/agency.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}parent: nobody\n`);
  const { exit, out } = await run('validate');
  expect(exit).toBe(1);
  expect(out).toMatch(/private\/organisations\/agency\.yaml\n +4:9 +parent +there is no organisation "nobody"/);
  writeFileSync(file, `${text}wrong: [\n`);
  expect((await run('validate')).out).toContain('private/organisations/agency.yaml');
  writeFileSync(file, text);
  rmSync(ownFolder, { recursive: true });
  expect(await run('validate')).toMatchObject({ exit: 2, err: expect.stringContaining('There is no folder') });
});
