import { validate, parse } from 'graphql';
import { servedSchema } from '../../src/contract/served-schema.js';
import { loadModel } from '../../src/model/load-model.js';
import { entryKindName, upperSnakeCase } from '../../src/model/model.js';
import { saveRecords } from '../../src/records/save-records.js';
import { EditingServer, topic } from '../authoring/editing-server.js';

const model = loadModel('schema');

let server: EditingServer;
beforeAll(async () => {
  server = await EditingServer.start();
});
afterAll(() => server.close());

async function save(slug: string, title: string, publish: boolean, more = {}): Promise<void> {
  const [entry] = await server.store.entries.currentStates([{ kind: 'Topic', slug }]);
  const record = {
    kind: model.kind('Topic'),
    slug,
    raw: topic(title, more),
    originalLocale: null,
    publish,
    expectedRevision: entry?.revision ?? 0,
  };
  const saved = await saveRecords(server.app.services, [record], { author: 'Ana', message: 'a test' });
  expect(saved.outcome).toBe('WRITTEN');
}

/** Returns one query that selects the given fields on each kind, without the kinds for which they are undefined. */
const selectOnEach = (fields: (kind: string) => string | undefined) =>
  `{ topic(slug: "smuggling") { related { entry { ${model.kinds
    .map(({ name }) => (fields(name) === undefined ? '' : `... on ${name} { ${fields(name)} }`))
    .join(' ')} } } } }`;

test('the common fields of all kinds have the same types, so that one query can select them on each kind', () => {
  const schema = servedSchema(model);
  const common = model.interfaces.find(({ name }) => name === 'Entry')!.fields;
  expect(common.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['summary', 'path', 'entryKind', 'sameAs', 'publishedRevision', 'hasDraft']),
  );
  const leaves = common
    .filter(({ category, name, recordOnly }) => category === 'scalar' && name !== 'citation' && !recordOnly)
    .map(({ name }) => name);
  expect(validate(schema, parse(selectOnEach(() => leaves.join(' '))))).toEqual([]);
});

test('entryKind is the name of the kind, and path that of the entry page if the kind has pages', async () => {
  for (const kind of model.kinds) {
    const { data } = await server.reader(`{ list: ${kind.plural}(first: 1) { nodes { entryKind path } } }`);
    const { nodes } = (data as unknown as { list: { nodes: { entryKind: string; path: string }[] } }).list;
    if (nodes.length === 0) continue;
    expect(nodes[0]!.entryKind).toBe(entryKindName(kind));
    expect((await server.app.inject({ method: 'GET', url: nodes[0]!.path })).statusCode).toBe(200);
  }
});

test('for a kind without a summary in its record, summary returns a substitute field in the request locale', async () => {
  const definition = { en: 'What it covers.', fr: 'Ce qu’il couvre.' };
  await save('summed', 'Summed', true, { definition });
  const query = '{ topic(slug: "summed") { summary fr: summary(locale: fr) definition } }';
  expect((await server.reader(query)).data.topic).toEqual({
    summary: definition.en,
    fr: definition.fr,
    definition: definition.en,
  });
  const { data } = await server.reader(
    '{ indicator(slug: "cases") { summary definition } law(slug: "it-act") { summary conduct } }',
  );
  expect(data.indicator!.definition).toContain(data.indicator!.summary!);
  expect(data.law!.summary).toBe(data.law!.conduct);
});

