import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getOperationAST, type GraphQLSchema, parse } from 'graphql';
import { AppError } from '../../src/errors.js';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { CostLimiter } from '../../src/cost/cost-limiter.js';
import { makeToken } from '../authoring/editing-server.js';
import { knownValues, type KnownValues, RandomSelection } from '../graphql/random-selection.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { Random } from '../store/random.js';
import { addIdentityFields, createApolloClient, createUrqlClient, type MakeClient } from './caching-clients.js';
import { EditedEntries } from './edited-entries.js';
import { SimulatedNetwork } from './simulated-network.js';

/**
 * Number of queries after each change, maximum cost of a query, number of changes, and minimum share of complete reads.
 */
const [QUERIES, MAX_OBJECTS, CHANGES, MIN_CACHED_SHARE] = process.env['LONG'] ? [80, 1000, 8, 0.8] : [5, 300, 1, 0.9];
const CLIENTS: [string, MakeClient][] = [
  ['Apollo Client', createApolloClient],
  ['urql with graphcache', createUrqlClient],
];
/** Kinds of the few entries that change, and that queries select by slug, by id and in lists. */
const KINDS = ['Topic', 'Leaflet', 'Organisation'];
const PATHS = ['topic', 'topics', 'leaflet', 'leaflets', 'organisation', 'organisations', 'node', 'nodes'];

let server: SeededApp;
let schema: GraphQLSchema;
let cost: CostLimiter;
/** Simulated networks: of readers in English and in Italian, and of editors in a preview and without one. */
let english: SimulatedNetwork;
let italian: SimulatedNetwork;
let preview: SimulatedNetwork;
let editing: SimulatedNetwork;
beforeAll(async () => {
  server = await seededApp({ own: true, withSearch: true, withCounts: true, deadlineMs: 60_000 });
  const { model, modules } = server.services;
  schema = executableSchema(model, modules);
  cost = new CostLimiter(schema, model, modules);
  const headers = { authorization: `Bearer ${await makeToken(server, { name: 'Ana', role: 'EDITOR' })}` };
  english = new SimulatedNetwork(server, '/graphql?locale=en');
  italian = new SimulatedNetwork(server, '/graphql?locale=it');
  preview = new SimulatedNetwork(server, '/graphql?locale=fr&preview=true', headers);
  editing = new SimulatedNetwork(server, '/graphql?locale=fr', headers);
});
afterAll(() => server.close());

test.each(CLIENTS)(
  '%s stores a draft and its published entry under one id, and past states under other ids',
  async (name, make) => {
    const hot = EditedEntries.of(server.services, ['Topic'], await knownValues(server.services), new Random(1));
    const [entry] = hot.entries as [EditedEntries['entries'][number]];
    const [reader, editor] = [make(schema, english), make(schema, preview)];
    const selectFields = (...fields: string[]) => addIdentityFields(schema, `{ ${fields.join(' ')} }`);
    const list = selectFields('topics(first: 100) { nodes { slug } }');
    const read = async (client: typeof reader, query: string) => {
      const { data, isComplete } = await client.read(query);
      expect(isComplete).toBe(true);
      // oxlint-disable-next-line typescript/no-explicit-any
      return data as any;
    };
    const changed = () => [english, preview].forEach((network) => network.forget());

    await hot.retitle(entry, `${name} first`, 'PUBLISHED');
    const then = new Date().toISOString();
    changed();
    await reader.query(list);
    const found = (await read(reader, list)).topics.nodes.find(({ slug }: { slug: string }) => slug === entry.slug);
    const { id } = found as { id: string };

    await hot.retitle(entry, `${name} second`, 'PUBLISHED');
    await hot.rename(entry, `${entry.slug}-renamed`);
    changed();
    const now = `now: topic(slug: "${entry.slug}") { summary: definition }`;
    const past = `past: topic(slug: "${entry.slug}", asOf: "${then}") { summary: definition }`;
    await reader.query(selectFields(now));
    await reader.query(selectFields(past));
    const renamed = { id, slug: entry.slug, title: `${name} second en` };
    expect((await read(reader, list)).topics.nodes).toContainEqual(expect.objectContaining(renamed));
    const both = await read(reader, selectFields(now, past));
    expect(both.now).toMatchObject(renamed);
    expect(both.past).toMatchObject({ slug: entry.slug, title: `${name} first en` });

    await hot.retitle(entry, `${name} third`, 'DRAFT');
    changed();
    const node = `node: node(id: "${id}") { id }`;
    await editor.query(selectFields(node));
    await editor.query(selectFields(now));
    const drafted = { id, slug: entry.slug, title: `${name} third fr` };
    expect(await read(editor, selectFields(now, node))).toMatchObject({ now: drafted, node: drafted });

    await hot.retitle(entry, `${name} fourth`, 'PUBLISHED');
    changed();
    await editor.query(selectFields(now));
    const published = { id, slug: entry.slug, title: `${name} fourth fr` };
    expect(await read(editor, selectFields(now, node))).toMatchObject({ now: published, node: published });
  },
);

