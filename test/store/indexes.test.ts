import { type Document, MongoClient } from 'mongodb';
import { planIndexes } from '../../src/store/projection/indexes.js';
import { buildKindPlans } from '../../src/store/documents/kind-plan.js';
import { localeChain } from '../../src/store/documents/locale-chain.js';
import { afterCondition, toSortDocument, sortTerms } from '../../src/store/lists/sort-terms.js';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import type { FilterInput } from '../../src/store/entries.js';
import type { Model } from '../../src/model/model.js';
import { schemaModel } from '../support/schema-model.js';
import { batch, entry, ALL_ENTRIES_QUERY, TestStores, topic } from './test-stores.js';

const bench = new TestStores();
const plans = buildKindPlans(bench.model);
let client: MongoClient;
let name: string;

beforeAll(async () => {
  const store = await bench.open({ name: 'indexes' });
  await store.log.commit(batch(...Array.from({ length: 500 }, (_none, index) => topic(`t-${index}`))));
  const { uri, database } = await bench.addressOf('indexes');
  client = await MongoClient.connect(uri);
  name = database;
});

afterAll(async () => {
  await client.close();
  await bench.close();
});

test('every collection has exactly the indexes that the model requires', async () => {
  for (const { collection, indexes } of planIndexes(bench.model, plans)) {
    const present = (await client.db(name).collection(collection).indexes()).map((index) => index.name);
    expect([collection, present.sort()]).toEqual([collection, ['_id_', ...indexes.map((index) => index.name)].sort()]);
    // MongoDB allows at most 64 indexes per collection.
    expect(indexes.length).toBeLessThan(64);
  }
});

test('above the maximum number of indexes, those of date filters are dropped first, and those of orders, links and texts remain', () => {
  const [law] = schemaModel.kinds.filter(({ name }) => name === 'Law');
  const copies = (name: string, length: number) => {
    const field = law!.fields.find((each) => each.name === name)!;
    return Array.from({ length }, (_none, index) => ({
      ...field,
      name: `${name}${index}`,
      sort: false,
      facet: false,
    }));
  };
  const kinds = [{ ...law!, fields: [...copies('checkedOn', 10), ...law!.fields, ...copies('act', 9)] }];
  const model = Object.create(schemaModel, { kinds: { value: kinds } }) as Model;
  const { indexes } = planIndexes(model, buildKindPlans(model)).find(({ collection }) => collection === 'laws')!;
  const names = indexes.map((index) => index.name);
  expect(names.length).toBe(63);
  expect(names).toEqual(
    expect.arrayContaining(['status', 'find.title.it- _id', 'links.topics', 'facets.level', 'find.act8']),
  );
  expect(names.filter((each) => each!.startsWith('find.checkedOn'))).toEqual([]);
});

test.each([
  ['en', 'ASC'],
  ['en', 'DESC'],
  ['fr', 'ASC'],
] as const)('a page of a list by title in %s, %s, starts at its cursor by an index', async (locale, direction) => {
  const chain = localeChain([locale, 'en'], bench.model.locales);
  const terms = sortTerms(plans.get('Topic')!, [{ path: ['title'], direction }], chain);
  const filter = { status: 'PUBLISHED', ...afterCondition(terms, ['t-250', 't-250']) };
  const found = client
    .db(name)
    .collection<{ _id: string }>('topics')
    .find(filter)
    .sort(toSortDocument(terms))
    .limit(21);
  const plan = JSON.stringify(await found.explain('queryPlanner'));
  expect(plan).toContain('IXSCAN');
  expect(plan).not.toContain('"SORT"');
  const stats = (await found.explain('executionStats')) as { executionStats: Document };
  expect(stats.executionStats.totalDocsExamined).toBeLessThan(30);
});

test('the entries that link to an entry are found by an index', async () => {
  const inverse = { status: 'PUBLISHED', 'links.topics': { $in: ['t-1', 't-2'] } };
  const plan = await client.db(name).collection('resources').find(inverse).explain('queryPlanner');
  expect(JSON.stringify(plan)).toContain('links.topics');
});

test('entries with a matching list item are found by an index', async () => {
  const commandsSent: Document[] = [];
  const store = await bench.open({
    name: 'indexes',
    onCommand: (command, given) => command === 'aggregate' && commandsSent.push(given),
  });
  const country = (slug: string) => entry('Country', slug, { alpha3: 'XXX' });
  const group = (slug: string, members: readonly object[]) => entry('CountryGroup', slug, { code: slug, members });
  const inIt = { country: 'it', from: '1957', to: null };
  await store.log.commit(
    batch(
      country('it'),
      group('a', [inIt, { country: 'it', from: '1990', to: '1991' }]),
      group('b', [{ country: 'gb', from: '1973', to: null }]),
      ...Array.from({ length: 100 }, (_none, index) =>
        group(`g-${index}`, [{ country: `c-${index}`, from: null, to: null }]),
      ),
    ),
  );
  const slugs = async (members: FilterInput) => {
    commandsSent.length = 0;
    const page = await store.entries.page(
      'CountryGroup',
      { ...ALL_ENTRIES_QUERY, first: 2, filter: { members } },
      PUBLIC_VIEW,
    );
    return page.edges.map(({ entry: { slug } }) => slug);
  };
  expect(await slugs({ some: { country: { slug: { eq: 'it' } }, to: { exists: false } } })).toEqual(['a']);
  const { aggregate, pipeline } = commandsSent.at(-1)!;
  const explain = { aggregate, pipeline, cursor: {} };
  const plan = JSON.stringify(await client.db(name).command({ explain, verbosity: 'executionStats' }));
  expect(plan).toContain('"indexName":"links.members/country"');
  expect(plan).toContain('"totalDocsExamined":1');
  expect(await slugs({ none: { country: { slug: { eq: 'it' } }, to: { exists: false } } })).toEqual(['b', 'g-0']);
});
