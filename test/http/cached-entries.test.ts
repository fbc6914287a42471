import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { knownValues, RandomSelection } from '../graphql/random-selection.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { Random } from '../store/random.js';
import { RandomContent } from '../store/random-content.js';
import { commitFromRead, RandomWrites } from '../store/random-writes.js';

const LONG = Boolean(process.env.LONG);
const SEED = LONG ? Date.now() % 1_000_000 : 5;
const [QUERIES, WRITES] = LONG ? [60, 60] : [8, 3];

/** One server caches entries and pages, but no responses; the other, over the same database, caches nothing. */
let cached: SeededApp;
let plain: SeededApp;
beforeAll(async () => {
  cached = await seededApp({ own: true, withSearch: true, entryCacheBytes: 32 * 1024 * 1024, pollMs: 50 });
  plain = await seededApp({ withSearch: true, over: cached.place, pollMs: 50 });
});
afterAll(async () => {
  await plain.close();
  await cached.close();
});

interface CostResponse {
  data: unknown;
  errors?: { message: string; path?: unknown }[];
  extensions: { cost: { commands: number } };
}

/** Returns the response of a server, and the number of database commands. */
async function sendQuery(server: SeededApp, query: string): Promise<{ answer: string; commands: number }> {
  const headers = { 'content-type': 'application/json' };
  const { body } = await server.inject({ method: 'POST', url: '/graphql?cost=true', headers, payload: { query } });
  const { data, errors, extensions } = JSON.parse(body) as CostResponse;
  // GraphQL does not define the order of errors: concurrent fields fail in any order.
  const errorTexts = errors?.map(({ message, path }) => JSON.stringify({ message, path })).sort();
  return { answer: JSON.stringify({ data, errors: errorTexts }), commands: extensions?.cost.commands ?? 0 };
}

/** Repeats a query until its entries are cached. */
async function sendUntilCached(query: string): Promise<{ answer: string; commands: number }> {
  let warmResponse = await sendQuery(cached, query);
  for (let attempt = 0; warmResponse.commands > 0 && attempt < 20; attempt += 1)
    warmResponse = await sendQuery(cached, query);
  return warmResponse;
}

test.each([
  '{ resources { nodes { slug title provider { slug title } topics { slug title } countries { slug title } } totalCount } }',
  '{ topics { nodes { title relevantResources(first: 3) { totalCount nodes { title provider { title } } } } } }',
  '{ resources(filter: { provider: { title: { startsWith: "E" } } }) { totalCount facets { topics { value { title } count } } } }',
  '{ country(by: { code: "it" }) { title relevantResources { nodes { title } } memberOf { edges { via { from } node { title } } } } }',
  '{ search(query: "smuggling", first: 20) { totalCount nodes { id title } } }',
  '{ entries(first: 10) { nodes { title path } } }',
])('the query %s sends no database command once its entries are cached', async (query) => {
  const cold = await sendQuery(cached, query);
  const warmResponse = await sendUntilCached(query);
  expect(cold.commands).toBeGreaterThan(0);
  expect(warmResponse).toEqual({ answer: (await sendQuery(plain, query)).answer, commands: 0 });
});

test(`after each of ${WRITES} random writes, ${QUERIES} random queries get the same responses as without a cache`, async () => {
  const { model, store, modules } = cached.services;
  const random = new Random(SEED);
  const values = await knownValues(cached.services);
  const selection = new RandomSelection(executableSchema(model, modules), random, values);
  const writes = new RandomWrites(model, new RandomContent(model, random, values.slugs), random, store);
  const queries = Array.from({ length: QUERIES }, () => selection.query());
  const commands = { cached: 0, plain: 0 };
  let queryCount = 0;
  for (let step = 0; step < WRITES; step += 1) {
    const changes = await writes.next();
    await commitFromRead(store, changes);
    const { sequence } = store.log.feedState();
    while (plain.services.store.log.feedState().sequence < sequence)
      await new Promise((resolve) => setTimeout(resolve, 5));
    for (const server of [cached, plain]) await server.services.search!.whenIdle();
    for (const query of queries) {
      const expected = await sendQuery(plain, query);
      const responses = [await sendQuery(cached, query), await sendQuery(cached, query)];
      for (const { answer } of responses) {
        if (answer === expected.answer) continue;
        throw new Error(
          `seed ${SEED}, after ${JSON.stringify(changes)}: ${query}\nis ${answer}\nand not ${expected.answer}`,
        );
      }
      queryCount += 1;
      commands.cached += responses[1]!.commands;
      commands.plain += expected.commands;
    }
  }
  // The server with caches also reads the log position.
  expect(commands.cached).toBeLessThan(commands.plain);
  console.log(
    `entry cache: ${queryCount} repeated queries took ${commands.cached} commands, ${commands.plain} without the cache`,
  );
});
