import type { FastifyReply, FastifyRequest } from 'fastify';

/** Whether the client of a request has disconnected. */
export function isDisconnected({ raw: { socket } }: FastifyRequest): boolean {
  return socket.destroyed;
}

/**
 * Calls back once, when the response is sent or the client disconnects. When a connection closes, Node
 * notifies only the response being sent, not pipelined ones. The socket is therefore observed too.
 */
export function onResponseEnd(request: FastifyRequest, { raw }: FastifyReply, callback: () => void): void {
  if (isDisconnected(request)) return callback();
  const { socket } = request.raw;
  let isOver = false;
  const onEnd = () => {
    if (isOver) return;
    isOver = true;
    raw.off('close', onEnd);
    socket.off('close', onEnd);
    callback();
  };
  raw.once('close', onEnd);
  // A connection has a listener for each of its requests in flight, so the number of listeners is not limited.
  socket.setMaxListeners(0).once('close', onEnd);
}
