import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execute, getOperationAST, type GraphQLSchema, parse } from 'graphql';
import { pino } from 'pino';
import { type Context, createContext } from '../../src/graphql/request/context.js';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { Executor, MAX_COST_UNSLICED } from '../../src/graphql/execution/executor.js';
import { Jit } from '../../src/graphql/execution/jit.js';
import { CooperativeScheduler } from '../../src/graphql/request/cooperative-scheduler.js';
import { buildApp } from '../../src/http/app.js';
import { compiledPath } from '../support/compiled-path.js';
import { type SeededApp, seededApp } from './seeded-app.js';

/** Queries that cost between 2 000 and 10 000: computed figures, relations, nested pages, pages of interfaces. */
const LONG = {
  figures: '{ countries(first: 100) { nodes { series { summary { mean sum first { value } } citation } } } }',
  reasons: `{ countries(first: 100) { nodes { related(first: 2) { score
    reasons { link { field from { title } } otherLink { field } } } } } }`,
  pages: `{ topics(first: 100) { nodes { title relevantResources(first: 100) { nodes { slug topics { title broader { title } } } }
    observedTrends(first: 100) { nodes { title countries { title } } } } } }`,
  interfaces: `{ sources(first: 100) { nodes { title citedBy(first: 2) { nodes { title ... on Trend { summary topics { title } }
    related(first: 1) { score } } } } } }`,
  found: `{ ${['boats', 'agreement', 'evidence']
    .map(
      (word, index) => `r${index}: search(query: "${word}", first: 30) {
    edges { highlights { field pieces { text } } node { title ... on Area { code } } } }`,
    )
    .join(' ')} }`,
};

let server: SeededApp;
let schema: GraphQLSchema;
beforeAll(async () => {
  server = await seededApp({ withSearch: true, withCounts: true, deadlineMs: 60_000 });
  schema = executableSchema(server.services.model, server.services.modules);
});
afterAll(() => server.close());

function context(deadlineMs = 60_000): Context {
  const viewer = { role: 'READER', name: null, preview: false, locales: ['en'] } as const;
  return createContext(server.services, { requestId: 'test', viewer, deadlineMs });
}

/** Executes a query with the given cost in slices of one unit of work, and counts the slices. */
async function answer(query: string, { isCompiled = false, price = MAX_COST_UNSLICED + 1 } = {}) {
  const document = parse(query);
  const scheduler = new CooperativeScheduler(0);
  const jit = new Jit(schema, isCompiled ? 1 : Infinity);
  const request = { digest: 'one', document, operation: getOperationAST(document)!, operationName: null };
  const requestContext = context();
  requestContext.stats.cost = price;
  const result = await new Executor(schema, scheduler, jit).execute({
    ...request,
    variables: {},
    coerced: {},
    context: requestContext,
  });
  return { result, slices: scheduler.slices };
}

test.each(Object.entries(LONG))(
  '%s: the response and its database commands are the same whether sliced, compiled or not',
  async (_name, query) => {
    server.commands.length = 0;
    const unsliced = await execute({ schema, document: parse(query), contextValue: context() });
    const commands = server.commands.splice(0);
    for (const isCompiled of [false, true]) {
      const { result, slices } = await answer(query, { isCompiled });
      expect(result?.errors).toBeUndefined();
      expect(JSON.stringify(result?.data)).toBe(JSON.stringify(unsliced.data));
      expect(slices).toBeGreaterThan(1);
      // Without slices, a query of `LONG` sends one command more or less, depending on the order of promises.
      expect(server.commands.splice(0).length).toBeLessThanOrEqual(commands.length + 1);
    }
  },
);

test.each([false, true])('a time slice can end at every object of a list (compiled: %p)', async (isCompiled) => {
  const lists = '{ resources(first: 50) { nodes { citation } edges { node { title topics { title } } } } }';
  const short = await answer(lists, { isCompiled, price: MAX_COST_UNSLICED });
  expect([short.result !== null, short.slices]).toEqual([isCompiled, 0]);
  expect((await answer(lists, { isCompiled })).slices).toBeGreaterThanOrEqual(100);
});

test.each([false, true])(
  'objects that need no database reads are resolved in time slices (compiled: %p)',
  async (isCompiled) => {
    const plain = '{ resources(first: 50) { nodes { slug } } }';
    expect((await answer(plain, { isCompiled })).slices).toBeGreaterThanOrEqual(50);
  },
);

test('an introspection query is not compiled, and is executed in time slices', async () => {
  const query = '{ __schema { types { name fields { name args { name } } } } }';
  const { result, slices } = await answer(query, { isCompiled: true });
  const unsliced = await execute({ schema, document: parse(query), contextValue: context() });
  expect(JSON.stringify(result)).toBe(JSON.stringify({ data: unsliced.data }));
  expect(slices).toBeGreaterThan(100);
});

