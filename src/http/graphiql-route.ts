import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What the pages may load: from this server only. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The editor writes style elements. */
const EDITOR_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

/** What is served beside what the pages load, by its address. */
const FILES = [
  { addresses: ['/graphiql', '/graphiql/'], file: 'index.html', policy: EDITOR_POLICY },
  { addresses: ['/explore', '/explore/'], file: 'explore/index.html', policy: POLICY },
  { addresses: ['/graphiql/icon.svg'], file: 'icon.svg', policy: POLICY },
];

/**
 * Serves the built pages from a folder, GraphiQL and the one without an editor, as they were compressed when they were
 * built; where they are not built, nothing is there.
 */
export function addGraphiql(app: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  const assets = join(folder, 'assets');
  void app.register(fastifyStatic, {
    root: assets,
    prefix: '/graphiql/assets/',
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isNamedByDigest = path.startsWith(assets);
      void reply.header('cache-control', isNamedByDigest ? 'public, max-age=31536000, immutable' : 'no-cache');
      // Workers take their policy from their script.
      if (isNamedByDigest) void reply.header('content-security-policy', POLICY);
    },
  });
  for (const { addresses, file, policy } of FILES) {
    for (const address of addresses) {
      app.get(address, (_request, reply) => reply.header('content-security-policy', policy).sendFile(file, folder));
    }
  }
}
