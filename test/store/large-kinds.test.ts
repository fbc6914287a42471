import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, MongoClient } from 'mongodb';
import { planExport } from '../../src/content/plan-export.js';
import { planFolder } from '../../src/content/plan-folder.js';
import { seedIfEmpty } from '../../src/content/seed-database.js';
import { kindModules } from '../../src/kinds/index.js';
import { startSearch } from '../search/start-search.js';
import type { EntryChange } from '../../src/store/change-log.js';
import type { StoredEntry } from '../../src/store/entries.js';
import type { Store } from '../../src/store/store.js';
import { batch, entry, nextChange, TestStores } from './test-stores.js';

/** Number of entries. With LONG=1, more than the database can sort in memory. */
const MANY = process.env.LONG ? 100_000 : 1_100;

const bench = new TestStores();
const { model } = bench;
let folder: string;
let client: MongoClient | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-whole-'));
});
afterAll(async () => {
  await client?.close();
  await bench.close();
  await rm(folder, { recursive: true, force: true });
});

function thrownError(error: unknown): never {
  throw error;
}

async function slugsIn(entries: AsyncIterable<StoredEntry>): Promise<string[]> {
  const slugs: string[] = [];
  for await (const { slug } of entries) slugs.push(slug);
  return slugs;
}

/** Returns the names of all stages of an explained plan. */
function stagesIn(plan: unknown): string[] {
  if (plan === null || typeof plan !== 'object') return [];
  const stage = (plan as { stage?: unknown }).stage;
  return [...(typeof stage === 'string' ? [stage] : []), ...Object.values(plan).flatMap(stagesIn)];
}

test('planning, exporting and building the search index do not sort a kind in the database', async () => {
  const finds: Document[] = [];
  const store = await bench.open({
    name: 'explained',
    onCommand: (name, command) => name === 'find' && finds.push(command),
  });
  const services = { store, model, modules: kindModules };
  await seedIfEmpty(services, 'test/fixtures/valid');
  const work = {
    plan: () => planFolder('test/fixtures/valid', services, true),
    export: async () => (await planExport(folder, services)).apply(),
    search: async () => (await startSearch(model, store, thrownError)).close(),
  };
  const { uri, database } = await bench.addressOf('explained');
  client = await MongoClient.connect(uri);
  const sorts = async ({ lsid: _l, $clusterTime: _c, $db: _d, maxTimeMS: _m, ...find }: Document) => {
    const explained = await client!.db(database).command({ explain: find, verbosity: 'queryPlanner' });
    return stagesIn(explained.queryPlanner).includes('SORT');
  };
  expect(await sorts({ find: 'sources', sort: { licence: 1 } })).toBe(true);
  for (const [name, run] of Object.entries(work)) {
    finds.length = 0;
    await run();
    expect(finds.length).toBeGreaterThan(0);
    for (const find of finds) expect([name, find.find, await sorts(find)]).toEqual([name, find.find, false]);
  }
});

describe(`a kind with ${MANY} entries`, () => {
  const slug = (at: number) => `source-${String(at).padStart(6, '0')}`;
  const record = { publisherName: 'word '.repeat(200).trim(), citations: [] };
  let store: Store;
  let commands: string[];

  beforeAll(async () => {
    store = await bench.open({ name: 'many', onCommand: (name) => commands?.push(name) });
    const entries = Array.from({ length: MANY }, (_none, index) => entry('Source', slug(index), record));
    for (let from = 0; from < MANY; from += 10_000)
      await store.log.commit(batch(...entries.slice(from, from + 10_000)));
    const changed: EntryChange[] = [
      nextChange(entries[1]!, 'SAVE', 'DRAFT'),
      nextChange(entries[2]!, 'RETIRE', 'RETIRED'),
    ];
    await store.log.commit(batch(...changed, entry('Source', 'draft', record, { status: 'DRAFT' })));
  });

  test('all entries of a large kind are read by slug with one command per batch', async () => {
    const slugs = Array.from({ length: MANY }, (_none, index) => slug(index));
    commands = [];
    expect(await slugsIn(store.entries.all('Source'))).toEqual(['draft', ...slugs]);
    // Batches of 500 published entries, and one batch of drafts, which contain the retired entry.
    expect(commands).toEqual(Array(Math.floor((MANY - 1) / 500) + 1 + 1).fill('find'));
    expect(await slugsIn(store.entries.published('Source', []))).toEqual(slugs.filter((each) => each !== slug(2)));
  });

  test('search, export and plan include all entries of a large kind', async () => {
    const search = await startSearch(model, store, thrownError);
    const { total } = search.find({ query: 'word', accepts: () => true, first: 1, after: null, withFacets: false });
    await search.close();
    expect(total).toBe(MANY - 1);
    const root = join(folder, 'many');
    const exported = await planExport(root, { store, model, modules: kindModules });
    exported.apply();
    // The draft of a published version has a separate file.
    expect(exported.files.length).toBe(MANY + 1);
    const { plan, content } = await planFolder(root, { store, model, modules: kindModules }, true);
    expect(content.problems.slice(0, 1)).toEqual([]);
    const moved = plan!.entries.filter(({ operation }) => operation !== 'UNCHANGED');
    expect(moved.slice(0, 1).map(({ slug: each, operation, changes }) => [each, operation, changes])).toEqual([]);
    expect(plan!.entries.length).toBe(MANY);
  });
});