describe('publishedRevision and hasDraft', () => {
  const STATE = '{ topic(slug: "drafted") { status revision publishedRevision hasDraft } }';
  const state = async (as: 'reader' | 'editor' | 'preview') => (await server[as](STATE)).data.topic;

  test('publishedRevision is visible to everyone, and hasDraft only to editors', async () => {
    await save('drafted', 'One', false);
    expect([await state('reader'), await state('editor')]).toEqual([null, null]);
    const never = { status: 'DRAFT', revision: 1, publishedRevision: null, hasDraft: true };
    expect(await state('preview')).toEqual(never);

    await save('drafted', 'One', true);
    const publicStatus = { status: 'PUBLISHED', revision: 2, publishedRevision: 2 };
    expect(await state('reader')).toEqual({ ...publicStatus, hasDraft: null });
    expect([await state('editor'), await state('preview')]).toEqual([
      { ...publicStatus, hasDraft: false },
      { ...publicStatus, hasDraft: false },
    ]);

    await save('drafted', 'Two', false);
    expect(await state('reader')).toEqual({ ...publicStatus, hasDraft: null });
    expect(await state('editor')).toEqual({ ...publicStatus, hasDraft: true });
    expect(await state('preview')).toEqual({ status: 'DRAFT', revision: 3, publishedRevision: 2, hasDraft: true });

    // With `asOf`, `publishedRevision` and `hasDraft` have their current values.
    const { data } = await server.preview('{ topic(slug: "drafted") { history { revision at } } }');
    const at = data.topic!.history!.find(({ revision }) => revision === 2)!.at;
    const past = `query ($at: DateTime!) { topic(slug: "drafted", asOf: $at) { revision publishedRevision hasDraft } }`;
    for (const as of ['editor', 'preview'] as const) {
      expect((await server[as](past, { at })).data.topic).toEqual({
        revision: 2,
        publishedRevision: 2,
        hasDraft: true,
      });
    }
  });

  test('hasDraft takes one additional database command for all entries of a list, publishedRevision none', async () => {
    const commands = async (fields: string) => {
      server.app.commands.length = 0;
      const { errors } = await server.editor(`{ topics(first: 50) { nodes { slug ${fields} } } }`);
      expect(errors).toBeUndefined();
      return server.app.commands.length;
    };
    const without = await commands('publishedRevision');
    expect(await commands('path entryKind sameAs')).toBe(without);
    // Published entries and drafts are read with one command.
    expect(await commands('hasDraft')).toBe(without + 1);
  });
});

test('entries can be filtered by the URLs in sameAs', async () => {
  const address = 'http://eurovoc.europa.eu/1';
  await save('elsewhere', 'Elsewhere', true, { sameAs: [address] });
  const { data } = await server.reader(
    'query ($url: URL!) { topics(filter: { sameAs: { has: $url } }) { nodes { slug sameAs } } }',
    { url: address },
  );
  expect(data.topics!.nodes).toEqual([{ slug: 'elsewhere', sameAs: [address] }]);
});

