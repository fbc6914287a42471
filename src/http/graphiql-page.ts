import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Content-Security-Policy of scripts and pictures. Resources load only from this server. */
const ASSET_POLICY = [
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

/** Content-Security-Policy of the GraphiQL page, which inserts style elements. */
const GRAPHIQL_POLICY = ASSET_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

const BASE_PATH = '/graphiql';

/** Serves the built GraphiQL page with its precompressed files. Does nothing if it was not built. */
export function addGraphiqlPage(app: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  void app.register(async (scope) => {
    const assetsFolder = join(folder, 'assets');
    await scope.register(fastifyStatic, {
      root: assetsFolder,
      prefix: `${BASE_PATH}/assets/`,
      index: false,
      dotfiles: 'ignore',
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isNamedByDigest = path.startsWith(assetsFolder);
        void reply.header('cache-control', isNamedByDigest ? 'public, max-age=31536000, immutable' : 'no-cache');
        // A web worker uses the policy in the response with its script.
        if (isNamedByDigest) void reply.header('content-security-policy', ASSET_POLICY);
      },
    });
    const serveFile = (url: string, file: string, policy: string) =>
      scope.get(url, (_request, reply) => reply.header('content-security-policy', policy).sendFile(file, folder));
    for (const url of [BASE_PATH, `${BASE_PATH}/`]) serveFile(url, 'index.html', GRAPHIQL_POLICY);
    for (const picture of ['icon.svg', 'card.png']) {
      if (existsSync(join(folder, picture))) serveFile(`${BASE_PATH}/${picture}`, picture, ASSET_POLICY);
    }
  });
}
