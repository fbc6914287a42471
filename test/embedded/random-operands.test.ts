import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BSON, type Collection, type Document, Double, Int32, Long, MongoServerError, ObjectId } from 'mongodb';
import { isLong, randomNumbers, scratchDatabase, type ScratchDatabase } from './scratch-database.js';

let scratch: ScratchDatabase;
let c: Collection<Document>;
beforeAll(async () => {
  scratch = await scratchDatabase();
  c = scratch.db.collection('operands');
  await c.createIndexes([{ key: { a: 1 } }, { key: { 'b.c': -1, a: 1 } }, { key: { t: 1 }, sparse: true }]);
});
afterAll(() => scratch.stop());

const seed = isLong ? Date.now() : 11;
const random = randomNumbers(seed);
const randomBelow = (n: number) => Math.floor(random() * n);
const pickRandom = <T>(list: readonly T[]): T => list[randomBelow(list.length)]!;
const randomItems = <T>(make: () => T, max: number): T[] => Array.from({ length: randomBelow(max + 1) }, make);

const SCALARS: unknown[] = [
  null, true, false, 0, 1, -1, 2, 7, 1.5, -0, NaN, Infinity, -Infinity, 1e300, '', 'a', 'abc', 'é😀', '2021-03-14', 'UTC',
  'week', 'day', 'double', 'decimal', 'string', '%Y-%m', 'America/New_York',
  new Int32(-2147483648), new Double(3), Long.fromNumber(-(2 ** 40)), Long.fromNumber(5),
  new Date(0), new Date(8.64e15), new Date(-8.64e15), new Date(1.6e12), new ObjectId('0123456789abcdef01234567'),
  new BSON.Binary(Buffer.from([1, 200]), 0), new BSON.Binary(Buffer.alloc(0), 4),
]; // prettier-ignore

const field = () => pickRandom(['a', 'b', 'b.c', 'b.0', 't', '_id', 'n.m.o', 'l', 'l.x', 'l.1.x']);
const data = (depth: number): unknown =>
  depth === 0 || random() < 0.6
    ? pickRandom(SCALARS)
    : random() < 0.5
      ? randomItems(() => data(depth - 1), 3)
      : Object.fromEntries(randomItems(() => [pickRandom(['x', 'c', 'k', 'v', 'm']), data(depth - 1)], 3));

const EXPRESSIONS = '$arrayElemAt $concat $getField $ifNull $literal $setUnion'.split(' ');
const NAMED = 'input field value'.split(' ');

const expression = (depth: number): unknown => {
  const kind = random();
  if (depth === 0 || kind < 0.25) return random() < 0.5 ? `$${field()}` : pickRandom(SCALARS);
  if (kind < 0.3) return pickRandom(['$$ROOT', '$$ROOT.a', '$$NOW']);
  if (kind < 0.36) return { $literal: data(2) };
  if (kind < 0.42) return randomItems(() => expression(depth - 1), 3);
  const name = pickRandom(EXPRESSIONS);
  const operand = () => {
    if (name === '$literal') return data(1);
    const shape = random();
    if (shape < 0.3) return expression(depth - 1);
    if (shape < 0.7) return randomItems(() => expression(depth - 1), 3);
    return Object.fromEntries(randomItems(() => [pickRandom(NAMED), expression(depth - 1)], 5));
  };
  return { [name]: operand() };
};

const FILTERS = `$eq $ne $gt $gte $lt $lte $in $nin $exists $type $regex $elemMatch $not`.split(/\s+/); // prettier-ignore
const filter = (depth: number): Document => {
  const kind = random();
  if (depth > 0 && kind < 0.2)
    return { [pickRandom(['$and', '$or', '$nor'])]: randomItems(() => filter(depth - 1), 3) };
  if (kind < 0.4) return { [field()]: data(2) };
  const operator = pickRandom(FILTERS);
  const operand =
    depth > 0 && (operator === '$elemMatch' || operator === '$not')
      ? random() < 0.5
        ? filter(depth - 1)
        : { [pickRandom(FILTERS)]: data(1) }
      : random() < 0.4
        ? randomItems(() => data(1), 3)
        : data(1);
  return { [field()]: { [operator]: operand } };
};

