import type { Document } from 'mongodb';
import { MongoClient } from 'mongodb';
import { planIndexes } from '../../src/store/projection/indexes.js';
import { kindPlans } from '../../src/store/documents/kind-plan.js';
import { localeChain } from '../../src/store/documents/locale-chain.js';
import { comesAfter, sortDocument, sortTerms } from '../../src/store/lists/orders.js';
import { batch, StoreBench, topic } from './entries.js';

const bench = new StoreBench();
const plans = kindPlans(bench.model);
let client: MongoClient;
let name: string;

beforeAll(async () => {
  const store = await bench.open({ name: 'indexes' });
  await store.log.commit(batch(...Array.from({ length: 500 }, (_none, at) => topic(`t-${at}`))));
  const { uri, database } = await bench.where('indexes');
  client = await MongoClient.connect(uri);
  name = database;
});

afterAll(async () => {
  await client.close();
  await bench.close();
});

test('every collection has the indexes that the model calls for, and no other', async () => {
  for (const { collection, indexes } of planIndexes(bench.model, plans)) {
    const present = (await client.db(name).collection(collection).indexes()).map((index) => index.name);
    expect([collection, present.sort()]).toEqual([collection, ['_id_', ...indexes.map((index) => index.name)].sort()]);
    // MongoDB refuses more.
    expect(indexes.length).toBeLessThan(64);
  }
});

test.each([
  ['en', 'ASC'],
  ['en', 'DESC'],
  ['fr', 'ASC'],
] as const)('a page of a list by title in %s, %s, begins at its cursor by an index', async (locale, direction) => {
  const chain = localeChain([locale, 'en'], bench.model.locales);
  const terms = sortTerms(plans.get('Topic')!, [{ path: ['title'], direction }], chain);
  const filter = { status: 'PUBLISHED', ...comesAfter(terms, ['t-250', 't-250']) };
  const found = client.db(name).collection<{ _id: string }>('topics').find(filter).sort(sortDocument(terms)).limit(21);
  const plan = JSON.stringify(await found.explain('queryPlanner'));
  expect(plan).toContain('IXSCAN');
  expect(plan).not.toContain('"SORT"');
  const stats = (await found.explain('executionStats')) as { executionStats: Document };
  expect(stats.executionStats.totalDocsExamined).toBeLessThan(30);
});

test('the entries that link to others are found by an index', async () => {
  const inverse = { status: 'PUBLISHED', 'links.topics': { $in: ['t-1', 't-2'] } };
  const plan = await client.db(name).collection('resources').find(inverse).explain('queryPlanner');
  expect(JSON.stringify(plan)).toContain('links.topics');
});
