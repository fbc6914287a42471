import net from 'node:net';
import { once } from 'node:events';
import { BSON, type Collection, type Document, Double, Long, MongoServerError, ObjectId } from 'mongodb';
import { scratchDatabase, type ScratchDatabase, socketOf } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.stop());

let collectionCount = 0;
const newCollection = (): Collection<Document> => scratch.db.collection(`definitions${collectionCount++}`);

/** Returns the rejection of a promise: code, code name and message; undefined if it resolved. */
async function errorOf(promise: Promise<unknown>): Promise<Document | undefined> {
  const error = await promise.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (error === undefined) return undefined;
  expect(error).toBeInstanceOf(MongoServerError);
  const { code, codeName, message } = error as MongoServerError;
  return { code, codeName, message };
}

/** Sends a command unchanged, without additions or corrections by the driver. */
async function answerTo(command: Document): Promise<Document> {
  const body = BSON.serialize({ ...command, $db: command.$db ?? 'test' });
  const message = Buffer.alloc(21 + body.length);
  [message.length, 1, 0, 2013, 0].forEach((number, i) => message.writeInt32LE(number, i * 4));
  message.set(body, 21);
  const socket = net.connect(socketOf(scratch.database.uri));
  socket.write(message);
  let pendingBytes = Buffer.alloc(0);
  while (pendingBytes.length < 16 || pendingBytes.length < pendingBytes.readInt32LE(0)) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    pendingBytes = Buffer.concat([pendingBytes, chunk]);
  }
  socket.destroy();
  return BSON.deserialize(pendingBytes.subarray(21));
}

const indexed = (collection: Collection<Document>, ...indexes: Document[]) =>
  scratch.db.command({ createIndexes: collection.collectionName, indexes });

describe('createIndexes with an existing index', () => {
  const plain = { key: { a: 1 }, name: 'a_1' };

  test.each<[string, Document, number, string]>([
    ['unique under the same name', { ...plain, unique: true }, 86, 'has the same name as the requested index'],
    ['sparse under the same name', { ...plain, sparse: true }, 86, 'has the same name as the requested index'],
    ['of another key under the same name', { key: { b: 1 }, name: 'a_1' }, 86, 'has the same name'],
    ['identical under another name', { ...plain, name: 'x' }, 85, 'Index already exists with a different name: a_1'],
  ])('an index that is %s is rejected as a conflict', async (_, spec, code, message) => {
    const c = newCollection();
    await indexed(c, plain);
    expect(await errorOf(indexed(c, spec))).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(await c.indexes()).toHaveLength(2);
  });

  test('an index with the same key is created if its name and its options unique or sparse differ', async () => {
    const c = newCollection();
    await c.insertMany([{ _id: 1 as never, a: 1 }, { _id: 2 as never }, { _id: 3 as never }]);
    await indexed(c, plain);
    await indexed(c, { ...plain, name: 'sparse', sparse: true });
    await indexed(c, { ...plain, name: 'both', sparse: true, unique: true });
    expect((await c.indexes()).map(({ name }) => name as string)).toEqual(['_id_', 'a_1', 'sparse', 'both']);
    expect(await errorOf(c.insertOne({ a: 1 }))).toMatchObject({ code: 11000 });
    for (const hint of ['a_1', 'sparse', { a: 1 }])
      expect(
        await c
          .find({ a: 1 })
          .hint(hint as never)
          .toArray(),
      ).toEqual([{ _id: 1, a: 1 }]);
    expect(await c.find({ a: null }).toArray()).toHaveLength(2);
    await c.dropIndex('both');
    await c.insertOne({ a: 1 });
    expect(await scratch.db.command({ validate: c.collectionName })).toMatchObject({ valid: true, nIndexes: 3 });
  });

  test('an index with the same key and options is reported as existing', async () => {
    const c = newCollection();
    await indexed(c, plain);
    for (const spec of [plain, { ...plain, v: 2 }, { key: { _id: 1 }, name: 'x' }])
      expect(await indexed(c, spec)).toMatchObject({ note: 'all indexes already exist', numIndexesAfter: 2 });
  });

  test('two indexes with the same name, or two identical ones, are rejected in one command', async () => {
    const [c, other] = [newCollection(), newCollection()];
    const repeatedCommand = [plain, { key: { b: 1 }, name: 'a_1' }];
    expect(await errorOf(indexed(c, ...repeatedCommand))).toMatchObject({
      code: 86,
      codeName: 'IndexKeySpecsConflict',
    });
    expect(await errorOf(indexed(c, plain, plain))).toMatchObject({
      code: 68,
      codeName: 'IndexAlreadyExists',
      message: 'Identical index already exists: a_1',
    });
    expect(await scratch.db.listCollections({ name: c.collectionName }).toArray()).toEqual([]);
    await other.insertOne({});
    expect(await errorOf(indexed(other, plain, plain))).toMatchObject({ code: 68, codeName: 'IndexAlreadyExists' });
    await indexed(other, plain);
    expect(await indexed(other, plain, plain)).toMatchObject({ note: 'all indexes already exist' });
    expect(await other.indexes()).toHaveLength(2);
  });
});

