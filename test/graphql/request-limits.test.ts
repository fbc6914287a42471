import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { AppError } from '../../src/errors.js';
import type { EntryStore } from '../../src/store/entries.js';
import type { Store } from '../../src/store/store.js';
import { overrideStore } from '../support/override-store.js';
import { type Answer, type SeededApp, seededApp } from './seeded-app.js';

/** Replaces the next read of the store, to simulate failures. */
let failRead: (() => Promise<never>) | null = null;
let server: SeededApp;

beforeAll(async () => {
  server = await seededApp({
    seedDir: null,
    deadlineMs: 3000,
    around: (services) => ({ ...services, store: misbehaving(services.store) }),
  });
});
afterAll(() => server.close());

function misbehaving(store: Store): Store {
  return overrideStore(store, ({ entries }) => {
    const page: EntryStore['page'] = (...args) => failRead?.() ?? entries.page(...args);
    return { entries: { ...entries, page } };
  });
}

function codeOf({ errors }: Answer): unknown {
  return errors?.[0]?.extensions['code'];
}

async function rejectedQuery(query: string, variables?: object): Promise<Answer> {
  const before = server.commands.length;
  const answer = await server.execute(query, variables);
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors![0]!.locations).toMatchObject([{ line: expect.any(Number), column: expect.any(Number) }]);
  expect(answer.data ?? null).toBeNull();
  expect(server.commands.length).toBe(before);
  return answer;
}

