import { PREVIEW_VIEW, PUBLIC_VIEW, type View } from '../../src/model/visibility.js';
import { batch, entry, ALL_ENTRIES_QUERY, nextChange, slugsOf, TestStores, topic } from './test-stores.js';

const bench = new TestStores();
afterAll(() => bench.close());

test('a new entry has revision 1, and is read as written', async () => {
  const store = await bench.open();
  const result = await store.log.commit(batch(topic('smuggling', { title: { en: 'Smuggling', fr: 'Trafic' } })));
  expect(result).toMatchObject({ committed: true, sequence: 1 });
  const [found, missing] = await store.entries.bySlug('Topic', ['smuggling', 'nothing'], null, PUBLIC_VIEW);
  expect(missing).toBeNull();
  expect(found).toMatchObject({
    kind: 'Topic',
    slug: 'smuggling',
    revision: 1,
    status: 'PUBLISHED',
    originalLocale: 'en',
    movedTo: null,
    textRevisions: { title: { en: 1, fr: 1 } },
    record: { title: { en: 'Smuggling', fr: 'Trafic' }, scheme: 'SUBJECT' },
  });
  expect(found!.createdAt).toEqual(found!.updatedAt);
  expect(found!.createdAt).toEqual(found!.publishedAt);
});

test('only the selected fields of an entry are read', async () => {
  const store = await bench.open();
  await store.log.commit(batch(topic('a', { definition: { en: 'long' } })));
  const [found] = await store.entries.bySlug('Topic', ['a'], ['title'], PUBLIC_VIEW);
  expect(found!.record).toEqual({ title: { en: 'a' } });
  expect((await store.entries.bySlug('Topic', ['a'], [], PUBLIC_VIEW))[0]!.record).toEqual({});
});

test('each text of an entry has the revision of its last change, also in lists of objects', async () => {
  const store = await bench.open();
  const sessions = [{ title: { en: 'One', fr: 'Un' }, summary: null, topics: [], trends: [] }];
  const first = entry('Event', 'meeting', { summary: { en: 'Short' }, sessions });
  await store.log.commit(batch(first));
  const changed = [{ ...sessions[0], title: { en: 'First', fr: 'Un' } }];
  await store.log.commit(batch(nextChange(first, 'SAVE', 'PUBLISHED', { sessions: changed })));
  const [found] = await store.entries.bySlug('Event', ['meeting'], null, PUBLIC_VIEW);
  expect(found!.textRevisions).toEqual({
    title: { en: 1 },
    summary: { en: 1 },
    'sessions.0.title': { en: 2, fr: 1 },
  });
});

test('a stale revision is rejected, and nothing of its batch is written', async () => {
  const store = await bench.open();
  const first = topic('a');
  await store.log.commit(batch(first));
  await store.log.commit(batch(nextChange(first, 'SAVE', 'PUBLISHED')));
  const stale = nextChange(first, 'SAVE', 'PUBLISHED', { title: { en: 'stale' } });
  expect(await store.log.commit(batch(topic('b'), stale))).toEqual({
    committed: false,
    conflicts: [{ kind: 'Topic', slug: 'a', expectedRevision: 1, revision: 2 }],
  });
  expect(await slugsOf(store, 'Topic')).toEqual(['a']);
  expect(await store.log.head()).toBe(2);
});

test('a commit with an existing slug or a future revision is a conflict', async () => {
  const store = await bench.open();
  await store.log.commit(batch(topic('a')));
  expect(await store.log.commit(batch(topic('a')))).toEqual({
    committed: false,
    conflicts: [{ kind: 'Topic', slug: 'a', expectedRevision: 0, revision: 1 }],
  });
  expect(await store.log.commit(batch(topic('a', {}, { expectedRevision: 4 })))).toEqual({
    committed: false,
    conflicts: [{ kind: 'Topic', slug: 'a', expectedRevision: 4, revision: 1 }],
  });
});

test('of many concurrent writers in two stores, one succeeds for each revision of an entry', async () => {
  const stores = [await bench.open({ name: 'race' }), await bench.open({ name: 'race' })];
  await stores[0]!.log.commit(batch(topic('a')));
  const write = async (writer: number) => {
    let won = 0;
    let expectedRevision = 1;
    while (won < 5) {
      const change = topic('a', { title: { en: `${writer}-${won}` } }, { expectedRevision });
      const result = await stores[writer % 2]!.log.commit(batch(change));
      if (result.committed) won++;
      expectedRevision = result.committed ? expectedRevision + 1 : result.conflicts[0]!.revision;
    }
  };
  await Promise.all(Array.from({ length: 6 }, (_none, writer) => write(writer)));
  const revisions = await stores[1]!.log.revisions('Topic', 'a', 100);
  expect(revisions.map(({ revision }) => revision)).toEqual(Array.from({ length: 31 }, (_none, index) => 31 - index));
  const titles = revisions.map(({ record }) => (record.title as { en: string }).en);
  expect(new Set(titles).size).toBe(31);
  expect(await stores[0]!.log.head()).toBe(31);
  expect((await stores[0]!.entries.bySlug('Topic', ['a'], null, PUBLIC_VIEW))[0]!.record.title).toEqual({
    en: titles[0],
  });
});