test.each<[string, Document, string]>([
  [
    'an unknown option',
    { key: { a: 1 }, name: 'a_1', x: 1 },
    "The index option 'x'; it is not offered by the embedded database",
  ],
  [
    'an option of MongoDB',
    { key: { a: 1 }, name: 'a_1', hidden: true },
    "The index option 'hidden'; it is not offered by the embedded database",
  ],
  ['the name *', { key: { a: 1 }, name: '*' }, "The 'name' of an index must be a text other than '*'"],
  ['no name', { key: { a: 1 } }, "The 'name' of an index must be a text"],
  ['an empty name', { key: { a: 1 }, name: '' }, "The 'name' of an index must be a text"],
  ['no key', { name: 'a_1' }, "The 'key' of an index must have a field"],
  ['a key that is a text', { key: 'a', name: 'a_1' }, "The 'key' of an index must have a field"],
  ['an empty key', { key: {}, name: 'a_1' }, "The 'key' of an index must have a field"],
])('an index definition with %s is rejected', async (_, spec, message) => {
  expect(await errorOf(indexed(newCollection(), spec))).toEqual({
    code: 67,
    codeName: 'CannotCreateIndex',
    message: expect.stringContaining(message),
  });
});

test('the index name _id_ is rejected for a key other than _id', async () => {
  expect(await errorOf(indexed(newCollection(), { key: { zz: 1 }, name: '_id_' }))).toMatchObject({ code: 86 });
});

describe('dropIndexes', () => {
  const spec = (name: string, options: Document = {}) => ({ key: { a: 1 }, name, ...options });
  const drop = (c: Collection<Document>, index?: unknown) =>
    scratch.db.command({ dropIndexes: c.collectionName, ...(index !== undefined && { index }) });

  test.each<[string, unknown, number, string]>([
    ['nothing', undefined, 14, "dropIndexes by type 'missing'; it is not offered by the embedded database"],
    ['a key', { a: 1 }, 14, "dropIndexes by type 'object'; it is not offered by the embedded database"],
    ['an unknown name', 'none', 27, 'index not found with name [none]'],
    ['the name _id_', '_id_', 72, 'cannot drop _id index'],
  ])('dropIndexes with %s is rejected and drops nothing', async (_, index, code, message) => {
    const c = newCollection();
    await indexed(c, spec('one'), spec('two', { unique: true }));
    expect(await errorOf(drop(c, index))).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(await c.indexes()).toHaveLength(3);
  });

  test('dropIndexes drops an index by name, and all except that on _id for *', async () => {
    const c = newCollection();
    await indexed(c, spec('one'), spec('two', { unique: true }), { key: { b: 1 }, name: 'b' });
    expect(await drop(c, 'two')).toMatchObject({ nIndexesWas: 4 });
    expect((await c.indexes()).map(({ name }) => name as string)).toEqual(['_id_', 'one', 'b']);
    expect(await drop(c, '*')).toMatchObject({ nIndexesWas: 3, msg: 'non-_id indexes dropped for collection' });
    expect(await c.indexes()).toHaveLength(1);
  });
});

