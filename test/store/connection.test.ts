import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { MongoClient, MongoParseError } from 'mongodb';
import type { AppError } from '../../src/errors.js';
import { backoffDelay } from '../../src/store/connection/backoff.js';
import { withoutManagedOptions } from '../../src/store/connection/connect.js';
import { toConnectionError } from '../../src/store/connection/connection-error.js';
import { openStore } from '../../src/store/open-store.js';
import { serveConnection } from '../../src/embedded/wire/connection.js';
import { FlakyNetwork } from '../support/flaky-network.js';
import { batch, nextChange, TestStores, topic } from './test-stores.js';

const bench = new TestStores({ own: true, fails: true });
afterAll(() => bench.close());

/** Returns the error with which a store fails to open. */
async function connectError(uri: string): Promise<AppError> {
  const { database } = await bench.addressOf();
  return openStore({ uri, database, model: bench.model }).then(
    () => Promise.reject(new Error('it opened')),
    (error: AppError) => error,
  );
}

/** Makes the next command of a name fail in the database. */
async function failOnce(failCommand: string, data: object): Promise<void> {
  const client = await MongoClient.connect((await bench.addressOf()).uri);
  await client.db('admin').command({
    configureFailPoint: 'failCommand',
    mode: { times: 1 },
    data: { failCommands: [failCommand], ...data },
  });
  await client.close();
}

test.each([
  ['mongodb://ann:s3c:ret@h/', 'USAGE', /^MONGODB_URI cannot be used: Password contains unescaped characters\. Write /],
  ['mongodb://ann:s3cret@h/?foo=bar', 'USAGE', /option foo is not supported/],
  ['mongodb://ann:s3cret@h:99999/', 'USAGE', /h:99999/],
  ['mongodb://ann:s3cret@h/?tls=maybe', 'USAGE', /tls/],
  ['mongodb://ann:s3cret@h/?tls=true&tlsCAFile=/none.pem', 'USAGE', /^The file "\/none\.pem" that MONGODB_URI names/],
  [
    'mongodb+srv://ann:s3cret@none.invalid/',
    'DATABASE_UNREACHABLE',
    /^DNS has no record for the host name in MONGODB_URI/,
  ],
  ['mongodb://ann:s3cret@127.0.0.1:9/', 'DATABASE_UNREACHABLE', /127\.0\.0\.1:9: connection refused; start/],
])('connecting to %s fails with one line of advice', async (uri, code, line) => {
  const { code: actualCode, message } = await connectError(uri);
  expect([actualCode, message]).toEqual([code, expect.stringMatching(line)]);
  expect(message).not.toMatch(/\n|s3c|ann:/);
});

test('a password is masked in a message, escaped or not', () => {
  const error = new MongoParseError('"ann:p%40ss", "ann:p@ss", p%40ss and p@ss are wrong for ann@host');
  const { message } = toConnectionError(error, 'mongodb://ann:p%40ss@host/') as AppError;
  expect(message).toContain('"***", "***", *** and *** are wrong for ann@host');
  const other = new TypeError('no error of a connection');
  expect(toConnectionError(other, 'mongodb://host/')).toBe(other);
});

test('the delay before the next attempt doubles with each failure, up to 1.5 s', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map((failures) => backoffDelay(failures))).toEqual([
    100, 200, 400, 800, 1500, 1500, 1500,
  ]);
  expect([1, 2].map((failures) => backoffDelay(failures, 10))).toEqual([10, 20]);
});

// Fail points, and the refusal of TLS, are specific to the embedded database.
const embedded = process.env.TEST_MONGODB_URI ? test.skip : test;

embedded('the error about a wrong password does not contain the password', async () => {
  const { uri } = await bench.addressOf();
  const network = await FlakyNetwork.before(uri);
  await failOnce('saslStart', { errorCode: 18 });
  const { message } = await connectError(network.uri.replace('//', '//ann:s3cret@') + '&authMechanism=SCRAM-SHA-256');
  network.close();
  expect(message).toMatch(/^The database rejected the user or the password of MONGODB_URI; correct them/);
  expect(message).not.toContain('s3cret');
});

