import { BSON, type Collection, type Document, Double, Long } from 'mongodb';
import { commandError, scratchDatabase, type ScratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.stop());

/** Creates a collection with only these documents. */
async function collection(name: string, ...docs: Document[]): Promise<Collection<Document>> {
  const created = scratch.db.collection(name);
  await created.deleteMany({});
  if (docs.length > 0) await created.insertMany(docs.map((doc, i) => ({ _id: i as never, ...doc })));
  return created;
}

/** Evaluates an expression for one document; undefined if the result is missing. */
async function valueOf(expression: unknown, doc: Document = {}): Promise<unknown> {
  const c = await collection('one', doc);
  const pipeline = [{ $replaceRoot: { newRoot: { v: expression } } }];
  const [found] = await c.aggregate(pipeline, { promoteValues: false }).toArray();
  return found!.v;
}

const asJson = (value: unknown) => BSON.EJSON.stringify({ v: value }, { relaxed: false });

const DOC = { n: null, arr: [3, 1, 2], docs: [{ x: 1 }, { x: 2 }], o: { a: 1, $b: 2 }, s: 'a' };

describe('aggregation expressions', () => {
  test.each<[unknown, Document, unknown]>([
    ['$docs.x', DOC, [1, 2]],
    ['$o.a', DOC, 1],
    ['$missing', DOC, undefined],
    // a path enters documents in an array, not arrays in an array
    ['$a.b', { a: [[{ b: 1 }]] }, []],
    ['$a.b', { a: [{ b: 1 }, [{ b: 2 }], { b: [3] }] }, [1, [3]]],
    ['$$ROOT.o.a', DOC, 1],
    [{ a: '$s', b: ['$s', '$missing'] }, DOC, { a: 'a', b: ['a', null] }],
    [{ $literal: '$x' }, DOC, '$x'],
    [{ $ifNull: ['$n', '$missing', 'x'] }, DOC, 'x'],
    [{ $ifNull: ['$n', '$missing'] }, DOC, undefined],
    [{ $arrayElemAt: ['$arr', -1] }, DOC, 2],
    [{ $arrayElemAt: ['$arr', 7] }, DOC, undefined],
    [{ $arrayElemAt: ['$n', 0] }, DOC, null],
    [{ $setUnion: ['$arr', [2, 9, new Double(1)]] }, DOC, [1, 2, 3, 9]],
    [{ $setUnion: ['$arr', '$n'] }, DOC, null],
    [{ $concat: ['$s', '-', 'b'] }, DOC, 'a-b'],
    [{ $concat: [null, 1] }, DOC, null],
    [{ $getField: { field: 'a', input: '$o' } }, DOC, 1],
    [{ $getField: { field: { $concat: [{ $literal: '$' }, 'b'] }, input: '$o' } }, DOC, 2],
    [{ $getField: { field: 'a', input: '$s' } }, DOC, undefined],
  ])('the expression %j is evaluated on the document %j', async (expression, doc, expected) => {
    expect(asJson(await valueOf(expression, doc))).toBe(asJson(expected));
  });

  test.each<[unknown, number]>([
    [{ a: 1, $concat: ['a'] }, 16410],
    [{ $concat: ['a'], a: 1 }, 15983],
    [{ 'a.b': 1 }, 16412],
    [{ '': 1 }, 15998],
    ['$', 16872],
    ['$a.', 40353],
    ['$$NOW', 17276],
    ['$$CURRENT', 17276],
    [{ $ifNull: ['$a'] }, 16020],
    [{ $ifNull: [1, '$$nope'] }, 17276],
    [{ $getField: 'a' }, 3041702],
    [{ $getField: { field: 'a' } }, 3041702],
    [{ $getField: { field: 'a', input: {}, x: 1 } }, 3041701],
    [{ $getField: { field: 1, input: {} } }, 3041704],
    [{ $arrayElemAt: ['x', 0] }, 28689],
    [{ $arrayElemAt: [[1], 'x'] }, 28690],
    [{ $arrayElemAt: [[1], 1.5] }, 28691],
    [{ $setUnion: [[1], 1] }, 17043],
    [{ $concat: [1, null] }, 16702],
  ])('the expression %j is rejected with the code %i', async (expression, code) => {
    expect(Number((await commandError(valueOf(expression)))[0])).toBe(code);
  });
});