test.each<[string, Document, Document, Document, string]>([
  ['an item of an array', { a: 1 }, { a: [1, 2] }, { a: [2, 3] }, '{"a":2}'],
  [
    'a field of an item',
    { 'a.b': 1, c: -1 },
    { a: { b: 7 }, c: 1 },
    { a: [{ b: 6 }, { b: 7 }], c: 1 },
    '{"a.b":7,"c":1}',
  ],
  ['an array within an array', { a: 1 }, { a: [[1]] }, { a: [0, [1]] }, '{"a":[1]}'],
  ['a missing field', { a: 1 }, {}, { b: 1 }, '{"a":null}'],
  ['an int64', { a: 1 }, { a: 1 }, { a: Long.fromNumber(1) }, '{"a":1}'],
  ['a double', { a: 1 }, { a: 1 }, { a: new Double(1) }, '{"a":1}'],
  ['a date', { a: 1 }, { a: new Date(5) }, { a: new Date(5) }, '{"a":{"$date":"1970-01-01T00:00:00.005Z"}}'],
  ['a text', { a: 1 }, { a: 'x"y' }, { a: 'x"y' }, '{"a":"x\\"y"}'],
  ['a document', { a: 1 }, { a: { b: 'c', d: true } }, { a: { b: 'c', d: true } }, '{"a":{"b":"c","d":true}}'],
  [
    'an ObjectId',
    { a: 1 },
    { a: new ObjectId('000000000000000000000001') },
    { a: new ObjectId('000000000000000000000001') },
    '{"a":{"$oid":"000000000000000000000001"}}',
  ],
])('the message of a duplicate key error contains the key: %s', async (_, key, first, second, shown) => {
  const c = newCollection();
  await c.createIndex(key as never, { unique: true });
  await c.insertOne(first);
  expect((await errorOf(c.insertOne(second)))?.message).toMatch(new RegExp(`dup key: ${escaped(shown)}$`));
});

const escaped = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

test('the duplicate key error of an update contains keyPattern and keyValue', async () => {
  const c = newCollection();
  await c.createIndex({ a: 1 }, { unique: true });
  await c.insertMany([{ a: [1, 2] }, { _id: 5 as never, a: 9 }]);
  const error = await c.updateOne({ _id: 5 as never }, { $set: { a: [9, 8, 2] } }).catch((e: unknown) => e);
  expect(error).toMatchObject({ code: 11000, keyPattern: { a: 1 }, keyValue: { a: 2 } });
});

test.each<[string, Document, number, string, string]>([
  ['an unknown option of create', { create: 'x', foo: 1 }, 40415, 'Location40415', "'create.foo' is an unknown field"],
  [
    'an unknown field of createIndexes',
    { createIndexes: 'x', indexes: [{ key: { a: 1 }, name: 'a_1' }], foo: 1 },
    40415,
    'Location40415',
    "'createIndexes.foo'",
  ],
  [
    'listDatabases outside the admin database',
    { listDatabases: 1 },
    13,
    'Unauthorized',
    'listDatabases may only be run against the admin',
  ],
  ['a stable API', { find: 'there', apiVersion: '1' }, 40415, 'Location40415', "'find.apiVersion' is an unknown field"],
  [
    'a write concern of two members',
    { insert: 'there', documents: [{}], writeConcern: { w: 2 } },
    72,
    'InvalidOptions',
    'The write concern w: 2; it is not offered by the embedded database',
  ],
])('a command with %s is rejected', async (_, command, code, codeName, message) => {
  await scratch.db.collection('there').insertOne({});
  expect(await answerTo(command)).toMatchObject({ ok: 0, code, codeName, errmsg: expect.stringContaining(message) });
});

test.each<[string, Document]>([
  ['a write concern', { insert: 'there', documents: [{}], writeConcern: { w: 'majority', j: true, wtimeout: 5 } }],
  [
    'an undefined concern, which drivers send as null',
    { find: 'there', readConcern: null, writeConcern: null, lsid: null },
  ],
  ['an empty write concern', { insert: 'there', documents: [{}], writeConcern: {} }],
  ['a read concern', { find: 'there', readConcern: { level: 'majority' } }],
  ['a time limit', { find: 'there', maxTimeMS: 1500 }],
  ['a session', { find: 'there', lsid: { id: new BSON.UUID() } }],
  ['an index with a quorum', { createIndexes: 'there', indexes: [{ key: { a: 1 }, name: 'a_1' }], commitQuorum: 1 }],
])('a command with %s is accepted', async (_, command) => {
  await scratch.db.collection('there').insertOne({});
  expect(await answerTo(command)).toMatchObject({ ok: 1 });
});

test.each<[string, unknown, string]>([
  ['a Boolean', true, 'Values in the index key pattern must be numbers or strings'],
  ['null', null, 'Values in the index key pattern must be numbers or strings'],
  ['zero', 0, 'Values in the index key pattern cannot be 0'],
])('an index with %s as the direction of a field is rejected', async (_, direction, message) => {
  const c = newCollection();
  const error = await errorOf(indexed(c, { key: { a: direction }, name: 'a' }));
  expect(error).toMatchObject({ codeName: 'CannotCreateIndex', message: expect.stringContaining(message) });
});
