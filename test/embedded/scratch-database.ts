import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Db, MongoClientOptions } from 'mongodb';
import { MongoClient } from 'mongodb';
import type { EmbeddedDatabase, EmbeddedOptions } from '../../src/embedded/index.js';
import { startEmbedded } from '../../src/embedded/index.js';

/** A database in a folder of its own, a client of it, and an end to both. */
export interface ScratchDatabase {
  dataDir: string;
  database: EmbeddedDatabase;
  client: MongoClient;
  db: Db;
  /** Another client, closed with the rest. */
  connect: (options?: MongoClientOptions) => Promise<MongoClient>;
  stop: () => Promise<void>;
}

/** A folder that is gone after the test. */
export function scratchFolder(): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'embedded-'));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** Starts a database for a test file. */
export async function scratchDatabase(options: Partial<EmbeddedOptions> = {}): Promise<ScratchDatabase> {
  const { dataDir, remove } = scratchFolder();
  const database = await startEmbedded({ dataDir, ...options });
  const clients: MongoClient[] = [];
  const connect = async (clientOptions: MongoClientOptions = {}) => {
    const client = new MongoClient(database.uri, clientOptions);
    clients.push(client);
    return client.connect();
  };
  const client = await connect();
  return {
    dataDir,
    database,
    client,
    db: client.db('test'),
    connect,
    async stop() {
      for (const each of clients) await each.close();
      await database.close();
      remove();
    },
  };
}

/** The path of the socket that a URI leads to. */
export function socketOf(uri: string): string {
  return decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(uri)![1]!);
}

/** Small numbers that look random and are the same each time. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** True when the long versions of the tests are to run. */
export const isLong = process.env.LONG === '1';

/** The code and the message of what must fail. */
export async function refusal(answer: Promise<unknown>): Promise<[unknown, string]> {
  const error = await answer.then(
    () => new Error('it was answered'),
    (reason: Error) => reason,
  );
  return [(error as { code?: number }).code, error.message];
}
