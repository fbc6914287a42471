import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import { type RunningServer, startServer } from '../../src/server.js';
import { copySmallSeed } from '../support/small-seed.js';
import { becomesTrueWithin } from '../support/wait-for.js';
import { runCliIn } from '../commands/test-cli.js';

const readme = readFileSync('docs/editing.md', 'utf8');
const section = readme.slice(readme.indexOf('## Your first hour'), readme.indexOf('## What you see'));
const [draft, translated] = [...section.matchAll(/^ {3}```yaml\n([\s\S]*?)^ {3}```/gm)].map(([, text]) =>
  text!.replaceAll(/^ {3}/gm, ''),
) as [string, string];

const folder = mkdtempSync(join(tmpdir(), 'signpost-hour-'));
const environment = { CONTENT_DIR: join(folder, 'seed'), DATA_DIR: join(folder, 'data'), PORT: '0' };
let server: RunningServer;
beforeAll(async () => {
  copySmallSeed(environment.CONTENT_DIR, ['electronic-evidence', 'eurojust']);
  server = await startServer(readConfig(environment), { log: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text: string) => writeFileSync(join(environment.CONTENT_DIR, 'leaflets', name), text);
const signpost = (...argv: string[]) => runCliIn(environment, ...argv);
const page = (language: string) =>
  fetch(`${server.url}${language === 'en' ? '' : `/${language}`}/leaflet/my-first-leaflet`, {
    headers: { accept: 'text/html' },
  });
/** Waits until the page in a language has a status. The server learns of writes of commands with a delay. */
async function shows(language: string, status: number): Promise<void> {
  expect(await becomesTrueWithin(5000, async () => (await page(language)).status === status)).toBe(true);
}

test('the tutorial works step by step: a leaflet is written, planned, translated, published and unpublished', async () => {
  write('my-first-leaflet.yaml', draft);
  write('my-first-leaflet.md', 'The text.\n');
  expect((await signpost('validate')).exit).toBe(0);

  const plan = await signpost('plan');
  expect(plan.out).toContain('+ leaflets/my-first-leaflet');
  const [, id] = /signpost seed (\S+)$/.exec(plan.out.trim())!;
  expect((await signpost('seed', id!)).out).toMatch(
    /^1 created, \d+ unchanged; change 2\.\n {2}draft {2}\S+\/preview\/leaflet\/my-first-leaflet\?\S+\n$/,
  );
  expect((await page('en')).status).toBe(404);

  write('my-first-leaflet.yaml', translated);
  expect((await signpost('seed')).out).toMatch(/^1 changed/);
  const open = await signpost('translations', '--locale', 'fr', '--json');
  expect(open.out).toContain('{"entry":"leaflets/my-first-leaflet","missing":["body"],"stale":[]}');
  write('my-first-leaflet.fr.md', 'Le texte.\n');
  write('my-first-leaflet.de.md', 'Der Text.\n');
  expect((await signpost('seed')).out).toMatch(/^1 changed/);
  const done = await signpost('translations', '--locale', 'fr', '--json');
  expect(done.out).not.toContain('my-first-leaflet');

  write('my-first-leaflet.yaml', translated.replace('status: DRAFT\n', ''));
  expect((await signpost('seed')).exit).toBe(0);
  for (const [language, text] of [
    ['en', 'The text.'],
    ['fr', 'Le texte.'],
    ['de', 'Der Text.'],
  ] as const) {
    await shows(language, 200);
    expect(await (await page(language)).text()).toContain(text);
  }

  write('my-first-leaflet.yaml', translated);
  expect((await signpost('seed')).exit).toBe(0);
  await shows('en', 404);
});
