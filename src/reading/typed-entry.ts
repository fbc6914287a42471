import type { Derived, Parts, Records } from '../generated/computed.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';

/** What is stored of a kind or an embedded type, in part: not all may be read, a draft lacks some, a retired entry most. */
export type RecordOf<T extends keyof Records | keyof Parts> = T extends keyof Records
  ? Readonly<Partial<T extends keyof Derived ? Records[T] & Derived[T] : Records[T]>>
  : T extends keyof Parts
    ? Readonly<Partial<Parts[T]>>
    : never;

/** An entry of a kind, as it is stored. */
export type EntryOf<K extends keyof Records> = Omit<StoredEntry, 'record'> & { record: RecordOf<K> };

/** Takes what the store gives as the record of a type: it was checked against the model when it was written. */
export function asRecord<T extends keyof Records | keyof Parts>(record: EntryRecord): RecordOf<T> {
  return record as RecordOf<T>;
}
