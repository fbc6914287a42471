import { revertEntry } from '../../src/records/lifecycle.js';
import { renameEntry } from '../../src/records/rename-entry.js';
import { saveRecords } from '../../src/records/save-records.js';
import { EditingServer, topic } from './editing-server.js';

let server: EditingServer;
beforeAll(async () => {
  server = await EditingServer.start();
});
afterAll(() => server.close());

const commitOptions = { author: 'Ana', message: 'a test' };
const kind = () => server.app.services.model.kind('Topic');

async function revisionOf(slug: string): Promise<number> {
  const [entry] = await server.store.entries.currentStates([{ kind: 'Topic', slug }]);
  return entry?.revision ?? 0;
}

async function save(slug: string, title: string, { publish = true, expectedRevision = -1 } = {}) {
  const revision = expectedRevision < 0 ? await revisionOf(slug) : expectedRevision;
  const record = { kind: kind(), slug, raw: topic(title), originalLocale: null, publish, expectedRevision: revision };
  return saveRecords(server.app.services, [record], commitOptions);
}

async function rename(slug: string, to: string) {
  return renameEntry(
    server.app.services,
    { kind: kind(), slug, to, expectedRevision: await revisionOf(slug) },
    commitOptions,
  );
}

const writtenResult = { outcome: 'WRITTEN' };
const NODE = 'query ($id: ID!) { node(id: $id) { id ... on Topic { slug title revision status } } }';

async function idOf(slug: string, preview = false): Promise<string | null> {
  const sendQuery = preview ? server.preview.bind(server) : server.reader.bind(server);
  const { data } = await sendQuery('query ($slug: Slug!) { topic(slug: $slug) { id } }', { slug });
  return data.topic && data.topic.id;
}

