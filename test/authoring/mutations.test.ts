import { setTimeout as pause } from 'node:timers/promises';
import { overrideStore } from '../support/override-store.js';
import type { ChangeLog } from '../../src/store/change-log.js';
import { EditingServer, idOf, topic } from './editing-server.js';

let editing: EditingServer;
beforeAll(async () => {
  // Parallel writers wait for each other. On a busy machine, this can take longer than the usual deadline.
  editing = await EditingServer.start({ deadlineMs: 60_000, hasNoOtherWriter: true });
});
afterAll(() => editing.close());

let count = 0;
/** Creates a published topic for one test. */
async function fresh(title = 'Fresh', more: object = {}): Promise<string> {
  const slug = `fresh-${(count += 1)}`;
  await editing.mutate('topicSave', { slug, record: topic(title, more), expectedRevision: 0, publish: true });
  return slug;
}

async function readersSee(slug: string): Promise<string | null> {
  const { data } = await editing.reader(`{ topic(slug: "${slug}") { title } }`);
  return data.topic?.title ?? null;
}

test('a mutation that times out reports that it may have written, and repeating it returns a conflict with its revision', async () => {
  let pendingWrite: Promise<unknown> | null = new Promise(() => {});
  const slow = await EditingServer.start({
    deadlineMs: 1500,
    around: (services) => {
      const store = overrideStore(services.store, ({ log }) => {
        const commit: ChangeLog['commit'] = async (batch) => {
          const result = await log.commit(batch);
          await pendingWrite;
          return result;
        };
        return { log: { ...log, commit } };
      });
      return { ...services, store };
    },
  });
  const change = () => slow.mutate('topicSave', { slug: 'slow', record: topic('Slow'), expectedRevision: 0 });
  await expect(change()).rejects.toThrow(/may or may not be written.*same .*expectedRevision.*DEADLINE/);
  pendingWrite = null;
  expect((await change()).obstacle).toMatchObject({ __typename: 'Conflict', revision: 1 });
  await slow.close();
});

test('each kind has its own save and patch mutations; all other mutations are shared', () => {
  const verbs = ['Publish', 'Unschedule', 'Unpublish', 'Retire', 'Rename', 'Revert', 'Save'];
  const fields = [
    ...editing.app.services.model.kinds.flatMap(({ singular }) => [`${singular}Save`, `${singular}Patch`]),
    ...verbs.map((verb) => `entry${verb}`),
    'saveAll',
  ];
  expect(editing.app.services.model.kinds.length).toBeGreaterThan(10);
  return editing.reader('{ __type(name: "Mutation") { fields { name } } }').then(({ data }) => {
    expect(data.__type!.fields!.map(({ name }: { name: string }) => name).sort()).toEqual(fields.sort());
  });
});

test('a draft is saved, previewed, published, unpublished and published again', async () => {
  const first = await editing.mutate('topicSave', { slug: 'life', record: topic('Life'), expectedRevision: 0 });
  expect(first).toMatchObject({
    entry: { slug: 'life', status: 'DRAFT' },
    revision: 1,
    userErrors: [],
    obstacle: null,
  });
  expect(await readersSee('life')).toBeNull();
  expect((await editing.preview('{ topic(slug: "life") { title } }')).data.topic!.title).toBe('Life');
  expect((await editing.editor('{ topic(slug: "life") { title } }')).data.topic).toBeNull();

  expect(await editing.mutate('entryPublish', { id: idOf('topics/life'), expectedRevision: 1 })).toMatchObject({
    entry: { status: 'PUBLISHED' },
    revision: 2,
  });
  expect(await readersSee('life')).toBe('Life');
  expect(await editing.mutate('entryUnpublish', { id: idOf('topics/life'), expectedRevision: 2 })).toMatchObject({
    entry: { status: 'DRAFT' },
    revision: 3,
  });
  expect(await readersSee('life')).toBeNull();
  await editing.mutate('entryPublish', { id: idOf('topics/life'), expectedRevision: 3 });
  expect(await readersSee('life')).toBe('Life');
  // An unchanged entry is not written again.
  expect(await editing.mutate('entryPublish', { id: idOf('topics/life'), expectedRevision: 4 })).toMatchObject({
    revision: 4,
  });
});

