import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadModel } from '../../src/model/load-model.js';
import { PREVIEW_VIEW } from '../../src/model/visibility.js';
import type { Search } from '../../src/search/search.js';
import { startSearch } from './start-search.js';
import { openStore } from '../../src/store/open-store.js';
import type { Action, EntryChange } from '../../src/store/change-log.js';
import type { PersistentCache, Store } from '../../src/store/store.js';
import type { Status } from '../../src/store/entries.js';
import { Random } from '../store/random.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { indexSnapshot } from './index-snapshot.js';
import { type CommandFault, Faults, READ_COMMANDS, WRITE_COMMANDS } from '../support/injected-faults.js';

const WRITTEN = process.env.LONG ? 2000 : 60;
const KINDS = ['Topic', 'Topic', 'Trend', 'Source'];
const WORDS = ['hawala', 'forged', 'papers', 'boats', 'lures', 'smuggling', 'smugglers', 'ads', 'crypto', 'minors'];
const FAULTS: readonly CommandFault[] = [
  { errorCode: 18 },
  { errorCode: 14031 },
  { errorCode: 91 },
  { closeConnection: true },
];
const LIVES: readonly [Action, Status][] = [
  ['SAVE', 'PUBLISHED'],
  ['SAVE', 'PUBLISHED'],
  ['PUBLISH', 'PUBLISHED'],
  ['SAVE', 'DRAFT'],
  ['UNPUBLISH', 'DRAFT'],
  ['RETIRE', 'RETIRED'],
];

const model = loadModel('schema');
const random = new Random(7);
// Faults are set in the proxy in front of the embedded database.
const hasFaults = !process.env.TEST_MONGODB_URI;
let database: TestDatabase;
let faults: Faults | null = null;
let stores: Store[];
let searches: Search[];
let preview: Search;

beforeAll(async () => {
  database = await testDatabase({ own: true, fails: true });
  if (hasFaults) faults = await Faults.of(database.uri);
  const open = () =>
    openStore({ uri: database.uri, database: database.name(), model, pollMs: 10, onFeedError: () => {} });
  stores = [await open(), await open()];
  searches = await Promise.all(stores.map((store) => startSearch(model, store, () => {})));
  preview = await startSearch(model, stores[0]!, () => {}, PREVIEW_VIEW);
});
afterAll(async () => {
  await faults?.close();
  await Promise.all([...searches, preview].map((search) => search.close()));
  await Promise.all(stores.map((store) => store.close()));
  await database.close();
});

const words = (minimum: number, most: number) =>
  Array.from({ length: minimum + random.below(most - minimum + 1) }, () => random.pick(WORDS)).join(' ');

/** Returns a random change of a random entry, which may not exist yet. */
async function change(store: Store): Promise<EntryChange> {
  const kind = random.pick(KINDS);
  const slug = `${kind.toLowerCase()}-${random.below(12)}`;
  const [action, status] = random.pick(LIVES);
  const [current] = await store.entries.currentStates([{ kind, slug }]);
  const topics = random.pickSome([...Array(12).keys()], 0, 3).map((index) => `topic-${index}`);
  const title = { en: words(1, 4), ...(random.chance(0.3) && { fr: words(1, 2) }) };
  const links = kind === 'Trend' ? { topics, countries: [] } : {};
  const labels = kind === 'Topic' ? { scheme: 'SUBJECT', altLabels: [words(1, 2), words(1, 2)] } : {};
  const record = {
    title,
    publisherName: words(1, 3),
    summary: { en: words(3, 9) },
    citations: [],
    ...links,
    ...labels,
  };
  return { action, kind, slug, expectedRevision: current?.revision ?? 0, status, originalLocale: 'en', record };
}

/** Repeats a query until it succeeds. After a fault, a server may be reconnecting. */
async function retryUntilReachable<T>(read: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      expect(error).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    }
  }
}

/** Makes a random write, which may fail. */
async function write(): Promise<void> {
  const store = random.pick(stores);
  const entry = await retryUntilReachable(() => change(store));
  if (random.chance(0.3)) {
    const mode = { skip: random.below(6), times: 1 + random.below(4) };
    await faults?.set(
      random.pick(FAULTS),
      random.chance(0.7) ? READ_COMMANDS : [...READ_COMMANDS, ...WRITE_COMMANDS],
      mode,
    );
  }
  await store.log.commit({ author: 'test', message: '', entries: [entry] }).catch(() => undefined);
  if (random.chance(0.3)) await new Promise((resolve) => setTimeout(resolve, random.below(15)));
  await faults?.end();
}

/** Waits until a search has indexed the complete log. */
async function waitForIndex(at: number): Promise<void> {
  const [store, search] = [stores[at]!, searches[at]!];
  const head = await retryUntilReachable(() => store.log.head());
  while (store.log.feedState().sequence < head) await new Promise((resolve) => setTimeout(resolve, 10));
  await search.whenIdle();
}

function answers(search: Search): object[] {
  const queries = [...WORDS.flatMap((word) => [word, word.slice(0, -1), `${word}x`]), 'forged papers', 'crypto ads'];
  const request = { accepts: () => true, first: 100, after: null, withFacets: true };
  return queries.map((query) => ({ query, ...search.find({ query, ...request }) }));
}

const emptyCache = <T extends { key: string }>(): PersistentCache<T> => ({
  get: async () => [],
  async *keys() {},
  put: async () => {},
  remove: async () => {},
});

test(`after ${WRITTEN} random writes with failures, two servers return the search results of a newly started one`, async () => {
  for (let index = 0; index < WRITTEN; index += 1) await write();
  await Promise.all([waitForIndex(0), waitForIndex(1)]);
  const built = await startSearch(model, { ...stores[0]!, persistentCache: emptyCache }, () => {});
  const restarted = await startSearch(model, stores[0]!, () => {});
  expect(built.index.size).toBeGreaterThan(10);
  for (const search of [...searches, restarted]) {
    expect(indexSnapshot(search)).toEqual(indexSnapshot(built));
    expect(answers(search)).toEqual(answers(built));
  }
  await preview.whenIdle();
  const drafted = await startSearch(model, stores[0]!, () => {}, PREVIEW_VIEW);
  expect(drafted.index.size).toBeGreaterThan(built.index.size);
  expect(indexSnapshot(preview)).toEqual(indexSnapshot(drafted));
  expect(answers(preview)).toEqual(answers(drafted));
  await Promise.all([built.close(), restarted.close(), drafted.close()]);
});
