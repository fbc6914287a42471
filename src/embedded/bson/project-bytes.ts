import { endOfName, valueEnd } from './decode.js';
import type { RequiredField, FieldSet } from './fields.js';

/** A projection that only includes or excludes unmodified fields. */
export interface PlainProjection {
  fields: FieldSet;
  /** Whether only the named fields are included; otherwise they are excluded. */
  including: boolean;
  /** Encoded fields to append. */
  added: Uint8Array;
}

/** Whether a value is copied unchanged, left out, or projected recursively. */
type Fate = 'keep' | 'drop' | 'enter';

/** Maximum number of bytes for which a loop is faster than a native copy. */
const FEW_BYTES = 32;

let out = Buffer.allocUnsafe(1 << 16);
let written = 0;

/** Projects an encoded document without decoding it. */
export function projectBytes(bytes: Buffer, projection: PlainProjection): Buffer {
  // An item that moves in its array may get a longer name than in the source.
  const room = 2 * bytes.length + projection.added.length;
  if (out.length < room) out = Buffer.allocUnsafe(room);
  written = 0;
  copyDocument(bytes, 0, projection.fields, projection.including, projection.added);
  const projected = Buffer.from(out.subarray(0, written));
  if (out.length > 1 << 20) out = Buffer.allocUnsafe(1 << 16);
  return projected;
}

/** Whether `_id` is the first field. */
export function beginsWithId(bytes: Buffer): boolean {
  return bytes.length > 8 && bytes.readUInt32LE(5) === ID_NAME;
}

/** Bytes of `_id` and the terminating zero byte. */
const ID_NAME = 0x0064695f;

function copyDocument(bytes: Buffer, start: number, fields: FieldSet, including: boolean, added?: Uint8Array): void {
  const head = begin();
  const last = start + bytes.readInt32LE(start) - 1;
  let from = start + 4; // start of the fields to keep that are not copied yet
  let at = from;
  // An inclusion can stop once all its fields are found.
  for (let left = including ? fields.size : Infinity; at < last && left > 0;) {
    const type = bytes[at]!;
    const value = endOfName(bytes, at + 1) + 1;
    const next = valueEnd(bytes, type, value, last);
    const field = fields.at(bytes, at + 1, value - 1);
    if (field) left--;
    const fate = decideFate(type, field, including);
    if (fate !== 'keep') {
      copy(bytes, from, fate === 'enter' ? value : at);
      if (fate === 'enter') enter(bytes, type, value, field!.below!, including);
      from = next;
    }
    at = next;
  }
  copy(bytes, from, at);
  if (added) copy(added, 0, added.length);
  end(head);
}

function decideFate(type: number, field: RequiredField | undefined, including: boolean): Fate {
  if (!field) return including ? 'drop' : 'keep';
  if (field.below && (type === 0x03 || type === 0x04)) return 'enter';
  // A scalar has none of the nested fields: it is left out by an inclusion, and kept by an exclusion.
  return (field.below === undefined) === including ? 'keep' : 'drop';
}

function enter(bytes: Buffer, type: number, start: number, below: FieldSet, including: boolean): void {
  if (type === 0x03) copyDocument(bytes, start, below, including);
  else copyItems(bytes, start, below, including);
}

function copyItems(bytes: Buffer, start: number, below: FieldSet, including: boolean): void {
  const head = begin();
  const last = start + bytes.readInt32LE(start) - 1;
  let count = 0;
  for (let at = start + 4; at < last;) {
    const type = bytes[at]!;
    const value = endOfName(bytes, at + 1) + 1;
    const next = valueEnd(bytes, type, value, last);
    const isDeep = type === 0x03 || type === 0x04;
    if (isDeep || !including) {
      if (including) {
        out[written++] = type;
        written += out.write(String(count++), written, 'latin1');
        out[written++] = 0;
      } else copy(bytes, at, value);
      if (isDeep) enter(bytes, type, value, below, including);
      else copy(bytes, value, next);
    }
    at = next;
  }
  end(head);
}

function begin(): number {
  written += 4;
  return written - 4;
}

function end(head: number): void {
  out[written++] = 0;
  out.writeInt32LE(written - head, head);
}

function copy(bytes: Uint8Array, from: number, to: number): void {
  if (to - from > FEW_BYTES) out.set(bytes.subarray(from, to), written);
  else for (let i = 0; i < to - from; i++) out[written + i] = bytes[from + i]!;
  written += to - from;
}
