import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getOperationAST, getVariableValues, type GraphQLSchema, parse } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { AppError } from '../../src/errors.js';
import { CostLimiter } from '../../src/cost/cost-limiter.js';
import { CollectionStats } from '../../src/cost/collection-stats.js';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { Random } from '../store/random.js';
import { knownValues, countObjects, RandomSelection } from './random-selection.js';
import type {
  CountryQuery,
  EventQuery,
  HomeQuery,
  LeafletQuery,
  RoutesQuery,
  SearchQuery,
  TopicTreeQuery,
  TrendQuery,
} from '../generated/screens.js';
import { type SeededApp, seededApp } from './seeded-app.js';

/** Number of random queries, and their maximum cost. */
const { queries: QUERIES, price: MAX_COST } = process.env['LONG']
  ? { queries: 1000, price: 10_000 }
  : { queries: 60, price: 1000 };
const FOLDER = 'test/screens';
const screens = readdirSync(FOLDER).map((name): [string, string] => [name, readFileSync(`${FOLDER}/${name}`, 'utf8')]);

let server: SeededApp;
let schema: GraphQLSchema;
let cost: CostLimiter;
beforeAll(async () => {
  server = await seededApp({ own: true, withSearch: true, withCounts: true, deadlineMs: 60_000 });
  const { model, modules } = server.services;
  schema = executableSchema(model, modules);
  cost = new CostLimiter(schema, model, modules);
});
afterAll(() => server.close());

/** Returns the cost of a query; null if it is rejected. */
function costOf(query: string, variables: Record<string, unknown> = {}): number | null {
  const document = parse(query);
  const operation = getOperationAST(document)!;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  try {
    const sizes = server.services.collectionStats!.forView({ preview: false });
    const { objects, introspectionObjects } = cost.check(document, operation, coerced!, sizes);
    return objects + introspectionObjects;
  } catch (error) {
    if (error instanceof AppError && error.code === 'TOO_COSTLY') return null;
    throw error;
  }
}

test('__typename is free, and introspection has a separate limit', () => {
  const check = (query: string) => {
    const document = parse(query);
    return cost.check(
      document,
      getOperationAST(document)!,
      {},
      server.services.collectionStats!.forView({ preview: false }),
    );
  };
  expect(check('{ __typename }')).toMatchObject({ objects: 0, introspectionObjects: 0 });
  const { objects, introspectionObjects } = check('{ __schema { queryType { name } } }');
  expect([objects, introspectionObjects > 0]).toEqual([0, true]);
});

test('a trusted document is accepted after data has grown, unless its variables increase the cost', () => {
  const document = parse(
    'query ($first: Int = 20) { topics(first: $first) { nodes { relevantResources(first: 20) { nodes { topics { slug } } } } } }',
  );
  const operation = getOperationAST(document)!;
  const price = (first: number, sizes: CollectionStats, trusted?: number) =>
    cost.check(document, operation, { first }, sizes, trusted).objects;
  // Without statistics, costs are the maximum. The trusted cost is a quarter, as if the content had grown fourfold.
  const grown = CollectionStats.unknown;
  const trustedCost = price(20, grown) / 4;
  expect(() => price(100, grown)).toThrow(/at most 10,000/);
  expect(price(100, grown, trustedCost)).toBeGreaterThan(10_000);
  // The same query without a trusted document is still rejected.
  expect(() => price(100, grown)).toThrow(/at most 10,000/);
  const wideDocument = parse(
    'query ($first: Int = 1) { topics(first: $first) { nodes { relevantResources(first: 100) { nodes { slug } } } } }',
  );
  const check = (first: number, then?: number) =>
    cost.check(wideDocument, getOperationAST(wideDocument)!, { first }, grown, then).objects;
  const asAdded = check(1);
  expect(() => check(100, asAdded)).toThrow(/at most 10,000/);
  // When the document was added, the part that the variable includes was left out, so it cost nothing.
  const optional = parse(
    'query ($all: Boolean = false) { topics(first: 100) @include(if: $all) { nodes { relevantResources(first: 100) { nodes { slug } } } } }',
  );
  const optionalCost = (all: boolean) => cost.check(optional, getOperationAST(optional)!, { all }, grown, 0).objects;
  expect(optionalCost(false)).toBe(0);
  expect(() => optionalCost(true)).toThrow(/at most 10,000/);
});

