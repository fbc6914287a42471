import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commands } from '../../src/commands/index.js';
import { readConfig } from '../../src/config.js';
import { FORMER_ENVIRONMENT_VARIABLES } from '../../src/former-names.js';
import { blocksOf, DOC_PAGES } from './doc-pages.js';

/** Paths of the tests that run the fenced blocks, by page and by language of the block. */
const RUN_BY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': {
    sh: 'test/docs/example-commands.test.ts',
    graphql: 'test/docs/readme.test.ts',
    json: 'test/docs/readme.test.ts',
  },
  'CONTRIBUTING.md': {
    sh: 'test/docs/example-commands.test.ts',
    graphql: 'test/adding-a-kind.test.ts',
    ts: 'test/adding-a-kind.test.ts',
    yaml: 'test/adding-a-kind.test.ts',
  },
  'docs/analysing.md': {
    r: 'test/pages/snippets.test.ts',
    python: 'test/pages/snippets.test.ts',
    powerquery: 'test/pages/snippets.test.ts',
    sh: 'test/docs/example-commands.test.ts',
    http: 'test/docs/example-requests.test.ts',
    json: 'test/docs/example-requests.test.ts',
  },
  'docs/architecture.md': { text: 'test/layout.test.ts' },
  'docs/editing-api.md': {
    graphql: 'test/authoring/record-round-trip.test.ts',
    json: 'test/authoring/record-round-trip.test.ts',
  },
  'docs/editing.md': {
    '': 'test/docs/editing.test.ts',
    console: 'test/docs/editing.test.ts',
    yaml: 'test/docs/editing.test.ts',
  },
  'docs/errors.md': { text: 'test/errors.test.ts' },
  'docs/getting-started.md': {
    sh: 'test/docs/example-commands.test.ts',
    text: 'test/docs/example-commands.test.ts',
    yaml: 'test/docs/example-commands.test.ts',
    http: 'test/docs/example-requests.test.ts',
    json: 'test/docs/example-requests.test.ts',
  },
  'docs/importing.md': {
    sh: 'test/docs/example-commands.test.ts',
    graphql: 'test/docs/importing.test.ts',
    yaml: 'test/docs/importing.test.ts',
  },
  'docs/operating.md': { sh: 'test/docs/example-commands.test.ts' },
  'docs/performance.md': { sh: 'test/docs/example-commands.test.ts' },
  'docs/querying.md': {
    sh: 'test/docs/example-commands.test.ts',
    http: 'test/docs/example-requests.test.ts',
    json: 'test/docs/example-requests.test.ts',
    ts: 'test/clients/frontend-tools.test.ts',
    yaml: 'test/clients/frontend-tools.test.ts',
  },
};

test('the README has at most 200 lines', () => {
  expect(readFileSync('README.md', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(200);
});

test.each(DOC_PAGES)('each language of fenced code blocks in %s is assigned to a test', (page) => {
  const used = blocksOf(page).map(({ language }) => language);
  const runBy = RUN_BY[page] ?? {};
  expect([...new Set(used)].sort()).toEqual(Object.keys(runBy).sort());
  expect(Object.values(runBy).filter((file) => !existsSync(file))).toEqual([]);
});

/** The anchors of a page, as GitHub derives them from headings. */
const anchorsOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

test.each(DOC_PAGES)('every link of %s refers to an existing file and heading', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)\s]*)\)/g)].map(([, link]) => link!);
  const broken = links.filter((link) => {
    const [path, anchor] = link.split('#', 2) as [string, string?];
    const target = path === '' ? page : join(dirname(page), path);
    return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
  });
  expect(broken).toEqual([]);
});

/** Names of files that a user creates by following a page. */
const CREATED = /safehouse|boat-supply|boat-repair|my-first-leaflet/;

test.each(DOC_PAGES)('every file of the project that %s names exists', (page) => {
  const paths = [...readFileSync(page, 'utf8').matchAll(/`((?:src|test|scripts|schema|deploy|docs)\/[\w./-]+)`/g)];
  const missing = paths.map(([, path]) => path!).filter((path) => !CREATED.test(path) && !existsSync(path));
  expect(missing).toEqual([]);
});

describe('docs/operating.md', () => {
  const page = readFileSync('docs/operating.md', 'utf8');

  test('the table of commands in docs/operating.md lists every command', () => {
    const table = page.slice(page.indexOf('\n## Commands\n'));
    const verbs = [...table.matchAll(/^\| `([a-z]+)/gm)].map(([, verb]) => verb!);
    expect(verbs.sort()).toEqual(Object.keys(commands).sort());
  });

  test('the environment table in docs/operating.md lists every variable', () => {
    const table = /\| variable .*?\n\n/s.exec(page)![0];
    const named = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name!);
    const read = new Set<string>();
    readConfig(new Proxy({}, { get: (_, name) => void read.add(String(name)) }));
    expect(named.sort()).toEqual([...read].filter((name) => !(name in FORMER_ENVIRONMENT_VARIABLES)).sort());
  });
});
