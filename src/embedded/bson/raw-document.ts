import { CommandError } from '../command-error.js';
import { endOfName, valueEnd } from './decode.js';

/** Maximum size of a document, in bytes; the limit of MongoDB. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** The field name `_id` and its terminating zero byte, as a little-endian number. */
export const ID_NAME = 0x0064695f;

/** Returns the offsets of the field `_id` in an encoded document. @param startOffset offset of the first field to search */
export function findId(bytes: Buffer, startOffset = 4): { start: number; end: number } | undefined {
  const last = bytes.length - 1;
  for (let offset = startOffset; offset < last;) {
    const nameEnd = endOfName(bytes, offset + 1);
    const end = valueEnd(bytes, bytes[offset]!, nameEnd + 1, last);
    if (nameEnd === offset + 4 && bytes.readUInt32LE(offset + 1) === ID_NAME) return { start: offset, end };
    offset = end;
  }
  return undefined;
}

/** Returns an encoded document with `_id` as its first field. @param newId encodes a new `_id`, if there is none */
export function encodedWithIdFirst(bytes: Buffer, newId: () => Buffer): Buffer {
  const element = findId(bytes);
  if (element?.start === 4) return bytes;
  const id = element ? bytes.subarray(element.start, element.end) : newId();
  const otherBytes = element ? [bytes.subarray(4, element.start), bytes.subarray(element.end)] : [bytes.subarray(4)];
  const storedBytes = Buffer.concat([bytes.subarray(0, 4), id, ...otherBytes]);
  storedBytes.writeInt32LE(storedBytes.length, 0);
  return storedBytes;
}

export function documentTooLargeError(length: number, maxBytes = MAX_DOCUMENT_BYTES): CommandError {
  return new CommandError(
    'BSONObjectTooLarge',
    `BSONObj size: ${length} is invalid. Size must be between 0 and ${maxBytes}`,
  );
}
