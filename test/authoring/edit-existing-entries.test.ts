import { EditingServer, topic } from './editing-server.js';

let server: EditingServer;
beforeAll(async () => {
  server = await EditingServer.start();
});
afterAll(() => server.close());

describe('patch mutations', () => {
  const before = {
    title: { en: 'Base', fr: 'Base' },
    scheme: 'SUBJECT',
    definition: { en: 'Meaning', fr: 'Sens' },
    altLabels: ['one', 'two'],
    broader: 'smuggling',
  };
  let count = 0;
  const fresh = async () => {
    const slug = `patched-${(count += 1)}`;
    await server.mutate('topicSave', { slug, record: before, expectedRevision: 0, publish: true });
    return slug;
  };
  const recordOf = async (slug: string) =>
    (await server.preview(`{ topic(slug: "${slug}") { record } }`)).data.topic.record;
  const patch = (slug: string, changes: object, more: object = {}) =>
    server.mutate('topicPatch', { slug, changes, expectedRevision: 1, ...more });

  test('a patch changes only the given fields and languages, and replaces a given list as a whole', async () => {
    const slug = await fresh();
    const current = (await recordOf(slug)) as object;
    const payload = await patch(slug, { title: { fr: 'Titre', de: 'Titel' }, altLabels: ['three'] }, { publish: true });
    expect(payload).toMatchObject({ revision: 2, userErrors: [], entry: { title: 'Base', status: 'PUBLISHED' } });
    expect(await recordOf(slug)).toEqual({
      ...current,
      title: { en: 'Base', fr: 'Titre', de: 'Titel' },
      altLabels: ['three'],
    });
  });

  test('null in a patch clears one language of a text, a whole text, a link or a list', async () => {
    const slug = await fresh();
    await patch(slug, { title: { fr: null }, definition: null, broader: null, altLabels: null });
    const { title, definition, broader, altLabels } = (await recordOf(slug)) as Record<string, unknown>;
    expect({ title, definition, broader, altLabels }).toEqual({
      title: { en: 'Base' },
      definition: undefined,
      broader: undefined,
      altLabels: [],
    });
  });

  test('a patch merges embedded objects field by field', async () => {
    const record = { title: 'Trend', direction: 'RISING', period: { from: '2020', to: '2022' } };
    await server.mutate('entrySave', { kind: 'TREND', slug: 'patched', record, expectedRevision: 0 });
    await server.mutate('trendPatch', { slug: 'patched', changes: { period: { to: '2023' } }, expectedRevision: 1 });
    const { data } = await server.preview('{ trend(slug: "patched") { record } }');
    expect(data.trend!.record).toMatchObject({ direction: 'RISING', period: { from: '2020', to: '2023' } });
  });

  test('a patch that changes nothing creates no revision', async () => {
    const slug = await fresh();
    expect(await patch(slug, { title: { en: 'Base' } })).toMatchObject({ revision: 1, userErrors: [] });
    expect(await patch(slug, {})).toMatchObject({ revision: 1, userErrors: [] });
  });

  test('a patch with invalid fields or of an unknown entry is rejected', async () => {
    const slug = await fresh();
    expect((await patch(slug, { title: { en: null }, broader: 'smugling' })).userErrors).toMatchObject([
      { code: 'LOCALE_MISSING', path: ['title'] },
      { code: 'LINK_UNKNOWN', path: ['broader'], tip: 'did you mean smuggling?' },
    ]);
    expect((await patch('smugling', {})).userErrors).toMatchObject([{ code: 'ENTRY_UNKNOWN' }]);
  });

  test('a patch is merged with concurrent changes to other fields', async () => {
    const slug = await fresh();
    await patch(slug, { definition: { fr: 'Autre' } });
    expect(await patch(slug, { altLabels: ['x'] })).toMatchObject({ revision: 3 });
    expect(await recordOf(slug)).toMatchObject({ definition: { en: 'Meaning', fr: 'Autre' }, altLabels: ['x'] });
    expect((await patch(slug, { definition: { fr: 'Le mien' }, broader: null })).obstacle).toMatchObject({
      revision: 3,
      record: { definition: { en: 'Meaning', fr: 'Autre' }, altLabels: ['x'], broader: 'smuggling' },
      merged: { definition: { en: 'Meaning', fr: 'Autre' }, altLabels: ['x'] },
      fields: [{ path: ['definition', 'fr'], base: 'Sens', yours: 'Le mien', theirs: 'Autre' }],
    });
  });
});

