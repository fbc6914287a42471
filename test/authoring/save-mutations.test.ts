import { EditingServer, makeToken, topic } from './editing-server.js';

let server: EditingServer;
beforeAll(async () => {
  server = await EditingServer.start();
});
afterAll(() => server.close());

const SAVE_ALL = `mutation ($entries: [EntryToSave!]!, $dryRun: Boolean! = false) {
  saveAll(entries: $entries, message: "together", dryRun: $dryRun) {
    results {
      revision entry { __typename slug status } userErrors { code path }
      obstacle { __typename ... on Conflict { revision record merged fields { path } } }
    }
  }
}`;

interface Result {
  revision: number | null;
  entry: object | null;
  userErrors: { code: string; path: string[] }[];
  obstacle: object | null;
}

async function saveAll(entries: object[], dryRun = false): Promise<Result[]> {
  const toSave = entries.map((entry) => ({ expectedRevision: 0, ...entry }));
  const { data, errors } = await server.editor(SAVE_ALL, { entries: toSave, dryRun });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { saveAll: { results: Result[] } }).saveAll.results;
}

const source = {
  kind: 'SOURCE',
  slug: 'new-report',
  record: { title: 'Report', publisherName: 'Agency' },
  publish: true,
};
const leaflet = (cited: string) => ({
  kind: 'LEAFLET',
  slug: `citing-${cited}`,
  record: { title: { en: 'Leaflet' }, issuer: 'agency', citations: [{ source: cited }] },
  publish: true,
});

describe('entrySave', () => {
  const save = (slug: string, record: unknown, more: object = {}) =>
    server.mutate('entrySave', { kind: 'LEAFLET', slug, record, expectedRevision: 0, ...more });

  test('entrySave saves a JSON record of the given kind', async () => {
    const record = { title: 'Plain', issuer: 'agency', publishedOn: '2024-06', body: { fr: 'Texte' } };
    expect(await save('plain', record, { publish: true })).toMatchObject({
      revision: 1,
      entry: { slug: 'plain', status: 'PUBLISHED', title: 'Plain' },
      userErrors: [],
    });
    const { data } = await server.editor('{ leaflet(slug: "plain") { record } }');
    expect(data.leaflet!.record).toMatchObject({
      title: { en: 'Plain' },
      publishedOn: '2024-06',
      body: { fr: 'Texte' },
    });
  });

  test('entrySave accepts a text of more than 1 000 characters in a JSON record', async () => {
    const body = { en: 'A long story. '.repeat(100).trim() };
    const record = { title: { en: 'Long' }, issuer: 'agency', body };
    expect(await save('long', record)).toMatchObject({ revision: 1, userErrors: [] });
    const { data } = await server.preview('{ leaflet(slug: "long") { record } }');
    expect(data).toMatchObject({ leaflet: { record: { body } } });
  });

  test.each<[string, string, unknown, object, string[]]>([
    ['date', 'x', { publishedOn: '2024-1' }, {}, ['DATE_INVALID publishedOn']],
    ['slug', 'Not A Slug', {}, {}, ['SLUG_INVALID slug']],
    ['slug of 500 characters', 'x'.repeat(500), {}, {}, ['SLUG_INVALID slug']],
    ['slug of a link', 'x', { issuer: 'The Agency' }, {}, ['SLUG_INVALID issuer']],
    ['field name', 'x', { titel: 'X' }, {}, ['FIELD_UNKNOWN titel']],
    ['field name with __proto__', 'x', { '__proto__.a': 1 }, {}, ['FIELD_UNKNOWN __proto__.a']],
    ['URL', 'x', { url: 'leaflet' }, {}, ['URL_INVALID url']],
    ['value inside a list', 'x', { digital: [{ service: 'FAX' }] }, {}, ['ENUM_UNKNOWN digital 0 service']],
    ['value type', 'x', { editions: 'one' }, {}, ['VALUE_WRONG_TYPE editions']],
    ['locale', 'x', {}, { originalLocale: 'pl' }, ['LOCALE_UNKNOWN originalLocale']],
  ])('entrySave reports an invalid %s with the path of the field', async (_what, slug, wrong, more, expected) => {
    const record = { title: { en: 'X', pl: undefined }, issuer: 'agency', ...(wrong as object) };
    const { entry, userErrors } = await save(slug, record, more);
    expect(entry).toBeNull();
    expect(userErrors.map(({ code, path }) => `${code} ${path.join(' ')}`)).toEqual(expect.arrayContaining(expected));
  });

  test.each([null, 'text', [], 7].map((record) => [record]))('entrySave rejects %j as a record', async (record) => {
    const request = save('x', record);
    if (record === null) await expect(request).rejects.toThrow('not to be null');
    else expect((await request).userErrors).toMatchObject([{ code: 'VALUE_WRONG_TYPE', path: [] }]);
  });

  test('entrySave accepts a record as a literal in the query', async () => {
    const { data } = await server.editor(
      'mutation ($t: JSON!) { entrySave(entry: { kind: TOPIC, slug: "literal", expectedRevision: 0, record: { title: $t, scheme: "SUBJECT", altLabels: ["a"] } }) { revision userErrors { code } } }',
      { t: { en: 'Literal' } },
    );
    expect(data.entrySave).toEqual({ revision: 1, userErrors: [] });
  });
});

