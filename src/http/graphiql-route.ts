import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What the page may load: from this server only. Its editor writes style elements and has pictures in its style sheet. */
const GRAPHIQL_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Serves the built page at /graphiql/ from a folder; where it is not built, nothing is there. */
export function addGraphiql(app: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  void app.register(fastifyStatic, {
    root: folder,
    prefix: '/graphiql/',
    index: 'index.html',
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isNamedByDigest = path.startsWith(join(folder, 'assets'));
      void reply.header('cache-control', isNamedByDigest ? 'public, max-age=31536000, immutable' : 'no-cache');
      void reply.header('content-security-policy', GRAPHIQL_SECURITY_POLICY);
    },
  });
  app.get('/graphiql', (request, reply) => {
    const query = request.url.indexOf('?');
    return reply.redirect(`/graphiql/${query < 0 ? '' : request.url.slice(query)}`, 302);
  });
}
