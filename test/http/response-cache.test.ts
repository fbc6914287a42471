import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fastify from 'fastify';
import { pino } from 'pino';
import type { CachedResponse } from '../../src/http/cache/cached-response.js';
import { CacheKeyBuilder } from '../../src/http/cache/cache-key-builder.js';
import { ResponseCache } from '../../src/http/cache/response-cache.js';
import { buildApp } from '../../src/http/app.js';
import type { EntryStore } from '../../src/store/entries.js';
import type { Store } from '../../src/store/store.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { writeNewVintage } from '../store/write-new-vintage.js';
import { overrideStore } from '../support/override-store.js';
import { HttpClient, type RawRequest, type RawResponse } from './http-client.js';

const EDITOR = { authorization: 'Bearer token-of-anna' };
const digest = createHash('sha256').update('token-of-anna').digest('hex');
const tokens = { withSamePrefix: async () => [{ name: 'Anna', role: 'EDITOR' as const, digest, expiresAt: null }] };
const MEGABYTE = 1024 * 1024;

/** Called on every read of entries, so that tests can act during it. */
let duringRead: () => Promise<void> = async () => {};
let server: SeededApp;
let client: HttpClient;
beforeAll(async () => {
  server = await seededApp({
    own: true,
    tokens,
    withSearch: true,
    cacheBytes: 8 * MEGABYTE,
    around: (services) => {
      const { log } = services.store;
      // No other server writes, so all changes are known without polling.
      const feedState = () => ({ ...log.feedState(), syncedAt: performance.now() });
      const alter = ({ entries }: Store) => ({ entries: withInterleavedWrite(entries), log: { ...log, feedState } });
      return { ...services, store: overrideStore(services.store, alter) };
    },
  });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  client = new HttpClient((server.app.server.address() as AddressInfo).port);
});
afterAll(async () => {
  client.close();
  await server.close();
});
beforeEach(() => {
  duringRead = async () => {};
});

/** Blocks the first read until it is released. */
function gate(): { reads: () => number; open: () => void } {
  let [reads, open] = [0, () => {}];
  const opened = new Promise<void>((resolve) => (open = resolve));
  duringRead = () => {
    reads += 1;
    return reads === 1 ? opened : Promise.resolve();
  };
  return { reads: () => reads, open };
}

function withInterleavedWrite(entries: EntryStore): EntryStore {
  const late =
    <A extends unknown[], R>(read: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const found = await read(...args);
      await duringRead();
      return found;
    };
  const { page, bySlug, commonPage, inversePages } = entries;
  return {
    ...entries,
    page: late(page),
    bySlug: late(bySlug),
    commonPage: late(commonPage),
    inversePages: late(inversePages),
  };
}

type Counts = Record<'hit' | 'joined' | 'missed' | 'unsure', number>;

async function counts(): Promise<Counts> {
  const { body } = await server.inject({ url: '/metrics' });
  const of = (outcome: string) =>
    Number(new RegExp(`signpost_cacheable_requests_total\\{how="${outcome}"\\} (\\d+)`).exec(body)?.[1]);
  return { hit: of('hit'), joined: of('joined'), missed: of('missed'), unsure: of('unsure') };
}

/** Returns the result of some work, and by how much it increased the counters of the cache. */
async function counted<T>(work: () => Promise<T>): Promise<{ result: T; added: Partial<Counts> }> {
  const before = await counts();
  const result = await work();
  const after = await counts();
  const added = Object.entries(after).map(
    ([outcome, count]) => [outcome, count - before[outcome as keyof Counts]] as const,
  );
  return { result, added: Object.fromEntries(added.filter(([, count]) => count > 0)) };
}

const sendQuery = (request: RawRequest) => client.send(request);
const dataOf = ({ body }: RawResponse) => (JSON.parse(body.toString()) as { data: unknown }).data;

const READ = 'query ($slug: Slug!) { topic(slug: $slug) { revision } }';
const PATCH = `mutation ($slug: String!, $changes: TopicPatch!, $revision: Int!) {
  topicPatch(slug: $slug, changes: $changes, expectedRevision: $revision, options: { publish: true, message: "a test" }) {
    revision userErrors { message }
  }
}`;

