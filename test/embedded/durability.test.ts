import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Document, MongoClient } from 'mongodb';
import { startEmbedded } from '../../src/embedded/index.js';
import { readMetaPage } from '../../src/embedded/storage/meta-pages.js';
import { checkPages } from '../../src/embedded/storage/check-pages.js';
import { databaseProcess } from './database-process.js';
import { readStartError } from './read-start-error.js';
import { isLong, randomNumbers, scratchFolder } from './scratch-database.js';

let folder: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => folder.remove());

type Stored = Document & { _id: number | string };

async function withClient<T>(uri: string, run: (client: MongoClient) => Promise<T>, options = {}): Promise<T> {
  const client = await new MongoClient(uri, options).connect();
  try {
    return await run(client);
  } finally {
    await client.close();
  }
}

test('a write is acknowledged only after a sync that started after the write', async () => {
  const probe = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']);
  if (probe.status !== 0) {
    console.log(
      `not run: strace is missing or may not trace here (${probe.error?.message ?? String(probe.stderr).trim()})`,
    );
    return;
  }
  const trace = path.join(folder.dataDir, 'trace.txt');
  const dataDir = path.join(folder.dataDir, 'data');
  const calls = 'trace=fsync,fdatasync,read,recvfrom,recvmsg,write,writev,sendto,sendmsg';
  const database = await databaseProcess(dataDir, {
    tracer: ['strace', '-f', '-s', '400', '-e', calls, '-o', trace],
  });
  const rounds = isLong ? 25 : 8;
  await withClient(database.uri, async (client) => {
    for (let i = 0; i < rounds; i++)
      await client
        .db('t')
        .collection<Stored>('c')
        .insertOne({ _id: `mark-${i}-` });
  });
  await database.kill();
  let received = -1;
  let synced = false;
  const acknowledgedWrites: { received: number; synced: boolean }[] = [];
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    const markMatch = /(?:read|recvfrom|recvmsg)(?:\(| resumed).*mark-(\d+)-/.exec(line);
    if (markMatch) {
      received = Number(markMatch[1]);
      synced = false;
    } else if (/(fsync|fdatasync)(\(\d+\)| resumed>.*\))\s+= 0/.test(line)) {
      synced = true;
    } else if (/(write|writev|sendto|sendmsg)\(/.test(line) && /ok\\0/.test(line) && received >= 0) {
      acknowledgedWrites.push({ received, synced });
      received = -1;
    }
  }
  expect(acknowledgedWrites).toEqual(Array.from({ length: rounds }, (_, i) => ({ received: i, synced: true })));
});

test('acknowledged writes survive kill -9, and the indexes match the documents', async () => {
  const rounds = isLong ? 200 : 2;
  const random = randomNumbers(11);
  const { dataDir } = folder;
  const expected = new Map<number, { rev: number; maybe: number }>();
  let acknowledged = 0;
  let slowest = 0;
  for (let round = 0; round < rounds; round++) {
    const database = await databaseProcess(dataDir);
    slowest = Math.max(slowest, database.startMs);
    const client = await new MongoClient(database.uri, {
      retryWrites: false,
      serverSelectionTimeoutMS: 2000,
    }).connect();
    const c = client.db('t').collection<{ _id: number; rev: number; tags?: string[]; big?: string }>('c');
    await c.createIndexes([{ key: { rev: 1 } }, { key: { tags: 1 } }, { key: { rev: 1, tags: -1 }, sparse: true }]);
    const { valid, errors } = await client.db('t').command({ validate: 'c' });
    expect({ round, valid, errors }).toEqual({ round, valid: true, errors: [] });
    const found = new Map((await c.find().toArray()).map((doc) => [doc._id, doc]));
    for (const [id, { rev, maybe }] of expected) {
      const have = found.get(id)?.rev ?? 0;
      if (have !== rev && have !== maybe)
        throw new Error(
          `round ${round}: document ${id} has revision ${have}, acknowledged was ${rev}, under way ${maybe}`,
        );
      expected.set(id, { rev: have, maybe: have });
    }
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (;;) {
        const id = writer * 1000 + Math.floor(random() * 50);
        const expectedState = expected.get(id) ?? { rev: 0, maybe: 0 };
        const remove = expectedState.rev > 0 && random() < 0.15;
        const rev = remove ? 0 : Math.max(expectedState.rev, expectedState.maybe, acknowledged) + 1;
        expected.set(id, { rev: expectedState.rev, maybe: rev });
        if (remove) await c.deleteOne({ _id: id });
        else
          await c.replaceOne(
            { _id: id },
            { rev, tags: [`t${rev % 7}`, `u${rev % 3}`], big: 'x'.repeat(Math.floor(random() * 3000)) },
            { upsert: true },
          );
        expected.set(id, { rev, maybe: rev });
        acknowledged++;
      }
    });
    const over = Promise.allSettled(writers);
    const enough = acknowledged + 6;
    while (acknowledged < enough) await new Promise((resolve) => setTimeout(resolve, 5));
    // Kill the database at a random point of the concurrent writes.
    await new Promise((resolve) => setTimeout(resolve, random() * 200));
    await database.kill();
    await over;
    await client.close();
  }
  console.log(
    `${rounds} rounds of kill -9: ${acknowledged} acknowledged writes, none lost; slowest start ${Math.round(slowest)} ms`,
  );
  expect(acknowledged).toBeGreaterThan(rounds * 5);
});

