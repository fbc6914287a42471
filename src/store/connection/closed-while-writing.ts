import type { EventEmitter } from 'node:events';
// @ts-expect-error: the driver has no types for its single files.
import { Connection } from 'mongodb/lib/cmap/connection.js';

/*
 * Works around a fault of the driver (7.9.0, cmap/connection.ts, `writeCommand`): the operation never settles when its
 * socket closes while it waits for `drain`. A socket that the server has just ended returns false from `write` and emits
 * neither `drain` nor `error`, only `close`. Where the operation is a check of the server, the monitor stays busy for
 * ever, and the client never finds the server again. NODE-6370 reports another operation that waits for `drain` for ever;
 * no ticket for this one was found.
 *
 * Here a closed socket emits `drain` once the driver has noted that it is closed: the operation goes on, and rejects.
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
