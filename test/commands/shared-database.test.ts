import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectDatabase } from '../../src/connect-database.js';
import { openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { seedIfEmpty } from '../../src/content/seed-database.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

let dataDir: string;
let shared: TestDatabase;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'signpost-test-'));
  shared = await testDatabase();
});
afterAll(async () => {
  await shared.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('a command uses the embedded database of a running server, which keeps running', async () => {
  const config = readConfig({ DATA_DIR: dataDir });
  await using server = await openDatabase(config, { connecting: connectDatabase(config, { shares: false }) });
  {
    await using command = await openDatabase(config);
    expect(command.uri).toBe(server.uri);
    await command.store.connection.ping();
  }
  await server.store.connection.ping();
});

test('a second server on a data folder is rejected, with the process that owns it', async () => {
  const config = readConfig({ DATA_DIR: dataDir });
  await using server = await openDatabase(config, { connecting: connectDatabase(config, { shares: false }) });
  await expect(openDatabase(config, { connecting: connectDatabase(config, { shares: false }) })).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringContaining(`in use by process ${process.pid}`),
  });
  await server.store.connection.ping();
});

test('if two servers start on an empty database, one fills it and the other continues', async () => {
  const config = readConfig({ MONGODB_URI: shared.uri, MONGODB_DB: shared.name() });
  const [one, other] = await Promise.all([openDatabase(config), openDatabase(config)]);
  await using first = one;
  await using second = other;
  const servers = [first, second];
  let looking = servers.length;
  let bothChecked = () => {};
  const looked = new Promise<void>((resolve) => (bothChecked = resolve));
  const outcomes = await Promise.all(
    servers.map((server) => {
      const head = async () => {
        const found = await server.store.log.head();
        looking -= 1;
        if (looking === 0) bothChecked();
        await looked;
        return found;
      };
      return seedIfEmpty(
        { ...server, store: { ...server.store, log: { ...server.store.log, head } } },
        'test/fixtures/valid',
      );
    }),
  );
  expect(outcomes.filter((written) => written === null)).toHaveLength(1);
  for (const { store } of servers) {
    const topics = await store.entries.currentStates([{ kind: 'Topic', slug: 'adverts' }]);
    expect([await store.log.head(), topics[0]?.revision]).toEqual([1, 1]);
  }
});
