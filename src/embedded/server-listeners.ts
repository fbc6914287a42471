import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import net from 'node:net';
import { EmbeddedError } from './embedded-error.js';
import { type Endpoint, HAS_UNIX_SOCKETS, LOOPBACK_ADDRESS, socketPath } from './storage/folder-endpoint.js';

const MAX_CONNECTIONS = 1000;

/** Serves an accepted connection. @param address address of the server, which the reply to `hello` contains */
export type ServeSocket = (socket: net.Socket, address: string) => void;

/**
 * The socket in the folder of a database, and optionally a loopback port. They accept connections before the database
 * is open, which shows that the folder is in use.
 */
export class ServerListeners {
  readonly endpoint: Endpoint;
  private readonly servers: net.Server[];
  private readonly sockets = new Set<net.Socket>();
  private pendingSockets: [net.Socket, string][] = [];
  private serve: ServeSocket = (socket, address) => this.pendingSockets.push([socket, address]);

  private constructor(
    server: net.Server,
    readonly address: { path: string } | { port: number },
    name: string,
  ) {
    this.servers = [server];
    this.endpoint = 'path' in address ? { socket: name } : address;
    this.acceptOn(server, 'path' in address ? address.path : `${LOOPBACK_ADDRESS}:${address.port}`);
  }

  /** Listens in a folder. @throws EmbeddedError FOLDER_UNUSABLE, LISTEN_FAILED */
  static async open(dataDir: string): Promise<ServerListeners> {
    if (!HAS_UNIX_SOCKETS) {
      const { server, port } = await listenOnPort(0);
      return new ServerListeners(server, { port }, '');
    }
    const name = `${randomBytes(8).toString('hex')}.sock`;
    const path = socketPath(dataDir, name);
    const server = net.createServer();
    try {
      await listen(server, { path });
      chmodSync(path, 0o600);
    } catch (error) {
      const reason = (error as Error).message;
      rmSync(path, { force: true });
      throw new EmbeddedError(
        'FOLDER_UNUSABLE',
        `the data folder "${dataDir}" cannot contain a socket (${reason}); use a folder on a local disk`,
      );
    }
    return new ServerListeners(server, { path }, name);
  }

  /** Also listens on a loopback port; 0 for any free port. Returns its number. @throws EmbeddedError LISTEN_FAILED */
  async addPort(requestedPort: number): Promise<number> {
    const { server, port } = await listenOnPort(requestedPort);
    this.servers.push(server);
    this.acceptOn(server, `${LOOPBACK_ADDRESS}:${port}`);
    return port;
  }

  private acceptOn(server: net.Server, address: string): void {
    server.maxConnections = MAX_CONNECTIONS;
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => this.sockets.delete(socket));
      this.serve(socket, address);
    });
  }

  /** Serves the connections accepted so far, and all new ones. */
  open(serve: ServeSocket): void {
    this.serve = serve;
    for (const [socket, address] of this.pendingSockets) serve(socket, address);
    this.pendingSockets = [];
  }

  /** Closes all connections and rejects new ones. Does not release the folder. */
  rejectConnections(): void {
    this.open((socket) => socket.destroy());
    for (const socket of this.sockets) socket.destroy();
  }

  close(): void {
    for (const server of this.servers) server.close();
  }
}

async function listenOnPort(requestedPort: number): Promise<{ server: net.Server; port: number }> {
  const server = net.createServer();
  try {
    await listen(server, { host: LOOPBACK_ADDRESS, port: requestedPort });
  } catch (error) {
    const reason = (error as Error).message;
    throw new EmbeddedError('LISTEN_FAILED', `cannot listen on ${LOOPBACK_ADDRESS}:${requestedPort}: ${reason}`);
  }
  return { server, port: (server.address() as net.AddressInfo).port };
}

async function listen(server: net.Server, options: net.ListenOptions): Promise<void> {
  server.listen(options);
  await once(server, 'listening');
}
