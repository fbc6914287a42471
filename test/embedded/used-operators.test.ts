import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { executableSchema } from '../../src/graphql/executable-schema.js';
import { makeBackup } from '../../src/store/backup/make-backup.js';
import { restoreBackup } from '../../src/store/backup/restore-backup.js';
import { EditingServer, topic } from '../authoring/editing-server.js';
import { knownValues, RandomSelection } from '../graphql/random-selection.js';
import { Random } from '../store/random.js';
import { CommandRecorder } from './command-recorder.js';
import { scratchDatabase, type ScratchDatabase } from './scratch-database.js';
import { usedOperators, type UsedOperators } from './used-operators.js';

const words = (text: string) => text.split(/\s+/);

/** The operators sent during the start, seeding, pages, searches, saves, publications, a backup and a restore. */
const SENT_OPERATORS: UsedOperators = {
  commands: words('aggregate createIndexes delete find insert listCollections listIndexes update'),
  options: words(
    `aggregate.cursor aggregate.pipeline createIndexes.indexes delete.deletes delete.ordered deletes.limit deletes.q find.batchSize find.filter find.hint find.limit find.projection find.singleBatch find.sort indexes.key indexes.name indexes.sparse indexes.unique insert.documents insert.ordered listCollections.authorizedCollections listCollections.cursor listCollections.filter listCollections.nameOnly listIndexes.cursor update.ordered update.updates updates.q updates.u updates.upsert`,
  ),
  stages: words('$addFields $count $group $limit $match $project $replaceRoot $set $sort $unionWith $unwind'),
  accumulators: words('$first $sum $topN'),
  expressions: words('$$ROOT $arrayElemAt $concat $getField $ifNull $literal $setUnion'),
  filters: words('$elemMatch $exists $gt $gte $in $lt $lte $ne $nin $nor $or $regex $type'),
  updates: words('$max $push $set $setOnInsert replacement'),
};

/** Queries with filters, links and orders that `test/screens` does not contain. */
const QUERIES = [
  '{ topics(filter: { title: { startsWith: "A" } }, orderBy: [{ title: ASC }]) { nodes { slug title } } }',
  '{ resources(filter: { title: { contains: "a" } }) { nodes { slug } } }',
  '{ topics { nodes { slug leaflets(first: 1) { totalCount nodes { slug } } } } }',
  '{ countries { nodes { slug memberOf(first: 1, via: { to: { exists: false } }) { totalCount nodes { slug } } } } }',
  '{ sources { nodes { slug citedBy(first: 1) { nodes { slug } } } } }',
  '{ organisations(orderBy: [{ parentTitle: ASC }, { slug: ASC }]) { nodes { slug parent { title } } } }',
];

const PAGES = words('/ /topics /resources /leaflets /trends /search?q=evidence /changes /country/it');

let scratch: ScratchDatabase;
let recorded: CommandRecorder;
let folder: string;
beforeAll(async () => {
  scratch = await scratchDatabase();
  recorded = await CommandRecorder.before(scratch.database.uri);
  folder = mkdtempSync(path.join(tmpdir(), 'surface-'));
});
afterAll(async () => {
  recorded.close();
  await scratch.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function work(): Promise<void> {
  const place = { uri: recorded.uri, database: 'from' };
  const editing = await EditingServer.start({
    over: place,
    withSearch: true,
    withCounts: true,
    entryCacheBytes: 1 << 20,
  });
  try {
    for (const name of readdirSync('test/screens')) await editing.reader(readFileSync(`test/screens/${name}`, 'utf8'));
    for (const query of QUERIES) expect([query, (await editing.reader(query)).errors]).toEqual([query, undefined]);
    for (const url of PAGES) await editing.app.inject({ url });
    const { model, modules } = editing.app.services;
    const random = new RandomSelection(
      executableSchema(model, modules),
      new Random(7),
      await knownValues(editing.app.services),
    );
    for (let index = 0; index < 100; index += 1) await editing.reader(random.query());
    const saved = { slug: 'new-topic', record: topic('New'), expectedRevision: 0 };
    expect(await editing.mutate('topicSave', { ...saved, publish: false })).toMatchObject({ revision: 1 });
    const id = Buffer.from('topics/new-topic').toString('base64url');
    expect(await editing.mutate('entryPublish', { id, expectedRevision: 1 })).toMatchObject({ userErrors: [] });
    expect(await editing.mutate('entryRename', { id, expectedRevision: 1, to: 'renamed' })).toMatchObject({
      userErrors: [],
    });
  } finally {
    await editing.close();
  }
  const file = path.join(folder, 'signpost.backup');
  await makeBackup(file, { ...place, model: 'a digest', overwrite: true });
  await restoreBackup(file, { ...place, database: 'to' });
  const restored = await EditingServer.start({ over: { ...place, database: 'to' }, seedDir: null });
  await restored.close();
}

/** Operators that may be absent in a run: those of repairs, upgrades, CLI commands and responses of several batches. */
const RARELY_SENT_OPERATORS: Partial<UsedOperators> = {
  options: words('getMore.collection getMore.batchSize killCursors.cursors'),
  commands: words('getMore killCursors count drop dropIndexes listDatabases validate'),
  filters: words('$and $not'),
  updates: words('$addToSet $unset'),
};

test('the server sends all operators of the expected list, and no others except rarely sent ones', async () => {
  await work();
  const surface = usedOperators(recorded.commands);
  for (const sort of Object.keys(SENT_OPERATORS) as (keyof UsedOperators)[]) {
    const usual = surface[sort].filter((name) => !RARELY_SENT_OPERATORS[sort]?.includes(name));
    expect([sort, usual]).toEqual([sort, SENT_OPERATORS[sort]]);
  }
});
