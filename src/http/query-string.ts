import type { FastifyRequest } from 'fastify';

/** Returns the query string with its question mark; empty if there is none. */
export function queryString({ url }: Pick<FastifyRequest, 'url'>): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}
