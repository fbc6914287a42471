import { Long } from 'bson';
import { RawArray } from '../bson/encode.js';
import { encodeKey, MAX_KEY_BYTES } from '../bson/index-key.js';
import type { Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import type { CommandContext } from './command.js';
import { countField, findCollection, flagField } from './command.js';

/** Fields of a `find` that do not affect its result in this database. */
const PLAIN = new Set([
  'find',
  'filter',
  'limit',
  'batchSize',
  'singleBatch',
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'maxTimeMS',
  'comment',
]);

/** Maximum number of ids. Longer lists may need a second batch. */
const MAX_IDS = 101;
const MAX_BYTES = 8 * 1024 * 1024;

/** Answers a `find` by `_id` without a plan or a cursor. Returns undefined for other queries. */
export function findById(context: CommandContext): object | undefined {
  const { command, storage, db } = context;
  for (const name of Object.keys(command)) if (!PLAIN.has(name)) return undefined;
  const { filter } = command;
  if (!isDoc(filter) || filter._id === undefined || Object.keys(filter).length !== 1) return undefined;
  const ids = readIds(filter._id);
  if (!ids || ids.length > MAX_IDS) return undefined;
  const limit = countField(command, 'limit') || Infinity;
  const batch = countField(command, 'batchSize') ?? MAX_IDS;
  if (batch < Math.min(ids.length, limit) && !flagField(command, 'singleBatch')) return undefined;
  const collection = findCollection(context);
  const documents: Buffer[] = [];
  let bytes = 0;
  if (collection) {
    const index = collection.indexes[0]!;
    const keys = ids.map((id) => encodeKey([id]));
    if (keys.length > 1) keys.sort(Buffer.compare);
    let last: Buffer | undefined;
    for (const key of keys) {
      if (key.length > MAX_KEY_BYTES) return undefined;
      if (last?.equals(key)) continue;
      last = key;
      const record = storage.entry(index, key);
      const document = record === undefined ? undefined : storage.document(collection, record);
      if (!document) continue;
      documents.push(document);
      bytes += document.length;
      if (bytes > MAX_BYTES) return undefined;
      if (documents.length >= limit || documents.length >= batch) break;
    }
  }
  return { cursor: { firstBatch: new RawArray(documents), id: Long.ZERO, ns: `${db}.${command.find as string}` } };
}

function readIds(requested: Value): Value[] | undefined {
  if (isSimple(requested)) return [requested];
  if (!isDoc(requested) || !Array.isArray(requested.$in) || Object.keys(requested).length !== 1) return undefined;
  return requested.$in.every(isSimple) ? requested.$in : undefined;
}

function isSimple(value: Value): boolean {
  return value !== null && !Array.isArray(value) && !isDoc(value);
}
