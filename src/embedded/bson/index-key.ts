import { createHash } from 'node:crypto';
import type { Binary, ObjectId } from 'bson';
import { toBsonName } from './field-names.js';
import { GrowingBuffer } from './growing-buffer.js';
import { type Numeric, toDouble } from './numbers.js';
import { type Doc, TypeRank, typeRankOf, type Value } from './values.js';

/**
 * Index keys. Their bytes sort in MongoDB's value order. A value has a type byte (rank + 1, so that 0 can end a list)
 * and a body that is not a prefix of another body of that type. All bytes of a descending field are inverted.
 */

/** Byte after a number, part of the stored key format. */
const NUMBER_END = 0x02;
const ESCAPED_ZERO = Buffer.from([0, 0xff]);
const TEXT_END = Buffer.from([0, 0]);

/** Maximum length of a complete key in bytes. LMDB accepts 1978, including a prefix and a record number. */
export const MAX_KEY_BYTES = 1500;

class KeyWriter extends GrowingBuffer {
  reset(): this {
    this.position = 0;
    return this;
  }

  take(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.position));
  }

  value(value: Value | undefined, descending = false): this {
    const start = this.position;
    this.write(value);
    if (descending) this.invert(start);
    return this;
  }

  private write(value: Value | undefined): void {
    const rank = typeRankOf(value);
    this.byte(rank + 1);
    this.body(rank, value);
  }

  private body(rank: number, value: Value | undefined): void {
    switch (rank) {
      case TypeRank.Number:
        return this.number(value as Numeric);
      case TypeRank.String:
        return this.text(value as string);
      case TypeRank.Object:
        return this.doc(value as Doc);
      case TypeRank.Array:
        for (const item of value as Value[]) this.write(item);
        return this.byte(0);
      case TypeRank.Binary: {
        const binary = value as Binary;
        this.uint32(binary.position);
        this.byte(binary.sub_type);
        return this.raw(binary.value());
      }
      case TypeRank.ObjectId:
        return this.raw((value as ObjectId).id);
      case TypeRank.Boolean:
        return this.byte(value ? 1 : 0);
      case TypeRank.Date:
        return this.double((value as Date).getTime());
    }
  }

  private doc(doc: Doc): void {
    for (const name of Object.keys(doc)) {
      const rank = typeRankOf(doc[name]);
      this.byte(rank + 1);
      this.text(toBsonName(name));
      this.body(rank, doc[name]);
    }
    this.byte(0);
  }

  private number(value: Numeric): void {
    this.double(toDouble(value));
    this.byte(NUMBER_END);
  }

  private double(value: number): void {
    this.ensureCapacity(8);
    const start = this.position;
    if (Number.isNaN(value)) {
      this.bytes.fill(0, start, start + 8);
    } else {
      this.bytes.writeDoubleBE(value === 0 ? 0 : value, start);
      if (this.bytes[start]! & 0x80) for (let i = 0; i < 8; i++) this.bytes[start + i]! ^= 0xff;
      else this.bytes[start]! |= 0x80;
    }
    this.position = start + 8;
  }

  /** Writes UTF-8 with 00 encoded as 00 FF, terminated by 00 00. A text sorts before all texts that start with it. */
  private text(text: string): void {
    this.ensureCapacity(text.length * 3 + 2);
    for (const [index, part] of text.split('\0').entries()) {
      if (index > 0) this.raw(ESCAPED_ZERO);
      this.position += this.bytes.write(part, this.position, 'utf8');
    }
    this.raw(TEXT_END);
  }

  private invert(start: number): void {
    for (let i = start; i < this.position; i++) this.bytes[i]! ^= 0xff;
  }

  private uint32(value: number): void {
    this.ensureCapacity(4);
    this.position = this.bytes.writeUInt32BE(value, this.position);
  }
}

const keyWriter = new KeyWriter(256);

export function encodeIndexKey(values: readonly (Value | undefined)[], descending: readonly boolean[] = []): Buffer {
  keyWriter.reset();
  for (let i = 0; i < values.length; i++) keyWriter.value(values[i], descending[i]);
  return keyWriter.take();
}

/** Truncates a key longer than `MAX_KEY_BYTES`, and appends a digest. Such keys preserve equality but not order. */
export function truncateLongKey(key: Buffer): Buffer {
  if (key.length <= MAX_KEY_BYTES) return key;
  return Buffer.concat([key.subarray(0, MAX_KEY_BYTES), createHash('sha256').update(key).digest()]);
}

/** Decodes the first field of a key, which must be a string in an ascending field. */
export function decodeKeyText(key: Buffer, start = 0): string {
  let end = start + 1;
  let zeroCount = 0;
  for (; key[end] !== 0 || key[end + 1] !== 0; end++) if (key[end] === 0) zeroCount++;
  if (zeroCount === 0) return key.toString('utf8', start + 1, end);
  const text = key.subarray(start + 1, end);
  return Buffer.from(text.filter((byte, i) => byte !== 0xff || text[i - 1] !== 0)).toString('utf8');
}
