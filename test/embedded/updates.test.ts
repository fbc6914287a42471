import { BSON, type Collection, type Document, Double, Long } from 'mongodb';
import { scratchDatabase, type ScratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
let c: Collection<Document>;
beforeAll(async () => {
  scratch = await scratchDatabase();
  c = scratch.db.collection('updates');
});
afterAll(() => scratch.stop());

/** Returns the document after an update, without its `_id`. */
async function after(
  before: Document,
  update: Document,
  options: Document = {},
  filter: Document = {},
): Promise<Document> {
  await c.deleteMany({});
  await c.insertOne({ _id: 1 as never, ...before });
  await c.updateOne({ _id: 1 as never, ...filter }, update, options);
  const { _id, ...rest } = (await c.findOne({}))!;
  expect(_id).toBe(1);
  return rest;
}

test.each<[Document, Document, Document]>([
  [{ a: 1 }, { $set: { 'b.c': 2, a: 3 } }, { a: 3, b: { c: 2 } }],
  [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  [{ a: 1 }, { $inc: { a: 2, b: 5 } }, { a: 3, b: 5 }],
  [{ a: 3, b: 'x', c: 1 }, { $max: { a: 1, b: 5, c: 2 } }, { a: 3, b: 'x', c: 2 }],
  [{ a: [1] }, { $push: { a: 2, b: 3 } }, { a: [1, 2], b: [3] }],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
])('the document %j is changed by the update %j', async (before, update, expected) => {
  expect(await after(before, update)).toEqual(expected);
});

test('$set adds new fields in the order of their names, and $inc uses the wider numeric type', async () => {
  const bytes = await after({}, { $set: { z: 1, b: 2, a10: 3, a9: 4 } });
  expect(Object.keys(bytes)).toEqual(['a10', 'a9', 'b', 'z']);
  await c.deleteMany({});
  await c.insertOne({ _id: 1 as never, i: 2147483647, d: new Double(1), l: Long.fromNumber(1) });
  await c.updateOne({}, { $inc: { i: 1, d: 1, l: 1 } });
  const types = { i: { $type: 'long' }, d: { $type: 'double' }, l: { $type: 'long' } } as const;
  expect(await c.countDocuments(types)).toBe(1);
});

test.each<[Document, Document, number]>([
  [{ a: 1 }, { $set: { 'a.b': 1 } }, 28],
  [{ a: 'x' }, { $inc: { a: 1 } }, 14],
  [{ a: [1] }, { $set: { 'a.0': 4 } }, 28],
  [{ a: 1 }, { $push: { a: 1 } }, 2],
  [{ a: 1 }, { $set: { a: 1, 'a.b': 2 } }, 40],
  [{ a: 1 }, { $set: { _id: 2 } }, 66],
  [{ a: 1 }, { $set: { b: 2 }, $nope: { c: 1 } }, 9],
  [{ a: 1 }, { $inc: { b: 'x' } }, 14],
  [{ a: [1] }, { $set: { 'a.$': 1 } }, 2],
  [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
  [{ a: 1 }, { $set: { '': 1 } }, 56],
])('the document %j is unchanged after the invalid update %j', async (before, update, code) => {
  await c.deleteMany({});
  await c.insertOne({ _id: 1 as never, ...before });
  const raw = await c.findOne({}, { raw: true });
  await expect(c.updateOne({}, update)).rejects.toMatchObject({ code });
  expect(await c.findOne({}, { raw: true })).toEqual(raw);
});

test('an upsert inserts a document with the _id of its filter', async () => {
  await c.deleteMany({});
  const filter = { _id: 'x' as never, d: { $gt: 3 } };
  await c.updateOne(filter, { $setOnInsert: { s: 1 }, $inc: { n: 1 } }, { upsert: true });
  expect(await c.findOne({})).toEqual({ _id: 'x', n: 1, s: 1 });
  await c.updateOne({ _id: 'x' as never }, { $setOnInsert: { s: 9 } }, { upsert: true });
  expect(await c.findOne({}, { projection: { _id: 0, s: 1 } })).toEqual({ s: 1 });
  const { upsertedId } = await c.replaceOne({ _id: 'y' as never, q: 1 }, { w: 1 }, { upsert: true });
  expect([upsertedId, await c.findOne({ _id: 'y' as never })]).toEqual(['y', { _id: 'y', w: 1 }]);
});

test('parallel writers of one document lose no increment, and only one of two upserts of one key inserts', async () => {
  await c.deleteMany({});
  await c.insertOne({ _id: 'n' as never, n: 0 });
  await Promise.all(Array.from({ length: 200 }, () => c.updateOne({ _id: 'n' as never }, { $inc: { n: 1 } })));
  expect((await c.findOne({ _id: 'n' as never }))!.n).toBe(200);
  const results = await Promise.all(
    Array.from({ length: 20 }, () => c.updateOne({ _id: 'k' as never }, { $inc: { n: 1 } }, { upsert: true })),
  );
  expect(results.filter(({ upsertedCount }) => upsertedCount === 1)).toHaveLength(1);
  expect((await c.findOne({ _id: 'k' as never }))!.n).toBe(20);
});

test('concurrent readers never see a document revert, or reappear after its deletion', async () => {
  const c = scratch.db.collection<{ _id: number; n: number }>('raced');
  await c.insertMany(Array.from({ length: 10 }, (_, _id) => ({ _id, n: 0 })));
  const acknowledged = new Map<number, number>();
  let isWriting = true;
  const write = async (_id: number) => {
    for (let n = 1; n <= 60; n++) {
      await c.updateOne({ _id }, { $set: { n } });
      acknowledged.set(_id, n);
    }
    await c.deleteOne({ _id });
    acknowledged.set(_id, Infinity);
  };
  const stale: string[] = [];
  const read = async () => {
    for (let i = 0; isWriting; i++) {
      const _id = i % 10;
      const minimum = acknowledged.get(_id) ?? 0;
      const n = (await c.findOne({ _id }))?.n ?? Infinity;
      if (n < minimum) stale.push(`${_id}: ${n} after ${minimum}`);
    }
  };
  const readers = [read(), read(), read()];
  await Promise.all(Array.from({ length: 10 }, (_, _id) => write(_id)));
  isWriting = false;
  await Promise.all(readers);
  expect(stale).toEqual([]);
});

test('an update without effect is counted as matched, not as modified', async () => {
  await c.deleteMany({});
  await c.insertOne({ _id: 1 as never, a: 1 });
  expect(await c.updateOne({}, { $set: { a: 1 }, $unset: { b: 1 } })).toMatchObject({
    matchedCount: 1,
    modifiedCount: 0,
  });
  expect(await c.updateOne({}, { $set: { a: new Double(1) } })).toMatchObject({ modifiedCount: 1 });
  expect(BSON.calculateObjectSize((await c.findOne({}))!)).toBeGreaterThan(0);
});
