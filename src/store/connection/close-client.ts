import { MongoNetworkError } from 'mongodb';
import type { MongoClient } from 'mongodb';
import { withTimeout } from './run-operation.js';

/** Milliseconds that the driver has to close a client by itself. */
const LIMIT_MS = 3000;

/**
 * Closes a client within 3 s. The driver (7.9.0, mongo_client.ts, `_close`) sends `endSessions` first. Where the database
 * does not answer, it waits for the answer or for another server, and keeps its connections, and thereby the process,
 * until then. No ticket for this was found.
 */
export async function closeClient(client: MongoClient): Promise<void> {
  const late = () => new MongoNetworkError('the client was not closed in time');
  await withTimeout(client.close(), LIMIT_MS, late).catch(() => {
    (client as { topology?: { close(): void } }).topology?.close();
  });
}
