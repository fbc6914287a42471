import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { addEncoding } from '../../src/http/content-encoding.js';

const LONG = 'a long answer, with words that come again. '.repeat(1000);
let app: FastifyInstance;

beforeAll(() => {
  app = fastify();
  addEncoding(app, () => false);
  app.all('/long', async (_request, reply) => reply.header('vary', 'accept').type('application/json').send(LONG));
  app.all('/short', async (_request, reply) => reply.type('text/html').send('short'));
  app.get('/stream', async (_request, reply) => reply.type('text/csv').send(Readable.from([LONG, LONG])));
  app.get<{ Querystring: { after: string } }>('/broken', async ({ query }, reply) => {
    const rows = async function* () {
      if (query.after !== '0') yield LONG;
      while (query.after !== '0' && !reply.raw.headersSent) await new Promise(setImmediate);
      throw new Error('gone');
    };
    return reply.type('text/csv').send(Readable.from(rows()));
  });
  app.get('/archive', async (_request, reply) => reply.type('application/zip').send(Buffer.from(LONG)));
  app.get('/private', async (_request, reply) => reply.header('cache-control', 'no-store').send('secret'));
  app.get('/wrong', async (_request, reply) => reply.code(400).send('wrong'));
});
afterAll(() => app.close());

const sendQuery = (url: string, headers: Record<string, string> = {}, method: InjectOptions['method'] = 'GET') =>
  app.inject({ url, headers, method });

describe('content encoding of responses', () => {
  test.each(['/long', '/short'])('a response that the client has cached is not sent again: %s', async (url) => {
    const first = await sendQuery(url, { 'accept-encoding': 'gzip' });
    const etag = String(first.headers['etag']);
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    for (const condition of [etag, `"other", ${etag}`, '*']) {
      const repeated = await sendQuery(url, { 'accept-encoding': 'gzip', 'if-none-match': condition });
      expect([repeated.statusCode, repeated.body, repeated.headers['etag']]).toEqual([304, '', etag]);
      expect([repeated.headers['content-type'], repeated.headers['content-length']]).toEqual([undefined, undefined]);
      expect(repeated.headers['cache-control']).toBe('public, no-cache');
    }
    expect((await sendQuery(url, { 'if-none-match': 'W/"other"' })).statusCode).toBe(200);
  });

  test('a response to a request with a token has private Cache-Control', async () => {
    expect((await sendQuery('/short', { authorization: 'Bearer x' })).headers['cache-control']).toBe(
      'private, no-cache',
    );
  });

  test.each([
    ['to a POST request', '/long', 'POST'],
    ['with Cache-Control: no-store', '/private', 'GET'],
    ['that is an error', '/wrong', 'GET'],
  ] as const)('a response %s has no ETag', async (_name, url, method) => {
    const { statusCode, headers } = await sendQuery(url, { 'if-none-match': '*' }, method);
    expect([statusCode === 304, headers['etag']]).toEqual([false, undefined]);
  });

  test('every response has Cache-Control, also if it is streamed; errors are not cacheable', async () => {
    const cacheControl = async (url: string, headers = {}) => (await sendQuery(url, headers)).headers['cache-control'];
    expect(await cacheControl('/stream')).toBe('public, no-cache');
    expect(await cacheControl('/stream', { authorization: 'Bearer x' })).toBe('private, no-cache');
    expect([await cacheControl('/wrong'), await cacheControl('/broken?after=0')]).toEqual(['no-store', 'no-store']);
  });

  test('a response over 8 kB is compressed if the client accepts it, with Vary', async () => {
    const { rawPayload, headers } = await sendQuery('/long', { 'accept-encoding': 'gzip, deflate, br' }, 'POST');
    expect([headers['content-encoding'], headers['content-length']]).toEqual(['gzip', String(rawPayload.length)]);
    expect([rawPayload.length < LONG.length / 10, gunzipSync(rawPayload).toString()]).toEqual([true, LONG]);
    const plain = await sendQuery('/long', { 'accept-encoding': 'gzip;q=0, identity' }, 'POST');
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, LONG]);
    expect([headers['vary'], plain.headers['vary']]).toEqual(['accept, accept-encoding', 'accept, accept-encoding']);
  });

  test.each(['/short', '/archive'])('a response that would not shrink is sent uncompressed: %s', async (url) => {
    expect((await sendQuery(url, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
  });

  test('a streamed response is compressed', async () => {
    const { rawPayload, headers } = await sendQuery('/stream', { 'accept-encoding': 'gzip' });
    expect([headers['content-encoding'], gunzipSync(rawPayload).toString()]).toEqual(['gzip', LONG + LONG]);
  });

  test('a response that fails during sending is aborted; before the first byte it becomes an error', async () => {
    await expect(sendQuery('/broken?after=1', { 'accept-encoding': 'gzip' })).rejects.toThrow();
    const { statusCode, headers, body } = await sendQuery('/broken?after=0', { 'accept-encoding': 'gzip' });
    expect([statusCode, headers['content-encoding'], body]).toEqual([500, undefined, expect.stringContaining('gone')]);
  });
});
