import { type Db, type Document, Long, MongoClient, ObjectId } from 'mongodb';
import { LOG_FORMAT } from '../../src/store/log/log-document.js';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import { batch, entry, ALL_ENTRIES_QUERY, nextChange, slugsOf, TestStores, topic } from './test-stores.js';
import { casesVintage } from './interrupted-batches.js';

/**
 * The fields that a log document may contain, by the format that introduced them. A change here needs a higher FORMAT
 * in log-document.ts, unless earlier servers may ignore it; then only this list changes.
 */
const SHAPE: Record<number, string[]> = {
  3: [
    '_id: number',
    'at: Date',
    'author: string',
    'entries[].about: TOKENS',
    'entries[].about: TRUSTED',
    'entries[].action: PUBLISH',
    'entries[].action: RENAME',
    'entries[].action: RETIRE',
    'entries[].action: REVERT',
    'entries[].action: SAVE',
    'entries[].action: SEED',
    'entries[].action: UNPUBLISH',
    'entries[].altered: object',
    'entries[].before: null',
    'entries[].before: string',
    'entries[].createdAt: Date',
    'entries[].edition._id: ObjectId',
    'entries[].edition.coverage.areas[]: string',
    'entries[].edition.coverage.from: string',
    'entries[].edition.coverage.missing: number',
    'entries[].edition.coverage.reported: number',
    'entries[].edition.coverage.series: number',
    'entries[].edition.coverage.to: string',
    'entries[].edition.digest: string',
    'entries[].edition.indicator: string',
    'entries[].edition.isEarlier: boolean',
    'entries[].edition.latest.areas[]: string',
    'entries[].edition.latest.period: string',
    'entries[].edition.latest.points.note.same: null',
    'entries[].edition.latest.points.source.same: null',
    'entries[].edition.latest.points.state.same: string',
    'entries[].edition.latest.points.value.each[]: number',
    'entries[].edition.latest.points.value.same: number',
    'entries[].edition.number: number',
    'entries[].edition.vintage: Date',
    'entries[].figures.from: string',
    'entries[].figures.to: string',
    'entries[].formerly[]: string',
    'entries[].key: string',
    'entries[].kind: string',
    'entries[].movedFrom: string',
    'entries[].movedTo: null',
    'entries[].movedTo: string',
    'entries[].originalLocale: string',
    'entries[].publishedAt: Date',
    'entries[].record: object',
    'entries[].replaced[]: ObjectId',
    'entries[].revision: number',
    'entries[].slug: string',
    'entries[].status: DRAFT',
    'entries[].status: PUBLISHED',
    'entries[].status: RETIRED',
    'entries[].textRevisions.title.en: number',
    'entries[].updatedAt: Date',
    'format: number',
    'message: string',
  ],
};

const bench = new TestStores();
afterAll(() => bench.close());

async function withDatabase<T>(name: string, use: (db: Db) => Promise<T>): Promise<T> {
  const { uri, database } = await bench.addressOf(name);
  const client = await MongoClient.connect(uri);
  try {
    return await use(client.db(database));
  } finally {
    await client.close();
  }
}

const logOf = (db: Db) => db.collection<{ _id: number } & Document>('changes');

/**
 * Returns the paths of a document below `at`, with the types of their values. Records and breakdowns are data, so their
 * content is left out.
 */
function shapeOf(value: unknown, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => shapeOf(each, `${at}[]`));
  if (value instanceof Date || value instanceof ObjectId || value instanceof Long)
    return [`${at}: ${value.constructor.name}`];
  if (/\.(record|altered|titles)$/.test(at)) return [`${at}: object`];
  if (/\.(action|status|about)$/.test(at)) return [`${at}: ${String(value)}`];
  if (value === null || typeof value !== 'object') return [`${at}: ${value === null ? 'null' : typeof value}`];
  return Object.entries(value).flatMap(([name, part]) => shapeOf(part, at === '' ? name : `${at}.${name}`));
}

