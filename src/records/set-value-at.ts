import { isDeepStrictEqual } from 'node:util';
import type { EntryRecord } from '../store/entries.js';
import type { ProblemPath } from './problem.js';

/** Returns a copy of a record with a value set at a path of field names. Null removes the value. */
export function setValueAt(record: EntryRecord, [name, ...pathAfterName]: ProblemPath, value: unknown): EntryRecord {
  const { [name!]: before, ...otherFields } = record;
  const after = pathAfterName.length === 0 ? value : setValueAt((before ?? {}) as EntryRecord, pathAfterName, value);
  const isEmpty = after === null || (pathAfterName.length > 0 && isDeepStrictEqual(after, {}));
  return isEmpty ? otherFields : { ...otherFields, [name!]: after };
}
