import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BSON, type Collection, type Document, MongoClient } from 'mongodb';
import { startEmbedded } from '../../src/embedded/index.js';
import { databaseProcess } from '../embedded/database-process.js';
import { ENTRY_QUERIES, fillEntries } from './entry-queries.js';
import { stubServer } from './stub-server.js';

interface Question {
  name: string;
  rounds: number;
  run: (c: Collection<Item>, i: number) => Promise<unknown>;
  /** Maximum multiple of the stub's time. */
  goal?: number;
}

interface Item extends Document {
  _id: number;
}

/** Requests all rows in one batch, because the recorded response of the stub cannot continue a cursor. */
const ALL_DOCUMENTS = { batchSize: 1000 };

const QUESTIONS: Question[] = [
  { name: 'point read', rounds: 3000, goal: 1.5, run: (c, i) => c.findOne({ _id: (i * 7919) % 20_000 }) },
  {
    name: '$in of 20',
    rounds: 1500,
    goal: 1.5,
    run: (c, i) =>
      c.find({ _id: { $in: Array.from({ length: 20 }, (_, j) => (i * 31 + j * 997) % 20_000) } }).toArray(),
  },
  {
    name: 'indexed page of 20',
    rounds: 1500,
    goal: 2,
    run: (c, i) =>
      c
        .find({ group: i % 200 })
        .sort({ rank: 1 })
        .limit(20)
        .toArray(),
  },
  {
    name: 'insertMany of 1 000',
    rounds: 20,
    run: (c, i) =>
      c.insertMany(
        Array.from({ length: 1000 }, (_, j) => item(1_000_000 + i * 1000 + j)),
        { ordered: true },
      ),
  },
  {
    name: '$group with $topN over 20 000',
    rounds: 8,
    run: (c) =>
      c
        .aggregate(
          [
            { $match: { _id: { $lt: 20_000 } } },
            {
              $group: {
                _id: '$group',
                total: { $sum: 1 },
                top: { $topN: { n: 5, sortBy: { rank: 1, _id: 1 }, output: '$_id' } },
              },
            },
          ],
          ALL_DOCUMENTS,
        )
        .toArray(),
  },
  {
    name: '$group over 100 000',
    rounds: 5,
    run: (c) => c.aggregate([{ $group: { _id: '$group', sum: { $sum: '$rank' } } }], ALL_DOCUMENTS).toArray(),
  },
];

function item(i: number): Item {
  return {
    _id: i,
    slug: `item-${i}`,
    group: i % 200,
    rank: (i * 48271) % 65537,
    title: `The title of item ${i}`,
    text: 'lorem ipsum '.repeat(12),
    tags: ['a', 'b', `t${i % 9}`],
  };
}

/** Returns the duration of each sequential call, in milliseconds. */
async function timesOf(rounds: number, call: (i: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const began = performance.now();
    await call(i);
    times.push(performance.now() - began);
  }
  return times;
}

const at = (times: number[], share: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)]!;
const median = (times: number[]) => at(times, 0.5);
/** Returns the 10th percentile. Slower calls include the time until the core of the other process wakes up. */
const fastDecile = (times: number[]) => at(times, 0.1);

/** Returns the CPU time of a process in milliseconds. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const formatTime = (ms: number) => (ms < 10 ? `${Math.round(ms * 1000)} us` : `${Math.round(ms)} ms`);

/**
 * Prints the time of the embedded database, compared with a stub that sends the same bytes without any work, and the
 * time of the queries that Signpost sends.
 *
 * @param args the folder of another build, to be compared with this one
 */
export async function run(args: readonly string[] = []): Promise<void> {
  await measureEntryQueries(args[0]);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'bench-embedded-'));
  const built = path.resolve('dist/embedded.js');
  const isBuilt = existsSync(built);
  if (!isBuilt) console.log('dist/ is missing: measuring the source, which the compiler at hand makes slower');
  const database = await databaseProcess(dataDir, isBuilt ? { built: pathToFileURL(built).href } : {});
  const client = await new MongoClient(database.uri).connect();
  const c = client.db('bench').collection<Item>('items');
  await fill(c, 100_000);
  const stub = await stubServer(database.uri);
  const stubClient = await new MongoClient(stub.uri).connect();
  const stubItems = stubClient.db('bench').collection<Item>('items');
  console.log('the median of each question: the embedded database beside a stub that answers canned bytes');
  try {
    for (const { name, rounds, run, goal } of QUESTIONS) {
      await stub.learn(await recordResponse(database.uri, (items) => run(items, 999)));
      const warmUpRounds = Math.min(rounds, 2000); // enough for V8 to compile the code for database and stub
      await timesOf(warmUpRounds, (i) => run(c, i + 500_000));
      await timesOf(warmUpRounds, () => run(stubItems, 1));
      const [ownTimes, stubTimes]: [number[], number[]] = [[], []];
      const cpu = { ours: 0, theirs: 0 };
      // Database and stub are measured alternately, so that other load affects them equally.
      const part = Math.max(1, Math.floor(rounds / 10));
      for (let first = 0; first < rounds; first += part) {
        const before = [cpuMs(database.child.pid!), cpuMs(stub.pid)] as const;
        ownTimes.push(...(await timesOf(part, (i) => run(c, first + i))));
        stubTimes.push(...(await timesOf(part, (i) => run(stubItems, i))));
        cpu.ours += cpuMs(database.child.pid!) - before[0];
        cpu.theirs += cpuMs(stub.pid) - before[1];
      }
      const [a, b] = [median(ownTimes), median(stubTimes)];
      const verdict = goal === undefined ? '' : a / b <= goal ? ` (goal ${goal}: met)` : ` (goal ${goal}: MISSED)`;
      console.log(
        `${name.padEnd(32)} ${formatTime(a).padStart(9)}   stub ${formatTime(b).padStart(9)}   ${(a / b).toFixed(2)}x${verdict}` +
          `   quickest tenth ${formatTime(fastDecile(ownTimes))} / ${formatTime(fastDecile(stubTimes))}, cpu ${formatTime(cpu.ours / ownTimes.length)} / ${formatTime(cpu.theirs / stubTimes.length)}`,
      );
    }
    await measureBySize(client);
    await startTime();
  } finally {
    await client.close();
    await stubClient.close();
    await stub.close();
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Measured {
  name: string;
  collection: Collection<Item>;
  pid: number;
  end: () => Promise<void>;
}

async function measured(name: string, built: string): Promise<Measured> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'bench-embedded-'));
  const options = existsSync(built) ? { built: pathToFileURL(built).href } : {};
  const database = await databaseProcess(dataDir, options);
  const client = await new MongoClient(database.uri).connect();
  const end = async () => {
    await client.close();
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { name, collection: client.db('bench').collection<Item>('entries'), pid: database.child.pid!, end };
}

