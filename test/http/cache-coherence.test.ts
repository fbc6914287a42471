import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EntryChange } from '../../src/store/change-log.js';
import { makeToken } from '../authoring/editing-server.js';
import { runCliIn } from '../commands/test-cli.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { batch, nextChange, topic } from '../store/test-stores.js';
import { Random } from '../store/random.js';
import { FlakyNetwork, type NetworkMode } from '../support/flaky-network.js';
import { HttpClient } from './http-client.js';
import {
  type PublicTopic,
  randomTopic,
  type RecordedResponse,
  TOPIC_QUERIES,
  TOPIC_SLUGS,
  TopicStates,
  type TopicWrite,
} from './topic-states.js';

const LONG = Boolean(process.env.LONG);
const SEED = LONG ? Date.now() % 1_000_000 : 16;
const WRITES = LONG ? 2000 : 20;
const CUT_MS = LONG ? 5000 : 1200;
/** Maximum delay in milliseconds until a response includes the writes of another server. */
const LATEST_MS = 500;
const READERS = 3;

/** A server with a cache, and an HTTP client of it. */
interface Side {
  app: SeededApp;
  client: HttpClient;
}

const random = new Random(SEED);
const servers: Side[] = [];
const writes: TopicWrite[] = [];
const responses: RecordedResponse[] = [];
/** Added to each query as a comment, so that some queries are new to the cache during a write. */
let queryNumber = 0;
/** The newest state of each topic, as written. */
const newest = new Map<string, EntryChange>();
let network: FlakyNetwork;

beforeAll(async () => {
  const rate = { burst: 1_000_000, perSecond: 1_000_000 };
  const cacheSizes = { cacheBytes: 8 * 1024 * 1024, entryCacheBytes: 8 * 1024 * 1024 };
  const streams = { maxOpenPerClient: 4, heartbeatMs: 50 };
  const options = { seedDir: null, ...cacheSizes, streams, pollMs: 200, admission: { rate } };
  const first = await seededApp(options);
  network = await FlakyNetwork.before(first.place.uri);
  const second = await seededApp({ ...options, withSearch: true, over: { ...first.place, uri: network.uri } });
  for (const app of [first, second]) {
    await app.app.listen({ port: 0, host: '127.0.0.1' });
    servers.push({ app, client: new HttpClient((app.app.server.address() as AddressInfo).port) });
  }
  for (const slug of TOPIC_SLUGS) await write(0, slug, randomTopic(slug, random), 'PUBLISHED');
});
afterAll(async () => {
  for (const { client } of servers) client.close();
  for (const { app } of servers.toReversed()) await app.close();
  network.close();
});

/** Writes the next state of a topic on one of the servers. */
async function write(side: number, slug: string, to: PublicTopic, status: 'PUBLISHED' | 'DRAFT', isExisting = false) {
  const record = { ...to, title: { en: to.title } };
  const before = newest.get(slug);
  const change = before
    ? nextChange(before, isExisting ? 'UNPUBLISH' : 'SAVE', status, isExisting ? {} : record)
    : topic(slug, record);
  newest.set(slug, change);
  const began = performance.now();
  const result = await servers[side]!.app.services.store.log.commit(batch(change));
  const ended = performance.now();
  if (!result.committed) throw new Error(`seed ${SEED}: ${JSON.stringify(result.conflicts)}`);
  const publicTopic = isExisting ? null : status === 'PUBLISHED' ? to : undefined;
  writes.push({ side, slug, shown: publicTopic, sequence: result.sequence, began, ended });
}

/** Changes a random one of the topics that only this server writes. */
async function writeAtRandom(side: number, of: number): Promise<void> {
  queryNumber += random.below(2);
  const slug = random.pick(TOPIC_SLUGS.filter((_slug, index) => index % of === side % of));
  const choice = random.next();
  await write(side, slug, randomTopic(slug, random), choice < 0.7 ? 'PUBLISHED' : 'DRAFT', choice > 0.85);
}

