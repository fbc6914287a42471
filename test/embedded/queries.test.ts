import { decodeDocument } from '../../src/embedded/bson/decode.js';
import { encodeDocument } from '../../src/embedded/bson/encode.js';
import type { Doc } from '../../src/embedded/bson/values.js';
import { parseFilter } from '../../src/embedded/query/parse-filter.js';
import { compileFilter } from '../../src/embedded/query/compile-filter.js';
import { parseProjection } from '../../src/embedded/query/projection/projection.js';
import { parseSort, Sorter } from '../../src/embedded/query/sort.js';
import { BSON, type Document } from 'mongodb';

/** Returns a document in the internal form of the embedded database. */
const doc = (value: Document): Doc => decodeDocument(Buffer.from(BSON.serialize(value)));
const matches = (filter: Document, value: Document) => compileFilter(parseFilter(doc(filter)))(doc(value));

/** Filter, documents that it matches, documents that it does not match: as in MongoDB 7.0. */
const CASES: [Document, Document[], Document[]][] = [
  [{ a: 1 }, [{ a: 1 }, { a: [2, 1] }], [{ a: '1' }, { a: [[1]] }, {}]],
  [{ a: null }, [{}, { a: null }, { a: [null] }], [{ a: 0 }, { a: [] }]],
  [{ 'a.b': null }, [{}, { a: {} }, { a: [{ c: 1 }] }, { a: 1 }], [{ a: [] }, { a: [1] }, { a: [{ b: 1 }] }]],
  [{ a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2]] }], [{ a: [2, 1] }, { a: [1] }]],
  [{ a: { x: 1, y: 2 } }, [{ a: { x: 1, y: 2 } }], [{ a: { y: 2, x: 1 } }, { a: { x: 1 } }]],
  [{ 'a.b': 1 }, [{ a: { b: 1 } }, { a: [{ b: 2 }, { b: [1] }] }], [{ a: [[{ b: 1 }]] }]],
  [{ 'a.0': 1 }, [{ a: [1, 2] }, { a: { 0: 1 } }, { a: [{ 0: 1 }] }], [{ a: [2, 1] }, { a: [[1, 2]] }]],
  [{ 'a.0': { $gt: 1 } }, [{ a: [2] }, { a: { 0: [2] } }], [{ a: [[2]] }]],
  [{ 'a.0': [1, 2] }, [{ a: [[1, 2]] }], [{ a: [1, 2] }]],
  [{ 'a.0.b': null }, [{}, { a: [{}] }, { a: [[{}]] }], [{ a: [5] }, { a: [1, [{}]] }, { a: [[{ b: 1 }]] }]],
  [{ 'a.0.b': 1 }, [{ a: [{ b: 1 }] }, { a: [[{ b: 1 }]] }], [{ a: [0, { b: 1 }] }]],
  [{ 'a.1.b': 3 }, [{ a: [0, { b: 3 }] }], [{ a: [{ b: 3 }, 0] }]],
  [{ a: { $gt: 1, $lt: 4 } }, [{ a: 2 }, { a: [0, 9] }], [{ a: 1 }, { a: '2' }, { a: null }]],
  [{ a: { $gte: null } }, [{ a: null }, {}], [{ a: 0 }]],
  [{ a: { $lt: 'b' } }, [{ a: 'a' }, { a: '' }], [{ a: 1 }, { a: 'b' }]],
  [{ a: { $lt: NaN } }, [], [{ a: NaN }, { a: 1 }]],
  [{ a: { $lte: NaN } }, [{ a: NaN }], [{ a: 1 }]],
  [{ a: { $lt: 5 } }, [{ a: -Infinity }], [{ a: NaN }]],
  [{ a: { $ne: 1 } }, [{}, { a: 2 }, { a: [2] }], [{ a: 1 }, { a: [2, 1] }]],
  [{ a: { $in: [null] } }, [{}, { a: null }], [{ a: 1 }]],
  [{ a: { $nin: [1, null] } }, [{ a: 2 }], [{}, { a: [1] }]],
  [{ a: { $not: { $gt: 1 } } }, [{}, { a: 1 }, { a: 'x' }], [{ a: 2 }, { a: [0, 2] }]],
  [{ a: { $exists: false } }, [{}], [{ a: null }, { a: [] }]],
  [
    { a: { $elemMatch: { b: 1, c: 2 } } },
    [{ a: [{ b: 1, c: 2 }] }],
    [{ a: [{ b: 1 }, { c: 2 }] }, { a: { b: 1, c: 2 } }],
  ],
  [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, [{ a: [2] }], [{ a: [0, 4] }, { a: 2 }]],
  [{ a: { $type: 'array' } }, [{ a: [] }], [{ a: 1 }]],
  [{ a: { $type: ['string', 'null'] } }, [{ a: 'x' }, { a: null }, { a: [1, 'x'] }], [{}, { a: 1 }]],
  [{ $or: [{ a: 1 }, { b: 1 }] }, [{ b: 1 }], [{ c: 1 }]],
  [{ $nor: [{ a: 1 }, { b: 1 }] }, [{}], [{ a: 1 }]],
];

