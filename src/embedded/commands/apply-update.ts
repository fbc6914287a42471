import { ObjectId } from 'bson';
import { MAX_DOCUMENT_BYTES } from '../bson/raw-document.js';
import type { Doc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Filter } from '../query/matcher.js';
import type { FoundDocument } from '../query/search.js';
import type { Collection } from '../storage/collection.js';
import type { Storage } from '../storage/storage.js';
import { insertDocument, replaceDocument } from '../storage/write-document.js';
import { initialUpsertDocument } from '../update/upsert-document.js';
import type { Update } from '../update/update.js';
import { withIdFirst } from '../update/update.js';
import { decodeFound } from './find.js';
import { arrayAsId } from './insert.js';
import { encodeChecked } from './write-result.js';

/** Maximum size of an updated document for which MongoDB reports a specific error, in bytes. */
const MAX_BUILT_BYTES = MAX_DOCUMENT_BYTES + 16 * 1024;

export interface UpdateTarget {
  storage: Storage;
  collection: Collection;
  filter: Filter;
  update: Update;
}

/** Updates a document. Requires a transaction. Returns whether its bytes changed. */
export function updateFound(target: UpdateTarget, found: FoundDocument): boolean {
  const { storage, collection, update } = target;
  const before = decodeFound(found);
  const doc = update.apply(before, false);
  const bytes = encodeChecked(doc, MAX_BUILT_BYTES);
  if (bytes.length > MAX_DOCUMENT_BYTES)
    throw new CommandError('Location17419', `Resulting document after update is larger than ${MAX_DOCUMENT_BYTES}`);
  if (bytes.equals(found.bytes)) return false;
  replaceDocument(storage, collection, { record: found.record, bytes: found.bytes, doc: before }, bytes, doc);
  return true;
}

/** Inserts the document of an upsert. Requires a transaction. */
export function insertUpserted(target: UpdateTarget): Doc {
  const { storage, collection, filter, update } = target;
  const start = initialUpsertDocument(filter, update.kind);
  let doc = update.apply(start, true);
  doc = doc._id === undefined ? { _id: new ObjectId(), ...doc } : withIdFirst(doc);
  if (Array.isArray(doc._id)) throw arrayAsId();
  const bytes = encodeChecked(doc, MAX_BUILT_BYTES);
  if (bytes.length > MAX_DOCUMENT_BYTES)
    throw new CommandError('Location17420', `Document to upsert is larger than ${MAX_DOCUMENT_BYTES}`);
  insertDocument(storage, collection, bytes, doc);
  return doc;
}
