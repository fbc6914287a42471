import { BSON, type Collection, type Document, Double } from 'mongodb';
import { toStoredDocument } from '../../src/embedded/commands/insert.js';
import { scratchDatabase, type ScratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
let c: Collection<Document>;
beforeAll(async () => {
  scratch = await scratchDatabase();
  c = scratch.db.collection('operators');
});
afterAll(() => scratch.stop());
beforeEach(() => c.deleteMany({}));

/** Sends one statement unchanged, without the checks of the driver. */
function updateCommand(statement: Document): Promise<Document> {
  return scratch.db.command({ update: 'operators', updates: [{ q: {}, ...statement }] });
}

async function readStored(): Promise<Document> {
  return (await c.findOne({}))!;
}

async function insertRaw(before: Document): Promise<Buffer> {
  await c.insertOne({ _id: 1 as never, ...before });
  return readRaw();
}

async function readRaw(): Promise<Buffer> {
  return (await c.findOne({}, { raw: true })) as unknown as Buffer;
}

type Refusal = [before: Document, statement: Document, code: number, message: string | RegExp];

const noUpdate = " is not allowed in the context of an update's replacement document";

/** Rejected updates: the document, the update, the error code, and the message or its beginning. */
const REFUSALS: Refusal[] = [
  // paths through values that cannot contain a field
  [{ a: [1] }, { u: { $set: { 'a.b': 1 } } }, 28, `Cannot create field 'b' in element {"a":[1]}`],
  // names with a leading $
  [{ a: 1 }, { u: { a: 2, $set: { b: 1 } } }, 52, `The dollar ($) prefixed field '$set' in '$set'${noUpdate}`],
  [{ a: 1 }, { u: { a: 2, $ref: 'x', $id: 1 } }, 52, `The dollar ($) prefixed field '$ref' in '$ref'${noUpdate}`],
  // changes of the _id
  [{}, { u: { $unset: { _id: 1 } } }, 66, /path '_id' would modify the immutable field '_id'/],
  [{}, { u: { $set: { _id: new Double(1) } } }, 66, /path '_id' would modify/],
  [
    {},
    { u: { _id: 2 } },
    66,
    `After applying the update, the (immutable) field '_id' was found to have been altered to {"_id":2}`,
  ],
  // Faults in the syntax of the update.
  [{}, { u: { $foo: {} } }, 9, 'Unknown modifier: $foo; it is not offered by the embedded database'],
  [{}, { u: { $set: { a: 1 }, $pushAll: {} } }, 9, 'Unknown modifier: $pushAll;'],
  [{}, { u: { $set: 5 } }, 9, 'Modifiers operate on fields but we found type int instead.'],
  [
    { a: [1] },
    { q: { a: 1 }, u: { $set: { 'a.$': 1 } } },
    2,
    "Positional operator '$' in path 'a.$'; it is not offered",
  ],
  [{ a: [1] }, { u: { $set: { 'a.$[]': 1 } } }, 2, "Positional operator '$[]' in path 'a.$[]'; it is not offered"],
  // operands and values that are not numbers
  [
    { a: 'x' },
    { u: { $inc: { a: 1 } } },
    14,
    `Cannot apply $inc to a value of non-numeric type. {"_id":1} has the field 'a' of non-numeric type string`,
  ],
];

test.each(REFUSALS)('%j: the update %j is rejected with the code %i', async (before, statement, code, message) => {
  const bytes = await insertRaw(before);
  const reply = await updateCommand(statement);
  expect(reply).toMatchObject({ ok: 1, n: 0, nModified: 0, writeErrors: [{ index: 0, code }] });
  const { errmsg } = (reply.writeErrors as Document[])[0] as { errmsg: string };
  if (typeof message === 'string') expect(errmsg.slice(0, message.length)).toBe(message);
  else expect(errmsg).toMatch(message);
  expect(await readRaw()).toEqual(bytes);
});

test.each<[Document, Document]>([
  [{ a: 5 }, { u: { $unset: { 'a.b': 1 } } }],
  [{ a: [{ b: 1 }] }, { u: { $unset: { 'a.b': 1 } } }],
  [{ a: 5 }, { u: { $setOnInsert: { 'a.b': 1 } } }],
  [{}, { u: { $set: { _id: 1 }, $unset: { x: 1 } } }],
  [{}, { u: { $inc: { _id: 0 } } }],
  [{ $z: 1 }, { u: { $set: { $z: 1 } } }],
])('the document %j is matched by the update %j, but not changed', async (before, statement) => {
  const bytes = await insertRaw(before);
  expect(await updateCommand(statement)).toMatchObject({ ok: 1, n: 1, nModified: 0 });
  expect(await readRaw()).toEqual(bytes);
});

test.each<[Document, Document, Document]>([
  // nested names with a leading $
  [{ a: 1 }, { u: { $set: { a: { $b: 1 }, 'c.$d': 1 } } }, { a: { $b: 1 }, c: { $d: 1 } }],
  [{ a: 1 }, { u: { a: { $b: 1 } } }, { a: { $b: 1 } }],
  [{ $z: { a: 1 } }, { u: { $set: { '$z.a': 2 } } }, { $z: { a: 2 } }],
  [{ a: 1, $z: 1 }, { u: { $unset: { $z: 1 } } }, { a: 1 }],
])('the document %j is changed by the update %j', async (before, statement, expected) => {
  await insertRaw(before);
  expect(await updateCommand(statement)).toMatchObject({ ok: 1, n: 1 });
  expect(await c.findOne({}, { projection: { _id: 0 } })).toEqual(expected);
});

test('the changes of an update are applied in the order of their paths', async () => {
  await insertRaw({ z: 1 });
  await updateCommand({ u: { $set: { c: 1, a: 1, b: 1 } } });
  expect(Object.keys(await readStored())).toEqual(['_id', 'z', 'a', 'b', 'c']);
});

/** Returns the fields that an upsert inserts in order, with a new `_id` as `new`. */
async function upserted(q: Document, u: Document): Promise<[string, unknown][]> {
  const reply = await updateCommand({ q, u, upsert: true });
  expect(reply).toMatchObject({ ok: 1, n: 1, upserted: [{ index: 0 }] });
  return Object.entries((await c.findOne({}))!).map(([name, value]) => [
    name,
    BSON.ObjectId.isValid(value as never) && typeof value === 'object' ? 'new' : value,
  ]);
}

const ID = ['_id', 'new'];
const W = ['w', 1];
test.each<[Document, Document, unknown[][]]>([
  [{ _id: 7, x: { $gt: 1 } }, { $set: { w: 1 } }, [['_id', 7], W]],
  [{ $or: [{ $and: [{ _id: 7 }] }] }, { $set: {} }, [['_id', 7]]],
  [{ x: { $regex: 'abc' } }, { $set: { w: 1 } }, [ID, W]],
  [{}, { $setOnInsert: { _id: 8 } }, [['_id', 8]]],
  // a replacement takes only the _id from the filter
  [{ $and: [{ x: 1 }, { x: 2 }] }, { w: 1 }, [ID, W]],
  [{ _id: 7, x: { x: 1 }, 'x.y': 1 }, { w: 1 }, [['_id', 7], W]],
])('an upsert with the filter %j and the update %j inserts the expected fields', async (q, u, expected) => {
  expect(await upserted(q, u)).toEqual(expected);
});

const NO_ID = "An upsert by anything but one '_id'; it is not offered by the embedded database";
test.each<[Document, Document, number, string]>([
  [{ x: 1 }, { $set: { w: 1 } }, 2, NO_ID],
  [{ _id: 1, x: { $in: [1] } }, { $set: { w: 1 } }, 2, NO_ID],
  [{ _id: { $in: [1] } }, { w: 1 }, 2, NO_ID],
  [{ $and: [{ _id: 1 }, { _id: 2 }] }, { w: 1 }, 2, NO_ID],
  [{ '_id.x': 1 }, { w: 1 }, 2, NO_ID],
  [
    { _id: 1 },
    { $set: { _id: 2 } },
    66,
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  ],
  [{}, { $set: { _id: [1] } }, 53, "The '_id' value cannot be of type array"],
])('an upsert with the filter %j and the update %j is rejected with the code %i', async (q, u, code, errmsg) => {
  expect(await updateCommand({ q, u, upsert: true })).toMatchObject({
    n: 0,
    writeErrors: [{ index: 0, code, errmsg }],
  });
  expect(await c.countDocuments()).toBe(0);
});

test.each<[Document, number, string]>([
  [{ insert: 'operators' }, 40414, "BSON field 'insert.documents' is missing but a required field"],
  [
    { update: 'operators', updates: [{ q: {}, u: { $set: { a: 2 } } }, { q: {} }] },
    40414,
    "BSON field 'update.updates.u' is missing but a required field",
  ],
  [
    { update: 'operators', updates: [{ u: { $set: { a: 2 } } }] },
    40414,
    "BSON field 'update.updates.q' is missing but a required field",
  ],
  [{ update: 'operators', updates: [{ q: {}, u: 5 }] }, 9, 'Update argument must be an object'],
  [
    { update: 'operators', updates: [{ q: {}, u: [{ $set: { a: 2 } }] }] },
    9,
    'An update by a pipeline; it is not offered by the embedded database',
  ],
  [
    { delete: 'operators', deletes: [{ q: {}, limit: 1 }, { q: {} }] },
    40414,
    "BSON field 'delete.deletes.limit' is missing but a required field",
  ],
  [
    { delete: 'operators', deletes: [{ limit: 1 }] },
    40414,
    "BSON field 'delete.deletes.q' is missing but a required field",
  ],
  [
    { delete: 'operators', deletes: [{ q: {}, limit: 5 }] },
    9,
    'The limit field in delete objects must be 0 or 1. Got 5',
  ],
])('the malformed command %j is rejected as a whole with the code %i', async (command, code, message) => {
  const bytes = await insertRaw({ a: 1 });
  await expect(scratch.db.command(command)).rejects.toMatchObject({ code, message });
  expect(await readRaw()).toEqual(bytes);
});

test('a document with two _id fields is rejected', () => {
  const bytes = Buffer.from(BSON.serialize({ a: 1, _id: 2, _ie: 3 }));
  expect(toStoredDocument(bytes).equals(BSON.serialize({ _id: 2, a: 1, _ie: 3 }))).toBe(true);
  bytes[bytes.lastIndexOf('_ie') + 2] = 'd'.charCodeAt(0);
  const tried = () => toStoredDocument(bytes);
  expect(tried).toThrow(
    expect.objectContaining({ code: 2, message: "can't have multiple _id fields in one document" }),
  );
});

test('an _id whose first field starts with $ is rejected', () => {
  const document = (name: string) => Buffer.from(BSON.serialize({ _id: { [name]: 1 } }));
  expect(toStoredDocument(document('a')).equals(document('a'))).toBe(true);
  expect(() => toStoredDocument(document('$a'))).toThrow(expect.objectContaining({ code: 52 }));
});

test('an update that makes a document larger than 16 MB is rejected', async () => {
  const most = 16 * 1024 * 1024;
  await insertRaw({ pad: 'x'.repeat(most - 60) });
  expect(await updateCommand({ u: { $set: { more: 'x'.repeat(100) } } })).toMatchObject({
    writeErrors: [{ code: 10334, errmsg: expect.stringMatching(/Size must be between 0 and 16777216$/) }],
  });
  expect(Object.keys(await readStored())).toEqual(['_id', 'pad']);
  const u = { $set: { pad: 'x'.repeat(most - 60), m: 'x'.repeat(100) } };
  expect(await updateCommand({ q: { _id: 2 }, u, upsert: true })).toMatchObject({
    writeErrors: [{ code: 10334, errmsg: expect.stringMatching(/Size must be between 0 and 16777216$/) }],
  });
});
