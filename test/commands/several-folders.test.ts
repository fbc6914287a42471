import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseHandle } from '../../src/open-database.js';
import { openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import type { Bench } from './run-command.js';
import { bench, runIn, treeOf } from './run-command.js';

let on: Bench;
let own: string;
let database: DatabaseHandle;
let environment: Record<string, string>;
const run = (...argv: string[]) => runIn(environment, ...argv);

const OVERRIDE = '# Only for the network.\nwebsite: https://example.org/network\nsummary: Seen from the network.\n';

beforeAll(async () => {
  on = bench();
  own = join(on.seed, '..', 'private');
  mkdirSync(join(own, 'organisations'), { recursive: true });
  writeFileSync(join(own, 'organisations/agency.yaml'), OVERRIDE);
  writeFileSync(
    join(own, 'organisations/desk.yaml'),
    'title: Our desk\norganisationType: NATIONAL_AUTHORITY\nparent: agency\n',
  );
  environment = { ...on.environment, CONTENT_DIR: `${on.seed},${own}` };
  database = await openDatabase(readConfig({ DATA_DIR: on.data }));
});
afterAll(async () => {
  await database.close();
  on.remove();
});

async function organisation(slug: string) {
  const [found] = await database.store.entries.current([{ kind: 'Organisation', slug }]);
  return found?.record;
}

test('a later folder adds entries and overrides fields', async () => {
  const before = readFileSync(join(on.seed, 'organisations/agency.yaml'), 'utf8');
  expect(await run('validate')).toMatchObject({ exit: 0 });
  expect((await run('seed')).exit).toBe(0);
  expect(await organisation('desk')).toMatchObject({ title: { en: 'Our desk' }, parent: 'agency' });
  expect(await organisation('agency')).toMatchObject({
    title: { en: 'The Agency' },
    website: 'https://example.org/network',
    summary: { en: 'Seen from the network.' },
  });
  expect((await run('plan')).out).toContain('Nothing to do.');
  expect(readFileSync(join(on.seed, 'organisations/agency.yaml'), 'utf8')).toBe(before);
});

test('a plan names the file of each change in its folder', async () => {
  const file = join(own, 'organisations/agency.yaml');
  writeFileSync(file, OVERRIDE.replace('Seen', 'Viewed'));
  const { out } = await run('plan');
  expect(out).toMatch(/~ organisations\/agency +\S*seed\/organisations\/agency\.yaml:2/);
  expect(out).toMatch(/ \S*private\/organisations\/agency\.yaml:3: summary/);
  writeFileSync(file, OVERRIDE);
});

test('an export writes each field back to the folder from which it came', async () => {
  const [seed, others] = [treeOf(on.seed), treeOf(own)];
  expect((await run('export')).out).toContain('0 files written');
  expect([treeOf(on.seed), treeOf(own)]).toEqual([seed, others]);

  const record = { ...(await organisation('agency')), summary: { en: 'Changed.' }, title: { en: 'The Agency!' } };
  const { saveRecords } = await import('../../src/records/save.js');
  const kind = database.model.kind('Organisation');
  const change = { kind, slug: 'agency', raw: record, originalLocale: null, publish: true, expectedRevision: 1 };
  expect(await saveRecords(database, [change], { author: 'Ben', message: '' })).toMatchObject({ outcome: 'WRITTEN' });
  expect(await run('export')).toMatchObject({ exit: 0, err: '' });
  const [base, override] = [on.seed, own].map((folder) =>
    readFileSync(join(folder, 'organisations/agency.yaml'), 'utf8'),
  );
  expect(override).toBe(OVERRIDE.replace('Seen from the network.', 'Changed.'));
  expect(base).toBe(seed['organisations/agency.yaml']!.replace('The Agency', 'The Agency!'));
  expect((await run('plan')).out).toContain('Nothing to do.');
  expect(existsSync(join(on.seed, 'organisations/desk.yaml'))).toBe(false);
});

test('a problem names the file in the second folder', async () => {
  const file = join(own, 'organisations/agency.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}parent: nobody\n`);
  const { exit, out } = await run('validate');
  expect(exit).toBe(1);
  expect(out).toMatch(/private\/organisations\/agency\.yaml\n +4:9 +parent +there is no organisation "nobody"/);
  writeFileSync(file, `${text}wrong: [\n`);
  expect((await run('validate')).out).toContain('private/organisations/agency.yaml');
  writeFileSync(file, text);
  rmSync(own, { recursive: true });
  expect(await run('validate')).toMatchObject({ exit: 2, err: expect.stringContaining('There is no folder') });
});