/** Changes a topic like an editor. */
async function edit(slug: string, changes: object): Promise<void> {
  const { data } = await server.execute(READ, { slug });
  const answer = await server.execute(PATCH, { slug, changes, revision: data.topic!.revision }, { headers: EDITOR });
  expect(answer.errors ?? answer.data.topicPatch!.userErrors).toEqual([]);
}

/** The first topic by title when the tests start. */
const FIRST = 'advertising';
const FIGURES =
  '{ indicator(slug: "eurostat-asylum-applicants") { series(areas: ["IT"]) { points { period value } } } }';
const TOPICS = '{ topics(first: 3) { nodes { slug title } } }';

describe('cached responses', () => {
  test('a cached response is served without a database read, with another request id', async () => {
    const query = '{ topics(first: 2) { nodes { slug title } totalCount } }';
    const first = await sendQuery({ query });
    server.commands.length = 0;
    const { result: repeated, added } = await counted(() => sendQuery({ query }));
    expect(added).toEqual({ hit: 1 });
    expect(server.commands.filter((name) => name === 'aggregate')).toEqual([]);
    expect([repeated.status, repeated.body.toString()]).toEqual([200, first.body.toString()]);
    const { 'x-request-id': number, date: _date, ...others } = repeated.headers;
    const { 'x-request-id': firstNumber, date: _firstDate, ...firstOthers } = first.headers;
    expect(others).toEqual(firstOthers);
    expect([number !== firstNumber, number]).toEqual([true, expect.stringMatching(/^[\da-f-]{36}$/)]);
  });

  test('a cached response is served in each accepted encoding, with the same ETag', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ topics(first: 50) { nodes { slug title } } }')}`;
    const plain = await sendQuery({ path });
    const encoded = async (accepted: string, best: string) => {
      const headers = { 'accept-encoding': accepted };
      let answer = await sendQuery({ path, headers });
      // Responses are compressed in the background, so that the first ones are uncompressed or have another encoding.
      while (answer.headers['content-encoding'] !== best) answer = await sendQuery({ path, headers });
      return answer;
    };
    const [brotli, zipped] = [await encoded('gzip, br', 'br'), await encoded('gzip', 'gzip')];
    expect([brotli, zipped].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(brotli.body).toString()).toBe(plain.body.toString());
    expect(gunzipSync(zipped.body).toString()).toBe(plain.body.toString());
    for (const { headers, body } of [plain, brotli, zipped]) {
      expect(headers).toMatchObject({ etag: plain.headers.etag, 'content-length': String(body.length) });
      expect(headers.vary).toBe('accept, accept-language, authorization, accept-encoding');
    }
  });

  test('a cached response to GET has an ETag for conditional requests, and surrogate keys for a CDN', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ topic(slug: "money-transfer") { slug relevantResources(first: 1) { totalCount } } }')}`;
    const first = await sendQuery({ path });
    expect(first.headers).toMatchObject({ 'cache-control': 'public, no-cache' });
    expect(String(first.headers['surrogate-key']).split(' ').sort()).toEqual(['resources', 'topics/money-transfer']);
    const headers = { 'if-none-match': String(first.headers.etag) };
    const { result, added } = await counted(() => sendQuery({ path, headers }));
    expect([result.status, result.body.length, added]).toEqual([304, 0, { hit: 1 }]);
    expect(result.headers.etag).toBe(first.headers.etag);
    expect(result.headers['content-type']).toBeUndefined();
    await edit('money-transfer', { altLabels: ['cash couriers'] });
    expect((await sendQuery({ path, headers })).status).toBe(304);
    // A response without dependencies is never invalidated.
    expect((await sendQuery({ path: '/graphql?query={__typename}' })).headers).not.toHaveProperty('surrogate-key');
  });

  test('responses to introspection are cached', async () => {
    const query = '{ __schema { types { name description } } }';
    await sendQuery({ query });
    const { added } = await counted(() => sendQuery({ query }));
    expect(added).toEqual({ hit: 1 });
  });

  test('the page of an entry is cached until the entry changes', async () => {
    const path = '/topic/money-transfer';
    const first = await sendQuery({ path });
    expect(first.headers).toMatchObject({ 'content-type': 'text/html', 'content-language': 'en' });
    const { result, added } = await counted(() => sendQuery({ path }));
    expect([result.body.toString(), added]).toEqual([first.body.toString(), { hit: 1 }]);
    await edit('money-transfer', { title: { en: 'How money moves' } });
    expect((await sendQuery({ path })).body.toString()).toContain('How money moves');
  });

  test.each(['/topic/osint', '/topics', '/q/union-total-over-time'])(
    'a cached response has the same headers for HEAD as for GET: %s',
    async (path) => {
      const readFacts = async (options: RawRequest) => {
        const { status, headers, body } = await sendQuery({ path, ...options });
        const { 'x-request-id': _number, date: _date, ...facts } = headers;
        return { status, facts, bytes: body.length };
      };
      const first = await readFacts({ method: 'HEAD' });
      const fullResponse = await readFacts({});
      expect(fullResponse.bytes).toBe(Number(first.facts['content-length']));
      const { result: headResponse, added } = await counted(() => readFacts({ method: 'HEAD' }));
      for (const head of [first, headResponse]) expect(head).toEqual({ ...fullResponse, bytes: 0 });
      expect(added).toEqual({ hit: 1 });
      const notModified = await readFacts({
        method: 'HEAD',
        headers: { 'if-none-match': String(fullResponse.facts.etag) },
      });
      expect([notModified.status, notModified.facts.etag]).toEqual([304, fullResponse.facts.etag]);
    },
  );

  test('the page of a question is cached until its figures change', async () => {
    const path = '/q/union-total-over-time';
    const first = await sendQuery({ path });
    expect(first.headers).toMatchObject({ 'content-type': 'text/html' });
    const { result, added } = await counted(() => sendQuery({ path }));
    expect([result.body.toString(), added]).toEqual([first.body.toString(), { hit: 1 }]);
    await writeNewVintage(server.services.store, 'eurostat-asylum-applicants');
    expect((await counted(() => sendQuery({ path }))).added).toEqual({ missed: 1 });
  });

  test('the cache key contains every request property that determines the response to a URL', () => {
    const facts = { locales: ['en', 'fr'], corsOrigins: ['https://a.example', 'https://b.example'], publicUrl: null };
    const keys = new CacheKeyBuilder(facts);
    keys.makeCacheable('graphql', 'API');
    const key = (headers: IncomingMessage['headers'], ip = '127.0.0.1', url = '/graphql?query=a', isForwarded = true) =>
      keys.keyFor({ request: { method: 'GET', url, headers } as IncomingMessage, ip, isForwarded });
    const plain = { host: 'a.example', accept: '*/*' };
    const others = [
      { ...plain, host: 'b.example' },
      { ...plain, accept: 'application/graphql-response+json' },
      { ...plain, 'accept-language': 'fr' },
      { ...plain, origin: 'https://a.example' },
      { ...plain, origin: 'https://b.example' },
      { ...plain, 'x-forwarded-host': 'c.example' },
      { ...plain, 'x-forwarded-proto': 'https' },
    ];
    // Each request follows the request `plain` and is then repeated, because the key of the last request is cached.
    const requestVariants = [
      key(plain),
      ...others.flatMap((headers) => [key(plain), key(headers), key(headers)]),
      ...[key(plain), key(plain, '10.0.0.1'), key(plain), key(plain, '127.0.0.1', '/graphql?query=b')],
    ];
    expect(new Set(requestVariants).size).toBe(1 + others.length + 2);
    for (let index = 0; index < others.length; index += 1)
      expect(requestVariants[2 + index * 3]).toBe(requestVariants[3 + index * 3]);
    // Proxy headers of an untrusted client are ignored.
    const claims = (more: object) => key({ ...plain, ...more }, '203.0.113.1', '/graphql?query=a', false);
    expect(claims({ 'x-forwarded-proto': 'https' })).toBe(claims({}));
    expect(claims({})).not.toBe(key({ ...plain, 'x-forwarded-proto': 'https' }, '203.0.113.1'));
    expect([key(plain), key({ ...plain, authorization: 'Bearer x' }), key(plain)]).toEqual([
      requestVariants[0],
      null,
      requestVariants[0],
    ]);
  });

  test('a cached page is not returned on another day', () => {
    let now = Date.parse('2026-11-27T23:59:59Z');
    const facts = { locales: ['en'], corsOrigins: '*', publicUrl: null } as const;
    const keys = new CacheKeyBuilder(facts, () => now);
    keys.makeCacheable('q', 'PAGE');
    const request = { method: 'GET', url: '/q/any', headers: {} } as IncomingMessage;
    const client = { request, ip: '', isForwarded: false };
    const today = keys.keyFor(client);
    now += 999;
    expect(keys.keyFor(client)).toBe(today);
    now += 1;
    expect(keys.keyFor(client)).not.toBe(today);
  });
});

