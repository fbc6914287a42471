import type { Computed, Derived, Parts, Records } from '../generated/computed.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { EntryOf, RecordOf } from '../reading/typed-entry.js';
import type { EntryRecord } from '../store/entries.js';
import type { FigureConstraints } from '../records/submitted-figures.js';
import type { KindModule } from '../records/kind-module.js';
import type { CitedWork } from '../series/citation.js';

/** Arguments of a computed field of a type, as in the contract. */
export type FieldArgs<T extends keyof Computed, F extends keyof Computed[T]> = Computed[T][F] extends {
  args: infer A;
}
  ? A
  : never;

type ResultOf<T extends keyof Computed, F extends keyof Computed[T]> = Computed[T][F] extends { result: infer R }
  ? R
  : never;

type Fields<T extends keyof Computed, V> = {
  readonly [F in keyof Computed[T]]: (
    value: V,
    args: FieldArgs<T, F>,
    context: ComputedContext,
  ) => ResultOf<T, F> | Promise<ResultOf<T, F>>;
};

/** A resolver for each computed field of an embedded type. The last argument is the record that contains the object. */
type PartFields<T extends keyof Computed & keyof Parts> = {
  readonly [F in keyof Computed[T]]: (
    value: RecordOf<T>,
    args: FieldArgs<T, F>,
    context: ComputedContext,
    entry: EntryRecord,
  ) => ResultOf<T, F> | Promise<ResultOf<T, F>>;
};

type ComputedMembers<T> = T extends keyof Computed
  ? T extends keyof Records
    ? { computed: Fields<T, EntryOf<T>>; needs?: { readonly [F in keyof Computed[T]]?: readonly string[] } }
    : T extends keyof Parts
      ? { computedPart: PartFields<T>; entryNeeds?: readonly string[] }
      : // Types without records: modules compute fields from richer objects than the contract describes.
        { fields: Fields<T, never> }
  : object;

type DerivedMembers<T> = T extends keyof Derived ? { derive: (slug: string) => Derived[T] } : object;

type RecordMembers<T> = T extends keyof Records
  ? {
      cited?: (entry: EntryOf<T>, context: ComputedContext) => CitedWork;
      figures?: (record: RecordOf<T>) => FigureConstraints;
    }
  : object;

/** Type of the module of one type of the contract: parts that the contract requires, and optional ones. */
export type KindModuleOf<T> = Pick<KindModule, 'sizes' | 'light' | 'createSlugFinder' | 'rules' | 'quotes'> &
  ComputedMembers<T> &
  DerivedMembers<T> &
  RecordMembers<T>;

/** Modules by type name. Types with computed or derived fields require one. */
export type TypedKindModules = { readonly [T in keyof Computed | keyof Derived]: KindModuleOf<T> } & {
  readonly [T in keyof Records | keyof Parts]?: KindModuleOf<T>;
};
