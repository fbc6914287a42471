import { createHash } from 'node:crypto';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openDatabase } from '../../src/open-database.js';
import { formatRefreshResult } from '../../src/commands/refresh.js';
import { refreshFigures } from '../../src/commands/refresh-figures.js';
import { readConfig } from '../../src/config.js';
import { loadContent } from '../../src/content/load-content.js';
import { kindModules } from '../../src/kinds/index.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { createTestCli, type TestCli } from './test-cli.js';

const DATASETS = 'test/fixtures/datasets';
const EUROSTAT = [
  'DATAFLOW,LAST UPDATE,freq,sex,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG',
  'ESTAT:CASES(1.0),01/02/25 11:00:00,A,T,NR,EU,2022,400,',
  'ESTAT:CASES(1.0),01/02/25 11:00:00,A,T,NR,EU,2023,430,p',
  'ESTAT:CASES(1.0),01/02/25 11:00:00,A,T,PC,EU,2023,100,',
  '',
].join('\n');

/** `EUROSTAT` with two more rows: one with a code that the indicator lacks, one for an area without an entry. */
const CODES = EUROSTAT + ['A,X,NR,EU,2023,5,', 'A,T,NR,FR,2023,5,'].map((row) => `ESTAT:CASES(1.0),,${row}\n`).join('');

/** A UNHCR file in which Greece, which has an entry in the test content, replaces Austria. */
const UNHCR = readFileSync(`${DATASETS}/unhcr/api.csv`, 'utf8').replaceAll('Austria,AUS,AUT', 'Greece,GRE,GRC');

/** URLs requested from the fake server, which serves fixture files at paths like those of publishers. */
const requestedUrls: string[] = [];
const server = createServer((request, response) => {
  requestedUrls.push(request.url!);
  const [path] = request.url!.split('?');
  if (path === '/moved') response.writeHead(302, { location: '/sdmx/data/CASES?format=SDMX-CSV' }).end();
  else if (path === '/sdmx/data/CASES') response.end(EUROSTAT);
  else if (path === '/v2/indicator/SC.TOT') response.end(readFileSync(`${DATASETS}/worldbank/download.zip`));
  else if (path === '/population/v1') response.end(UNHCR);
  else if (path === '/codes') response.end(CODES);
  else if (path === '/cut') response.writeHead(200, { 'content-length': '9999' }).end('area,year'.repeat(9));
  else if (path === '/large') response.end('x'.repeat(60_000));
  else if (path === '/page') response.end('<!DOCTYPE html><html><body>Sign in</body></html>');
  else if (path === '/inner') response.writeHead(302, { location: 'http://inner.example/' }).end();
  else if (path === '/late') response.write('area,year\n');
  else response.writeHead(404).end();
});

let database: TestDatabase;
let cli: TestCli;
let port: number;
let environment: Record<string, string>;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  database = await testDatabase();
  environment = { MONGODB_URI: database.uri, MONGODB_DB: database.name('refresh') };
  cli = createTestCli(environment);
  published('agency', 'Eurostat');
  published('world-bank', 'World Bank');
  published('unhcr', 'UNHCR');
  indicator('population', 'world-bank', '[]');
  indicator('refugees', 'unhcr', '[]');
  expect((await cli.run('seed')).exit).toBe(0);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  cli.remove();
  await database.close();
});

function published(slug: string, name: string): void {
  const organisation = readFileSync('test/fixtures/valid/organisations/agency.yaml', 'utf8');
  const source = readFileSync('test/fixtures/valid/sources/report-2023.yaml', 'utf8');
  const ownOrganisation = organisation.replace(/acronym: .*/, `acronym: ${name}`);
  const title = slug === 'agency' ? 'The Agency' : name;
  writeFileSync(
    join(cli.seed, `organisations/${slug}.yaml`),
    ownOrganisation.replace('title: The Agency', `title: ${title}`),
  );
  writeFileSync(
    join(cli.seed, `sources/${slug}.yaml`),
    source.replace('publisherName: The Agency', `publisherName: ${title}`),
  );
}

function indicator(slug: string, publisher: string, dimensions: string): void {
  const cases = readFileSync('test/fixtures/valid/indicators/cases.yaml', 'utf8');
  const own = cases.replace(/dimensions:[\s\S]*?(?=topics:)/, `dimensions: ${dimensions}\n`);
  writeFileSync(join(cli.seed, `indicators/${slug}.yaml`), own.replace('publisher: agency', `publisher: ${publisher}`));
}

