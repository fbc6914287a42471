import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { compiledPath } from '../support/compiled-path.js';
import { sampleCases } from '../support/sample-cases.js';
import { TestStores } from './test-stores.js';

/** Number of writes of both servers together. With LONG=1, they stop after 60 seconds instead. */
const WRITES = 200;
const LONG_MS = 60_000;
/** Milliseconds after which the server answers a request with DEADLINE. */
const DEADLINE_MS = 5000;
/**
 * Maximum number of consecutive writes of one server while the other waits. It covers many bursts, since a busy machine
 * suspends processes. With LONG=1, the duration of each write is limited instead.
 */
const MAX_IN_A_ROW = 60;
/** Maximum ratio of the numbers of writes in a short run, whose processes also wait for a processor. */
const MAX_RATIO = 4;

const bench = new TestStores();
afterAll(() => bench.close());

interface SteadyWriter {
  child: ChildProcess;
  /** Duration of each write in milliseconds. */
  took: number[];
}

async function steadyWriter(database: string, name: string, writers: number): Promise<SteadyWriter> {
  const where = await bench.addressOf(database);
  const child = fork(compiledPath('test/store/run-steady-writer.ts'), [
    where.uri,
    where.database,
    name,
    String(writers),
  ]);
  await once(child, 'message');
  const took: number[] = [];
  child.on('message', (milliseconds: number) => took.push(milliseconds));
  return { child, took };
}

/** Returns the slugs in the log, oldest first. */
async function writtenSlugs(name: string): Promise<string[]> {
  const { uri, database } = await bench.addressOf(name);
  const client = await MongoClient.connect(uri);
  const log = client.db(database).collection<{ entries: [{ slug: string }] }>('changes');
  const batches = await log.find().sort({ _id: 1 }).toArray();
  await client.close();
  return batches.map(({ entries }) => entries[0].slug);
}

/** Returns the prefixes of slugs while both servers write: without the start of the first and the end of the last. */
function ownersWhileBothWrite(slugs: readonly string[]): string[] {
  const owners = slugs.map((slug) => slug.slice(0, 1));
  const from = Math.max(owners.indexOf('a'), owners.indexOf('b'));
  const to = Math.min(owners.lastIndexOf('a'), owners.lastIndexOf('b'));
  return owners.slice(from, to + 1);
}

/** Returns the maximum number of consecutive writes of one server. */
function longestRow(owners: readonly string[]): number {
  let [longest, row] = [0, 0];
  for (const [index, owner] of owners.entries()) {
    row = owner === owners[index - 1] ? row + 1 : 1;
    longest = Math.max(longest, row);
  }
  return longest;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const ratio = (a: number, b: number) => Math.max(a, b) / Math.min(a, b);

const CASES = [
  ['four writers on one server and one on the other', 1],
  ['four writers on each of two servers', 4],
] as const;
test.each(sampleCases('numbers of writers', CASES, 1))(
  'two servers take turns and write at similar rates, with %s',
  async (_, fewer) => {
    const name = `four-and-${fewer}`;
    const servers = [await steadyWriter(name, 'a', 4), await steadyWriter(name, 'b', fewer)];
    const [a, b] = servers.map(({ took }) => took) as [number[], number[]];
    const ended = servers.map(({ child }) => once(child, 'exit'));
    const start = performance.now();
    for (const { child } of servers) child.send('start');
    const isOver = process.env.LONG ? () => performance.now() - start > LONG_MS : () => a.length + b.length >= WRITES;
    while (!isOver()) await pause(20);
    for (const { child } of servers) child.send('stop');
    await Promise.all(ended);

    const owners = ownersWhileBothWrite(await writtenSlugs(name));
    const ofA = owners.filter((owner) => owner === 'a').length;
    expect(ratio(ofA, owners.length - ofA)).toBeLessThanOrEqual(process.env.LONG ? 2 : MAX_RATIO);
    if (!process.env.LONG) return expect(longestRow(owners)).toBeLessThanOrEqual(MAX_IN_A_ROW);
    const summary = [a, b].map((took) => ({ writes: took.length, median: median(took), longest: Math.max(...took) }));
    console.log(JSON.stringify(summary));
    expect(Math.max(...a, ...b)).toBeLessThan(DEADLINE_MS);
    if (fewer === 4) expect(ratio(median(a), median(b))).toBeLessThanOrEqual(2);
  },
);
