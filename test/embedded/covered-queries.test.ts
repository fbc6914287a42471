import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BSON, type Collection, type Document, Double, Long } from 'mongodb';
import { isLong, randomNumbers, scratchDatabase, type ScratchDatabase } from './scratch-database.js';

// Two collections with the same documents: one with indexes that cover the queries, one without.
let scratch: ScratchDatabase;
type Entry = Document & { _id: number };
let indexed: Collection<Entry>;
let uncached: Collection<Entry>;
const random = randomNumbers(7);
const randomBelow = (n: number) => Math.floor(random() * n);
const pickRandom = <T>(list: readonly T[]): T => list[randomBelow(list.length)]!;
const randomList = (most: number) => Array.from({ length: randomBelow(most + 1) }, () => `v${randomBelow(9)}`);

const COUNT = 600;

/** Returns a document. Of the arrays, only the items of `list` have one index key each, which `$unwind` requires. */
function entryFor(i: number): Entry {
  return {
    _id: i,
    status: i % 40 === 3 ? 'GONE' : 'LISTED',
    list: [...new Set(randomList(3))],
    text: pickRandom(['needle in hay', 'straw', 'Nadel', 'a\0needle', '']),
    number: pickRandom<unknown>([1, 2, new Double(3), Long.fromNumber(4), 2.5]),
    date: new Date(1e12 + randomBelow(4)),
    ...(i % 3 > 0 && { rare: pickRandom<unknown>([null, true, 'x', { a: 1 }]) }),
    repeated: randomList(4),
    nested: pickRandom<unknown>([[{ a: 1 }, { a: 2 }], { a: 1 }, { a: [1, 2] }, null]),
    nulls: pickRandom<unknown>([[null, 1], [], [[1]], 1]),
    title: `t${randomBelow(COUNT)}`,
  };
}

const FIELDS = ['status', 'list', 'text', 'number', 'date', 'rare', 'repeated', 'nested.a', 'nulls', 'absent'];

beforeAll(async () => {
  scratch = await scratchDatabase();
  [indexed, uncached] = [scratch.db.collection('indexed'), scratch.db.collection('bare')];
  await indexed.createIndexes([
    ...FIELDS.map((name, i) => ({ key: { [name]: 1 as const }, sparse: i % 2 === 1 })),
    { key: { title: 1, _id: 1 } },
    { key: { title: -1, _id: 1 } },
  ]);
  const documents = Array.from({ length: COUNT }, (_, i) => entryFor(i));
  for (const c of [indexed, uncached]) await c.insertMany(documents);
});
afterAll(() => scratch.stop());

const OPTIONS = { promoteValues: false } as const;
const asJson = (documents: Document[]) =>
  documents.map((each) => BSON.EJSON.stringify(each, { relaxed: false })).sort();

/** Returns the results of both collections for a pipeline, unordered. */
async function aggregateBoth(pipeline: Document[]): Promise<[string[], string[]]> {
  const [indexedRows, uncachedRows] = await Promise.all(
    [indexed, uncached].map((c) => c.aggregate(pipeline, OPTIONS).toArray()),
  );
  return [asJson(indexedRows!), asJson(uncachedRows!)];
}

function condition(): Document {
  const kind = randomBelow(8);
  if (kind === 0)
    return { list: pickRandom<unknown>([`v${randomBelow(9)}`, { $in: ['v1', 'v2'] }, { $ne: 'v3' }, { $gt: 'v4' }]) };
  if (kind === 1) return { text: { $regex: pickRandom(['needle', '^st', 'dle']) } };
  if (kind === 2) return { number: pickRandom([{ $gte: 2 }, { $lt: 3 }, { $nin: [1] }]) };
  if (kind === 3) return { status: pickRandom(['LISTED', 'GONE']) };
  if (kind === 4) return { repeated: `v${randomBelow(9)}` };
  if (kind === 5) return { rare: pickRandom<unknown>([null, true, { $ne: null }, { $exists: false }]) };
  if (kind === 6) return { 'nested.a': pickRandom<unknown>([1, { $gt: 1 }, { $not: { $lte: 1 } }]) };
  return { date: { $gt: new Date(1e12 + randomBelow(4)) } };
}

const match = () => ({
  $match: { $and: [{ status: 'LISTED' }, ...Array.from({ length: randomBelow(3) }, condition)] },
});

test('counts and groups computed from index keys equal those computed from documents', async () => {
  for (let i = 0; i < (isLong ? 2000 : 60); i++) {
    const name = pickRandom(FIELDS);
    const group = pickRandom([
      [{ $unwind: `$${name}` }, { $group: { _id: { value: `$${name}` }, n: { $sum: 1 } } }],
      [{ $unwind: `$${name}` }, { $group: { _id: `$${name}`, n: { $sum: 1 } } }],
      [{ $group: { _id: `$${name}`, n: { $sum: 1 } } }],
      [{ $count: 'n' }],
    ]);
    const pipeline = [match(), ...group];
    const [byKeys, byDocuments] = await aggregateBoth(pipeline);
    expect([pipeline, byKeys]).toEqual([pipeline, byDocuments]);
  }
});

test('values that occur in no document are not counted', async () => {
  const countIndexed = (filter: Document) => indexed.countDocuments(filter);
  expect(await countIndexed({ _id: { $in: [1, 2, -1, COUNT + 5] } })).toBe(2);
  expect(await countIndexed({ _id: { $in: [-1] } })).toBe(0);
  expect(await countIndexed({ _id: -1 })).toBe(0);
  expect(await indexed.aggregate([{ $match: { _id: { $in: [1, -1] } } }, { $count: 'n' }]).toArray()).toEqual([
    { n: 1 },
  ]);
});

