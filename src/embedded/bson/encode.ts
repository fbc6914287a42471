import type { Binary, Double, Long, ObjectId } from 'bson';
import { dateOverflowError } from './decode.js';
import { toBsonName } from './field-names.js';
import { GrowingBuffer } from './growing-buffer.js';
import { isInt32 } from './values.js';

/** An encoded document that is copied to the response unchanged. */
export class RawDocument {
  readonly _bsontype = 'Raw';
  constructor(readonly bytes: Uint8Array) {}
}

/** Encoded documents that are copied to the response unchanged, as an array. */
export class RawArray {
  readonly _bsontype = 'RawArray';
  constructor(readonly documents: readonly Uint8Array[]) {}
}

/** Writes the parts of a BSON document. A single instance is reused, because encoding is synchronous. */
class Writer extends GrowingBuffer {
  int32(value: number): void {
    this.ensureCapacity(4);
    this.position = this.bytes.writeInt32LE(value | 0, this.position);
  }

  double(value: number): void {
    this.ensureCapacity(8);
    this.position = this.bytes.writeDoubleLE(value, this.position);
  }

  cstring(text: string): void {
    this.ensureCapacity(text.length * 3 + 1);
    this.text(text);
    this.bytes[this.position++] = 0;
  }

  string(text: string): void {
    this.ensureCapacity(text.length * 3 + 5);
    const start = this.position;
    this.position += 4;
    this.text(text);
    this.bytes[this.position++] = 0;
    this.bytes.writeInt32LE(this.position - start - 4, start);
  }

  private text(text: string): void {
    this.position += this.bytes.write(text, this.position, 'utf8');
  }
}

const MAX_RETAINED_BYTES = 1 << 20;
const INITIAL_BYTES = 1 << 16;
let writer = new Writer(INITIAL_BYTES);

/** Encodes a document. Skips undefined fields. @param leadBytes number of free bytes before it, for a message header */
export function encodeDocument(doc: object, leadBytes = 0): Buffer {
  writer.position = leadBytes;
  try {
    writeDocument(writer, doc);
    return Buffer.from(writer.bytes.subarray(0, writer.position));
  } finally {
    if (writer.bytes.length > MAX_RETAINED_BYTES) writer = new Writer(INITIAL_BYTES);
  }
}

function writeDocument(to: Writer, doc: object): void {
  const start = to.position;
  to.int32(0);
  for (const name of Object.keys(doc)) {
    const value = (doc as Record<string, unknown>)[name];
    if (value !== undefined && typeof value !== 'function') writeElement(to, toBsonName(name), value);
  }
  to.byte(0);
  to.bytes.writeInt32LE(to.position - start, start);
}

function writeArray(to: Writer, values: readonly unknown[]): void {
  const start = to.position;
  to.int32(0);
  for (let i = 0; i < values.length; i++) writeElement(to, String(i), values[i] === undefined ? null : values[i]);
  to.byte(0);
  to.bytes.writeInt32LE(to.position - start, start);
}

function writeRawArray(to: Writer, documents: readonly Uint8Array[]): void {
  const start = to.position;
  to.int32(0);
  for (let i = 0; i < documents.length; i++) {
    to.byte(0x03);
    to.cstring(String(i));
    to.raw(documents[i]!);
  }
  to.byte(0);
  to.bytes.writeInt32LE(to.position - start, start);
}

function begin(to: Writer, type: number, name: string): void {
  to.byte(type);
  to.cstring(name);
}

function writeElement(to: Writer, name: string, value: unknown): void {
  switch (typeof value) {
    case 'string':
      begin(to, 0x02, name);
      return to.string(value);
    case 'number':
      if (isInt32(value)) {
        begin(to, 0x10, name);
        return to.int32(value);
      }
      begin(to, 0x01, name);
      return to.double(value);
    case 'boolean':
      begin(to, 0x08, name);
      return to.byte(value ? 1 : 0);
  }
  if (value === null) return begin(to, 0x0a, name);
  if (Array.isArray(value)) {
    begin(to, 0x04, name);
    return writeArray(to, value);
  }
  if (value instanceof Date) {
    const time = value.getTime();
    if (Number.isNaN(time)) throw dateOverflowError();
    begin(to, 0x09, name);
    to.ensureCapacity(8);
    to.position = to.bytes.writeBigInt64LE(BigInt(time), to.position);
    return;
  }
  writeObject(to, name, value as object & { _bsontype?: string });
}

function writeObject(to: Writer, name: string, value: object & { _bsontype?: string }): void {
  switch (value._bsontype) {
    case 'Raw':
      begin(to, 0x03, name);
      return to.raw((value as RawDocument).bytes);
    case 'RawArray':
      begin(to, 0x04, name);
      return writeRawArray(to, (value as RawArray).documents);
    case 'ObjectId':
      begin(to, 0x07, name);
      return to.raw((value as ObjectId).id);
    case 'Double':
      begin(to, 0x01, name);
      return to.double((value as Double).value);
    case 'Long':
      begin(to, 0x12, name);
      to.int32((value as Long).low);
      return to.int32((value as Long).high);
    case 'Binary':
      begin(to, 0x05, name);
      return writeBinary(to, value as Binary);
    case 'Undefined':
      return begin(to, 0x06, name);
    default:
      begin(to, 0x03, name);
      return writeDocument(to, value);
  }
}

function writeBinary(to: Writer, value: Binary): void {
  const bytes = value.value();
  to.int32(bytes.length);
  to.byte(value.sub_type);
  to.raw(bytes);
}
