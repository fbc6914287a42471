import net from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { EmbeddedError } from './embedded-error.js';
import { CommandServer } from './server.js';
import { openEnvironment } from './storage/environment.js';
import { removeRange } from './storage/remove-range.js';
import { Storage } from './storage/storage.js';
import { serveConnection } from './wire/connection.js';

/** What the thread is started with. */
export interface WorkerOptions {
  dataDir: string;
  host: string;
  port: number;
  socketPath: string | undefined;
}

/** What the thread tells. */
export type WorkerMessage =
  { kind: 'ready'; port: number } | { kind: 'failed'; code: string; message: string } | { kind: 'closed' };

const MOST_CONNECTIONS = 1000;

async function start({ dataDir, host, port, socketPath }: WorkerOptions): Promise<void> {
  const environment = openEnvironment(dataDir);
  const storage = new Storage(environment, (error) =>
    tell({ kind: 'failed', code: error.code, message: error.message }),
  );
  const sockets = new Set<net.Socket>();
  const listener = net.createServer();
  listener.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    listener.once('error', (error) =>
      reject(
        new EmbeddedError('LISTEN_FAILED', `cannot listen on ${socketPath ?? `${host}:${port}`}: ${error.message}`),
      ),
    );
    if (socketPath === undefined) listener.listen(port, host, resolve);
    else listener.listen(socketPath, resolve);
  });
  const address = listener.address();
  const listening = typeof address === 'object' && address ? address.port : 0;
  const server = new CommandServer(storage, socketPath ?? `${host}:${listening}`);
  listener.on('connection', (socket) => {
    const connection = server.connected();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serveConnection(socket, (request) => server.answer(connection, request));
  });
  parentPort!.on('message', () => {
    listener.close();
    for (const socket of sockets) socket.destroy();
    server.close();
    void storage.commit.close().then(async () => {
      await environment.root.close();
      tell({ kind: 'closed' });
      parentPort!.close();
    });
  });
  tell({ kind: 'ready', port: listening });
  await removeRange(storage);
}

function tell(message: WorkerMessage): void {
  parentPort!.postMessage(message);
}

start(workerData as WorkerOptions).catch((error: Error) => {
  const code = error instanceof EmbeddedError ? error.code : 'FOLDER_UNUSABLE';
  tell({ kind: 'failed', code, message: error.message });
  parentPort!.close();
});
