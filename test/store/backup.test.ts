import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BSON, type Document, MongoClient } from 'mongodb';
import { startEmbedded } from '../../src/embedded/index.js';
import {
  decodeFrames,
  DIGEST_BYTES,
  FIRST_LINE,
  type Frame,
  serialiseFrame,
} from '../../src/store/backup/backup-format.js';
import { readBackupFile, writeBackupFile } from '../../src/store/backup/backup-file.js';
import { makeBackup } from '../../src/store/backup/make-backup.js';
import { restoreBackup } from '../../src/store/backup/restore-backup.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { FaultProxy } from '../support/fault-proxy.js';
import { dumpCollections } from './dump-collections.js';
import { batch, nextChange, TestStores, topic } from './test-stores.js';
import { batchToInterrupt, batchBeforeKill } from './interrupted-batches.js';
import { Random } from './random.js';
import { RandomContent } from './random-content.js';

type Place = Awaited<ReturnType<TestStores['addressOf']>>;

/** A restore fails at every n-th of its commands: at each one with LONG=1, else at every sixth. */
const STEP = process.env.LONG ? 1 : 6;

const bench = new TestStores({ own: true });
const folder = mkdtempSync(join(tmpdir(), 'signpost-backup-'));
const file = join(folder, 'signpost.backup');
afterEach(() => rmSync(file, { force: true }));
afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

const writeBackup = (place: Place, path = file) => makeBackup(path, { ...place, model: 'a digest', overwrite: true });

async function logOf({ uri, database }: Place): Promise<Document[]> {
  const client = await MongoClient.connect(uri);
  try {
    return await client.db(database).collection<Document>('changes').find().sort({ _id: 1 }).toArray();
  } finally {
    await client.close();
  }
}

test('a restored database equals the original, document by document', async () => {
  const place = await bench.addressOf('from');
  const store = await bench.open({ name: 'from' });
  for (const each of new RandomContent(bench.model, new Random(7), 8).batches()) await store.log.commit(each);
  for (const each of [batchBeforeKill(), batchToInterrupt()])
    expect(await store.log.commit(each)).toMatchObject({ committed: true });
  const time = new Date('2100-01-01');
  const schedule = {
    kind: 'Topic',
    slug: 'child',
    revision: 2,
    at: time,
    author: 'Ana',
    message: 'later',
    problem: null,
  };
  await store.schedules.put(schedule);
  const token = {
    name: 'Ana',
    role: 'EDITOR',
    digest: 'd1',
    createdAt: time,
    expiresAt: null,
    revokedAt: null,
  } as const;
  await store.tokens.add({ id: 't1', ...token });

  await store.trusted.add({ author: 'Ana', documents: [{ id: '1f3c', text: '{ __typename }', price: 0 }] });

  const backupResult = await writeBackup(place);
  expect(backupResult).toMatchObject({
    sequence: 6,
    counts: { changes: 6, series: 5, tokens: 1, trusted: 1, schedules: 1 },
  });
  expect(backupResult.bytes).toBe(statSync(file).size);
  const target = await bench.addressOf('to');
  // Opening the target first creates an empty store in it, as a health check does.
  await (await openStore({ ...target, model: bench.model })).close();
  expect(await restoreBackup(file, target)).toEqual(backupResult);
  const restored = await bench.open({ name: 'to' });
  expect(await dumpCollections(target)).toEqual(await dumpCollections(place));
  expect(await logOf(target)).toEqual(await logOf(place));
  expect(await restored.log.revisions('Topic', 'child', 9)).toEqual(await store.log.revisions('Topic', 'child', 9));
});

