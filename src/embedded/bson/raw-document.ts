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
  for (let at = from; at < last;) {
    const nameEnd = endOfName(bytes, at + 1);
    const end = valueEnd(bytes, bytes[at]!, nameEnd + 1, last);
    if (isName(bytes, at + 1, nameEnd, name)) return { start: at, value: nameEnd + 1, end };
    at = end;
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
  const found = findElement(bytes, name);
  return found && decodeValue(bytes, bytes[found.start]!, found.value, found.end);
}

/**
 * Returns the document with `_id` as the first field. @param newId creates an encoded `_id` for a document without one
 */
export function withIdFirst(bytes: Buffer, newId: () => Buffer): Buffer {
  const found = findElement(bytes, '_id');
  if (found?.start === 4) return bytes;
  const id = found ? bytes.subarray(found.start, found.end) : newId();
  const rest = found ? [bytes.subarray(4, found.start), bytes.subarray(found.end)] : [bytes.subarray(4)];
  const stored = Buffer.concat([bytes.subarray(0, 4), id, ...rest]);
  stored.writeInt32LE(stored.length, 0);
  return stored;
}

export function tooLarge(length: number): CommandError {
  return new CommandError(
    'BSONObjectTooLarge',
    `BSONObj size: ${length} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}`,
  );
}
