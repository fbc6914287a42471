import type { Worker } from 'node:worker_threads';
import type { EmbeddedErrorCode } from './embedded-error.js';
import { EmbeddedError } from './embedded-error.js';
import { startThread } from './module-runner.js';
import { prepareFolder } from './storage/folder.js';
import { lockFolder } from './storage/folder-lock.js';
import type { WorkerMessage, WorkerOptions } from './worker.js';

export { EmbeddedError };
export type { EmbeddedErrorCode };

/** Where the database keeps its data and listens. */
export interface EmbeddedOptions {
  /** Made when it is not there. */
  dataDir: string;
  host?: '127.0.0.1';
  /** 0 is any free one. */
  port?: number;
  /** A Unix socket to listen on instead of a port. */
  socketPath?: string;
  /** Time between two looks at what the TTL indexes say is over, in milliseconds; a minute. */
  expireMs?: number;
}

/** A running database. */
export interface EmbeddedDatabase {
  /** For any MongoDB client. */
  uri: string;
  host: string;
  /** 0 when it listens on a socket. */
  port: number;
  /** Finishes the writes under way, closes every connection and lets the folder go. */
  close(): Promise<void>;
}

/**
 * Starts a MongoDB-compatible database in a thread of its own.
 *
 * @throws EmbeddedError  the folder is in use, read-only, damaged or of another version, or the port is taken
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, host = '127.0.0.1', port = 0, socketPath, expireMs = 60_000 } = options;
  prepareFolder(dataDir);
  const lock = lockFolder(dataDir);
  const worker = startThread('worker', { dataDir, host, port, socketPath, expireMs } satisfies WorkerOptions);
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      lock.release();
      resolve();
    });
  });
  let listening: number;
  try {
    listening = await ready(worker, dataDir);
  } catch (error) {
    await worker.terminate();
    await ended;
    throw error;
  }
  worker.on('error', (error) => {
    // a defect, or a sync that failed: what is not acknowledged is lost, and to go on could lose more
    throw error;
  });
  const uri =
    socketPath === undefined
      ? `mongodb://${host}:${listening}/?directConnection=true`
      : `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true`;
  lock.announce(uri);
  return {
    uri,
    host,
    port: listening,
    async close() {
      worker.postMessage('close');
      await ended;
    },
  };
}

function ready(worker: Worker, dataDir: string): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') resolve(message.port);
      else if (message.kind === 'failed') reject(new EmbeddedError(message.code as EmbeddedErrorCode, message.message));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new EmbeddedError('FOLDER_UNUSABLE', `the database in "${dataDir}" ended while it started (${code})`));
    });
  });
}