const UPDATES = `$set $setOnInsert $unset $inc $max $push $addToSet`.split(/\s+/); // prettier-ignore
const target = () => field() + pickRandom(['', '', '', '.$', '.3', '.z']);
const change = (): unknown => {
  if (random() < 0.1) return data(2);
  const operand = () =>
    random() < 0.3
      ? { $each: randomItems(() => data(1), 2), ...(random() < 0.5 && { $slice: randomBelow(5) - 2 }), ...(random() < 0.5 && { $sort: pickRandom([1, { x: -1 }]) }) }
      : random() < 0.2
        ? pickRandom(['a', 'q.r', { $type: 'date' }, { $gt: 1 }])
        : data(2); // prettier-ignore
  return Object.fromEntries(
    randomItems(() => [pickRandom(UPDATES), Object.fromEntries(randomItems(() => [target(), operand()], 2))], 3),
  );
};

const STAGES: (() => Document)[] = [
  () => ({ $match: filter(2) }),
  () => ({ $project: { [field()]: expression(2), x: pickRandom([0, 1, true, expression(1)]) } }),
  () => ({ $addFields: { [field()]: expression(3) } }),
  () => ({ $group: { _id: expression(2), v: { [pickRandom(['$sum', '$first', '$topN'])]: pickRandom<unknown>([expression(1), {}, { n: data(0), sortBy: { a: 1 }, output: expression(1) }]) } } }), // prettier-ignore
  () => ({ $unwind: pickRandom<unknown>([`$${field()}`, `$${field()}`, data(1)]) }), // prettier-ignore
  () => ({ $sort: { [field()]: pickRandom([1, -1]), [field()]: pickRandom<unknown>([1, -1, data(0)]) } }),
  () => ({ $limit: pickRandom<unknown>([1, 5, data(0)]) }),
  () => ({ [pickRandom(['$count', '$unionWith'])]: pickRandom([expression(2), data(2)]) }), // prettier-ignore
  () => ({ $replaceRoot: { newRoot: expression(2) } }), // prettier-ignore
];

const REQUESTS: (() => Document)[] = [
  () => ({ aggregate: 'operands', pipeline: randomItems(() => pickRandom(STAGES)(), 3), cursor: {} }),
  () => ({ find: 'operands', filter: filter(3), sort: { [field()]: 1 }, projection: pickRandom<Document>([{}, { [field()]: pickRandom<unknown>([0, 1, { $slice: data(1) }, { $elemMatch: filter(1) }, expression(2)]), [`${field()}${pickRandom(['', '.$'])}`]: 1 }]) }), // prettier-ignore
  () => ({ update: 'operands', updates: [{ q: filter(1), u: change(), upsert: random() < 0.1, multi: random() < 0.2 }] }), // prettier-ignore
  () => ({ insert: 'operands', documents: [{ a: data(2), b: { c: data(1) }, t: data(0), l: randomItems(() => ({ x: data(1) }), 3) }] }), // prettier-ignore
];

/** Whatever the operands, the result is a response or an error that describes the problem. */
test('commands with random operands never cause an internal error or a timeout', async () => {
  const outcomes = { answered: 0, refused: 0 };
  for (let i = 0; i < (isLong ? 12_000 : 300); i++) {
    const request = pickRandom(REQUESTS)();
    try {
      await scratch.db.command({ ...request, maxTimeMS: 2000 });
      outcomes.answered++;
    } catch (error) {
      const reproduction = BSON.EJSON.stringify({ seed, request });
      if (!(error instanceof MongoServerError)) throw new Error(`${String(error)}: ${reproduction}`);
      if (error.code === 1 || error.code === 50) throw new Error(`${error.message}: ${reproduction}`);
      outcomes.refused++;
    }
    if (i % 500 === 0) await c.deleteMany({ _id: { $type: 'objectId' } });
  }
  expect(await scratch.db.command({ validate: 'operands' })).toMatchObject({ valid: true, errors: [] });
  expect(outcomes.answered).toBeGreaterThan(outcomes.refused / 10);
  console.log(`${outcomes.answered} answered, ${outcomes.refused} refused with their reason`);
});