describe('cache misses and bypasses', () => {
  test.each([
    ['another language', { headers: { 'accept-language': 'fr' } }],
    ['another language in the URL', { path: '/graphql?locale=fr' }],
    ['another media type', { headers: { accept: 'application/graphql-response+json' } }],
    ['another spelling of the query', { query: `${TOPICS} ` }],
    ['another host', { headers: { host: 'localhost' } }],
  ])('a request with %s has a separate cache entry', async (_name, more) => {
    await sendQuery({ query: TOPICS });
    const { added } = await counted(() => sendQuery({ query: TOPICS, ...more }));
    expect(added).toEqual({ missed: 1 });
    expect((await counted(() => sendQuery({ query: TOPICS, ...more }))).added).toEqual({ hit: 1 });
  });

  test.each([
    ['a request with a token', { headers: EDITOR }],
    ['a preview', { path: '/graphql?preview=true' }],
    ['a file', { path: '/graphql?format=csv' }],
    ['a file by its media type', { headers: { accept: 'text/csv' } }],
    ['a request for its cost', { path: '/graphql?cost=true' }],
    ['a request for its cost, percent-encoded', { path: '/graphql?c%6fst=true' }],
    ['a file, percent-encoded', { path: '/graphql?f%6frmat=jsonstat', query: FIGURES }],
    ['another type of body', { headers: { 'content-type': 'text/plain' } }],
    ['a body that is very long', { query: `${TOPICS} # ${'x'.repeat(70_000)}` }],
  ])('the response to %s bypasses the cache', async (_name, more) => {
    const { result, added } = await counted(async () => [
      await sendQuery({ query: TOPICS, ...more }),
      await sendQuery({ query: TOPICS, ...more }),
    ]);
    expect([result[0]!.status, added]).toEqual([result[1]!.status, {}]);
    expect([200, 401, 415]).toContain(result[0]!.status);
  });

  test.each([
    ['an error', { query: /* invalid on purpose */ '{ nothing }' }],
    ['a partial failure', { query: '{ node(id: "no-such") { id } topics(first: 1) { nodes { slug } } }' }],
    ['a missing page', { path: '/topic/nothing-here', headers: { accept: 'text/html' } }],
    ['a mutation', { query: PATCH, variables: { slug: 'money-transfer', changes: {}, revision: 1 } }],
  ])('the response for %s is not stored in the cache', async (_name, request) => {
    await sendQuery(request);
    expect((await counted(() => sendQuery(request))).added).toEqual({ missed: 1 });
  });

  test.each([
    ['no-store', '1 2'],
    ['private, max-age=60', '1 2'],
    ['public, no-cache', '1 1'],
  ])('a page with Cache-Control "%s" is cached only if it is public', async (cacheControl, bodies) => {
    const keys = new CacheKeyBuilder({ locales: ['en'], corsOrigins: '*', publicUrl: null });
    keys.makeCacheable('own', 'PAGE');
    const resolveClient = (request: IncomingMessage) => ({ request, ip: '127.0.0.1', isForwarded: false });
    const responses = server.services.store.createCache<CachedResponse>(MEGABYTE);
    const cache = new ResponseCache({ cache: responses, keys, resolveClient });
    const app = fastify({ serverFactory: (handler) => createServer(cache.wrap(handler)) });
    cache.storeResponses(app);
    let requestCount = 0;
    app.get('/own', async (request, reply) => {
      cache.dependenciesOf(request);
      requestCount += 1;
      return reply.header('cache-control', cacheControl).send(String(requestCount));
    });
    const ownClient = new HttpClient(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port));
    const cachedResults = [await ownClient.send({ path: '/own' }), await ownClient.send({ path: '/own' })];
    ownClient.close();
    await app.close();
    cache.close();
    expect(cachedResults.map(({ body }) => String(body)).join(' ')).toBe(bodies);
    expect(cachedResults[0]!.headers['cache-control']).toBe(cacheControl);
  });

  test('a client above its rate limit gets no cached response; it is identified by the address from a trusted proxy', async () => {
    const log = pino({ level: 'silent' });
    const rate = { burst: 3, perSecond: 0.001 };
    const options = { log, corsOrigins: '*', graphiqlDir: 'no-such', cacheBytes: MEGABYTE } as const;
    const app = await buildApp(server.services, { ...options, trustProxy: 1, metrics: 'public', admission: { rate } });
    const ownClient = new HttpClient(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port));
    // The proxy appends the address of its client, so values before it are ignored.
    const forwardedValues: unknown[] = [];
    for (const [index, address] of ['7', '7', '7', '7', '8'].entries()) {
      const headers = { 'x-forwarded-for': `192.0.2.${index}, 198.51.100.${address}` };
      const answer = await ownClient.send({ path: '/topics', headers });
      forwardedValues.push([answer.status, answer.headers['ratelimit-remaining']]);
    }
    const { body } = await app.inject({ url: '/metrics' });
    ownClient.close();
    await app.close();
    expect(forwardedValues).toEqual([
      [200, '2'],
      [200, '1'],
      [200, '0'],
      [429, '0'],
      [200, '2'],
    ]);
    expect(body).toContain('signpost_cacheable_requests_total{how="hit"} 3');
  });

  test('the cache is bypassed while the server is shutting down', async () => {
    const stopping = new AbortController();
    const options = { log: pino({ level: 'silent' }), corsOrigins: '*', graphiqlDir: 'no-such' } as const;
    const signal = stopping.signal;
    const app = await buildApp(server.services, { ...options, cacheBytes: MEGABYTE, stopping: signal });
    const ownClient = new HttpClient(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port));
    const connection = async () => (await ownClient.send({ path: '/topics' })).headers.connection;
    const before = [await connection(), await connection()];
    stopping.abort();
    const after = await connection();
    ownClient.close();
    await app.close();
    expect([...before, after]).toEqual(['keep-alive', 'keep-alive', 'close']);
  });

  test('the cache is bypassed if the position of the log cannot be read', async () => {
    const log = pino({ level: 'silent' });
    const { store } = server.services;
    const feedState = () => ({ ...store.log.feedState(), syncedAt: performance.now() - 600 });
    const readLog = () => Promise.reject(new Error('unreachable'));
    const services = { ...server.services, store: { ...store, log: { ...store.log, feedState, catchUp: readLog } } };
    const app = await buildApp(services, { log, corsOrigins: '*', graphiqlDir: 'no-such', cacheBytes: MEGABYTE });
    const ownClient = new HttpClient(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port));
    await ownClient.send({ query: TOPICS });
    expect((await ownClient.send({ query: TOPICS })).status).toBe(200);
    const { body } = await app.inject({ url: '/metrics' });
    ownClient.close();
    await app.close();
    expect(body).toContain('signpost_cacheable_requests_total{how="unsure"} 2');
  });
});

