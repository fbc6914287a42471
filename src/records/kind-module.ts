import type { Breakdown } from '../model/breakdown-key.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';
import type { Work } from '../series/citation.js';
import type { EntriesAsked, FiguresSizes } from '../series/figures-sizes.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { CodeReading } from './entry-lookup.js';
import type { FiguresShape } from './figures.js';
import type { Rule } from './rule.js';

type Arguments = Readonly<Record<string, unknown>>;

/**
 * A function that may know more of what it is given than is said here. The layers below know no kind; src/kinds/ types
 * each function by the contract.
 */
type Loose<F extends (...given: never[]) => unknown> = { of(...given: Parameters<F>): ReturnType<F> }['of'];

/** A computed field evaluated on reading, from the entry and the field's arguments. */
export type ComputedField = Loose<(entry: StoredEntry, args: Arguments, context: ComputedContext) => unknown>;

/** A computed field of an embedded type, evaluated on reading, from the value and the field's arguments. */
export type ComputedPart = Loose<
  (value: EntryRecord, args: Arguments, context: ComputedContext, entry: EntryRecord) => unknown
>;

/** A field of a result of a computed field, evaluated on asking, from the result and the field's arguments. */
type ResultField = Loose<(value: unknown, args: Arguments, context: ComputedContext) => unknown>;

/** How many objects stand in a list of an answer, at most. */
export interface ListSize {
  /** For one parent. */
  each: number;
  /** For one holder of the field that was priced, all parents below it together. */
  per?: number;
  /** For all holders together, where each of them stands in the answer once. */
  all?: number;
}

/** How large the answer of a computed field can become, told before it is computed. */
export interface FieldSize extends Partial<ListSize> {
  /** What working it out for one parent costs beside, in objects of an answer. */
  work?: number;
  /** Of lists further down, by the name of their field. */
  inside?: Readonly<Record<string, ListSize>>;
}

/** What the size of a field can go by, beside its arguments. */
export interface SizeFacts {
  figures: FiguresSizes;
  /** The kind that has the field. */
  kind: string;
  /** The one entry that is asked about; null where it is not known, or there are several. */
  slug: string | null;
  /** The entries of an answer that have the field. */
  entries: EntriesAsked;
}

/** Tells the size of a computed field from its arguments. */
export type SizeOf = (args: never, facts: SizeFacts) => FieldSize;

/**
 * What is special about one type of the model, a kind or an embedded type: the one place where code may know it by name.
 */
export interface KindModule extends CodeReading {
  /** Computed fields that are evaluated on reading, by name. */
  computed?: Readonly<Record<string, ComputedField>>;
  /** The fields of the record that such a field goes by, by its name; it is given the whole record unless told here. */
  needs?: Readonly<Record<string, readonly string[]>>;
  /** How large computed fields can become, by name; one that is not here gives one object or a short list. */
  sizes?: Readonly<Record<string, SizeOf>>;
  /** Computed fields that take no more than reading one does, by name; any other counts as an object of the answer. */
  light?: readonly string[];
  /** For an embedded type: computed fields that are computed on reading, by name. */
  computedPart?: Readonly<Record<string, ComputedPart>>;
  /** For an embedded type: the fields of the entry's own record that its computed fields read. */
  entryNeeds?: readonly string[];
  /** For a type of results, or the root of queries: fields that are evaluated on asking, by name. */
  fields?: Readonly<Record<string, ResultField>>;
  /** For a kind that is itself what is cited: the work, from the entry. */
  cited?: Loose<(entry: StoredEntry, context: ComputedContext) => Work>;
  /** Rules that hold for values of this type only. */
  rules?: readonly Rule[];
  /** For an embedded type that quotes a figure: the breakdown of the series that has it. */
  quotes?: (value: EntryRecord) => Breakdown;
  /** For a kind that has figures beside its records: what they may hold. */
  figures?: Loose<(record: EntryRecord) => FiguresShape>;
}

/** The modules by type name. */
export type KindModules = ReadonlyMap<string, KindModule>;

/** Which kind has figures and which kind they are read in; null where none has. */
export function findFigures(modules: KindModules): { kind: string; sources: string } | null {
  for (const [kind, { figures }] of modules) if (figures) return { kind, sources: figures({}).sources };
  return null;
}
