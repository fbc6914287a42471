import { isUtf8 } from 'node:buffer';
import { CommandError } from '../command-error.js';
import { decodeValue, documentEnd, invalidBsonError, MAX_BSON_DEPTH, valueEnd } from './decode.js';

/** Verifies that bytes are one valid document, without decoding it. @throws CommandError InvalidBSON, Overflow */
export function checkBson(bytes: Buffer): void {
  if (documentEnd(bytes, 0, bytes.length) !== bytes.length)
    throw invalidBsonError('there are bytes after the document');
  checkFields(bytes, 0, bytes.length, 0);
}

function checkFields(bytes: Buffer, start: number, end: number, depth: number): void {
  if (depth > MAX_BSON_DEPTH) throw new CommandError('Overflow', `BSON nested deeper than ${MAX_BSON_DEPTH} levels`);
  let offset = start + 4;
  const lastOffset = end - 1;
  while (offset < lastOffset) {
    const type = bytes[offset]!;
    const nameEnd = bytes.indexOf(0, offset + 1);
    if (nameEnd < 0 || nameEnd >= lastOffset) throw invalidBsonError('the name of a field has no end');
    checkText(bytes, offset + 1, nameEnd);
    offset = nameEnd + 1;
    const valueEndOffset = valueEnd(bytes, type, offset, lastOffset);
    if (type === 0x03 || type === 0x04) checkFields(bytes, offset, valueEndOffset, depth + 1);
    else if (type === 0x02) checkText(bytes, offset + 4, valueEndOffset - 1);
    else if (type === 0x08 || type === 0x09 || type === 0x12) decodeValue(bytes, type, offset, valueEndOffset);
    offset = valueEndOffset;
  }
  if (offset !== lastOffset) throw invalidBsonError('a value runs over its document');
}

function checkText(bytes: Buffer, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    if (bytes[i]! < 128) continue;
    if (!isUtf8(bytes.subarray(i, end))) throw invalidBsonError('a string is not UTF-8');
    return;
  }
}
