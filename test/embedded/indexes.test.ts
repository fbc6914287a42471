import { type Collection, type Document, MongoClient, MongoServerError, ObjectId } from 'mongodb';
import { startEmbedded } from '../../src/embedded/index.js';
import { openEnvironment } from '../../src/embedded/storage/lmdb-environment.js';
import { isLong, randomNumbers, type ScratchDatabase, scratchDatabase, scratchFolder } from './scratch-database.js';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.stop());

let collectionCount = 0;
const newCollection = (): Collection<Document> => scratch.db.collection(`indexes${collectionCount++}`);

async function errorOf(promise: Promise<unknown>): Promise<MongoServerError> {
  const error = await promise.then(
    () => new Error('it was not refused'),
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(MongoServerError);
  return error as MongoServerError;
}

const planOf = async (collection: Collection<Document>, filter: Document, sort?: Document): Promise<string> => {
  const cursor = sort ? collection.find(filter).sort(sort as never) : collection.find(filter);
  return JSON.stringify((await cursor.explain('queryPlanner')).queryPlanner.winningPlan);
};

test('a write that duplicates a unique key is rejected with keyPattern and keyValue, and changes nothing', async () => {
  const c = newCollection();
  await c.createIndex({ a: 1, 'b.c': -1 }, { unique: true });
  await c.insertOne({ _id: 1 as never, a: 1, b: { c: 'x' } });
  const error = await errorOf(c.insertOne({ _id: 2 as never, a: 1, b: { c: 'x' } }));
  expect(error).toMatchObject({ code: 11000, keyPattern: { a: 1, 'b.c': -1 }, keyValue: { a: 1, 'b.c': 'x' } });
  await c.insertOne({ _id: 3 as never, a: 2 });
  expect((await errorOf(c.updateOne({ _id: 3 as never }, { $set: { a: 1, 'b.c': 'x' } }))).code).toBe(11000);
  expect(await c.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 1, a: 1, b: { c: 'x' } },
    { _id: 3, a: 2 },
  ]);
  expect((await errorOf(c.insertOne({ _id: 1 as never }))).keyValue).toEqual({ _id: 1 });
});

test('in a unique index, 1, 1.0 and int64 1 are duplicates, and so are two missing values', async () => {
  const c = newCollection();
  await c.createIndex({ a: 1 }, { unique: true });
  const { Double, Long } = await import('mongodb');
  await c.insertMany([{ a: 1 }, {}]);
  for (const doc of [{ a: new Double(1) }, { a: Long.fromNumber(1) }, { a: null }, {}]) {
    expect((await errorOf(c.insertOne(doc))).code).toBe(11000);
  }
});

test('a unique sparse index accepts several documents without the field, and is not used for queries that match them', async () => {
  const c = newCollection();
  await c.createIndex({ a: 1 }, { unique: true, sparse: true });
  await c.insertMany([{}, {}, { a: 1 }, { a: null }]);
  expect((await errorOf(c.insertOne({ a: 1 }))).code).toBe(11000);
  expect(await c.countDocuments({ a: null })).toBe(3);
  expect(await c.find().sort({ a: 1 }).toArray()).toHaveLength(4);
  expect(await planOf(c, { a: 1 })).toContain('a_1');
});

test('a unique index on an array field rejects items of other documents, and accepts repeated items in one document', async () => {
  const c = newCollection();
  await c.createIndex({ tags: 1 }, { unique: true });
  await c.insertOne({ tags: ['x', 'x', 'y'] });
  expect((await errorOf(c.insertOne({ tags: ['z', 'y'] }))).code).toBe(11000);
  expect((await errorOf(fresh2(c))).code).toBe(171);
});

async function fresh2(c: Collection<Document>): Promise<unknown> {
  await c.createIndex({ a: 1, b: 1 });
  return c.insertOne({ tags: 'q', a: [1, 2], b: [3, 4] });
}

