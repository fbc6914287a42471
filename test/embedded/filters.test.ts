import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Document } from 'mongodb';
import { BSON, BSONRegExp, DBRef, Decimal128, Double, Long, ObjectId } from 'mongodb';
import type { ScratchDatabase } from './scratch-database.js';
import { refusal, scratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
  await scratch.db.createCollection('errors');
});
afterAll(() => scratch.stop());

let made = 0;

/** What a filter finds of some values of the field `a`. */
async function found(filter: Document, values: unknown[]): Promise<unknown[]> {
  const c = scratch.db.collection<{ _id: number }>(`c${++made}`);
  await c.insertMany(values.map((a, _id) => ({ _id, a })));
  const docs = await c.find(filter).sort({ _id: 1 }).toArray();
  return docs.map(({ _id }) => values[_id]);
}

const show = (value: unknown) => BSON.EJSON.stringify(value, { relaxed: false });

const id = new ObjectId('65a000000000000000000001');
const ref = new DBRef('people', id);
const inDb = new DBRef('people', id, 'hr');
const odd = Long.fromString('9007199254740993'); // 2^53 + 1, which no double is
const oddDecimal = Decimal128.fromString('9007199254740993');

/** Filter, values of `a` that it finds, values that it does not. */
const CASES: [Document, unknown[], unknown[]][] = [
  // a DBRef is a value like any other
  [{ a: { $in: [ref] } }, [ref, [ref]], [inDb, id]],
  [{ a: { $nin: [ref] } }, [inDb, id], [ref, [ref]]],
  [{ a: { $all: [ref, inDb] } }, [[inDb, ref]], [ref, [inDb]]],
  [{ a: { $elemMatch: { $id: id } } }, [[ref], [1, inDb]], [ref, [new DBRef('people', new ObjectId())]]],
  [{ a: { $elemMatch: { $ref: 'people', $db: 'hr' } } }, [[inDb]], [[ref]]],
  [{ a: { $elemMatch: { $db: 'hr', $id: id } } }, [[inDb]], [[ref]]],
  [{ a: { $db: 'hr', $ref: 'people', $id: id } }, [{ $db: 'hr', $ref: 'people', $id: id }], [ref, inDb]],
  // an array in an array is an object with the fields 0, 1, …
  [{ a: { $elemMatch: { 0: 5 } } }, [[[5]], [[[5]]], [{ 0: 5 }]], [[5], [[6, 5]], [[[[5]]]]]],
  [{ a: { $elemMatch: { b: { $exists: false } } } }, [[[5]], [{ c: 1 }]], [[5], [{ b: 1 }], []]],
  [{ a: { $elemMatch: {} } }, [[[5]], [{}], [[]]], [[5], [], {}]],
  [{ a: { $elemMatch: { '1.b': 2 } } }, [[[{ b: 1 }, { b: 2 }]]], [[[{ b: 2 }]]]],
  [{ a: { $elemMatch: { $comment: 'why', b: 1 } } }, [[{ b: 1 }]], [[{ b: 2 }], [1]]],
  [{ a: { $elemMatch: { $alwaysTrue: 1 } } }, [[{}], [[]]], [[1], 1]],
  // $mod
  [{ a: { $mod: [2, 1] } }, [odd, oddDecimal, 3.9, Decimal128.fromString('3.9')], [2, odd.add(1), NaN, 'x']],
  [{ a: { $mod: [2, 0] } }, [odd.add(1), Long.MIN_VALUE, 0.5], [odd, oddDecimal, 1e300, -1e300, Infinity]],
  [{ a: { $mod: [2, 0] } }, [Decimal128.fromString('1E-6000')], [Decimal128.fromString('1E+6000'), 2 ** 63 + 2 ** 11]],
  [{ a: { $mod: [odd, 0] } }, [odd, new Double(0)], [odd.sub(1), 1]],
  [{ a: { $mod: [odd, Long.fromString('9007199254740991')] } }, [2 ** 53 - 1], [2 ** 53 - 2]],
  [{ a: { $mod: [-1, 0] } }, [Long.MIN_VALUE, 7], ['x']],
  // options of a regular expression
  [{ a: { $options: 'i', $regex: 'B' } }, ['abc'], ['x']],
  [{ a: { $options: '', $regex: /B/i } }, ['abc'], ['x']],
  [{ a: { $not: { $regex: 'B', $options: 'i' } } }, ['x'], ['abc']],
];