test('log documents match the recorded log format', async () => {
  const name = 'shape';
  const store = await bench.open({ name });
  const a = topic('a');
  const b = topic('b');
  const old = entry('Indicator', 'cases');
  await store.log.commit({ ...batch(a, b, { ...topic('c'), action: 'SEED' }, old), vintages: [casesVintage(1, 2)] });
  await store.log.commit({ ...batch(), vintages: [casesVintage(1), { ...casesVintage(3), earlier: '2016' }] });
  await store.log.commit(batch(nextChange(a, 'SAVE', 'DRAFT', { title: { en: 'Draft' } })));
  await store.log.commit(batch(nextChange({ ...a, expectedRevision: 1 }, 'PUBLISH', 'PUBLISHED')));
  await store.log.commit(
    batch(nextChange({ ...a, expectedRevision: 2 }, 'REVERT', 'PUBLISHED', { title: { en: 'A' } })),
  );
  await store.log.commit(batch(nextChange({ ...a, expectedRevision: 3 }, 'UNPUBLISH', 'DRAFT')));
  await store.log.commit(batch(nextChange(b, 'RETIRE', 'RETIRED')));
  const renamed = {
    ...nextChange(old, 'RENAME', 'PUBLISHED'),
    slug: 'figures',
    expectedRevision: 0,
    movedFrom: 'cases',
  };
  const remaining = { ...nextChange(old, 'RENAME', 'RETIRED'), movedTo: 'figures' };
  await store.log.commit({ ...batch(renamed, remaining), figuresMoved: [{ from: 'cases', to: 'figures' }] });
  await store.trusted.setLocked(true, 'an admin');
  const token = { id: 't', name: 'Ana', role: 'EDITOR', digest: 'd', createdAt: new Date(), expiresAt: null } as const;
  await store.tokens.add({ ...token, revokedAt: null });
  await store.tokens.revoke('t', new Date());

  const documents = await withDatabase(name, (db) => logOf(db).find().sort({ _id: 1 }).toArray());
  const shape = [...new Set(documents.flatMap((document) => shapeOf(document, '')))].sort();
  expect(shape).toEqual(SHAPE[LOG_FORMAT]);
});

test.each([
  ['while the server runs', true],
  ['before the server starts', false],
])('a log of a newer format that is written %s is read but not written', async (_, isRunning) => {
  const name = isRunning ? 'newer-running' : 'newer-started';
  const first = await bench.open({ name, pollMs: 20 });
  await first.log.commit(batch(topic('a')));
  await withDatabase(name, async (db) => {
    const log = logOf(db);
    const [before] = await log.find().toArray();
    await log.insertOne({ ...before!, _id: 2, format: LOG_FORMAT + 1, entries: [] });
  });
  const store = isRunning ? first : await bench.open({ name, onFeedError: () => {} });
  await store.log.commit(batch(topic('b'))).catch(() => {});
  await expect(store.log.commit(batch(topic('c')))).rejects.toMatchObject({
    code: 'DATABASE_NEWER',
    message: expect.stringMatching(`log format ${LOG_FORMAT + 1} .* reads and writes format ${LOG_FORMAT}\\.`),
  });
  expect(await slugsOf(store, 'Topic')).toEqual(['a']);
  expect((await store.entries.page('Topic', ALL_ENTRIES_QUERY, PUBLIC_VIEW)).totalCount).toBe(1);
});

test('a server that starts on a database prepared for a newer format reads it and rejects writes', async () => {
  const name = 'prepared';
  const first = await bench.open({ name });
  await first.log.commit(batch(topic('a')));
  await withDatabase(name, (db) =>
    db.collection<{ _id: string }>('state').updateOne({ _id: 'form' }, { $set: { format: LOG_FORMAT + 1 } }),
  );
  const store = await bench.open({ name });
  await expect(store.log.commit(batch(topic('b')))).rejects.toMatchObject({ code: 'DATABASE_NEWER' });
  expect(await slugsOf(store, 'Topic')).toEqual(['a']);
});
