import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { Counts } from '../../src/graphql/limits/counts.js';
import type { SeededApp } from './seeded-app.js';
import { seededApp } from './seeded-app.js';

type Follow = SeededApp['services']['store']['log']['follow'];

let server: SeededApp | undefined;
afterAll(() => server?.close());

test('many changes at once are counted once, and nothing is counted after the end', async () => {
  const { store, areas } = (server ??= await seededApp({ seedDir: null })).services;
  const listeners: (() => void)[] = [];
  const known = await store.counts();
  let counted = 0;
  const follow: Follow = (listener) => {
    listeners.push(() => listener({ sequence: 1, entries: [] }, noneWritten));
    return () => {};
  };
  const change = () => listeners.forEach((listener) => listener());
  const counts = Counts.start(
    { log: { ...store.log, follow }, counts: async () => ((counted += 1), known) },
    areas,
    (error) => expect(error).toBeNull(),
  );
  await counts.settled();
  for (let times = 0; times < 5; times += 1) change();
  await counts.settled();
  expect(counted).toBe(2);
  // A timer that was forgotten would have counted by now.
  await pause(400);
  expect(counted).toBe(2);
  await counts.close();
  change();
  await pause(400);
  expect(counted).toBe(2);
});

test('what changes while it is counted is counted once afterwards, one count at a time', async () => {
  const { store, areas } = (server ??= await seededApp({ seedDir: null })).services;
  const known = await store.counts();
  let change = () => {};
  const follow: Follow = (listener) => {
    change = () => listener({ sequence: 1, entries: [] }, noneWritten);
    return () => {};
  };
  let [begun, underWay, most] = [0, 0, 0];
  let endFirst = () => {};
  const isFirstOver = new Promise<void>((resolve) => (endFirst = resolve));
  const count = async () => {
    begun += 1;
    most = Math.max(most, (underWay += 1));
    if (begun === 1) await isFirstOver;
    else await pause(10);
    underWay -= 1;
    return known;
  };
  const counts = Counts.start({ log: { ...store.log, follow }, counts: count }, areas, (error) => {
    expect(error).toBeNull();
  });
  while (begun === 0) await pause(1);
  // Each time long enough for a count to be due.
  for (let times = 0; times < 3; times += 1) {
    change();
    await pause(300);
  }
  endFirst();
  await counts.settled();
  expect({ begun, most }).toEqual({ begun: 2, most: 1 });
  await counts.close();
});

test('that nothing can be counted is told once, and once that it can be again', async () => {
  const { store, areas } = (server ??= await seededApp({ seedDir: null })).services;
  const told: unknown[] = [];
  let failures = 3;
  const failing = {
    log: store.log,
    counts: () => (failures-- > 0 ? Promise.reject(new Error('away')) : store.counts()),
  };
  const counts = Counts.start(failing, areas, (error) => told.push(error));
  await counts.settled();
  await counts.close();
  expect(failures).toBe(-1);
  expect(told).toEqual([new Error('away'), null]);
});

function noneWritten(): never {
  throw new Error('What was written is not needed to count.');
}