test('a draft of a published entry is invisible to readers', async () => {
  const slug = await fresh('Shown');
  await editing.mutate('topicSave', { slug, record: topic('Drafted'), expectedRevision: 1 });
  expect(await readersSee(slug)).toBe('Shown');
  expect((await editing.preview(`{ topic(slug: "${slug}") { title } }`)).data.topic.title).toBe('Drafted');
});

test('a save with an unknown link or a missing text is rejected with the problem codes of content files', async () => {
  const record = { ...topic('Bad'), broader: 'smugling' };
  const bad = await editing.mutate('topicSave', { slug: 'bad', record, expectedRevision: 0, publish: true });
  expect(bad).toMatchObject({
    entry: null,
    revision: null,
    userErrors: [{ code: 'LINK_UNKNOWN', path: ['broader'], tip: 'did you mean smuggling?' }],
  });
  const missing = await editing.mutate('entrySave', {
    kind: 'LEAFLET',
    slug: 'bad',
    record: { title: { fr: 'Sans' } },
    expectedRevision: 0,
  });
  expect(missing.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'LOCALE_MISSING title',
    'LINK_MISSING issuer',
  ]);
});

test('topicPatch returns a Topic, and entryPublish returns the payload type of the entry kind', async () => {
  const slug = await fresh('Typed');
  const saved = await editing.mutate('topicPatch', { slug, changes: {}, expectedRevision: 1 }, '__typename scheme');
  expect(saved.entry).toEqual({ __typename: 'Topic', scheme: 'SUBJECT' });
  const publish = `mutation ($id: ID!) {
    entryPublish(id: $id, expectedRevision: 1) { __typename ...Result ... on TopicPayload { entry { scheme } } }
    saveAll(entries: [], dryRun: true) { results { ...Result } }
  }
  fragment Result on EntryPayload { revision previewLink userErrors { path } }`;
  const { data } = await editing.editor<string>(publish, { id: idOf(`topics/${slug}`) });
  expect((data as { entryPublish: unknown }).entryPublish).toEqual({
    __typename: 'TopicPayload',
    revision: 1,
    previewLink: null,
    userErrors: [],
    entry: { scheme: 'SUBJECT' },
  });
});

test('a mutation with dryRun reports the same errors and conflicts as without it, and writes nothing', async () => {
  const slug = await fresh();
  const head = await editing.store.log.head();
  const dry = { dryRun: true, slug, expectedRevision: 1 };
  const dryRunArguments = { dryRun: true, id: idOf(`topics/${slug}`), expectedRevision: 1 };
  expect(await editing.mutate('topicSave', { ...dry, record: topic('Dry') })).toMatchObject({
    entry: null,
    userErrors: [],
    obstacle: null,
  });
  expect(await editing.mutate('topicSave', { ...dry, record: topic('Dry', { broader: 'no' }) })).toMatchObject({
    userErrors: [{ code: 'LINK_UNKNOWN' }],
  });
  expect(await editing.mutate('topicSave', { ...dry, record: topic('Dry'), expectedRevision: 7 })).toMatchObject({
    obstacle: { revision: 1 },
  });
  for (const verb of ['Unpublish', 'Retire'])
    expect(await editing.mutate(`entry${verb}`, dryRunArguments)).toMatchObject({ userErrors: [], obstacle: null });
  expect(await editing.mutate('entryRename', { ...dryRunArguments, to: 'dry-name' })).toMatchObject({
    userErrors: [],
    obstacle: null,
  });
  expect(await editing.mutate('entryRevert', { ...dryRunArguments, revision: 1 })).toMatchObject({
    userErrors: [],
    obstacle: null,
  });
  const { obstacle } = await editing.mutate('entryRetire', { ...dryRunArguments, id: idOf('topics/smuggling') });
  expect(obstacle.__typename).toBe('InUse');
  expect(await editing.store.log.head()).toBe(head);
});

