import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Db, MongoClient, type MongoClientOptions } from 'mongodb';
import { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from '../../src/embedded/index.js';

/** A database in a temporary folder, a client of it, and a function that closes both. */
export interface ScratchDatabase {
  dataDir: string;
  database: EmbeddedDatabase;
  client: MongoClient;
  db: Db;
  /** Opens another client, which is closed with the database. */
  connect: (options?: MongoClientOptions) => Promise<MongoClient>;
  stop: () => Promise<void>;
}

/** Creates a folder that is removed after the test. */
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

/** Returns the socket path of a connection string. */
export function socketOf(uri: string): string {
  return decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(uri)![1]!);
}

/** Returns a seeded generator of numbers from 0 to below 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Whether to run the long versions of the tests. */
export const isLong = process.env.LONG === '1';

/** Returns the code and the message of the error with which a command is rejected. */
export async function commandError(answer: Promise<unknown>): Promise<[unknown, string]> {
  const error = await answer.then(
    () => new Error('it was answered'),
    (reason: Error) => reason,
  );
  return [(error as { code?: number }).code, error.message];
}