describe('aggregation stages', () => {
  test.each<[Document, Document[], Document[]]>([
    [{ $unwind: '$a' }, [{ a: [1, 2] }, { a: [] }, { a: null }, {}, { a: 3 }], [{ a: 1 }, { a: 2 }, { a: 3 }]],
    [{ $unwind: '$a.b' }, [{ a: { b: [1, 2], c: 3 } }], [{ a: { b: 1, c: 3 } }, { a: { b: 2, c: 3 } }]],
    [{ $addFields: { b: '$a', e: {}, g: '$missing' } }, [{ a: 1, b: { c: 2 }, g: 1 }], [{ a: 1, b: 1, e: {} }]],
    [{ $sort: { a: -1 } }, [{ a: 1 }, { a: 3 }, { a: 2 }], [{ a: 3 }, { a: 2 }, { a: 1 }]],
    [{ $limit: 1 }, [{ a: 1 }, { a: 2 }], [{ a: 1 }]],
    [{ $match: { a: { $gt: 1 } } }, [{ a: 1 }, { a: 2 }], [{ a: 2 }]],
    [{ $count: 'n' }, [{ a: 1 }, { a: 2 }], [{ n: 2 }]],
    [{ $count: 'n' }, [], []],
    [{ $replaceRoot: { newRoot: { x: '$b' } } }, [{ a: 1, b: 2 }], [{ x: 2 }]],
    [{ $unionWith: { coll: 'more', pipeline: [{ $match: { m: 2 } }] } }, [{ a: 1 }], [{ a: 1 }, { m: 2 }]],
    [{ $unionWith: { coll: 'more' } }, [], [{ m: 1 }, { m: 2 }]],
  ])('the stage %j returns the expected documents for the input %j', async (stage, docs, expected) => {
    await collection('more', { m: 1 }, { m: 2 });
    const c = await collection('staged', ...docs);
    const found = await c.aggregate([{ $sort: { _id: 1 } }, stage]).toArray();
    expect(found.map(({ _id, ...rest }) => rest)).toEqual(expected);
  });

  test.each<[Document, number]>([
    [{ $limit: 0 }, 15958],
    [{ $limit: -1 }, 5107201],
    [{ $sort: 1 }, 15973],
    [{ $sort: {} }, 15976],
    [{ $unwind: { path: '$a' } }, 15981],
    [{ $unwind: 'a' }, 28818],
    [{ $unwind: '$$a' }, 16410],
    [{ $replaceRoot: 1 }, 40229],
    [{ $replaceRoot: {} }, 40414],
    [{ $replaceRoot: { newRoot: {}, x: 1 } }, 40415],
    [{ $count: 1 }, 40156],
    [{ $count: '' }, 40157],
    [{ $count: '$a' }, 40158],
    [{ $count: 'a.b' }, 40160],
    [{ $group: { n: { $sum: 1 } } }, 15955],
    [{ $group: { _id: '$$foo' } }, 17276],
    [{ $group: { _id: 1, $x: { $sum: 1 } } }, 40236],
    [{ $group: { _id: 1, x: 1 } }, 40234],
    [{ $group: { _id: 1, n: { $sum: '$$foo' } } }, 17276],
    [{ $group: { _id: 1, n: { $topN: { n: 1, output: '$a' } } } }, 5788001],
    [{ $group: { _id: 1, n: { $topN: { n: 0, sortBy: { a: 1 }, output: '$a' } } } }, 5787908],
    [{ $project: {} }, 51272],
    [{ $project: { a: '$$foo' } }, 17276],
    [{ $set: {} }, 40177],
    [{ $set: { a: { $concat: ['a'], b: 1 } } }, 15983],
    [{ $set: { a: { b: 1 } } }, 2],
    [{ $set: { 'a.b': 2 } }, 2],
    [{ $unionWith: 1 }, 9],
    [{ $unionWith: {} }, 9],
    [{ $unionWith: { coll: 'x', z: 1 } }, 40415],
    [{ $unionWith: { coll: 'x', pipeline: [{ $nope: 1 }] } }, 40324],
    [{ $match: 1 }, 15959],
    [{ $match: {}, $limit: 1 }, 40323],
  ])('the stage %j is rejected with the code %i, even on an empty collection', async (stage, code) => {
    const c = scratch.db.collection('nothing');
    await expect(c.aggregate([stage]).toArray()).rejects.toMatchObject({ code });
    await expect(c.aggregate([{ $set: { x: 1 } }, stage]).toArray()).rejects.toMatchObject({ code });
  });
});