test('a conflict contains the base, submitted and stored value of each conflicting field', async () => {
  const slug = await fresh('Base');
  await editing.mutate('topicSave', {
    slug,
    record: topic('Theirs', { altLabels: ['a'] }),
    expectedRevision: 1,
    publish: true,
  });
  const late = await editing.mutate('topicSave', { slug, record: topic('Yours'), expectedRevision: 1 });
  expect(late).toMatchObject({
    entry: null,
    obstacle: {
      __typename: 'Conflict',
      revision: 2,
      fields: [{ path: ['title', 'en'], base: 'Base', yours: 'Yours', theirs: 'Theirs' }],
      record: { title: { en: 'Theirs' }, altLabels: ['a'] },
      merged: { title: { en: 'Theirs' }, altLabels: ['a'] },
    },
  });
  expect(await editing.mutate('entryUnpublish', { id: idOf(`topics/${slug}`), expectedRevision: 1 })).toMatchObject({
    obstacle: {
      revision: 2,
      fields: [{ path: ['title', 'en'], base: 'Base', theirs: 'Theirs' }, { path: ['altLabels', '0'] }],
    },
  });
});

test('a save with merge is merged with changes to other fields, and conflicts on changes to the same field', async () => {
  const slug = await fresh('Base', { altLabels: ['one', 'two'] });
  const theirs = topic('Base', { definition: { en: 'Theirs' }, altLabels: ['two', 'three'] });
  await editing.mutate('topicSave', { slug, record: theirs, expectedRevision: 1, publish: true });
  const savedValues = { title: { en: 'Base', fr: 'Le mien' }, scheme: 'SUBJECT', altLabels: ['one', 'two', 'four'] };
  const merged = await editing.mutate(
    'topicSave',
    { slug, record: savedValues, expectedRevision: 1, merge: true, publish: true },
    'title title_fr: title(locale: fr) definition altLabels',
  );
  expect(merged).toMatchObject({
    revision: 3,
    entry: { title: 'Base', title_fr: 'Le mien', definition: 'Theirs', altLabels: ['two', 'three', 'four'] },
  });
  const repeated = topic('Base', { definition: { en: 'Mine' }, altLabels: ['one', 'two'] });
  expect(await editing.mutate('topicSave', { slug, record: repeated, expectedRevision: 1, merge: true })).toMatchObject(
    {
      revision: null,
      obstacle: {
        revision: 3,
        fields: [{ path: ['definition', 'en'], base: null, yours: 'Mine', theirs: 'Theirs' }],
      },
    },
  );
});

test('retiring an entry with links to it is rejected unless the argument links is set', async () => {
  const slug = await fresh('Linked');
  const child = await fresh('Child', { broader: slug });
  const rejectedRetire = await editing.mutate('entryRetire', { id: idOf(`topics/${slug}`), expectedRevision: 1 });
  expect(rejectedRetire).toMatchObject({
    entry: null,
    obstacle: { __typename: 'InUse', count: 1, usedBy: [{ path: ['broader'], entry: { slug: child } }] },
  });
  const unlinked = await editing.mutate('entryRetire', {
    id: idOf(`topics/${slug}`),
    expectedRevision: 1,
    links: 'UNLINK',
  });
  expect(unlinked).toMatchObject({ entry: { status: 'RETIRED' }, revision: 2 });
  const { data } = await editing.reader(`{ topic(slug: "${child}") { revision broader { slug } } }`);
  expect(data.topic).toEqual({ revision: 2, broader: null });
});

test('with links: RETIRE, links to a retired entry still return its title', async () => {
  const slug = await fresh('Kept');
  const child = await fresh('Child', { broader: slug });
  await editing.mutate('entryRetire', { id: idOf(`topics/${slug}`), expectedRevision: 1, links: 'RETIRE' });
  const { data } = await editing.reader(`{ topic(slug: "${child}") { broader { slug title status } } }`);
  expect(data.topic.broader).toEqual({ slug, title: 'Kept', status: 'RETIRED' });
});

