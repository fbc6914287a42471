import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { acceptedEncodings, type ContentEncoding } from '../accept-headers.js';
import { matchesEtag } from '../content-encoding.js';

/** Minimum size of a body to compress, in bytes. A smaller response fits in one packet anyway. */
const MIN_COMPRESSED_BYTES = 1024;
/** Brotli compression level: a compromise, since a response is sent often but compressing it delays other requests. */
const BROTLI_LEVEL = 5;
/** Estimated memory of a response in addition to its body, in bytes: objects and map slots. */
const OVERHEAD_BYTES = 1000;
/** Headers that are not cached, because they differ in each response or Node sets them. */
const UNCACHED_HEADERS =
  /^(?:x-request-id|date|connection|keep-alive|transfer-encoding|content-(?:length|encoding))$|^ratelimit-/;

/** Headers that a 304 response omits. */
const BODY_HEADERS =
  /^(?:content-|surrogate-key$|referrer-policy$|x-content-type-options$|access-control-expose-headers$)/;

/** A body in one encoding. `head` contains alternating header names and values, as Node expects. */
interface Variant {
  head: readonly string[];
  bytes: Buffer;
}

/** A response in memory, with its body in each encoding. Compresses it when an encoding is first requested. */
export class CachedResponse {
  private readonly head: readonly string[];
  private readonly notModifiedHead: readonly string[];
  private readonly etag: string | undefined;
  private readonly plain: Variant;
  private readonly compressed: Partial<Record<ContentEncoding, Variant | 'PENDING' | 'LARGER'>> = {};
  /** Estimated memory of the uncompressed response, in bytes. */
  readonly bytes: number;

  constructor(headers: OutgoingHttpHeaders, body: string) {
    const storedHeaders = Object.entries(headers).filter(
      ([name, value]) => value !== undefined && !UNCACHED_HEADERS.test(name),
    );
    this.head = storedHeaders.flatMap(([name, value]) => [name, String(value)]);
    this.notModifiedHead = storedHeaders
      .filter(([name]) => !BODY_HEADERS.test(name))
      .flatMap(([name, value]) => [name, String(value)]);
    this.etag = headers['etag'] as string | undefined;
    this.plain = this.makeVariant(Buffer.from(body));
    this.bytes = OVERHEAD_BYTES + this.plain.bytes.length;
  }

  /**
   * Sends the response in the preferred encoding among those that are ready.
   * @param extraHeaders further headers, as alternating names and values
   * @param onSizeChange called with the size of an encoding that was added
   */
  send(
    { headers }: IncomingMessage,
    response: ServerResponse,
    extraHeaders: readonly string[],
    onSizeChange: (bytes: number) => void,
  ): void {
    if (this.etag !== undefined && matchesEtag(headers['if-none-match'], this.etag)) {
      // A 304 is not logged, so it has no request ID.
      response.writeHead(304, [...this.notModifiedHead, ...extraHeaders]).end();
      return;
    }
    const { head, bytes } = this.variantFor(headers['accept-encoding'], onSizeChange);
    response.writeHead(200, [...head, 'x-request-id', randomUUID(), ...extraHeaders]).end(bytes);
  }

  private variantFor(acceptEncoding: string | undefined, onSizeChange: (bytes: number) => void): Variant {
    if (this.plain.bytes.length < MIN_COMPRESSED_BYTES) return this.plain;
    for (const encoding of acceptedEncodings(acceptEncoding)) {
      const variant = this.compressed[encoding];
      if (variant === undefined) void this.compress(encoding, onSizeChange);
      else if (typeof variant === 'object') return variant;
    }
    return this.plain;
  }

  private async compress(encoding: ContentEncoding, onSizeChange: (bytes: number) => void): Promise<void> {
    this.compressed[encoding] = 'PENDING';
    const { bytes } = this.plain;
    const compressed =
      encoding === 'gzip'
        ? await promisify(gzip)(bytes)
        : await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL } });
    const isSmaller = compressed.length < bytes.length;
    this.compressed[encoding] = isSmaller ? this.makeVariant(compressed, ['content-encoding', encoding]) : 'LARGER';
    if (isSmaller) onSizeChange(compressed.length);
  }

  private makeVariant(bytes: Buffer, extraHeaders: readonly string[] = []): Variant {
    return { head: [...this.head, ...extraHeaders, 'content-length', String(bytes.length)], bytes };
  }
}
