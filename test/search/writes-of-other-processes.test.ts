import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadModel } from '../../src/model/load-model.js';
import type { Search } from '../../src/search/search.js';
import { startSearch } from './start-search.js';
import { openStore } from '../../src/store/open-store.js';
import type { EntryChange } from '../../src/store/change-log.js';
import type { Status } from '../../src/store/entries.js';
import type { Store } from '../../src/store/store.js';
import { becomesTrueWithin } from '../support/wait-for.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

const model = loadModel('schema');
let database: TestDatabase;
let writer: Store;
let reader: Store;
let search: Search;

const open = () => openStore({ uri: database.uri, database: database.name(), model });

beforeAll(async () => {
  database = await testDatabase();
  writer = await open();
  reader = await open();
  search = await startSearch(model, reader, (error) => {
    throw error;
  });
});
afterAll(async () => {
  await search?.close();
  await writer?.close();
  await reader?.close();
  await database?.close();
});

async function write(title: string, expectedRevision: number, status: Status): Promise<void> {
  const entry: EntryChange = {
    action: 'SAVE',
    kind: 'Source',
    slug: 'a-report',
    expectedRevision,
    status,
    originalLocale: 'en',
    record: { title: { en: title }, publisherName: 'Somebody', citations: [] },
  };
  expect(await writer.log.commit({ author: 'test', message: '', entries: [entry] })).toMatchObject({ committed: true });
}

/** Returns the number of hits of a word once it equals `count`, or after a second. */
async function found(query: string, count: number): Promise<number> {
  const total = () => search.find({ query, accepts: () => true, first: 1, after: null, withFacets: false }).total;
  await becomesTrueWithin(1000, () => total() === count);
  return total();
}

test('a search finds the writes of another process within a second: a new entry, a change and a retirement, but no draft', async () => {
  await write('On quaggas', 0, 'PUBLISHED');
  expect(await found('quaggas', 1)).toBe(1);
  await write('On zebras', 1, 'PUBLISHED');
  expect(await found('zebras', 1)).toBe(1);
  expect(await found('quaggas', 0)).toBe(0);
  await write('On secret okapis', 2, 'DRAFT');
  expect(await found('zebras', 1)).toBe(1);
  expect(await found('okapis', 0)).toBe(0);
  await write('On zebras', 3, 'RETIRED');
  expect(await found('zebras', 0)).toBe(0);
});
