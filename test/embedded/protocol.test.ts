import net from 'node:net';
import { once } from 'node:events';
import { BSON, type Document, Long, MongoClient } from 'mongodb';
import { FaultProxy } from '../support/fault-proxy.js';
import { scratchDatabase, type ScratchDatabase, socketOf } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.stop());

const OP_MSG = 2013;

function message(opcode: number, body: Uint8Array, requestId = 7): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(16 + body.length, 0);
  head.writeInt32LE(requestId, 4);
  head.writeInt32LE(opcode, 12);
  return Buffer.concat([head, body]);
}

/** Returns an OP_MSG with a body and optionally a document sequence. */
function opMsg(command: Document, options: { flags?: number; section?: [string, Document[]] } = {}): Buffer {
  const { section, flags = 0 } = options;
  const lengthBytes = Buffer.alloc(4);
  lengthBytes.writeUInt32LE(flags);
  const parts: Uint8Array[] = [lengthBytes, Buffer.from([0]), BSON.serialize(command)];
  if (section) {
    const docs = Buffer.concat([Buffer.from(`${section[0]}\0`), ...section[1].map((doc) => BSON.serialize(doc))]);
    const size = Buffer.alloc(4);
    size.writeInt32LE(docs.length + 4);
    parts.push(Buffer.from([1]), size, docs);
  }
  return message(OP_MSG, Buffer.concat(parts));
}

/** Returns the bodies of the server's responses to some bytes, or `closed`. */
async function answersTo(bytes: Buffer, count = 1): Promise<(Document | 'closed')[]> {
  const socket = net.connect(socketOf(scratch.database.uri));
  await once(socket, 'connect');
  const answers: (Document | 'closed')[] = [];
  let pendingBytes = Buffer.alloc(0);
  const done = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      pendingBytes = Buffer.concat([pendingBytes, chunk]);
      while (pendingBytes.length >= 16 && pendingBytes.length >= pendingBytes.readInt32LE(0)) {
        const message = pendingBytes.subarray(0, pendingBytes.readInt32LE(0));
        pendingBytes = pendingBytes.subarray(message.length);
        answers.push({
          ...BSON.deserialize(message.subarray(message.readInt32LE(12) === 1 ? 36 : 21)),
          responseTo: message.readInt32LE(8),
        });
        if (answers.length >= count) resolve();
      }
    });
    socket.on('close', () => {
      answers.push('closed');
      resolve();
    });
    socket.on('error', () => undefined);
  });
  socket.write(bytes);
  await done;
  socket.destroy();
  return answers;
}

test('hello describes a replica set with one member, in its current and its legacy form', async () => {
  const [hello] = await answersTo(opMsg({ hello: 1, $db: 'admin' }));
  expect(hello).toMatchObject({
    ok: 1,
    isWritablePrimary: true,
    setName: 'embedded',
    maxWireVersion: 21,
    logicalSessionTimeoutMinutes: 30,
    responseTo: 7,
  });
  expect((hello as Document).hosts).toEqual([socketOf(scratch.database.uri)]);
  const query = Buffer.concat([
    Buffer.alloc(4),
    Buffer.from('admin.$cmd\0'),
    Buffer.alloc(4),
    Buffer.from([255, 255, 255, 255]),
    BSON.serialize({ ismaster: 1, helloOk: true }),
  ]);
  expect((await answersTo(message(2004, query)))[0]).toMatchObject({ ok: 1, ismaster: true, helloOk: true });
});

test('an OP_MSG message can contain a document sequence, and several messages can arrive in one packet', async () => {
  const insert = opMsg({ insert: 'sections', $db: 'test' }, { section: ['documents', [{ _id: 1 }, { _id: 2 }]] });
  expect(await answersTo(insert)).toMatchObject([{ ok: 1, n: 2 }]);
  const ping = opMsg({ ping: 1, $db: 'admin' });
  expect(await answersTo(Buffer.concat([ping, ping, ping]), 3)).toHaveLength(3);
});

test('a command with the flag moreToCome is executed without a response', async () => {
  const unacknowledged = opMsg(
    { insert: 'silent', $db: 'test', writeConcern: { w: 0 } },
    { flags: 2, section: ['documents', [{ _id: 1 }]] },
  );
  const [answer] = await answersTo(Buffer.concat([unacknowledged, opMsg({ count: 'silent', $db: 'test' })]));
  expect(answer).toMatchObject({ n: 1, ok: 1 });
});

