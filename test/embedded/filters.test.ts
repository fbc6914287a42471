import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BSON, type Document, Long, ObjectId } from 'mongodb';
import { commandError, scratchDatabase, type ScratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
  await scratch.db.createCollection('errors');
});
afterAll(() => scratch.stop());

let collectionCount = 0;

/** Returns the values of the field `a` that a filter matches. */
async function found(filter: Document, values: unknown[]): Promise<unknown[]> {
  const c = scratch.db.collection<{ _id: number }>(`c${++collectionCount}`);
  await c.insertMany(values.map((a, _id) => ({ _id, a })));
  const docs = await c.find(filter).sort({ _id: 1 }).toArray();
  return docs.map(({ _id }) => values[_id]);
}

const toJson = (value: unknown) => BSON.EJSON.stringify(value, { relaxed: false });

const id = new ObjectId('65a000000000000000000001');

/** Filter, values of `a` that it matches, values that it does not match. */
const CASES: [Document, unknown[], unknown[]][] = [
  // an array within an array is treated as an object with the fields 0, 1, …
  [{ a: { $elemMatch: { 0: 5 } } }, [[[5]], [[[5]]], [{ 0: 5 }]], [[5], [[6, 5]], [[[[5]]]]]],
  [{ a: { $elemMatch: { b: { $exists: false } } } }, [[[5]], [{ c: 1 }]], [[5], [{ b: 1 }], []]],
  [{ a: { $elemMatch: {} } }, [[[5]], [{}], [[]]], [[5], [], {}]],
  [{ a: { $elemMatch: { '1.b': 2 } } }, [[[{ b: 1 }, { b: 2 }]]], [[[{ b: 2 }]]]],
];

test.each(CASES.map(([filter, yes, no]) => [toJson(filter), filter, yes, no] as const))(
  'the filter %s matches the expected documents',
  async (_, filter, yes, no) => {
    expect((await found(filter, [...yes, ...no])).map(toJson)).toEqual(yes.map(toJson));
  },
);

/** An invalid filter, its error code, and a part of the message. */
const REFUSED: [Document, number, string][] = [
  [{ a: { $in: [{ $gt: 1 }] } }, 2, 'cannot nest $ under $in'],
  [{ a: { $id: id } }, 2, 'unknown operator: $id'],
  [{ a: { $regex: 'a\0b' } }, 2, 'Regular expression cannot contain an embedded null byte'],
  [{ a: { $type: 2 } }, 2, 'The $type 2; it is not offered'],
  [{ a: { $type: 'missing' } }, 2, 'The $type "missing"; it is not offered'],
  [{ a: { $type: ['string', null] } }, 2, 'The $type null; it is not offered'],
];

test.each(REFUSED.map(([filter, code, message]) => [toJson(filter), code, message, filter] as const))(
  'the filter %s is rejected with %i: %s',
  async (_, code, message, filter) => {
    expect(await commandError(scratch.db.collection('errors').find(filter).toArray())).toEqual([
      code,
      expect.stringContaining(message),
    ]);
  },
);

/** An invalid command on the collection `errors`, its error code, and a part of the message. */
const COMMANDS: [Document, number, string][] = [
  [{ count: 'errors', query: { a: 1 } }, 40415, "BSON field 'count.query' is an unknown field"],
  [{ find: 'errors', skip: 1 }, 40415, "BSON field 'find.skip' is an unknown field"],
  [{ getMore: Long.ONE }, 40414, "BSON field 'getMore.collection' is missing but a required field"],
  [{ getMore: Long.ONE, collection: null }, 40414, "BSON field 'getMore.collection' is missing but a required field"],
  [{ getMore: Long.ONE, collection: 5 }, 14, "BSON field 'getMore.collection' is the wrong type 'int', expected type"],
  [{ getMore: 'x', collection: 'errors' }, 14, "BSON field 'getMore.getMore' is the wrong type 'string', expected"],
];

test.each(COMMANDS.map(([command, code, message]) => [toJson(command), code, message, command] as const))(
  'the command %s is rejected with %i: %s',
  async (_, code, message, command) => {
    expect(await commandError(scratch.db.command(command))).toEqual([code, expect.stringContaining(message)]);
  },
);

test('the command count returns the number of documents in a collection, 0 if it does not exist', async () => {
  await scratch.db.collection('counted').insertMany([{}, {}, {}]);
  expect(await scratch.db.command({ count: 'counted' })).toMatchObject({ n: 3 });
  expect(await scratch.db.command({ count: 'absent' })).toMatchObject({ n: 0 });
});
