import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { planFolder } from '../src/content/plan-folder.js';
import { applyPlan } from '../src/content/seed-folder.js';
import { Editing, topic } from './authoring/editing.js';

let editing: Editing;
let profiler: Session;
const folder = mkdtempSync(join(tmpdir(), 'signpost-journey-'));

beforeAll(async () => {
  editing = await Editing.start({ seedDir: 'seed', own: true });
  profiler = new Session();
  profiler.connect();
  await profiler.post('Profiler.enable');
});

afterAll(async () => {
  profiler.disconnect();
  rmSync(folder, { recursive: true, force: true });
  await editing.close();
});

/** The steps of a journey as CONTRIBUTING tells them: a file of src/, or a function in it as `file function`. */
function stepsOf(journey: string): string[] {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  const [, after] = text.split(`\n${journey}`);
  const list = after!.split('\n\n')[1]!;
  return [...list.matchAll(/`([\w/-]+\.ts)`(?: `(\w+)`)?/g)].map(([, file, name]) =>
    name ? `${file} ${name}` : file!,
  );
}

/** What is called of src/ while something is done: its files, and its functions as `file function`. */
async function calledDuring(action: () => Promise<unknown>): Promise<Set<string>> {
  await profiler.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await action();
  const { result } = await profiler.post('Profiler.takePreciseCoverage');
  await profiler.post('Profiler.stopPreciseCoverage');
  const called = new Set<string>();
  for (const { url, functions } of result) {
    const [, name] = /\/src\/(.*)\.js$/.exec(url) ?? [];
    const file = `${name}.ts`;
    for (const { functionName, ranges } of functions) {
      if (ranges.some(({ count }) => count > 0)) called.add(file).add(`${file} ${functionName}`);
    }
  }
  return called;
}

async function expectJourney(journey: string, action: () => Promise<unknown>): Promise<void> {
  const steps = stepsOf(journey);
  expect(steps.length).toBeGreaterThan(4);
  const called = await calledDuring(action);
  expect(steps.filter((step) => !called.has(step))).toEqual([]);
}

test('a query passes the files that CONTRIBUTING names', async () => {
  await expectJourney('A query', async () => {
    const { data } = await editing.reader('{ leaflets { nodes { title resources { title } } } }');
    expect(data.leaflets.nodes.length).toBeGreaterThan(5);
  });
});

test('a filter passes the files that CONTRIBUTING names', async () => {
  await expectJourney('A filter', async () => {
    const { data } = await editing.reader(
      '{ leaflets(filter: { resources: { some: { type: { eq: NETWORK } } } }) { nodes { title } } }',
    );
    expect(data.leaflets.nodes.length).toBeGreaterThan(0);
  });
});

test('a seed file passes the files that CONTRIBUTING names', async () => {
  mkdirSync(join(folder, 'organisations'));
  writeFileSync(join(folder, 'organisations', 'lighthouse.yaml'), 'title: Lighthouse\ntype: NETWORK\n');
  await expectJourney('A seed file', async () => {
    const { content, plan } = await planFolder(folder, editing.app.services, false);
    expect(content.problems).toEqual([]);
    expect(await applyPlan(plan!, editing.app.services, 'journeys')).not.toBeNull();
  });
});

test('a save passes the files that CONTRIBUTING names', async () => {
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