/** Prints the CPU time of the store's queries of entries, measured alternately if there are two builds. */
async function measureEntryQueries(other: string | undefined): Promise<void> {
  const builds = [await measured('this', path.resolve('dist/embedded.js'))];
  if (other) builds.push(await measured('other', path.resolve(other, 'embedded.js')));
  console.log('processor time of the database for what Signpost asks of 20 000 entries');
  try {
    for (const { collection } of builds) await fillEntries(collection);
    for (const { name, rounds, run } of ENTRY_QUERIES) {
      const buildTimes = builds.map(() => 0);
      for (const { collection } of builds) await timesOf(Math.ceil(rounds / 4), (i) => run(collection, i));
      for (let turn = 0; turn < 10; turn++) {
        for (const [index, { collection, pid }] of builds.entries()) {
          const before = cpuMs(pid);
          await timesOf(Math.ceil(rounds / 10), (i) => run(collection, turn * rounds + i));
          buildTimes[index]! += cpuMs(pid) - before;
        }
      }
      const [perBuild, theirs] = buildTimes.map((ms) => ms / (10 * Math.ceil(rounds / 10)));
      const ratio =
        theirs === undefined ? '' : `   other ${formatTime(theirs).padStart(9)}   ${(perBuild! / theirs).toFixed(2)}x`;
      console.log(`${name.padEnd(44)} ${formatTime(perBuild!).padStart(9)}${ratio}`);
    }
  } finally {
    for (const { end } of builds) await end();
  }
}

async function fill(c: Collection<Item>, count: number): Promise<void> {
  await c.drop().catch(() => undefined);
  await c.createIndexes([{ key: { group: 1, rank: 1 } }, { key: { slug: 1 }, unique: true }]);
  for (let i = 0; i < count; i += 5000)
    await c.insertMany(Array.from({ length: Math.min(5000, count - i) }, (_, j) => item(i + j)));
}

/** Prints the times of queries by index in a small and in a large collection, and their ratio. */
async function measureBySize(client: MongoClient): Promise<void> {
  const large = process.env.LONG === '1' ? 1_000_000 : 100_000;
  const medians: { point: number; page: number }[] = [];
  for (const size of [1000, large]) {
    const c = client.db('bench').collection<Item>(`size${size}`);
    await fill(c, size);
    const point = (i: number) => c.findOne({ slug: `item-${(i * 7919) % size}` });
    const page = (i: number) =>
      c
        .find({ group: i % 200, rank: { $gte: 0 } })
        .sort({ rank: 1 })
        .limit(5)
        .toArray();
    await timesOf(300, point);
    await timesOf(300, page);
    medians.push({ point: median(await timesOf(2000, point)), page: median(await timesOf(2000, page)) });
  }
  const [small, big] = medians as [{ point: number; page: number }, { point: number; page: number }];
  for (const queryType of ['point', 'page'] as const) {
    console.log(
      `${`${queryType} by index, 1 000 / ${large} documents`.padEnd(44)} ${formatTime(small[queryType])} / ${formatTime(big[queryType])}   ${(big[queryType] / small[queryType]).toFixed(2)}x (goal 1.5)`,
    );
  }
}

async function startTime(): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'bench-embedded-'));
    const began = performance.now();
    const database = await startEmbedded({ dataDir });
    times.push(performance.now() - began);
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  console.log(`start on an empty folder, from source: ${formatTime(median(times))}`);
}

/** Returns the bytes with which the database responds to a query. */
async function recordResponse(uri: string, run: (c: Collection<Item>) => Promise<unknown>): Promise<Buffer> {
  const client = await new MongoClient(uri, { monitorCommands: true, promoteValues: false }).connect();
  let reply: Document | undefined;
  client.on('commandSucceeded', ({ commandName, reply: answer }) => {
    if (['find', 'aggregate', 'insert'].includes(commandName)) reply = answer as Document;
  });
  const c = client.db('bench').collection<Item>('items');
  await run(c);
  await client.close();
  return Buffer.from(BSON.serialize(reply ?? { ok: 1 }));
}