test.each(CASES.map(([filter, yes, no]) => [BSON.EJSON.stringify(filter), filter, yes, no] as const))(
  'the filter %s matches the expected documents',
  (_, filter, yes, no) => {
    expect(yes.map((value) => [value, matches(filter, value)])).toEqual(yes.map((value) => [value, true]));
    expect(no.map((value) => [value, matches(filter, value)])).toEqual(no.map((value) => [value, false]));
  },
);

test.each([
  { $nope: 1 },
  { a: { $nope: 1 } },
  { $or: [] },
  { $and: {} },
  { a: { $in: 1 } },
  { a: { $in: [{ $gt: 1 }] } },
  { a: { $not: 1 } },
  { a: { $regex: '(' } },
  { a: { $type: 'nope' } },
  { a: { $elemMatch: 1 } },
])('the filter %j is rejected', (filter) => {
  expect(() => parseFilter(doc(filter))).toThrow();
});

const project = (spec: Document, value: Document) =>
  BSON.deserialize(encodeDocument(parseProjection(doc(spec))!.run(doc(value))));

test.each<[Document, Document, Document]>([
  [{ a: 1 }, { _id: 1, a: 2, b: 3 }, { _id: 1, a: 2 }],
  [{ a: 0 }, { _id: 1, a: 2, b: 3 }, { _id: 1, b: 3 }],
  [{ _id: 0 }, { _id: 1, a: 2 }, { a: 2 }],
  [{ _id: 0, a: 1 }, { _id: 1, a: 2, b: 1 }, { a: 2 }],
  [{ 'a.b': 1 }, { _id: 1, a: [{ b: 1, c: 2 }, 5, { c: 3 }] }, { _id: 1, a: [{ b: 1 }, {}] }],
  [{ 'a.b': 0 }, { _id: 1, a: [{ b: 1, c: 2 }, 5] }, { _id: 1, a: [{ c: 2 }, 5] }],
  [{ 'a.b': 1 }, { _id: 1, a: { b: 1, c: 2 } }, { _id: 1, a: { b: 1 } }],
  [
    { a: 1, b: { $concat: ['$x', 'y'] } },
    { _id: 1, a: 2, x: 'x' },
    { _id: 1, a: 2, b: 'xy' },
  ],
  [{ n: 'text' }, { _id: 1, n: 4 }, { _id: 1, n: 'text' }],
])('the projection %j is applied to the document %j', (spec, value, expected) => {
  expect(project(spec, value)).toEqual(expected);
});

test('a projection that mixes inclusion and exclusion, or repeats a path, is rejected', () => {
  expect(() => parseProjection(doc({ a: 1, b: 0 }))).toThrow(/Cannot do exclusion on field b in inclusion projection/);
  expect(() => parseProjection(doc({ a: 1, 'a.b': 1 }))).toThrow(/Path collision/);
});

test('an ascending sort uses the smallest item of an array, a descending one the largest, and is stable', () => {
  const ascending = (sort: Document, docs: Document[], limit = 0) => {
    const sorter = new Sorter<unknown>(parseSort(doc(sort)), limit);
    for (const each of docs) sorter.add(doc(each), each.n);
    return sorter.result();
  };
  const docs = [{ n: 0, a: [3, 9] }, { n: 1, a: 5 }, { n: 2, a: [] }, { n: 3 }, { n: 4, a: null }, { n: 5, a: 'x' }];
  expect(ascending({ a: 1 }, docs)).toEqual([2, 3, 4, 0, 1, 5]);
  expect(ascending({ a: -1 }, docs)).toEqual([5, 0, 1, 3, 4, 2]);
  expect(ascending({ a: -1 }, docs, 2)).toEqual([5, 0]);
});

test('a sort by two fields of one array uses values of the same item', () => {
  const ascending = (sort: Document, docs: Document[]) => {
    const sorter = new Sorter<unknown>(parseSort(doc(sort)), 0);
    docs.forEach((each, i) => sorter.add(doc(each), i));
    return sorter.result();
  };
  const pairs = [
    {
      a: [
        { b: 1, c: 9 },
        { b: 2, c: 0 },
      ],
    },
    { a: [{ b: 1, c: 5 }] },
    {
      a: [
        { b: 1, c: 7 },
        { b: 1, c: 8 },
      ],
    },
  ];
  expect(ascending({ 'a.b': 1, 'a.c': 1 }, pairs)).toEqual([1, 2, 0]);
  expect(ascending({ 'a.b': -1, 'a.c': 1 }, pairs)).toEqual([0, 1, 2]);
  expect(ascending({ 'a.b': 1 }, [{ a: { b: 3 } }, { a: [1, { b: 5 }] }, { a: [{ b: 2 }] }])).toEqual([1, 2, 0]);
  expect(() => ascending({ a: 1, b: 1 }, [{ a: [1], b: [2] }])).toThrow(
    'cannot sort with keys that are parallel arrays',
  );
});