test('a unique index on a field with duplicates is rejected and not created', async () => {
  const c = newCollection();
  await c.insertMany([{ a: 1 }, { a: 1 }]);
  expect((await errorOf(c.createIndex({ a: 1 }, { unique: true }))).code).toBe(11000);
  expect(await c.indexes()).toHaveLength(1);
  expect(await scratch.db.command({ validate: c.collectionName })).toMatchObject({ valid: true });
});

test('an index rejected during its build leaves no entry on disk', async () => {
  const { dataDir, remove } = scratchFolder();
  const database = await startEmbedded({ dataDir });
  const client = await new MongoClient(database.uri).connect();
  const c = client.db('test').collection('half');
  await c.insertMany([{ a: 1 }, { a: 2 }, { a: 2 }]);
  expect((await errorOf(c.createIndex({ a: 1 }, { unique: true }))).code).toBe(11000);
  await client.close();
  await database.close();
  const { root, entries } = openEnvironment(dataDir);
  expect([...entries.getKeys({})]).toHaveLength(3);
  await root.close();
  remove();
});

test('a collection has at most 64 indexes', async () => {
  const c = newCollection();
  const keys = Array.from({ length: 64 }, (_, i) => ({ key: { [`f${i}`]: 1 as const } }));
  const { code, message } = await errorOf(c.createIndexes(keys));
  expect({ code, message }).toEqual({ code: 67, message: expect.stringContaining('too many indexes') });
  await c.createIndexes(keys.slice(1));
  expect(await c.indexes()).toHaveLength(64);
});

test('texts longer than the maximum key length are unique, found and sorted correctly', async () => {
  const c = newCollection();
  await c.createIndex({ a: 1 }, { unique: true });
  const longText = 'x'.repeat(5000);
  await c.insertMany([
    { _id: 1 as never, a: `${longText}1` },
    { _id: 2 as never, a: `${longText}2` },
    { _id: 3 as never, a: 'y' },
  ]);
  expect((await errorOf(c.insertOne({ a: `${longText}2` }))).code).toBe(11000);
  expect(await c.find({ a: `${longText}2` }).toArray()).toHaveLength(1);
  expect(
    await c
      .find({ a: { $gt: `${longText}1` } })
      .map(({ _id }) => _id as unknown)
      .toArray(),
  ).toEqual(expect.arrayContaining([2, 3]));
  expect(
    await c
      .find()
      .sort({ a: -1 })
      .map(({ _id }) => _id as unknown)
      .toArray(),
  ).toEqual([3, 2, 1]);
});

test('explain names the index for equality, $in, ranges, prefixes, regex, sort and $or', async () => {
  const c = newCollection();
  await c.createIndexes([{ key: { a: 1, b: -1 } }, { key: { c: 1 } }]);
  await c.insertMany(Array.from({ length: 20 }, (_, i) => ({ a: i % 4, b: i, c: `c${i}` })));
  for (const filter of [{ a: 1 }, { a: { $in: [1, 2] } }, { a: { $gt: 1 }, b: 3 }, { a: 1, b: { $lt: 9 } }]) {
    expect(await planOf(c, filter)).toContain('"indexName":"a_1_b_-1"');
  }
  expect(await planOf(c, { c: { $regex: '^c1' } })).toContain('"indexName":"c_1"');
  expect(await planOf(c, { $or: [{ a: 1 }, { c: 'c3' }] })).toMatch(/"OR".*a_1_b_-1.*c_1/);
  expect(await planOf(c, { $or: [{ a: 1 }, { d: 3 }] })).toContain('COLLSCAN');
  expect(await planOf(c, { a: 1 }, { b: 1 })).toMatch(/^(?!.*SORT).*"backward"/);
  expect(await planOf(c, {}, { a: -1, b: 1 })).toMatch(/^(?!.*"SORT").*"backward"/);
  expect(await planOf(c, {}, { b: 1 })).toContain('"SORT"');
  expect(await planOf(c, { _id: 5 })).toContain('"indexName":"_id_"');
  for (const stage of [{ $count: 'n' }, { $group: { _id: 1, n: { $sum: 1 } } }]) {
    const pipeline = [{ $match: { a: 2 } }, { $limit: 3 }, stage, { $addFields: { m: '$n' } }];
    const explained = await c.aggregate(pipeline).explain();
    expect(JSON.stringify(explained.queryPlanner)).toContain('"COUNT_SCAN"');
    expect(explained.executionStats.totalDocsExamined).toBe(0);
    expect(await c.aggregate(pipeline).toArray()).toEqual([expect.objectContaining({ n: 3, m: 3 })]);
    expect(await c.aggregate([{ $match: { a: 9 } }, stage]).toArray()).toEqual([]);
  }
});

