import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageAddress } from '../html/shell.js';
import { PAGE_SECURITY_POLICY } from '../html/shell.js';
import { SITE_STYLE } from '../pages/site.js';
import type { Encoding } from './accepted.js';
import { acceptedEncodings } from './accepted.js';
import type { PublicAddress } from './origin.js';
import { resolveOrigin } from './origin.js';
import { LOCALE } from './request-locales.js';

/** Where a page that is asked for stands. @param locale the language of the page */
export function pageAddress(request: FastifyRequest, address: PublicAddress, locale: string): PageAddress {
  // With two slashes it would begin with the name of a host.
  const { pathname, searchParams: search } = new URL(request.url.replace(/^\/{2,}/, '/'), 'http://host');
  search.delete(LOCALE);
  return { origin: resolveOrigin(request, address), locale, path: pathname, search };
}

/** Sends a page in its language. */
export function sendPage(reply: FastifyReply, page: string, locale: string): FastifyReply {
  return reply
    .headers({ 'content-security-policy': PAGE_SECURITY_POLICY, 'content-language': locale })
    .type('text/html')
    .send(page);
}

type Bytes = Readonly<Record<Encoding | 'plain', Buffer>>;

/** The style sheet in each encoding, compressed once, when somebody asks first. */
let style: Promise<Bytes> | null = null;

async function compressed(css: string): Promise<Bytes> {
  const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(css, { params }), promisify(gzip)(css, { level: 9 })]);
  return { br, gzip: gz, plain: Buffer.from(css) };
}

/** Serves the style sheet of all pages under a name that says what it holds, so that it is kept for good. */
export function addStyle(app: FastifyInstance): void {
  app.get<{ Params: { file: string } }>('/style/:file', async (request, reply) => {
    // A page of an earlier build may still be open somewhere.
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
