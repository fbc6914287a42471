import { encodeIndexKey, truncateLongKey } from '../bson/index-key.js';
import { decodeDocument } from '../bson/decode.js';
import { toDecodedName } from '../bson/field-names.js';
import { FieldSet } from '../bson/field-set.js';
import { extendedJson } from '../bson/extended-json.js';
import type { Doc, Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { collectCompoundKeys } from '../query/compound-keys.js';
import { type Collection, formatNamespace } from './collection.js';
import { computeKeys, type DocumentKeys, type Index } from './index-definition.js';
import {
  encodeEntryKey,
  recordNumberOfEntryValue,
  encodeEntryValue,
  encodeDocumentKey,
  addChecksum,
} from './lmdb-encoding.js';
import type { Storage, StoredRecord } from './storage.js';

/** Returns the fields from which the index keys of a collection are computed. */
export function indexedFields(collection: Collection): FieldSet {
  return new FieldSet(collection.indexes.flatMap(({ fields }) => fields.map(({ path }) => path)));
}

/**
 * Inserts a document with `_id` as the first field. Requires a transaction. Returns its record number.
 * @param doc decoded document, with at least the fields in `indexedFields`
 * @throws CommandError DuplicateKey before any write
 */
export function insertDocument(storage: Storage, collection: Collection, bytes: Buffer, doc: Doc): number {
  const record = collection.nextRecord;
  const changes = collection.indexes.map((index) => ({ index, now: computeKeys(index, doc) }));
  for (const { index, now } of changes) checkUnique(storage, collection, index, now, record, doc);
  collection.nextRecord++;
  for (const { index, now } of changes) {
    for (const key of now.keys) putEntry(storage, index, key, record);
    recordKeys(storage, collection, index, now);
  }
  const key = encodeDocumentKey(collection.id, record);
  void storage.environment.documents.put(key, addChecksum(key, bytes));
  collection.count++;
  collection.bytes += bytes.length;
  storage.catalogue.markChanged(collection);
  return record;
}

function keysNotIn(keys: readonly Buffer[], otherKeys: readonly Buffer[]): Buffer[] {
  if (keys.length === 1 && otherKeys.length === 1) return keys[0]!.equals(otherKeys[0]!) ? [] : [keys[0]!];
  const otherKeySet = new Set(otherKeys.map((key) => key.toString('latin1')));
  return keys.filter((key) => !otherKeySet.has(key.toString('latin1')));
}

/** Replaces a document. Requires a transaction. @throws CommandError DuplicateKey before any write */
export function replaceDocument(
  storage: Storage,
  collection: Collection,
  oldRecord: StoredRecord & { doc: Doc },
  bytes: Buffer,
  doc: Doc,
): void {
  const changes = collection.indexes.map((index) => {
    const oldKeys = computeKeys(index, oldRecord.doc).keys;
    const newKeys = computeKeys(index, doc);
    return { index, now: newKeys, removed: keysNotIn(oldKeys, newKeys.keys), added: keysNotIn(newKeys.keys, oldKeys) };
  });
  for (const { index, now, added } of changes) {
    checkUnique(storage, collection, index, { ...now, keys: added }, oldRecord.record, doc);
  }
  for (const { index, now, removed, added } of changes) {
    for (const key of removed) removeEntry(storage, index, key, oldRecord.record);
    for (const key of added) putEntry(storage, index, key, oldRecord.record);
    recordKeys(storage, collection, index, now);
  }
  const key = encodeDocumentKey(collection.id, oldRecord.record);
  void storage.environment.documents.put(key, addChecksum(key, bytes));
  collection.recentDocuments.delete(oldRecord.record);
  collection.bytes += bytes.length - oldRecord.bytes.length;
  storage.catalogue.markChanged(collection);
}

/** Deletes a document. Requires a transaction. */
export function deleteDocument(storage: Storage, collection: Collection, { record, bytes }: StoredRecord): void {
  const doc = decodeDocument(bytes);
  for (const index of collection.indexes) {
    for (const key of computeKeys(index, doc).keys) removeEntry(storage, index, key, record);
  }
  void storage.environment.documents.remove(encodeDocumentKey(collection.id, record));
  collection.recentDocuments.delete(record);
  collection.count--;
  collection.bytes -= bytes.length;
  storage.catalogue.markChanged(collection);
}

/** Adds an existing document to a new index. Requires a transaction. */
export function indexDocument(storage: Storage, collection: Collection, index: Index, record: number, doc: Doc): void {
  const documentKeys = computeKeys(index, doc);
  checkUnique(storage, collection, index, documentKeys, record, doc);
  for (const key of documentKeys.keys) putEntry(storage, index, key, record);
  recordKeys(storage, collection, index, documentKeys);
}

function putEntry(storage: Storage, index: Index, key: Buffer, record: number): void {
  const entryKey = encodeEntryKey(index.id, truncateLongKey(key), index.unique ? undefined : record);
  void storage.environment.entries.put(entryKey, encodeEntryValue(entryKey, record));
  index.entryCount++;
}

function removeEntry(storage: Storage, index: Index, key: Buffer, record: number): void {
  const entryKey = encodeEntryKey(index.id, truncateLongKey(key), index.unique ? undefined : record);
  void storage.environment.entries.remove(entryKey);
  index.entryCount--;
}

/** Records for the planner whether the index keys of a document come from arrays or are truncated. */
function recordKeys(
  storage: Storage,
  collection: Collection,
  index: Index,
  { keys, multikey, differsFromUnwind }: DocumentKeys,
): void {
  let isChanged = false;
  multikey.forEach((isArray, i) => {
    if (!isArray || index.multikey[i]) return;
    index.multikey[i] = true;
    isChanged = true;
  });
  if (!index.hasLongKeys && keys.some((key) => truncateLongKey(key) !== key)) {
    index.hasLongKeys = true;
    isChanged = true;
  }
  if (differsFromUnwind && !index.differsFromUnwind) {
    index.differsFromUnwind = true;
    isChanged = true;
  }
  if (isChanged) storage.catalogue.save(collection);
}

function checkUnique(
  storage: Storage,
  collection: Collection,
  index: Index,
  { keys }: DocumentKeys,
  record: number,
  doc: Doc,
): void {
  if (!index.unique) return;
  for (const key of keys) {
    const existingValue = storage.environment.entries.get(encodeEntryKey(index.id, truncateLongKey(key)));
    if (existingValue && recordNumberOfEntryValue(existingValue) !== record)
      throw duplicateKeyError(collection, index, doc, key);
  }
}

function duplicateKeyError(collection: Collection, index: Index, doc: Doc, key: Buffer): CommandError {
  const keyPattern = index.spec.key as Doc;
  const values = valuesOfKey(index, doc, key);
  const keyValue: Doc = {};
  index.fields.forEach(({ name }, i) => (keyValue[toDecodedName(name)] = values[i] ?? null));
  const message = `E11000 duplicate key error collection: ${formatNamespace(collection)} index: ${index.name} dup key: ${extendedJson(keyValue)}`;
  return new CommandError('DuplicateKey', message, { keyPattern, keyValue });
}

/** Returns the values from which a key of a document was computed. */
function valuesOfKey(index: Index, doc: Doc, key: Buffer): readonly (Value | undefined)[] {
  const { keys } = collectCompoundKeys(index.fields, doc)!;
  return keys.find((tuple) => encodeIndexKey(tuple, index.descending).equals(key))!;
}
