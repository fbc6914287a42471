import type { FastifyReply } from 'fastify';

/** Adds headers to `Vary`. */
export function addVary(reply: FastifyReply, ...names: readonly string[]): void {
  const present = String(reply.getHeader('vary') ?? '')
    .split(', ')
    .filter((name) => name !== '');
  void reply.header('vary', [...new Set([...present, ...names].map((name) => name.toLowerCase()))].join(', '));
}
