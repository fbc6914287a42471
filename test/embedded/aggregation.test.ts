import type { Collection, Document } from 'mongodb';
import { BSON, Decimal128, Double, Long } from 'mongodb';
import type { ScratchDatabase } from './scratch-database.js';
import { scratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
let c: Collection<Document>;
beforeAll(async () => {
  scratch = await scratchDatabase();
  c = scratch.db.collection('aggregation');
  await scratch.db.collection('one').insertOne({
    _id: 1 as never,
    n: null,
    arr: [3, 1, 2],
    docs: [{ x: 1 }, { x: 2 }],
    s: 'Käse 🧀',
    d: new Date('2024-02-29T13:14:15.016Z'),
    o: { a: 1, b: 2 },
  });
});
afterAll(() => scratch.stop());

/** An expression and its value, as MongoDB 7.0 answers. */
const EXPRESSIONS: [unknown, unknown][] = [
  [{ $add: [1, 2] }, 3],
  [{ $add: [1, '$n'] }, null],
  [{ $cmp: ['a', 1] }, 1],
  [{ $eq: [1, { $literal: new Double(1) }] }, true],
  [{ $lt: ['$missing', null] }, true],
  [{ $and: [1, 'x'] }, true],
  [{ $or: [0, null] }, false],
  [{ $not: [0] }, true],
  [{ $cond: ['$n', 1, 2] }, 2],
  [{ $ifNull: ['$n', '$missing', 'x'] }, 'x'],
  ['$docs.x', [1, 2]],
  ['$o.a', 1],
  [{ $arrayElemAt: ['$arr', -1] }, 2],
  [{ $first: '$arr' }, 3],
  [{ $size: '$arr' }, 3],
  [{ $in: [2, '$arr'] }, true],
  [{ $map: { input: '$docs', as: 'd', in: '$$d.x' } }, [1, 2]],
  [{ $concatArrays: ['$arr', [9]] }, [3, 1, 2, 9]],
  [
    {
      $setUnion: [
        [2, 1],
        [2, 3],
      ],
    },
    [1, 2, 3],
  ],
  [{ $mergeObjects: ['$o', { b: 3 }] }, { a: 1, b: 3 }],
  [{ $mergeObjects: { $concatArrays: [['$o'], [{ c: 4 }]] } }, { a: 1, b: 2, c: 4 }],
  [{ $mergeObjects: [{ $concatArrays: [['$o'], [null]] }] }, { a: 1, b: 2 }],
  [{ $type: '$$CLUSTER_TIME' }, 'timestamp'],
  [{ $getField: { field: 'a', input: '$o' } }, 1],
  [{ $sum: ['$arr', 1] }, 1],
  [{ $sum: '$arr' }, 6],
  [{ $avg: '$arr' }, 2],
  [{ $max: '$arr' }, 3],
  [{ $concat: ['a', '-', 'b'] }, 'a-b'],
  [{ $type: '$missing' }, 'missing'],
  [{ $literal: '$x' }, '$x'],
];

test.each(
  EXPRESSIONS.map(
    ([expression, expected]) => [BSON.EJSON.stringify(expression as Document), expression, expected] as const,
  ),
)('%s', async (_, expression, expected) => {
  const [found] = await scratch.db
    .collection('one')
    .aggregate([{ $replaceWith: { v: expression } }])
    .toArray();
  expect(found!.v).toEqual(expected);
});

test.each<[Document, number]>([
  [{ $add: ['x', 1] }, 14],
  [{ $arrayElemAt: ['$s', 0] }, 28689],
  [{ $cond: [1, 2] }, 16020],
])('%j is refused', async (expression, code) => {
  await expect(
    scratch.db
      .collection('one')
      .aggregate([{ $project: { v: expression } }])
      .toArray(),
  ).rejects.toMatchObject({ code });
});

test('sums and means keep the widest type among the numbers', async () => {
  await c.deleteMany({});
  await c.insertMany([
    { g: 1, n: 1 },
    { g: 1, n: new Double(2) },
    { g: 2, n: 2147483647 },
    { g: 2, n: 1 },
    { g: 3, n: Decimal128.fromString('0.1') },
    { g: 3, n: Decimal128.fromString('0.2') },
    { g: 4, n: 'x' },
  ]);
  const sums = await c
    .aggregate([
      { $group: { _id: '$g', s: { $sum: '$n' }, a: { $avg: '$n' } } },
      { $sort: { _id: 1 } },
      { $project: { s: 1, a: 1, t: { $type: '$s' } } },
    ])
    .toArray();
  expect(sums).toEqual([
    { _id: 1, s: 3, a: 1.5, t: 'double' },
    { _id: 2, s: 2147483648, a: 1073741824, t: 'long' },
    { _id: 3, s: Decimal128.fromString('0.3'), a: Decimal128.fromString('0.15'), t: 'decimal' },
    { _id: 4, s: 0, a: null, t: 'int' },
  ]);
  expect(
    await c
      .aggregate([
        { $group: { _id: null, l: { $sum: { $literal: Long.fromNumber(1) } } } },
        { $project: { t: { $type: '$l' } } },
      ])
      .next(),
  ).toMatchObject({ t: 'long' });
});

test('groups gather with every accumulator', async () => {
  await c.deleteMany({});
  await c.insertMany([
    { _id: 1 as never, g: 'a', n: 3 },
    { _id: 2 as never, g: 'a', n: 1 },
    { _id: 3 as never, g: 'a', n: 2 },
    { _id: 4 as never, g: 'b' },
  ]);
  const [a, b] = await c
    .aggregate([
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: '$g',
          first: { $first: '$n' },
          last: { $last: '$n' },
          push: { $push: '$n' },
          set: { $addToSet: '$g' },
          count: { $count: {} },
          min: { $min: '$n' },
          max: { $max: '$n' },
          topN: { $topN: { n: 2, sortBy: { n: 1 }, output: '$n' } },
          merged: { $mergeObjects: { k: '$n' } },
        },
      },
      { $sort: { _id: 1 } },
    ])
    .toArray();
  expect(a).toEqual({
    _id: 'a',
    first: 3,
    last: 2,
    push: [3, 1, 2],
    set: ['a'],
    count: 3,
    min: 1,
    max: 3,
    topN: [1, 2],
    merged: { k: 2 },
  });
  expect(b).toMatchObject({ first: null, push: [], count: 1, min: null });
});

