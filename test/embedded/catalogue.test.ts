import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ClientSession, type Collection, type Db, type Document, Long, MongoClient, UUID } from 'mongodb';
import { decodeDocument } from '../../src/embedded/bson/decode.js';
import { encodeDocument } from '../../src/embedded/bson/encode.js';
import { startEmbedded } from '../../src/embedded/index.js';
import { checkCollection } from '../../src/embedded/storage/check-collection.js';
import { formatNamespace } from '../../src/embedded/storage/collection.js';
import { type LmdbEnvironment, openEnvironment } from '../../src/embedded/storage/lmdb-environment.js';
import { Storage } from '../../src/embedded/storage/storage.js';
import { insertDocument } from '../../src/embedded/storage/write-document.js';
import { databaseProcess } from './database-process.js';
import { isLong, randomNumbers, type ScratchDatabase, scratchDatabase, scratchFolder } from './scratch-database.js';

type Numbered = Document & { _id: number };

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
  await openConnections(scratch.client);
});
afterAll(() => scratch.stop());

let collectionCount = 0;
const fresh = (): Collection<Numbered> => scratch.db.collection(`c${collectionCount++}`);
/** Returns a database that no other test uses. */
const freshDb = (): Db => scratch.client.db(`d${collectionCount++}`);
const numbered = (n: number): Numbered[] => Array.from({ length: n }, (_, i) => ({ _id: i, a: i % 7 }));

/** Opens several connections, so that commands run concurrently. */
async function openConnections(client: MongoClient): Promise<void> {
  await Promise.all(Array.from({ length: 6 }, () => client.db('admin').command({ ping: 1 })));
}

/** Returns the results of promises: `ok`, or the error code. */
async function outcomes(...promises: Promise<unknown>[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(promises);
  return settled.map((element) =>
    element.status === 'fulfilled' ? 'ok' : ((element.reason as { code: unknown }).code ?? element.reason),
  );
}

/** Returns the number of documents of every collection, after validating it. */
async function documentCounts(client: MongoClient): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { name: dbName } of (await client.db('admin').admin().listDatabases()).databases) {
    const db = client.db(dbName);
    for (const { name } of await db.listCollections().toArray()) {
      const { valid, errors } = await db.command({ validate: name });
      expect({ name, valid, errors }).toEqual({ name, valid: true, errors: [] });
      found[`${dbName}.${name}`] = await db.collection(name).countDocuments();
      expect(await db.collection(name).estimatedDocumentCount()).toBe(found[`${dbName}.${name}`]);
    }
  }
  return found;
}

/** Starts the database of a folder and returns its numbers of documents. @throws EmbeddedError FOLDER_DAMAGED */
async function documentCountsIn(dataDir: string): Promise<Record<string, number>> {
  const database = await startEmbedded({ dataDir });
  const client = await new MongoClient(database.uri).connect();
  try {
    return await documentCounts(client);
  } finally {
    await client.close();
    await database.close();
  }
}

