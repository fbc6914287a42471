import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { SITE_STYLE } from '../pages/site-page.js';
import type { ContentEncoding } from './accept-headers.js';
import { acceptedEncodings } from './accept-headers.js';

type Bytes = Readonly<Record<ContentEncoding | 'plain', Buffer>>;

async function compressed(css: string): Promise<Bytes> {
  const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(css, { params }), promisify(gzip)(css, { level: 9 })]);
  return { br, gzip: gz, plain: Buffer.from(css) };
}

/** Serves the style sheet of all pages under a content-hashed name that can be cached forever. */
export function addStyle(app: FastifyInstance): void {
  /** The compressed style sheet; created on the first request. */
  let style: Promise<Bytes> | null = null;
  app.get<{ Params: { file: string } }>('/style/:file', async (request, reply) => {
    // A page from an earlier build may still be open.
    if (request.url !== SITE_STYLE.path)
      return reply.header('cache-control', 'no-store').redirect(SITE_STYLE.path, 302);
    const bytes = await (style ??= compressed(SITE_STYLE.css));
    const [encoding] = acceptedEncodings(request.headers['accept-encoding']);
    if (encoding) void reply.header('content-encoding', encoding);
    return reply
      .headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' })
      .type('text/css; charset=utf-8')
      .send(bytes[encoding ?? 'plain']);
  });
}