test.each(CASES.map(([filter, yes, no]) => [show(filter), filter, yes, no] as const))(
  '%s finds what it should',
  async (_, filter, yes, no) => {
    expect((await found(filter, [...yes, ...no])).map(show)).toEqual(yes.map(show));
  },
);

/** A filter, the code that it is refused with, and what the message tells. */
const REFUSED: [Document, number, string][] = [
  [{ a: { $in: [{ $ref: 'x' }] } }, 2, 'cannot nest $ under $in'],
  [{ a: { $id: id } }, 2, 'unknown operator: $id'],
  [{ a: { $mod: [NaN, 1] } }, 2, 'malformed mod, divisor value is invalid'],
  [{ a: { $mod: [2, Infinity] } }, 2, 'malformed mod, remainder value is invalid'],
  [{ a: { $mod: [1e300, 1] } }, 2, 'Out of bounds coercing to integral value'],
  [{ a: { $mod: [0.5, 1] } }, 2, 'divisor cannot be 0'],
  [{ a: { $mod: [1, 'x'] } }, 2, 'malformed mod, remainder not a number'],
  [{ a: { $regex: 'x', $options: 'g' } }, 51108, ' invalid flag in regex options: g'],
  [{ a: { $not: { $regex: 'x', $options: 'l' } } }, 51108, ' invalid flag in regex options: l'],
  [{ a: { $regex: 'a\0b' } }, 2, 'Regular expression cannot contain an embedded null byte'],
  [{ a: { $regex: 'x', $options: 'i\0' } }, 51108, ' invalid flag in regex options'],
  [{ a: { $regex: /a/i, $options: 's' } }, 51075, 'options set in both $regex and $options'],
  [{ a: { $regex: new BSONRegExp('a', 'i'), $options: '' } }, 51075, 'options set in both $regex and $options'],
  [{ a: { $options: 's', $regex: /a/i } }, 51074, 'options set in both $regex and $options'],
  [{ a: { $not: { $options: 'i' } } }, 2, '$options needs a $regex'],
  [{ a: { $all: [{ $elemMatch: { b: 1 } }, 5] } }, 2, '$all/$elemMatch has to be consistent'],
  [{ a: { $all: [{ $elemMatch: { b: 1 } }, { b: 1 }] } }, 2, '$all/$elemMatch has to be consistent'],
  [{ a: { $all: [5, { $elemMatch: { b: 1 } }] } }, 2, 'no $ expressions in $all'],
  [{ a: { $elemMatch: { $expr: true } } }, 2, '$expr can only be applied to the top-level document'],
  [{ a: { $elemMatch: { $or: [{ $expr: true }] } } }, 2, '$expr can only be applied to the top-level document'],
  [{ a: { $type: 0 } }, 2, 'Invalid numerical type code: 0. Instead use {$exists:false}.'],
  [{ a: { $type: 20 } }, 2, 'Invalid numerical type code: 20'],
  [{ a: { $type: 'missing' } }, 2, "'missing' is not a legal type name"],
  [{ a: { $type: true } }, 14, 'type must be represented as a number or a string'],
  [{ a: { $type: ['string', null] } }, 14, 'type must be represented as a number or a string'],
  [{ $alwaysTrue: 2 }, 9, '$alwaysTrue must be an integer value of 1'],
  [{ $alwaysFalse: 1.5 }, 9, 'Expected an integer: $alwaysFalse: 1.5'],
  [{ $alwaysFalse: 'x' }, 9, 'Expected a number in: $alwaysFalse: "x"'],
  [{ a: { $size: 1.5 } }, 2, 'Failed to parse $size. Expected an integer: $size: 1.5'],
];

