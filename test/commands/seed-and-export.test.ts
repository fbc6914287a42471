import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { seedIfEmpty } from '../../src/content/seed-database.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { copySmallSeed } from '../support/small-seed.js';
import { createTestCli, readTree, type TestCli } from './test-cli.js';

let cli: TestCli;
let server: TestDatabase;
let tests = 0;

beforeAll(async () => void (server = await testDatabase()));
beforeEach(
  () => void (cli = createTestCli({ MONGODB_URI: server.uri, MONGODB_DB: server.name(`seed${(tests += 1)}`) })),
);
afterEach(() => cli.remove());
afterAll(() => server.close());

interface PlanData {
  plan: string;
  others: string[];
  entries: {
    operation: string;
    kind: string;
    slug: string;
    line: number | null;
    changes: { path: string; line: number | null; before: unknown; after: unknown }[];
    figures: { series: number } | null;
    usedBy: { kind: string; slug: string; path: string }[];
  }[];
}

async function planOf(...argv: string[]): Promise<PlanData> {
  const { exit, out, err } = await cli.run('plan', '--json', ...argv);
  expect([exit, err]).toEqual([0, '']);
  return JSON.parse(out) as PlanData;
}

function edit(file: string, from: string, to: string): void {
  const path = join(cli.seed, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const operations = ({ entries }: PlanData) => [...new Set(entries.map(({ operation }) => operation))];

test('seeding the same files twice writes them once', async () => {
  expect(await cli.run('seed')).toEqual({
    exit: 0,
    out: expect.stringMatching(/^19 created; change 1\.\n {2}draft {2}\S+\n$/),
    err: '',
  });
  expect(await cli.run('seed')).toEqual({ exit: 0, out: '19 unchanged; nothing to do.\n', err: '' });
});

test('without MongoDB, the database is stored in the data folder', async () => {
  const separateCli = createTestCli();
  try {
    expect((await separateCli.run('seed')).out).toMatch(/^19 created; change 1\.\n/);
    expect((await separateCli.run('seed')).out).toBe('19 unchanged; nothing to do.\n');
  } finally {
    separateCli.remove();
  }
});

test('an export contains every kind, locale, link list and figure: planning with it finds no changes', async () => {
  await cli.run('seed');
  const { out } = await cli.run('export', cli.out);
  expect(out).toContain(`+ ${cli.out}/leaflets: 5 new files\n`);
  expect(out).toContain(`\n24 files written to ${cli.out}, 0 records unchanged.\n`);
  expect(Object.keys(readTree(cli.out))).toEqual(Object.keys(readTree(cli.seed)));
  const plan = await planOf(cli.out);
  expect([operations(plan), plan.entries.length, plan.others]).toEqual([['UNCHANGED'], 19, []]);

  const first = readTree(cli.out);
  rmSync(cli.out, { recursive: true });
  await cli.run('export', cli.out);
  expect(readTree(cli.out)).toEqual(first);
});

test('exported files have the same layout as handwritten ones', async () => {
  await cli.run('seed');
  await cli.run('export', cli.out);
  const tree = readTree(cli.out);
  for (const name of ['events/meeting.yaml', 'resources/guide.yaml', 'groups/eu.yaml', 'leaflets/digital.fr.md']) {
    expect(tree[name]).toBe(readFileSync(join(cli.seed, name), 'utf8'));
  }
  expect(tree['leaflets/entwurf.yaml']).toContain('originalLocale: de\nstatus: DRAFT\ntitle: Ein Entwurf\n');
  expect(tree['indicators/cases.csv']).toBe(
    [
      'area,period,value,state,flags,source,note,sex',
      'EU,2022,400,REPORTED,,report-2023,,T',
      'EU,2023,425,REPORTED,PROVISIONAL;ESTIMATED,report-2023,"about, as ""cases""",T',
      'EU,2023,12.5,REPORTED,,report-2023,,F',
      'IT,2023,,NOT_REPORTED,,,nobody reported,T',
      'ROUTE_CENTRAL,2023,-3,REPORTED,,report-2023,,T',
      '',
    ].join('\n'),
  );
});

test('an export does not rewrite unchanged files or their comments', async () => {
  await cli.run('seed');
  edit('topics/adverts.yaml', 'scheme:', '# checked in June\nscheme:');
  const before = readTree(cli.seed);
  expect((await cli.run('export')).out).toBe(`0 files written to ${cli.seed}, 19 records unchanged.\n`);
  expect(readTree(cli.seed)).toEqual(before);
});

test('exporting an unknown entry is reported, and a misspelt folder is not created', async () => {
  await cli.run('seed');
  const path = (name: string) => join(cli.seed, name);
  expect(await cli.run('export', path('topics/advert.yaml'))).toEqual({
    exit: 1,
    out: '',
    err: 'There is no topics/advert; did you mean topics/adverts?\n',
  });
  expect(await cli.run('export', path('topic'))).toEqual({
    exit: 2,
    out: '',
    err: `There is no folder "${path('topic')}"; did you mean topics?\n`,
  });
  expect(existsSync(path('topic'))).toBe(false);
  // Entries can be exported whether or not the file or folder exists.
  rmSync(path('topics'), { recursive: true });
  expect((await cli.run('export', path('topics/adverts.yaml'))).out).toContain('1 file written');
  expect((await cli.run('export', path('topics'))).exit).toBe(0);
  expect((await cli.run('export', cli.out)).exit).toBe(0);
});

test('an export accepts an entry or a folder by name, like the other commands', async () => {
  await cli.run('seed');
  for (const name of ['topics/adverts', 'topics/adverts.yaml', 'topics']) {
    rmSync(join(cli.seed, 'topics/adverts.yaml'));
    expect([name, await cli.run('export', name)]).toEqual([
      name,
      { exit: 0, out: expect.stringContaining('1 file written'), err: '' },
    ]);
    expect(existsSync(join(cli.seed, 'topics/adverts.yaml'))).toBe(true);
  }
  expect(await cli.run('export', 'topics/advert')).toMatchObject({
    exit: 1,
    err: 'There is no topics/advert; did you mean topics/adverts?\n',
  });
  expect((await cli.run('export', join(cli.seed, 'topics/adverts'))).out).toContain('0 files written');
  expect(['topics', 'topics/adverts'].filter((name) => existsSync(name))).toEqual([]);
});

test('a plan shows each changed field with its line', async () => {
  await cli.run('seed');
  edit('trends/adverts-rise.yaml', 'More adverts were seen.\n', 'Many more adverts were seen.\n');
  edit('trends/adverts-rise.yaml', '  - gr\n', '');
  edit('leaflets/digital.fr.md', 'Le texte.', 'Le nouveau texte.');
  edit('indicators/cases.csv', 'EU,2022,400', 'EU,2022,401');
  const { entries } = await planOf();
  const changed = entries.filter(({ operation }) => operation !== 'UNCHANGED');
  expect(changed).toMatchObject([
    { operation: 'CHANGE', slug: 'cases', changes: [], figures: { series: 4 } },
    { operation: 'CHANGE', slug: 'digital', changes: [{ path: 'body.fr', line: 1 }] },
    {
      operation: 'CHANGE',
      slug: 'adverts-rise',
      changes: [
        { path: 'summary.en', line: 3, before: 'More adverts were seen.', after: 'Many more adverts were seen.' },
        { path: 'countries[1]', before: 'gr', after: null },
      ],
    },
  ]);
  const { out } = await cli.run('plan');
  expect(out).toContain('    3: summary.en: [-More-]{+Many more+} adverts were seen.\n');
  expect(out).toContain(`    ${cli.seed}/leaflets/digital.fr.md:1: body.fr: `);
  expect((await cli.run('seed')).out).toBe('3 changed, 16 unchanged; change 2.\n');
  expect(operations(await planOf())).toEqual(['UNCHANGED']);
});

test('a plan is applied only if files and database have not changed since it was shown', async () => {
  const { plan } = await planOf();
  edit('topics/adverts.yaml', 'Adverts', 'Advertisements');
  const moved = await cli.run('seed', plan);
  expect([moved.exit, moved.out]).toEqual([1, '']);
  expect(moved.err).toContain('the files changed since');

  edit('topics/adverts.yaml', 'Advertisements', 'Adverts');
  expect((await cli.run('seed', plan)).out).toMatch(/^19 created; change 1\.\n/);
  expect((await cli.run('seed', plan)).err).toContain('the database changed since');
  expect((await cli.run('seed', 'monday')).exit).toBe(2);
});

test('a seed writes nothing if one file is invalid', async () => {
  edit('topics/adverts.yaml', 'broader: smuggling', 'broader: smugling');
  const { exit, out } = await cli.run('seed');
  expect(exit).toBe(1);
  expect(out).toContain('1 problem. Nothing was written.');
  expect((await planOf('test/fixtures/valid')).entries.every(({ operation }) => operation === 'CREATE')).toBe(true);
});

test('entries without files are preserved unless pruned, and pruning shows the links to them', async () => {
  await cli.run('seed');
  rmSync(join(cli.seed, 'topics/adverts.yaml'));
  for (const [file, link] of [
    ['trends/adverts-rise.yaml', 'topics:\n  - adverts\n'],
    ['leaflets/digital.yaml', 'topics:\n  - adverts\n'],
    ['resources/guide.yaml', '  - adverts\n'],
  ] as const) {
    edit(file, link, '');
  }
  // A session of an event still links to the topic.
  const planWithoutPrune = await planOf();
  expect([planWithoutPrune.others, operations(planWithoutPrune).includes('RETIRE')]).toEqual([
    ['topics/adverts'],
    false,
  ]);

  const pruned = await planOf('--prune');
  const retired = pruned.entries.filter(({ operation }) => operation === 'RETIRE');
  expect(retired.map(({ slug }) => slug)).toEqual(['adverts']);
  expect(retired[0]!.usedBy).toContainEqual({
    kind: 'Event',
    slug: 'meeting',
    path: 'sessions.topics',
    published: true,
  });
  const { exit, err } = await cli.run('seed', pruned.plan, '--prune=all');
  expect(exit).toBe(0);
  expect(err).toContain('warning: topics/adverts is retired, but ');
  await cli.run('export', cli.out);
  expect(Object.keys(readTree(cli.out))).not.toContain('topics/adverts.yaml');
});

test('seedIfEmpty fills an empty database, and does not change others', async () => {
  const database = await openDatabase(readConfig({ DATA_DIR: cli.data }));
  try {
    expect(await seedIfEmpty(database, cli.seed)).toBe(19);
    expect(await seedIfEmpty(database, cli.seed)).toBeNull();
    expect(await database.store.log.head()).toBe(1);
  } finally {
    await database.close();
  }
});

test('seed/ can be seeded and exported without a change', async () => {
  const copy = join(cli.seed, '..', 'whole');
  copySmallSeed(copy);
  const { problems } = JSON.parse((await cli.run('validate', copy, '--json')).out) as { problems: unknown[] };
  expect(problems).toEqual([]);
  expect((await cli.run('seed', '--dir', copy)).exit).toBe(0);
  expect((await cli.run('export', cli.out)).exit).toBe(0);
  const plan = await planOf(cli.out);
  expect([operations(plan), plan.others]).toEqual([['UNCHANGED'], []]);
  expect(plan.entries.length).toBeGreaterThan(process.env.LONG ? 1000 : 500);
});
