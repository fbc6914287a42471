import type { Collection, Document } from 'mongodb';
import { growthBelow } from '../support/processor-time.js';
import type { ScratchDatabase } from './scratch-database.js';
import { scratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.stop());

/** A collection of its own, with these documents. */
async function collection(name: string, ...docs: Document[]): Promise<Collection<Document>> {
  const made = scratch.db.collection(name);
  await made.deleteMany({});
  if (docs.length > 0) await made.insertMany(docs);
  return made;
}

/** What stages make of documents, without a collection. */
const pipe = (docs: Document[], ...stages: Document[]) =>
  scratch.db.aggregate([{ $documents: docs }, ...stages]).toArray();

/** What an expression is for one document; nothing when it is missing. */
async function valueOf(expression: unknown, doc: Document = {}, options: Document = {}): Promise<unknown> {
  const c = await collection('one', doc);
  const [found] = await c.aggregate([{ $replaceWith: { v: expression } }], options).toArray();
  return found!.v;
}

const STRENGTH_2 = { collation: { locale: 'en', strength: 2 } };

describe('expressions', () => {
  test.each<[unknown, Document, unknown]>([
    // a path goes into documents of an array, not into arrays of an array
    ['$a.b', { a: [[{ b: 1 }]] }, []],
    ['$a.b', { a: [{ b: 1 }, [{ b: 2 }], { b: [3] }] }, [1, [3]]],
    [{ $map: { input: '$a', as: 'CURRENT', in: '$b' } }, { a: [{ b: 1 }, { b: 2 }], b: 3 }, [1, 2]],
    [{ $const: '$a' }, { a: 1 }, '$a'],
    [{ $getField: { $literal: '$a' } }, { $a: 1 }, 1],
    [{ $max: ['$a', 1] }, { a: 3 }, 3],
  ])('%j of %j', async (expression, doc, expected) => {
    expect(await valueOf(expression, doc)).toEqual(expected);
  });

  test.each<[unknown, unknown, unknown]>([
    [{ $eq: ['$s', 'ABC'] }, true, false],
    [{ $ne: ['$s', 'ABC'] }, false, true],
    [{ $cmp: ['$s', 'ABC'] }, 0, 1],
    [{ $gt: ['$s', 'ABC'] }, false, true],
    [{ $in: ['ABC', ['x', '$s']] }, true, false],
    [
      {
        $setUnion: [
          ['b', '$s'],
          ['ABC', 'B'],
        ],
      },
      ['abc', 'b'],
      ['ABC', 'B', 'abc', 'b'],
    ],
    [{ $max: ['$s', 'B'] }, 'B', 'abc'],
    [{ $min: ['$s', 'B'] }, 'abc', 'B'],
  ])('%j compares by the collation', async (expression, collated, plain) => {
    expect(await valueOf(expression, { s: 'abc' }, STRENGTH_2)).toEqual(collated);
    expect(await valueOf(expression, { s: 'abc' })).toEqual(plain);
  });

  test.each<[unknown, number]>([
    [{ a: 1, $add: [1, 2] }, 16410],
    [{ $add: [1, 2], a: 1 }, 15983],
    [{ 'a.b': 1 }, 16412],
    [{ '': 1 }, 15998],
    ['$a.', 40353],
    [{ $cond: [true, 1, '$$nope'] }, 17276],
    [{ $and: [false, '$$nope'] }, 17276],
    [{ $map: { input: [], in: '$$that' } }, 17276],
    ['$$KEEP', 17276],
    ['$$Nope', 17276],
    ['$$', 9],
    ['$$a-b', 9],
    [{ $map: { input: [], as: 'Bad', in: 1 } }, 9],
    [{ $map: 1 }, 16878],
    [{ $map: { input: [], in: 1, x: 1 } }, 16879],
    [{ $map: { in: 1 } }, 16880],
    [{ $map: { input: [] } }, 16882],
    [{ $map: { input: 1, in: 1 } }, 16883],
    [{ $cond: { then: 1, else: 2 } }, 17080],
    [{ $cond: { if: 1, else: 2 } }, 17081],
    [{ $cond: { if: 1, then: 2 } }, 17082],
    [{ $cond: { if: 1, then: 2, else: 3, x: 1 } }, 17083],
    [{ $getField: { field: 'a', input: {}, x: 1 } }, 3041701],
    [{ $getField: { input: {} } }, 3041702],
    [{ $getField: { field: 'a' } }, 3041703],
    [{ $arrayElemAt: [[1], 'x'] }, 28690],
    [{ $arrayElemAt: [[1], 1.5] }, 28691],
    [{ $concatArrays: [[1], 2] }, 28664],
    [{ $setUnion: [[1], 1] }, 17043],
  ])('%j is refused with %i', async (expression, code) => {
    await expect(valueOf(expression)).rejects.toMatchObject({ code });
  });
});

