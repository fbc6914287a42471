import { setTimeout as pause } from 'node:timers/promises';
import { type Db, MongoClient } from 'mongodb';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import { batch, nextChange, slugsOf, TestStores, topic } from './test-stores.js';

const bench = new TestStores();
const clients: MongoClient[] = [];
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await bench.close();
});

/** Returns a database with changes, a store that follows its log, and a function that resets the log to a position. */
async function openFollowedDatabase(name: string) {
  const { uri, database } = await bench.addressOf(name);
  const client = await MongoClient.connect(uri);
  clients.push(client);
  const db: Db = client.db(database);
  const store = await bench.open({ name, pollMs: 20 });
  let resetCount = 0;
  const end = store.log.follow((notice) => (resetCount += notice.isReset ? 1 : 0));
  const first = topic('a');
  await store.log.commit(batch(first, topic('kept')));
  await store.log.commit(batch(topic('b')));
  await store.log.commit(batch(nextChange(first, 'SAVE', 'PUBLISHED', { title: { en: 'Changed' } }), topic('c')));
  const log = db.collection<{ _id: number }>('changes');
  return {
    db,
    store,
    log,
    end,
    rollBackTo: (place: number) => log.deleteMany({ _id: { $gt: place } }),
    waitForReset: async (times = 1) => {
      while (resetCount < times || !store.log.feedState().isProjected) await pause(10);
    },
  };
}

test('changes that are rolled back while a server runs are removed from its responses', async () => {
  const { store, rollBackTo, waitForReset: isAnew, end } = await openFollowedDatabase('rolled-back');
  await rollBackTo(1);
  await isAnew();
  expect(await slugsOf(store, 'Topic')).toEqual(['a', 'kept']);
  const [a] = await store.entries.bySlug('Topic', ['a'], null, PUBLIC_VIEW);
  expect([a!.revision, a!.record.title]).toEqual([1, { en: 'a' }]);
  expect(await store.log.commit(batch(topic('d')))).toMatchObject({ committed: true, sequence: 2 });
  expect(await slugsOf(store, 'Topic')).toEqual(['a', 'd', 'kept']);
  end();
});

test('a commit detects that another change replaced the last known one, before it appends its own', async () => {
  const { store, log, end } = await openFollowedDatabase('replaced');
  end();
  const [last] = await log.find({ _id: 3 }).toArray();
  await log.deleteOne({ _id: 3 });
  const entries = (last as unknown as { entries: { slug: string }[] }).entries.filter(({ slug }) => slug === 'c');
  await log.insertOne({ ...last!, at: new Date(0), entries } as never);
  expect(await store.log.commit(batch(topic('d')))).toMatchObject({ committed: true, sequence: 4 });
  const [a] = await store.entries.bySlug('Topic', ['a'], null, PUBLIC_VIEW);
  expect(a!.revision).toBe(1);
  expect(await slugsOf(store, 'Topic')).toEqual(['a', 'b', 'c', 'd', 'kept']);
});

test('a rollback while no server ran is detected at the next start', async () => {
  const { store, rollBackTo, end } = await openFollowedDatabase('stopped');
  end();
  await store.close();
  await rollBackTo(2);
  expect(await slugsOf(await bench.open({ name: 'stopped' }), 'Topic')).toEqual(['a', 'b', 'kept']);
});

test('a database dropped under a running server is served as empty', async () => {
  const { store, db, waitForReset: isAnew, end } = await openFollowedDatabase('gone');
  await db.dropDatabase();
  await isAnew();
  expect(await slugsOf(store, 'Topic')).toEqual([]);
  expect(await store.log.commit(batch(topic('a')))).toMatchObject({ committed: true, sequence: 1 });
  expect((await db.collection('changes').indexes()).map(({ name }) => name)).toContain('entries.key');
  end();
});

test('a commit repeats its reads if the log was replaced since', async () => {
  const { store, rollBackTo, waitForReset: isAnew, end } = await openFollowedDatabase('read-before');
  const { log, entries } = await store.entries.readStatesBeforeWrite([{ kind: 'Topic', slug: 'a' }]);
  const basis = { log, newestStates: new Map([['Topic/a', entries[0]!.newest]]) };
  await rollBackTo(1);
  await isAnew();
  const late = { ...batch(topic('a', {}, { expectedRevision: 2 })), basis };
  expect(await store.log.commit(late)).toMatchObject({ committed: false, conflicts: [{ revision: 1 }] });
  end();
});

test('a writer detects a replaced log, and reads its content', async () => {
  const { store, rollBackTo, end } = await openFollowedDatabase('read-after');
  end();
  const key = { kind: 'Topic', slug: 'a' };
  const before = await store.entries.readStatesBeforeWrite([key]);
  await rollBackTo(2);
  const { log, entries } = await store.entries.readStatesBeforeWrite([key]);
  expect([before.entries[0]!.newest!.revision, entries[0]!.newest!.revision, log === before.log]).toEqual([
    2,
    1,
    false,
  ]);
  const basis = { log, newestStates: new Map([['Topic/a', entries[0]!.newest]]) };
  const change = { ...batch(nextChange(topic('a'), 'SAVE', 'PUBLISHED')), basis };
  expect(await store.log.commit(change)).toMatchObject({ committed: true, sequence: 3 });
});
