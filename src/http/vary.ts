import type { FastifyReply } from 'fastify';

/** Adds headers to `Vary`. */
export function addVary(reply: FastifyReply, ...names: readonly string[]): void {
  const said = String(reply.getHeader('vary') ?? '')
    .split(', ')
    .filter((name) => name !== '');
  void reply.header('vary', [...new Set([...said, ...names].map((name) => name.toLowerCase()))].join(', '));
}
