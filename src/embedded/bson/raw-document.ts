import { CommandError } from '../command-error.js';
import { decodeValue, endOfName, valueEnd } from './decode.js';
import type { Value } from './values.js';

/** Maximum size of a document, in bytes; the limit of MongoDB. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Offsets of a top-level field, its value and its end. */
interface Element {
  start: number;
  value: number;
  end: number;
}

/** Finds a top-level field of an encoded document. @param from offset at which a field starts */
export function findElement(bytes: Buffer, name: string, from = 4): Element | undefined {
  const last = bytes.length - 1;
  for (let offset = from; offset < last;) {
    const nameEnd = endOfName(bytes, offset + 1);
    const end = valueEnd(bytes, bytes[offset]!, nameEnd + 1, last);
    if (isName(bytes, offset + 1, nameEnd, name)) return { start: offset, value: nameEnd + 1, end };
    offset = end;
  }
  return undefined;
}

function isName(bytes: Buffer, start: number, end: number, name: string): boolean {
  if (end - start !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name.charCodeAt(i)) return false;
  return true;
}

/** Reads a top-level field of an encoded document without decoding the others. Returns undefined if it is absent. */
export function readTopLevelField(bytes: Buffer, name: string): Value | undefined {
  const element = findElement(bytes, name);
  return element && decodeValue(bytes, bytes[element.start]!, element.value, element.end);
}

/** Returns the document with `_id` as the first field. @param newId creates a missing `_id`, encoded */
export function encodedWithIdFirst(bytes: Buffer, newId: () => Buffer): Buffer {
  const element = findElement(bytes, '_id');
  if (element?.start === 4) return bytes;
  const id = element ? bytes.subarray(element.start, element.end) : newId();
  const otherBytes = element ? [bytes.subarray(4, element.start), bytes.subarray(element.end)] : [bytes.subarray(4)];
  const stored = Buffer.concat([bytes.subarray(0, 4), id, ...otherBytes]);
  stored.writeInt32LE(stored.length, 0);
  return stored;
}

export function documentTooLargeError(length: number, maxBytes = MAX_DOCUMENT_BYTES): CommandError {
  return new CommandError(
    'BSONObjectTooLarge',
    `BSONObj size: ${length} is invalid. Size must be between 0 and ${maxBytes}`,
  );
}
