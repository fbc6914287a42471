import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BSON, type Document, Double, Long } from 'mongodb';
import { commandError, scratchDatabase, type ScratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
  await scratch.db.createCollection('errors');
});
afterAll(() => scratch.stop());

let collectionCount = 0;

/** Returns a document after a projection. */
async function project(projection: Document, doc: Document): Promise<Document | null> {
  const c = scratch.db.collection<Document>(`c${++collectionCount}`);
  await c.insertOne(doc);
  return c.findOne({}, { projection });
}

const toJson = (value: unknown) => BSON.EJSON.stringify(value, { relaxed: false });

const doc = { _id: 1, a: 7, arr: [1, 2, 3], l: [{ x: 1 }, { x: 2 }], o: { l: [4, 5], m: 6 } };
const { _id, arr, l, o } = doc;

/** Projection, document, and the result with its field order. */
const CASES: [Document, Document, Document][] = [
  [{ _id: 1 }, doc, { _id }],
  [{ _id: 1, a: 0 }, doc, { _id, arr, l, o }],
  [{ 'o.m': 1, 'o.l': 1 }, doc, { _id, o }],
  [{ a: { $ifNull: ['$z', '$a'] }, arr: 1 }, doc, { _id, arr, a: 7 }],
];

test.each(CASES.map(([projection, ...args]) => [toJson(projection), { projection, rest: args }] as const))(
  'the projection %s returns the expected document',
  async (_, { projection, rest: [document, expected] }) => {
    // as text, because the order of fields matters
    expect(toJson(await project(projection, document))).toBe(toJson(expected));
  },
);

test('similar projections return different results, since they are cached separately', async () => {
  const similarPairs: [Document, Document][] = [
    [{ a: 1 }, { _id, a: 7 }],
    [{ a: { $literal: 1 } }, { _id, a: 1 }],
    [{ a: { $literal: true } }, { _id, a: true }],
    [{ a: true }, { _id, a: 7 }],
    [{ a: { $literal: new Long(1n) } }, { _id, a: new Long(1n) }],
    [{ a: { $literal: new Double(1) } }, { _id, a: new Double(1) }],
    [{ a: { $literal: '1' } }, { _id, a: '1' }],
    [{ a: 0 }, { _id, arr, l, o }],
    [{ a: { $literal: 0 } }, { _id, a: 0 }],
    [{ a: { $literal: -0 } }, { _id, a: -0 }],
    [{ _id: 0, a: 1 }, { a: 7 }],
    [{ a: 1, _id: 0 }, { a: 7 }],
  ];
  const c = scratch.db.collection<Document>('alike', { promoteValues: false });
  await c.insertOne(doc as Document);
  for (const [projection, expected] of [...similarPairs, ...similarPairs]) {
    const [found] = await c.aggregate([{ $project: projection }]).toArray();
    expect(toJson([projection, found])).toBe(toJson([projection, expected]));
    expect(toJson(await c.findOne({}, { projection }))).toBe(toJson(expected));
  }
});

/** An invalid projection, its error code, and a part of the message. */
const REFUSED: [Document, number, string][] = [
  [{ f: { $slice: 1 } }, 168, 'Cannot use $slice in a projection'],
  [{ l: { $elemMatch: { x: 1 } } }, 168, 'Cannot use $elemMatch in a projection'],
  [{ 'l.$': 1 }, 31324, 'Cannot use positional projection'],
  [{ 'l.$.x': 1 }, 31324, 'Cannot use positional projection'],
  [{ a: 0, z: { $ifNull: [1, 2] } }, 31252, 'Cannot use expression other than $meta in exclusion projection'],
  [{ a: 0, z: 'literal' }, 31310, 'Cannot use an expression z: "literal" in an exclusion projection'],
  [{ a: 0, z: ['$b'] }, 31310, 'Cannot use an expression z: ["$b"] in an exclusion projection'],
  [{ z: { $ifNull: [1, 2] }, a: 0 }, 31254, 'Cannot do exclusion on field a in inclusion projection'],
  [{ a: 0, b: 1 }, 31253, 'Cannot do inclusion on field b in exclusion projection'],
  [{ 'o.l': 1, 'o.m': 0 }, 31254, 'Cannot do exclusion on field o.m in inclusion projection'],
  [{ z: { $foo: 1 } }, 31325, 'Unknown expression $foo'],
  [{ z: { $ifNull: [1, 2], b: 1 } }, 51270, 'A projection nested in z; it is not offered'],
  [{ $a: 1 }, 16410, "FieldPath field names may not start with '$'"],
  [{ 'a.$b': 1 }, 16410, "FieldPath field names may not start with '$'"],
  [{ 'a..b': 1 }, 15998, 'FieldPath field names may not be empty strings.'],
  [{ 'a.': 0 }, 40353, "FieldPath must not end with a '.'."],
  [{ '': 1 }, 40352, 'FieldPath cannot be constructed with empty string'],
  [{ o: { l: 1 } }, 51270, 'A projection nested in o; it is not offered'],
  [{ 'o.n': '$a' }, 51270, 'The computed field o.n; it is not offered'],
  [{ 'o.n': { $literal: 1 } }, 51270, 'The computed field o.n; it is not offered'],
  [{ 'o.l': 1, o: 1 }, 31250, 'Path collision at o'],
  [{ o: 1, 'o.l.m': 1 }, 31249, 'Path collision at o.l.m remaining portion l.m'],
];

test.each(REFUSED.map(([projection, code, message]) => [toJson(projection), code, message, projection] as const))(
  'the projection %s is rejected with %i: %s',
  async (_, code, message, projection) => {
    const c = scratch.db.collection('errors');
    expect(await commandError(c.find({ l: 1 }, { projection }).toArray())).toEqual([
      code,
      expect.stringContaining(message),
    ]);
  },
);

test.each<[Document, number]>([
  [{ 'l.$': 1 }, 31324],
  [{ l: { $elemMatch: { x: 1 } } }, 168],
])('the stage $project rejects the projection %j with the code %i', async ($project, code) => {
  await expect(scratch.db.collection('errors').aggregate([{ $project }]).toArray()).rejects.toMatchObject({ code });
});
