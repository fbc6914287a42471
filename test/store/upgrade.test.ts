import { setTimeout as pause } from 'node:timers/promises';
import { type Db, MongoClient } from 'mongodb';
import type { Kind, Model } from '../../src/model/model.js';
import { PREVIEW_VIEW } from '../../src/model/visibility.js';
import type { Store } from '../../src/store/store.js';
import { batch, nextChange, slugsOf, TestStores, topic } from './test-stores.js';

const bench = new TestStores();
const clients: MongoClient[] = [];
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await bench.close();
});

/** Returns the model with the given kinds instead of its own. */
function withKinds(kinds: readonly Kind[]): Model {
  const { model } = bench;
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  return { ...model, kinds, kind: (name) => byName.get(name)!, shape: (name) => byName.get(name) ?? model.shape(name) };
}

/** Returns the model with topics renamed to themes. */
function withThemes(): Model {
  const rename = (name: string) => (name === 'Topic' ? 'Theme' : name);
  const kinds = bench.model.kinds.map((kind) => ({
    ...kind,
    name: rename(kind.name),
    formerName: kind.name === 'Topic' ? 'Topic' : kind.formerName,
    fields: kind.fields.map((field) => {
      const { type, link } = field;
      if (!link) return field;
      const members = link.members.map(rename);
      return { ...field, type: rename(type), link: { ...link, target: rename(link.target), members } };
    }),
    inverses: kind.inverses.map((inverse) => ({
      ...inverse,
      origins: inverse.origins.map((origin) => ({ ...origin, kind: rename(origin.kind) })),
    })),
  }));
  return withKinds(kinds);
}

/** An older model in which topics had no filter by scheme. */
const older = withKinds(
  bench.model.kinds.map((kind) => ({
    ...kind,
    fields: kind.fields.map((field) => (field.name === 'scheme' ? { ...field, filter: false, facet: false } : field)),
  })),
);
const bySubject = { filter: { scheme: { eq: 'SUBJECT' } } };

async function raw(name: string): Promise<Db> {
  const { uri, database } = await bench.addressOf(name);
  const client = await MongoClient.connect(uri);
  clients.push(client);
  return client.db(database);
}

async function indexNames(db: Db): Promise<string[]> {
  return (await db.collection('topics').indexes()).map((index) => String(index.name));
}

async function caughtUp(store: Store, sequence: number): Promise<void> {
  while (store.log.feedState().sequence < sequence) await pause(10);
}

test('a newer server reads the writes of an older server that runs at the same time', async () => {
  const name = 'beside';
  const old = await bench.open({ name, model: older });
  await old.log.commit(batch(topic('a')));
  const newer = await bench.open({ name, pollMs: 20 });
  const end = newer.log.follow(() => {});
  const draft = topic('b', {}, { status: 'DRAFT' });
  await old.log.commit(batch(draft, topic('c')));
  await old.log.commit(batch(nextChange(draft, 'PUBLISH', 'PUBLISHED')));
  await caughtUp(newer, 3);
  end();
  expect(await slugsOf(newer, 'Topic', bySubject)).toEqual(['a', 'b', 'c']);
});

test('a newer server reads the writes of an older server that ran before; a restarted older server drops no newer index', async () => {
  const name = 'between';
  const db = await raw(name);
  const first = await bench.open({ name, model: older });
  await first.log.commit(batch(topic('a')));
  const renewed = await bench.open({ name });
  await renewed.log.commit(batch(topic('b')));
  await Promise.all([first.close(), renewed.close()]);
  const before = await indexNames(db);
  expect(before).toContain('find.scheme');
  const reopened = await bench.open({ name, model: older });
  await reopened.log.commit(batch(topic('c'), nextChange(topic('a'), 'SAVE', 'PUBLISHED')));
  expect(await indexNames(db)).toEqual(before);
  expect(await slugsOf(reopened, 'Topic')).toEqual(['a', 'b', 'c']);
  await reopened.close();
  expect(await slugsOf(await bench.open({ name }), 'Topic', bySubject)).toEqual(['a', 'b', 'c']);
});