test('a read-only folder is rejected', async () => {
  const { dataDir } = folder;
  const inside = path.join(dataDir, 'file', 'data');
  writeFileSync(path.join(dataDir, 'file'), '');
  expect(await readStartError(inside)).toMatchObject({ code: 'FOLDER_UNUSABLE' });
  if (process.getuid?.() === 0) {
    const mounted = mountTmpfs(path.join(dataDir, 'ro'), 'size=4m,ro');
    if (!mounted)
      return console.log('not run in full: root writes everywhere, and a read-only file system cannot be mounted here');
    try {
      expect(await readStartError(mounted.at)).toMatchObject({ code: 'FOLDER_READ_ONLY' });
    } finally {
      mounted.unmount();
    }
    return;
  }
  const closed = path.join(dataDir, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0o500);
  expect(await readStartError(closed)).toMatchObject({ code: 'FOLDER_READ_ONLY' });
});

function mountTmpfs(mountPoint: string, options: string): { at: string; unmount: () => void } | undefined {
  mkdirSync(mountPoint, { recursive: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', mountPoint]).status !== 0) return undefined;
  return { at: mountPoint, unmount: () => void spawnSync('umount', [mountPoint]) };
}

test('a full disk rejects writes but not starts and reads, and writes succeed again once there is space', async () => {
  const mounted = mountTmpfs(path.join(folder.dataDir, 'small'), 'size=3m');
  if (!mounted) return console.log('not run: a small file system cannot be mounted here');
  try {
    const filler = path.join(mounted.at, 'filler');
    const database = await startEmbedded({ dataDir: path.join(mounted.at, 'data') });
    await withClient(database.uri, async (client) => {
      const c = client.db('t').collection<Stored>('c');
      await c.insertOne({ _id: 'first' });
      writeFileSync(filler, Buffer.alloc(1 << 20));
      let storedCount = 0;
      let rejection: unknown;
      for (let i = 0; i < 400 && !rejection; i++) {
        await c.insertOne({ _id: i, pad: 'x'.repeat(20_000) }).then(
          () => storedCount++,
          (error: unknown) => (rejection = error),
        );
      }
      expect(rejection).toMatchObject({ code: 14031 });
      expect(await c.countDocuments({ pad: { $exists: true } })).toBe(storedCount);
      expect(await c.findOne({ _id: 'first' })).toEqual({ _id: 'first' });
      await expect(c.insertOne({ _id: 'huge', pad: 'x'.repeat(2_000_000) })).rejects.toMatchObject({ code: 14031 });
      writeFileSync(filler, '');
      await expect(c.insertOne({ _id: 'huge', pad: 'x'.repeat(2_500_000) })).rejects.toMatchObject({ code: 14031 });
      await c.insertOne({ _id: 'again', pad: 'x'.repeat(20_000) });
      expect((await client.db('t').command({ validate: 'c' })).errors).toEqual([]);
      expect(await c.countDocuments()).toBe(storedCount + 2);
    });
    await database.close();
    const dataDir = path.join(mounted.at, 'data');
    for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2)) fillBy(filler, size);
    const started = await startEmbedded({ dataDir });
    await withClient(started.uri, async (client) => {
      expect(await client.db('t').collection<Stored>('c').findOne({ _id: 'first' })).toEqual({ _id: 'first' });
    });
    await started.close();
  } finally {
    mounted.unmount();
  }
});