describe('stages', () => {
  test.each<[Document, number]>([
    [{ $limit: 0 }, 15958],
    [{ $limit: -1 }, 5107201],
    [{ $skip: -1 }, 5107200],
    [{ $skip: 'x' }, 5107200],
    [{ $sort: 1 }, 15973],
    [{ $sort: {} }, 15976],
    [{ $unwind: 1 }, 15981],
    [{ $unwind: { path: 1 } }, 28808],
    [{ $unwind: { path: '$a', preserveNullAndEmptyArrays: 1 } }, 28809],
    [{ $unwind: { path: '$a', includeArrayIndex: '' } }, 28810],
    [{ $unwind: { path: '$a', x: 1 } }, 28811],
    [{ $unwind: {} }, 28812],
    [{ $unwind: 'a' }, 28818],
    [{ $unwind: { path: '$a', includeArrayIndex: '$i' } }, 28822],
    [{ $unwind: '$$a' }, 16410],
    [{ $replaceRoot: 1 }, 40229],
    [{ $replaceRoot: {} }, 40414],
    [{ $replaceRoot: { newRoot: {}, x: 1 } }, 40415],
    [{ $sample: 1 }, 28745],
    [{ $sample: { size: 'x' } }, 28746],
    [{ $sample: { size: 0 } }, 28747],
    [{ $sample: { size: 1, x: 1 } }, 28748],
    [{ $sample: {} }, 28749],
    [{ $count: 1 }, 40156],
    [{ $count: '' }, 40157],
    [{ $count: '$a' }, 40158],
    [{ $count: 'a.b' }, 40160],
    [{ $sortByCount: { a: 1 } }, 40147],
    [{ $sortByCount: 'x' }, 40148],
    [{ $sortByCount: 1 }, 40149],
    [{ $group: { _id: '$$foo' } }, 17276],
    [{ $project: { a: '$$foo' } }, 17276],
    [{ $group: { _id: 1, $x: { $sum: 1 } } }, 40236],
    [{ $group: { _id: 1, n: { $sum: '$$foo' } } }, 17276],
    [{ $set: { a: { b: 1, $add: [1] } } }, 16410],
    [{ $unionWith: 1 }, 9],
    [{ $unionWith: {} }, 9],
    [{ $unionWith: { coll: 'x', z: 1 } }, 40415],
    [{ $unionWith: { coll: 'x', pipeline: [{ $nope: 1 }] } }, 40324],
    [{ $documents: [] }, 40602],
  ])('%j is refused with %i, though there is no document', async (stage, code) => {
    await expect(pipe([], stage)).rejects.toMatchObject({ code });
    await expect(
      scratch.db
        .collection('nothing')
        .aggregate([{ $set: { x: 1 } }, stage])
        .toArray(),
    ).rejects.toMatchObject({
      code,
    });
  });

  test.each([0, -1, 1.5, 'x'])('the first %j of a group are refused', async (n) => {
    const first = { $topN: { n, sortBy: { a: 1 }, output: '$a' } };
    await expect(pipe([{ a: 1 }], { $group: { _id: 1, first } })).rejects.toMatchObject({ code: 5787908 });
  });

  test('a sample has as many documents as are asked for, each once, and no more than there are', async () => {
    const all = Array.from({ length: 200 }, (_, a) => ({ a }));
    const sampled = async (size: number) => {
      const found = await scratch.db.aggregate([{ $documents: all }, { $sample: { size } }]).toArray();
      return [found.length, new Set(found.map(({ a }) => a as number)).size];
    };
    expect([await sampled(3), await sampled(300)]).toEqual([
      [3, 3],
      [200, 200],
    ]);
  });

  test('$documents takes expressions, and an expression that gives a list', async () => {
    expect(await pipe([{ a: { $add: [1, 2] } }])).toEqual([{ a: 3 }]);
    expect(
      await scratch.db.aggregate([{ $documents: { $map: { input: [1, 2], in: { a: '$$this' } } } }]).toArray(),
    ).toEqual([{ a: 1 }, { a: 2 }]);
    expect(await scratch.db.aggregate([{ $documents: '$$list' }], { let: { list: [{ a: 1 }] } }).toArray()).toEqual([
      { a: 1 },
    ]);
  });

  test.each<[unknown, number]>([
    [[1], 40228],
    [[null], 40228],
    [[1, NaN], 40228],
    ['x', 5858203],
    [{ a: 1 }, 5858203],
    [[{ a: '$$nope' }], 17276],
  ])('$documents: %j is refused with %i', async (operand, code) => {
    await expect(scratch.db.aggregate([{ $documents: operand }]).toArray()).rejects.toMatchObject({ code });
  });

  test('documents may be added without a collection', async () => {
    const made = {
      $documents: [
        { k: 1, v: 'a' },
        { k: 2, v: 'b' },
      ],
    };
    expect(await pipe([{ k: 2 }], { $unionWith: { pipeline: [made, { $match: { k: 1 } }] } })).toEqual([
      { k: 2 },
      { k: 1, v: 'a' },
    ]);
  });

  test('a group reads every field that its expressions name', async () => {
    const c = await collection('grouped', { y: 7, z: 1 });
    expect(await c.aggregate([{ $group: { _id: { sortBy: { x: '$y' } } } }]).toArray()).toEqual([
      { _id: { sortBy: { x: 7 } } },
    ]);
    expect(
      await c.aggregate([{ $group: { _id: 1, t: { $topN: { n: 1, sortBy: { z: 1 }, output: '$y' } } } }]).toArray(),
    ).toEqual([{ _id: 1, t: [7] }]);
  });

  test('$$NOW is one moment throughout a command, also where it works in turns', async () => {
    const c = await collection('many', ...Array.from({ length: 30_000 }, (_, i) => ({ _id: i })));
    const found = await c
      .aggregate(
        [
          { $group: { _id: '$$NOW', lets: { $addToSet: '$$began' } } },
          {
            $unionWith: { coll: 'many', pipeline: [{ $limit: 1 }, { $project: { _id: '$$NOW', lets: ['$$began'] } }] },
          },
        ],
        { let: { began: '$$NOW' } },
      )
      .toArray();
    const moment: unknown = found[0]!._id;
    expect(found).toEqual([
      { _id: moment, lets: [moment] },
      { _id: moment, lets: [moment] },
    ]);
  });
});

