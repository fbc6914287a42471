import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execute, parse } from 'graphql';
import { pino } from 'pino';
import type { Context } from '../../src/graphql/request/context.js';
import { contextFor } from '../../src/graphql/request/context.js';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { executeInSlices } from '../../src/graphql/execution/sliced-execution.js';
import { SliceScheduler } from '../../src/graphql/request/slices.js';
import { buildApp } from '../../src/http/app.js';
import type { SeededApp } from './seeded-app.js';
import { compiled } from '../support/compiled.js';
import { seededApp, STARTS_WITHIN_MS } from './seeded-app.js';

/** Priced between 2 000 and 10 000: computed figures, reasons, pages within pages, pages of interfaces. */
const LONG = {
  figures: '{ countries(first: 100) { nodes { series { summary { mean sum first { value } } citation } } } }',
  reasons: `{ countries(first: 100) { nodes { related(first: 2) { score
    reasons { link { field from { title } } otherLink { field } } } } } }`,
  pages: `{ topics(first: 100) { nodes { title resources(first: 100) { nodes { slug topics { title broader { title } } } }
    trends(first: 100) { nodes { title countries { title } } } } } }`,
  interfaces: `{ sources(first: 100) { nodes { title citedBy(first: 2) { nodes { title ... on Trend { summary topics { title } }
    related(first: 1) { score } } } } } }`,
  found: `{ ${['boats', 'agreement', 'evidence']
    .map(
      (word, at) => `r${at}: search(query: "${word}", first: 30) {
    edges { highlights { field pieces { text } } node { title ... on Area { code } } } }`,
    )
    .join(' ')} }`,
};

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ withSearch: true, withCounts: true, deadlineMs: 60_000 });
}, STARTS_WITHIN_MS);
afterAll(() => server.close());

function context(deadlineMs = 60_000): Context {
  const viewer = { role: 'READER', name: null, preview: false, locales: ['en'] } as const;
  return contextFor(server.services, { requestId: 'test', viewer, deadlineMs });
}

test.each(Object.entries(LONG))(
  '%s: made in slices, the answer and what it asks of the database are the same',
  async (_name, query) => {
    const { model, modules } = server.services;
    const schema = executableSchema(model, modules);
    const document = parse(query);
    server.commands.length = 0;
    const atOnce = await execute({ schema, document, contextValue: context() });
    const commands = server.commands.splice(0);
    const scheduler = new SliceScheduler(0);
    const sliced = await executeInSlices(scheduler, {
      schema,
      document,
      operationName: null,
      variables: {},
      context: context(),
    });
    expect(sliced.errors).toBeUndefined();
    expect(JSON.stringify(sliced.data)).toBe(JSON.stringify(atOnce.data));
    expect(scheduler.slices).toBeGreaterThan(1);
    // Made at once it asks 26 or 27 times, as its promises fall.
    expect(server.commands.length).toBeLessThanOrEqual(commands.length + 1);
  },
);

test('an answer with errors tells each where it is', async () => {
  const { model, modules } = server.services;
  const schema = executableSchema(model, modules);
  const document = parse(
    '{ topics(first: 3) { nodes { slug } } diff(kind: TOPIC, slug: "human-trafficking", from: 7, to: 8) { path } leaflet(slug: "none") { slug } }',
  );
  const request = { schema, document, operationName: null, variables: {}, context: context() };
  const { data, errors } = await executeInSlices(new SliceScheduler(), request);
  const atOnce = await execute({ schema, document, contextValue: context() });
  expect(data).toEqual(atOnce.data);
  const told = (list: typeof errors) => list?.map(({ message, path }) => `${path?.join('.')} ${message}`).sort();
  expect(told(errors)).toEqual(told(atOnce.errors));
});

test('others are answered while a long answer is made, and no slice is long', async () => {
  let isDone = false;
  let [quick, longest] = [0, 0];
  const began = process.cpuUsage();
  const asking = (async () => {
    while (!isDone) {
      expect((await server.ask('{ topics(first: 1) { nodes { slug } } }')).errors).toBeUndefined();
      quick += 1;
    }
  })();
  const watching = (async () => {
    while (!isDone) {
      const before = process.cpuUsage();
      await new Promise(setImmediate);
      longest = Math.max(longest, spentSince(before));
    }
  })();
  const answer = await server.ask(LONG.figures);
  isDone = true;
  await Promise.all([asking, watching]);
  const whole = spentSince(began);
  expect(answer.errors).toBeUndefined();
  expect(quick).toBeGreaterThanOrEqual(5);
  // Of the processor time of all threads, so that collecting garbage is in it. Were nothing sliced: more than a third.
  expect(longest / whole).toBeLessThan(1 / 4);
});

/** Microseconds of processor time. */
function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

test('after its deadline an answer is that error alone, and nothing is worked on any more', async () => {
  const app = await buildApp(server.services, {
    log: pino({ level: 'silent' }),
    corsOrigins: '*',
    graphiqlDir: 'no-such-folder',
    deadlineMs: 60,
  });
  const ask = (query: string) => app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  const answer = await ask(LONG.figures);
  expect([answer.statusCode, answer.json()]).toEqual([
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
  const asked = server.commands.length;
  // Whatever were left of the first answer would have its turns before this one ends.
  expect((await ask('{ topics(first: 1) { totalCount } }')).statusCode).toBe(200);
  // What was being read is ended, and nothing is read but what is asked now.
  expect(server.commands.slice(asked).filter((name) => name !== 'killCursors')).toEqual(['aggregate']);
  await app.close();
});

const longOnly = process.env['LONG'] ? test : test.skip;

longOnly(
  'four hostile requests at once neither end a process with 512 MB nor take 100 MB each',
  async () => {
    const aliases = (field: string) => Array.from({ length: 25 }, (_, at) => `a${at}: ${field}`).join(' ');
    const queries = [
      ...Object.values(LONG),
      `{countries(first:100){nodes{related(first:100){score reasons{link{field citations{locator note}} otherLink{field
      citations{locator note}}}}}}}`,
      `{ country(by: { code: "IT" }) { ${aliases('series { points { period value state flags } }')} } }`,
      `{ country(by: { code: "IT" }) { ${aliases('series { summary { mean sum } citation }')} } }`,
      `{ indicator(slug: "iom-dead-missing-monthly") { ${aliases('series(first: 3) { points { period value } }')} } }`,
      `{ countries(first: 100) { nodes { ${aliases('body')} } } }`,
    ];
    const script = ['--max-old-space-size=512', compiled('test/graphql/hostile-requests.ts'), ...queries];
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
  },
  300_000,
);
