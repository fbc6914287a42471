import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EntryChange } from '../../src/store/log.js';
import type { SeededApp } from '../graphql/seeded-app.js';
import { seededApp } from '../graphql/seeded-app.js';
import { batch, next, topic } from '../store/entries.js';
import { Random } from '../store/random.js';
import type { Mode } from '../support/flaky-network.js';
import { FlakyNetwork } from '../support/flaky-network.js';
import { HttpClient } from './http-client.js';
import type { Given, ShownTopic, Written } from './topic-model.js';
import { QUESTIONS, randomTopic, SLUGS, TopicStates } from './topic-model.js';

const LONG = Boolean(process.env.LONG);
const SEED = LONG ? Date.now() % 1_000_000 : 16;
const WRITES = LONG ? 5000 : 50;
const CUT_MS = LONG ? 5000 : 2000;
/** What another server wrote is in each answer after so many milliseconds. */
const LATEST_MS = 500;
const READERS = 3;

/** A server with a cache, and who asks it. */
interface Side {
  app: SeededApp;
  client: HttpClient;
}

const random = new Random(SEED);
const sides: Side[] = [];
const writes: Written[] = [];
const given: Given[] = [];
/** Added to what is asked, so that some of it is asked for the first time while something is written. */
let salt = 0;
/** The newest state of each topic, as its writer left it. */
const newest = new Map<string, EntryChange>();
let network: FlakyNetwork;

beforeAll(async () => {
  const rate = { burst: 1_000_000, perSecond: 1_000_000 };
  const kept = { cacheBytes: 8 * 1024 * 1024, keepBytes: 8 * 1024 * 1024 };
  const options = { seedDir: null, ...kept, pollMs: 200, admission: { rate } };
  const first = await seededApp(options);
  network = await FlakyNetwork.before(first.place.uri);
  const second = await seededApp({ ...options, withSearch: true, over: { ...first.place, uri: network.uri } });
  for (const app of [first, second]) {
    await app.app.listen({ port: 0, host: '127.0.0.1' });
    sides.push({ app, client: new HttpClient((app.app.server.address() as AddressInfo).port) });
  }
  for (const slug of SLUGS) await write(0, slug, randomTopic(slug, random), 'PUBLISHED');
}, 120_000);
afterAll(async () => {
  for (const { client } of sides) client.close();
  for (const { app } of sides.toReversed()) await app.close();
  network.close();
});

/** Writes the next state of a topic at one of the servers. */
async function write(side: number, slug: string, to: ShownTopic, status: 'PUBLISHED' | 'DRAFT', isTaken = false) {
  const record = { ...to, title: { en: to.title } };
  const before = newest.get(slug);
  const change = before
    ? next(before, isTaken ? 'UNPUBLISH' : 'SAVE', status, isTaken ? {} : record)
    : topic(slug, record);
  newest.set(slug, change);
  const began = performance.now();
  const result = await sides[side]!.app.services.store.log.commit(batch(change));
  const ended = performance.now();
  if (!result.committed) throw new Error(`seed ${SEED}: ${JSON.stringify(result.conflicts)}`);
  const shown = isTaken ? null : status === 'PUBLISHED' ? to : undefined;
  writes.push({ side, slug, shown, sequence: result.sequence, began, ended });
}

/** Changes a topic that is this server's to change. */
async function writeAtRandom(side: number, of: number): Promise<void> {
  salt += random.below(2);
  const slug = random.pick(SLUGS.filter((_slug, at) => at % of === side % of));
  const fate = random.next();
  await write(side, slug, randomTopic(slug, random), fate < 0.7 ? 'PUBLISHED' : 'DRAFT', fate > 0.85);
}

/** Asks something; what is answered with an error is not counted as given. */
async function ask(side: number, question = random.pick(QUESTIONS)): Promise<boolean> {
  const sent = performance.now();
  const { body } = await sides[side]!.client.ask({ query: `${question.query} # ${salt}` });
  const got = performance.now();
  const { data, errors } = JSON.parse(body.toString()) as { data?: unknown; errors?: unknown };
  if (errors === undefined) given.push({ side, question, sent, got, data });
  return errors === undefined;
}

/** Counts what a search finds, and tells when the answer came and whether there was an error in it. */
async function count(side: number): Promise<{ isWhole: boolean; at: number }> {
  const { body } = await sides[side]!.client.ask({ query: '{ search(query: "red") { totalCount } }' });
  const { errors } = JSON.parse(body.toString()) as { errors?: unknown };
  return { isWhole: errors === undefined, at: performance.now() };
}

async function hits(side: number): Promise<number> {
  const { body } = await sides[side]!.app.inject({ url: '/metrics' });
  return Number(/signpost_cacheable_requests_total\{how="hit"\} (\d+)/.exec(body)?.[1]);
}

/** Fails for answers that are not of what was published when they were asked for. */
function expectAllRight(): void {
  const states = new TopicStates(writes);
  const wrong = given.filter((each) => !states.allows(each, LATEST_MS));
  expect({ seed: SEED, wrong: wrong.slice(0, 3) }).toEqual({ seed: SEED, wrong: [] });
}

test(`two servers answer what is published while both write ${WRITES} times`, async () => {
  let isOver = false;
  const writer = async (side: number) => {
    for (let count = 0; count < WRITES / 2; count += 1) {
      await writeAtRandom(side, 2);
      // Whoever wrote sees it at once.
      await ask(side);
      await new Promise((resolve) => setTimeout(resolve, random.below(40)));
    }
  };
  const reader = async (side: number) => {
    while (!isOver) {
      await ask(side);
      await new Promise((resolve) => setTimeout(resolve, random.below(8)));
    }
  };
  const readers = sides.flatMap((_side, at) => Array.from({ length: READERS }, () => reader(at)));
  await Promise.all(sides.map((_side, at) => writer(at))).finally(() => (isOver = true));
  await Promise.all(readers);
  expectAllRight();
  const kept = (await hits(0)) + (await hits(1));
  expect(kept / given.length).toBeGreaterThan(0.1);
  console.log(`coherence: ${given.length} answers, ${kept} of them kept, ${writes.length} writes`);
}, 1_200_000);

test.each<Mode>(['HOLD', 'RESET'])(
  'a server that cannot hear of changes (%s) gives no old answer',
  async (mode) => {
    given.length = 0;
    for (const question of QUESTIONS) while (!(await ask(1, question))); // all of them are kept now
    network.become(mode);
    const cut = performance.now();
    const asked: Promise<boolean>[] = [];
    let counting: Promise<{ isWhole: boolean; at: number }> | null = null;
    while (performance.now() - cut < CUT_MS) {
      const known = salt;
      await writeAtRandom(0, 1);
      salt = known;
      asked.push(ask(1), ask(1));
      // The index is in memory, so that nothing but the feed tells that it may be old.
      if (performance.now() - cut > LATEST_MS) counting ??= count(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const opened = performance.now();
    network.become('OPEN');
    const counted = await counting!;
    expect(!counted.isWhole || counted.at > opened).toBe(true);
    const whole = (await Promise.all(asked)).filter(Boolean).length;
    for (const question of QUESTIONS) while (!(await ask(1, question)));
    expectAllRight();
    console.log(`coherence, ${mode}: ${whole} of ${asked.length} answers were whole`);
  },
  120_000,
);
