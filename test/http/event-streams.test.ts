import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { AppError } from '../../src/errors.js';
import { tokenDigest } from '../../src/http/authentication.js';
import type { Store } from '../../src/store/store.js';
import { type SeededApp, seededApp, type SeededOptions } from '../graphql/seeded-app.js';
import { batch, topic } from '../store/test-stores.js';
import { overrideStore } from '../support/override-store.js';

let closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.toReversed()) await close();
  closers = [];
});

async function listening(options: SeededOptions): Promise<SeededApp> {
  const server = await seededApp({ seedDir: null, ...options });
  closers.push(() => server.close());
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  return server;
}

const QUERY = encodeURIComponent('subscription { entryChanged { after } }');

/** Opens a stream of a server. Returns its status, all events after it ended, and a function to disconnect. */
async function open({ app }: SeededApp, headers: Record<string, string> = {}) {
  const { port } = app.server.address() as AddressInfo;
  const leaving = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}/graphql/stream?query=${QUERY}`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: leaving.signal,
  });
  const text = answer.text().catch(() => 'left');
  const { status, headers: responseHeaders } = answer;
  return {
    status,
    headers: responseHeaders,
    wait: responseHeaders.get('retry-after'),
    text,
    leave: () => leaving.abort(),
  };
}

/** Waits until a server has the given number of streams. */
async function waitForStreams({ inject }: SeededApp, count: number): Promise<void> {
  const line = new RegExp(`^signpost_streams ${count}$`, 'm');
  while (!line.test((await inject({ url: '/metrics' })).body)) await new Promise(setImmediate);
}

test('a client that closes its streams can open new ones up to the limit per client', async () => {
  const server = await listening({ streams: { maxOpenPerClient: 3 } });
  const fill = async (count: number) => {
    const openStreams: Awaited<ReturnType<typeof open>>[] = [];
    for (let index = 0; index < count; index += 1) openStreams.push(await open(server));
    const statuses = [...openStreams, await open(server)].map(({ status, wait }) => [status, wait]);
    expect(statuses).toEqual([...openStreams.map(() => [200, null]), [429, '5']]);
    return openStreams;
  };
  const [one, ...others] = await fill(3);
  one!.leave();
  await waitForStreams(server, 2);
  const [another] = await fill(1);
  for (const each of [another!, ...others]) each.leave();
  await waitForStreams(server, 0);
  for (const each of await fill(3)) each.leave();
});

test('a server at its limit of streams responds with Retry-After', async () => {
  const { status, wait } = await open(await listening({ streams: { maxOpen: 0 } }));
  expect([status, wait]).toEqual([503, '5']);
});

test('a server that closes ends its streams without a final event', async () => {
  const server = await listening({});
  const { text } = await open(server);
  await server.app.close();
  expect(await text).not.toContain('event: complete');
});

test('a stream continues while its token cannot be verified, and ends once the token is invalid', async () => {
  const valid = { name: 'Anna', role: 'EDITOR' as const, digest: tokenDigest('a'), expiresAt: null };
  let readCount = 0;
  let isUnreachable = false;
  let isRevoked = false;
  const tokens = {
    withSamePrefix: async () => {
      readCount += 1;
      if (isUnreachable) throw new AppError('DATABASE_UNREACHABLE', 'The database does not respond.');
      return isRevoked ? [] : [valid];
    },
  };
  const server = await listening({ tokens, streams: { heartbeatMs: 20 } });
  const { status, text } = await open(server, { authorization: 'Bearer a' });
  expect(status).toBe(200);
  isUnreachable = true;
  for (const waitUntil = readCount + 3; readCount < waitUntil;) await new Promise(setImmediate);
  await waitForStreams(server, 1);
  [isUnreachable, isRevoked] = [false, true];
  expect(await text).toMatch(/event: complete\ndata:\n\n$/);
});

test('a stream is served to a client that accepts event streams or any media type', async () => {
  const server = await listening({});
  const statusFor = async (accept: string) => {
    const { status, leave } = await open(server, { accept });
    leave();
    return status;
  };
  for (const accept of ['*/*', 'text/*', 'application/json;q=0.5, Text/Event-Stream', 'text/event-stream; q=0.1']) {
    expect([accept, await statusFor(accept)]).toEqual([accept, 200]);
  }
  for (const accept of ['application/json', 'text/event-stream;q=0, */*', 'text/html']) {
    expect([accept, await statusFor(accept)]).toEqual([accept, 406]);
  }
  await waitForStreams(server, 0);
});

test('clients with the same query get separate streams, also with a response cache', async () => {
  const server = await listening({ cacheBytes: 1024 * 1024 });
  const openStreams = await Promise.all([1, 2].map(() => open(server, { accept: '*/*' })));
  await waitForStreams(server, 2);
  for (const { leave } of openStreams) leave();
  await waitForStreams(server, 0);
});

test('a stream is not cacheable, and does not count towards the request limit', async () => {
  const server = await listening({ admission: { maxInFlight: 1 } });
  const { headers, leave } = await open(server);
  expect([headers.get('cache-control'), headers.get('x-accel-buffering')]).toEqual(['no-store', 'no']);
  expect((await server.inject({ url: '/graphql?query={__typename}' })).statusCode).toBe(200);
  leave();
  await waitForStreams(server, 0);
});

test('a client that does not read its events is disconnected', async () => {
  const server = await listening({ streams: { maxQueuedBytes: 0, heartbeatMs: 20 } });
  expect(
    await open(server).then(
      ({ text }) => text,
      () => 'left',
    ),
  ).toBe('left');
  await waitForStreams(server, 0);
});

test('a token whose digest has only the same prefix as another one is invalid', async () => {
  const digest = tokenDigest('a').replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const tokens = { withSamePrefix: async () => [{ name: 'Anna', role: 'EDITOR' as const, digest, expiresAt: null }] };
  expect((await open(await listening({ tokens }), { authorization: 'Bearer a' })).status).toBe(401);
});

test('a subscription above the cost limit is rejected', async () => {
  const { inject } = await listening({});
  const nestedQuery = (depth: number): string =>
    depth === 0 ? 'slug' : `narrower(first: 100) { nodes { ${nestedQuery(depth - 1)} } }`;
  const query = `subscription { entryChanged { entries { entry { ... on Topic { ${nestedQuery(3)} } } } } }`;
  const answer = await inject({ url: `/graphql/stream?${new URLSearchParams({ query })}` });
  expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([400, 'TOO_COSTLY']);
});

test('unexpected errors are masked in events as in responses', async () => {
  const fail = async () => {
    throw new Error('a secret of the driver');
  };
  const alter = ({ entries }: Store) => ({ entries: { ...entries, bySlug: fail } });
  const server = await listening({
    own: true,
    around: (services) => ({ ...services, store: overrideStore(services.store, alter) }),
  });
  const query = encodeURIComponent('subscription { entryChanged { entries { slug entry { title } } } }');
  const { port } = server.app.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/graphql/stream?query=${query}`);
  await server.services.store.log.commit(batch(topic('a')));
  let eventText = '';
  for await (const chunk of answer.body!) {
    eventText += Buffer.from(chunk).toString();
    if (eventText.includes('errors')) break;
  }
  expect(eventText).toContain('Internal server error');
  expect(eventText).not.toContain('secret');
  const { requestId } = JSON.parse(/^data: (.*errors.*)$/m.exec(eventText)![1]!).errors[0].extensions;
  expect(server.log).toContainEqual(
    expect.objectContaining({
      msg: 'resolver failed',
      requestId,
      err: expect.objectContaining({ message: 'a secret of the driver' }),
    }),
  );
});
