import { expect, test } from '@jest/globals';
import { ChangeBroadcaster, type LiveEvent } from '../../src/graphql/live/change-broadcaster.js';
import type { LoggedChange } from '../../src/store/change-log.js';

const CHANGES = 1000;

/** Creates a log with the given number of changes. It counts reads and concurrent replays. */
function logOf(changes: number) {
  const reads = { count: 0, now: 0, most: 0 };
  const log = {
    feedState: () => ({ sequence: changes }),
    follow: () => () => {},
    head: async () => changes,
    changesAfter: async (after: number, limit: number) => {
      reads.count += 1;
      reads.now += 1;
      reads.most = Math.max(reads.most, reads.now);
      await new Promise(setImmediate);
      reads.now -= 1;
      const length = Math.min(limit, changes - after);
      return Array.from(
        { length },
        (_, index) => ({ sequence: after + 1 + index, entries: [] }) as unknown as LoggedChange,
      );
    },
  };
  return { news: new ChangeBroadcaster(log as never), reads };
}

/** Returns the events that a reconnecting client receives after a change. Each event has the given cost. */
function replayFrom(broadcaster: ChangeBroadcaster, after: number, cost: number): Promise<LiveEvent[]> {
  const events: LiveEvent[] = [];
  return new Promise((resolve, reject) => {
    broadcaster.listen({
      after,
      maxQueued: 10,
      fail: reject,
      send: async (each) => {
        events.push(each);
        if (each.sequence === CHANGES) resolve(events);
        return cost;
      },
    });
  });
}

test('a replay of missed changes sends all of them if the total cost is below the limit', async () => {
  const replayedEvents = await replayFrom(logOf(CHANGES).news, 100, 1);
  expect(replayedEvents.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 900 }, (_, index) => 101 + index),
  );
  expect(replayedEvents.every(({ payload }) => typeof payload === 'object')).toBe(true);
});

test('a replay above the cost limit ends with the event GAP, and reads no further', async () => {
  const { news: broadcaster, reads } = logOf(CHANGES);
  const events = await replayFrom(broadcaster, 0, 10_000);
  expect(events).toHaveLength(7);
  expect(events.at(-1)).toEqual({ sequence: CHANGES, payload: 'GAP' });
  expect(reads.count).toBe(1);
});

test('at most two replays of missed changes run at once, and all of them complete', async () => {
  const { news: broadcaster, reads } = logOf(CHANGES);
  const everything = await Promise.all(Array.from({ length: 20 }, () => replayFrom(broadcaster, 500, 1)));
  expect(everything.map((replay) => replay.length)).toEqual(everything.map(() => 500));
  expect(reads.most).toBe(2);
});