test('a client that disconnects while the cache reads the log position is not answered', async () => {
  const log = pino({ level: 'silent' });
  const { store } = server.services;
  let finishLogRead = () => {};
  const readLog = () => new Promise<void>((resolve) => (finishLogRead = resolve));
  const feedState = () => ({ ...store.log.feedState(), syncedAt: performance.now() - 600 });
  const services = { ...server.services, store: { ...store, log: { ...store.log, feedState, catchUp: readLog } } };
  const app = await buildApp(services, { log, corsOrigins: '*', graphiqlDir: 'no-such', cacheBytes: MEGABYTE });
  const ownClient = new HttpClient(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port));
  const reading = new Promise((resolve) => app.server.once('request', resolve));
  const failed = ownClient.send({ path: '/topics' }).catch(() => 'disconnected');
  await reading;
  ownClient.close();
  const countConnections = promisify(app.server.getConnections.bind(app.server));
  while ((await countConnections()) > 0) await new Promise(setImmediate);
  finishLogRead();
  const { body } = await app.inject({ url: '/metrics' });
  await app.close();
  expect(await failed).toBe('disconnected');
  for (const outcome of ['missed', 'unsure'])
    expect(body).toContain(`signpost_cacheable_requests_total{how="${outcome}"} 0`);
});

