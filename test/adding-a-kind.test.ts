import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';

const run = promisify(execFile);

/** All that a new kind is: one file of SDL and one folder of content. */
const SDL = `# Places of refuge.

"How a safehouse is guarded."
enum Guard {
  "Nobody is there at night."
  NONE
  "Somebody is always there."
  ROUND_THE_CLOCK
}

"A place where people who were smuggled are safe."
type Safehouse implements Entry & Node @entry(folder: "safehouses") {
  "What it offers, in a sentence."
  summary: String @localised @search(weight: 4)
  "How many people it has room for."
  places: Int @filter @sort
  "How it is guarded."
  guard: Guard! @filter @facet
  "Since when it is open."
  openedOn: PartialDate @filter @sort
  "The country in which it stands."
  country: CountryProfile! @link(inverse: "safehouses") @filter @facet
  "Who runs it."
  operators: [Organisation!]! @link(inverse: "safehouses") @filter
}
`;
const SCHEMA_LINE = '# yaml-language-server: $schema=../.schema/safehouse.json\n';
const RECORDS = {
  'harbour-house.yaml': `${SCHEMA_LINE}title: { en: Harbour house, fr: Maison du port }
summary: A house near the harbour.
places: 12
guard: ROUND_THE_CLOCK
openedOn: 2019-06
country: it
operators: [eurojust]
citations: [{ source: own-classification }]
`,
  'hill-house.yaml': `${SCHEMA_LINE}title: Hill house
guard: NONE
places: 4
country: it
citations: [{ source: own-classification }]
`,
};
const COPIED = [
  'bin',
  'schema',
  'scripts',
  'seed',
  'src',
  'package.json',
  'schema.graphql',
  'tsconfig.json',
  'codegen.yml',
];
const NEW = ['schema/safehouse.graphql', 'seed/safehouses/harbour-house.yaml', 'seed/safehouses/hill-house.yaml'];
const GENERATED = /^(schema\.graphql|src\/generated\/|seed\/\.schema\/)/;

const CLI = ['--import', 'tsx', 'src/cli.ts'];
const { MONGODB_URI: _, NODE_OPTIONS: __, ...rest } = process.env;
const ENVIRONMENT = { ...rest, PORT: '0', DATA_DIR: '.data' };

let copy: string;
let before: Map<string, string>;
let child: ChildProcess | undefined;
let origin: string;
let token: string;

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'signpost-kind-'));
  for (const name of COPIED) cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
  before = hashes(copy);
  writeFileSync(join(copy, NEW[0]!), SDL);
  mkdirSync(join(copy, 'seed/safehouses'));
  for (const [name, text] of Object.entries(RECORDS)) writeFileSync(join(copy, 'seed/safehouses', name), text);
  await run(process.execPath, ['--import', 'tsx', 'scripts/generate.ts'], { cwd: copy });
  const made = await run(process.execPath, [...CLI, 'token', 'create', '--name', 'Anna'], {
    cwd: copy,
    env: ENVIRONMENT,
  });
  token = made.stdout.trim();
  ({ child, origin } = await start(copy));
}, 120_000);