test.each<[string, Buffer]>([
  ['compressed', message(2012, Buffer.alloc(20))],
  ['of an unknown opcode', message(2002, Buffer.alloc(20))],
  ['shorter than its header', Buffer.from([4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['longer than 48 MB', Buffer.from([0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0xdd, 7, 0, 0])],
  ['with an unknown required flag', opMsg({ ping: 1, $db: 'admin' }, { flags: 4 })],
  ['with a section of an unknown kind', message(OP_MSG, Buffer.from([0, 0, 0, 0, 9, 0, 0, 0, 0]))],
  ['whose body is truncated', message(OP_MSG, Buffer.from([0, 0, 0, 0, 0, 90, 0, 0, 0, 0]))],
])('an invalid wire message (%s) closes only its own connection', async (_, bytes) => {
  expect(await answersTo(bytes)).toEqual(['closed']);
  expect(await scratch.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
});

test.each<[string, Document, number]>([
  ['an unknown command', { nope: 1 }, 59],
  ['a transaction', { find: 'c', startTransaction: true, autocommit: false, txnNumber: Long.fromNumber(1) }, 263],
  ['the end of a transaction', { commitTransaction: 1 }, 251],
  ['a change stream', { aggregate: 'c', pipeline: [{ $changeStream: {} }], cursor: {} }, 40324],
  ['an unknown stage', { aggregate: 'c', pipeline: [{ $nope: 1 }], cursor: {} }, 40324],
  ['an unknown expression', { aggregate: 'c', pipeline: [{ $project: { a: { $nope: 1 } } }], cursor: {} }, 168],
  [
    'an unknown accumulator',
    { aggregate: 'c', pipeline: [{ $group: { _id: 1, a: { $nope: 1 } } }], cursor: {} },
    15952,
  ],
  ['a script', { find: 'c', filter: { $where: 'true' } }, 2],
  [
    'a script in an expression',
    { aggregate: 'c', pipeline: [{ $project: { a: { $function: {} } } }], cursor: {} },
    168,
  ],
  ['an unknown operator', { find: 'c', filter: { a: { $nope: 1 } } }, 2],
  ['$text', { find: 'c', filter: { $text: { $search: 'x' } } }, 2],
  ['$near', { find: 'c', filter: { a: { $near: [0, 0] } } }, 2],
  ['an unknown modifier', { update: 'c', updates: [{ q: {}, u: { $nope: { a: 1 } } }] }, 9],
  ['a misspelt field', { find: 'c', filtre: {} }, 40415],
  ['a snapshot', { find: 'c', readConcern: { level: 'snapshot' } }, 72],
  ['a text index', { createIndexes: 'c', indexes: [{ key: { a: 'text' }, name: 'a_text' }] }, 67],
  ['a capped collection', { create: 'capped', capped: true, size: 4096 }, 40415],
  ['an invalid collection name', { find: '$c' }, 73],
])("%s is rejected with MongoDB's error code", async (_, command, code) => {
  await scratch.db.collection('c').insertOne({ a: 1 });
  const reply = await answersTo(opMsg({ ...command, $db: 'test' }));
  const answer = reply[0] as Document;
  expect(answer.ok === 1 ? answer.writeErrors[0].code : answer.code).toBe(code);
});

test('buildInfo, listDatabases, dropDatabase and listCollections return the expected replies', async () => {
  await scratch.db.collection('about').insertMany([{ a: 1 }, { a: 2 }]);
  const admin = scratch.client.db('admin');
  expect(await admin.command({ buildInfo: 1 })).toMatchObject({
    version: '7.0.0',
    maxBsonObjectSize: 16 * 1024 * 1024,
  });
  expect((await admin.command({ listDatabases: 1, nameOnly: true })).databases).toContainEqual({ name: 'test' });
  await scratch.client.db('gone').collection('x').insertOne({});
  await scratch.client.db('gone').dropDatabase();
  expect(await scratch.client.db('gone').listCollections().toArray()).toEqual([]);
});

test('a cursor with a limit is closed with the batch that reaches the limit', async () => {
  await scratch.db.collection<{ _id: number }>('limits').insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }]);
  const closed = 0;
  expect((await scratch.db.command({ find: 'limits', limit: 2 })).cursor).toMatchObject({ id: closed });
  const pipeline = [{ $limit: 2 }];
  expect((await scratch.db.command({ aggregate: 'limits', pipeline, cursor: {} })).cursor.id).toBe(closed);
  const { cursor } = await scratch.db.command({ find: 'limits', limit: 2, batchSize: 1 });
  expect(cursor.firstBatch).toEqual([{ _id: 1 }]);
  const more = await scratch.db.command({ getMore: cursor.id, collection: 'limits', batchSize: 1 });
  expect(more.cursor).toMatchObject({ id: closed, nextBatch: [{ _id: 2 }] });
});

test('a cursor is read in batches, is closed by killCursors, and is not found in another collection', async () => {
  const c = scratch.db.collection<{ _id: number }>('cursors');
  await c.insertMany(Array.from({ length: 500 }, (_, i) => ({ _id: i })));
  expect((await c.find().batchSize(7).toArray()).map(({ _id }) => _id)).toEqual(
    Array.from({ length: 500 }, (_, i) => i),
  );
  const { cursor } = await scratch.db.command({ find: 'cursors', batchSize: 2 });
  await expect(scratch.db.command({ getMore: cursor.id, collection: 'other' })).rejects.toMatchObject({ code: 13 });
  expect(await scratch.db.command({ killCursors: 'cursors', cursors: [cursor.id] })).toMatchObject({
    cursorsKilled: [cursor.id],
  });
  await expect(scratch.db.command({ getMore: cursor.id, collection: 'cursors' })).rejects.toMatchObject({ code: 43 });
});

test('a slow query does not block other queries, and ends at maxTimeMS', async () => {
  const c = scratch.db.collection<{ _id: number; n: number }>('slow');
  for (let i = 0; i < 20; i++)
    await c.insertMany(Array.from({ length: 1000 }, (_, j) => ({ _id: i * 1000 + j, n: j })));
  const slow = { $and: [...Array.from({ length: 200 }, () => ({ n: { $ne: -1 } })), { n: -2 }] };
  let [isOver, responseCount] = [false, 0];
  const allDocuments = c
    .find(slow)
    .toArray()
    .finally(() => (isOver = true));
  for (; !isOver; responseCount += 1) await c.findOne({ _id: responseCount });
  expect(await allDocuments).toEqual([]);
  // If the slow query blocked the others, only one of them would have run.
  expect(responseCount).toBeGreaterThan(2);
  await expect(c.find(slow, { maxTimeMS: 1 }).toArray()).rejects.toMatchObject({ code: 50 });
});

test('a retried write is applied once, even if the first response was lost', async () => {
  const client = await scratch.connect({ retryWrites: true });
  const c = client.db('test').collection<{ _id: string; n: number }>('retried');
  await c.insertOne({ _id: 'a', n: 0 });
  const send = async (command: Document) => (await answersTo(opMsg({ ...command, $db: 'test' })))[0] as Document;
  const lsid = { id: new BSON.UUID() };
  const txnNumber = Long.fromNumber(5);
  const update = {
    update: 'retried',
    updates: [
      { q: { _id: 'a' }, u: { $inc: { n: 1 } } },
      { q: { _id: 'b' }, u: { $set: { n: 9 } }, upsert: true },
    ],
    lsid,
    txnNumber,
  };
  const [first, second] = [await send(update), await send(update)];
  expect(first).toMatchObject({ n: 2, nModified: 1, upserted: [{ index: 1, _id: 'b' }] });
  expect(second).toMatchObject({ n: 2, nModified: 1, upserted: [{ index: 1, _id: 'b' }] });
  const insert = { insert: 'retried', documents: [{ _id: 'c', n: 1 }], lsid, txnNumber: Long.fromNumber(7) };
  expect(await send(insert)).toMatchObject({ n: 1 });
  expect(await send(insert)).toMatchObject({ n: 1 });
  const remove = {
    delete: 'retried',
    deletes: [{ q: { n: { $gte: 1 } }, limit: 1 }],
    lsid,
    txnNumber: Long.fromNumber(8),
  };
  expect([await send(remove), await send(remove)]).toMatchObject([{ n: 1 }, { n: 1 }]);
  expect(await c.countDocuments()).toBe(2);
  expect(await send(update)).toMatchObject({ ok: 0, code: 225 });
  const port = await FaultProxy.before(scratch.database.uri);
  const otherClient = await MongoClient.connect(port.uri);
  await otherClient.db('admin').command({
    configureFailPoint: 'failCommand',
    mode: { times: 1 },
    data: { failCommands: ['update'], closeConnection: true },
  });
  const before = (await c.findOne({ _id: 'b' }))!.n;
  const retried = otherClient.db('test').collection<{ _id: string }>('retried');
  expect(await retried.updateOne({ _id: 'b' }, { $inc: { n: 1 } })).toMatchObject({ modifiedCount: 1 });
  expect((await c.findOne({ _id: 'b' }))!.n).toBe(before + 1);
  await otherClient.close();
  port.close();
});

test('a document just below 16 MB is stored', async () => {
  const c = scratch.db.collection<{ _id: number; pad: string }>('large');
  const most = 16 * 1024 * 1024;
  await c.insertOne({ _id: 1, pad: 'x'.repeat(most - 40) });
  expect((await c.findOne({ _id: 1 }))!.pad).toHaveLength(most - 40);
});
