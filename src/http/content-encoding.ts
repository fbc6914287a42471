import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { constants, createGzip, gzip, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedEncodings } from './accept-headers.js';
import { addVary } from './vary-header.js';

/** Minimum size of a body to compress, in bytes. Compressing a smaller one costs more than it saves. */
const MIN_ENCODED_BYTES = 8 * 1024;
/** Maximum size of a body that is compressed synchronously, in bytes. Larger ones are compressed in a worker thread. */
const MAX_SYNC_BYTES = 128 * 1024;
/** Gzip compression level: most of the size reduction for the least CPU time. */
const GZIP_LEVEL = 1;
const gzipAsync = promisify(gzip);
const COMPRESSIBLE = /^text\/|[/+]json|ndjson|[/+]xml/;

/** Compresses large responses, and sends 304 if the client has a current copy. Skips responses if `isEncodedLater`. */
export function addEncoding(app: FastifyInstance, isEncodedLater: (request: FastifyRequest) => boolean): void {
  // An error replaces the response. The error is not compressed, so the header is removed.
  app.addHook('onError', async (_request, reply) => void reply.removeHeader('content-encoding'));
  app.addHook('onSend', async (request, reply, payload) =>
    isEncodedLater(request) ? payload : encode(request, reply, payload),
  );
}

/** Compresses a payload, and sets its headers. Returns already encoded payloads unchanged; null for a 304 response. */
export async function encode(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  setCacheControl(request, reply);
  if (reply.hasHeader('content-encoding')) return payload;
  if (payload instanceof Readable) return shouldCompress(request, reply) ? gzipStream(payload, reply) : payload;
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
  if (request.method !== 'POST' && reply.statusCode === 200 && addEtag(request, reply, bytes)) {
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  }
  if (!shouldCompress(request, reply) || bytes.length < MIN_ENCODED_BYTES) return payload;
  const isShort = bytes.length <= MAX_SYNC_BYTES;
  const zipped = isShort ? gzipSync(bytes, { level: GZIP_LEVEL }) : await gzipAsync(bytes, { level: GZIP_LEVEL });
  void reply.header('content-encoding', 'gzip').header('content-length', zipped.length);
  return zipped;
}

/** Returns the ETag of a response; the same for all encodings. */
export function makeEtag(bytes: string | Buffer): string {
  return `W/"${createHash('sha1').update(bytes).digest('base64url')}"`;
}

/** Whether an If-None-Match header contains an ETag. */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return (
    ifNoneMatch === etag || ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => tag.trim() === etag)
  );
}

/** Sets the default `Cache-Control`: errors are not stored, other responses are revalidated. */
function setCacheControl({ method, headers }: FastifyRequest, reply: FastifyReply): void {
  if (reply.statusCode >= 400) return void reply.header('cache-control', 'no-store');
  if (method === 'POST' || reply.statusCode !== 200 || reply.hasHeader('cache-control')) return;
  void reply.header('cache-control', headers.authorization === undefined ? 'public, no-cache' : 'private, no-cache');
}

/** Adds an ETag if the response may be stored. Returns whether the client has a current copy. */
function addEtag(request: FastifyRequest, reply: FastifyReply, payload: Buffer): boolean {
  if (reply.getHeader('cache-control') === 'no-store') return false;
  const etag = (reply.getHeader('etag') as string | undefined) ?? makeEtag(payload);
  void reply.header('etag', etag);
  return matchesEtag(request.headers['if-none-match'], etag);
}

/** Whether to compress a response. Adds `Vary: accept-encoding` if the answer depends on the client. */
function shouldCompress(request: FastifyRequest, reply: FastifyReply): boolean {
  if (!COMPRESSIBLE.test(String(reply.getHeader('content-type')))) return false;
  addVary(reply, 'accept-encoding');
  return acceptedEncodings(request.headers['accept-encoding']).includes('gzip');
}

/** Compresses a stream. Flushes each chunk, and forwards errors. */
function gzipStream(payload: Readable, reply: FastifyReply): Readable {
  void reply.header('content-encoding', 'gzip').removeHeader('content-length');
  return pipeline(payload, createGzip({ level: GZIP_LEVEL, flush: constants.Z_SYNC_FLUSH }), () => undefined);
}
