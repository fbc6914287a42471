import { validate, parse } from 'graphql';
import { servedSchema } from '../../src/contract/served.js';
import { loadModel } from '../../src/model/load.js';
import { entryKindName } from '../../src/model/model.js';
import { saveRecords } from '../../src/records/save.js';
import { Editing, topic } from '../authoring/editing.js';

const model = loadModel('schema');

let on: Editing;
beforeAll(async () => {
  on = await Editing.start();
});
afterAll(() => on.close());

async function save(slug: string, title: string, publish: boolean, more = {}): Promise<void> {
  const [entry] = await on.store.entries.current([{ kind: 'Topic', slug }]);
  const record = {
    kind: model.kind('Topic'),
    slug,
    raw: topic(title, more),
    originalLocale: null,
    publish,
    expectedRevision: entry?.revision ?? 0,
  };
  const saved = await saveRecords(on.app.services, [record], { author: 'Ana', message: 'a test' });
  expect(saved.outcome).toBe('WRITTEN');
}

/** Those that ask for one field on each of several kinds beside each other. */
const beside = (fields: (kind: string) => string | undefined) =>
  `{ topic(slug: "smuggling") { related { entry { ${model.kinds
    .map(({ name }) => (fields(name) === undefined ? '' : `... on ${name} { ${fields(name)} }`))
    .join(' ')} } } } }`;

test('what all kinds have, and what they are, can be asked for on each of them in one query', () => {
  const schema = servedSchema(model);
  const common = model.interfaces.find(({ name }) => name === 'Entry')!.fields;
  expect(common.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['summary', 'path', 'entryKind', 'sameAs', 'publishedRevision', 'hasDraft']),
  );
  const leaves = common
    .filter(({ nature, name }) => nature === 'scalar' && name !== 'citation')
    .map(({ name }) => name);
  expect(validate(schema, parse(beside(() => leaves.join(' '))))).toEqual([]);
  const typed = model.kinds.filter(({ fields }) => fields.some(({ name }) => name === 'type'));
  expect(typed.length).toBeGreaterThan(2);
  const query = beside((kind) => (typed.some(({ name }) => name === kind) ? 'type' : undefined));
  expect(validate(schema, parse(query))).toEqual([]);
});

test('an enum that several kinds share takes of each what that kind has', async () => {
  const { errors } = await on.editor(
    `{ resources(filter: { type: { in: [GUIDE, EU_AGENCY] } }) { nodes { type } facets { type { value count } } } }`,
  );
  expect(errors).toBeUndefined();
  const record = { title: { en: 'A guide' }, type: 'SEA', provider: 'agency' };
  const { userErrors } = await on.mutate('resourceSave', { slug: 'sea', record, expectedRevision: 0 });
  expect(userErrors).toMatchObject([{ code: 'ENUM_UNKNOWN', message: expect.stringContaining('SEA') }]);
});

test('every kind says its name, and the path of its page, where the page is', async () => {
  for (const kind of model.kinds) {
    const { data } = await on.reader(`{ list: ${kind.plural}(first: 1) { nodes { entryKind path } } }`);
    const { nodes } = (data as unknown as { list: { nodes: { entryKind: string; path: string }[] } }).list;
    if (nodes.length === 0) continue;
    expect(nodes[0]!.entryKind).toBe(entryKindName(kind));
    expect((await on.app.inject({ method: 'GET', url: nodes[0]!.path })).statusCode).toBe(200);
  }
});

test('the summary of a kind without one is what stands for it, in the language asked for', async () => {
  const definition = { en: 'What it covers.', fr: 'Ce qu’il couvre.' };
  await save('summed', 'Summed', true, { definition });
  const query = '{ topic(slug: "summed") { summary fr: summary(locale: fr) definition } }';
  expect((await on.reader(query)).data.topic).toEqual({
    summary: definition.en,
    fr: definition.fr,
    definition: definition.en,
  });
  const { data } = await on.reader(
    '{ indicator(slug: "cases") { summary definition } law(slug: "it-act") { summary conduct } }',
  );
  expect(data.indicator!.definition).toContain(data.indicator!.summary!);
  expect(data.law!.summary).toBe(data.law!.conduct);
});

describe('whether there is a draft', () => {
  const STATE = '{ topic(slug: "drafted") { status revision publishedRevision hasDraft } }';
  const state = async (as: 'reader' | 'editor' | 'preview') => (await on[as](STATE)).data.topic;

  test('is told to editors, and what the public sees of it to all', async () => {
    await save('drafted', 'One', false);
    expect([await state('reader'), await state('editor')]).toEqual([null, null]);
    const never = { status: 'DRAFT', revision: 1, publishedRevision: null, hasDraft: true };
    expect(await state('preview')).toEqual(never);

    await save('drafted', 'One', true);
    const shown = { status: 'PUBLISHED', revision: 2, publishedRevision: 2 };
    expect(await state('reader')).toEqual({ ...shown, hasDraft: null });
    expect([await state('editor'), await state('preview')]).toEqual([
      { ...shown, hasDraft: false },
      { ...shown, hasDraft: false },
    ]);

    await save('drafted', 'Two', false);
    expect(await state('reader')).toEqual({ ...shown, hasDraft: null });
    expect(await state('editor')).toEqual({ ...shown, hasDraft: true });
    expect(await state('preview')).toEqual({ status: 'DRAFT', revision: 3, publishedRevision: 2, hasDraft: true });
  });

  test('costs a command for all entries of a list, and none where it is not asked', async () => {
    const commands = async (fields: string) => {
      on.app.commands.length = 0;
      const { errors } = await on.editor(`{ topics(first: 50) { nodes { slug ${fields} } } }`);
      expect(errors).toBeUndefined();
      return on.app.commands.length;
    };
    const without = await commands('publishedRevision');
    expect(await commands('path entryKind sameAs')).toBe(without);
    // One for what is published and one for drafts.
    expect(await commands('hasDraft')).toBe(without + 2);
  });
});

test('an entry is found by what others call it', async () => {
  const address = 'http://eurovoc.europa.eu/1';
  await save('elsewhere', 'Elsewhere', true, { sameAs: [address] });
  const { data } = await on.reader(
    'query ($url: URL!) { topics(filter: { sameAs: { has: $url } }) { nodes { slug sameAs } } }',
    { url: address },
  );
  expect(data.topics!.nodes).toEqual([{ slug: 'elsewhere', sameAs: [address] }]);
});