describe('request limits', () => {
  test('a query with more than 1 000 tokens is rejected', async () => {
    const answer = await rejectedQuery(`{ ${'__typename '.repeat(1001)} }`);
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toBe('GRAPHQL_PARSE_FAILED');
  });

  test('a query nested deeper than 15 levels is rejected, also if nested through fragments', async () => {
    const levels = (count: number, inner: string): string =>
      count === 0 ? inner : `topics(first: 1) { nodes { ${levels(count - 1, inner)} } }`;
    const nestedTopics = (depth: number) => {
      const broaderLevels = (count: number): string =>
        count === 0 ? 'slug' : `broader { ${broaderLevels(count - 1)} }`;
      return `{ ${levels(1, broaderLevels(depth))} }`;
    };
    expect((await server.execute(nestedTopics(12))).errors).toBeUndefined();
    const answer = await rejectedQuery(nestedTopics(13));
    expect(answer).toMatchObject({ status: 400 });
    expect(codeOf(answer)).toBe('TOO_DEEP');
    const split = `{ topics(first: 1) { nodes { ...A } } }
      fragment A on Topic { broader { broader { broader { broader { broader { broader { ...B } } } } } } }
      fragment B on Topic { broader { broader { broader { broader { broader { broader { broader { slug } } } } } } } }`;
    expect(codeOf(await rejectedQuery(split))).toBe('TOO_DEEP');
  });

  test('a query with more than 30 aliases is rejected', async () => {
    const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: slug`).join(' ');
    const query = (count: number) => `{ topics(first: 1) { nodes { ${aliases(count)} } } }`;
    expect((await server.execute(query(30))).errors).toBeUndefined();
    expect(codeOf(await rejectedQuery(query(31)))).toBe('TOO_MANY');
  });

  test('a query with more than 20 root fields is rejected', async () => {
    const query = (count: number) => `{ ${'__typename '.repeat(count)} }`;
    expect((await server.execute(query(20))).errors).toBeUndefined();
    expect(codeOf(await rejectedQuery(query(21)))).toBe('TOO_MANY');
  });

  test('a query with more than 50 directives is rejected', async () => {
    const query = (count: number) => `{ topics(first: 1) { nodes { ${'slug @include(if: true) '.repeat(count)} } } }`;
    expect((await server.execute(query(50))).errors).toBeUndefined();
    expect(codeOf(await rejectedQuery(query(51)))).toBe('TOO_MANY');
  });

  test('a query whose fragments expand exponentially is rejected', async () => {
    const fragments = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on Topic { ...F${index + 1} ...F${index + 1} slug }`,
    );
    const query = `{ topics(first: 1) { nodes { ...F0 } } } ${fragments.join('\n')} fragment F30 on Topic { slug }`;
    // The expanded query would have a billion fields.
    expect(codeOf(await rejectedQuery(query))).toBe('TOO_MANY');
  });

  test('a document with a query and a mutation is rejected', async () => {
    const query =
      'query A { __typename } mutation B { topicPatch(slug: "a", changes: {}, expectedRevision: 0) { revision } }';
    const answer = await server.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query, operationName: 'A' },
    });
    expect(answer.json<Answer>().errors?.[0]?.extensions['code']).toBe('TOO_MANY');
  });

  test('a query with two introspection fields is rejected, and one is allowed without a token', async () => {
    const once = '__schema { types { fields { args { type { ofType { ofType { ofType { ofType { name } } } } } } } } }';
    expect((await server.execute(`{ ${once} }`)).errors).toBeUndefined();
    expect(codeOf(await rejectedQuery('{ __schema { queryType { name } } __type(name: "Leaflet") { name } }'))).toBe(
      'TOO_MANY',
    );
  });

  test('an introspection query that costs more than the standard one is rejected', async () => {
    const { data, errors } = await server.execute(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data.__schema.types.length).toBeGreaterThan(300);
    const nested = '{ __schema { types { fields { type { ofType { fields { type { ofType { name } } } } } } } } }';
    expect((await rejectedQuery(nested)).errors![0]!.extensions).toEqual({ code: 'TOO_COSTLY', field: '__schema' });
    // The nesting of wrapped types is limited: names are at most four levels deep.
    const wrapped = `{ __schema { types { fields { type { ${'ofType { '.repeat(250)} name ${'} '.repeat(250)} } } } } }`;
    expect((await server.execute(wrapped)).errors).toBeUndefined();
    const fragments = Array.from(
      { length: 25 },
      (_, index) => `fragment F${index} on __Type { ...F${index + 1} ...F${index + 1} name }`,
    );
    const multiplying = `{ __type(name: "Topic") { ...F0 } } ${fragments.join(' ')} fragment F25 on __Type { name }`;
    expect(codeOf(await rejectedQuery(multiplying))).toBe('TOO_MANY');
  });

  test('a page size above 100 or below 0 is rejected', async () => {
    const sendQuery = (args: string) => server.execute(`{ topics(${args}) { nodes { slug } } }`);
    for (const args of ['first: 0', 'first: 100', 'last: 100']) expect((await sendQuery(args)).errors).toBeUndefined();
    for (const args of ['first: 101', 'first: -1', 'last: 101', 'last: -1']) {
      expect(codeOf(await sendQuery(args))).toBe('PAGE_TOO_LARGE');
    }
    expect(codeOf(await sendQuery('first: 1, last: 1'))).toBe('BAD_USER_INPUT');
  });

  test('nodes with more than 100 ids is rejected', async () => {
    const { services } = server;
    const id = Buffer.from(`${services.model.kinds[0]!.folder}/x`).toString('base64url');
    const ids = Array.from({ length: 101 }, () => id);
    expect(codeOf(await server.execute('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }))).toBe(
      'PAGE_TOO_LARGE',
    );
  });

  test('arguments with oversized lists, texts or JSON values are rejected', async () => {
    const query = 'query ($f: TopicFilter) { topics(filter: $f) { totalCount } }';
    const slugs = (count: number) => ({
      f: { slug: { in: Array.from({ length: count }, (_, index) => `s${index}`) } },
    });
    expect((await server.execute(query, slugs(250))).errors).toBeUndefined();
    const longListError = await rejectedQuery(query, slugs(251));
    expect([codeOf(longListError), longListError.errors![0]!.locations]).toEqual([
      'TOO_MANY',
      [{ line: 1, column: 34 }],
    ]);
    expect(codeOf(await rejectedQuery(query, { f: { title: { contains: 'x'.repeat(1001) } } }))).toBe('BAD_USER_INPUT');
    const many = { and: Array.from({ length: 200 }, () => ({ and: [{ slug: { eq: 'a' } }, { slug: { eq: 'b' } }] })) };
    expect(codeOf(await rejectedQuery(query, { f: many }))).toBe('TOO_MANY');
  });

  test('deeply nested filters are rejected', async () => {
    const nested = (levels: number) => `${'{"not":'.repeat(levels)}{}${'}'.repeat(levels)}`;
    const query = 'query ($f: TopicFilter) { topics(filter: $f) { totalCount } }';
    for (const levels of [25, 55, 20_000]) {
      const answer = await server.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: `{"query":${JSON.stringify(query)},"variables":{"f":${nested(levels)}}}`,
      });
      expect(answer.json<Answer>().errors?.[0]?.extensions['code']).toBe('TOO_DEEP');
    }
  });
});

