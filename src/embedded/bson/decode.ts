import { isUtf8 } from 'node:buffer';
import { Binary, Long, ObjectId } from 'bson';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { toStoredName } from './field-names.js';
import type { FieldSet } from './fields.js';
import type { Doc, Value } from './values.js';
import { doubleValue } from './values.js';

/** Maximum nesting depth; the limit of MongoDB. */
export const MAX_BSON_DEPTH = 200;

export function invalidBson(why: string): CommandError {
  return new CommandError('InvalidBSON', `Invalid BSON: ${why}`);
}

/** Error for a value that Signpost does not store, such as a decimal. */
export class UnsupportedValue extends CommandError {
  constructor(what: string) {
    super('BadValue', unsupportedMessage(what));
  }
}

const unsupportedType = (type: number) => new UnsupportedValue(`a value of the BSON type ${type}`);

/** Returns the error for a date outside the range of JavaScript. */
export function dateOverflow(): CommandError {
  return new CommandError('Overflow', 'a date more than 8.64e15 ms from 1970 is not supported by this server');
}

/** Decodes a document. @param fields limits the result to these fields @throws CommandError InvalidBSON */
export function decodeDocument(bytes: Buffer, start = 0, fields?: FieldSet): Doc {
  const end = documentEnd(bytes, start, bytes.length);
  return fields ? decodeSome(bytes, start, end, fields) : decodeFields(bytes, start, end, 0);
}

/** Returns the end offset of the document at `start`. Verifies its length and its last byte. */
export function documentEnd(bytes: Buffer, start: number, limit: number): number {
  if (start + 5 > limit) throw invalidBson('a document is cut short');
  const end = start + bytes.readInt32LE(start);
  if (end < start + 5 || end > limit) throw invalidBson('the length of a document is wrong');
  if (bytes[end - 1] !== 0) throw invalidBson('a document does not end with a zero byte');
  return end;
}

function decodeFields(bytes: Buffer, start: number, end: number, depth: number): Doc {
  if (depth > MAX_BSON_DEPTH) throw new CommandError('Overflow', `BSON nested deeper than ${MAX_BSON_DEPTH} levels`);
  const doc: Doc = {};
  let at = start + 4;
  const last = end - 1;
  while (at < last) {
    const type = bytes[at]!;
    const nameEnd = endOfName(bytes, at + 1, last);
    const name = names.get(bytes, at + 1, nameEnd);
    at = nameEnd + 1;
    const next = valueEnd(bytes, type, at, last);
    doc[name] = decodeValue(bytes, type, at, next, depth);
    at = next;
  }
  if (at !== last) throw invalidBson('a value runs over its document');
  return doc;
}

/** Cache of decoded texts by their bytes. Returning the same string object is faster to create, compare and look up. */
class KnownTexts {
  private readonly places: { utf8: Uint8Array; text: string }[];

  /** @param size number of slots, a power of two */
  constructor(
    size: number,
    private readonly read: (bytes: Buffer, start: number, end: number) => string,
  ) {
    this.places = Array.from({ length: size }, () => ({ utf8: new Uint8Array(), text: '' }));
  }

  get(bytes: Buffer, start: number, end: number): string {
    let hash = 0;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]!) | 0;
    const place = this.places[hash & (this.places.length - 1)]!;
    const { utf8 } = place;
    let at = utf8.length === end - start ? end : start;
    while (at > start && utf8[at - start - 1] === bytes[at - 1]) at--;
    if (at === start && utf8.length === end - start) return place.text;
    const text = this.read(bytes, start, end);
    place.utf8 = Uint8Array.prototype.slice.call(bytes, start, end);
    place.text = text;
    return text;
  }
}

const names = new KnownTexts(1024, (bytes, start, end) => toStoredName(utf8(bytes, start, end)));
/** Cache of short texts, which are mostly codes and slugs. */
const texts = new KnownTexts(4096, utf8);
const SHORT = 32;

function decodeArray(bytes: Buffer, start: number, end: number, depth: number): Value[] {
  if (depth > MAX_BSON_DEPTH) throw new CommandError('Overflow', `BSON nested deeper than ${MAX_BSON_DEPTH} levels`);
  const values: Value[] = [];
  let at = start + 4;
  const last = end - 1;
  while (at < last) {
    const type = bytes[at]!;
    const nameEnd = endOfName(bytes, at + 1, last);
    const next = valueEnd(bytes, type, nameEnd + 1, last);
    values.push(decodeValue(bytes, type, nameEnd + 1, next, depth));
    at = next;
  }
  if (at !== last) throw invalidBson('a value runs over its array');
  return values;
}

/** Decodes some fields of a stored document. */
function decodeSome(bytes: Buffer, start: number, end: number, fields: FieldSet): Doc {
  const doc: Doc = {};
  const last = end - 1;
  for (let at = start + 4, left = fields.size; at < last && left > 0;) {
    const type = bytes[at]!;
    const nameEnd = endOfName(bytes, at + 1);
    const next = valueEnd(bytes, type, nameEnd + 1, last);
    const field = fields.at(bytes, at + 1, nameEnd);
    if (field) {
      doc[field.inner] = decodePart(bytes, type, nameEnd + 1, next, field.below);
      left--;
    }
    at = next;
  }
  return doc;
}

