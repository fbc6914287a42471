import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { datasetError } from './dataset-error.js';
import type { TextEncoding } from './encoding-sniffer.js';
import { asErrnoException } from '../errors.js';

/** Streams a file in chunks of 256 KB. */
export function streamBytes(path: string): Readable {
  return createReadStream(path, { highWaterMark: 1 << 18 });
}

/** Decodes bytes, and removes the byte order mark. @throws AppError DATASET_INVALID */
export async function* decodeText(bytes: AsyncIterable<Buffer>, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  try {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true });
      const nulOffset = text.indexOf('\0');
      if (nulOffset >= 0)
        throw datasetError(`There is a NUL character on line ${line + countLineBreaks(text.slice(0, nulOffset))}.`);
      line += countLineBreaks(text);
      if (text !== '') yield text;
    }
    const remainder = decoder.decode();
    if (remainder !== '') yield remainder;
  } catch (error) {
    if (asErrnoException(error).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw datasetError(
        `The text is not ${encoding.toUpperCase()}; the first invalid byte is on line ${line} or later.`,
      );
    }
    throw error;
  }
}

function countLineBreaks(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) count += 1;
  return count;
}
