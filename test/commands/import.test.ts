import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportOutcome } from '../../src/commands/import-figures.js';
import { openDatabase } from '../../src/commands/database.js';
import { readConfig } from '../../src/config.js';
import type { EmbeddedDatabase } from '../../src/embedded/index.js';
import { startEmbedded } from '../../src/embedded/index.js';
import type { Bench } from './run-command.js';
import { bench } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'signpost-import-'));
let embedded: EmbeddedDatabase;
let environment: Record<string, string>;
let on: Bench;
let tests = 0;

beforeAll(async () => void (embedded = await startEmbedded({ dataDir: join(folder, 'data') })));
beforeEach(async () => {
  environment = { MONGODB_URI: embedded.uri, MONGODB_DB: `import-${(tests += 1)}` };
  on = bench(environment);
  expect((await on.run('seed')).exit).toBe(0);
});
afterEach(() => on.remove());
afterAll(async () => {
  await embedded.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, ...lines: string[]): string {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  return join(folder, name);
}

const TSV = [
  'freq,sex,unit,geo\\TIME_PERIOD\t2021 \t2022 ',
  'A,T,NR,EL\t10 \t12 p',
  'A,F,NR,EL\t4 \t: c',
  'A,T,NR,FR\t7 \t8 ',
];

async function importing(
  path: string,
  ...options: string[]
): Promise<{ exit: number; outcome: ImportOutcome; err: string }> {
  const base = ['--indicator', 'cases', '--source', 'report-2023', '--json'];
  const { exit, out, err } = await on.run('import', path, ...base, ...options);
  return { exit, outcome: JSON.parse(out) as ImportOutcome, err };
}

async function stored() {
  await using database = await openDatabase(readConfig(environment));
  const query = { indicators: ['cases'], areas: null, breakdowns: null, asOf: null };
  const vintages = (await database.store.vintages(['cases'])).get('cases')!;
  return { series: await database.store.series(query), vintages };
}

it('an import brings an edition; the same figures again change nothing', async () => {
  const path = file('figures.tsv', ...TSV);
  const first = await importing(path);
  expect(first).toMatchObject({ exit: 0, outcome: { outcome: 'WRITTEN', series: 2 } });
  const { series, vintages } = await stored();
  expect(vintages.map(({ number }) => number)).toEqual([1, 2]);
  expect(series).toHaveLength(2);
  expect(series.find(({ breakdown }) => breakdown['sex'] === undefined)).toMatchObject({
    area: 'GR',
    points: [
      { period: '2021', value: 10, state: 'REPORTED', flags: [], source: 'report-2023' },
      { period: '2022', value: 12, state: 'REPORTED', flags: ['PROVISIONAL'] },
    ],
  });

  expect(await importing(path)).toMatchObject({ exit: 0, outcome: { outcome: 'UNCHANGED', sequence: null } });
  // Other lines in another order, the same figures.
  const turned = file('turned.tsv', TSV[0]!, TSV[3]!, TSV[2]!, TSV[1]!);
  expect(await importing(turned)).toMatchObject({ outcome: { outcome: 'UNCHANGED' } });
  expect((await stored()).vintages).toHaveLength(2);
});

it('an edition keeps the file, its digest, the day and the terms that it came with', async () => {
  await importing(file('figures.tsv', ...TSV), '--retrieved', '2025-03-01', '--licence', 'CC BY 4.0');
  const [seeded, imported] = (await stored()).vintages;
  expect(seeded!.provenance).toBeNull();
  expect(imported!.provenance).toMatchObject({
    files: [
      { name: 'figures.tsv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), layout: 'Eurostat TSV', table: null },
    ],
    retrievedOn: '2025-03-01',
    licence: 'CC BY 4.0',
    attribution: 'Source: Eurostat',
  });
});

it('a dry run tells what was read, kept, missing, withheld and rejected, and writes nothing', async () => {
  const path = file(
    'plain.csv',
    'country,year,value',
    'IT,2020,5',
    'IT,2021,',
    'IT,2022,*',
    'IT,2023,1 000',
    'IT,20x4,6',
    'Itly,2020,7',
    'FR,2020,8',
    'IT,2020,9',
  );
  const { exit, outcome } = await importing(path, '--dry-run');
  expect(exit).toBe(0);
  expect(outcome).toMatchObject({ outcome: 'CHECKED', sequence: null });
  expect(outcome.report).toMatchObject({ rows: 8, read: 8, kept: 1, missing: 1, suppressed: 1, rejected: 5 });
  expect(outcome.report.rejections).toMatchObject([
    { code: 'AREA_UNKNOWN', text: 'Itly', rows: [7], reason: 'no area is called so; nearest: Italy' },
    { code: 'AREA_WITHOUT_ENTRY', text: 'FR', rows: [8] },
    { code: 'PERIOD_INVALID', text: '20x4', rows: [6] },
    { code: 'ROW_TWICE', rows: [9], sum: 9 },
    { code: 'VALUE_INVALID', text: '1 000', rows: [5] },
  ]);
  expect((await stored()).vintages).toHaveLength(1);
  const { out } = await on.run('import', path, '--indicator', 'cases', '--source', 'report-2023', '--dry-run');
  expect(out).toMatch('8 rows, 8 cells read: 1 kept, 1 missing, 1 suppressed, 5 rejected.');
  expect(out).toMatch('"Itly": no area is called so; nearest: Italy (row 7)');
});

it('with --strict a rejected figure keeps all others out', async () => {
  const path = file('strict.csv', 'country,year,value', 'IT,2020,5', 'IT,2021,five');
  expect(await importing(path, '--strict')).toMatchObject({ exit: 1, outcome: { outcome: 'REFUSED', sequence: null } });
  expect((await stored()).vintages).toHaveLength(1);
  expect(await importing(path)).toMatchObject({ exit: 0, outcome: { outcome: 'WRITTEN' } });
});

it('figures that differ by a dimension that nobody chose are refused; choosing it lets them in', async () => {
  const path = file(
    'ages.csv',
    'country,year,age,unit,value',
    'IT,2020,child,NR,5',
    'IT,2020,adult,NR,6',
    'IT,2020,adult,PC,50',
  );
  const { exit, err } = await on.run('import', path, '--indicator', 'cases', '--source', 'report-2023');
  expect(exit).toBe(1);
  expect(err).toMatch('The table also varies by "age": "child", "adult".');
  const chosen = await importing(path, '--dimension', 'age=adult', '--dimension', 'unit=NR');
  expect(chosen).toMatchObject({ exit: 0, outcome: { outcome: 'WRITTEN', report: { kept: 1, leftOut: 2 } } });
});

it('a table of nobody’s layout is read with a mapping file', async () => {
  const path = file('eigene.csv', 'Land;Jahr;Zahl;Geschlecht', 'Italien;2020;1.234,5;w');
  const mapping = file(
    'eigene.yaml',
    'area: Land',
    'period: Jahr',
    'value: Zahl',
    'dimensions: { sex: Geschlecht }',
    "numbers: { decimal: ',', thousands: '.' }",
  );
  const { outcome } = await importing(path, '--mapping', mapping, '--dry-run');
  expect(outcome.report.rejections).toMatchObject([{ code: 'CODE_UNKNOWN', text: 'w' }]);
  const withoutColumn = file('wrong.yaml', 'area: Lnd', 'period: Jahr', 'value: Zahl');
  expect(
    (await on.run('import', path, '--indicator', 'cases', '--source', 'report-2023', '--mapping', withoutColumn)).err,
  ).toMatch('The table has no column "Lnd"; did you mean "Land"?');
});

it('what is not there is told with what is near', async () => {
  const path = file('figures.tsv', ...TSV);
  const wrong = await on.run('import', path, '--indicator', 'case', '--source', 'report-2023');
  expect(wrong).toMatchObject({ exit: 1, err: 'There is no indicator "case"; did you mean cases?\n' });
  expect((await on.run('import', path, '--indicator', 'cases')).exit).toBe(2);
  expect(
    await on.run('import', join(folder, 'none.csv'), '--indicator', 'cases', '--source', 'report-2023'),
  ).toMatchObject({
    exit: 1,
    err: expect.stringMatching('There is no file'),
  });
  expect((await on.run('import', path)).exit).toBe(2);
});

it('what was imported is exported as content that passes its own checks and plans nothing', async () => {
  // A leaflet quotes the figure of the European Union for 2023.
  const path = file('union.csv', 'area,year,sex,value', 'EU,2023,Total,425', 'EU,2022,Female,12.5', 'Greece*,2022,T,7');
  expect(await importing(path)).toMatchObject({ outcome: { outcome: 'WRITTEN', report: { kept: 3 } } });
  expect((await on.run('export', on.out)).exit).toBe(0);
  expect(await on.run('validate', on.out)).toMatchObject({ exit: 0 });
  expect((await on.run('plan', on.out)).out).toMatch('Nothing to do.');
});
