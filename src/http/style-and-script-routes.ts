import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { SITE_STYLE } from '../pages/site-page.js';
import { acceptedEncodings, type ContentEncoding } from './accept-headers.js';
import { EXPLORER_SCRIPT } from './explorer-script.js';

type EncodedBodies = Readonly<Record<ContentEncoding | 'plain', Buffer>>;

/** A file whose name contains a hash of its content. */
interface HashedFile {
  path: string;
  text: string;
  type: string;
}

async function compressText(text: string): Promise<EncodedBodies> {
  const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(text, { params }),
    promisify(gzip)(text, { level: 9 }),
  ]);
  return { br, gzip: gz, plain: Buffer.from(text) };
}

/** Serves the style sheet of all pages, and the script of explorers if it was built. */
export function addStyleAndScript(app: FastifyInstance): void {
  addHashedFile(app, '/style/:file', { path: SITE_STYLE.path, text: SITE_STYLE.css, type: 'text/css' });
  if (EXPLORER_SCRIPT) addHashedFile(app, '/script/:file', { ...EXPLORER_SCRIPT, type: 'text/javascript' });
}

/** Serves a file under a content-hashed name that can be cached forever. */
function addHashedFile(app: FastifyInstance, route: string, { path, text, type }: HashedFile): void {
  /** The file in each encoding; created on the first request. */
  let bodies: Promise<EncodedBodies> | null = null;
  app.get<{ Params: { file: string } }>(route, async (request, reply) => {
    // A page from an earlier build, which may still be open, requests its former style sheet.
    if (request.url !== path) return reply.header('cache-control', 'no-store').redirect(path, 302);
    const bytes = await (bodies ??= compressText(text));
    const [encoding] = acceptedEncodings(request.headers['accept-encoding']);
    if (encoding) void reply.header('content-encoding', encoding);
    return reply
      .headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' })
      .type(`${type}; charset=utf-8`)
      .send(bytes[encoding ?? 'plain']);
  });
}
