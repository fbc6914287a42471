import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Document } from 'mongodb';
import { BSON, DBRef, Long, ObjectId } from 'mongodb';
import type { ScratchDatabase } from './scratch-database.js';
import { refusal, scratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
  await scratch.db.createCollection('errors');
});
afterAll(() => scratch.stop());

let made = 0;

/** What a projection shows of the one document that a filter finds. */
async function shown(projection: Document, doc: Document, filter: Document = {}): Promise<Document | null> {
  const c = scratch.db.collection<Document>(`c${++made}`);
  await c.insertOne(doc);
  return c.findOne(filter, { projection });
}

const show = (value: unknown) => BSON.EJSON.stringify(value, { relaxed: false });

const ref = new DBRef('people', new ObjectId('65a000000000000000000001'), 'hr');
const doc = { _id: 1, a: 7, arr: [1, 2, 3], l: [{ x: 1 }, { x: 2 }], o: { l: [4, 5], m: 6 } };
const { _id, a, arr, l, o } = doc;

/** Projection, document, what is shown, in the order of its fields; the filter where it matters. */
const CASES: [Document, Document, Document, Document?][] = [
  // $slice of two kinds
  [{ f: { $slice: ['$arr', 2] } }, doc, { _id, f: [1, 2] }],
  [{ f: { $slice: ['$arr', 1, 2] } }, doc, { _id, f: [2, 3] }],
  [{ f: { $slice: [[7, 8, 9], -2] } }, doc, { _id, f: [8, 9] }],
  [{ a: 1, f: { $slice: ['$arr', '$_id'] } }, doc, { _id, a, f: [1] }],
  [{ arr: { $slice: 1 } }, doc, { ...doc, arr: [1] }],
  [{ arr: { $slice: Long.fromNumber(-1) } }, doc, { ...doc, arr: [3] }],
  [{ arr: { $slice: [1, 1.9] } }, doc, { ...doc, arr: [2] }],
  [{ arr: { $slice: NaN } }, doc, { ...doc, arr: [] }],
  [{ _id: 1, arr: { $slice: 1 } }, doc, { _id, arr: [1] }],
  [{ _id: 0, arr: { $slice: 1 } }, doc, { a, arr: [1], l, o }],
  [{ _id: 1, a: { $slice: 1 } }, doc, { _id, a }],
  [{ a: 0, arr: { $slice: 1 } }, doc, { _id, arr: [1], l, o }],
  [{ a: 1, 'o.l': { $slice: 1 } }, doc, { _id, a, o: { l: [4] } }],
  [{ 'a.b': { $slice: 1 } }, { _id, a: [{ b: [1, 2] }, [{ b: [1, 2] }]] }, { _id, a: [{ b: [1] }, [{ b: [1, 2] }]] }],
  [
    { arr: { $slice: 1 }, l: { $elemMatch: { x: 2 } } },
    doc,
    { _id, a, arr: [1], l: [{ x: 2 }], o }, // with $slice, $elemMatch alone makes no inclusion
  ],
  // $elemMatch
  [{ l: { $elemMatch: { x: 2 } } }, doc, { _id, l: [{ x: 2 }] }],
  [{ _id: 0, l: { $elemMatch: { x: 2 } } }, doc, { l: [{ x: 2 }] }],
  [{ l: { $elemMatch: { x: 2 } }, o: 1 }, doc, { _id, o, l: [{ x: 2 }] }],
  [{ a: 0, l: { $elemMatch: { x: 2 } } }, doc, { _id, arr, l: [{ x: 2 }], o }],
  [{ a: 0, l: { $elemMatch: { x: 9 } } }, doc, { _id, arr, o }],
  [{ l: { $elemMatch: { 0: 5 } } }, { _id, l: [5, [4], [5]] }, { _id, l: [[5]] }],
  [{ l: { $elemMatch: {} } }, { _id, l: [5, [4]] }, { _id, l: [[4]] }],
  [{ l: { $elemMatch: { b: { $exists: false } } } }, { _id, l: [5, [4]] }, { _id, l: [[4]] }],
  // positions
  [{ 'l.$': 1 }, doc, { _id, l: [{ x: 2 }] }, { 'l.x': 2 }],
  [{ l: { 'b.$': 1 } }, { _id, l: { b: [1, 2] } }, { _id, l: { b: [2] } }, { 'l.b': 2 }],
  [{ 'l.b.$': 1 }, { _id, l: [{ b: [1], c: 1 }, { b: [2, 3] }] }, { _id, l: [{ b: [2, 3] }] }, { 'l.b': 2 }],
  [{ 'a.$': 1 }, doc, { _id, a }, { a: 7 }],
  // the rest
  [{ _id: 1 }, doc, { _id }],
  [{ _id: 1, a: 0 }, doc, { _id, arr, l, o }],
  [{ o: { m: 1 }, 'o.l': 1 }, doc, { _id, o }],
  [{ 'r.$id': 1 }, { _id, r: ref }, { _id, r: { $id: ref.oid } }],
  [{ r: { $db: 0 } }, { _id, r: ref }, { _id, r: { $ref: 'people', $id: ref.oid } }],
  [{ a: { $add: ['$a', 1] }, arr: 1 }, doc, { _id, arr, a: 8 }],
  [{ 'o.n': '$a', o: { m: 1 } }, doc, { _id, o: { m: 6, n: 7 } }],
];