describe('the estimated cost of a query', () => {
  const query = `query ($a: Int, $b: Int, $c: Int) { countries(first: $a) { nodes {
    observedTrends(first: $b) { nodes { leaflets(first: $c) { nodes { title } } } } } } }`;

  test('without statistics, the estimated cost is the product of the page sizes, including those in variables', async () => {
    expect((await server.execute(query, { a: 20, b: 20, c: 20 })).errors).toBeUndefined();
    const answer = await rejectedQuery(query, { a: 100, b: 100, c: 10 });
    expect(answer.status).toBe(400);
    expect(answer.errors![0]!.extensions).toEqual({
      code: 'TOO_COSTLY',
      objects: 120_201,
      field: 'countries.observedTrends.leaflets',
    });
    // The location is that of the most expensive list, `leaflets`, in the second line.
    expect(answer.errors![0]!.locations).toEqual([{ line: 2, column: 41 }]);
  });

  test('the error TOO_COSTLY names the most expensive list and how to reduce the cost', async () => {
    const { errors } = await rejectedQuery(query, { a: 20, b: 20, c: 100 });
    expect(errors![0]!.message).toContain(
      'Most of them are in "countries.observedTrends.leaflets" with 100 a page; request fewer items,',
    );
    expect((await server.execute(query, { a: 20, b: 20, c: 22 })).errors).toBeUndefined();
    expect((await server.execute(query, { a: 100, b: 8, c: 10 })).errors).toBeUndefined();
  });

  test('the error TOO_COSTLY suggests a page size only for lists with pages', async () => {
    const errorOf = async (query: string) =>
      /Most of them are in (.*?);/.exec((await rejectedQuery(query)).errors![0]!.message)![1];
    const leaflets =
      '{ countries(first: 100) { nodes { observedTrends(first: 100) { nodes { leaflets { nodes { slug } } } } } } }';
    expect(await errorOf(leaflets)).toBe('"countries.observedTrends.leaflets" with 20 a page');
    const reasons = '{ countries(first: 100) { nodes { related(first: 100) { reasons { link { field } } } } } }';
    expect(await errorOf(reasons)).toBe('"countries.related.reasons"');
  });

  test('the estimated cost counts each alias, and assumes the default page size where none is given', async () => {
    const twice = (inner: string) =>
      `{ a: countries(first: 100) { nodes { ${inner} } } b: countries(first: 100) { nodes { ${inner} } } }`;
    const answer = await rejectedQuery(twice('observedTrends { nodes { leaflets(first: 3) { nodes { slug } } } }'));
    expect(answer.errors![0]!.extensions['objects']).toBe(2 * (1 + 100 + 100 + 100 * 20 + 100 * 20 + 100 * 20 * 3));
  });

  test('fields in fragments have the same cost as without fragments', async () => {
    const pageQuery = (page: string, more = '') => `{ countries(first: 100) { ${page} } } ${more}`;
    const inner = 'observedTrends(first: 100) { nodes { leaflets(first: 10) { nodes { slug } } } }';
    const plain = await rejectedQuery(pageQuery(`nodes { ${inner} }`));
    const costs = plain.errors![0]!.extensions['objects'];
    for (const query of [
      pageQuery(`... on CountryConnection { nodes { ${inner} } }`),
      pageQuery(`... { nodes { ... { ${inner} } } }`),
      pageQuery('...Page', `fragment Page on CountryConnection { nodes { ${inner} } }`),
      pageQuery(`nodes { ... on Country { ${inner} } }`),
      pageQuery(`nodes { ... on Node { ... on Country { ${inner} } } }`),
      pageQuery(`nodes { ${inner.replace('{ nodes', '{ ... on TrendConnection { nodes').replace(/\}$/, '} }')} }`),
    ]) {
      const { errors } = await rejectedQuery(query);
      expect([query, errors![0]!.extensions['objects']]).toEqual([query, costs]);
    }
  });

  test('responses and errors contain the cost if the URL has cost=true', async () => {
    const costOf = async (query: string, search = '?cost=true') => {
      const payload = { query };
      const answer = await server.inject({ method: 'POST', url: `/graphql${search}`, payload });
      const { errors, extensions } = answer.json<Pick<Answer, 'errors'> & { extensions?: { cost: unknown } }>();
      return { code: errors?.[0]?.extensions.code, extensions, stored: answer.headers['cache-control'] };
    };
    const plain = '{ topics(first: 3) { totalCount nodes { slug } } }';
    const cost = { counted: 4, limit: 10_000, commands: 1, milliseconds: expect.any(Number) };
    // The first rounds use the interpreter, the last ones code compiled for the query.
    for (let round = 0; round < 4; round++) {
      expect(await costOf(plain)).toEqual({ extensions: { cost }, stored: 'no-store' });
    }
    expect(await costOf(plain, '')).not.toHaveProperty('extensions.cost');
    const large = 'topics(first: 100) { nodes { narrower(first: 100) { nodes { slug } } } }';
    const refusal = await costOf(`{ ${large} }`);
    expect(refusal).toMatchObject({ code: 'TOO_COSTLY', extensions: { cost: { counted: 10_201, commands: 0 } } });
    expect(await costOf(/* invalid on purpose */ '{ nothing }')).toMatchObject({
      extensions: { cost: { counted: null, commands: 0 } },
    });
    // This query is executed in slices.
    const sliced = await costOf('{ topics(first: 90) { nodes { narrower(first: 90) { nodes { slug } } } } }');
    expect(sliced).toMatchObject({ extensions: { cost: { counted: 8281, commands: 1 } } });
  });

  test('the estimated cost excludes fields with @skip', async () => {
    const skippingQuery = `query ($no: Boolean!) { countries(first: 100) { nodes { slug
      observedTrends(first: 100) @include(if: $no) { nodes { leaflets(first: 100) { nodes { slug } } } } } } }`;
    expect((await server.execute(skippingQuery, { no: false })).errors).toBeUndefined();
    expect(codeOf(await server.execute(skippingQuery, { no: true }))).toBe('TOO_COSTLY');
  });
});

