import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import type { TokenRecord } from '../../src/http/authentication.js';
import { Random } from '../store/random.js';
import { knownValues } from './random-selection.js';
import { type SeededApp, seededApp } from './seeded-app.js';
import { type VariableCase, VariableCases } from './variable-cases.js';

/** Number of cases in the sample. */
const SAMPLE = 200;
const digest = createHash('sha256').update('token-of-anna').digest('hex');
const anna: TokenRecord = { name: 'Anna', role: 'EDITOR', digest, expiresAt: null };
const headers = { authorization: 'Bearer token-of-anna' };

let server: SeededApp;
beforeAll(async () => {
  const tokens = { withSamePrefix: async (prefix: string) => (prefix === digest ? [anna] : []) };
  server = await seededApp({ own: true, withSearch: true, withCounts: true, deadlineMs: 60_000, tokens });
});
afterAll(() => server.close());

/** Describes a response that is an internal error or a rejection without a position; null for any other. */
async function faultOf({ query, variables }: VariableCase): Promise<string | null> {
  const { status, errors = [] } = await server.execute(query, variables, { headers });
  const internal = errors.some(({ extensions }) => extensions['code'] === 'INTERNAL_SERVER_ERROR');
  const unplaced = status === 400 && !errors[0]?.locations;
  if (status < 500 && !internal && !unplaced) return null;
  return `${status} ${query} ${JSON.stringify(variables)} ${JSON.stringify(errors[0])}`;
}

test('an absent, null or mistyped variable in any argument never causes an internal error', async () => {
  const { model, modules } = server.services;
  const schema = executableSchema(model, modules);
  const allCases = [...new VariableCases(schema, await knownValues(server.services)).all()];
  const cases = process.env['LONG'] ? allCases : new Random(35).pickSome(allCases, SAMPLE, SAMPLE);
  const faults: string[] = [];
  for (const each of cases) {
    const fault = await faultOf(each);
    if (fault !== null) faults.push(fault);
  }
  expect(faults).toEqual([]);
});

/** Queries that reject null for `$v`, one for each code path of graphql-js. */
const NULL_REJECTING_QUERIES = [
  'query ($v: AreaCode) { country(by: { code: $v }) { title } }',
  'query ($v: OrderDirection) { topics(orderBy: [{ title: $v }]) { nodes { slug } } }',
  'query ($v: Boolean = true) { compare(series: [], force: $v) { __typename } }',
  'query ($v: Boolean = true) { topics(first: 1) @include(if: $v) { nodes { slug } } }',
  'query ($v: Boolean = true) { topics(first: 1) { nodes { slug ... @skip(if: $v) { title } } } }',
  'query ($v: String = "Topic") { __type(name: $v) { name } }',
  'query ($v: Boolean = true) { __schema { queryType { name @include(if: $v) } } }',
  'query ($v: Int = 1) { diff(kind: TOPIC, slug: "advertising", from: $v, to: 1) { path } }',
];

describe.each(NULL_REJECTING_QUERIES)('%s with the variable null', (query) => {
  test('a null variable is rejected with its position, by interpreted and compiled queries', async () => {
    for (let times = 0; times < 5; times += 1) {
      const { status, errors } = await server.execute(query, { v: null });
      expect({ status, error: errors?.[0] }).toMatchObject({
        status: 400,
        error: { locations: [{ line: 1 }], extensions: { code: 'BAD_USER_INPUT' } },
      });
      expect(errors![0]!.message).toMatch(/"\$v"/);
    }
  });

  test('a null variable is rejected in a file export', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/graphql?format=csv',
      headers: { 'content-type': 'application/json' },
      payload: { query, variables: { v: null } },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

test('a subscription with a null variable in a list is rejected with the position of the variable', async () => {
  const answer = await server.inject({
    method: 'POST',
    url: '/graphql/stream',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    payload: {
      query: 'subscription ($v: EntryKind = TOPIC) { entryChanged(kinds: [$v]) { after } }',
      variables: { v: null },
    },
  });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({
    errors: [{ locations: [{ line: 1 }], extensions: { code: 'BAD_USER_INPUT' } }],
  });
});

test('an absent variable in an input object is ignored, and a null one is rejected', async () => {
  const query =
    'mutation ($p: Boolean) { leafletPatch(slug: "a", changes: {}, expectedRevision: 0, options: { publish: $p }) { revision } }';
  expect(await server.execute(query, {}, { headers })).toMatchObject({
    status: 200,
    data: { leafletPatch: { revision: null } },
  });
  expect(await server.execute(query, { p: null }, { headers })).toMatchObject({ status: 400 });
});