test('with links: UNLINK, a required link prevents retirement unless an embedded object with the link can be removed', async () => {
  const needed = await editing.mutate('entryRetire', {
    id: idOf('organisations/agency'),
    expectedRevision: 1,
    links: 'UNLINK',
  });
  expect(needed.obstacle).toMatchObject({ __typename: 'InUse' });
  expect(needed.obstacle.usedBy).toContainEqual({ path: ['issuer'], entry: { slug: 'digital' } });

  const source = { title: { en: 'Note' }, publisherName: 'Somebody' };
  await editing.mutate('sourceSave', { slug: 'note', record: source, expectedRevision: 0, publish: true });
  const slug = await fresh('Cites', { citations: [{ source: 'note' }] });
  await editing.mutate('entryRetire', { id: idOf('sources/note'), expectedRevision: 1, links: 'UNLINK' });
  const { data } = await editing.reader(`{ topic(slug: "${slug}") { citations { source { slug } } } }`);
  expect(data.topic.citations).toEqual([]);
});

test('an entry that published entries require cannot be unpublished', async () => {
  const { obstacle } = await editing.mutate('entryUnpublish', {
    id: idOf('organisations/agency'),
    expectedRevision: 1,
  });
  expect(obstacle.__typename).toBe('InUse');
  expect((await editing.reader('{ organisation(slug: "agency") { title } }')).data.organisation).not.toBeNull();

  const source = { title: { en: 'Paper' }, publisherName: 'Somebody' };
  await editing.mutate('sourceSave', { slug: 'paper', record: source, expectedRevision: 0, publish: true });
  const slug = await fresh('Quotes', { citations: [{ source: 'paper' }] });
  const unpublish = () => editing.mutate('entryUnpublish', { id: idOf('sources/paper'), expectedRevision: 1 });
  expect((await unpublish()).obstacle).toMatchObject({
    __typename: 'InUse',
    usedBy: [{ path: ['citations', 'source'], entry: { slug } }],
  });
  // A link from a draft does not prevent unpublishing.
  await editing.mutate('entryUnpublish', { id: idOf(`topics/${slug}`), expectedRevision: 1 });
  expect(await unpublish()).toMatchObject({ obstacle: null, revision: 2 });
});

test('a renamed entry resolves by both slugs, links and drafts are updated, and its history continues', async () => {
  const slug = await fresh('Before');
  await editing.mutate('topicSave', {
    slug,
    record: topic('Before', { altLabels: ['x'] }),
    expectedRevision: 1,
    publish: true,
  });
  await editing.mutate('topicSave', { slug, record: topic('Draft of it'), expectedRevision: 2 });
  const child = await fresh('Child', { broader: slug });
  await editing.mutate('topicSave', { slug: child, record: topic('Draft', { broader: slug }), expectedRevision: 1 });

  const to = `${slug}-renamed`;
  const renamed = await editing.mutate('entryRename', {
    id: idOf(`topics/${slug}`),
    to,
    expectedRevision: 3,
    message: 'better',
  });
  expect(renamed).toMatchObject({ entry: { slug: to, status: 'DRAFT', title: 'Draft of it' }, revision: 5 });
  const titleQuery = (under: string) => `{ topic(slug: "${under}") { slug title revision } }`;
  expect((await editing.reader(titleQuery(slug))).data.topic).toEqual({ slug: to, title: 'Before', revision: 4 });
  expect((await editing.reader(titleQuery(to))).data.topic).toEqual({ slug: to, title: 'Before', revision: 4 });
  expect((await editing.preview(titleQuery(to))).data.topic).toEqual({ slug: to, title: 'Draft of it', revision: 5 });

  const narrowerQuery = `{ topic(slug: "${to}") { narrower { nodes { slug title } } history { revision slug action } } }`;
  expect((await editing.reader(narrowerQuery)).data.topic.narrower.nodes).toEqual([{ slug: child, title: 'Child' }]);
  const { data } = await editing.preview(narrowerQuery);
  expect(data.topic.narrower.nodes).toEqual([{ slug: child, title: 'Draft' }]);
  expect(data.topic.history).toEqual([
    { revision: 5, slug: to, action: 'RENAME' },
    { revision: 4, slug: to, action: 'RENAME' },
    { revision: 3, slug, action: 'SAVE' },
    { revision: 2, slug, action: 'PUBLISH' },
    { revision: 1, slug, action: 'PUBLISH' },
  ]);
  expect(
    await editing.mutate('entryRename', { id: idOf(`topics/${to}`), to: child, expectedRevision: 5 }),
  ).toMatchObject({
    userErrors: [{ code: 'SLUG_TAKEN', path: ['to'] }],
  });
  // A rename back to the first slug replaces the redirect under that slug.
  expect(
    await editing.mutate('entryRename', { id: idOf(`topics/${to}`), to: slug, expectedRevision: 5 }),
  ).toMatchObject({
    revision: 7,
  });
  expect((await editing.reader(titleQuery(to))).data.topic).toEqual({ slug, title: 'Before', revision: 6 });
});