test('a query uses the index of its hint, and an unknown hint is rejected', async () => {
  const c = newCollection();
  await c.createIndex({ a: 1 });
  await c.insertOne({ a: 1 });
  const hinted = await c.find({ b: 1 }).hint({ a: 1 }).explain('queryPlanner');
  expect(JSON.stringify(hinted)).toContain('a_1');
  expect((await errorOf(c.find().hint('none').toArray())).code).toBe(2);
});

test.each<[string, Document[], [Document, Document?][], Document, number[]]>([
  [
    'an $or of one branch requires all of its conditions',
    [
      { a: 5, b: 4 },
      { a: 5, b: 3 },
    ],
    [[{ a: 1 }]],
    { $or: [{ a: 5, b: 3 }] },
    [1],
  ],
  [
    'an $or of one branch with _id requires all of its conditions',
    [{ a: 1 }, { a: 2 }],
    [],
    { $or: [{ _id: { $in: [0, 1] }, a: 2 }] },
    [1],
  ],
  [
    'two fields of one array may be satisfied by different items',
    [
      {
        l: [
          { x: 'A', y: 1 },
          { x: 'B', y: 9 },
        ],
      },
    ],
    [[{ 'l.x': 1, t: 1, 'l.y': 1 }]],
    { 'l.x': 'A', t: null, 'l.y': { $gt: 5 } },
    [0],
  ],
  [
    'an item that is an array satisfies an inner $elemMatch',
    [{ a: [[5]] }],
    [[{ a: 1 }]],
    { a: { $elemMatch: { $elemMatch: { $gt: 1 } } } },
    [0],
  ],
  ['a numeric path segment names a field of items', [{ a: [{ 0: 2.5 }, 2] }], [[{ 'a.0': 1 }]], { 'a.0': 2.5 }, [0]],
  ['$gte NaN matches only NaN', [{ a: 1 }, { a: NaN }], [[{ a: 1 }]], { a: { $gte: NaN } }, [1]],
])('a query finds the same documents with an index: %s', async (_, docs, indexes, filter, ids) => {
  const c = newCollection();
  for (const [key, options] of indexes) await c.createIndex(key as never, options ?? {});
  await c.insertMany(docs.map((doc, i) => ({ _id: i as never, ...doc })));
  const found = c.find(filter).sort({ _id: 1 });
  expect(await found.map(({ _id }) => _id as unknown).toArray()).toEqual(ids);
  expect(
    await c
      .find(filter)
      .sort({ a: 1 })
      .map(({ _id }) => _id as unknown)
      .toArray(),
  ).toEqual(expect.arrayContaining(ids));
  expect(await c.countDocuments(filter)).toBe(ids.length);
});

test('sorting by an array field does not use the order of a range scan on its items', async () => {
  const c = newCollection();
  await c.createIndex({ a: 1, b: 1 });
  await c.insertMany([
    { _id: 1 as never, a: [5], b: 1 },
    { _id: 2 as never, a: [5, 1], b: 1 },
    { _id: 3 as never, a: [9, 5], b: 1 },
  ]);
  const ids = (sort: Document, limit = 0) =>
    c
      .find({ a: 5 })
      .sort(sort as never)
      .limit(limit)
      .map(({ _id }) => _id as unknown)
      .toArray();
  expect(await ids({ b: 1, a: 1 })).toEqual([2, 1, 3]);
  expect(await ids({ b: 1, a: -1 })).toEqual([3, 1, 2]);
  expect(await ids({ b: 1, a: 1 }, 1)).toEqual([2]);
});

