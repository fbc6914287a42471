import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Collection, MongoClient } from 'mongodb';
import { loadModel } from '../../src/model/load-model.js';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import { runOperation } from '../../src/store/connection/run-operation.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { ALL_ENTRIES_QUERY } from './test-stores.js';
import { testDatabase } from '../support/test-database.js';
import { FlakyNetwork } from '../support/flaky-network.js';
import { settlesWithin } from '../support/wait-for.js';
import { embeddedOnly } from '../support/embedded-only.js';

const model = loadModel('schema');
const unacknowledged = { code: 'DATABASE_UNREACHABLE', message: 'The database does not respond.' };

test('a store whose database is missing does not open, and reports it within 5 s', async () => {
  const opening = openStore({ uri: 'mongodb://127.0.0.1:9', database: 'none', model });
  expect(await settlesWithin(5000, opening)).toBe(true);
  await expect(opening).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringContaining('127.0.0.1:9: connection refused'),
  });
});

test('a database that accepts connections and never responds is unreachable within 5 s', async () => {
  const silentServer = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silentServer, 'listening');
  const { port } = silentServer.address() as AddressInfo;
  const opening = openStore({ uri: `mongodb://127.0.0.1:${port}/?directConnection=true`, database: 'none', model });
  expect(await settlesWithin(5000, opening)).toBe(true);
  await expect(opening).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringContaining('it accepts connections but does not respond'),
  });
  silentServer.close();
});

test('a command to a pool that the driver has just closed reports an unresponsive database', async () => {
  const database = await testDatabase();
  const client = await MongoClient.connect(database.uri);
  const ping = () => client.db('admin').command({ ping: 1 });
  await ping();
  // Closes the pool as the driver does between two server checks. The driver has no API for it.
  const { servers } = (client as unknown as { topology: { s: { servers: Map<string, { pool: { close(): void } }> } } })
    .topology.s;
  const operation = runOperation(ping());
  for (const { pool } of servers.values()) pool.close();
  await expect(operation).rejects.toMatchObject({ ...unacknowledged, cause: { name: 'MongoPoolClosedError' } });
  await client.close();
  await database.close();
});

test('a connection lost during a large write is reported as an unreachable database', async () => {
  const database = await testDatabase();
  const large = () => ({ bytes: randomBytes(12_000_000) });
  const writes = {
    one: (into: Collection) => into.insertOne(large()),
    many: (into: Collection) => into.bulkWrite([{ insertOne: { document: large() } }]),
  };
  for (const write of Object.values(writes)) {
    const network = await FlakyNetwork.before(database.uri);
    const client = await MongoClient.connect(network.uri, { monitorCommands: true });
    const into = client.db(database.name('large')).collection('large');
    await into.findOne();
    client.on('commandStarted', () => setImmediate(() => network.setMode('RESET')));
    await expect(runOperation(write(into) as Promise<unknown>)).rejects.toMatchObject(unacknowledged);
    await client.close();
    network.close();
  }
  await database.close();
});

embeddedOnly('only the embedded database can be stopped by a test')('a database that is stopped', () => {
  test('a store whose database was stopped closes within 9.5 s in every state of the driver', async () => {
    const database = await testDatabase({ own: true });
    const open = () => openStore({ uri: database.uri, database: database.name(), model, readOnly: 'AS_IS' });
    const stores = await Promise.all(Array.from({ length: 12 }, open));
    await Promise.all(stores.map((store) => Promise.all([store.connection.ping(), store.log.head()])));
    await database.close();
    const close = async (store: Store, at: number) => {
      await Promise.allSettled([store.connection.ping(), store.log.head(), pause(at * 50)]);
      await store.close();
    };
    expect(await settlesWithin(9500, Promise.all(stores.map(close)))).toBe(true);
  });

  test('every method of a store reports an unreachable database within 5 s', async () => {
    const database = await testDatabase({ own: true });
    const store = await openStore({ uri: database.uri, database: database.name(), model });
    await store.connection.ping();
    await database.close();
    const calls = [
      store.connection.ping(),
      store.log.head(),
      store.entries.bySlug('Topic', ['a'], null, PUBLIC_VIEW),
      store.entries.page('Topic', ALL_ENTRIES_QUERY, PUBLIC_VIEW),
      store.entries.inversePages('Topic', 'relevantResources', ['a'], ALL_ENTRIES_QUERY, PUBLIC_VIEW),
      store.entries.currentStates([{ kind: 'Topic', slug: 'a' }]),
      store.figures.series({ indicators: ['a'], areas: null, breakdowns: null, asOf: null }),
      store.log.commit({
        author: '',
        message: '',
        entries: [],
        vintages: [{ indicator: 'a', digest: '', series: [] }],
      }),
      store.entries.all('Topic')[Symbol.asyncIterator]().next(),
    ];
    expect(await settlesWithin(5500, Promise.allSettled(calls))).toBe(true);
    for (const call of calls) await expect(call).rejects.toMatchObject(unacknowledged);
    await store.close();
  });
});
