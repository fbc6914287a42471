import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerKey } from '../../src/http/response-cache.js';
import type { SeededApp } from '../graphql/seeded-app.js';
import { seededApp } from '../graphql/seeded-app.js';

const asked: string[] = [];
let server: SeededApp;
let port: number;
beforeAll(async () => {
  server = await seededApp({
    seedDir: null,
    responseCache: {
      answer: (request, response) => {
        asked.push(request.url!);
        if (request.url !== '/kept') return false;
        response.end('kept');
        return true;
      },
    },
  });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.app.server.address() as AddressInfo);
});
afterAll(() => server.close());

function sent(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
  });
}

test('a cache is asked before routing; what it leaves is answered with its body unread', async () => {
  expect(await (await fetch(`http://127.0.0.1:${port}/kept`)).text()).toBe('kept');
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  });
  expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  expect(asked).toEqual(['/kept', '/graphql']);
});

test('answers that differ in anything that decides them have different keys', () => {
  const facts = { role: 'READER', preview: false, locales: ['en'], mediaType: 'json', url: '', body: '{}' };
  const others = [
    { ...facts, role: 'EDITOR' },
    { ...facts, preview: true },
    { ...facts, locales: ['fr', 'en'] },
    { ...facts, mediaType: 'csv' },
    { ...facts, url: '/graphql' },
    { ...facts, body: '{ }' },
  ];
  expect(new Set([facts, ...others].map(answerKey)).size).toBe(others.length + 1);
  expect(answerKey({ ...facts })).toBe(answerKey(facts));
});

test('a head that is too large is refused', async () => {
  expect(await sent(`GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
});

test('slow clients are cut off: the times that they have are bounded', () => {
  expect(server.app.server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 20_000, maxConnections: 2000 });
});

const long = process.env['LONG'] ? test : test.skip;
if (!process.env['LONG']) console.log('connections: waiting for a slow client to be cut off runs with LONG=1');
long(
  'a client that never ends its head is cut off within 15 seconds',
  async () => {
    const started = performance.now();
    expect(await sent('POST /graphql HTTP/1.1\r\nHost: a\r\nX-Slow: ')).toMatch(/^HTTP\/1\.1 408 |^$/);
    expect(performance.now() - started).toBeLessThan(15_000);
  },
  30_000,
);
