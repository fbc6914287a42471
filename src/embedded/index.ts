import type { Worker } from 'node:worker_threads';
import type { EmbeddedErrorCode } from './embedded-error.js';
import { EmbeddedError } from './embedded-error.js';
import { IdleFlag, waitAtExit } from './exit-guard.js';
import { startThread } from './module-runner.js';
import { buildUri } from './storage/endpoint.js';
import { prepareFolder } from './storage/folder.js';
import { rejectIfLocked } from './storage/folder-lock.js';
import type { WorkerRequest, WorkerMessage, WorkerOptions } from './worker.js';

export { EmbeddedError };

/** Where the database keeps its data and listens. */
export interface EmbeddedOptions {
  /** Made when it is not there. */
  dataDir: string;
  /** A loopback port to listen on as well as on the folder's socket, 0 being any free one; none unless given. */
  port?: number;
  /** Name and version of the program, recorded in the folder and shown to older versions: `Signpost 0.4.0`. */
  program?: string;
  /** Calls back for every insert into a collection, whoever makes it, before they are answered. */
  watch?: { collection: string; onInsert: () => void };
}

/** A running database. */
export interface EmbeddedDatabase {
  /** For MongoDB's drivers: the socket in the folder or, on Windows, a loopback port. */
  uri: string;
  /** The loopback port that was asked for, and its URI; `null` where none was. */
  loopback: { port: number; uri: string } | null;
  /** Finishes the writes under way, closes every connection and lets the folder go. */
  close(): Promise<void>;
}

/**
 * Starts a MongoDB-compatible database in a thread of its own.
 *
 * @throws EmbeddedError  the folder is in use, read-only, damaged or of another version, or the port is taken
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, port, watch, program = 'Signpost' } = options;
  prepareFolder(dataDir, program);
  await rejectIfLocked(dataDir);
  const idle = new IdleFlag();
  const worker = startThread('worker', {
    dataDir,
    port,
    program,
    watched: watch?.collection,
    idle: idle.memory,
  } satisfies WorkerOptions);
  const stopWaiting = waitAtExit(idle, () => worker.postMessage('finish' satisfies WorkerRequest));
  worker.once('error', () => idle.set()); // it has ended already
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      stopWaiting();
      resolve();
    });
  });
  let ready: ReadyMessage;
  try {
    ready = await whenReady(worker, dataDir);
  } catch (error) {
    await ended;
    throw error;
  }
  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'inserted') watch?.onInsert();
    if (message.kind === 'error') console.error(message.text);
  });
  worker.on('error', (error) => {
    // a defect, or a sync that failed: what is not acknowledged is lost, and to go on could lose more
    throw error;
  });
  return {
    uri: ready.uri,
    loopback: ready.port === undefined ? null : { port: ready.port, uri: buildUri({ port: ready.port }) },
    async close() {
      worker.postMessage('close' satisfies WorkerRequest);
      await ended;
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
      reject(new EmbeddedError('FOLDER_UNUSABLE', `the database in "${dataDir}" ended while it started (${code})`));
    });
  });
}
