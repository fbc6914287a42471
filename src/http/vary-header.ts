import type { FastifyReply } from 'fastify';

/** Adds header names to the `Vary` header of a response. */
export function addVary(reply: FastifyReply, ...names: readonly string[]): void {
  const varyHeaders = String(reply.getHeader('vary') ?? '')
    .split(', ')
    .filter((name) => name !== '');
  void reply.header('vary', [...new Set([...varyHeaders, ...names].map((name) => name.toLowerCase()))].join(', '));
}
