import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { loadModel } from '../../src/model/load.js';
import { openStore } from '../../src/store/open-store.js';
import { EVERYTHING, PUBLIC } from './entries.js';
import { testDatabase } from '../support/database.js';
import { embeddedOnly } from '../support/embedded-only.js';

const model = loadModel('schema');
const silent = { code: 'DATABASE_UNREACHABLE', message: 'The database does not answer.' };

test('a store over a database that is not there does not open, and says so within 5 s', async () => {
  const start = Date.now();
  await expect(openStore({ uri: 'mongodb://127.0.0.1:9', database: 'none', model })).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringContaining('127.0.0.1:9: nothing listens there'),
  });
  expect(Date.now() - start).toBeLessThan(5000);
});

test('a database that takes connections and never answers is out of reach within 5 s', async () => {
  const deaf = createServer(() => {}).listen(0, '127.0.0.1');
  await once(deaf, 'listening');
  const { port } = deaf.address() as AddressInfo;
  const start = Date.now();
  const opening = openStore({ uri: `mongodb://127.0.0.1:${port}/?directConnection=true`, database: 'none', model });
  await expect(opening).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringContaining('it takes connections and does not answer'),
  });
  expect(Date.now() - start).toBeLessThan(5000);
  deaf.close();
}, 15_000);

embeddedOnly('a database that goes away, since it is not ours to stop')('a database that goes away', () => {
  test('every method says so within 5 s', async () => {
    const database = await testDatabase();
    const store = await openStore({ uri: database.uri, database: database.name(), model });
    await store.connection.ping();
    await database.close();
    const start = Date.now();
    const calls = [
      store.connection.ping(),
      store.log.head(),
      store.entries.bySlug('Topic', ['a'], null, PUBLIC),
      store.entries.page('Topic', EVERYTHING, PUBLIC),
      store.entries.inversePages('Topic', 'resources', ['a'], EVERYTHING, PUBLIC),
      store.entries.current([{ kind: 'Topic', slug: 'a' }]),
      store.figures.series({ indicators: ['a'], areas: null, breakdowns: null, asOf: null }),
      store.log.commit({
        author: '',
        message: '',
        entries: [],
        editions: [{ indicator: 'a', digest: '', series: [] }],
      }),
      store.entries.all('Topic')[Symbol.asyncIterator]().next(),
    ];
    for (const call of calls) void call.catch(() => {});
    for (const call of calls) await expect(call).rejects.toMatchObject(silent);
    expect(Date.now() - start).toBeLessThan(5500);
    await store.close();
  }, 15_000);
});
