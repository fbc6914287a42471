import type { HistoryWalk, RevisionSummary } from '../../src/store/change-log.js';
import type { Store } from '../../src/store/store.js';
import { growthBelow } from '../support/cpu-time-growth.js';
import { batch, TestStores, topic } from './test-stores.js';
import { topicBatches, writeProjectedLog } from './long-log.js';

const bench = new TestStores();
const commands: string[] = [];
let store: Store;
beforeAll(async () => {
  store = await bench.open({ name: 'life', onCommand: (name) => commands.push(name), pollMs: 3_600_000 });
});
afterAll(() => bench.close());

function walk(slug: string, fromRevision: number, most: number): { visited: RevisionSummary[]; walk: HistoryWalk } {
  const visited: RevisionSummary[] = [];
  const visit = (state: RevisionSummary) => visited.push(state) < most;
  return { visited, walk: { kind: 'Topic', slug, fromRevision, expectedCount: most, visit } };
}

const summarise = (states: readonly RevisionSummary[]) =>
  states.map(({ slug, revision, action }) => `${slug} ${revision} ${action}`);

test('a history continues under a former slug, and omits other entries that had either slug', async () => {
  const saved = topic('first');
  await store.log.commit(batch(saved, { ...saved, expectedRevision: 1 }, topic('second')));
  // "first" is renamed to "second", a slug that another entry had before and lost.
  await store.log.commit(batch({ ...topic('second'), expectedRevision: 1, status: 'RETIRED', movedTo: 'third' }));
  await store.log.commit(
    batch(
      { ...topic('second'), expectedRevision: 2, action: 'RENAME', movedFrom: 'first' },
      { ...saved, expectedRevision: 2, action: 'RENAME', status: 'RETIRED', movedTo: 'second' },
    ),
  );
  // Another entry already uses the slug "first" again.
  await store.log.commit(batch({ ...saved, expectedRevision: 3 }));
  const { visited, walk: walkLong } = walk('second', 3, 100);
  await store.log.walkBack([walkLong]);
  expect(summarise(visited)).toEqual(['second 3 RENAME', 'first 2 SAVE', 'first 1 SAVE']);
});

test('histories of many entries take one command, and one more for each rename', async () => {
  await store.log.commit(batch(...Array.from({ length: 50 }, (_none, index) => topic(`many-${index}`))));
  commands.length = 0;
  const walks = Array.from({ length: 50 }, (_none, index) => walk(`many-${index}`, 1, 5));
  await store.log.walkBack([...walks, walk('second', 3, 5)].map((each) => each.walk));
  expect(walks.map(({ visited }) => visited.length)).toEqual(walks.map(() => 1));
  expect(commands).toEqual(['aggregate', 'aggregate']);
});

test('the five newest states of an entry with 10 000 revisions take at most three times as long as those of an entry with 10', async () => {
  const place = await bench.addressOf('life');
  await writeProjectedLog(place, topicBatches('long', 10_000));
  await writeProjectedLog(place, topicBatches('short', 10));
  const five = (slug: string, from: number) => async () => {
    for (let times = 0; times < 100; times += 1) {
      const { visited, walk: newest } = walk(slug, from, 5);
      await store.log.walkBack([newest]);
      if (times === 0)
        expect(visited.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4].map((back) => from - back));
    }
  };
  const ratio = await growthBelow(3, five('short', 10), five('long', 10_000));
  console.log(`history: 10 000 revisions against 10 cost ${ratio.toFixed(2)} times as much`);
  expect(ratio).toBeLessThan(3);
});

test('the time of reading a long history is linear in the number of revisions', async () => {
  const walkAll = (fromRevision: number) => async () => {
    let visited = 0;
    const visit = () => (visited += 1) > 0;
    await store.log.walkBack([{ kind: 'Topic', slug: 'long', fromRevision, visit }]);
    expect(visited).toBe(fromRevision);
  };
  const ratio = await growthBelow(8, walkAll(2500), walkAll(10_000));
  console.log(`history: four times the revisions cost ${ratio.toFixed(2)} times as much`);
  expect(ratio).toBeLessThan(8);
});