test('an estimate without a request treats a single value as a list of one, and accepts unset variables', () => {
  const price = (field: string) => {
    const document = parse(`query ($sex: BreakdownInput!, $one: SeriesInput!, $two: SeriesInput!) { ${field} }`);
    return cost.check(document, getOperationAST(document)!, null, CollectionStats.unknown).objects;
  };
  const figures = (args: string) => `indicator(slug: "eurostat-asylum-applicants") { ${args} { unit } }`;
  const sex = '{ dimension: "sex", code: "F" }';
  const fields = (breakdown: string) => [
    figures(`series(breakdown: ${breakdown})`),
    figures(`grid(by: "sex", areas: "DE", breakdown: ${breakdown})`),
    figures(`codeRanking(dimension: "sex", area: "DE", breakdown: ${breakdown})`),
  ];
  expect(fields(sex).map(price)).toEqual(fields(`[${sex}]`).map(price));
  for (const field of fields('[$sex]')) expect(price(field)).toBeGreaterThan(0);
  const compared = (series: string) => `compare(series: ${series}) { ... on Comparison { series { unit } } }`;
  const input = '{ indicator: "eurostat-asylum-applicants", area: "DE" }';
  expect(price(compared(input))).toBe(price(compared(`[${input}]`)));
  expect(price(compared('[$one, $two]'))).toBeGreaterThan(0);
});

test('a negative number of items does not reduce the cost of a query', () => {
  const price = (items: number) =>
    costOf(`{
      indicator(slug: "world-bank-population") {
        series(first: ${items}) { unit }
        ranking(first: ${items}) { rank }
        vintages(first: ${items}) { number }
      }
      country(by: { code: "IT" }) { developments(first: ${items}) { percent } }
      shortestPath(from: "a", to: "b", maxHops: ${items}) { steps { links { field } } }
    }`);
  expect(price(-1000)).toBe(price(0));
});

test('the cost includes computed fields of embedded objects, but not stored ones', () => {
  const price = (fields: string) => costOf(`{ trends(first: 10) { nodes { claims { ${fields} } } } }`)!;
  expect(price('value period')).toBe(price('value'));
  const claims = price('value now') - price('value');
  expect(claims).toBeGreaterThan(0);
  expect(price('value now status')).toBe(price('value') + 2 * claims);
});

test('the cost of a transform with a base includes the complete series of the selected indicators', () => {
  const price = (args: string) => costOf(`{ country(by: { code: "IT" }) { series(${args}) { points { value } } } }`)!;
  const comparing = 'recipe: { transform: INDEX }';
  const oneIndicator = 'indicators: ["eurostat-asylum-applicants"]';
  expect(price(`first: 1, ${comparing}`)).toBeGreaterThan(price('first: 1'));
  expect(price(`${oneIndicator}, ${comparing}`)).toBeGreaterThan(price(oneIndicator));
  expect(price(`${oneIndicator}, ${comparing}`)).toBeLessThan(price(`first: 1, ${comparing}`));
});

test('the cost of the sources of a computed figure includes the sources of its operands', () => {
  const price = (recipe: string, areas = '["IT"]') =>
    costOf(`{ indicator(slug: "world-bank-net-migration") {
      series(areas: ${areas}, recipe: { ${recipe} }) { points { value sources { slug } } }
    } }`)!;
  const [mean, longer] = [price('transform: ROLLING_MEAN'), price('transform: ROLLING_MEAN, window: 4')];
  expect(mean).toBe(price('transform: ROLLING_MEAN, window: 3'));
  expect(longer).toBeGreaterThan(mean);
  expect(price('transform: ROLLING_MEAN', '["IT", "ES", "EL", "FR", "DE"]')).toBeLessThan(2000);
  expect(price('transform: CUMULATIVE', '["IT", "ES"]')).toBeLessThan(10_000);
});

test('the cost of points of several unknown indicators assumes those with the longest series', async () => {
  const query = (first: number) =>
    `{ trends(first: 20) { nodes { indicators { series(first: ${first}) { points { value } } } } } }`;
  const { data, errors } = await server.execute(query(3));
  expect(errors).toBeUndefined();
  expect(costOf(query(3))).toBeGreaterThanOrEqual(countObjects(data) - 1);
  expect(costOf(query(100))).toBeNull();
});