/** Calls `look` with a copy of the folder of an idle database, as a killed process would leave it. */
async function withCopyAfterKill<T>(dataDir: string, look: (copy: string) => Promise<T>): Promise<T> {
  const copy = `${dataDir}-copy`;
  // The lock file and the socket disappear with the process.
  const filter = (file: string) => !/(^owner\.|\.sock$)/.test(path.basename(file));
  cpSync(dataDir, copy, { recursive: true, filter });
  try {
    return await look(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Opens the storage of a folder that no process uses, without starting a database. */
async function withStorage<T>(dataDir: string, look: (storage: Storage) => T): Promise<T> {
  const environment = openEnvironment(dataDir);
  try {
    return look(new Storage(environment));
  } finally {
    await environment.root.close();
  }
}

/** Expects that a start after a kill would find valid collections with the current numbers of documents. */
async function expectDurable(): Promise<void> {
  const stored = await withCopyAfterKill(scratch.dataDir, (copy) =>
    withStorage(copy, (storage) => {
      const collections = storage.catalogue.all();
      const problems = collections.flatMap((element) => [...checkCollection(storage, element)].filter((each) => each));
      expect(problems).toEqual([]);
      return Object.fromEntries(collections.map((element) => [formatNamespace(element), element.count]));
    }),
  );
  expect(stored).toEqual(await documentCounts(scratch.client));
}

test('dropping a collection and its indexes concurrently does not recreate the collection', async () => {
  const db = freshDb();
  const changes: Record<string, (c: Collection<Numbered>) => Promise<unknown>> = {
    dropIndexes: (c) => db.command({ dropIndexes: c.collectionName, index: 'a_1' }),
  };
  let lateCount = 0;
  for (let round = 0; round < 5; round++) {
    for (const [name, change] of Object.entries(changes)) {
      const c = db.collection<Numbered>(`${name}${round}`);
      await c.createIndex({ a: 1 });
      await c.insertMany(numbered(2));
      const [, changeOutcome] = await outcomes(c.drop(), change(c));
      expect(['ok', 26]).toContain(changeOutcome);
      if (changeOutcome === 26) lateCount++;
    }
  }
  expect(lateCount).toBeGreaterThan(0);
  await expectDurable();
});

test('after concurrent dropDatabase, drop and insert, the catalogue in memory equals the one on disk', async () => {
  for (let round = 0; round < 4; round++) {
    const db = freshDb();
    for (let i = 0; i < 8; i++) await db.collection<Numbered>(`c${i}`).insertMany(numbered(3));
    const c = db.collection<Numbered>('c6');
    await outcomes(
      db.dropDatabase(),
      c.drop().then(() => c.insertOne({ _id: 77 })),
    );
    expect(await c.countDocuments()).toBeLessThan(2);
  }
  await expectDurable();
});

test('after random concurrent commands on three collections, the reopened folder has the same numbers of documents', async () => {
  const { dataDir, remove } = scratchFolder();
  const database = await startEmbedded({ dataDir });
  const client = await new MongoClient(database.uri).connect();
  await openConnections(client);
  const db = client.db('race');
  const random = randomNumbers(3);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const name = () => any(['x', 'y', 'z']);
  const newCollection = () => db.collection<Numbered>(name());
  let nextId = 0;
  const insert = () =>
    newCollection().insertMany(Array.from({ length: 1 + Math.floor(random() * 300) }, () => ({ _id: nextId++, a: 1 })));
  const actions: (() => Promise<unknown>)[] = [
    insert,
    insert,
    insert,
    () => db.createCollection(name()),
    () => newCollection().drop(),
    () => newCollection().createIndex(any(['a', 'b'])),
    () => newCollection().dropIndex(any(['a_1', 'b_1'])),
    () => newCollection().dropIndexes(),
    () => newCollection().updateMany({ a: { $lt: 5 } }, { $inc: { a: 1 } }),
    () => newCollection().deleteMany({ a: 3 }),
    () => (random() < 0.2 ? db.dropDatabase() : insert()),
  ];
  const ownCollection = client.db('own').collection<Numbered>('own');
  const seenValues = new Set<unknown>();
  const rounds = isLong ? 1500 : 20;
  const workers = Array.from({ length: 6 }, async (_, worker) => {
    for (let round = 0; round < rounds; round++) {
      for (const outcome of await outcomes(any(actions)())) seenValues.add(outcome);
      if (worker === 0) await ownCollection.insertOne({ _id: round });
    }
  });
  await Promise.all(workers);
  // Error codes: collection not found, collection exists, index not found, query killed.
  expect(['ok', 26, 48, 27, 175]).toEqual(expect.arrayContaining([...seenValues]));
  const live = await documentCounts(client);
  expect(live['own.own']).toBe(rounds);
  expect(await withCopyAfterKill(dataDir, documentCountsIn)).toEqual(live);
  await client.close();
  await database.close();
  expect(await documentCountsIn(dataDir)).toEqual(live);
  remove();
});

describe('Catalogue', () => {
  let environment: LmdbEnvironment;
  let storage: Storage;
  let folder: ReturnType<typeof scratchFolder>;
  beforeEach(() => {
    folder = scratchFolder();
    environment = openEnvironment(folder.dataDir);
    storage = new Storage(environment);
  });
  afterEach(async () => {
    await storage.commit.close();
    await environment.root.close();
    folder.remove();
  });

  test('a write to a dropped collection is rejected and rolled back', async () => {
    const { catalogue, commit } = storage;
    const stale = await commit.run(() => catalogue.create('t', 'c'));
    await commit.run(() => catalogue.remove(stale));
    const present = await commit.run(() => catalogue.create('t', 'c'));
    const bytes = encodeDocument({ _id: 1 });
    for (const write of [
      () => catalogue.save(stale),
      () => catalogue.remove(stale),
      () => catalogue.removeIndexes(stale, [stale.indexes[0]!]),
      () => insertDocument(storage, stale, bytes, { _id: 1 }),
      () => {
        insertDocument(storage, present, bytes, { _id: 1 });
        catalogue.create('t', 'c');
      },
      () => catalogue.create('t', 'c'),
    ]) {
      await expect(commit.run(write)).rejects.toThrow(/after its end|already exists/);
      expect(catalogue.all()).toEqual([present]);
    }
    expect([...storage.scanDocuments(present)]).toEqual([]);
    expect(environment.documents.getCount()).toBe(0);
    expect(present.count).toBe(0);
  });

  test('a commit increments the version of a collection, so that a concurrent search detects it', async () => {
    const { catalogue, commit } = storage;
    const collection = await commit.run(() => catalogue.create('t', 'c'));
    const during = await commit.run(() => {
      insertDocument(storage, collection, encodeDocument({ _id: 1 }), { _id: 1 });
      return collection.version;
    });
    expect(collection.version).toBeGreaterThan(during);
  });

  test('after a rollback, checkExists rejects only the collection that the write created, and its indexes', async () => {
    const { catalogue, commit } = storage;
    const committed = await commit.run(() => catalogue.create('t', 'kept'));
    const index = committed.indexes[0]!;
    let revertedCollection = committed;
    await commit
      .run(() => {
        revertedCollection = catalogue.create('t', 'rolled back');
        throw new Error('undo');
      })
      .catch(() => undefined);
    expect(() => catalogue.checkExists(revertedCollection)).toThrow('rolled back');
    expect(() => catalogue.checkExists(revertedCollection.indexes[0]!)).toThrow('rolled back');
    catalogue.checkExists(committed);
    catalogue.checkExists(index);
  });

  test('the number of keys of an index includes inserts after a rollback that reloaded the index', async () => {
    const { catalogue, commit } = storage;
    const collection = await commit.run(() => catalogue.create('t', 'c'));
    const index = collection.indexes[0]!;
    const insert = (name: string) => {
      const bytes = encodeDocument({ _id: name });
      return commit.run(() => insertDocument(storage, collection, bytes, decodeDocument(bytes)));
    };
    const count = () => storage.countEntries(index, Buffer.of(), Buffer.of(255));
    await insert('1');
    expect([count(), count()]).toEqual([1, 1]);
    const revertDrop = () => {
      throw new Error('undo');
    };
    await expect(commit.run(revertDrop)).rejects.toThrow('undo');
    expect(collection.indexes[0]).not.toBe(index);
    for (const n of [2, 3]) {
      await insert(`${n}`);
      expect([count(), count()]).toEqual([n, n]);
    }
  });
});

test('a query concurrent with createIndexes does not use an uncommitted index', async () => {
  const c = fresh();
  await c.insertMany(numbered(700));
  const found = new Set<number>();
  let collectionCount = 0;
  const build = async () => {
    for (; collectionCount < 12; collectionCount++) {
      await c.createIndex({ a: 1 });
      await c.dropIndex('a_1');
    }
  };
  // A reader of a dropped index gets an error.
  const note = (answer: Promise<number>) =>
    answer.then(
      (count) => found.add(count),
      (error: unknown) => expect(error).toMatchObject({ code: 175 }),
    );
  const read = async () => {
    while (collectionCount < 12) {
      await note(
        c
          .find({ a: 3 })
          .toArray()
          .then(({ length }) => length),
      );
      await note(c.countDocuments({ a: 4 }));
    }
  };
  await Promise.all([build(), read(), read(), read()]);
  expect([...found]).toEqual([100]);
});

test('a search that is aborted in a transaction does not roll back the writes of other clients', async () => {
  const [large, small] = [fresh(), fresh()];
  await large.insertMany(numbered(27_000));
  const inserts = Array.from({ length: 4 }, async (_, writer) => {
    for (let i = 0; i < 50; i++) await small.insertOne({ _id: writer * 1000 + i });
  });
  const updates = Array.from({ length: 6 }, () => large.updateOne({ absent: 1 }, { $set: { a: 1 } }));
  await Promise.all([...inserts, ...updates]);
  expect(await small.countDocuments()).toBe(200);
});

describe('cursors and dropped collections', () => {
  const openCursor = async (filter: Document = {}) => {
    const c = fresh();
    await c.createIndex({ a: 1 });
    await c.insertMany(numbered(300));
    const cursor = c.find(filter as never, { batchSize: 2 });
    await cursor.next();
    return { c, cursor };
  };
  const uuidOf = async (c: Collection<Numbered>) =>
    String(
      (await scratch.db.command({ listCollections: 1, filter: { name: c.collectionName } })).cursor.firstBatch[0].info
        .uuid,
    );

  test('a cursor on a dropped collection fails, even if its name is in use again', async () => {
    const { c, cursor } = await openCursor();
    const uuid = await uuidOf(c);
    await c.drop();
    await c.insertMany(numbered(5));
    await expect(cursor.toArray()).rejects.toMatchObject({
      code: 175,
      codeName: 'QueryPlanKilled',
      message: expect.stringContaining(`collection dropped. UUID ${uuid}`),
    });
  });

  test.each([{ a: { $gte: 0 } }, { $or: [{ a: { $lt: 2 } }, { a: { $gt: 3 } }] }])(
    'a cursor that uses a dropped index fails: %j',
    async (filter) => {
      const { c, cursor } = await openCursor(filter);
      await c.dropIndex('a_1');
      await expect(cursor.toArray()).rejects.toMatchObject({
        code: 175,
        message: expect.stringContaining("index 'a_1' dropped"),
      });
    },
  );

  test('a cursor that uses an index of a dropped collection fails', async () => {
    const { c, cursor } = await openCursor({ a: { $gte: 0 } });
    await c.drop();
    await expect(cursor.toArray()).rejects.toMatchObject({
      code: 175,
      message: expect.stringContaining('collection dropped'),
    });
  });

  test('a cursor that uses no index continues after dropIndexes', async () => {
    const { c, cursor } = await openCursor();
    await c.dropIndexes();
    expect(await cursor.toArray()).toHaveLength(299);
  });
});

/** A slow query that matches every document. */
const slowFilter = { $and: Array.from({ length: 1000 }, () => ({ missing: { $ne: 1 } })) };
test.each<[string, (c: Collection<Numbered>) => Promise<number>]>([
  ['find', async (c) => (await c.find(slowFilter, { batchSize: 100_000 }).toArray()).length],
  [
    'aggregate',
    async (c) =>
      (await c.aggregate([{ $match: slowFilter }, { $group: { _id: 1, n: { $sum: { $literal: 1 } } } }]).toArray())[0]
        ?.n ?? 0,
  ],
  ['update', async (c) => (await c.updateMany(slowFilter, { $inc: { a: 1 } })).modifiedCount],
  ['delete', async (c) => (await c.deleteMany(slowFilter)).deletedCount],
])('the command %s processes all documents, or fails if its collection is dropped during execution', async (_, run) => {
  const outcomes = new Set<unknown>();
  const newName = fresh();
  await newName.insertMany(numbered(4000));
  const began = performance.now();
  expect(await run(newName)).toBe(4000);
  const takes = performance.now() - began;
  for (let attempt = 1; attempt <= 20 && !outcomes.has(175); attempt++) {
    const c = fresh();
    await c.insertMany(numbered(4000));
    const running = run(c).catch((error: { code: unknown }) => error.code);
    await new Promise((resolve) => setTimeout(resolve, (takes * attempt) / 20));
    await c.drop();
    outcomes.add(await running);
    expect(await c.countDocuments()).toBe(0);
  }
  expect([0, 4000, 175]).toEqual(expect.arrayContaining([...outcomes])); // 0 documents if the drop was executed first
  expect(outcomes).toContain(175);
});

test.each([
  { delete: 'c', deletes: [{ limit: 0 }], missing: 'delete.deletes.q' },
  { delete: 'c', deletes: [{ q: {} }], missing: 'delete.deletes.limit' },
  { update: 'c', updates: [{ u: { $set: { a: 9 } }, multi: true }], missing: 'update.updates.q' },
  {
    update: 'c',
    updates: [
      { q: {}, u: { $set: { a: 9 } } },
      { q: {}, multi: true },
    ],
    missing: 'update.updates.u',
  },
])(
  'a command without the required field $missing is rejected before any statement runs',
  async ({ missing, ...command }) => {
    const db = freshDb();
    await db.collection<Numbered>('c').insertMany(numbered(3));
    await expect(db.command(command)).rejects.toMatchObject({
      code: 40414,
      message: `BSON field '${missing}' is missing but a required field`,
    });
    expect(await db.collection('c').find().toArray()).toEqual(numbered(3));
  },
);

describe('retryable bulk writes', () => {
  /** Sends a command as a retryable write of a session, possibly one of another client. */
  const send = (session: ClientSession, db: Db, txnNumber: number, command: Document) =>
    db.command({ ...command, txnNumber: Long.fromNumber(txnNumber) }, { session });
  const sessionWith = (client: MongoClient, id: UUID): ClientSession => {
    const session = client.startSession();
    session.serverSession!.id = { id };
    return session;
  };
  const increments = (first: number, end: number): Document[] =>
    Array.from({ length: end - first }, (_, i) => ({ q: { _id: first + i }, u: { $inc: { n: 1 } }, upsert: true }));
  const countNotOnce = (c: Collection) => c.countDocuments({ n: { $ne: 1 } });

  test('a repeated bulk write executes only the remaining statements, and replies as if it had executed all', async () => {
    const db = freshDb();
    const c = db.collection('c');
    const session = sessionWith(scratch.client, new UUID());
    await send(session, db, 1, { update: 'c', updates: increments(0, 40) });
    const repeatedCommand = { update: 'c', updates: increments(0, 80) };
    const replies = await Promise.all([send(session, db, 1, repeatedCommand), send(session, db, 1, repeatedCommand)]);
    expect(replies.map(({ n, upserted }) => [n, upserted.length])).toEqual([
      [80, 80],
      [80, 80],
    ]);
    expect([await c.countDocuments(), await countNotOnce(c)]).toEqual([80, 0]);
    await send(session, db, 2, { update: 'c', updates: increments(0, 80) });
    expect(await c.countDocuments({ n: 2 })).toBe(80);
    await expect(send(session, db, 1, repeatedCommand)).rejects.toMatchObject({ code: 225 });
    const insert = { insert: 'i', documents: numbered(2500), ordered: false };
    await send(session, db, 3, { ...insert, documents: numbered(1200) });
    expect(await send(session, db, 3, insert)).toMatchObject({ n: 2500, ok: 1 });
    expect(await db.collection('i').countDocuments()).toBe(2500);
    await session.endSession();
  });

  test('a repeated bulk write is executed again after its session has ended', async () => {
    const db = freshDb();
    const id = new UUID();
    const session = sessionWith(scratch.client, id);
    await send(session, db, 1, { update: 'c', updates: increments(0, 40) });
    await db.command({ endSessions: [{ id }] });
    await send(session, db, 1, { update: 'c', updates: increments(0, 40) });
    expect(await db.collection('c').countDocuments({ n: 2 })).toBe(40);
  });

  test('the stored results of a retryable bulk write are one record per commit, which the next write of the session removes', async () => {
    const id = new UUID();
    const session = sessionWith(scratch.client, id);
    const rows = () =>
      withCopyAfterKill(scratch.dataDir, (copy) =>
        withStorage(copy, ({ environment }) => {
          const all = [...environment.sessions.getRange({})];
          return all.filter(({ key }) => key.subarray(0, 16).equals(id.buffer));
        }),
      );
    await send(session, freshDb(), 1, { update: 'c', updates: increments(0, 300) });
    const two = await rows();
    expect(two.map(({ key }) => key.length)).toEqual([16, 20]);
    await send(session, freshDb(), 2, { update: 'c', updates: increments(0, 1) });
    expect(await rows()).toHaveLength(1);
  });

  test('a bulk write that is repeated after kill -9 is applied once', async () => {
    const { dataDir, remove } = scratchFolder();
    const id = new UUID();
    const bulk = { update: 'c', updates: increments(0, 2000) };
    const killedDatabase = await databaseProcess(dataDir);
    const disconnected = await new MongoClient(killedDatabase.uri, { serverSelectionTimeoutMS: 100 }).connect();
    const running = outcomes(send(sessionWith(disconnected, id), disconnected.db('t'), 1, bulk));
    while ((await disconnected.db('t').collection('c').countDocuments()) < 50);
    await killedDatabase.kill();
    expect(await running).not.toEqual(['ok']);
    await disconnected.close(true);
    const database = await startEmbedded({ dataDir });
    const client = await new MongoClient(database.uri).connect();
    const c = client.db('t').collection('c');
    expect(await c.countDocuments()).toBeLessThan(2000);
    expect(await send(sessionWith(client, id), client.db('t'), 1, bulk)).toMatchObject({ n: 2000 });
    expect([await c.countDocuments(), await countNotOnce(c)]).toEqual([2000, 0]);
    await client.close();
    await database.close();
    remove();
  });

  test('a repeated bulk write whose results an earlier version stored in one row executes only the remaining statements', async () => {
    const { dataDir, remove } = scratchFolder();
    const id = new UUID();
    await (await startEmbedded({ dataDir })).close();
    const environment = openEnvironment(dataDir);
    const statements = Array.from({ length: 50 }, (_, i) => ({ id: i, result: { n: 1, nModified: 1 } }));
    const former = encodeDocument({ at: new Date(), txnNumber: Long.fromNumber(7), statements });
    await environment.sessions.put(Buffer.from(id.buffer), former);
    await environment.root.close();
    writeFileSync(path.join(dataDir, 'seal'), 'open\n');
    const database = await startEmbedded({ dataDir });
    const client = await new MongoClient(database.uri).connect();
    const db = client.db('t');
    const reply = await send(sessionWith(client, id), db, 7, { update: 'c', updates: increments(0, 60) });
    expect(reply).toMatchObject({ n: 60, nModified: 50 });
    expect(await db.collection('c').countDocuments()).toBe(10);
    await client.close();
    await database.close();
    remove();
  });
});

test('dropping a database with many collections frees their names at once', async () => {
  const db = freshDb();
  await Promise.all(Array.from({ length: 300 }, (_, i) => db.collection(`c${i}`).insertOne({ i })));
  await db.dropDatabase();
  expect(await db.listCollections().toArray()).toEqual([]);
  await db.collection('c1').insertOne({ i: 1 });
  expect(await db.collection('c1').countDocuments()).toBe(1);
});