test('a server that returns to an earlier document schema finds the entries written in between', async () => {
  const name = 'back';
  const write = async (model: Model, slug: string) => {
    const store = await bench.open({ name, model });
    await store.log.commit(batch(topic(slug)));
    const found = model === older ? [] : await slugsOf(store, 'Topic', bySubject);
    await store.close();
    return found;
  };
  await write(bench.model, 'a');
  await write(older, 'b');
  await write(older, 'c');
  expect(await write(bench.model, 'd')).toEqual(['a', 'b', 'c', 'd']);
  expect(await indexNames(await raw(name))).toContain('find.scheme');
});

test('indexes that the document schema of a server lacks are dropped when the server starts for the second time', async () => {
  const name = 'dropped';
  const db = await raw(name);
  await (await bench.open({ name })).close();
  await (await bench.open({ name, model: older })).close();
  expect(await indexNames(db)).toContain('find.scheme');
  await (await bench.open({ name, model: older })).close();
  expect(await indexNames(db)).not.toContain('find.scheme');
});

test('every document lists the versions of the document schema that it conforms to', async () => {
  const name = 'said';
  const db = await raw(name);
  const forms = async () => {
    const found = await db.collection('topics').find().sort({ _id: 1 }).toArray();
    return found.map(({ _id, forms: shapedBy }) => `${String(_id)} ${shapedBy}`);
  };
  const old = await bench.open({ name, model: older });
  await old.log.commit(batch(topic('a')));
  expect(await forms()).toEqual(['a 1']);
  await bench.open({ name });
  await old.log.commit(batch(topic('b')));
  expect(await forms()).toEqual(['a 1,2', 'b 1']);
  expect((await db.collection<{ _id: string; forms: string[] }>('state').findOne({ _id: 'form' }))!.forms).toHaveLength(
    2,
  );
});

test('an older server ignores a kind that it does not know, and the newer one serves it', async () => {
  const name = 'unknown-kind';
  const db = await raw(name);
  const knowing = await bench.open({ name });
  await knowing.log.commit(batch(topic('a')));
  await knowing.close();
  // A batch whose writer stopped before the projection.
  const log = db.collection<{ _id: number; entries: Record<string, unknown>[] }>('changes');
  const [written] = (await log.findOne({ _id: 1 }))!.entries;
  const entry = { ...written, kind: 'Question', slug: 'q', key: 'Question/q/1', record: { title: { en: 'q' } } };
  await log.insertOne({ ...(await log.findOne({ _id: 1 }))!, _id: 2, entries: [entry] });
  const other = withKinds(bench.model.kinds.filter((kind) => kind.name !== 'Question'));
  const passing = await bench.open({ name, model: other });
  expect(await passing.log.changesAfter(1, 10)).toMatchObject([{ sequence: 2, entries: [] }]);
  await passing.log.commit(batch(topic('b')));
  await passing.close();
  const reopened = await bench.open({ name });
  expect(await slugsOf(reopened, 'Question')).toEqual(['q']);
  expect(await slugsOf(reopened, 'Topic')).toEqual(['a', 'b']);
});

test('a kind whose folder contains entries of another kind is rejected, and the error suggests @renamed', async () => {
  const name = 'renamed';
  const store = await bench.open({ name });
  await store.log.commit(batch(topic('a')));
  const renamed = withKinds(
    bench.model.kinds.map((kind) => (kind.name === 'Topic' ? { ...kind, name: 'Theme' } : kind)),
  );
  await expect(bench.open({ name, model: renamed })).rejects.toMatchObject({
    code: 'MODEL_INVALID',
    message: expect.stringMatching(
      /^The folder "topics" of Theme contains entries of Topic .* @renamed\(from: "Topic"\)/,
    ),
  });
});