test('a database that is closed on a full disk exits and preserves all acknowledged writes', async () => {
  const mounted = mountTmpfs(path.join(folder.dataDir, 'small'), 'size=3m');
  if (!mounted) return console.log('not run: a small file system cannot be mounted here');
  const dataDir = path.join(mounted.at, 'data');
  try {
    const database = await startEmbedded({ dataDir });
    const keptBytes: number[] = [];
    const write = async (client: MongoClient) => {
      const c = client.db('t').collection<Stored>('c');
      await c.insertOne({ _id: -1 });
      const writes = Array.from({ length: 300 }, async (_, _id) => {
        await c.insertOne({ _id, pad: 'x'.repeat(50_000) });
        keptBytes.push(_id);
      });
      await Promise.all(writes).catch(() => {});
      await database.close();
      await Promise.allSettled(writes);
    };
    await withClient(database.uri, write, { serverSelectionTimeoutMS: 100 });
    const started = await startEmbedded({ dataDir });
    await withClient(started.uri, async (client) => {
      const found = await client
        .db('t')
        .collection<Stored>('c')
        .find()
        .map(({ _id }) => _id)
        .toArray();
      expect(found).toEqual(expect.arrayContaining([-1, ...keptBytes]));
    });
    await started.close();
  } finally {
    mounted.unmount();
  }
});

/** Appends the given number of bytes while there is room. */
function fillBy(file: string, size: number): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(size));
  } catch {
    // The write fails once the disk is full.
  }
}

async function filledFolder(dataDir: string): Promise<void> {
  const database = await startEmbedded({ dataDir });
  await withClient(database.uri, async (client) => {
    const c = client.db('t').collection<Stored>('c');
    await c.createIndex({ n: 1 });
    await c.insertMany(Array.from({ length: 300 }, (_, i) => ({ _id: i, n: i % 17, text: `text ${i} `.repeat(20) })));
  });
  await database.close();
}

test('a start detects a byte of the data file that was changed while the database was closed', async () => {
  const { dataDir } = folder;
  await filledFolder(dataDir);
  const file = path.join(dataDir, 'data.mdb');
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  writeFileSync(file, bytes);
  expect(await readStartError(dataDir)).toMatchObject({ code: 'FOLDER_DAMAGED' });
  truncateSync(file, 0);
  expect(await readStartError(dataDir)).toMatchObject({ code: 'FOLDER_DAMAGED' });
});

test('after a crash, a damaged or truncated data file is rejected, or reads detect the damage or are correct', async () => {
  const { dataDir } = folder;
  await filledFolder(dataDir);
  const file = path.join(dataDir, 'data.mdb');
  const completeFolder = path.join(dataDir, 'whole');
  copyFileSync(file, completeFolder);
  const size = statSync(file).size;
  const random = randomNumbers(5);
  const outcomes = { refused: 0, noticed: 0, right: 0 };
  for (let round = 0; round < (isLong ? 150 : 3); round++) {
    copyFileSync(completeFolder, file);
    writeFileSync(path.join(dataDir, 'seal'), 'open\n'); // the marker that a killed process leaves
    if (round % 3 === 2) {
      truncateSync(file, Math.floor(random() * size));
    } else {
      const bytes = readFileSync(file);
      for (let i = 0; i < 1 + Math.floor(random() * 4); i++)
        bytes[Math.floor(random() * size)]! ^= 1 << Math.floor(random() * 8);
      writeFileSync(file, bytes);
    }
    const outcome = await startEmbedded({ dataDir }).then(
      (database) => database,
      (error: unknown) => error,
    );
    if (outcome instanceof Error) {
      expect(outcome).toMatchObject({ code: 'FOLDER_DAMAGED' });
      outcomes.refused++;
      continue;
    }
    const database = outcome as Awaited<ReturnType<typeof startEmbedded>>;
    const readRight = await withClient(database.uri, async (client) => {
      const c = client.db('t').collection<Stored>('c');
      expect(await c.countDocuments({ n: 5 })).toBe(18);
      const found = await c.find({ n: { $gte: 0 } }).toArray();
      const isRight = ({ _id, n, text }: Stored) => n === Number(_id) % 17 && text === `text ${_id} `.repeat(20);
      expect(found.every(isRight)).toBe(true);
      expect(await c.countDocuments()).toBe(300);
      return true;
    }).catch((error: Error) => {
      expect(error.message).toMatch('the data folder is damaged');
      return false;
    });
    await database.close();
    outcomes[readRight ? 'right' : 'noticed'] += 1;
  }
  console.log(
    `damaged after a crash: ${outcomes.refused} refused, ${outcomes.noticed} noticed by who read, ${outcomes.right} in bytes that hold nothing`,
  );
  expect(existsSync(completeFolder)).toBe(true);
  expect(outcomes.refused).toBeGreaterThan(0);
});