describe('partial decoding of documents', () => {
  const EVERYTHING = { $limit: 1000 };
  /** Stages after this one receive completely decoded documents. */
  const ROOT_STAGE = { $replaceRoot: { newRoot: '$$ROOT' } };
  const randomNested = () => pickRandom([[{ x: data(1), m: data(1) }, [{ x: 1, k: 2 }, data(0)], data(0)], { c: data(1), x: { c: data(0) } }, data(2)]); // prettier-ignore
  const outcomeOf = async (command: Document): Promise<unknown> => {
    try {
      const reply = await scratch.db.command(command, { promoteValues: false });
      return BSON.EJSON.stringify((reply.cursor as Document).firstBatch as Document[], { relaxed: false });
    } catch (error) {
      return Number((error as MongoServerError).code);
    }
  };
  const piped = (...pipeline: Document[]) =>
    outcomeOf({ aggregate: 'documents', pipeline: [EVERYTHING, ...pipeline], cursor: { batchSize: 1000 } });

  beforeAll(async () => {
    await scratch.db.collection('documents').insertMany(
      Array.from({ length: 40 }, () => ({
        a: data(2), b: randomNested(), 7: data(0), t: data(0), l: randomNested(), n: { m: pickRandom<unknown>([{ o: data(1), x: 1 }, data(1)]) },
      })), // prettier-ignore
    );
  });

  test('projections of partially and completely decoded documents are equal', async () => {
    let responseCount = 0;
    for (let i = 0; i < (isLong ? 5000 : 40); i++) {
      const included = pickRandom([0, 1]);
      const projection = {
        ...(random() < 0.4 && { _id: pickRandom([0, 1]) }),
        ...Object.fromEntries(
          randomItems(() => [pickRandom([field(), 'b.x', 'b.x.c', '7', 'n.m', 'absent', 'l.m']), included], 4),
        ),
        ...(random() < 0.2 && { a: { $literal: data(1) } }),
        ...(random() < 0.1 && { b: { c: included, x: included } }),
      };
      if (Object.keys(projection).length === 0) continue;
      const fromComplete = await piped(ROOT_STAGE, { $project: projection });
      if (typeof fromComplete === 'string') responseCount++;
      expect([projection, await piped({ $project: projection })]).toEqual([projection, fromComplete]);
      expect([projection, await outcomeOf({ find: 'documents', projection, batchSize: 1000 })]).toEqual([
        projection,
        typeof fromComplete === 'string' ? fromComplete : expect.any(Number),
      ]);
    }
    expect(responseCount).toBeGreaterThan(isLong ? 1250 : 10);
  });

  test('filters and sorts on partially and completely decoded documents return the same documents', async () => {
    let responseCount = 0;
    for (let i = 0; i < (isLong ? 5000 : 30); i++) {
      const [filterDoc, sort] = [filter(2), { [field()]: pickRandom([1, -1]), _id: 1 }];
      const fromComplete = await piped(ROOT_STAGE, { $match: filterDoc }, { $sort: sort });
      if (typeof fromComplete === 'string') responseCount++;
      const found = await outcomeOf({ find: 'documents', filter: filterDoc, sort, batchSize: 1000 });
      expect([filterDoc, sort, found]).toEqual([filterDoc, sort, fromComplete]);
    }
    expect(responseCount).toBeGreaterThan(isLong ? 1250 : 8);
  });

  test('pipelines on partially and completely decoded documents return the same result', async () => {
    let responseCount = 0;
    for (let i = 0; i < (isLong ? 12_000 : 100); i++) {
      const stages = [
        ...randomItems(() => pickRandom(STAGES)(), 2),
        pickRandom([STAGES[1]!, STAGES[4]!, STAGES[4]!])(),
      ];
      const fromComplete = await piped(ROOT_STAGE, ...stages);
      if (typeof fromComplete === 'string') responseCount++;
      expect([stages, await piped(...stages)]).toEqual([stages, fromComplete]);
    }
    expect(responseCount).toBeGreaterThan(isLong ? 1250 : 10);
  });
});