function recipe(slug: string, ...lines: string[]): string {
  const path = join(cli.seed, `indicators/${slug}.recipe.yaml`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Refreshes by all recipes of the folder. The fake server responds for every public host. */
async function refreshWithFake(
  apply: boolean,
  addresses: Record<string, string> = {},
  { acceptsLost: acceptedLostCount = 0, meanwhile = () => {} } = {},
) {
  await using database = await openDatabase(readConfig(environment));
  const { recipes, problems } = await loadContent(cli.seed, { model: database.model, modules: kindModules });
  expect(problems).toEqual([]);
  // Recipes accept only web URLs, and the fake server has no TLS.
  const local = recipes.map((each) => {
    const url = new URL(addresses[each.slug] ?? each.recipe.url);
    return { ...each, recipe: { ...each.recipe, url: `http://${url.hostname}:${port}${url.pathname}` } };
  });
  meanwhile();
  const refreshed = await refreshFigures(database, local, {
    resolve: async (host) => (host === 'inner.example' ? ['10.1.2.3'] : ['127.0.0.1']),
    allowed: ['127.0.0.1'],
    allowsHttp: true,
    userAgent: 'signpost-refresh',
    timeoutMs: 2_000,
    maxBytes: 50_000,
    pauseMs: 0,
    today: '2025-03-01',
    apply,
    acceptedLostCount,
    acceptsOlder: false,
  });
  return { opened: database, refreshed, vintages: (await database.store.figures.vintages(['cases'])).get('cases')! };
}

const CASES = [
  '# The figures of the agency.',
  'publisher: Eurostat',
  'url: https://publisher.example/sdmx/data/CASES',
  'query: { format: SDMX-CSV }',
  'source: report-2023',
  'dimensions: { unit: NR }',
  'licence: CC BY 4.0',
];

it('a refresh prints changes and contradicted claims, and imports only on request', async () => {
  const path = recipe('cases', ...CASES);
  const before = readFileSync(path, 'utf8');
  const compared = await refreshWithFake(false);
  expect(requestedUrls.at(-1)).toBe('/sdmx/data/CASES?format=SDMX-CSV');
  const [{ problem, outcome }] = compared.refreshed as [(typeof compared.refreshed)[0]];
  expect(problem).toBeNull();
  expect(outcome).toMatchObject({ outcome: 'REFUSED', changes: { changed: 1, vanished: 3, lost: 2 } });
  expect(outcome!.claims).toContainEqual({
    entry: 'trends/adverts-rise',
    statement: 'The Agency coordinated 425 cases in 2023.',
    area: 'groups/eu',
    period: '2023',
    quoted: 425,
    now: 430,
  });
  const output = formatRefreshResult(compared.refreshed[0]!);
  expect(output).toMatch(/EU 2023: 425 \(PROVISIONAL, ESTIMATED, .*\), now 430 \(PROVISIONAL\)/);
  expect(output).toMatch('No longer correct: trends/adverts-rise quotes 425 for groups/eu 2023, the edition has 430');
  expect(compared.vintages).toHaveLength(1);
  expect(readFileSync(path, 'utf8')).toBe(before);

  // The user confirms the loss of figures that the publisher deleted, by giving their number.
  expect(output).toMatch(
    'Nothing was written: 2 figures of the newest edition are lost: the file covers their periods and has no figure. ' +
      'Correct the file, or use --accept-lost 2',
  );
  const rejectedRefresh = await refreshWithFake(true);
  expect(rejectedRefresh.refreshed).toMatchObject([{ outcome: { outcome: 'REFUSED' } }]);
  expect(rejectedRefresh.vintages).toHaveLength(1);
  const applied = await refreshWithFake(true, {}, { acceptsLost: 2 });
  expect(applied.refreshed).toMatchObject([{ problem: null, outcome: { outcome: 'WRITTEN' } }]);
  expect(applied.vintages).toHaveLength(2);
  expect(applied.vintages.at(-1)!.provenance).toMatchObject({ retrievedOn: '2025-03-01', licence: 'CC BY 4.0' });
  expect(applied.vintages.at(-1)).toMatchObject({ date: '2025-02-01', dateOf: 'UPDATE' });
  const digest = createHash('sha256').update(EUROSTAT).digest('hex');
  expect(readFileSync(path, 'utf8')).toBe(`${before}digest: ${digest}\n`);

  const repeated = await refreshWithFake(true);
  expect(repeated.refreshed).toMatchObject([{ outcome: { outcome: 'UNCHANGED' } }]);
  expect(repeated.vintages).toHaveLength(2);
});

it('a refresh reports the imported figures even if the recipe file cannot be updated', async () => {
  const path = recipe('cases', ...CASES);
  const { refreshed } = await refreshWithFake(true, {}, { meanwhile: () => rmSync(path) });
  expect(refreshed).toMatchObject([{ problem: expect.stringContaining('cases.recipe.yaml'), outcome: { report: {} } }]);
  expect(formatRefreshResult(refreshed[0]!)).toContain('the digest of the file could not be recorded');
});

it('files of the World Bank and of UNHCR are read by their recipes', async () => {
  recipe('cases', ...CASES);
  recipe(
    'population',
    'publisher: World Bank',
    'url: https://publisher.example/v2/indicator/SC.TOT',
    'source: world-bank',
    'skipAreas: unknown',
    'licence: CC BY 4.0',
  );
  recipe(
    'refugees',
    'publisher: UNHCR',
    'url: https://publisher.example/population/v1',
    'source: unhcr',
    'dimensions: { measure: refugees }',
    'add: [origin]',
    'skipAreas: unknown',
    'licence: CC BY 4.0',
  );
  const { refreshed } = await refreshWithFake(false);
  const outcomes = refreshed.map(({ slug, problem, outcome }) => [
    slug,
    problem,
    outcome?.outcome,
    outcome?.report.kept,
  ]);
  expect(outcomes).toEqual([
    ['cases', null, 'UNCHANGED', 2],
    ['population', null, 'CHECKED', 2],
    ['refugees', null, 'CHECKED', 1],
  ]);
});

it.each([
  ['/nothing', 'answers 404'],
  ['/cut', /aborted|premature|hang up/i],
  ['/large', 'has more than 50000 bytes'],
  ['/late', 'no answer within 2 s'],
  ['/inner', 'is not a public web address'],
  ['/page', /page: The file is a web page/],
])('a failed download of %s is reported, and the next recipe runs', async (path, problem) => {
  const { refreshed } = await refreshWithFake(true, { cases: `https://publisher.example${path}` });
  expect(refreshed[0]).toMatchObject({ slug: 'cases', problem: expect.stringMatching(problem), outcome: null });
  expect(refreshed[1]).toMatchObject({ slug: 'population', problem: null });
});

it('a refresh follows redirects of a file URL', async () => {
  const { refreshed } = await refreshWithFake(false, { cases: 'https://publisher.example/moved' });
  expect(refreshed[0]).toMatchObject({ problem: null, outcome: { outcome: 'UNCHANGED' } });
});

it('a rejected refresh names the recipe fields that accept the file, and these fields solve its problems', async () => {
  for (const slug of ['population', 'refugees'])
    rmSync(join(cli.seed, `indicators/${slug}.recipe.yaml`), { force: true });
  recipe('cases', ...CASES);
  const address = { cases: 'https://publisher.example/codes' };
  const [failedRefresh] = (await refreshWithFake(false, address)).refreshed;
  expect(failedRefresh).toMatchObject({ outcome: { outcome: 'REFUSED' } });
  const output = formatRefreshResult(failedRefresh!);
  const [, advice = ''] = /^In the recipe: (.*)$/m.exec(output) ?? [];
  const suggestions = advice.split(' or ');
  expect(suggestions).toEqual([
    'addCodes: true, skipAreas: unknown',
    'accept: { CODE_UNKNOWN: 1 }, skipAreas: unknown',
  ]);
  for (const suggestion of suggestions) {
    recipe('cases', ...CASES, ...suggestion.split(', '));
    const [next] = (await refreshWithFake(false, address)).refreshed;
    expect(next!.outcome!.reason ?? '').not.toMatch(/CODE_UNKNOWN|unknown areas/);
  }
});

it('errors in a recipe are reported with file, line and column, before any request', async () => {
  const requestCount = requestedUrls.length;
  for (const slug of ['cases', 'population', 'refugees']) recipe(slug, ...CASES.slice(1), 'mappin: {}');
  const { exit, err } = await cli.run('refresh');
  expect(exit).toBe(1);
  expect(err).toMatch(/indicators\/cases\.recipe\.yaml:7:1: is not a field here/);
  expect(await cli.run('refresh', 'case')).toMatchObject({
    exit: 2,
    err: expect.stringMatching('There is no recipe for "case"'),
  });
  expect(requestedUrls).toHaveLength(requestCount);
});

it('a refresh reports that there are no recipes, or which folder cannot be read', async () => {
  const indicators = join(cli.seed, 'indicators');
  rmSync(indicators, { recursive: true });
  expect(await cli.run('refresh')).toEqual({
    exit: 0,
    out: 'There are no recipes. Nothing was downloaded.\n',
    err: '',
  });
  symlinkSync('away', indicators);
  expect(await cli.run('refresh')).toMatchObject({ exit: 1, err: `${indicators}:1:1: is a broken link\n` });
});
