import { CommandError } from '../command-error.js';
import { decodeValue, valueEnd } from './decode.js';
import type { Value } from './values.js';

/** MongoDB's limit. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Reads one top-level field of an encoded document without decoding the others; nothing if it is absent. */
export function readTopLevelField(bytes: Buffer, name: string): Value | undefined {
  const last = bytes.length - 1;
  let at = 4;
  while (at < last) {
    const type = bytes[at]!;
    const nameEnd = bytes.indexOf(0, at + 1);
    const next = valueEnd(bytes, type, nameEnd + 1, last);
    if (nameEnd - at - 1 === name.length && bytes.toString('latin1', at + 1, nameEnd) === name) {
      return decodeValue(bytes, type, nameEnd + 1, next);
    }
    at = next;
  }
  return undefined;
}

function idElement(bytes: Buffer): { start: number; end: number } | undefined {
  const last = bytes.length - 1;
  let at = 4;
  while (at < last) {
    const type = bytes[at]!;
    const nameEnd = bytes.indexOf(0, at + 1);
    const end = valueEnd(bytes, type, nameEnd + 1, last);
    // `_id`
    if (nameEnd === at + 4 && bytes[at + 1] === 0x5f && bytes[at + 2] === 0x69 && bytes[at + 3] === 0x64) {
      return { start: at, end };
    }
    at = end;
  }
  return undefined;
}

/** Returns the document with `_id` first. @param newId makes an encoded `_id` for a document without one */
export function withIdFirst(bytes: Buffer, newId: () => Buffer): Buffer {
  const found = idElement(bytes);
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
