import { expect, test } from '@jest/globals';
import { RateLimit } from '../../src/http/rate-limit.js';

/** Creates a rate limit with a manual clock in milliseconds. */
function limited(mostClients?: number) {
  const clock = { now: 0 };
  return { clock, limit: new RateLimit({ burst: 6, perSecond: 4 }, () => clock.now, mostClients) };
}

test('a token bucket is emptied by requests, refills at a constant rate, and is limited to its burst', () => {
  const { clock, limit } = limited();
  expect([limit.take('a', 5), limit.state('a')]).toEqual([0, { left: 1, fullIn: 2 }]);
  expect([limit.secondsUntil('a', 1), limit.secondsUntil('a', 6)]).toEqual([0, 2]);
  expect([limit.take('a', 6), limit.state('a').left]).toEqual([2, 1]);
  clock.now += 250;
  expect(limit.state('a')).toEqual({ left: 2, fullIn: 1 });
  expect([limit.take('a', 2), limit.take('a'), limit.state('a').left]).toEqual([0, 1, 0]);
  clock.now += 60_000;
  expect(limit.state('a')).toEqual({ left: 6, fullIn: 0 });
  expect([limit.take('a', 7), limit.take('a', 6), limit.take('b', 6)]).toEqual([1, 0, 0]);
});

test('beyond the maximum number of clients, the least recently used one is evicted', () => {
  const { limit } = limited(2);
  for (const client of ['a', 'b', 'a']) limit.take(client, 3);
  limit.take('c');
  expect(['a', 'b', 'c'].map((client) => limit.state(client).left)).toEqual([0, 6, 5]);
});
