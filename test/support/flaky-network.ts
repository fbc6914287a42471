import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * Treatment of connections: forwarded, reset at once, accepted but never answered, closed after the first response, or
 * delayed until the network is open again.
 */
export type NetworkMode = 'OPEN' | 'RESET' | 'SWALLOW' | 'HANG_UP' | 'HOLD';

/** A simulated network between a client and a database that can fail. */
export class FlakyNetwork {
  private mode: NetworkMode = 'OPEN';
  private readonly sockets = new Set<Socket>();
  private readonly delayed: (() => void)[] = [];
  private readonly swallowed = new WeakSet<Socket>();
  private readonly server: Server = createServer((socket) => this.take(socket));

  private constructor(private readonly target: URL) {}

  /** Creates a network in front of the database at a connection string. */
  static async before(uri: string): Promise<FlakyNetwork> {
    const network = new FlakyNetwork(new URL(uri));
    network.server.listen(0, '127.0.0.1');
    await once(network.server, 'listening');
    return network;
  }

  /** The connection string of the database through this network. */
  get uri(): string {
    return `mongodb://127.0.0.1:${(this.server.address() as AddressInfo).port}/?directConnection=true`;
  }

  /** Number of open connections. */
  get connections(): number {
    return this.sockets.size;
  }

  /** Changes the treatment of connections, including open ones. */
  setMode(mode: NetworkMode): void {
    this.mode = mode;
    if (mode === 'OPEN') this.delayed.splice(0).forEach((pass) => pass());
    if (mode === 'OPEN' || mode === 'HOLD') return;
    for (const socket of this.sockets) {
      if (mode === 'RESET') socket.resetAndDestroy();
      else if (mode === 'HANG_UP') socket.end();
      else this.swallowed.add(socket);
    }
  }

  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private take(socket: Socket): void {
    socket.on('error', () => {});
    if (this.mode === 'RESET') return void socket.resetAndDestroy();
    if (this.mode === 'SWALLOW') this.swallowed.add(socket);
    this.sockets.add(socket);
    const database = this.reach();
    database.on('error', () => {});
    socket.on('data', (bytes) => this.swallowed.has(socket) || database.write(bytes));
    database.on('data', (bytes) => {
      if (this.swallowed.has(socket)) return;
      if (this.mode === 'HOLD') this.delayed.push(() => socket.write(bytes));
      else if (this.mode === 'HANG_UP') socket.end(bytes);
      else socket.write(bytes);
    });
    database.on('close', () => socket.destroy());
    socket.on('close', () => {
      this.sockets.delete(socket);
      database.destroy();
    });
  }

  private reach(): Socket {
    const host = decodeURIComponent(this.target.hostname);
    return host.startsWith('/') ? connect(host) : connect(Number(this.target.port || 27017), host);
  }
}
