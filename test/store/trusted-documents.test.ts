import { afterAll, expect, test } from '@jest/globals';
import { StoreBench } from './entries.js';

const bench = new StoreBench();
afterAll(() => bench.close());

test('of documents that several take away at once, none comes back', async () => {
  const store = await bench.open();
  const ids = ['a', 'b', 'c', 'd'];
  await store.trusted.add({ author: 'Anna', documents: ids.map((id) => ({ id, text: `{ ${id} }`, price: 1 })) });
  const removed = await Promise.all(ids.slice(1).map((id) => store.trusted.remove([id], 'Anna')));
  expect(removed).toEqual([1, 1, 1]);
  const { batches } = await store.trusted.all();
  expect(batches.flatMap(({ documents }) => documents.map(({ id }) => id))).toEqual(['a']);
});