test('$in uses one key per value, and nested $or uses the indexes of its branches', async () => {
  const c = newCollection();
  await c.createIndex({ n: 1 });
  await c.insertMany(Array.from({ length: 3000 }, (_, n) => ({ n })));
  const reads = async (filter: Document) =>
    (await c.find(filter).explain('executionStats')).executionStats.totalDocsExamined as number;
  const negatives = Array.from({ length: 2500 }, (_, i) => -1 - i);
  expect(await reads({ n: { $in: [...negatives, 0, 2999] } })).toBe(2);
  expect(await c.countDocuments({ n: { $in: [...negatives, 5, '7', null, 2999.0] } })).toBe(2);
  expect(await reads({ $or: [{ n: 1 }, { $or: [{ n: 2 }, { n: 3 }] }] })).toBe(3);
});

test('updating a document with a large indexed array takes time linear in the array length', async () => {
  const c = newCollection();
  await c.createIndex({ list: 1 });
  const list = Array.from({ length: 20_000 }, (_, i) => i);
  await c.insertOne({ _id: 1 as never, list });
  // Comparing all pairs of items would take minutes.
  await c.updateOne({}, { $inc: { n: 1 }, $addToSet: { list: { $each: [...list, -1] } } });
  await c.updateOne({}, { $set: { list: [0, -1] } });
  expect((await c.findOne({}))!.list).toEqual([0, -1]);
  expect(await scratch.db.command({ validate: c.collectionName })).toMatchObject({ valid: true });
});

