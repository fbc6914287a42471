import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { transformFileSync } from '@swc/core';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { compiledPath } from './support/compiled-path.js';

const run = promisify(execFile);

/** The code blocks of the section "Adding a kind" in CONTRIBUTING.md. */
const contributing = readFileSync('CONTRIBUTING.md', 'utf8');
const section = contributing.slice(contributing.indexOf('## Adding a kind'), contributing.indexOf('## Adding a field'));
const blocks = [...section.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, text]) => ({
  language,
  text: text!,
}));
const typed = (language: string) => blocks.filter((block) => block.language === language).map(({ text }) => text);
const [SDL] = typed('graphql');
const [MODULE, INDEX] = typed('ts');
const [RECORD] = typed('yaml');

/** A second record of the new kind, for tests of sorting and filtering. */
const HILL_HOUSE = `title: Hill house
guard: NONE
places: 4
country: it
operators: [agency]
citations: [{ source: report-2023 }]
`;
const COPIED = ['bin', 'schema', 'scripts', 'src', 'package.json', 'schema.graphql', 'tsconfig.json', 'codegen.yml'];
/** Texts of the files to add, by path: those in the section "Adding a kind", and the second record. */
const NEW_FILES = {
  'schema/safehouse.graphql': SDL!,
  'src/kinds/safehouse.ts': MODULE!,
  'seed/safehouses/harbour-house.yaml': RECORD!,
  'seed/safehouses/hill-house.yaml': HILL_HOUSE,
};
const GENERATED = /^(schema\.graphql|docs\/errors\.md|src\/generated\/|seed\/\.(schema|signpost)\/)/;

const CLI = ['bin/signpost.js'];
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
  writeFileSync(join(copy, 'codegen.yml'), withoutTests(readFileSync('codegen.yml', 'utf8')));
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
  cpSync(compiledPath('src'), join(copy, 'dist'), { recursive: true });
  // The worker thread of the compiled program is a bundle outside the copied folder.
  build('embedded/worker');
  cpSync('test/fixtures/valid', join(copy, 'seed'), { recursive: true });
  before = hashes(copy);
  // The running server still has the old model, without the new kind.
  ({ child, origin } = await start(copy));
  expect((await sendQuery('{ safehouses { totalCount } }')).errors?.[0]?.message).toContain('safehouses');

  mkdirSync(join(copy, 'seed/safehouses'));
  for (const [name, text] of Object.entries(NEW_FILES)) writeFileSync(join(copy, name), text);
  const index = join(copy, 'src/kinds/index.ts');
  const [imported, named] = INDEX!.split('\n');
  const text = readFileSync(index, 'utf8').replace('TypedKindModules = {', `TypedKindModules = {\n  ${named}`);
  expect(text).toContain(named);
  writeFileSync(index, `${imported}\n${text}`);
  const codegen = 'node_modules/@graphql-codegen/cli/esm/bin.js';
  await run(process.execPath, ['--import', 'tsx', codegen, '--config', 'codegen.yml'], { cwd: copy });
  for (const name of ['kinds/safehouse', 'kinds/index', 'generated/computed', 'generated/records']) build(name);
  await stop();
  ({ child, origin } = await start(copy));
  await run(process.execPath, [...CLI, 'seed'], { cwd: copy, env: ENVIRONMENT });
  const createdToken = await run(process.execPath, [...CLI, 'token', 'create', '--name', 'Anna'], {
    cwd: copy,
    env: ENVIRONMENT,
  });
  token = createdToken.stdout.trim();
});

/** Returns the configuration of `npm run generate` for a copy without tests. */
function withoutTests(configuration: string): string {
  const { generates, ...rest } = parse(configuration) as { generates: Record<string, unknown> };
  const outputs = Object.entries(generates).filter(([path]) => !path.startsWith('test/'));
  return stringify({ ...rest, generates: Object.fromEntries(outputs) });
}

/** Compiles one module like `npm run build`. */
function build(name: string): void {
  const { code } = transformFileSync(join(copy, `src/${name}.ts`), {
    swcrc: false,
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  });
  writeFileSync(join(copy, `dist/${name}.js`), code);
}

async function stop(): Promise<void> {
  const stopped = child;
  child = undefined;
  const exited = new Promise((resolve) => stopped?.once('exit', resolve));
  stopped?.kill('SIGINT');
  await exited;
}

afterAll(async () => {
  if (child) await stop();
  rmSync(copy, { recursive: true, force: true });
});

