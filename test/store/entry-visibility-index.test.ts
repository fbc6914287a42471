import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import { connect } from '../../src/store/connection/connect.js';
import { EntryVisibilityIndex } from '../../src/store/projection/entry-visibility-index.js';
import type { LogDocument } from '../../src/store/log/log-document.js';
import type { Store } from '../../src/store/store.js';
import { batch, nextChange, TestStores, topic } from './test-stores.js';

const bench = new TestStores();
afterAll(() => bench.close());

const PREVIEW = { role: 'EDITOR', preview: true } as const;
/** Maximum delay in milliseconds until a store sees the writes of another server. */
const MAX_DELAY_MS = 500;

function isShown(store: Store, slug: string, view: typeof PUBLIC_VIEW | typeof PREVIEW = PUBLIC_VIEW) {
  return store.entries.isVisible({ kind: 'Topic', slug }, view);
}

/** Opens a store with its public key set. */
async function openWithKeys(name: string) {
  const store = await bench.open({ name, pollMs: 20 });
  const publicKeys = store.entries.trackVisibility((error) => {
    if (error !== null) throw error as Error;
  });
  await publicKeys.waitUntilIdle();
  return { store, publicKeys };
}

/** Resolves once a topic is in the public key set of a store. */
async function untilShown(store: Store, slug: string): Promise<void> {
  while (!isShown(store, slug)) await pause(5);
}

test('an entry published under its first slug is in the key set from the write until it is unpublished', async () => {
  const { store, publicKeys } = await openWithKeys('life');
  const first = topic('first');
  const remaining = topic('left');
  await store.log.commit(batch(first, remaining, topic('draft', {}, { status: 'DRAFT' })));
  await untilShown(store, 'first');
  expect(['left', 'draft', 'no-such'].map((slug) => isShown(store, slug))).toEqual([true, false, undefined]);
  expect(isShown(store, 'first', PREVIEW)).toBeUndefined();

  const drafted = nextChange(first, 'SAVE', 'DRAFT');
  await store.log.commit(batch(drafted));
  await untilShown(store, 'first');
  const unpublished = nextChange(drafted, 'UNPUBLISH', 'DRAFT');
  await store.log.commit(batch(unpublished, nextChange(remaining, 'RETIRE', 'RETIRED')));
  expect(['first', 'left'].map((slug) => isShown(store, slug))).toEqual([false, undefined]);
  const republished = nextChange(unpublished, 'PUBLISH', 'PUBLISHED');
  await store.log.commit(batch(republished));
  await untilShown(store, 'first');

  const renamed = topic('second', {}, { action: 'RENAME', movedFrom: 'first', formerly: ['first'] });
  const retired = { ...nextChange(republished, 'RENAME', 'RETIRED'), movedTo: 'second' };
  await store.log.commit(batch(retired, renamed));
  expect(['first', 'second'].map((slug) => isShown(store, slug))).toEqual([undefined, undefined]);
  await publicKeys.close();
});

test('a starting server loads the keys of all public entries, and none of hidden entries', async () => {
  const { store, publicKeys } = await openWithKeys('many');
  const withdrawn = topic('t-17');
  const many = Array.from({ length: 1203 }, (_, index) => topic(`t-${index}`));
  await store.log.commit(batch(...many, topic('draft', {}, { status: 'DRAFT' })));
  await store.log.commit(
    batch(nextChange(withdrawn, 'UNPUBLISH', 'DRAFT'), nextChange(topic('t-18'), 'RETIRE', 'RETIRED')),
  );
  const renamed = topic('renamed', {}, { action: 'RENAME', movedFrom: 't-19', formerly: ['t-19'] });
  await store.log.commit(batch({ ...nextChange(topic('t-19'), 'RENAME', 'RETIRED'), movedTo: 'renamed' }, renamed));
  await publicKeys.close();

  const other = await openWithKeys('many');
  await untilShown(other.store, 't-0');
  const others = [...many.map(({ slug }) => slug), 'draft', 'renamed'].filter((slug) => !isShown(other.store, slug));
  expect(others.map((slug) => [slug, isShown(other.store, slug)])).toEqual([
    ['t-17', false],
    ['t-18', undefined],
    ['t-19', undefined],
    ['draft', false],
    ['renamed', undefined],
  ]);
  await other.publicKeys.close();
});

