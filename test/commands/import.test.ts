import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportResult } from '../../src/commands/import-types.js';
import { openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { compiledPath } from '../support/compiled-path.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { createTestCli, type TestCli } from './test-cli.js';

const folder = mkdtempSync(join(tmpdir(), 'signpost-import-'));
let server: TestDatabase;
let environment: Record<string, string>;
let cli: TestCli;
let tests = 0;

beforeAll(async () => void (server = await testDatabase()));
beforeEach(async () => {
  environment = { MONGODB_URI: server.uri, MONGODB_DB: server.name(`import${(tests += 1)}`) };
  cli = createTestCli(environment);
  publishedBy('Eurostat');
  expect((await cli.run('seed')).exit).toBe(0);
});
afterEach(() => cli.remove());
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Changes the acronym of the only organisation, by which files identify their publisher. */
function publishedBy(acronym: string): void {
  const path = join(cli.seed, 'organisations/agency.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/acronym: .*/, `acronym: ${acronym}`));
}

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
/** In a long run an import is killed before every database command of its write; otherwise before every sixth. */
const KILL_STEP = process.env.LONG ? 1 : 6;

/** Skips areas without an entry, such as France in the test content. */
const SKIP = ['--skip-areas', 'unknown'];

async function importing(
  path: string,
  ...options: string[]
): Promise<{ exit: number; outcome: ImportResult; err: string }> {
  // The content has figures for 2023, which most test files do not cover.
  const uncovered = options.includes('--uncovered') ? [] : ['--uncovered', 'drop'];
  const base = ['--indicator', 'cases', '--source', 'report-2023', '--json', ...uncovered];
  const { exit, out, err } = await cli.run('import', path, ...base, ...options);
  return { exit, outcome: JSON.parse(out) as ImportResult, err };
}

async function readStored() {
  await using database = await openDatabase(readConfig(environment));
  const query = { indicators: ['cases'], areas: null, breakdowns: null, asOf: null };
  const vintages = (await database.store.figures.vintages(['cases'])).get('cases')!;
  return { series: await database.store.figures.series(query), vintages };
}

it('an import creates an edition; importing the same figures again changes nothing', async () => {
  const path = file('figures.tsv', ...TSV);
  const first = await importing(path, ...SKIP);
  expect(first).toMatchObject({ exit: 0, outcome: { outcome: 'WRITTEN', series: 2 } });
  const { series, vintages } = await readStored();
  expect(vintages.map(({ number }) => number)).toEqual([1, 2]);
  expect(series).toHaveLength(2);
  expect(series.find(({ breakdown }) => breakdown['sex'] === undefined)).toMatchObject({
    area: 'GR',
    points: [
      { period: '2021', value: 10, state: 'REPORTED', flags: [], source: 'report-2023' },
      { period: '2022', value: 12, state: 'REPORTED', flags: ['PROVISIONAL'] },
    ],
  });

  expect(await importing(path, ...SKIP)).toMatchObject({ exit: 0, outcome: { outcome: 'UNCHANGED', sequence: null } });
  // This file has the same figures in another order of lines.
  const turned = file('turned.tsv', TSV[0]!, TSV[3]!, TSV[2]!, TSV[1]!);
  expect(await importing(turned, ...SKIP)).toMatchObject({ outcome: { outcome: 'UNCHANGED' } });
  expect((await readStored()).vintages).toHaveLength(2);
});

describe('figures for periods that the file does not cover', () => {
  beforeEach(() => {
    // Give the figures of 2023 another source than that of the file.
    const source = readFileSync(join(cli.seed, 'sources/report-2023.yaml'), 'utf8');
    writeFileSync(join(cli.seed, 'sources/earlier.yaml'), source);
    const path = join(cli.seed, 'indicators/cases.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/(,2023,.*),report-2023,/g, '$1,earlier,'));
  });

  it('an import that covers fewer periods than the newest edition is rejected until the user decides to keep or drop the figures for the other periods', async () => {
    await cli.run('seed');
    const expectedRejection = {
      exit: 1,
      outcome: { outcome: 'REFUSED', options: '--uncovered keep or --uncovered drop' },
    };
    const path = file('figures.tsv', ...TSV);
    const [indicator, source] = [
      ['--indicator', 'cases'],
      ['--source', 'report-2023'],
    ];
    const { exit, out } = await cli.run('import', path, ...indicator, ...source, ...SKIP, '--json');
    expect({ exit, outcome: JSON.parse(out) }).toMatchObject(expectedRejection);
    expect(JSON.parse(out).reason).toBe(
      '3 figures of the newest edition are of periods that the files do not cover (2023)',
    );
    const invalidRun = await cli.run('import', path, ...indicator, '--uncovered', 'forget');
    expect(invalidRun).toMatchObject({ exit: 2, err: expect.stringMatching('"forget" is neither "keep" nor "drop"') });
  });

  it('the error suggests only --uncovered drop if the figures for the other periods have the same source as the file', async () => {
    writeFileSync(
      join(cli.seed, 'indicators/cases.csv'),
      readFileSync(join(cli.seed, 'indicators/cases.csv'), 'utf8').replaceAll(',earlier,', ',report-2023,'),
    );
    await cli.run('seed');
    const path = file('figures.tsv', ...TSV);
    const args = [path, '--indicator', 'cases', '--source', 'report-2023', ...SKIP];
    const undecided = await cli.run('import', ...args);
    expect(undecided.out).toContain(
      'name it with --source and --uncovered keep. Correct the file, or use --uncovered drop',
    );
    expect((await cli.run('import', ...args, '--uncovered', 'keep')).out).toContain(undecided.out.split('\n').at(-2));
    expect((await importing(path, ...SKIP, '--uncovered', 'drop')).outcome).toMatchObject({ outcome: 'WRITTEN' });
  });

  it('--uncovered keep retains the figures for the other periods with their own source; --uncovered drop omits them', async () => {
    await cli.run('seed');
    const path = file('figures.tsv', ...TSV);
    const importKeeping = await importing(path, ...SKIP, '--uncovered', 'keep');
    expect(importKeeping.outcome).toMatchObject({
      outcome: 'WRITTEN',
      kept: { cells: 3, periods: ['2023'], sources: ['earlier'] },
      changes: { vanished: 2 },
    });
    const points = (await readStored()).series.flatMap((each) => each.points.map((point) => ({ ...each, ...point })));
    const sourcesOf = (period: string) =>
      new Set(points.filter((each) => each.period === period).map(({ source }) => source));
    expect([sourcesOf('2021'), sourcesOf('2022'), sourcesOf('2023')]).toEqual(
      [['report-2023'], ['report-2023'], ['earlier']].map((sources) => new Set(sources)),
    );
    const { out } = await cli.run(
      'import',
      path,
      '--indicator',
      'cases',
      '--source',
      'report-2023',
      ...SKIP,
      '--uncovered',
      'keep',
    );
    expect(out).toContain('Kept from the newest edition: 3 figures of 2023 (earlier).');
    expect(out).toContain('cases already has these figures; nothing to do.');
    await importing(path, ...SKIP, '--uncovered', 'drop');
    expect((await readStored()).series.flatMap((each) => each.points.map(({ period }) => period))).not.toContain(
      '2023',
    );
  });

  it('--uncovered keep is rejected for figures from the source of the file, because their editions would be indistinguishable', async () => {
    await cli.run('seed');
    const { outcome } = await importing(
      file('figures.tsv', ...TSV),
      ...SKIP,
      '--uncovered',
      'keep',
      '--source',
      'earlier',
    );
    expect(outcome).toMatchObject({ outcome: 'REFUSED', options: '--uncovered drop' });
    expect(outcome.reason).toContain('were read in "earlier" as well');
  });
});

it('an edition records its file, digest, date and licence', async () => {
  await importing(file('figures.tsv', ...TSV), ...SKIP, '--retrieved', '2025-03-01', '--licence', 'CC BY 4.0');
  const [seeded, imported] = (await readStored()).vintages;
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

const FAULTY = [
  'country,year,value',
  'IT,2020,5',
  'IT,2021,',
  'IT,2022,*',
  'IT,2023,1 000',
  'IT,20x4,6',
  'Itly,2020,7',
  'FR,2020,8',
  'IT,2020,9',
];

it('unreadable cells abort the import; all are reported with file, row and column, and nothing is written', async () => {
  const path = file('faulty.csv', ...FAULTY);
  const { exit, outcome } = await importing(path);
  expect(exit).toBe(1);
  expect(outcome).toMatchObject({ outcome: 'REFUSED', sequence: null });
  expect(outcome.report).toMatchObject({ rows: 8, read: 8, kept: 1, missing: 1, suppressed: 1, rejected: 5 });
  const position = { file: 'faulty.csv' };
  expect(outcome.report.rejections).toMatchObject([
    { ...position, code: 'AREA_UNKNOWN', text: 'Itly', rows: [7], column: 'country' },
    { ...position, code: 'AREA_WITHOUT_ENTRY', text: 'FR', rows: [8], column: 'country' },
    { ...position, code: 'PERIOD_INVALID', text: '20x4', rows: [6], column: 'year' },
    { ...position, code: 'ROW_TWICE', rows: [9], sum: 9 },
    { ...position, code: 'VALUE_INVALID', text: '1 000', rows: [5], column: 'value' },
  ]);
  expect((await readStored()).vintages).toHaveLength(1);
  const { out } = await cli.run('import', path, '--indicator', 'cases', '--source', 'report-2023');
  expect(out).toMatch('8 rows, 8 cells read: 1 kept, 1 missing, 1 suppressed, 5 rejected.\n');
  expect(out).toMatch(
    '"1 000": spaces: state in a mapping file that they separate thousands (faulty.csv, row 5, column "value")',
  );
  expect(out).toMatch('2 areas that are not in the knowledge base: Itly (row 7; nearest: Italy), FR (row 8)');
  expect(out).toMatch('--accept PERIOD_INVALID=1 --accept VALUE_INVALID=1 --accept ROW_TWICE=1 --skip-areas unknown');
});

it('figures are imported if the number of rejections of each code is accepted and unknown areas are skipped', async () => {
  const path = file('faulty.csv', ...FAULTY);
  const accept = (codes: string[]) => codes.flatMap((code) => ['--accept', code]);
  const acceptedCodes = ['PERIOD_INVALID=1', 'ROW_TWICE=1', 'VALUE_INVALID=1'];
  expect(await importing(path, ...accept(acceptedCodes))).toMatchObject({ exit: 1, outcome: { outcome: 'REFUSED' } });
  const fewer = await importing(path, ...SKIP, ...accept(['PERIOD_INVALID=1', 'ROW_TWICE=1', 'VALUE_INVALID=2']));
  expect(fewer).toMatchObject({
    exit: 1,
    outcome: { reason: expect.stringContaining('1 VALUE_INVALID, where 2 are accepted') },
  });
  const invalidRun = await cli.run('import', path, '--indicator', 'cases', '--accept', 'VALUE_INVALD=1');
  expect(invalidRun).toMatchObject({ exit: 2, err: expect.stringMatching('did you mean VALUE_INVALID') });
  expect(await importing(path, ...SKIP, ...accept(acceptedCodes), '--dry-run')).toMatchObject({
    exit: 0,
    outcome: { outcome: 'CHECKED' },
  });
  expect((await readStored()).vintages).toHaveLength(1);
  expect(await importing(path, ...SKIP, ...accept(acceptedCodes))).toMatchObject({
    exit: 0,
    outcome: { outcome: 'WRITTEN' },
  });
});

it('a file with dimensions that the indicator lacks is rejected until one code of each is selected', async () => {
  const path = file(
    'ages.csv',
    'country,year,age,unit,value',
    'IT,2020,child,NR,5',
    'IT,2020,adult,NR,6',
    'IT,2020,adult,PC,50',
  );
  const { exit, err } = await cli.run('import', path, '--indicator', 'cases', '--source', 'report-2023');
  expect(exit).toBe(1);
  expect(err).toMatch(
    'The table also varies by "age" ("child", "adult") and "unit" ("NR", "PC"). Choose one code of each',
  );
  const chosen = await importing(path, '--dimension', 'age=adult', '--dimension', 'unit=NR');
  expect(chosen).toMatchObject({ exit: 0, outcome: { outcome: 'WRITTEN', report: { kept: 1, leftOut: 2 } } });
});

it('an import is rejected if its file, indicator and source have different publishers', async () => {
  const bank = file('bank.csv', 'Country Name,Country Code,Indicator Code,2020', 'Italy,ITA,SP.POP.TOTL,5');
  const importOptions = ['--indicator', 'cases', '--source', 'report-2023'];
  expect(await cli.run('import', bank, ...importOptions)).toMatchObject({
    exit: 1,
    err: expect.stringContaining(
      'bank.csv: The figures are published by "World Bank", those of the indicator by "The Agency". ',
    ),
  });
  expect((await cli.run('import', bank, ...importOptions, '--publisher', 'Eurostat')).err).toMatch(
    'bank.csv: The file is from "World Bank"; remove --publisher "Eurostat".',
  );
  const source = join(cli.seed, 'sources/report-2023.yaml');
  writeFileSync(source, readFileSync(source, 'utf8').replace('publisherName: The Agency', 'publisherName: Somebody'));
  expect((await cli.run('seed')).exit).toBe(0);
  const plain = file('plain.csv', 'country,year,value', 'IT,2020,5');
  expect((await cli.run('import', plain, ...importOptions)).err).toMatch('The source is published by "Somebody"');
  expect((await readStored()).vintages).toHaveLength(1);
});

it('figures that may not be redistributed are visible only to editors', async () => {
  publishedBy('Frontex');
  const cases = readFileSync(join(cli.seed, 'indicators/cases.yaml'), 'utf8');
  writeFileSync(join(cli.seed, 'indicators/detections.yaml'), cases);
  expect((await cli.run('seed')).exit).toBe(0);
  const path = file('detections.csv', 'country,year,value', 'IT,2020,5');
  const base = ['--uncovered', 'drop', '--source', 'report-2023', '--publisher', 'Frontex'];
  // A claim of a published event quotes the indicator.
  const needed = await cli.run('import', path, '--indicator', 'cases', ...base);
  expect(needed).toMatchObject({
    exit: 1,
    err: expect.stringMatching(/published entries need the indicator "cases": /),
  });
  expect((await readStored()).vintages).toHaveLength(1);
  const { exit, out } = await cli.run('import', path, '--indicator', 'detections', ...base);
  expect(exit).toBe(0);
  expect(out).toMatch('Editors only: the terms do not allow the figures to be shared (All rights reserved).');
  await using database = await openDatabase(readConfig(environment));
  const seen = (role: 'READER' | 'EDITOR') =>
    database.store.entries.bySlug('Indicator', ['detections'], ['title'], { role, preview: role === 'EDITOR' });
  expect(await seen('READER')).toEqual([null]);
  expect(await seen('EDITOR')).toMatchObject([{ status: 'DRAFT' }]);
  // Seeding the same content again does not publish the indicator again.
  expect((await cli.run('seed')).err).toMatch('would undo edits in the database: indicators/detections');
  expect(await seen('READER')).toEqual([null]);
});

it('codes that the indicator lacks are added from the file on request, with the proposed code of the total', async () => {
  const cases = join(cli.seed, 'indicators/cases.yaml');
  const text = readFileSync(cases, 'utf8').replace(
    /dimensions:[\s\S]*?(?=topics:)/,
    'dimensions:\n  - name: age\n    title: Age\n    codes: []\n',
  );
  writeFileSync(join(cli.seed, 'indicators/aged.yaml'), text);
  expect((await cli.run('seed')).exit).toBe(0);
  const path = file('aged.csv', 'country,year,age,value', 'IT,2020,TOTAL,11', 'IT,2020,Y_LT18,5');
  const importArgs = ['import', path, '--indicator', 'aged', '--source', 'report-2023'];
  expect(await cli.run(...importArgs)).toMatchObject({ exit: 1, out: expect.stringMatching('2 CODE_UNKNOWN') });
  const { exit, out } = await cli.run(...importArgs, '--add-codes');
  expect(out).toMatch('New codes of age: TOTAL, Y_LT18; TOTAL is its total.');
  expect(exit).toBe(0);
  await using database = await openDatabase(readConfig(environment));
  const [entry] = await database.store.entries.currentStates([{ kind: 'Indicator', slug: 'aged' }]);
  expect(entry!.record['dimensions']).toMatchObject([
    { name: 'age', total: 'TOTAL', codes: [{ code: 'TOTAL' }, { code: 'Y_LT18', title: { en: 'Y_LT18' } }] },
  ]);
  const query = { indicators: ['aged'], areas: null, breakdowns: null, asOf: null };
  expect((await database.store.figures.series(query)).map(({ breakdown }) => breakdown)).toEqual([
    {},
    { age: 'Y_LT18' },
  ]);
});

it('new codes and their figures are written atomically, whenever the import is killed', async () => {
  const text = readFileSync(join(cli.seed, 'indicators/cases.yaml'), 'utf8').replace(
    /dimensions:[\s\S]*?(?=topics:)/,
    'dimensions:\n  - name: age\n    title: Age\n    codes: []\n',
  );
  writeFileSync(join(cli.seed, 'indicators/aged.yaml'), text);
  expect((await cli.run('seed')).exit).toBe(0);
  const path = file('aged.csv', 'country,year,age,value', 'IT,2020,TOTAL,11', 'IT,2020,Y_LT18,5');
  const storedCounts = async () => {
    await using database = await openDatabase(readConfig(environment));
    const [entry] = await database.store.entries.currentStates([{ kind: 'Indicator', slug: 'aged' }]);
    const [{ codes }] = entry!.record['dimensions'] as [{ codes: object[] }];
    return [codes.length, (await database.store.figures.vintages(['aged'])).get('aged')?.length ?? 0];
  };
  const script = compiledPath('test/commands/killed-importer.ts');
  const env = { ...process.env, ...environment };
  let kills = 0;
  let counts = await storedCounts();
  for (let commands = 0; counts[1] === 0; commands += KILL_STEP) {
    expect(counts).toEqual([0, 0]);
    const { signal, status } = spawnSync(process.execPath, [script, path, 'aged', String(commands)], { env });
    expect(signal ?? status).toBe(signal === null ? 0 : 'SIGKILL');
    if (signal !== null) kills += 1;
    counts = await storedCounts();
  }
  expect(counts).toEqual([2, 1]);
  // At least some imports have to be killed in the middle.
  expect(kills).toBeGreaterThan(5 / KILL_STEP);
  const repeated = await cli.run('import', path, '--indicator', 'aged', '--source', 'report-2023', '--add-codes');
  expect(repeated).toMatchObject({
    exit: 0,
    out: expect.stringContaining('aged already has these figures; nothing to do.'),
  });
});

it('a table of unknown layout is read with a mapping file', async () => {
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
    (await cli.run('import', path, '--indicator', 'cases', '--source', 'report-2023', '--mapping', withoutColumn)).err,
  ).toMatch('The headings on line 1 lack "Lnd"; did you mean "Land"?');
});

it('an import reports an unknown indicator with the most similar one, and missing options and files', async () => {
  const path = file('figures.tsv', ...TSV);
  const invalidRun = await cli.run('import', path, '--indicator', 'case', '--source', 'report-2023');
  expect(invalidRun).toMatchObject({ exit: 1, err: 'There is no indicator "case"; did you mean cases?\n' });
  expect((await cli.run('import', path, '--indicator', 'cases')).exit).toBe(2);
  expect(
    await cli.run('import', join(folder, 'none.csv'), '--indicator', 'cases', '--source', 'report-2023'),
  ).toMatchObject({
    exit: 1,
    err: expect.stringMatching('There is no file'),
  });
  expect((await cli.run('import', path)).exit).toBe(2);
  const unmapped = ['--indicator=cases', '--source=report-2023', '--mapping=none.yaml'];
  expect(await cli.run('import', path, ...unmapped)).toMatchObject({ exit: 2, err: 'There is no file "none.yaml".\n' });
});

it('an export of imported figures is valid content, and planning with it finds no changes', async () => {
  // A leaflet quotes the figure of the European Union for 2023.
  const path = file('union.csv', 'area,year,sex,value', 'EU,2023,Total,425', 'EU,2022,Female,12.5', 'Greece*,2022,T,7');
  expect(await importing(path)).toMatchObject({ outcome: { outcome: 'WRITTEN', report: { kept: 3 } } });
  expect((await cli.run('export', cli.out)).exit).toBe(0);
  expect(await cli.run('validate', cli.out)).toMatchObject({ exit: 0 });
  expect((await cli.run('plan', cli.out)).out).toMatch('Nothing to do.');
});