test.each(REFUSED.map(([filter, code, message]) => [show(filter), code, message, filter] as const))(
  '%s is refused with %i: %s',
  async (_, code, message, filter) => {
    expect(await refusal(scratch.db.collection('errors').find(filter).toArray())).toEqual([
      code,
      expect.stringContaining(message),
    ]);
  },
);

test('$all takes what only looks like an operator', async () => {
  const odd = { $foo: 1 };
  await expect(scratch.db.collection('errors').countDocuments({ a: { $all: [odd] } })).resolves.toBe(0);
});

test('$alwaysTrue and $alwaysFalse with 1 find all and nothing', async () => {
  expect(await found({ $alwaysTrue: 1 }, [1, 2])).toEqual([1, 2]);
  expect(await found({ $alwaysFalse: new Double(1) }, [1, 2])).toEqual([]);
});

/** A command over the collection `errors`, the code that it is refused with, and what the message tells. */
const COMMANDS: [Document, number, string][] = [
  [{ count: 'errors', limit: 'x' }, 2, 'limit value is not a valid number'],
  [{ count: 'errors', limit: 1.5 }, 9, 'Expected an integer: limit: 1.5'],
  [{ count: 'errors', limit: Long.MIN_VALUE }, 2, 'limit value for count cannot be min long'],
  [{ distinct: 'errors', key: '$a' }, 16410, "FieldPath field names may not start with '$'"],
  [{ distinct: 'errors', key: 'a.$b' }, 16410, "FieldPath field names may not start with '$'"],
  [{ distinct: 'errors', key: 'a..b' }, 15998, 'FieldPath field names may not be empty strings.'],
  [{ distinct: 'errors', key: 'a.' }, 40353, "FieldPath must not end with a '.'."],
  [{ distinct: 'none', key: '' }, 40352, 'FieldPath cannot be constructed with empty string'],
  [{ distinct: 'errors' }, 40414, "BSON field 'distinct.key' is missing but a required field"],
  [{ distinct: 'errors', key: null }, 40414, "BSON field 'distinct.key' is missing but a required field"],
  [{ distinct: 'errors', key: 5 }, 14, "BSON field 'distinct.key' is the wrong type 'int', expected type 'string'"],
  [{ getMore: Long.ONE }, 40414, "BSON field 'getMore.collection' is missing but a required field"],
  [{ getMore: Long.ONE, collection: null }, 40414, "BSON field 'getMore.collection' is missing but a required field"],
  [{ getMore: Long.ONE, collection: 5 }, 14, "BSON field 'getMore.collection' is the wrong type 'int', expected type"],
  [{ getMore: 'x', collection: 'errors' }, 14, "BSON field 'getMore.getMore' is the wrong type 'string', expected"],
];

test.each(COMMANDS.map(([command, code, message]) => [show(command), code, message, command] as const))(
  '%s is refused with %i: %s',
  async (_, code, message, command) => {
    expect(await refusal(scratch.db.command(command))).toEqual([code, expect.stringContaining(message)]);
  },
);

test('count takes a limit below 0 for its size, and distinct a DBRef and a place in an array for a key', async () => {
  const c = scratch.db.collection<{ _id: number; r?: unknown; list?: unknown[] }>('counted');
  await c.insertMany([
    { _id: 1, r: ref },
    { _id: 2, r: inDb },
    { _id: 3, list: [7, 8] },
  ]);
  expect(await scratch.db.command({ count: 'counted', limit: -2 })).toMatchObject({ n: 2 });
  expect(await scratch.db.command({ count: 'counted', limit: Decimal128.fromString('2.0') })).toMatchObject({ n: 2 });
  expect(await c.distinct('r.$db')).toEqual(['hr']);
  expect(await c.distinct('list.1')).toEqual([8]);
});
