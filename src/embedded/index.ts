import type { Worker } from 'node:worker_threads';
import { EmbeddedError, type EmbeddedErrorCode } from './embedded-error.js';
import { IdleFlag, blockExitUntilIdle } from './block-exit-until-idle.js';
import { startThread } from './start-thread.js';
import { buildUri } from './storage/folder-endpoint.js';
import { prepareFolder } from './storage/data-folder.js';
import { rejectIfLocked } from './storage/folder-lock.js';
import type { WorkerRequest, WorkerMessage, WorkerOptions } from './worker.js';

export { EmbeddedError };

/** Options of `startEmbedded`. */
export interface EmbeddedOptions {
  /** Data folder. Created if it does not exist. */
  dataDir: string;
  /** Loopback port to listen on in addition to the socket in the folder; 0 for any free port. Default: none. */
  port?: number;
  /** Name and version, such as `Signpost 0.4.0`, recorded in the folder and reported to older versions. */
  program?: string;
  /** Calls `onInsert` for every insert command on the collection, by any client, before the reply is sent. */
  watch?: { collection: string; onInsert: () => void };
}

/** A running database. */
export interface EmbeddedDatabase {
  /** URI for MongoDB drivers. Refers to the socket in the folder or, on Windows, to a loopback port. */
  uri: string;
  /** Loopback port on which the database listens, and its URI; null if none was requested. */
  loopback: { port: number; uri: string } | null;
  /** Finishes pending writes, closes all connections and releases the folder. */
  close(): Promise<void>;
}

/**
 * Starts a MongoDB-compatible database in a separate thread.
 * @throws EmbeddedError the folder is in use, read-only, damaged or of another version, or the port is in use
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, port, watch, program = 'Signpost' } = options;
  prepareFolder(dataDir, program);
  await rejectIfLocked(dataDir);
  const idleFlag = new IdleFlag();
  const worker = startThread('worker', {
    dataDir,
    port,
    program,
    watched: watch?.collection,
    idle: idleFlag.memory,
  } satisfies WorkerOptions);
  const stopWaiting = blockExitUntilIdle(idleFlag, () => worker.postMessage('finish' satisfies WorkerRequest));
  worker.once('error', () => idleFlag.set()); // after an error, the thread runs no more writes
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      stopWaiting();
      resolve();
    });
  });
  let ready: ReadyMessage;
  try {
    ready = await whenReady(worker, dataDir);
  } catch (error) {
    await exited;
    throw error;
  }
  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'inserted') watch?.onInsert();
    if (message.kind === 'error') console.error(message.text);
  });
  worker.on('error', (error) => {
    // A bug or a failed sync: unacknowledged writes are lost. Rethrown, because continuing could lose more.
    throw error;
  });
  return {
    uri: ready.uri,
    loopback: ready.port === undefined ? null : { port: ready.port, uri: buildUri({ port: ready.port }) },
    async close() {
      worker.postMessage('close' satisfies WorkerRequest);
      await exited;
    },
  };
}

type ReadyMessage = Extract<WorkerMessage, { kind: 'ready' }>;

function whenReady(worker: Worker, dataDir: string): Promise<ReadyMessage> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') resolve(message);
      if (message.kind === 'failed')
        reject(new EmbeddedError(message.code as EmbeddedErrorCode, message.message, undefined, message.uri));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new EmbeddedError('FOLDER_UNUSABLE', `the database in "${dataDir}" exited while starting (${code})`));
    });
  });
}
