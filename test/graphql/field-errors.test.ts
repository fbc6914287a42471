import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SeededApp, seededApp } from './seeded-app.js';

let server: SeededApp;

beforeAll(async () => {
  server = await seededApp();
});

afterAll(() => server?.close());

/** Returns the responses to a query by the interpreter and, after repetitions, by compiled code. */
async function answers(query: string): Promise<[unknown, { code: unknown; path: unknown }[]][]> {
  const each = [];
  for (let round = 0; round < 4; round++) {
    const { data, errors = [] } = await server.execute(query);
    each.push([data, errors.map(({ path, extensions }) => ({ code: extensions.code, path }))] as [
      unknown,
      { code: unknown; path: unknown }[],
    ]);
  }
  return each;
}

const id = (key: string) => Buffer.from(key).toString('base64url');

describe('an invalid argument sets only its field to null', () => {
  test.each([
    [
      'a first period after the last',
      '{ country(by: { slug: "it" }) { title series(from: "2024", to: "2023") { unit } } }',
      { country: { title: 'Italy', series: null } },
      { code: 'BAD_USER_INPUT', path: ['country', 'series'] },
    ],
    [
      'an unknown area',
      '{ topic(slug: "migrant-smuggling") { slug } indicator(slug: "eurostat-asylum-applicants") { slug ranking(within: "nowhere") { rank } } }',
      { topic: { slug: 'migrant-smuggling' }, indicator: { slug: 'eurostat-asylum-applicants', ranking: null } },
      { code: 'BAD_USER_INPUT', path: ['indicator', 'ranking'] },
    ],
    [
      'a cursor of another list, below an entry',
      '{ topic(slug: "migrant-smuggling") { slug leaflets(after: "none") { totalCount } } }',
      { topic: { slug: 'migrant-smuggling', leaflets: null } },
      { code: 'BAD_CURSOR', path: ['topic', 'leaflets'] },
    ],
    [
      'a page that is too large, beside another list',
      '{ topics(first: 101) { totalCount } routes(first: 1) { pageInfo { hasPreviousPage } } }',
      { topics: null, routes: { pageInfo: { hasPreviousPage: false } } },
      { code: 'PAGE_TOO_LARGE', path: ['topics'] },
    ],
    [
      'a facet with more than 100 values',
      '{ leaflets(first: 0) { nodes { slug } wrong: facets(first: 101) { issuer { count } } facets(first: 0) { topics { count } } } }',
      { leaflets: { nodes: [], wrong: null, facets: { topics: [] } } },
      { code: 'PAGE_TOO_LARGE', path: ['leaflets', 'wrong'] },
    ],
    [
      'an invalid ID among valid ones',
      `{ nodes(ids: ["${id('topics/migrant-smuggling')}", "none", "${id('topics/no-such')}"]) { ... on Topic { slug } } }`,
      { nodes: [{ slug: 'migrant-smuggling' }, null, null] },
      { code: 'BAD_ID', path: ['nodes', 1] },
    ],
  ])('only the field with the invalid argument is null: %s', async (_what, query, data, error) => {
    for (const answer of await answers(query)) expect(answer).toEqual([data, [error]]);
  });

  test('a failed mutation sets its field to null', async () => {
    const query = 'mutation { a: entryRetire(id: "a", expectedRevision: 1) { revision } }';
    expect(await server.execute(query)).toMatchObject({ data: { a: null }, errors: [{ path: ['a'] }] });
  });
});
