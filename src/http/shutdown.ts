import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextPoll, setTimeout as delay } from 'node:timers/promises';

/** How long requests wait before the listener closes, in milliseconds. */
const HOLD_MS = 100;
/** How long a new connection may take to send its first byte after that, in milliseconds. */
const LINGER_MS = 100;

/**
 * Closes a listener without resetting connections.
 * The kernel resets connections that are not accepted when the listener closes. So requests wait for a moment before it
 * does: a client that waits for a response opens no connection. They are answered once the listener is closed.
 */
export class Shutdown {
  private waiting: (() => void)[] | null = null;

  /** Wraps a request handler so that its requests can wait. */
  wrap(handler: RequestListener): RequestListener {
    return (request, response) => {
      if (this.waiting) this.waiting.push(() => handler(request, response));
      else handler(request, response);
    };
  }

  /** Closes the listener and idle connections; requests in flight go on. */
  async stopListening(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
    if (!server.listening) return;
    this.waiting = [];
    await delay(HOLD_MS);
    // Connections that wait in the kernel are accepted before this continues.
    await nextPoll();
    server.close();
    const { waiting } = this;
    this.waiting = null;
    for (const handle of waiting) handle();
    await delay(LINGER_MS);
    await nextPoll();
    // Browsers open connections before they need them; Node would wait for their first request.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.end();
    await delay(LINGER_MS);
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  }
}
