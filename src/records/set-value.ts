import { isDeepStrictEqual } from 'node:util';
import type { EntryRecord } from '../store/entries.js';
import type { ProblemPath } from './problem.js';

/** Returns a copy of a record with a value set at a path of field names. Null removes the value. */
export function setAt(record: EntryRecord, [name, ...rest]: ProblemPath, value: unknown): EntryRecord {
  const { [name!]: before, ...others } = record;
  const after = rest.length === 0 ? value : setAt((before ?? {}) as EntryRecord, rest, value);
  const isEmpty = after === null || (rest.length > 0 && isDeepStrictEqual(after, {}));
  return isEmpty ? others : { ...others, [name!]: after };
}