describe('error responses', () => {
  test('unexpected errors are masked, and contain the request id of the log line', async () => {
    failRead = async () => {
      throw new Error('connect ECONNREFUSED mongodb://user:secret@db:27017 at /srv/app/store.ts');
    };
    const { errors } = await server.execute('{ topics { totalCount } }');
    failRead = null;
    expect(errors).toHaveLength(1);
    expect(errors![0]!.message).toBe('Internal server error');
    expect(Object.keys(errors![0]!.extensions).sort()).toEqual(['code', 'requestId']);
    expect(JSON.stringify(errors)).not.toMatch(/secret|ECONNREFUSED|store\.ts|mongodb/);
    const logged = server.log.find(({ requestId }) => requestId === errors![0]!.extensions['requestId']);
    expect(JSON.stringify(logged)).toContain('ECONNREFUSED');
  });

  test('an error of Signpost is returned with its code', async () => {
    failRead = () => Promise.reject(new AppError('DATABASE_UNREACHABLE', 'The database does not respond.'));
    const answer = await server.execute('{ topics { totalCount } }');
    failRead = null;
    expect(answer.errors![0]).toMatchObject({
      message: 'The database does not respond.',
      path: ['topics'],
      extensions: { code: 'DATABASE_UNREACHABLE' },
    });
  });

  test('a GraphQL validation error is returned with its code and location', async () => {
    const { errors, status } = await server.execute(/* invalid on purpose */ '{ leaflet(slug: "a") { titel } }');
    expect(status).toBe(400);
    expect(errors![0]).toMatchObject({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
    expect(errors![0]!.message).toContain('Did you mean "title"');
    expect(
      (await server.execute('query ($n: Int!) { topics(first: $n) { totalCount } }', { n: 'x' })).errors![0],
    ).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('a store read without a response ends with DEADLINE at the deadline', async () => {
    failRead = () => new Promise<never>(() => {});
    const answer = await server.execute('{ topics { totalCount } }');
    failRead = null;
    expect(answer.errors![0]!.extensions['code']).toBe('DEADLINE');
  });

  test('an alias named __proto__ works like any other', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: { query: '{ __proto__: topics { constructor: totalCount } }' },
    });
    expect(answer.body).toContain('"__proto__":{"constructor":0}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

test('a response over 4 MB is replaced by an error that names its largest part', async () => {
  const entries = Array.from({ length: 20 }, (_, index) => ({
    action: 'SAVE' as const,
    kind: 'Topic',
    slug: `long-${index}`,
    expectedRevision: 0,
    status: 'PUBLISHED' as const,
    originalLocale: 'en',
    record: {
      title: { en: `Long ${index}` },
      definition: { en: 'é'.repeat(10_000) },
      scheme: 'SUBJECT',
      altLabels: [],
      citations: [],
    },
  }));
  await server.services.store.log.commit({ author: 'a', message: 'm', entries });
  const query = (times: number) =>
    `{ topics { totalCount nodes { slug ${Array.from({ length: times }, (_, index) => `a${index}: definition`).join(' ')} } } }`;
  const inBytes = (times: number) => 20 * times * 20_000;
  expect(inBytes(10)).toBeLessThan(4 * 1024 * 1024);
  expect((await server.execute(query(10))).errors).toBeUndefined();
  const { status, data, errors } = await server.execute(query(11));
  expect([status, data]).toEqual([400, undefined]);
  expect(errors).toMatchObject([{ extensions: { code: 'ANSWER_TOO_LARGE', field: 'topics' } }]);
});
