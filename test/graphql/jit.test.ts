import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DocumentNode, execute, getOperationAST, getVariableValues, type GraphQLSchema, parse } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { type Context, createContext } from '../../src/graphql/request/context.js';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { Jit } from '../../src/graphql/execution/jit.js';
import type { SeriesMetadata } from '../../src/kinds/series-metadata.js';
import { SeriesResponse } from '../../src/kinds/series-response.js';
import type { ComputedContext } from '../../src/reading/computed-context.js';
import { type SeededApp, seededApp } from './seeded-app.js';

interface Case {
  document: string;
  variables?: string;
}

const saved = readdirSync('seed/questions')
  .filter((name) => name.endsWith('.yaml'))
  .map((name): [string, Case] => [name, parseYaml(readFileSync(`seed/questions/${name}`, 'utf8')) as Case]);

const tricky: [string, Case][] = [
  [
    'aliases and two languages',
    { document: '{ a: trends(first: 2) { nodes { t: title(locale: fr) title(locale: de) } } }' },
  ],
  [
    'skip and include',
    {
      document: `query ($yes: Boolean!, $no: Boolean!) { leaflets(first: 2) {
      totalCount @include(if: $no) nodes { slug @skip(if: $yes) title @include(if: $yes) } } }`,
      variables: '{"yes": true, "no": false}',
    },
  ],
  [
    'an interface and its members',
    {
      document: `{ sources(first: 5) { nodes { citedBy(first: 3) { nodes {
      __typename id ... on Trend { direction } ... on Resource { resourceType } } } } } }`,
    },
  ],
  [
    'a default value and a variable inside a filter',
    {
      document: `query ($service: DigitalService, $first: Int = 3, $since: PartialDate, $at: DateTime) {
      trends(first: $first, filter: { and: [
        { digital: { some: { service: { eq: $service } } } }
        { updatedAt: { gt: $at } } { not: { period: { from: { lt: $since } } } } ] }) { nodes { slug } } }`,
      variables: '{"service": "SOCIAL_MEDIA", "since": "1990", "at": "2020-01-01T00:00:00Z"}',
    },
  ],
  [
    'a key of an area as a literal, with a variable inside it, and as a variable',
    {
      document: `query ($code: AreaCode!, $by: AreaKey!) { a: country(by: { slug: "it" }) { code }
      b: country(by: { code: $code }) { code } c: country(by: $by) { code } d: country(by: $by) { title } }`,
      variables: '{"code": "EL", "by": {"code": "FRA"}}',
    },
  ],
  [
    'one field written in two places',
    {
      document: `{ leaflets(first: 2) { nodes { issuer { slug } } } leaflets(first: 2) { nodes { issuer { title } title } } }`,
    },
  ],
];

let server: SeededApp;
let schema: GraphQLSchema;
beforeAll(async () => {
  server = await seededApp({ withSearch: true });
  schema = executableSchema(server.services.model, server.services.modules);
});
afterAll(() => server.close());

function context(): Context {
  const viewer = { role: 'READER', name: null, preview: false, locales: ['en'] } as const;
  return createContext(server.services, { requestId: 'test', viewer, deadlineMs: 20_000 });
}

function operationOf(document: DocumentNode) {
  return getOperationAST(document)!;
}

test.each([...saved, ...tricky])('compiled and interpreted responses to %s are equal', async (_name, testCase) => {
  const document = parse(testCase.document);
  const raw = JSON.parse(testCase.variables ?? '{}') as Record<string, unknown>;
  const interpreted = await execute({ schema, document, variableValues: raw, contextValue: context() });
  expect(interpreted.errors).toBeUndefined();
  const operation = operationOf(document);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], raw);
  const compiled = await new Jit(schema, 1).execute({
    digest: 'one',
    document,
    operation,
    variables: coerced!,
    context: context(),
  });
  expect(compiled).not.toBeNull();
  expect(JSON.parse(JSON.stringify(compiled!.data))).toEqual(JSON.parse(JSON.stringify(interpreted.data)));
});

test('Jit.answer returns null if compiled code reports an error, so that the interpreter runs the query', async () => {
  const document = parse('{ node(id: "nonsense") { id } }');
  const jit = new Jit(schema, 1);
  const answer = await jit.execute({
    digest: 'one',
    document,
    operation: operationOf(document),
    variables: {},
    context: context(),
  });
  expect(answer).toBeNull();
});

test('deeply nested interface fields are not compiled, because the compiler repeats them for every type', async () => {
  const nested = (levels: number): string =>
    levels === 0 ? 'slug' : `slug related(first: 1) { entry { ${nested(levels - 1)} } }`;
  const responseOf = (levels: number) => {
    const document = parse(`{ leaflets(first: 1) { nodes { ${nested(levels)} } } }`);
    const request = { digest: 'one', document, operation: operationOf(document), variables: {}, context: context() };
    return new Jit(schema, 1).execute(request);
  };
  expect((await responseOf(1))!.data).toBeDefined();
  expect(await responseOf(5)).toBeNull();
});

test('the summary of a series is memoised, because compiled code reads it for each of its fields', () => {
  const indicator = { kind: 'Indicator', slug: 'arrivals', record: { measure: 'FLOW', unit: { en: 'persons' } } };
  const facts = { indicator, recipe: { transform: null }, computed: { cells: [] } } as unknown as SeriesMetadata;
  const series = new SeriesResponse(facts, {} as ComputedContext);
  expect(series.summary).toBe(series.summary);
});
