import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';

/** How long answers may wait to be read by their clients. */
export interface ReadingLimits {
  /** Milliseconds after which a client that has not taken all that was written to it is cut off. */
  patienceMs: number;
  /** Bytes that may wait for all clients together. Beyond them, those who have waited longest are cut off at once. */
  waitingBytes: number;
}

/**
 * Cuts off clients that do not read their answers: what is written to them stays in memory until they do. Node's own
 * timeouts end with the request. What the kernel has taken over does not count as waiting.
 *
 * @returns the connections that are open
 */
export function cutSlowReaders(
  server: Server,
  log: Logger,
  { patienceMs, waitingBytes }: ReadingLimits,
): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  /** Since when something has waited for a client without ever being taken whole. */
  const waiting = new Map<Socket, number>();
  let timer: NodeJS.Timeout | null = null;
  server.on('connection', (socket) => {
    sockets.add(socket);
    timer ??= setInterval(look, Math.min(1000, patienceMs / 4)).unref();
    socket.on('drain', () => waiting.delete(socket));
    socket.once('close', () => {
      sockets.delete(socket);
      waiting.delete(socket);
    });
  });
  const stop = () => {
    if (timer) clearInterval(timer);
    timer = null;
  };
  const look = () => {
    if (sockets.size === 0) return stop();
    const now = performance.now();
    let bytes = 0;
    for (const socket of sockets) {
      bytes += socket.writableLength;
      if (socket.writableLength === 0) waiting.delete(socket);
      else if (!waiting.has(socket)) waiting.set(socket, now);
    }
    // In the order in which they began to wait.
    for (const [socket, since] of waiting) {
      if (now - since < patienceMs && bytes <= waitingBytes) break;
      bytes -= socket.writableLength;
      log.info({ client: socket.remoteAddress, bytes: socket.writableLength }, 'a client did not read its answer');
      socket.resetAndDestroy();
    }
  };
  server.once('close', stop);
  return sockets;
}