test('the errors for a server without TLS and for a server that is not MongoDB differ', async () => {
  const other = createServer((socket) => {
    socket.on('error', () => {});
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const uri = `mongodb://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  const [withTls, without] = await Promise.all([connectError(`${uri}?tls=true`), connectError(uri)]);
  other.close();
  expect(withTls.message).toMatch(/TLS failed/);
  expect(without.message).toMatch(/check whether it is MongoDB/);
});

test('an index with the name of a Signpost index but another key is reported, with a command to drop it', async () => {
  const { uri, database } = await bench.addressOf('clash');
  const client = await MongoClient.connect(uri);
  await client.db(database).collection('topics').createIndex({ other: 1 }, { name: 'status' });
  await client.close();
  const error = await openStore({ uri, database, model: bench.model }).catch((each: AppError) => each);
  expect(error).toMatchObject({ code: 'DATABASE_DAMAGED' });
  expect((error as AppError).message).toMatch(/^The collection "topics" has an index .*dropIndex/);
});

(process.env.LONG ? embedded : test.skip)(
  'an index build that exceeds the idle timeout of connections succeeds',
  async () => {
    await failOnce('createIndexes', { blockConnection: true, blockTimeMS: 122_000 });
    const { uri, database } = await bench.addressOf('slow-index');
    const start = performance.now();
    const store = await openStore({ uri, database, model: bench.model });
    expect(performance.now() - start).toBeGreaterThan(120_000);
    expect(await store.log.commit(batch(topic('a')))).toMatchObject({ committed: true });
    await store.close();
  },
);

test('the connection string cannot change read or write concerns', () => {
  expect(withoutManagedOptions('mongodb://a:b@h:1/x?readPreference=secondary&tls=true&w=1&Journal=false')).toBe(
    'mongodb://a:b@h:1/x?tls=true',
  );
  expect(withoutManagedOptions('mongodb://h/?readPreferenceTags=dc:ny&maxStalenessSeconds=90')).toBe('mongodb://h/');
});

test('every read of the log has majority read concern, from the primary', async () => {
  const { uri, database } = await bench.addressOf('majority');
  const reads: Record<string, unknown>[] = [];
  const uriWithPreference = `${uri}${uri.includes('?') ? '&' : '?'}readPreference=secondaryPreferred`;
  const onCommand = (name: string, command: Record<string, unknown>) => {
    if (name === 'find' || name === 'aggregate') reads.push(command);
  };
  const store = await openStore({ uri: uriWithPreference, database, model: bench.model, onCommand });
  await store.log.commit(batch(topic('a')));
  await store.log.changesAfter(0, 10);
  await store.log.revisions('Topic', 'a', 10);
  await store.close();
  const logReads = reads.filter((read) => (read.find ?? read.aggregate) === 'changes');
  expect(logReads.length).toBeGreaterThan(2);
  expect(logReads.filter((read) => (read.readConcern as { level?: string })?.level !== 'majority')).toEqual([]);
  const modes = reads.map((read) => (read.$readPreference as { mode?: string } | undefined)?.mode ?? 'primary');
  // The driver sends `primaryPreferred` by itself if there is a single server.
  expect(modes.filter((mode) => !mode.startsWith('primary'))).toEqual([]);
});

embedded('the error of a write whose response was lost states that it may be written', async () => {
  const { uri, database } = await bench.addressOf('lost-answer');
  const store = await openStore({ uri, database, model: bench.model });
  const first = topic('a');
  await store.log.commit(batch(first));
  const client = await MongoClient.connect(uri);
  await client.db('admin').command({
    configureFailPoint: 'failCommand',
    mode: { times: 2 },
    data: { failCommands: ['insert'], closeConnection: true },
  });
  await client.close();
  await expect(store.log.commit(batch(nextChange(first, 'SAVE', 'PUBLISHED')))).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringContaining('may or may not be written'),
    details: { mayBeWritten: true },
  });
  await store.close();
});

test('a MongoDB of an older major version is rejected with its version', async () => {
  const hello = { isWritablePrimary: true, minWireVersion: 0, maxWireVersion: 21, maxBsonObjectSize: 16_777_216 };
  const replies: Record<string, object> = { buildInfo: { version: '6.0.0' } };
  const peer = createServer((socket) => {
    serveConnection(
      socket,
      ({ command }) => ({ ...(replies[Object.keys(command)[0]!] ?? hello), ok: 1 }),
      console.error,
    );
  });
  await once(peer.listen(0, '127.0.0.1'), 'listening');
  const { port } = peer.address() as AddressInfo;
  expect(await connectError(`mongodb://127.0.0.1:${port}/`)).toMatchObject({
    code: 'DATABASE_UNSUPPORTED',
    message: expect.stringContaining(
      'MongoDB 6.0.0 is not supported. Upgrade the server in MONGODB_URI to version 7.0',
    ),
  });
  peer.close();
});