test('a change based on a read needs no other read, and preserves dates and revisions of texts', async () => {
  const commands: string[] = [];
  const store = await bench.open({ onCommand: (name) => commands.push(name) });
  const first = topic('a', { title: { en: 'One', fr: 'Un' } });
  await store.log.commit(batch(first));
  await store.log.commit(batch(nextChange(first, 'SAVE', 'DRAFT', { title: { en: 'Draft', fr: 'Un' } })));
  const schedule = { kind: 'Topic', slug: 'a', revision: 2, at: new Date(), author: '', message: '', problem: null };
  await store.schedules.put(schedule);
  commands.length = 0;
  const keys = ['a', 'new'].map((slug) => ({ kind: 'Topic', slug }));
  const { log, entries } = await store.entries.readStatesBeforeWrite([...keys, { kind: 'Route', slug: 'r' }]);
  expect(commands).toEqual(['aggregate']);
  const [a, ...others] = entries;
  expect([a!.published!.revision, a!.newest!.revision, a!.schedule]).toEqual([1, 2, schedule]);
  const emptyTable = { published: null, newest: null, schedule: null };
  expect(others).toEqual([emptyTable, emptyTable]);

  const basis = { log, newestStates: new Map([['Topic/a', a!.newest] as const, ['Topic/new', null] as const]) };
  const third = topic('a', { title: { en: 'Three', fr: 'Un' } }, { expectedRevision: 2 });
  const result = await store.log.commit({ ...batch(third, topic('new')), basis });
  const writtenEntries = await store.entries.currentStates(keys);
  expect(result).toMatchObject({ committed: true, entries: writtenEntries });
  expect(writtenEntries[0]).toMatchObject({
    createdAt: a!.newest!.createdAt,
    publishedAt: a!.newest!.publishedAt,
    textRevisions: { title: { en: 3, fr: 1 } },
  });
  expect(commands.filter((name) => name === 'find')).toEqual([]);
});

test('a writer with a stale read gets a conflict', async () => {
  const stores = [await bench.open({ name: 'overtaken' }), await bench.open({ name: 'overtaken' })];
  const first = topic('a');
  await stores[0]!.log.commit(batch(first));
  const { log, entries } = await stores[0]!.entries.readStatesBeforeWrite([{ kind: 'Topic', slug: 'a' }]);
  const basis = { log, newestStates: new Map([['Topic/a', entries[0]!.newest] as const, ['Topic/b', null] as const]) };
  const changes = [nextChange(first, 'SAVE', 'PUBLISHED'), topic('b')];
  for (const change of changes) await stores[1]!.log.commit(batch(change));
  const commitResults = await Promise.all(changes.map((change) => stores[0]!.log.commit({ ...batch(change), basis })));
  expect(commitResults).toEqual([
    { committed: false, conflicts: [{ kind: 'Topic', slug: 'a', expectedRevision: 1, revision: 2 }] },
    { committed: false, conflicts: [{ kind: 'Topic', slug: 'b', expectedRevision: 0, revision: 1 }] },
  ]);
});

test('writers of different entries in two processes all succeed', async () => {
  const stores = [await bench.open({ name: 'both' }), await bench.open({ name: 'both' })];
  const results = await Promise.all(
    Array.from({ length: 20 }, (_none, index) => stores[index % 2]!.log.commit(batch(topic(`t-${index}`)))),
  );
  expect(results.every(({ committed }) => committed)).toBe(true);
  expect(await slugsOf(stores[0]!, 'Topic')).toHaveLength(20);
  expect((await stores[0]!.log.changesAfter(0, 100)).map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 20 }, (_none, index) => index + 1),
  );
});

