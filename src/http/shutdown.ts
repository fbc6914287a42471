import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextPoll, setTimeout as delay } from 'node:timers/promises';

/** Delay before the listener closes, in milliseconds. Requests are held during this time. */
const HOLD_REQUESTS_MS = 100;
/** Time after the listener closes in which unused connections can send a first byte, in milliseconds. */
const FIRST_BYTE_MS = 2_000;
const FIRST_BYTE_POLL_MS = 20;
/** Time between the end of an unused connection and its removal, in milliseconds. */
const LINGER_MS = 100;

/**
 * Closes a listener without resetting connections. The kernel resets connections that are still in the accept queue at
 * that time. Requests are therefore held briefly, and answered after the listener is closed: waiting clients open no
 * new connections.
 */
export class Shutdown {
  private heldRequests: (() => void)[] | null = null;

  /** Returns a request listener that calls a handler, but holds requests while the listener closes. */
  wrap(handler: RequestListener): RequestListener {
    return (request, response) => {
      if (this.heldRequests) this.heldRequests.push(() => handler(request, response));
      else handler(request, response);
    };
  }

  /** Closes the listener and unused connections. Requests in flight continue. */
  async stopListening(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
    if (!server.listening) return;
    this.heldRequests = [];
    await delay(HOLD_REQUESTS_MS);
    await acceptQueued(server);
    server.close();
    const { heldRequests } = this;
    this.heldRequests = null;
    for (const handle of heldRequests) handle();
    const unusedSockets = () => [...sockets].filter((socket) => socket.bytesRead === 0);
    for (let waitedMs = 0; waitedMs < FIRST_BYTE_MS && unusedSockets().length > 0; waitedMs += FIRST_BYTE_POLL_MS)
      await delay(FIRST_BYTE_POLL_MS);
    // Browsers open connections in advance; Node would wait for their first request.
    for (const socket of unusedSockets()) socket.end();
    await delay(LINGER_MS);
    await nextPoll();
    for (const socket of unusedSockets()) socket.destroy();
  }
}

/** Accepts the connections in the kernel's queue. Node accepts one in each turn of its event loop. */
async function acceptQueued(server: Server): Promise<void> {
  let acceptedCount: number;
  const count = () => (acceptedCount += 1);
  server.on('connection', count);
  do {
    acceptedCount = 0;
    await nextPoll();
  } while (acceptedCount > 0);
  server.off('connection', count);
}
