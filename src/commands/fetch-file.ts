import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Asking } from './public-web.js';
import { askUrl, MOST_REDIRECTS, tooLate } from './public-web.js';

/** How a file is fetched. */
export interface FetchOptions extends Asking {
  maxBytes: number;
  /** Whether addresses that begin with http: may be asked; what comes that way can be changed on its way. */
  allowsPlain: boolean;
}

/**
 * Fetches a file from the public web into a file that is not there yet. Nothing of a file that is too large, comes too
 * late or is not whole is taken for one.
 *
 * @throws Error  whose message says why, for a person
 */
export async function fetchFile(from: string, into: string, options: FetchOptions): Promise<void> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  let url = new URL(from);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (url.protocol !== 'https:' && !(options.allowsPlain && url.protocol === 'http:')) {
      throw new Error(`leads to ${url.protocol}`);
    }
    const answer = await askUrl(url, 'GET', options, signal);
    const { statusCode = 0, headers } = answer;
    if (statusCode === 200) {
      const counted = limited(answer, options.maxBytes);
      try {
        await pipeline(counted, createWriteStream(into, { flags: 'wx' }));
      } catch (error) {
        throw signal.aborted ? tooLate(options.timeoutMs) : error;
      }
      return;
    }
    answer.destroy();
    if (statusCode < 300 || statusCode >= 400 || headers.location === undefined)
      throw new Error(`answers ${statusCode}`);
    url = new URL(headers.location, url);
  }
  throw new Error('leads on and on');
}

async function* limited(bytes: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > most) throw new Error(`has more than ${most} bytes`);
    yield chunk;
  }
}