function decodePart(bytes: Buffer, type: number, start: number, end: number, below: FieldSet | undefined): Value {
  if (!below || (type !== 0x03 && type !== 0x04)) return decodeValue(bytes, type, start, end);
  if (type === 0x03) return decodeSome(bytes, start, end, below);
  const items: Value[] = [];
  for (let at = start + 4; at < end - 1;) {
    const nameEnd = endOfName(bytes, at + 1);
    const next = valueEnd(bytes, bytes[at]!, nameEnd + 1, end - 1);
    items.push(decodePart(bytes, bytes[at]!, nameEnd + 1, next, below));
    at = next;
  }
  return items;
}

/** Returns the end offset of a field name. Names are short, so a loop is faster than `indexOf`. */
export function endOfName(bytes: Buffer, start: number, limit = bytes.length): number {
  let end = start;
  while (end < limit && bytes[end] !== 0) end++;
  if (end >= limit) throw invalidBson('the name of a field has no end');
  return end;
}

/** Returns the end offset of a value. @param limit end offset of the enclosing document */
export function valueEnd(bytes: Buffer, type: number, at: number, limit: number): number {
  let end: number;
  switch (type) {
    case 0x0a:
      return at;
    case 0x08:
      end = at + 1;
      break;
    case 0x10:
      end = at + 4;
      break;
    case 0x01:
    case 0x09:
    case 0x12:
      end = at + 8;
      break;
    case 0x07:
      end = at + 12;
      break;
    case 0x02:
      end = stringEnd(bytes, at, limit);
      break;
    case 0x03:
    case 0x04:
      return documentEnd(bytes, at, limit);
    case 0x05:
      if (at + 5 > limit) throw invalidBson('binary data is cut short');
      end = at + 5 + bytes.readInt32LE(at);
      if (end < at + 5) throw invalidBson('the length of binary data is wrong');
      break;
    default:
      throw unsupportedType(type);
  }
  if (end > limit) throw invalidBson('a value is cut short');
  return end;
}

function stringEnd(bytes: Buffer, at: number, limit: number): number {
  if (at + 5 > limit) throw invalidBson('a string is cut short');
  const length = bytes.readInt32LE(at);
  const end = at + 4 + length;
  if (length < 1 || end > limit) throw invalidBson('the length of a string is wrong');
  if (bytes[end - 1] !== 0) throw invalidBson('a string does not end with a zero byte');
  return end;
}

/** Decodes a value. `end` is the result of `valueEnd`. */
export function decodeValue(bytes: Buffer, type: number, at: number, end: number, depth = 0): Value {
  switch (type) {
    case 0x01:
      return doubleValue(bytes.readDoubleLE(at));
    case 0x02:
      return end - at > SHORT ? utf8(bytes, at + 4, end - 1) : texts.get(bytes, at + 4, end - 1);
    case 0x03:
      return decodeFields(bytes, at, end, depth + 1);
    case 0x04:
      return decodeArray(bytes, at, end, depth + 1);
    case 0x05:
      return decodeBinary(bytes, at, end);
    case 0x07:
      return new ObjectId(Buffer.from(bytes.subarray(at, end)));
    case 0x08:
      if (bytes[at]! > 1) throw invalidBson('a boolean is neither 0 nor 1');
      return bytes[at] === 1;
    case 0x09:
      return decodeDate(bytes, at);
    case 0x0a:
      return null;
    case 0x10:
      return bytes.readInt32LE(at);
    case 0x12:
      return decodeLong(bytes, at);
    default:
      throw unsupportedType(type);
  }
}

function decodeLong(bytes: Buffer, at: number): Long {
  const value = new Long(bytes.readInt32LE(at), bytes.readInt32LE(at + 4));
  if (Number.isSafeInteger(value.toNumber())) return value;
  throw new UnsupportedValue(`an int64 beyond 2^53, such as ${value.toString()}`);
}

function decodeDate(bytes: Buffer, at: number): Date {
  const date = new Date(bytes.readInt32LE(at + 4) * 4294967296 + bytes.readUInt32LE(at));
  if (Number.isNaN(date.getTime())) throw dateOverflow();
  return date;
}

function decodeBinary(bytes: Buffer, at: number, end: number): Binary {
  const subtype = bytes[at + 4]!;
  const start = subtype === 2 && end - at >= 9 ? at + 9 : at + 5;
  return new Binary(Uint8Array.prototype.slice.call(bytes, start, end), subtype);
}

function utf8(bytes: Buffer, start: number, end: number): string {
  if (!isUtf8(bytes.subarray(start, end))) throw invalidBson('a string is not UTF-8');
  return bytes.toString('utf8', start, end);
}
