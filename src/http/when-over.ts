import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Calls back, once, when an answer was sent or its client has left; at once where it has left already. Node tells the
 * answer that is being sent that its client left, and not those that wait behind it on the same connection.
 */
export function whenOver({ raw: { socket } }: FastifyRequest, { raw }: FastifyReply, callback: () => void): void {
  if (socket.destroyed) return callback();
  const end = () => {
    raw.off('close', end);
    socket.off('close', end);
    callback();
  };
  raw.once('close', end);
  // As many may wait on one connection as a client may have under way.
  socket.setMaxListeners(0).once('close', end);
}
