import { type MongoClient, MongoNetworkError } from 'mongodb';
import { withTimeout } from './run-operation.js';

/** Timeout of closing a client through the driver, in milliseconds. */
const CLOSE_TIMEOUT_MS = 3000;

/**
 * Closes a client within 3 s. The driver (7.9.0, mongo_client.ts, `_close`) sends `endSessions` first, and waits for an
 * unresponsive database or another server. Its open connections then keep the process alive. No bug report is known.
 */
export async function closeClient(client: MongoClient): Promise<void> {
  const timeoutError = () => new MongoNetworkError('timeout while closing the client');
  await withTimeout(client.close(), CLOSE_TIMEOUT_MS, timeoutError).catch(() => {
    (client as { topology?: { close(): void } }).topology?.close();
  });
}