describe('a collation', () => {
  let c: Collection<Document>;
  beforeAll(async () => {
    c = await collection('words', { _id: 1, s: 'abc', n: 1 }, { _id: 2, s: 'ABC', n: 2 }, { _id: 3, s: 'B', n: 3 });
  });

  test('holds in $expr, of a find and of a pipeline', async () => {
    const filter = { $expr: { $eq: ['$s', 'ABC'] } };
    const ids = (docs: Document[]) => docs.map(({ _id }) => _id as unknown);
    expect(ids(await c.find(filter, STRENGTH_2).toArray())).toEqual([1, 2]);
    expect(ids(await c.aggregate([{ $match: filter }], STRENGTH_2).toArray())).toEqual([1, 2]);
    expect(ids(await c.aggregate([{ $set: { x: 1 } }, { $match: filter }], STRENGTH_2).toArray())).toEqual([1, 2]);
    expect(ids(await c.find(filter).toArray())).toEqual([2]);
  });

  test('holds in what a projection computes, of a find and of a pipeline', async () => {
    const projection = { _id: 0, same: { $eq: ['$s', 'ABC'] } };
    const expected = [{ same: true }, { same: true }, { same: false }];
    expect(await c.find({}, { projection, ...STRENGTH_2 }).toArray()).toEqual(expected);
    expect(await c.aggregate([{ $project: projection }], STRENGTH_2).toArray()).toEqual(expected);
  });

  test('holds in accumulators', async () => {
    const [found] = await c
      .aggregate(
        [
          {
            $group: {
              _id: null,
              set: { $addToSet: '$s' },
              min: { $min: '$s' },
              max: { $max: '$s' },
              top: { $topN: { n: 1, sortBy: { s: -1 }, output: '$s' } },
              equal: { $sum: { $cond: [{ $eq: ['$s', 'abc'] }, 1, 0] } },
            },
          },
        ],
        STRENGTH_2,
      )
      .toArray();
    expect(found).toEqual({
      _id: null,
      set: ['abc', 'B'],
      min: 'abc',
      max: 'B',
      top: ['B'],
      equal: 2,
    });
  });

  test('holds in groups', async () => {
    expect(await c.aggregate([{ $group: { _id: '$s', n: { $sum: 1 } } }], STRENGTH_2).toArray()).toEqual([
      { _id: 'abc', n: 2 },
      { _id: 'B', n: 1 },
    ]);
  });

  test('grouping four times as many words takes some four times as long', async () => {
    const grouping = async (count: number) => {
      const words = Array.from({ length: count }, (_, i) => ({ w: `${i < count / 2 ? 'w' : 'W'}${i % (count / 2)}` }));
      const dictionary = await collection(`dictionary-${count}`, ...words);
      const stages = [{ $group: { _id: '$w', n: { $sum: 1 } } }, { $group: { _id: '$n', n: { $sum: 1 } } }];
      return async () =>
        expect(await dictionary.aggregate(stages, STRENGTH_2).toArray()).toEqual([{ _id: 2, n: count / 2 }]);
    };
    // Sixteen times were it to compare each with each.
    expect(await growthBelow(10, await grouping(10_000), await grouping(40_000))).toBeLessThan(10);
  });
});

