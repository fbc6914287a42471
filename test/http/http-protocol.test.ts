import { gzipSync } from 'node:zlib';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LightMyRequestResponse } from 'fastify';
import { serverAudits } from 'graphql-http';
import { pino } from 'pino';
import type { MetricsAccess, TrustProxy } from '../../src/config.js';
import { AppError } from '../../src/errors.js';
import { buildApp } from '../../src/http/app.js';
import type { EntryStore } from '../../src/store/entries.js';
import type { Store } from '../../src/store/store.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { overrideStore } from '../support/override-store.js';

const JSON_TYPE = { 'content-type': 'application/json' };
let isUnreachable = false;
let server: SeededApp;
let origin: string;
beforeAll(async () => {
  server = await seededApp({
    seedDir: null,
    fileLimits: { concurrentFiles: 1 },
    admission: { maxInFlight: 2, rate: { burst: 5, perSecond: 1 }, invalidTokenCost: 4 },
    around: (services) => ({
      ...services,
      store: overrideStore(services.store, ({ connection, entries }) => ({
        connection: {
          ...connection,
          ping: () => (isUnreachable ? Promise.reject(new Error('away')) : connection.ping()),
        },
        entries: {
          ...entries,
          page: async (...args) => {
            // Delays the response, so that three requests run concurrently.
            await new Promise((resolve) => setTimeout(resolve, 50));
            return entries.page(...args);
          },
        },
      })),
    }),
  });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

function post(payload: string | Buffer, headers: Record<string, string> = JSON_TYPE) {
  return server.inject({ method: 'POST', url: '/graphql', headers, payload });
}

describe('GraphQL over HTTP', () => {
  for (const audit of serverAudits({ url: () => `${origin}/graphql`, fetchFn: fetch })) {
    test(`${audit.id}: ${audit.name}`, async () => {
      const result = await audit.fn();
      // Recommendations of the specification may be violated, requirements may not.
      expect(['ok', 'notice', 'warn']).toContain(result.status);
    });
  }
});

describe('request body', () => {
  const query = JSON.stringify({ query: '{ __typename }' });

  test('a request body is accepted only as JSON in UTF-8', async () => {
    expect((await post(query)).statusCode).toBe(200);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await post(query, { 'content-type': type });
      expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([415, 'BAD_REQUEST']);
    }
    expect((await post(query, { 'content-type': 'application/json; charset=latin1' })).statusCode).toBe(415);
    expect((await post(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).statusCode).toBe(400);
  });

  test('a request body that is compressed or over 256 kB is rejected', async () => {
    const large = JSON.stringify({ query: `{ __typename } #${'x'.repeat(256 * 1024)}` });
    const answer = await post(large);
    expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([413, 'BODY_TOO_LARGE']);
    expect((await post(gzipSync(query), { ...JSON_TYPE, 'content-encoding': 'gzip' })).statusCode).toBe(415);
  });

  test('a request body has a maximum nesting depth', async () => {
    const nested = (levels: number) => {
      const inner = `${'[{"a":'.repeat(levels / 2 - 1)}"\\"[[{{"${'}]'.repeat(levels / 2 - 1)}`;
      return `{"query":"{ __typename }","variables":{"[[[[":${inner}}}`;
    };
    const shallow = `{"query":"{ __typename }","variables":{"a":[${'{},[],'.repeat(100)}0]}}`;
    for (const body of [nested(60), shallow]) {
      expect((await post(body)).json()).toEqual({ data: { __typename: 'Query' } });
    }
    // Brackets that are already closed do not count towards the nesting depth.
    for (const deep of [nested(62), nested(62).replace('{', `{"before":[${'{},'.repeat(50)}0],`)]) {
      const { statusCode, body } = await post(deep);
      expect([statusCode, body]).toEqual([400, expect.stringContaining('"TOO_DEEP"')]);
    }
  });

  test('a request body that is not JSON, or a list of requests, is rejected with a GraphQL error', async () => {
    for (const body of ['{"query":', 'null', '[{"query":"{ __typename }"}]', '', '{"__proto__":{"query":"x"}}']) {
      const answer = await post(body);
      expect(answer.statusCode).toBe(400);
      expect(typeof answer.json().errors[0].message).toBe('string');
      expect(answer.body).not.toMatch(/node_modules|at .*\.js|stack/);
    }
  });
});

test.each(['preview=1', 'preview=', 'preview=true&preview=true', 'cost=yes'])(
  'a URL with the invalid parameter %s is rejected',
  async (message) => {
    const { statusCode, body } = await server.inject({ url: `/graphql?query={__typename}&${message}` });
    expect([statusCode, body]).toEqual([400, expect.stringMatching(/must be true or false/)]);
    const plain = await server.inject({ url: `/graphql?query={__typename}&${message.replace(/=.*/, '=false')}` });
    expect(plain.statusCode).toBe(200);
  },
);

describe('HTTP methods', () => {
  test('methods other than GET, HEAD and POST are rejected with the allowed ones', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
      const answer = await server.inject({ method, url: '/graphql' });
      expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, HEAD, POST']);
    }
  });

  test.each([
    ['/graphql?query=%7B__typename%7D', '*/*'],
    ['/graphql?query=%7Bnothing%7D', '*/*'],
    ['/graphql?query=mutation%7Bx%7D', '*/*'],
    ['/graphql?format=csv&query=%7Btopics%7Bnodes%7Bslug%7D%7D%7D', '*/*'],
    ['/graphql', 'text/html'],
    ['/health/ready', '*/*'],
  ])('HEAD has the response of GET without the body: %s', async (url, accept) => {
    const sendQuery = (method: 'GET' | 'HEAD') => server.inject({ method, url, headers: { accept } });
    const [get, head] = [await sendQuery('GET'), await sendQuery('HEAD')];
    const comparable = ({ statusCode, headers: { etag, location, ...headers } }: LightMyRequestResponse) => [
      ...[statusCode, location, etag, headers['content-type'], headers['cache-control']],
    ];
    expect(comparable(head)).toEqual(comparable(get));
    expect(head.body).toBe('');
  });

  test('a HEAD request to /graphql/stream opens no stream', async () => {
    const url = `/graphql/stream?query=${encodeURIComponent('subscription { entryChanged { after } }')}`;
    const answer = await server.inject({ method: 'HEAD', url, headers: { accept: 'text/event-stream' } });
    expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      '',
    ]);
  });

  test('a GET request can execute a query, but neither a mutation nor a subscription', async () => {
    const sendQuery = (query: string) =>
      server.inject({ url: `/graphql?query=${encodeURIComponent(query)}`, headers: { accept: '*/*' } });
    const answer = await sendQuery('{ __typename }');
    expect([answer.statusCode, answer.json()]).toEqual([200, { data: { __typename: 'Query' } }]);
    expect(answer.headers['content-type']).toContain('json');
    const mutationResponse = await sendQuery('mutation { entryRetire(id: "a", expectedRevision: 1) { revision } }');
    expect([mutationResponse.statusCode, mutationResponse.headers['allow']]).toEqual([405, 'POST']);
    expect((await sendQuery('subscription { entryChanged { after } }')).statusCode).toBe(405);
  });

  test.each(['', '?query=%7B__typename%7D&variables=%7B%7D'])(
    'a browser that opens /graphql%s is redirected to GraphiQL with the query',
    async (search) => {
      const redirect = await server.inject({ url: `/graphql${search}`, headers: { accept: 'text/html,*/*;q=0.8' } });
      expect([redirect.statusCode, redirect.headers['location']]).toEqual([302, `/graphiql${search}`]);
    },
  );

  test('a browser that requests a format gets that format, and a program is not redirected', async () => {
    const url = '/graphql?query=%7B__typename%7D&format=json';
    const browserResponse = await server.inject({ url, headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(browserResponse.json()).toEqual({ data: { __typename: 'Query' } });
    const program = await server.inject({ url: '/graphql', headers: { accept: 'application/json' } });
    expect([program.statusCode, program.headers['content-type']]).toEqual([400, expect.stringContaining('json')]);
    const posted = await post('{}', { ...JSON_TYPE, accept: 'text/html' });
    expect(posted.body).not.toContain('<html');
  });
});

