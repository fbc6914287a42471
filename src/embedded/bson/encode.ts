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

function writeDocument(writer: Writer, doc: object): void {
  const start = writer.position;
  writer.int32(0);
  for (const name of Object.keys(doc)) {
    const value = (doc as Record<string, unknown>)[name];
    if (value !== undefined && typeof value !== 'function') writeElement(writer, toBsonName(name), value);
  }
  writer.byte(0);
  writer.bytes.writeInt32LE(writer.position - start, start);
}

function writeArray(writer: Writer, values: readonly unknown[]): void {
  const start = writer.position;
  writer.int32(0);
  for (let i = 0; i < values.length; i++) writeElement(writer, String(i), values[i] === undefined ? null : values[i]);
  writer.byte(0);
  writer.bytes.writeInt32LE(writer.position - start, start);
}

function writeRawArray(writer: Writer, documents: readonly Uint8Array[]): void {
  const start = writer.position;
  writer.int32(0);
  for (let i = 0; i < documents.length; i++) {
    writer.byte(0x03);
    writer.cstring(String(i));
    writer.raw(documents[i]!);
  }
  writer.byte(0);
  writer.bytes.writeInt32LE(writer.position - start, start);
}

function writeHeader(writer: Writer, type: number, name: string): void {
  writer.byte(type);
  writer.cstring(name);
}

function writeElement(writer: Writer, name: string, value: unknown): void {
  switch (typeof value) {
    case 'string':
      writeHeader(writer, 0x02, name);
      return writer.string(value);
    case 'number':
      if (isInt32(value)) {
        writeHeader(writer, 0x10, name);
        return writer.int32(value);
      }
      writeHeader(writer, 0x01, name);
      return writer.double(value);
    case 'boolean':
      writeHeader(writer, 0x08, name);
      return writer.byte(value ? 1 : 0);
  }
  if (value === null) return writeHeader(writer, 0x0a, name);
  if (Array.isArray(value)) {
    writeHeader(writer, 0x04, name);
    return writeArray(writer, value);
  }
  if (value instanceof Date) {
    const time = value.getTime();
    if (Number.isNaN(time)) throw dateOverflowError();
    writeHeader(writer, 0x09, name);
    writer.ensureCapacity(8);
    writer.position = writer.bytes.writeBigInt64LE(BigInt(time), writer.position);
    return;
  }
  writeObject(writer, name, value as object & { _bsontype?: string });
}

function writeObject(writer: Writer, name: string, value: object & { _bsontype?: string }): void {
  switch (value._bsontype) {
    case 'Raw':
      writeHeader(writer, 0x03, name);
      return writer.raw((value as RawDocument).bytes);
    case 'RawArray':
      writeHeader(writer, 0x04, name);
      return writeRawArray(writer, (value as RawArray).documents);
    case 'ObjectId':
      writeHeader(writer, 0x07, name);
      return writer.raw((value as ObjectId).id);
    case 'Double':
      writeHeader(writer, 0x01, name);
      return writer.double((value as Double).value);
    case 'Long':
      writeHeader(writer, 0x12, name);
      writer.int32((value as Long).low);
      return writer.int32((value as Long).high);
    case 'Binary':
      writeHeader(writer, 0x05, name);
      return writeBinary(writer, value as Binary);
    case 'Undefined':
      return writeHeader(writer, 0x06, name);
    default:
      writeHeader(writer, 0x03, name);
      return writeDocument(writer, value);
  }
}

function writeBinary(writer: Writer, value: Binary): void {
  const bytes = value.value();
  writer.int32(bytes.length);
  writer.byte(value.sub_type);
  writer.raw(bytes);
}
