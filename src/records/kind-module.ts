import type { EntryRecord, StoredEntry } from '../store/store.js';
import type { Work } from '../series/citation.js';
import type { FiguresShape } from './figures.js';
import type { Rule } from './rule.js';

/** A computed field worked out on reading, from the entry and the field's arguments. */
export type ComputedField = (entry: StoredEntry, args: never, context: never) => unknown;

/** A computed field of an embedded type, worked out on reading, from the value and the field's arguments. */
export type ComputedPart = (value: EntryRecord, args: never, context: never) => unknown;

/**
 * What is special about one type of the model, a kind or an embedded type: the one place where code may know it by name.
 */
export interface KindModule {
  /** Computed fields that are worked out on reading, by name. */
  computed?: Readonly<Record<string, ComputedField>>;
  /** For an embedded type: computed fields that are worked out on reading, by name. */
  computedPart?: Readonly<Record<string, ComputedPart>>;
  /** For a kind that is itself what is cited: the work, from the entry. */
  cited?: (entry: StoredEntry, context: never) => Work;
  /** Computed fields that are worked out on writing and stored, from the slug and the record. */
  derive?: (slug: string, record: EntryRecord) => EntryRecord;
  /** Rules that hold for values of this type only. */
  rules?: readonly Rule[];
  /** For a kind that has figures beside its records: what they may hold. */
  figures?: (record: EntryRecord) => FiguresShape;
}

/** The modules by type name. */
export type KindModules = ReadonlyMap<string, KindModule>;