test("saving the merged record of a conflict preserves a colleague's translation", async () => {
  const read = async () => {
    const { data } = await server.preview('{ topic(slug: "shared") { revision record } }');
    return data.topic as unknown as { revision: number; record: Record<string, Record<string, string>> };
  };
  const english = topic('Title', { definition: { en: 'A meaning' } });
  await server.mutate('topicSave', { slug: 'shared', record: english, expectedRevision: 0, publish: true });
  const [ana, ben] = [await read(), await read()];

  const translated = {
    ...ben.record,
    title: { ...ben.record['title'], fr: 'Titre' },
    definition: { ...ben.record['definition'], fr: 'Un sens' },
  };
  expect(
    await server.mutate('topicSave', { slug: 'shared', record: translated, expectedRevision: ben.revision }),
  ).toMatchObject({ revision: 2 });

  // Ana edited an older revision: she changes the English text and adds a French one.
  const edited = { ...ana.record, title: { en: 'Better title', fr: 'Mieux' }, definition: { en: 'A better meaning' } };
  const { obstacle } = await server.mutate('topicSave', {
    slug: 'shared',
    record: edited,
    expectedRevision: ana.revision,
  });
  expect(obstacle).toMatchObject({
    revision: 2,
    record: { title: { en: 'Title', fr: 'Titre' } },
    merged: { title: { en: 'Better title', fr: 'Titre' }, definition: { en: 'A better meaning', fr: 'Un sens' } },
    fields: [{ path: ['title', 'fr'], base: null, yours: 'Mieux', theirs: 'Titre' }],
  });
  const { revision, merged } = obstacle as { revision: number; merged: object };
  expect(
    await server.mutate('topicSave', { slug: 'shared', record: merged, expectedRevision: revision }),
  ).toMatchObject({
    revision: 3,
  });
  expect((await read()).record).toMatchObject({
    title: { en: 'Better title', fr: 'Titre' },
    definition: { en: 'A better meaning', fr: 'Un sens' },
  });
});

test('a save of a retired entry returns a conflict without a merged record', async () => {
  await server.mutate('topicSave', { slug: 'withdrawn', record: topic('Base'), expectedRevision: 0, publish: true });
  const { data } = await server.editor('{ topic(slug: "withdrawn") { id } }');
  await server.mutate('entryRetire', { id: data.topic!.id, expectedRevision: 1 });
  const late = { slug: 'withdrawn', record: topic('Late'), expectedRevision: 1 };
  expect((await server.mutate('topicSave', late)).obstacle).toMatchObject({ revision: 2, merged: null });
});

test('mutations accept the ids of a draft, a published entry and a past state, and reject a malformed id', async () => {
  await server.mutate('topicSave', { slug: 'named', record: topic('One'), expectedRevision: 0, publish: true });
  await server.mutate('topicSave', { slug: 'named', record: topic('Two'), expectedRevision: 1 });
  const draft = (await server.preview('{ topic(slug: "named") { id } }')).data.topic!.id;
  const entryId = (await server.reader('{ topic(slug: "named") { id } }')).data.topic!.id;
  const past = (await server.reader(`{ topic(slug: "named", asOf: "${new Date().toISOString()}") { id } }`)).data.topic!
    .id;
  expect(draft).toBe(entryId);
  expect(past).not.toBe(entryId);
  expect(await server.mutate('entryPublish', { id: draft, expectedRevision: 2 })).toMatchObject({ revision: 3 });
  expect(await server.mutate('entryRename', { id: entryId, to: 'renamed', expectedRevision: 3 })).toMatchObject({
    entry: { slug: 'renamed' },
  });
  const reverted = await server.mutate('entryRevert', { id: past, revision: 1, expectedRevision: 4, publish: true });
  expect(reverted).toMatchObject({ userErrors: [], entry: { slug: 'renamed', title: 'One' } });
  const { errors } = await server.editor('mutation { entryUnpublish(id: "none", expectedRevision: 1) { revision } }');
  expect(errors![0]!.extensions['code']).toBe('BAD_ID');
});
