import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { pino } from 'pino';
import { expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.js';
import { startServer } from '../../src/server.js';
import { testDatabase } from '../support/test-database.js';

test('a server whose port is in use reports only that, and logs no database error', async () => {
  const database = await testDatabase();
  const otherServer = createServer().listen(0, '127.0.0.1');
  try {
    await once(otherServer, 'listening');
    const logged: string[] = [];
    const started = startServer(
      readConfig({
        MONGODB_URI: database.uri,
        MONGODB_DB: database.name(),
        CONTENT_DIR: 'test/fixtures/valid',
        PORT: String((otherServer.address() as AddressInfo).port),
      }),
      { log: pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) }) },
    );
    await expect(started).rejects.toMatchObject({ code: 'USAGE' });
    expect(logged).toEqual([]);
  } finally {
    otherServer.close();
    await database.close();
  }
});
