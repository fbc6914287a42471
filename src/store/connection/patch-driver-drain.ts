import type { EventEmitter } from 'node:events';
// @ts-expect-error: the driver has no types for its internal files.
import { Connection } from 'mongodb/lib/cmap/connection.js';

/*
 * Works around a bug in the driver (7.9.0, cmap/connection.ts, `writeCommand`): an operation never settles if its socket
 * closes while it waits for `drain`. If the server has just closed the connection, `write` returns false, and the socket
 * emits only `close`, but neither `drain` nor `error`. If the operation is a heartbeat, the monitor waits forever, and
 * the client never finds the server again. NODE-6370 reports another operation that waits for `drain` forever. No ticket
 * for this one was found.
 *
 * The workaround emits `drain` on a closed socket after the driver has recorded the closure. The operation then rejects.
 */
interface DriverConnection {
  socket: EventEmitter;
  onClose(): void;
}

const { prototype } = Connection as { prototype: DriverConnection };
const { onClose } = prototype;
prototype.onClose = function (this: DriverConnection) {
  onClose.call(this);
  this.socket.emit('drain');
};