/** Sends a query. Responses with errors are not recorded. */
async function sendQuery(side: number, question = random.pick(TOPIC_QUERIES)): Promise<boolean> {
  const sent = performance.now();
  const { body } = await servers[side]!.client.send({ query: `${question.query} # ${queryNumber}` });
  const got = performance.now();
  const { data, errors } = JSON.parse(body.toString()) as { data?: unknown; errors?: unknown };
  if (errors === undefined) responses.push({ side, question, sent, got, data });
  return errors === undefined;
}

/** Counts the hits of a search. Returns when the response arrived and whether it had errors. */
async function count(side: number): Promise<{ isComplete: boolean; at: number }> {
  const { body } = await servers[side]!.client.send({ query: '{ search(query: "red") { totalCount } }' });
  const { errors } = JSON.parse(body.toString()) as { errors?: unknown };
  return { isComplete: errors === undefined, at: performance.now() };
}

async function readHits(side: number): Promise<number> {
  const { body } = await servers[side]!.app.inject({ url: '/metrics' });
  return Number(/signpost_cacheable_requests_total\{how="hit"\} (\d+)/.exec(body)?.[1]);
}

/** Fails for responses that differ from the content published at the time of the query. */
function expectAllowedResponses(): void {
  const states = new TopicStates(writes);
  const failures = responses.filter((each) => !states.allows(each, LATEST_MS));
  const explained = failures.slice(0, 3).map((each) => ({ ...each, window: states.window(each, LATEST_MS) }));
  expect({ seed: SEED, wrong: explained }).toEqual({ seed: SEED, wrong: [] });
}

test(`two servers with caches return the published content while both write ${WRITES} times`, async () => {
  let isOver = false;
  const writer = async (side: number) => {
    for (let count = 0; count < WRITES / 2; count += 1) {
      await writeAtRandom(side, 2);
      // The server that wrote the change returns it at once.
      await sendQuery(side);
      await new Promise((resolve) => setTimeout(resolve, random.below(40)));
    }
  };
  const reader = async (side: number) => {
    while (!isOver) {
      await sendQuery(side);
      await new Promise((resolve) => setTimeout(resolve, random.below(8)));
    }
  };
  const readers = servers.flatMap((_side, index) => Array.from({ length: READERS }, () => reader(index)));
  await Promise.all(servers.map((_side, index) => writer(index))).finally(() => (isOver = true));
  await Promise.all(readers);
  expectAllowedResponses();
  const hitCount = (await readHits(0)) + (await readHits(1));
  expect(hitCount / responses.length).toBeGreaterThan(0.1);
  console.log(`coherence: ${responses.length} answers, ${hitCount} of them kept, ${writes.length} writes`);
});