test('a sorted query with a limit returns the same rows with indexes as without', async () => {
  for (let i = 0; i < (isLong ? 2000 : 40); i++) {
    const { $match: filter } = match();
    const sort = { title: pickRandom([1, -1] as const), _id: 1 } as const;
    const options = { sort, limit: 1 + randomBelow(20), projection: { title: 1 } };
    const [indexedRows, uncachedRows] = await Promise.all(
      [indexed, uncached].map((c) => c.find(filter, options).toArray()),
    );
    expect([filter, options, indexedRows]).toEqual([filter, options, uncachedRows]);
  }
});

test('a sort with a limit reads at most a fifth of the documents', async () => {
  const manyDocuments = scratch.db.collection<Document>('many');
  await manyDocuments.createIndexes([{ key: { list: 1 } }, { key: { text: 1 } }, { key: { title: 1, _id: 1 } }]);
  await manyDocuments.insertMany(
    Array.from({ length: 3000 }, (_, i) => ({
      list: [`v${i % 30}`, 'all'],
      text: i % 250 === 7 ? 'a needle' : 'straw',
      title: `t${(i * 7919) % 3000}`,
    })),
  );
  const read = async (filter: Document) => {
    const plan: Document = await manyDocuments
      .find(filter)
      .sort({ title: 1, _id: 1 })
      .limit(20)
      .explain('executionStats');
    return (plan.executionStats as Document).totalDocsExamined as number;
  };
  expect(await read({ list: 'v3' })).toBe(20);
  expect(await read({ text: { $regex: 'needle' } })).toBeLessThan(600);
});

test('facet counts from index keys include preceding updates', async () => {
  const facet = [{ $match: { status: 'LISTED' } }, { $unwind: '$list' }, { $group: { _id: '$list', n: { $sum: 1 } } }];
  for (let round = 0; round < 5; round++) {
    const changed = { $set: { list: ['new', `v${round}`] } };
    for (const c of [indexed, uncached])
      await c.updateMany({ _id: { $gte: 80 * round, $lt: 80 * round + 80 } }, changed);
    const [byKeys, byDocuments] = await aggregateBoth(facet);
    expect(byKeys).toEqual(byDocuments);
  }
  for (const c of [indexed, uncached]) await c.updateOne({ _id: 1 }, { $set: { list: ['twice', 'twice'] } });
  const [byKeys, byDocuments] = await aggregateBoth(facet);
  expect(byKeys).toEqual(byDocuments);
  expect(byKeys.join()).toContain('twice');
});

/** Writes to both collections in one of several ways. */
async function write(round: number): Promise<void> {
  const ids = Array.from({ length: 1 + randomBelow(40) }, () => randomBelow(COUNT));
  const changed = {
    $set: {
      status: pickRandom(['GONE', 'LISTED']),
      list: randomList(3),
      number: randomBelow(4),
      title: `t${randomBelow(COUNT)}`,
    },
  };
  const added = [
    { ...entryFor(randomBelow(COUNT)), _id: COUNT + round },
    { ...entryFor(0), _id: -1 - round },
  ];
  const kind = randomBelow(4);
  for (const c of [indexed, uncached]) {
    if (kind === 0) await c.updateMany({ _id: { $in: ids } }, changed);
    if (kind === 1) await c.deleteMany({ _id: { $in: ids.slice(0, 3) } });
    if (kind === 2) await c.insertMany(added);
    // The second document duplicates the first, so the command stops after the first.
    const [firstAdded, secondAdded] = added;
    if (kind === 3) await c.insertMany([firstAdded!, firstAdded!, secondAdded!]).catch(() => {});
  }
}

test('repeated queries return correct results, also after a write', async () => {
  for (let round = 0; round < (isLong ? 800 : 20); round++) {
    const { $match: filter } = match();
    const pipelines = [
      [{ $match: filter }, { $count: 'n' }],
      [{ $match: filter }, { $unwind: '$list' }, { $group: { _id: '$list', n: { $sum: 1 } } }],
      [{ $match: filter }, { $sort: { title: 1, _id: 1 } }, { $limit: 1 + randomBelow(20) }],
    ];
    const sendQuery = async () => {
      for (const pipeline of pipelines) {
        const [byKeys, byDocuments] = await aggregateBoth(pipeline);
        expect([pipeline, byKeys]).toEqual([pipeline, byDocuments]);
      }
    };
    for (const _time of [1, 2, 3]) await sendQuery();
    // A query during a write may return the earlier state; the next query may not.
    await Promise.all([write(round), ...pipelines.map((pipeline) => indexed.aggregate(pipeline).toArray())]);
    await sendQuery();
  }
});

test('counts are exact for key ranges around the count steps (256, 768)', async () => {
  const sizes = [1, 63, 64, 65, 255, 256, 257, 766, 767, 768, 769];
  const sizedCollection = scratch.db.collection<Document>('sizes');
  await sizedCollection.createIndexes([{ key: { status: 1 } }, { key: { size: 1 } }]);
  await sizedCollection.insertMany(
    sizes.flatMap((size) => Array.from({ length: size }, () => ({ status: 'LISTED', size }))),
  );
  for (const _time of [1, 2]) {
    for (const size of sizes) expect(await sizedCollection.countDocuments({ status: 'LISTED', size })).toBe(size);
  }
});
