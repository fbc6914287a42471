import { isUtf8 } from 'node:buffer';
import { Binary, Long, ObjectId } from 'bson';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { toDecodedName } from './field-names.js';
import type { FieldSet } from './field-set.js';
import { type Doc, toDecodedDouble, type Value } from './values.js';

/** Maximum nesting depth; the limit of MongoDB. */
export const MAX_BSON_DEPTH = 200;

export function invalidBsonError(reason: string): CommandError {
  return new CommandError('InvalidBSON', `Invalid BSON: ${reason}`);
}

/** Error for a value that Signpost does not store, such as a decimal. */
export class UnsupportedValueError extends CommandError {
  constructor(what: string) {
    super('BadValue', unsupportedMessage(what));
  }
}

const unsupportedType = (type: number) => new UnsupportedValueError(`a value of the BSON type ${type}`);

/** Returns the error for a date outside the range of JavaScript. */
export function dateOverflowError(): CommandError {
  return new CommandError('Overflow', 'a date more than 8.64e15 ms from 1970 is not supported by this server');
}

/** Decodes a document. @param fields limits the result to these fields @throws CommandError InvalidBSON */
export function decodeDocument(bytes: Buffer, start = 0, fields?: FieldSet): Doc {
  const end = documentEnd(bytes, start, bytes.length);
  return fields ? decodeSome(bytes, start, end, fields) : decodeFields(bytes, start, end, 0);
}

/** Returns the end offset of the document at `start`. Verifies its length and its last byte. */
export function documentEnd(bytes: Buffer, start: number, limit: number): number {
  if (start + 5 > limit) throw invalidBsonError('a document is truncated');
  const end = start + bytes.readInt32LE(start);
  if (end < start + 5 || end > limit) throw invalidBsonError('the length of a document is wrong');
  if (bytes[end - 1] !== 0) throw invalidBsonError('a document does not end with a zero byte');
  return end;
}

function decodeFields(bytes: Buffer, start: number, end: number, depth: number): Doc {
  if (depth > MAX_BSON_DEPTH) throw new CommandError('Overflow', `BSON nested deeper than ${MAX_BSON_DEPTH} levels`);
  const doc: Doc = {};
  let offset = start + 4;
  const last = end - 1;
  while (offset < last) {
    const type = bytes[offset]!;
    const nameEnd = endOfName(bytes, offset + 1, last);
    const name = toDecodedName(utf8(bytes, offset + 1, nameEnd));
    offset = nameEnd + 1;
    const next = valueEnd(bytes, type, offset, last);
    doc[name] = decodeValue(bytes, type, offset, next, depth);
    offset = next;
  }
  if (offset !== last) throw invalidBsonError('a value runs over its document');
  return doc;
}

function decodeArray(bytes: Buffer, start: number, end: number, depth: number): Value[] {
  if (depth > MAX_BSON_DEPTH) throw new CommandError('Overflow', `BSON nested deeper than ${MAX_BSON_DEPTH} levels`);
  const values: Value[] = [];
  let offset = start + 4;
  const last = end - 1;
  while (offset < last) {
    const type = bytes[offset]!;
    const nameEnd = endOfName(bytes, offset + 1, last);
    const next = valueEnd(bytes, type, nameEnd + 1, last);
    values.push(decodeValue(bytes, type, nameEnd + 1, next, depth));
    offset = next;
  }
  if (offset !== last) throw invalidBsonError('a value runs over its array');
  return values;
}

/** Decodes only those fields of a document that `fields` contains. */
function decodeSome(bytes: Buffer, start: number, end: number, fields: FieldSet): Doc {
  const doc: Doc = {};
  const last = end - 1;
  for (let offset = start + 4, remaining = fields.size; offset < last && remaining > 0;) {
    const type = bytes[offset]!;
    const nameEnd = endOfName(bytes, offset + 1);
    const next = valueEnd(bytes, type, nameEnd + 1, last);
    const field = fields.find(bytes, offset + 1, nameEnd);
    if (field) {
      doc[field.decodedName] = decodePart(bytes, type, nameEnd + 1, next, field.nested);
      remaining--;
    }
    offset = next;
  }
  return doc;
}