describe('the stream of entryChanged events', () => {
  interface StreamEvent {
    after: number;
    gap: boolean;
    entries: { slug: string; action: string; entry: { title: string } | null }[];
  }
  const QUERY = `subscription ($ids: [ID!], $after: Int) {
    entryChanged(kinds: [TOPIC], ids: $ids, after: $after) { after gap entries { slug action entry { title } } }
  }`;

  /** A client of a stream that collects its events and detects the final one. */
  class Stream {
    readonly events: StreamEvent[] = [];
    /** Values of the field `id` of the events. */
    readonly ids: number[] = [];
    end: 'OPEN' | 'COMPLETE' | 'BROKEN' = 'OPEN';
    status = 0;
    errors: { message: string; extensions: { code: string } }[] = [];
    private readonly stop = new AbortController();
    private wake = () => {};

    static async open(
      side: number,
      variables: object,
      { token, search = '', lastEventId }: { token?: string; search?: string; lastEventId?: number } = {},
    ) {
      const { port } = servers[side]!.app.app.server.address() as AddressInfo;
      const stream = new Stream();
      const answer = await fetch(`http://127.0.0.1:${port}/graphql/stream${search}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          ...(token && { authorization: `Bearer ${token}` }),
          ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
        },
        body: JSON.stringify({ query: QUERY, variables }),
        signal: stream.stop.signal,
      });
      stream.status = answer.status;
      if (answer.status === 200) void stream.read(answer.body!);
      else stream.errors = ((await answer.json()) as { errors: Stream['errors'] }).errors;
      return stream;
    }

    /** Waits until the events meet a condition. */
    async until(isMet: (events: StreamEvent[]) => boolean): Promise<StreamEvent[]> {
      while (!isMet(this.events)) await new Promise<void>((resolve) => (this.wake = resolve));
      return this.events;
    }

    async over(): Promise<string> {
      while (this.end === 'OPEN') await new Promise<void>((resolve) => (this.wake = resolve));
      return this.end;
    }

    close(): void {
      this.stop.abort();
    }

    private async read(body: ReadableStream<Uint8Array>): Promise<void> {
      let text = '';
      try {
        for await (const chunk of body) {
          text += Buffer.from(chunk).toString();
          const events = text.split('\n\n');
          text = events.pop()!;
          for (const event of events) {
            const [, name, id, data] = /^event: (\w+)\n(?:id: (\d+)\n)?data: ?(.*)$/.exec(event) ?? [];
            if (id !== undefined) this.ids.push(Number(id));
            if (name === 'next')
              this.events.push((JSON.parse(data!) as { data: { entryChanged: StreamEvent } }).data.entryChanged);
            if (name === 'complete') this.end = 'COMPLETE';
          }
          this.wake();
        }
      } catch {
        // This client has closed the stream, or the connection was lost.
      }
      if (this.end === 'OPEN') this.end = 'BROKEN';
      this.wake();
    }
  }
  const slugs = (events: StreamEvent[]) => events.flatMap(({ entries }) => entries.map(({ slug }) => slug));
  const publish = (side: number, slug: string) => write(side, slug, randomTopic(slug, random), 'PUBLISHED');

  test('a stream of changes delivers the writes of all servers, and the changes missed after an event id', async () => {
    const streams = [await Stream.open(0, {}), await Stream.open(1, {})];
    for (const stream of streams) await stream.until((events) => events.length > 0);
    const writtenSlugs = [TOPIC_SLUGS[0]!, TOPIC_SLUGS[1]!, TOPIC_SLUGS[0]!];
    for (const [index, slug] of writtenSlugs.entries()) await publish(index % 2, slug);
    for (const stream of streams) {
      // The other server may start with changes that it had not yet received, including drafts.
      const events = await stream.until((each) => slugs(each).slice(-3).join() === writtenSlugs.join());
      const numbers = events.slice(-writtenSlugs.length).map(({ after }) => after);
      expect(numbers).toEqual([0, 1, 2].map((count) => numbers[0]! + count));
      expect(events.at(-1)!.entries[0]).toMatchObject({ action: 'SAVE', entry: { title: expect.any(String) } });
    }
    const { after } = streams[0]!.events.at(-writtenSlugs.length)!;
    for (const stream of streams) stream.close();
    const back = await Stream.open(1, { after });
    expect(slugs(await back.until((events) => slugs(events).length >= 2))).toEqual(writtenSlugs.slice(1));
    await publish(0, TOPIC_SLUGS[2]!);
    expect(slugs(await back.until((events) => slugs(events).length >= 3)).at(-1)).toBe(TOPIC_SLUGS[2]);
    back.close();
  });

  test('a stream of changes has numbered events, and resumes after the Last-Event-ID of a reconnecting client', async () => {
    const first = await Stream.open(0, {});
    await first.until((events) => events.length > 0);
    await publish(0, TOPIC_SLUGS[0]!);
    await publish(0, TOPIC_SLUGS[1]!);
    const events = await first.until((each) => slugs(each).length >= 2);
    expect(first.ids).toEqual(events.map(({ after }) => after));
    first.close();
    // Browsers reconnect to the same URL, which contains the original position.
    const back = await Stream.open(0, { after: first.ids[0] }, { lastEventId: first.ids.at(-2)! });
    expect(slugs(await back.until((each) => slugs(each).length >= 1))).toEqual([TOPIC_SLUGS[1]]);
    back.close();
  });

  test('a stream of changes reports missed changes that it cannot deliver', async () => {
    const futureStream = await Stream.open(0, { after: 1_000_000 });
    const [gap] = await futureStream.until((events) => events.length > 0);
    expect(gap).toMatchObject({ gap: true, entries: [] });
    await publish(1, TOPIC_SLUGS[0]!);
    const [, nextEvent] = await futureStream.until((events) => events.length > 1);
    expect(nextEvent).toMatchObject({ after: gap!.after + 1, gap: false });
    futureStream.close();
  });

  test('a stream of changes sends drafts only to editors in a preview, and only selected entries on request', async () => {
    const topicResponse = await servers[0]!.app.execute('query ($slug: Slug!) { topic(slug: $slug) { id } }', {
      slug: TOPIC_SLUGS[1],
    });
    const { id } = topicResponse.data.topic!;
    const token = await makeToken(servers[0]!.app, { name: 'Eve', role: 'EDITOR' });
    const reader = await Stream.open(0, {});
    const editor = await Stream.open(0, {}, { token, search: '?preview=true' });
    const ofOne = await Stream.open(0, { ids: [id] });
    for (const stream of [reader, editor, ofOne]) await stream.until((events) => events.length > 0);
    await write(0, TOPIC_SLUGS[0]!, randomTopic(TOPIC_SLUGS[0]!, random), 'DRAFT');
    await publish(0, TOPIC_SLUGS[1]!);
    expect(slugs(await editor.until((events) => slugs(events).length >= 2))).toEqual([TOPIC_SLUGS[0], TOPIC_SLUGS[1]]);
    expect(slugs(await reader.until((events) => slugs(events).length >= 1))).toEqual([TOPIC_SLUGS[1]]);
    expect(slugs(await ofOne.until((events) => slugs(events).length >= 1))).toEqual([TOPIC_SLUGS[1]]);
    // Revoking a token ends the streams opened with it.
    const [storedToken] = (await servers[0]!.app.services.store.tokens.all()).filter(({ name }) => name === 'Eve');
    await servers[0]!.app.services.store.tokens.revoke(storedToken!.id, new Date());
    expect(await editor.over()).toBe('COMPLETE');
    for (const stream of [reader, ofOne]) stream.close();
  });

  test('the number of streams of a client is limited, and /graphql refers subscriptions to /graphql/stream', async () => {
    const open = await Promise.all([1, 2, 3, 4].map(() => Stream.open(1, {})));
    const tooMany = await Stream.open(1, {});
    expect([tooMany.status, tooMany.errors[0]!.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    for (const stream of open) stream.close();
    const queryRequest = { method: 'POST', url: '/graphql', payload: { query: QUERY } } as const;
    const rejected = await servers[0]!.app.inject(queryRequest);
    expect([rejected.statusCode, rejected.json().errors[0].message]).toEqual([
      400,
      expect.stringContaining('/graphql/stream'),
    ]);
    const streamRequest = { ...queryRequest, url: '/graphql/stream' } as const;
    const inJson = await servers[0]!.app.inject({ ...streamRequest, headers: { accept: 'application/json' } });
    expect(inJson.statusCode).toBe(406);
    const headers = { accept: 'text/event-stream' };
    const query = await servers[0]!.app.inject({ ...streamRequest, headers, payload: { query: '{ __typename }' } });
    expect([query.statusCode, query.json().errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    const invalidRequest = await servers[0]!.app.inject({
      ...streamRequest,
      headers,
      payload: { query: 'subscription { nosuch }' },
    });
    expect([invalidRequest.statusCode, invalidRequest.json().errors[0].extensions.code]).toEqual([
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });
});

describe('trusted documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-trusted-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const TEXT = 'query Red($first: Int = 2) { topics(first: $first) { nodes { slug } } }';
  const ID = createHash('sha256').update(TEXT).digest('hex');
  const manifest = (texts: Record<string, unknown>) => {
    const path = join(folder, 'persisted-documents.json');
    writeFileSync(path, JSON.stringify(texts));
    return path;
  };
  const run = (...argv: string[]) => {
    const { uri, database } = servers[0]!.app.place;
    return runCliIn({ MONGODB_URI: uri, MONGODB_DB: database }, 'documents', ...argv);
  };
  const requestStream = async (
    side: number,
    parameters: Record<string, string>,
    headers: Record<string, string> = {},
  ) => {
    const {
      status,
      headers: responseHeaders,
      body,
    } = await servers[side]!.client.send({
      path: `/graphql?${new URLSearchParams(parameters)}`,
      headers: { accept: 'application/json', ...headers },
    });
    return {
      status,
      headers: responseHeaders,
      ...(JSON.parse(body.toString()) as { data?: unknown; errors?: object[] }),
    };
  };
  /** Repeats a request until it has a status, for instance once another server has received a change. */
  const waitUntil = async (status: number, send: () => Promise<{ status: number }>) => {
    for (;;) if ((await send()).status === status) return;
  };
  const persisted = (id: string) => JSON.stringify({ persistedQuery: { version: 1, sha256Hash: id } });
  const post = async (side: number, body: object, authorization?: string) => {
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
    const { app } = servers[side]!.app;
    const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload: body });
    return {
      status: response.statusCode,
      ...response.json<{ data?: unknown; errors?: { message: string; extensions: object }[] }>(),
    };
  };

  test('if no trusted document is stored, a response tells clients to send complete queries', async () => {
    const extensions = JSON.parse(persisted(ID)) as object;
    expect(await post(0, { extensions })).toMatchObject({
      status: 400,
      errors: [{ message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    });
  });

  test.each([5, true, ['a'], { id: 'a' }])('an id that is not a string (%j) is rejected', async (documentId) => {
    expect(await post(0, { documentId })).toMatchObject({
      status: 400,
      errors: [{ message: '"documentId" must be a string.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  test('if no trusted document is stored, a query with an id is executed, from a body or a URL', async () => {
    const query = '{ __typename }';
    const data = { __typename: 'Query' };
    const extensions = JSON.parse(persisted(ID)) as object;
    expect(await post(0, { query, extensions })).toMatchObject({ status: 200, data });
    expect(await post(0, { query, documentId: ID })).toMatchObject({ status: 200, data });
    const search = new URLSearchParams({ query, extensions: persisted(ID) });
    const { app } = servers[0]!.app;
    expect((await app.inject({ url: `/graphql?${search}`, headers: { accept: '*/*' } })).json()).toEqual({ data });
  });

  test('trusted documents are added atomically, with errors by document and position', async () => {
    const text = ['query A { topics {', ' nodes { nosuch } } }'].join('\n');
    const invalidDocuments = {
      a1: text,
      b2: 'query B {',
      'c 3': '{ __typename }',
      [ID]: '{ __typename }',
      d4: '{ viewer { role } }',
    };
    expect((await run('add', manifest({ [ID]: TEXT }))).out).toBe('1 document added, 0 already existed.\n');
    const rejectedRun = await run('add', manifest(invalidDocuments), '--json');
    expect(rejectedRun.exit).toBe(1);
    expect(JSON.parse(rejectedRun.out)).toMatchObject({
      added: [],
      faults: [
        { id: 'a1', operation: 'A', at: { line: 2, column: 10 }, code: 'GRAPHQL_VALIDATION_FAILED' },
        { id: 'b2', at: { line: 1, column: 10 }, code: 'GRAPHQL_PARSE_FAILED' },
        { id: 'c 3', code: 'BAD_REQUEST' },
        { id: ID, code: 'CONFLICT' },
      ],
    });
    expect((await run('add', manifest({ [ID]: TEXT }))).out).toBe('0 documents added, 1 already existed.\n');
    const listed = new RegExp(`^1 document; not locked.\n${ID}  Red, \\d+ objects; added on .* by `);
    expect((await run('list')).out).toMatch(listed);
  });

  test('trusted documents are executed by id on every server, in each supported request format', async () => {
    await waitUntil(200, () => requestStream(0, { documentId: ID }));
    await waitUntil(200, () => requestStream(1, { documentId: ID }));
    const { data } = await requestStream(1, { query: TEXT });
    const requestForms = [
      await requestStream(1, { documentId: `sha256:${ID}` }),
      await requestStream(1, { extensions: persisted(ID), variables: '{}' }),
      await post(1, { documentId: ID }),
      await post(1, { operationName: 'Red', variables: { first: 2 }, extensions: JSON.parse(persisted(ID)) as object }),
    ];
    for (const form of requestForms) expect(form).toMatchObject({ status: 200, data });
    const { headers } = await requestStream(0, { documentId: ID });
    expect(headers).toMatchObject({
      'cache-control': 'public, no-cache',
      'surrogate-key': expect.stringContaining('topics'),
    });
    const unchanged = await servers[0]!.client.send({
      path: `/graphql?documentId=${ID}`,
      headers: { accept: 'application/json', 'if-none-match': headers.etag! },
    });
    expect(unchanged.status).toBe(304);
  });

  test('the id of an unknown document is reported, and a query sent with the id is executed', async () => {
    const code = 'PERSISTED_QUERY_NOT_FOUND';
    const plain = await post(0, { documentId: 'nobody' });
    expect(plain).toMatchObject({
      status: 404,
      errors: [{ message: expect.stringContaining('"nobody"'), extensions: { code } }],
    });
    // Client libraries recognise these messages, and then send the query text.
    const extensions = JSON.parse(persisted('f00')) as object;
    expect(await post(0, { extensions })).toMatchObject({
      errors: [
        {
          message: 'PersistedQueryNotFound',
          extensions: { code, help: expect.stringContaining('There is no trusted') },
        },
      ],
    });
    expect(await post(0, { query: '{ __typename }', extensions })).toMatchObject({ data: { __typename: 'Query' } });
  });

  test('once the API is locked, only trusted documents are executed without a token, on every server', async () => {
    const query = '{ topics(first: 1) { nodes { slug } } }';
    for (const side of [0, 1]) await waitUntil(200, () => requestStream(side, { query })); // the API is not locked yet
    expect(await run('lock')).toMatchObject({ err: '', exit: 0, out: expect.stringContaining('1 document') });
    for (const side of [0, 1]) {
      await waitUntil(403, () => requestStream(side, { query }));
      expect(await post(side, { query })).toMatchObject({
        status: 403,
        errors: [{ extensions: { code: 'NOT_TRUSTED' } }],
      });
      expect(await post(side, { query: TEXT })).toMatchObject({ status: 200 });
      expect((await requestStream(side, { documentId: ID })).status).toBe(200);
      expect(
        (await servers[side]!.client.send({ path: `/graphql?format=csv&${new URLSearchParams({ query })}` })).status,
      ).toBe(403);
    }
    // A subscription that is not a trusted document is rejected too.
    const { port } = servers[0]!.app.app.server.address() as AddressInfo;
    const search = new URLSearchParams({ query: 'subscription { entryChanged { after } }' });
    const stream = await fetch(`http://127.0.0.1:${port}/graphql/stream?${search}`);
    await stream.body!.cancel();
    expect(stream.status).toBe(403);
    const editor = await makeToken(servers[0]!.app, { name: 'Ana', role: 'EDITOR' });
    expect(await post(0, { query }, `Bearer ${editor}`)).toMatchObject({ status: 200 });
    expect((await run('lock', '--off')).exit).toBe(0);
    for (const side of [0, 1]) await waitUntil(200, () => requestStream(side, { query }));
    expect((await run('remove', ID)).out).toBe('1 document removed.\n');
    await waitUntil(404, () => requestStream(1, { documentId: ID }));
  });
});

test.each<NetworkMode>(['HOLD', 'RESET'])(
  'a server without a change feed (%s) returns no stale response',
  async (mode) => {
    responses.length = 0;
    for (const question of TOPIC_QUERIES) while (!(await sendQuery(1, question))); // all responses are cached now
    network.setMode(mode);
    const cut = performance.now();
    const requests: Promise<boolean>[] = [];
    let counting: Promise<{ isComplete: boolean; at: number }> | null = null;
    while (performance.now() - cut < CUT_MS) {
      const numberBefore = queryNumber;
      await writeAtRandom(0, 1);
      queryNumber = numberBefore;
      requests.push(sendQuery(1), sendQuery(1));
      // The search index is in memory, so the server detects only by the feed that it may be stale.
      if (performance.now() - cut > LATEST_MS) counting ??= count(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const openedAt = performance.now();
    network.setMode('OPEN');
    const countedTotal = await counting!;
    expect(!countedTotal.isComplete || countedTotal.at > openedAt).toBe(true);
    const completeCount = (await Promise.all(requests)).filter(Boolean).length;
    for (const question of TOPIC_QUERIES) while (!(await sendQuery(1, question)));
    expectAllowedResponses();
    console.log(`coherence, ${mode}: ${completeCount} of ${requests.length} answers were whole`);
  },
);
