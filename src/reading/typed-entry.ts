import type { Derived, Parts, Records } from '../generated/computed.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';

/** Stored record of a kind or embedded type. Fields may be unselected, and drafts and retired entries lack some. */
export type RecordOf<T extends keyof Records | keyof Parts> = T extends keyof Records
  ? Readonly<Partial<T extends keyof Derived ? Records[T] & Derived[T] : Records[T]>>
  : T extends keyof Parts
    ? Readonly<Partial<Parts[T]>>
    : never;

export type EntryOf<K extends keyof Records> = Omit<StoredEntry, 'record'> & { record: RecordOf<K> };

/** Casts a stored record to its type. This is safe because it was validated against the model when written. */
export function asRecord<T extends keyof Records | keyof Parts>(record: EntryRecord): RecordOf<T> {
  return record as RecordOf<T>;
}
