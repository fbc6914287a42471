import { once } from 'node:events';
import net from 'node:net';
import { BSON, type Document, Long, MongoClient } from 'mongodb';
import { databaseProcess } from './database-process.js';
import { isLong, randomNumbers, scratchFolder, socketOf } from './scratch-database.js';
import { readFileSync } from 'node:fs';

const random = randomNumbers(isLong ? Date.now() : 42);
const randomBelow = (n: number) => Math.floor(random() * n);
const pickRandom = <T>(list: readonly T[]): T => list[randomBelow(list.length)]!;

const NAMES = [
  'a',
  'b.c',
  '$set',
  '$inc',
  '$match',
  '$group',
  '$expr',
  '$or',
  '_id',
  '',
  '0',
  '$[]',
  '$',
  '__proto__',
  'constructor',
  '$where',
  '$unionWith',
  '$in',
  '$elemMatch',
  'a.$[x].b',
];

function value(depth: number): unknown {
  switch (randomBelow(depth > 0 ? 10 : 7)) {
    case 0:
      return randomBelow(5) - 2;
    case 1:
      return (random() - 0.5) * 1e10;
    case 2:
      return pickRandom(['', 'a', '$a', '$$ROOT', '$$x', 'x'.repeat(randomBelow(300)), '\0', '😀']);
    case 3:
      return pickRandom([null, true, false, new Date(randomBelow(1e6)), Long.fromNumber(2 ** 40), 1e300]);
    case 4:
      return new BSON.ObjectId();
    case 5:
      return new BSON.Binary(Buffer.alloc(randomBelow(40)), randomBelow(256));
    case 6:
      return pickRandom([NaN, Infinity, -0, 1.5]);
    case 7:
      return Array.from({ length: randomBelow(5) }, () => value(depth - 1));
    default:
      return Object.fromEntries(Array.from({ length: randomBelow(4) }, () => [pickRandom(NAMES), value(depth - 1)]));
  }
}

/** Returns a well-formed command with random content. */
function command(): Document {
  const filter = value(3);
  switch (randomBelow(7)) {
    case 0:
      return { find: 'fuzz', filter, limit: 5, sort: value(1) };
    case 1:
      return { insert: 'fuzz', documents: [value(3), value(2)] };
    case 2:
      return { update: 'fuzz', updates: [{ q: filter, u: value(3), upsert: random() < 0.2, multi: random() < 0.2 }] };
    case 3:
      return { delete: 'fuzz', deletes: [{ q: filter, limit: 1 }] };
    case 4:
      return { aggregate: 'fuzz', pipeline: [value(3), value(3)], cursor: {} };
    case 5:
      return { count: 'fuzz' };
    default:
      return {
        [pickRandom(['find', 'getMore', 'explain', 'createIndexes', 'hello', 'killCursors', 'listCollections'])]:
          value(2),
        collection: 'fuzz',
        indexes: value(2),
        cursors: value(1),
      };
  }
}

function message(): Buffer {
  const body = BSON.serialize({
    ...command(),
    $db: pickRandom(['fuzz', 'fuzz', 'fuzz', 'admin', 'no.db']),
    maxTimeMS: 2000,
  });
  const bytes = Buffer.alloc(21 + body.length);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(2013, 12);
  Buffer.from(body).copy(bytes, 21);
  if (random() < 0.3) return bytes; // valid framing, random content
  for (let i = 0; i < 1 + randomBelow(4); i++) {
    const offset = random() < 0.2 ? randomBelow(21) : randomBelow(bytes.length);
    bytes[offset] = pickRandom([0, 1, 255, 127, bytes[offset]! ^ (1 << randomBelow(8)), randomBelow(256)]);
  }
  return random() < 0.1 ? bytes.subarray(0, randomBelow(bytes.length)) : bytes;
}

/**
 * Sends messages one by one, on a new connection whenever one is closed. After a truncated message the connection is
 * dropped.
 */
async function sendAll(path: string, count: number): Promise<{ answered: number; closed: number; silent: number }> {
  const outcome = { answered: 0, closed: 0, silent: 0 };
  let socket: net.Socket | undefined;
  for (let i = 0; i < count; i++) {
    if (!socket || socket.destroyed) {
      socket = net.connect(path);
      socket.on('error', () => undefined);
      await once(socket, 'connect');
    }
    const current = socket;
    const bytes = message();
    current.write(bytes);
    const happened = await new Promise<'answered' | 'closed' | 'silent'>((resolve) => {
      const isComplete = bytes.length >= 16 && bytes.readInt32LE(0) <= bytes.length;
      const timer = setTimeout(() => end('silent'), isComplete ? 8000 : 3);
      const end = (what: 'answered' | 'closed' | 'silent') => {
        clearTimeout(timer);
        current.off('data', onData).off('close', onClose);
        resolve(what);
      };
      const onData = () => end('answered');
      const onClose = () => end('closed');
      current.on('data', onData).on('close', onClose);
    });
    outcome[happened]++;
    if (happened !== 'answered') current.destroy();
  }
  socket?.destroy();
  return outcome;
}

const residentMb = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;

test('malformed wire messages do not crash, hang or exhaust the memory of the database', async () => {
  const { dataDir, remove } = scratchFolder();
  const database = await databaseProcess(dataDir);
  const path = socketOf(database.uri);
  const count = isLong ? 100_000 : 1000;
  const warmUpOutcome = await sendAll(path, Math.floor(count / 3));
  const before = residentMb(database.child.pid!);
  const measuredOutcome = await sendAll(path, count - Math.floor(count / 3));
  const after = residentMb(database.child.pid!);
  const client = await new MongoClient(database.uri).connect();
  expect(await client.db('fuzz').command({ ping: 1 })).toMatchObject({ ok: 1 });
  for (const { name } of await client.db('fuzz').listCollections().toArray()) {
    expect(await client.db('fuzz').command({ validate: name })).toMatchObject({ valid: true, errors: [] });
  }
  await client.close();
  expect(database.child.exitCode).toBeNull();
  await database.stop();
  remove();
  console.log(
    `${count} messages: ${warmUpOutcome.answered + measuredOutcome.answered} answered, ${warmUpOutcome.closed + measuredOutcome.closed} connections closed, ${warmUpOutcome.silent + measuredOutcome.silent} waited for more; memory ${Math.round(before)} -> ${Math.round(after)} MB`,
  );
  expect(warmUpOutcome.answered + measuredOutcome.answered).toBeGreaterThan(count / 4);
  expect(after - before).toBeLessThan(isLong ? 150 : 80);
});
