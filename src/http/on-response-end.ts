import type { FastifyReply, FastifyRequest } from 'fastify';

/** Whether the client of a request has disconnected. */
export function isDisconnected({ raw: { socket } }: FastifyRequest): boolean {
  return socket.destroyed;
}

/**
 * Calls back once, when the response is sent or the client disconnects. Node reports a closed connection only to the
 * response being sent, not to pipelined ones behind it.
 */
export function onResponseEnd(request: FastifyRequest, { raw }: FastifyReply, callback: () => void): void {
  if (isDisconnected(request)) return callback();
  const { socket } = request.raw;
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    raw.off('close', end);
    socket.off('close', end);
    callback();
  };
  raw.once('close', end);
  // A connection has a listener for each of its requests in flight, so the number of listeners is not limited.
  socket.setMaxListeners(0).once('close', end);
}
