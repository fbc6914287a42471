import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import fastify from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Admission } from '../../src/http/admission.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';

/** A response body that is larger than the buffers of the kernel for one connection. */
const LARGE = Buffer.alloc(32 * 1024 * 1024, 'x');
const MAX_IDLE_MS = 1500;
const logged: Record<string, unknown>[] = [];
let server: SeededApp;
let port: number;
beforeAll(async () => {
  server = await seededApp({
    seedDir: null,
    log: pino({}, { write: (line: string) => logged.push(JSON.parse(line) as Record<string, unknown>) }),
    slowClients: { maxIdleMs: MAX_IDLE_MS },
  });
  // Wraps the request handler before the server receives its first request.
  const { server: http } = server.app;
  const [handler] = http.listeners('request') as [RequestListener];
  http.removeAllListeners('request').on('request', (request, response) => {
    if (request.url === '/large') response.end(LARGE);
    else handler(request, response);
  });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.app.server.address() as AddressInfo);
});
afterAll(() => server.close());

function sendRaw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
  });
}

test.each([
  ['an oversized head', `GET /graphql?query=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431, /use POST/],
  ['an invalid head', 'GET /graphql HTTP/1.1\r\nno header\r\n\r\n', 400, /is invalid/],
])('a request with %s is rejected with a GraphQL error', async (_name, text, status, message) => {
  const [head, body] = (await sendRaw(text)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(JSON.parse(body!)).toEqual({
    errors: [{ message: expect.stringMatching(message), extensions: { code: 'BAD_REQUEST' } }],
  });
});

/** Sends requests without reading the responses, and waits until the server closes the connection. */
async function unread(text: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  const [ownEnd] = (await once(server.app.server, 'connection')) as [Socket];
  socket.on('error', () => {});
  socket.write(text);
  // A client that does not read does not detect the end of its connection.
  await once(ownEnd, 'close');
  socket.destroy();
}

const ABOUT_THE_SCHEMA = '/graphql?query={__schema{types{name,description,fields{name,description}}}}';
test.each([
  ['a large response', '/large', 1],
  ['the responses to many pipelined requests', ABOUT_THE_SCHEMA, 60],
])('a client that does not read %s is disconnected', async (_what, url, requests) => {
  logged.length = 0;
  await unread(`GET ${url} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(requests));
  expect(logged.map(({ msg }) => msg)).toContain('a client did not read its response');
});

test('a client that reads a large response receives it completely', async () => {
  const socket = connect(port, '127.0.0.1', () => socket.write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n'));
  let bytes = 0;
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes >= LARGE.length) socket.end();
  });
  await once(socket, 'close');
  expect(bytes).toBeGreaterThan(LARGE.length);
});

test('a client that reads a large response slowly receives it completely', async () => {
  const socket = connect(port, '127.0.0.1', () => socket.write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n'));
  let [bytes, bytesUntilPause] = [0, LARGE.length / 8];
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes >= LARGE.length) socket.end();
    else if (bytes > bytesUntilPause) {
      bytesUntilPause += LARGE.length / 8;
      socket.pause();
      // Each pause is shorter than the limit of the server, but all pauses together are longer.
      setTimeout(() => socket.resume(), MAX_IDLE_MS / 4);
    }
  });
  await once(socket, 'close');
  expect(bytes).toBeGreaterThan(LARGE.length);
});

test('a client that does not read its response does not block others', async () => {
  const app = fastify();
  const admission = new Admission(
    app,
    {
      maxInFlight: 1,
      maxInFlightPerClient: 1,
      rate: { burst: 10, perSecond: 1 },
      invalidTokenCost: 1,
    },
    () => true,
  );
  app.get('/:what', (request, reply) => {
    admission.acquire(request, reply);
    return reply.send(request.url === '/large' ? LARGE : 'small');
  });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const reader = connect(Number(new URL(origin).port), '127.0.0.1', () => {
    reader.write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n');
  });
  await once(reader, 'readable');
  expect((await fetch(`${origin}/small`)).status).toBe(200);
  reader.destroy();
  await app.close();
});

test('the number of concurrent requests of one client is limited', async () => {
  const app = fastify();
  const admission = new Admission(
    app,
    {
      maxInFlight: 3,
      maxInFlightPerClient: 2,
      rate: { burst: 100, perSecond: 1 },
      invalidTokenCost: 1,
    },
    () => true,
  );
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  app.setErrorHandler((error, _request, reply) => reply.code(429).send(String(error)));
  app.get('/', async (request, reply) => {
    admission.acquire(request, reply);
    await answered;
    return 'done';
  });
  // Awaited here, because an injected request starts only when it is awaited.
  const sendQuery = async (remoteAddress: string) => await app.inject({ url: '/', remoteAddress });
  const greedy = [sendQuery('192.0.2.1'), sendQuery('192.0.2.1')];
  expect((await sendQuery('192.0.2.1')).body).toContain('You have 2 open requests');
  const otherResponse = sendQuery('192.0.2.2');
  answer();
  expect((await otherResponse).body).toBe('done');
  expect((await Promise.all(greedy)).map(({ body }) => body)).toEqual(['done', 'done']);
  expect((await sendQuery('192.0.2.1')).body).toBe('done');
  expect(admission.inFlight).toBe(0);
  await app.close();
});

test('the server has timeouts for headers and requests, and a maximum number of connections', () => {
  expect(server.app.server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 20_000, maxConnections: 2000 });
});

const long = process.env['LONG'] ? test : test.skip;
if (!process.env['LONG']) console.log('connections: waiting for a slow client to be cut off runs with LONG=1');
long('a client that never completes the head of its request is disconnected within 15 seconds', async () => {
  expect(await sendRaw('POST /graphql HTTP/1.1\r\nHost: a\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408 |^$/);
});

test('a server closes without waiting for idle connections', async () => {
  const closingServer = await seededApp({ seedDir: null });
  const { server: http } = closingServer.app;
  await closingServer.app.listen({ port: 0, host: '127.0.0.1' });
  // Turn off the other timeouts, which would also close the connections.
  Object.assign(http, { headersTimeout: 0, requestTimeout: 0 });
  const silentSocket = connect((http.address() as AddressInfo).port, '127.0.0.1');
  silentSocket.on('error', () => {});
  const left = once(silentSocket, 'close');
  await once(http, 'connection');
  await closingServer.close();
  await left;
});