test('an entry renamed twice resolves by each slug, and so do links to it', async () => {
  const slug = await fresh('Twice');
  await editing.mutate('entryRename', { id: idOf(`topics/${slug}`), to: `${slug}-b`, expectedRevision: 1 });
  await editing.mutate('entryRename', { id: idOf(`topics/${slug}`), to: `${slug}-c`, expectedRevision: 2 });
  for (const under of [slug, `${slug}-b`, `${slug}-c`]) {
    const { data } = await editing.reader(`{ topic(slug: "${under}") { slug title } }`);
    expect(data.topic).toEqual({ slug: `${slug}-c`, title: 'Twice' });
  }
});

test('an entry renamed while unpublished resolves by its public slugs once it is published again', async () => {
  const slug = await fresh('Away');
  const child = await fresh('Child of it', { broader: slug });
  const at = new Date().toISOString();
  await editing.mutate('topicSave', {
    slug: child,
    record: topic('Child of none'),
    expectedRevision: 1,
    publish: true,
  });
  const id = idOf(`topics/${slug}`);
  await editing.mutate('entryUnpublish', { id, expectedRevision: 1 });
  await editing.mutate('entryRename', { id, to: `${slug}-b`, expectedRevision: 2 });
  await editing.mutate('entryRename', { id, to: `${slug}-c`, expectedRevision: 3 });
  const titleQuery = `{ topic(slug: "${slug}") { slug title } }`;
  expect((await editing.reader(titleQuery)).data.topic).toBeNull();
  expect(await editing.mutate('entryPublish', { id, expectedRevision: 4 })).toMatchObject({
    revision: 5,
    entry: { slug: `${slug}-c`, status: 'PUBLISHED' },
  });
  expect((await editing.reader(titleQuery)).data.topic).toEqual({ slug: `${slug}-c`, title: 'Away' });
  expect((await editing.reader(`{ topic(slug: "${slug}-b") { slug } }`)).data.topic).toBeNull();
  const then = `{ topic(slug: "${child}", asOf: "${at}") { broader { slug } } }`;
  expect((await editing.reader(then)).data.topic).toEqual({ broader: { slug: `${slug}-c` } });
  // The id that was read before the renames is still valid.
  await editing.mutate('entryRename', { id, to: `${slug}-d`, expectedRevision: 5 });
  expect((await editing.reader(titleQuery)).data.topic).toEqual({ slug: `${slug}-d`, title: 'Away' });
  await editing.mutate('entryUnpublish', { id, expectedRevision: 6 });
  await editing.mutate('topicSave', { slug: `${slug}-d`, record: topic('Back'), expectedRevision: 7, publish: true });
  for (const under of [slug, `${slug}-c`, `${slug}-d`]) {
    const { data } = await editing.reader(`{ topic(slug: "${under}") { slug title } }`);
    expect(data.topic).toEqual({ slug: `${slug}-d`, title: 'Back' });
  }
});

test('an unpublished entry is hidden under its former slugs', async () => {
  const slug = await fresh('Secret by now');
  const id = idOf(`topics/${slug}`);
  await editing.mutate('entryRename', { id, to: `${slug}-b`, expectedRevision: 1 });
  const titleQuery = `{ topic(slug: "${slug}") { slug title status } }`;
  expect((await editing.reader(titleQuery)).data.topic).toMatchObject({ slug: `${slug}-b`, status: 'PUBLISHED' });
  await editing.mutate('entryUnpublish', { id, expectedRevision: 2 });
  expect((await editing.reader(titleQuery)).data.topic).toBeNull();
});