function decodePart(bytes: Buffer, type: number, start: number, end: number, nested: FieldSet | undefined): Value {
  if (!nested || (type !== 0x03 && type !== 0x04)) return decodeValue(bytes, type, start, end);
  if (type === 0x03) return decodeSome(bytes, start, end, nested);
  const items: Value[] = [];
  for (let offset = start + 4; offset < end - 1;) {
    const nameEnd = endOfName(bytes, offset + 1);
    const next = valueEnd(bytes, bytes[offset]!, nameEnd + 1, end - 1);
    items.push(decodePart(bytes, bytes[offset]!, nameEnd + 1, next, nested));
    offset = next;
  }
  return items;
}

/** Returns the end offset of a field name. Names are short, so a loop is faster than `indexOf`. */
export function endOfName(bytes: Buffer, start: number, limit = bytes.length): number {
  let end = start;
  while (end < limit && bytes[end] !== 0) end++;
  if (end >= limit) throw invalidBsonError('the name of a field has no end');
  return end;
}

/** Returns the end offset of a value. @param limit end offset of the enclosing document */
export function valueEnd(bytes: Buffer, type: number, offset: number, limit: number): number {
  let end: number;
  switch (type) {
    case 0x0a:
      return offset;
    case 0x08:
      end = offset + 1;
      break;
    case 0x10:
      end = offset + 4;
      break;
    case 0x01:
    case 0x09:
    case 0x12:
      end = offset + 8;
      break;
    case 0x07:
      end = offset + 12;
      break;
    case 0x02:
      end = stringEnd(bytes, offset, limit);
      break;
    case 0x03:
    case 0x04:
      return documentEnd(bytes, offset, limit);
    case 0x05:
      if (offset + 5 > limit) throw invalidBsonError('binary data is truncated');
      end = offset + 5 + bytes.readInt32LE(offset);
      if (end < offset + 5) throw invalidBsonError('the length of binary data is wrong');
      break;
    default:
      throw unsupportedType(type);
  }
  if (end > limit) throw invalidBsonError('a value is truncated');
  return end;
}

function stringEnd(bytes: Buffer, offset: number, limit: number): number {
  if (offset + 5 > limit) throw invalidBsonError('a string is truncated');
  const length = bytes.readInt32LE(offset);
  const end = offset + 4 + length;
  if (length < 1 || end > limit) throw invalidBsonError('the length of a string is wrong');
  if (bytes[end - 1] !== 0) throw invalidBsonError('a string does not end with a zero byte');
  return end;
}

/** Decodes a value. `end` is the result of `valueEnd`. */
export function decodeValue(bytes: Buffer, type: number, offset: number, end: number, depth = 0): Value {
  switch (type) {
    case 0x01:
      return toDecodedDouble(bytes.readDoubleLE(offset));
    case 0x02:
      return utf8(bytes, offset + 4, end - 1);
    case 0x03:
      return decodeFields(bytes, offset, end, depth + 1);
    case 0x04:
      return decodeArray(bytes, offset, end, depth + 1);
    case 0x05:
      return new Binary(Uint8Array.prototype.slice.call(bytes, offset + 5, end), bytes[offset + 4]);
    case 0x07:
      return new ObjectId(Buffer.from(bytes.subarray(offset, end)));
    case 0x08:
      if (bytes[offset]! > 1) throw invalidBsonError('a boolean is neither 0 nor 1');
      return bytes[offset] === 1;
    case 0x09:
      return decodeDate(bytes, offset);
    case 0x0a:
      return null;
    case 0x10:
      return bytes.readInt32LE(offset);
    case 0x12:
      return decodeLong(bytes, offset);
    default:
      throw unsupportedType(type);
  }
}

function decodeLong(bytes: Buffer, offset: number): Long {
  const value = new Long(bytes.readInt32LE(offset), bytes.readInt32LE(offset + 4));
  if (Number.isSafeInteger(value.toNumber())) return value;
  throw new UnsupportedValueError(`an int64 beyond 2^53, such as ${value.toString()}`);
}

function decodeDate(bytes: Buffer, offset: number): Date {
  const date = new Date(bytes.readInt32LE(offset + 4) * 4294967296 + bytes.readUInt32LE(offset));
  if (Number.isNaN(date.getTime())) throw dateOverflowError();
  return date;
}

function utf8(bytes: Buffer, start: number, end: number): string {
  if (!isUtf8(bytes.subarray(start, end))) throw invalidBsonError('a string is not UTF-8');
  return bytes.toString('utf8', start, end);
}