test('a renamed kind has its entries, history, drafts and schedules, and its former model still opens', async () => {
  const name = 'renamed-declared';
  const before = await bench.open({ name });
  const draft = topic('b', {}, { status: 'DRAFT' });
  await before.log.commit(batch(topic('a'), draft));
  const schedule = {
    kind: 'Topic',
    slug: 'b',
    revision: 1,
    at: new Date('2031-05-01'),
    author: 'A',
    message: '',
    problem: null,
  };
  await before.schedules.put(schedule);
  await before.close();

  const model = withThemes();
  const after = await bench.open({ name, model });
  const theme = { ...topic('a', {}, { expectedRevision: 1 }), kind: 'Theme' };
  expect(await after.log.commit(batch(theme))).toMatchObject({
    committed: true,
    entries: [{ kind: 'Theme', revision: 2 }],
  });
  expect(await after.log.commit(batch(theme))).toMatchObject({ committed: false, conflicts: [{ kind: 'Theme' }] });
  expect(await after.entries.currentStates([{ kind: 'Theme', slug: 'b' }])).toMatchObject([
    { kind: 'Theme', slug: 'b' },
  ]);
  expect(await slugsOf(after, 'Theme', {}, PREVIEW_VIEW)).toEqual(['a', 'b']);
  expect((await after.log.revisions('Theme', 'a', 9)).map(({ kind, revision }) => [kind, revision])).toEqual([
    ['Theme', 2],
    ['Theme', 1],
  ]);
  expect(await after.log.changesAfter(0, 9)).toMatchObject([
    {
      entries: [
        { kind: 'Theme', slug: 'a' },
        { kind: 'Theme', slug: 'b' },
      ],
    },
    { entries: [{ kind: 'Theme', slug: 'a' }] },
  ]);
  expect(await after.schedules.byKeys([{ kind: 'Theme', slug: 'b' }])).toEqual([{ ...schedule, kind: 'Theme' }]);
  expect(await after.schedules.remove('Theme', 'b')).toBe(true);
  expect(await after.unknownKinds()).toEqual([]);
  await after.close();

  const reopened = await bench.open({ name });
  expect((await reopened.log.revisions('Topic', 'a', 9)).map(({ revision }) => revision)).toEqual([2, 1]);
  expect(await slugsOf(reopened, 'Topic')).toEqual(['a']);
});

test('former slugs of servers that did not store them are found through redirects', async () => {
  const name = 'former';
  const db = await raw(name);
  const store = await bench.open({ name, model: older });
  const born = topic('first');
  const renamed = (from: string, to: string, revision: number) =>
    batch(
      { ...topic(to), action: 'RENAME', movedFrom: from },
      { ...topic(from), action: 'RENAME', expectedRevision: revision, status: 'RETIRED', movedTo: to },
    );
  await store.log.commit(batch(born));
  await store.log.commit(renamed('first', 'second', 1));
  await store.log.commit(renamed('second', 'third', 2));
  const former = async (of: Store) => (await of.entries.currentStates([{ kind: 'Topic', slug: 'third' }]))[0]!.formerly;
  expect(await former(store)).toEqual(['first', 'second']);
  await store.close();

  // Removes the former slugs, which the previous version did not store.
  const log = db.collection<{ _id: number; entries: { formerly?: string[] }[] }>('changes');
  for (const { _id, entries } of await log.find().toArray()) {
    const before = entries.map(({ formerly: _formerly, ...entry }) => entry);
    await log.updateOne({ _id }, { $set: { entries: before } });
  }
  for (const each of ['topics', 'topics.drafts']) {
    await db.collection(each).updateMany({}, { $unset: { formerly: '' } });
  }
  const upgraded = await bench.open({ name });
  expect(await former(upgraded)).toEqual(['first', 'second']);
  // An older server writes the entry again.
  const last = (await log.find().sort({ _id: -1 }).limit(1).toArray())[0]!;
  const entry = { ...last.entries[0]!, key: 'Topic/third/4', revision: 4, action: 'SAVE', before: 'PUBLISHED' };
  await log.insertOne({ ...last, _id: last._id + 1, entries: [entry] });
  await upgraded.log.commit(batch(topic('other')));
  expect((await upgraded.entries.currentStates([{ kind: 'Topic', slug: 'third' }]))[0]).toMatchObject({
    revision: 4,
    formerly: ['first', 'second'],
  });
  await upgraded.close();
  const rebuilt = await bench.openRebuilt(name);
  expect(await former(rebuilt)).toEqual(['first', 'second']);
});
