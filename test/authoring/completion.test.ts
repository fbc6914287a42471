import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LanguageServer } from './language-server.js';

const server = new LanguageServer();
beforeAll(() => server.start(resolve('seed')));
afterAll(() => server.close());

const HEAD = '# yaml-language-server: $schema=../.schema/leaflet.json\n';
const uriOf = (name: string) => pathToFileURL(resolve('seed/leaflets', name)).href;

test('an editor offers the fields of a leaflet, and the words of a list', async () => {
  const uri = uriOf('being-written.yaml');
  await server.open(uri, `${HEAD}title: A leaflet\n\nstatus: \ndigital:\n  - service: \n`);
  const fields = await server.completion(uri, 2, 0);
  expect(fields).toEqual(expect.arrayContaining(['summary', 'issuer', 'resources', 'topics', 'publishedOn']));
  expect(fields).not.toContain('revision');
  expect(await server.completion(uri, 3, 8)).toEqual(expect.arrayContaining(['DRAFT', 'PUBLISHED']));
  expect(await server.completion(uri, 5, 13)).toEqual(expect.arrayContaining(['SOCIAL_MEDIA']));
});

test('an editor explains a field', async () => {
  const uri = uriOf('explained.yaml');
  await server.open(uri, `${HEAD}title: A leaflet\nissuer: eurojust\n`);
  expect(await server.hover(uri, 2, 2)).toContain('Who publishes it.');
});

test('an editor underlines what is wrong while it is written', async () => {
  const problems = await server.open(uriOf('wrong.yaml'), `${HEAD}titel: A leaflet\nissuer: eurojust\n`);
  expect(problems.join('\n')).toMatch(/titel/);
});

test('no leaflet of seed/ is underlined', async () => {
  const files = readdirSync('seed/leaflets').filter((name) => name.endsWith('.yaml'));
  expect(files.length).toBeGreaterThan(5);
  for (const name of files) {
    const text = readFileSync(join('seed/leaflets', name), 'utf8');
    expect([name, await server.open(uriOf(name), text)]).toEqual([name, []]);
  }
});
