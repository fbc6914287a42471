import { type Document, Long } from 'mongodb';
import { readMetaPage } from '../../src/embedded/storage/meta-pages.js';
import { scratchDatabase, type ScratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.stop());

/** Returns the number of the last commit on disk. */
function commits(): number {
  const meta = readMetaPage(scratch.dataDir);
  if ('wrong' in meta) throw new Error(meta.wrong);
  return meta.commit;
}

const ids = (count: number) => Array.from({ length: count }, (_, i) => i);
const incremented = (id: number): Document => ({ q: { _id: id }, u: { $inc: { n: 1 } } });
const fillCollection = async (name: string, count: number) => {
  const c = scratch.db.collection<{ _id: number; n: number }>(name);
  await c.insertMany(ids(count).map((_id) => ({ _id, n: 0 })));
  return c;
};

test('a command with 500 updates or deletes of one document each takes three commits', async () => {
  const c = await fillCollection('many', 500);
  for (const command of [
    { update: 'many', updates: ids(500).map(incremented) },
    { delete: 'many', deletes: ids(500).map((_id) => ({ q: { _id }, limit: 1 })) },
  ]) {
    const before = commits();
    expect(await scratch.db.command(command)).toMatchObject({ n: 500 });
    expect(commits() - before).toBe(3);
  }
  expect(await c.countDocuments()).toBe(0);
});

test('a statement of an update command sees the effects of the preceding statements', async () => {
  const c = scratch.db.collection<Document>('seen');
  await c.createIndex({ k: 1 }, { unique: true });
  const answer = await scratch.db.command({
    update: 'seen',
    updates: [
      { q: { _id: 9 }, u: { $set: { k: 1, n: 1 } }, upsert: true },
      { q: { k: 1 }, u: { $inc: { n: 1 } }, upsert: true },
      { q: { n: 2 }, u: { $set: { k: 7 } } },
      { q: { k: { $gte: 7 } }, u: { $inc: { n: 1 } }, multi: true },
      { q: { k: 7 }, u: { $inc: { n: 1 } } },
      { q: { k: 1 }, u: { $set: { gone: true } } },
    ],
  });
  expect(answer).toMatchObject({ n: 5, nModified: 4, upserted: [{ index: 0 }] });
  expect(await c.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ k: 7, n: 4 }]);
});

test.each([
  [true, [1, 0, 0, 0], [2]],
  [false, [1, 0, 0, 1], [2, 3, 4]],
])(
  'a command with ordered: %s reports failures, and applies all others or those before the first failure',
  async (ordered, n, failed) => {
    const c = await fillCollection(`failing-${ordered}`, 3);
    const k = scratch.db.collection<{ _id: number; n: number }>(c.collectionName);
    await k.createIndex({ u: 1 }, { unique: true, sparse: true });
    const answer = await scratch.db.command({
      update: c.collectionName,
      ordered,
      updates: [
        { q: { _id: 0 }, u: { $inc: { n: 1 } } },
        { q: { _id: 0 }, u: { $set: { u: 5 } } },
        { q: { _id: 1 }, u: { $set: { u: 5 } } },
        { q: { _id: 1 }, u: { $nope: { n: 1 } } },
        { q: { $nope: 1 }, u: { $inc: { n: 1 } } },
        { q: { _id: 3 }, u: { $set: { n: 1 } }, upsert: true },
      ],
    });
    expect((answer.writeErrors as { index: number }[]).map(({ index }) => index)).toEqual(failed);
    const rows = new Map((await c.find().toArray()).map((row) => [row._id, row.n]));
    expect(ids(4).map((id) => rows.get(id) ?? 0)).toEqual(n);
  },
);

test('a repeated retryable update command is applied once, and repeats the errors of its statements', async () => {
  const c = await fillCollection('twice', 300);
  const client = await scratch.connect();
  const session = client.startSession();
  const command = {
    update: 'twice',
    ordered: false,
    updates: [{ q: { $nope: 1 }, u: { $inc: { n: 1 } } }, ...ids(300).map(incremented)],
    txnNumber: Long.fromNumber(1000),
  };
  const first = await client.db('test').command(command, { session });
  expect(first).toMatchObject({ n: 300, nModified: 300, writeErrors: [{ index: 0 }] });
  expect(await client.db('test').command(command, { session })).toMatchObject({
    n: 300,
    nModified: 300,
    writeErrors: [{ index: 0 }],
  });
  expect(await c.countDocuments({ n: { $ne: 1 } })).toBe(0);
  await session.endSession();
});

test('a command that mixes statements with and without a long search applies each of them once', async () => {
  const c = await fillCollection('long', 3000);
  const updateExcept = (n: number): Document => ({
    q: { n: { $gte: 0 }, _id: { $not: { $ne: n } } },
    u: { $inc: { n: 1 } },
  });
  const updates = [incremented(0), updateExcept(2999), incremented(1), updateExcept(2998), incremented(2)];
  expect(await scratch.db.command({ update: 'long', updates })).toMatchObject({ n: 5, nModified: 5 });
  const changed = await c.find({ n: 1 }).sort({ _id: 1 }).toArray();
  expect(changed.map(({ _id }) => _id as unknown)).toEqual([0, 1, 2, 2998, 2999]);
});
