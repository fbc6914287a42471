import { afterAll, expect, test } from '@jest/globals';
import { TestStores } from './test-stores.js';

const bench = new TestStores();
afterAll(() => bench.close());

test('trusted documents that several writers remove at the same time are not restored', async () => {
  const store = await bench.open();
  const ids = ['a', 'b', 'c', 'd'];
  await store.trusted.add({ author: 'Anna', documents: ids.map((id) => ({ id, text: `{ ${id} }`, price: 1 })) });
  const removed = await Promise.all(ids.slice(1).map((id) => store.trusted.remove([id], 'Anna')));
  expect(removed).toEqual([1, 1, 1]);
  const { batches } = await store.trusted.all();
  expect(batches.flatMap(({ documents }) => documents.map(({ id }) => id))).toEqual(['a']);
});

test('a trusted document that two writers add at the same time has the text of one of them, or is absent', async () => {
  const store = await bench.open();
  const add = (name: string) =>
    store.trusted.add({ author: 'Anna', documents: [{ id: 'x', text: `{ ${name} }`, price: 1 }] });
  const added = await Promise.allSettled([add('one'), add('other'), add('one')]);
  const { batches } = await store.trusted.all();
  const done = added.filter(({ status }) => status === 'fulfilled').length;
  expect(batches.flatMap(({ documents }) => documents)).toHaveLength(done);
  expect(done).toBeLessThan(2);
  expect(added.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
});

test('the removal of a trusted document is announced in the log, unless there is no such document', async () => {
  const store = await bench.open();
  await store.trusted.add({ author: 'Anna', documents: [{ id: 'y', text: '{ __typename }', price: 1 }] });
  const added = await store.log.head();
  expect([await store.trusted.remove(['unknown'], 'Anna'), await store.log.head()]).toEqual([0, added]);
  expect([await store.trusted.remove(['y'], 'Anna'), await store.log.head()]).toEqual([1, added + 1]);
});
