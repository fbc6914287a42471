import type { Transaction } from 'lmdb';
import { decodeDocument } from '../bson/decode.js';
import { truncateLongKey } from '../bson/index-key.js';
import { type Collection, formatNamespace } from './collection.js';
import { takeSnapshot } from './lmdb-environment.js';
import { computeKeys } from './index-definition.js';
import {
  hasValidEntryChecksum,
  encodeEntryKey,
  recordNumberOfEntryValue,
  encodeIdPrefix,
  encodeDocumentKey,
  verifyChecksum,
} from './lmdb-encoding.js';
import type { Storage } from './storage.js';

/**
 * Compares the indexes and counts of a collection with its documents. Yields a description of each problem, and
 * `undefined` at intervals, so that the caller can interrupt its work. Must be called while no commit runs.
 */
export function* checkCollection(storage: Storage, collection: Collection): Generator<string | undefined> {
  const transaction = takeSnapshot(storage.environment.root);
  try {
    yield* compare(storage, { ...collection, indexes: collection.indexes.map((index) => ({ ...index })) }, transaction);
  } finally {
    transaction.done();
  }
}

function* compare(storage: Storage, collection: Collection, transaction: Transaction): Generator<string | undefined> {
  const { documents, entries } = storage.environment;
  const rangeOfId = (id: number) => ({ start: encodeIdPrefix(id), end: encodeIdPrefix(id + 1), transaction });
  const namespace = formatNamespace(collection);
  const keyCounts = new Map<number, number>(collection.indexes.map(({ id }) => [id, 0]));
  let count = 0;
  let bytes = 0;
  for (const { key, value } of documents.getRange(rangeOfId(collection.id))) {
    const document = verifyChecksum(key, value);
    if (!document) {
      yield `${namespace}: the document ${key.toString('hex')} is corrupted`;
      continue;
    }
    count++;
    bytes += document.length;
    const record = key.readUIntBE(4, 6);
    const doc = decodeDocument(document);
    for (const index of collection.indexes) {
      for (const indexKey of computeKeys(index, doc).keys) {
        const entryKey = encodeEntryKey(index.id, truncateLongKey(indexKey), index.unique ? undefined : record);
        const entry = entries.get(entryKey, { transaction });
        if (!entry) yield `${namespace}: the index ${index.name} lacks an entry of document ${record}`;
        else if (recordNumberOfEntryValue(entry) !== record)
          yield `${namespace}: an entry of ${index.name} points to another document than ${record}`;
        keyCounts.set(index.id, keyCounts.get(index.id)! + 1);
      }
    }
    yield undefined;
  }
  for (const index of collection.indexes) {
    let entryCount = 0;
    for (const { key, value } of entries.getRange(rangeOfId(index.id))) {
      entryCount++;
      if (!hasValidEntryChecksum(key, value)) yield `${namespace}: an entry of ${index.name} is corrupted`;
      else if (!documents.get(encodeDocumentKey(collection.id, recordNumberOfEntryValue(value)), { transaction }))
        yield `${namespace}: an entry of ${index.name} points to a missing document`;
      yield undefined;
    }
    if (entryCount !== keyCounts.get(index.id))
      yield `${namespace}: ${index.name} has ${entryCount} entries for ${keyCounts.get(index.id)} keys`;
    if (entryCount !== index.entryCount)
      yield `${namespace}: ${index.name} has ${entryCount} entries, but its counter is ${index.entryCount}`;
  }
  if (count !== collection.count)
    yield `${namespace}: there are ${count} documents, but the counter is ${collection.count}`;
  if (bytes !== collection.bytes)
    yield `${namespace}: the documents have ${bytes} bytes, but the counter is ${collection.bytes}`;
}