test('the cost of a ranking or an overview includes the totals of its indicator', () => {
  const price = (slug: string, field: string) => costOf(`{ indicator(slug: "${slug}") { ${field} } }`)!;
  for (const field of ['ranking(first: 7) { rank }', 'outline { unit }']) {
    expect(price('eurojust-third-cases', field)).toBeLessThan(20);
    // 256 areas with 64 points each; 64 points cost one object.
    expect(price('world-bank-population', field)).toBe(1 + 7 + 256);
  }
});

test('the cost of a group total includes the sources of its member countries, not of all areas', () => {
  // A file export adds the fields of `sources` to every query.
  const price = (slug: string) =>
    costOf(`{ indicator(slug: "${slug}") {
      groupTotal(group: "EU") { unit points { value sources { title publisherName url reference licence } } } } }`);
  const prices = ['un-desa-migrant-stock', 'world-bank-net-migration', 'unhcr-refugees'].map(price);
  expect(prices.filter((each) => each === null)).toEqual([]);
  expect(Math.min(...prices.map(Number))).toBeGreaterThan(100);
});

test('the cost includes the sources of growth figures, and the breakdown of the series that claims quote', () => {
  const growth = (fields: string) =>
    costOf(`{ indicator(slug: "eurojust-ms-cases") { growth(from: "2021", to: "2023") { from { ${fields} } } } }`)!;
  expect(growth('period sources { slug }')).toBeGreaterThan(growth('period'));
  const quoted = (fields: string) => costOf(`{ trend(slug: "cases-record") { claims { series { ${fields} } } } }`)!;
  expect(quoted('unit breakdown { code }')).toBeGreaterThan(quoted('unit'));
});

test('the cost includes introspection fields that return single objects', () => {
  const price = (fields: string) => costOf(`{ __type(name: "Topic") { ${fields} } }`)!;
  expect(price('name')).toBe(1);
  expect(price('ofType { name }')).toBe(2);
});

/** Functions that return the heading of a screen from the typed data of its query, by file name. */
const SCREEN_HEADINGS: Record<string, (data: never) => string | null | undefined> = {
  'country.graphql': ({ country }: CountryQuery) => country?.title,
  'event.graphql': ({ event }: EventQuery) => event?.sessions[0]?.title,
  'home.graphql': ({ trends }: HomeQuery) => trends?.nodes[0]?.title,
  'leaflet.graphql': ({ leaflet }: LeafletQuery) => leaflet?.issuer.title,
  'routes.graphql': ({ routes }: RoutesQuery) => routes?.nodes[0]?.code,
  'search.graphql': ({ search }: SearchQuery) => search?.edges[0]?.node.title,
  'topic-tree.graphql': ({ topics }: TopicTreeQuery) => topics?.nodes[0]?.title,
  'trend.graphql': ({ trend }: TrendQuery) => trend?.indicators[0]?.unit,
};

describe('the cost of the example screens', () => {
  test('there are eight example screens', () => {
    expect(screens).toHaveLength(8);
  });

  test.each(screens)('the cost of %s is one to five times the number of objects it returns', async (name, query) => {
    const { data, errors } = await server.execute(query);
    expect(errors).toBeUndefined();
    expect(SCREEN_HEADINGS[name]!(data as never)).toEqual(expect.any(String));
    const objectCount = countObjects(data) - 1;
    const price = costOf(query)!;
    expect(objectCount).toBeGreaterThanOrEqual(10);
    expect(price).toBeGreaterThanOrEqual(objectCount);
    expect(price).toBeLessThanOrEqual(5 * objectCount);
  });
});

test('search hits with highlights of alternative labels contain at most as many objects as their cost', async () => {
  const query = '{ search(query: "digital evidence", first: 10) { edges { highlights { pieces { text } } } } }';
  const { data } = await server.execute(query);
  const objectCount = countObjects(data) - 1;
  expect(objectCount).toBeGreaterThan(200);
  expect(costOf(query)).toBeGreaterThanOrEqual(objectCount);
  expect(data!.search.edges.flatMap(({ highlights }) => (highlights.length > 8 ? [highlights.length] : []))).toEqual(
    [],
  );
});