test('another server removes the key of an unpublished entry within half a second, and never adds that of a draft', async () => {
  const [writing, reading] = [await openWithKeys('two'), await openWithKeys('two')];
  const publicTopic = topic('shown');
  await writing.store.log.commit(batch(publicTopic));
  await untilShown(reading.store, 'shown');
  let [isOver, wasDraftShown] = [false, false];
  const watched = (async () => {
    while (!isOver) {
      wasDraftShown ||= isShown(reading.store, 'draft') === true;
      await pause(1);
    }
  })();
  await writing.store.log.commit(batch(topic('draft', {}, { status: 'DRAFT' }), topic('other')));
  await writing.store.log.commit(batch(nextChange(publicTopic, 'UNPUBLISH', 'DRAFT')));
  const exited = performance.now();
  for (let polledAt = exited; isShown(reading.store, 'shown') || !isShown(reading.store, 'other'); await pause(1)) {
    if (isShown(reading.store, 'shown')) expect(polledAt - exited).toBeLessThan(MAX_DELAY_MS);
    polledAt = performance.now();
  }
  isOver = true;
  await watched;
  expect(wasDraftShown).toBe(false);
  for (const { publicKeys } of [writing, reading]) await publicKeys.close();
});

test('a read during an unpublication does not restore the removed key', async () => {
  const name = 'meanwhile';
  const store = await bench.open({ name });
  await store.log.commit(batch(topic('stays'), topic('goes')));
  const { uri, database: named } = await bench.addressOf(name);
  const database = await connect(uri, named);
  const loggedEntry = { kind: 'Topic', slug: 'goes', status: 'DRAFT', action: 'UNPUBLISH' };
  const logDocument = { entries: [loggedEntry] } as unknown as LogDocument;
  /** Returns a database whose reads respond only after `duringRead` has run. */
  const late = (duringRead: () => void) =>
    Object.assign(Object.create(database) as typeof database, {
      aggregate: async (...args: Parameters<typeof database.aggregate>) => {
        const rows = await database.aggregate(...args);
        duringRead();
        return rows;
      },
    });
  const states = (keys: EntryVisibilityIndex) =>
    ['stays', 'goes'].map((slug) => keys.isVisible({ kind: 'Topic', slug }, PUBLIC_VIEW));

  const changed: EntryVisibilityIndex = new EntryVisibilityIndex(
    late(() => changed.applyBatch(logDocument)),
    bench.model,
    () => true,
  );
  await changed.read();
  const fresh: EntryVisibilityIndex = new EntryVisibilityIndex(
    late(() => fresh.applyBatch(null)),
    bench.model,
    () => true,
  );
  await fresh.read();
  await database.close();
  expect(states(changed)).toEqual([true, false]);
  expect(states(fresh)).toEqual([undefined, undefined]);
});

test('the key set is unknown after the log was replaced, and always without a change feed', async () => {
  const { store, publicKeys } = await openWithKeys('rolled-back');
  await store.log.commit(batch(topic('kept')));
  await store.log.commit(batch(topic('gone')));
  await untilShown(store, 'gone');
  const { uri, database } = await bench.addressOf('rolled-back');
  const client = await MongoClient.connect(uri);
  await client
    .db(database)
    .collection<{ _id: number }>('changes')
    .deleteMany({ _id: { $gt: 1 } });
  while (isShown(store, 'gone')) await pause(5);
  await untilShown(store, 'kept');
  expect(isShown(store, 'gone')).toBeUndefined();
  await publicKeys.close();
  expect(isShown(store, 'kept')).toBeUndefined();
  await client.close();
});
