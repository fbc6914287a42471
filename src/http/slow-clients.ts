import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';

export interface SlowClientLimits {
  /** Time after which a client that reads nothing is disconnected, in milliseconds. */
  maxIdleMs: number;
  /** Maximum number of buffered bytes of all clients. Beyond it, the clients idle longest are disconnected. */
  maxBufferedBytes: number;
}

/** Maximum time between two checks, in milliseconds. Idle time is counted in checks, which a busy server delays. */
const MAX_CHECK_INTERVAL_MS = 1000;

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
  /** For each client with unread bytes: the bytes it has read, and the number of checks since it last read more. */
  const waiting = new Map<Socket, { read: number; checks: number }>();
  const interval = Math.min(MAX_CHECK_INTERVAL_MS, maxIdleMs / 4);
  let timer: NodeJS.Timeout | null = null;
  server.on('connection', (socket) => {
    sockets.add(socket);
    timer ??= setInterval(check, interval).unref();
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
    let bytes = 0;
    for (const socket of sockets) {
      bytes += socket.writableLength;
      const [read, before] = [countSentBytes(socket), waiting.get(socket)];
      const isWaiting = socket.writableLength > 0;
      if (isWaiting && before?.read === read) before.checks += 1;
      else {
        // Moves a client that has read to the end, so that those that have waited longest come first.
        waiting.delete(socket);
        if (isWaiting) waiting.set(socket, { read, checks: 0 });
      }
    }
    for (const [socket, { checks }] of waiting) {
      if (checks * interval < maxIdleMs && bytes <= maxBufferedBytes) break;
      bytes -= socket.writableLength;
      log.info({ client: socket.remoteAddress, bytes: socket.writableLength }, 'a client did not read its response');
      socket.resetAndDestroy();
    }
  };
  server.once('close', stop);
  return sockets;
}

/** Returns the number of bytes passed to the kernel. `writableLength` counts a large write until it is complete. */
function countSentBytes(socket: Socket): number {
  // Node's own socket timeout detects progress by these properties too.
  const { _handle: handle } = socket as { _handle?: { bytesWritten: number; writeQueueSize: number } | null };
  return handle ? handle.bytesWritten - handle.writeQueueSize : 0;
}
