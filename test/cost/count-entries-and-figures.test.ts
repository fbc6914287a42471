import { afterAll, expect, test } from '@jest/globals';
import { countEntriesAndFigures } from '../../src/cost/count-entries-and-figures.js';
import { batch, entry, nextChange, TestStores, topic } from '../store/test-stores.js';
import { schemaModel } from '../support/schema-model.js';

const bench = new TestStores();
afterAll(() => bench.close());

test('published statistics count published entries; preview statistics also count drafts', async () => {
  const store = await bench.open();
  const [a, draft] = [topic('a'), topic('draft', {}, { status: 'DRAFT' })];
  await store.log.commit(batch(a, topic('b'), draft));
  await store.log.commit(batch(nextChange(a, 'SAVE', 'DRAFT', { broader: 'b' })));
  const { published, withDrafts } = await countEntriesAndFigures(store, schemaModel);
  expect(published.get('Topic')).toEqual({ entries: 2, paths: new Map() });
  expect(withDrafts.get('Topic')).toMatchObject({ entries: 3 });
  expect(withDrafts.get('Topic')!.paths.get('broader')).toMatchObject({ maxPerRecord: 1, total: 1 });
  expect(published.get('Event')).toMatchObject({ entries: 0 });
});

test('links and embedded objects are counted by path: maximum per record, total, and links to one target', async () => {
  const store = await bench.open();
  const session = (...topics: string[]) => ({ title: { en: 'One' }, topics, trends: [] });
  const first = entry('Event', 'first', { sessions: [session('a', 'b'), session('a')] });
  const second = entry('Event', 'second', { sessions: [session('a')] });
  await store.log.commit(batch(topic('a'), topic('b'), first, second));
  const { paths } = (await countEntriesAndFigures(store, schemaModel)).published.get('Event')!;
  expect(paths.get('sessions')).toMatchObject({ maxPerRecord: 2, total: 3 });
  const topics = paths.get('sessions.topics')!;
  expect(topics).toMatchObject({ maxPerRecord: 3, total: 4, incoming: 3, maxRepeats: 2 });
  expect(['a', 'b', 'c'].map(topics.linksTo)).toEqual([3, 1, 0]);
});
