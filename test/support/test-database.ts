import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../src/embedded/index.js';
import { FaultProxy } from './fault-proxy.js';
import { withConnectTimeouts } from './wait-for.js';
import { SEEDED_DATABASE, seededFolder } from './seeded-folder.js';
import { sharedDatabase } from './shared-database.js';

/** A database for one test file. */
export interface TestDatabase {
  uri: string;
  /** Returns a unique database name. `name('second')` returns another one. */
  name: (suffix?: string) => string;
  /** Stops and removes the database. */
  close: () => Promise<void>;
}

/**
 * Provides databases for a test file. They are in the embedded database that all files share, or in a separate one.
 * With TEST_MONGODB_URI set, they are in that MongoDB and are removed at the end.
 *
 * @param options.seeded whether the database `name()` contains `seed/` already. Not with TEST_MONGODB_URI, where the
 *   test has to seed an empty database
 * @param options.own whether the test needs a separate database, because it stops it, makes it fail or writes to seeded
 *   content
 * @param options.fails whether its commands can be made to fail with `Faults`
 */
export async function testDatabase({ seeded = false, own = false, fails = false } = {}): Promise<TestDatabase> {
  const prefix = `test_${randomUUID().slice(0, 8)}`;
  const name = (suffix = 'store') => `${prefix}_${suffix}`;
  const uri = process.env.TEST_MONGODB_URI;
  if (uri) return { uri, name, close: () => dropDatabases(uri, prefix) };

  const nameHere = (suffix?: string) => (seeded && suffix === undefined ? SEEDED_DATABASE : name(suffix));
  if (!own) return { uri: await sharedDatabase({ seeded }), name: nameHere, close: async () => {} };
  const dataDir = seeded ? await seededFolder() : await mkdtemp(join(tmpdir(), 'signpost-test-'));
  const embedded = await startEmbedded({ dataDir });
  const port = fails ? await FaultProxy.before(embedded.uri) : null;
  return {
    uri: withConnectTimeouts(port?.uri ?? embedded.uri),
    name: nameHere,
    close: async () => {
      port?.close();
      await embedded.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function dropDatabases(uri: string, prefix: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  for (const { name } of databases) if (name.startsWith(prefix)) await client.db(name).dropDatabase();
  await client.close();
}
