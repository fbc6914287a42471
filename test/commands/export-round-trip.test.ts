import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { type DatabaseHandle, openDatabase } from '../../src/open-database.js';
import { createTestCli, readTree, type TestCli } from './test-cli.js';

const [from, to] = [createTestCli(), createTestCli()];
const databases: DatabaseHandle[] = [];
afterAll(async () => {
  for (const each of databases) await each.close();
  for (const each of [from, to]) each.remove();
});

/** Opens the database of a test setup. It stays open, and commands share it. */
async function open({ environment }: TestCli): Promise<DatabaseHandle> {
  databases.push(await openDatabase(readConfig(environment)));
  return databases.at(-1)!;
}

async function run(on: TestCli, ...argv: string[]): Promise<string> {
  const { exit, out, err } = await on.run(...argv);
  expect([exit, exit === 0 ? '' : out + err]).toEqual([0, '']);
  return out;
}

/** Slugs of a topic, an issuer and an indicator. Outside long runs, the content is the fixture instead of `seed/`. */
const isLong = process.env.LONG !== undefined;
const [TOPIC, ISSUER, INDICATOR] = isLong
  ? ['advertising', 'eurojust', 'emj-operational-meetings']
  : ['adverts', 'agency', 'cases'];
const LATER = '2127-01-31T09:00:00Z';

test('a database that is seeded from an export has the same content, schedules and redirects', async () => {
  if (isLong) {
    rmSync(from.seed, { recursive: true });
    cpSync('seed', from.seed, { recursive: true });
  }
  const file = (name: string) => join(from.seed, name);
  // Content that the seed lacks: a draft, a draft in another language and a scheduled one.
  writeFileSync(
    file('leaflets/later.yaml'),
    `publishAt: ${LATER}\ntitle: Later\nissuer: ${ISSUER}\ntopics: [${TOPIC}]\n`,
  );
  for (const slug of ['guidelines', 'infographic', 'visual'])
    writeFileSync(file(`leaflets/${slug}.yaml`), `title: { en: The ${slug}, fr: Un ${slug} }\nissuer: ${ISSUER}\n`);
  writeFileSync(file('leaflets/infographic.md'), 'See the visual.\n');
  writeFileSync(file('leaflets/later.md'), 'Its text.\n');
  const german = 'originalLocale: de\nstatus: DRAFT\nscheme: SUBJECT\n';
  writeFileSync(file('topics/entwurf.yaml'), `${german}title: { de: Entwurf, en: Draft }\n`);
  writeFileSync(file('topics/bleibt.yaml'), `${german}title: Bleibt\n`);
  const base = await open(from);
  await run(from, 'seed');
  // Edits of colleagues in the database: a schedule, repeated renames, and unpublished and retired entries.
  await run(from, 'publish', 'topics/entwurf', `--at=${LATER}`);
  await run(from, 'rename', 'leaflets/guidelines', 'jits');
  await run(from, 'rename', 'leaflets/jits', 'joint-teams');
  await run(from, 'rename', `indicators/${INDICATOR}`, 'meetings');
  await run(from, 'unpublish', 'leaflets/infographic');
  await run(from, 'retire', 'leaflets/visual', '--links=unlink');
  await run(from, 'export');
  const figures = file('indicators/meetings.csv');
  const text = readFileSync(figures, 'utf8');
  const changed = text.replace(/^([^,]*,[^,]*),\d+,/m, '$1,999999,');
  expect(changed).not.toBe(text);
  writeFileSync(figures, changed);
  await run(from, 'seed');

  await run(from, 'export', from.out);
  const exported = readTree(from.out);
  expect(exported['topics/entwurf.yaml']).toContain(`originalLocale: de\npublishAt: ${LATER}\n`);
  expect(exported['topics/bleibt.yaml']).toContain('status: DRAFT\n');
  expect(exported['leaflets/later.yaml']).toContain(`publishAt: ${LATER}\n`);
  expect(exported['leaflets/joint-teams.yaml']).toContain('formerly:\n  - guidelines\n  - jits\n');
  expect(exported['leaflets/visual.yaml']).toBeUndefined();
  expect(exported['indicators/meetings.csv']).toContain('999999');
  // The folder and the database are equal, so seed and export change nothing.
  expect(await run(from, 'seed')).toMatch(/^\d+ unchanged; nothing to do\.\n$/);
  expect(await run(from, 'export')).toMatch(/^0 files written to .*, \d+ records unchanged\.\n$/);

  const filled = await open(to);
  await run(to, 'seed', `--dir=${from.out}`);
  await run(to, 'export', to.out);
  expect(readTree(to.out)).toEqual(exported);
  const scheduled = async ({ store }: DatabaseHandle) =>
    (await store.schedules.all(10)).map(({ kind, slug, at }) => [kind, slug, at.toISOString()]).sort();
  expect(await scheduled(filled)).toEqual(await scheduled(base));
  expect(await scheduled(filled)).toHaveLength(2);
  const former = ['guidelines', 'jits'].map((slug) => ({ kind: 'Leaflet', slug }));
  for (const { store } of [base, filled]) {
    expect((await store.entries.currentStates(former)).map((each) => each?.status)).toEqual(['RETIRED', 'RETIRED']);
    const [now] = await store.entries.currentStates([{ kind: 'Leaflet', slug: 'joint-teams' }]);
    expect(now?.formerly).toEqual(['guidelines', 'jits']);
  }
});