test('the cache reads the log position once for all waiting requests, which are then cache hits', async () => {
  const singleServer = await seededApp({ cacheBytes: MEGABYTE, pollMs: 3_600_000 });
  const ownClient = new HttpClient(Number(new URL(await singleServer.app.listen({ port: 0, host: '127.0.0.1' })).port));
  const { log } = singleServer.services.store;
  const isStale = () => performance.now() - log.feedState().syncedAt > 500;
  await ownClient.send({ query: TOPICS });
  while (!isStale()) await new Promise((resolve) => setTimeout(resolve, 20));
  singleServer.commands.length = 0;
  await Promise.all([ownClient.send({ query: TOPICS }), ownClient.send({ query: TOPICS })]);
  const commands = [...singleServer.commands];
  const { body } = await singleServer.inject({ url: '/metrics' });
  ownClient.close();
  await singleServer.close();
  expect(body).toContain('signpost_cacheable_requests_total{how="hit"} 2');
  expect(commands).toEqual(['find']);
});

describe('invalidation by changes', () => {
  test('a change invalidates the cached responses that depend on it, and no others', async () => {
    const title = '{ topic(slug: "recruitment") { title } }';
    const labels = '{ topic(slug: "recruitment") { altLabels } }';
    const list = '{ topics(first: 1) { totalCount } }';
    for (const query of [title, labels, list]) await sendQuery({ query });
    await edit('recruitment', { altLabels: ['enlisting'] });
    const repeated = await counted(async () => [
      await sendQuery({ query: title }),
      await sendQuery({ query: labels }),
      await sendQuery({ query: list }),
    ]);
    expect(repeated.added).toEqual({ hit: 2, missed: 1 });
    expect(dataOf(repeated.result[1]!)).toEqual({ topic: { altLabels: ['enlisting'] } });
  });

  test('a change invalidates cached related entries only if a link changes', async () => {
    const query = '{ topic(slug: "osint") { related(first: 100) { entry { slug } } } }';
    const cite = async (source: string, note: string) => {
      await edit('recruitment', { citations: [{ source, note: { en: note } }] });
      await server.services.search!.whenIdle();
      return counted(() => sendQuery({ query }));
    };
    await cite('own-classification', 'First');
    expect((await cite('own-classification', 'Second')).added).toEqual({ hit: 1 });
    expect((await cite('aml-emsc-2024', 'Second')).added).toEqual({ missed: 1 });
  });

  test('a change invalidates cached searches once the search index is updated', async () => {
    const query = '{ search(query: "moonbeam", first: 1) { nodes { slug } } }';
    expect(dataOf(await sendQuery({ query }))).toEqual({ search: { nodes: [] } });
    await edit('recruitment', { altLabels: ['moonbeam'] });
    await server.services.search!.whenIdle();
    expect(dataOf(await sendQuery({ query }))).toEqual({ search: { nodes: [{ slug: 'recruitment' }] } });
  });

  test('a change while a response is computed prevents storing the response', async () => {
    const query = '{ topics(first: 4, orderBy: [{ title: ASC }]) { nodes { slug altLabels } } }';
    let isFirst = true;
    duringRead = async () => {
      if (!isFirst) return;
      isFirst = false;
      await edit(FIRST, { altLabels: ['meanwhile'] });
    };
    await sendQuery({ query });
    const topicsQuery = '{ topics(first: 100) { nodes { slug altLabels } } }';
    const { added } = await counted(() => sendQuery({ query }));
    expect(added).toEqual({ missed: 1 });
    expect(JSON.stringify(dataOf(await sendQuery({ query: topicsQuery })))).toContain('meanwhile');
  });
});

