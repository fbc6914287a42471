import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { saveRecords } from '../../src/records/save.js';
import type { TestDatabase } from '../support/database.js';
import { testDatabase } from '../support/database.js';
import type { Bench } from './run-command.js';
import { bench } from './run-command.js';

let server: TestDatabase;
let on: Bench;
let tests = 0;
beforeAll(async () => void (server = await testDatabase()));
beforeEach(() => {
  on = bench({ MONGODB_URI: server.uri, MONGODB_DB: server.name(`masters${(tests += 1)}`) });
});
afterAll(() => server.close());
afterEach(() => on.remove());

/** As an editor who writes through the API. */
async function edit(slug: string, raw: object, expectedRevision: number, publish = true): Promise<void> {
  await using database = await openDatabase(readConfig(on.environment));
  const kind = database.model.kind('Topic');
  const record = { kind, slug, raw, originalLocale: null, publish, expectedRevision };
  const result = await saveRecords(database, [record], { author: 'Ana', message: 'by hand' });
  expect(result.outcome).toBe('WRITTEN');
}

function change(file: string, from: string, to: string): void {
  const path = join(on.seed, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const adverts = { title: 'Adverts', scheme: 'DIGITAL_USE', definition: 'Edited by hand.', broader: 'smuggling' };

test('a plan says which fields the files changed, which the database did, and which both', async () => {
  await on.run('seed');
  await edit('adverts', { ...adverts, altLabels: ['ads'] }, 1);
  change('topics/adverts.yaml', 'title: Adverts', 'title: Advertising');
  change('topics/adverts.yaml', 'Promoting crossings online.', 'Promoting crossings on the web.');
  const { out } = await on.run('plan', '--json');
  const { plan, entries } = JSON.parse(out) as {
    plan: string;
    entries: { slug: string; edited: object; changes: { path: string; changedBy: string }[] }[];
  };
  const planned = entries.find(({ slug }) => slug === 'adverts')!;
  expect(planned.edited).toMatchObject({ revision: 2, author: 'Ana', message: 'by hand' });
  expect(planned.changes.map(({ path, changedBy }) => `${path} ${changedBy}`)).toEqual([
    'title.en FILES',
    'definition.en BOTH',
    'altLabels DATABASE',
  ]);
  const text = (await on.run('plan')).out;
  expect(text).toContain('edited in the database since (revision 2, Ana, ');
  expect(text).toContain('! the database changed this, the files did not: it would be undone');

  const refused = await on.run('seed');
  expect([refused.exit, refused.out]).toEqual([1, '']);
  expect(refused.err).toContain('would undo what was edited in the database: topics/adverts');
  // Whoever has seen the plan may carry it out.
  expect((await on.run('seed', plan)).exit).toBe(0);
});

test('what was edited in the database comes back to the files, and then there is nothing to undo', async () => {
  await on.run('seed');
  await edit('adverts', adverts, 1);
  expect((await on.run('seed')).exit).toBe(1);
  await on.run('export');
  expect(readFileSync(join(on.seed, 'topics/adverts.yaml'), 'utf8')).toContain('Edited by hand.');
  expect((await on.run('seed')).out).toContain('nothing to do');
});

test('what comes back to a file leaves alone what did not change, with its comments', async () => {
  change(
    'topics/adverts.yaml',
    'scheme: DIGITAL_USE',
    '# agreed in June\nscheme: DIGITAL_USE # not SUBJECT\n# to be shortened',
  );
  change('topics/adverts.yaml', 'title: Adverts', '# by Ana\n\ntitle: Adverts');
  await on.run('seed');
  await edit('adverts', adverts, 1);
  await on.run('export');
  expect(readFileSync(join(on.seed, 'topics/adverts.yaml'), 'utf8')).toBe(
    [
      '# yaml-language-server: $schema=../.schema/topic.json',
      '# by Ana',
      '',
      'title: Adverts',
      '# agreed in June',
      'scheme: DIGITAL_USE # not SUBJECT',
      '# to be shortened',
      'definition: Edited by hand.',
      'broader: smuggling',
      '',
    ].join('\n'),
  );
  const before = readFileSync(join(on.seed, 'topics/adverts.yaml'), 'utf8');
  expect((await on.run('export')).out).toContain('0 files written');
  expect(readFileSync(join(on.seed, 'topics/adverts.yaml'), 'utf8')).toBe(before);
});

test('a file that says of what is shown that it is a draft takes it from the public', async () => {
  await on.run('seed');
  change('leaflets/digital.yaml', 'title: Digital leaflet', 'status: DRAFT\ntitle: Digital leaflet');
  expect((await on.run('seed')).exit).toBe(0);
  await using database = await openDatabase(readConfig(on.environment));
  const [shown] = await database.store.entries.bySlug('Leaflet', ['digital'], null, { role: 'READER', preview: false });
  expect(shown).toBeNull();
});

test('commands work beside a server that has the folder of the database', async () => {
  const own = bench();
  const served = await openDatabase(readConfig(own.environment));
  try {
    expect((await own.run('seed')).out).toBe('19 created; change 1.\n');
    expect((await own.run('token', 'create', '--name', 'Ana')).exit).toBe(0);
    expect(await served.store.tokens.all()).toMatchObject([{ name: 'Ana', role: 'EDITOR' }]);
  } finally {
    await served.close();
  }
  expect((await own.run('seed')).out).toContain('nothing to do');
  own.remove();
});

test('another name and another status in the files undo nothing of what was edited in the database', async () => {
  await on.run('seed');
  await edit('adverts', adverts, 1);
  await on.run('export');
  const text = readFileSync(join(on.seed, 'topics/adverts.yaml'), 'utf8');
  rmSync(join(on.seed, 'topics/adverts.yaml'));
  writeFileSync(join(on.seed, 'topics/ads.yaml'), `${text}status: DRAFT\nformerly: [adverts]\n`);
  const { out } = await on.run('plan');
  expect(out).toContain('slug: adverts → ads');
  expect(out).not.toContain('it would be undone');
  expect(await on.run('seed')).toMatchObject({ exit: 0, out: '5 changed, 14 unchanged; change 3.\n' });
  // What was decided in the database alone would be.
  await on.run('publish', 'topics/ads');
  expect((await on.run('plan')).out).toContain('it would be undone');
  expect((await on.run('seed')).exit).toBe(1);
});
