import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { MAX_REDIRECTS, type PublicRequestOptions, requestPublicUrl, timeoutError } from './request-public-url.js';

export interface FetchFileOptions extends PublicRequestOptions {
  maxBytes: number;
  /** Whether to allow unencrypted http:, whose responses can be tampered with. */
  allowsHttp: boolean;
}

/** Downloads a file from the public web. The target must not exist. @throws Error with a message for users */
export async function fetchFile(from: string, target: string, options: FetchFileOptions): Promise<void> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  let url = new URL(from);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    if (url.protocol !== 'https:' && !(options.allowsHttp && url.protocol === 'http:')) {
      throw new Error(`leads to ${url.protocol}`);
    }
    const response = await requestPublicUrl(url, 'GET', options, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode === 200) {
      const limitedBody = limitSize(response, options.maxBytes);
      try {
        await pipeline(limitedBody, createWriteStream(target, { flags: 'wx' }));
      } catch (error) {
        throw signal.aborted ? timeoutError(options.timeoutMs) : error;
      }
      return;
    }
    response.destroy();
    if (statusCode < 300 || statusCode >= 400 || headers.location === undefined)
      throw new Error(`answers ${statusCode}`);
    url = new URL(headers.location, url);
  }
  throw new Error('redirects too often');
}

async function* limitSize(bytes: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`has more than ${maxBytes} bytes`);
    yield chunk;
  }
}
