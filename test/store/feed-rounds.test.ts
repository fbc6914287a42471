import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { FeedRounds } from '../../src/store/projection/feed-rounds.js';

const POLL_MS = 5;

test('whoever follows again while a round is under way is followed by one row of rounds', async () => {
  const begun: (() => void)[] = [];
  const rounds = new FeedRounds(
    { pollMs: POLL_MS, isTold: false },
    () => new Promise<void>((resolve) => begun.push(resolve)),
  );
  rounds.start();
  while (begun.length < 1) await pause(POLL_MS);
  rounds.stop();
  rounds.start();
  begun[0]!();
  while (begun.length < 2) await pause(POLL_MS);
  // A timer of the first row would ring before this one, which was set after it and for longer.
  await pause(10 * POLL_MS);
  expect(begun).toHaveLength(2);
  rounds.close();
});