test('the global id of an entry is unchanged after two renames, and ids derived from each slug resolve to the entry', async () => {
  expect(await save('first', 'One')).toMatchObject(writtenResult);
  const id = (await idOf('first'))!;
  expect(await rename('first', 'second')).toMatchObject(writtenResult);
  expect(await rename('second', 'third')).toMatchObject(writtenResult);
  expect(await idOf('third')).toBe(id);
  expect(await idOf('first')).toBe(id);
  // Before ids were stored, an id encoded the slug that the entry had then.
  const later = ['second', 'third'].map((slug) => Buffer.from(`topics/${slug}`).toString('base64url'));
  for (const each of [id, ...later]) {
    server.app.commands.length = 0;
    expect((await server.reader(NODE, { id: each })).data.node).toMatchObject({ id, slug: 'third', title: 'One' });
    expect(server.app.commands.length).toBeLessThanOrEqual(2);
  }
  const { data } = await server.reader('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [id, ...later] });
  expect(data.nodes).toEqual([{ id }, { id }, { id }]);
});

test('an entry has the same revision and dates whether selected by slug, by id, in a list or through a link', async () => {
  await save('wide', 'Wide');
  const below = { kind: kind(), slug: 'narrow', raw: topic('Narrow', { broader: 'wide' }), originalLocale: null };
  expect(
    await saveRecords(server.app.services, [{ ...below, publish: true, expectedRevision: 0 }], commitOptions),
  ).toMatchObject(writtenResult);
  expect(await rename('wide', 'wider')).toMatchObject(writtenResult);
  const id = await idOf('wider');
  const { data } = await server.reader(`{
    topic(slug: "wider") { ...Kept narrower(first: 1) { nodes { broader { ...Kept } } } }
    topics(first: 50, filter: { slug: { eq: "wider" } }) { nodes { ...Kept } }
    entries(first: 1, kinds: [TOPIC], filter: { slug: { eq: "wider" } }) { nodes { ...Kept } }
    nodes(ids: ["${id}"]) { ...Kept }
  } fragment Kept on Topic { id revision updatedAt publishedAt }`);
  const { topic: topicNow, topics, entries, nodes } = data;
  const { narrower, ...topicFields } = topicNow;
  const state = await server.store.entries.currentStates([{ kind: 'Topic', slug: 'wider' }]);
  const dates = { updatedAt: state[0]!.updatedAt.toISOString(), publishedAt: state[0]!.publishedAt!.toISOString() };
  expect(topicFields).toEqual({ id, revision: 2, ...dates });
  expect([narrower.nodes[0].broader, ...topics.nodes, ...entries.nodes, ...nodes]).toEqual([
    topicFields,
    topicFields,
    topicFields,
    topicFields,
  ]);
  // The queries run one after another, because concurrent queries would share database reads.
  const ids = await server.reader('{ topics(first: 1, filter: { slug: { eq: "wider" } }) { nodes { id } } }');
  expect(ids.data.topics.nodes).toEqual([{ id }]);
  const changed = await server.reader('{ topic(slug: "wider") { updatedAt } }');
  expect(changed.data.topic).toEqual({ updatedAt: topicFields.updatedAt });
  const published = await server.reader('{ topic(slug: "wider") { publishedAt } }');
  expect(published.data.topic).toEqual({ publishedAt: topicFields.publishedAt });
});

test('a revision that contains a former slug of a link target is saved and restored with the current slug', async () => {
  const write = async (raw: object) => {
    const target = { kind: kind(), slug: 'under', originalLocale: null, publish: true };
    return saveRecords(
      server.app.services,
      [{ ...target, raw, expectedRevision: await revisionOf('under') }],
      commitOptions,
    );
  };
  const below = async () =>
    (await server.reader('{ topic(slug: "now-over") { narrower { nodes { slug broader { slug } } } } }')).data.topic!
      .narrower;
  const expected = { nodes: [{ slug: 'under', broader: { slug: 'now-over' } }] };
  await save('over', 'Over');
  const raw = topic('Under', { broader: 'over' });
  expect(await write(raw)).toMatchObject(writtenResult);
  expect(await rename('over', 'now-over')).toMatchObject(writtenResult);
  expect(await below()).toEqual(expected);
  const draftToPublish = { kind: kind(), slug: 'under', revision: 1, publish: true };
  const reverted = { ...draftToPublish, expectedRevision: await revisionOf('under') };
  await revertEntry(server.app.services, reverted, commitOptions);
  expect(await below()).toEqual(expected);
  await write({ ...raw, notation: 'U' });
  expect(await below()).toEqual(expected);
});

test('saving a record with a former slug of a link target creates no revision, and a changed record stores the current slug', async () => {
  await save('parent', 'Parent');
  const raw = topic('Child', { broader: 'parent' });
  const target = { kind: kind(), slug: 'child', raw, originalLocale: null, publish: true };
  await saveRecords(server.app.services, [{ ...target, expectedRevision: 0 }], commitOptions);
  await rename('parent', 'mother');
  expect(await revisionOf('child')).toBe(2);
  for (const dryRun of [true, false]) {
    const result = await saveRecords(server.app.services, [{ ...target, expectedRevision: 2 }], {
      ...commitOptions,
      dryRun,
    });
    expect(result).toMatchObject(
      dryRun ? { outcome: 'CHECKED' } : { outcome: 'UNCHANGED', entries: [{ slug: 'child', revision: 2 }] },
    );
  }
  const childToPublish = { kind: kind(), slug: 'child', revision: 1, publish: true, expectedRevision: 2 };
  expect(await revertEntry(server.app.services, childToPublish, commitOptions)).toMatchObject({ outcome: 'UNCHANGED' });
  const other = { ...target, slug: 'other-child', expectedRevision: 0 };
  expect(
    await saveRecords(server.app.services, [{ ...target, expectedRevision: 2 }, other], commitOptions),
  ).toMatchObject({
    outcome: 'WRITTEN',
    entries: [
      { slug: 'other-child', record: { broader: 'mother' } },
      { slug: 'child', revision: 2 },
    ],
  });

  // Store the link with the former slug, as earlier versions did.
  const { originalLocale, record } = (await server.store.entries.currentStates([{ kind: 'Topic', slug: 'child' }]))[0]!;
  const earlier = { action: 'SAVE', kind: 'Topic', slug: 'child', expectedRevision: 2, status: 'PUBLISHED' } as const;
  const stored = { ...earlier, originalLocale, record: { ...record, broader: 'parent' } };
  await server.store.log.commit({ author: 'Ana', message: '', entries: [stored] });
  expect(await saveRecords(server.app.services, [{ ...target, expectedRevision: 3 }], commitOptions)).toMatchObject({
    outcome: 'WRITTEN',
    entries: [{ revision: 4, record: { broader: 'mother' } }],
  });
});

test('selecting id adds no database command to a list of entries', async () => {
  const commands = async (fields: string) => {
    server.app.commands.length = 0;
    await server.reader(`{ topics(first: 50) { nodes { slug ${fields} } } }`);
    return server.app.commands.length;
  };
  expect(await commands('id')).toBe(await commands(''));
});

test('an entry can be renamed back to a former slug, and keeps its id', async () => {
  await save('there', 'There');
  const id = await idOf('there');
  await rename('there', 'and-back');
  expect(await rename('and-back', 'there')).toMatchObject(writtenResult);
  expect([await idOf('there'), await idOf('and-back')]).toEqual([id, id]);
  const [entry] = await server.store.entries.currentStates([{ kind: 'Topic', slug: 'there' }]);
  expect(entry!.formerly).toEqual(['there', 'and-back']);
  const { data } = await server.reader('{ topic(slug: "there") { history { revision slug action } } }');
  expect(data.topic!.history.map(({ revision, slug, action }) => `${revision} ${slug} ${action}`)).toEqual([
    '3 there RENAME',
    '2 and-back RENAME',
    '1 there PUBLISH',
  ]);
  expect(await rename('there', 'and-back')).toMatchObject(writtenResult);
  expect((await server.reader(NODE, { id })).data.node).toMatchObject({ id, slug: 'and-back' });
});

test('a former slug is rejected for other entries, with the name of its owner', async () => {
  await save('used', 'Used');
  await rename('used', 'used-now');
  await save('withdrawn', 'Withdrawn');
  await server.app.services.store.log.commit({
    ...commitOptions,
    entries: [
      {
        action: 'RETIRE',
        kind: 'Topic',
        slug: 'withdrawn',
        expectedRevision: 1,
        status: 'RETIRED',
        originalLocale: 'en',
        record: { title: { en: 'Withdrawn' }, scheme: 'SUBJECT' },
      },
    ],
  });
  await save('other', 'Other');
  const summarise = (result: object) =>
    'problems' in result ? (result.problems as { code: string; message: string }[])[0] : result;
  const former = { code: 'SLUG_TAKEN', message: '"used" is the former slug of topics/used-now' };
  expect(summarise(await save('used', 'New', { expectedRevision: 0 }))).toMatchObject(former);
  expect(summarise(await save('used', 'New'))).toMatchObject(former);
  expect(summarise(await rename('other', 'used'))).toMatchObject(former);
  const takenSlugError = { code: 'SLUG_TAKEN', message: '"withdrawn" is topics/withdrawn, which was withdrawn' };
  expect(summarise(await save('withdrawn', 'New', { expectedRevision: 0 }))).toMatchObject(takenSlugError);
  expect(summarise(await rename('other', 'withdrawn'))).toMatchObject(takenSlugError);
  const taken = { code: 'SLUG_TAKEN', message: '"used-now" is another entry, topics/used-now' };
  expect(summarise(await rename('other', 'used-now'))).toMatchObject(taken);
  expect(summarise(await rename('used', 'more'))).toMatchObject({
    code: 'ENTRY_RENAMED',
    message: '"used" is topics/used-now now',
  });
  // A retired entry can be saved again under its own slug.
  expect(await save('withdrawn', 'Back')).toMatchObject(writtenResult);
});

test('an entry selected with asOf has a separate id, which resolves to that past state', async () => {
  await save('past', 'Then');
  const time = (
    await server.store.entries.currentStates([{ kind: 'Topic', slug: 'past' }])
  )[0]!.updatedAt.toISOString();
  await rename('past', 'present');
  await save('present', 'Now');
  const { data } = await server.reader(
    'query ($at: DateTime!) { topic(slug: "present", asOf: $at) { id slug title revision status } }',
    { at: time },
  );
  const then = data.topic!;
  expect(then).toMatchObject({ slug: 'present', title: 'Then', revision: 1 });
  expect(then.id).not.toBe(await idOf('present'));
  expect((await server.reader(NODE, { id: then.id })).data.node).toEqual(then);
  await save('present', 'Later');
  server.app.commands.length = 0;
  expect((await server.reader(NODE, { id: then.id })).data.node).toEqual(then);
  // One command reads the entry by its original slug, one by its current slug, and one reads the revision.
  expect(server.app.commands).toHaveLength(3);
});

test('the id of an unpublished revision resolves only for editors in a preview', async () => {
  await save('shown', 'Shown');
  await save('shown', 'Secret draft', { publish: false });
  await save('shown', 'Shown again');
  const id = (revision: number) => Buffer.from(`topics/shown@${revision}`).toString('base64url');
  expect((await server.reader(NODE, { id: id(1) })).data.node).toMatchObject({ title: 'Shown' });
  expect((await server.reader(NODE, { id: id(2) })).data.node).toBeNull();
  expect((await server.editor(NODE, { id: id(2) })).data.node).toBeNull();
  expect((await server.preview(NODE, { id: id(2) })).data.node).toMatchObject({ id: id(2), title: 'Secret draft' });
  expect((await server.reader(NODE, { id: id(99) })).data.node).toBeNull();
});

test('a draft has the same id as its published version, with and without a preview', async () => {
  await save('public', 'Public');
  const id = (await idOf('public'))!;
  await save('public', 'Draft', { publish: false });
  expect([await idOf('public'), await idOf('public', true)]).toEqual([id, id]);
  expect((await server.preview(NODE, { id })).data.node).toMatchObject({ id, title: 'Draft', status: 'DRAFT' });
  for (const sendQuery of [server.reader.bind(server), server.editor.bind(server)]) {
    expect((await sendQuery(NODE, { id })).data.node).toMatchObject({ id, title: 'Public', status: 'PUBLISHED' });
  }

  await save('public', 'Published');
  expect(await idOf('public', true)).toBe(id);
  expect((await server.preview(NODE, { id })).data.node).toMatchObject({ id, title: 'Published' });

  await save('draft-alone', 'Alone', { publish: false });
  const alone = (await idOf('draft-alone', true))!;
  expect((await server.reader(NODE, { id: alone })).data.node).toBeNull();
  await save('draft-alone', 'Alone no more');
  expect(await idOf('draft-alone')).toBe(alone);
});

test('an id with the obsolete suffix @draft resolves to the entry', async () => {
  await save('earlier', 'Public');
  await save('earlier', 'Draft', { publish: false });
  const id = await idOf('earlier');
  const variables = { id: encoded('topics/earlier@draft') };
  expect((await server.preview(NODE, variables)).data.node).toMatchObject({ id, title: 'Draft' });
  expect((await server.reader(NODE, variables)).data.node).toMatchObject({ id, title: 'Public' });
});

test.each([
  'nonsense',
  ...['topics/a@0', 'topics/a@draft@2', 'topics/a@Draft', 'no-folder/a', 'topics/A'].map(encoded),
])('the malformed global id %s is rejected with BAD_ID', async (id) => {
  const { errors } = await server.reader(NODE, { id });
  expect(errors![0]!.extensions.code).toBe('BAD_ID');
});

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
