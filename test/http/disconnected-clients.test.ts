import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test } from '@jest/globals';
import { Admission } from '../../src/http/admission.js';
import { tokenDigest } from '../../src/http/authentication.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';

let closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers) await close();
  closers = [];
});

/** Sends a text and disconnects when a condition holds. Resolves when the server has noticed. */
async function leave(app: FastifyInstance, text: string, isTime: (client: Socket) => Promise<unknown>): Promise<void> {
  const { port } = app.server.address() as AddressInfo;
  const client = connect(port, '127.0.0.1');
  const [ownEnd] = (await once(app.server, 'connection')) as [Socket];
  client.write(text);
  await isTime(client);
  client.destroy();
  await once(ownEnd, 'close');
}

const requestText = (path: string, ...headers: string[]) =>
  `${[`GET ${path} HTTP/1.1`, 'Host: 127.0.0.1', ...headers].join('\r\n')}\r\n\r\n`;

test.each([
  ['is read', 1],
  ['is read, and another waits behind it', 2],
])('after a client disconnects while its file %s, no request remains in flight', async (_when, requests) => {
  const app = fastify();
  closers.push(() => app.close());
  const rate = { burst: 10, perSecond: 1 };
  const admission = new Admission(
    app,
    { maxInFlight: 5, maxInFlightPerClient: 5, rate, invalidTokenCost: 1 },
    () => true,
  );
  let startedCount = 0;
  app.get('/', (request, reply) => {
    admission.acquire(request, reply);
    startedCount += 1;
    const file = new Readable({ read: () => {} });
    file.push('the first of many lines');
    return reply.send(file);
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  await leave(app, requestText('/').repeat(requests), async (client) => {
    await once(client, 'data');
    expect(startedCount).toBe(requests);
    expect(admission.inFlight).toBe(requests);
  });
  expect(admission.inFlight).toBe(0);
});

/** Sends a request to a server and disconnects during the token lookup. Execution starts only after that. */
async function disconnectDuring(path: string, accept: string): Promise<SeededApp> {
  let resolveLookup = () => {};
  let answerToken = () => {};
  const isLookedUp = new Promise<void>((resolve) => (resolveLookup = resolve));
  const isAnswered = new Promise<void>((resolve) => (answerToken = resolve));
  const valid = { name: 'Anna', role: 'EDITOR' as const, digest: tokenDigest('a'), expiresAt: null };
  const tokens = { withSamePrefix: async () => (resolveLookup(), await isAnswered, [valid]) };
  const server = await seededApp({ seedDir: null, tokens, fileLimits: { concurrentFilesPerClient: 1 } });
  closers.push(() => server.close());
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  let end = () => {};
  const isOver = new Promise<void>((resolve) => (end = resolve));
  server.app.server.once('request', (_request, response) => response.once('close', end));
  await leave(server.app, requestText(path, 'Authorization: Bearer a', `Accept: ${accept}`), () => isLookedUp);
  await isOver;
  server.commands.length = 0;
  answerToken();
  // By then, everything that follows the token lookup has run, because no database reads are pending.
  for (let turns = 0; turns < 100; turns += 1) await new Promise(setImmediate);
  return server;
}

const COUNTRIES = `/graphql?format=csv&query=${encodeURIComponent('{ countries { nodes { slug } } }')}`;

test('a client that disconnects before its file starts occupies no export slot, and nothing is read', async () => {
  const { inject, commands } = await disconnectDuring(COUNTRIES, '*/*');
  expect(commands).toEqual([]);
  expect((await inject({ url: COUNTRIES })).statusCode).toBe(200);
});

test('a client that disconnects before its stream starts leaves no open stream', async () => {
  const query = encodeURIComponent('subscription { entryChanged { after } }');
  const { inject } = await disconnectDuring(`/graphql/stream?query=${query}`, 'text/event-stream');
  expect((await inject({ url: '/metrics' })).body).toMatch(/^signpost_streams 0$/m);
});
