import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp } from '../../src/http/app.js';
import { loadModel } from '../../src/model/load-model.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { openServices } from '../../src/open-services.js';
import { batch, entry } from '../store/test-stores.js';
import { testDatabase } from '../support/test-database.js';
import { throwOnError } from '../support/throw-on-error.js';

/** A kind whose entries contain many small objects. Every object is a row of the exported table. */
const SDL = `
"A thing in a crate."
type Thing {
  "What it is."
  name: String!
  "How many."
  count: Int!
}

"A crate full of things."
type Crate implements Entry & Node @entry(folder: "crates") {
  "What is in it."
  things: [Thing!]!
}
`;
const QUERY = '{ crates { nodes { things { name count } } } }';
const EACH = 200;
/** Time limits are only checked on an otherwise idle machine. */
const LONG = process.env['LONG'] !== undefined;
const CRATES = LONG ? 1000 : 40;
const AT_ONCE = 100;
const LIMITS = { startMs: 1000, extraMb: 100, othersMs: 1000 };
if (!LONG) console.log(`large files: ${CRATES * EACH} rows; 200 000 run with LONG=1`);

let app: FastifyInstance;
let origin: string;
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  const schemaDir = mkdtempSync(join(tmpdir(), 'signpost-crates-'));
  closers.push(() => rmSync(schemaDir, { recursive: true, force: true }));
  cpSync('schema', schemaDir, { recursive: true });
  writeFileSync(join(schemaDir, 'crate.graphql'), SDL);
  const database = await testDatabase();
  closers.push(() => database.close());
  const model = loadModel(schemaDir);
  const base = await openKnowledgeBase({ uri: database.uri, database: database.name(), model, pollMs: 3_600_000 });
  closers.push(() => base.store.close());
  for (let from = 0; from < CRATES; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, CRATES - from) }, (_, index) => batchOf(from + index));
    expect(await base.store.log.commit(batch(...some))).toMatchObject({ committed: true });
  }
  const services = await openServices(base, { countsEntries: true, onError: throwOnError });
  closers.push(() => services.close());
  await services.whenSettled();
  app = await buildApp(services.services, {
    log: pino({ level: 'silent' }),
    corsOrigins: '*',
    graphiqlDir: 'no-such-folder',
  });
  closers.push(() => app.close());
  await app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

function batchOf(number: number) {
  const things = Array.from({ length: EACH }, (_, index) => ({ name: `thing ${index}`, count: number * EACH + index }));
  return entry('Crate', `crate-${String(number).padStart(5, '0')}`, { things });
}

/**
 * Downloads a file as fast as the server sends it. Returns the time to the first byte, the content and the duration.
 */
async function read(format: string) {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  const startedAt = performance.now();
  const answer = await fetch(
    `${origin}/graphql?${new URLSearchParams({ query: QUERY, format, table: 'crates.things' })}`,
  );
  expect(answer.status).toBe(200);
  let firstMs = Infinity;
  let tail = '';
  let lines = 0;
  let sum = 0;
  for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
    firstMs = Math.min(firstMs, performance.now() - startedAt);
    const rows = (tail + part).split('\n');
    tail = rows.pop()!;
    for (const row of rows) {
      lines += 1;
      sum +=
        Number(format === 'csv' ? (row.trim().split(',').at(-1) ?? 0) : (JSON.parse(row) as { count: number }).count) ||
        0;
    }
  }
  clearInterval(watch);
  return { firstMs, lines, sum, extraMb: (most - before) / 1024 ** 2, totalMs: performance.now() - startedAt };
}

const ROWS = CRATES * EACH;
const SUM = (ROWS * (ROWS - 1)) / 2;

test.each(['csv', 'ndjson'])(
  'a large %s file starts immediately, is complete, and uses little memory',
  async (format) => {
    // A warm-up, because compilation and first reads are not part of the cost of a row.
    await read(format);
    const { firstMs, lines, sum, extraMb, totalMs } = await read(format);
    console.log(
      `${format}: ${lines} lines, first after ${Math.round(firstMs)} ms, all after ${Math.round(totalMs)} ms, +${Math.round(extraMb)} MB`,
    );
    expect({ lines: lines - (format === 'csv' ? 1 : 0), sum }).toEqual({ lines: ROWS, sum: SUM });
    if (LONG) expect(firstMs).toBeLessThan(LIMITS.startMs);
    expect(extraMb).toBeLessThan(LIMITS.extraMb);
  },
);

test('the server responds to other requests during the download of a large file', async () => {
  let isDone = false;
  const file = read('csv').finally(() => (isDone = true));
  const waits: number[] = [];
  while (!isDone) {
    const startedAt = performance.now();
    // The aliases differ, so that no cached response is used.
    const query = `{ crates(first: 1) { nodes { slug } a${waits.length}: totalCount } }`;
    const answer = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(answer.status).toBe(200);
    await answer.arrayBuffer();
    waits.push(performance.now() - startedAt);
  }
  await file;
  waits.sort((one, other) => one - other);
  const [median, worst] = [waits[Math.floor(waits.length / 2)]!, waits.at(-1)!];
  console.log(`others: ${waits.length} answers, median ${Math.round(median)} ms, worst ${Math.round(worst)} ms`);
  expect(waits.length).toBeGreaterThan(1);
  if (LONG) expect(worst).toBeLessThan(LIMITS.othersMs);
});
