import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { AppError } from '../../src/errors.js';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { FlakyNetwork, type NetworkMode } from '../support/flaky-network.js';
import { becomesTrueWithin, settlesWithin } from '../support/wait-for.js';
import { batch, ALL_ENTRIES_QUERY, slugsOf, TestStores, topic } from './test-stores.js';
import { Random } from './random.js';
import { blockProcess } from './block-process.js';

const bench = new TestStores({ own: true, fails: true });
afterAll(() => bench.close());

// The fail point of the embedded database sets the duration of a write.
const embedded = process.env.TEST_MONGODB_URI ? test.skip : test;

/** Opens a store that reaches its database over a network that can fail. */
async function overNetwork(name: string): Promise<{ store: Store; network: FlakyNetwork } & AsyncDisposable> {
  const { uri, database } = await bench.addressOf(name);
  const network = await FlakyNetwork.before(uri);
  const store = await openStore({
    uri: network.uri,
    database,
    model: bench.model,
    pollMs: 50,
    onFeedError: () => {},
  });
  return {
    store,
    network,
    [Symbol.asyncDispose]: async () => {
      await store.close();
      network.close();
    },
  };
}

/**
 * Maximum numbers of attempts until the driver has reconnected. It reconnects within 1 s after the network returns, or
 * after 3 s, when a pending connection attempt times out.
 */
const MAX_ATTEMPTS_WITHIN_2_S = 8;
const MAX_ATTEMPTS_WITHIN_4_S = 15;

/** Repeats a query until it succeeds, at most every 270 ms. Returns the number of attempts. */
async function retryUntilSuccess(operation: () => Promise<unknown>): Promise<number> {
  for (let attempt = 1; attempt < 80; attempt += 1) {
    const succeeded = operation().then(
      () => true,
      () => false,
    );
    if (await Promise.race([succeeded, pause(250, false)])) return attempt;
    await pause(20);
  }
  return Infinity;
}

/**
 * Interrupts the connection in one way. Returns the responses during the outage, and the time until the first success
 * after it.
 */
async function lose(mode: NetworkMode) {
  await using overLimit = await overNetwork(`lost-${mode.toLowerCase()}`);
  const { store, network } = overLimit;
  const end = store.log.follow(() => {});
  await store.log.commit(batch(topic('before')));
  network.setMode(mode);
  const write = store.log.commit(batch(topic('meanwhile'))).catch((error: unknown) => error);
  const page = store.entries.page('Topic', ALL_ENTRIES_QUERY, PUBLIC_VIEW).catch((error: AppError) => error.code);
  const isReadInTime = await settlesWithin(5500, page);
  network.setMode('OPEN');
  const attempts = await retryUntilSuccess(() => store.connection.ping());
  // A write that was in progress at the time of the outage does not delay the next one.
  const next = write.then(() => store.log.commit(batch(topic('after'))));
  const isWrittenInTime = await settlesWithin(4000, next);
  const after = await next;
  const slugs = await slugsOf(store, 'Topic');
  end();
  return { told: await page, isToldInTime: isReadInTime, asks: attempts, isWrittenInTime, after, slugs };
}

test('a lost database is reported within 5 s, and used within 2 s of its return, or 4 s if it accepted connections without answering', async () => {
  const most = { RESET: MAX_ATTEMPTS_WITHIN_2_S, HANG_UP: MAX_ATTEMPTS_WITHIN_2_S, SWALLOW: MAX_ATTEMPTS_WITHIN_4_S };
  const modes = Object.keys(most) as (keyof typeof most)[];
  // Run concurrently, since most of the time is waiting.
  for (const [index, disconnected] of (await Promise.all(modes.map(lose))).entries()) {
    expect(disconnected.told).toBe('DATABASE_UNREACHABLE');
    expect(disconnected).toMatchObject({ isToldInTime: true, isWrittenInTime: true });
    expect(disconnected.asks).toBeLessThanOrEqual(most[modes[index]!]);
    expect(disconnected.after).toMatchObject({ committed: true });
    expect(disconnected.slugs).toEqual(expect.arrayContaining(['after', 'before']));
  }
});

/**
 * Writes an entry while the database takes the given time for it and answers no other request for the first part of
 * that time.
 */
async function writeSlowly(name: string, blockTimeMS: number, busyMs: number) {
  await using overLimit = await overNetwork(name);
  const { store, network } = overLimit;
  await store.log.commit(batch(topic('before')));
  const { uri } = await bench.addressOf(name);
  const client = await MongoClient.connect(uri);
  await client.db('admin').command({
    configureFailPoint: 'failCommand',
    mode: { times: 1 },
    data: { failCommands: ['insert'], blockConnection: true, blockTimeMS },
  });
  await client.close();
  const start = performance.now();
  const write = store.log.commit(batch(topic('slow')));
  if (busyMs > 0) network.setMode('HOLD');
  await Promise.race([write, pause(busyMs)]);
  network.setMode('OPEN');
  const answer = await write;
  return { answer, tookMs: performance.now() - start };
}

embedded('a slow write is not interrupted, even while the database answers no other command', async () => {
  const { answer, tookMs } = await writeSlowly('slow-and-busy', 4000, 2000);
  expect(answer).toMatchObject({ committed: true });
  expect(tookMs).toBeGreaterThan(3990);
});

test('a process that was suspended reads the responses that arrived meanwhile, and reports no lost connection', async () => {
  const store = await bench.open({ name: 'stood-still' });
  await store.log.commit(batch(topic('before')));
  const page = slugsOf(store, 'Topic');
  const write = store.log.commit(batch(topic('meanwhile')));
  const end = store.log.follow(() => {});
  // Wait until the commands are sent.
  await new Promise(setImmediate);
  blockProcess(7000);
  expect(await page).toContain('before');
  expect(await write).toMatchObject({ committed: true });
  end();
});

test('a store closed during an outage of its database leaves no connection', async () => {
  await using overLimit = await overNetwork('closed-while-away');
  const { store, network } = overLimit;
  network.setMode('SWALLOW');
  const page = store.entries.page('Topic', ALL_ENTRIES_QUERY, PUBLIC_VIEW).catch((error: AppError) => error.code);
  await store.close();
  expect(await page).toBe('DATABASE_UNREACHABLE');
  // The driver waits two minutes for a response unless it detects that the server is lost.
  expect(await becomesTrueWithin(10_000, () => network.connections === 0)).toBe(true);
});

(process.env.LONG ? embedded : test.skip)('a write that takes longer than a minute succeeds', async () => {
  const { answer, tookMs } = await writeSlowly('slow', 70_000, 0);
  expect(answer).toMatchObject({ committed: true });
  expect(tookMs).toBeGreaterThan(69_900);
});

test('an open store reconnects within 4 s after its network was unstable', async () => {
  const random = new Random(11);
  const rounds = process.env.LONG ? 60 : 3;
  await using overLimit = await overNetwork('flapping');
  const { store, network } = overLimit;
  const end = store.log.follow(() => {});
  for (let round = 0; round < rounds; round += 1) {
    for (let flap = 0; flap < 6; flap += 1) {
      network.setMode(random.pick<NetworkMode>(['OPEN', 'RESET', 'SWALLOW', 'HANG_UP']));
      void store.entries.page('Topic', ALL_ENTRIES_QUERY, PUBLIC_VIEW).catch(() => {});
      await pause(random.below(200));
    }
    network.setMode('OPEN');
    expect(await retryUntilSuccess(() => store.connection.ping())).toBeLessThanOrEqual(MAX_ATTEMPTS_WITHIN_4_S);
  }
  end();
});