test('an entry that links to itself can be renamed and retired', async () => {
  const record = { title: { en: 'Report' }, publisherName: 'Somebody', citations: [{ source: 'self' }] };
  const saved = await editing.mutate('sourceSave', { slug: 'self', record, expectedRevision: 0, publish: true });
  expect(saved.revision).toBe(1);
  const renamed = await editing.mutate('entryRename', { id: idOf('sources/self'), to: 'selves', expectedRevision: 1 });
  expect(renamed.revision).toBe(2);
  const { data } = await editing.reader('{ source(slug: "selves") { citations { source { slug } } } }');
  expect(data.source!.citations).toEqual([{ source: { slug: 'selves' } }]);
  const unpublished = await editing.mutate('entryUnpublish', { id: idOf('sources/selves'), expectedRevision: 2 });
  expect(unpublished).toMatchObject({ obstacle: null, revision: 3 });
  await editing.mutate('entryPublish', { id: idOf('sources/selves'), expectedRevision: 3 });
  const retired = await editing.mutate('entryRetire', { id: idOf('sources/selves'), expectedRevision: 4 });
  expect(retired).toMatchObject({ obstacle: null, revision: 5 });
});

const CITED = [{ source: 'report-2023', locator: 'page 9' }];
const CLAIMS = [
  { statement: { en: '425 cases in 2023.' }, indicator: 'cases', area: 'groups/eu', period: '2023', value: 425 },
];

/** Records whose saves need different reads: of linked kinds, of quoted figures, or of other owners of a code. */
const WRITTEN: [string, { folder: string; slug?: string; record: object; figures?: boolean; code?: boolean }][] = [
  ['topic', { folder: 'topics', record: { scheme: 'SUBJECT', broader: 'smuggling' } }],
  [
    'trend',
    {
      folder: 'trends',
      record: {
        summary: { en: 'More of it.' },
        direction: 'RISING',
        claims: CLAIMS,
        countries: ['it', 'gr'],
        groups: ['eu'],
        routes: ['central'],
        topics: ['adverts'],
        indicators: ['cases'],
        citations: CITED,
      },
      figures: true,
    },
  ],
  [
    'event',
    {
      folder: 'events',
      record: {
        startsOn: '2024-11-20',
        mode: 'IN_PERSON',
        sessions: [{ title: { en: 'One' }, topics: ['adverts'], trends: ['adverts-rise'] }],
        organiser: 'agency',
        participantCountries: ['gr'],
        participantGroups: ['eu'],
        claims: CLAIMS,
      },
      figures: true,
    },
  ],
  [
    'country',
    {
      folder: 'countries',
      slug: 'fr',
      record: {
        alpha3: 'FRA',
        officialLanguages: ['fr'],
        cooperation: [{ type: 'NATIONAL_DESK', state: 'IN_FORCE', date: '2002', partner: 'agency', citations: CITED }],
      },
      code: true,
    },
  ],
  ['source', { folder: 'sources', record: { publisherName: 'The Agency', url: 'https://example.org/few' } }],
  [
    'leaflet',
    {
      folder: 'leaflets',
      record: {
        issuer: 'agency',
        resources: ['guide'],
        trends: ['adverts-rise'],
        topics: ['adverts'],
        countries: ['it'],
        presentedAt: ['meeting'],
        supersedes: 'digital',
        citations: [{ source: 'report-2023' }],
      },
    },
  ],
];

