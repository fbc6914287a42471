import { beforeAll, expect, test } from '@jest/globals';
import { RandomSelection } from '../graphql/random-selection.js';
import { Random } from '../store/random.js';
import type { SendQuery, FieldValues } from './introspection.js';
import { type ExpectedEntry, walkEntries } from './expected-entries.js';
import { type Link, linksWithInverse } from './schema-links.js';
import { isLong, startServers, seedOf } from './start-servers.js';
import { RandomEditions } from './random-editions.js';
import { EDITABLE_FIELDS, type EditableEntry, RandomEditor, saveEntry } from './random-editor.js';
import type { PathResponse, RequestVariant } from './request-variants.js';

const SEED = seedOf(10);
const [EDITS, QUERIES, PAGES] = isLong ? [25, 30, 20] : [3, 8, 4];
const READER: RequestVariant = { locale: 'en' };

const { variants, schema, lists } = await startServers({ withSearch: true });
const addresses: string[] = [];
const random = new Random(SEED);
beforeAll(async () => {
  const sendQuery = variants.sendUncached(READER);
  const entries = await everyEntry(sendQuery);
  const all = [...queries(entries), ...pages(entries), ...(await permanentLinks(sendQuery))];
  for (const address of all) if ((await variants.getUncached(address)).status === 200) addresses.push(address);
  expect(addresses.length).toBeGreaterThan(all.length / 2);
});

type EntryWithPath = ExpectedEntry & { path: string };

async function everyEntry(sendQuery: SendQuery): Promise<EntryWithPath[]> {
  const all: ExpectedEntry[] = [];
  for (const { name } of lists) for await (const entry of walkEntries(sendQuery, name, 'path')) all.push(entry);
  return all as EntryWithPath[];
}

/** Returns URLs of random queries that the schema accepts. */
function queries(entries: readonly EntryWithPath[]): string[] {
  const slugs = new Map<string, string[]>();
  for (const { __typename, slug } of entries) slugs.set(__typename, [...(slugs.get(__typename) ?? []), slug]);
  const randomValues = {
    slugs,
    ids: entries.map(({ id }) => id),
    indicators: slugs.get('Indicator')!,
    areas: slugs.get('Country')!,
    moments: [new Date().toISOString()],
  };
  const selection = new RandomSelection(schema, random, randomValues);
  return Array.from({ length: QUERIES }, () => {
    const locale = random.pick(['en', 'fr', 'it']);
    return `/graphql?locale=${locale}&query=${encodeURIComponent(selection.query())}`;
  });
}

/** Returns paths of entry pages, lists, searches and results of saved questions in several formats. */
function pages(entries: readonly EntryWithPath[]): string[] {
  const paths = entries.map(({ path }) => path);
  // The permanent link of the changes of the last days contains the time of the response.
  const questions = paths.filter((path) => path.startsWith('/q/') && path !== '/q/what-changed-this-week');
  const answers = questions.flatMap((path) => [path, `${path}.json`, `${path}.csv`]);
  const common = ['/', '/q', '/search?q=smuggling', '/changes', '/fr/'];
  return [...common, ...random.pickSome(paths, PAGES, PAGES), ...random.pickSome(answers, PAGES, PAGES)];
}

/** Returns permanent links of random series, each as a page and as JSON. */
async function permanentLinks(sendQuery: SendQuery): Promise<string[]> {
  const query = '{ indicators(first: 100) { nodes { series(first: 1) { permalink } } } }';
  const { nodes } = (await sendQuery(query))['indicators'] as { nodes: { series: { permalink: string }[] }[] };
  const links = nodes.flatMap(({ series }) => series.map(({ permalink }) => permalink));
  return random.pickSome(links, PAGES / 2, PAGES / 2).flatMap((link) => {
    const { pathname, search } = new URL(link, 'http://localhost');
    return [`${pathname}${search}`, `${pathname}.json${search}`];
  });
}

