import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize } from 'bson';
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../src/embedded/index.js';
import { openEnvironment } from '../../src/embedded/storage/lmdb-environment.js';
import { FOLDER_FORMAT } from '../../src/embedded/storage/data-folder.js';
import { copyEarlierDataFolder } from '../support/earlier-version-data.js';
import { readStartError } from './read-start-error.js';
import { scratchFolder } from './scratch-database.js';

/**
 * The tables, keys and values of a small database, without sessions, by folder format. A change here needs a higher
 * FOLDER_FORMAT, and the layout recorded under it.
 */
const LAYOUT: Record<number, string[]> = {
  2: [
    'catalogue c00000001 {"id":1,"db":"t","name":"topics","uuid":"*","options":{},"indexes":[{"v":2,"key":{"_id":1},"name":"_id_","id":2,"multikey":[false],"longKeys":false,"uneven":false},{"v":2,"key":{"n":1},"name":"n","id":3,"multikey":[false],"longKeys":false,"uneven":false}]}',
    'catalogue f00000001 {"count":1,"bytes":23,"entries":{"i2":1,"i3":1}}',
    'catalogue last-commit 8 bytes',
    'catalogue next-id 4 bytes',
    'documents 00000001000000000001 afb54f5b17000000025f696400020000006100106e000700000000',
    'entries 0000000205610000 53e1ae33000000000001',
    'entries 0000000304c01c00000000000002000000000001 c126dcfa000000000001',
  ],
};

let folder: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => folder.remove());

const formatFile = () => path.join(folder.dataDir, 'format');

test('tables, keys and values on disk match the layout recorded for the current folder format', async () => {
  const database = await startEmbedded({ dataDir: folder.dataDir });
  const client = await MongoClient.connect(database.uri);
  const topics = client.db('t').collection<{ _id: string; n: number }>('topics');
  await topics.createIndex({ n: 1 }, { name: 'n' });
  await topics.insertOne({ _id: 'a', n: 7 });
  await client.close();
  await database.close();

  const { root, catalogue, documents, entries } = openEnvironment(folder.dataDir);
  const settings = [...catalogue.getRange()].map(({ key, value }) => `catalogue ${keyName(key)} ${readable(value)}`);
  const rows = Object.entries({ documents, entries }).flatMap(([name, table]) =>
    [...table.getRange()].map(({ key, value }) => `${name} ${bytesOf(key).toString('hex')} ${value.toString('hex')}`),
  );
  await root.close();
  expect([...settings, ...rows]).toEqual(LAYOUT[FOLDER_FORMAT]);
});

const bytesOf = (key: unknown) => key as Buffer;

/** Formats a key of the catalogue: a letter and a hexadecimal number, or a name. */
function keyName(key: unknown): string {
  const bytes = bytesOf(key);
  return bytes.length === 5 ? `${bytes.toString('latin1', 0, 1)}${bytes.toString('hex', 1)}` : bytes.toString('latin1');
}

/** Formats a document as JSON with a masked UUID, or returns the length of a number. */
function readable(value: Buffer): string {
  if (value.length <= 8) return `${value.length} bytes`;
  const maskUuid = (name: string, part: unknown) => (name === 'uuid' ? '*' : part);
  return JSON.stringify(deserialize(value.subarray(4)), maskUuid);
}

test('a folder of an earlier version is opened and marked with the current format', async () => {
  copyEarlierDataFolder('0623826', folder.dataDir);
  const database = await startEmbedded({ dataDir: folder.dataDir, program: 'Signpost 7.8.9' });
  const client = await MongoClient.connect(database.uri);
  expect(await client.db('signpost').collection('changes').countDocuments()).toBe(10);
  await client.close();
  await database.close();
  // Versions up to 0.3.0 accept only this text.
  expect(readFileSync(formatFile(), 'utf8')).toBe(
    `signpost embedded database, format ${FOLDER_FORMAT}, Signpost 7.8.9\n`,
  );
  await (await startEmbedded({ dataDir: folder.dataDir, program: 'Signpost 7.9.0' })).close();
  expect(readFileSync(formatFile(), 'utf8')).toContain('Signpost 7.8.9');
});

test('a folder of a newer format is not changed, and the error names both versions', async () => {
  const { dataDir } = folder;
  await (await startEmbedded({ dataDir })).close();
  const before = readFileSync(path.join(dataDir, 'data.mdb'));
  writeFileSync(formatFile(), `signpost embedded database, format ${FOLDER_FORMAT + 1}, Signpost 9.0.0\n`);
  const { code, message } = await readStartError(dataDir);
  expect(code).toBe('FOLDER_VERSION');
  expect(message).toContain(`was written by Signpost 9.0.0 in format ${FOLDER_FORMAT + 1}`);
  expect(message).toMatch(new RegExp(`this is Signpost.*, which reads formats up to ${FOLDER_FORMAT}`));
  expect(readFileSync(path.join(dataDir, 'data.mdb'))).toEqual(before);
});

test.each([
  ['an unreadable format file', 'something else', 'has the unknown format "something else"'],
  ['an empty format file', '', 'has an empty file "format"'],
  ['no format file', null, 'contains a database without its file "format"'],
])('a data folder with %s is rejected', async (_, text, message) => {
  const otherPath = path.join(folder.dataDir, 'other');
  mkdirSync(otherPath);
  await (await startEmbedded({ dataDir: path.join(folder.dataDir, 'made') })).close();
  cpSync(path.join(folder.dataDir, 'made', 'data.mdb'), path.join(otherPath, 'data.mdb'));
  if (text !== null) writeFileSync(path.join(otherPath, 'format'), text);
  expect(await readStartError(otherPath)).toMatchObject({
    code: 'FOLDER_VERSION',
    message: expect.stringContaining(message),
  });
  await expect(readStartError(otherPath)).resolves.toMatchObject({
    message: expect.stringContaining('restore a backup into another folder'),
  });
});
