import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';

export interface SlowClientLimits {
  /** Time after which a client that does not read is disconnected, in milliseconds. */
  maxIdleMs: number;
  /** Maximum number of buffered bytes of all clients. Beyond it, clients that have waited longest are disconnected. */
  maxBufferedBytes: number;
}

/**
 * Disconnects clients that do not read their responses, because unread responses remain in memory. Node's timeouts
 * cover only requests. Bytes in kernel buffers do not count. Returns the set of open connections.
 */
export function disconnectSlowClients(
  server: Server,
  log: Logger,
  { maxIdleMs, maxBufferedBytes }: SlowClientLimits,
): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  /** Time since which a client's buffer has not been empty, by connection. */
  const waiting = new Map<Socket, number>();
  let timer: NodeJS.Timeout | null = null;
  server.on('connection', (socket) => {
    sockets.add(socket);
    timer ??= setInterval(check, Math.min(1000, maxIdleMs / 4)).unref();
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
  const check = () => {
    if (sockets.size === 0) return stop();
    const now = performance.now();
    let bytes = 0;
    for (const socket of sockets) {
      bytes += socket.writableLength;
      if (socket.writableLength === 0) waiting.delete(socket);
      else if (!waiting.has(socket)) waiting.set(socket, now);
    }
    // The map is ordered by waiting time: clients that have waited longest come first.
    for (const [socket, since] of waiting) {
      if (now - since < maxIdleMs && bytes <= maxBufferedBytes) break;
      bytes -= socket.writableLength;
      log.info({ client: socket.remoteAddress, bytes: socket.writableLength }, 'a client did not read its response');
      socket.resetAndDestroy();
    }
  };
  server.once('close', stop);
  return sockets;
}