test('errors in a sliced response have the same messages and paths as in an unsliced one', async () => {
  const query =
    '{ topics(first: 3) { nodes { slug } } diff(kind: TOPIC, slug: "human-trafficking", from: 7, to: 8) { path } leaflet(slug: "none") { slug } }';
  const atOnce = await execute({ schema, document: parse(query), contextValue: context() });
  const errorTexts = (list: typeof atOnce.errors) =>
    list?.map(({ message, path }) => `${path?.join('.')} ${message}`).sort();
  for (const isCompiled of [false, true]) {
    const { result } = await answer(query, { isCompiled });
    expect(result?.data).toEqual(atOnce.data);
    expect(errorTexts(result?.errors)).toEqual(errorTexts(atOnce.errors));
  }
});

test('the longest time slice of a long response takes less than a quarter of the CPU time', async () => {
  // From the third execution on, the query is compiled.
  for (const _time of [1, 2]) expect((await server.execute(LONG.figures)).status).toBe(200);
  const shares: number[] = [];
  for (const _attempt of [1, 2, 3]) shares.push(await longestSliceShare(LONG.figures));
  // Without slices each share is more than a third. On a busy machine, garbage collection can fall into one slice.
  expect(Math.min(...shares)).toBeLessThan(1 / 4);
});

/**
 * Executes a query beside small ones, and returns the CPU time of the longest slice as a share of the total. The times
 * include all threads and garbage collection.
 */
async function longestSliceShare(query: string): Promise<number> {
  let isDone = false;
  let [otherCount, longest] = [0, 0];
  const began = process.cpuUsage();
  const otherRequests = (async () => {
    while (!isDone) {
      expect((await server.execute('{ topics(first: 1) { nodes { slug } } }')).errors).toBeUndefined();
      otherCount += 1;
    }
  })();
  const watching = (async () => {
    while (!isDone) {
      const before = process.cpuUsage();
      await new Promise(setImmediate);
      longest = Math.max(longest, cpuSince(before));
    }
  })();
  const { errors } = await server.execute(query);
  isDone = true;
  await Promise.all([otherRequests, watching]);
  expect(errors).toBeUndefined();
  expect(otherCount).toBeGreaterThanOrEqual(5);
  return longest / cpuSince(began);
}

/** Returns the CPU time of this process since an earlier measurement, in microseconds. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

test('a response after its deadline contains only the error DEADLINE, and its remaining work stops', async () => {
  const app = await buildApp(server.services, {
    log: pino({ level: 'silent' }),
    corsOrigins: '*',
    graphiqlDir: 'no-such-folder',
    deadlineMs: 60,
  });
  const sendQuery = (query: string) => app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  const lateResponse = await sendQuery(LONG.figures);
  expect([lateResponse.statusCode, lateResponse.json()]).toEqual([
    503,
    {
      errors: [
        {
          message: expect.stringContaining('longer than'),
          extensions: { code: 'DEADLINE', requestId: expect.any(String) },
        },
      ],
    },
  ]);
  const commandCount = server.commands.length;
  // If work of the first request remained, it would run before this response.
  expect((await sendQuery('{ topics(first: 1) { totalCount } }')).statusCode).toBe(200);
  // The only command after the deadline is that of the new query.
  expect(server.commands.slice(commandCount).filter((name) => name !== 'killCursors')).toEqual(['aggregate']);
  await app.close();
});

const longOnly = process.env['LONG'] ? test : test.skip;

longOnly('four hostile requests at once neither end a process with 512 MB nor take 100 MB each', async () => {
  const aliases = (field: string) => Array.from({ length: 25 }, (_, index) => `a${index}: ${field}`).join(' ');
  const queries = [
    ...Object.values(LONG),
    `{countries(first:100){nodes{related(first:100){score reasons{link{field citations{locator note}} otherLink{field
      citations{locator note}}}}}}}`,
    `{ country(by: { code: "IT" }) { ${aliases('series { points { period value state flags } }')} } }`,
    `{ country(by: { code: "IT" }) { ${aliases('series { summary { mean sum } citation }')} } }`,
    `{ indicator(slug: "iom-dead-missing-monthly") { ${aliases('series(first: 3) { points { period value } }')} } }`,
    `{ countries(first: 100) { nodes { ${aliases('body')} } } }`,
  ];
  const script = ['--max-old-space-size=512', compiledPath('test/graphql/hostile-requests.ts'), ...queries];
  const { stdout } = await promisify(execFile)(process.execPath, script, { maxBuffer: 1e7 });
  const { answers, heapMB } = JSON.parse(stdout) as {
    answers: { status: number; code: string | null }[];
    heapMB: number;
  };
  expect(answers).toHaveLength(4 * queries.length);
  expect(answers.filter(({ code }) => code !== null && code !== 'TOO_COSTLY' && code !== 'ANSWER_TOO_LARGE')).toEqual(
    [],
  );
  expect(heapMB).toBeLessThan(400);
});