test.each(WRITTEN)('mutations of a %s send only the expected database commands', async (kind, run) => {
  const { folder, slug = 'few', record: more, figures = false, code = false } = run;
  const { commands } = editing.app;
  /** Returns all commands of a mutation, including the one that records the served log position. */
  const sent = async (name: string, args: Record<string, unknown>, count: number) => {
    // Without a pause, the server would treat the writes as a burst, and check whether other servers wait.
    await pause(101);
    const named = name.startsWith('entry') ? { id: idOf(`${folder}/${slug}`) } : { slug };
    const { revision } = await editing.mutate(name, { ...named, ...args });
    // The last command follows the response. An unexpected one would be counted with the next mutation.
    for (let attempt = 0; commands.length < count && attempt < 250; attempt += 1) await pause(20);
    return [revision, commands.splice(0).join(' ')];
  };
  // This query makes the server cache the token of the editor and the vintages of the quoted figures.
  await editing.preview('{ trend(slug: "adverts-rise") { claims { now } } }');
  commands.splice(0);
  const record = { ...more, title: { en: 'Few' } };
  const changed = { ...more, title: { en: 'Fewer' } };
  const [save, patch] = [`${kind}Save`, `${kind}Patch`];
  const [entryAndLinked, entry, linked, uses] = ['aggregate', 'aggregate', 'aggregate', 'aggregate'];
  const [log, publicUpdate, hidden, served] = ['insert', 'update', 'update', 'update'];
  // Quoted figures and other owners of the code are read after normalisation, together with linked entries.
  const quoted = figures || code ? ['aggregate'] : [];
  const toLinks = kind === 'source' ? [] : [linked];
  const figuresReadIn = kind === 'source' ? ['find'] : [];

  const added = [entryAndLinked, ...quoted, log, 'insert', served];
  expect(await sent(save, { record, expectedRevision: 0 }, added.length)).toEqual([1, added.join(' ')]);
  // The links of a draft are known only after it is read.
  const published = [entry, ...toLinks, log, publicUpdate, hidden, served];
  expect(await sent('entryPublish', { expectedRevision: 1 }, published.length)).toEqual([2, published.join(' ')]);
  const unchanged = [entryAndLinked, ...quoted];
  expect(await sent(save, { record, expectedRevision: 2 }, unchanged.length)).toEqual([2, unchanged.join(' ')]);
  // The fields that a patch leaves out are known only after the entry is read.
  const unpatched = [entry, ...toLinks];
  expect(await sent(patch, { changes: { title: { en: 'Few' } }, expectedRevision: 2 }, unpatched.length)).toEqual([
    2,
    unpatched.join(' '),
  ]);
  const saved = [entryAndLinked, ...quoted, log, publicUpdate, hidden, served];
  expect(await sent(save, { record: changed, expectedRevision: 2 }, saved.length)).toEqual([3, saved.join(' ')]);
  const repeated = { record, expectedRevision: 3, publish: true };
  expect(await sent(save, repeated, saved.length)).toEqual([4, saved.join(' ')]);
  const withdrawn = [entry, uses, ...figuresReadIn, log, publicUpdate, hidden, served];
  expect(await sent('entryUnpublish', { expectedRevision: 4 }, withdrawn.length)).toEqual([5, withdrawn.join(' ')]);
  expect(await sent('entryRetire', { expectedRevision: 5 }, withdrawn.length)).toEqual([6, withdrawn.join(' ')]);
  expect([saved.length, published.length].every((count) => count <= 6)).toBe(true);
  expect(withdrawn.length).toBeLessThanOrEqual(8);
});

test('an earlier revision is restored, as a draft or as the published version', async () => {
  const slug = await fresh('One');
  await editing.mutate('topicSave', { slug, record: topic('Two'), expectedRevision: 1, publish: true });
  await editing.mutate('entryRevert', { id: idOf(`topics/${slug}`), revision: 1, expectedRevision: 2 });
  expect(await readersSee(slug)).toBe('Two');
  expect((await editing.preview(`{ topic(slug: "${slug}") { title } }`)).data.topic.title).toBe('One');
  expect(
    await editing.mutate('entryRevert', {
      id: idOf(`topics/${slug}`),
      revision: 1,
      expectedRevision: 3,
      publish: true,
    }),
  ).toMatchObject({
    revision: 4,
  });
  expect(await readersSee(slug)).toBe('One');
  expect(
    await editing.mutate('entryRevert', { id: idOf(`topics/${slug}`), revision: 9, expectedRevision: 4 }),
  ).toMatchObject({
    userErrors: [{ code: 'REVISION_UNKNOWN', tip: 'its revisions are 1 to 4' }],
  });
});

