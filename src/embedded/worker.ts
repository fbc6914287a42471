import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { EmbeddedError } from './embedded-error.js';
import { IdleFlag } from './exit-guard.js';
import { ServerListeners } from './listeners.js';
import { CommandServer } from './server.js';
import { checkAfterCrash } from './storage/check-after-crash.js';
import { buildUri } from './storage/endpoint.js';
import { openEnvironment } from './storage/environment.js';
import { lockFolder } from './storage/folder-lock.js';
import {
  clearShutdownMarker,
  readShutdownMarker,
  folderDamagedError,
  writeShutdownMarker,
} from './storage/clean-shutdown-marker.js';
import { markFormat } from './storage/folder.js';
import { removeExpiredSessions } from './storage/expired-sessions.js';
import { Storage } from './storage/storage.js';
import type { RequestHandler } from './wire/connection.js';
import { serveConnection } from './wire/connection.js';

/** Time between two looks at which sessions are gone, in milliseconds. */
const FORGET_MS = 60_000;

/** What the thread is started with. */
export interface WorkerOptions {
  dataDir: string;
  /** A loopback port to listen on as well; 0 is any free one. */
  port: number | undefined;
  /** Name and version of the program, recorded in the folder. */
  program: string;
  /** The collection of which inserts are told, in any database. */
  watched: string | undefined;
  /** Memory of the `IdleFlag`. */
  idle: Int32Array<SharedArrayBuffer>;
}

/** A request to the thread: to close, or to finish its writes because the process ends. */
export type WorkerRequest = 'close' | 'finish';

/** A message from the thread. */
export type WorkerMessage =
  | { kind: 'ready'; uri: string; port: number | undefined }
  | { kind: 'inserted' }
  /** An unexpected error, to be logged. */
  | { kind: 'error'; text: string }
  | { kind: 'failed'; code: string; message: string; uri: string | undefined };

const { dataDir, port: requestedPort, program, watched, idle: memory } = workerData as WorkerOptions;
const idle = new IdleFlag(memory);

let storage: Storage | undefined;
let isFinishing = false;
let closing: Promise<void> | undefined;

parentPort!.on('message', (request: WorkerRequest) => {
  if (request === 'finish') void finish();
});

async function start(): Promise<void> {
  const listeners = await ServerListeners.open(dataDir);
  try {
    await lockFolder(dataDir, listeners.endpoint);
    await open(listeners);
  } catch (error) {
    if (storage?.commit.isSound) await storage.environment.root.close();
    listeners.turnAway();
    listeners.close();
    throw error;
  }
}

async function open(listeners: ServerListeners): Promise<void> {
  const port = requestedPort === undefined ? undefined : await listeners.addPort(requestedPort);
  const lastCommit = readShutdownMarker(dataDir) === 'open' ? checkAfterCrash(dataDir) : undefined;
  markFormat(dataDir, program);
  clearShutdownMarker(dataDir);
  const opened = (storage = new Storage(openEnvironment(dataDir)));
  if (isFinishing) await opened.commit.close();
  if (lastCommit !== undefined) await settle(opened, lastCommit);
  const server = new CommandServer(opened, reportError);
  listeners.open((socket, address) => {
    const connection = server.connected(address);
    const answer: RequestHandler = (request) => {
      const reply = server.answer(connection, request);
      if (watched === undefined || request.command.insert !== watched) return reply;
      return Promise.resolve(reply).finally(() => report({ kind: 'inserted' }));
    };
    serveConnection(socket, answer, reportError);
  });
  const expiry = setInterval(() => void removeExpiredSessions(opened).catch(reportError), FORGET_MS);
  parentPort!.on('message', (request: WorkerRequest) => {
    if (request !== 'close') return;
    clearInterval(expiry);
    listeners.turnAway();
    closing = close(opened, server, listeners);
  });
  report({ kind: 'ready', uri: buildUri(listeners.address), port });
  opened.sweeper.start();
}

/**
 * After a crash: sees that LMDB started from the commit that was checked, and makes one more.
 *
 * The last one may be in the system's cache alone, and somebody who asks again for a write of it would be told that it
 * is done. On a full disk that has to wait for the next write.
 *
 * @throws EmbeddedError FOLDER_DAMAGED
 */
async function settle(opened: Storage, lastCommit: number): Promise<void> {
  const found = opened.catalogue.lastCommit();
  if (found !== undefined && found !== lastCommit) {
    throw folderDamagedError(dataDir, `its last commit is ${lastCommit}, but what it leads to is of commit ${found}`);
  }
  await opened.commit.run(() => {}).catch(() => {});
}

async function close(opened: Storage, server: CommandServer, listeners: ServerListeners): Promise<void> {
  await Promise.all([server.close(), opened.commit.close()]);
  await opened.sweeper.done();
  // where it is not, the next start has to look
  if (opened.commit.isSound) await opened.environment.root.close();
  if (opened.commit.isSound) writeShutdownMarker(dataDir);
  listeners.close(); // the folder has an owner until here
  idle.set();
  parentPort!.close();
}

async function finish(): Promise<void> {
  isFinishing = true;
  await (closing ?? storage?.commit.close());
  idle.set();
}

function reportError(error: unknown): void {
  report({ kind: 'error', text: inspect(error) });
}

function report(message: WorkerMessage): void {
  parentPort!.postMessage(message);
}

// LMDB's binding rejects a failed commit on several promises at once; the one that matters is answered to the client
process.on('unhandledRejection', (error) => {
  if (!(error instanceof Error && 'commitError' in error)) throw error;
});

start().catch((error: Error) => {
  const [code, uri] = error instanceof EmbeddedError ? [error.code, error.uri] : ['FOLDER_UNUSABLE', undefined];
  report({ kind: 'failed', code, message: error.message, uri });
  parentPort!.close();
});
