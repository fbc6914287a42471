import { dropScratch } from './commands/aggregate-ends.js';
import { spawnSync } from 'node:child_process';
import net from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { EmbeddedError } from './embedded-error.js';
import { CommandServer } from './server.js';
import { openEnvironment } from './storage/environment.js';
import { processArguments } from './module-runner.js';
import { expire } from './storage/expiry.js';
import { breakSeal, checkSeal, damaged, putSeal } from './storage/seal.js';
import { Storage } from './storage/storage.js';
import { serveConnection } from './wire/connection.js';

/** What the thread is started with. */
export interface WorkerOptions {
  dataDir: string;
  host: string;
  port: number;
  socketPath: string | undefined;
  /** Time between two looks at what has expired, in milliseconds. */
  expireMs: number;
}

/** What the thread tells. */
export type WorkerMessage =
  { kind: 'ready'; port: number } | { kind: 'failed'; code: string; message: string } | { kind: 'closed' };

const MOST_CONNECTIONS = 1000;

async function start(options: WorkerOptions): Promise<void> {
  const { dataDir, host, port, socketPath, expireMs } = options;
  const state = checkSeal(dataDir);
  if (state === 'open') checkContents(dataDir);
  breakSeal(dataDir);
  const environment = openEnvironment(dataDir);
  const storage = new Storage(environment);
  const sockets = new Set<net.Socket>();
  const listener = net.createServer();
  listener.maxConnections = MOST_CONNECTIONS;
  await dropScratch(storage);
  await listen(listener, { host, port, socketPath });
  const address = listener.address();
  const listening = typeof address === 'object' && address ? address.port : 0;
  const server = new CommandServer(storage, socketPath ?? `${host}:${listening}`);
  listener.on('connection', (socket) => {
    const connection = server.connected();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serveConnection(socket, (request) => server.answer(connection, request));
  });
  const expiry = setInterval(() => void expire(storage).catch(console.error), expireMs);
  parentPort!.on('message', () => {
    clearInterval(expiry);
    listener.close();
    for (const socket of sockets) socket.destroy();
    server.close();
    void close(storage, dataDir);
  });
  tell({ kind: 'ready', port: listening });
  storage.sweeper.start();
}

function listen(
  listener: net.Server,
  { host, port, socketPath }: Pick<WorkerOptions, 'host' | 'port' | 'socketPath'>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    listener.once('error', (error) => {
      reject(
        new EmbeddedError('LISTEN_FAILED', `cannot listen on ${socketPath ?? `${host}:${port}`}: ${error.message}`),
      );
    });
    if (socketPath === undefined) listener.listen(port, host, resolve);
    else listener.listen(socketPath, resolve);
  });
}

/** Checks what was not closed, in a process of its own, which damaged pages may take down. */
function checkContents(dataDir: string): void {
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    [...processArguments('storage/check-folder'), dataDir],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 24,
    },
  );
  if (status !== 0)
    throw damaged(dataDir, stdout.trim().split('\n')[0] || `checking it ended with ${signal ?? status}`);
}

async function close(storage: Storage, dataDir: string): Promise<void> {
  await storage.sweeper.done();
  await storage.commit.close();
  await storage.environment.root.close();
  putSeal(dataDir);
  tell({ kind: 'closed' });
  parentPort!.close();
}

function tell(message: WorkerMessage): void {
  parentPort!.postMessage(message);
}

// LMDB's binding rejects a failed commit on several promises at once; the one that matters is answered to the client
process.on('unhandledRejection', (error) => {
  if (!(error instanceof Error && 'commitError' in error)) throw error;
});

start(workerData as WorkerOptions).catch((error: Error) => {
  const code = error instanceof EmbeddedError ? error.code : 'FOLDER_UNUSABLE';
  tell({ kind: 'failed', code, message: error.message });
  parentPort!.close();
});
