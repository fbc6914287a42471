import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { planFolder } from '../src/content/plan-folder.js';
import { applyPlan } from '../src/content/seed-database.js';
import { EditingServer, topic } from './authoring/editing-server.js';
import { CodeCoverage } from './support/code-coverage.js';

let editing: EditingServer;
let called: CodeCoverage;
const folder = mkdtempSync(join(tmpdir(), 'signpost-journey-'));

beforeAll(async () => {
  editing = await EditingServer.start({ seedDir: 'seed', own: true });
  called = await CodeCoverage.start();
});

afterAll(async () => {
  called.close();
  rmSync(folder, { recursive: true, force: true });
  await editing.close();
});

/** Returns the steps of a journey in docs/architecture.md: a file in src/, or a function in it as `file function`. */
function stepsOf(journey: string): string[] {
  const text = readFileSync('docs/architecture.md', 'utf8');
  const [, after] = text.split(`\n### ${journey}\n`);
  const list = after!.split('\n\n').find((part) => part.startsWith('1. '))!;
  return [...list.matchAll(/`src\/([\w/-]+\.ts)`(?: `(\w+)`)?/g)].map(([, file, name]) =>
    name ? `${file} ${name}` : file!,
  );
}

async function expectJourney(journey: string, action: () => Promise<unknown>): Promise<void> {
  const steps = stepsOf(journey);
  expect(steps.length).toBeGreaterThan(4);
  const passed = await called.during(action);
  expect(steps.filter((step) => !passed.has(step))).toEqual([]);
}

test('a query passes through the files listed in docs/architecture.md', async () => {
  await expectJourney('A query', async () => {
    const { data } = await editing.reader('{ leaflets { nodes { title resources { title } } } }');
    expect(data.leaflets.nodes.length).toBeGreaterThan(5);
  });
});

test('each constant in the table of stored formats in docs/architecture.md is defined in the named file', () => {
  const [, section] = readFileSync('docs/architecture.md', 'utf8').split('\n## Formats of stored data\n');
  const rows = [...section!.matchAll(/^\| `([A-Z_]+)` +\| `(src\/\S+)` +\|/gm)];
  expect(rows).toHaveLength(3);
  const isMissing = ([, name, file]: RegExpMatchArray) => !readFileSync(file!, 'utf8').includes(`const ${name} = `);
  expect(rows.filter(isMissing).map(([row]) => row)).toEqual([]);
});

/** Modules between the socket and the resolvers of a query. */
const ABOVE_RESOLVERS = /^(http|query|cost|graphql\/(execution|trusted))\//;

test('a list query passes through at most 45 files from its resolver to the driver', async () => {
  const queryLeaflets = () => editing.reader('{ leaflets(first: 20) { nodes { slug title } } }');
  await queryLeaflets();
  // Background work also calls files, so the shortest of several runs counts.
  const runs = [];
  for (let run = 0; run < 5; run += 1)
    runs.push([...(await called.during(queryLeaflets))].filter((step) => /\.ts$/.test(step)));
  const passed = runs.toSorted((one, other) => one.length - other.length)[0]!;
  const below = passed.filter((file) => !ABOVE_RESOLVERS.test(file));
  expect(below).toContain('graphql/fields/connection.ts');
  expect(below).toContain('store/connection/database.ts');
  expect(below.length).toBeLessThanOrEqual(45);
  expect(passed.length).toBeLessThanOrEqual(75);
});

test('a filter passes through the files listed in docs/architecture.md', async () => {
  await expectJourney('A filter', async () => {
    const { data } = await editing.reader(
      '{ leaflets(filter: { resources: { some: { resourceType: { eq: NETWORK } } } }) { nodes { title } } }',
    );
    expect(data.leaflets.nodes.length).toBeGreaterThan(0);
  });
});

test('a seed file passes through the files listed in docs/architecture.md', async () => {
  mkdirSync(join(folder, 'organisations'));
  writeFileSync(join(folder, 'organisations', 'lighthouse.yaml'), 'title: Lighthouse\norganisationType: NETWORK\n');
  await expectJourney('A seed file', async () => {
    const { content, plan } = await planFolder(folder, editing.app.services, false);
    expect(content.problems).toEqual([]);
    expect(await applyPlan(plan!, editing.app.services, 'journeys')).not.toBeNull();
  });
});

test('a save passes through the files listed in docs/architecture.md', async () => {
  await expectJourney('A save', async () => {
    const { entry: saved } = await editing.mutate('topicSave', {
      slug: 'journeys',
      record: topic('Journeys'),
      expectedRevision: 0,
      merge: true,
    });
    expect(saved).toMatchObject({ slug: 'journeys' });
  });
});