describe('the field entries', () => {
  const commands = async (query: string) => {
    server.app.commands.length = 0;
    const { errors } = await server.reader(query);
    expect(errors).toBeUndefined();
    return server.app.commands.length;
  };

  test('entries of all kinds and their count take one database command, a filter on a link one more', async () => {
    const kinds = model.kinds.filter(({ standIn }) => !standIn);
    const counts = kinds.map(({ plural }) => `${plural} { totalCount }`).join(' ');
    const { data: each } = await server.reader(`{ ${counts} }`);
    const sum = Object.values(each as unknown as Record<string, { totalCount: number }>)
      .map(({ totalCount }) => totalCount)
      .reduce((a, b) => a + b);
    const query = `{ entries(first: 100) { totalCount nodes { __typename id slug title summary entryKind } } }`;
    const { data } = await server.reader(query);
    expect(data.entries!.totalCount).toBe(sum);
    expect(data.entries!.nodes).toHaveLength(sum);
    expect(data.entries!.nodes.every((node) => node.entryKind === upperSnakeCase(node.__typename))).toBe(true);
    expect(await commands(query)).toBe(1);
    expect(await commands('{ entries { totalCount } }')).toBe(1);
    const linked =
      '{ entries(filter: { citations: { some: { source: { slug: { eq: "report-2023" } } } } }) { totalCount } }';
    expect(await commands(linked)).toBe(2);
  });

  test('pages of entries have no gaps or repeats, and equal slugs are ordered by kind', async () => {
    for (const kind of ['Topic', 'Question', 'Trend', 'Leaflet'] as const) {
      await server.store.log.commit({
        author: 'Ana',
        message: 'alike',
        entries: [
          {
            action: 'SAVE',
            kind,
            slug: 'alike',
            expectedRevision: 0,
            status: 'PUBLISHED',
            originalLocale: 'en',
            record: { title: { en: 'Alike' } },
          },
        ],
      });
    }
    const query = `query ($after: String, $orderBy: [EntryOrder!]) { entries(first: 1, after: $after, orderBy: $orderBy, filter: { slug: { eq: "alike" } }) {
      nodes { entryKind } pageInfo { hasNextPage endCursor } } }`;
    for (const orderBy of [[], [{ slug: 'DESC' }]]) {
      const found: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { data } = await server.reader(query, { after, orderBy });
        const { nodes, pageInfo } = data.entries as {
          nodes: { entryKind: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
        found.push(...nodes.map(({ entryKind }) => entryKind));
        [more, after] = [pageInfo.hasNextPage, pageInfo.endCursor];
      }
      expect(found).toEqual(['LEAFLET', 'QUESTION', 'TOPIC', 'TREND']);
    }
  });

  test('entries include drafts only in a preview, and territories only if the argument kinds includes them', async () => {
    await save('unseen', 'Unseen', false);
    const slugs = async (as: 'reader' | 'editor' | 'preview', args: string) => {
      const { data, errors } = await server[as](`{ entries(first: 100, ${args}) { nodes { slug __typename } } }`);
      expect(errors).toBeUndefined();
      return (data as unknown as { entries: { nodes: { slug: string; __typename: string }[] } }).entries.nodes;
    };
    const topics = await slugs('reader', 'kinds: [TOPIC, LAW]');
    expect(new Set(topics.map(({ __typename }) => __typename))).toEqual(new Set(['Topic', 'Law']));
    const has = async (as: 'reader' | 'editor' | 'preview') =>
      (await slugs(as, 'filter: { title: { eq: "Unseen" } }')).length;
    expect([await has('reader'), await has('editor'), await has('preview')]).toEqual([0, 0, 1]);
    const regional = { title: { en: 'Andorra' }, alpha3: 'AND', numeric: '020' };
    await server.store.log.commit({
      author: 'Ana',
      message: 'a territory',
      entries: [
        {
          action: 'SAVE',
          kind: 'Territory',
          slug: 'ad',
          expectedRevision: 0,
          status: 'PUBLISHED',
          originalLocale: 'en',
          record: regional,
        },
      ],
    });
    expect(await slugs('reader', 'filter: { slug: { eq: "ad" } }')).toEqual([]);
    expect(await slugs('reader', 'kinds: [TERRITORY]')).toHaveLength(1);
    expect(await slugs('reader', 'kinds: []')).toEqual([]);
  });

  test('entries rejects nested pages above the cost limit, pages over 100, and cursors of other lists', async () => {
    const { errors } = await server.reader(
      '{ entries(first: 100) { nodes { ... on Topic { relevantResources(first: 100) { nodes { topics { relevantResources(first: 100) { nodes { title } } } } } } } } }',
    );
    expect(errors![0]!.extensions.code).toBe('TOO_COSTLY');
    const large = await server.reader('{ entries(first: 101) { totalCount } }');
    expect(large.errors![0]!.extensions.code).toBe('PAGE_TOO_LARGE');
    const other = await server.reader('{ topics(first: 1) { pageInfo { endCursor } } }');
    const after = other.data.topics!.pageInfo.endCursor;
    const foreign = await server.reader(
      'query ($after: String) { entries(after: $after) { totalCount nodes { id } } }',
      {
        after,
      },
    );
    expect(foreign.errors![0]!.extensions.code).toBe('BAD_CURSOR');
  });
});