describe('operation selection', () => {
  test.each([
    ['an unknown operation name', { query: 'query a { __typename }', operationName: 'b' }, 'no operation named "b"'],
    ['an empty operation name', { query: '{ __typename }', operationName: '' }, 'no operation named ""'],
    ['several operations', { query: 'query a { __typename } query b { __typename }' }, 'its operations are "a", "b"'],
    ['a subscription', { query: 'subscription { entryChanged { after } }' }, 'at /graphql/stream'],
  ])('a request with %s is rejected with an explanation', async (_name, request, sentence) => {
    server.log.length = 0;
    const answer = await post(JSON.stringify(request));
    const [error] = answer.json().errors;
    expect([answer.statusCode, error.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(error.message).toContain(sentence);
    expect(server.log).toEqual([]);
  });
});

describe('HTTP headers', () => {
  test('CORS allows any origin to read, without credentials', async () => {
    const headers = { ...JSON_TYPE, origin: 'https://evil.example' };
    const answer = await post(JSON.stringify({ query: '{ __typename }' }), headers);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  });

  test('CORS exposes the response headers that clients need, and allows the request headers that they send', async () => {
    const origin = 'https://app.example';
    const { headers } = await post(JSON.stringify({ query: '{ __typename }' }), { ...JSON_TYPE, origin });
    expect(String(headers['access-control-expose-headers']).split(', ')).toEqual(
      expect.arrayContaining([
        'x-request-id',
        'retry-after',
        'ratelimit-limit',
        'ratelimit-remaining',
        'ratelimit-reset',
      ]),
    );
    const sent = ['content-type', 'accept-language', 'authorization', 'traceparent', 'tracestate', 'if-none-match'];
    // Headers that Apollo's clients add for their name, or to pass its CSRF protection.
    const ofApollo = ['apollographql-client-name', 'apollographql-client-version', 'apollo-require-preflight'];
    const allHeaders = [...sent, ...ofApollo];
    const preflightHeaders = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': allHeaders.toSorted().join(','),
    };
    const preflight = await server.inject({ method: 'OPTIONS', url: '/graphql', headers: preflightHeaders });
    expect(preflight.statusCode).toBe(204);
    const allowed = String(preflight.headers['access-control-allow-headers']).split(', ');
    expect(allowed).toEqual(expect.arrayContaining(allHeaders));
  });

  test.each([
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['text/html', 'application/json; charset=utf-8'],
  ])('an error response has the media type requested by Accept: %s', async (accept, type) => {
    const answers = [
      await post('{"query":', { ...JSON_TYPE, accept }),
      await server.inject({
        method: 'POST',
        url: '/graphql?preview=true',
        headers: { ...JSON_TYPE, accept },
        payload: '{}',
      }),
      // A browser gets an error page.
      await server.inject({ url: '/no-such-page', headers: { accept: accept.replace('text/html', '*/*') } }),
      await server.inject({ method: 'PUT', url: '/graphql', headers: { accept } }),
      await server.inject({
        url: '/graphql?format=json&query={nothing}',
        headers: { accept: accept.replace('text/html', '*/*') },
      }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 401, 404, 405, 400]);
    for (const { headers, body } of answers) {
      expect([headers['content-type'], headers['cache-control']]).toEqual([type, 'no-store']);
      expect(JSON.parse(body)).toMatchObject({ errors: [{ message: expect.any(String) }] });
    }
  });

  test('every response forbids content sniffing and framing', async () => {
    for (const url of ['/graphql', '/health/live', '/no-such-page']) {
      const { headers } = await server.inject({ url });
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
    }
  });

  test('every response has a request id generated by the server, whatever the client sends', async () => {
    const clientHeaders = { 'request-id': 'forged', 'x-request-id': 'forged' };
    const { headers } = await server.inject({ url: '/health/live', headers: clientHeaders });
    expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  });

  test('an invalid host is rejected with a client error', async () => {
    const answer = await rawRequest(
      'POST /graphql HTTP/1.1\r\nHost: a b\r\nContent-Type: application/json\r\n' +
        'Content-Length: 24\r\nConnection: close\r\n\r\n{"query":"{__typename}"}',
    );
    expect(answer).not.toContain(' 500 ');
    expect(answer).not.toMatch(/node_modules|TypeError/);
  });
});

function rawRequest(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('pages', () => {
  test('the home page has no script and a policy that allows none', async () => {
    const answer = await server.inject({ url: '/' });
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body).not.toMatch(/<script(?! type="application\/ld\+json")/);
  });

  test('an unknown URL responds with 404 and a GraphQL error', async () => {
    const answer = await server.inject({ url: '/no-such-page' });
    expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('health checks and metrics', () => {
  test('a server is alive but not ready if its database does not respond', async () => {
    expect((await server.inject({ url: '/health/ready' })).statusCode).toBe(200);
    isUnreachable = true;
    expect((await server.inject({ url: '/health/live' })).statusCode).toBe(200);
    expect((await server.inject({ url: '/health/ready' })).statusCode).toBe(503);
    isUnreachable = false;
  });

  test('a stopping server is not ready, responds, and closes connections', async () => {
    const stop = new AbortController();
    const log = pino({ level: 'silent' });
    const stopping = stop.signal;
    const app = await buildApp(server.services, { log, corsOrigins: '*', graphiqlDir: 'no-such-folder', stopping });
    const requestUrl = async (url: string) => {
      const { statusCode, headers } = await app.inject({ url });
      return [statusCode, headers['connection']];
    };
    const QUERY = '/graphql?query={__typename}';
    expect([await requestUrl('/health/ready'), await requestUrl(QUERY)]).toEqual([1, 2].map(() => [200, 'keep-alive']));
    stop.abort();
    expect([await requestUrl('/health/ready'), await requestUrl(QUERY)]).toEqual([
      [503, 'close'],
      [200, 'close'],
    ]);
    await app.close();
  });

  test('metrics count responses by route and errors by code', async () => {
    await post(JSON.stringify({ query: /* invalid on purpose */ '{ nothing }' }));
    const { body } = await server.inject({ url: '/metrics' });
    expect(body).toMatch(/signpost_request_seconds_count\{route="\/graphql",status="400"\} [1-9]/);
    expect(body).toMatch(/signpost_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} [1-9]/);
    expect(body).toMatch(/signpost_request_seconds_bucket\{le="30",/);
  });

  test('metrics describe the state of the server', async () => {
    await post(JSON.stringify({ query: '{ topics { nodes { slug } } }' }));
    const { body } = await server.inject({ url: '/metrics' });
    const value = (name: string) =>
      Number(
        body
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')[1],
      );
    expect(value('signpost_requests_under_way')).toBe(0);
    expect(value('signpost_feed_sequence')).toBe(server.services.store.log.feedState().sequence);
    expect(value('signpost_feed_failing')).toBe(0);
    expect(value('signpost_search_ready')).toBe(0);
    expect(value('signpost_database_connections{state="open"}')).toBeGreaterThan(0);
    expect(value('signpost_database_connections{state="used"}')).toBe(0);
    expect(value('signpost_database_connections{state="waiting"}')).toBe(0);
    expect(value('signpost_event_loop_lag_seconds{quantile="1"}')).toBeGreaterThanOrEqual(0);
    expect(value('signpost_database_commands_total')).toBeGreaterThan(0);
    expect(body).toMatch(/signpost_build_info\{version="\d+\.\d+\.\d+(?:-\w+)?",node="v\d+/);
  });
});

describe('logging of failed requests', () => {
  type Reads = (store: Store) => EntryStore['bySlug'];
  /** Sends a query to a new server. Returns the response and the log. */
  async function requestNewServer(reads: Reads, query: string, deadlineMs: number) {
    const lines: Record<string, unknown>[] = [];
    const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) });
    const store = overrideStore(server.services.store, (entries) => ({
      entries: { ...entries.entries, bySlug: reads(entries) },
    }));
    const services = { ...server.services, store };
    const app = await buildApp(services, { log, corsOrigins: '*', graphiqlDir: 'no-such-folder', deadlineMs });
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers: JSON_TYPE, payload: { query } });
    const metrics = (await app.inject({ url: '/metrics' })).body;
    await app.close();
    return { answer, lines, metrics };
  }
  const TWICE = 'query twice { a: topic(slug: "a") { title } b: source(slug: "b") { title } }';
  const unreachableReads: Reads =
    ({ log }) =>
    async () => {
      await log.head();
      throw new AppError('DATABASE_UNREACHABLE', 'The database does not respond.');
    };
  const late: Reads =
    ({ log, entries }) =>
    async (...args) => {
      await log.head();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return entries.bySlug(...args);
    };

  test.each([
    ['DATABASE_UNREACHABLE', unreachableReads, 60_000],
    ['DEADLINE', late, 100],
  ])('the error %s is logged once, with the reason and the request id', async (code, reads, deadlineMs) => {
    const start = performance.now();
    const { answer, lines, metrics } = await requestNewServer(reads, TWICE, deadlineMs);
    const elapsed = performance.now() - start;
    const errors = answer.json().errors as { extensions: Record<string, unknown> }[];
    const requestId = answer.headers['x-request-id'];
    expect(errors.map(({ extensions }) => extensions)).toEqual([1, 2].map(() => ({ code, requestId })));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 40, code, requestId, operation: 'twice', questions: 2, commands: 2 });
    expect(lines[0]!['cost']).toBeGreaterThan(0);
    expect(lines[0]!['databaseMs']).toBeGreaterThanOrEqual(0);
    // The duration of the request, which is part of the measured one.
    expect(lines[0]!['ms']).toBeLessThanOrEqual(Math.ceil(elapsed));
    expect(metrics).toMatch(new RegExp(`signpost_errors_total\\{code="${code}"\\} 2`));
  });

  test('a request that fails before it reaches GraphQL is logged with an id', async () => {
    const lines: Record<string, unknown>[] = [];
    const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) });
    const tokens = { withSamePrefix: () => Promise.reject(new AppError('DATABASE_UNREACHABLE', 'No answer.')) };
    const app = await buildApp(server.services, { log, corsOrigins: '*', graphiqlDir: 'no-such-folder', tokens });
    const headers = { ...JSON_TYPE, authorization: 'Bearer token' };
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers, payload: '{}' });
    await app.close();
    const requestId = answer.headers['x-request-id'];
    expect(answer.json().errors[0].extensions).toEqual({ code: 'DATABASE_UNREACHABLE', requestId });
    expect(lines).toMatchObject([{ code: 'DATABASE_UNREACHABLE', requestId }]);
    // The response has a status and a header that allow clients to retry.
    expect([answer.statusCode, Number(answer.headers['retry-after'])]).toEqual([503, 5]);
  });
});

