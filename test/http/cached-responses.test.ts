import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { knownValues, RandomSelection } from '../graphql/random-selection.js';
import { writeNewVintage } from '../store/write-new-vintage.js';
import { Random } from '../store/random.js';
import { RandomContent } from '../store/random-content.js';
import { commitFromRead, RandomWrites } from '../store/random-writes.js';
import { HttpClient } from './http-client.js';

const LONG = Boolean(process.env.LONG);
const SEED = Number(process.env.SEED ?? (LONG ? Date.now() % 1_000_000 : 3));
const [QUERIES, WRITES] = LONG ? [100, 100] : [16, 6];
const MEGABYTE = 1024 * 1024;
/** Fields whose values are computed from all entries, so that nearly every write can affect them. */
const FROM_ALL_ENTRIES = /\b(changes|related|search|shortestPath)\b/;
/** Minimum shares of cache hits among the responses that no write affected. */
const MIN_HITS = { fromSomeEntries: 0.94, fromAllEntries: 0.4 };

let server: SeededApp;
let client: HttpClient;
let port: number;
beforeAll(async () => {
  server = await seededApp({
    own: true,
    withSearch: true,
    cacheBytes: 64 * MEGABYTE,
    around: (services) => {
      const { log } = services.store;
      // No other server writes here, so the log is always in sync.
      const feedState = () => ({ ...log.feedState(), syncedAt: performance.now() });
      return { ...services, store: { ...services.store, log: { ...log, feedState } } };
    },
  });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.app.server.address() as AddressInfo);
  client = new HttpClient(port);
});
afterAll(async () => {
  client.close();
  await server.close();
});

/** Returns the number of cache hits. */
async function readHits(): Promise<number> {
  const { body } = await server.inject({ url: '/metrics' });
  return Number(/signpost_cacheable_requests_total\{how="hit"\} (\d+)/.exec(body)?.[1]);
}

/** Returns the response without the cache, which injected requests bypass. */
async function sendUncached(query: string): Promise<string> {
  const headers = { 'content-type': 'application/json', host: `127.0.0.1:${port}` };
  return (await server.inject({ method: 'POST', url: '/graphql', headers, payload: { query } })).body;
}

test(`after each of ${WRITES} random writes, ${QUERIES} random queries get the same responses as without a cache`, async () => {
  const { model, store, modules } = server.services;
  const random = new Random(SEED);
  const values = await knownValues(server.services);
  const selection = new RandomSelection(executableSchema(model, modules), random, values);
  const writes = new RandomWrites(model, new RandomContent(model, random, values.slugs), random, store);
  const queries: { query: string; answer: string }[] = [];
  while (queries.length < QUERIES) {
    const query = selection.query();
    const answer = await sendUncached(query);
    if (!answer.startsWith('{"errors"')) queries.push({ query, answer });
  }
  for (const { query } of queries) await client.send({ query });

  let affected = 0;
  const unaffected = { fromSomeEntries: { hits: 0, count: 0 }, fromAllEntries: { hits: 0, count: 0 } };
  let hits = await readHits();
  for (let step = 0; step < WRITES; step += 1) {
    const isOfFigures = random.chance(0.1);
    const changes = isOfFigures ? [] : await writes.next();
    if (isOfFigures) await writeNewVintage(store, random.pick(values.indicators));
    else await commitFromRead(store, changes);
    await server.services.search!.whenIdle();
    for (const each of queries) {
      const before = each.answer;
      each.answer = await sendUncached(each.query);
      const { body } = await client.send({ query: each.query });
      const hitsBefore = hits;
      hits = await readHits();
      const isHit = hits > hitsBefore;
      if (body.toString() !== each.answer && !each.answer.startsWith('{"errors"')) {
        throw new Error(`seed ${SEED}: ${each.query}\nis stale after\n${JSON.stringify(changes)}\n${before}`);
      }
      // Responses with errors are not cached.
      if (before.startsWith('{"errors"') || each.answer.startsWith('{"errors"')) continue;
      if (before !== each.answer) affected += 1;
      else {
        const counts = unaffected[FROM_ALL_ENTRIES.test(each.query) ? 'fromAllEntries' : 'fromSomeEntries'];
        counts.count += 1;
        counts.hits += Number(isHit);
      }
    }
  }
  expect(affected).toBeGreaterThan(WRITES / 5);
  for (const [scope, { hits, count }] of Object.entries(unaffected)) {
    const share = hits / count;
    const percent = (100 * share).toFixed(1);
    console.log(`response cache, seed ${SEED}: ${scope}: ${percent} % of ${count} unaffected responses were hits`);
    expect(share).toBeGreaterThanOrEqual(MIN_HITS[scope as keyof typeof MIN_HITS]);
  }
});