test('a power failure during a commit loses only that commit', async () => {
  const { dataDir } = folder;
  const file = path.join(dataDir, 'data.mdb');
  const database = await startEmbedded({ dataDir });
  const { before, after } = await withClient(database.uri, async (client) => {
    const c = client.db('t').collection<Stored>('c');
    for (let i = 0; i < 20; i += 1) await c.insertOne({ _id: i, pad: 'x'.repeat(3000) });
    const acknowledged = readFileSync(file);
    await c.insertOne({ _id: 20, pad: 'y'.repeat(9000) });
    return { before: acknowledged, after: readFileSync(file) };
  });
  await database.close();

  // The meta page of the last commit reached the disk, but none of its data pages and no sync record.
  const page = 4096;
  const lastCommit = Math.max(...[0, page].map((index) => Number(after.readBigUInt64LE(index + 24 + 128))));
  before.copy(after, page / 2, page / 2, page);
  for (const at of [0, page]) after.writeBigUInt64LE(1n, at + 24 + 136); // the boot ID of an earlier boot
  let tornCount = 0;
  for (let index = 2 * page; index < after.length; index += page) {
    if (Number(after.readBigUInt64LE(index + 8)) !== lastCommit) continue;
    after.fill(0xee, index, index + page);
    tornCount += 1;
  }
  expect(tornCount).toBeGreaterThan(3);
  writeFileSync(file, after);
  writeFileSync(path.join(dataDir, 'seal'), 'open\n');

  const reopened = await startEmbedded({ dataDir });
  await withClient(reopened.uri, async (client) => {
    const c = client.db('t').collection<Stored>('c');
    expect((await c.find().toArray()).map(({ _id }) => _id)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    await c.insertOne({ _id: 20, pad: 'z' });
    expect((await client.db('t').command({ validate: 'c' })).errors).toEqual([]);
  });
  await reopened.close();
});

test('reads and validate detect damage that is older than the commits verified at the start', async () => {
  const { dataDir } = folder;
  const file = path.join(dataDir, 'data.mdb');
  await filledFolder(dataDir);
  const database = await startEmbedded({ dataDir });
  await withClient(database.uri, async (client) => {
    for (let i = 0; i < 20; i += 1) await client.db('t').collection<Stored>('later').insertOne({ _id: i });
  });
  await database.close();
  const bytes = readFileSync(file);
  const index = bytes.indexOf('text 123 ');
  expect(index).toBeGreaterThan(0);
  bytes[index]! ^= 1;
  writeFileSync(file, bytes);
  writeFileSync(path.join(dataDir, 'seal'), 'open\n');

  const reopened = await startEmbedded({ dataDir });
  await withClient(reopened.uri, async (client) => {
    const c = client.db('t').collection<Stored>('c');
    expect(await c.findOne({ _id: 122 })).toMatchObject({ n: 122 % 17 });
    const damaged = /the data folder is damaged: document 124 .* is corrupted/;
    await expect(c.findOne({ _id: 123 })).rejects.toThrow(damaged);
    await expect(c.find().toArray()).rejects.toThrow(damaged);
    expect(await client.db('t').command({ validate: 'c' })).toMatchObject({ valid: false });
  });
  await reopened.close();

  // A damaged offset, because of which LMDB would also read the next page.
  const pageAt = index - (index % 4096);
  bytes.writeUInt16LE(0xfff0, pageAt + 24);
  writeFileSync(file, bytes);
  writeFileSync(path.join(dataDir, 'seal'), 'open\n');
  const third = await startEmbedded({ dataDir });
  await withClient(third.uri, async (client) => {
    const { valid, errors } = await client.db('t').command({ validate: 'c', full: true });
    expect({ valid, errors }).toEqual({
      valid: false,
      errors: [`page ${pageAt / 4096} has an offset outside the page`],
    });
  });
  await third.close();
});

test('validate reports no error during concurrent writes', async () => {
  const { dataDir } = folder;
  await filledFolder(dataDir);
  const database = await startEmbedded({ dataDir });
  await withClient(database.uri, async (client) => {
    const c = client.db('t').collection<Stored>('c');
    await c.insertMany(Array.from({ length: 5000 }, (_, i) => ({ _id: 1000 + i, n: i, text: 'x'.repeat(300) })));
    let isOver = false;
    let writtenCount = 0;
    const write = async (writer: number) => {
      for (let i = writer; !isOver; i += 4) {
        await c.updateOne({ _id: 1000 + (i % 5000) }, { $inc: { n: 1 } });
        await c.deleteOne({ _id: 1000 + ((i * 7) % 5000) });
        writtenCount += 1;
      }
    };
    const writers = [0, 1, 2, 3].map(write);
    while (writtenCount < 20) await c.findOne();
    const before = writtenCount;
    for (const full of [false, true]) {
      expect(await client.db('t').command({ validate: 'c', full })).toMatchObject({ valid: true, errors: [] });
    }
    expect(writtenCount).toBeGreaterThan(before);
    isOver = true;
    await Promise.all(writers);
  });
  await database.close();
});

test('the amount that a start after a crash reads does not grow with the size of the database', async () => {
  const read = async (dataDir: string, documents: number) => {
    const database = await startEmbedded({ dataDir });
    await withClient(database.uri, async (client) => {
      const c = client.db('t').collection<Stored>('c');
      for (let first = 0; first < documents; first += 2000) {
        await c.insertMany(Array.from({ length: 2000 }, (_, i) => ({ _id: first + i, text: 'x'.repeat(200) })));
      }
      for (let i = 0; i < 20; i += 1) await c.updateOne({ _id: i * 7 }, { $set: { text: 'y' } });
    });
    await database.close();
    const meta = readMetaPage(dataDir);
    if ('wrong' in meta) throw new Error(meta.wrong);
    const recent = [...checkPages(dataDir, meta, meta.commit - 15)];
    expect([...recent, ...checkPages(dataDir, meta, 0)].filter((problem) => problem !== undefined)).toEqual([]);
    return { pages: recent.length, of: meta.lastPage };
  };
  const smallRead = await read(path.join(folder.dataDir, 'small'), 2000);
  const large = await read(path.join(folder.dataDir, 'large'), isLong ? 200_000 : 20_000);
  console.log(`read after a crash: ${smallRead.pages} of ${smallRead.of} pages, ${large.pages} of ${large.of}`);
  expect(large.of).toBeGreaterThan(smallRead.of * 5);
  expect(large.pages).toBeLessThan(smallRead.pages * 5);
});

test('the size of the data file is bounded while documents are rewritten', async () => {
  const { dataDir } = folder;
  const database = await startEmbedded({ dataDir });
  const size = () => statSync(path.join(dataDir, 'data.mdb')).size;
  await withClient(database.uri, async (client) => {
    const c = client.db('t').collection<Stored>('c');
    const rewrite = async (round: number) => {
      const docs = Array.from({ length: 200 }, (_, i) => ({
        replaceOne: {
          filter: { _id: i },
          replacement: { round, pad: 'x'.repeat(1500 + ((i * round) % 700)) },
          upsert: true,
        },
      }));
      await c.bulkWrite(docs, { ordered: false });
    };
    for (let round = 0; round < 4; round++) await rewrite(round);
    const settled = size();
    for (let round = 4; round < (isLong ? 60 : 10); round++) await rewrite(round);
    expect(size()).toBeLessThan(settled * 2);
  });
  await database.close();
});
