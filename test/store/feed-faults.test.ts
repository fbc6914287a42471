import { MongoClient } from 'mongodb';
import { runOperation } from '../../src/store/connection/run-operation.js';
import { embeddedOnly } from '../support/embedded-only.js';
import { Faults, READ_COMMANDS, WRITE_COMMANDS } from '../support/injected-faults.js';
import { batch, nextChange, slugsOf, TestStores, topic } from './test-stores.js';

/** Waits until a condition holds. */
async function waitUntil(fact: () => boolean): Promise<void> {
  while (!fact()) await new Promise((resolve) => setTimeout(resolve, 5));
}

embeddedOnly('fail points are specific to the embedded database')('a feed whose database fails', () => {
  const bench = new TestStores({ own: true, fails: true });
  let faults: Faults;
  beforeAll(async () => {
    faults = await Faults.of((await bench.addressOf()).uri);
  });
  afterEach(() => faults.end());
  afterAll(async () => {
    await faults.close();
    await bench.close();
  });

  // Disk full, failed authentication, no rights, internal error, interrupted, unknown namespace, unknown cursor,
  // unknown error, failed operation, unknown command.
  test.each([14031, 18, 13, 1, 11601, 26, 43, 8, 96, 59])(
    'the feed continues after error %i, and logs it once',
    async (errorCode) => {
      const name = `code${errorCode}`;
      const writer = await bench.open({ name });
      const errors: unknown[] = [];
      const reader = await bench.open({ name, pollMs: 5, onFeedError: (error) => errors.push(error) });
      const logged: number[] = [];
      reader.log.follow(({ sequence }) => logged.push(sequence));
      await faults.set({ errorCode }, READ_COMMANDS);
      await waitUntil(() => reader.log.feedState().failures >= 3);
      expect(reader.log.feedState()).toMatchObject({ isFailing: true, isProjected: true });
      expect(errors).toMatchObject([{ code: errorCode === 14031 ? 'DATABASE_FULL' : errorCode }]);
      await faults.end();
      await writer.log.commit(batch(topic('a')));
      await waitUntil(() => logged.length > 0);
      expect([logged, errors.length, errors[1]]).toEqual([[1], 2, null]);
      expect(reader.log.feedState()).toMatchObject({ sequence: 1, isFailing: false });
    },
  );

  test('a logged write that is not projected is reported, and projected when there is disk space again', async () => {
    const store = await bench.open({ name: 'full', pollMs: 5, onFeedError: () => {} });
    store.log.follow(() => {});
    const first = topic('a', { title: { en: 'Before' } });
    await store.log.commit(batch(first));
    await faults.set({ errorCode: 14031 }, ['update']);
    const second = store.log.commit(batch(nextChange(first, 'SAVE', 'PUBLISHED', { title: { en: 'After' } })));
    await expect(second).rejects.toMatchObject({
      code: 'NOT_YET_SERVED',
      message: expect.stringContaining('the disk of the database is full'),
      details: { sequence: 2 },
    });
    expect(await store.log.head()).toBe(2);
    expect(store.log.feedState().sequence).toBe(1);
    await faults.end();
    await waitUntil(() => store.log.feedState().sequence === 2);
    const [entry] = await store.entries.currentStates([{ kind: 'Topic', slug: 'a' }]);
    expect(entry!.record.title).toEqual({ en: 'After' });
  });

  test('a bulk write that loses its connection is rejected with DATABASE_UNREACHABLE', async () => {
    const { uri } = await bench.addressOf();
    const client = await MongoClient.connect(uri);
    const collection = client.db('lost').collection('any');
    await faults.set({ closeConnection: true }, ['insert']);
    const writing = runOperation(collection.bulkWrite([{ insertOne: { document: {} } }], { ordered: false }));
    await expect(writing).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    await client.close();
  });

  test('a write without disk space is rejected and stores nothing', async () => {
    const store = await bench.open();
    await faults.set({ errorCode: 14031 }, WRITE_COMMANDS);
    await expect(store.log.commit(batch(topic('a')))).rejects.toMatchObject({ code: 'DATABASE_FULL' });
    expect(await store.log.head()).toBe(0);
  });

  test('a store opens and reads on a full disk, and projects the log when there is disk space again', async () => {
    const name = 'starts';
    const before = await bench.open({ name });
    const first = topic('a');
    await before.log.commit(batch(first, topic('b')));
    await faults.set({ errorCode: 14031 }, ['update']);
    const retired = before.log.commit(batch(nextChange(first, 'RETIRE', 'RETIRED')));
    await expect(retired).rejects.toMatchObject({ code: 'NOT_YET_SERVED' });
    await faults.set({ errorCode: 14031 }, WRITE_COMMANDS);
    const store = await bench.open({ name, pollMs: 5, onFeedError: () => {} });
    store.log.follow(() => {});
    expect(store.log.feedState().isProjected).toBe(false);
    expect(await slugsOf(store, 'Topic')).toEqual(['a', 'b']);
    await faults.end();
    await waitUntil(() => store.log.feedState().isProjected);
    expect(await slugsOf(store, 'Topic')).toEqual(['b']);
  });

  test('a revoked token is invalid immediately, even if writing the revocation to the log failed', async () => {
    const store = await bench.open({ pollMs: 5 });
    store.log.follow(() => {});
    await store.log.catchUp();
    const digest = 'a'.repeat(64);
    const token = { id: 't', name: 'Anna', role: 'EDITOR' as const, digest, createdAt: new Date() };
    await store.tokens.add({ ...token, expiresAt: null, revokedAt: null });
    expect(await store.tokens.withSamePrefix(digest)).toHaveLength(1);
    await faults.set({ errorCode: 14031 }, ['insert']);
    await expect(store.tokens.revoke('t', new Date())).rejects.toMatchObject({ code: 'DATABASE_FULL' });
    expect(await store.tokens.withSamePrefix(digest)).toEqual([]);
  });
});