describe('what is too much or not there', () => {
  test.each([
    ['a little', 30],
    ['far', 70],
  ])('a document that is %s over the bound is refused, and the connection lives on', async (_, count) => {
    const c = await collection('large', ...Array.from({ length: count }, () => ({ x: 'x'.repeat(900_000) })));
    await expect(c.aggregate([{ $group: { _id: 1, all: { $push: '$x' } } }]).toArray()).rejects.toMatchObject({
      code: 10334,
    });
    expect(await c.countDocuments()).toBe(count);
  });

  test.each<[Document, number]>([
    [{ aggregate: 'x', cursor: {} }, 40414],
    [{ aggregate: 'x', pipeline: 1, cursor: {} }, 14],
    [{ aggregate: 'x', pipeline: [], cursor: { foo: 1 } }, 40415],
    [{ aggregate: true, pipeline: [], cursor: {} }, 9],
    [{ aggregate: 'x', pipeline: [], cursor: {}, let: { A: 1 } }, 9],
    [{ explain: { aggregate: 'x', pipeline: [{ $nope: 1 }], cursor: {} } }, 40324],
    [{ explain: { aggregate: 'x', pipeline: [{ $set: { a: 1 } }, { $nope: 1 }], cursor: {} } }, 40324],
  ])('%j is refused with %i', async (command, code) => {
    await expect(scratch.db.command(command)).rejects.toMatchObject({ code });
  });

  test('a pipeline without a collection can be explained', async () => {
    const pipeline = [{ $documents: [{ a: 1 }] }, { $match: { a: 1 } }];
    expect(await scratch.db.command({ explain: { aggregate: 1, pipeline, cursor: {} } })).toMatchObject({
      ok: 1,
      stages: pipeline,
    });
  });
});