describe('identical requests in flight', () => {
  /** Sends a request and, during its first read, repeats it several times. Runs `between` before the read ends. */
  async function together(request: RawRequest, times: number, between: () => Promise<void> = async () => {}) {
    const { reads, open } = gate();
    const first = sendQuery(request);
    while (reads() === 0) await new Promise(setImmediate);
    const others = Array.from({ length: times }, () => sendQuery(request));
    // When this request is answered, the server has received all other requests.
    await sendQuery({ query: `{ __typename } # ${JSON.stringify(request)}` });
    try {
      await between();
    } finally {
      open();
    }
    return { answers: await Promise.all([first, ...others]), reads: reads() };
  }

  const page = (path: string) => [path, { path, headers: { accept: 'text/html' } }] as const;
  test.each<readonly [string, RawRequest]>([
    ['a query', { query: '{ topics(first: 5) { nodes { slug } } }' }],
    page('/?'),
    page('/country/it?joined'),
    page('/topics?joined'),
    page('/search?q=smuggling+joined'),
    page('/changes?joined'),
  ])('identical requests in flight share one execution: %s', async (_what, request) => {
    const alone = gate();
    alone.open();
    const repeated =
      request.path === undefined
        ? { query: `${request.query} # alone` }
        : { ...request, path: `${request.path}&alone` };
    await sendQuery(repeated);
    const { result, added } = await counted(() => together(request, 3));
    expect(added).toEqual({ missed: 2, joined: 3 });
    // The number of batched reads of one response varies with timing.
    expect(result.reads).toBeLessThan(alone.reads() * 2);
    const responseTexts = result.answers.map(({ status, body }) => `${status} ${body.toString()}`);
    expect([responseTexts[0]!.slice(0, 4), new Set(responseTexts).size]).toEqual(['200 ', 1]);
  });

  test('identical requests are executed separately if a change occurs in between', async () => {
    const query = '{ topics(first: 6) { nodes { slug altLabels } } }';
    const { result, added } = await counted(() =>
      together({ query }, 1, () => edit(FIRST, { altLabels: ['between'] })),
    );
    expect(result.answers.map(({ body }) => body.toString().includes('between'))).toEqual([false, true]);
    // The second request waits for the first response, which it may not use. It then counts as one miss.
    expect(added).toEqual({ missed: 2 });
  });
});