describe('admission', () => {
  test('requests above the concurrency limit are rejected with Retry-After', async () => {
    const payload = JSON.stringify({ query: '{ topics { nodes { slug } } }' });
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(payload)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 503, 503]);
    const busy = answers.find(({ statusCode }) => statusCode === 503)!;
    expect(busy.json().errors[0].extensions.code).toBe('BUSY');
    expect(busy.headers['retry-after']).toBe('1');
    expect((await post(payload)).statusCode).toBe(200);
  });

  test('the request rate of each client is limited, except on this machine', async () => {
    const sendQuery = (remoteAddress: string) => server.inject({ url: '/health/live', remoteAddress });
    const answers: LightMyRequestResponse[] = [];
    for (let request = 0; request < 7; request += 1) answers.push(await sendQuery('192.0.2.1'));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(answers.at(-1)!.json().errors[0].extensions.code).toBe('RATE_LIMITED');
    expect(answers.at(-1)!.headers['retry-after']).toBe('1');
    const headerValues = (name: string) => answers.map(({ headers }) => Number(headers[`ratelimit-${name}`]));
    expect(headerValues('limit')).toEqual(answers.map(() => 5));
    expect(headerValues('remaining')).toEqual([4, 3, 2, 1, 0, 0, 0]);
    expect(headerValues('reset')).toEqual([1, 2, 3, 4, 5, 5, 5]);
    expect((await sendQuery('192.0.2.2')).statusCode).toBe(200);
    for (let request = 0; request < 10; request += 1) expect((await sendQuery('127.0.0.1')).statusCode).toBe(200);
    expect((await sendQuery('127.0.0.1')).headers['ratelimit-limit']).toBeUndefined();
  });

  test.each(['192.0.2.9', '127.0.0.1'])('a client at %s that tries tokens is limited sooner', async (remoteAddress) => {
    const headers = { ...JSON_TYPE, authorization: 'Bearer guess' };
    const sendQuery = () => server.inject({ method: 'POST', url: '/graphql', headers, payload: '{}', remoteAddress });
    expect([(await sendQuery()).statusCode, (await sendQuery()).statusCode]).toEqual([401, 429]);
    const payload = JSON.stringify({ query: '{ __typename }' });
    const others = await server.inject({ method: 'POST', url: '/graphql', headers: JSON_TYPE, payload });
    expect(others.statusCode).toBe(200);
  });
});

