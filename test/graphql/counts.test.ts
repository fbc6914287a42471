import { afterAll, expect, test } from '@jest/globals';
import { Counts } from '../../src/graphql/limits/counts.js';
import type { SeededApp } from './seeded-app.js';
import { seededApp } from './seeded-app.js';

let server: SeededApp | undefined;
afterAll(() => server?.close());

test('that nothing can be counted is told once, and once that it can be again', async () => {
  server = await seededApp({ seedDir: null });
  const { store, areas } = server.services;
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
