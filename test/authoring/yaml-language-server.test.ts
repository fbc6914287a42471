import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeEditorSchemas } from '../../src/commands/editor-schemas.js';
import { loadContent } from '../../src/content/load-content.js';
import { kindModules } from '../../src/kinds/index.js';
import { loadModel } from '../../src/model/load-model.js';
import { copySmallSeed } from '../support/small-seed.js';
import { LanguageServer } from './yaml-language-server.js';

const model = loadModel('schema');
const server = new LanguageServer();
const leaflets = readdirSync('seed/leaflets').filter((name) => name.endsWith('.yaml'));
const folder = mkdtempSync(join(tmpdir(), 'signpost-completion-'));
beforeAll(async () => {
  copySmallSeed(folder, [...leaflets.map((name) => name.split('.')[0]!), 'electronic-evidence', 'europol', 'it', 'eu']);
  // Writes the editor schemas, as `npx signpost validate` does.
  const { records } = await loadContent(folder, { model, modules: kindModules });
  writeEditorSchemas(folder, model, records);
  await server.start(folder);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const HEAD = '# yaml-language-server: $schema=../.schema/leaflet.json\n';
const uriOf = (name: string) => pathToFileURL(join(folder, 'leaflets', name)).href;

test('the YAML language server completes the fields of a leaflet and the values of an enum', async () => {
  const uri = uriOf('being-written.yaml');
  await server.open(uri, `${HEAD}title: A leaflet\n\nstatus: \ndigital:\n  - service: \n`);
  const fields = await server.completion(uri, 2, 0);
  expect(fields).toEqual(expect.arrayContaining(['summary', 'issuer', 'resources', 'topics', 'publishedOn']));
  expect(fields).not.toContain('revision');
  expect(await server.completion(uri, 3, 8)).toEqual(expect.arrayContaining(['DRAFT', 'PUBLISHED']));
  expect(await server.completion(uri, 5, 13)).toEqual(expect.arrayContaining(['SOCIAL_MEDIA']));
});

test('the YAML language server documents a field on hover', async () => {
  const uri = uriOf('explained.yaml');
  await server.open(uri, `${HEAD}title: A leaflet\nissuer: eurojust\n`);
  expect(await server.hover(uri, 2, 2)).toContain('The organisation that publishes the leaflet.');
});

test('the YAML language server reports a misspelt field', async () => {
  const problems = await server.open(uriOf('wrong.yaml'), `${HEAD}titel: A leaflet\nissuer: eurojust\n`);
  expect(problems.join('\n')).toMatch(/titel/);
});

test('the YAML language server reports no error in any leaflet of seed/', async () => {
  expect(leaflets.length).toBeGreaterThan(5);
  for (const name of leaflets) {
    const text = readFileSync(join('seed/leaflets', name), 'utf8');
    expect([name, await server.open(uriOf(name), text)]).toEqual([name, []]);
  }
});

test('the YAML language server completes slugs of entries, shows their titles, and accepts unknown slugs', async () => {
  const uri = uriOf('linking.yaml');
  const text = `${HEAD}title: A leaflet\nissuer: \ntopics:\n  - \nclaims:\n  - area: \n`;
  await server.open(uri, text);
  expect(await server.completion(uri, 2, 8)).toEqual(expect.arrayContaining(['eurojust', 'europol']));
  expect(await server.completion(uri, 4, 4)).toEqual(expect.arrayContaining(['electronic-evidence']));
  expect(await server.completion(uri, 6, 10)).toEqual(expect.arrayContaining(['countries/it', 'groups/eu']));
  expect(await server.open(uriOf('next.yaml'), `${HEAD}title: A leaflet\nissuer: written-next\n`)).toEqual([]);
  const knownFile = uriOf('known.yaml');
  await server.open(knownFile, `${HEAD}title: A leaflet\nissuer: eurojust\n`);
  expect(await server.hover(knownFile, 2, 10)).toContain('European Union Agency for Criminal Justice Cooperation');
});

test('the YAML language server explains the formats of dates and links in errors and on hover', async () => {
  const text = `${HEAD}title: A leaflet\nissuer: Eurojust The Hague\npublishedOn: 12 March 2024\n`;
  const problems = await server.open(uriOf('dates.yaml'), text);
  expect(problems).toEqual([
    expect.stringContaining('Write the name of its file in organisations, without .yaml.'),
    expect.stringContaining('Write a year, a month or a day, as far as it is known: 2024, 2024-06 or 2024-06-18.'),
  ]);
  const document = await server.open(
    uriOf('no-date.yaml'),
    `${HEAD}title: A\nissuer: eurojust\npublishedOn: {year: 2024}\n`,
  );
  expect(document.join('\n')).not.toContain('Expected');
  const dated = uriOf('dated.yaml');
  await server.open(dated, `${HEAD}title: A leaflet\nissuer: eurojust\npublishedOn: 2024\n`);
  expect(await server.hover(dated, 3, 3)).toContain('2024, 2024-06 or 2024-06-18');
});