describe('saveAll', () => {
  test('saveAll saves a source and the leaflet that cites it in one change', async () => {
    const head = await server.store.log.head();
    expect(await saveAll([leaflet('new-report'), source])).toEqual([
      {
        revision: 1,
        entry: { __typename: 'Leaflet', slug: 'citing-new-report', status: 'PUBLISHED' },
        userErrors: [],
        obstacle: null,
      },
      {
        revision: 1,
        entry: { __typename: 'Source', slug: 'new-report', status: 'PUBLISHED' },
        userErrors: [],
        obstacle: null,
      },
    ]);
    const [change, ...others] = await server.store.log.changesAfter(head, 10);
    expect(change).toMatchObject({ author: 'Ana', message: 'together' });
    expect(others).toEqual([]);
    const { data } = await server.reader('{ leaflet(slug: "citing-new-report") { citations { source { title } } } }');
    expect(data.leaflet!.citations).toEqual([{ source: { title: 'Report' } }]);
  });

  test('saveAll reports an error with the entry that has it, and writes nothing', async () => {
    const head = await server.store.log.head();
    const results = await saveAll([{ ...source, slug: 'other-report' }, leaflet('no-such')]);
    expect(results).toEqual([
      { revision: null, entry: null, userErrors: [], obstacle: null },
      {
        revision: null,
        entry: null,
        userErrors: [{ code: 'LINK_UNKNOWN', path: ['citations', '0', 'source'] }],
        obstacle: null,
      },
    ]);
    const [first, second] = await saveAll([
      { ...source, slug: 'twice' },
      { ...source, slug: 'twice' },
    ]);
    expect([first!.userErrors, second!.userErrors]).toEqual([
      [{ code: 'ITEM_TWICE', path: [] }],
      [{ code: 'ITEM_TWICE', path: [] }],
    ]);
    expect(await server.store.log.head()).toBe(head);
  });

  test('saveAll reports a conflict with the entry that has it, and writes nothing', async () => {
    const one = { kind: 'TOPIC', slug: 'batch-one', record: topic('One') };
    const two = { kind: 'TOPIC', slug: 'batch-two', record: topic('Two') };
    await saveAll([one, two]);
    const head = await server.store.log.head();
    const changed = { ...one, record: topic('Changed'), expectedRevision: 1 };
    const results = await saveAll([changed, { ...two, record: topic('Other') }]);
    expect(results).toMatchObject([
      { revision: null, obstacle: null },
      { revision: null, obstacle: { __typename: 'Conflict', revision: 1, record: { title: { en: 'Two' } } } },
    ]);
    expect(await server.store.log.head()).toBe(head);
    // An entry that already has the submitted values is not part of the change.
    expect(await saveAll([changed, { ...two, expectedRevision: 1 }])).toMatchObject([{ revision: 2 }, { revision: 1 }]);
    expect(await server.store.log.head()).toBe(head + 1);
  });

  test('saveAll with merge merges concurrent edits of all entries, or writes none on a conflict', async () => {
    const base = (slug: string) => ({ kind: 'TOPIC', slug, record: topic('Base'), merge: true });
    await saveAll([base('merge-a'), base('merge-b')]);
    const inFrench = topic('Base', { definition: { fr: 'Sens' } });
    await server.mutate('topicSave', { slug: 'merge-a', record: inFrench, expectedRevision: 1 });
    const edits = ['merge-a', 'merge-b'].map((slug) => ({
      ...base(slug),
      record: topic('Yours'),
      expectedRevision: 1,
    }));
    expect(await saveAll(edits)).toMatchObject([{ revision: 3 }, { revision: 2 }]);
    const { data } = await server.preview('{ topic(slug: "merge-a") { record } }');
    expect(data.topic!.record).toMatchObject({ title: { en: 'Yours' }, definition: { fr: 'Sens' } });
    const repeatedEdits = edits.map((each) => ({ ...each, record: topic('Again') }));
    expect(await saveAll(repeatedEdits)).toMatchObject([
      { revision: null, obstacle: { fields: [{ path: ['title', 'en'] }], merged: { definition: { fr: 'Sens' } } } },
      { revision: null, obstacle: { revision: 2 } },
    ]);
    // The first entry is merged with its newer revision, and the second is new.
    const mixed = [
      { ...edits[1]!, record: topic('Yours', { definition: { fr: 'Sens' } }), expectedRevision: 1 },
      { kind: 'TOPIC', slug: 'merge-c', record: topic('New') },
    ];
    expect(await saveAll(mixed)).toMatchObject([{ revision: 3 }, { revision: 1 }]);
  });

  test('saveAll accepts 1 to 100 entries, and writes nothing with dryRun', async () => {
    const head = await server.store.log.head();
    expect(await saveAll([{ ...source, slug: 'checked' }], true)).toMatchObject([{ entry: null, userErrors: [] }]);
    await expect(saveAll([])).rejects.toThrow('BAD_USER_INPUT');
    await expect(
      saveAll(Array.from({ length: 101 }, (_, index) => ({ ...source, slug: `s-${index}` }))),
    ).rejects.toThrow('use 1 to 100');
    expect(await server.store.log.head()).toBe(head);
  });
});

test('viewer returns the name and role of the caller', async () => {
  const viewerQuery = '{ viewer { name role } }';
  expect((await server.reader(viewerQuery)).data.viewer).toEqual({ name: null, role: 'READER' });
  expect((await server.editor(viewerQuery)).data.viewer).toEqual({ name: 'Ana', role: 'EDITOR' });
  const authorization = `Bearer ${await makeToken(server.app, { name: 'Root', role: 'ADMIN' })}`;
  expect((await server.app.execute(viewerQuery, {}, { headers: { authorization } })).data.viewer).toEqual({
    name: 'Root',
    role: 'ADMIN',
  });
});