test('publishing an unknown or a retired entry is rejected, and a retired entry can be reverted', async () => {
  expect(await editing.mutate('entryPublish', { id: idOf('topics/smugling'), expectedRevision: 1 })).toMatchObject({
    userErrors: [{ code: 'ENTRY_UNKNOWN', tip: 'did you mean smuggling?' }],
  });
  const slug = await fresh('Gone');
  await editing.mutate('entryRetire', { id: idOf(`topics/${slug}`), expectedRevision: 1 });
  expect(await editing.mutate('entryPublish', { id: idOf(`topics/${slug}`), expectedRevision: 2 })).toMatchObject({
    userErrors: [{ code: 'ENTRY_RETIRED' }],
  });
  expect(
    await editing.mutate('entryRevert', {
      id: idOf(`topics/${slug}`),
      revision: 1,
      expectedRevision: 2,
      publish: true,
    }),
  ).toMatchObject({
    revision: 3,
  });
  expect(await readersSee(slug)).toBe('Gone');
});

const WRITERS = process.env.LONG ? 200 : 20;

test('of many parallel saves with the same expectedRevision, exactly one succeeds', async () => {
  const slug = await fresh('Raced');
  const payloads = await Promise.all(
    Array.from({ length: WRITERS }, (_none, writer) =>
      editing.mutate('topicSave', { slug, record: topic(`Writer ${writer}`), expectedRevision: 1, publish: true }),
    ),
  );
  const revisionsWritten = payloads.filter(({ revision }) => revision !== null);
  expect(revisionsWritten).toHaveLength(1);
  expect(payloads.filter(({ obstacle }) => obstacle?.__typename === 'Conflict')).toHaveLength(WRITERS - 1);
  expect(await readersSee(slug)).toBe(revisionsWritten[0]!.entry.title);
});

test('after parallel saves of one entry, its history contains every acknowledged save', async () => {
  const slug = await fresh('Contested');
  const write = async (writer: number): Promise<number> => {
    for (;;) {
      const { data } = await editing.editor(`{ topic(slug: "${slug}") { revision altLabels } }`);
      const { revision, altLabels } = data.topic as { revision: number; altLabels: string[] };
      const record = topic('Contested', { altLabels: [...altLabels, `label ${writer}`].slice(-90) });
      const payload = await editing.mutate('topicSave', {
        slug,
        record,
        expectedRevision: revision,
        publish: true,
        message: `writer ${writer}`,
      });
      if (payload.revision !== null) return payload.revision;
      expect(payload.obstacle.__typename).toBe('Conflict');
    }
  };
  const writers = process.env.LONG ? 60 : 8;
  const revisions = await Promise.all(Array.from({ length: writers }, (_none, writer) => write(writer)));
  expect([...revisions].sort((a, b) => a - b)).toEqual(Array.from({ length: writers }, (_none, index) => index + 2));
  const storedRevisions = await editing.store.log.revisionsAt(
    revisions.map((revision) => ({ kind: 'Topic', slug, revision })),
  );
  expect(storedRevisions.map((state) => state!.message)).toEqual(
    revisions.map((_revision, writer) => `writer ${writer}`),
  );
});

test('many parallel saves with merge all succeed, and all their changes are stored', async () => {
  const slug = await fresh('Merged', { altLabels: [] });
  const payloads = await Promise.all(
    Array.from({ length: WRITERS }, (_none, writer) =>
      editing.mutate('topicSave', {
        slug,
        record: topic('Merged', { altLabels: [`label ${writer}`] }),
        expectedRevision: 1,
        publish: true,
        merge: true,
      }),
    ),
  );
  expect(
    payloads.map(({ userErrors, obstacle }) => [userErrors, obstacle]).filter(([a, b]) => a.length > 0 || b),
  ).toEqual([]);
  expect(new Set(payloads.map(({ revision }) => revision)).size).toBe(WRITERS);
  const { data } = await editing.reader(`{ topic(slug: "${slug}") { revision altLabels } }`);
  expect(data.topic.revision).toBe(WRITERS + 1);
  expect(data.topic.altLabels).toHaveLength(WRITERS);
});