/** Returns the digests of the files in a folder by path, without symbolic links, compiled code and the database. */
function hashes(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !/^(node_modules|dist|\.data)\//.test(path));
  return new Map(
    files.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

/** Starts `signpost serve` in a folder. Returns the process and the origin of the server. */
function start(cwd: string): Promise<{ child: ChildProcess; origin: string }> {
  const started = spawn(process.execPath, [...CLI, 'serve'], {
    cwd,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /API is at +(http:\/\/[\d.]+:\d+)/.exec(output)?.[1];
      if (found) resolve({ child: started, origin: found });
    };
    started.stdout.on('data', read);
    started.stderr.on('data', read);
    started.once('exit', (code) => reject(new Error(`The server ended with ${code}. It printed:\n${output}`)));
  });
}

async function sendQuery(query: string, variables: object = {}, token?: string) {
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()) as { data: Record<string, never>; errors?: { message: string }[] };
}

async function data(query: string, variables: object = {}, token?: string) {
  const answer = await sendQuery(query, variables, token);
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

test('queries return an entry of the new kind by slug, lists of its entries, and their links', async () => {
  expect(
    await data(`{
      safehouse(slug: "harbour-house") {
        title french: title(locale: fr) places isLarge guard openedOn country { code } operators { slug } citations { source { slug } }
      }
      safehouses(orderBy: [{ places: DESC }]) { totalCount nodes { slug }
        facets { guard { value count } country { value { ... on Area { code } } count } } } }`),
  ).toEqual({
    safehouse: {
      title: 'Harbour house',
      french: 'Maison du port',
      places: 12,
      isLarge: true,
      guard: 'ROUND_THE_CLOCK',
      openedOn: '2019-06',
      country: { code: 'IT' },
      operators: [],
      citations: [],
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

test('inverse links return the entry of the new kind', async () => {
  expect(
    await data(`{ country(by: { code: "IT" }) { safehouses(filter: { places: { gte: 10 } }) { totalCount nodes { slug } } }
      organisation(slug: "agency") { safehouses { nodes { slug } } } }`),
  ).toEqual({
    country: { safehouses: { totalCount: 1, nodes: [{ slug: 'harbour-house' }] } },
    organisation: { safehouses: { nodes: [{ slug: 'hill-house' }] } },
  });
});

test('lists of the new kind filter by its fields and by links in both directions, and return pages', async () => {
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

const SAVE = `mutation ($slug: String!, $record: SafehouseRecord!) {
  safehouseSave(slug: $slug, record: $record, expectedRevision: 0, options: { publish: true }) {
    revision entry { title country { title } } userErrors { code path } } }`;

const VALLEY_HOUSE = { title: { en: 'Valley house' }, guard: 'NONE', country: 'it' };

test('an editor saves an entry of the new kind, gets user errors for invalid input, and reads the entry through its links', async () => {
  const { guard: _, ...incomplete } = VALLEY_HOUSE;
  const { errors } = await sendQuery(SAVE, { slug: 'valley-house', record: incomplete }, token);
  expect(errors?.[0]?.message).toContain('The required field "guard" of SafehouseRecord is missing');
  const wrong = { ...VALLEY_HOUSE, operators: ['nobody'] };
  const rejectedSave = await data(SAVE, { slug: 'valley-house', record: wrong }, token);
  expect(rejectedSave['safehouseSave']).toMatchObject({
    revision: null,
    userErrors: [{ code: 'LINK_UNKNOWN', path: ['operators', '0'] }],
  });
  expect(await data(SAVE, { slug: 'valley-house', record: VALLEY_HOUSE }, token)).toEqual({
    safehouseSave: {
      revision: 1,
      entry: { title: 'Valley house', country: { title: 'Italy' } },
      userErrors: [],
    },
  });
  expect(await data('{ country(by: { code: "IT" }) { safehouses { totalCount } } }')).toEqual({
    country: { safehouses: { totalCount: 3 } },
  });
});

test('readers cannot save an entry of the new kind', async () => {
  const { errors } = await sendQuery(SAVE, { slug: 'other', record: VALLEY_HOUSE });
  expect(errors?.[0]?.message).toMatch(/^Only editors can write/);
});

test('adding a kind changes only the documented places and generated files', () => {
  const after = hashes(copy);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  const places = [...Object.keys(NEW_FILES), 'src/kinds/index.ts'];
  expect(changed.filter((path) => !GENERATED.test(path)).sort()).toEqual(places.sort());
  expect(changed).toContain('schema.graphql');
  expect(changed).toContain('seed/.schema/safehouse.json');
});

test('the shell commands and files in the instructions for adding a kind exist', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const commands = typed('sh').join('').trim().split('\n');
  expect(commands).toEqual([
    'npm run generate',
    'npm run check',
    'npm run build',
    'npx signpost validate',
    'npm start',
    'npx signpost seed',
  ]);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['generate', 'check', 'build', 'start']));
  expect(section.match(/`(?:schema|src|seed)\/[a-z/-]+\.(?:graphql|ts|yaml)`/g)).toEqual(
    [
      'schema/safehouse.graphql',
      'src/kinds/safehouse.ts',
      'src/kinds/index.ts',
      'seed/safehouses/harbour-house.yaml',
    ].map((path) => `\`${path}\``),
  );
});