test('stages turn streams into streams', async () => {
  const from = (...docs: Document[]) => ({ $documents: docs });
  const run = (...pipeline: Document[]) => scratch.db.aggregate(pipeline).toArray();
  expect(
    await run(from({ a: [1, 2] }, { a: [] }, { b: 1 }), {
      $unwind: { path: '$a', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' },
    }),
  ).toEqual([{ a: 1, i: 0 }, { a: 2, i: 1 }, { i: null }, { b: 1, i: null }]);
  expect(await run(from({ a: 1, b: { c: 2 } }), { $addFields: { 'b.d': '$a', e: { f: 1 } } })).toEqual([
    { a: 1, b: { c: 2, d: 1 }, e: { f: 1 } },
  ]);
  expect(await run(from({ a: 'x' }, { a: 'y' }, { a: 'x' }), { $sortByCount: '$a' })).toEqual([
    { _id: 'x', count: 2 },
    { _id: 'y', count: 1 },
  ]);
  expect(await run(from({ a: 1 }, { a: 2 }, { a: 3 }), { $sort: { a: -1 } }, { $skip: 1 }, { $limit: 1 })).toEqual([
    { a: 2 },
  ]);
  expect(await run(from({ a: 1, b: 2 }), { $unset: ['a'] }, { $replaceRoot: { newRoot: { x: '$b' } } })).toEqual([
    { x: 2 },
  ]);
});

test('a union comes after', async () => {
  await c.deleteMany({});
  await c.insertMany([
    { _id: 1 as never, v: 1 },
    { _id: 2 as never, v: 2 },
  ]);
  const union = { $unionWith: { coll: c.collectionName, pipeline: [{ $match: { v: 1 } }] } };
  expect(await c.aggregate([{ $match: { v: 2 } }, union]).toArray()).toEqual([
    { _id: 2, v: 2 },
    { _id: 1, v: 1 },
  ]);
});

test('a collation compares, sorts and groups without case', async () => {
  await c.deleteMany({});
  await c.insertMany([
    { _id: 1 as never, s: 'b' },
    { _id: 2 as never, s: 'A' },
    { _id: 3 as never, s: 'B' },
    { _id: 4 as never, s: 'a' },
  ]);
  await c.createIndex({ s: 1 });
  const collation = { locale: 'en', strength: 2 as const };
  expect(
    await c
      .find({ s: 'a' }, { collation })
      .sort({ _id: 1 })
      .map(({ _id }) => _id as unknown)
      .toArray(),
  ).toEqual([2, 4]);
  expect((await c.find({}, { collation }).sort({ s: 1, _id: 1 }).toArray()).map(({ s }) => s)).toEqual([
    'A',
    'a',
    'b',
    'B',
  ]);
  expect(
    await c.aggregate([{ $group: { _id: '$s', n: { $sum: 1 } } }, { $sort: { _id: 1 } }], { collation }).toArray(),
  ).toEqual([
    { _id: 'A', n: 2 },
    { _id: 'b', n: 2 },
  ]);
  expect(await c.distinct('s', {}, { collation })).toHaveLength(2);
});
