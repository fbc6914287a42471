import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Db, Document } from 'mongodb';
import type { ScratchDatabase } from './scratch-database.js';
import { refusal, scratchDatabase } from './scratch-database.js';

// What MongoDB Compass sends when it connects, opens a database and looks at a collection.
let scratch: ScratchDatabase;
let admin: Db;
beforeAll(async () => {
  scratch = await scratchDatabase();
  admin = scratch.client.db('admin');
  const c = scratch.db.collection<Document>('looked-at');
  await c.createIndex({ n: 1 });
  await c.insertMany(Array.from({ length: 50 }, (_, n) => ({ n, tags: ['a', `t${n % 5}`], at: new Date(n) })));
});
afterAll(() => scratch.stop());

const of = (db: () => Db, command: Document, answer: Document) => ({ db, command, answer });
const anything = expect.anything();
const cursor = { cursor: { firstBatch: expect.any(Array) } };
const collection = 'looked-at';

const ANSWERED = [
  of(() => admin, { hello: 1 }, { isWritablePrimary: true, maxWireVersion: anything }),
  of(() => admin, { isMaster: 1, helloOk: true }, { helloOk: true }),
  of(() => admin, { ping: 1 }, {}),
  of(() => admin, { buildInfo: 1 }, { version: '7.0.0' }),
  of(() => admin, { hostInfo: 1 }, { system: anything }),
  of(() => admin, { connectionStatus: 1, showPrivileges: true }, { authInfo: anything }),
  of(() => admin, { getParameter: 1, featureCompatibilityVersion: 1 }, { featureCompatibilityVersion: anything }),
  of(() => admin, { getCmdLineOpts: 1 }, { parsed: anything }),
  of(() => admin, { getLog: 'startupWarnings' }, { log: expect.any(Array) }),
  of(() => admin, { serverStatus: 1 }, { version: '7.0.0' }),
  of(() => admin, { listDatabases: 1, nameOnly: true }, { databases: [{ name: 'test' }] }),
  of(() => scratch.db, { listCollections: 1, nameOnly: true, authorizedCollections: true }, cursor),
  of(() => scratch.db, { listCollections: 1, filter: { name: collection } }, cursor),
  of(() => scratch.db, { dbStats: 1 }, { collections: 1, objects: 50 }),
  of(() => scratch.db, { collStats: collection }, { count: 50, nindexes: 2 }),
  of(() => scratch.db, { listIndexes: collection }, cursor),
  of(() => scratch.db, { aggregate: collection, pipeline: [{ $collStats: { storageStats: {} } }], cursor: {} }, cursor),
  of(() => scratch.db, { aggregate: collection, pipeline: [{ $indexStats: {} }], cursor: {} }, cursor),
  of(() => scratch.db, { aggregate: collection, pipeline: [{ $match: {} }, { $skip: 0 }, { $group: { _id: 1, n: { $sum: 1 } } }], cursor: {}, maxTimeMS: 5000 }, { cursor: { firstBatch: [{ _id: 1, n: 50 }] } }), // prettier-ignore
  of(() => scratch.db, { aggregate: collection, pipeline: [{ $match: {} }, { $sample: { size: 20 } }, { $project: { tags: 1 } }], cursor: {}, allowDiskUse: true }, cursor), // prettier-ignore
  of(() => scratch.db, { find: collection, filter: {}, sort: { _id: -1 }, skip: 20, limit: 20, batchSize: 20 }, cursor),
  of(() => scratch.db, { find: collection, filter: { n: { $gte: 40 } }, projection: { n: 1 }, collation: { locale: 'simple' } }, cursor), // prettier-ignore
  of(() => scratch.db, { count: collection, query: {}, maxTimeMS: 500 }, { n: 50 }),
  of(() => scratch.db, { distinct: collection, key: 'tags' }, { values: ['a', 't0', 't1', 't2', 't3', 't4'] }),
  of(() => scratch.db, { explain: { find: collection, filter: { n: 5 } }, verbosity: 'allPlansExecution' }, { executionStats: { nReturned: 1 } }), // prettier-ignore
  of(() => scratch.db, { explain: { aggregate: collection, pipeline: [{ $match: { n: 5 } }], cursor: {} } }, { queryPlanner: anything }), // prettier-ignore
];

test.each(ANSWERED)('$command is answered', async ({ db, command, answer }) => {
  expect(await db().command(command)).toMatchObject({ ok: 1, ...answer });
});

test.each<[Document, number]>([
  [{ atlasVersion: 1 }, 59],
  [{ top: 1 }, 59],
  [{ usersInfo: 1 }, 59],
  [{ rolesInfo: 1 }, 59],
  [{ replSetGetStatus: 1 }, 59],
  [{ currentOp: 1 }, 59],
  [{ aggregate: collection, pipeline: [{ $listSearchIndexes: {} }], cursor: {} }, 40324],
  [{ aggregate: collection, pipeline: [{ $planCacheStats: {} }], cursor: {} }, 40324],
])('%j is refused with %i', async (command, code) => {
  const db = 'aggregate' in command ? scratch.db : admin;
  expect(await refusal(db.command(command))).toEqual([code, expect.any(String)]);
});
