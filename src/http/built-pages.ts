import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Content-Security-Policy of built pages. Resources load only from this server. */
const PAGE_POLICY = [
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

/** Content-Security-Policy with inline styles, because the editor inserts style elements. */
const EDITOR_POLICY = PAGE_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

export interface BuiltPage {
  address: '/graphiql' | '/explore';
  folder: string;
}

/** Serves a built page with its precompressed files. Does nothing if the page was not built. */
export function addBuiltPage(app: FastifyInstance, { address, folder }: BuiltPage): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  void app.register(async (scope) => {
    const assets = join(folder, 'assets');
    await scope.register(fastifyStatic, {
      root: assets,
      prefix: `${address}/assets/`,
      index: false,
      dotfiles: 'ignore',
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isNamedByDigest = path.startsWith(assets);
        void reply.header('cache-control', isNamedByDigest ? 'public, max-age=31536000, immutable' : 'no-cache');
        // Workers use the policy of their script.
        if (isNamedByDigest) void reply.header('content-security-policy', PAGE_POLICY);
      },
    });
    const send = (url: string, file: string, policy: string) =>
      scope.get(url, (_request, reply) => reply.header('content-security-policy', policy).sendFile(file, folder));
    const policy = address === '/graphiql' ? EDITOR_POLICY : PAGE_POLICY;
    for (const url of [address, `${address}/`]) send(url, 'index.html', policy);
    for (const picture of ['icon.svg', 'card.png']) {
      if (existsSync(join(folder, picture))) send(`${address}/${picture}`, picture, PAGE_POLICY);
    }
  });
}
