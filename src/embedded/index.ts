import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { EmbeddedErrorCode } from './embedded-error.js';
import { EmbeddedError } from './embedded-error.js';
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
  const { dataDir, host = '127.0.0.1', port = 0, socketPath } = options;
  prepareFolder(dataDir);
  const release = lockFolder(dataDir);
  const worker = startWorker({ dataDir, host, port, socketPath });
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      release();
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

/** Under a compiler the thread runs the TypeScript source, after a build the JavaScript beside this file. */
function startWorker(workerData: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(fileURLToPath(new URL('./worker.js', import.meta.url)), { workerData });
  }
  const source = new URL('./worker.ts', import.meta.url).href;
  const compiler = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/cjs$/, 'mjs'),
  ).href;
  const load = `import(${JSON.stringify(compiler)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(load, { workerData, eval: true, execArgv: [] });
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