afterAll(async () => {
  if (child) {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(copy, { recursive: true, force: true });
}, 30_000);

/** The digest of every file of a tree, by its path; what is linked or written at run time is left out. */
function hashes(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !/^(node_modules|\.data)\//.test(path));
  return new Map(
    files.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

/** Starts the server from its sources, with a content folder of few records beside the new ones. */
function start(cwd: string): Promise<{ child: ChildProcess; origin: string }> {
  const started = spawn(process.execPath, [...CLI, 'serve'], {
    cwd,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /API is at +(http:\/\/[\d.]+:\d+)/.exec(printed)?.[1];
      if (found) resolve({ child: started, origin: found });
    };
    started.stdout.on('data', read);
    started.stderr.on('data', read);
    started.once('exit', (code) => reject(new Error(`The server ended with ${code}. It printed:\n${printed}`)));
  });
}

async function ask(query: string, variables: object = {}, bearer?: string) {
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()) as { data: Record<string, never>; errors?: { message: string }[] };
}

async function data(query: string, variables: object = {}, bearer?: string) {
  const answer = await ask(query, variables, bearer);
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

test('it is read at the root, one and all, with its links', async () => {
  expect(
    await data(`{
      safehouse(slug: "harbour-house") {
        title french: title(locale: fr) places guard openedOn country { code } operators { slug } citations { source { slug } }
      }
      safehouses(orderBy: [{ field: PLACES, direction: DESC }]) { totalCount nodes { slug }
        facets { guard { value count } country { value { code } count } } } }`),
  ).toEqual({
    safehouse: {
      title: 'Harbour house',
      french: 'Maison du port',
      places: 12,
      guard: 'ROUND_THE_CLOCK',
      openedOn: '2019-06',
      country: { code: 'IT' },
      operators: [{ slug: 'eurojust' }],
      citations: [{ source: { slug: 'own-classification' } }],
    },
    safehouses: {
      totalCount: 2,
      nodes: [{ slug: 'harbour-house' }, { slug: 'hill-house' }],
      facets: {
        guard: [
          { value: 'NONE', count: 1 },
          { value: 'ROUND_THE_CLOCK', count: 1 },
        ],
        country: [{ value: { code: 'IT' }, count: 2 }],
      },
    },
  });
});

test('it is read from the far end of its links', async () => {
  expect(
    await data(`{ country(code: "IT") { safehouses(filter: { places: { gte: 10 } }) { totalCount nodes { slug } } }
      organisation(slug: "eurojust") { safehouses { nodes { slug } } } }`),
  ).toEqual({
    country: { safehouses: { totalCount: 1, nodes: [{ slug: 'harbour-house' }] } },
    organisation: { safehouses: { nodes: [{ slug: 'harbour-house' }] } },
  });
});

test('it is filtered, also across links both ways, and paged', async () => {
  const answer = await data(`{
    a: safehouses(filter: { guard: { eq: NONE }, country: { code: { eq: "ITA" } } }) { nodes { slug } }
    b: countries(filter: { safehouses: { some: { openedOn: { lt: "2020" } } } }) { nodes { code } }
    c: safehouses(first: 1) { nodes { slug } pageInfo { hasNextPage endCursor } } }`);
  expect(answer).toMatchObject({
    a: { nodes: [{ slug: 'hill-house' }] },
    b: { nodes: [{ code: 'IT' }] },
    c: { nodes: [{ slug: 'harbour-house' }], pageInfo: { hasNextPage: true } },
  });
  const { endCursor } = (answer as unknown as { c: { pageInfo: { endCursor: string } } }).c.pageInfo;
  expect(
    await data('query ($after: String) { safehouses(first: 1, after: $after) { nodes { slug } } }', {
      after: endCursor,
    }),
  ).toEqual({ safehouses: { nodes: [{ slug: 'hill-house' }] } });
});

const SAVE = `mutation ($slug: Slug!, $record: SafehouseRecord!) {
  safehouseSave(slug: $slug, record: $record, expectedRevision: 0, publish: true) {
    revision safehouse { title country { title } } userErrors { code field } } }`;

test('an editor saves one, which is told what is wrong and then is there at both ends', async () => {
  const wrong = { title: { en: 'Valley house' }, country: 'it', operators: ['nobody'] };
  const refused = await data(SAVE, { slug: 'valley-house', record: wrong }, token);
  expect(refused['safehouseSave']).toMatchObject({
    revision: null,
    userErrors: [
      { code: 'FIELD_MISSING', field: 'guard' },
      { code: 'LINK_UNKNOWN', field: 'operators[0]' },
    ],
  });
  const right = { title: { en: 'Valley house' }, guard: 'NONE', country: 'it' };
  expect(await data(SAVE, { slug: 'valley-house', record: right }, token)).toEqual({
    safehouseSave: {
      revision: 1,
      safehouse: { title: 'Valley house', country: { title: 'Italy' } },
      userErrors: [],
    },
  });
  expect(await data('{ country(code: "IT") { safehouses { totalCount } } }')).toEqual({
    country: { safehouses: { totalCount: 3 } },
  });
});

test('nobody else saves one', async () => {
  const { errors } = await ask(SAVE, { slug: 'other', record: { title: { en: 'Other' } } });
  expect(errors?.[0]?.message).toMatch(/^Only editors write here/);
});

test('nothing but its two places and the generated files has changed', () => {
  const after = hashes(copy);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  expect(changed.filter((path) => !GENERATED.test(path)).sort()).toEqual(NEW);
  expect(changed).toContain('schema.graphql');
  expect(changed).toContain('seed/.schema/safehouse.json');
});
