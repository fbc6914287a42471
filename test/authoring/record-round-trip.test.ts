import { readFileSync } from 'node:fs';
import { coerceInputValue, type GraphQLInputType } from 'graphql';
import { servedSchema } from '../../src/contract/served-schema.js';
import { entryKindName } from '../../src/model/model.js';
import { EditingServer } from './editing-server.js';

/** An entry with the fields that an editor reads. */
interface Read {
  slug: string;
  revision: number;
  status: string;
  record: Record<string, unknown>;
}

let server: EditingServer;
beforeAll(async () => {
  server = await EditingServer.start({ seedDir: 'seed', own: true, deadlineMs: 60_000 });
});
afterAll(() => server.close());

const PAGE = 20;
const SAVE_ALL = `mutation ($entries: [EntryToSave!]!) { saveAll(entries: $entries) {
  results { revision entry { slug } userErrors { code path message } obstacle { __typename } } } }`;

/** Returns all entries of a kind, including drafts. */
async function allOf(plural: string): Promise<Read[]> {
  const entries: Read[] = [];
  for (let after: string | null = null; ;) {
    const query = `query ($after: String) { page: ${plural}(first: ${PAGE}, after: $after) {
      nodes { slug revision status record } pageInfo { hasNextPage endCursor } } }`;
    const { data, errors } = await server.preview(query, { after });
    if (errors) throw new Error(JSON.stringify(errors));
    const { nodes, pageInfo } = (data as { page: { nodes: Read[]; pageInfo: Record<string, unknown> } }).page;
    entries.push(...nodes);
    if (!pageInfo['hasNextPage']) return entries;
    after = pageInfo['endCursor'] as string;
  }
}

test('saving every record of the seed exactly as read creates no revision', async () => {
  const { model } = server.app.services;
  const schema = servedSchema(model);
  const before = await server.store.log.head();
  let count = 0;
  for (const kind of model.kinds) {
    const entries = await allOf(kind.plural);
    const typed = schema.getType(`${kind.name}Record`) as GraphQLInputType;
    const changedRecords: string[] = [];
    for (const { slug, record } of entries) {
      coerceInputValue(record, typed, (path, _value, { message }) =>
        changedRecords.push(`${slug} ${path.join('.')} ${message}`),
      );
    }
    expect(changedRecords).toEqual([]);
    for (let index = 0; index < entries.length; index += PAGE) {
      const page = entries.slice(index, index + PAGE);
      const toSave = page.map(({ slug, revision, status, record }) => ({
        kind: entryKindName(kind),
        slug,
        record,
        expectedRevision: revision,
        publish: status === 'PUBLISHED',
      }));
      const { data, errors } = await server.editor(SAVE_ALL, { entries: toSave });
      expect(errors).toBeUndefined();
      const same = page.map(({ slug, revision }) => ({ revision, entry: { slug }, userErrors: [], obstacle: null }));
      expect((data as { saveAll: { results: unknown[] } }).saveAll.results).toEqual(same);
    }
    count += entries.length;
  }
  expect(count).toBeGreaterThan(900);
  expect(await server.store.log.head()).toBe(before);
});

test('the field record returns any revision to editors, and null to readers', async () => {
  const pageQuery =
    '{ leaflet(slug: "in-focus-ms-1-2021") { revision record first: record(revision: 1) none: record(revision: 9) } }';
  const { data } = await server.editor(pageQuery);
  const { record } = data.leaflet as unknown as Read;
  expect(record['title']).toMatchObject({ en: expect.any(String) as string });
  expect(Object.keys(record)).toEqual(expect.arrayContaining(['issuer', 'resources', 'citations']));
  expect((record['resources'] as string[]).every((slug) => /^[a-z0-9-]+$/.test(slug))).toBe(true);
  expect(data.leaflet).toMatchObject({ revision: 1, first: record, none: null });
  expect((await server.reader(pageQuery)).data.leaflet).toEqual({ revision: 1, record: null, first: null, none: null });
});

test('the requests of docs/editing-api.md return the printed responses', async () => {
  const text = readFileSync('docs/editing-api.md', 'utf8');
  const steps = [...text.matchAll(/```graphql\n([^]*?)```\n\n```json\n([^]*?)```/g)];
  expect(steps).toHaveLength([...text.matchAll(/```\w/g)].length / 2);
  for (const [, query, printed] of steps) {
    const { data, errors } = await server.preview(query!);
    const response: unknown = errors ? { errors } : data;
    expect({ query, response }).toEqual({ query, response: JSON.parse(printed!) as unknown });
  }
});
