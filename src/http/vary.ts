import type { FastifyReply } from 'fastify';

/** Says that an answer depends on these headers of its request, beside those of which that was said. */
export function addVary(reply: FastifyReply, ...names: readonly string[]): void {
  const said = String(reply.getHeader('vary') ?? '')
    .split(', ')
    .filter((name) => name !== '');
  void reply.header('vary', [...new Set([...said, ...names].map((name) => name.toLowerCase()))].join(', '));
}
