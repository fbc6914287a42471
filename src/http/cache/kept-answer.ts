import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Dependencies } from '../../store/dependencies.js';
import type { Encoding } from '../accepted.js';
import { acceptedEncodings } from '../accepted.js';
import { hasTag } from '../encoding.js';

/** What has fewer bytes is one packet in any encoding. */
const LEAST_BYTES = 1024;
/** Made once and read often, but by a server that has other work. */
const BROTLI_LEVEL = 5;
/** Of an answer beside its bytes and what it depends on: objects, and places in maps. */
const OVERHEAD = 1000;
/** Said anew with each answer, or by Node itself. */
const OWN_HEADERS =
  /^(?:x-request-id|date|connection|keep-alive|transfer-encoding|content-(?:length|encoding))$|^ratelimit-/;

/** Who has the bytes has these with them. */
const WITH_BYTES =
  /^(?:content-|surrogate-key$|referrer-policy$|x-content-type-options$|access-control-expose-headers$)/;

/** The bytes of one encoding, and the head that goes before them, as Node writes it: names and values in turn. */
interface Form {
  head: readonly string[];
  bytes: Buffer;
}

/** An answer as it is sent: its head, and its bytes in each encoding, compressed once when that is first asked for. */
export class KeptAnswer {
  private readonly head: readonly string[];
  /** Without what it says of the bytes, for who has them. */
  private readonly headAlone: readonly string[];
  private readonly etag: string | undefined;
  private readonly plain: Form;
  private readonly compressed: Partial<Record<Encoding, Form | 'BEING_MADE' | 'LARGER'>> = {};
  /** Bytes that it takes in memory, about. */
  size: number;

  constructor(
    headers: OutgoingHttpHeaders,
    body: string,
    readonly dependencies: Dependencies,
  ) {
    const said = Object.entries(headers).filter(([name, value]) => value !== undefined && !OWN_HEADERS.test(name));
    this.head = said.flatMap(([name, value]) => [name, String(value)]);
    this.headAlone = said.filter(([name]) => !WITH_BYTES.test(name)).flatMap(([name, value]) => [name, String(value)]);
    this.etag = headers['etag'] as string | undefined;
    this.plain = this.form(Buffer.from(body));
    this.size = OVERHEAD + this.plain.bytes.length + dependencies.size;
  }

  /**
   * Sends the answer in the encoding that a request likes best of those that there are.
   *
   * @param more further headers, names and values in turn
   * @param onGrown is told of the bytes of an encoding that was made for it
   */
  send(
    { headers }: IncomingMessage,
    response: ServerResponse,
    more: readonly string[],
    onGrown: (bytes: number) => void,
  ): void {
    if (this.etag !== undefined && hasTag(headers['if-none-match'], this.etag)) {
      // Nothing was made that a log could tell of, so it has no number.
      response.writeHead(304, [...this.headAlone, ...more]).end();
      return;
    }
    const { head, bytes } = this.formFor(headers['accept-encoding'], onGrown);
    response.writeHead(200, [...head, 'x-request-id', randomUUID(), ...more]).end(bytes);
  }

  private formFor(accepted: string | undefined, onGrown: (bytes: number) => void): Form {
    if (this.plain.bytes.length < LEAST_BYTES) return this.plain;
    for (const encoding of acceptedEncodings(accepted)) {
      const form = this.compressed[encoding];
      if (form === undefined) void this.compress(encoding, onGrown);
      else if (typeof form === 'object') return form;
    }
    return this.plain;
  }

  private async compress(encoding: Encoding, onGrown: (bytes: number) => void): Promise<void> {
    this.compressed[encoding] = 'BEING_MADE';
    const { bytes } = this.plain;
    const compressed =
      encoding === 'gzip'
        ? await promisify(gzip)(bytes)
        : await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL } });
    const isSmaller = compressed.length < bytes.length;
    this.compressed[encoding] = isSmaller ? this.form(compressed, ['content-encoding', encoding]) : 'LARGER';
    if (isSmaller) onGrown(compressed.length);
  }

  private form(bytes: Buffer, more: readonly string[] = []): Form {
    return { head: [...this.head, ...more, 'content-length', String(bytes.length)], bytes };
  }
}
