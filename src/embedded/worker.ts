import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { EmbeddedError } from './embedded-error.js';
import { IdleFlag } from './block-exit-until-idle.js';
import { ServerListeners } from './server-listeners.js';
import { CommandServer } from './command-server.js';
import { checkAfterCrash } from './storage/check-after-crash.js';
import { buildUri } from './storage/folder-endpoint.js';
import { openEnvironment } from './storage/lmdb-environment.js';
import { lockFolder } from './storage/folder-lock.js';
import {
  clearShutdownMarker,
  readShutdownMarker,
  folderDamagedError,
  writeShutdownMarker,
} from './storage/clean-shutdown-marker.js';
import { writeFolderFormat } from './storage/data-folder.js';
import { removeExpiredSessions } from './storage/expired-sessions.js';
import { Storage } from './storage/storage.js';
import { type RequestHandler, serveConnection } from './wire/connection.js';

/** Interval between removals of expired sessions, in milliseconds. */
const EXPIRY_INTERVAL_MS = 60_000;

/** Options of the database thread. */
export interface WorkerOptions {
  dataDir: string;
  /** Loopback port to listen on in addition to the socket; 0 for any free port. Undefined for none. */
  port: number | undefined;
  /** Name and version of the program, recorded in the folder. */
  program: string;
  /** Name of the collection, in any database, of which inserts are reported. */
  watched: string | undefined;
  /** Memory of the `IdleFlag`. */
  idle: Int32Array<SharedArrayBuffer>;
}

/** A request to the thread: to close the database, or to finish its writes because the process is exiting. */
export type WorkerRequest = 'close' | 'finish';

/** A message from the database thread to its process. */
export type WorkerMessage =
  | { kind: 'ready'; uri: string; port: number | undefined }
  | { kind: 'inserted' }
  /** An unexpected error to log. */
  | { kind: 'error'; text: string }
  | { kind: 'failed'; code: string; message: string; uri: string | undefined };

const { dataDir, port: requestedPort, program, watched: watchedCollection, idle: memory } = workerData as WorkerOptions;
const idleFlag = new IdleFlag(memory);

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
    if (storage?.commit.isSynced) await storage.environment.root.close();
    listeners.rejectConnections();
    listeners.close();
    throw error;
  }
}

async function open(listeners: ServerListeners): Promise<void> {
  const port = requestedPort === undefined ? undefined : await listeners.addPort(requestedPort);
  const lastCommit = readShutdownMarker(dataDir) === 'open' ? checkAfterCrash(dataDir) : undefined;
  writeFolderFormat(dataDir, program);
  clearShutdownMarker(dataDir);
  const openStorage = (storage = new Storage(openEnvironment(dataDir)));
  if (isFinishing) await openStorage.commit.close();
  if (lastCommit !== undefined) await confirmLastCommit(openStorage, lastCommit);
  const server = new CommandServer(openStorage, reportError);
  listeners.open((socket, address) => {
    const connection = server.createConnectionState(address);
    const handleRequest: RequestHandler = (request) => {
      const reply = server.handle(connection, request);
      if (watchedCollection === undefined || request.command.insert !== watchedCollection) return reply;
      return Promise.resolve(reply).finally(() => report({ kind: 'inserted' }));
    };
    serveConnection(socket, handleRequest, reportError);
  });
  const expiryTimer = setInterval(() => void removeExpiredSessions(openStorage).catch(reportError), EXPIRY_INTERVAL_MS);
  parentPort!.on('message', (request: WorkerRequest) => {
    if (request !== 'close') return;
    clearInterval(expiryTimer);
    listeners.rejectConnections();
    closing = close(openStorage, server, listeners);
  });
  report({ kind: 'ready', uri: buildUri(listeners.address), port });
  openStorage.sweeper.start();
}

/**
 * After a crash, verifies that LMDB opened the commit whose pages were checked. Then creates and syncs a new commit,
 * because the last one may be only in the OS page cache. On a full disk, the next write creates the new commit.
 * @throws EmbeddedError FOLDER_DAMAGED
 */
async function confirmLastCommit(storage: Storage, lastCommit: number): Promise<void> {
  const openedCommit = storage.catalogue.lastCommit();
  if (openedCommit !== undefined && openedCommit !== lastCommit) {
    throw folderDamagedError(dataDir, `its last commit is ${lastCommit}, but its pages are of commit ${openedCommit}`);
  }
  await storage.commit.run(() => {}).catch(() => {});
}

async function close(storage: Storage, server: CommandServer, listeners: ServerListeners): Promise<void> {
  await Promise.all([server.close(), storage.commit.close()]);
  await storage.sweeper.waitUntilDone();
  // Without a shutdown marker, the next start verifies the folder.
  if (storage.commit.isSynced) await storage.environment.root.close();
  if (storage.commit.isSynced) writeShutdownMarker(dataDir);
  listeners.close(); // while the listeners are open, other processes see that the folder is in use
  idleFlag.set();
  parentPort!.close();
}

async function finish(): Promise<void> {
  isFinishing = true;
  await (closing ?? storage?.commit.close());
  idleFlag.set();
}

function reportError(error: unknown): void {
  report({ kind: 'error', text: inspect(error) });
}

function report(message: WorkerMessage): void {
  parentPort!.postMessage(message);
}

// LMDB's binding rejects several promises for a failed commit. The relevant one is reported to the client.
process.on('unhandledRejection', (error) => {
  if (!(error instanceof Error && 'commitError' in error)) throw error;
});

start().catch((error: Error) => {
  const [code, uri] = error instanceof EmbeddedError ? [error.code, error.uri] : ['FOLDER_UNUSABLE', undefined];
  report({ kind: 'failed', code, message: error.message, uri });
  parentPort!.close();
});
