import { describe, expect, test } from '@jest/globals';
import { Loaders } from '../../src/graphql/request/loaders.js';
import { CooperativeScheduler } from '../../src/graphql/request/cooperative-scheduler.js';

/** Blocks for at least the given number of milliseconds. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** Counts the turns of the event loop until a promise settles. */
async function turnsUntil(promise: Promise<unknown>): Promise<number> {
  let [turns, isDone] = [0, false];
  const settled = promise.finally(() => (isDone = true));
  while (!isDone) {
    await new Promise(setImmediate);
    turns += 1;
  }
  await settled;
  return turns;
}

describe('CooperativeScheduler', () => {
  test('within a time slice, jobs run without a pause', () => {
    const slices = new CooperativeScheduler(60_000).createJobs();
    expect(slices.do(() => 'now')).toBe('now');
    expect(slices.yieldIfOver()).toBeUndefined();
  });

  test('after each time slice, the event loop runs other work', async () => {
    const slices = new CooperativeScheduler().createJobs();
    const jobs = Array.from({ length: 40 }, (_, index) => Promise.resolve(slices.do(() => (work(3), index))));
    const allJobs = Promise.all(jobs);
    // 120 ms of work in slices of 10 ms, each of which takes up to 3 ms longer.
    expect(await turnsUntil(allJobs)).toBeGreaterThanOrEqual(9);
    expect(await allJobs).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });

  test('the slices of concurrent responses alternate', async () => {
    const scheduler = new CooperativeScheduler();
    const order: string[] = [];
    work(11);
    scheduler.isSliceOver();
    work(11);
    const jobs = ['a', 'b'].flatMap((name) => {
      const slices = scheduler.createJobs();
      return Array.from({ length: 3 }, () => slices.do(() => order.push(name)));
    });
    await Promise.all(jobs);
    expect(order.join('')).toBe('ababab');
  });

  test('an error of a job rejects its promise', async () => {
    const scheduler = new CooperativeScheduler();
    const slices = scheduler.createJobs();
    scheduler.isSliceOver();
    work(11);
    const failing = slices.do(() => {
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
  });

  test('no job of a response runs after the response is cancelled', async () => {
    const scheduler = new CooperativeScheduler();
    const slices = scheduler.createJobs();
    let doneCount = 0;
    scheduler.isSliceOver();
    work(11);
    void slices.do(() => (doneCount += 1));
    slices.close();
    void slices.do(() => (doneCount += 1));
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
    expect(doneCount).toBe(0);
  });

  test('the reads of all jobs of a response make one batch, although the jobs take several slices', async () => {
    const scheduler = new CooperativeScheduler();
    const jobs = scheduler.createJobs();
    const readFields: string[][] = [];
    const coverage = async (indicators: readonly string[]) => {
      readFields.push([...indicators]);
      return new Map();
    };
    const store = { figures: { coverage } };
    const deadline = { within: <T>(answer: Promise<T>) => answer };
    const stats = { storeReads: 0, entries: 0, cost: 0 };
    const parts = { deadline, stats, pace: { jobs } };
    const loaders = new Loaders(store as never, { role: 'READER', preview: false }, parts as never);
    const names = Array.from({ length: 20 }, (_, index) => `i${index}`);
    await Promise.all(names.map((name) => jobs.do(() => (work(3), loaders.figures.coverage(name)))));
    expect(scheduler.slices).toBeGreaterThan(3);
    expect(readFields).toEqual([names]);
  });
});
