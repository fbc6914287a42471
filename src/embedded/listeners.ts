import { randomBytes } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import net from 'node:net';
import { EmbeddedError } from './embedded-error.js';
import type { Endpoint } from './storage/endpoint.js';
import { HAS_SOCKETS, LOOPBACK, socketPath } from './storage/endpoint.js';

const MOST_CONNECTIONS = 1000;

/** Serves a connection; the address is how the client knows the server. */
export type Serve = (socket: net.Socket, address: string) => void;

/**
 * Where clients come in: the folder's endpoint and, if it is wanted, a loopback port.
 *
 * They listen before the database is open, since that shows that the folder has an owner; whoever comes waits.
 */
export class Listeners {
  /** Of the folder, as others in the folder read it. */
  readonly endpoint: Endpoint;
  private readonly servers: net.Server[];
  private readonly sockets = new Set<net.Socket>();
  private waiting: [net.Socket, string][] = [];
  private serve: Serve = (socket, address) => this.waiting.push([socket, address]);

  private constructor(
    server: net.Server,
    /** What a driver connects to. */
    readonly address: { path: string } | { port: number },
    name: string,
  ) {
    this.servers = [server];
    this.endpoint = 'path' in address ? { socket: name } : address;
    this.welcome(server, 'path' in address ? address.path : `${LOOPBACK}:${address.port}`);
  }

  /**
   * Listens in a folder.
   *
   * @throws EmbeddedError FOLDER_UNUSABLE  its volume holds no sockets, or is full; LISTEN_FAILED
   */
  static async open(dataDir: string): Promise<Listeners> {
    if (!HAS_SOCKETS) {
      const { server, port } = await listenOnPort(0);
      return new Listeners(server, { port }, '');
    }
    const name = `${randomBytes(8).toString('hex')}.sock`;
    const path = socketPath(dataDir, name);
    const server = net.createServer();
    try {
      await listen(server, { path });
      chmodSync(path, 0o600);
    } catch (error) {
      const why = (error as Error).message;
      rmSync(path, { force: true });
      throw new EmbeddedError(
        'FOLDER_UNUSABLE',
        `the data folder "${dataDir}" can hold no socket (${why}); use a folder on a local disk`,
      );
    }
    return new Listeners(server, { path }, name);
  }

  /** Listens on a loopback port as well; 0 is any free one. @throws EmbeddedError LISTEN_FAILED */
  async addPort(wanted: number): Promise<number> {
    const { server, port } = await listenOnPort(wanted);
    this.servers.push(server);
    this.welcome(server, `${LOOPBACK}:${port}`);
    return port;
  }

  private welcome(server: net.Server, address: string): void {
    server.maxConnections = MOST_CONNECTIONS;
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => this.sockets.delete(socket));
      this.serve(socket, address);
    });
  }

  /** Serves those who wait and those who come. */
  open(serve: Serve): void {
    this.serve = serve;
    for (const [socket, address] of this.waiting) serve(socket, address);
    this.waiting = [];
  }

  /** Ends all connections and those that come; the folder still has an owner. */
  turnAway(): void {
    this.open((socket) => socket.destroy());
    for (const socket of this.sockets) socket.destroy();
  }

  /** Listens no more. */
  close(): void {
    for (const server of this.servers) server.close();
  }
}

async function listenOnPort(wanted: number): Promise<{ server: net.Server; port: number }> {
  const server = net.createServer();
  try {
    await listen(server, { host: LOOPBACK, port: wanted });
  } catch (error) {
    const why = (error as Error).message;
    throw new EmbeddedError('LISTEN_FAILED', `cannot listen on ${LOOPBACK}:${wanted}: ${why}`);
  }
  return { server, port: (server.address() as net.AddressInfo).port };
}

function listen(server: net.Server, where: net.ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