test('related entries with the citations of their reasons contain at most as many objects as their cost', async () => {
  const query = '{ area(code: "SI") { area { related { reasons { link { citations { locator } } } } } } }';
  const { data } = await server.execute(query);
  const objectCount = countObjects(data) - 1;
  expect(objectCount).toBeGreaterThan(1000);
  expect(costOf(query)).toBeGreaterThanOrEqual(objectCount);
});

test(`${QUERIES} random queries return at most as many objects as their cost`, async () => {
  const random = new RandomSelection(schema, new Random(20_252), await knownValues(server.services));
  const underestimates: object[] = [];
  let [responseCount, large] = [0, 0];
  while (responseCount < QUERIES) {
    const query = random.query();
    const price = costOf(query);
    if (price === null || price > MAX_COST) continue;
    const { data, errors = [] } = await server.execute(query);
    if (errors.some(({ extensions }) => extensions['code'] === 'INTERNAL_SERVER_ERROR'))
      underestimates.push({ query, errors });
    if (!data) continue;
    const objectCount = countObjects(data) - 1;
    responseCount += 1;
    if (objectCount > 100) large += 1;
    if (objectCount > price) underestimates.push({ query, held: objectCount, price });
  }
  expect(underestimates).toEqual([]);
  expect(large).toBeGreaterThan(QUERIES / 20);
});

describe('requests above the cost limit are rejected without a database command', () => {
  const aliases = (field: string) => Array.from({ length: 25 }, (_, index) => `a${index}: ${field}`).join(' ');

  test.each([
    [
      'reasons of related entries',
      `{countries(first:100){nodes{related(first:100){score reasons{link{field citations{locator note}} otherLink{field
        citations{locator note}}}}}}}`,
      'countries.related.reasons.link.citations',
    ],
    [
      'all points many times',
      `{ countries(first: 100) { nodes { ${aliases('series { points { value } }')} } } }`,
      'countries.series.points',
    ],
    [
      'all figures of one indicator many times',
      `{ indicators(first: 100) { nodes { ${aliases('series { summary { mean } citation }')} } } }`,
      'indicators.series',
    ],
    [
      'rankings of everything',
      `{ indicators(first: 100) { nodes { ${aliases('ranking(first: 1) { rank }')} } } }`,
      'indicators.ranking',
    ],
    [
      'differences many times',
      `{ ${Array.from({ length: 12 }, (_, index) => `d${index}: diff(kind: TOPIC, slug: "x", from: 1, to: 1) { words { text } }`).join(' ')} }`,
      'diff.words',
    ],
    [
      'pages behind a fragment on a connection',
      `{ countries(first: 100) { ...A } } fragment A on CountryConnection {
      nodes { related(first: 100) { entry { related(first: 100) { score } } } } }`,
      'countries.related.entry.related',
    ],
  ])('the error TOO_COSTLY rejects %s', async (_what, query, field) => {
    const before = server.commands.length;
    const { errors, status } = await server.execute(query);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'TOO_COSTLY', field });
    expect(status).toBe(400);
    expect(server.commands.length).toBe(before);
  });
});

test('the statistics for cost estimates count drafts only in a preview', async () => {
  const { collectionStats: counts, model, store } = server.services;
  const kind = model.kinds.filter(({ name }) => name === 'Topic');
  const entries = () => [false, true].map((preview) => counts!.forView({ preview }).entries(kind));
  expect(entries()).toEqual([64, 64]);
  const drafts = Array.from({ length: 30 }, (_, index) => ({
    action: 'SAVE' as const,
    kind: 'Topic',
    slug: `new-${index}`,
    expectedRevision: 0,
    status: 'DRAFT' as const,
    originalLocale: 'en',
    record: { title: { en: `New ${index}` }, scheme: 'SUBJECT', altLabels: [], citations: [] },
  }));
  expect(await store.log.commit({ author: 'a', message: 'm', entries: drafts })).toMatchObject({ committed: true });
  await counts!.waitUntilCounted();
  expect(entries()).toEqual([64, 128]);
});

test('no saved question exceeds the cost limit', () => {
  const questions = readdirSync('seed/questions').filter((name) => name.endsWith('.yaml'));
  for (const name of questions) {
    const { document, variables } = parseYaml(readFileSync(`seed/questions/${name}`, 'utf8')) as {
      document: string;
      variables?: string;
    };
    const price = costOf(document, JSON.parse(variables ?? '{}') as Record<string, unknown>);
    expect([name, price]).toEqual([name, expect.any(Number)]);
  }
});