test('a backup during writes is consistent: it has the log up to a position, and its figures', async () => {
  const place = await bench.addressOf('busy');
  const store = await bench.open({ name: 'busy' });
  const point = { period: '2023', state: 'REPORTED', flags: [], source: null, note: null } as const;
  // The n-th change sets the title of one of three topics to n, and one area of the indicator to n in a new vintage.
  const write = (n: number, to: Store = store) => {
    const change = topic(`topic-${n % 3}`, { title: { en: String(n) } }, { expectedRevision: Math.floor((n - 1) / 3) });
    const series = [1, 2].map((area) => {
      return { area: `A${area}`, breakdown: {}, points: [{ ...point, value: area === 1 ? n : n >> 3 }] };
    });
    return to.log.commit({ ...batch(change), vintages: [{ indicator: 'cases', digest: String(n), series }] });
  };
  let writtenCount = 0;
  const writeOne = async () => expect(await write((writtenCount += 1))).toMatchObject({ committed: true });
  while (writtenCount < 20) await writeOne();

  let isDone = false;
  let concurrentWrites = 0;
  const writer = (async () => {
    while (!isDone) await writeOne();
  })();
  const { sequence } = await makeBackup(file, {
    ...place,
    model: '',
    overwrite: false,
    onChange: () => void (concurrentWrites = writtenCount),
  });
  isDone = true;
  await writer;
  await writeOne();
  expect(sequence).toBeGreaterThanOrEqual(20);
  expect(writtenCount).toBeGreaterThan(sequence);
  expect(concurrentWrites).toBeGreaterThanOrEqual(sequence);

  await restoreBackup(file, await bench.addressOf('moment'));
  const restored = await bench.open({ name: 'moment' });
  expect(await restored.log.head()).toBe(sequence);
  expect(await logOf(await bench.addressOf('moment'))).toEqual((await logOf(place)).slice(0, sequence));
  const titles: unknown[] = [];
  for await (const { record } of restored.entries.all('Topic')) titles.push((record.title as { en: string }).en);
  const newest = [0, 1, 2].map((rest) => sequence - ((sequence - rest) % 3));
  expect(titles).toEqual(newest.map(String));
  const figures = { indicators: ['cases'], areas: null, breakdowns: null };
  const values = async (asOf: Date | null) => {
    const found = await restored.figures.series({ ...figures, asOf });
    return Object.fromEntries(found.map(({ area, points }) => [area, points[0]!.value]));
  };
  expect(await values(null)).toEqual({ A1: sequence, A2: sequence >> 3 });
  const vintages = (await restored.figures.vintages(['cases'])).get('cases')!;
  expect(vintages.map(({ digest }) => Number(digest))).toEqual(
    Array.from({ length: sequence }, (_none, index) => index + 1),
  );
  expect(await values(vintages[9]!.at)).toEqual({ A1: 10, A2: 1 });
  expect(await write(sequence + 1, restored)).toMatchObject({ committed: true, sequence: sequence + 1 });
});

test('a backup file truncated or altered at any byte is rejected before anything is written', async () => {
  const place = await bench.addressOf('altered');
  await (await bench.open({ name: 'altered' })).log.commit(batch(topic('one')));
  await writeBackup(place);
  const completeFile = readFileSync(file);
  const target = await bench.addressOf('untouched');
  const restoreError = async (path = file) => {
    return (await restoreBackup(path, target).catch((error: unknown) => error)) as Error & { code: string };
  };
  for (let index = 0; index < completeFile.length; index += process.env.LONG ? 1 : 41) {
    const altered = Buffer.from(completeFile);
    altered[index]! ^= 0x10;
    writeFileSync(file, altered);
    expect([index, (await restoreError()).code]).toEqual([index, 'BACKUP_INVALID']);
    writeFileSync(file, completeFile);
    truncateSync(file, index);
    expect([index, (await restoreError()).code]).toEqual([index, 'BACKUP_INVALID']);
  }
  writeFileSync(file, Buffer.concat([completeFile, Buffer.from('\0')]));
  expect((await restoreError()).message).toBe(`"${file}" cannot be restored: it is truncated or altered.`);
  writeFileSync(file, completeFile.toString('latin1').replace('signpost-backup 1', 'signpost-backup 2'), 'latin1');
  expect((await restoreError()).message).toContain('not in the format 1');
  // A file with a valid checksum that lacks the last change counted in its trailer.
  const content = gunzipSync(completeFile.subarray(FIRST_LINE.length, -DIGEST_BYTES));
  const frames: Frame[] = [];
  for await (const frame of decodeFrames(Readable.from([content]))) frames.push(frame);
  expect(frames.map(({ type }) => type)).toEqual(['header', 'changes', 'trailer']);
  const fewer = frames.filter(({ type }) => type !== 'changes').flatMap(serialiseFrame);
  const sealed = Buffer.concat([Buffer.from(FIRST_LINE), gzipSync(Buffer.concat(fewer))]);
  writeFileSync(file, Buffer.concat([sealed, createHash('sha256').update(sealed).digest()]));
  expect((await restoreError()).message).toContain('it is truncated or altered');
  expect((await restoreError('package.json')).message).toBe(
    '"package.json" cannot be restored: it is not a Signpost backup.',
  );
  expect(await restoreError(join(folder, 'none'))).toMatchObject({ code: 'USAGE' });
  expect(await dumpCollections(target)).toEqual({});
});

