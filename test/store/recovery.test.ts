import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import type { LogDocument } from '../../src/store/log/log-document.js';
import { connect } from '../../src/store/connection/connect.js';
import { buildKindPlans } from '../../src/store/documents/kind-plan.js';
import { Projector } from '../../src/store/projection/projector.js';
import { dumpCollections } from './dump-collections.js';
import { batch, nextChange, slugsOf, TestStores, topic } from './test-stores.js';
import { batchToInterrupt, batchBeforeKill } from './interrupted-batches.js';
import { RandomContent } from './random-content.js';
import { Random } from './random.js';
import { compiledPath } from '../support/compiled-path.js';

/** A writer is killed before every n-th command: before each one with LONG=1, else before every eighth. */
const STEP = process.env.LONG ? 1 : 8;

const bench = new TestStores();
afterAll(() => bench.close());

/** Runs the writer that is killed before it sends a command. Returns whether it was killed. */
async function killedBefore(command: number | 'served', name: string): Promise<boolean> {
  const { uri, database } = await bench.addressOf(name);
  const script = [compiledPath('test/store/killed-writer.ts'), uri, database, String(command)];
  const child = spawn(process.execPath, script, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  expect(signal === 'SIGKILL' || code === 0).toBe(true);
  return signal === 'SIGKILL';
}

test('a writer killed before any of its commands writes its complete batch or nothing, and the next start completes it', async () => {
  const outcomes: string[] = [];
  for (let command = 0, killed = true; killed; command += STEP) {
    const name = `killed${command}`;
    killed = await killedBefore(command, name);
    const store = await bench.open({ name });
    const head = await store.log.head();
    outcomes.push(killed ? (head === 1 ? 'before' : 'after') : 'finished');
    const exists = head === 2;
    expect(await slugsOf(store, 'Topic')).toEqual(
      exists ? ['child', 'new', 'parent'] : ['child', 'old', 'parent', 'taken'],
    );
    const [resource] = await store.entries.bySlug('Resource', ['guide'], null, PUBLIC_VIEW);
    expect(resource!.record.topics).toEqual(exists ? ['new', 'child'] : ['old', 'child']);
    const figures = await store.figures.series({ indicators: ['cases'], areas: null, breakdowns: null, asOf: null });
    const values = figures.sort((a, b) => (a.area < b.area ? -1 : 1)).map(({ points }) => points[0]!.value);
    expect(values).toEqual(exists ? [1, 2, 4] : [1, 2, 3]);
    if (!exists) expect(await store.log.commit(batchToInterrupt())).toMatchObject({ committed: true });
    const served = await dumpCollections(await bench.addressOf(name));
    await bench.openRebuilt(name);
    expect(await dumpCollections(await bench.addressOf(name))).toEqual(served);
  }
  expect(outcomes).toContain('before');
  expect(outcomes).toContain('after');
});

test('another process completes and announces the batch of a killed writer', async () => {
  const name = 'followed';
  const watcher = await bench.open({ name, pollMs: 20 });
  const announced = new Promise<string[]>((resolve) => {
    watcher.log.follow(({ sequence, entries }) => {
      if (sequence === 2) resolve(entries.map(({ slug, action }) => `${slug} ${action}`));
    });
  });
  expect(await killedBefore('served', name)).toBe(true);
  expect(await announced).toEqual(['guide SAVE', 'new SAVE', 'child SAVE', 'old RETIRE', 'taken UNPUBLISH']);
  expect(await slugsOf(watcher, 'Topic')).toEqual(['child', 'new', 'parent']);
});

describe('recovery of a random database', () => {
  const name = 'random';
  let place: { uri: string; database: string };

  beforeAll(async () => {
    place = await bench.addressOf(name);
    const store = await bench.open({ name });
    for (const each of new RandomContent(bench.model, new Random(3), 6).batches()) await store.log.commit(each);
  });

  test('a rebuild of the collections from the log alone gives the same collections', async () => {
    const served = await dumpCollections(place);
    expect(Object.keys(served).length).toBeGreaterThan(20);
    await bench.openRebuilt(name);
    expect(await dumpCollections(place)).toEqual(served);
  });

  test('applying a batch of the log late or twice changes nothing', async () => {
    const served = await dumpCollections(place);
    const database = await connect(place.uri, place.database);
    const projection = new Projector(database, bench.model, buildKindPlans(bench.model), () => ({}));
    const log = (await database.changes.find({}, { sort: { _id: -1 } })) as LogDocument[];
    for (const each of [...log, ...log]) await projection.apply(each);
    await database.close();
    expect(await dumpCollections(place)).toEqual(served);
  });
});

test('a new filterable field applies to existing entries', async () => {
  const name = 'reshaped';
  const { model } = bench;
  const without = {
    ...model,
    kinds: model.kinds.map((kind) => ({
      ...kind,
      fields: kind.fields.map((field) => (field.name === 'scheme' ? { ...field, filter: false, facet: false } : field)),
    })),
  };
  const kind = (expected: string) => without.kinds.find((each) => each.name === expected)!;
  const shape = (expected: string) => without.kinds.find((each) => each.name === expected) ?? model.shape(expected);
  const before = await bench.open({ name, model: { ...without, kind, shape } });
  const draft = topic('b', {}, { status: 'DRAFT' });
  await before.log.commit(batch(topic('a'), draft));
  const filter = { scheme: { eq: 'SUBJECT' } };
  const after = await bench.open({ name });
  expect(await slugsOf(after, 'Topic', { filter })).toEqual(['a']);
  await after.log.commit(batch(nextChange(draft, 'PUBLISH', 'PUBLISHED')));
  expect(await slugsOf(after, 'Topic', { filter })).toEqual(['a', 'b']);
});

test('reopening an up-to-date database sends read commands only', async () => {
  const name = 'again';
  const store = await bench.open({ name });
  await store.log.commit(batchBeforeKill());
  await store.close();
  const commands: string[] = [];
  await bench.open({ name, onCommand: (command) => commands.push(command) });
  expect(commands.filter((command) => command !== 'find')).toEqual([]);
  expect(commands.length).toBeLessThanOrEqual(4);
});