/** Covers all plans of the planner, compared with the same query without indexes. */
test('random queries return the same result with and without indexes', async () => {
  const random = randomNumbers(isLong ? Date.now() : 3);
  const pickRandom = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const scalar = (): unknown =>
    pickRandom([
      0,
      1,
      2,
      3,
      -1,
      2.5,
      'a',
      'b',
      'ab',
      null,
      true,
      new Date(5),
      [],
      {},
      { x: 1 },
      new ObjectId('000000000000000000000001'),
      NaN,
    ]);
  const value = (): unknown => (random() < 0.25 ? Array.from({ length: Math.floor(random() * 3) }, scalar) : scalar());
  const field = () => pickRandom(['a', 'b', 'c', 'd.x', 'd.x', 'd.y', 'd.0']);
  const predicate = (): Document => {
    switch (Math.floor(random() * 12)) {
      case 0:
        return { [field()]: scalar() };
      case 1:
        return { [field()]: { $in: [scalar(), scalar(), scalar()] } };
      case 2:
        return { [field()]: { [pickRandom(['$gt', '$gte', '$lt', '$lte'])]: scalar() } };
      case 3:
        return { [field()]: { $gte: pickRandom([0, 1]), $lt: pickRandom([2, 3]) } };
      case 4:
        return { [field()]: { $regex: pickRandom(['^a', 'b']) } };
      case 5:
        return { [field()]: { $elemMatch: { $gte: 0, $lt: 2 } } };
      case 6:
        return { [field()]: { $exists: random() < 0.5 } };
      case 7:
        return { [field()]: { $ne: scalar() } };
      case 8:
        return { $or: [{ [field()]: scalar(), [field()]: { $ne: scalar() } }] };
      case 9:
        return { $or: [{ [field()]: scalar(), [field()]: scalar() }, { [field()]: scalar() }] };
      case 10:
        return { 'd.x': scalar(), 'd.y': { $gte: pickRandom([0, 1, 'a']) } };
      default:
        return { $or: [{ [field()]: scalar() }, { [field()]: { $gt: pickRandom([0, 1, 'a']) } }] };
    }
  };
  for (let round = 0; round < (isLong ? 60 : 2); round++) {
    const [indexed, plain] = [newCollection(), newCollection()];
    const key = () =>
      random() < 0.3
        ? { 'd.x': 1, 'd.y': 1 }
        : Object.fromEntries(
            Array.from({ length: 1 + Math.floor(random() * 2) }, () => [field(), pickRandom([1, -1])]),
          );
    const keys = [...new Map(Array.from({ length: 3 }, key).map((each) => [JSON.stringify(each), each])).values()];
    for (const [i, each] of keys.entries())
      await indexed.createIndex(each as never, { name: `i${i}`, sparse: random() < 0.3 });
    const docs = Array.from({ length: 120 }, (_, i) => {
      const doc: Document = { _id: i };
      for (const name of ['a', 'b', 'c']) if (random() < 0.8) doc[name] = value();
      const pair = () => ({ x: scalar(), ...(random() < 0.7 && { y: scalar() }), ...(random() < 0.1 && { 0: 1 }) });
      if (random() < 0.6) doc.d = random() < 0.4 ? [pair(), pickRandom([pair(), scalar()])] : pair();
      return doc;
    });
    // the index rejects documents with parallel arrays, so the other collection gets only the accepted ones
    await indexed.insertMany(docs, { ordered: false }).catch(() => undefined);
    await plain.insertMany(await indexed.find().toArray());
    for (let i = 0; i < 40; i++) {
      const change = { $set: { [field()]: scalar() } };
      const where = { _id: Math.floor(random() * 120) as never };
      const results = await Promise.allSettled([indexed.updateOne(where, change), plain.updateOne(where, change)]);
      if (results[0]!.status === 'rejected') await plain.replaceOne(where, (await indexed.findOne(where))!);
    }
    for (let i = 0; i < 40; i++) {
      const filter = random() < 0.4 ? { $and: [predicate(), predicate()] } : predicate();
      const sort = pickRandom([{}, { a: 1 }, { b: -1 }, { a: 1, b: 1 }, { 'd.x': 1 }, { 'd.x': -1, 'd.y': 1 }]);
      const ids = (c: Collection<Document>, limit: number) =>
        c
          .find(filter)
          .sort({ ...sort, _id: 1 } as never)
          .limit(limit)
          .map(({ _id }) => _id as unknown)
          .toArray()
          // a sort rejects documents with parallel arrays
          .catch((error: Error) => (error.message.includes('parallel arrays') ? 'parallel' : error.message));
      for (const limit of [0, 1, 7]) {
        const [with_, without] = [await ids(indexed, limit), await ids(plain, limit)];
        if (with_ === 'parallel' || without === 'parallel') continue;
        expect({ filter, sort, limit, keys, ids: with_ }).toEqual({ filter, sort, limit, keys, ids: without });
      }
      const without = await plain.find(filter).toArray();
      expect({ filter, n: await indexed.countDocuments(filter) }).toEqual({ filter, n: without.length });
      const [counted] = await indexed.aggregate([{ $match: filter }, { $count: 'n' }]).toArray();
      expect({ filter, n: counted?.n ?? 0 }).toEqual({ filter, n: without.length });
    }
    expect(await scratch.db.command({ validate: indexed.collectionName })).toMatchObject({ valid: true, errors: [] });
  }
});

test('a sorted query with a limit reads few documents, whether few or most documents match', async () => {
  const c = newCollection();
  await c.createIndexes([{ key: { rare: 1 } }, { key: { common: 1 } }, { key: { kind: 1 } }, { key: { title: 1 } }]);
  const docs = Array.from({ length: 3000 }, (_, i) => ({
    rare: i % 1000 === 7,
    common: i % 2,
    kind: i % 3,
    title: (i * 7919) % 3000,
  }));
  await c.insertMany(docs);
  const reads = async (filter: Document, sort: Document = { title: 1 }) => {
    const { executionStats } = await c
      .find(filter)
      .sort(sort as never)
      .limit(10)
      .explain('executionStats');
    return executionStats.totalDocsExamined as number;
  };
  expect(await reads({ rare: true })).toBe(3);
  expect(await reads({ common: 1 })).toBeLessThan(60);
  expect(await reads({ common: 1, rare: true })).toBe(3);
  expect(await reads({ $or: [{ rare: true }, { title: 5 }] })).toBeLessThan(6);
  expect(await reads({ $or: [{ kind: 1 }, { common: 0 }] })).toBeLessThan(60);
  const explained = await c.find({ common: 1, rare: true }).explain('executionStats');
  expect(explained.executionStats.totalDocsExamined).toBe(3);
});