test(`seed ${SEED}: after each of ${EDITS} random edits, cached and 304 responses equal those of a server without caches`, async () => {
  const editor = new RandomEditor(random, variants.sendCached({ ...READER, preview: true }), lists);
  const editions = new RandomEditions(random, variants.withCaches.services.store);
  const last = new Map<string, PathResponse>();
  const steps: string[] = [];
  const counts = { unchanged: 0, changed: 0 };
  for (let step = 0; step <= EDITS; step += 1) {
    if (step > 0) steps.push(random.chance(0.2) ? await editions.step() : await editor.step());
    await variants.waitUntilSynced();
    for (const address of addresses) {
      const before = last.get(address);
      const cachedResponse = await variants.getCached(address, before?.etag);
      const expectedResponse = await variants.getUncached(address);
      const isFault = expectedResponse.status >= 500 || expectedResponse.body.includes('INTERNAL_SERVER_ERROR');
      expect([steps, address, isFault && expectedResponse]).toEqual([steps, address, false]);
      // The reported cost depends on the statistics of each server.
      if (cachedResponse.status === 400 && expectedResponse.status === 400) continue;
      const received = cachedResponse.status === 304 ? { ...before!, etag: cachedResponse.etag } : cachedResponse;
      expect([steps, address, received.status, received.body]).toEqual([
        steps,
        address,
        expectedResponse.status,
        expectedResponse.body,
      ]);
      if (cachedResponse.status === 304)
        expect([steps, address, cachedResponse.etag]).toEqual([steps, address, before!.etag]);
      else {
        // The second response comes from the cache.
        const repeated = await variants.getCached(address);
        expect([steps, address, repeated.status, repeated.body]).toEqual([
          steps,
          address,
          expectedResponse.status,
          expectedResponse.body,
        ]);
      }
      if (before) counts[before.body === received.body ? 'unchanged' : 'changed'] += 1;
      last.set(address, received);
    }
  }
  expect(counts.changed).toBeGreaterThan(EDITS / 2);
  expect(counts.unchanged).toBeGreaterThan(counts.changed);
  expect(await variants.hits()).toBeGreaterThan(counts.changed);
});

/** Exchanges a field between the objects of an entry that contain a link, if its values differ. */
async function swapValues(sendQuery: SendQuery, { path, selection }: Link, id: string): Promise<boolean> {
  const entry = (await sendQuery(`{ node(id: "${id}") { ... on Entry { ${EDITABLE_FIELDS} } } }`))[
    'node'
  ] as EditableEntry;
  const holder = path[0]!;
  const objects = entry.record[holder] as FieldValues[];
  const differing = selection
    .split(' ')
    .find((name) => new Set(objects.map((each) => JSON.stringify(each[name]))).size > 1);
  if (differing === undefined) return false;
  const exchanged = objects.map((each, index) => ({ ...each, [differing]: objects.at(index - 1)![differing] }));
  return saveEntry(sendQuery, entry, { ...entry.record, [holder]: exchanged });
}

test('after the fields of a link change, the cached list of its inverse equals that of a server without caches', async () => {
  const editors = variants.sendCached({ ...READER, preview: true });
  const linksWithVia = linksWithInverse(schema).filter(({ selection }) => selection !== '');
  const changedLinks = new Set<Link>();
  for (const link of linksWithVia) {
    const { name } = lists.find(({ node }) => node.name === link.to)!;
    for await (const { id, counted } of walkEntries(
      variants.sendUncached(READER),
      name,
      `counted: ${link.inverse}(first: 0) { totalCount }`,
    )) {
      if ((counted as { totalCount: number }).totalCount === 0) continue;
      const inverse = `linked: ${link.inverse}(first: 5) { edges { node { id } via { ${link.selection} } } }`;
      const query = `{ node(id: "${id}") { ... on ${link.to} { ${inverse} } } }`;
      const address = `/graphql?locale=en&query=${encodeURIComponent(query)}`;
      const before = await variants.getCached(address);
      const [edge] = /"node":{"id":"([^"]+)"/.exec(before.body)?.slice(1) ?? [];
      if (edge === undefined || !(await swapValues(editors, link, edge))) continue;
      const { body } = await variants.getCached(address);
      expect([query, body]).toEqual([query, (await variants.getUncached(address)).body]);
      if (body !== before.body) changedLinks.add(link);
      if (changedLinks.has(link)) break;
    }
  }
  expect(changedLinks.size).toBeGreaterThan(1);
});
