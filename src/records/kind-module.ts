import type { Breakdown } from '../model/breakdown-key.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';
import type { Work } from '../series/citation.js';
import type { TypeCosts } from '../cost/field-size.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { CodeReading } from './entry-lookup.js';
import type { FiguresShape } from './figures.js';
import type { Rule } from './rule.js';

type Arguments = Readonly<Record<string, unknown>>;

/** A function with wider parameter types here than in src/kinds/, which types each function by the contract. */
type Loose<F extends (...given: never[]) => unknown> = { of(...given: Parameters<F>): ReturnType<F> }['of'];

/** A computed field of an entry, evaluated on reading. */
export type ComputedField = Loose<(entry: StoredEntry, args: Arguments, context: ComputedContext) => unknown>;

/** A computed field of an embedded object, evaluated on reading. */
export type ComputedPart = Loose<
  (value: EntryRecord, args: Arguments, context: ComputedContext, entry: EntryRecord) => unknown
>;

/** A field of a computed result, evaluated on reading. */
type ResultField = Loose<(value: unknown, args: Arguments, context: ComputedContext) => unknown>;

/** What is specific to one type of the model: the only code that may name it. */
export interface KindModule extends CodeReading, TypeCosts {
  /** Computed fields that are evaluated on reading, by name. */
  computed?: Readonly<Record<string, ComputedField>>;
  /** Record fields that a computed field reads, by its name; default: all. */
  needs?: Readonly<Record<string, readonly string[]>>;
  /** For an embedded type: computed fields, by name. */
  computedPart?: Readonly<Record<string, ComputedPart>>;
  /** For an embedded type: fields of the entry that its computed fields read. */
  entryNeeds?: readonly string[];
  /** For result types and the query root: fields, by name. */
  fields?: Readonly<Record<string, ResultField>>;
  /** For a citable kind: the work, from the entry. */
  cited?: Loose<(entry: StoredEntry, context: ComputedContext) => Work>;
  /** Rules for values of this type. */
  rules?: readonly Rule[];
  /** For an embedded type that quotes a figure: the breakdown of the quoted series. */
  quotes?: (value: EntryRecord) => Breakdown;
  /** For a kind with figures: their constraints. */
  figures?: Loose<(record: EntryRecord) => FiguresShape>;
}

export type KindModules = ReadonlyMap<string, KindModule>;

/** The kind with figures and the kind of their sources; null for none. */
export function findFigures(modules: KindModules): { kind: string; sources: string } | null {
  for (const [kind, { figures }] of modules) if (figures) return { kind, sources: figures({}).sources };
  return null;
}
