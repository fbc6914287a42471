import { endOfName, valueEnd } from './decode.js';
import type { FieldSetEntry, FieldSet } from './field-set.js';
import { ID_NAME } from './raw-document.js';

/** A projection that only includes or excludes unmodified fields. */
export interface PlainProjection {
  fields: FieldSet;
  /** Whether only the named fields are included; otherwise they are excluded. */
  including: boolean;
  /** Encoded fields to append. */
  added: Uint8Array;
}

/** Whether a value is copied unchanged, left out, or projected recursively. */
type FieldAction = 'keep' | 'drop' | 'enter';

/** Maximum number of bytes that a loop copies faster than a native call. */
const MAX_LOOP_BYTES = 32;

let output = Buffer.allocUnsafe(1 << 16);
let outputLength = 0;

/** Projects an encoded document without decoding it. */
export function projectBytes(bytes: Buffer, projection: PlainProjection): Buffer {
  // The output can be longer than the source: an array item that moves may get a longer index as its name.
  const capacity = 2 * bytes.length + projection.added.length;
  if (output.length < capacity) output = Buffer.allocUnsafe(capacity);
  outputLength = 0;
  projectDocument(bytes, 0, projection.fields, projection.including, projection.added);
  const projected = Buffer.from(output.subarray(0, outputLength));
  if (output.length > 1 << 20) output = Buffer.allocUnsafe(1 << 16);
  return projected;
}

/** Whether `_id` is the first field. */
export function beginsWithId(bytes: Buffer): boolean {
  return bytes.length > 8 && bytes.readUInt32LE(5) === ID_NAME;
}

function projectDocument(bytes: Buffer, start: number, fields: FieldSet, including: boolean, added?: Uint8Array): void {
  const head = begin();
  const last = start + bytes.readInt32LE(start) - 1;
  let copyStart = start + 4; // start of the fields that are selected but not copied yet
  let offset = copyStart;
  // An inclusion can stop once all its fields are found.
  for (let remaining = including ? fields.size : Infinity; offset < last && remaining > 0;) {
    const type = bytes[offset]!;
    const value = endOfName(bytes, offset + 1) + 1;
    const next = valueEnd(bytes, type, value, last);
    const field = fields.find(bytes, offset + 1, value - 1);
    if (field) remaining--;
    const action = decideAction(type, field, including);
    if (action !== 'keep') {
      copyBytes(bytes, copyStart, action === 'enter' ? value : offset);
      if (action === 'enter') projectNested(bytes, type, value, field!.nested!, including);
      copyStart = next;
    }
    offset = next;
  }
  copyBytes(bytes, copyStart, offset);
  if (added) copyBytes(added, 0, added.length);
  end(head);
}

function decideAction(type: number, field: FieldSetEntry | undefined, including: boolean): FieldAction {
  if (!field) return including ? 'drop' : 'keep';
  if (field.nested && (type === 0x03 || type === 0x04)) return 'enter';
  // A scalar has no nested fields: an inclusion omits it, and an exclusion copies it.
  return (field.nested === undefined) === including ? 'keep' : 'drop';
}

function projectNested(bytes: Buffer, type: number, start: number, nested: FieldSet, including: boolean): void {
  if (type === 0x03) projectDocument(bytes, start, nested, including);
  else copyItems(bytes, start, nested, including);
}

function copyItems(bytes: Buffer, start: number, nested: FieldSet, including: boolean): void {
  const head = begin();
  const last = start + bytes.readInt32LE(start) - 1;
  let count = 0;
  for (let offset = start + 4; offset < last;) {
    const type = bytes[offset]!;
    const value = endOfName(bytes, offset + 1) + 1;
    const next = valueEnd(bytes, type, value, last);
    const isDeep = type === 0x03 || type === 0x04;
    if (isDeep || !including) {
      if (including) {
        output[outputLength++] = type;
        outputLength += output.write(String(count++), outputLength, 'latin1');
        output[outputLength++] = 0;
      } else copyBytes(bytes, offset, value);
      if (isDeep) projectNested(bytes, type, value, nested, including);
      else copyBytes(bytes, value, next);
    }
    offset = next;
  }
  end(head);
}

function begin(): number {
  outputLength += 4;
  return outputLength - 4;
}

function end(head: number): void {
  output[outputLength++] = 0;
  output.writeInt32LE(outputLength - head, head);
}

function copyBytes(bytes: Uint8Array, from: number, to: number): void {
  if (to - from > MAX_LOOP_BYTES) output.set(bytes.subarray(from, to), outputLength);
  else for (let i = 0; i < to - from; i++) output[outputLength + i] = bytes[from + i]!;
  outputLength += to - from;
}
