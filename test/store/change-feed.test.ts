import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../src/embedded/index.js';
import { LOG_COLLECTION } from '../../src/store/collection-names.js';
import { becomesTrueWithin } from '../support/wait-for.js';
import { embeddedOnlyTest } from '../support/embedded-only.js';
import type { ChangeEvent } from '../../src/store/change-log.js';
import { batch, nextChange, slugsOf, TestStores, topic } from './test-stores.js';

const bench = new TestStores();
afterAll(() => bench.close());

test('changes of another process are reported once, in order, when they are readable', async () => {
  const writer = await bench.open({ name: 'two' });
  const reader = await bench.open({ name: 'two', pollMs: 10 });
  const notifications: ChangeEvent[] = [];
  const slugsAfterEach: string[][] = [];
  const allAnnounced = new Promise<void>((resolve) => {
    reader.log.follow((notice) => {
      notifications.push(notice);
      void slugsOf(reader, 'Topic').then((slugs) => {
        slugsAfterEach.push(slugs);
        if (slugsAfterEach.length === 5) resolve();
      });
    });
  });
  for (const slug of ['a', 'b', 'c', 'd', 'e']) await writer.log.commit(batch(topic(slug)));
  await allAnnounced;
  expect(notifications.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
  expect(notifications[2]).toEqual({
    sequence: 3,
    entries: [{ kind: 'Topic', slug: 'c', revision: 1, action: 'SAVE', status: 'PUBLISHED', isPublic: true }],
    changedIndicators: [],
  });
  slugsAfterEach.forEach((slugs, index) => expect(slugs.length).toBeGreaterThan(index));
});

embeddedOnlyTest('only a database in this process notifies of additions to the log')(
  'if the database sends change notifications, log entries are received without polling',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'signpost-told-'));
    let listener = () => {};
    const watch = { collection: LOG_COLLECTION, onInsert: () => listener() };
    const { uri, close } = await startEmbedded({ dataDir, watch });
    const place = { uri, database: 'told' };
    // With this interval, the reader never polls during the test.
    const reader = await bench.open({ ...place, pollMs: 3_600_000, isNotified: true });
    listener = () => reader.log.wake();
    const writer = await bench.open(place);
    const positions: number[] = [];
    let wake = () => {};
    reader.log.follow(({ sequence }) => {
      positions.push(sequence);
      wake();
    });
    let sentAt = 0;
    for (const slug of ['a', 'b']) {
      sentAt = performance.now();
      const heard = new Promise<void>((resolve) => (wake = resolve));
      await writer.log.commit(batch(topic(slug)));
      await heard;
    }
    expect(positions).toEqual([1, 2]);
    // The read that returned the second change may have started before the change was sent, so `syncedAt` can pass
    // `sentAt` only after a later read.
    expect(await becomesTrueWithin(60_000, () => reader.log.feedState().syncedAt > sentAt)).toBe(true);
    await reader.close();
    await writer.close();
    await close();
    rmSync(dataDir, { recursive: true });
  },
);

test('a batch of this process is reported before commit returns, and not after the feed ends', async () => {
  const store = await bench.open({ pollMs: 60_000 });
  const positions: number[] = [];
  const end = store.log.follow(({ sequence }) => positions.push(sequence));
  await store.log.commit(batch(topic('a')));
  expect(positions).toEqual([1]);
  end();
  await store.log.commit(batch(topic('b')));
  expect(positions).toEqual([1]);
});

test('the log can be read from any position', async () => {
  const store = await bench.open();
  expect([await store.log.head(), await store.log.changesAfter(0, 10)]).toEqual([0, []]);
  const first = topic('a');
  await store.log.commit(batch(first));
  await store.log.commit({ ...batch(nextChange(first, 'RETIRE', 'RETIRED')), author: 'another', message: 'gone' });
  const changes = await store.log.changesAfter(0, 10);
  expect(changes).toMatchObject([
    { sequence: 1, author: 'an editor', message: 'a change', entries: [{ slug: 'a', action: 'SAVE' }] },
    { sequence: 2, author: 'another', message: 'gone', entries: [{ slug: 'a', action: 'RETIRE', status: 'RETIRED' }] },
  ]);
  expect(await store.log.changesAfter(1, 10)).toEqual([changes[1]]);
  expect(await store.log.changesAfter(0, 1)).toEqual([changes[0]]);
  expect(await store.log.head()).toBe(2);
});

test('the revisions of an entry are returned newest first, each in its state at that time', async () => {
  const store = await bench.open();
  const first = topic('a', { title: { en: 'One' } });
  const second = nextChange(first, 'SAVE', 'DRAFT', { title: { en: 'Two' } });
  await store.log.commit(batch(first, topic('other')));
  await store.log.commit(batch(second));
  await store.log.commit(batch(nextChange(second, 'PUBLISH', 'PUBLISHED')));
  const revisions = await store.log.revisions('Topic', 'a', 2);
  expect(revisions).toMatchObject([
    { revision: 3, action: 'PUBLISH', status: 'PUBLISHED', record: { title: { en: 'Two' } }, author: 'an editor' },
    { revision: 2, action: 'SAVE', status: 'DRAFT', textRevisions: { title: { en: 2 } } },
  ]);
  expect(revisions[0]!.at >= revisions[1]!.at).toBe(true);
  expect(await store.log.revisions('Topic', 'nothing', 2)).toEqual([]);
});
