import type { FastifyRequest } from 'fastify';

/** What an address has from its question mark on, that included; empty where it has none. */
export function queryString({ url }: Pick<FastifyRequest, 'url'>): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}
