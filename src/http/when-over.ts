import type { FastifyReply, FastifyRequest } from 'fastify';

/** Whether the client of a request has left, so that nobody waits for its answer. */
export function hasLeft({ raw: { socket } }: FastifyRequest): boolean {
  return socket.destroyed;
}

/**
 * Calls back, once, when an answer was sent or its client has left; at once where it has left already. Node tells the
 * answer that is being sent that its client left, and not those that wait behind it on the same connection.
 */
export function whenOver(request: FastifyRequest, { raw }: FastifyReply, callback: () => void): void {
  if (hasLeft(request)) return callback();
  const { socket } = request.raw;
  let isOver = false;
  const end = () => {
    // Where the answer hears of the end by its connection, the connection tells both.
    if (isOver) return;
    isOver = true;
    raw.off('close', end);
    socket.off('close', end);
    callback();
  };
  raw.once('close', end);
  // As many may wait on one connection as a client may have under way.
  socket.setMaxListeners(0).once('close', end);
}