describe('$group', () => {
  test('$group computes every supported accumulator', async () => {
    const c = await collection('grouped', { g: 'a', n: 3 }, { g: 'a', n: 1 }, { g: 'a', n: 2 }, { g: 'b' });
    const fields = {
      sum: { $sum: '$n' },
      first: { $first: '$n' },
      top: { $topN: { n: 2, sortBy: { n: 1 }, output: '$n' } },
      roots: { $topN: { n: 1, sortBy: { _id: -1 }, output: '$$ROOT' } },
    };
    const pipeline = [{ $sort: { _id: 1 } }, { $group: { _id: '$g', ...fields } }, { $sort: { _id: 1 } }];
    expect(await c.aggregate(pipeline).toArray()).toEqual([
      { _id: 'a', sum: 6, first: 3, top: [1, 2], roots: [{ _id: 2, g: 'a', n: 2 }] },
      { _id: 'b', sum: 0, first: null, top: [null], roots: [{ _id: 3, g: 'b' }] },
    ]);
  });

  test('$group reads the fields that nested expressions and $topN use', async () => {
    const c = await collection('named', { y: 7, z: 1 });
    const top = { $topN: { n: 1, sortBy: { z: 1 }, output: '$y' } };
    expect(await c.aggregate([{ $group: { _id: { sortBy: { x: '$y' } } } }]).toArray()).toEqual([
      { _id: { sortBy: { x: 7 } } },
    ]);
    expect(await c.aggregate([{ $group: { _id: 1, t: top } }]).toArray()).toEqual([{ _id: 1, t: [7] }]);
  });

  const L = (text: string) => Long.fromString(text);
  const MAX = L('9007199254740991');
  test.each<[unknown[], unknown]>([
    [[0.25, 0.5], 0.75],
    [[MAX, 1], new Double(9007199254740992)],
    [[2147483647, 1], L('2147483648')],
    [[L('1'), -2], L('-1')],
    [[L('-4294967297'), L('3000000000')], L('-1294967297')],
    [[1, new Double(2)], new Double(3)],
    [[Infinity, 1], new Double(Infinity)],
    [[Infinity, -Infinity], new Double(NaN)],
    [['x', null, new Date(7)], 0],
  ])('$sum of %j has the widest numeric type of its operands, or a wider one if needed', async (values, expected) => {
    const c = await collection('summed', ...values.map((n) => ({ n })));
    const stages = [{ $sort: { _id: 1 } }, { $group: { _id: null, v: { $sum: '$n' } } }];
    const [found] = await c.aggregate(stages, { promoteValues: false }).toArray();
    expect(asJson(found!.v)).toBe(asJson(expected));
  });
});

test.each([
  ['a little', 18],
  ['far', 70],
])('a pipeline result that is %s over the size limit of a document is rejected', async (_, count) => {
  const c = await collection('large', ...Array.from({ length: count }, () => ({ x: 'x'.repeat(950_000) })));
  const all = { $topN: { n: count, sortBy: { _id: 1 }, output: '$x' } };
  await expect(c.aggregate([{ $group: { _id: 1, all } }]).toArray()).rejects.toMatchObject({ code: 10334 });
  expect(await c.countDocuments()).toBe(count);
});

test.each<[Document, number]>([
  [{ aggregate: 'x', cursor: {} }, 40414],
  [{ aggregate: 'x', pipeline: 1, cursor: {} }, 14],
  [{ aggregate: 'x', pipeline: [], cursor: { foo: 1 } }, 40415],
  [{ aggregate: 'x', pipeline: [] }, 9],
  [{ aggregate: 1, pipeline: [], cursor: {} }, 9],
  [{ explain: { aggregate: 'x', pipeline: [{ $nope: 1 }], cursor: {} } }, 40324],
  [{ explain: { aggregate: 'x', pipeline: [{ $set: { a: 1 } }, { $nope: 1 }], cursor: {} } }, 40324],
])('the aggregate command %j is rejected with the code %i', async (command, code) => {
  await expect(scratch.db.command(command)).rejects.toMatchObject({ code });
});