test('a draft of a published entry is visible only in previews', async () => {
  const store = await bench.open();
  const first = topic('a', { title: { en: 'Public' } });
  const draft = nextChange(first, 'SAVE', 'DRAFT', { title: { en: 'Secret' } });
  await store.log.commit(batch(first));
  await store.log.commit(batch(draft));
  const titles = async (view = PUBLIC_VIEW) =>
    (await store.entries.bySlug('Topic', ['a'], null, view))[0]!.record.title;
  expect(await titles()).toEqual({ en: 'Public' });
  expect(await titles(PREVIEW_VIEW)).toEqual({ en: 'Secret' });
  const secret = { filter: { title: { eq: 'secret' } } };
  expect(await slugsOf(store, 'Topic', secret)).toEqual([]);
  expect(await slugsOf(store, 'Topic', secret, PREVIEW_VIEW)).toEqual(['a']);
  expect(await slugsOf(store, 'Topic', { filter: { title: { eq: 'public' } } }, PREVIEW_VIEW)).toEqual([]);

  await store.log.commit(batch(nextChange(draft, 'PUBLISH', 'PUBLISHED')));
  expect(await titles()).toEqual({ en: 'Secret' });
  expect(await slugsOf(store, 'Topic', {}, PREVIEW_VIEW)).toEqual(['a']);
});

test('an unpublished entry is hidden from the public, and returns when it is published again', async () => {
  const store = await bench.open();
  const first = topic('a');
  const back = nextChange(first, 'UNPUBLISH', 'DRAFT');
  await store.log.commit(batch(first));
  const publishedAt = (await store.entries.currentStates([{ kind: 'Topic', slug: 'a' }]))[0]!.publishedAt;
  await store.log.commit(batch(back));
  expect(await store.entries.bySlug('Topic', ['a'], null, PUBLIC_VIEW)).toEqual([null]);
  expect(await slugsOf(store, 'Topic')).toEqual([]);
  expect(await slugsOf(store, 'Topic', {}, PREVIEW_VIEW)).toEqual(['a']);
  await store.log.commit(batch(nextChange(back, 'PUBLISH', 'PUBLISHED')));
  const [found] = await store.entries.bySlug('Topic', ['a'], null, PUBLIC_VIEW);
  expect(found).toMatchObject({ revision: 3, publishedAt });
});

test('readers see only name and replacement of a retired entry, in no list; writers see the complete entry', async () => {
  const store = await bench.open();
  const first = topic('old', { title: { en: 'Old' }, definition: { en: 'What it was' } });
  const child = topic('child', { broader: 'old' });
  await store.log.commit(batch(first, child));
  const retired = { ...nextChange(first, 'RENAME', 'RETIRED'), movedTo: 'new' };
  await store.log.commit(batch(retired, topic('new')));
  const [stub] = await store.entries.bySlug('Topic', ['old'], null, PUBLIC_VIEW);
  expect(stub).toMatchObject({ status: 'RETIRED', movedTo: 'new', revision: 2, record: { title: { en: 'Old' } } });
  expect(Object.keys(stub!.record)).toEqual(['title']);
  expect(await slugsOf(store, 'Topic')).toEqual(['child', 'new']);
  expect(await slugsOf(store, 'Topic', {}, PREVIEW_VIEW)).toEqual(['child', 'new']);
  expect(await slugsOf(store, 'Topic', { filter: { broader: { slug: { eq: 'old' } } } })).toEqual([]);
  expect(await slugsOf(store, 'Topic', { filter: { broader: { exists: true } } })).toEqual(['child']);
  const [retiredEntry] = await store.entries.currentStates([{ kind: 'Topic', slug: 'old' }]);
  expect(retiredEntry!.record.definition).toEqual({ en: 'What it was' });

  await store.log.commit(batch(nextChange(retired, 'REVERT', 'PUBLISHED')));
  expect(await slugsOf(store, 'Topic')).toEqual(['child', 'new', 'old']);
});

test('the name of a draft is hidden when its entry is retired', async () => {
  const store = await bench.open();
  const first = topic('a', { title: { en: 'Public' } });
  const draft = nextChange(first, 'SAVE', 'DRAFT', { title: { en: 'Secret' } });
  const hidden = topic('b', { title: { en: 'Never shown' } }, { status: 'DRAFT' });
  await store.log.commit(batch(first, hidden));
  await store.log.commit(batch(draft));
  await store.log.commit(batch(nextChange(draft, 'RETIRE', 'RETIRED'), nextChange(hidden, 'RETIRE', 'RETIRED')));
  const [stub, nothing] = await store.entries.bySlug('Topic', ['a', 'b'], null, PUBLIC_VIEW);
  expect(stub!.record).toEqual({ title: { en: 'Public' } });
  expect(nothing).toBeNull();
  expect((await store.entries.currentStates([{ kind: 'Topic', slug: 'b' }]))[0]!.status).toBe('RETIRED');
});

