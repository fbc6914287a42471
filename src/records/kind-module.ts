import type { Breakdown } from '../model/breakdown-key.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';
import type { CitedWork } from '../series/citation.js';
import type { TypeCosts } from '../cost/field-size.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { CodeLookupFunctions } from './entry-lookup.js';
import type { FigureConstraints } from './submitted-figures.js';
import type { Rule } from './rule-types.js';

type Arguments = Readonly<Record<string, unknown>>;

/** A function type with bivariant parameters: functions in src/kinds/ have narrower, generated parameter types. */
type BivariantFunction<F extends (...given: never[]) => unknown> = { of(...given: Parameters<F>): ReturnType<F> }['of'];

/** A computed field of an entry, evaluated when it is read. */
export type ComputedField = BivariantFunction<
  (entry: StoredEntry, args: Arguments, context: ComputedContext) => unknown
>;

/** A computed field of an embedded object, evaluated when it is read. */
export type ComputedPart = BivariantFunction<
  (value: EntryRecord, args: Arguments, context: ComputedContext, entry: EntryRecord) => unknown
>;

/** A field of a computed result, evaluated when it is read. */
type ResultFieldResolver = BivariantFunction<(value: unknown, args: Arguments, context: ComputedContext) => unknown>;

/** The code specific to one type of the model. Code outside the module must not refer to the type by name. */
export interface KindModule extends CodeLookupFunctions, TypeCosts {
  /** Computed fields that are evaluated when they are read, by name. */
  computed?: Readonly<Record<string, ComputedField>>;
  /** Record fields that each computed field reads, by name of the computed field. Default: all. */
  needs?: Readonly<Record<string, readonly string[]>>;
  /** Computed fields of an embedded type, by name. */
  computedPart?: Readonly<Record<string, ComputedPart>>;
  /** Fields of the entry that the computed fields of an embedded type read. */
  entryNeeds?: readonly string[];
  /** Fields of result types and of the query root, by name. */
  fields?: Readonly<Record<string, ResultFieldResolver>>;
  /** Returns the work to cite for an entry of a citable kind. */
  cited?: BivariantFunction<(entry: StoredEntry, context: ComputedContext) => CitedWork>;
  rules?: readonly Rule[];
  /** Returns the breakdown of the quoted series, for an embedded type that quotes a figure. */
  quotes?: (value: EntryRecord) => Breakdown;
  /** Returns the constraints on figures, for a kind with figures. */
  figures?: BivariantFunction<(record: EntryRecord) => FigureConstraints>;
}

export type KindModules = ReadonlyMap<string, KindModule>;

/** Returns the kind with figures and the kind of their sources; null if there is none. */
export function findFigureKinds(modules: KindModules): { kind: string; sources: string } | null {
  for (const [kind, { figures }] of modules) if (figures) return { kind, sources: figures({}).sources };
  return null;
}
