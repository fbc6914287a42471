import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Aggregator } from 'mingo';
import { BSON, type Document, MongoClient } from 'mongodb';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { knownValues, RandomSelection } from '../graphql/random-selection.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { Random } from '../store/random.js';

const QUERIES = process.env['LONG'] ? 600 : 15;
const FOLDER = 'test/screens';
/** A page for every code path that reads differently, and lists in several orders and languages. */
const PAGES = [
  '/',
  '/country/it',
  '/de/group/eu',
  '/indicator/iom-dead-missing',
  '/fr/trend/cases-record',
  '/resources?type=NETWORK&sort=title',
  '/it/sources?q=Europol',
  '/topics',
  '/search?q=evidence',
  '/leaflet/leaflet-digital-domain-2024/history',
  '/changes',
  '/indicator/eurostat-asylum-applicants?areas=IT,ES',
];

let server: SeededApp;
let client: MongoClient;
/** All stored documents by collection. */
const stored = new Map<string, Document[]>();
beforeAll(async () => {
  server = await seededApp({ withSearch: true });
  client = await MongoClient.connect(server.place.uri);
  const database = client.db(server.place.database);
  for (const { name } of await database.listCollections().toArray())
    stored.set(name, await database.collection(name).find().toArray());
});
afterAll(async () => {
  await client.close();
  await server.close();
});

test('each query of the server returns the same rows from an independent implementation of the MongoDB query language', async () => {
  await runAllQueries();
  const read = new Map(server.reads.map((command) => [BSON.EJSON.stringify(command), BSON.serialize(command)]));
  const different: string[] = [];
  let foundSome = 0;
  for (const [text, bytes] of read) {
    const command = BSON.deserialize(bytes);
    const ownRows = comparable(await databaseRows(command), command);
    if (ownRows !== comparable(alternativeRows(command), command)) different.push(text);
    if (ownRows !== '') foundSome += 1;
  }
  expect(different).toEqual([]);
  expect(foundSome).toBeGreaterThan(100);
});

async function runAllQueries(): Promise<void> {
  for (const name of readdirSync(FOLDER)) await server.execute(readFileSync(`${FOLDER}/${name}`, 'utf8'));
  for (const url of PAGES) expect([url, (await server.inject({ url })).statusCode]).toEqual([url, 200]);
  const { model, modules } = server.services;
  const values = await knownValues(server.services);
  const random = new RandomSelection(executableSchema(model, modules), new Random(7), values);
  for (let index = 0; index < QUERIES; index += 1) await server.execute(random.query());
}

/** Returns all rows of a command from the embedded database. */
async function databaseRows({ cursor, ...command }: Document): Promise<Document[]> {
  const batchOptions = { batchSize: 1_000_000 };
  const withBatchSize = cursor === undefined ? { ...command, ...batchOptions } : { ...command, cursor: batchOptions };
  const answer = await client.db(server.place.database).command(withBatchSize);
  expect(answer['cursor'].id.toString()).toBe('0');
  return answer['cursor'].firstBatch as Document[];
}

function alternativeRows(command: Document): Document[] {
  const documents = stored.get((command['find'] ?? command['aggregate']) as string) ?? [];
  const collectionResolver = (name: string) => stored.get(name) ?? [];
  return new Aggregator(normaliseForEngine(stagesOf(command)) as Document[], { collectionResolver }).run(
    documents,
  ) as Document[];
}

function stagesOf({ pipeline, filter, sort, limit, projection }: Document): Document[] {
  return (
    (pipeline as Document[] | undefined) ?? [
      { $match: filter ?? {} },
      ...(sort ? [{ $sort: sort }] : []),
      ...(limit ? [{ $limit: limit }] : []),
      ...(projection ? [{ $project: projection }] : []),
    ]
  );
}

/**
 * MongoDB returns no document for a count of zero, because its `$count` is a group. The other implementation returns
 * one.
 */
function normaliseForEngine(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap((each) => counting(each) ?? [normaliseForEngine(each)]);
  if (!isPlainDocument(value)) return value;
  for (const [name, each] of Object.entries(value)) value[name] = normaliseForEngine(each);
  return value;
}

/** Returns the stages that replace a `$count` stage; null for other stages. */
function counting(stage: unknown): Document[] | null {
  if (!isPlainDocument(stage) || !('$count' in stage)) return null;
  return [{ $group: { _id: null, [stage['$count']]: { $sum: 1 } } }, { $project: { _id: 0 } }];
}

/** Whether a value is a plain object. */
function isPlainDocument(value: unknown): value is Document {
  return value !== null && typeof value === 'object' && Object.getPrototypeOf(value)?.constructor.name === 'Object';
}

/**
 * Returns rows in comparable form: sorted if the order is not total. The other implementation returns null for absent
 * fields.
 */
function comparable(rows: readonly Document[], command: Document): string {
  const texts = rows.map((row) => BSON.EJSON.stringify(inOrder(row)));
  return (isOrdered(stagesOf(command)) ? texts : texts.toSorted()).join('\n');
}

function isOrdered(stages: readonly Document[]): boolean {
  const unions = stages.flatMap(({ $unionWith: union }) => (union ? [union as { pipeline: Document[] }] : []));
  return stages.some(({ $sort: by }) => by && '_id' in by) && unions.every(({ pipeline }) => isOrdered(pipeline));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isPlainDocument(value)) return value;
  const fields = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return Object.fromEntries(
    fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, inOrder(each)]),
  );
}