describe('admission behind a proxy', () => {
  interface Proxied {
    trustProxy?: TrustProxy;
    publicUrl?: string;
  }
  const rate = { burst: 3, perSecond: 0.001 };
  async function statuses(trustProxy: TrustProxy, forwarded: readonly string[], remoteAddress = '10.0.0.1') {
    const app = await buildApp(server.services, {
      log: pino({ level: 'silent' }),
      corsOrigins: '*',
      graphiqlDir: 'no-such-folder',
      admission: { rate },
      trustProxy,
    });
    const statusCodes: number[] = [];
    for (const addresses of forwarded) {
      const headers = { 'x-forwarded-for': addresses };
      statusCodes.push((await app.inject({ url: '/health/live', headers, remoteAddress })).statusCode);
    }
    await app.close();
    return statusCodes;
  }
  const CLIENTS = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'];

  test('behind an untrusted proxy, all clients count as one', async () => {
    expect(await statuses(false, CLIENTS)).toEqual([200, 200, 200, 429]);
  });

  test('behind a proxy trusted by number or address, each client is counted separately', async () => {
    expect(await statuses(1, CLIENTS)).toEqual([200, 200, 200, 200]);
    expect(await statuses(['10.0.0.0/8'], CLIENTS)).toEqual([200, 200, 200, 200]);
    expect(await statuses(1, CLIENTS, '127.0.0.1')).toEqual([200, 200, 200, 200]);
  });

  describe('local requests behind a proxy without forwarding header', () => {
    const NAMED = { host: 'signpost.example.org' };
    const OWN = { host: '127.0.0.1:4000' };
    test.each([
      ['a proxy is trusted', { trustProxy: 1 }, OWN, 429],
      ['a proxy is trusted by its address', { trustProxy: ['127.0.0.1'] }, OWN, 429],
      ['the server has a public URL', { publicUrl: 'https://signpost.example.org' }, OWN, 429],
      ['the Host header names the site', {}, NAMED, 429],
      ['the server has a local URL', { publicUrl: 'http://localhost:4000' }, OWN, 200],
    ])(
      'requests from this machine are local unless they may come through a proxy: %s',
      async (_name, { trustProxy, publicUrl }: Proxied, headers, last) => {
        const app = await buildApp(server.services, {
          log: pino({ level: 'silent' }),
          corsOrigins: '*',
          graphiqlDir: 'no-such-folder',
          admission: { rate },
          address: { publicUrl: publicUrl ?? null, allowedHosts: [] },
          ...(trustProxy !== undefined && { trustProxy }),
        });
        const sendQuery = async (url: string) =>
          (await app.inject({ url, headers, remoteAddress: '127.0.0.1' })).statusCode;
        const metrics = await sendQuery('/metrics');
        const responses = [
          await sendQuery('/health/live'),
          await sendQuery('/health/live'),
          await sendQuery('/health/live'),
        ];
        await app.close();
        expect([responses.at(-1), metrics]).toEqual([last, last === 200 ? 200 : 404]);
      },
    );
  });

  test('all addresses of a /64 network are one client', async () => {
    const own = ['1', '2', 'ffff:1', 'a:b:c:d'].map((end) => `2001:db8:1:2:${end.length > 6 ? '' : ':'}${end}`);
    const others = ['3', '4', '5', '6'].map((net) => `2001:db8:1:${net}::1`);
    expect(await statuses(1, own)).toEqual([200, 200, 200, 429]);
    expect(await statuses(1, others)).toEqual([200, 200, 200, 200]);
  });

  test('forged or untrusted addresses in X-Forwarded-For have no effect', async () => {
    const spoofed = ['1', '2', '3', '4'].map((last) => `127.0.0.1, 198.51.100.${last}, 192.0.2.7`);
    expect(await statuses(1, spoofed)).toEqual([200, 200, 200, 429]);
    expect(await statuses(['10.0.0.0/8'], CLIENTS, '192.0.2.200')).toEqual([200, 200, 200, 429]);
  });
});

describe('metrics', () => {
  async function status(metrics: MetricsAccess, request: object) {
    const log = pino({ level: 'silent' });
    const app = await buildApp(server.services, { log, corsOrigins: '*', graphiqlDir: 'no-such-folder', metrics });
    const { statusCode } = await app.inject({ url: '/metrics', ...request });
    await app.close();
    return statusCode;
  }

  test('metrics are public, restricted to this machine, or off, as configured', async () => {
    const remote = { remoteAddress: '192.0.2.1' };
    const forwarded = { headers: { 'x-forwarded-for': '192.0.2.1' } };
    expect([await status('public', remote), await status('public', forwarded)]).toEqual([200, 200]);
    expect([await status('loopback', {}), await status('loopback', remote)]).toEqual([200, 404]);
    expect(await status('loopback', forwarded)).toBe(404);
    expect(await status('off', {})).toBe(404);
  });

  test('metrics are not readable by pages of another origin', async () => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' };
    for (const method of ['GET', 'OPTIONS'] as const) {
      const answer = await server.inject({ method, url: '/metrics', headers });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
    const other = await server.inject({ method: 'OPTIONS', url: '/graphql', headers });
    expect(other.headers['access-control-allow-origin']).toBe('*');
  });
});
