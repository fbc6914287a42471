import { ObjectId } from 'bson';
import { innerName } from '../bson/field-names.js';
import { MAX_DOCUMENT_BYTES } from '../bson/raw-document.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Filter } from '../query/filter.js';
import { matchedPosition } from '../query/position.js';
import type { Found } from '../query/search.js';
import type { Collection } from '../storage/collection.js';
import type { Storage } from '../storage/storage.js';
import { insertDocument, replaceDocument } from '../storage/write.js';
import type { Update } from '../update/update.js';
import { idFirst } from '../update/update.js';
import { docOf } from './find.js';
import { checkId } from './insert.js';
import { checkValid } from './validation.js';
import { encodeChecked } from './write-result.js';

/** What an update works on. */
export interface UpdateTarget {
  storage: Storage;
  collection: Collection;
  filter: Filter;
  update: Update;
  bypassValidation: boolean;
}

/** Updates one document; inside a transaction. Says whether its bytes changed, and what it is now. */
export function updateFound(target: UpdateTarget, found: Found): { modified: boolean; doc: Doc } {
  const { storage, collection, filter, update, bypassValidation } = target;
  const before = docOf(found);
  const position = update.kind === 'modifiers' ? matchedPosition(filter, before) : -1;
  const doc = update.apply(before, { position, inserting: false });
  const bytes = encodeChecked(doc, MAX_DOCUMENT_BYTES);
  if (bytes.equals(found.bytes)) return { modified: false, doc };
  if (!bypassValidation) checkValid(collection, doc, before);
  replaceDocument(storage, collection, { record: found.record, bytes: found.bytes, doc: before }, bytes, doc);
  return { modified: true, doc };
}

/** Inserts what an upsert makes of its filter and its update; inside a transaction. */
export function insertUpserted(target: UpdateTarget): Doc {
  const { storage, collection, filter, update, bypassValidation } = target;
  const start = equalities(filter);
  if (update.kind === 'replacement') for (const name of Object.keys(start)) if (name !== '_id') delete start[name];
  let doc = update.apply(start, { position: -1, inserting: true });
  doc = doc._id === undefined ? { _id: new ObjectId(), ...doc } : idFirst(doc);
  checkId(doc._id);
  const bytes = encodeChecked(doc, MAX_DOCUMENT_BYTES);
  if (!bypassValidation) checkValid(collection, doc);
  insertDocument(storage, collection, bytes, doc);
  return doc;
}

/** The fields that a filter fixes, from which an upsert starts. */
function equalities(filter: Filter): Doc {
  const doc: Doc = {};
  const set = (name: string, value: Value) => {
    const parts = name.split('.').map(innerName);
    let inside = doc;
    for (const part of parts.slice(0, -1)) {
      const next = inside[part];
      if (next !== undefined && !isDoc(next)) throw notUnique(name);
      inside = (inside[part] = next ?? {}) as Doc;
    }
    const last = parts.at(-1)!;
    if (inside[last] !== undefined) throw notUnique(name);
    inside[last] = value;
  };
  const collect = (part: Filter): void => {
    if (part.kind === 'and') part.parts.forEach(collect);
    else if (part.kind === 'or' && part.parts.length === 1) collect(part.parts[0]!);
    else if (part.kind === 'field' && part.operator === '$eq') set(part.name, part.operand);
    else if (part.kind === 'field' && part.operator === '$in' && (part.operand as Value[]).length === 1) {
      set(part.name, (part.operand as Value[])[0]!);
    }
  };
  collect(filter);
  return doc;
}

function notUnique(name: string): CommandError {
  return new CommandError('NotSingleValueField', `cannot infer query fields to set, path '${name}' is matched twice`);
}
