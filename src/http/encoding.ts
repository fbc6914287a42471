import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { constants, createGzip, gzip, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedEncodings } from './accepted.js';
import { addVary } from './vary.js';

/** What has fewer bytes is sent as it is: compressing it for one answer costs more than it saves. */
const LEAST_BYTES = 8 * 1024;
/** What has more is compressed in a thread of its own. To hand less over takes longer than to compress it. */
const MOST_BYTES_AT_ONCE = 128 * 1024;
/** Most of the gain for the least work; what is kept is compressed well. */
const LEVEL = 1;
const zip = promisify(gzip);
/** What is text, and not compressed by its own form. */
const COMPRESSIBLE = /^text\/|[/+]json|ndjson|[/+]xml/;

/**
 * Sends an answer no second time to a client that has it, and a large one compressed where the client takes that.
 *
 * @param isLeft  whether an answer is left to `encode` further on
 */
export function addEncoding(app: FastifyInstance, isLeft: (request: FastifyRequest) => boolean): void {
  // What fails before a byte of it was sent is answered by an error, which is not compressed.
  app.addHook('onError', async (_request, reply) => void reply.removeHeader('content-encoding'));
  app.addHook('onSend', async (request, reply, payload) =>
    isLeft(request) ? payload : encode(request, reply, payload),
  );
}

/** The payload of an answer as it is sent, and its head accordingly. What has an encoding of its own is left alone. */
export async function encode(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  sayWhoKeeps(request, reply);
  if (reply.hasHeader('content-encoding')) return payload;
  if (payload instanceof Readable) return zipsTo(request, reply) ? zippedStream(payload, reply) : payload;
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
  if (request.method !== 'POST' && reply.statusCode === 200 && isKnown(request, reply, bytes)) {
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  }
  if (!zipsTo(request, reply) || bytes.length < LEAST_BYTES) return payload;
  const isShort = bytes.length <= MOST_BYTES_AT_ONCE;
  const zipped = isShort ? gzipSync(bytes, { level: LEVEL }) : await zip(bytes, { level: LEVEL });
  void reply.header('content-encoding', 'gzip').header('content-length', zipped.length);
  return zipped;
}

/** The tag of an answer, the same for all its encodings. */
export function makeEtag(bytes: string | Buffer): string {
  return `W/"${createHash('sha1').update(bytes).digest('base64url')}"`;
}

/** Whether the tags that a client knows an answer by hold this one. */
export function hasTag(known: string | undefined, etag: string): boolean {
  if (known === undefined) return false;
  return known === etag || known.trim() === '*' || known.split(',').some((each) => each.trim() === etag);
}

/** Says who may keep an answer, where it does not say so itself: nobody an error, and anything else whoever asks each time. */
function sayWhoKeeps({ method, headers }: FastifyRequest, reply: FastifyReply): void {
  // What may be otherwise in a moment.
  if (reply.statusCode >= 400) return void reply.header('cache-control', 'no-store');
  if (method === 'POST' || reply.statusCode !== 200 || reply.hasHeader('cache-control')) return;
  void reply.header('cache-control', headers.authorization === undefined ? 'public, no-cache' : 'private, no-cache');
}

/** Gives an answer its tag, where it may be kept at all. @returns whether the client has it already */
function isKnown(request: FastifyRequest, reply: FastifyReply, payload: Buffer): boolean {
  if (reply.getHeader('cache-control') === 'no-store') return false;
  const etag = (reply.getHeader('etag') as string | undefined) ?? makeEtag(payload);
  void reply.header('etag', etag);
  return hasTag(request.headers['if-none-match'], etag);
}

/** Whether an answer is to be compressed; caches are told that it depends on what the client takes. */
function zipsTo(request: FastifyRequest, reply: FastifyReply): boolean {
  if (!COMPRESSIBLE.test(String(reply.getHeader('content-type')))) return false;
  addVary(reply, 'accept-encoding');
  return acceptedEncodings(request.headers['accept-encoding']).includes('gzip');
}

/** What is ready is sent, compressed, before the rest is; what breaks off is broken off compressed, too. */
function zippedStream(payload: Readable, reply: FastifyReply): Readable {
  void reply.header('content-encoding', 'gzip').removeHeader('content-length');
  return pipeline(payload, createGzip({ level: LEVEL, flush: constants.Z_SYNC_FLUSH }), () => undefined);
}
