import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { FeedScheduler } from '../../src/store/projection/feed-scheduler.js';
import { MAX_STALENESS_MS } from '../../src/store/projection/max-staleness.js';

const POLL_MS = 5;

test('restarting the feed scheduler while the log is read starts no second polling loop', async () => {
  const startedReads: (() => void)[] = [];
  const rounds = new FeedScheduler(
    { pollMs: POLL_MS, isNotified: false },
    () => new Promise<void>((resolve) => startedReads.push(resolve)),
  );
  rounds.start();
  while (startedReads.length < 1) await pause(POLL_MS);
  rounds.stop();
  rounds.start();
  startedReads[0]!();
  while (startedReads.length < 2) await pause(POLL_MS);
  // A second loop would start a third read during this pause.
  await pause(10 * POLL_MS);
  expect(startedReads).toHaveLength(2);
  rounds.close();
});

test('concurrent callers wait for one read of the log, even if the read takes longer than the staleness limit', async () => {
  let reads = 0;
  const rounds: FeedScheduler = new FeedScheduler({ pollMs: 60_000, isNotified: false }, async () => {
    const since = performance.now();
    await pause(1.5 * MAX_STALENESS_MS);
    reads += 1;
    rounds.recordRead(since);
  });
  rounds.start();
  await Promise.all([rounds.catchUp(), rounds.catchUp()]);
  rounds.close();
  expect(reads).toBe(1);
});

test('changes reported while the log is read count as unread', () => {
  const rounds = new FeedScheduler({ pollMs: 60_000, isNotified: true }, async () => {});
  rounds.start();
  const since = performance.now();
  rounds.wake();
  rounds.recordRead(since);
  expect(rounds.syncedAt).toBe(since);
  rounds.recordRead(performance.now());
  const syncedBefore = rounds.syncedAt;
  rounds.close();
  expect(syncedBefore).toBeGreaterThan(since);
});

test('starting the feed scheduler again preserves the time of the last read', () => {
  const rounds = new FeedScheduler({ pollMs: 60_000, isNotified: true }, async () => {});
  rounds.start();
  const readAt = performance.now();
  rounds.recordRead(readAt);
  rounds.start();
  const syncedBefore = rounds.syncedAt;
  rounds.close();
  expect(syncedBefore).toBeGreaterThan(readAt);
});
