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

const D = (text: string) => new Date(text);
const date = { $literal: D('2024-02-29T13:14:15.016Z') };

/** An expression and its value, as MongoDB 7.0 answers. */
const EXPRESSIONS: [unknown, unknown][] = [
  [{ $add: [1, 2] }, 3],
  [{ $add: ['$d', 1000] }, D('2024-02-29T13:14:16.016Z')],
  [{ $add: [1, '$n'] }, null],
  [{ $subtract: [date, { $literal: D('2024-02-29T13:14:15.000Z') }] }, 16],
  [{ $divide: [7, 2] }, 3.5],
  [{ $mod: [-7, 3] }, -1],
  [{ $round: [2.5, 0] }, 2],
  [{ $round: [1234.5678, -2] }, 1200],
  [{ $trunc: [-2.7] }, -2],
  [{ $pow: [2, 10] }, 1024],
  [{ $cmp: ['a', 1] }, 1],
  [{ $eq: [1, { $literal: new Double(1) }] }, true],
  [{ $lt: ['$missing', null] }, true],
  [{ $and: [1, 'x'] }, true],
  [{ $or: [0, null] }, false],
  [{ $not: [0] }, true],
  [{ $cond: ['$n', 1, 2] }, 2],
  [{ $ifNull: ['$n', '$missing', 'x'] }, 'x'],
  [{ $switch: { branches: [{ case: { $eq: [1, 2] }, then: 'a' }], default: 'b' } }, 'b'],
  [{ $let: { vars: { x: 5 }, in: { $multiply: ['$$x', 2] } } }, 10],
  ['$docs.x', [1, 2]],
  ['$o.a', 1],
  [{ $arrayElemAt: ['$arr', -1] }, 2],
  [{ $first: '$arr' }, 3],
  [{ $slice: ['$arr', 1, 2] }, [1, 2]],
  [{ $size: '$arr' }, 3],
  [{ $in: [2, '$arr'] }, true],
  [{ $filter: { input: '$arr', cond: { $gt: ['$$this', 1] } } }, [3, 2]],
  [{ $map: { input: '$docs', as: 'd', in: '$$d.x' } }, [1, 2]],
  [{ $reduce: { input: '$arr', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
  [{ $sortArray: { input: '$arr', sortBy: 1 } }, [1, 2, 3]],
  [{ $sortArray: { input: '$docs', sortBy: { x: -1 } } }, [{ x: 2 }, { x: 1 }]],
  [{ $concatArrays: ['$arr', [9]] }, [3, 1, 2, 9]],
  [{ $reverseArray: '$arr' }, [2, 1, 3]],
  [{ $range: [0, 5, 2] }, [0, 2, 4]],
  [
    { $zip: { inputs: [[1, 2], ['a']], useLongestLength: true } },
    [
      [1, 'a'],
      [2, null],
    ],
  ],
  [{ $indexOfArray: ['$arr', 2] }, 2],
  [
    {
      $setUnion: [
        [2, 1],
        [2, 3],
      ],
    },
    [1, 2, 3],
  ],
  [
    {
      $setIntersection: [
        [1, 2],
        [2, 3],
      ],
    },
    [2],
  ],
  [{ $setDifference: [[1, 2], [2]] }, [1]],
  [
    {
      $setEquals: [
        [1, 2, 2],
        [2, 1],
      ],
    },
    true,
  ],
  [{ $setIsSubset: [[1], [1, 2]] }, true],
  [
    {
      $arrayToObject: [
        [
          ['a', 1],
          ['b', 2],
        ],
      ],
    },
    { a: 1, b: 2 },
  ],
  [
    { $objectToArray: '$o' },
    [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
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
  [{ $minN: { n: 2, input: '$arr' } }, [1, 2]],
  [{ $concat: ['a', '-', 'b'] }, 'a-b'],
  [{ $toUpper: '$s' }, 'KäSE 🧀'],
  [{ $strLenCP: '$s' }, 6],
  [{ $strLenBytes: '$s' }, 10],
  [{ $substrCP: ['$s', 1, 2] }, 'äs'],
  [{ $substrBytes: ['$s', 0, 3] }, 'Kä'],
  [{ $indexOfCP: ['$s', '🧀'] }, 5],
  [{ $indexOfBytes: ['$s', '🧀'] }, 6],
  [{ $split: ['a,b,c', ','] }, ['a', 'b', 'c']],
  [{ $trim: { input: ' a ' } }, 'a'],
  [{ $ltrim: { input: 'xxa', chars: 'x' } }, 'a'],
  [{ $replaceAll: { input: 'abab', find: 'a', replacement: 'x' } }, 'xbxb'],
  [{ $regexFind: { input: 'xab', regex: 'a(b)' } }, { match: 'ab', idx: 1, captures: ['b'] }],
  [{ $regexMatch: { input: 'ABC', regex: 'b', options: 'i' } }, true],
  [{ $strcasecmp: ['a', 'B'] }, -1],
  [{ $type: '$missing' }, 'missing'],
  [{ $toString: 1.5 }, '1.5'],
  [{ $toInt: '12' }, 12],
  [{ $toBool: 'false' }, true],
  [{ $toDate: '2024-01-02' }, D('2024-01-02T00:00:00Z')],
  [{ $convert: { input: 'x', to: 'int', onError: 'bad' } }, 'bad'],
  [{ $isNumber: 1 }, true],
  [{ $year: '$d' }, 2024],
  [{ $month: { date: '$d', timezone: '+12:00' } }, 3],
  [{ $dayOfWeek: '$d' }, 5],
  [{ $dayOfYear: '$d' }, 60],
  [{ $week: { $literal: D('2024-01-06T00:00:00Z') } }, 0],
  [{ $week: { $literal: D('2024-01-07T00:00:00Z') } }, 1],
  [{ $isoWeek: { $literal: D('2021-01-03T00:00:00Z') } }, 53],
  [{ $isoWeekYear: { $literal: D('2021-01-03T00:00:00Z') } }, 2020],
  [{ $hour: { date: '$d', timezone: 'Europe/Paris' } }, 14],
  [{ $dateToString: { date: '$d', format: '%Y-%m-%d %H:%M:%S.%L %j %u' } }, '2024-02-29 13:14:15.016 060 4'],
  [{ $dateFromParts: { year: 2024, month: 14, day: 1 } }, D('2025-02-01T00:00:00Z')],
  [
    { $dateAdd: { startDate: { $literal: D('2024-01-31T00:00:00Z') }, unit: 'month', amount: 1 } },
    D('2024-02-29T00:00:00Z'),
  ],
  [{ $dateDiff: { startDate: { $literal: D('2023-12-31T23:59:59Z') }, endDate: '$d', unit: 'year' } }, 1],
  [{ $dateTrunc: { date: '$d', unit: 'hour', binSize: 6 } }, D('2024-02-29T12:00:00Z')],
  [{ $dateTrunc: { date: '$d', unit: 'week', startOfWeek: 'monday' } }, D('2024-02-26T00:00:00Z')],
  [{ $dateFromString: { dateString: '2024-02-29T13:14:15+02:00' } }, D('2024-02-29T11:14:15Z')],
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
  [{ $divide: [1, 0] }, 2],
  [{ $add: ['x', 1] }, 14],
  [{ $toInt: 'x' }, 241],
  [{ $arrayElemAt: ['$s', 0] }, 28689],
  [{ $cond: [1, 2] }, 16020],
  [{ $let: { vars: {}, in: '$$nope' } }, 17276],
  [{ $dateTrunc: { date: '$d', unit: 'fortnight' } }, 5439014],
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
          dev: { $stdDevPop: '$n' },
          top: { $top: { sortBy: { n: -1 }, output: '$_id' } },
          topN: { $topN: { n: 2, sortBy: { n: 1 }, output: '$n' } },
          bottom: { $bottom: { sortBy: { n: -1 }, output: '$n' } },
          bottomN: { $bottomN: { n: 2, sortBy: { n: 1 }, output: '$n' } },
          firstN: { $firstN: { n: 2, input: '$n' } },
          lastN: { $lastN: { n: 2, input: '$n' } },
          maxN: { $maxN: { n: 2, input: '$n' } },
          minN: { $minN: { n: 2, input: '$n' } },
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
    dev: expect.closeTo(0.8165, 4),
    top: 1,
    topN: [1, 2],
    bottom: 1,
    bottomN: [2, 3],
    firstN: [3, 1],
    lastN: [1, 2],
    maxN: [3, 2],
    minN: [1, 2],
    merged: { k: 2 },
  });
  expect(b).toMatchObject({ first: null, push: [], count: 1, min: null, top: 4, minN: [] });
});

test('stages turn streams into streams', async () => {
  const from = (...docs: Document[]) => ({ $documents: docs });
  const run = (...pipeline: Document[]) => scratch.db.aggregate(pipeline).toArray();
  expect(
    await run(from({ a: [1, 2] }, { a: [] }, { b: 1 }), {
      $unwind: { path: '$a', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' },
    }),
  ).toEqual([{ a: 1, i: 0 }, { a: 2, i: 1 }, { i: null }, { b: 1, i: null }]);
  expect(
    await run(from({ a: 1 }, { a: 2 }), { $facet: { n: [{ $count: 'n' }], two: [{ $match: { a: 2 } }] } }),
  ).toEqual([{ n: [{ n: 2 }], two: [{ a: 2 }] }]);
  expect(await run(from({ a: 1, b: { c: 2 } }), { $addFields: { 'b.d': '$a', e: { f: 1 } } })).toEqual([
    { a: 1, b: { c: 2, d: 1 }, e: { f: 1 } },
  ]);
  expect(
    await run(from({ a: 5 }, { a: 15 }, { a: 99 }), {
      $bucket: { groupBy: '$a', boundaries: [0, 10, 20], default: 'far' },
    }),
  ).toEqual([
    { _id: 0, count: 1 },
    { _id: 10, count: 1 },
    { _id: 'far', count: 1 },
  ]);
  expect(await run(from({ a: 'x' }, { a: 'y' }, { a: 'x' }), { $sortByCount: '$a' })).toEqual([
    { _id: 'x', count: 2 },
    { _id: 'y', count: 1 },
  ]);
  expect(await run(from({ a: 1 }, { a: 2 }, { a: 3 }), { $sort: { a: -1 } }, { $skip: 1 }, { $limit: 1 })).toEqual([
    { a: 2 },
  ]);
  expect(
    await run(from({ l: 1, in: [{ l: 9 }, { l: 1 }] }), {
      $redact: { $cond: [{ $lte: ['$l', 5] }, '$$DESCEND', '$$PRUNE'] },
    }),
  ).toEqual([{ l: 1, in: [{ l: 1 }] }]);
  expect(await run(from({ a: 1, b: 2 }), { $unset: ['a'] }, { $replaceRoot: { newRoot: { x: '$b' } } })).toEqual([
    { x: 2 },
  ]);
});

test('a lookup of 2 000 by 2 000 takes no time that anybody notices, with an index and without', async () => {
  const [left, right] = [scratch.db.collection('left'), scratch.db.collection('right')];
  await left.insertMany(Array.from({ length: 2000 }, (_, i) => ({ k: i })));
  await right.insertMany(Array.from({ length: 2000 }, (_, i) => ({ k: i, v: i * 2 })));
  const pipeline = [
    { $lookup: { from: 'right', localField: 'k', foreignField: 'k', as: 'r' } },
    { $group: { _id: null, n: { $sum: { $size: '$r' } }, v: { $sum: { $first: '$r.v' } } } },
  ];
  for (const indexed of [false, true]) {
    if (indexed) await right.createIndex({ k: 1 });
    const began = performance.now();
    expect(await left.aggregate(pipeline, { maxTimeMS: 8000 }).toArray()).toEqual([{ _id: null, n: 2000, v: 3998000 }]);
    expect(performance.now() - began).toBeLessThan(3000);
  }
});

test('lookups by pipeline see their variables; unions come after', async () => {
  await scratch.db.collection('l2').insertMany([
    { _id: 1 as never, k: 1 },
    { _id: 2 as never, k: 2 },
  ]);
  await scratch.db.collection('r2').insertMany([
    { _id: 1 as never, k: 1, v: 5 },
    { _id: 2 as never, k: 1, v: 9 },
    { _id: 3 as never, v: 1 },
  ]);
  const found = await scratch.db
    .collection('l2')
    .aggregate([
      {
        $lookup: {
          from: 'r2',
          let: { mine: '$k' },
          pipeline: [
            { $match: { $expr: { $eq: ['$k', '$$mine'] } } },
            { $sort: { v: -1 } },
            { $limit: 1 },
            { $project: { v: 1, _id: 0 } },
          ],
          as: 'best',
        },
      },
      { $unionWith: { coll: 'r2', pipeline: [{ $match: { v: 1 } }] } },
    ])
    .toArray();
  expect(found).toEqual([
    { _id: 1, k: 1, best: [{ v: 9 }] },
    { _id: 2, k: 2, best: [] },
    { _id: 3, v: 1 },
  ]);
});

test('$out replaces a collection whole, $merge adds to one', async () => {
  await c.deleteMany({});
  await c.insertMany([
    { _id: 1 as never, a: 1 },
    { _id: 2 as never, a: 2 },
  ]);
  await scratch.db.collection('out').insertOne({ _id: 9 as never });
  await scratch.db.collection('out').createIndex({ a: 1 }, { unique: true });
  await c.aggregate([{ $match: { a: 1 } }, { $out: 'out' }]).toArray();
  expect(await scratch.db.collection('out').find().toArray()).toEqual([{ _id: 1, a: 1 }]);
  expect(await scratch.db.collection('out').indexes()).toHaveLength(2);
  await expect(c.aggregate([{ $project: { a: 'same' } }, { $out: 'out' }]).toArray()).rejects.toMatchObject({
    code: 11000,
  });
  expect(await scratch.db.collection('out').find().toArray()).toEqual([{ _id: 1, a: 1 }]);
  await c
    .aggregate([{ $set: { b: 7 } }, { $merge: { into: 'out', whenMatched: 'merge', whenNotMatched: 'insert' } }])
    .toArray();
  expect(await scratch.db.collection('out').find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 1, a: 1, b: 7 },
    { _id: 2, a: 2, b: 7 },
  ]);
  expect((await scratch.db.listCollections().toArray()).filter(({ name }) => name.startsWith('tmp.'))).toEqual([]);
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
