import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { CollectionStats } from '../../src/cost/collection-stats.js';
import { LiveCollectionStats } from '../../src/cost/live-collection-stats.js';
import { consumeChanges } from '../../src/store/connection/consume-changes.js';
import type { ChangeEvent } from '../../src/store/change-log.js';
import type { Store } from '../../src/store/store.js';

const STATS = { published: CollectionStats.unknown, preview: CollectionStats.unknown };

/** A change feed that tests control. */
class Feed {
  private readonly listeners: ((notice: ChangeEvent) => void)[] = [];

  readonly consume: Store['log']['consume'] = (onChanges, onTrouble) => {
    const follow = (listener: (notice: ChangeEvent) => void) => {
      this.listeners.push(listener);
      return () => {};
    };
    return consumeChanges({ follow, onChanges, onError: onTrouble });
  };

  change(): void {
    for (const listener of this.listeners) listener({ sequence: 1, entries: [] });
  }
}

test('many changes at once cause at most two counts, and no later one', async () => {
  const feed = new Feed();
  let countCalls = 0;
  const read = async () => ((countCalls += 1), STATS);
  const poller = new LiveCollectionStats(feed.consume, read, (error) => expect(error).toBeNull());
  await poller.waitUntilCounted();
  for (let times = 0; times < 5; times += 1) feed.change();
  await poller.waitUntilCounted();
  const settled = countCalls;
  expect(settled).toBeLessThanOrEqual(3);
  // A leaked timer would have fired by now.
  await pause(400);
  expect(countCalls).toBe(settled);
  await poller.close();
  feed.change();
  await pause(400);
  expect(countCalls).toBe(settled);
});

test('changes during a count cause one more count, which starts after it', async () => {
  const feed = new Feed();
  let [startedCount, runningCount, most] = [0, 0, 0];
  let endFirst = () => {};
  const isFirstOver = new Promise<void>((resolve) => (endFirst = resolve));
  const read = async () => {
    startedCount += 1;
    most = Math.max(most, (runningCount += 1));
    if (startedCount === 1) await isFirstOver;
    else await pause(10);
    runningCount -= 1;
    return STATS;
  };
  const poller = new LiveCollectionStats(feed.consume, read, (error) => expect(error).toBeNull());
  while (startedCount === 0) await pause(1);
  // Each pause is long enough for a count to become due.
  for (let times = 0; times < 3; times += 1) {
    feed.change();
    await pause(300);
  }
  endFirst();
  await poller.waitUntilCounted();
  expect({ begun: startedCount, most }).toEqual({ begun: 2, most: 1 });
  await poller.close();
});

test('consecutive failed counts are reported once, and so is the recovery', async () => {
  const reported: unknown[] = [];
  let failures = 3;
  const read = () => (failures-- > 0 ? Promise.reject(new Error('away')) : Promise.resolve(STATS));
  const poller = new LiveCollectionStats(new Feed().consume, read, (error) => reported.push(error));
  await poller.waitUntilCounted();
  await poller.close();
  expect(failures).toBe(-1);
  expect(reported).toEqual([new Error('away'), null]);
});