test('a backup is private, replaces another one only with --overwrite, and leaves no file after a failure', async () => {
  const place = await bench.addressOf('owner');
  await bench.open({ name: 'owner' });
  writeFileSync(file, 'of somebody', { mode: 0o644 });
  const options = { ...place, model: '', overwrite: false };
  await expect(makeBackup(file, options)).rejects.toMatchObject({ code: 'USAGE' });
  expect(readFileSync(file, 'utf8')).toBe('of somebody');
  await makeBackup(file, { ...options, overwrite: true });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const missing = join(folder, 'missing', 'x');
  await expect(makeBackup(missing, options)).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: `"${missing}" cannot be written: there is no such folder.`,
  });
  await (await bench.open({ name: 'owner' })).log.commit(batch(topic('one')));
  const onChange = () => {
    throw new Error('stopped');
  };
  await expect(makeBackup(join(folder, 'y'), { ...options, onChange })).rejects.toThrow('stopped');
  expect(readdirSync(folder)).toEqual(['signpost.backup']);
});

test('an error that stops a restore early is returned unchanged', async () => {
  const header = { sequence: 0, at: new Date(0), model: '' };
  const document = BSON.serialize({ _id: 1, bytes: randomBytes(2_000_000) });
  async function* documents() {
    for (const collection of ['series', 'series'] as const) yield { collection, document };
  }
  await writeBackupFile(file, header, documents(), { overwrite: false });
  const interrupted = readBackupFile(file, () => {
    throw new Error('no room');
  });
  await expect(interrupted).rejects.toThrow('no room');
});

test('a restore into a database with content is rejected, and the content is reported', async () => {
  const place = await bench.addressOf('filled');
  const store = await bench.open({ name: 'filled' });
  await store.log.commit(batch(topic('one'), topic('two')));
  await writeBackup(place);
  const before = await dumpCollections(place);
  await expect(restoreBackup(file, place)).rejects.toMatchObject({
    code: 'DATABASE_NOT_EMPTY',
    message: expect.stringContaining('it contains changes (1), topics (2).') as string,
  });
  expect(await dumpCollections(place)).toEqual(before);
  expect(await store.log.commit(batch(nextChange(topic('one'), 'SAVE', 'PUBLISHED')))).toMatchObject({
    committed: true,
  });
});

test('a database is not served after a failed restore, and repeating the restore completes it', async () => {
  // Uses a separate database server, whose commands can be made to fail.
  const dataDir = join(folder, 'data');
  const embedded = await startEmbedded({ dataDir });
  const port = await FaultProxy.before(embedded.uri);
  const client = await MongoClient.connect(port.uri);
  const failAfter = async (skip: number | null) => {
    const failCommands = ['find', 'insert', 'update', 'delete', 'drop', 'count', 'aggregate', 'listCollections'];
    const data = { failCommands, errorCode: 14031 };
    await client
      .db('admin')
      .command({ configureFailPoint: 'failCommand', mode: skip === null ? 'off' : { skip }, data });
  };
  try {
    const place = await bench.addressOf('steps');
    const store = await bench.open({ name: 'steps' });
    for (const each of [batchBeforeKill(), batchToInterrupt()]) await store.log.commit(each);
    await writeBackup(place);
    const wanted = await dumpCollections(place);
    const outcomes: string[] = [];
    for (let skip = 0; outcomes.at(-1) !== 'finished'; skip += STEP) {
      const target = { uri: port.uri, database: `step${skip}` };
      const open = () => openStore({ ...target, model: bench.model });
      await failAfter(skip);
      const error = await restoreBackup(file, target).then(
        () => null,
        (thrownError: unknown) => thrownError,
      );
      await failAfter(null);
      if (error) {
        const outcome = await open().then(
          (store) => store.close(),
          (thrownError: Error & { code: string }) => thrownError,
        );
        outcomes.push(outcome ? outcome.code : 'empty');
        if (outcome) {
          expect(outcome.message).toContain(`only a part of the backup "${file}"`);
          expect(outcome.message).toContain('start it again with "npx signpost restore"');
          await expect(writeBackup(target, join(folder, 'x'))).rejects.toMatchObject({ code: 'DATABASE_INCOMPLETE' });
        } else expect(await dumpCollections(target)).toEqual({});
        await restoreBackup(file, target);
      } else outcomes.push('finished');
      await (await open()).close();
      expect(await dumpCollections(target)).toEqual(wanted);
    }
    expect(outcomes).toContain('empty');
    expect(outcomes).toContain('DATABASE_INCOMPLETE');
    expect(existsSync(join(folder, 'x'))).toBe(false);
  } finally {
    await client.close();
    port.close();
    await embedded.close();
  }
});
