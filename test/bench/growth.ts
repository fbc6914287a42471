import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEmbedded } from '../../src/embedded/index.js';
import { buildApp } from '../../src/http/app.js';
import { loadModel } from '../../src/model/load-model.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { openServices } from '../../src/open-services.js';
import type { EntryChange } from '../../src/store/change-log.js';

const BATCH = 500;
const ROUNDS = 10;
/** Number of topics, and of organisations, to which the entries of the growing kind link. */
const LINK_TARGET_COUNT = 100;
const WORDS = ['route', 'network', 'platform', 'advert', 'payment', 'evidence', 'account', 'vessel', 'border', 'court'];

/** A request and its goal. */
interface QueryCase {
  name: string;
  query: string;
  /** Maximum growth of the time with the growing data, or maximum CPU time in milliseconds. */
  goal: { times: number } | { ms: number };
}

const NODES = 'nodes { slug title }';
const QUERIES: readonly QueryCase[] = [
  { name: 'point read', query: '{ resource(slug: "r-7") { title summary resourceType } }', goal: { times: 2 } },
  { name: 'page 1', query: `{ resources(first: 20) { ${NODES} } }`, goal: { times: 2 } },
  { name: 'page 500', query: `{ resources(first: 2, after: "@") { ${NODES} } }`, goal: { times: 2 } },
  {
    name: 'nested',
    query:
      '{ topics(first: 10) { nodes { title relevantResources(first: 5) { nodes { title provider { title } } } } } }',
    goal: { times: 2 },
  },
  {
    name: 'filter across links',
    query: `{ resources(first: 20, filter: { provider: { title: { eq: "End 7" } } }) { ${NODES} } }`,
    goal: { times: 2 },
  },
  {
    name: 'filtered total',
    query: '{ resources(first: 1, filter: { resourceType: { eq: GUIDE } }) { totalCount } }',
    goal: { ms: 50 },
  },
  {
    name: 'facet',
    query: '{ resources(first: 1) { facets { topics { value { slug } count } } } }',
    goal: { ms: 250 },
  },
  {
    name: 'inverse page x10',
    query: '{ topics(first: 10) { nodes { relevantResources(first: 10) { totalCount nodes { slug } } } } }',
    goal: { ms: 50 },
  },
  {
    name: 'contains',
    query: `{ resources(first: 20, filter: { title: { contains: "r 99" } }) { ${NODES} } }`,
    goal: { ms: 250 },
  },
  { name: 'search', query: '{ search(query: "payment evidence", first: 20) { nodes { title } } }', goal: { times: 2 } },
];

/**
 * Prints the processor time of requests, of the server and its database, with 1 000 and with 100 000 invented entries and
 * no cache. It also prints the memory that they take. `growth=20000` sets another number.
 */
export async function run([most = '100000']: readonly string[]): Promise<void> {
  const few = await measured(1000);
  const manyResult = await measured(Number(most));
  console.log(`processor time a request in ms, without caches; ${ROUNDS} requests each, one after the other`);
  console.log(`  ${'request'.padEnd(20)} ${'1000'.padStart(8)} ${most.padStart(8)}    times  goal`);
  for (const { name, goal } of QUERIES) {
    const [one, other] = [few.get(name)!, manyResult.get(name)!];
    const goalText = 'ms' in goal ? `<= ${goal.ms} ms` : `<= ${goal.times}x`;
    const isMet = 'ms' in goal ? other <= goal.ms : other <= one * goal.times;
    const figures = [one, other].map((each) => each.toFixed(2).padStart(8)).join(' ');
    console.log(
      `  ${name.padEnd(20)} ${figures} ${(other / one).toFixed(1).padStart(7)}x  ${goalText}${isMet ? '' : '  NO'}`,
    );
  }
}

async function measured(count: number): Promise<Map<string, number>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  const database = await startEmbedded({ dataDir });
  const base = await openKnowledgeBase({
    uri: database.uri,
    database: 'bench',
    model: loadModel('schema'),
    pollMs: 60_000,
  });
  const fail = (what: string, error: unknown) => console.error(what, error);
  try {
    const startedAt = performance.now();
    const ends = Array.from({ length: LINK_TARGET_COUNT }, (_none, index) => [
      entry('Topic', `t-${index}`, { title: { en: `End ${index}` } }),
      entry('Organisation', `o-${index}`, { title: { en: `End ${index}` }, organisationType: 'NATIONAL_AUTHORITY' }),
    ]);
    await base.store.log.commit({ author: 'bench', message: '', entries: ends.flat() });
    for (let from = 0; from < count; from += BATCH) {
      const entries = Array.from({ length: Math.min(BATCH, count - from) }, (_none, offset) => resource(from + offset));
      await base.store.log.commit({ author: 'bench', message: '', entries });
    }
    const writtenAt = performance.now();
    const services = await openServices(base, { countsEntries: false, onError: fail });
    await services.beginSearch().whenIdle();
    const filledAt = performance.now();
    const app = await buildApp(services.services, {
      log: pino({ level: 'silent' }),
      corsOrigins: '*',
      graphiqlDir: 'none',
    });
    console.log(
      `${count} entries: written in ${seconds(writtenAt - startedAt)}, search filled in ${seconds(filledAt - writtenAt)}, ` +
        `${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`,
    );
    const sendQuery = async (query: string): Promise<{ resources?: { pageInfo: { endCursor: string } } }> => {
      const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query } });
      const { data, errors } = answer.json<{ data: object; errors?: object }>();
      if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
      return data;
    };
    let cursor = '';
    for (let read = 0; read < 998; read += 100) {
      const page = await sendQuery(
        `{ resources(first: 100${cursor && `, after: "${cursor}"`}) { pageInfo { endCursor } } }`,
      );
      if (read + 100 < 1000) cursor = page.resources!.pageInfo.endCursor;
    }
    const times = new Map<string, number>();
    for (const { name, query } of QUERIES) {
      const pageQuery = query.replace('@', cursor);
      for (let warmUp = 0; warmUp < 3; warmUp += 1) await sendQuery(pageQuery);
      const before = process.cpuUsage();
      for (let round = 0; round < ROUNDS; round += 1) await sendQuery(pageQuery);
      const { user, system } = process.cpuUsage(before);
      times.set(name, (user + system) / 1000 / ROUNDS);
    }
    await app.close();
    await services.close();
    return times;
  } finally {
    await base.store.close();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function resource(at: number): EntryChange {
  const word = (step: number) => WORDS[(at * step + Math.floor(at / step)) % WORDS.length]!;
  return entry('Resource', `r-${at}`, {
    title: { en: `${word(3)} ${word(7)} r ${at}` },
    summary: { en: `A ${word(1)} on ${word(9)} and ${word(11)}, for whoever asks about ${word(13)}.` },
    type: ['GUIDE', 'REPORT', 'NETWORK', 'DATABASE', 'TRAINING'][at % 5],
    languages: ['en'],
    audiences: [],
    stages: [],
    digital: [],
    publishedOn: `${2000 + (at % 25)}`,
    provider: `o-${at % LINK_TARGET_COUNT}`,
    topics: [`t-${at % LINK_TARGET_COUNT}`, `t-${(at * 7 + 1) % LINK_TARGET_COUNT}`].filter(
      (each, index, all) => all.indexOf(each) === index,
    ),
    countries: [],
    groups: [],
    citations: [],
  });
}

function entry(kind: string, slug: string, record: Record<string, unknown>): EntryChange {
  return { action: 'SEED', kind, slug, expectedRevision: 0, status: 'PUBLISHED', originalLocale: 'en', record };
}