test.each(CLIENTS)(
  'after a mutation, the cache of %s contains what a query returns, with and without preview',
  async (name, make) => {
    for (const network of [editing, preview]) {
      const slug = `${name.replaceAll(' ', '-').toLowerCase()}-${network === preview ? 'preview' : 'plain'}`;
      const client = make(schema, network);
      const around = 'title broader { title narrower(first: 100) { nodes { title hasDraft } } }';
      const topicQueries = ['advertising', 'migrant-smuggling', slug].map(
        (each, index) => `t${index}: topic(slug: "${each}") { ${around} }`,
      );
      const query = addIdentityFields(schema, `{ ${topicQueries.join(' ')} }`);
      const writes = [
        `topicSave(slug: "${slug}", expectedRevision: 0, record: {
        title: { en: "Drafted first" }, scheme: SUBJECT, broader: "migrant-smuggling" })`,
        `topicPatch(slug: "${slug}", expectedRevision: 1, changes: { title: { en: "Published" } }, options: { publish: true })`,
        `topicPatch(slug: "${slug}", expectedRevision: 2, changes: { title: { en: "Drafted again" } })`,
      ];
      for (const [index, write] of writes.entries()) {
        network.forget();
        await client.query(query);
        const payload = `revision userErrors { message } entry { ... on Topic { ${around} } }`;
        const mutation = addIdentityFields(schema, `mutation { ${write} { ${payload} } }`);
        const answer = (await client.change(mutation)) as Record<string, { entry: unknown; revision: number }>;
        const { entry, revision } = Object.values(answer).find((each) => typeof each === 'object')!;
        expect(revision).toBe(index + 1);
        network.forget();
        // The network stores the response for all clients that send the same query.
        const topicResponse = await network.data(
          addIdentityFields(schema, `{ t: topic(slug: "${slug}") { ${around} } }`),
        );
        expect(entry).toEqual((topicResponse as { t: unknown }).t);
        const { data } = await client.read(
          addIdentityFields(schema, `{ parent: topic(slug: "migrant-smuggling") { ${around} } }`),
        );
        const parent = await network.data(
          addIdentityFields(schema, `{ parent: topic(slug: "migrant-smuggling") { ${around} } }`),
        );
        expect([network.path, index, data]).toEqual([network.path, index, parent]);
      }
    }
  },
);

test(`client caches return the network's response to ${QUERIES} random queries after each of ${CHANGES} changes`, async () => {
  const random = new Random(1112);
  const values = await knownValues(server.services);
  const hot = EditedEntries.of(server.services, KINDS, values, random);
  const caches = [english, italian, preview].flatMap((network) =>
    CLIENTS.map(([name, make]) => ({ name, network, client: make(schema, network), read: 0, complete: 0 })),
  );
  const failures: object[] = [];
  for (let changes = 0; changes <= CHANGES; changes += 1) {
    if (changes > 0) await hot.change(random);
    const queries = cheapQueries(hot.known(values), random);
    for (const network of [english, italian, preview]) network.forget();
    for (const cache of caches) {
      const { name, network, client } = cache;
      const answers = new Map<string, unknown>();
      for (const query of queries) {
        const response = await network.data(query);
        if (response === null) continue;
        answers.set(query, response);
        await client.query(query);
      }
      for (const [query, response] of answers) {
        const { data, isComplete } = await client.read(query);
        cache.read += 1;
        if (isComplete) cache.complete += 1;
        const found = differences(response, data, isComplete);
        if (found.length > 0) failures.push({ name, path: network.path, query, found });
      }
    }
  }
  expect(failures).toEqual([]);
  for (const { read, complete } of caches) {
    expect(read).toBeGreaterThan(QUERIES * CHANGES);
    // Apollo Client replaces lists of objects without id, so that more queries become incomplete.
    expect(complete).toBeGreaterThan(read * MIN_CACHED_SHARE);
  }
});

function cheapQueries(values: KnownValues, random: Random): string[] {
  const selection = new RandomSelection(schema, random, values);
  const queries: string[] = [];
  while (queries.length < QUERIES) {
    const query = random.chance(0.3) ? selection.query() : selection.query({ names: PATHS, most: 4 });
    if (isCheap(query)) queries.push(addIdentityFields(schema, query));
  }
  return queries;
}

function isCheap(query: string): boolean {
  const document = parse(query);
  try {
    const sizes = server.services.collectionStats!.forView({ preview: true });
    return cost.check(document, getOperationAST(document)!, {}, sizes).objects <= MAX_OBJECTS;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Returns the paths at which a cached result differs from the response. Missing parts are not differences. */
function differences(response: unknown, read: unknown, isComplete: boolean, at = 'data'): string[] {
  if (read === undefined && !isComplete) return [];
  if (typeof response !== 'object' || response === null || typeof read !== 'object' || read === null) {
    return Object.is(response, read) ? [] : [`${at} is ${JSON.stringify(read)} and was ${JSON.stringify(response)}`];
  }
  const readField = (value: object, name: string) => (value as Record<string, unknown>)[name];
  const names = new Set([...Object.keys(response), ...Object.keys(read)]);
  return [...names].flatMap((name) =>
    differences(readField(response, name), readField(read, name), isComplete, `${at}.${name}`),
  );
}
