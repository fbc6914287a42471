import { Binary, BSON, type Collection, type Document, Double, Int32, Long, ObjectId, UUID } from 'mongodb';
import { checkBson } from '../../src/embedded/bson/check-bson.js';
import { compareValues } from '../../src/embedded/bson/compare-values.js';
import { decodeDocument } from '../../src/embedded/bson/decode.js';
import { encodeDocument } from '../../src/embedded/bson/encode.js';
import { encodeIndexKey } from '../../src/embedded/bson/index-key.js';
import type { Value } from '../../src/embedded/bson/values.js';
import { commandError, isLong, randomNumbers, type ScratchDatabase, scratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
let collection: Collection<Document>;
beforeAll(async () => {
  scratch = await scratchDatabase();
  collection = scratch.db.collection('values');
});
afterAll(() => scratch.stop());

const raw = { promoteValues: false, promoteBuffers: false } as const;

const EVERY_TYPE: Document = {
  _id: new ObjectId('0123456789abcdef01234567'),
  int: new Int32(3),
  whole: new Double(3),
  double: new Double(3.5),
  zero: new Double(-0),
  long: Long.fromNumber(2 ** 40),
  smallLong: Long.fromNumber(3),
  text: 'käse 🧀 \u0000 end',
  date: new Date(-1),
  binary: new Binary(Buffer.from([1, 2, 3]), 0x80),
  uuid: new UUID('11111111-2222-4333-8444-555555555555'),
  nothing: null,
  yes: true,
  list: [new Int32(1), [], {}, [new Double(2)]],
};

test('values of every supported BSON type are returned unchanged, also after an update of another field', async () => {
  await collection.insertOne(EVERY_TYPE, raw);
  const before = await collection.findOne({ _id: EVERY_TYPE._id }, { raw: true });
  await collection.updateOne({ _id: EVERY_TYPE._id }, { $set: { extra: 1 } });
  await collection.updateOne({ _id: EVERY_TYPE._id }, { $unset: { extra: 1 } });
  const after = await collection.findOne({ _id: EVERY_TYPE._id }, { raw: true });
  expect(Buffer.from(after as unknown as Uint8Array)).toEqual(Buffer.from(before as unknown as Uint8Array));
  const projected = await collection.findOne(
    { _id: EVERY_TYPE._id },
    { ...raw, projection: { whole: 1, smallLong: 1, int: 1 } },
  );
  expect(projected).toEqual({
    _id: EVERY_TYPE._id,
    int: new Int32(3),
    whole: new Double(3),
    smallLong: Long.fromNumber(3),
  });
});

test.each<[string, string, unknown]>([
  [
    'an int64 that a double cannot represent',
    'an int64 beyond 2^53, such as 9007199254740993',
    Long.fromString('9007199254740993'),
  ],
  ['a decimal', 'a value of the BSON type 19', BSON.Decimal128.fromString('1.10')],
  ['a regular expression', 'a value of the BSON type 11', /^a/],
  ['code', 'a value of the BSON type 13', new BSON.Code('return 1')],
  ['a timestamp', 'a value of the BSON type 17', new BSON.Timestamp({ t: 7, i: 9 })],
  ['the minimum key', 'a value of the BSON type 255', new BSON.MinKey()],
  ['the maximum key', 'a value of the BSON type 127', new BSON.MaxKey()],
])('a command with %s is rejected, and the connection remains usable', async (_, description, value) => {
  const unsupported = [2, `${description}; it is not offered by the embedded database`];
  expect(await commandError(collection.findOne({ value }))).toEqual(unsupported);
  expect(await commandError(collection.insertOne({ value }))).toEqual(unsupported);
  expect(await commandError(collection.updateOne({ _id: 1 as never }, { $set: { value } }))).toEqual(unsupported);
  expect(await collection.countDocuments({ value: 1 })).toBe(0);
});

test('integer-like field names, __proto__ and constructor keep their position in a document', async () => {
  const bytes = encodeDocument({
    _id: 1,
    b: 1,
    '\x002024': 2,
    '\x002023': 3,
    '\0__proto__': 4,
    '\0constructor': 5,
    '': 6,
  });
  await collection.insertOne(decodeMap(bytes) as unknown as Document);
  await collection.updateOne({ _id: 1 as never }, { $set: { z: 7 } });
  const found = Buffer.from((await collection.findOne({ _id: 1 as never }, { raw: true })) as unknown as Uint8Array);
  expect(Object.keys(decodeDocument(found))).toEqual([
    '_id',
    'b',
    '\x002024',
    '\x002023',
    '\0__proto__',
    '\0constructor',
    '',
    'z',
  ]);
  expect(await collection.countDocuments({ constructor: 5 } as Document)).toBe(1);
  expect(await collection.countDocuments({ toString: { $exists: true } } as Document)).toBe(0);
});

/** Returns the fields of a document as a Map, in which integer-like names keep their position. */
function decodeMap(bytes: Buffer): Map<string, unknown> {
  return new Map(Object.entries(decodeDocument(bytes)).map(([name, value]) => [name.replace('\0', ''), value]));
}

test('numbers of different types are equal by value and keep their types', async () => {
  await collection.deleteMany({});
  await collection.insertMany(
    [new Int32(5), new Double(5), Long.fromNumber(5)].map((n, i) => ({
      _id: i as never,
      n,
    })),
    raw,
  );
  for (const n of [new Int32(5), Long.fromNumber(5)]) {
    expect(await collection.countDocuments({ n })).toBe(3);
  }
  expect(await collection.countDocuments({ n: { $type: 'int' } })).toBe(1);
  expect(await collection.countDocuments({ n: { $type: 'number' } })).toBe(3);
  await collection.updateMany({}, { $inc: { n: 1 } });
  for (const [_id, type] of ['int', 'double', 'long'].entries())
    expect(await collection.countDocuments({ _id: _id as never, n: { $type: type as never } })).toBe(1);
});

/** Values of every type and their special cases, in MongoDB's order. */
const SORTED_VALUES: Value[] = decodeDocument(
  encodeDocument({
    list: [
      null,
      NaN,
      -Infinity,
      Long.fromNumber(-(2 ** 40)),
      -1.5,
      new Double(-1),
      0,
      0.1,
      1,
      Long.fromNumber(2 ** 40),
      Infinity,
      '',
      'a',
      'a\0',
      'ab',
      'é',
      '\uffff',
      '😀',
      {},
      { a: 1 },
      { a: 1, b: 1 },
      { b: 1 },
      { a: 'x' },
      [],
      [1],
      [1, 1],
      [2],
      new Binary(Buffer.from([9]), 0),
      new Binary(Buffer.from([9]), 5),
      new Binary(Buffer.from([1, 1]), 0),
      new ObjectId('000000000000000000000001'),
      new ObjectId('0000000000000000000000ff'),
      false,
      true,
      new Date(-5),
      new Date(5),
    ],
  }),
).list as Value[];

test('values and their index keys sort by type, then by value', () => {
  for (let i = 0; i < SORTED_VALUES.length; i++) {
    for (let j = 0; j < SORTED_VALUES.length; j++) {
      const expected = Math.sign(i - j);
      expect([i, j, Math.sign(compareValues(SORTED_VALUES[i], SORTED_VALUES[j]))]).toEqual([i, j, expected]);
      expect([i, j, Buffer.compare(encodeIndexKey([SORTED_VALUES[i]]), encodeIndexKey([SORTED_VALUES[j]]))]).toEqual([
        i,
        j,
        expected,
      ]);
      expect([
        i,
        j,
        Buffer.compare(encodeIndexKey([SORTED_VALUES[i]], [true]), encodeIndexKey([SORTED_VALUES[j]], [true])),
      ]).toEqual([i, j, 0 - expected || 0]);
    }
  }
});

test('the index keys of random values sort like the values', () => {
  const random = randomNumbers(7);
  const pickRandom = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const value = (depth: number): Value => {
    switch (Math.floor(random() * (depth > 0 ? 8 : 6))) {
      case 0:
        return Math.floor(random() * 20) - 10;
      case 1:
        return (random() - 0.5) * 10 ** Math.floor(random() * 20);
      case 2:
        return Long.fromNumber(Math.floor((random() - 0.5) * 2 ** 53));
      case 3:
        return Array.from({ length: Math.floor(random() * 4) }, () =>
          pickRandom(['a', 'b', '\0', 'é', '😀', '\uffff']),
        ).join('');
      case 4:
        return pickRandom([null, true, false, new Date(3), new ObjectId('000000000000000000000001')]);
      case 5:
        return pickRandom(SORTED_VALUES);
      case 6:
        return Array.from({ length: Math.floor(random() * 3) }, () => value(depth - 1));
      default:
        return Object.fromEntries(
          Array.from({ length: Math.floor(random() * 3) }, () => [pickRandom(['a', 'b', 'ab']), value(depth - 1)]),
        );
    }
  };
  const values = Array.from({ length: isLong ? 2000 : 300 }, () => value(2));
  for (const a of values) {
    for (const b of values) {
      const [byValue, byKey] = [
        Math.sign(compareValues(a, b)),
        Buffer.compare(encodeIndexKey([a]), encodeIndexKey([b])),
      ];
      if (byValue !== byKey) expect({ a, b, byKey }).toEqual({ a, b, byKey: byValue });
    }
  }
});

test("a date outside JavaScript's range is rejected, not changed", () => {
  const bytes = Buffer.from(encodeDocument({ at: Long.fromBits(0, 1 << 26) as Value }));
  bytes[4] = 0x09; // changes the type from int64 to date
  for (const read of [checkBson, decodeDocument]) expect(() => read(bytes)).toThrow(/not supported/);
  expect(() => encodeDocument({ at: new Date(NaN) })).toThrow(/not supported/);
});

test('5 000 distinct field names are decoded correctly despite the name cache', () => {
  const names = Array.from({ length: 5000 }, (_, i) => `n${(i * 7919) % 100_000}`);
  const doc = Object.fromEntries(names.map((name, i) => [name, i]));
  const bytes = encodeDocument(doc);
  for (const _time of [1, 2]) expect(Object.keys(decodeDocument(bytes))).toEqual(names);
});
