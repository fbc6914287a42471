import { crc32 } from 'node:zlib';

const RECORD_BYTES = 6;
const ID_BYTES = 4;

export function encodeDocumentKey(collection: number, record: number): Buffer {
  const key = Buffer.allocUnsafe(ID_BYTES + RECORD_BYTES);
  key.writeUInt32BE(collection, 0);
  key.writeUIntBE(record, ID_BYTES, RECORD_BYTES);
  return key;
}

export function recordNumberOfDocumentKey(key: Buffer): number {
  return key.readUIntBE(ID_BYTES, RECORD_BYTES);
}

export function encodeEntryKey(index: number, key: Buffer, record?: number): Buffer {
  const bytes = Buffer.allocUnsafe(ID_BYTES + key.length + (record === undefined ? 0 : RECORD_BYTES));
  bytes.writeUInt32BE(index, 0);
  key.copy(bytes, ID_BYTES);
  if (record !== undefined) bytes.writeUIntBE(record, ID_BYTES + key.length, RECORD_BYTES);
  return bytes;
}

export function encodeIdPrefix(id: number): Buffer {
  const key = Buffer.allocUnsafe(ID_BYTES);
  key.writeUInt32BE(id, 0);
  return key;
}

export const INDEXED_VALUES_OFFSET = ID_BYTES;

/** Returns the indexed field values in a key of an entry in a non-unique index, still encoded. */
export function indexedValuesOfEntryKey(key: Buffer): Buffer {
  return key.subarray(ID_BYTES, key.length - RECORD_BYTES);
}

export function encodeEntryValue(key: Buffer, record: number): Buffer {
  const value = Buffer.allocUnsafe(4 + RECORD_BYTES);
  value.writeUIntBE(record, 4, RECORD_BYTES);
  value.writeUInt32BE(crc32(value.subarray(4), crc32(key)), 0);
  return value;
}

export function recordNumberOfEntryValue(value: Buffer): number {
  return value.readUIntBE(4, RECORD_BYTES);
}

/** Returns the record number at the end of a key of an entry in a non-unique index. */
export function recordNumberOfEntryKey(key: Buffer): number {
  return key.readUIntBE(key.length - RECORD_BYTES, RECORD_BYTES);
}

export function hasValidEntryChecksum(key: Buffer, value: Buffer): boolean {
  return value.length === 4 + RECORD_BYTES && value.readUInt32BE(0) === crc32(value.subarray(4), crc32(key));
}

/** Returns the checksum of a key and its document. Hashing the key in JavaScript is faster than a native call. */
function checksum(key: Buffer, document: Buffer): number {
  let seed = 0;
  for (let i = 0; i < key.length; i++) seed = (Math.imul(seed, 16777619) ^ key[i]!) >>> 0;
  return crc32(document, seed);
}

export function addChecksum(key: Buffer, document: Buffer): Buffer {
  const value = Buffer.allocUnsafe(4 + document.length);
  value.writeUInt32BE(checksum(key, document), 0);
  document.copy(value, 4);
  return value;
}

/** Returns the document without its checksum; undefined if the checksum is wrong. */
export function verifyChecksum(key: Buffer, value: Buffer): Buffer | undefined {
  if (value.length < 9) return undefined;
  const document = value.subarray(4);
  return value.readUInt32BE(0) === checksum(key, document) ? document : undefined;
}