test('the cache limits the total size only of the request bodies that are being received', async () => {
  const longQuery = `{ __typename } # ${'x'.repeat(60_000)}`;
  // Together these bodies exceed the limit, but each is received before the next request is sent.
  for (let index = 0; index < 300; index += 1) await sendQuery({ query: `${longQuery} ${index}` });
  const query = `${longQuery} at last`;
  await sendQuery({ query });
  expect((await counted(() => sendQuery({ query }))).added).toEqual({ hit: 1 });
});

test('the cache evicts responses that were not requested again first', async () => {
  const log = pino({ level: 'silent' });
  const cacheBytes = 64 * 1024;
  const app = await buildApp(server.services, { log, corsOrigins: '*', graphiqlDir: 'no-such', cacheBytes });
  const ownClient = new HttpClient(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port));
  const metric = async (name: string) =>
    Number(new RegExp(`^${name} (\\d+)`, 'm').exec((await app.inject({ url: '/metrics' })).body)?.[1]);
  for (let index = 0; index < 100; index += 1) {
    await ownClient.send({ query: `{ __typename } # ${index}` });
    await ownClient.send({ query: '{ __typename }' });
  }
  expect(await metric('signpost_cached_responses_bytes')).toBeLessThanOrEqual(cacheBytes);
  expect(await metric('signpost_cached_responses')).toBeLessThan(100);
  expect(await metric('signpost_cacheable_requests_total{how="hit"}'.replace(/[{}]/g, '\\$&'))).toBe(99);
  ownClient.close();
  await app.close();
});
