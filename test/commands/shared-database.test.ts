import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/commands/database.js';
import { readConfig } from '../../src/config.js';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'signpost-test-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test('a command works on the embedded database of a server that runs, and leaves it running', async () => {
  const config = readConfig({ DATA_DIR: dataDir });
  await using server = await openDatabase(config, { shares: false });
  {
    await using command = await openDatabase(config);
    expect(command.uri).toBe(server.uri);
    await command.store.ping();
  }
  await server.store.ping();
});

test('a second server is refused, with the process that holds the folder', async () => {
  const config = readConfig({ DATA_DIR: dataDir });
  await using server = await openDatabase(config, { shares: false });
  await expect(openDatabase(config, { shares: false })).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
    message: expect.stringContaining(`in use by process ${process.pid}`),
  });
  await server.store.ping();
});