test('facets count neither drafts nor links to retired entries', async () => {
  const store = await bench.open();
  const retired = topic('gone');
  const resource = { resourceType: 'REPORT', topics: ['gone', 'stays', 'draft'] };
  await store.log.commit(
    batch(retired, topic('stays'), topic('draft', {}, { status: 'DRAFT' }), entry('Resource', 'r', resource)),
  );
  await store.log.commit(batch(nextChange(retired, 'RETIRE', 'RETIRED')));
  const selection = { nodes: false, fields: null, totalCount: false, facets: [{ path: ['topics'], first: 10 }] };
  const query = { ...ALL_ENTRIES_QUERY, selection };
  expect((await store.entries.page('Resource', query, PUBLIC_VIEW)).facets.get('topics')).toEqual([
    { value: 'stays', count: 1 },
  ]);
  expect((await store.entries.page('Resource', query, PREVIEW_VIEW)).facets.get('topics')).toEqual([
    { value: 'draft', count: 1 },
    { value: 'stays', count: 1 },
  ]);
});

test('all() returns the latest state of every entry, by slug', async () => {
  const store = await bench.open();
  const [b, c] = [topic('b'), topic('c')];
  await store.log.commit(batch(topic('a'), b, c, topic('d', {}, { status: 'DRAFT' })));
  await store.log.commit(batch(nextChange(b, 'SAVE', 'DRAFT'), nextChange(c, 'RETIRE', 'RETIRED')));
  const found: string[] = [];
  for await (const { slug, status, revision } of store.entries.all('Topic'))
    found.push(`${slug} ${status} ${revision}`);
  expect(found).toEqual(['a PUBLISHED 1', 'b DRAFT 2', 'c RETIRED 2', 'd DRAFT 1']);
});

test('usedBy() returns the fields by which published entries and drafts link', async () => {
  const commands: string[] = [];
  const store = await bench.open({ onCommand: (name) => commands.push(name) });
  const session = { title: { en: 'One' }, summary: null, topics: ['x'], trends: [] };
  const event = entry('Event', 'meeting', { sessions: [session, session], topics: ['x'] });
  await store.log.commit(
    batch(topic('x'), topic('y', { broader: 'x' }, { status: 'DRAFT' }), event, entry('Route', 'r')),
  );
  await store.log.commit(batch(nextChange(event, 'SAVE', 'DRAFT', { topics: [] })));
  commands.length = 0;
  const used = await store.entries.usedBy({ kind: 'Topic', slug: 'x' }, 10);
  expect(commands).toEqual(['aggregate']);
  expect(used.map(({ kind, slug, path }) => `${kind}/${slug} ${path}`).sort()).toEqual([
    'Event/meeting sessions.topics',
    'Event/meeting topics',
    'Topic/y broader',
  ]);
  expect(used.filter(({ published }) => published).map(({ kind }) => kind)).toEqual(['Event', 'Event']);
  expect(await store.entries.usedBy({ kind: 'Topic', slug: 'x' }, 1)).toHaveLength(1);
  expect(await store.entries.usedBy({ kind: 'Topic', slug: 'y' }, 10)).toEqual([]);
});

test('keysBy() finds entries of several kinds by the values of a field', async () => {
  const store = await bench.open();
  const groups = ['eu', 'eu-plus', 'eu-too'].map((slug) => entry('CountryGroup', slug, { code: 'EU' }));
  const plus = nextChange(groups[1]!, 'SAVE', 'DRAFT', { code: 'EU_PLUS' });
  await store.log.commit(batch(...groups, entry('Route', 'r', { code: 'EU' }), entry('Route', 's', { code: 'XX' })));
  await store.log.commit(batch(plus));
  const fields = ['CountryGroup', 'Route'].map((kind) => ({ kind, path: ['code'] }));
  const keys = async (view: View) => {
    const found = await store.entries.keysBy(fields, 'EU', view);
    return found.map(({ kind, slug }) => `${kind}/${slug}`).sort();
  };
  expect(await keys(PUBLIC_VIEW)).toEqual([
    'CountryGroup/eu',
    'CountryGroup/eu-plus',
    'CountryGroup/eu-too',
    'Route/r',
  ]);
  expect(await keys(PREVIEW_VIEW)).toEqual(['CountryGroup/eu', 'CountryGroup/eu-too', 'Route/r']);
});

test('a batch that is too large for one log document is split between entries, and the result has the number of parts', async () => {
  const store = await bench.open();
  const text = 'x'.repeat(6_000_000);
  const entries = ['a', 'b', 'c'].map((slug) => topic(slug, { definition: { en: text } }));
  expect(await store.log.commit(batch(...entries))).toMatchObject({ committed: true, sequence: 2, parts: 2 });
  expect(await slugsOf(store, 'Topic')).toEqual(['a', 'b', 'c']);
});