test.each(CASES.map(([projection, ...rest]) => [show(projection), { projection, rest }] as const))(
  'the projection %s',
  async (_, { projection, rest: [document, expected, filter] }) => {
    // as text: the order of the fields matters
    expect(show(await shown(projection, document, filter))).toBe(show(expected));
  },
);

const POSITION_ALONE =
  "As of 4.4, it's illegal to specify positional operator in the middle of a path." +
  'Positional projection may only be used at the end';

/** A projection, the code that it is refused with, and what the message tells. */
const REFUSED: [Document, number, string][] = [
  [{ f: { $slice: 'x' } }, 28667, 'Invalid $slice syntax.'],
  [{ f: { $slice: [1] } }, 28667, 'Expression $slice takes at least 2 arguments, and at most 3, but 1 were passed in.'],
  [{ f: { $slice: [1, 0] } }, 28724, 'First argument to $slice must be an array, but is of type: int'],
  [{ f: { $slice: [1, 2, 3] } }, 28724, 'First argument to $slice must be an array, but is of type: int'],
  [{ l: { $elemMatch: 5 } }, 31274, 'elemMatch: Invalid argument, object required, but got int'],
  [{ 'o.l': { $elemMatch: { x: 1 } } }, 31275, 'Cannot use $elemMatch projection on a nested field.'],
  [{ o: { l: { $elemMatch: { x: 1 } } } }, 31275, 'Cannot use $elemMatch projection on a nested field.'],
  [{ l: { $elemMatch: { $expr: true } } }, 2, '$expr can only be applied to the top-level document'],
  [{ 'l.$': 1, 'arr.$': 1 }, 31276, 'Cannot specify more than one positional projection per query.'],
  [{ 'l.$': 0 }, 31395, 'positional projection cannot be used with exclusion'],
  [{ 'l.$.x': 1 }, 31394, POSITION_ALONE],
  [{ a: 0, 'l.$': 1 }, 31253, 'Cannot do inclusion on field l.$ in exclusion projection'],
  [{ 'l.$': 1, a: 0 }, 31254, 'Cannot do exclusion on field a in inclusion projection'],
  [{ 'l.$': 1, arr: { $elemMatch: { x: 1 } } }, 31255, 'Cannot specify positional operator and $elemMatch.'],
  [{ arr: { $elemMatch: { x: 1 } }, 'l.$': 1 }, 31256, 'Cannot specify positional operator and $elemMatch.'],
  [{ 'l.$': { x: 1 } }, 31271, 'positional projection cannot be used with an expression or sub object'],
  [{ 'l.$': 'x' }, 31308, 'positional projection cannot be used with a literal'],
  [{ '.$': 1 }, 5392900, 'Projection on field .$ is invalid'],
  [{ a: 0, z: { $add: [1, 2] } }, 31252, 'Cannot use expression other than $meta in exclusion projection'],
  [{ a: 0, z: 'literal' }, 31310, 'Cannot use an expression z: "literal" in an exclusion projection'],
  [{ a: 0, z: ['$b'] }, 31310, 'Cannot use an expression z: [ "$b" ] in an exclusion projection'],
  [{ z: { $add: [1, 2] }, a: 0 }, 31254, 'Cannot do exclusion on field a in inclusion projection'],
  [{ a: 0, b: 1 }, 31253, 'Cannot do inclusion on field b in exclusion projection'],
  [{ o: { l: 1, m: 0 } }, 31254, 'Cannot do exclusion on field m in inclusion projection'],
  [{ z: { $foo: 1 } }, 31325, 'Unknown expression $foo'],
  [{ z: { $add: [1, 2], b: 1 } }, 16410, "FieldPath field names may not start with '$'"],
  [{ $a: 1 }, 16410, "FieldPath field names may not start with '$'"],
  [{ 'a.$b': 1 }, 16410, "FieldPath field names may not start with '$'"],
  [{ 'a..b': 1 }, 15998, 'FieldPath field names may not be empty strings.'],
  [{ 'a.': 0 }, 40353, "FieldPath must not end with a '.'."],
  [{ '': 1 }, 40352, 'FieldPath cannot be constructed with empty string'],
  [{ z: {} }, 51270, 'Invalid empty sub-projection: z'],
  [{ 'o.l': 1, o: 1 }, 31250, 'Path collision at o'],
  [{ o: 1, 'o.l.m': 1 }, 31249, 'Path collision at o.l.m remaining portion l.m'],
];

test.each(REFUSED.map(([projection, code, message]) => [show(projection), code, message, projection] as const))(
  'the projection %s is refused with %i: %s',
  async (_, code, message, projection) => {
    const c = scratch.db.collection('errors');
    expect(await refusal(c.find({ l: 1 }, { projection }).toArray())).toEqual([code, expect.stringContaining(message)]);
  },
);

test('a position that the filter did not settle fails while documents are read', async () => {
  const position = { 'l.$': 1 };
  await expect(shown(position, doc, { a: 7 })).rejects.toMatchObject({ code: 51246 });
  await expect(shown({ 'arr.$': 1 }, { _id, l: [1, 2], arr: [5] }, { l: 2 })).rejects.toMatchObject({ code: 51247 });
});

test.each<[Document, number]>([
  [{ 'l.$': 1 }, 31324],
  [{ l: { $elemMatch: { x: 1 } } }, 168],
])('the stage $project refuses %j with %i', async ($project, code) => {
  await expect(scratch.db.collection('errors').aggregate([{ $project }]).toArray()).rejects.toMatchObject({ code });
});
